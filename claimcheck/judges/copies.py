"""What an archived copy says for a source that is gone or cannot be read: → the verdict, and what it rests on.  Pure.

=====================  ================================  ==============================
what the copy says      the source is gone                nobody can tell
=====================  ================================  ==============================
supported               supported                         supported
partly, no conflict     partly supported                  partly supported
a conflict              as it is, of the time when the    unverifiable, and it is told
                        source was read; else
                        unverifiable, and it is told
nothing of the claim    unverifiable                      unverifiable
=====================  ================================  ==============================

A copy shows that the source said it, on that day.  That it said something else on another day accuses nobody: pages are
corrected, numbers grow.  Only a copy of the time when the source was accessed or accepted, within a month, may speak
against the claim, and only where the source itself never will again.  The copy that the writer cites as ``archive_url``
is what the reader is sent to where the source is gone, or is said to be by ``url_status``: what it says counts whole.
"""

from dataclasses import replace
from typing import TypeAlias

from claimcheck.archived import NO_COPY, ArchivedCopy
from claimcheck.enums import Code, Outcome, StateClass, Verdict
from claimcheck.judges.acceptance import vouches
from claimcheck.judges.assertions import merge
from claimcheck.judges.rules import verdict_of
from claimcheck.model import Claim, Finding, Match, SourceReport
from claimcheck.ports import Judge
from claimcheck.text import day_words

_STILL_THERE = frozenset({"", "live"})
"""What ``url_status`` says where the source itself is what readers are sent to."""
_Seen: TypeAlias = tuple[SourceReport, Match | None]


class CopyJudge:
    """Judges by the sources that are there, and where one is not, by its archived copy."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    def judge(self, claim: Claim, seen: tuple[_Seen, ...], /) -> Finding:
        """Return the finding, with what each archived copy says, and whether the verdict rests on one."""
        found = self._judge.judge(claim, tuple(map(_weighed, seen)))
        told = [report for report in found.sources if report.copy is not None]
        missing = [report for report in told if report.state.state_class is not StateClass.PRESENT]
        if not missing:
            return found
        asides = [] if found.verdict is Verdict.SUPPORTED else map(_aside, missing)
        reason = "; ".join(dict.fromkeys(filter(None, (_reason(found, missing), *asides))))
        codes = tuple(dict.fromkeys([*found.codes, *filter(None, map(_code, missing))]))
        return replace(found, reason=reason, codes=codes, tip=_tip(missing) or found.tip)


def _weighed(seen: _Seen) -> _Seen:
    """Return a source with what its copy says; with no match, where the copy may not decide."""
    report, match = seen
    if report.copy is None or match is None or report.copy.memento is None:
        return seen
    alone = verdict_of(merge([match]))
    if report.state.state_class is StateClass.PRESENT:
        return seen
    decides = vouches(report.drifted) or _may_decide(report, report.copy, alone, match)
    copy = replace(report.copy, verdict=alone, decides=decides)
    return replace(report, copy=copy), match if decides else None


def _may_decide(report: SourceReport, copy: ArchivedCopy, alone: Verdict, match: Match) -> bool:
    gone = report.state.state_class is StateClass.GONE
    stands_in = copy.cited and (gone or report.source.url_status not in _STILL_THERE)
    if stands_in or alone is Verdict.SUPPORTED:
        return True
    if alone is Verdict.FAILED_VERIFICATION:
        return False
    conflict = any(comparison.outcome is Outcome.CONFLICTS for comparison in match.comparisons)
    return not conflict or (copy.near and gone)


def _since(report: SourceReport) -> str:
    """Return how a source stands, in a few words: ``gone since 3 May 2026``."""
    if report.state.state_class is not StateClass.GONE:
        return report.label
    first = report.strikes.first_failed
    return f"gone since {day_words(first)}" if first is not None else "gone"


def _reason(found: Finding, missing: list[SourceReport]) -> str:
    """Return the reason of a verdict, with the copies that it rests on."""
    rests_on = [report for report in missing if report.copy and report.copy.decides]
    if not rests_on:
        return found.reason
    told = "; ".join(f"{_since(report)}; {_by(found, report)} the copy of {_day(report)}" for report in rests_on)
    plain = found.rules_verdict is None and all(not c.note for c in found.comparisons)
    alone = found.verdict is Verdict.SUPPORTED and plain and len(rests_on) == len(found.sources)
    return told if alone else f"{found.reason}; {told}"


def _by(found: Finding, report: SourceReport) -> str:
    """Return what a copy does for a claim, in two words."""
    says_so = report.copy is not None and report.copy.verdict is Verdict.SUPPORTED
    accepted = found.rules_verdict is not None and vouches(report.drifted)
    return "supported by" if says_so or accepted else "judged on"


def _aside(report: SourceReport) -> str:
    """Return what is to be known of a copy that decides nothing, or of there being none."""
    copy = report.copy
    if copy is None or copy.decides:
        return ""
    if copy.memento is None or copy.verdict is None:
        return copy.note
    said = {Verdict.FAILED_VERIFICATION: "says nothing of the claim"}.get(copy.verdict, "says otherwise")
    return f"the copy of {_day(report)} {said}, which may not hold of the source when it was read"


def _day(report: SourceReport) -> str:
    memento = report.copy.memento if report.copy is not None else None
    return day_words(memento.day) if memento is not None else ""


def _code(report: SourceReport) -> Code | None:
    copy = report.copy
    if copy is None:
        return None
    if copy.decides:
        return Code.ARCHIVED_COPY
    return Code.NO_COPY if copy.memento is None else Code.COPY_SILENT


def _tip(missing: list[SourceReport]) -> str:
    """Return the way to make a copy the source that readers are sent to; empty where that is done."""
    for report in missing:
        copy = report.copy
        if copy is not None and copy.memento is not None and copy.decides and not copy.cited:
            dead = ", url_status: dead" if report.state.state_class is StateClass.GONE else ""
            return f"cite the copy: archive_url: {copy.memento.uri}, archive_date: {copy.memento.day.isoformat()}{dead}"
    if any(report.copy and report.copy.memento is not None and not report.copy.decides for report in missing):
        return "open the copy; if it is what you rely on, cite it as archive_url; else cite another source"
    gone = all(report.state.state_class is StateClass.GONE for report in missing)
    return "cite another source" if gone and all(r.copy and r.copy.note == NO_COPY for r in missing) else ""
