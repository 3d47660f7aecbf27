"""Reasons, labels told before, changes of shares: what a page says of another thing, or of why, is no support."""

import pytest
from matchers.laws_facts import document, verdict
from matchers.short_pages import outcomes

from claimcheck.enums import Outcome, Verdict
from claimcheck.matchers.names import read_names


@pytest.mark.parametrize(
    ("claim", "language", "page", "of_page"),
    [
        pytest.param(
            "Quarante ouvriers sont partis à cause du bruit.",
            "fr",
            "Forty workers left because of low wages. Noise was measured in two halls.",
            "en",
            id="French on English",
        ),
        pytest.param(
            "Nine flights were cancelled due to fog.",
            "en",
            "Neuf vols ont été annulés à cause d'une panne informatique. Le brouillard s'est levé le soir.",
            "fr",
            id="English on French",
        ),
        pytest.param(
            "Las 12 escuelas cerraron debido a la nieve.",
            "es",
            "The 12 schools closed owing to a strike. Snow fell the week after.",
            "en",
            id="Spanish on English",
        ),
    ],
)
def test_another_reason_contradicts_where_the_page_has_the_claimed_one_elsewhere(
    claim: str, language: str, page: str, of_page: str
) -> None:
    assert Outcome.CONFLICTS in outcomes(claim, page, language=language, of_page=of_page)


@pytest.mark.parametrize(
    ("claim", "page", "language"),
    [
        ("Quarante ouvriers sont partis à cause du bruit.", "Forty workers left because of the noise.", "fr"),
        ("Las 12 escuelas cerraron debido a la nieve.", "The 12 schools closed owing to heavy snow.", "es"),
        ("Quarante ouvriers sont partis.", "Forty workers left because of the noise.", "fr"),
    ],
)
def test_the_same_reason_or_none_supports(claim: str, page: str, language: str) -> None:
    assert outcomes(claim, page, language=language) == {Outcome.AGREES}


def test_a_reason_that_the_page_has_nowhere_is_neither_supported_nor_contradicted() -> None:
    found = outcomes("Quarante ouvriers sont partis à cause du bruit.", "Forty workers left because of low wages.")
    assert not found <= {Outcome.AGREES}
    assert Outcome.CONFLICTS not in found


def test_a_thing_without_a_label_is_the_one_whose_label_was_told_last() -> None:
    page = document("Tower A opened in May. The tower has 17 floors.", "Tower D will be built in 2031.")
    assert verdict("Tower A has 17 floors.", page, "en") is Verdict.SUPPORTED
    assert verdict("Tower D will have 17 floors.", page, "en") is not Verdict.SUPPORTED
    assert verdict("La tour D aura 17 étages.", page, "fr") is not Verdict.SUPPORTED


def test_at_first_instance_tells_of_no_former_value() -> None:
    page = "At first instance the court ordered Marden to pay €900,000 and dismissed its counterclaim of €200,000."
    assert Outcome.CONFLICTS not in outcomes("L'indemnité due par Marden a été réduite de 300 000 euros.", page)


def test_by_what_part_a_share_changed_denies_no_change_of_the_amount() -> None:
    page = "Rented flats made up 18 per cent of sales in 2024, against 21 per cent in 2023."
    assert Outcome.CONFLICTS not in outcomes("Les ventes d'appartements ont reculé de 8 % en 2024.", page)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("Vantis Gold to cut 400 jobs in Peru", "Vantis Gold", id="a headline with small nouns"),
        pytest.param("Corvo Steel sells mill near Lodva and Brindle", "Corvo Steel", id="a small verb"),
    ],
)
def test_a_line_with_content_words_written_small_is_no_title_case(line: str, name: str) -> None:
    assert name in [found.surface for found in read_names(line, "en")]


def test_a_firm_that_shares_one_word_is_another_firm_in_a_headline_too() -> None:
    page = document("Vantis Lithium stopped its pumps on Friday.", "Vantis Gold to cut 400 jobs in Peru")
    assert verdict("Vantis Lithium va supprimer 400 postes au Pérou.", page, "fr") is not Verdict.SUPPORTED
    assert verdict("Vantis Gold va supprimer 400 postes au Pérou.", page, "fr") is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language"),
    [("L'étude a été relue par des pairs.", "fr"), ("El estudio fue revisado por pares.", "es")],
)
def test_what_was_not_peer_reviewed_was_not_read_by_peers(claim: str, language: str) -> None:
    assert outcomes(claim, "The study was peer-reviewed in May.", language=language) == {Outcome.AGREES}
    assert Outcome.CONFLICTS in outcomes(claim, "The study has not been peer-reviewed.", language=language)
