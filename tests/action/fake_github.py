"""GitHub's API on loopback, as much of it as comments and issues need: it keeps what it is told, in lists."""

import json
import re
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

BOT = "github-actions[bot]"
_LIMIT = 65_536


@dataclass
class FakeGithub:
    """One repository, ``desk/article``, with pull request 7."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    issues: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    failures: list[int] = field(default_factory=list)
    """Statuses that the next requests are answered with."""
    failing: dict[str, int] = field(default_factory=dict)
    """By method, the status that every such request is answered with."""

    def comment(self, body: str, login: str = BOT, issue: int = 7) -> dict[str, Any]:
        held = {"id": len(self.comments) + 1, "body": body, "user": {"login": login}, "issue": issue}
        self.comments.append(held)
        return held

    def answer(self, method: str, target: str, body: Any) -> tuple[int, Any]:
        parts = urlsplit(target)
        path = parts.path.removeprefix("/repos/desk/article")
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if isinstance(body, dict) and len(body.get("body", "")) > _LIMIT:
            return 422, {"message": "body is too long"}
        if found := re.fullmatch(r"/issues/(\d+)/comments", path):
            number = int(found[1])
            if method == "POST":
                return 201, self.comment(body["body"], issue=number)
            return 200, self._page([held for held in self.comments if held["issue"] == number], query)
        if found := re.fullmatch(r"/issues/comments/(\d+)", path):
            self.comments[int(found[1]) - 1].update(body)
            return 200, {}
        if found := re.fullmatch(r"/issues/(\d+)", path):
            self.issues[int(found[1]) - 1].update(body)
            return 200, {}
        if path == "/issues" and method == "POST":
            held = {"number": len(self.issues) + 1, "state": "open", "user": {"login": BOT}, **body}
            self.issues.append(held)
            return 201, held
        if path == "/issues":
            chosen = [i for i in self.issues if i["state"] == "open" and query["labels"] in i["labels"]]
            return 200, self._page(chosen, query)
        return 404, {"message": "Not Found"}

    @staticmethod
    def _page(items: list[dict[str, Any]], query: dict[str, str]) -> list[dict[str, Any]]:
        size, number = int(query["per_page"]), int(query["page"])
        return items[(number - 1) * size : number * size]

    def __enter__(self) -> Self:
        github = self

        class Handler(BaseHTTPRequestHandler):
            def respond(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length) or b"null")
                github.asked.append(f"{self.command} {self.path}")
                if self.headers["Authorization"] != "Bearer sesame":
                    status, held = 401, {"message": "Bad credentials"}
                elif self.command in github.failing:
                    status, held = github.failing[self.command], {"message": "later"}
                elif github.failures:
                    status, held = github.failures.pop(0), {"message": "later"}
                else:
                    status, held = github.answer(self.command, self.path, body)
                payload = json.dumps(held).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload)

            do_GET = do_POST = do_PATCH = respond  # noqa: N815 - the library's names

            def log_message(self, *_: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"
