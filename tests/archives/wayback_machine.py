"""A Wayback Machine on loopback, as the real one answers, with a knob for each of its moods.

It holds captures; its index folds scheme, ``www.``, port 80 and case as the real one does, its copies are given raw or
with a banner, near misses are sent on without ``Memento-Datetime``, archived errors come with it.  ``moods`` puts an
answer, or several one after the other, in the place of the next answers of a part: ``cdx``, ``available``, ``web``,
``save``, ``status``.
"""

import base64
import hashlib
import json
import re
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import parse_qs, urlsplit

from web.server import Asked, Reply, Web

HTML = (("Content-Type", "text/html; charset=utf-8"),)
JSON = (("Content-Type", "application/json"),)
_TOO_MANY = b"""<html><body><h1>429 Too Many Requests</h1>
You have sent too many requests in a given amount of time.
</body></html>"""
TOO_MANY = Reply(429, _TOO_MANY, (("Content-Type", "text/html"), ("Cache-Control", "no-cache")))
_JAVA = "org.archive.util.io.RuntimeIOException: org.archive.wayback.exception"
_BLOCKED = f"{_JAVA}.AdministrativeAccessControlException: Blocked Site Error"
BLOCKED = Reply(403, _BLOCKED.encode(), (("Content-Type", "text/plain"), ("X-Archive-Wayback-Runtime-Error", _BLOCKED)))
EXCLUDED = Reply(200, b"<html><body><p>Sorry.</p><p>This URL has been excluded from the archive.</p></body></html>")
OVERLOADED = Reply(503, b"<html><body><h1>503 Service Unavailable</h1></body></html>", HTML)
_REPLAY = re.compile(r"/web/(\d{4,14})([a-z]{2}_)?/(.+)")


@dataclass(frozen=True)
class Capture:
    stamp: str
    url: str
    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = HTML
    revisit: bool = False
    """Whether the index lists it as a repetition, without a status."""

    @property
    def at(self) -> datetime:
        return datetime.strptime(self.stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)

    @property
    def digest(self) -> str:
        return base64.b32encode(hashlib.sha1(self.body, usedforsecurity=False).digest()).decode()


def page(stamp: str, url: str, text: str, **more: object) -> Capture:
    """Return the capture of a page with a text."""
    body = f"<!doctype html><title>A page</title><h1>A page</h1><p>{text}</p>".encode()
    return Capture(stamp, url, body, **more)  # type: ignore[arg-type]  # a builder for tests


def key_of(url: str) -> str:
    """Return what the index folds addresses into."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    host = (parts.hostname or "").removeprefix("www.")
    query = "&".join(sorted(parts.query.split("&")))
    port = "" if parts.port in {80, 443, None} else f":{parts.port}"
    return f"{host}{port}{parts.path.rstrip('/')}?{query}".lower()


@dataclass
class WaybackMachine:
    web: Web
    captures: list[Capture] = field(default_factory=list)
    moods: dict[str, deque[Reply]] = field(default_factory=dict)
    jobs: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    """What the status of a job is, one answer after the other, by the address to be saved."""
    saved: list[str] = field(default_factory=list)
    keys: str = "LOW access:secret"

    def __post_init__(self) -> None:
        self.web.otherwise = self.answer

    @property
    def base(self) -> str:
        return self.web.url("", self.web.hosts[-1])

    def mood(self, part: str, *replies: Reply) -> None:
        self.moods.setdefault(part, deque()).extend(replies)

    def asked(self, part: str) -> list[str]:
        prefixes = {"cdx": "/cdx/", "available": "/wayback/available", "web": "/web/", "save": "/save"}
        return [path for path in self.web.paths() if path.startswith(prefixes[part])]

    def answer(self, asked: Asked) -> Reply:
        path = asked.path
        parts = {
            "/cdx/search/cdx": ("cdx", self._cdx),
            "/wayback/available": ("available", self._available),
            "/web/": ("web", self._web),
            "/save/status/": ("status", self._status),
            "/save": ("save", self._save),
        }
        for prefix, (part, give) in parts.items():
            if path.startswith(prefix):
                waiting = self.moods.get(part)
                return waiting.popleft() if waiting else give(asked)
        return Reply(404, b"<html>nothing here</html>")

    def _cdx(self, asked: Asked) -> Reply:
        query = parse_qs(urlsplit(asked.path).query)
        rows = [c for c in self.captures if key_of(c.url) == key_of(query["url"][0])]
        for given in query.get("filter", []):
            name, _, pattern = given.partition(":")
            assert name == "statuscode"
            rows = [c for c in rows if re.fullmatch(pattern, "-" if c.revisit else str(c.status))]
        if query.get("sort") == ["closest"]:
            near = _moment(query["closest"][0])
            rows = sorted(rows, key=lambda c: abs(c.at - near))
        else:
            rows = sorted(rows, key=lambda c: c.stamp)
        if query.get("collapse") == ["digest"]:
            rows = [c for n, c in enumerate(rows) if n == 0 or rows[n - 1].digest != c.digest]
        limit = int(query.get("limit", ["150000"])[0])
        rows = rows[:limit] if limit >= 0 else rows[limit:]
        fields = query["fl"][0].split(",")
        table = [_row(capture, fields) for capture in rows]
        body = json.dumps([fields, *table] if table else []) + "\n"
        return Reply(200, body.encode(), (("Content-Type", "text/plain;charset=UTF-8"), ("X-RL", "0"), ("X-NA", "0")))

    def _available(self, asked: Asked) -> Reply:
        query = parse_qs(urlsplit(asked.path).query)
        url, stamp = query["url"][0], query.get("timestamp", ["2026"])[0]
        held = [c for c in self.captures if key_of(c.url) == key_of(url) and c.status == 200]
        closest = min(held, key=lambda c: abs(c.at - _moment(stamp)), default=None)
        snapshots = {}
        if closest is not None:
            snapshots = {
                "closest": {
                    "status": "200",
                    "available": True,
                    "url": f"http://web.archive.org/web/{closest.stamp}/{closest.url}",
                    "timestamp": closest.stamp,
                }
            }
        return Reply(200, json.dumps({"url": url, "archived_snapshots": snapshots}).encode(), JSON)

    def _web(self, asked: Asked) -> Reply:
        parts = _REPLAY.fullmatch(asked.path)
        if parts is None:
            return Reply(404, b"<html>no such page</html>", HTML)
        stamp, form, url = parts[1], parts[2] or "", parts[3]
        held = [c for c in self.captures if key_of(c.url) == key_of(url) and not c.revisit]
        if not held:
            return Reply(404, b"<html>The Wayback Machine has not archived that URL.</html>", HTML)
        nearest = min(held, key=lambda c: abs(c.at - _moment(stamp)))
        if nearest.stamp != stamp:
            where = f"{self.base}/web/{nearest.stamp}{form}/{nearest.url}"
            why = f"found capture at {nearest.stamp}"
            return Reply(302, b"", (("Location", where), ("x-archive-redirect-reason", why)))
        return self._capture(nearest, form)

    def _capture(self, capture: Capture, form: str) -> Reply:
        """Return a capture; a redirect leads to where the site led, within the archive."""
        base = f"{self.base}/web"
        day = format_datetime(capture.at, usegmt=True)
        links = [
            f'<{capture.url}>; rel="original"',
            f'<{base}/timemap/link/{capture.url}>; rel="timemap"; type="application/link-format"',
            f'<{base}/{capture.url}>; rel="timegate"',
            f'<{base}/{capture.stamp}/{capture.url}>; rel="first last memento"; datetime="{day}"',
        ]
        told = [("Memento-Datetime", day), ("Link", ", ".join(links))]
        headers = []
        for name, value in capture.headers:
            if name == "Location":
                headers.append((name, f"/web/{capture.stamp}{form}/{value}"))
            elif name.startswith("Content-"):
                headers.append((name, value))
            headers.append((f"X-Archive-Orig-{name}", value))
        if form != "id_" and capture.status == 200:
            banner = b"<div id=wm-ipp>The Wayback Machine holds 9,999 captures of this page.</div>"
            return Reply(200, banner + capture.body, (*headers, *told))
        return Reply(capture.status, capture.body, (*headers, *told))

    def _save(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") != self.keys:
            return Reply(401, b'{"message":"You need to be logged in to use Save Page Now."}', JSON)
        url = parse_qs(asked.body.decode())["url"][0]
        self.saved.append(url)
        job = f"spn2-{hashlib.sha1(url.encode(), usedforsecurity=False).hexdigest()}"
        return Reply(200, json.dumps({"url": url, "job_id": job}).encode(), JSON)

    def _status(self, asked: Asked) -> Reply:
        job = asked.path.rpartition("/")[2]
        url = next(u for u in self.saved if job.endswith(hashlib.sha1(u.encode(), usedforsecurity=False).hexdigest()))
        waiting = self.jobs.get(url) or [{"status": "error", "status_ext": "error:job-failed"}]
        said = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return Reply(200, json.dumps({"job_id": job, "resources": [], **said}).encode(), JSON)


def _moment(stamp: str) -> datetime:
    whole = stamp + "00000101000000"[len(stamp) :]
    return datetime.strptime(whole, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def _row(capture: Capture, fields: list[str]) -> list[str]:
    values = {
        "urlkey": key_of(capture.url),
        "timestamp": capture.stamp,
        "original": capture.url,
        "mimetype": "warc/revisit" if capture.revisit else "text/html",
        "statuscode": "-" if capture.revisit else str(capture.status),
        "digest": capture.digest,
        "length": str(len(capture.body)),
    }
    return [values[name] for name in fields]
