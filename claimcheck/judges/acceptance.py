"""What a person accepted, put beside what the rules find: → the verdict, and which of the two it rests on.  Pure.

An acceptance lets a source support a claim that the rules could not judge (a paraphrase, a translated quote), for as
long as the accepted passage is on the page with the same values.  It never hides news: where the rules find a conflict
that was not there when the passage was accepted, such as a correction or a newer entry, the rules' verdict stands.
"""

from dataclasses import replace
from typing import TypeAlias

from claimcheck.accepted import Acceptance, Anchor, Drifted
from claimcheck.enums import Code, Drift, Outcome, Stance, Verdict
from claimcheck.model import Claim, Comparison, Evidence, Finding, Match, SourceReport
from claimcheck.ports import Judge

_Seen: TypeAlias = tuple[SourceReport, Match | None]


class AcceptanceJudge:
    """Judges by the rules, and where they do not find support, by what a person has accepted."""

    def __init__(self, rules: Judge) -> None:
        self._rules = rules

    def judge(self, claim: Claim, seen: tuple[_Seen, ...], /) -> Finding:
        """Return the rules' finding, with what became of the accepted passages; accepted, where it rests on them."""
        found = self._rules.judge(claim, seen)
        if all(report.drifted is None for report, _ in seen):
            return found
        lifted = tuple(map(_lift, seen))
        if found.verdict is not Verdict.SUPPORTED and lifted != seen:
            accepted = self._rules.judge(claim, lifted)
            if accepted.verdict is Verdict.SUPPORTED:
                found = replace(
                    accepted,
                    reason=_reason(seen),
                    matches=found.matches,
                    rules_verdict=found.verdict,
                )
        return replace(found, codes=tuple(dict.fromkeys([*found.codes, *_codes(found)])), tip=found.tip or _tip(found))


def vouches(drifted: Drifted | None) -> bool:
    """Return whether an acceptance still counts: of these words of the claim, and of words that are on the page.

    Of a source that is gone, the page is its archived copy.
    """
    if drifted is None or drifted.stale or not drifted.anchors:
        return False
    in_copy = drifted.drift is Drift.SOURCE_GONE and all(anchor.drift.holds for anchor in drifted.anchors)
    return drifted.drift.holds or in_copy


def conflicts_of(match: Match) -> tuple[str, ...]:
    """Return the codes of what conflicts with a claim in one source, sorted."""
    against = [c for c in match.comparisons if c.outcome is Outcome.CONFLICTS]
    return tuple(sorted({c.code.value if c.code is not None else c.kind for c in against}))


def _is_news(match: Match, accepted: Acceptance) -> bool:
    """Return whether the rules find a conflict that was not there when the passage was accepted."""
    return not set(conflicts_of(match)) <= set(accepted.codes)


def _lift(seen: _Seen) -> _Seen:
    """Return a source as whoever accepted its passage reads it: every assertion agrees."""
    report, match = seen
    drifted = report.drifted
    if match is None or drifted is None or not vouches(drifted) or _is_news(match, drifted.accepted):
        return seen
    if match.comparisons and all(c.outcome is Outcome.AGREES for c in match.comparisons):
        return seen
    evidence = [_evidence(anchor, report) for anchor in drifted.anchors]
    first: dict[int, Comparison] = {}
    for comparison in match.comparisons:
        first.setdefault(comparison.assertion, comparison)
    raw = list(first.values()) or [Comparison("words", drifted.accepted.claim, Outcome.AGREES)]
    agreeing = tuple(
        Comparison(
            kind=comparison.kind,
            said=comparison.said,
            outcome=Outcome.AGREES,
            found=evidence[min(place, len(evidence) - 1)].exact,
            evidence=evidence[min(place, len(evidence) - 1)],
            assertion=comparison.assertion,
        )
        for place, comparison in enumerate(raw)
    )
    return report, replace(match, comparisons=agreeing)


def _evidence(anchor: Anchor, report: SourceReport) -> Evidence:
    passage = anchor.passage
    return Evidence(
        exact=anchor.found,
        prefix=passage.prefix,
        suffix=passage.suffix,
        stance=Stance.SUPPORTS,
        source=report.source.address,
        span=anchor.span,
        page=anchor.page,
    )


def _reason(seen: tuple[_Seen, ...]) -> str:
    entries = [report.drifted.accepted for report, _ in seen if report.drifted is not None and vouches(report.drifted)]
    told = [f"accepted by {e.by} on {e.on}" + (f": {e.why}" if e.why else "") for e in entries]
    return "; ".join(dict.fromkeys(told))


def _codes(found: Finding) -> list[Code]:
    """Return the codes of drift, and of how the acceptance counts."""
    codes = [Code.ACCEPTED] if found.rules_verdict is not None else []
    for place, report in enumerate(found.sources):
        if (drifted := report.drifted) is None:
            continue
        if drifted.stale:
            codes.append(Code.STALE)
        elif (code := drifted.drift.code) is not None:
            codes.append(code)
        match = found.matches[place] if place < len(found.matches) else Match(())
        if vouches(drifted) and _is_news(match, drifted.accepted):
            codes.append(Code.NEW_CONFLICT)
    return codes


def _tip(found: Finding) -> str:
    codes = set(_codes(found))
    if Code.STALE in codes:
        return f"the claim's words have changed: 'claimcheck accept {found.claim.id}'"
    if codes & {Code.DRIFT_CHANGED_VALUE, Code.DRIFT_REMOVED, Code.DRIFT_REPLACED}:
        return f"look at it; if the source still says so, 'claimcheck accept --update {found.claim.id}'"
    return ""
