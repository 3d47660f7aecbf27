"""What a page has put right since is decided by its last word, for claims without a value as for those with one."""

import pytest
from matchers.laws_facts import document, verdict

from claimcheck.enums import Verdict

_LIVE = (
    "15:10 - The debate is over. Senators have gone home.",
    "14:05 - Correction: we wrote at noon that the bakers' guild backs the law. It does not; the guild is neutral.",
    "12:00 - The bakers' guild backs the law.",
)


@pytest.mark.parametrize(
    ("claim", "language"),
    [("The bakers' guild backs the law.", "en"), ("La guilde des boulangers soutient la loi.", "fr")],
)
def test_a_correction_decides_against_the_entry_before_it(claim: str, language: str) -> None:
    assert verdict(claim, document(*_LIVE), language) is Verdict.CONTRADICTED


def test_the_newest_entry_decides() -> None:
    page = document(
        "18:30 - The minister has not resigned, his office says.",
        "17:00 - The minister has resigned.",
        "16:00 - The debate has begun.",
    )
    assert verdict("The minister has resigned.", page) is Verdict.CONTRADICTED
    turned = document(
        "18:30 - The minister has resigned.",
        "17:00 - The minister has not resigned, his office says.",
        "16:00 - The debate has begun.",
    )
    assert verdict("The minister has resigned.", turned) is Verdict.SUPPORTED
