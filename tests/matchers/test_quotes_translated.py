"""A quote in another language is compared by what no translation changes; what words leave open is for a reader."""

import pytest
from matchers.laws_facts import document, finding, verdict

from claimcheck.enums import Code, Verdict

PAGE = document(
    "Helena Marsh now leads the orchestra.",
    "“An orchestra is not a museum,” Marsh said. “We will play living composers every week.”",
)


def test_a_translation_that_keeps_words_and_denial_is_supported() -> None:
    assert verdict("« Un orchestre n'est pas un musée », a dit Helena Marsh.", PAGE, "fr") is Verdict.SUPPORTED


def test_a_translation_that_drops_the_denial_is_an_altered_quote() -> None:
    altered = finding("« Un orchestre est un musée », a dit Helena Marsh.", PAGE, "fr")
    assert altered.verdict is Verdict.CONTRADICTED
    assert Code.ALTERED_QUOTE in altered.codes


@pytest.mark.parametrize(
    "claim",
    [
        "« Un orchestre n'est pas une usine », a dit Helena Marsh.",
        "« Nous jouerons des inconnus », a dit Helena Marsh.",
    ],
)
def test_a_translation_with_other_words_is_never_supported(claim: str) -> None:
    assert verdict(claim, PAGE, "fr") is not Verdict.SUPPORTED


def test_one_word_exchanged_in_the_language_of_the_page_is_an_altered_quote() -> None:
    altered = finding("Helena Marsh said: “An orchestra is not a factory.”", PAGE)
    assert altered.verdict is Verdict.CONTRADICTED
    assert Code.ALTERED_QUOTE in altered.codes


def test_words_that_decide_nothing_are_left_to_a_reader_with_the_passage() -> None:
    page = document("The council of Tarn has second thoughts about the ban on phones.")
    left = finding("Le conseil de Tarn abandonne l'interdiction des téléphones.", page, "fr")
    assert left.verdict is Verdict.FAILED_VERIFICATION
    assert Code.NEEDS_REVIEW in left.codes
    assert [evidence.exact for evidence in left.evidence] == [page.text]
