"""The formats that sites draw, GitHub and spreadsheets: whatever the texts hold, nothing of them acts."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from reporters import samples
from reporters.poison import EXCUSED, FAILS, POISONED, poisoned, rendered, ruled
from reporters.strategies import bounded, reports

from claimcheck.enums import Severity, Verdict
from claimcheck.model import Finding, Report, Ruling
from claimcheck.reporters.markdown import COMMENT, MARKER, SUMMARY, code_span

# ----------------------------------------------------------------------------------------------------------- GitHub


def commands(text: str) -> Iterator[str]:
    """Return the workflow commands of a log, as the runner reads it: from a stop on, none but the resume counts."""
    token = ""
    for line in text.splitlines():
        if token:
            token = "" if line == f"::{token}::" else token
        elif line.startswith("::stop-commands::"):
            token = line.removeprefix("::stop-commands::")
        elif line.lstrip().startswith("::") or "##[" in line:
            yield line
    assert not token


def test_an_annotation_stands_on_the_line_of_its_claim() -> None:
    (line,) = commands(rendered("github", samples.report(samples.WEAKER)))
    assert line.startswith("::error file=claims.yaml,line=42,col=5,title=V201 hourly-pay%3A partly supported::partly ")
    assert "%0Avalue: 2 $ de l'heure → between around $1.32 and $2 per hour" in line


@pytest.mark.parametrize(
    ("finding", "ruling", "command"),
    [
        (samples.WEAKER, FAILS, "error"),
        (samples.WEAKER, EXCUSED, "notice"),
        (samples.BLOCKED, Ruling(), "warning"),
        (samples.BLOCKED, FAILS, "error"),
        (samples.SUPPORTED_MOVED, Ruling(), "notice"),
        (replace(samples.WEAKER, claim=replace(samples.WEAKER.claim, severity=Severity.INFO)), Ruling(), "notice"),
    ],
)
def test_an_annotation_is_as_loud_as_its_finding(finding: Finding, ruling: Ruling, command: str) -> None:
    (line,) = commands(rendered("github", ruled((finding, ruling))))
    assert line.startswith(f"::{command} ")


def test_a_page_commands_nothing() -> None:
    lines = list(commands(rendered("github", POISONED)))
    assert len(lines) == 2
    for line in lines:
        properties = line.split("::")[1]
        assert properties.count(",") == 3
        assert re.fullmatch(r"(error|warning) file=[^,:]*,line=2,col=1,title=[^,:]*", properties)


@bounded
@given(reports)
def test_no_report_starts_a_command_that_is_not_ours(report: Report) -> None:
    addresses = {source.source.address for finding in report.findings for source in finding.sources}
    most = len(report.findings) + len(addresses) + report.network_down + report.interrupted
    found = list(commands(rendered("github", report)))
    assert len(found) <= most
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in found)


# --------------------------------------------------------------------------------------------------------- Markdown


def tokens(text: str) -> Iterator[Any]:
    for token in MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(text):
        yield token
        yield from token.children or ()


@bounded
@given(reports)
@pytest.mark.parametrize("name", ["markdown", "github-summary"])
def test_nothing_of_a_page_is_markup(name: str, report: Report) -> None:
    text = rendered(name, report)
    allowed = {MARKER, "<details><summary>Supported and ignored claims</summary>", "</details>"}
    for token in tokens(text):
        assert token.type not in {"link_open", "image", "html_inline", "fence", "code_block"}
        if token.type == "html_block":
            assert token.content.strip() in allowed
        if token.type == "text":
            assert re.search(r"[@#<>]|::|www\.|://", token.content) is None


def test_hostile_texts_stay_in_code_spans() -> None:
    text = rendered("markdown", POISONED)
    shown = "".join(token.content for token in tokens(text) if token.type == "text")
    assert "evil" not in shown
    assert "@everyone" not in shown
    assert "</script>" in "".join(token.content for token in tokens(text) if token.type == "code_inline")


@pytest.mark.parametrize("text", ["a", "`", "``a`", "a ``` b", " `a` ", "<!-- -->", "a\n\nb", "\\`", "|", "@all #1"])
def test_a_code_span_shows_its_text(text: str) -> None:
    (span,) = [token for token in tokens(f"x {code_span(text)} y") if token.type == "code_inline"]
    assert span.content.strip() == " ".join(text.split())


def many(number: int) -> list[Finding]:
    return [
        replace(samples.WEAKER, claim=replace(samples.WEAKER.claim, id=f"claim-{n}"), reason="日本 " * 150)
        for n in range(number)
    ]


@pytest.mark.parametrize(("name", "limit"), [("markdown", COMMENT), ("github-summary", SUMMARY)])
def test_a_report_is_cut_to_what_the_site_takes_and_says_how_much_is_left_out(name: str, limit: int) -> None:
    text = rendered(name, samples.report(*many(2_000)))
    assert len(text.encode()) <= limit
    shown = len(re.findall(r"^- ", text, re.MULTILINE))
    left = re.search(r"_(\d+) more findings are left out", text)
    assert left
    assert shown + int(left[1]) == 2_000


def test_what_fails_is_cut_last() -> None:
    pairs = [(finding, EXCUSED) for finding in many(300)]
    report = ruled(*pairs, (replace(samples.WEAKER, claim=replace(samples.WEAKER.claim, id="the-one")), FAILS))
    assert rendered("markdown", report).index("the-one") < 2_000


def test_the_summary_lists_the_claims_that_are_well_and_the_comment_does_not() -> None:
    report = samples.report(samples.SUPPORTED)
    assert "hourly-range" in rendered("github-summary", report)
    assert "hourly-range" not in rendered("markdown", report)


# -------------------------------------------------------------------------------------------------------------- CSV


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r\n=1", "\uff1d1"])
def test_no_cell_is_a_formula(text: str) -> None:
    rows = list(csv.reader(io.StringIO(rendered("csv", samples.report(poisoned(samples.WEAKER, text))), newline="")))
    cells = [cell for row in rows[1:] for cell in row]
    assert any(cell.startswith("'") for cell in cells)
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d")) for cell in cells)


def test_cells_are_quoted_so_that_a_semicolon_parts_none() -> None:
    text = rendered("csv", samples.report(poisoned(samples.WEAKER, "a;=1;b")))
    assert re.search(r'(^|,)[^",]', text.replace("\r\n", ",")) is None


# ----------------------------------------------------------------------------------------------------------- GitLab


@pytest.mark.parametrize(
    ("finding", "ruling", "severity"),
    [
        (samples.BOUND, FAILS, "critical"),
        (samples.BOUND, EXCUSED, "info"),
        (samples.WEAKER, FAILS, "major"),
        (samples.BLOCKED, Ruling(), "minor"),
        (samples.SUPPORTED_MOVED, Ruling(), "info"),
    ],
)
def test_gitlab_is_told_how_grave_a_finding_is(finding: Finding, ruling: Ruling, severity: str) -> None:
    (entry,) = json.loads(rendered("gitlab", ruled((finding, ruling))))
    assert entry["severity"] == severity


# ------------------------------------------------------------------------------------------------------ what adds up


@pytest.mark.parametrize("name", ["markdown", "github-summary", "github", "console", "junit"])
def test_what_is_skipped_and_excused_is_counted(name: str) -> None:
    report = ruled((samples.WEAKER, EXCUSED), (samples.SUPPORTED, Ruling()))
    claims = (*report.claims_file.claims, samples.BOUND.claim, samples.OLDER.claim)
    text = rendered(name, replace(report, claims_file=replace(report.claims_file, claims=claims)))
    assert "2 skipped (not asked for)" in text
    assert "1 of them listed, not failed" in text


def test_the_json_summary_counts_what_fails_what_is_excused_and_what_is_skipped() -> None:
    report = ruled((samples.WEAKER, EXCUSED), (samples.BOUND, FAILS), (samples.SUPPORTED, Ruling()))
    claims = (*report.claims_file.claims, samples.OLDER.claim)
    report = replace(report, claims_file=replace(report.claims_file, claims=claims))
    summary = json.loads(rendered("json", report))["summary"]
    assert (summary["failing"], summary["excused"], summary["skipped"], summary["total"]) == (1, 1, 1, 3)
    assert sum(summary[verdict.value] for verdict in Verdict) == summary["total"]
