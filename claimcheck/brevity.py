"""Stage 5, match: a match without what only a close look at one claim wants.  Pure.

A run over thousands of sources holds on to all of its matches until its end, and most reports print of each what
decides, and no more.  Every passage considered and the reading of the claim are four fifths of a match.
"""

from dataclasses import replace

from claimcheck.model import Claim, Document, Match, Source
from claimcheck.ports import Matcher


class BriefMatcher:
    """Matches by another matcher, and keeps of each match what decides alone."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    def match(self, claim: Claim, document: Document, source: Source, /) -> Match:
        """Return how each assertion of the claim stands to the document; no passage considered, and no reading."""
        return replace(self._matcher.match(claim, document, source), considered=(), reading=())
