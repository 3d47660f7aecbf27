"""Which day of a page is the event's, and when another one there denies the claim's."""

from matchers.laws_facts import document, finding

from claimcheck.enums import Code, Verdict

_REPORT = (
    "LODVA (22 August 2017) - The federation has named its squad for the cup in Sarnby.",
    "Rui Dant and eleven others were selected.",
    "The squad trains in Lodva. It leaves for Sarnby on 25 August. The matches are played on 27 August and 29 August.",
    "The federation was founded in 1923. Its first president was Ana Berg. She led it until 1941.",
    "Tickets are on sale. The hall holds 900 people. It opened in 2009. Its roof was mended in 2015. It is old.",
)


def test_on_a_page_of_many_days_another_day_denies_the_claims_own_only_where_it_says_all_of_the_event() -> None:
    claim = "On 22 August 2017, Rui Dant was selected for the matches in Sarnby."
    assert finding(claim, document(*_REPORT)).verdict is not Verdict.CONTRADICTED


def test_another_day_said_of_the_event_itself_denies_the_claims_day_wherever_that_stands() -> None:
    page = document(*_REPORT, "The roof of the hall was painted in 2011.")
    assert finding("The hall was opened in 2011.", page).verdict is Verdict.CONTRADICTED


def test_days_that_end_on_another_day_are_only_a_part_of_the_claims() -> None:
    page = document("The fair in Lodva was open from 5 March 2020 to 26 April 2020.")
    claim = "The fair in Lodva was open from 5 March 2020 to 27 April 2020."
    assert finding(claim, page).verdict is not Verdict.SUPPORTED
    assert finding(claim.replace("27", "26"), page).verdict is Verdict.SUPPORTED


def test_a_day_in_a_passage_that_may_be_of_the_event_is_left_to_a_reader() -> None:
    page = document("On 14 May 2019 the ferry was withdrawn.")
    found = finding("The town of Sarnby lost its last ferry on 14 May 2019.", page)
    assert found.verdict is Verdict.FAILED_VERIFICATION
    assert Code.NEEDS_REVIEW in found.codes
    other = finding("The mayor of Sarnby was sworn in on 14 May 2019.", page)
    assert Code.SUBJECT_MISMATCH in other.codes
