"""The JSON report: what its schema says, and nothing that the schema does not say."""

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from reporters import samples
from syrupy.assertion import SnapshotAssertion

from claimcheck.enums import State, Verdict
from claimcheck.model import Finding
from claimcheck.reporters import make_reporter

SCHEMA: dict[str, Any] = json.loads(files("claimcheck.reporters").joinpath("report-v1.schema.json").read_text("utf-8"))


def sealed(schema: Any) -> Any:
    """Return the schema with no room for what it does not name: ours may not write it, though others must allow it."""
    if isinstance(schema, list):
        return [sealed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    more = {"additionalProperties": False} if "properties" in schema and "required" in schema else {}
    return {key: sealed(value) for key, value in schema.items()} | more


STRICT = Draft202012Validator(sealed(SCHEMA))


def rendered(*findings: Finding, **fields: object) -> str:
    report = samples.report(*findings, **fields)  # type: ignore[arg-type]  # passed on as given
    return make_reporter("json").render(report)


def test_json(snapshot: SnapshotAssertion) -> None:
    assert rendered(samples.WEAKER, samples.SUPPORTED_PDF, samples.GONE, samples.IGNORED) == snapshot


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_property_is_described() -> None:
    def undescribed(schema: Any, path: str) -> list[str]:
        found = []
        for name, part in schema.get("properties", {}).items():
            if "description" not in part and "$ref" not in part:
                found.append(f"{path}/{name}")
            found += undescribed(part, f"{path}/{name}")
        return found

    parts = {"": SCHEMA, **SCHEMA["$defs"]}
    assert [name for path, part in parts.items() for name in undescribed(part, path)] == []


@pytest.mark.parametrize(
    "text",
    [
        rendered(),
        rendered(*samples.ALL),
        rendered(*(samples.in_state(state, 2 * number) for number, state in enumerate(State, 1))),
        rendered(samples.GONE, network_down=True, interrupted=True, pending=4),
    ],
    ids=["no findings", "every verdict", "every state", "down and interrupted"],
)
def test_the_report_is_what_the_schema_says(text: str) -> None:
    STRICT.validate(json.loads(text))


def test_the_schema_knows_every_verdict_and_state() -> None:
    defs = SCHEMA["$defs"]
    assert defs["finding"]["properties"]["verdict"]["enum"] == [verdict.value for verdict in Verdict]
    assert defs["source"]["properties"]["state"]["enum"] == [state.value for state in State]


def test_consumers_must_allow_additions() -> None:
    document = json.loads(rendered(samples.BOUND))
    document["findings"][0]["confidence"] = 0.9
    document["findings"][0]["codes"].append("D301")
    Draft202012Validator(SCHEMA).validate(document)


def test_the_summary_adds_up() -> None:
    document = json.loads(rendered(*samples.ALL))
    summary = document["summary"]
    assert sum(summary[verdict.value] for verdict in Verdict) == summary["total"] == len(document["findings"])


def test_findings_keep_the_order_of_the_file() -> None:
    lines = [finding["location"]["line"] for finding in json.loads(rendered(*samples.ALL))["findings"]]
    assert lines == sorted(lines)


def test_a_comparison_points_at_its_evidence() -> None:
    finding = json.loads(rendered(samples.BOUND))["findings"][0]
    pointed = [finding["evidence"][comparison["evidence"]] for comparison in finding["comparisons"]]
    for comparison, passage in zip(finding["comparisons"], pointed, strict=True):
        begin, end = passage["deciding"][0]
        assert passage["exact"][begin:end] == comparison["found"]


def test_an_issued_date_is_as_precise_as_it_is_known() -> None:
    findings = json.loads(rendered(samples.SUPPORTED, samples.SUPPORTED_PDF, samples.PART_MISSING, samples.GONE))
    assert [f["sources"][0]["issued"] for f in findings["findings"]] == ["2023-01-18", "2025-05", "2025", None]


@given(st.text())
def test_no_character_is_lost_and_none_is_left_that_could_harm(text: str) -> None:
    finding = replace(samples.BOUND, reason=text)
    document = rendered(finding)
    assert json.loads(document)["findings"][0]["reason"] == text
    document.encode("utf-8")
    assert all(character.isprintable() or character == "\n" for character in document)


@given(st.text(alphabet="\u202e\u2066\x1b\x00\x7f\x9b\ud800\U000e0041\ufe0f\u2028"))
def test_controls_and_bidi_marks_are_written_as_escapes(text: str) -> None:
    document = rendered(replace(samples.BOUND, reason=text))
    assert document.isascii() or not set(text) & set(document)
    assert json.loads(document)["findings"][0]["reason"] == text
