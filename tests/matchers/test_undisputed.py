"""A value that nothing on the page disputes is the claim's own, though the page tells of it in other words."""

import pytest
from matchers.laws_facts import document, finding

from claimcheck.enums import Code, Verdict

YES = Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("sentence", "claim", "language"),
    [
        ("The gauge in Sarnby stood at 38.6 degrees on the terrace.", "38,6 degrés ont été relevés à Sarnby.", "fr"),
        ("Morva retained £164,350.", "La somme détournée par Morva s'élève à 164 350 livres.", "fr"),
        (
            "Der Umbau in Telgen verschlang 2,37 Millionen Euro.",
            "La ville de Telgen a payé 2,37 millions d'euros.",
            "fr",
        ),
    ],
)
def test_a_number_that_is_no_chance_needs_not_all_words_of_the_claim(sentence: str, claim: str, language: str) -> None:
    page = document(sentence, language="de" if sentence.startswith("Der") else "en")
    assert finding(claim, page, language).verdict is YES


@pytest.mark.parametrize(
    "sentence",
    [
        "Morva retained £164,350 and its rival Dastel £98,200.",
        "Morva retained £98,200. Its rival Dastel retained £164,350.",
        "Dastel retained £164,350.",
        "An earlier version said that Morva retained £164,350.",
        "Morva may retain £164,350.",
    ],
)
def test_a_number_that_is_no_chance_supports_nothing_that_the_page_disputes(sentence: str) -> None:
    claim = "La somme détournée par Morva s'élève à 164 350 livres."
    other = "La somme détournée par Dastel s'élève à 164 350 livres."
    asked = other if sentence.startswith("Morva retained £164,350 and") else claim
    assert finding(asked, document(sentence), "fr").verdict is not YES


def test_a_small_number_alone_is_chance() -> None:
    page = document("Seven of the windows in Sarnby were lit.")
    found = finding("À Sarnby, sept véhicules ont brûlé.", page, "fr")
    assert found.verdict is Verdict.FAILED_VERIFICATION


def test_a_value_of_no_day_is_not_taken_for_one_of_the_claim_s_day() -> None:
    page = document("Morva retained £164,350.")
    assert finding("En 2014, la somme détournée par Morva était de 164 350 livres.", page, "fr").verdict is not YES


def test_a_word_that_makes_another_fact_must_be_said_all_the_same() -> None:
    page = document("Morva has 3,640 posts in Sarnby.")
    found = finding("Les emplois permanents de Morva sont 3 640.", page, "fr")
    assert found.verdict is not YES


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Morva's turnover reached £164,350.", "Le bénéfice de Morva est de 164 350 livres."),
        ("The storm in Sarnby injured 1,340 people.", "La tempête de Sarnby a fait 1 340 morts."),
        ("Unemployment in Sarnby rose to 12.35 percent.", "L'inflation à Sarnby a atteint 12,35 %."),
    ],
)
def test_a_number_that_is_no_chance_is_not_taken_from_another_measure(sentence: str, claim: str) -> None:
    assert finding(claim, document(sentence), "fr").verdict is not YES


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The region counted 239 confirmed cases, with 90 recoveries.", "90 people have recovered in the region."),
        ("In the region, 233 patients with a confirmed infection have died.", "233 people have died in the region."),
    ],
)
def test_people_of_whom_something_is_said_are_counted_by_what_is_said(sentence: str, claim: str) -> None:
    assert finding(claim, document(sentence)).verdict is YES


def test_people_are_not_whatever_else_is_counted() -> None:
    page = document("The region counted 239 houses, with 90 balconies.")
    found = finding("90 people live in the region.", page)
    assert found.verdict is not YES
    assert Code.SUBJECT_MISMATCH in found.codes or Code.PART_MISSING in found.codes


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        (
            (
                "Correction, 3 May: an earlier version said that 1,840 people were treated in Morva.",
                "In Morva 1,480 people were treated for burns.",
            ),
            "À Morva, 1 840 personnes ont été soignées pour des brûlures.",
        ),
        (
            ("The government has released 5 million euros; mayors had asked for 20 million.",),
            "Le gouvernement a débloqué 20 millions d'euros.",
        ),
    ],
)
def test_a_number_given_to_another_is_contradicted_by_the_one_that_the_claim_s_words_tell(
    page: tuple[str, ...], claim: str
) -> None:
    assert finding(claim, document(*page), "fr").verdict is Verdict.CONTRADICTED


def test_another_measure_contradicts_nothing() -> None:
    page = document("Unemployment in Sarnby rose to 5.7 percent. The bank held its key rate at 3.75 percent.")
    found = finding("L'inflation à Sarnby a atteint 3,75 %.", page, "fr")
    assert found.verdict is Verdict.FAILED_VERIFICATION


def test_the_stamp_of_a_machine_says_nothing_against_a_day() -> None:
    claim = "The bridge in Sarnby was opened in May 2017."
    assert finding(claim, document("The bridge in Sarnby was opened 2018-09-03.")).verdict is Verdict.CONTRADICTED
    page = document("The bridge in Sarnby was opened, saved 2018-09-03T19:59:00Z")
    assert finding(claim, page).verdict is Verdict.FAILED_VERIFICATION
