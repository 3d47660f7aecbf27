"""Dates that a text counts from the one before."""

from datetime import date

import pytest
from matchers.short_pages import outcomes

from claimcheck.enums import Outcome
from claimcheck.matchers.dates import point_on, read_dates

ISSUED = date(2024, 3, 14)


def told(text: str, language: str = "en", issued: date | None = ISSUED) -> list[str]:
    dates = read_dates(text, language, issued=issued, any_year=issued is None)
    return [held.notation for held in point_on(text, language, dates)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The kiln opened in 1961. Three years later it closed. The following year it reopened."),
        ("fr", "Le four ouvre en 1961. Trois ans plus tard, il ferme. L'année suivante, il rouvre."),
        ("es", "El horno abrió en 1961. Tres años más tarde cerró. Al año siguiente reabrió."),
        ("de", "Der Ofen ging 1961 in Betrieb. Drei Jahre später schloss er. Im Jahr darauf brannte er wieder."),
        ("pt", "O forno abriu em 1961. Três anos mais tarde, fechou. No ano seguinte, reabriu."),
        ("it", "Il forno aprì nel 1961. Tre anni più tardi chiuse. L'anno successivo riaprì."),
    ],
)
def test_years_are_counted_from_the_date_before(language: str, text: str) -> None:
    assert told(text, language) == ["1961", "1964", "1965"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They met on 4 June 2019. The next day they parted. The following Monday they met again."),
        ("fr", "Ils se voient le 4 juin 2019. Le lendemain, ils se quittent. Le lundi suivant, ils se revoient."),
        ("es", "Se vieron el 4 de junio de 2019. Al día siguiente se separaron. El lunes siguiente se vieron."),
        ("de", "Sie trafen sich am 4. Juni 2019. Tags darauf gingen sie. Am folgenden Montag kamen sie wieder."),
        ("pt", "Viram-se em 4 de junho de 2019. No dia seguinte, foram. Na segunda-feira seguinte, voltaram."),
        ("it", "Si videro il 4 giugno 2019. Il giorno dopo, partirono. Il lunedì successivo tornarono."),
    ],
)
def test_days_are_counted_from_a_day(language: str, text: str) -> None:
    assert told(text, language) == ["2019-06-04", "2019-06-05", "2019-06-10"]


def test_a_month_or_a_season_may_be_of_the_year_counted() -> None:
    text = "It opened in 2016. It closed in May of the following year and reopened in the autumn of that year."
    assert told(text) == ["2016", "2017-05", "2017-09-01 to 2017-12-21"]
    assert told("It opened in 2016. It closed on 4 May the following year.", issued=None) == ["2016", "2017-05-04"]


def test_a_glance_back_is_nothing_to_count_on_from() -> None:
    text = "They struck on 2 May 2023, after talks had failed the previous Sunday. Work resumed ten days later."
    assert told(text) == ["2023-05-02", "2023-04-30", "2023-05-12"]


@pytest.mark.parametrize(
    "text",
    [
        "Two years later it closed.",
        "It opened in 2016. It closed about two years later than planned.",
        "It opened in 2016. The day after the vote it closed.",
        "It opened in 2016. The next day it closed.",
        "It opened in 2016. Ana ran it. Her son ran it. His son did. Two years later it closed.",
    ],
)
def test_what_is_counted_from_no_date_near_is_no_date(text: str) -> None:
    assert told(text) in ([], ["2016"])


def test_a_quarter_a_year_earlier_is_the_same_quarter() -> None:
    assert (
        told("Sales were 40 in the second quarter of 2024, up from 38 a year earlier.")[1] == "2023-04-01 to 2023-06-30"
    )


def test_a_claim_of_the_year_counted_is_supported_and_of_the_year_it_is_counted_from_is_not() -> None:
    page = "Rosa Veld joined the choir in 1971. Four years later she won the Harp prize in Ondel."
    assert outcomes("Rosa Veld a remporté le prix Harp en 1975.", page) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("Rosa Veld a remporté le prix Harp en 1971.", page)
    assert Outcome.CONFLICTS in outcomes("Rosa Veld a remporté le prix Harp en 1974.", page)


def test_a_text_of_nothing_but_such_words_is_read_in_one_pass() -> None:
    text = "On 4 June 2019 it rained. " + "The next day, two years later, 4 May the following year. " * 4_000
    assert len(told(text)) > 4_000


def test_since_then_is_since_the_date_before() -> None:
    assert told("It reopened in February 2011. Since then it has been called the Ark.")[1] == "since 2011-02"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The strike began on Monday and will end on Friday."),
        ("fr", "La grève a débuté lundi et doit prendre fin vendredi."),
        ("de", "Der Streik begann am Montag und soll am Freitag enden."),
    ],
)
def test_a_weekday_still_to_come_is_the_next_one(language: str, text: str) -> None:
    assert told(text, language) == ["2024-03-11", "2024-03-15"]


def test_what_goes_back_to_a_number_goes_back_to_a_year() -> None:
    assert told("The last cuts date back to 2017. It was rebuilt from 1836 onwards.") == ["2017", "since 1836"]
