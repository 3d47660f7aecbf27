"""A match in brief decides as the whole one does, and holds nothing that no report prints."""

from pipeline.fakes import claim, document, source

from claimcheck.brevity import BriefMatcher
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.model import Match


def test_a_brief_match_keeps_every_comparison_and_no_passage_considered() -> None:
    page = document("Sama employed up to 3,000 people. Its rival employed 200 people.")
    whole = RuleMatcher().match(claim(), page, source())
    brief = BriefMatcher(RuleMatcher()).match(claim(), page, source())
    assert whole.considered
    assert whole.reading
    assert brief == Match(whole.comparisons)
