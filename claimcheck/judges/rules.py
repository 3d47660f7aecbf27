"""The rules that make a verdict of what the sources say, and the sentence that gives the reason.

All assertions agree: supported.  One conflicts and no other is stated: contradicted.  Several with mixed results, or a
weaker one: partly supported.  None is stated: failed verification.  A source that could not be read is no opinion: it
makes a claim unverifiable where its voice is needed, and never makes one false.
"""

from collections.abc import Iterable, Sequence

from claimcheck.enums import Code, Outcome, State, StateClass, Verdict
from claimcheck.judges.assertions import Assertion, merge
from claimcheck.judges.reasons import missing_reason, reason_for, unread_reason
from claimcheck.model import Claim, Comparison, Finding, Match, SourceReport

Seen = tuple[SourceReport, Match | None]


class RuleJudge:
    """Judges by rules alone: the same claim and the same sources always get the same verdict."""

    def judge(self, claim: Claim, seen: tuple[Seen, ...], /) -> Finding:
        """Return the verdict of the sources, as many of which must support the claim as it requires."""
        read = [match for _, match in seen if match is not None]
        reports = tuple(report for report, _ in seen)
        unread = [report for report, match in seen if match is None]
        if not read:
            return self._finding(claim, seen, Verdict.UNVERIFIABLE, (), unread_reason(reports), (Code.NOTHING_READ,))
        if claim.require > 1:
            return self._required(claim, seen)
        assertions = merge(read)
        verdict = verdict_of(assertions)
        if verdict is Verdict.FAILED_VERIFICATION and unread:
            reason = f"{missing_reason(assertions)}; {unread_reason(unread)}"
            return self._finding(claim, seen, Verdict.UNVERIFIABLE, assertions, reason, (Code.NOTHING_READ,))
        return self._finding(claim, seen, verdict, assertions, reason_for(verdict, assertions), ())

    def _required(self, claim: Claim, seen: tuple[Seen, ...]) -> Finding:
        """Judge a claim that several sources must support."""
        verdicts = [(report, verdict_of(merge([match])) if match is not None else None) for report, match in seen]
        supporting = sum(verdict is Verdict.SUPPORTED for _, verdict in verdicts)
        unread = [report for report, verdict in verdicts if verdict is None]
        everything = merge([match for _, match in seen if match is not None])
        tally = f"{supporting} of the {claim.require} sources that are required support it"
        against = [v for _, v in verdicts if v is Verdict.CONTRADICTED]
        if supporting >= claim.require and not against:
            return self._finding(claim, seen, Verdict.SUPPORTED, everything, tally, ())
        if supporting + len(unread) >= claim.require and not against:
            reason = f"{tally}; {unread_reason(unread)}"
            return self._finding(claim, seen, Verdict.UNVERIFIABLE, everything, reason, (Code.NOTHING_READ,))
        if supporting or any(v is Verdict.PARTLY_SUPPORTED for _, v in verdicts):
            codes = (Code.SOURCES_DISAGREE,) if against else (Code.PART_MISSING,)
            return self._finding(claim, seen, Verdict.PARTLY_SUPPORTED, everything, tally, codes)
        verdict = Verdict.CONTRADICTED if against else Verdict.FAILED_VERIFICATION
        return self._finding(claim, seen, verdict, everything, f"{tally}; {reason_for(verdict, everything)}", ())

    @staticmethod
    def _finding(
        claim: Claim,
        seen: tuple[Seen, ...],
        verdict: Verdict,
        assertions: Sequence[Assertion],
        reason: str,
        codes: tuple[Code, ...],
    ) -> Finding:
        comparisons = tuple(c for assertion in assertions for c in assertion.comparisons)
        disputed = (Code.SOURCES_DISAGREE,) if any(a.disputed for a in assertions) else ()
        expired = (Code.IGNORE_EXPIRED,) if claim.ignore is not None else ()
        all_codes = (*codes, *disputed, *codes_of(verdict, comparisons), *expired, *_state_codes(seen))
        return Finding(
            claim=claim,
            verdict=verdict,
            reason=reason,
            codes=tuple(dict.fromkeys(all_codes)),
            comparisons=comparisons,
            sources=tuple(report for report, _ in seen),
            matches=tuple(match or Match(()) for _, match in seen),
            tip=_tip(verdict, comparisons, seen),
        )


def verdict_of(assertions: Sequence[Assertion]) -> Verdict:
    """Return the verdict that assertions add up to."""
    outcomes = {assertion.outcome for assertion in assertions}
    if not outcomes:
        return Verdict.FAILED_VERIFICATION
    if outcomes == {Outcome.AGREES}:
        return Verdict.SUPPORTED
    if outcomes & {Outcome.AGREES, Outcome.WEAKER}:
        return Verdict.PARTLY_SUPPORTED
    return Verdict.CONTRADICTED if Outcome.CONFLICTS in outcomes else Verdict.FAILED_VERIFICATION


def codes_of(verdict: Verdict, comparisons: Iterable[Comparison]) -> tuple[Code, ...]:
    """Return the codes of what does not agree; a part that is missing has its own code where others are stated."""
    codes: list[Code] = []
    for comparison in comparisons:
        if comparison.outcome is Outcome.MISSING and verdict is Verdict.PARTLY_SUPPORTED:
            codes += [Code.PART_MISSING, *([Code.NEEDS_REVIEW] if comparison.code is Code.NEEDS_REVIEW else [])]
        elif comparison.outcome is not Outcome.AGREES and comparison.code is not None:
            codes.append(comparison.code)
    if not codes and verdict is Verdict.FAILED_VERIFICATION:
        codes.append(Code.NOTHING_FOUND)
    return tuple(codes)


def _state_codes(seen: Iterable[Seen]) -> tuple[Code, ...]:
    codes = [code for report, _ in seen for code in (report.state.code, _lasting(report)) if code is not None]
    return tuple(codes)


def _lasting(report: SourceReport) -> Code | None:
    """Return the code of a server that has answered with errors alone for so long that the source may be gone."""
    return Code.LASTING_ERROR if report.suspected and report.state is State.SERVER_ERROR else None


def _tip(verdict: Verdict, comparisons: Sequence[Comparison], seen: Sequence[Seen]) -> str:
    codes = {comparison.code for comparison in comparisons}
    if Code.SOURCE_OLDER in codes:
        return "cite a source issued after the fact"
    if Code.WEAKER_BOUND in codes:
        return "say the bound as the source says it"
    if Code.NAME_NOT_FOUND in codes:
        return "cite a source that names them"
    if verdict is Verdict.FAILED_VERIFICATION:
        return "add the words you rely on as 'quote:', or cite the page that says it"
    lost = (r.state.state_class is StateClass.GONE or _lasting(r) is not None for r, _ in seen)
    if verdict is Verdict.UNVERIFIABLE and any(lost):
        return "look for an archived copy, or cite another source"
    return ""
