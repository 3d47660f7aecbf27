"""Laws that hold for any number: what is written is read back, in every language, and spans point at the words read."""

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matchers.quantities.spelling import SPELLERS

from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.quantities.masks import masked_tokens
from claimcheck.matchers.quantities.scanner import Scanner
from claimcheck.matchers.quantities.tables import lexis_of
from claimcheck.matchers.scanning import tokenise
from claimcheck.matchers.values import Dimension

LANGUAGES = ["en", "fr", "es", "de", "pt", "it"]
GROUPS = {"en": ",", "fr": "\u202f", "es": ".", "de": ".", "pt": ".", "it": "."}
DECIMALS = {"en": ".", "fr": ",", "es": ",", "de": ",", "pt": ",", "it": ","}
EUROS = {"en": "euros", "fr": "euros", "es": "euros", "de": "Euro", "pt": "euros", "it": "euro"}
MILLIONS = {"en": "million", "fr": "millions", "es": "millones", "de": "Millionen", "pt": "milhões", "it": "milioni"}
OF = {"en": "", "fr": "d'", "es": "de ", "de": "", "pt": "de ", "it": "di "}

languages = st.sampled_from(LANGUAGES)
wholes = st.integers(min_value=2, max_value=10**12)
amounts = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2)


def write(number: Decimal, language: str) -> str:
    """Return a number as CLDR writes it."""
    plain = f"{number:,}"
    return plain.translate(str.maketrans({",": GROUPS[language], ".": DECIMALS[language]}))


@settings(deadline=None)
@given(wholes, languages)
def test_a_whole_number_of_euros_is_read_back(number: int, language: str) -> None:
    (quantity,) = read_quantities(f"{write(Decimal(number), language)} {EUROS[language]}", language)
    assert (quantity.low, quantity.high, quantity.currency) == (number, number, "EUR")


@settings(deadline=None)
@given(amounts, languages)
def test_a_decimal_amount_is_read_back(number: Decimal, language: str) -> None:
    (quantity,) = read_quantities(f"{write(number, language)} {EUROS[language]}", language)
    assert quantity.low == number
    assert quantity.step == Decimal("0.01")


@settings(deadline=None)
@given(st.decimals(min_value=Decimal("1.1"), max_value=999, places=1), languages)
def test_a_scale_word_multiplies_the_value_and_its_step(number: Decimal, language: str) -> None:
    text = f"{write(number, language)} {MILLIONS[language]} {OF[language]}{EUROS[language]}"
    (quantity,) = read_quantities(text, language)
    assert quantity.low == number * 10**6
    assert quantity.step == 10**5
    assert quantity.scale_word == MILLIONS[language].lower()


@settings(deadline=None)
@given(st.integers(min_value=2, max_value=10**9), st.integers(min_value=1, max_value=10**6), languages)
def test_a_range_is_read_back_whatever_joins_it(low: int, gap: int, language: str) -> None:
    high = low + gap
    joiners = {"en": "to", "fr": "à", "es": "a", "de": "bis", "pt": "a", "it": "a"}
    for joiner in (f" {joiners[language]} ", "\u2013", " \u2013 "):
        text = f"{write(Decimal(low), language)}{joiner}{write(Decimal(high), language)} {EUROS[language]}"
        (quantity,) = read_quantities(text, language)
        assert (quantity.low, quantity.high) == (low, high)


@settings(deadline=None)
@given(st.integers(min_value=2, max_value=999_999), languages)
def test_a_number_said_in_words_is_read_back(number: int, language: str) -> None:
    if number % 10 == 1 and language in {"es", "pt", "it", "de"}:
        number += 1
    words = spell(number, language)
    quantities = read_quantities(f"{words} {EUROS[language]}", language)
    assert [quantity.low for quantity in quantities] == [number]


@settings(deadline=None)
@given(wholes, languages)
def test_spans_point_at_the_words_read(number: int, language: str) -> None:
    text = f"\u00a0x {write(Decimal(number), language)} {EUROS[language]}, y"
    (quantity,) = read_quantities(text, language)
    assert text[slice(*quantity.span)] == quantity.text


@settings(deadline=None)
@given(st.text(alphabet="0123456789 .,-\u2013/:$€%[]()'½²aehmofdun\n", max_size=60), languages)
def test_any_text_is_read_in_order_without_overlap(text: str, language: str) -> None:
    found = read_quantities(text, language)
    for quantity in found:
        assert text[slice(*quantity.span)] == quantity.text
        assert quantity.low <= quantity.high
        assert quantity.step > 0
        assert isinstance(quantity.dimension, Dimension)
    spans = [quantity.span for quantity in found]
    assert spans == sorted(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


HOSTILE = [
    "1",
    " ",
    "a",
    "[",
    "1 ",
    "1,",
    "1.",
    "1-",
    "$",
    "-1",
    "un ",
    "two ",
    "1/",
    "@1",
    "://1",
    "(0",
    "half ",
    "de 1 ",
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_text_twice_as_long_takes_twice_the_steps_whatever_it_repeats(
    piece: str, language: str, steps: Callable[[Callable[[], object]], int]
) -> None:
    once, twice = (piece * (size // len(piece)) for size in (8_000, 16_000))
    read_quantities(once[:100], language)
    assert steps(lambda: read_quantities(twice, language)) <= 2.2 * steps(lambda: read_quantities(once, language)) + 200


@pytest.mark.parametrize("piece", ["(0", "1 ", "1-", "$1", "19, ", "un "])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_repeats_itself_for_long_is_read_at_its_beginning_only(
    piece: str, language: str, steps: Callable[[Callable[[], object]], int]
) -> None:
    lexis = lexis_of(language)

    def scan(text: str) -> None:
        tokens = tokenise(text, language)
        list(Scanner(tokens, lexis, text).scan(masked_tokens(tokens, ())))

    short, long = (piece * count for count in (24_000, 36_000))
    scan(piece * 1_000)
    added = 12_000 * (tokenise(piece, language).count + 1)
    assert steps(lambda: scan(long)) - steps(lambda: scan(short)) <= 3 * added


def test_a_dump_of_numbers_is_read_at_its_beginning_only() -> None:
    dump = "; ".join(str(number * number % 97) for number in range(12_000))
    assert len(read_quantities(dump, "en")) < 2_000
    assert len(read_quantities(dump.replace("; 9", " pears; 9"), "en")) > 8_000


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_run_of_one_thing_is_read_to_its_end(piece: str) -> None:
    text = piece * (50_000 // len(piece)) + "\n300 workers"
    assert read_quantities(text, "en")[-1].noun == ("workers",)


def spell(number: int, language: str) -> str:
    """Return a number in words, by the rules of each language."""
    return SPELLERS[language](number)
