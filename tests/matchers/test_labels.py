"""Labels: a value of line B says nothing of line C; and words cut from behind their denial are no quote."""

import pytest
from matchers.laws_facts import document, finding, verdict

from claimcheck.enums import Code, Verdict
from claimcheck.matchers.labels import labels
from claimcheck.matchers.words import terms


@pytest.mark.parametrize(
    ("text", "language", "marks"),
    [
        pytest.param("Line B carries 45,000 people.", "en", ["B"], id="a letter"),
        pytest.param("Furnace no. 2 stays off.", "en", ["2"], id="a number sign"),
        pytest.param("Le four numéro 12 sera converti.", "fr", ["12"], id="the word number"),
        pytest.param("Ofen Nr. 2 bleibt kalt.", "de", ["2"], id="a German number sign"),
        pytest.param("El horno n.º 2 sigue apagado.", "es", ["2"], id="a Spanish number sign"),
        pytest.param("Some 45 people and 12 dogs came.", "en", [], id="a count is no label"),
        pytest.param("The president John F. Kennedy spoke.", "en", [], id="an initial is no label"),
        pytest.param("Model T-shirts and plan B2 sold.", "en", [], id="a part of a word is no label"),
    ],
)
def test_a_label_is_a_mark_behind_a_word(text: str, language: str, marks: list[str]) -> None:
    assert [label.mark for label in labels(text, tuple(terms(text, language)))] == marks


@pytest.mark.parametrize(
    ("claim", "language"),
    [("Line C carries 45,000 passengers a day.", "en"), ("La ligne C transporte 45 000 passagers par jour.", "fr")],
)
def test_a_value_of_another_label_supports_nothing(claim: str, language: str) -> None:
    page = document("Line B carries 45,000 passengers a day.", "Line C is still being built.")
    assert verdict(claim, page, language) is not Verdict.SUPPORTED
    assert verdict(claim.replace(" C ", " B "), page, language) is Verdict.SUPPORTED


def test_a_quote_cut_from_behind_its_denial_is_altered() -> None:
    page = document("“We will not cut a single job at the mill,” Ruth Amsel said.")
    kept = finding("“We will not cut a single job at the mill,” Ruth Amsel said.", page)
    assert kept.verdict is Verdict.SUPPORTED
    page = document("«No habrá aire acondicionado en todas las aulas», advirtió Pilar Antúnez.", language="es")
    cut = finding("«Habrá aire acondicionado en todas las aulas», advirtió Pilar Antúnez.", page, "es")
    assert cut.verdict is Verdict.CONTRADICTED
    assert Code.ALTERED_QUOTE in {compared.code for compared in cut.comparisons}
