"""A step of the action: keeps one comment on a pull request, or one issue for scheduled runs, true to the last report.

    python tell.py comment | issue

What is kept is found again by a marker in its first line *and* by who wrote it: anybody may write the marker.  What
has a marker and another author is left alone.
"""

import json
import os
import re
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from event import read_event
from github import Api, ApiError

LIMIT = 65_536
"""Characters of a comment or an issue that GitHub takes."""
LABEL = "claimcheck"
_FAILING = re.compile(r"<!-- failing:([0-9a-f ]*) -->")
_MOST = 200
"""Findings that an issue remembers, so that new ones are told from old ones."""


def marker(file: str) -> str:
    """Return the first line of what is kept for a claims file."""
    return f"<!-- claimcheck {sha256(file.encode()).hexdigest()[:16]} -->"


def fitted(first: str, text: str, last: str = "") -> str:
    """Return a text between two lines, cut at the end of a line to what GitHub takes."""
    room = LIMIT - len(first) - len(last) - 100
    if len(text) > room:
        text = text[:room].rpartition("\n")[0] + "\n\n_Cut here for want of room; the whole report has more._\n"
    return f"{first}\n{text}{last}"


def find(items: Iterable[dict[str, Any]], first: str, author: str) -> dict[str, Any] | None:
    """Return the item that we keep, the oldest where there are several."""
    return next(
        (
            item
            for item in items
            if (item.get("body") or "").startswith(first) and (item.get("user") or {}).get("login") == author
        ),
        None,
    )


def keep_comment(api: Api, number: int, report: dict[str, Any], body: str, author: str) -> str:
    """Write or replace the comment on a pull request; return what was done.

    Where nothing is to be looked at, none is begun; one that is there already says so.
    """
    first = body.partition("\n")[0]
    held = find(api.pages(f"/issues/{number}/comments"), first, author)
    if held is not None:
        if held["body"] == body:
            return "the comment is as it was"
        api.ask("PATCH", f"/issues/comments/{held['id']}", {"body": body})
        return "the comment was replaced"
    if _is_calm(report["summary"]):
        return "no comment: there is nothing to look at"
    api.ask("POST", f"/issues/{number}/comments", {"body": body})
    return "a comment was written"


def _is_calm(summary: dict[str, Any]) -> bool:
    """Return whether nothing is to be looked at."""
    well = summary["supported"] + summary["ignored"] == summary["total"]
    return well and not summary["failing"] and not summary["network_down"] and not summary["interrupted"]


def keep_issue(api: Api, report: dict[str, Any], body: str, author: str) -> str:
    """Open, update or close the issue of a claims file; return what was done.

    A run that could not look says nothing either way.  New failures are told in a comment, so that somebody hears.
    """
    summary = report["summary"]
    if summary["network_down"] or summary["interrupted"]:
        return "the issue is left as it is: the run was not whole"
    first = body.partition("\n")[0]
    held = find(api.pages(f"/issues?state=open&labels={LABEL}&sort=created&direction=asc"), first, author)
    failing = failing_ids(report)
    if not failing:
        if held is None:
            return "no issue: nothing fails"
        api.ask("POST", f"/issues/{held['number']}/comments", {"body": "Nothing fails any more."})
        api.ask("PATCH", f"/issues/{held['number']}", {"state": "closed", "state_reason": "completed"})
        return f"issue {held['number']} was closed"
    title = f"claimcheck: {len(failing)} claim{'s' if len(failing) > 1 else ''} to look at"
    if held is None:
        opened = api.ask("POST", "/issues", {"title": title, "body": body, "labels": [LABEL]})
        return f"issue {opened['number']} was opened"
    known = _FAILING.search(held["body"] or "")
    new = failing.keys() - set(known[1].split() if known else ())
    if held["body"] != body or held["title"] != title:
        api.ask("PATCH", f"/issues/{held['number']}", {"title": title, "body": body})
    if new and len(failing) <= _MOST:
        words = "1 more claim fails" if len(new) == 1 else f"{len(new)} more claims fail"
        said = f"{words} since the last run; the description above has the findings."
        api.ask("POST", f"/issues/{held['number']}/comments", {"body": said})
    return f"issue {held['number']} was updated"


def failing_ids(report: dict[str, Any]) -> dict[str, str]:
    """Return the fingerprint and the id of each finding that fails."""
    return {finding["fingerprint"]: finding["id"] for finding in report["findings"] if finding["fails"]}


def main(arguments: list[str]) -> int:
    """Keep what is asked for; what GitHub refuses is a warning, for the check's own answer counts."""
    what = arguments[0]
    report = json.loads(Path(os.environ["REPORT"]).read_text(encoding="utf-8"))
    text = Path(os.environ["MARKDOWN"]).read_text(encoding="utf-8")
    author = os.environ.get("INPUT_AUTHOR", "github-actions[bot]")
    event = read_event()
    first = marker(os.environ.get("INPUT_FILE", ""))
    try:
        api = Api(os.environ["INPUT_TOKEN"])
        if what == "issue":
            last = f"\n<!-- failing:{' '.join(sorted(failing_ids(report))[:_MOST])} -->\n"
            print(keep_issue(api, report, fitted(first, text, last), author))
        elif event.pull_request is None:
            print("no comment: this is no pull request")
        elif event.stranger and event.name == "pull_request":
            print("no comment: a pull request from a fork has a token that only reads; the job's summary has it all")
        else:
            print(keep_comment(api, event.pull_request, report, fitted(first, text), author))
    except ApiError as error:
        words = str(error).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        print(f"::warning title=claimcheck::the {what} could not be written: {words}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
