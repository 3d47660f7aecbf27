"""Which of several values of a page a claim means: by its years, by who won, by what took another's place."""

from datetime import date

from claimcheck.enums import Code, Outcome
from tests.matchers.short_pages import compare, outcomes

FLEET = (
    "The herring fleet shrank by an average of 12 boats a year between 2005 and 2015 and by 30 boats a year between "
    "2015 and 2022."
)
RUN_OFF = (
    "Ana Duarte defeated the outgoing mayor, Luis Prado, in the run-off with 54.2% of the vote, against 45.8% for the "
    "outgoing mayor. She had won 31% in the first round."
)
TRAINS = "The agency said that 41,300 passengers used the night trains in May (previously reported: 43,100)."


def test_of_two_spans_of_years_that_only_share_a_year_each_has_its_own_value() -> None:
    assert outcomes("Entre 2005 et 2015, la flotte a perdu en moyenne 12 bateaux par an.", FLEET) == {Outcome.AGREES}
    assert outcomes("Entre 2005 et 2015, la flotte a perdu en moyenne 30 bateaux par an.", FLEET) == {Outcome.CONFLICTS}


def test_the_winner_told_by_a_full_name_has_the_value_before_the_losers() -> None:
    assert outcomes("Duarte a battu le maire sortant avec 54,2 % des voix.", RUN_OFF) == {Outcome.AGREES}
    assert outcomes("Duarte a battu le maire sortant avec 45,8 % des voix.", RUN_OFF) == {Outcome.CONFLICTS}


def test_a_figure_given_as_the_one_reported_before_is_no_longer_right_and_the_new_one_is() -> None:
    assert outcomes("En mai, 41 300 voyageurs ont pris les trains de nuit.", TRAINS) == {Outcome.AGREES}
    assert outcomes("En mai, 43 100 voyageurs ont pris les trains de nuit.", TRAINS) == {Outcome.CONFLICTS}


def test_a_promise_is_less_than_what_will_be_done() -> None:
    page = "The new mayor, Ida Holm, has pledged to plant 4,000 trees. The council will open two nurseries in May."
    told = compare("Ida Holm plantera 4 000 arbres.", page)
    assert {c.code for c in told} == {Code.WEAKER_MODALITY}
    assert outcomes("Ida Holm s'est engagée à planter 4 000 arbres.", page) == {Outcome.AGREES}
    assert outcomes("Le conseil ouvrira deux crèches en mai.", page) == {Outcome.AGREES}


def test_a_vote_is_not_unanimous_where_the_page_does_not_say_so() -> None:
    page = "The council approved the 4% rise on Monday, by 7 votes to 5."
    assert Outcome.MISSING in outcomes("The council approved the 4% rise unanimously.", page, language="en")
    assert outcomes("The council approved the 4% rise.", page, language="en") == {Outcome.AGREES}


def test_the_day_of_something_else_that_somebody_did_says_nothing_against_a_claims() -> None:
    page = "Ruth Adeyemi led the Marston Orchestra for years. She stepped down at Marston in 2004."
    assert Outcome.CONFLICTS not in outcomes("Ruth Adeyemi est née à Marston en 1951.", page)


def test_a_ruling_falls_on_the_day_on_which_the_court_orders_to_pay() -> None:
    page = "A court on Tuesday ordered the bakery chain to pay 40 former drivers their overtime."
    issued = date(2024, 3, 14)
    assert outcomes("Le jugement est tombé le 12 mars 2024.", page, issued=issued) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("Le jugement est tombé le 11 mars 2024.", page, issued=issued)
