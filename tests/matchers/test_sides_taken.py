"""For and against, ends of changes and their days, shares of other things, people added up, charges denied."""

from datetime import date

import pytest
from matchers.short_pages import outcomes as told

from claimcheck.enums import Outcome
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.words import negations, stances

ISSUED = date(2024, 3, 14)


def outcomes(claim: str, page: str, *, language: str = "fr", of_page: str = "en") -> set[Outcome]:
    """Return what the comparisons with a page of 14 March 2024 come to."""
    return told(claim, page, language=language, of_page=of_page, issued=ISSUED)


@pytest.mark.parametrize(
    ("text", "language", "sides"),
    [
        ("The party voted for the reform", "en", ["for"]),
        ("Sixty members voted in favour and 40 against", "en", ["for", "against"]),
        ("Le maire s'est prononcé contre le projet", "fr", ["against"]),
        ("Le maire est favorable au projet", "fr", ["for"]),
        ("El partido votó en contra de la reforma", "es", ["against"]),
        ("Der Rat stimmte gegen den Plan", "de", ["against"]),
        ("O partido votou a favor da reforma", "pt", ["for"]),
        ("Il partito ha votato contro la riforma", "it", ["against"]),
        ("They were vaccinated against measles", "en", []),
        ("La lutte contre la pauvreté", "fr", []),
    ],
)
def test_the_side_that_is_taken(text: str, language: str, sides: list[str]) -> None:
    assert [taken.stance for taken in stances(text, language)] == sides


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Le parti a voté contre la réforme.", "The party voted for the reform."),
        ("Le parti a voté pour la réforme.", "The party voted against the reform."),
        ("Soixante députés ont voté contre le texte.", "Sixty MPs voted for the bill and 40 against."),
        ("40 députés ont voté pour le texte.", "Sixty MPs voted for the bill and 40 against."),
        (
            "Des milliers de personnes ont manifesté contre la loi.",
            "Thousands of people marched in favour of the law.",
        ),
        ("Le gouvernement a fait campagne contre la vente.", "The government had campaigned for the sale."),
    ],
)
def test_whoever_is_for_it_is_not_against_it(claim: str, page: str) -> None:
    assert Outcome.AGREES not in outcomes(claim, page)
    assert Outcome.CONFLICTS in outcomes(claim, page)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Le parti a voté contre la réforme.", "The party voted against the reform."),
        ("Soixante députés ont voté pour le texte.", "Sixty MPs voted for the bill and 40 against."),
        ("40 députés ont voté contre le texte.", "Sixty MPs voted for the bill and 40 against."),
    ],
)
def test_one_side_is_told_alike_in_two_languages(claim: str, page: str) -> None:
    assert outcomes(claim, page) == {Outcome.AGREES}


def test_the_end_of_a_change_has_the_unit_of_its_beginning() -> None:
    held = read_quantities("It shrank from 9.4 square kilometres in 1985 to 5.8 in 2020.", "en")
    assert [q.unit for q in held] == ["km2", "km2"]


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        ("Le glacier couvrait 9,4 km² en 1985.", True),
        ("Le glacier couvrait 5,8 km² en 1985.", False),
        ("Le glacier est passé de 9,4 km² en 1985 à 5,8 km² en 2020.", True),
        ("Le glacier est passé de 9,4 km² en 1995 à 5,8 km² en 2020.", False),
    ],
)
def test_each_day_is_of_the_end_that_it_follows(claim: str, *, outcome: bool) -> None:
    page = "The glacier, which covered the pass, shrank from 9.4 square kilometres in 1985 to 5.8 in 2020."
    assert (outcomes(claim, page) == {Outcome.AGREES}) == outcome


def test_a_share_of_the_surface_is_no_share_of_the_volume() -> None:
    page = "The glacier has lost 38 per cent of its surface, shrinking from 9.4 square kilometres to 5.8."
    assert Outcome.AGREES not in outcomes("Le glacier a perdu 38 % de son volume.", page)
    assert outcomes("Le glacier a perdu 38 % de sa surface.", page) == {Outcome.AGREES}


def test_people_of_two_kinds_are_added_up_as_people() -> None:
    page = "The ferry was carrying 212 passengers and 31 crew members."
    assert outcomes("Le ferry transportait 243 personnes.", page) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("Le ferry transportait 243 passagers.", page)


def test_a_value_of_now_says_nothing_against_a_year_that_the_page_tells_apart() -> None:
    page = "Turnout was 41.3%, the commission said. Fifty-six per cent said yes. In 2011, 52% had stayed at home."
    assert Outcome.CONFLICTS not in outcomes("En 2011, la participation avait été de 48 %.", page)
    assert Outcome.AGREES not in outcomes("En 2011, la participation avait été de 52 %.", page)


def test_to_deny_the_charge_does_not_deny_that_one_is_charged() -> None:
    page = "The captain was arrested and charged with manslaughter. He denies the charge."
    assert outcomes("Le capitaine a été inculpé d'homicide involontaire.", page) == {Outcome.AGREES}


def test_no_more_than_that_is_left_denies_nothing() -> None:
    assert not negations("Le glacier ne couvre plus que 5,8 km².", "fr")
    assert negations("Le glacier ne couvre plus la vallée.", "fr")


@pytest.mark.parametrize(
    ("claim", "language", "page", "of_page"),
    [
        ("The teachers were dismissed.", "en", "Personne n'a été licencié.", "fr"),
        ("Des enseignants ont été licenciés après la grève.", "fr", "No teacher was dismissed.", "en"),
    ],
)
def test_what_is_denied_of_all_is_denied_of_some(claim: str, language: str, page: str, of_page: str) -> None:
    assert outcomes(claim, page, language=language, of_page=of_page) == {Outcome.CONFLICTS}


def test_a_denial_of_the_opposite_denies_nothing() -> None:
    page = "The mayor of Carsan has decided not to close the municipal pool."
    assert Outcome.CONFLICTS not in outcomes("La piscine municipale de Carsan restera ouverte.", page)
    assert outcomes("La piscine municipale de Carsan fermera.", page) == {Outcome.CONFLICTS}


def test_every_sunday_is_no_day() -> None:
    page = "The central library will open on Sundays from May, the city announced."
    assert Outcome.CONFLICTS not in outcomes("La bibliothèque centrale ouvrira le dimanche à partir de mai.", page)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Le parti de Brenn a obtenu la majorité absolue.", "Brenn's party fell short of an absolute majority."),
        (
            "Brenn's party won an absolute majority.",
            "El partido de Brenn se queda a un concejal de la mayoría absoluta.",
        ),
    ],
)
def test_one_short_of_it_is_not_it(claim: str, page: str) -> None:
    language, of_page = ("en", "es") if claim.startswith("Brenn") else ("fr", "en")
    assert Outcome.AGREES not in outcomes(claim, page, language=language, of_page=of_page)
