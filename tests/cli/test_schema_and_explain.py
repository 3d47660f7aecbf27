"""``claimcheck schema`` and ``explain``: both schemas are schemas, every code has its page."""

import json

import jsonschema
import pytest
from cli.programs import CONTRADICTED, SUPPORTED, Desk

from claimcheck.cli import run
from claimcheck.enums import Code


@pytest.mark.parametrize("arguments", [["schema"], ["schema", "--report"], ["schema", "--lock"]])
def test_a_schema_is_printed_and_is_one(desk: Desk, arguments: list[str]) -> None:
    done = desk.run(*arguments)
    assert (done.code, done.err) == (0, "")
    jsonschema.Draft202012Validator.check_schema(json.loads(done.out))


def test_the_starter_fits_the_schema_of_claims(desk: Desk) -> None:
    import yaml

    desk.run("init")
    schema = json.loads(desk.run("schema").out)
    starter = (desk.folder / "claims.yaml").read_text("utf-8")
    jsonschema.validate(yaml.load(starter, Loader=yaml.BaseLoader), schema)  # noqa: S506 - it makes texts alone


def test_a_report_fits_the_schema_of_reports(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    report = json.loads(desk.run("verify", "--format", "json").out)
    schema = json.loads(desk.run("schema", "--report").out)
    jsonschema.validate(report, schema)
    assert schema["title"] != json.loads(desk.run("schema").out)["title"]


@pytest.mark.parametrize("code", list(Code))
def test_every_code_has_a_page(code: Code, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", code.lower()]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"{code}  ")
    assert "What to do" in page


def test_without_a_code_all_are_listed(desk: Desk) -> None:
    done = desk.run("explain")
    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines()] == sorted(Code)
