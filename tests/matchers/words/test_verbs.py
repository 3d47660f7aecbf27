"""A verb is met with its pronouns, without them, and apart from its particle."""

import pytest

from claimcheck.matchers.words import TermKind, terms


def keys(words: str, language: str) -> set[str]:
    return {key for term in terms(words, language) for key in term.keys}


@pytest.mark.parametrize(
    ("concept", "words"),
    [
        ("dismiss", "es:para despedirlos"),
        ("pay", "es:pagándoles"),
        ("sell", "es:al venderla"),
        ("dismiss", "it:di licenziarli"),
        ("sell", "it:vendendola"),
        ("pay", "pt:vão pagá-lo"),
    ],
)
def test_a_verb_with_a_pronoun_at_its_end_names_what_it_names(concept: str, words: str) -> None:
    language, text = words.split(":")
    assert concept in keys(text, language)


@pytest.mark.parametrize("words", ["vendê-lo", "vendê-las", "pagá-los"])
def test_a_portuguese_pronoun_behind_a_verb_is_no_word_to_meet(words: str) -> None:
    assert [term.kind for term in terms(words, "pt")] == [TermKind.CONTENT, TermKind.STOP]


@pytest.mark.parametrize(
    ("concept", "words"),
    [
        ("retire", "es:se jubiló en mayo"),
        ("subscription", "it:si abbonano in tanti"),
        ("candidate", "it:si candida a sindaco"),
        ("candidate", "pt:se candidatou em maio"),
    ],
)
def test_a_reflexive_verb_is_met_in_every_form(concept: str, words: str) -> None:
    language, text = words.split(":")
    assert concept in keys(text, language)


@pytest.mark.parametrize(
    ("concept", "sentence"),
    [
        ("announce", "Die Firma kündigte am Montag einen Umbau an."),
        ("hire", "Sie stellte 200 Leute ein."),
        ("reject", "Das Gericht wies die Klage zurück, sagte er."),
        ("cut", "Der Konzern baut 500 Stellen ab und zieht um."),
        ("revenue", "Die Läden setzten im Jahr 40 Millionen Euro um."),
        ("happen", "Das Treffen fand in Bremen statt."),
        ("rise", "Die Zahl der Fälle nahm um 3 Prozent zu."),
        ("fall", "Die Zahl der Fälle nahm um 3 Prozent ab."),
    ],
)
def test_a_german_verb_is_read_with_the_particle_that_ends_its_clause(concept: str, sentence: str) -> None:
    assert concept in keys(sentence, "de")


def test_a_german_verb_apart_from_its_particle_does_not_say_what_it_says_alone() -> None:
    assert "dismiss" in keys("Die Firma kündigte dem Mann.", "de")
    assert "dismiss" not in keys("Die Firma kündigte einen Umbau an.", "de")


def test_a_german_preposition_is_no_particle() -> None:
    assert "announce" not in keys("Die Firma kündigte an der Küste 20 Leuten.", "de")


def test_a_german_particle_belongs_to_no_verb_of_another_sentence() -> None:
    assert "announce" not in keys("Die Firma kündigte ihm. Er war dagegen an.", "de")


@pytest.mark.parametrize(
    ("concept", "phrases"),
    [
        ("prosecutor", ["pt:a procuradoria-geral", "es:el ministerio fiscal", "fr:le ministère public"]),
        ("job_cut", ["en:workforce reduction", "es:recortes de plantilla", "it:tagli al personale"]),
        ("bankruptcy", ["es:concurso de acreedores", "pt:recuperação judicial", "it:amministrazione straordinaria"]),
        ("infect", ["en:tested positive", "fr:testée positive", "es:dio positivo", "de:positiv getestet"]),
        ("visa", ["en:a residence permit", "fr:une carte de séjour", "de:Aufenthaltsgenehmigung"]),
        ("cull", ["en:a cull of 900 birds", "fr:l'abattage sanitaire", "de:gekeult", "it:macellazione"]),
        ("product_recall", ["en:a product recall", "fr:un rappel de produits", "de:Rückrufaktion"]),
        ("mortgage", ["fr:un emprunt immobilier", "es:préstamo hipotecario", "de:Immobilienkredit"]),
    ],
)
def test_standing_terms_of_a_field_name_one_concept_in_each_language(concept: str, phrases: list[str]) -> None:
    for pair in phrases:
        language, phrase = pair.split(":", 1)
        assert concept in keys(phrase, language), pair


def test_a_ministry_that_publishes_is_no_prosecutor() -> None:
    assert "prosecutor" not in keys("El ministerio publicó su informe.", "es") | keys("O ministério publicou.", "pt")
