"""A claim against a page of one paragraph: what the comparisons come to."""

from datetime import date

from claimcheck.enums import Outcome, Role
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.model import Block, Claim, Comparison, Document, Issued, Location, Source

PLACE = Location("claims.yaml", 1, 1)
SOURCE = Source("https://example.org/a", PLACE)


def compare(
    claim: str, page: str, *, language: str = "fr", of_page: str = "en", issued: date | None = None
) -> tuple[Comparison, ...]:
    """Return how a claim stands to a page of one paragraph."""
    day = Issued(issued, "meta", "day") if issued is not None else None
    document = Document(page, (Block(Role.PARAGRAPH, (0, len(page))),), "", of_page, issued=day)
    return RuleMatcher().match(Claim("a", claim, (SOURCE,), PLACE, language=language), document, SOURCE).comparisons


def outcomes(
    claim: str, page: str, *, language: str = "fr", of_page: str = "en", issued: date | None = None
) -> set[Outcome]:
    """Return what the comparisons come to."""
    return {c.outcome for c in compare(claim, page, language=language, of_page=of_page, issued=issued)}
