"""What a finding says of one of its sources: the comparisons made there, the passages that decide.  Pure."""

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.enums import Outcome
from claimcheck.model import Comparison, Evidence, Finding, SourceReport


def comparisons_on(finding: Finding, report: SourceReport) -> tuple[Comparison, ...]:
    """Return what one source says: where it is the only one, what it does not say too."""
    alone = len(finding.sources) == 1
    return tuple(c for c in finding.comparisons if alone or _is_on(c, report))


def _is_on(comparison: Comparison, report: SourceReport) -> bool:
    return comparison.evidence is not None and comparison.evidence.source == report.source.address


def passages_of(finding: Finding, report: SourceReport) -> list[Evidence]:
    """Return the passages of one source, each once, those that do not agree first."""
    ranked = sorted(finding.comparisons, key=lambda c: c.outcome is Outcome.AGREES)
    return _merge(c.evidence for c in ranked if c.evidence is not None and _is_on(c, report))


def _merge(passages: Iterable[Evidence]) -> list[Evidence]:
    """Return passages each once; the same words that decide several assertions carry the marks of all."""
    merged: dict[tuple[str, tuple[int, int], int | None], Evidence] = {}
    for passage in passages:
        key = (passage.exact, passage.span, passage.page)
        held = merged.get(key)
        merged[key] = passage if held is None else _with_marks(held, passage)
    return list(merged.values())


def _with_marks(held: Evidence, other: Evidence) -> Evidence:
    return replace(held, deciding=(*held.deciding, *other.deciding))
