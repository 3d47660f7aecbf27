"""Passages cut around the words that decide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reporters.passage import ELLIPSIS, clamp, excerpt

WORDS = "one two three four five six seven eight nine ten eleven twelve"


def shown(text: str, *deciding: str, budget: int) -> str:
    spans = [(text.index(words), text.index(words) + len(words)) for words in deciding]
    return "".join(f"[{piece}]" if mark else piece for piece, mark in excerpt(text, spans, budget))


@pytest.mark.parametrize(
    ("text", "deciding", "budget", "expected"),
    [
        (WORDS, ("two",), 100, WORDS.replace("two", "[two]")),
        (WORDS * 9, ("nine",), 60, "… four five six seven eight [nine] ten eleven twelveone two …"),
        (f"{WORDS} and {'so ' * 99}on", ("two",), 60, "one [two] three four five six seven eight nine ten eleven …"),
        (f"{'so ' * 99}{WORDS}", ("eleven",), 60, "… two three four five six seven eight nine ten [eleven] twelve"),
        (WORDS * 30, (), 60, "one two three four five six seven eight nine ten eleven …"),
    ],
    ids=["whole", "middle", "start", "end", "no mark"],
)
def test_excerpt(text: str, deciding: tuple[str, ...], budget: int, expected: str) -> None:
    assert shown(text, *deciding, budget=budget) == expected


def test_runs_far_apart_are_both_kept() -> None:
    text = f"alpha {'x ' * 200}omega {'y ' * 200}"
    assert shown(text, "alpha", "omega", budget=80).count("[") == 2


def test_a_deciding_run_that_fills_the_screen_is_cut() -> None:
    text = "word " * 10_000
    assert len(shown(text, text, budget=200)) < 1_000


spans = st.lists(st.tuples(st.integers(-5, 400), st.integers(-5, 400)), max_size=6)


@given(st.text(max_size=300), spans)
def test_clamped_spans_are_in_order_apart_and_inside(text: str, given_spans: list[tuple[int, int]]) -> None:
    edges = [edge for span in clamp(given_spans, len(text)) for edge in span]
    assert edges == sorted(set(edges))
    assert not edges or (edges[0] >= 0 and edges[-1] <= len(text))


@given(st.text("ab é日 ", max_size=300), spans, st.integers(20, 400))
def test_an_excerpt_holds_only_words_of_the_text_in_their_order(
    text: str, given_spans: list[tuple[int, int]], budget: int
) -> None:
    place = 0
    for piece, _ in excerpt(text, given_spans, budget):
        if ELLIPSIS not in piece:
            found = text.find(piece, place)
            assert found >= 0
            place = found + len(piece)


@given(st.text(max_size=60), spans)
def test_a_text_within_the_budget_is_kept_whole_and_all_deciding_words_are_marked(
    text: str, given_spans: list[tuple[int, int]]
) -> None:
    pieces = excerpt(text, given_spans, 60)
    assert "".join(piece for piece, _ in pieces) == text
    assert sum(len(piece) for piece, mark in pieces if mark) == sum(b - a for a, b in clamp(given_spans, len(text)))
