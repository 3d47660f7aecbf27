"""Periods: months, seasons, quarters, half-years, years, decades, centuries, and their early, middle and late parts."""

from datetime import date

import pytest
from matchers.dates.telling import ISSUED, tell_all

from claimcheck.matchers.dates import read_dates


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "in May 2025", "2025-05-01..2025-05-31 month"),
        ("en", "in March of 2023", "2023-03-01..2023-03-31 month"),
        ("en", "in May, 2025,", "2025-05-01..2025-05-31 month"),
        ("en", "Feb. 2024", "2024-02-01..2024-02-29 month"),
        ("en", "Sept 2024", "2024-09-01..2024-09-30 month"),
        ("en", "2023-05", "2023-05-01..2023-05-31 month"),
        ("fr", "en mai 2025", "2025-05-01..2025-05-31 month"),
        ("fr", "au mois de mai 2025", "2025-05-01..2025-05-31 month"),
        ("fr", "Mars 2023 fut sec.", "2023-03-01..2023-03-31 month"),
        ("fr", "d'août 2024", "2024-08-01..2024-08-31 month"),
        ("fr", "janv. 2024", "2024-01-01..2024-01-31 month"),
        ("es", "en mayo de 2025", "2025-05-01..2025-05-31 month"),
        ("es", "en mayo del 2025", "2025-05-01..2025-05-31 month"),
        ("de", "im Mai 2025", "2025-05-01..2025-05-31 month"),
        ("de", "Im Mai des Jahres 2025", "2025-05-01..2025-05-31 month"),
        ("pt", "em maio de 2025", "2025-05-01..2025-05-31 month"),
        ("it", "nel maggio 2025", "2025-05-01..2025-05-31 month"),
        ("it", "nel maggio del 2025", "2025-05-01..2025-05-31 month"),
    ],
)
def test_a_month_with_its_year_is_that_month(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "between March and May 2023", "2023-03-01..2023-05-31 month"),
        ("en", "from May to July 2022", "2022-05-01..2022-07-31 month"),
        ("en", "March\u2013May 2023", "2023-03-01..2023-05-31 month"),
        ("en", "from May 2021 to July 2022", "2021-05-01..2022-07-31 month"),
        ("en", "from December to March 2023", "2022-12-01..2023-03-31 month"),
        ("fr", "entre mars et mai 2023", "2023-03-01..2023-05-31 month"),
        ("fr", "de mars à mai 2023", "2023-03-01..2023-05-31 month"),
        ("fr", "de mai 2021 à juillet 2022", "2021-05-01..2022-07-31 month"),
        ("es", "entre marzo y mayo de 2023", "2023-03-01..2023-05-31 month"),
        ("es", "de marzo a mayo de 2023", "2023-03-01..2023-05-31 month"),
        ("de", "zwischen März und Mai 2023", "2023-03-01..2023-05-31 month"),
        ("de", "von März bis Mai 2023", "2023-03-01..2023-05-31 month"),
        ("pt", "entre março e maio de 2023", "2023-03-01..2023-05-31 month"),
        ("pt", "de março a maio de 2023", "2023-03-01..2023-05-31 month"),
        ("it", "tra marzo e maggio 2023", "2023-03-01..2023-05-31 month"),
        ("it", "da marzo a maggio 2023", "2023-03-01..2023-05-31 month"),
    ],
)
def test_a_range_of_months_shares_its_year(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


def test_months_in_a_list_share_their_year_and_stay_apart() -> None:
    assert tell_all("in May and June 2023", "en") == "2023-05-01..2023-05-31 month; 2023-06-01..2023-06-30 month"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "in May", "2023-05-01..2023-05-31 month"),
        ("en", "in March", "2024-03-01..2024-03-31 month"),
        ("en", "in early April", "2023-04-01..2023-04-11 month"),
        ("en", "since June", "since 2023-06-01..2023-06-30 month"),
        ("fr", "en mai", "2023-05-01..2023-05-31 month"),
        ("fr", "en mars", "2024-03-01..2024-03-31 month"),
        ("fr", "depuis juin", "since 2023-06-01..2023-06-30 month"),
        ("es", "en mayo", "2023-05-01..2023-05-31 month"),
        ("de", "im Mai", "2023-05-01..2023-05-31 month"),
        ("pt", "em maio", "2023-05-01..2023-05-31 month"),
        ("it", "a maggio", "2023-05-01..2023-05-31 month"),
    ],
)
def test_a_month_without_its_year_is_the_nearest_that_has_begun(language: str, text: str, told: str) -> None:
    assert tell_all(text, language, ISSUED) == told
    assert tell_all(text, language) == ""


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "in the spring of 2022", "2022-03-01..2022-06-21 season"),
        ("en", "summer 2022", "2022-06-01..2022-09-23 season"),
        ("en", "in fall 2022", "2022-09-01..2022-12-21 season"),
        ("en", "in the autumn of 2022", "2022-09-01..2022-12-21 season"),
        ("en", "winter 2022", "2022-12-01..2023-03-21 season"),
        ("en", "in winter 2022-23", "2022-12-01..2023-03-21 season"),
        ("fr", "été 2023", "2023-06-01..2023-09-23 season"),
        ("fr", "à l'été 2023", "2023-06-01..2023-09-23 season"),
        ("fr", "au printemps 2022", "2022-03-01..2022-06-21 season"),
        ("fr", "à l'automne de 2022", "2022-09-01..2022-12-21 season"),
        ("fr", "l'hiver 2022-2023", "2022-12-01..2023-03-21 season"),
        ("es", "en la primavera de 2022", "2022-03-01..2022-06-21 season"),
        ("es", "en el verano de 2022", "2022-06-01..2022-09-23 season"),
        ("de", "im Sommer 2022", "2022-06-01..2022-09-23 season"),
        ("de", "im Frühjahr 2022", "2022-03-01..2022-06-21 season"),
        ("de", "im Winter 2022/23", "2022-12-01..2023-03-21 season"),
        ("pt", "no verão de 2022", "2022-06-01..2022-09-23 season"),
        ("it", "nell'estate 2022", "2022-06-01..2022-09-23 season"),
        ("it", "nell'autunno del 2022", "2022-09-01..2022-12-21 season"),
    ],
)
def test_a_season_needs_its_year_and_runs_to_the_solstice(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


def test_a_winter_of_one_year_may_be_the_one_that_began_the_year_before() -> None:
    [found] = read_dates("in the winter of 2022", "en")
    assert found.alternatives == ((date(2021, 12, 1), date(2022, 3, 21)),)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Q1 2023", "2023-01-01..2023-03-31 quarter"),
        ("en", "in Q3 of 2023", "2023-07-01..2023-09-30 quarter"),
        ("en", "the first quarter of 2023", "2023-01-01..2023-03-31 quarter"),
        ("en", "the fourth quarter of last year", ""),
        ("en", "H1 2023", "2023-01-01..2023-06-30 half"),
        ("en", "the second half of 2023", "2023-07-01..2023-12-31 half"),
        ("fr", "au T1 2023", "2023-01-01..2023-03-31 quarter"),
        ("fr", "au premier trimestre 2023", "2023-01-01..2023-03-31 quarter"),
        ("fr", "au 2e trimestre de 2023", "2023-04-01..2023-06-30 quarter"),
        ("fr", "au second semestre 2023", "2023-07-01..2023-12-31 half"),
        ("fr", "au S1 2023", "2023-01-01..2023-06-30 half"),
        ("es", "en el primer trimestre de 2023", "2023-01-01..2023-03-31 quarter"),
        ("es", "en el segundo semestre de 2023", "2023-07-01..2023-12-31 half"),
        ("de", "im ersten Quartal 2023", "2023-01-01..2023-03-31 quarter"),
        ("de", "im 3. Quartal 2023", "2023-07-01..2023-09-30 quarter"),
        ("de", "im ersten Halbjahr 2023", "2023-01-01..2023-06-30 half"),
        ("pt", "no primeiro trimestre de 2023", "2023-01-01..2023-03-31 quarter"),
        ("it", "nel primo trimestre del 2023", "2023-01-01..2023-03-31 quarter"),
        ("it", "nel secondo semestre 2023", "2023-07-01..2023-12-31 half"),
    ],
)
def test_a_quarter_or_half_needs_its_year(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "in 2023", "2023-01-01..2023-12-31 year"),
        ("en", "In 2023 workers struck.", "2023-01-01..2023-12-31 year"),
        ("en", "(1956)", "1956-01-01..1956-12-31 year"),
        ("en", "(Paris, 1956)", "1956-01-01..1956-12-31 year"),
        ("en", "(Smith 1956)", "1956-01-01..1956-12-31 year"),
        ("en", "the year 1066", "1066-01-01..1066-12-31 year"),
        ("en", "2023 was hot.", "2023-01-01..2023-12-31 year"),
        ("en", "2023: hotter still", "2023-01-01..2023-12-31 year"),
        ("en", "its 2023 report", "2023-01-01..2023-12-31 year"),
        ("en", "the 2022 elections", "2022-01-01..2022-12-31 year"),
        ("en", "Ford's 2023 results", "2023-01-01..2023-12-31 year"),
        ("en", "a comprehensive 2016 report", "2016-01-01..2016-12-31 year"),
        ("en", "the 2000 census", "2000-01-01..2000-12-31 year"),
        ("en", "surpassing 2009's film", "2009-01-01..2009-12-31 year"),
        ("en", "in 2015, 2016 and 2019", "; ".join(f"{y}-01-01..{y}-12-31 year" for y in (2015, 2016, 2019))),
        ("en", "2019 | 2,000 | 14", "2019-01-01..2019-12-31 year"),
        ("en", "Town | 2019 | 2020", "2019-01-01..2019-12-31 year; 2020-01-01..2020-12-31 year"),
        ("en", "as early as 1999", "1999-01-01..1999-12-31 year"),
        ("en", "fiscal year 2023", "2023-01-01..2023-12-31 year"),
        ("en", "in FY2023", "2023-01-01..2023-12-31 year"),
        ("fr", "en 2023", "2023-01-01..2023-12-31 year"),
        ("fr", "l'année 2023", "2023-01-01..2023-12-31 year"),
        ("fr", "en l'an 1066", "1066-01-01..1066-12-31 year"),
        ("fr", "l'exercice 2023", "2023-01-01..2023-12-31 year"),
        ("fr", "les élections de 2022", "2022-01-01..2022-12-31 year"),
        ("es", "en 2023", "2023-01-01..2023-12-31 year"),
        ("es", "en el año 2023", "2023-01-01..2023-12-31 year"),
        ("es", "en el año de 2023", "2023-01-01..2023-12-31 year"),
        ("es", "las elecciones de 2022", "2022-01-01..2022-12-31 year"),
        ("de", "im Jahr 2023", "2023-01-01..2023-12-31 year"),
        ("de", "2023 wurde sie gegründet.", "2023-01-01..2023-12-31 year"),
        ("de", "die 2015 gegründete Firma", "2015-01-01..2015-12-31 year"),
        ("de", "das Gesetz von 1998", "1998-01-01..1998-12-31 year"),
        ("pt", "em 2023", "2023-01-01..2023-12-31 year"),
        ("pt", "no ano de 2023", "2023-01-01..2023-12-31 year"),
        ("it", "nel 2023", "2023-01-01..2023-12-31 year"),
        ("it", "nell'anno 2023", "2023-01-01..2023-12-31 year"),
        ("it", "la legge del 1998", "1998-01-01..1998-12-31 year"),
    ],
)
def test_a_number_is_a_year_where_the_words_around_say_so(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "from 2015 to 2019", "2015-01-01..2019-12-31 years"),
        ("en", "between 1978 and 2009", "1978-01-01..2009-12-31 years"),
        ("en", "2015-19", "2015-01-01..2019-12-31 years"),
        ("en", "1914\u20131918", "1914-01-01..1918-12-31 years"),
        ("en", "the 2022/23 season", "2022-01-01..2023-12-31 years"),
        ("en", "(1520\u201330)", "1520-01-01..1530-12-31 years"),
        ("en", "in 1999-2000", "1999-01-01..2000-12-31 years"),
        ("en", "in 1999-00", "1999-01-01..2000-12-31 years"),
        ("fr", "de 2015 à 2019", "2015-01-01..2019-12-31 years"),
        ("fr", "entre 2015 et 2019", "2015-01-01..2019-12-31 years"),
        ("fr", "10 tonnes par an de 1992 à 2001", "1992-01-01..2001-12-31 years"),
        ("es", "de 2015 a 2019", "2015-01-01..2019-12-31 years"),
        ("es", "desde 2015 hasta 2019", "2015-01-01..2019-12-31 years"),
        ("de", "von 2015 bis 2019", "2015-01-01..2019-12-31 years"),
        ("de", "zwischen 2015 und 2019", "2015-01-01..2019-12-31 years"),
        ("pt", "de 2015 a 2019", "2015-01-01..2019-12-31 years"),
        ("pt", "entre 2015 e 2019", "2015-01-01..2019-12-31 years"),
        ("it", "dal 2015 al 2019", "2015-01-01..2019-12-31 years"),
        ("it", "tra il 2015 e il 2019", "2015-01-01..2019-12-31 years"),
    ],
)
def test_a_run_of_years_is_one_date(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


def test_a_run_of_years_that_may_be_a_month_keeps_both_readings() -> None:
    [found] = read_dates("in 2005-06", "en")
    assert (found.start, found.end) == (date(2005, 1, 1), date(2006, 12, 31))
    assert found.alternatives == ((date(2005, 6, 1), date(2005, 6, 30)),)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "in the 1990s", "1990-01-01..1999-12-31 decade"),
        ("en", "in the '90s", "1990-01-01..1999-12-31 decade"),
        ("en", "in the 1990's", "1990-01-01..1999-12-31 decade"),
        ("en", "in the nineties", "1990-01-01..1999-12-31 decade"),
        ("fr", "les années 1990", "1990-01-01..1999-12-31 decade"),
        ("fr", "les années 90", "1990-01-01..1999-12-31 decade"),
        ("fr", "les années quatre-vingt-dix", "1990-01-01..1999-12-31 decade"),
        ("fr", "les années soixante-dix", "1970-01-01..1979-12-31 decade"),
        ("fr", "les années soixante", "1960-01-01..1969-12-31 decade"),
        ("es", "los años noventa", "1990-01-01..1999-12-31 decade"),
        ("es", "los años 90", "1990-01-01..1999-12-31 decade"),
        ("es", "la década de 1990", "1990-01-01..1999-12-31 decade"),
        ("de", "in den 1990er Jahren", "1990-01-01..1999-12-31 decade"),
        ("de", "in den 90er-Jahren", "1990-01-01..1999-12-31 decade"),
        ("de", "in den neunziger Jahren", "1990-01-01..1999-12-31 decade"),
        ("pt", "nos anos 1990", "1990-01-01..1999-12-31 decade"),
        ("pt", "na década de 1990", "1990-01-01..1999-12-31 decade"),
        ("pt", "nos anos noventa", "1990-01-01..1999-12-31 decade"),
        ("it", "negli anni novanta", "1990-01-01..1999-12-31 decade"),
        ("it", "negli anni '90", "1990-01-01..1999-12-31 decade"),
        ("it", "negli anni Novanta", "1990-01-01..1999-12-31 decade"),
    ],
)
def test_a_decade_is_ten_years(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "in the 19th century", "1800-01-01..1900-12-31 century"),
        ("en", "in the nineteenth century", "1800-01-01..1900-12-31 century"),
        ("fr", "au XIXe siècle", "1800-01-01..1900-12-31 century"),
        ("fr", "au XIXᵉ siècle", "1800-01-01..1900-12-31 century"),
        ("fr", "au 19e siècle", "1800-01-01..1900-12-31 century"),
        ("fr", "au vingtième siècle", "1900-01-01..2000-12-31 century"),
        ("es", "en el siglo XIX", "1800-01-01..1900-12-31 century"),
        ("de", "im 19. Jahrhundert", "1800-01-01..1900-12-31 century"),
        ("de", "im zwanzigsten Jahrhundert", "1900-01-01..2000-12-31 century"),
        ("pt", "no século XX", "1900-01-01..2000-12-31 century"),
        ("it", "nel XIX secolo", "1800-01-01..1900-12-31 century"),
        ("it", "nel ventesimo secolo", "1900-01-01..2000-12-31 century"),
        ("it", "nel 19º secolo", "1800-01-01..1900-12-31 century"),
    ],
)
def test_a_century_is_a_hundred_years_with_the_round_ones_at_its_ends(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "in early 2023", "2023-01-01..2023-04-30 year"),
        ("en", "in mid-2023", "2023-04-01..2023-09-30 year"),
        ("en", "in late 2023", "2023-09-01..2023-12-31 year"),
        ("en", "at the end of 2023", "2023-09-01..2023-12-31 year"),
        ("en", "at the beginning of the year 2023", "2023-01-01..2023-04-30 year"),
        ("en", "in the mid-1990s", "1993-01-01..1996-12-31 decade"),
        ("en", "at the start of the 21st century", "2000-01-01..2039-12-31 century"),
        ("en", "early in 2020", "2020-01-01..2020-04-30 year"),
        ("en", "in mid-May 2022", "2022-05-09..2022-05-22 month"),
        ("en", "in late February 2023", "2023-02-20..2023-02-28 month"),
        ("en", "in the late 1980s", "1986-01-01..1989-12-31 decade"),
        ("en", "in the early 19th century", "1800-01-01..1839-12-31 century"),
        ("en", "in the late nineteenth century", "1860-01-01..1900-12-31 century"),
        ("fr", "fin 2024", "2024-09-01..2024-12-31 year"),
        ("fr", "début mars 2023", "2023-03-01..2023-03-11 month"),
        ("fr", "mi-mai 2022", "2022-05-09..2022-05-22 month"),
        ("fr", "à la fin de l'année 2019", "2019-09-01..2019-12-31 year"),
        ("fr", "à la fin des années 1980", "1986-01-01..1989-12-31 decade"),
        ("fr", "au début du XIXe siècle", "1800-01-01..1839-12-31 century"),
        ("es", "a finales de 2023", "2023-09-01..2023-12-31 year"),
        ("es", "a mediados de mayo de 2022", "2022-05-09..2022-05-22 month"),
        ("es", "a principios de los años 90", "1990-01-01..1993-12-31 decade"),
        ("de", "Ende 2024", "2024-09-01..2024-12-31 year"),
        ("de", "Anfang März 2023", "2023-03-01..2023-03-11 month"),
        ("de", "Mitte der 1990er Jahre", "1993-01-01..1996-12-31 decade"),
        ("pt", "no final de 2023", "2023-09-01..2023-12-31 year"),
        ("pt", "em meados de maio de 2022", "2022-05-09..2022-05-22 month"),
        ("it", "alla fine del 2023", "2023-09-01..2023-12-31 year"),
        ("it", "a metà maggio 2022", "2022-05-09..2022-05-22 month"),
        ("it", "all'inizio degli anni '90", "1990-01-01..1993-12-31 decade"),
    ],
)
def test_a_part_of_a_period_is_about_a_third_of_it(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told
