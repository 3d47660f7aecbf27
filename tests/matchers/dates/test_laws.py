"""Laws of reading dates: what CLDR renders reads back, spans are in order and in the text, nothing raises."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st
from matchers.dates.telling import ISSUED

from claimcheck.matchers.dates import mask_dates, read_dates
from claimcheck.matchers.values import Granularity

LANGUAGES = ["en", "fr", "es", "de", "pt", "it"]
_days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_pieces = st.sampled_from(
    """
    in May on 4 and 6 2023 2015 to 2019 the 1990s Q1 early last year Friday ago three © , . - / ( ) ' \n
    le 1er mai au siècle années été dernier il y a fin jusqu'en du d'ici am 3. Mai bis vor Jahren
    siglo XIX anno scorso dal há hace de a 20/04/2022 31 BC 12 '90 22
    """.split(" ")  # noqa: SIM905 - a table of words
)
_texts = st.one_of(
    st.text(max_size=60), st.lists(_pieces, max_size=14).map(" ".join), st.lists(_pieces, max_size=14).map("".join)
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["long", "full", "medium"])
@given(day=_days)
def test_a_day_that_cldr_renders_reads_back(language: str, form: str, day: date) -> None:
    written = format_date(day, form, locale=language)
    [found] = read_dates(f"Aa {written} bb.", language)
    assert (found.start, found.end, found.granularity) == (day, day, Granularity.DAY)


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=_days)
def test_an_iso_day_reads_back_in_every_language(language: str, day: date) -> None:
    [found] = read_dates(f"({day.isoformat()})", language)
    assert (found.start, found.end) == (day, day)


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=_days)
def test_a_month_that_cldr_renders_reads_back(language: str, day: date) -> None:
    written = format_date(day, "MMMM y", locale=language)
    [found] = read_dates(f"aa {written} bb.", language)
    assert (found.start, found.granularity) == (day.replace(day=1), Granularity.MONTH)
    assert (found.start.year, found.start.month) == (found.end.year, found.end.month)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=_texts)
def test_spans_are_in_order_do_not_overlap_and_hold_their_text(language: str, text: str) -> None:
    past = 0
    for found in read_dates(text, language, issued=ISSUED):
        start, end = found.span
        assert past <= start < end <= len(text)
        assert found.text == text[start:end]
        assert found.start <= found.end
        past = end


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=_texts)
def test_every_date_is_masked_and_the_issue_date_only_adds(language: str, text: str) -> None:
    masks = mask_dates(text, language)
    known = [found.span for found in read_dates(text, language)]
    more = [found.span for found in read_dates(text, language, issued=ISSUED)]
    assert set(known) <= set(more) <= set(masks)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=_texts, issued=st.one_of(st.dates(), st.sampled_from([date.min, date.max, date(1000, 1, 1)])))
def test_no_issue_date_makes_reading_fail(language: str, text: str, issued: date) -> None:
    said = f"{text} last year, next year, l'an dernier, 150 years ago, 20 decades ago, on Friday, 29 February"
    assert all(found.start <= found.end for found in read_dates(said, language, issued=issued))


@given(text=_texts)
def test_a_language_without_tables_is_read_as_english(text: str) -> None:
    assert read_dates(text, "xx") == read_dates(text, "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit", ["1", "1 ", "a ", " ", "(", "2015 ", "2015-", "4, ", "the ", "Friday ", "de la ", "19 . "]
)
def test_hostile_repetition_is_read_to_its_end(language: str, unit: str) -> None:
    text = unit * (30_000 // len(unit)) + "\n2022-04-20"
    assert read_dates(text, language)[-1].start == date(2022, 4, 20)
