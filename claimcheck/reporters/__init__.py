"""Stage 7, report: Report → text.  Pure: nothing here reads a file, the clock or the network.

To add a format: one new module with a class of that form, and one line in ``REPORTERS``.  A reporter's module is
imported when it is asked for, so that importing this package loads neither rich nor json.
"""

import difflib
from collections.abc import Mapping
from importlib import import_module
from importlib.resources import files
from types import MappingProxyType
from typing import Protocol, cast

from claimcheck.errors import UsageError
from claimcheck.model import Finding
from claimcheck.ports import Reporter

DEFAULT_WIDTH = 80
"""Columns to write in where nobody said: those of the oldest terminals and of most mail."""

REPORTERS: Mapping[str, str] = MappingProxyType(
    {
        "console": "claimcheck.reporters.console:ConsoleReporter",
        "concise": "claimcheck.reporters.concise:ConciseReporter",
        "json": "claimcheck.reporters.json_v1:JsonReporter",
        "jsonl": "claimcheck.reporters.jsonl:JsonLinesReporter",
        "sarif": "claimcheck.reporters.sarif:SarifReporter",
        "junit": "claimcheck.reporters.junit:JunitReporter",
        "github": "claimcheck.reporters.github:GithubReporter",
        "github-summary": "claimcheck.reporters.markdown:SummaryReporter",
        "gitlab": "claimcheck.reporters.gitlab:GitlabReporter",
        "markdown": "claimcheck.reporters.markdown:MarkdownReporter",
        "csv": "claimcheck.reporters.csv_rows:CsvReporter",
        "html": "claimcheck.reporters.html:HtmlReporter",
    }
)
"""Each format by its name: the module and the class that write it."""

ILLUSTRATED = frozenset({"html"})
"""The formats that show the article, and what earlier runs found."""
LANGUAGES = ("en", "fr")
"""The languages that those formats can be had in."""


class ReporterClass(Protocol):
    """What makes a reporter: it is told the form of the terminal, and may not care."""

    def __call__(self, *, color: bool, width: int) -> Reporter:
        """Return a reporter for a terminal with or without colour, of ``width`` columns."""
        ...


class IllustratedReporterClass(Protocol):
    """What makes a reporter whose reports people read in a browser, in their own language."""

    def __call__(self, *, language: str) -> Reporter:
        """Return a reporter that writes in this language; empty is that of the claims."""
        ...


def make_reporter(name: str, *, color: bool = False, width: int = DEFAULT_WIDTH, language: str = "") -> Reporter:
    """Return the reporter of a format; ``width`` counts columns.

    ``language`` is one of ``LANGUAGES``, for those formats that have several; empty is that of the claims.

    Raises:
        UsageError: no format has this name; the hint holds the nearest, or all.
    """
    if name not in REPORTERS:
        near = difflib.get_close_matches(name.lower(), REPORTERS, n=1, cutoff=0.6)
        hint = f"did you mean {near[0]}?" if near else f"one of: {', '.join(REPORTERS)}"
        raise UsageError(f"unknown format '{name}'", hint=hint)
    module, _, attribute = REPORTERS[name].partition(":")
    reporter = getattr(import_module(module), attribute)
    if name in ILLUSTRATED:
        return cast("IllustratedReporterClass", reporter)(language=language)
    return cast("ReporterClass", reporter)(color=color, width=width)


def report_schema_text() -> str:
    """Return the JSON Schema of the JSON report, as shipped, ending in a newline."""
    return (files("claimcheck.reporters") / "report-v1.schema.json").read_text(encoding="utf-8")


def render_show(finding: Finding, *, color: bool = False, width: int = DEFAULT_WIDTH, why: bool = False) -> str:
    """Return one finding in full, for ``claimcheck show``: every passage considered, every comparison.

    With ``why`` it ends with how the comparisons add up to the verdict, and passages tell what made their score.
    """
    from claimcheck.reporters.show import ClaimPage  # noqa: PLC0415 - rich is loaded only where it is used

    return ClaimPage(color=color, width=width, why=why).render(finding)


def render_finding(finding: Finding, *, color: bool = False, width: int = DEFAULT_WIDTH) -> str:
    """Return one finding as the console report has it, but with all that there is to see, whatever the verdict."""
    from claimcheck.reporters.findings import render_in_full  # noqa: PLC0415 - rich is loaded only where it is used

    return render_in_full(finding, color=color, width=width)
