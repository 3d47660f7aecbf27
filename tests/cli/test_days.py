"""A newsroom's fortnight in a scratch repository: the three profiles, on a web whose pages die and change meanwhile.

Days pass by making everything in the memory that much older: that is all that a run knows of time, but the baseline.
"""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from cli.programs import Desk
from cli.test_gate import BASELINE, commit, git
from web.server import Reply, Web, page

OPTIONS = ("--allow-private", "127.0.0.1", "--no-second-pass", "--no-probe", "--delay", "0", "--format", "json")
WAGE = "The workers at Sama earned between $1.32 and $2 per hour."
STAFF = "Sama employed 3,000 people in Kenya in 2022."


class Newsroom:
    """A repository, a web, and a clock that only goes forward."""

    def __init__(self, desk: Desk, web: Web) -> None:
        self.desk, self.web = desk, web

    def write(self, **claims: tuple[str, str]) -> None:
        items = "".join(
            f"  - id: {name}\n    claim: {text}\n    source: {self.web.url(path)}\n"
            for name, (text, path) in claims.items()
        )
        self.desk.write("claims.yaml", f"language: en\nclaims:\n{items}")

    def run(self, *options: str) -> tuple[int, list[str]]:
        """Return the exit code, and the ids of the claims that fail."""
        done = self.desk.call("verify", *OPTIONS, *options)
        return done.code, [held["id"] for held in json.loads(done.out)["findings"] if held["fails"]]

    def pass_days(self, days: float) -> None:
        with closing(sqlite3.connect(self.desk.folder / ".claimcheck" / "memory.db")) as database, database:
            database.execute("UPDATE looks SET at = at - ?", (days * 86_400,))

    def let_baseline_age(self, days: int) -> None:
        path = self.desk.folder / BASELINE
        text = path.read_text("utf-8")
        until = datetime.now(tz=UTC).date() + timedelta(days=90)
        path.write_text(text.replace(until.isoformat(), (until - timedelta(days=days)).isoformat()), "utf-8")


@pytest.fixture
def newsroom(desk: Desk) -> Newsroom:
    git(desk, "init", "-q")
    return Newsroom(desk, Web())


def test_a_fortnight(newsroom: Newsroom) -> None:
    with newsroom.web as web:
        desk = newsroom.desk
        web.add("/wage", page(WAGE))
        web.add("/staff", page(STAFF))
        newsroom.write(wage=(WAGE, "/wage"), staff=(STAFF.replace("3,000", "4,000"), "/staff"))

        # Monday, before publishing: the wrong number is found, and mended.
        assert newsroom.run("--profile", "publish") == (1, ["staff"])
        # A number that never held would make every night red: it is listed, until a person mends it.
        assert newsroom.run("--profile", "cron") == (0, [])
        newsroom.write(wage=(WAGE, "/wage"), staff=(STAFF, "/staff"))
        assert newsroom.run("--profile", "publish") == (0, [])
        commit(desk, "publish")

        # Tuesday night: a page is gone; one look alone is no news at night, and would be before publishing.
        newsroom.pass_days(1)
        web.add("/wage", Reply(404))
        assert newsroom.run("--profile", "cron") == (0, [])
        assert newsroom.run("--profile", "publish")[0] == 1

        # Wednesday, a change to another claim: what it leaves alone is listed, what it breaks fails.
        git(desk, "checkout", "-q", "-b", "change")
        newsroom.pass_days(1)
        newsroom.write(wage=(WAGE, "/wage"), staff=(STAFF.replace("3,000", "5,000"), "/staff"))
        assert newsroom.run("--profile", "pr", "--since", "main") == (1, ["staff"])
        newsroom.write(wage=(WAGE, "/wage"), staff=(STAFF.replace("in 2022", "in the year 2022"), "/staff"))
        assert newsroom.run("--profile", "pr", "--since", "main") == (0, [])
        commit(desk, "reword")
        git(desk, "checkout", "-q", "main")
        git(desk, "merge", "-q", "change")

        # The nights go on: on the third failure, days apart, the page is confirmed gone, and the night is red.
        newsroom.pass_days(2)
        assert newsroom.run("--profile", "cron") == (0, [])
        newsroom.pass_days(3)
        assert newsroom.run("--profile", "cron") == (1, ["wage"])

        # Nobody can mend it yet: it is known for a quarter, and the nights are quiet again.
        assert newsroom.run("--profile", "cron", "--write-baseline")[0] == 0
        commit(desk, "known")
        newsroom.pass_days(1)
        assert newsroom.run("--profile", "cron", "--baseline", BASELINE) == (0, [])

        # A source says otherwise: that is real, and the night is red for it alone.
        web.add("/staff", page(STAFF.replace("3,000", "2,000")))
        newsroom.pass_days(1)
        assert newsroom.run("--profile", "cron", "--baseline", BASELINE) == (1, ["staff"])

        # What never held is listed on a change to other claims; what its source has left is told to everybody.
        assert newsroom.run("--profile", "pr", "--since", "main") == (1, ["staff"])

        # A change of anything hears of what broke meanwhile; only --failed looks at it alone.
        assert newsroom.run("--profile", "pr", "--since", "main", "--baseline", BASELINE) == (1, ["staff"])
        assert newsroom.run("--profile", "cron", "--baseline", BASELINE, "--failed") == (1, ["staff"])
        web.add("/staff", page(STAFF))
        assert newsroom.run("--profile", "cron", "--baseline", BASELINE) == (0, [])

        # A quarter later what was known is known no more; and then the page is back.
        newsroom.let_baseline_age(91)
        newsroom.pass_days(90)
        assert newsroom.run("--profile", "cron", "--baseline", BASELINE) == (1, ["wage"])
        web.add("/wage", page(WAGE))
        assert newsroom.run("--profile", "cron", "--baseline", BASELINE) == (0, [])
