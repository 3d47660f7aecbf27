"""How one typed value stands to another: the answer that every comparison gives."""

from dataclasses import dataclass

from claimcheck.enums import Code, Outcome


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim's value stands to a source's comparable one, under which code, and why in a few words."""

    outcome: Outcome
    code: Code | None = None
    note: str = ""
    exact: bool = True
    """Whether the two say the same number or day, rather than compatible ones."""
    far: bool = False
    """Whether the source's value meets the claim's bound from so far that it may well be of something else."""


AGREES = Relation(Outcome.AGREES)


def agrees(note: str = "", *, exact: bool = False) -> Relation:
    """Return that the source says the same."""
    return Relation(Outcome.AGREES, None, note, exact)


def weaker(code: Code, note: str, *, exact: bool = False) -> Relation:
    """Return that the source says less than the claim; ``exact`` where it is the same number, otherwise bounded."""
    return Relation(Outcome.WEAKER, code, note, exact)


def conflicts(code: Code, note: str) -> Relation:
    """Return that the source says something incompatible."""
    return Relation(Outcome.CONFLICTS, code, note, exact=False)
