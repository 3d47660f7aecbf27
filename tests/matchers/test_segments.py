"""What a claim says in one sentence of several things: behind a clause put in, by a second verb, without somebody."""

import pytest
from matchers.short_pages import outcomes

from claimcheck.enums import Outcome
from claimcheck.languages import language_of
from claimcheck.matchers.reading import read_claim
from claimcheck.matchers.words import begins_with_verb, first_verb
from claimcheck.model import Claim, Location

HOLDS, FAILS = Outcome.AGREES, frozenset({Outcome.MISSING, Outcome.CONFLICTS, Outcome.WEAKER})

MILL = (
    "Corbeck Paper will sell its mill in Adlin, the company said. The mill, built in 1974, makes 9,000 tonnes of "
    "cardboard a year. The company blamed the price of wood."
)


def parts(claim: str) -> list[str]:
    """Return the parts of a claim that are compared each by itself."""
    read = read_claim(Claim("a", claim, (), Location("claims.yaml", 1, 1)), language_of(claim))
    return [claim[slice(*assertion.span)] for assertion in read.assertions]


@pytest.mark.parametrize(
    ("claim", "number"),
    [
        ("La papeterie, qui produit 9 000 tonnes de carton par an, perd deux clients.", 2),
        ("The mill, which makes 9,000 tonnes of cardboard a year, has lost its licence.", 2),
        ("Das Werk, das 240 Menschen beschäftigt, schließt nach langem Streit.", 2),
        ("La cooperativa, que emplea a 240 personas, rechaza la oferta.", 2),
        ("The mill, which belongs to a fund, makes 9,000 tonnes of cardboard a year.", 2),
    ],
)
def test_what_goes_on_behind_a_value_put_in_is_a_part(claim: str, number: int) -> None:
    assert len(parts(claim)) == number


def test_the_part_put_in_does_not_hold_for_the_whole() -> None:
    found = outcomes("La papeterie d'Adlin, qui produit 9 000 tonnes de carton par an, ferme faute de clients.", MILL)
    assert HOLDS in found
    assert found & FAILS


@pytest.mark.parametrize(
    ("claim", "number"),
    [
        ("Les voisins ont réuni 4 100 signatures et ont saisi la justice.", 2),
        ("Los vecinos reunieron 4.100 firmas y acudieron a los tribunales.", 2),
        ("The neighbours collected 4,100 signatures and sued the town.", 2),
        ("Die Nachbarn sammelten 4.100 Unterschriften und verklagten die Stadt.", 2),
        # Things joined are no second act.
        ("Les voisins ont réuni 4 100 signatures et dons.", 1),
    ],
)
def test_a_second_verb_is_a_part(claim: str, number: int) -> None:
    assert len(parts(claim)) == number


def test_a_second_verb_only_shares_the_subject() -> None:
    page = (
        "The garage paid 70,000 euros in fines to 2,900 drivers. The company, based in Lund, employs 640 people and "
        "closed one of its four workshops last year."
    )
    claim = "L'entreprise a fermé un de ses quatre ateliers et emploie 640 personnes."
    assert outcomes(claim, page) == {HOLDS}


@pytest.mark.parametrize(
    "claim",
    [
        "Au cap Sorel, les rafales ont atteint 163 kilomètres à l'heure.",
        "In the port of Adlin, the mill makes 9,000 tonnes of cardboard a year.",
        "Nach langem Streit beschäftigt das Werk 240 Menschen.",
    ],
)
def test_what_only_says_where_or_when_is_no_part(claim: str) -> None:
    assert len(parts(claim)) == 1


def test_what_a_participle_leads_in_to_is_a_part() -> None:
    page = "The survey of 1,340 nurses in six hospitals was paid for by their union."
    assert len(parts("Menée auprès de 1 340 infirmières, l'enquête a été payée par leur syndicat.")) == 2
    assert outcomes("Menée auprès de 1 340 infirmières, l'enquête a été payée par leur syndicat.", page) == {HOLDS}
    found = outcomes("Menée auprès de 1 340 infirmières, l'enquête a été payée par le ministère.", page)
    assert found & FAILS


@pytest.mark.parametrize(
    ("page", "holds"),
    [
        ("The fire destroyed 41 houses. Nobody was killed.", True),
        ("The fire destroyed 41 houses. Three people were killed.", False),
    ],
)
def test_what_happened_without_somebody_is_a_part(page: str, *, holds: bool) -> None:
    assert (outcomes("L'incendie a détruit 41 maisons, sans faire de morts.", page) == {HOLDS}) is holds


@pytest.mark.parametrize(
    ("text", "language", "is_one"),
    [
        ("emploie 40 personnes", "fr", True),
        ("n'a pas répondu", "fr", True),
        ("ventes en ligne", "fr", False),
        ("infirmières de nuit", "fr", False),
        ("closed its doors", "en", True),
        ("workers", "en", False),
        ("schließt im März", "de", True),
        ("Arbeiter", "de", False),
        ("despidió a 40", "es", True),
        ("obreros", "es", False),
        ("chiude a marzo", "it", True),
        ("fechou as portas", "pt", True),
    ],
)
def test_a_verb_is_told_by_its_ending(text: str, language: str, *, is_one: bool) -> None:
    assert begins_with_verb(text, language, (0, len(text))) is is_one


def test_the_first_verb_stands_behind_its_subject() -> None:
    text = "Les infirmières de nuit dorment 5 heures"
    assert first_verb(text, "fr", (0, len(text))) == text.index("dorment")


def test_a_label_and_its_value_are_one_clause() -> None:
    page = "Valleck, at noon. Turnout: 52.7%. An exit poll gives the Greens 39% and the Left 40%."
    assert outcomes("La participation est de 39 %.", page) != {HOLDS}
    assert outcomes("La participation est de 52,7 %.", page) == {HOLDS}


def test_a_colon_before_a_quote_cites_whoever_stands_before_it() -> None:
    page = 'The firm blames its power bill. Works council chair Beate Lorch disputed this: "Power is 6% of our costs."'
    assert outcomes("Selon Beate Lorch, l'énergie représente 6 % des coûts.", page) == {HOLDS}
    assert outcomes("Selon Tomas Irgens, l'énergie représente 6 % des coûts.", page) != {HOLDS}
