"""``claimcheck show``: nothing left out."""

from dataclasses import replace

import pytest
from reporters import samples
from syrupy.assertion import SnapshotAssertion

from claimcheck.model import Finding, Match
from claimcheck.reporters import render_show


@pytest.mark.parametrize(
    "finding", [samples.WEAKER, samples.DISPUTED, samples.SUPPORTED_MOVED, samples.IGNORED], ids=lambda f: f.claim.id
)
def test_show(finding: Finding, snapshot: SnapshotAssertion) -> None:
    assert render_show(finding, width=90) == snapshot


@pytest.mark.parametrize("finding", samples.ALL, ids=lambda f: f.claim.id)
@pytest.mark.parametrize("color", [False, True], ids=["plain", "color"])
def test_every_finding_can_be_shown(finding: Finding, color: bool) -> None:
    text = render_show(finding, color=color)
    assert text.endswith("\n")
    assert finding.claim.id in text


def test_every_passage_considered_is_shown_with_its_reason_and_score() -> None:
    text = render_show(samples.WEAKER, width=120)
    for passage in samples.WEAKER.matches[0].considered:
        assert passage.why in text
        assert f"{passage.score:.2f}" in text
        assert passage.text in text


def _traced() -> Finding:
    """Return a finding whose passages tell what made their score."""
    match = samples.WEAKER.matches[0]
    parts = (("clause", "modérateurs, heure"), ("nowhere", "payé"), ("value", "1.32\N{EN DASH}2 USD per hour"))
    considered = tuple(replace(passage, parts=parts) for passage in match.considered)
    return replace(samples.WEAKER, matches=(replace(match, considered=considered), *samples.WEAKER.matches[1:]))


def test_show_why(snapshot: SnapshotAssertion) -> None:
    assert render_show(_traced(), width=90, why=True) == snapshot


def test_without_why_the_page_stays_as_it_is() -> None:
    assert render_show(_traced(), width=90) == render_show(samples.WEAKER, width=90)


def test_what_agrees_is_shown_too() -> None:
    text = render_show(samples.WEAKER)
    assert "= modérateur" in text
    assert "= data labelers" in text


def test_the_way_to_the_page_is_shown() -> None:
    text = render_show(samples.SUPPORTED_MOVED)
    assert "by way   301 http://www.history.example/expanded.php?id=946\n" in text
    assert "         200 https://history.example/entries/dartmouth-workshop\n" in text


def test_more_matches_than_sources_do_no_harm() -> None:
    assert render_show(replace(samples.GONE, matches=(Match(()), Match(())))).endswith("\n")


def test_a_passage_that_was_taken_is_not_told_as_passed_over_too() -> None:
    match = samples.WEAKER.matches[0]
    taken = next(passage for passage in match.considered if passage.taken)
    again = replace(taken, taken=False, why="$2: agrees")
    finding = replace(samples.WEAKER, matches=(replace(match, considered=(*match.considered, again)),))
    assert render_show(finding, width=90) == render_show(samples.WEAKER, width=90)
