"""The sources of a report that are not plainly there, each once, with the claims on it.  Pure."""

from dataclasses import dataclass

from claimcheck.enums import Code, StateClass
from claimcheck.model import Claim, Report, SourceReport
from claimcheck.text import day_words

_ORDER = (StateClass.GONE, StateClass.CANNOT_TELL, StateClass.PRESENT)

_WAIT = "look again in a few days before calling it gone"
SUSPECTED = f"suspected on this one look; {_WAIT}"


def history_words(report: SourceReport) -> str:
    """Return what earlier looks add to a state: since when it is so, and when the source was last there."""
    strikes, gone = report.strikes, report.state.state_class is StateClass.GONE
    said = []
    if gone and strikes.confirmed and strikes.first_failed is not None:
        said.append(
            f"confirmed: not there at {strikes.count} looks on days apart, since {day_words(strikes.first_failed)}"
        )
    elif report.suspected and strikes.erring_since is not None and not gone:
        said.append(f"nothing but errors since {day_words(strikes.erring_since)}: it may be gone")
    elif report.suspected and strikes.first_failed is not None:
        said.append(f"suspected since {day_words(strikes.first_failed)}; {_WAIT}")
    elif report.suspected:
        said.append(SUSPECTED)
    if strikes.last_ok is not None and report.state.state_class is not StateClass.PRESENT:
        said.append(f"last there on {day_words(strikes.last_ok)}")
    return "; ".join(said)


@dataclass(frozen=True, slots=True)
class Standing:
    """A source that has a state worth a word, and the claims that cite it."""

    report: SourceReport
    code: Code
    claims: tuple[Claim, ...]


def standings(report: Report) -> tuple[Standing, ...]:
    """Return the sources with a state code: gone, then cannot tell, then moved, each in the order of the file.

    Where the network is down, the sources on the web are left out: that they could not be reached says nothing of them.
    """
    first: dict[str, SourceReport] = {}
    claims: dict[str, dict[str, Claim]] = {}
    for finding in report.findings:
        for seen in finding.sources:
            address = seen.source.address
            if seen.state.code is None or (report.network_down and seen.source.path is None):
                continue
            first.setdefault(address, seen)
            claims.setdefault(address, {})[finding.claim.id] = finding.claim
    found = [
        Standing(seen, code, tuple(claims[address].values()))
        for address, seen in first.items()
        if (code := seen.state.code) is not None
    ]
    return tuple(sorted(found, key=lambda standing: _ORDER.index(standing.report.state.state_class)))
