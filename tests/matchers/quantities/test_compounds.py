"""Measures of two units are one quantity, in the smaller of them."""

import pytest
from matchers.quantities.told import told

from claimcheck.matchers.quantities import read_quantities

TOGETHER = {
    "en": [
        ("The film lasts two hours and fifty-one minutes.", "171 minute"),
        ("It took 2 hours 11 minutes and 40 seconds.", "7900 second"),
        ("It took 3 minutes 20 seconds.", "200 second"),
        ("It took an hour and twenty minutes.", "80 minute"),
        ("It took an hour and a half.", "1.5 hour"),
        ("It took a year and a half.", "1.5 year"),
        ("She won in 2:14:11.", "8051 second"),
        ("a running time of 1:02:03", "3723 second"),
        ("Pension age rises to 66 years and 4 months.", "796 month to"),
        ("It took three weeks and two days.", "23 day"),
        ("He is 5 feet 11 inches tall.", "71 in"),
        ("He is six feet, two inches tall.", "74 in"),
        ("a 5-foot-11 striker", "71 in"),
        ("a baby of 8 lb 3 oz", "131 oz"),
        ("It took more than two hours and ten minutes.", ">130 minute"),
    ],
    "fr": [
        ("Le film dure quatre heures et douze minutes.", "252 minute"),
        ("Il a été condamné à deux ans et huit mois de prison.", "32 month"),
        ("Le vol dure 1 heure 30.", "90 minute"),
        ("Le trajet se fait en 2 h 30.", "150 minute"),
        ("Comptez 2 h 30 min de marche.", "150 minute"),
        ("une heure et vingt minutes", "80 minute"),
        ("un colis de 3 kg 200", "3200 g"),
        ("Il mesure 1 m 80.", "180 cm"),
        ("vainqueur en 2:14:11", "8051 second"),
    ],
    "de": [
        ("Der Film dauert vier Stunden und zwölf Minuten.", "252 minute"),
        ("eine Haft von zwei Jahren und acht Monaten", "32 month"),
        ("3 Minuten 20 Sekunden", "200 second"),
        ("Sie siegte in 2:14:11.", "8051 second"),
    ],
    "es": [
        ("La película dura cuatro horas y doce minutos.", "252 minute"),
        ("una condena de dos años y ocho meses", "32 month"),
        ("Llegó en 2:14:11.", "8051 second"),
        ("Mide 1 m 80.", "180 cm"),
    ],
    "pt": [
        ("O filme dura quatro horas e doze minutos.", "252 minute"),
        ("uma pena de dois anos e oito meses", "32 month"),
        ("Venceu em 2:14:11.", "8051 second"),
    ],
    "it": [
        ("Il film dura quattro ore e dodici minuti.", "252 minute"),
        ("una pena di due anni e otto mesi", "32 month"),
        ("Ha vinto in 2:14:11.", "8051 second"),
        ("È alto 1 m 80.", "180 cm"),
    ],
}
APART = {
    "en": [
        ("It took 2 hours, or 120 minutes.", "2 hour; 120 minute"),
        ("It took 10 years and 300 days.", "10 year; 300 day"),
        ("It took 2 hours and 90 minutes.", "2 hour; 90 minute"),
        ("races of 1 km, 500 m and 100 m", "1 km; 500 m; 100 m"),
        ("They got 5 years and 6 months respectively.", "5 year; 6 month"),
        ("four hours a day, five days a week", "4 hour/day; 5 day/week"),
        ("It starts at 12:30:15.", ""),
        ("in 10:15:30 GMT", ""),
        ("It lasted 3 hours, 20 minutes longer than planned.", "3 hour; 20 minute up"),
        ("6 ft 20 players", "6 ft; 20 players"),
    ],
    "fr": [
        ("1 heure 30 personnes", "1 hour; 30 personnes"),
        ("à 2 h 30", ""),
        ("deux et trois ans et six mois respectivement", "2; 3 year; 6 month"),
    ],
    "de": [("zwei Jahre beziehungsweise acht Monate", "2 year; 8 month")],
    "es": [("dos años y ocho meses respectivamente", "2 year; 8 month")],
    "pt": [("dois anos e oito meses respectivamente", "2 year; 8 month")],
    "it": [("due anni e otto mesi rispettivamente", "2 year; 8 month")],
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [pytest.param(lang, *row, id=f"{lang}: {row[0]}") for lang, rows in TOGETHER.items() for row in rows],
)
def test_a_measure_of_two_units_is_one_quantity(language: str, text: str, expected: str) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [pytest.param(lang, *row, id=f"{lang}: {row[0]}") for lang, rows in APART.items() for row in rows],
)
def test_two_measures_stay_two(language: str, text: str, expected: str) -> None:
    assert told(text, language) == expected


def test_a_measure_of_two_units_is_as_fine_as_the_smaller_and_spans_both() -> None:
    text = "It lasts two hours and fifty-one minutes."
    (quantity,) = read_quantities(text, "en")
    assert (quantity.digits, quantity.step, quantity.text) == (3, 1, "two hours and fifty-one minutes")
