"""Relations: since, until, before, after, about; and dates said from the day of writing."""

import pytest
from matchers.dates.telling import ISSUED, tell_all

from claimcheck.matchers.dates import mask_dates, read_dates

_YEAR = "2015-01-01..2015-12-31 year"


@pytest.mark.parametrize(
    ("language", "text", "relation"),
    [
        ("en", "since 2015", "since"),
        ("en", "as of 2015", "since"),
        ("en", "until 2015", "until"),
        ("en", "till 2015", "until"),
        ("en", "by 2015", "until"),
        ("en", "by the year 2015", "until"),
        ("en", "no later than 2015", "until"),
        ("en", "before 2015", "before"),
        ("en", "prior to 2015", "before"),
        ("en", "after 2015", "after"),
        ("en", "circa 2015", "about"),
        ("fr", "depuis 2015", "since"),
        ("fr", "à partir de 2015", "since"),
        ("fr", "dès 2015", "since"),
        ("fr", "à compter de 2015", "since"),
        ("fr", "jusqu'en 2015", "until"),
        ("fr", "d'ici 2015", "until"),
        ("fr", "d'ici à 2015", "until"),
        ("fr", "à l'horizon 2015", "until"),
        ("fr", "avant 2015", "before"),
        ("fr", "après 2015", "after"),
        ("fr", "vers 2015", "about"),
        ("es", "desde 2015", "since"),
        ("es", "a partir de 2015", "since"),
        ("es", "hasta 2015", "until"),
        ("es", "antes de 2015", "before"),
        ("es", "después de 2015", "after"),
        ("es", "hacia 2015", "about"),
        ("de", "seit 2015", "since"),
        ("de", "ab 2015", "since"),
        ("de", "bis 2015", "until"),
        ("de", "vor 2015", "before"),
        ("de", "nach 2015", "after"),
        ("de", "um 2015", "about"),
        ("pt", "desde 2015", "since"),
        ("pt", "a partir de 2015", "since"),
        ("pt", "até 2015", "until"),
        ("pt", "antes de 2015", "before"),
        ("pt", "após 2015", "after"),
        ("it", "dal 2015", "since"),
        ("it", "a partire dal 2015", "since"),
        ("it", "fino al 2015", "until"),
        ("it", "entro il 2015", "until"),
        ("it", "prima del 2015", "before"),
        ("it", "dopo il 2015", "after"),
        ("it", "intorno al 2015", "about"),
    ],
)
def test_the_words_before_a_date_tell_how_it_bounds(language: str, text: str, relation: str) -> None:
    assert tell_all(text, language) == f"{relation} {_YEAR}"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "since 4 May 2023", "since 2023-05-04 day"),
        ("en", "by the end of 2024", "until 2024-09-01..2024-12-31 year"),
        ("en", "by Q2 2024", "until 2024-04-01..2024-06-30 quarter"),
        ("en", "before the summer of 2022", "before 2022-06-01..2022-09-23 season"),
        ("fr", "depuis le 4 mai 2023", "since 2023-05-04 day"),
        ("fr", "d'ici fin 2024", "until 2024-09-01..2024-12-31 year"),
        ("fr", "d'ici à la fin de 2024", "until 2024-09-01..2024-12-31 year"),
        ("fr", "avant l'été 2022", "before 2022-06-01..2022-09-23 season"),
        ("fr", "jusqu'au 4 mai 2023", "until 2023-05-04 day"),
        ("es", "desde el 4 de mayo de 2023", "since 2023-05-04 day"),
        ("de", "seit dem 4. Mai 2023", "since 2023-05-04 day"),
        ("de", "bis zum 4. Mai 2023", "until 2023-05-04 day"),
        ("de", "bis Ende 2024", "until 2024-09-01..2024-12-31 year"),
        ("pt", "até o fim de 2024", "until 2024-09-01..2024-12-31 year"),
        ("it", "entro la fine del 2024", "until 2024-09-01..2024-12-31 year"),
    ],
)
def test_a_relation_is_heard_past_articles(language: str, text: str, told: str) -> None:
    assert tell_all(text, language) == told


_RELATIVE = [
    ("en", "yesterday", "2024-03-13 day"),
    ("en", "last night", "2024-03-13 day"),
    ("en", "tomorrow", "2024-03-15 day"),
    ("en", "today", "about 2024-03-14 day"),
    ("en", "this week", "2024-03-11..2024-03-17 week"),
    ("en", "last week", "2024-03-04..2024-03-10 week"),
    ("en", "last month", "2024-02-01..2024-02-29 month"),
    ("en", "next month", "2024-04-01..2024-04-30 month"),
    ("en", "last quarter", "2023-10-01..2023-12-31 quarter"),
    ("en", "last year", "2023-01-01..2023-12-31 year"),
    ("en", "this year", "2024-01-01..2024-12-31 year"),
    ("en", "next year", "2025-01-01..2025-12-31 year"),
    ("en", "late last year", "2023-09-01..2023-12-31 year"),
    ("en", "by the end of this year", "until 2024-09-01..2024-12-31 year"),
    ("en", "on Friday", "2024-03-08 day"),
    ("en", "on Thursday", "2024-03-14 day"),
    ("en", "last Thursday", "2024-03-07 day"),
    ("en", "next Monday", "2024-03-18 day"),
    ("en", "last May", "2023-05-01..2023-05-31 month"),
    ("en", "last summer", "2023-06-01..2023-09-23 season"),
    ("en", "in May last year", "2023-05-01..2023-05-31 month"),
    ("en", "on 31 August last year", "2023-08-31 day"),
    ("en", "in the fourth quarter of last year", "2023-10-01..2023-12-31 quarter"),
    ("en", "three years ago", "2021-01-01..2021-12-31 year"),
    ("en", "a year ago", "2023-01-01..2023-12-31 year"),
    ("en", "10 years ago", "2014-01-01..2014-12-31 year"),
    ("en", "two months ago", "2024-01-01..2024-01-31 month"),
    ("en", "two days ago", "2024-03-12 day"),
    ("en", "in March this year", "2024-03-01..2024-03-31 month"),
    ("en", "this March", "2024-03-01..2024-03-31 month"),
    ("en", "a decade ago", "2014-01-01..2014-12-31 year"),
    ("en", "in the past, about three years ago", "about 2021-01-01..2021-12-31 year"),
    ("fr", "mai dernier", "2023-05-01..2023-05-31 month"),
    ("fr", "le 4 mai dernier", "2023-05-04 day"),
    ("fr", "le 1er juin prochain", "2024-06-01 day"),
    ("fr", "en mars de cette année", "2024-03-01..2024-03-31 month"),
    ("fr", "il y a environ dix ans", "2014-01-01..2014-12-31 year"),
    ("es", "el pasado 4 de mayo", "2023-05-04 day"),
    ("es", "el próximo 1 de junio", "2024-06-01 day"),
    ("es", "hace unos diez años", "2014-01-01..2014-12-31 year"),
    ("es", "en marzo de este año", "2024-03-01..2024-03-31 month"),
    ("de", "im Oktober letzten Jahres", "2023-10-01..2023-10-31 month"),
    ("de", "Ende dieses Jahres", "2024-09-01..2024-12-31 year"),
    ("de", "vor rund zehn Jahren", "2014-01-01..2014-12-31 year"),
    ("pt", "em março deste ano", "2024-03-01..2024-03-31 month"),
    ("pt", "há cerca de dez anos", "2014-01-01..2014-12-31 year"),
    ("it", "il 4 maggio scorso", "2023-05-04 day"),
    ("it", "lo scorso 4 maggio", "2023-05-04 day"),
    ("it", "a marzo di quest'anno", "2024-03-01..2024-03-31 month"),
    ("fr", "hier", "2024-03-13 day"),
    ("fr", "avant-hier", "2024-03-12 day"),
    ("fr", "aujourd'hui", "about 2024-03-14 day"),
    ("fr", "la semaine dernière", "2024-03-04..2024-03-10 week"),
    ("fr", "le mois dernier", "2024-02-01..2024-02-29 month"),
    ("fr", "l'an dernier", "2023-01-01..2023-12-31 year"),
    ("fr", "L\u2019an dernier", "2023-01-01..2023-12-31 year"),
    ("fr", "l'année dernière", "2023-01-01..2023-12-31 year"),
    ("fr", "cette année", "2024-01-01..2024-12-31 year"),
    ("fr", "l'année prochaine", "2025-01-01..2025-12-31 year"),
    ("fr", "à la fin de l'an dernier", "2023-09-01..2023-12-31 year"),
    ("fr", "en mai de l'an dernier", "2023-05-01..2023-05-31 month"),
    ("fr", "jeudi dernier", "2024-03-07 day"),
    ("fr", "lundi prochain", "2024-03-18 day"),
    ("fr", "vendredi", "2024-03-08 day"),
    ("fr", "en mai dernier", "2023-05-01..2023-05-31 month"),
    ("fr", "l'été dernier", "2023-06-01..2023-09-23 season"),
    ("fr", "il y a trois ans", "2021-01-01..2021-12-31 year"),
    ("fr", "il y a 10 ans", "2014-01-01..2014-12-31 year"),
    ("fr", "il y a deux mois", "2024-01-01..2024-01-31 month"),
    ("es", "ayer", "2024-03-13 day"),
    ("es", "la semana pasada", "2024-03-04..2024-03-10 week"),
    ("es", "el mes pasado", "2024-02-01..2024-02-29 month"),
    ("es", "el año pasado", "2023-01-01..2023-12-31 year"),
    ("es", "este año", "2024-01-01..2024-12-31 year"),
    ("es", "el pasado jueves", "2024-03-07 day"),
    ("es", "el jueves pasado", "2024-03-07 day"),
    ("es", "el viernes", "2024-03-08 day"),
    ("es", "hace tres años", "2021-01-01..2021-12-31 year"),
    ("es", "dos meses atrás", "2024-01-01..2024-01-31 month"),
    ("de", "gestern", "2024-03-13 day"),
    ("de", "vergangene Woche", "2024-03-04..2024-03-10 week"),
    ("de", "letztes Jahr", "2023-01-01..2023-12-31 year"),
    ("de", "im vergangenen Jahr", "2023-01-01..2023-12-31 year"),
    ("de", "in diesem Jahr", "2024-01-01..2024-12-31 year"),
    ("de", "am Freitag", "2024-03-08 day"),
    ("de", "am vergangenen Donnerstag", "2024-03-07 day"),
    ("de", "vor drei Jahren", "2021-01-01..2021-12-31 year"),
    ("de", "vor zwei Monaten", "2024-01-01..2024-01-31 month"),
    ("pt", "ontem", "2024-03-13 day"),
    ("pt", "na semana passada", "2024-03-04..2024-03-10 week"),
    ("pt", "no ano passado", "2023-01-01..2023-12-31 year"),
    ("pt", "na sexta-feira", "2024-03-08 day"),
    ("pt", "na última quinta-feira", "2024-03-07 day"),
    ("pt", "há três anos", "2021-01-01..2021-12-31 year"),
    ("it", "ieri", "2024-03-13 day"),
    ("it", "la settimana scorsa", "2024-03-04..2024-03-10 week"),
    ("it", "l'anno scorso", "2023-01-01..2023-12-31 year"),
    ("it", "lo scorso anno", "2023-01-01..2023-12-31 year"),
    ("it", "quest'anno", "2024-01-01..2024-12-31 year"),
    ("it", "giovedì scorso", "2024-03-07 day"),
    ("it", "venerdì", "2024-03-08 day"),
    ("it", "tre anni fa", "2021-01-01..2021-12-31 year"),
]


@pytest.mark.parametrize(("language", "text", "told"), _RELATIVE)
def test_a_date_said_from_the_day_of_writing_is_worked_out_from_it(language: str, text: str, told: str) -> None:
    assert tell_all(text, language, ISSUED) == told
    assert all(found.relative for found in read_dates(text, language, issued=ISSUED))


@pytest.mark.parametrize(("language", "text"), [row[:2] for row in _RELATIVE])
def test_without_the_day_of_writing_it_is_never_guessed(language: str, text: str) -> None:
    assert tell_all(text, language) == ""


@pytest.mark.parametrize(
    "text", ["two months earlier", "the following year", "the same year", "a year later", "the previous day"]
)
def test_a_date_said_from_another_in_the_text_is_left_out(text: str) -> None:
    assert tell_all(text, "en", ISSUED) == ""


@pytest.mark.parametrize(
    ("language", "text", "masked"),
    [
        ("en", "On 31 August, 40 people came.", ["31 August"]),
        ("fr", "Le 31 août, 40 personnes.", ["31 août"]),
        ("en", "three years ago", ["three years ago"]),
        ("en", "\u00a9 2025 The Paper", ["\u00a9 2025"]),
        ("en", "in 44 BC and in 1200 BC", ["1200"]),
        ("en", "in 2023", ["2023"]),
    ],
)
def test_numbers_of_dates_that_cannot_be_known_are_masked(language: str, text: str, masked: list[str]) -> None:
    assert [text[start:end] for start, end in mask_dates(text, language)] == masked
