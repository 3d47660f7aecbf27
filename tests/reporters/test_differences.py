"""What a claim says against what its source says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporters import samples

from claimcheck.enums import Code, Outcome
from claimcheck.model import Comparison
from claimcheck.reporters.differences import Pieces, differences, label_of, mark_said, word_diff
from claimcheck.text import fold, map_characters, printable


def brackets(pieces: Pieces) -> str:
    return "".join(f"[{text}]" if mark else text for text, mark in pieces)


@pytest.mark.parametrize(
    ("said", "found", "ours", "theirs"),
    [
        ("the worst of all", "the best of all", "the [worst] of all", "the [best] of all"),
        ("a wage of 1,32 $", "a wage of 1,23 $", "a wage of [1,32] $", "a wage of [1,23] $"),
        ("all of us", "all but a few of us", "all of us", "all [but a few] of us"),
        ("“L\u2019été” — fini", '"L\'ete" — fini', "“L\u2019été” — fini", '"L\'ete" — fini'),
        ("約三百人が働く", "約五百人が働く", "約[三]百人が働く", "約[五]百人が働く"),
        ("same", "same", "same", "same"),
        ("one", "two", "[one]", "[two]"),
    ],
    ids=["a word", "a number", "words left out", "typography", "no spaces", "nothing", "everything"],
)
def test_word_diff(said: str, found: str, ours: str, theirs: str) -> None:
    assert tuple(map(brackets, word_diff(said, found))) == (ours, theirs)


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_sides_of_a_diff_are_the_texts(said: str, found: str) -> None:
    ours, theirs = word_diff(said, found)
    assert "".join(text for text, _ in ours) == printable(said)
    assert "".join(text for text, _ in theirs) == printable(found)


@given(st.text("ab é\u2019' ,.12", max_size=60), st.text("ab é\u2019' ,.12", max_size=60))
def test_what_is_unmarked_is_the_same_on_both_sides(said: str, found: str) -> None:
    def common(pieces: Pieces) -> str:
        kept = "".join(text for text, mark in pieces if not mark)
        return "".join(fold(map_characters(kept)).split())

    ours, theirs = word_diff(said, found)
    assert common(ours) == common(theirs)


@pytest.mark.parametrize(
    ("kind", "label"),
    [("quantity", "value"), ("range", "value"), ("entity", "name"), ("date", "date"), ("quote", "quote"), ("x", "x")],
)
def test_labels(kind: str, label: str) -> None:
    assert label_of(kind) == label


def compared(said: str, outcome: Outcome = Outcome.CONFLICTS, found: str = "other") -> Comparison:
    return Comparison("quantity", said, outcome, found, code=Code.VALUE_CONFLICT)


@pytest.mark.parametrize(
    ("text", "comparisons", "expected"),
    [
        ("Paid 2 $ an hour.", [compared("2 $")], "Paid [2 $] an hour."),
        ("Paid 2\u00a0$ an hour.", [compared("2 $")], "Paid [2\u00a0$] an hour."),
        ("Paid 12 $ or 2 $.", [compared("2 $")], "Paid 12 $ or [2 $]."),
        ("Paid 2 $ an hour.", [compared("2 $", Outcome.AGREES)], "Paid 2 $ an hour."),
        ("Paid 2 $ an hour.", [compared("3 $")], "Paid 2 $ an hour."),
        ("Up To 3", [compared("up to 3")], "[Up To 3]"),
        ("İ up to 3", [compared("up to 3")], "İ [up to 3]"),
        ("He said “so it is”.", [compared("“so it is”")], "He said “[so it is]”."),
        ("Anything", [compared("")], "Anything"),
    ],
    ids=["plain", "spaces", "whole words", "agrees", "not in it", "case", "folding longer", "quote", "empty"],
)
def test_the_words_of_a_claim_that_do_not_agree_are_marked(
    text: str, comparisons: list[Comparison], expected: str
) -> None:
    assert brackets(mark_said(text, comparisons)) == expected


@given(st.text(max_size=60), st.text(max_size=10))
def test_marking_a_claim_changes_no_character(text: str, said: str) -> None:
    assert "".join(piece for piece, _ in mark_said(text, [compared(said)])) == text


def test_the_same_difference_stands_once() -> None:
    assert len(differences([compared("2"), replace(compared("2"), assertion=3), compared("4")])) == 2


def test_what_the_source_lacks_has_no_other_side() -> None:
    found = differences(samples.PART_MISSING.comparisons)
    assert [difference.found for difference in found] == [[]]


def test_what_the_source_may_say_otherwise_is_not_called_nothing() -> None:
    (shown,) = differences([Comparison("words", "they were tired", Outcome.MISSING, code=Code.NEEDS_REVIEW)])
    assert (shown.found, shown.absent) == ([], "other words")


def test_a_quote_too_long_to_compare_is_shown_whole() -> None:
    long = replace(compared("a " * 2_000, found="b " * 2_000), code=Code.ALTERED_QUOTE)
    assert not any(mark for difference in differences([long]) for _, mark in difference.said)


@pytest.mark.parametrize(
    ("said", "value", "shown"),
    [("3 000", "≤ 3,000", "≤ 3,000"), ("2023", "2023", ""), ("1,200", "1,200", ""), ("heureux", "", "")],
)
def test_a_value_is_shown_in_the_common_notation_unless_its_words_are_it(said: str, value: str, shown: str) -> None:
    comparison = Comparison("quantity", said, Outcome.CONFLICTS, said, said_value=value, found_value=value)
    (held,) = differences([comparison])
    assert (held.said_value, held.found_value) == (shown, shown)
