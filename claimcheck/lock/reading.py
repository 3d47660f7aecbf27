"""The text of a lock → its entries, or everything that is wrong with it, each at its line."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.accepted import Acceptance
from claimcheck.enums import Code
from claimcheck.errors import LockError
from claimcheck.lock.blocks import KEY_LENGTH, entry_of, source_key
from claimcheck.lock.values import Value, parse_value
from claimcheck.model import Location, Problem

LOCK_VERSION = 1
HEAD = "# What people have accepted as evidence. Written by `claimcheck accept`: commit it, review it, do not edit it."
TABLE = "[accepted]"
END = "# end of claims.lock"
MAX_BYTES = 64_000_000
"""Some 30,000 entries."""
MAX_PROBLEMS = 50

_LINE = re.compile(
    rf'(?P<id>[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*")\.(?P<key>[0-9a-f]{{{KEY_LENGTH}}})\.'
    r"(?P<name>[a-z0-9_.]+) = (?P<value>.+)"
)
_VERSION = re.compile(r"version = (\d{1,9})")
_MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_RESTORE = "bring it back from version control, or delete it and accept again"


def lock_path(claims_file: str | Path) -> Path:
    """Return where the lock of a claims file is: beside it, ``claims.lock`` for ``claims.yaml``."""
    return Path(claims_file).with_suffix(".lock")


def read_lock(path: Path) -> tuple[Acceptance, ...]:
    """Return the entries of a lock, sorted; none where there is no such file.

    Raises:
        LockError: the file cannot be used; every problem with its line.
    """
    try:
        if not path.exists():
            return ()
        if path.stat().st_size > MAX_BYTES:
            raise _unusable(path, f"it is larger than {MAX_BYTES // 1_000_000} MB")
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise _unusable(path, "it is not UTF-8 text") from None
    except OSError as error:
        raise _unusable(path, (error.strerror or str(error)).lower(), "make it readable") from None
    return parse_lock(text, str(path))


def _unusable(path: Path, why: str, hint: str = _RESTORE) -> LockError:
    return LockError((Problem(Location(str(path), 1, 1), Code.LOCK_UNUSABLE, f"the lock cannot be used: {why}", hint),))


@dataclass
class _Block:
    claim_id: str
    line: int
    values: dict[str, Value] = field(default_factory=dict)
    broken: bool = False


@dataclass
class _Reading:
    file: str
    problems: list[Problem] = field(default_factory=list)
    blocks: dict[tuple[str, str], _Block] = field(default_factory=dict)

    def complain(self, line: int, message: str, hint: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(Location(self.file, line, 1), Code.LOCK_UNUSABLE, message, hint))

    def take(self, number: int, line: str) -> None:
        """Take a line of a block."""
        parts = _LINE.fullmatch(line)
        if parts is None:
            self.complain(number, "a line that is no line of a lock", _RESTORE)
            return
        block = None
        try:
            claim_id = parts["id"] if parts["id"][0] != '"' else str(parse_value(parts["id"]))
            block = self.blocks.setdefault((claim_id, parts["key"]), _Block(claim_id, number))
            if parts["name"] in block.values and not block.broken:
                block.broken = True
                hint = "keep the lines of one of the two, or delete the block and accept it again"
                self.complain(number, f"'{claim_id}' is accepted twice for one source", hint)
            block.values[parts["name"]] = parse_value(parts["value"])
        except ValueError as error:
            self.complain(number, str(error), _RESTORE)
            if block is not None:
                block.broken = True


def parse_lock(text: str, file: str = "claims.lock") -> tuple[Acceptance, ...]:
    """Return the entries of a lock's text, sorted by claim and source.

    Raises:
        LockError: the text cannot be used; every problem with its line.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    _check_whole(lines, file)
    reading = _Reading(file)
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#") and line != TABLE and not _VERSION.fullmatch(line):
            reading.take(number, line)
    entries = [entry for block in reading.blocks.items() if (entry := _entry(reading, *block)) is not None]
    if reading.problems:
        raise LockError(tuple(sorted(reading.problems, key=lambda problem: problem.location)))
    return tuple(sorted(entries, key=lambda entry: (entry.claim_id, entry.source)))


def _check_whole(lines: list[str], file: str) -> None:
    """Check what holds of a lock as a whole, before any of its lines is judged."""

    def fail(line: int, message: str, hint: str) -> LockError:
        return LockError((Problem(Location(file, line, 1), Code.LOCK_UNUSABLE, message, hint),))

    for number, line in enumerate(lines, 1):
        if line.startswith(_MARKERS):
            hint = "keep the lines of both sides, and delete those with <<<<<<<, ======= and >>>>>>>"
            raise fail(number, "a merge has left its conflict here", hint)
    versions = [(number, found) for number, line in enumerate(lines, 1) if (found := _VERSION.fullmatch(line))]
    if not versions:
        raise fail(1, "this is no claims.lock: it has no version", _RESTORE)
    number, version = versions[0]
    if int(version[1]) > LOCK_VERSION:
        raise fail(number, f"the lock is of version {version[1]}, newer than this program", "upgrade claimcheck")
    if int(version[1]) < 1 or len(versions) > 1:
        raise fail(versions[-1][0], "a version that no lock has", _RESTORE)
    written = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if written[-1][1] != END:
        raise fail(written[-1][0], "the lock is cut short: its last line is missing", _RESTORE)


def _entry(reading: _Reading, name: tuple[str, str], block: _Block) -> Acceptance | None:
    if block.broken:
        return None
    try:
        entry = entry_of(block.claim_id, block.values, block.line)
        if source_key(entry.source) != name[1]:
            raise ValueError("its lines are named after another source")  # noqa: TRY301 - told like the others
    except ValueError as error:
        hint = f"undo the change, or delete the block and run 'claimcheck accept {block.claim_id}'"
        reading.complain(block.line, f"the entry of '{block.claim_id}' cannot be used: {error}", hint)
        return None
    return entry
