"""The SARIF 2.1.0 report: Report → a log that code scanning takes in and follows over time.

A claim that does not hold is one result, under its first code, at its place in the claims file; a source that is not
plainly there is another, at the place where it is cited: they answer two questions, and are mended in two places.
Supported and ignored claims are no results.  Decisions that the standard leaves open:

- The same digest stands in ``partialFingerprints`` under a key of ours and under ``primaryLocationLineHash``, the only
  one that GitHub looks at, which would otherwise be made of the line and its neighbours.
- Texts of messages have their square brackets and braces escaped (3.11.5, 3.11.6): they would be links and
  placeholders, and what comes from a page is neither.
- What is excused is suppressed with its reason, so that an alert closes without being forgotten.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from urllib.parse import quote

from claimcheck._version import __version__
from claimcheck.enums import Code, State, Verdict
from claimcheck.explain import pages
from claimcheck.fingerprints import fingerprint, source_fingerprint
from claimcheck.indented import dump
from claimcheck.model import ClaimsFile, Finding, Location, Report, Ruling
from claimcheck.reporters.brief import (
    LONGEST_PATH,
    clipped,
    details,
    excuse_of,
    headline,
    link_of,
    shown_code,
    source_line,
)
from claimcheck.reporters.json_v1 import escape
from claimcheck.reporters.levels import STATE_LEVELS, Level, level_of, state_level
from claimcheck.reporters.links import page_address
from claimcheck.reporters.standings import Standing, history_words, standings
from claimcheck.reporters.wording import NETWORK_DOWN, interrupted_words

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
HOME = "https://pypi.org/project/claimcheck-cli/"
_KEY = "claimcheck/v1"
_URI = "%:/?#[]@!$&'()*+,;=~"
"""Characters that ``quote`` leaves alone, for they have a meaning in a URI (RFC 3986) or are escaped already."""
_PAGE = re.compile(r"#page=[0-9]+$")
"""The fragment that opens a PDF at a page; a file's name may hold a ``#`` of its own."""
_ESCAPES = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})


class SarifReporter:
    """Writes one run; the same bytes for the same report."""

    def __init__(self, *, color: bool = False, width: int = 0) -> None:
        del color, width  # a document for programs has neither

    def render(self, report: Report, /) -> str:
        """Return the log, ending in a newline."""
        results = list(_results(report))
        codes = sorted({str(result["ruleId"]) for result in results})
        for result in results:
            result["ruleIndex"] = codes.index(str(result["ruleId"]))
        run = {
            "tool": {
                "driver": {
                    "name": "claimcheck",
                    "version": __version__,
                    "semanticVersion": __version__,
                    "informationUri": HOME,
                    "rules": [_rule(code) for code in codes],
                }
            },
            "automationDetails": {"id": f"claimcheck/{clipped(report.claims_file.path)}/"},
            "invocations": [_invocation(report)],
            "columnKind": "unicodeCodePoints",
            "results": results,
        }
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
        return escape(dump(log)) + "\n"


def _rule(code: str) -> dict[str, object]:
    page = pages().get(code)
    if page is None:  # a verdict without a code of its own
        return {"id": code, "shortDescription": {"text": Verdict(code).label}}
    parts = {"": "means", "Example": "example", "Why it matters": "matters", "What to do": "todo"}
    text = "\n\n".join(f"{head}\n{page[key]}" if head else page[key] for head, key in parts.items())
    markdown = "\n\n".join(f"**{head}**\n\n{page[key]}" if head else page[key] for head, key in parts.items())
    name = "".join(word.title() for word in Code(code).name.split("_"))
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": page["title"]},
        "fullDescription": {"text": page["means"]},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": _default_level(code).value},
        "properties": {"tags": ["source" if code.startswith("S") else "claim"]},
    }


def _default_level(code: str) -> Level:
    state = next((state for state in State if state.code == code), None)
    return Level.ERROR if state is None else STATE_LEVELS[state.state_class]


def _results(report: Report) -> Iterator[dict[str, object]]:
    for finding, ruling in report.ruled:
        level = level_of(finding, ruling)
        if level is not None:
            yield _finding(report.claims_file, finding, ruling, level)
    excuses = {finding.claim.id: excuse_of(ruling) for finding, ruling in report.ruled}
    for standing in standings(report):
        yield _standing(PurePath(report.claims_file.path).parent, standing, excuses)


def _finding(claims_file: ClaimsFile, finding: Finding, ruling: Ruling | None, level: Level) -> dict[str, object]:
    code = shown_code(finding, ruling)
    folder = PurePath(claims_file.path).parent
    related = [(f"source: {source_line(seen)}", link_of(finding, seen)) for seen in finding.sources]
    if claims_file.article.strip():
        related.append(("the article", claims_file.article))
    lines = [f"{clipped(finding.claim.id)}: {headline(finding, ruling)}"]
    lines += [f"{label}: {text}" for label, text in details(finding)]
    result = {
        **_result(code, level, lines, finding.claim.location),
        **_fingerprints(fingerprint(finding.claim, code)),
        "relatedLocations": [_related(folder, number, *place) for number, place in enumerate(related, 1)],
        "properties": {
            "verdict": finding.verdict.value,
            "codes": [held.value for held in finding.codes],
            "severity": finding.claim.severity.value,
        },
    }
    if excuse := excuse_of(ruling):
        result["suppressions"] = [{"kind": "external", "justification": excuse}]
    if ruling is not None and ruling.known is not None:
        result["baselineState"] = "unchanged" if ruling.known else "new"
    return result


def _standing(folder: PurePath, standing: Standing, excuses: dict[str, str]) -> dict[str, object]:
    seen = standing.report
    reasons = {excuses[claim.id] for claim in standing.claims}
    excused = "" not in reasons
    level = Level.NOTE if excused else state_level(standing)
    lines = [source_line(seen), *filter(None, [history_words(seen)])]
    lines.append(f"cited by: {clipped(', '.join(claim.id for claim in standing.claims))}")
    result = {
        **_result(standing.code, level, lines, seen.source.location),
        **_fingerprints(source_fingerprint(seen.source.address, standing.code)),
        "relatedLocations": [_related(folder, 1, "the address", page_address(seen))],
        "properties": {"state": seen.state.value, "suspected": seen.suspected},
    }
    if excused:
        result["suppressions"] = [{"kind": "external", "justification": "; ".join(sorted(reasons))}]
    return result


def _result(code: str, level: Level, lines: Iterable[str], location: Location) -> dict[str, object]:
    return {
        "ruleId": code,
        "ruleIndex": 0,
        "level": level.value,
        "message": {"text": "\n".join(lines).translate(_ESCAPES)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(location.file),
                    "region": {"startLine": location.line, "startColumn": location.column},
                }
            }
        ],
    }


def _fingerprints(digest: str) -> dict[str, object]:
    return {"partialFingerprints": {_KEY: digest, "primaryLocationLineHash": digest}}


def _related(folder: PurePath, number: int, text: str, address: str) -> dict[str, object]:
    """Return a place beside the claim; a path is that of the claims file's folder, as it is written there."""
    if not address.startswith(("http://", "https://")):
        page = _PAGE.search(address)
        path = address.removeprefix("file:").removesuffix(page.group() if page else "")
        artifact = _artifact(str(folder / path), page.group() if page else "")
    else:
        artifact = _artifact(address)
    return {
        "id": number,
        "message": {"text": text.translate(_ESCAPES)},
        "physicalLocation": {"artifactLocation": artifact},
    }


def _artifact(place: str, fragment: str = "") -> dict[str, object]:
    """Return an address as it is, an absolute path as a ``file:`` URI, another path from the top of the checkout."""
    shown = clipped(place, LONGEST_PATH)
    if shown.startswith(("http://", "https://")):
        return {"uri": quote(shown, safe=_URI, errors="replace")}
    path = PurePath(shown)
    encoded = quote(path.as_posix(), errors="replace") + fragment
    return {"uri": f"file://{encoded}"} if path.is_absolute() else {"uri": encoded, "uriBaseId": "%SRCROOT%"}


def _invocation(report: Report) -> dict[str, object]:
    notes = []
    if report.network_down:
        notes.append({"level": "error", "message": {"text": NETWORK_DOWN}})
    if report.interrupted:
        notes.append({"level": "warning", "message": {"text": interrupted_words(report)}})
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}
