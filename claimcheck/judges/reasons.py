"""The sentence that gives the reason of a verdict, in the words of the comparisons that decide it."""

from collections.abc import Iterable, Sequence

from claimcheck.enums import Code, Outcome, StateClass, Verdict
from claimcheck.judges.assertions import Assertion
from claimcheck.model import Comparison, SourceReport

_MISSING = {
    Code.SOURCE_OLDER: "the source is older than the fact",
    Code.NAME_NOT_FOUND: "the source never names {said}",
    Code.SUBJECT_MISMATCH: "{said} stands in the source only on another subject",
    Code.QUOTE_NOT_FOUND: "the quote is not in the source",
    Code.ONLY_BOILERPLATE: "{said} stands only outside the text of the page, in a menu or a link",
    Code.NEEDS_REVIEW: "the source speaks of it in other words: read the passage",
    Code.NOTHING_CHECKABLE: "the claim holds nothing that can be compared",
}
_CONFLICT = {
    Code.NEGATION: "the source denies it",
    Code.ALTERED_QUOTE: "the words quoted are not the source's",
    Code.ENTITY_CONFLICT: "the source says it of {found}",
    Code.CORRECTED: "the source has corrected this: {found}",
    Code.SCALE_CONFLICT: "another scale: the source says {found}",
    Code.UNIT_CONFLICT: "another unit: the source says {found}",
    Code.CURRENCY_CONFLICT: "another currency: the source says {found}",
    Code.RATE_CONFLICT: "another rate: the source says {found}",
}


def reason_for(verdict: Verdict, assertions: Sequence[Assertion]) -> str:
    """Return why these assertions add up to this verdict, in one sentence without a full stop."""
    comparisons = [comparison for assertion in assertions for comparison in assertion.comparisons]
    if verdict is Verdict.SUPPORTED:
        notes = [f"{c.said}: {c.note}" for c in comparisons if c.note]
        return "the source says so" + (f" ({'; '.join(notes)})" if notes else "")
    if verdict is Verdict.FAILED_VERIFICATION:
        return missing_reason(assertions)
    if any(assertion.disputed for assertion in assertions):
        return "the sources disagree"
    parts = [_part(c) for c in comparisons if c.outcome is not Outcome.AGREES]
    return "; ".join(dict.fromkeys(parts))


def _part(comparison: Comparison) -> str:
    if comparison.outcome is Outcome.MISSING:
        return _missing(comparison) or f"the source does not say {comparison.said}"
    if comparison.outcome is Outcome.CONFLICTS:
        if comparison.code is Code.CORRECTED and comparison.found == comparison.said and comparison.note:
            return f"{comparison.note}: {comparison.said}"
        template = _CONFLICT.get(comparison.code) if comparison.code else None
        template = template or ("the source says {found}" if comparison.found else "the source says otherwise")
        words = template.format(found=comparison.found, said=comparison.said)
        return f"{words}, not {comparison.said}" if "{found}" in template and comparison.said else words
    return comparison.note or f"the source says only {comparison.found}"


def _missing(comparison: Comparison) -> str:
    template = _MISSING.get(comparison.code) if comparison.code else None
    return template.format(said=comparison.said, found=comparison.found) if template else ""


def missing_reason(assertions: Iterable[Assertion]) -> str:
    """Return why nothing in a source decides a claim."""
    comparisons = [c for assertion in assertions for c in assertion.comparisons]
    parts = [_missing(c) for c in comparisons]
    return "; ".join(dict.fromkeys(part for part in parts if part)) or "nothing in the source decides the claim"


def unread_reason(reports: Sequence[SourceReport]) -> str:
    """Return why sources could not be read, in one sentence without a full stop."""
    if len(reports) == 1:
        report = reports[0]
        gone = report.state.state_class is StateClass.GONE
        if report.unseen:
            return f"the source was {report.unseen}: {report.detail}"
        lead = "the source is gone" if gone else "the source could not be read"
        return f"{lead}: {report.state.label}" + (f" ({report.detail})" if report.detail else "")
    states = ", ".join(dict.fromkeys(report.label for report in reports))
    return f"{len(reports)} sources could not be read: {states}"
