"""The JUnit report: Report → XML with one test for each claim, as every CI server draws it.

There is no standard; this is what the schema of Jenkins' xUnit plugin lets pass, which is the narrowest in use: no
attributes beyond it, and no times, for a claim has none of its own.

- fails the run: a failure, its type the code;
- excused, ignored, or could not be read: skipped, with the reason;
- the network is down: an error, for nothing was found out;
- anything else passes; what there is to say of it stands in ``system-out``.

Where no policy was applied, a claim that is contradicted, fails verification or is partly supported fails.
"""

import re
import xml.etree.ElementTree as ET

from claimcheck.enums import Severity, Verdict
from claimcheck.model import Finding, Report, Ruling
from claimcheck.reporters.brief import beside_the_sum, clipped, details, excuse_of, headline, shown_code
from claimcheck.reporters.levels import level_of
from claimcheck.reporters.wording import interrupted_words

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""
_FAILING = frozenset({Verdict.CONTRADICTED, Verdict.FAILED_VERIFICATION, Verdict.PARTLY_SUPPORTED})


class JunitReporter:
    """Writes one suite, named after the claims file."""

    def __init__(self, *, color: bool = False, width: int = 0) -> None:
        del color, width  # a document for programs has neither

    def render(self, report: Report, /) -> str:
        """Return the document, ending in a newline."""
        name = _fit(report.claims_file.path)
        suite = ET.Element("testsuite", name=name)
        properties = [*beside_the_sum(report), *([interrupted_words(report)] if report.interrupted else [])]
        if properties:
            held = ET.SubElement(suite, "properties")
            for text in properties:
                ET.SubElement(held, "property", name="note", value=_fit(text))
        tally = {"failure": 0, "error": 0, "skipped": 0}
        for finding, ruling in report.ruled:
            case = ET.SubElement(suite, "testcase", classname=name, name=_fit(finding.claim.id))
            outcome = _outcome(finding, ruling, down=report.network_down)
            if outcome:
                tally[outcome] += 1
            _fill(case, outcome, finding, ruling)
        sums = {
            "tests": str(len(report.findings)), "failures": str(tally["failure"]), "errors": str(tally["error"]),
        }  # fmt: skip
        suite.attrib |= {**sums, "skipped": str(tally["skipped"])}
        suites = ET.Element("testsuites", {"name": "claimcheck", **sums})
        suites.append(suite)
        ET.indent(suites)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _outcome(finding: Finding, ruling: Ruling | None, *, down: bool) -> str:
    """Return the name of the element that says how a claim fared; empty where it passes."""
    fails = ruling.fails if ruling is not None else finding.verdict in _FAILING and _is_error(finding)
    if down and finding.verdict is Verdict.UNVERIFIABLE and any(seen.source.path is None for seen in finding.sources):
        return "error"
    if fails:
        return "failure"
    excused = ruling is not None and bool(ruling.excuse)
    return "skipped" if excused or finding.verdict in {Verdict.UNVERIFIABLE, Verdict.IGNORED} else ""


def _is_error(finding: Finding) -> bool:
    return finding.claim.severity is Severity.ERROR


def _fill(case: ET.Element, outcome: str, finding: Finding, ruling: Ruling | None) -> None:
    lines = [f"{finding.claim.location}", headline(finding, ruling)]
    lines += [f"{label}: {text}" for label, text in details(finding)]
    text = _fit_lines(lines)
    excuse = excuse_of(ruling)
    match outcome:
        case "failure" | "error":
            code = shown_code(finding, ruling)
            ET.SubElement(case, outcome, type=code, message=_fit(headline(finding, ruling))).text = text
        case "skipped":
            message = headline(finding) + (f" ({excuse})" if excuse else "")
            ET.SubElement(case, outcome, message=_fit(message))
        case _ if level_of(finding, ruling) is not None:
            ET.SubElement(case, "system-out").text = text
        case _:
            pass


def _fit(text: str) -> str:
    return _UNFIT.sub("", clipped(text)) or "-"


def _fit_lines(lines: list[str]) -> str:
    return "\n".join(_UNFIT.sub("", clipped(line, 2_000)) for line in lines)
