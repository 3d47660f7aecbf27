"""Hostile text: whatever is repeated, twice as much of it costs about twice the work, and a claim has its bound.

Work is counted in calls of functions, which is the same on every machine; a cost that grows with the square of its
text doubles twice.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import FrameType

import pytest

from claimcheck.enums import Outcome, Role
from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.matcher import LONGEST_CLAIM, MOST_ASSERTIONS, RuleMatcher
from claimcheck.matchers.names import read_names
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.words import modalities, negations, past_values, terms
from claimcheck.model import Block, Claim, Document, Issued, Location, Source
from claimcheck.text import LONGEST_SENTENCE, sentences

PLACE = Location("claims.yaml", 1, 1)
SOURCE = Source("https://example.org/a", PLACE)
CLAIM = "Ann Lee did not plan to pay 5 dollars an hour to 7 workers on 3 May 2019."
READERS: dict[str, Callable[[str, str], object]] = {
    "terms": terms,
    "dates": read_dates,
    "quantities": read_quantities,
    "names": read_names,
    "negations": negations,
    "modalities": modalities,
    "past": past_values,
}
REPEATED = (
    *("7", " ", "a", "(", "([{", '"', "'", ".", ". ", "-", "1,", "1, ", "$5 ", "5 % ", "2019 ", "A ", "Ann ", "not "),
    *(
        "will ",
        "plans to ",
        "down from 5 ",
        "and ",
        "a, ",
        "a\n",
        "x1-",
        "e\u0301",
        "\u0301",
        "\u05e9\u05dc ",
        "\u4e2d",
    ),
    *("U.S.", "l'", "n't", "one hundred ", '"Ann Lee" ', "milliards de ", "Anna said 3 ", "accused 3 ", "now has 3 "),
    *("due on 3 May, put off until 4 May, ", "cost 5 dollars, 3 of it "),
)
SIZE = 4_000
SLACK = 2_000
"""Calls that any text costs."""


def calls(work: Callable[[], object]) -> int:
    """Return how many Python functions a piece of work calls."""
    count = 0

    def tell(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tell)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def page(text: str) -> Document:
    """Return a text as a page of one paragraph."""
    return Document(text, (Block(Role.PARAGRAPH, (0, len(text))),), "A page", "en")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("unit", REPEATED)
def test_reading_twice_the_text_is_no_more_than_about_twice_the_work(reader: str, unit: str) -> None:
    read = READERS[reader]
    read(CLAIM, "en")
    texts = [unit * (size // len(unit)) for size in (SIZE, 2 * SIZE)]
    once, twice = (calls(lambda t=text: read(t, "en")) for text in texts)
    assert twice <= 2.6 * once + SLACK


@pytest.mark.parametrize("unit", REPEATED)
def test_matching_twice_the_page_is_no_more_than_about_twice_the_work(unit: str) -> None:
    claim = Claim("a", CLAIM, (SOURCE,), PLACE, language="en")
    RuleMatcher().match(claim, page(CLAIM), SOURCE)
    texts = [unit * (size // len(unit)) for size in (SIZE, 2 * SIZE)]
    once, twice = (calls(lambda t=text: RuleMatcher().match(claim, page(t), SOURCE)) for text in texts)
    assert twice <= 2.8 * once + 10 * SLACK


def test_twice_the_values_told_by_turns_are_no_more_than_about_twice_the_work() -> None:
    claim = Claim("a", "Nord employs 340 people.", (SOURCE,), PLACE, language="en")
    RuleMatcher().match(claim, page(claim.text), SOURCE)
    pages = [page("Nord employs 340 people and Hafen 215, " * count) for count in (60, 120)]
    once, twice = (calls(lambda p=held: RuleMatcher().match(claim, p, SOURCE)) for held in pages)
    assert twice <= 2.8 * once + 10 * SLACK


def test_twice_the_dated_values_are_no_more_than_about_twice_the_work() -> None:
    claim = Claim("a", "In 2011 the mill employed 410 people.", (SOURCE,), PLACE, language="en")

    def dated(count: int) -> Document:
        text = " ".join(
            f"The mill employed {400 + n % 97} people. It was sold in {1990 + n % 30}." for n in range(count)
        )
        return replace(page(text), issued=Issued(date(2024, 3, 14), "meta", "day"))

    RuleMatcher().match(claim, dated(1), SOURCE)
    once, twice = (calls(lambda n=n: RuleMatcher().match(claim, dated(n), SOURCE)) for n in (150, 300))
    assert twice <= 2.8 * once + 10 * SLACK


@pytest.mark.parametrize("unit", ["word ", "a", "(", "5 "])
def test_no_sentence_is_longer_than_its_bound_and_none_of_its_words_is_lost(unit: str) -> None:
    text = unit * (3 * LONGEST_SENTENCE // len(unit))
    found = sentences(text)
    assert max(end - begin for begin, end in found) <= LONGEST_SENTENCE
    assert "".join(text[begin:end] for begin, end in found).replace(" ", "") == text.replace(" ", "")


def test_a_run_of_capitals_without_end_is_no_name() -> None:
    assert read_names("ROAD " * 1_000, "en") == []
    assert [name.surface for name in read_names("It was the World Health Organization.", "en")]


@pytest.mark.parametrize("text", ["It paid 5 dollars. " * 200, "$5 " * (2 * MOST_ASSERTIONS)])
def test_a_claim_too_long_to_be_read_whole_says_so_and_is_not_supported_whole(text: str) -> None:
    claim = Claim("a", text, (SOURCE,), PLACE, language="en")
    match = RuleMatcher().match(claim, page("It paid 5 dollars. $5"), SOURCE)
    assert match.comparisons[-1].outcome is Outcome.MISSING
    assert "split it" in match.comparisons[-1].note
    assert len({c.assertion for c in match.comparisons}) <= MOST_ASSERTIONS + 1


def test_a_claim_of_the_longest_length_is_read_whole() -> None:
    text = "It paid 5 dollars. ".ljust(LONGEST_CLAIM, "x")
    match = RuleMatcher().match(Claim("a", text, (SOURCE,), PLACE, language="en"), page("It paid 5 dollars."), SOURCE)
    assert not any("split it" in c.note for c in match.comparisons)


def test_a_page_of_the_same_content_is_read_once_whoever_extracted_it() -> None:
    claim = Claim("a", "It paid 5 dollars.", (SOURCE,), PLACE, language="en")
    matcher = RuleMatcher()
    first = calls(lambda: matcher.match(claim, page("It paid 5 dollars. " * 50), SOURCE))
    again = calls(lambda: matcher.match(claim, page("It paid 5 dollars. " * 50), SOURCE))
    assert again < first / 2
