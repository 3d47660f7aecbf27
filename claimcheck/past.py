"""What earlier runs found, as frozen values: the verdicts on claims, the looks at sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from claimcheck.enums import State, StateClass, Verdict


@dataclass(frozen=True, slots=True)
class PastVerdict:
    """The verdict of an earlier run on a claim."""

    verdict: Verdict
    code: str = ""
    """The code that it went by; empty where it had none."""
    words: str = ""
    """The fingerprint of the claim's words at that time: another one is the verdict on another sentence."""


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run that came to its end."""

    at: datetime
    verdicts: Mapping[str, PastVerdict] = field(default_factory=dict)
    """By the claim's id."""
    sources: Mapping[StateClass, int] = field(default_factory=dict)
    """How many distinct sources were present, gone, or could not be told."""


@dataclass(frozen=True, slots=True)
class Past:
    """The runs over one claims file, oldest first, the present one last; and all looks at its sources."""

    runs: tuple[PastRun, ...] = ()
    looks: Mapping[str, tuple[tuple[datetime, State], ...]] = field(default_factory=dict)
    """By the address of the source, oldest first; those of this run included."""
