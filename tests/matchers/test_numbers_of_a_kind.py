"""Which of the numbers of a sentence a claim means: of the same kind, and near the bound that it sets."""

from dataclasses import replace

import pytest
from matchers.laws_facts import document, finding

from claimcheck.enums import Verdict
from claimcheck.matchers.compare import compare_quantities
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.relation import AGREES
from claimcheck.matchers.values import Bound
from claimcheck.matchers.words.cues import CueKind, modalities

_RATED = "The series Marlow holds an approval rating of 18%, based on 31 reviews, with an average rating of 3.6/10."


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The series Marlow has a rating of 18% with more than 30 reviews.", Verdict.SUPPORTED),
        ("The series Marlow has a rating of less than 19%.", Verdict.SUPPORTED),
        ("The series Marlow has an average rating of less than 4/10.", Verdict.SUPPORTED),
    ],
)
def test_a_mark_out_of_ten_is_no_rival_of_a_percentage(claim: str, expected: Verdict) -> None:
    assert finding(claim, document(_RATED)).verdict is expected


def test_a_mark_out_of_ten_is_no_support_for_a_percentage() -> None:
    claim = "The series Marlow holds an approval rating of more than 25%."
    assert finding(claim, document(_RATED)).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "source", "language"),
    [
        ("8.3/10", "8.3 out of 10", "en"),
        ("8/10", "8 out of 10", "en"),
        ("6,5/10", "6,5 sur 10", "fr"),
        ("3,5/5", "3,5 von 5", "de"),
    ],
)
def test_a_mark_may_be_written_in_words(claim: str, source: str, language: str) -> None:
    [ours], [theirs] = (read_quantities(f"eine {text}", language) for text in (claim, source))
    assert compare_quantities(ours, theirs) == AGREES


def test_a_mark_is_told_as_it_is_given() -> None:
    [mark] = read_quantities("an average of 8.3/10", "en")
    assert mark.notation == "8.3 /10 mean"


@pytest.mark.parametrize("bound", list(Bound))
def test_a_quantity_under_any_bound_has_a_notation(bound: Bound) -> None:
    [quantity] = read_quantities("the match lasted 2 hours", "en")
    assert "2" in replace(quantity, bound=bound).notation


def test_a_little_more_than_a_number_can_be_told() -> None:
    [quantity] = read_quantities("un peu plus de 3 000 salariés", "fr")
    assert quantity.notation.startswith("just over 3,000")


def test_of_two_numbers_that_fit_a_bound_is_said_of_the_nearer_one() -> None:
    page = document("In all, 678 hospital stays and 83 deaths were counted in at least 112 of Talven's counties.")
    assert finding("Fewer than 110 of Talven's counties counted any.", page).verdict is not Verdict.SUPPORTED


def test_a_number_that_meets_a_bound_from_afar_does_not_hide_the_one_right_at_it() -> None:
    page = document("Talven reports 12,809 people in quarantine and 106,357 tests processed.")
    assert finding("Talven had processed less than 110,000 tests.", page).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "A school in more than 25 of the districts of Talven was closed.",
        "A school in 26 districts of Talven was closed.",
    ],
)
def test_of_so_many_out_of_so_many_either_is_a_count(claim: str) -> None:
    page = document("A school was closed in 26 out of 28 districts of Talven.")
    assert finding(claim, page).verdict is Verdict.SUPPORTED


def test_another_part_of_the_whole_is_no_support() -> None:
    page = document("A school was closed in 26 out of 28 districts of Talven.")
    assert finding("A school in 27 districts of Talven was closed.", page).verdict is not Verdict.SUPPORTED


def test_a_rate_in_words_counts_nobody() -> None:
    [rate] = read_quantities("12 out of 20 people", "en")
    assert rate.parts == ()


def test_a_difference_that_meets_a_bound_from_afar_is_chance() -> None:
    page = document("Talven counted 786 cases, of which 346 were in Sarnby, 424 in Morva and 16 in Dastel.")
    assert finding("Talven counted less than 780 cases.", page).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rui Dant scored 13 goals before he joined Talven for £16.8 million.", Verdict.SUPPORTED),
        ("Rui Dant set goals before a plan to join Talven for £16.8 million.", Verdict.PARTLY_SUPPORTED),
    ],
)
def test_goals_that_are_scored_are_no_plan(sentence: str, expected: Verdict) -> None:
    assert finding("Rui Dant joined Talven for more than £16.5 million.", document(sentence)).verdict is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rui Dant scored the opening goal in the win over Talven in 2014.", Verdict.SUPPORTED),
        ("The goaltenders led the league in goals against when Rui Dant won over Talven in 2014.", Verdict.SUPPORTED),
        ("Rui Dant, whose goal is a win over Talven in 2014, is in training.", Verdict.PARTLY_SUPPORTED),
    ],
)
def test_a_goal_of_a_match_is_no_plan(sentence: str, expected: Verdict) -> None:
    assert finding("Rui Dant had a win over Talven in 2014.", document(sentence)).verdict is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 2015, ten agents left Corvane with their clients, such as Will Farley.", Verdict.SUPPORTED),
        ("In 2015, ten agents will leave Corvane with their clients.", Verdict.PARTLY_SUPPORTED),
    ],
)
def test_a_first_name_makes_no_future(sentence: str, expected: Verdict) -> None:
    assert finding("In 2015, ten agents left Corvane.", document(sentence)).verdict is expected


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("It flopped, considering it cost 195 million to make.", False),
        ("It is considering a sale for 195 million.", True),
        ("His programme on Friday had 195 listeners.", False),
    ],
)
def test_a_programme_on_the_air_and_what_is_considered_that_it_cost_are_no_plans(text: str, *, planned: bool) -> None:
    assert any(cue.kind is CueKind.PLAN for cue in modalities(text, "en")) is planned


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The factory in Lodva employs more than 400 workers.", Verdict.SUPPORTED),
        ("The factory in Lodva employs fewer than 90,000 workers.", Verdict.SUPPORTED),
        ("The factory in Lodva employs more than 400 weavers and spinners.", Verdict.PARTLY_SUPPORTED),
    ],
)
def test_a_number_far_beyond_a_bound_agrees_where_it_is_surely_of_the_same_thing(claim: str, expected: Verdict) -> None:
    assert finding(claim, document("The factory in Lodva employs 4,250 workers.")).verdict is expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The series Marlow has a score of 30.", Verdict.SUPPORTED),
        ("The series Marlow has a score of 40.", Verdict.CONTRADICTED),
    ],
)
def test_a_score_may_be_told_with_the_best_one_that_there_is(claim: str, expected: Verdict) -> None:
    page = document("The series Marlow has a score of 30 out of 100, based on 17 critics.")
    assert finding(claim, page).verdict is expected


def test_of_a_share_of_people_the_digits_are_no_score() -> None:
    page = document("In Lodva, 30 out of 100 workers fell ill.")
    assert finding("In Lodva, 30 workers fell ill.", page).verdict is not Verdict.SUPPORTED


def test_a_value_that_only_lies_beyond_a_bound_gives_way_to_one_that_fits_better_and_does_not() -> None:
    page = document(
        "The film Marlow has a rating of 20.4, the third after Sarnby and Dastel, whose ratings are 22.0 and 21.8."
    )
    assert finding("The film Marlow has a rating of more than 21.", page).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Marlow took less than 12 million dollars in Norway.", Verdict.SUPPORTED),
        ("Marlow took less than 32 million dollars in total.", Verdict.CONTRADICTED),
        ("Marlow took more than 34 million dollars in total.", Verdict.SUPPORTED),
    ],
)
def test_a_total_that_a_phrase_adds_is_a_part_of_its_own(claim: str, expected: Verdict) -> None:
    page = document("Marlow took $23 million in Finland and $11.5 million in Norway for a total of $34.5 million.")
    assert finding(claim, page).verdict is expected


def test_the_number_of_a_position_or_a_seat_counts_nothing() -> None:
    assert not read_quantities("She was elected to position 8 and took seat 12.", "en")


def test_a_number_from_afar_gives_way_to_a_nearer_one_that_meets_the_bound_too() -> None:
    page = document("In Lodva 3,282 patients are in hospital, and 16,610 patients are in hospital wards at home.")
    found = finding("In Lodva more than 3,100 patients are in hospital wards at home.", page)
    assert "far beyond" not in found.reason or found.verdict is not Verdict.SUPPORTED


def test_cases_that_are_recorded_are_no_record() -> None:
    page = document("There are 422 confirmed cases in Lodva, with 9 recorded deaths.")
    claim = "There are 422 confirmed cases in Lodva with 9 deaths recorded."
    assert finding(claim, page).verdict is Verdict.SUPPORTED
