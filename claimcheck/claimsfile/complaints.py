"""Stage 1, load: where problems and warnings gather, so that every one of a file is told at once and in its order."""

from dataclasses import dataclass, field

from claimcheck.claimsfile.tree import Placed
from claimcheck.enums import Code
from claimcheck.errors import ClaimsFileError
from claimcheck.model import Location, Problem
from claimcheck.redaction import redact
from claimcheck.text import printable

MAX_PROBLEMS = 10_000
"""How many problems of a file are told; a file with more is no claims file, or was made to take memory."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Complaints:
    """What is wrong with one claims file, and what is likely a mistake."""

    file: str
    """The path of the claims file, as the user gave it."""
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def at(self, place: Placed) -> Location:
        """Return the location of a node."""
        return Location(self.file, place.line + 1, place.column + 1)

    def add(self, place: Placed | Location, code: Code, message: str, hint: str = "") -> None:
        """Note a problem: the file cannot be used.  Of endless problems, no more are kept than are told."""
        if len(self.problems) > MAX_PROBLEMS:
            return
        location = place if isinstance(place, Location) else self.at(place)
        self.problems.append(Problem(location, code, message, hint))

    def warn(self, place: Placed, code: Code, message: str, hint: str = "") -> None:
        """Note a warning: the file can be used."""
        self.warnings.append(Problem(self.at(place), code, message, hint))

    def check(self) -> None:
        """Return if there is no problem.

        Raises:
            ClaimsFileError: there is one or more; it has each once, in file order, other files' after them, and of
                more than 10,000 the first.
        """
        if self.problems:
            told = self._ordered(self.problems)
            if len(told) > MAX_PROBLEMS:
                last = Problem(told[MAX_PROBLEMS].location, Code.FILE_UNUSABLE, "and more problems from here on")
                told = (*told[:MAX_PROBLEMS], last)
            raise ClaimsFileError(told)

    def ordered_warnings(self) -> tuple[Problem, ...]:
        """Return every warning once, in file order."""
        return self._ordered(self.warnings)

    def _ordered(self, problems: list[Problem]) -> tuple[Problem, ...]:
        once = dict.fromkeys(problems)
        return tuple(sorted(once, key=lambda p: (p.location.file != self.file, p.location)))


def shown(text: str) -> str:
    """Return a text of the file as a message may quote it: printable, without secrets, on one line of 60."""
    line = printable(redact(text)[: 4 * _SHOWN])
    return f"'{line}'" if len(line) <= _SHOWN else f"'{line[: _SHOWN - 1].rstrip()}…'"
