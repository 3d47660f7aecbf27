"""The baseline: findings that are known, each until a day; a TOML file that people commit, read and edit.

TOML, because a person must see in a review what is being excused, and because Python reads it without a library.
Entries are sorted and hold nothing that changes from run to run, so that a run that changes nothing writes the same
bytes.  An entry holds for the claim's own words: reword the claim, and the finding is new.  It ends: what nobody looked
at for ninety days is not known any more.
"""

import json
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.model import Finding
from claimcheck.policy.failing import Reason
from claimcheck.text import printable

VERSION = 1
LASTS = timedelta(days=90)
"""How long a finding is known that was written today: a quarter, after which somebody should look again."""
LARGEST = 16 * 2**20
"""Bytes of a baseline: a hundred thousand findings."""
_LONGEST = 200
_TEXTS = ("fingerprint", "claim", "code", "source", "text")
_HEAD = """\
# Findings that are known. They are listed and do not fail a run, each up to its last day.
# Written by 'claimcheck verify --write-baseline'; a person may change an 'until', or take an entry out.
"""
_HINT = "write it anew with --write-baseline"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One reason of one finding, and the last day on which it is known."""

    claim: str
    code: str
    source: str
    text: str
    """The claim, for whoever reads the file."""
    fingerprint: str
    until: date


@dataclass(frozen=True, slots=True)
class Baseline:
    """All entries of a file."""

    entries: tuple[Entry, ...] = ()

    def known_until(self, finding: Finding, reasons: Collection[Reason], today: date) -> date | None:
        """Return the last day on which all these reasons are known; none where one of them is not, today."""
        held = {entry.fingerprint: entry.until for entry in self.entries if today <= entry.until}
        days = [held.get(reason.digest(finding)) for reason in reasons]
        known = [day for day in days if day is not None]
        return min(known) if known and len(known) == len(days) else None


def read_baseline(path: Path) -> Baseline:
    """Return the entries of a baseline.

    Raises:
        UsageError: the file cannot be read, or is no baseline.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        cause = (error.strerror or str(error)).lower()
        raise UsageError(f"{path} cannot be read: {cause}", hint="make one with --write-baseline") from None
    if len(raw) > LARGEST:
        raise UsageError(f"{path} is larger than {LARGEST // 2**20} MB", hint=_HINT)
    try:
        document = tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: not a TOML file: {error}", hint=_HINT) from None
    if document.get("version") != VERSION:
        raise UsageError(f"{path}: no baseline of version {VERSION}", hint=_HINT)
    known = document.get("known", [])
    if not isinstance(known, list):
        raise UsageError(f"{path}: 'known' is no list of tables", hint=_HINT)
    return Baseline(tuple(_entry(path, number, item) for number, item in enumerate(known, 1)))


def _entry(path: Path, number: int, item: Any) -> Entry:
    fields: dict[str, Any] = item if isinstance(item, dict) else {}
    texts = {name: fields.get(name, "") for name in _TEXTS}
    until = fields.get("until")
    # A date with a time is a date to Python, and would not compare.
    sound = texts["fingerprint"] and all(isinstance(text, str) for text in texts.values())
    if not sound or not isinstance(until, date) or isinstance(until, datetime):
        message = f"{path}: entry {number} needs a 'fingerprint' in quotation marks and a day 'until'"
        raise UsageError(message, hint="until = 2027-01-31, without quotation marks")
    return Entry(**texts, until=until)


def write_baseline(
    old: Baseline, findings: Iterable[tuple[Finding, tuple[Reason, ...]]], kept: Collection[str], today: date
) -> Baseline:
    """Return the baseline that knows every one of these findings, and no other.

    An entry that still holds keeps its last day.

    Args:
        old: the baseline until now.
        findings: each with the reasons for which it is at the fail level.
        kept: ids of claims that this run did not judge: their entries stay.
        today: the day it is.
    """
    held = {entry.fingerprint: entry for entry in old.entries if today <= entry.until}
    entries = {entry.fingerprint: entry for entry in old.entries if entry.claim in kept}
    for finding, reasons in findings:
        for reason in reasons:
            digest = reason.digest(finding)
            until = held[digest].until if digest in held else today + LASTS
            entries[digest] = Entry(
                printable(finding.claim.id),
                reason.code,
                printable(reason.address),
                printable(finding.claim.text)[:_LONGEST],
                digest,
                until,
            )
    return Baseline(tuple(sorted(entries.values())))


def baseline_text(baseline: Baseline) -> str:
    """Return a baseline as it is written to a file, ending in a newline."""
    return "\n".join([f"{_HEAD}version = {VERSION}\n", *map(_entry_text, baseline.entries)])


def _entry_text(entry: Entry) -> str:
    source = f"source = {_quoted(entry.source)}\n" if entry.source else ""
    return (
        f"[[known]]\nclaim = {_quoted(entry.claim)}\ncode = {_quoted(entry.code)}\n{source}"
        f"until = {entry.until.isoformat()}\ntext = {_quoted(entry.text)}\n"
        f"fingerprint = {_quoted(entry.fingerprint)}\n"
    )


def _quoted(text: str) -> str:
    """Return a basic string of TOML: its escapes are those of JSON, once nothing invisible is left in the text."""
    return json.dumps(printable(text), ensure_ascii=False)
