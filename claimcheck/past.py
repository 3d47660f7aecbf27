"""What earlier runs found, as frozen values: the verdicts on claims, day by day, and the looks at sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from claimcheck.enums import State, StateClass, Verdict


@dataclass(frozen=True, slots=True)
class PastVerdict:
    """The verdict on a claim at the end of a day."""

    verdict: Verdict
    code: str = ""
    """The code that it went by, or the verdict itself."""
    words: str = ""
    """A mark of the claim's words at that time: another one is the verdict on another sentence."""


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day with a run that came to its end; of several, what the last one said of each claim."""

    day: date
    verdicts: Mapping[str, PastVerdict] = field(default_factory=dict)
    """By the claim's id."""
    sources: Mapping[StateClass, int] = field(default_factory=dict)
    """How many distinct sources were present, gone, or could not be told; empty where not all were looked at."""


@dataclass(frozen=True, slots=True)
class Past:
    """The days of one claims file, oldest first, today last; and the looks at its sources, those of today included."""

    days: tuple[PastDay, ...] = ()
    looks: Mapping[str, tuple[tuple[datetime, State], ...]] = field(default_factory=dict)
    """By the address of the source without its secrets, oldest first."""
