"""Values as people read them: dates, hosts, sources, verdicts.  Pure; plain strings."""

from urllib.parse import urlsplit

from claimcheck.enums import StateClass, Verdict
from claimcheck.model import Finding, Issued, Report, SourceReport
from claimcheck.text import MONTHS, day_words, printable

_STRONG_ORIGINS = frozenset({"json-ld", "open graph", "time", "meta"})
"""Signs that a page's publisher sets on purpose; any other origin of a date is named beside it."""

_SHORT = {Verdict.PARTLY_SUPPORTED: "partly"}


def issued_day(issued: Issued) -> str:
    """Return a date at its own precision: ``18 Jan 2023``, ``Jan 2023``, ``2023``."""
    day = issued.day
    month = f"{MONTHS[day.month - 1]} {day.year}"
    match issued.precision:
        case "year":
            return str(day.year)
        case "month":
            return month
        case _:
            return day_words(day)


def issued_iso(issued: Issued) -> str:
    """Return a date at its own precision, in ISO 8601: ``2023-01-18``, ``2023-01``, ``2023``."""
    return issued.day.isoformat()[: {"year": 4, "month": 7}.get(issued.precision, 10)]


def issued_words(issued: Issued) -> str:
    """Return a date, and where it was read if that is a weak sign."""
    origin = printable(issued.origin)
    weak = origin and origin.casefold() not in _STRONG_ORIGINS
    return f"{issued_day(issued)} ({origin})" if weak else issued_day(issued)


def host_of(address: str) -> str:
    """Return the host of an address without ``www.``, or the path of a file."""
    shown = printable(address)
    if shown.startswith("file:"):
        return shown.removeprefix("file:")
    try:
        host = urlsplit(shown).hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or shown


def state_words(report: SourceReport) -> str:
    """Return a source's state, whether *gone* is a suspicion, and how old the answer is where it is not of today."""
    said = report.label
    if report.state.state_class is StateClass.GONE:
        said += " (suspected)" if report.suspected else " (confirmed)" if report.strikes.confirmed else ""
    elif report.suspected:
        said += " (suspected gone)"
    return f"{said}, {report.age}" if report.age else said


def copy_words(report: SourceReport) -> str:
    """Return what the archives gave for a source, and what it says: ``12 Apr 2025, Wayback Machine: supported``."""
    copy = report.copy
    if copy is None:
        return ""
    if copy.memento is None:
        return copy.note
    where = f"{day_words(copy.memento.day)}, {printable(copy.memento.archive)}"
    if copy.verdict is None:
        return f"{where}: {copy.note}" if copy.note else where
    return f"{where}: {copy.verdict.label}" + ("" if copy.decides else ", not counted")


def verdict_words(finding: Finding) -> str:
    """Return a verdict, and whether it rests on what a person has accepted."""
    return f"{finding.verdict.label} (accepted)" if finding.rules_verdict is not None else finding.verdict.label


def counts(report: Report) -> list[tuple[Verdict, str]]:
    """Return the terms of the sum of all findings, zero or not, in the order of the verdicts."""
    accepted = sum(finding.rules_verdict is not None for finding in report.findings)
    aside = {Verdict.SUPPORTED: f" ({accepted} accepted)" if accepted else ""}
    return [
        (verdict, f"{report.count(verdict)} {_SHORT.get(verdict, verdict.label)}{aside.get(verdict, '')}")
        for verdict in Verdict
    ]


def interrupted_words(report: Report) -> str:
    """Return how far an interrupted run came."""
    done = len(report.findings)
    return f"interrupted; {done} of {done + report.pending} claims were checked"


NETWORK_DOWN = (
    "The network here is down: no source on the web could be reached from this machine. "
    "That says nothing of the sources, nor of the claims on them."
)
