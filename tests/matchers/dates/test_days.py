"""Days: in words, in digits, with a weekday, without a year, and as ranges and lists."""

from datetime import date

import pytest
from matchers.dates.telling import ISSUED, tell_all

from claimcheck.matchers.dates import read_dates

_DAYS_IN_WORDS = [
    ("en", "It opened on 18 June 1956.", "1956-06-18 day"),
    ("en", "It opened on June 18, 1956.", "1956-06-18 day"),
    ("en", "It opened on June 18th, 1956, in rain.", "1956-06-18 day"),
    ("en", "It opened on the 18th of June, 1956.", "1956-06-18 day"),
    ("en", "It opened on the 18th of June 1956.", "1956-06-18 day"),
    ("en", "It opened on June 18 1956.", "1956-06-18 day"),
    ("en", "Jun. 18, 1956: opening", "1956-06-18 day"),
    ("en", "18 Sept 1956", "1956-09-18 day"),
    ("en", "1 May 2023", "2023-05-01 day"),
    ("en", "May 1, 2023", "2023-05-01 day"),
    ("en", "March 3, 2023", "2023-03-03 day"),
    ("en", "18 JUNE 1956", "1956-06-18 day"),
    ("en", "Wednesday, 20 April 2022", "2022-04-20 day"),
    ("en", "Wednesday 20 April 2022", "2022-04-20 day"),
    ("en", "Wednesday, April 20, 2022", "2022-04-20 day"),
    ("en", "Wednesday the 20th of April 2022", "2022-04-20 day"),
    ("en", "Wed 20 Apr 2022", "2022-04-20 day"),
    ("fr", "le 1er mai 2023", "2023-05-01 day"),
    ("fr", "le 1 mai 2023", "2023-05-01 day"),
    ("fr", "le premier mai 2023", "2023-05-01 day"),
    ("fr", "le 20 avril 2022.", "2022-04-20 day"),
    ("fr", "le 20 avr. 2022", "2022-04-20 day"),
    ("fr", "20 juil. 2022", "2022-07-20 day"),
    ("fr", "le 3 févr. 2022", "2022-02-03 day"),
    ("fr", "le mercredi 20 avril 2022", "2022-04-20 day"),
    ("fr", "Mercredi 20 avril 2022", "2022-04-20 day"),
    ("fr", "le 20 de avril 2022", "2022-04-20 day"),
    ("fr", "Le 24 août 1944", "1944-08-24 day"),
    ("es", "el 20 de abril de 2022", "2022-04-20 day"),
    ("es", "el 20 de abril del 2022", "2022-04-20 day"),
    ("es", "el 20 abril 2022", "2022-04-20 day"),
    ("es", "el 1º de mayo de 2023", "2023-05-01 day"),
    ("es", "el 1.º de mayo de 2023", "2023-05-01 day"),
    ("es", "el primero de mayo de 2023", "2023-05-01 day"),
    ("es", "20 abr. 2022", "2022-04-20 day"),
    ("es", "miércoles, 20 de abril de 2022", "2022-04-20 day"),
    ("es", "el miércoles 20 de abril de 2022", "2022-04-20 day"),
    ("es", "el 4 de setiembre de 2022", "2022-09-04 day"),
    ("de", "am 3. Mai 2023", "2023-05-03 day"),
    ("de", "am 3.Mai 2023", "2023-05-03 day"),
    ("de", "am Mittwoch, dem 20. April 2022", "2022-04-20 day"),
    ("de", "am Mittwoch, 20. April 2022", "2022-04-20 day"),
    ("de", "der 1. Jänner 2020", "2020-01-01 day"),
    ("de", "am 3. Okt. 1990", "1990-10-03 day"),
    ("de", "am 9. November des Jahres 1989", "1989-11-09 day"),
    ("pt", "em 20 de abril de 2022", "2022-04-20 day"),
    ("pt", "1º de maio de 2023", "2023-05-01 day"),
    ("pt", "1.º de maio de 2023", "2023-05-01 day"),
    ("pt", "primeiro de maio de 2023", "2023-05-01 day"),
    ("pt", "20 abr. 2022", "2022-04-20 day"),
    ("pt", "quarta-feira, 20 de abril de 2022", "2022-04-20 day"),
    ("pt", "7 de set. de 2022", "2022-09-07 day"),
    ("it", "il 20 aprile 2022", "2022-04-20 day"),
    ("it", "il 1º maggio 2023", "2023-05-01 day"),
    ("it", "il primo maggio 2023", "2023-05-01 day"),
    ("it", "l'8 marzo 2020", "2020-03-08 day"),
    ("it", "dell'11 settembre 2001", "2001-09-11 day"),
    ("it", "mercoledì 20 aprile 2022", "2022-04-20 day"),
    ("it", "20 apr 2022", "2022-04-20 day"),
]


@pytest.mark.parametrize(("language", "text", "told"), _DAYS_IN_WORDS)
def test_a_day_in_words_is_that_day(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "2022-04-20", "2022-04-20 day"),
        ("en", "published 2022-04-20T08:15:00Z", "2022-04-20 day"),
        ("en", "on 2022/04/20", "2022-04-20 day"),
        ("en", "on 20/04/2022", "2022-04-20 day"),
        ("en", "on 04/20/2022", "2022-04-20 day"),
        ("en", "on 3/4/2022", "2022-03-04 day"),
        ("en-US", "on 3/4/2022", "2022-03-04 day"),
        ("en-GB", "on 3/4/2022", "2022-04-03 day"),
        ("en_AU", "on 3/4/2022", "2022-04-03 day"),
        ("fr-CH", "le 3/4/2022", "2022-04-03 day"),
        ("fr", "le 3/4/2022", "2022-04-03 day"),
        ("fr", "le 03/04/2022", "2022-04-03 day"),
        ("fr", "le 20/04/22", "2022-04-20 day"),
        ("fr", "le 20-04-2022", "2022-04-20 day"),
        ("es", "el 03/04/2022", "2022-04-03 day"),
        ("de", "am 20.04.2022", "2022-04-20 day"),
        ("de", "am 20. 4. 2022", "2022-04-20 day"),
        ("de", "am 20.04.22", "2022-04-20 day"),
        ("de", "am 3.4.2022", "2022-04-03 day"),
        ("pt", "em 03/04/2022", "2022-04-03 day"),
        ("it", "il 03/04/2022", "2022-04-03 day"),
        ("it", "il 20.04.2022", "2022-04-20 day"),
    ],
)
def test_a_day_in_digits_goes_by_the_order_of_its_language(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


@pytest.mark.parametrize(
    ("language", "text", "alternatives"),
    [
        ("en", "03/04/2022", [date(2022, 4, 3)]),
        ("fr", "03/04/2022", [date(2022, 3, 4)]),
        ("fr", "04/04/2022", []),
        ("fr", "20/04/2022", []),
        ("de", "03.04.2022", []),
        ("en", "2022-04-03", []),
    ],
)
def test_a_day_that_may_be_read_in_either_order_keeps_both(language: str, text: str, alternatives: list[date]) -> None:
    [found] = read_dates(text, language)
    assert [first for first, _ in found.alternatives] == alternatives


def test_a_text_that_shows_the_day_first_is_read_so_throughout() -> None:
    assert tell_all("From 20/04/2022 on, and on 03/04/2022.", "en") == "2022-04-20 day; 2022-04-03 day"
    assert tell_all("Le 04/20/2022, puis le 03/04/2022.", "fr") == "2022-04-20 day; 2022-03-04 day"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "on 4-6 May 2023", "2023-05-04..2023-05-06 day"),
        ("en", "on 4\u20136 May 2023", "2023-05-04..2023-05-06 day"),
        ("en", "on May 4\u20136, 2023", "2023-05-04..2023-05-06 day"),
        ("en", "May 4 to 6, 2023", "2023-05-04..2023-05-06 day"),
        ("en", "from 4 to 6 May 2023", "2023-05-04..2023-05-06 day"),
        ("en", "between 4 and 6 May 2023", "2023-05-04..2023-05-06 day"),
        ("en", "from the 4th to the 6th of May 2023", "2023-05-04..2023-05-06 day"),
        ("en", "4 May \u2013 6 June 2023", "2023-05-04..2023-06-06 day"),
        ("en", "from 4 May to 6 June 2023", "2023-05-04..2023-06-06 day"),
        ("en", "from 30 December to 2 January 2024", "2023-12-30..2024-01-02 day"),
        ("fr", "du 4 au 6 mai 2023", "2023-05-04..2023-05-06 day"),
        ("fr", "entre le 4 et le 6 mai 2023", "2023-05-04..2023-05-06 day"),
        ("fr", "du 4 mai au 6 juin 2023", "2023-05-04..2023-06-06 day"),
        ("fr", "du 1er au 3 mai 2023", "2023-05-01..2023-05-03 day"),
        ("fr", "du 27 novembre 2019 au 10 octobre 2021", "2019-11-27..2021-10-10 day"),
        ("fr", "du lundi 4 au vendredi 8 mars 2024", "2024-03-04..2024-03-08 day"),
        ("en", "from Monday 4 to Friday 8 March 2024", "2024-03-04..2024-03-08 day"),
        ("de", "vom 1. Januar bis zum 31. März 2023", "2023-01-01..2023-03-31 day"),
        ("es", "del 4 al 6 de mayo de 2023", "2023-05-04..2023-05-06 day"),
        ("es", "entre el 4 y el 6 de mayo de 2023", "2023-05-04..2023-05-06 day"),
        ("de", "vom 4. bis 6. Mai 2023", "2023-05-04..2023-05-06 day"),
        ("de", "vom 4. bis zum 6. Mai 2023", "2023-05-04..2023-05-06 day"),
        ("de", "zwischen dem 4. und dem 6. Mai 2023", "2023-05-04..2023-05-06 day"),
        ("de", "vom 4. Mai bis 6. Juni 2023", "2023-05-04..2023-06-06 day"),
        ("pt", "de 4 a 6 de maio de 2023", "2023-05-04..2023-05-06 day"),
        ("pt", "entre 4 e 6 de maio de 2023", "2023-05-04..2023-05-06 day"),
        ("it", "dal 4 al 6 maggio 2023", "2023-05-04..2023-05-06 day"),
        ("it", "dall'1 al 3 maggio 2023", "2023-05-01..2023-05-03 day"),
        ("it", "tra il 4 e il 6 maggio 2023", "2023-05-04..2023-05-06 day"),
    ],
)
def test_a_range_of_days_is_one_date(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 4 and 6 May 2023"),
        ("en", "on 4 May and 6 May 2023"),
        ("fr", "les 4 et 6 mai 2023"),
        ("fr", "le 4 et le 6 mai 2023"),
        ("es", "los días 4 y 6 de mayo de 2023"),
        ("de", "am 4. und 6. Mai 2023"),
        ("pt", "nos dias 4 e 6 de maio de 2023"),
        ("it", "il 4 e 6 maggio 2023"),
    ],
)
def test_days_that_share_a_month_are_two_dates(language: str, text: str) -> None:
    assert tell_all(text, language) == "2023-05-04 day; 2023-05-06 day"


def test_a_list_of_days_shares_the_year_at_its_end() -> None:
    told = "2022-05-01 day; 2022-06-02 day; 2022-07-03 day"
    assert tell_all("on 1 May, 2 June and 3 July 2022", "en") == told
    assert tell_all("le 1er mai, le 2 juin et le 3 juillet 2022", "fr") == told


def test_three_days_that_share_a_month_are_three_dates() -> None:
    assert tell_all("on 4, 5 and 6 May 2023", "en") == "2023-05-04 day; 2023-05-05 day; 2023-05-06 day"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "on 31 August", "2023-08-31 day"),
        ("en", "on March 14", "2024-03-14 day"),
        ("en", "on March 15", "2023-03-15 day"),
        ("en", "on 29 February", "2024-02-29 day"),
        ("en", "Saturday, 14 September", "2024-09-14 day"),
        ("en", "Wednesday 4 October", "2023-10-04 day"),
        ("en", "from 4 to 6 May", "2023-05-04..2023-05-06 day"),
        ("en", "from 30 December to 2 January", "2023-12-30..2024-01-02 day"),
        ("fr", "le 31 août", "2023-08-31 day"),
        ("fr", "le 1er janvier", "2024-01-01 day"),
        ("fr", "vendredi 4 mars", "2022-03-04 day"),
        ("es", "el 31 de agosto", "2023-08-31 day"),
        ("de", "am 31. August", "2023-08-31 day"),
        ("pt", "em 31 de agosto", "2023-08-31 day"),
        ("it", "il 31 agosto", "2023-08-31 day"),
    ],
)
def test_a_year_left_out_is_the_nearest_past_one_or_the_one_its_weekday_tells(
    language: str, text: str, told: str
) -> None:
    [found] = read_dates(text, language, issued=ISSUED)
    assert found.year_inferred
    assert tell_all(text, language, ISSUED) == told


def test_the_next_year_is_the_other_reading_of_one_left_out() -> None:
    [found] = read_dates("It opens on 31 August.", "en", issued=ISSUED)
    assert found.alternatives == ((date(2024, 8, 31), date(2024, 8, 31)),)


@pytest.mark.parametrize("text", ["on 31 February 2023", "on 30/02/2023", "2023-13-01", "on 31 June", "32 May 2023"])
def test_a_day_that_no_calendar_has_is_no_day(text: str) -> None:
    assert not [found for found in read_dates(text, "en", issued=ISSUED) if found.granularity == "day"]
