"""The formats that machines read: each by its own schema, whatever the texts hold."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree
from markdown_it import MarkdownIt
from reporters import samples
from reporters.strategies import NASTY, bounded, harmful, reports

from claimcheck.enums import Code, Severity, State, Verdict
from claimcheck.fingerprints import fingerprint
from claimcheck.model import Finding, Location, Report, Ruling
from claimcheck.reporters import make_reporter, report_schema_text
from claimcheck.reporters.markdown import COMMENT, MARKER, SUMMARY, code_span

SCHEMAS = Path(__file__).with_name("schemas")
SARIF = Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
JSON_V1 = json.loads(report_schema_text())
# GitLab publishes no schema, but a table of the fields it reads: this is that table.
GITLAB = Draft202012Validator({
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
})  # fmt: skip
HOSTILE = (
    f"{NASTY} ]]> </script><script>alert(1)</script> <!-- --> ``` `x` ```` ::set-output name=a::b\n::error::forged\n"
    "=cmd|' /C calc'!A0 @everyone #1 ![x](https://evil.example/x.png) [y](javascript:alert(1)) {0} %0A\x00\udcff\ufffe"
)
WHOLE = [
    samples.report(),
    samples.report(*samples.ALL),
    samples.report(*(samples.in_state(state, 2 * number) for number, state in enumerate(State, 1))),
    samples.report(samples.GONE, network_down=True, interrupted=True, pending=4),
]
NAMES = ["no findings", "every verdict", "every state", "down and interrupted"]


def rendered(name: str, report: Report) -> str:
    return make_reporter(name).render(report)


def poisoned(finding: Finding, text: str) -> Finding:
    """Return a finding whose every text is hostile, its codes and states as they are."""
    source = replace(
        finding.sources[0].source, address=f"https://evil.example/{text}", title=text, location=Location(text, 3, 1)
    )
    seen = replace(finding.sources[0], source=source, final_url=text, detail=text, title=text)
    claim = replace(finding.claim, id=text, text=text, sources=(source,), location=Location(text, 2, 1))
    passage = (
        replace(finding.evidence[0], exact=text, deciding=((0, 5),), source=source.address)
        if finding.evidence
        else None
    )
    comparisons = tuple(replace(c, said=text, found=text, note=text, evidence=passage) for c in finding.comparisons)
    return replace(finding, claim=claim, reason=text, tip=text, comparisons=comparisons, sources=(seen,))


POISONED = samples.report(poisoned(samples.WEAKER, HOSTILE), poisoned(samples.GONE, HOSTILE))
BLOATED = samples.report(poisoned(samples.WEAKER, "<b>`=x " * 1_500_000))
"""Texts of ten megabytes."""


def ruled(*pairs: tuple[Finding, Ruling], **fields: Any) -> Report:
    report = samples.report(*(finding for finding, _ in pairs), **fields)
    return replace(report, rulings=tuple(ruling for _, ruling in pairs))


EXCUSED = Ruling(excuse="known until 2027-02-23", known=True)
FAILS = Ruling(fails=True, known=False)


# ---------------------------------------------------------------------------------------------------- by the schema


@pytest.mark.parametrize("report", [*WHOLE, POISONED, BLOATED], ids=[*NAMES, "hostile", "ten megabytes"])
def test_sarif_is_what_its_schema_says(report: Report) -> None:
    SARIF.validate(json.loads(rendered("sarif", report)))


@pytest.mark.parametrize("report", [*WHOLE, POISONED, BLOATED], ids=[*NAMES, "hostile", "ten megabytes"])
def test_junit_is_what_its_schema_says(report: Report) -> None:
    JUNIT.assertValid(etree.fromstring(rendered("junit", report).encode()))


@pytest.mark.parametrize("report", [*WHOLE, POISONED, BLOATED], ids=[*NAMES, "hostile", "ten megabytes"])
def test_the_gitlab_report_has_the_fields_that_gitlab_reads(report: Report) -> None:
    entries = json.loads(rendered("gitlab", report))
    GITLAB.validate(entries)
    prints = [entry["fingerprint"] for entry in entries]
    assert len(set(prints)) == len(prints)


@pytest.mark.parametrize("report", [*WHOLE, POISONED], ids=[*NAMES, "hostile"])
def test_json_lines_hold_the_json_report(report: Report) -> None:
    lines = [json.loads(line) for line in rendered("jsonl", report).splitlines()]
    whole = json.loads(rendered("json", report))
    assert [line.pop("type") for line in lines] == ["start", *["finding"] * len(report.findings), "summary"]
    assert lines[1:-1] == whole["findings"]
    assert lines[-1] == whole["summary"]
    Draft202012Validator(JSON_V1).validate(whole)


@pytest.mark.parametrize("report", [*WHOLE, POISONED], ids=[*NAMES, "hostile"])
def test_csv_has_one_width_and_ends_every_record(report: Report) -> None:
    text = rendered("csv", report)
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == 1 + sum(max(1, len(finding.sources)) for finding in report.findings)


@bounded
@given(reports)
def test_no_text_breaks_a_format(report: Report) -> None:
    SARIF.validate(json.loads(rendered("sarif", report)))
    JUNIT.assertValid(etree.fromstring(rendered("junit", report).encode()))
    GITLAB.validate(json.loads(rendered("gitlab", report)))
    assert len(rendered("jsonl", report).splitlines()) == len(report.findings) + 2
    rows = csv.reader(io.StringIO(rendered("csv", report), newline=""), strict=True)
    assert len({len(row) for row in rows}) == 1


@bounded
@given(reports)
@pytest.mark.parametrize("name", ["github", "github-summary", "markdown", "junit", "csv", "sarif", "gitlab", "jsonl"])
def test_nothing_harmful_is_written(name: str, report: Report) -> None:
    assert harmful(rendered(name, report).replace("\r\n", "\n")) == set()


@pytest.mark.parametrize("name", ["github", "github-summary", "markdown", "junit", "csv", "sarif", "gitlab"])
def test_a_text_of_ten_megabytes_makes_no_large_report(name: str) -> None:
    assert len(rendered(name, BLOATED)) < 500_000


# ------------------------------------------------------------------------------------------------------------ SARIF


def results(report: Report) -> list[dict[str, Any]]:
    found = json.loads(rendered("sarif", report))["runs"][0]["results"]
    assert isinstance(found, list)
    return found


def test_a_result_points_at_the_claim_the_source_and_the_article() -> None:
    report = samples.report(samples.WEAKER)
    report = replace(report, claims_file=replace(report.claims_file, article="article.md"))
    (result,) = results(report)
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "claims.yaml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 42, "startColumn": 5}
    related = [where["physicalLocation"]["artifactLocation"]["uri"] for where in result["relatedLocations"]]
    assert related[0].startswith("https://magazine.example/6247678/chat-assistant-kenya-workers/#:~:text=")
    assert related[1] == "article.md"


def test_every_result_has_a_rule_with_help() -> None:
    run = json.loads(rendered("sarif", samples.report(*samples.ALL)))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)


def test_supported_and_ignored_claims_are_no_results() -> None:
    assert results(samples.report(samples.SUPPORTED, samples.IGNORED)) == []


def test_a_source_that_is_gone_is_a_result_of_its_own() -> None:
    claim, source = results(samples.report(samples.GONE))
    assert (claim["ruleId"], claim["level"]) == ("V240", "warning")
    assert (source["ruleId"], source["level"]) == ("S103", "error")
    assert source["locations"][0]["physicalLocation"]["region"]["startLine"] == 92


@pytest.mark.parametrize(
    ("ruling", "state", "level", "suppressed"),
    [
        (None, None, "error", False),
        (Ruling(fails=True), None, "error", False),
        (FAILS, "new", "error", False),
        (EXCUSED, "unchanged", "note", True),
        (Ruling(excuse="not changed since main"), None, "note", True),
    ],
)
def test_the_baseline_shows_in_a_result(ruling: Ruling | None, state: str | None, level: str, suppressed: bool) -> None:
    report = ruled((samples.WEAKER, ruling)) if ruling else samples.report(samples.WEAKER)
    (result,) = results(report)
    assert (result.get("baselineState"), result["level"], "suppressions" in result) == (state, level, suppressed)


def moved(finding: Finding, lines: int) -> Finding:
    return replace(finding, claim=replace(finding.claim, location=samples.at(finding.claim.location.line + lines)))


def test_a_fingerprint_outlives_a_move_and_a_change_of_typography() -> None:
    before = results(samples.report(samples.WEAKER))[0]["partialFingerprints"]
    claim = moved(samples.WEAKER, 30).claim
    text = claim.text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}").upper()
    retyped = replace(samples.WEAKER, claim=replace(claim, text=f" {text} "))
    assert results(samples.report(retyped))[0]["partialFingerprints"] == before
    assert before["primaryLocationLineHash"] == before["claimcheck/v1"]


@pytest.mark.parametrize("change", [{"id": "other"}, {"text": "Le modérateur était payé 3 $ de l'heure."}])
def test_a_fingerprint_changes_with_the_claim(change: dict[str, str]) -> None:
    claim = samples.WEAKER.claim
    assert fingerprint(replace(claim, **change), "V201") != fingerprint(claim, "V201")  # type: ignore[arg-type]
    assert fingerprint(claim, "V202") != fingerprint(claim, "V201")


def test_links_and_placeholders_of_a_page_are_escaped_in_messages() -> None:
    finding = replace(samples.WEAKER, reason="[here](https://evil.example) {0}")
    text = results(samples.report(finding))[0]["message"]["text"]
    assert "\\[here\\](https://evil.example) {{0}}" in text
    assert re.search(r"(?<!\\)\[|(?<!\{)\{0", text) is None


# ------------------------------------------------------------------------------------------------------------ JUnit


@pytest.mark.parametrize(
    ("finding", "ruling", "outcome"),
    [
        (samples.SUPPORTED, Ruling(), None),
        (samples.WEAKER, Ruling(fails=True), "failure"),
        (samples.WEAKER, Ruling(), "system-out"),
        (samples.WEAKER, None, "failure"),
        (samples.WEAKER, EXCUSED, "skipped"),
        (samples.BLOCKED, Ruling(), "skipped"),
        (samples.GONE, Ruling(fails=True), "failure"),
        (samples.IGNORED, Ruling(), "skipped"),
    ],
)
def test_a_claim_is_one_test(finding: Finding, ruling: Ruling | None, outcome: str | None) -> None:
    report = ruled((finding, ruling)) if ruling else samples.report(finding)
    (case,) = etree.fromstring(rendered("junit", report).encode()).iter("testcase")
    assert case.get("name") == finding.claim.id
    assert [child.tag for child in case] == ([outcome] if outcome else [])
    assert "time" not in case.attrib


def test_a_network_that_is_down_is_an_error_and_no_failure() -> None:
    root = etree.fromstring(rendered("junit", samples.report(samples.BLOCKED, network_down=True)).encode())
    assert (root.get("errors"), root.get("failures")) == ("1", "0")


def test_the_sums_of_the_suite_add_up() -> None:
    suite = etree.fromstring(rendered("junit", samples.report(*samples.ALL)).encode())[0]
    cases = list(suite.iter("testcase"))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert suite.get(attribute) == str(len(list(suite.iter(tag))))
    assert suite.get("tests") == str(len(cases)) == str(len(samples.ALL))


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


def test_every_code_has_a_rule() -> None:
    for code in Code:
        finding = replace(samples.WEAKER, codes=(code,))
        SARIF.validate(json.loads(rendered("sarif", samples.report(finding))))
