"""The action and the recipes as their own judges see them: official schemas, zizmor, actionlint, pre-commit."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = ROOT / "action.yml"
RECIPES = sorted((ROOT / "examples" / "ci").glob("*.y*ml"))
WORKFLOWS = [path for path in RECIPES if path.name.startswith("github-")]


def judge(*command: str | Path) -> None:
    program = Path(sys.executable).with_name(str(command[0]))
    done = subprocess.run(
        [program, *command[1:]], check=False, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("github-actions", ACTION),
        *(("github-workflows", path) for path in WORKFLOWS),
        ("gitlab-ci", ROOT / "examples" / "ci" / "gitlab-ci.yml"),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_each_file_is_as_its_service_s_schema_has_it(schema: str, path: Path) -> None:
    judge("check-jsonschema", "--builtin-schema", f"vendor.{schema}", path)


def test_zizmor_finds_nothing() -> None:
    judge("zizmor", "--offline", "--quiet", ACTION, *WORKFLOWS)


@pytest.mark.skipif(shutil.which("actionlint") is None, reason="actionlint is not installed; see rhysd/actionlint")
def test_actionlint_finds_nothing() -> None:
    done = subprocess.run(["actionlint", *WORKFLOWS], check=False, cwd=ROOT, capture_output=True)  # noqa: S607 - theirs
    assert done.returncode == 0, done.stdout.decode()


def test_pre_commit_takes_the_hooks_and_the_recipe() -> None:
    judge("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml")
    judge("pre-commit", "validate-config", "examples/ci/pre-commit-config.yaml")


@pytest.mark.parametrize("path", [ACTION, *WORKFLOWS], ids=lambda path: path.name)
def test_each_action_of_others_is_pinned_by_a_commit_with_its_version_beside_it(path: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", path.read_text("utf-8"))
    assert used
    for name, comment in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name)
        assert name.startswith("OWNER/") or re.fullmatch(r" # v\d+\.\d+\.\d+", comment)


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.name)
def test_a_recipe_takes_this_program_by_a_commit_and_says_beside_it_what_to_put_in(path: Path) -> None:
    # A name on an index could be anybody's; a copy that somebody has reviewed is not.
    lines = path.read_text("utf-8").splitlines()
    assert not any("install" in line and "claimcheck-cli" in line for line in lines)
    named = [number for number, line in enumerate(lines) if "OWNER/claimcheck" in line]
    assert named
    for number in named:
        near = "\n".join(lines[number - 1 : number + 2])
        assert re.search(r"@[0-9a-f]{40}$|rev: [0-9a-f]{40} ", near, re.MULTILINE)
        assert "the owner of your copy" in near
        assert "the full hash of the commit that you have reviewed" in near


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_right_but_those_that_it_names_and_explains(path: Path) -> None:
    text = path.read_text("utf-8")
    document = yaml.safe_load(text)
    assert document["permissions"] == {}
    for name, right in document["jobs"]["verify"]["permissions"].items():
        assert re.search(rf"{name}: {right} # \w+", text)
    assert "pull_request_target" not in text


def test_each_step_is_given_what_its_program_reads() -> None:
    steps = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]
    programs = [step for step in steps if "action/" in step.get("run", "")]
    assert len(programs) == 4
    for step in programs:
        name = re.search(r"action/(\w+\.py)", step["run"])
        assert name is not None
        text = (ROOT / "action" / name[1]).read_text("utf-8")
        read = set(re.findall(r'"(INPUT_\w+|REPORT|MARKDOWN)"', text))
        assert read <= step["env"].keys()
        assert step["env"].keys() - read == {"PYTHON"}


def test_no_expression_of_github_stands_in_a_shell_s_words() -> None:
    steps = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


def test_memory_comment_and_issue_come_also_after_a_run_that_failed() -> None:
    steps = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]
    after = steps[1 + next(index for index, step in enumerate(steps) if step.get("id") == "verify") :]
    assert [step["name"] for step in after if not step["if"].startswith("always()")] == []
    assert after[-1]["run"] == 'exit "$CODE"'
