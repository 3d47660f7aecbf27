"""The verdicts of each day, by claims file: what a report shows of earlier runs.

A file of its own beside the database, for it is about claims and the database is about sources.  JSON, a line for each
claim: as long as the verdict on a claim stays as it is, its entry only gets another last day, so that a year of nights
takes no more room than the changes in it.  One that came with version control is not read, or a stranger could write
the past.
"""

import json
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.enums import StateClass, Verdict
from claimcheck.fingerprints import main_code, words_mark
from claimcheck.memory.folder import open_folder
from claimcheck.memory.tracking import is_tracked
from claimcheck.model import Finding, Report
from claimcheck.past import PastDay, PastVerdict

NAME = "days.json"
LARGEST = 64 * 2**20
"""Bytes; a hundred thousand claims."""
MOST = 90
"""Days that are kept: what no run has asked for in as long goes from the database too."""
_FAULTS = (KeyError, TypeError, ValueError, AttributeError, IndexError)


def read_days(folder: Path, claims_file: Path) -> tuple[PastDay, ...]:
    """Return the days of a claims file, oldest first; none where no run is known."""
    try:
        return _days(_read(folder).get(_key(folder, claims_file), {}))
    except _FAULTS:
        return ()


def note_day(folder: Path, report: Report, today: date) -> None:
    """Note the verdicts of a run; what is known of claims that it did not judge stays.

    Raises:
        OSError: it cannot be written.
        UnusableFolderError: the folder is not to be used.
    """
    open_folder(folder)
    files = _read(folder)
    key = _key(folder, Path(report.claims_file.path))
    try:
        _days(files.get(key, {}))
        held = files.get(key, {})
    except _FAULTS:
        held = {}
    files[key] = _noted(held, report, today.isoformat())
    draft = folder / f".{NAME}.{os.getpid()}.part"
    try:
        draft.write_text(json.dumps({"version": 1, "files": files}, separators=(",", ":")), encoding="utf-8")
        draft.replace(folder / NAME)
    finally:
        draft.unlink(missing_ok=True)


def forget_days(folder: Path) -> None:
    """Forget all days.

    Raises:
        OSError: the file cannot be removed.
    """
    (folder / NAME).unlink(missing_ok=True)


def _noted(held: dict[str, Any], report: Report, today: str) -> dict[str, Any]:
    """Return what is held of a claims file with the verdicts of today."""
    # A clock that was set back makes no second yesterday.
    days = [day for day in held.get("days", []) if day < today][-MOST + 1 :]
    before = days[-1] if days else ""
    first = days[0] if days else today
    claims: dict[str, list[list[str]]] = {}
    for name, entries in held.get("claims", {}).items():
        kept = [[max(first, begin), end, *rest] for begin, end, *rest in entries if end >= first and begin <= today]
        if kept:
            claims[name] = kept
    for finding in report.findings:
        entries = claims.setdefault(finding.claim.id, [])
        _extend(entries, [finding.verdict.value, main_code(finding), words_mark(finding.claim)], before, today)
    sources = {day: held.get("sources", {}).get(day, {}) for day in days}
    same = held.get("sources", {}).get(today, {})
    sources[today] = same if report.skipped else _sources(report.findings)
    return {"days": [*days, today], "sources": sources, "claims": claims}


def _extend(entries: list[list[str]], said: list[str], before: str, today: str) -> None:
    """Let the last entry of a claim last until today, or begin another one."""
    while entries and entries[-1][1] >= today:
        begin, _, *rest = entries[-1]
        if rest == said:
            entries[-1][1] = today
            return
        # What was said earlier today gives way to what is said now.
        if begin >= today:
            entries.pop()
        else:
            entries[-1][1] = before
    if entries and entries[-1][1] == before and entries[-1][2:] == said:
        entries[-1][1] = today
    else:
        entries.append([today, today, *said])


def _sources(findings: Iterable[Finding]) -> dict[str, int]:
    seen = {report.source.address: report.state.state_class for finding in findings for report in finding.sources}
    return {kind.value: sum(state is kind for state in seen.values()) for kind in StateClass}


def _days(held: dict[str, Any]) -> tuple[PastDay, ...]:
    """Return the days that a document is.

    Raises:
        KeyError, TypeError, ValueError, AttributeError, IndexError: it is none.
    """
    days: list[str] = held.get("days", [])
    verdicts: dict[str, dict[str, PastVerdict]] = {day: {} for day in days}
    for name, entries in held.get("claims", {}).items():
        for begin, end, verdict, code, words in entries:
            past = PastVerdict(Verdict(verdict), str(code), str(words))
            for day in days:
                if begin <= day <= end:
                    verdicts[day][name] = past
    sources = held.get("sources", {})
    return tuple(
        PastDay(
            date.fromisoformat(day),
            verdicts[day],
            {StateClass(kind): int(count) for kind, count in sources.get(day, {}).items()},
        )
        for day in days
    )


def _key(folder: Path, claims_file: Path) -> str:
    return os.path.relpath(claims_file.resolve(), folder.resolve().parent)


def _read(folder: Path) -> dict[str, Any]:
    """Return what is known by claims file: nothing, where the file is missing, broken, or not one to be used."""
    path = folder / NAME
    try:
        if path.is_symlink() or is_tracked(path) or path.stat().st_size > LARGEST:
            return {}
        document: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    held = document.get("files") if isinstance(document, dict) and document.get("version") == 1 else None
    return held if isinstance(held, dict) else {}
