"""The tables of words are well formed, and speak of the same concepts."""

import re
from collections import defaultdict

import pytest

from claimcheck.matchers.words.cognates import skeleton
from claimcheck.matchers.words.countries import country_names, country_words
from claimcheck.matchers.words.tables import fields, rows, split
from claimcheck.matchers.words.tokens import LANGUAGES

OWN_LETTERS = {
    "en": "éêèïöüçñâ",
    "fr": "àâæçéèêëîïôœùûüÿñ",
    "es": "áéíóúüñ",
    "de": "äöüßéàœ",
    "pt": "áàâãéêíóôõúüç",
    "it": "àèéìíòóùú",
}
CELLS = [
    (table, cells[0], language, cell)
    for table in fields()
    for cells in rows(table)
    for language, cell in zip(LANGUAGES, cells[1:], strict=False)
]
CONCEPTS = {cells[0] for table in fields() for cells in rows(table)}
COUNTRIES = {f"country:{cells[0]}" for cells in rows("demonyms.tsv")}


BOTH_OF_A_PAIR = {("de", "anhalten"), ("it", "nipote")}
"""Words that mean either opposite: *anhalten* is to stop and to last, *nipote* a nephew or a niece."""


def word_places() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Per language and word, bare and in lower case, the concepts it stands under and how it is written there."""
    places = defaultdict(list)
    for _, concept, language, cell in CELLS:
        for word in split(cell):
            places[language, word.removeprefix("~").lower()].append((concept, word))
    return places


@pytest.mark.parametrize("table", fields())
def test_every_row_of_the_lexicon_has_a_name_and_six_columns(table: str) -> None:
    for cells in rows(table):
        assert len(cells) == 1 + len(LANGUAGES), cells[0]
        assert re.fullmatch(r"[a-z0-9_]+", cells[0]), cells[0]


def test_every_row_of_the_lexicon_has_english_and_french() -> None:
    assert [concept for _, concept, language, cell in CELLS if language in ("en", "fr") and not cell] == []


def test_no_two_rows_have_one_name() -> None:
    names = [cells[0] for table in fields() for cells in rows(table)]
    assert len(names) == len(set(names))


def test_a_word_of_several_rows_is_marked_in_each() -> None:
    unmarked = [
        (place, word)
        for place, written in word_places().items()
        if len({concept for concept, _ in written}) > 1
        for _, word in written
        if not word.startswith("~")
    ]
    assert unmarked == []


def test_no_cell_lists_a_word_twice() -> None:
    twice = [
        place for place, written in word_places().items() if len(written) != len({concept for concept, _ in written})
    ]
    assert twice == []


def test_every_word_is_written_in_the_letters_of_its_language() -> None:
    foreign = [
        (concept, language, word)
        for _, concept, language, cell in CELLS
        for word in split(cell)
        if set(word.lower()) - set("abcdefghijklmnopqrstuvwxyz0123456789 -'.&/~") - set(OWN_LETTERS[language])
    ]
    assert foreign == []


def test_no_word_has_stray_space_or_mark() -> None:
    stray = [
        (concept, word)
        for _, concept, _, cell in CELLS
        for word in split(cell)
        if not word.strip("~") or word != word.strip() or "," in word or "~" in word[1:] or "  " in word
    ]
    assert stray == []


@pytest.mark.parametrize(
    "table",
    [
        "antonyms.tsv",
        "broader.tsv",
        "causes.tsv",
        "decisive.tsv",
        "doers.tsv",
        "matrix.tsv",
        "near.tsv",
        "relatives.tsv",
        "sides.tsv",
        "weights.tsv",
    ],
)
def test_small_tables_name_concepts_of_the_lexicon(table: str) -> None:
    named = {name for cells in rows(table) for cell in cells for name in split(cell)}
    unknown = {name for name in named - CONCEPTS - COUNTRIES if not re.fullmatch(r"\d\.\d+", name)}
    assert unknown == set()


def test_a_concept_has_one_weight() -> None:
    weighed = [concept for _, concepts in rows("weights.tsv") for concept in split(concepts)]
    assert len(weighed) == len(set(weighed))


def test_no_concept_is_its_own_opposite_or_its_own_kind() -> None:
    for table in ("antonyms.tsv", "broader.tsv"):
        for ones, others in rows(table):
            assert not set(split(ones)) & set(split(others)), ones


def test_no_opposites_are_said_for_one_another() -> None:
    pairs = {(a, b) for ones, others in rows("antonyms.tsv") for a in split(ones) for b in split(others)}
    near = [set(split(row)) for (row,) in rows("near.tsv")]
    assert [(a, b) for a, b in pairs for row in near if {a, b} <= row] == []


def test_kinds_form_no_circle() -> None:
    above = defaultdict(set)
    for general, specials in rows("broader.tsv"):
        for special in split(specials):
            above[special].add(general)

    def climb(concept: str, path: tuple[str, ...]) -> None:
        assert concept not in path, path
        for general in above.get(concept, ()):
            climb(general, (*path, concept))

    for concept in list(above):
        climb(concept, ())


def test_opposites_share_no_word() -> None:
    concepts_of = defaultdict(set)
    for (language, word), written in word_places().items():
        for concept, _ in written:
            concepts_of[concept].add((language, word))
    for ones, others in rows("antonyms.tsv"):
        for one in split(ones):
            for other in split(others):
                assert not (concepts_of[one] & concepts_of[other]) - BOTH_OF_A_PAIR, (one, other)


def test_false_friends_are_written_as_their_skeleton() -> None:
    for name, words in rows("false_friends.tsv"):
        for word in split(words):
            language, form = word.split(":")
            assert skeleton(form, language) == name, word


def test_demonyms_have_a_code_and_six_languages() -> None:
    for cells in rows("demonyms.tsv"):
        assert len(cells) == 1 + len(LANGUAGES), cells[0]
        assert all(cells), cells[0]
        assert re.fullmatch(r"[A-Z]{2}(-[A-Z]{3})?|[A-Z]{4}", cells[0])


def test_country_names_add_to_what_is_known_without_contradicting_it() -> None:
    for code, language, words in rows("country_names.tsv"):
        assert language in LANGUAGES
        for word in split(words):
            assert word == word.lower()
            assert (f"country:{code}", word) in set(country_words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_of_the_united_nations_has_a_name(language: str) -> None:
    named = set(country_names(language).values())
    assert named >= {cells[0] for cells in rows("demonyms.tsv")}
