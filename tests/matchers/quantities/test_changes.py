"""The size of a change and the level it led to are two things, and no range."""

import pytest
from matchers.quantities.told import told

SIZE_AND_LEVEL = {
    "en": [
        ("Employment grew by 58,000 to 1.16 million.", "58000 up; 1160000 to"),
        ("Sales fell 31,000 to 604,000.", "31000 down; 604000 to"),
        ("Revenue was up 8% to 1.3 billion euros.", "8 % up; 1300000000 EUR to"),
        ("The fare rises by 4.50 euros to 69 euros.", "4.5 EUR up; 69 EUR to"),
        ("The toll fell by 12, to 40.", "12 down; 40 to"),
        ("The rate climbed 3 points to 12%.", "3 points up; 12 % to"),
        ("Membership grew by 300 people to about 4,000.", "300 people up; ~4000 to"),
    ],
    "fr": [
        ("L'emploi a augmenté de 58 000, à 1,16 million.", "58000 up; 1160000 to"),
        ("L'emploi a augmenté de 58 000 à 1,16 million.", "58000 up; 1160000 to"),
        ("Le taux a progressé de 3 points à 12 %.", "3 points up; 12 % to"),
        ("Le prix a baissé de 2 euros pour atteindre 30 euros.", "2 EUR down; 30 EUR to"),
    ],
    "de": [
        ("Der Preis steigt um 4,50 Euro auf 69 Euro.", "4.5 EUR up; 69 EUR to"),
        ("Die Zahl stieg um 58.000 auf 1,16 Millionen.", "58000 up; 1160000 to"),
        ("Die Zahl ist um 300 auf rund 4.000 gesunken.", "300 down; ~4000 to"),
    ],
    "es": [
        ("El paro subió 3 puntos hasta el 12 %.", "3 points up; 12 % to"),
        ("El empleo subió en 58.000, a 1,16 millones.", "58000 up; 1160000 to"),
        ("El empleo subió 58.000 hasta 1,16 millones.", "58000 up; 1160000 to"),
    ],
    "pt": [
        ("A taxa subiu 3 pontos, para 12%.", "3 points up; 12 % to"),
        ("O emprego cresceu 58 mil, para 1,16 milhão.", "58000 up; 1160000 to"),
    ],
    "it": [
        ("Il tasso è salito di 3 punti al 12 %.", "3 points up; 12 % to"),
        ("L'occupazione cresce di 58.000 a 1,16 milioni.", "58000 up; 1160000 to"),
    ],
}
ELSE = {
    "en": [
        ("Sales rose by 5 to 7 per cent.", "5..7 % up"),
        ("Sales rose 5 to 7 per cent.", "5..7 % up"),
        ("Prices grew by 1.2 to 1.4 million.", "1200000..1400000 up"),
        ("It rose from 5 to 7 per cent.", "5 % from; 7 % to"),
        ("It employs 300 to 1,000 people.", "300..1000 people"),
        ("Sales fell 3% to 5%.", "3..5 % down"),
        ("The team lost 3 to 2.", "3; 2"),
        ("The motion passed by 2 to 1.", "2; 1"),
    ],
    "fr": [
        ("Le taux a augmenté de 5 à 7 %.", "5 % from; 7 % to"),
        ("une hausse de 300 à 400 emplois", "300..400 emplois up"),
        ("Le prix est passé de 5 à 7 euros.", "5 EUR from; 7 EUR to"),
    ],
    "de": [
        ("Der Preis stieg von 5 auf 7 Euro.", "5 EUR from; 7 EUR to"),
        ("Der Preis stieg um 5 bis 7 Prozent.", "5..7 % up"),
    ],
    "es": [("El precio pasó de 5 a 7 euros.", "5 EUR from; 7 EUR to")],
    "pt": [
        ("O preço passou de 5 para 7 euros.", "5 EUR from; 7 EUR to"),
        ("uma queda de 3% a 5%", "3..5 % down"),
    ],
    "it": [("Il prezzo è salito da 5 a 7 euro.", "5 EUR from; 7 EUR to")],
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [pytest.param(lang, *row, id=f"{lang}: {row[0]}") for lang, rows in SIZE_AND_LEVEL.items() for row in rows],
)
def test_the_size_of_a_change_is_told_from_the_level_it_led_to(language: str, text: str, expected: str) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [pytest.param(lang, *row, id=f"{lang}: {row[0]}") for lang, rows in ELSE.items() for row in rows],
)
def test_a_range_of_sizes_and_two_levels_stay_what_they_are(language: str, text: str, expected: str) -> None:
    assert told(text, language) == expected
