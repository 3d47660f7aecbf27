"""A page is all that its source says: what a short one without a title never names, it does not tell of."""

from datetime import date

import pytest
from matchers.laws_facts import document, finding, verdict

from claimcheck.enums import Code, Verdict

PAGE = "UNHCR employed 7,000 people in Nairobi."


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("Google employed 7,000 people in Nairobi.", "en"),
        ("UNHCR employed 7,000 people in Mombasa.", "en"),
        ("Google employait 7 000 personnes à Nairobi.", "fr"),
    ],
)
def test_a_name_that_a_short_page_never_gives_is_not_taken_as_given_before(claim: str, language: str) -> None:
    assert verdict(PAGE, document(PAGE)) is Verdict.SUPPORTED
    assert verdict(claim, document(PAGE), language) is not Verdict.SUPPORTED


def test_a_value_that_agrees_does_not_make_up_for_a_source_older_than_the_fact() -> None:
    page = document(PAGE, issued=date(2023, 5, 4))
    later = finding("In 2024 UNHCR employed 7,000 people in Nairobi.", page)
    assert later.verdict is not Verdict.SUPPORTED
    assert Code.SOURCE_OLDER in {compared.code for compared in later.comparisons}
    undated = document("UNHCR employed 7,000 people in Nairobi on 1 March.", issued=date(2023, 5, 4))
    assert verdict("In 2024 UNHCR employed 7,000 people in Nairobi.", undated) is not Verdict.SUPPORTED
    assert verdict("In 2024 UNHCR plans to employ 7,000 people in Nairobi.", page) is not Verdict.CONTRADICTED
