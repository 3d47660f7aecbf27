"""The formats that machines read: each by its own schema, whatever the texts hold."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree
from reporters import samples
from reporters.poison import BLOATED, EXCUSED, FAILS, POISONED, rendered, ruled
from reporters.strategies import bounded, harmful, reports

from claimcheck.enums import Code, State
from claimcheck.fingerprints import fingerprint
from claimcheck.model import Finding, Report, Ruling
from claimcheck.reporters import report_schema_text

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
WHOLE = [
    samples.report(),
    samples.report(*samples.ALL),
    samples.report(*(samples.in_state(state, 2 * number) for number, state in enumerate(State, 1))),
    samples.report(samples.GONE, network_down=True, interrupted=True, pending=4),
]
NAMES = ["no findings", "every verdict", "every state", "down and interrupted"]


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


@pytest.mark.parametrize(
    ("address", "page", "uri"),
    [
        ("file:pages/a report.pdf", None, "desk/pages/a%20report.pdf"),
        ("file:pages/report.pdf", 7, "desk/pages/report.pdf#page=7"),
        ("file:no#7.pdf", None, "desk/no%237.pdf"),
        ("https://example.org/a?b=c d", None, "https://example.org/a?b=c%20d"),
    ],
)
def test_a_path_beside_a_claim_is_that_of_the_claims_file_s_folder(address: str, page: int | None, uri: str) -> None:
    passage = replace(samples.WEAKER.evidence[0], source=address, page=page)
    seen = replace(samples.WEAKER.sources[0], source=replace(samples.WEAKER.sources[0].source, address=address))
    comparisons = (replace(samples.WEAKER.comparisons[0], evidence=passage),) if page else ()
    finding = replace(samples.WEAKER, sources=(seen,), comparisons=comparisons)
    report = samples.report(finding)
    report = replace(report, claims_file=replace(report.claims_file, path="desk/claims.yaml"))
    SARIF.validate(json.loads(rendered("sarif", report)))
    (place,) = results(report)[0]["relatedLocations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize("name", ["concise", "github", "gitlab", "junit", "markdown", "sarif"])
def test_a_supported_claim_that_fails_for_its_source_says_so(name: str) -> None:
    text = rendered(name, ruled((samples.SUPPORTED_MOVED, Ruling(fails=True, codes=("S101",)))))
    assert "supported, but the source has moved" in text


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


def test_every_code_has_a_rule() -> None:
    for code in Code:
        finding = replace(samples.WEAKER, codes=(code,))
        SARIF.validate(json.loads(rendered("sarif", samples.report(finding))))
