"""Reports with an article, for the tests of the HTML report."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from reporters import samples

from claimcheck.enums import Role, State, StateClass, Verdict
from claimcheck.fingerprints import words_mark
from claimcheck.model import Article, Block, Document, Finding, Report
from claimcheck.past import Past, PastDay, PastVerdict
from claimcheck.reporters.html import HtmlReporter
from claimcheck.text import sentences

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
STATING = "Le loyer prenait 40 % du salaire."
"""A sentence of the article that states a figure and that no claim covers."""


def document(*paragraphs: str, heading: str = "Les petites mains") -> Document:
    text, blocks = heading, [Block(Role.HEADING, (0, len(heading)))]
    for paragraph in paragraphs:
        begin = len(text) + 1
        text += f"\n{paragraph}"
        blocks.append(Block(Role.PARAGRAPH, (begin, len(text))))
    return Document(text, tuple(blocks), title=heading, language="fr")


def article(*paragraphs: str, stating: tuple[str, ...] = ()) -> Article:
    read = document(*paragraphs)
    spans = [span for block in read.blocks for span in sentences(read.text, block.span)]
    return Article("article.md", read, tuple(span for span in spans if read.text[slice(*span)] in stating))


def told(*findings: Finding, **fields: object) -> Report:
    """A report whose article holds every claim, two to a paragraph, and one sentence more."""
    texts = [finding.claim.text for finding in findings]
    paragraphs = [" ".join(texts[at : at + 2]) for at in range(0, len(texts), 2)]
    made = article(*paragraphs, STATING, stating=(*texts, STATING))
    return replace(samples.report(*findings), article=made, made_at=NOON, **fields)  # type: ignore[arg-type]  # by name


def past_of(*findings: Finding) -> Past:
    """A past of three days: every claim was supported once, and every source there."""
    days = []
    for place in range(3):
        held = {
            f.claim.id: PastVerdict(f.verdict if place else Verdict.SUPPORTED, "", words_mark(f.claim))
            for f in findings
        }
        days.append(
            PastDay(NOON.date() - timedelta(days=2 - place), held, {StateClass.PRESENT: 9, StateClass.GONE: place})
        )
    looks = {
        seen.source.address: ((NOON - timedelta(days=1), State.LIVE), (NOON, seen.state))
        for finding in findings
        for seen in finding.sources
    }
    return Past(tuple(days), looks)


def page_of(report: Report, language: str = "en") -> str:
    return HtmlReporter(language=language).render(report)
