"""The sources of a report that are not plainly there, each once, with the claims on it.  Pure."""

from dataclasses import dataclass

from claimcheck.enums import Code, StateClass
from claimcheck.model import Claim, Report, SourceReport

_ORDER = (StateClass.GONE, StateClass.CANNOT_TELL, StateClass.PRESENT)

SUSPECTED = "suspected on this one look; look again in a few days before calling it gone"


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
