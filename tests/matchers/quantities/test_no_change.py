"""Words that begin like one of gain or loss and tell of none: a share beside them is a level."""

import pytest
from matchers.quantities.told import told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Surgery failed in 4% of cases."),
        ("en", "The movie drew 4%."),
        ("en", "Smallholders make up 4%."),
        ("fr", "Le montant est de 4 %."),
        ("fr", "Il croit aux 4 %."),
        ("es", "El subsidio cubre el 4 %."),
        ("es", "Votó contra el 4 %."),
        ("pt", "O subsídio cobre 4 %."),
        ("pt", "Descobriu 4 %."),
        ("it", "Il salario copre il 4 %."),
        ("it", "Le persone sono il 4 %."),
        ("it", "Il contratto copre il 4 %."),
    ],
)
def test_a_word_that_only_begins_like_one_of_change_tells_of_none(language: str, text: str) -> None:
    assert told(text, language).startswith("4 %")
    assert not told(text, language).endswith(("up", "down"))


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "Output surged 4%.", "up"),
        ("fr", "La croissance atteint 4 %.", "up"),
        ("es", "El paro subió un 4 %.", "up"),
        ("pt", "O desemprego desceu 4 %.", "down"),
        ("it", "Il prezzo sale del 4 %.", "up"),
        ("it", "Il prezzo cala del 4 %.", "down"),
    ],
)
def test_the_words_of_change_still_do(language: str, text: str, way: str) -> None:
    assert told(text, language) == f"4 % {way}"
