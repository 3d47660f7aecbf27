"""Inflected forms come back to their words: prefixed strong verbs, plurals with another vowel, brackets of verbs."""

import pytest

from claimcheck.matchers.words import terms
from claimcheck.matchers.words.inflection import lemma_candidates
from claimcheck.matchers.words.lexicon import lexicon


def keys(words: str, language: str) -> set[str]:
    return {key for term in terms(words, language) for key in term.keys if key[0] not in "@^" and "~" not in key}


@pytest.mark.parametrize(
    ("language", "form", "word"),
    [
        ("de", "Gärten", "garten"),
        ("de", "Ärztinnen", "arzt"),
        ("de", "Dörfern", "dorf"),
        ("de", "bekanntesten", "bekannt"),
        ("de", "stärker", "stark"),
        ("de", "wachsender", "wachsen"),
        ("pt", "votarem", "votar"),
        ("it", "altissimi", "alto"),
    ],
)
def test_a_regular_form_comes_back_to_its_word(language: str, form: str, word: str) -> None:
    assert word in lemma_candidates(form.lower(), language)


@pytest.mark.parametrize(
    ("language", "form", "word"),
    [
        ("en", "foretold", "foretell"),
        ("es", "mantuvieron", "mantener"),
        ("es", "propusieron", "proponer"),
        ("fr", "parviendra", "parvenir"),
        ("it", "mantennero", "mantenere"),
        ("pt", "contradisse", "contradizer"),
        ("de", "übernahm", "übernehmen"),
        ("de", "vermieden", "vermeiden"),
        ("de", "überschrittene", "überschreiten"),
        ("de", "herausgegeben", "herausgeben"),
        ("de", "sicherzustellen", "sicherstellen"),
        ("de", "stattfand", "stattfinden"),
    ],
)
def test_a_verb_with_a_prefix_is_as_irregular_as_the_one_without(language: str, form: str, word: str) -> None:
    assert word in lemma_candidates(form, language)


@pytest.mark.parametrize(
    ("language", "form"), [("fr", "verront"), ("es", "vendrán"), ("de", "gegessen"), ("it", "vennero")]
)
def test_an_irregular_form_is_known_and_is_no_word_of_its_own(language: str, form: str) -> None:
    assert lexicon(language).exact(form)
    assert not lexicon(language).is_word(form)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Bei dem Brand kamen im Jahr darauf zwei Gäste ums Leben.", "die"),
        ("Am Abend trat der Bach nach dem Gewitter über die Ufer und stieg weiter.", "overflow"),
        ("Die neue Regel tritt erst im Herbst in Kraft.", "enter_into_force"),
        ("Zwei Gäste sind ums Leben gekommen.", "die"),
    ],
)
def test_a_german_phrase_is_met_with_its_verb_at_the_head_of_the_clause_or_at_its_end(text: str, concept: str) -> None:
    assert concept in keys(text, "de")
    assert not {"come", "tread", "step_on"} & keys(text, "de")
