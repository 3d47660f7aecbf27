"""What all parts of one report share: its words, its findings in order, the places of the claims.  Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claimcheck.languages import language_of
from claimcheck.model import Document, Finding, Report, Ruling, Span
from claimcheck.reporters.html.placing import Place, place_claims, uncovered
from claimcheck.reporters.html.words import Words, languages
from claimcheck.reporters.levels import level_of

_SAMPLE = 60
"""Claims whose language is guessed, where nobody says."""


@dataclass(frozen=True)
class Setting:
    """One report, and how it is to be told."""

    report: Report
    words: Words

    @cached_property
    def items(self) -> tuple[tuple[Finding, Ruling | None], ...]:
        """The findings and their rulings; the place of each is its number everywhere in the report."""
        return tuple(self.report.ruled)

    @cached_property
    def document(self) -> Document | None:
        """The article as it was read."""
        return self.report.article.document if self.report.article else None

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where the article makes the claims, in its order."""
        texts = [finding.claim.text for finding, _ in self.items]
        return place_claims(texts, self.document) if self.document is not None else ()

    @cached_property
    def placed(self) -> dict[int, Place]:
        """The same by the claim's number."""
        return {place.claim: place for place in self.places}

    @cached_property
    def uncovered(self) -> tuple[Span, ...]:
        """The sentences of the article that state something and that no claim covers."""
        return uncovered(self.report.article, self.places) if self.report.article is not None else ()

    @property
    def order(self) -> Iterator[int]:
        """The numbers of the findings as they are read: in the order of the article, the others after them."""
        yield from (place.claim for place in self.places)
        yield from (number for number in range(len(self.items)) if number not in self.placed)

    def needs_a_look(self, number: int) -> bool:
        """Return whether a finding is one to look at: it has a level."""
        return level_of(*self.items[number]) is not None


def setting_of(report: Report, language: str) -> Setting:
    """Return the setting of a report in this language; where none is given, in that of its claims."""
    return Setting(report, Words(language or _language_of(report)))


def _language_of(report: Report) -> str:
    said = [report.claims_file.language, *(finding.claim.language for finding in report.findings)]
    first = next((language for language in said if language), "")
    text = " ".join(finding.claim.text[:400] for finding in report.findings[:_SAMPLE])
    spoken = first.partition("-")[0].lower() or language_of(text)
    return spoken if spoken in languages() else "en"
