"""What has become of what a person accepted, as every report tells it."""

from dataclasses import replace

import pytest
from reporters import samples

from claimcheck.accepted import Acceptance, Anchor, Drifted, Hashes, Passage
from claimcheck.enums import Code, Drift, Verdict
from claimcheck.model import Finding
from claimcheck.reporters import make_reporter, render_finding, render_show
from claimcheck.reporters.drifts import drift_words

WAS, NOW = "Wages rose to $18.50 per hour.", "Wages rose to $19.25 per hour."
ENTRY = Acceptance("a", "", "", "", (Passage(WAS),), Hashes(), Verdict.SUPPORTED, "Jo", "2026-11-25")


def drifted(drift: Drift, *changes: tuple[str, str], stale: bool = False) -> Drifted:
    return Drifted(ENTRY, drift, (Anchor(Passage(WAS), drift, NOW, changes=changes),), stale)


CHANGED = drifted(Drift.CHANGED_VALUE, ("$18.50", "$19.25"))


def told(held: Drifted, *codes: Code, accepted: bool = False) -> Finding:
    (report,) = samples.SUPPORTED.sources
    rules = Verdict.FAILED_VERIFICATION if accepted else None
    return replace(samples.SUPPORTED, sources=(replace(report, drifted=held),), codes=codes, rules_verdict=rules)


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (drifted(Drift.NONE), "unchanged"),
        (drifted(Drift.MOVED), "moved on the page"),
        (drifted(Drift.REWORDED), "reworded, every value equal"),
        (CHANGED, "changed value: $18.50 → $19.25"),
        (drifted(Drift.CHANGED_VALUE, ("", "not")), "changed value: nothing → not"),
        (drifted(Drift.REMOVED), "the accepted passage was removed"),
        (drifted(Drift.REPLACED), "the page was replaced by another"),
        (Drifted(ENTRY, Drift.SOURCE_GONE), "the source is gone"),
        (drifted(Drift.NONE, stale=True), "the claim's words have changed since 2026-11-25, when it was accepted"),
    ],
)
def test_each_drift_has_its_words(held: Drifted, words: str) -> None:
    assert drift_words(held) == words


def test_people_see_the_passage_as_it_was_above_the_passage_as_it_is() -> None:
    text = make_reporter("console", width=100).render(samples.report(told(CHANGED, Code.DRIFT_CHANGED_VALUE)))
    was, now = text.index(f"- {WAS}  (accepted)"), text.index(f"+ {NOW}  (now)")
    assert was < now
    assert "SUPPORTED  D303" in text


def test_what_rests_on_an_acceptance_is_counted_and_named() -> None:
    text = make_reporter("console", width=100).render(samples.report(told(drifted(Drift.NONE), accepted=True)))
    assert "SUPPORTED (ACCEPTED)" in text
    assert "1 supported (1 accepted)" in text


@pytest.mark.parametrize(
    ("held", "code", "level"),
    [
        (drifted(Drift.MOVED), Code.DRIFT_MOVED, ""),
        (drifted(Drift.REWORDED), Code.DRIFT_REWORDED, "note"),
        (CHANGED, Code.DRIFT_CHANGED_VALUE, "error"),
        (drifted(Drift.REMOVED), Code.DRIFT_REMOVED, "error"),
        (drifted(Drift.REPLACED), Code.DRIFT_REPLACED, "error"),
        (drifted(Drift.NONE), Code.NEW_CONFLICT, "error"),
        (drifted(Drift.NONE, stale=True), Code.STALE, "note"),
        (drifted(Drift.NONE), Code.ACCEPTED, ""),
    ],
)
def test_programs_get_a_line_where_somebody_should_look(held: Drifted, code: Code, level: str) -> None:
    lines = make_reporter("concise").render(samples.report(told(held, code))).splitlines()
    assert [line.split(": ", 1)[1].split(" ")[:2] for line in lines] == ([[level, code.value]] if level else [])


@pytest.mark.parametrize("name", ["github", "junit", "markdown", "sarif"])
def test_every_format_that_tells_details_tells_drift(name: str) -> None:
    contradicted = replace(samples.BOUND, sources=tuple(replace(s, drifted=CHANGED) for s in samples.BOUND.sources))
    assert "$18.50 → $19.25" in make_reporter(name).render(samples.report(contradicted))


def test_one_finding_is_shown_in_full_whatever_its_verdict() -> None:
    shown = render_finding(told(CHANGED))
    assert samples.SUPPORTED.claim.text.split()[0] in shown
    assert WAS in shown
    assert WAS in render_show(told(CHANGED))
