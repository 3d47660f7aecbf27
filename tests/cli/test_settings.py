"""Settings: the command line before the environment, the environment before the file, the file before the defaults."""

import json
from pathlib import Path

import pytest
from cli.programs import CONTRADICTED, SUPPORTED, Desk

BOTH = (SUPPORTED, CONTRADICTED)


@pytest.mark.parametrize("name", ["claimcheck.toml", "pyproject.toml"])
def test_settings_are_read_from_the_working_folder(desk: Desk, name: str) -> None:
    desk.claims(*BOTH)
    head = "[tool.claimcheck]\n" if name == "pyproject.toml" else ""
    desk.write(name, f'{head}format = "json"\nfail-on = "never"\n')
    done = desk.run("verify")
    assert done.code == 0
    assert json.loads(done.out)["summary"]["contradicted"] == 1


def test_a_settings_file_of_its_own_comes_before_that_of_the_project(desk: Desk) -> None:
    desk.claims(*BOTH)
    desk.write("pyproject.toml", '[tool.claimcheck]\nformat = ["json"]\n')
    desk.write("claimcheck.toml", 'format = ["concise"]\n')
    assert desk.run("verify").out.startswith("claims.yaml:6:5: error V2")


def test_the_settings_file_may_be_named(desk: Desk) -> None:
    desk.claims(*BOTH)
    desk.write("claimcheck.toml", 'format = "json"\n')
    desk.write("other.toml", 'format = "concise"\nfail-on = ["never"]\n')
    done = desk.run("verify", "--config", "other.toml")
    assert (done.code, done.out[:12]) == (0, "claims.yaml:")
    assert desk.run("verify", CLAIMCHECK_CONFIG="other.toml").out == done.out


def test_the_environment_comes_before_the_file_and_the_command_line_before_both(desk: Desk) -> None:
    desk.claims(*BOTH)
    desk.write("claimcheck.toml", 'format = "concise"\n')
    assert desk.run("verify", CLAIMCHECK_FORMAT="json").out.startswith("{")
    assert desk.run("verify", "--format", "concise", CLAIMCHECK_FORMAT="json").out.startswith("claims.yaml:")


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"CLAIMCHECK_FAIL_ON": "never"}, 0),
        ({"CLAIMCHECK_FAIL_ON": "failed_verification"}, 0),
        ({"CLAIMCHECK_FAIL_ON": "contradicted"}, 1),
        ({"CLAIMCHECK_IGNORE": "V2"}, 0),
        ({"CLAIMCHECK_SELECT": "S"}, 0),
        ({"CLAIMCHECK_SELECT": "V21"}, 1),
    ],
)
def test_each_option_has_a_variable(desk: Desk, variables: dict[str, str], code: int) -> None:
    desk.claims(*BOTH)
    assert desk.run("verify", **variables).code == code


def test_the_claims_file_may_be_a_setting(desk: Desk) -> None:
    desk.claims(SUPPORTED, name="facts.yaml")
    desk.write("claimcheck.toml", 'file = "facts.yaml"\n')
    assert desk.run("lint").out.startswith("facts.yaml: 1 claim")
    assert desk.run("verify").code == 0
    assert desk.run("lint", CLAIMCHECK_FILE="none.yaml").code == 2


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("formt = 'json'\n", "unknown setting 'formt'", "did you mean 'format'?"),
        ("strict = 'yes'\n", "'strict' must be true or false", ""),
        ("format = 3\n", "'format' must be a list of strings", ""),
        ("format = [1]\n", "'format' must be a list of strings", ""),
        ("format = \n", "not a TOML file", ""),
    ],
)
def test_a_mistake_in_a_settings_file_is_named(desk: Desk, text: str, message: str, hint: str) -> None:
    desk.claims(SUPPORTED)
    desk.write("claimcheck.toml", text)
    for command in ("lint", "verify"):
        done = desk.call(command)
        assert (done.code, done.out) == (2, "")
        assert "claimcheck.toml: " in done.err
        assert message in done.err
        assert hint in done.err


def test_another_tool_s_project_file_is_no_matter(desk: Desk, tmp_path: Path) -> None:
    desk.claims(SUPPORTED)
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nformat = 3\n[project]\nname = 'x'\n")
    assert desk.run("verify").code == 0
