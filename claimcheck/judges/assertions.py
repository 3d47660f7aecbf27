"""From comparisons to what becomes of each assertion of a claim, within one source and across several."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.enums import Outcome
from claimcheck.model import Comparison, Match

_RANK = {Outcome.AGREES: 3, Outcome.WEAKER: 2, Outcome.MISSING: 1, Outcome.CONFLICTS: 0}


@dataclass(frozen=True, slots=True)
class Assertion:
    """One assertion of a claim: what becomes of it, and the comparisons that say so."""

    index: int
    outcome: Outcome
    comparisons: tuple[Comparison, ...]
    disputed: bool = False
    """Whether one source agrees and another conflicts."""


def assertions_of(match: Match) -> tuple[Assertion, ...]:
    """Return the assertions of a claim as one source decides them, in the claim's order."""
    grouped: dict[int, list[Comparison]] = {}
    for comparison in match.comparisons:
        grouped.setdefault(comparison.assertion, []).append(comparison)
    return tuple(Assertion(index, _outcome(group), tuple(group)) for index, group in sorted(grouped.items()))


def _outcome(comparisons: Iterable[Comparison]) -> Outcome:
    """One conflict decides; what is partly missing is weaker; what is missing whole is missing."""
    outcomes = {comparison.outcome for comparison in comparisons}
    if Outcome.CONFLICTS in outcomes:
        return Outcome.CONFLICTS
    if outcomes == {Outcome.AGREES}:
        return Outcome.AGREES
    return Outcome.MISSING if outcomes == {Outcome.MISSING} else Outcome.WEAKER


def merge(matches: Iterable[Match]) -> tuple[Assertion, ...]:
    """Return each assertion as the source that says most of it decides; agreement and conflict make it disputed."""
    best: dict[int, Assertion] = {}
    for match in matches:
        for new in assertions_of(match):
            old = best.get(new.index)
            best[new.index] = new if old is None else _better(old, new)
    return tuple(best[index] for index in sorted(best))


def _better(old: Assertion, new: Assertion) -> Assertion:
    outcomes = {old.outcome, new.outcome}
    if Outcome.CONFLICTS in outcomes and outcomes & {Outcome.AGREES, Outcome.WEAKER}:
        return Assertion(old.index, Outcome.WEAKER, (*old.comparisons, *new.comparisons), disputed=True)
    if Outcome.CONFLICTS in outcomes:
        return old if old.outcome is Outcome.CONFLICTS else new
    return new if _RANK[new.outcome] > _RANK[old.outcome] else old
