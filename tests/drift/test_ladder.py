"""What became of an accepted passage, rung by rung."""

from dataclasses import replace

import pytest
from drift.pages import ADDRESS, AFTER, BEFORE, CLAIM, PAGE, WAGES, accepted, compare, document, drift

from claimcheck.accepted import Drifted
from claimcheck.drift.hashing import hash_page
from claimcheck.enums import Drift, ExpectKind, Role
from claimcheck.model import Claim, Document, Expectation, Page, Quote

FILLER = [f"Paragraph {word} tells of quite another matter." for word in ("one", "two", "three", "four")]
OTHER = document("A recipe for bread.", "Knead the dough until it is smooth, then let it rest.", title="Bread")
TEASER = document(BEFORE, title="Dockers get a raise")
CORRECTED = "Wages rose to $19.25 per hour in March 2024, the union said."
TURNED = "In March 2024, wages rose to $18.50 per hour, the union said."
NOTE = f"Correction: an earlier version of this article said: “{WAGES}”"

RUNGS: dict[str, tuple[Document, Drift]] = {
    "the same page": (PAGE, Drift.NONE),
    "new entries above it": (document(*FILLER, BEFORE, WAGES, AFTER), Drift.NONE),
    "at the end": (document(BEFORE, AFTER, WAGES), Drift.MOVED),
    "other words around": (document(*FILLER[:2], WAGES, *FILLER[2:]), Drift.MOVED),
    "another quotation mark": (document(BEFORE, WAGES.replace("union", "“union”"), AFTER), Drift.NONE),
    "soft hyphens": (document(BEFORE, WAGES.replace("union", "un\xadion"), AFTER), Drift.NONE),
    "capitals": (document(BEFORE, WAGES.upper(), AFTER), Drift.NONE),
    "a no-break space": (document(BEFORE, WAGES.replace(" per", "\xa0per"), AFTER), Drift.NONE),
    "other words": (document(BEFORE, WAGES.replace("the union said", "according to the union"), AFTER), Drift.REWORDED),
    "turned round": (document(BEFORE, TURNED, AFTER), Drift.REWORDED),
    "words beside it": (document(BEFORE, f"After long talks, {WAGES}", AFTER), Drift.REWORDED),
    "a digit": (document(BEFORE, CORRECTED, AFTER), Drift.CHANGED_VALUE),
    "a currency": (document(BEFORE, WAGES.replace("$", "€"), AFTER), Drift.CHANGED_VALUE),
    "a rate": (document(BEFORE, WAGES.replace("hour", "day"), AFTER), Drift.CHANGED_VALUE),
    "a bound": (document(BEFORE, WAGES.replace("to $", "to over $"), AFTER), Drift.CHANGED_VALUE),
    "a month": (document(BEFORE, WAGES.replace("March", "May"), AFTER), Drift.CHANGED_VALUE),
    "a denial": (document(BEFORE, WAGES.replace("rose", "never rose"), AFTER), Drift.CHANGED_VALUE),
    "a denial before it": (document(BEFORE, f"It is not true that {WAGES}", AFTER), Drift.CHANGED_VALUE),
    "an opposite": (document(BEFORE, WAGES.replace("rose", "fell"), AFTER), Drift.CHANGED_VALUE),
    "a plan": (document(BEFORE, WAGES.replace("rose", "are planned to rise"), AFTER), Drift.CHANGED_VALUE),
    "the value left out": (document(BEFORE, "Wages rose in March 2024, the union said.", AFTER), Drift.CHANGED_VALUE),
    "a correction that quotes it": (document(BEFORE, CORRECTED, AFTER, (Role.CORRECTION, NOTE)), Drift.CHANGED_VALUE),
    "a correction in plain text": (document(BEFORE, CORRECTED, AFTER, NOTE), Drift.CHANGED_VALUE),
    "only a correction that quotes it": (document(BEFORE, AFTER, (Role.CORRECTION, NOTE)), Drift.REMOVED),
    "only a link elsewhere": (document(BEFORE, AFTER, (Role.RELATED, WAGES)), Drift.REMOVED),
    "only a comment": (document(BEFORE, AFTER, (Role.COMMENTS, WAGES)), Drift.REMOVED),
    "taken out": (document(BEFORE, AFTER), Drift.REMOVED),
    "taken out with all around": (document(*FILLER), Drift.REMOVED),
    "another page": (OTHER, Drift.REPLACED),
    "an empty page": (document("", title=""), Drift.REPLACED),
}  # fmt: skip


@pytest.mark.parametrize(("now", "expected"), RUNGS.values(), ids=RUNGS.keys())
def test_each_change_of_a_page_has_its_rung(now: Document, expected: Drift) -> None:
    assert drift(now).drift is expected


LONG = document(*[f"Paragraph {n} tells of quite another matter." for n in range(20)], BEFORE, WAGES, AFTER)
BREAKS = {
    "a teaser": (document("Paragraph 0 tells of quite another matter."), None),
    "the first lines": (document(*[f"Paragraph {n} tells of quite another matter." for n in range(5)]), None),
    "only the passage taken out": (
        document(*[f"Paragraph {n} tells of quite another matter." for n in range(20)], BEFORE, AFTER),
        Drift.REMOVED,
    ),
    "gutted, but for what stood around it": (document(BEFORE, AFTER), Drift.REMOVED),
    "as long, and without it": (document(*[f"Page {n} tells of a third matter." for n in range(30)]), Drift.REMOVED),
    "another page, and a short one": (OTHER, Drift.REPLACED),
    "read in part": (replace(document("Paragraph 0. " * 90), truncated="larger than 10 MB"), None),
}  # fmt: skip


@pytest.mark.parametrize(("now", "expected"), BREAKS.values(), ids=BREAKS.keys())
def test_a_page_that_breaks_off_before_a_passage_says_nothing_of_it(now: Document, expected: Drift | None) -> None:
    found = compare(accepted(LONG, WAGES), now)
    assert (found and found.drift) == expected


def told(found: Drifted | None) -> Drifted:
    assert found is not None
    return found


def test_a_changed_value_is_shown_as_it_was_and_as_it_is() -> None:
    (anchor,) = drift(document(BEFORE, CORRECTED, AFTER)).anchors
    assert anchor.changes == (("$18.50 per hour", "$19.25 per hour"),)
    assert (anchor.passage.exact, anchor.found) == (WAGES, CORRECTED)


def test_a_passage_is_found_where_it_stands_now() -> None:
    now = document(*FILLER, BEFORE, WAGES, AFTER)
    (anchor,) = drift(now).anchors
    assert now.text[slice(*anchor.span)] == WAGES


def test_of_two_places_with_the_same_words_the_words_around_decide() -> None:
    first, second = "The north yard went first.", "The south yard came second."
    before = document(first, WAGES, second, WAGES, AFTER)
    held = accepted(before, WAGES)
    assert held.passages[0].start == before.text.index(WAGES)
    now = document(second, WAGES, *FILLER, first, WAGES, second)
    (anchor,) = told(compare(held, now)).anchors
    assert anchor.span[0] == now.text.rindex(WAGES)


def test_words_of_a_sentence_are_kept_with_the_whole_of_it() -> None:
    held = accepted(PAGE, "$18.50 per hour")
    assert held.passages[0].exact == WAGES


@pytest.mark.parametrize("words", ["Wages rose … the union said", "Wages rose ... the union said"])
def test_an_ellipsis_stands_for_what_is_between(words: str) -> None:
    assert accepted(PAGE, words).passages[0].exact == WAGES


def test_several_passages_drift_as_the_worst_of_them() -> None:
    held = accepted(PAGE, WAGES)
    both = replace(held, passages=(*held.passages, *accepted(PAGE, AFTER).passages))
    assert told(compare(both, document(BEFORE, WAGES))).drift is Drift.REMOVED


@pytest.mark.parametrize(
    ("claim", "stale"),
    [
        (CLAIM, False),
        (replace(CLAIM, notes="looked up twice"), False),
        (replace(CLAIM, text="Wages  rose to\N{NO-BREAK SPACE}$18.50 per hour."), False),
        (replace(CLAIM, text="Wages rose to $19.50 per hour."), True),
        (replace(CLAIM, quotes=(Quote("rose to"),)), True),
        (replace(CLAIM, expect=(Expectation(ExpectKind.VALUE, "18.50"),)), True),
    ],
    ids=["the same", "another note", "typography", "another value", "a quote", "an expectation"],
)
def test_an_acceptance_is_of_what_the_claim_said(claim: Claim, stale: bool) -> None:
    assert told(compare(accepted(PAGE, WAGES), PAGE, claim)).stale is stale


@pytest.mark.parametrize(
    ("coding", "told"), [("", "body as transferred"), ("identity", "body as transferred"), ("br", "decoded body")]
)
def test_the_digest_says_what_it_is_of(coding: str, told: str) -> None:
    headers = (("content-encoding", coding),) if coding else ()
    hashes = hash_page(Page(ADDRESS, b"hello", headers=headers), PAGE)
    # printf hello | sha1sum, in base 32, as Wayback's CDX server lists it
    assert (hashes.payload, hashes.payload_of) == ("sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N", told)
