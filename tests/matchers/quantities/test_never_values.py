"""What is written with digits and counts nothing: no quantity is read from it, in any language."""

import pytest
from matchers.quantities.told import told

from claimcheck.matchers.quantities import read_quantities

ANYWHERE = [
    "https://example.org/2021/300/page-12",
    "www.example.org/300",
    "write to desk12@example.org",
    "doi:10.1000/182",
    "10.1000/xyz300",
    "+254 700 123456",
    "+33 6 12 34 56 78",
    "01 23 45 67 89",
    "06.12.34.56.78",
    "555-123-4567",
    "(020) 7946 0958",
    "3.11.2",
    "192.168.0.1",
    "v2",
    "GPT-4",
    "COVID-19",
    "A-4",
    "F-16",
    "H1N1",
    "CO2",
    "G7",
    "A1",
    "5G",
    "#7",
    "§ 5",
    "§5",
    "24/7",
    "9/11",
    "12:30",
    "[12]",
    "[3, 4]",
    "C-311/18",
    "23-cv-1234",
    "ISBN 978-3-16-148410-0",
    "007",
    "(2020)",
    "1994.",
    "p. 12",
    "fig. 3",
    "n° 7",
    "iPhone 15",
    "Windows 11",
    "Boeing 737",
    "1. Results",
    "2) Results",
    "3-1",
    "123456789012345678901234567890",
]

BY_LANGUAGE = {
    "en": [
        "Article 230",
        "Articles 4, 5 and 6",
        "Section 49.3",
        "Chapter 3",
        "Annex 2",
        "Part 3",
        "page 12",
        "pages 12-14",
        "No. 7",
        "1st",
        "the 21st century",
        "the 2nd floor",
        "5 p.m.",
        "5pm",
        "at 10.30am",
        "1600 Pennsylvania Avenue",
        "10 Downing Street",
        "Route 66",
        "Flight 370",
        "Room 101",
        "Vision 2030",
        "On 18 March",
        "March 18",
        "(Aug. 24)",
        "about 280 BC",
        "in the 1990s",
        "They won 3-1.",
        "In 2020 workers protested.",
        "between 2015 and 2020",
        "2015-2020",
        "from 2015 to 2020",
    ],
    "fr": [
        "l'article 230",
        "les articles 4, 5 et 6",
        "l'article 49.3",
        "chapitre 3",
        "annexe 2",
        "la page 12",
        "le 21e siècle",
        "le 1er mai",
        "la 3e fois",
        "à 14 heures",
        "14 h 30",
        "14h30",
        "12 rue de Rivoli",
        "12, rue de Rivoli",
        "75011 Paris",
        "le 12 janvier",
        "vers 280 avant J.-C.",
        "une quarantaine stricte",
        "en 2020 salariés et patrons",
    ],
    "de": [
        "Artikel 230",
        "Seite 12",
        "Nr. 7",
        "im 21. Jahrhundert",
        "am 3. Mai",
        "280 v. Chr.",
        "um 14 Uhr",
        "14.30 Uhr",
        "Hauptstraße 12",
        "Kapitel 3",
        "Abb. 3",
    ],
    "es": [
        "el artículo 230",
        "la página 12",
        "el 3.º",
        "la 1ª",
        "a las 12:30",
        "a las 5 de la tarde",
        "Calle Mayor, 12",
        "28013 Madrid",
        "el siglo 21",
        "el 3 de mayo",
    ],
    "pt": [
        "o artigo 230",
        "a página 12",
        "o 3º",
        "às 5 da tarde",
        "14h30",
        "Rua Augusta, 123",
        "o século 21",
        "3 de maio",
    ],
    "it": [
        "l'articolo 230",
        "la pagina 12",
        "il 3º",
        "il 1°",
        "alle 5 di sera",
        "alle 14.30",
        "ore 12",
        "Via Roma, 12",
        "00184 Roma",
        "il 3 maggio",
    ],
}


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "pt", "it"])
@pytest.mark.parametrize("text", ANYWHERE)
def test_digits_that_name_a_thing_are_no_quantity_in_any_language(text: str, language: str) -> None:
    assert told(text, language) == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [pytest.param(language, text, id=f"{language}: {text}") for language, rows in BY_LANGUAGE.items() for text in rows],
)
def test_digits_that_name_a_thing_are_no_quantity(language: str, text: str) -> None:
    assert told(text, language) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GPT-4 has 300 users", "300 users"),
        ("Article 5 gives 300 workers a vote", "300 workers"),
        ("articles 4, 5 and 6 and 300 workers", "300 workers"),
        ("On 18 March, 300 workers left", "300 workers"),
        ("call 555-123-4567 for 300 jobs", "300 jobs"),
        ("Boeing sold 300 jets", "300 jets"),
        ("In Kenya 300 workers left", "300 workers"),
        ("1. It sold 300 jets", "300 jets"),
        ("In 2020, 2000 workers left", "2000 workers"),
        ("In all, over 2000 were hurt", ">2000"),
        ("2000", "2000"),
        ("Total cost | $410 million | 320 million | 3,000", "410000000 USD; 320000000; 3000"),
    ],
)
def test_a_label_hides_no_quantity_beside_it(text: str, expected: str) -> None:
    assert told(text, "en") == expected


def test_what_a_date_covers_is_no_quantity() -> None:
    from datetime import date

    from claimcheck.matchers.values import DateExpr, Granularity

    text = "It opened on 3 May and drew 300 people."
    day = DateExpr(date(2020, 5, 3), date(2020, 5, 3), Granularity.DAY, (13, 18), "3 May")
    assert [quantity.text for quantity in read_quantities(text, "en", dates=[day])] == ["300"]
