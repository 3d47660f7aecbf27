"""Rates per so many, and rates with two denominators, in one form whatever the language."""

import pytest
from matchers.quantities.told import told

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.compare import compare_quantities
from claimcheck.matchers.quantities import read_quantities

RATES = {
    "en": [
        ("3.2 deaths per 1,000 births", "3.2 deaths/1000"),
        ("45 cases per 100,000 people", "45 cases/100000"),
        ("12 cases per 100,000 people a year", "12 cases/100000 year"),
        ("200 litres per person per day", "200 l/day person"),
        ("200 litres a day per person", "200 l/day person"),
        ("$2 per cubic metre", "2 USD/m3"),
        ("$2 per m³", "2 USD/m3"),
        ("$2 a day a year ago", "2 USD/day"),
        ("one in 1,000 adults", "0.001 share adults"),
        ("seven votes per 20 members", "7 votes; 20 members"),
        ("9 cases per million people", "9 cases/1000000"),
        ("£14 an hour before costs", "14 GBP/hour gross"),
        ("$400 a week before tax and $15 an hour after expenses", "400 USD/week gross; 15 USD/hour net"),
        ("$11 an hour from 1 May", "11 USD/hour"),
        ("$11 an hour since 2019", "11 USD/hour"),
        ("the shares fell to $11 a day after the warning", "11 USD to"),
        ("she got $11 an hour and 20 minutes later", "11 USD; 80 minute"),
        ("$9 an hour and a meal", "9 USD/hour"),
        ("$15 an hour or $600 a week", "15 USD/hour; 600 USD/week"),
        ("£3.10 per parcel", "3.1 GBP/trip"),
        ("$2 per approved task", "2 USD/task"),
        ("$2 per new patient", "2 USD/patient"),
    ],
    "fr": [
        ("12 décès pour 100 000 habitants", "12 décès/100000"),
        ("150 litres par personne et par jour", "150 l/day person"),
        ("2 euros par mètre cube", "2 EUR/m3"),
        ("12 tableaux pour 1 000 euros", "12 tableaux; 1000 EUR"),
        ("5 euros par jour et personne ne vient", "5 EUR/day"),
        ("9 cas par million d'habitants", "9 cas/1000000"),
        ("14 euros de l'heure avant déduction des frais", "14 EUR/hour gross"),
        ("3 euros par livraison", "3 EUR/trip"),
        ("400 euros par mois l'an dernier", "400 EUR/month"),
        ("400 euros le mois dernier", "400 EUR"),
    ],
    "de": [
        ("12 Fälle je 100.000 Einwohner", "12 fälle/100000"),
        ("150 Liter pro Person und Tag", "150 l/day person"),
        ("2 Euro pro Kubikmeter", "2 EUR/m3"),
        ("410 Euro im Jahr 2020", "410 EUR"),
        ("2 Euro pro erledigte Aufgabe", "2 EUR/task"),
        ("14 Euro pro Stunde vor Abzügen", "14 EUR/hour gross"),
    ],
    "es": [
        ("12 casos por cada 100.000 habitantes", "12 casos/100000"),
        ("150 litros por persona y día", "150 l/day person"),
        ("2 euros por metro cúbico", "2 EUR/m3"),
        ("4 de cada 10 personas", "0.4 share personas"),
        ("3 euros por pedido", "3 EUR/trip"),
        ("14 euros por hora después de gastos", "14 EUR/hour net"),
    ],
    "pt": [
        ("12 casos por 100 mil habitantes", "12 casos/100000"),
        ("150 litros por pessoa por dia", "150 l/day person"),
        ("2 euros por metro cúbico", "2 EUR/m3"),
        ("3 euros por entrega", "3 EUR/trip"),
    ],
    "it": [
        ("12 casi ogni 100.000 abitanti", "12 casi/100000"),
        ("150 litri per persona al giorno", "150 l/day person"),
        ("2 euro al metro cubo", "2 EUR/m3"),
        ("3 euro a consegna", "3 EUR/trip"),
        ("14 euro all'ora al netto delle spese", "14 EUR/hour net"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [pytest.param(lang, *row, id=f"{lang}: {row[0]}") for lang, rows in RATES.items() for row in rows],
)
def test_what_a_rate_is_per(language: str, text: str, expected: str) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("claim", "source", "outcome", "code"),
    [
        ("150 litres per person per day", "150 litros por persona y día", Outcome.AGREES, None),
        ("150 litres a day", "150 litros por persona y día", Outcome.AGREES, None),
        ("12 cases a day", "12 casos por hora", Outcome.CONFLICTS, Code.RATE_CONFLICT),
        ("12 cases per 10,000 people", "12 casos por cada 100.000 habitantes", Outcome.CONFLICTS, Code.RATE_CONFLICT),
        ("12 cases", "12 casos por cada 100.000 habitantes", Outcome.WEAKER, Code.WEAKER_VALUE),
    ],
)
def test_a_rate_said_in_full_is_the_same_rate_and_one_per_so_many_is_not(
    claim: str, source: str, outcome: Outcome, code: Code | None
) -> None:
    relation = compare_quantities(read_quantities(claim, "en")[0], read_quantities(source, "es")[0])
    assert relation is not None
    assert (relation.outcome, relation.code) == (outcome, code)
