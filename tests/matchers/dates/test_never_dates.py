"""What is never a date: words that look like months, counts, codes, scores, versions, copyright years."""

import pytest
from matchers.dates.telling import ISSUED, tell_all


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She may go, and May said so."),
        ("en", "They march on the capital."),
        ("en", "The march drew thousands."),
        ("en", "March of the Penguins"),
        ("en", "The sun sat low."),
        ("en", "It mar the view; the dec was wet."),
        ("en", "Theresa May resigned."),
        ("en", "April Smith and June Carter sang."),
        ("en", "Bloody Sunday and Black Friday"),
        ("en", "every Friday"),
        ("en", "The Sunday Times wrote."),
        ("en", "the second half of the match"),
        ("en", "a second quarter mile"),
        ("en", "the fall of the wall"),
        ("en", "a spring in the valley"),
        ("en", "He sprang up last, and last came she."),
        ("fr", "La mesure a été annoncée."),
        ("fr", "Ils ont été 3 000."),
        ("fr", "La planète Mars est rouge."),
        ("fr", "Un mardi gras, un vendredi saint"),
        ("fr", "chaque vendredi"),
        ("fr", "Le maire de Mai-Ndombe"),
        ("fr", "l'été"),
        ("es", "el mar y la tierra"),
        ("es", "Domingo Faustino"),
        ("es", "cada viernes"),
        ("es", "Viernes Santo"),
        ("es", "los dos primeros"),
        ("de", "so do mi"),
        ("de", "jeden Freitag"),
        ("de", "Der Sommer war heiß."),
        ("pt", "o mar e a terra"),
        ("pt", "dez pessoas saíram"),
        ("pt", "set de filmagem"),
        ("pt", "Domingos Sávio"),
        ("it", "il mar Tirreno"),
        ("it", "Domenica Rossi"),
        ("it", "ogni venerdì"),
        ("it", "Marte e Marzo Rossi"),
    ],
)
def test_a_word_that_is_also_a_month_a_weekday_or_a_season_is_no_date(language: str, text: str) -> None:
    assert tell_all(text, language, ISSUED) == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2,000 people"),
        ("en", "2000 people"),
        ("en", "Cases | 1956 | 12"),
        ("en", "1956 workers"),
        ("en", "a total of 1956 workers"),
        ("en", "a total of 1956"),
        ("en", "the 2000 workers"),
        ("en", "about 2000 of them"),
        ("en", "more than 2000"),
        ("en", "up to 2000 people"),
        ("en", "in 2000 cases"),
        ("en", "a crowd of 1500"),
        ("en", "for 1999 dollars"),
        ("en", "$2023"),
        ("en", "2023.5 and 2,023"),
        ("en", "2019 km away"),
        ("en", "It rose to 2000."),
        ("en", "there were 1519 confirmed cases"),
        ("en", "Windows 2000"),
        ("en", "Room 2015"),
        ("en", "May 20,000 people come"),
        ("en", "pages 1914-1918"),
        ("fr", "2000 personnes"),
        ("fr", "en 2000 euros"),
        ("fr", "1956 salariés"),
        ("fr", "un total de 2015 cas"),
        ("fr", "plus de 2000"),
        ("es", "2000 personas"),
        ("es", "un total de 2015"),
        ("es", "de 1 a 2000"),
        ("de", "2000 Menschen"),
        ("de", "rund 2015 neue Stellen"),
        ("de", "mehr als 1950 Beschäftigte"),
        ("de", "kostet 1999 Euro"),
        ("de", "In 2000 Fällen"),
        ("de", "Nr. 2015"),
        ("en", "No. 2015"),
        ("de", "vor 2000 Jahren"),
        ("pt", "2000 pessoas"),
        ("pt", "um total de 2015 casos"),
        ("it", "2000 persone"),
        ("it", "un totale di 2015 casi"),
    ],
)
def test_a_number_that_counts_is_no_year(language: str, text: str) -> None:
    assert tell_all(text, language, ISSUED) == ""


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "pt", "it"])
@pytest.mark.parametrize(
    "text",
    [
        "24/7",
        "1/2",
        "3/4",
        "3-1",
        "1.2.3",
        "v2.10.2023.4",
        "192.168.10.20",
        "+33 1 20 04 20 22",
        "06 12 05 20 23",
        "555-2010",
        "ISBN 978-2-07-036822-8",
        "12-2023-45",
        "COVID-19",
        "A-2023",
        "E2023",
        "GPT-4",
        "10:30",
        "2023/45",
        "99/99/2023",
        "0000-00-00",
        "p. 12",
        "§ 12",
        "Article 5",
        "48 h",
        "100 %",
        "9999",
        "0999",
        "",
        "\n\n",
    ],
)
def test_codes_scores_versions_and_numbers_of_telephones_are_no_dates(language: str, text: str) -> None:
    assert tell_all(text, language, ISSUED) == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "\u00a9 2025 The Paper"),
        ("en", "Copyright 2025 The Paper"),
        ("en", "Copyright (c) 2019-2025 The Paper"),
        ("en", "\u00a9 2019\u20132025"),
        ("fr", "\u00a9 2025 Le Journal"),
        ("de", "Copyright \u00a9 2025"),
        ("en", "in 1200 BC"),
        ("fr", "en 1200 av. J.-C."),
        ("es", "en 1200 a. C."),
        ("de", "im Jahr 1200 v. Chr."),
    ],
)
def test_copyright_years_and_years_before_our_era_date_no_event(language: str, text: str) -> None:
    assert tell_all(text, language, ISSUED) == ""
