"""What earlier looks add: since when a source is suspected, when it was last there, how old a remembered answer is."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from jsonschema import Draft202012Validator
from reporters import samples

from claimcheck.enums import State
from claimcheck.model import Finding, SourceReport, Strikes
from claimcheck.reporters import make_reporter, report_schema_text
from claimcheck.reporters.standings import history_words
from claimcheck.reporters.wording import state_words

FIRST, LAST = date(2025, 5, 12), date(2025, 5, 3)
ONCE = Strikes(1, first_failed=FIRST, last_ok=LAST)
THRICE = Strikes(3, confirmed=True, first_failed=FIRST, last_ok=LAST)


def lost(strikes: Strikes, **more: object) -> SourceReport:
    return replace(samples.LOST_SEEN, strikes=strikes, suspected=not strikes.confirmed, **more)  # type: ignore[arg-type]  # passed on


def finding(report: SourceReport) -> Finding:
    return replace(samples.GONE, sources=(report,))


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (lost(Strikes()), "suspected on this one look; look again in a few days before calling it gone"),
        (
            lost(ONCE),
            "suspected since 12 May 2025; look again in a few days before calling it gone; last there on 3 May 2025",
        ),
        (lost(THRICE), "confirmed: not there at 3 looks on days apart, since 12 May 2025; last there on 3 May 2025"),
        (replace(samples.WALL_SEEN, strikes=Strikes(last_ok=LAST)), "last there on 3 May 2025"),
        (samples.WALL_SEEN, ""),
        (replace(samples.WALL_SEEN, state=State.LIVE, strikes=Strikes(last_ok=LAST)), ""),
    ],
    ids=["nothing remembered", "suspected", "confirmed", "a wall, once there", "a wall", "live"],
)
def test_what_earlier_looks_say_is_told_in_words(report: SourceReport, words: str) -> None:
    assert history_words(report) == words


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (lost(ONCE), "not found (suspected)"),
        (lost(THRICE), "not found (confirmed)"),
        (replace(samples.WALL_SEEN, state=State.LIVE, age="read 3 days ago"), "live, read 3 days ago"),
    ],
)
def test_a_state_says_whether_it_is_certain_and_how_old(report: SourceReport, words: str) -> None:
    assert state_words(report) == words


@pytest.mark.parametrize(("strikes", "word"), [(ONCE, ", suspected"), (THRICE, ", confirmed")])
def test_concise_says_in_a_word_whether_gone_is_certain(strikes: Strikes, word: str) -> None:
    text = make_reporter("concise").render(samples.report(finding(lost(strikes))))
    assert word in text.splitlines()[-1]


def test_json_says_it_in_fields_that_its_schema_knows() -> None:
    read = datetime(2025, 5, 3, 9, 30, tzinfo=UTC)
    report = samples.report(finding(lost(THRICE, read_at=read, age="read 3 days ago")))
    told = json.loads(make_reporter("json").render(report))
    Draft202012Validator(json.loads(report_schema_text())).validate(told)
    source = told["findings"][0]["sources"][0]
    assert (source["suspected"], source["strikes"]) == (False, 3)
    assert (source["first_failed"], source["last_ok"]) == ("2025-05-12", "2025-05-03")
    assert source["read_at"] == "2025-05-03T09:30:00+00:00"


def test_the_console_tells_it_below_the_state() -> None:
    text = make_reporter("console", width=200).render(samples.report(finding(lost(THRICE))))
    assert "confirmed: not there at 3 looks" in text
