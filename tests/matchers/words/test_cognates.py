"""Cognates share a key under regular correspondences; words that look alike and mean other things do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matchers.words import related, terms
from claimcheck.matchers.words.cognates import skeleton
from claimcheck.matchers.words.compounds import split_compound
from claimcheck.matchers.words.tokens import LANGUAGES
from claimcheck.text import fold


@pytest.mark.parametrize(
    "words",
    [
        "en:privatisation fr:privatisation es:privatización de:Privatisierung pt:privatização it:privatizzazione",
        "en:university fr:université es:universidad de:Universität pt:universidade it:università",
        "en:energetic fr:énergétique es:energético de:energetisch pt:energético it:energetico",
        "en:realist fr:réaliste es:realista de:Realist pt:realista it:realista",
        "en:pluralism fr:pluralisme es:pluralismo de:Pluralismus pt:pluralismo it:pluralismo",
        "en:tolerance fr:tolérance es:tolerancia de:Toleranz pt:tolerância it:tolleranza",
        "en:monument fr:monument es:monumento de:Monument pt:monumento it:monumento",
        "en:theocracy fr:théocratie es:teocracia de:Theokratie pt:teocracia it:teocrazia",
    ],
)
def test_a_class_of_words_takes_the_ending_of_each_language(words: str) -> None:
    pairs = [pair.split(":") for pair in words.split()]
    skeletons = {skeleton(form.lower(), language) for language, form in pairs}
    assert len(skeletons) == 1
    assert skeletons != {""}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fr:actuellement", "en:actually"),
        ("es:éxito", "en:exit"),
        ("de:Gift", "en:gift"),
        ("it:camera", "en:camera"),
        ("pt:êxito", "en:exit"),
        ("fr:procès", "en:process"),
        ("de:Rente", "en:rent"),
        ("es:largo", "en:large"),
    ],
)
def test_false_friends_do_not_meet(one: str, other: str) -> None:
    (language, word), (other_language, other_word) = one.split(":"), other.split(":")
    assert not related(terms(word.lower(), language)[0], terms(other_word, other_language)[0])


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Arbeitslosenquote", ["Arbeitslosen", "quote"]),
        ("Friedensvertrag", ["Friedens", "vertrag"]),
        ("Staatsverschuldung", ["Staats", "verschuldung"]),
        ("Kriegsverbrechen", ["Kriegs", "verbrechen"]),
        ("Mindestlohn", ["Mindest", "lohn"]),
        ("Kinderarbeit", ["Kinder", "arbeit"]),
        ("Verteidigungsminister", ["Verteidigungs", "minister"]),
    ],
)
def test_a_german_compound_comes_as_its_parts(word: str, parts: list[str]) -> None:
    assert [term.surface for term in terms(word, "de")] == parts
    assert all(any(key[0] not in "@^" and "~" not in key for key in term.keys) for term in terms(word, "de"))


@pytest.mark.parametrize("word", ["Arbeitsmarkt", "Gewerkschaft", "Umfrage", "Häuser", "Brevenstein"])
def test_a_word_of_the_lexicon_and_an_unknown_name_stay_whole(word: str) -> None:
    assert [term.surface for term in terms(word, "de")] == [word]


@given(st.text(max_size=30), st.sampled_from(LANGUAGES))
def test_only_a_long_word_of_letters_has_a_skeleton(form: str, language: str) -> None:
    found = skeleton(form, language)
    assert not found or (found.isalpha() and fold(form).isalpha() and len(fold(form)) > len("word"))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüß", max_size=40))
def test_cuts_of_a_compound_rise_within_the_word(form: str) -> None:
    cuts = split_compound(form)
    assert list(cuts) == sorted(set(cuts))
    assert all(0 < cut < len(form) for cut in cuts)
