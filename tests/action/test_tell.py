"""The comment and the issue that the action keeps, against an API on loopback."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from action.fake_github import BOT, FakeGithub
from action.steps import Runner

REPORT_MARKDOWN = "<!-- claimcheck -->\n### claimcheck\n\n- ❌ **contradicted** `wrong-pay`\n"
WELL = {"supported": 2, "ignored": 0, "total": 2, "failing": 0, "network_down": False, "interrupted": False}


@pytest.fixture
def github() -> Iterator[FakeGithub]:
    with FakeGithub() as github:
        yield github


@pytest.fixture
def runner(tmp_path: Path, github: FakeGithub) -> Runner:
    runner = Runner(tmp_path, tmp_path / "temp", {"GITHUB_API_URL": github.url})
    runner.pull_request("0" * 40)
    return runner


def tell(runner: Runner, what: str, failing: tuple[str, ...] = (), text: str = REPORT_MARKDOWN, **summary: Any) -> str:
    findings = [{"fingerprint": name * 8, "id": name, "fails": True} for name in failing]
    held = WELL | {"supported": 2 - len(failing), "failing": len(failing)} | summary
    report, markdown = runner.temp / "report.json", runner.temp / "report.md"
    report.write_text(json.dumps({"summary": held, "findings": findings}), "utf-8")
    markdown.write_text(text, "utf-8")
    return runner.step("tell.py", what, REPORT=str(report), MARKDOWN=str(markdown))[0]


def test_no_comment_is_begun_where_there_is_nothing_to_look_at(runner: Runner, github: FakeGithub) -> None:
    assert tell(runner, "comment") == "no comment: there is nothing to look at\n"
    assert github.comments == []


def test_one_comment_is_written_and_then_replaced(runner: Runner, github: FakeGithub) -> None:
    github.comment("First!", login="reader")
    assert tell(runner, "comment", ("a",)) == "a comment was written\n"
    assert tell(runner, "comment", ("a",)) == "the comment is as it was\n"
    assert tell(runner, "comment", text="### all is well\n") == "the comment was replaced\n"
    assert len(github.comments) == 2
    assert github.comments[1]["body"].endswith("### all is well\n")


def test_the_comment_is_found_behind_a_hundred_others(runner: Runner, github: FakeGithub) -> None:
    for number in range(130):
        github.comment(f"comment {number}", login="reader")
    tell(runner, "comment", ("a",))
    assert tell(runner, "comment", ("a",), text="new\n") == "the comment was replaced\n"
    assert len(github.comments) == 131


def test_another_s_comment_with_our_marker_is_left_alone(runner: Runner, github: FakeGithub) -> None:
    tell(runner, "comment", ("a",))
    stolen = github.comments.pop()["body"]
    github.comment(stolen, login="stranger")
    assert tell(runner, "comment", ("a",), text="new\n") == "a comment was written\n"
    assert github.comments[0]["body"] == stolen


def test_two_claims_files_have_a_comment_each(runner: Runner, github: FakeGithub) -> None:
    for file in ("a.yaml", "b.yaml", "a.yaml"):
        runner.variables["INPUT_FILE"] = file
        tell(runner, "comment", ("a",), text=f"{file}\n")
    assert len(github.comments) == 2


@pytest.mark.parametrize("text", ["line of words\n" * 20_000, "é" * 200_000])
def test_a_comment_fits_what_github_takes(runner: Runner, github: FakeGithub, text: str) -> None:
    assert tell(runner, "comment", ("a",), text=text) == "a comment was written\n"
    assert len(github.comments[0]["body"]) <= 65_536
    assert "Cut here" in github.comments[0]["body"]


def test_a_fork_s_token_only_reads_which_is_said_and_not_tried(runner: Runner, github: FakeGithub) -> None:
    runner.pull_request("0" * 40, fork=True)
    assert "the job's summary has it all" in tell(runner, "comment", ("a",))
    assert github.asked == []


def test_what_passes_is_tried_again_and_what_is_refused_is_a_warning(runner: Runner, github: FakeGithub) -> None:
    github.failures = [502]
    assert tell(runner, "comment", ("a",)) == "a comment was written\n"
    runner.variables["INPUT_TOKEN"] = "expired"
    said = tell(runner, "comment", ("a",), text="new\n")
    assert said.startswith("::warning title=claimcheck::the comment could not be written: GET ")
    assert said.count("\n") == 1


def test_an_issue_is_opened_updated_and_closed(runner: Runner, github: FakeGithub) -> None:
    runner.event("schedule")
    assert tell(runner, "issue") == "no issue: nothing fails\n"
    assert tell(runner, "issue", ("a",)) == "issue 1 was opened\n"
    assert (github.issues[0]["labels"], github.issues[0]["title"]) == (["claimcheck"], "claimcheck: 1 claim to look at")
    assert tell(runner, "issue", ("a",)) == "issue 1 was updated\n"
    assert github.comments == []
    assert tell(runner, "issue", ("a", "b")) == "issue 1 was updated\n"
    assert [held["body"][:18] for held in github.comments] == ["1 more claim fails"]
    assert tell(runner, "issue", ("b",)) == "issue 1 was updated\n"
    assert len(github.comments) == 1
    assert tell(runner, "issue") == "issue 1 was closed\n"
    assert (github.issues[0]["state"], len(github.issues)) == ("closed", 1)
    assert tell(runner, "issue", ("a",)) == "issue 2 was opened\n"


@pytest.mark.parametrize("trouble", ["network_down", "interrupted"])
def test_a_run_that_could_not_look_closes_no_issue(runner: Runner, github: FakeGithub, trouble: str) -> None:
    runner.event("schedule")
    tell(runner, "issue", ("a",))
    assert "was not whole" in tell(runner, "issue", **{trouble: True})
    assert github.issues[0]["state"] == "open"


def test_another_s_issue_with_our_marker_and_label_is_left_alone(runner: Runner, github: FakeGithub) -> None:
    runner.event("schedule")
    tell(runner, "issue", ("a",))
    github.issues[0]["user"] = {"login": "stranger"}
    assert tell(runner, "issue", ("a",)) == "issue 2 was opened\n"
    assert github.issues[1]["user"] == {"login": BOT}


def test_what_may_have_been_written_is_not_written_again(runner: Runner, github: FakeGithub) -> None:
    github.failing = {"POST": 502}
    assert "::warning title=claimcheck::the comment could not be written: POST" in tell(runner, "comment", ("a",))
    assert [asked for asked in github.asked if asked.startswith("POST")] == [
        "POST /repos/desk/article/issues/7/comments"
    ]
