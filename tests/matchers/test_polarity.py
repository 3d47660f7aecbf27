"""What is denied on one side alone is contradicted; what is denied of something else is not."""

import pytest
from matchers.laws_facts import document, verdict

from claimcheck.enums import Verdict
from claimcheck.matchers.words import CueKind, modalities, negations


@pytest.mark.parametrize(
    ("claim", "language", "text", "page_language"),
    [
        ("Les livreurs étaient des salariés.", "fr", "The couriers were employees, not freelancers.", "en"),
        ("L'étude a été financée par la ville.", "fr", "The study was funded by the city, not by the industry.", "en"),
        ("Several boats were damaged.", "en", "No hubo heridos, aunque varias barcas quedaron dañadas.", "es"),
    ],
)
def test_a_denial_of_something_else_denies_nothing(claim: str, language: str, text: str, page_language: str) -> None:
    assert verdict(claim, document(text, language=page_language), language) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language", "text", "page_language"),
    [
        ("The couriers were freelancers.", "en", "The couriers were employees, not freelancers.", "en"),
        ("La région exclut une hausse des prix.", "fr", "La région n'exclut pas une hausse des prix.", "fr"),
        ("Le maire a vendu le pont.", "fr", "Le maire a nié que le pont ait été vendu.", "fr"),
        ("La région augmente les prix.", "fr", "La région n'exclut pas une hausse des prix.", "fr"),
    ],
)
def test_what_is_denied_is_never_supported(claim: str, language: str, text: str, page_language: str) -> None:
    assert verdict(claim, document(text, language=page_language), language) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language", "text"),
    [
        ("No worker earns less than 18 dollars an hour.", "en", "Workers earn at least 18 dollars an hour."),
        (
            "Aucun ouvrier ne gagne moins de 18 euros de l'heure.",
            "fr",
            "Les ouvriers gagnent au moins 18 euros de l'heure.",
        ),
    ],
)
def test_a_bound_under_a_denial_is_the_opposite_bound(claim: str, language: str, text: str) -> None:
    assert verdict(claim, document(text, language=language), language) is Verdict.SUPPORTED
    turned = text.replace("at least", "at most").replace("au moins", "au plus")
    assert verdict(claim, document(turned, language=language), language) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Marn Radio bought Castel Media.", "Castel Media bought Marn Radio."),
        ("Piet Vos replaced Maud Lefèvre.", "Maud Lefèvre led the jury. She replaced Piet Vos."),
    ],
)
def test_who_did_it_and_to_whom_do_not_change_places(claim: str, text: str) -> None:
    assert verdict(claim, document(text)) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            "Un juge a validé un accord de 2 millions d'euros.",
            "The firm will pay 2 million euros under a deal approved by a judge.",
        ),
        (
            "La société a versé 2 millions d'euros.",
            "The firm will pay 2 million euros under a deal approved by a judge.",
        ),
    ],
)
def test_only_what_is_still_to_come_is_told_as_such(claim: str, text: str) -> None:
    done = "validé" in claim
    assert (verdict(claim, document(text), "fr") is Verdict.SUPPORTED) is done


def test_the_opposite_under_a_denial_says_the_same() -> None:
    page = document("Le maire de Carsan a renoncé à fermer la piscine.", language="fr")
    assert verdict("La piscine de Carsan a fermé.", page, "fr") is not Verdict.SUPPORTED
    assert verdict("La piscine de Carsan reste ouverte.", page, "fr") is not Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Arbor gave 300 workers permanent contracts.", "Arbor gave 300 workers contracts."),
        ("Arbor gave 300 workers full pay.", "Arbor gave 300 workers pay."),
    ],
)
def test_a_word_that_makes_another_fact_must_be_said(claim: str, text: str) -> None:
    assert verdict(claim, document(claim)) is Verdict.SUPPORTED
    assert verdict(claim, document(text)) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("Orvane a publié ses règles à la demande du médiateur.", "fr"),
        ("Orvane published its rules at the request of the ombudsman.", "en"),
        ("Orvane ha pubblicato le regole su richiesta del mediatore.", "it"),
    ],
)
def test_what_was_done_on_request_is_more_than_was_asked(claim: str, language: str) -> None:
    page = document("The ombudsman has asked Orvane to publish its rules.", language="en")
    assert verdict(claim, page, language) is not Verdict.SUPPORTED


def test_who_owns_up_to_a_thing_is_not_who_did_it() -> None:
    page = document("Maro Data dismissed 46 workers after they asked for a union.", language="en")
    assert verdict("Maro Data a licencié 46 salariés.", page, "fr") is Verdict.SUPPORTED
    assert verdict("Maro Data reconnaît avoir licencié 46 salariés.", page, "fr") is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harm is not necessarily due to the dam.", "en"),
        ("Le dommage n'est pas nécessairement dû au barrage.", "fr"),
        ("El daño no se debe necesariamente a la presa.", "es"),
        ("Der Schaden kommt nicht unbedingt vom Damm.", "de"),
        ("O dano não se deve necessariamente à barragem.", "pt"),
        ("Il danno non è necessariamente dovuto alla diga.", "it"),
    ],
)
def test_not_necessarily_denies_nothing_and_leaves_it_possible(text: str, language: str) -> None:
    assert not negations(text, language)
    assert any(cue.kind is CueKind.POSSIBILITY for cue in modalities(text, language))
