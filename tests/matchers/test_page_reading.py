"""A page is read in parts, each when it is asked for: what is found is the same as in the text read whole."""

from collections.abc import Sequence
from datetime import date

import pytest
from matchers.laws_facts import document

from claimcheck.enums import Role
from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.passages import Passages
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.words import WordIndex, terms
from claimcheck.model import Block, Document

PARAGRAPHS = (
    "The port of Lunde handled 4.1 million tonnes in 2018, and didn't grow after 3 May 2021.",
    "Wages rose by 3 % to 12.40 euros an hour. Two of the five yards took part in it.",
    "In the U.S. the WHO counted 1,200 cases; a take-home wage of $7.25 an hour took place in June.",
)
TEXTS = {
    "en": "\n".join(PARAGRAPHS),
    "fr": "L'usine n'emploie plus que 1 200 ouvriers.\nLe salaire minimum a augmenté de 3 % en mai 2021.",
    "de": "Die Arbeitslosenquote sank auf 5,2 Prozent.\nDer Krankenhausaufenthalt dauerte drei Tage.",
}


def page_of(*paragraphs: str) -> Document:
    """Return a page of these paragraphs."""
    blocks: list[Block] = []
    place = 0
    for paragraph in paragraphs:
        blocks.append(Block(Role.PARAGRAPH, (place, place + len(paragraph))))
        place += len(paragraph) + 1
    return Document("\n".join(paragraphs), tuple(blocks))


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_words_are_found_by_a_key_where_the_terms_with_it_stand(language: str) -> None:
    text = TEXTS[language]
    held = terms(text, language)
    index = WordIndex(text, language)
    for key in {key for term in held for key in term.keys}:
        assert index.spans(key) == [term.span for term in held if key in term.keys]
    assert index.spans("no such key") == []


def test_words_are_found_beyond_what_is_cut_at_once() -> None:
    text = "The yard is closed today.\n" * 4_000 + "The brewery is open."
    (begin, end) = WordIndex(text, "en").spans(next(key for key in terms("brewery", "en")[0].keys if key[0] != "^"))[-1]
    assert text[begin:end] == "brewery"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_a_block_states_what_the_whole_text_states_there(order: Sequence[int]) -> None:
    page = page_of(*(PARAGRAPHS[number] for number in order))
    passages = Passages(page, "en")
    dates = read_dates(page.text, "en")
    assert [held for held, _ in passages.dates] == dates
    assert [held for held, _ in passages.quantities] == read_quantities(page.text, "en", dates=dates)
    for held, sentence in passages.quantities:
        assert page.text[slice(*held.span)] == held.text
        assert held in passages.quantities_in(sentence)


def test_a_date_in_one_block_shows_the_order_of_day_and_month_in_another() -> None:
    told = Passages(page_of("It opened on 20/04/2022.", "It closed on 03/05/2022."), "en")
    assert [held.start for held, _ in told.dates] == [date(2022, 4, 20), date(2022, 5, 3)]
    silent = Passages(page_of("It opened in spring.", "It closed on 03/05/2022."), "en")
    assert [held.start for held, _ in silent.dates] == [date(2022, 3, 5)]


def test_digits_that_are_a_block_of_a_page_are_no_value_that_somebody_names() -> None:
    assert [held.low for held in read_quantities("2019", "en")] == [2019]
    assert not Passages(page_of("2019", "The yard opened."), "en").quantities


def test_what_stands_around_a_value_is_placed_where_its_sentence_stands() -> None:
    said = "The yard did not build 12 ships."
    passages = Passages(document(f"{said} It was sold. {said}"), "en")
    first, _, last = passages.sentences
    (one,), (other,) = passages.cues(first).negations, passages.cues(last).negations
    moved = last.span[0] - first.span[0]
    assert (other.span[0] - one.span[0], other.scope[1] - one.scope[1]) == (moved, moved)
