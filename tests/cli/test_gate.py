"""What fails a run, from the command line: kinds and codes, profiles, a baseline, and the claims of a change."""

import json
import os
import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cli.programs import CONTRADICTED, SUPPORTED, Desk
from reporters import samples
from web.server import Web

from claimcheck.cli.gate import Gate, settle
from claimcheck.enums import State
from claimcheck.memory.database import Database
from claimcheck.memory.history import History
from claimcheck.model import Fetched, Location, Source
from claimcheck.policy.baseline import Baseline
from claimcheck.policy.failing import FailLevel
from claimcheck.policy.profiles import PROFILES
from claimcheck.policy.rulings import Policy

WARNED = CONTRADICTED + "    severity: warning\n"
SILENT = """\
  - id: silent
    claim: The ministry planted 48,000 oaks along the coast.
    source: file:page.html
"""
LOST = "  - {id: lost, claim: It paid $2 an hour., source: 'https://127.0.0.1:9/lost'}\n"
BASELINE = "claims-baseline.toml"


def git(desk: Desk, *arguments: str) -> None:
    names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    names |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in names.items()}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],  # noqa: S607 - the git of whoever runs the tests
        check=True, cwd=desk.folder, env=kept | names, capture_output=True,
    )  # fmt: skip


def commit(desk: Desk, message: str = "x") -> None:
    git(desk, "add", ".")
    git(desk, "commit", "-q", "-m", message)


@pytest.fixture
def project(desk: Desk) -> Desk:
    """A repository whose main branch has a claim that holds and one that does not."""
    git(desk, "init", "-q")
    desk.claims(SUPPORTED, CONTRADICTED)
    commit(desk)
    git(desk, "checkout", "-q", "-b", "change")
    return desk


@pytest.mark.parametrize(
    ("claims", "options", "code"),
    [
        ([CONTRADICTED], ["--fail-on", "V210"], 1),
        ([CONTRADICTED], ["--fail-on", "v2"], 1),
        ([CONTRADICTED], ["--fail-on", "V23"], 0),
        ([SILENT], ["--fail-on", "V210,V23"], 1),
        ([SILENT], ["--fail-on", "S1,contradicted"], 0),
        ([WARNED], ["--fail-on", "warning"], 1),
        ([WARNED], ["--fail-on", "error"], 0),
        ([CONTRADICTED], ["--fail-on", "error"], 1),
        ([WARNED], ["--fail-on", "V210"], 0),
        ([WARNED], ["--fail-on", "V210,warning"], 1),
        ([LOST], [], 0),
        ([LOST], ["--fail-on", "cannot-tell"], 1),
        ([LOST], ["--fail-on", "S123"], 1),
        ([LOST], ["--fail-on", "gone"], 0),
        ([WARNED], ["--profile", "publish"], 1),
        ([WARNED], ["--profile", "cron"], 0),
        ([LOST], ["--profile", "publish"], 3),
        ([LOST], ["--profile", "cron"], 0),
        ([CONTRADICTED], ["--profile", "cron"], 0),
        ([SILENT], ["--profile", "cron"], 0),
        ([CONTRADICTED], ["--fail-on", "drift"], 0),
        ([CONTRADICTED], ["--profile", "publish", "--fail-on", "never"], 0),
    ],
)
def test_what_is_named_fails(desk: Desk, claims: list[str], options: list[str], code: int) -> None:
    # A file answers beside the address that is refused, so that the network counts as up.
    desk.claims(*claims)
    assert desk.call("verify", "--no-second-pass", *options).code == code


@pytest.mark.parametrize(
    ("settings", "variables", "options", "code"),
    [
        ('fail-on = "never"', {}, ["--profile", "publish"], 1),
        ('profile = "publish"', {}, ["--fail-on", "never"], 0),
        ('profile = "publish"\nfail-on = "never"', {}, [], 0),
        ('profile = "publish"', {}, [], 1),
        ('profile = "publish"', {"CLAIMCHECK_FAIL_ON": "never"}, [], 0),
        ('fail-on = "never"', {"CLAIMCHECK_PROFILE": "publish"}, [], 1),
    ],
)
def test_a_profile_fills_in_what_nothing_as_near_says(
    desk: Desk, settings: str, variables: dict[str, str], options: list[str], code: int
) -> None:
    desk.claims(CONTRADICTED)
    desk.write("claimcheck.toml", settings + "\n")
    assert desk.run("verify", *options, **variables).code == code


def test_every_profile_names_what_there_is() -> None:
    from claimcheck.cli.options import parse_fail_on

    assert set(PROFILES) == {"publish", "pr", "cron"}
    for profile in PROFILES.values():
        kinds, codes = parse_fail_on(profile.fail_on)
        assert kinds or codes


def test_a_pull_request_is_told_what_to_compare_with(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    done = desk.call("verify", "--profile", "pr")
    assert done.code == 2
    assert "--profile pr needs --since" in done.err


def test_what_the_change_leaves_alone_is_listed_and_fails_nothing(project: Desk) -> None:
    done = project.call("verify", "--profile", "pr", "--since", "main", "--format", "concise")
    assert done.code == 0
    assert "note V210 wrong-pay: contradicted" in done.out
    assert "(not changed since main)" in done.out


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ([CONTRADICTED, SUPPORTED], 0),
        ([SUPPORTED, CONTRADICTED.replace("wrong-pay", "renamed") + "    notes: ask them\n"], 0),
        ([SUPPORTED, CONTRADICTED.replace("$5", "$6")], 1),
        ([SUPPORTED, CONTRADICTED, SILENT], 1),
        ([SUPPORTED], 0),
    ],
    ids=["moved", "renamed and annotated", "reworded", "one more", "one less"],
)
def test_a_change_fails_for_its_own_claims(project: Desk, claims: list[str], code: int) -> None:
    project.claims(*claims)
    commit(project)
    assert project.call("verify", "--profile", "pr", "--since", "main").code == code


def test_whoever_changes_a_page_answers_for_the_claims_on_it(project: Desk) -> None:
    page = project.folder / "page.html"
    page.write_text(page.read_text("utf-8").replace("documents show", "papers show"), "utf-8")
    assert project.call("verify", "--profile", "pr", "--since", "main").code == 1


def test_with_a_baseline_what_broke_meanwhile_fails_a_change_too(project: Desk) -> None:
    assert project.call("verify", "--write-baseline").code == 0
    commit(project)
    options = ["verify", "--profile", "pr", "--since", "change", "--baseline", BASELINE]
    assert project.call(*options).code == 0
    page = project.folder / "page.html"
    page.write_text(page.read_text("utf-8").replace("$1.32", "$1.90").replace("$2", "$3"), "utf-8")
    commit(project, "the source has been corrected")
    assert project.call(*options).code == 1


def test_a_claims_file_that_was_broken_before_makes_every_claim_new(project: Desk) -> None:
    project.write("claims.yaml", "claims: [\n")
    commit(project)
    project.claims(CONTRADICTED)
    done = project.call("verify", "--since", "change")
    assert done.code == 1
    assert "every claim counts as changed" in done.err


def test_a_baseline_is_written_read_and_ends(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED, SILENT)
    assert desk.call("verify").code == 1
    done = desk.call("verify", "--write-baseline")
    assert (done.code, done.err) == (0, f"{BASELINE}: 2 findings known\n")
    text = (desk.folder / BASELINE).read_text("utf-8")
    assert desk.call("verify", "--write-baseline").code == 0
    assert (desk.folder / BASELINE).read_text("utf-8") == text
    done = desk.call("verify", "--baseline", BASELINE, "--format", "json")
    assert done.code == 0
    summary = json.loads(done.out)["summary"]
    assert (summary["excused"], summary["failing"], summary["contradicted"]) == (2, 0, 1)
    day = text.split("until = ")[1][:10]
    desk.write(BASELINE, text.replace(day, "2020-01-01"))
    done = desk.call("verify", "--baseline", BASELINE)
    assert done.code == 1
    assert "2 entries have ended" in done.err


def test_a_new_finding_beside_known_ones_fails(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    desk.call("verify", "--write-baseline")
    desk.claims(SUPPORTED, CONTRADICTED, SILENT)
    done = desk.call("verify", "--baseline", BASELINE, "--format", "concise")
    assert done.code == 1
    assert [line.split()[1] for line in done.out.splitlines()] == ["note", "error"]


def test_what_was_mended_is_told_and_taken_out(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    desk.call("verify", "--write-baseline")
    desk.claims(SUPPORTED)
    done = desk.call("verify", "--baseline", BASELINE)
    assert "0 entries have ended, 1 hold for nothing any more" in done.err
    desk.call("verify", "--write-baseline")
    assert "[[known]]" not in (desk.folder / BASELINE).read_text("utf-8")


def test_a_baseline_that_is_not_there_is_a_message(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    done = desk.call("verify", "--baseline", "none.toml")
    assert (done.code, done.out) == (2, "")
    assert "none.toml cannot be read: no such file" in done.err
    assert "--write-baseline" in done.err


@pytest.mark.parametrize(
    ("trouble", "is_written"), [({}, True), ({"network_down": True}, False), ({"interrupted": True}, False)]
)
def test_a_run_that_was_not_whole_writes_no_baseline(
    tmp_path: Path, trouble: dict[str, bool], is_written: bool
) -> None:
    gate = Gate(baseline=str(tmp_path / BASELINE), write_baseline=True)
    policy = Policy(FailLevel(), date(2026, 11, 24), Baseline())
    report = settle(gate, policy, replace(samples.report(samples.BOUND), **trouble))  # type: ignore[arg-type]
    assert (tmp_path / BASELINE).exists() is is_written
    assert report.rulings[0].fails is not is_written


def test_the_claims_that_were_not_asked_for_are_counted_and_keep_their_entries(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED, SILENT)
    desk.call("verify", "--write-baseline")
    done = desk.call("verify", "pay", "--write-baseline", "--format", "json")
    assert json.loads(done.out)["summary"]["skipped"] == 2
    assert (desk.folder / BASELINE).read_text("utf-8").count("[[known]]") == 2
    assert "2 skipped (not asked for)" in desk.call("verify", "pay").out


@pytest.mark.parametrize("key", ["profile", "since", "baseline"])
def test_the_options_of_the_gate_are_settings_too(project: Desk, key: str) -> None:
    project.call("verify", "--write-baseline")
    value = {"profile": "cron", "since": "main", "baseline": BASELINE}[key]
    project.write("claimcheck.toml", f'{key} = "{value}"\n')
    assert project.call("verify").code == 0


def say_otherwise(desk: Desk) -> None:
    page = desk.folder / "page.html"
    page.write_text(page.read_text("utf-8").replace("$1.32", "$4").replace("$2", "$5"), "utf-8")


@pytest.mark.parametrize("options", [["--profile", "cron"], ["--fail-on", "drift"]])
def test_a_source_that_says_otherwise_than_it_did_fails_a_night_and_the_nights_after(
    desk: Desk, options: list[str]
) -> None:
    desk.claims(SUPPORTED, SILENT)
    assert desk.call("verify", *options).code == 0
    say_otherwise(desk)
    for _ in range(2):
        done = desk.call("verify", *options, "--format", "json")
        assert done.code == 1
        assert [held["id"] for held in json.loads(done.out)["findings"] if held["fails"]] == ["pay"]
    assert desk.call("verify", *options, "--no-cache").code == 0


def test_a_night_with_nothing_to_compare_with_says_so(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    told = "no earlier run is known and nothing is accepted: this run can find no drift\n"
    night = ["verify", "--profile", "cron"]
    assert desk.call(*night, "--no-cache").err == told
    assert desk.call("verify", "--no-cache").err == ""
    assert [desk.call(*night).err for _ in range(2)] == [told, ""]
    assert desk.call("accept", "--yes", "--by", "Ana").code == 0
    assert desk.call(*night, "--no-cache").err == ""


def test_a_claim_that_is_reworded_begins_anew(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.call("verify", "--profile", "cron")
    desk.claims(SUPPORTED.replace("earned between $1.32 and $2", "earned $7"))
    assert desk.call("verify", "--profile", "cron").code == 0


def test_a_warning_that_drifts_fails_where_warnings_count(desk: Desk) -> None:
    warned = SUPPORTED + "    severity: warning\n"
    desk.claims(warned)
    desk.call("verify")
    say_otherwise(desk)
    assert desk.call("verify", "--profile", "cron").code == 0
    assert desk.call("verify", "--fail-on", "drift,warning").code == 1


def test_what_a_known_drift_has_in_the_baseline_does_not_fail_a_night(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.call("verify")
    say_otherwise(desk)
    assert desk.call("verify", "--profile", "cron", "--write-baseline").code == 0
    assert desk.call("verify", "--profile", "cron", "--baseline", BASELINE).code == 0


def test_a_change_fails_for_what_is_newly_broken_and_not_for_what_never_held(project: Desk) -> None:
    options = ["verify", "--profile", "pr", "--since", "change", "--format", "json"]
    assert project.call(*options).code == 0
    say_otherwise(project)
    commit(project, "the source has been corrected")
    done = project.call(*options)
    assert done.code == 1
    assert [held["id"] for held in json.loads(done.out)["findings"] if held["fails"]] == ["pay"]


def test_a_change_fails_for_an_accepted_passage_that_no_longer_holds(project: Desk) -> None:
    assert project.call("accept", "pay", "--yes", "--by", "Ana").code == 0
    say_otherwise(project)
    commit(project, "the source has been corrected")
    done = project.call("verify", "--profile", "pr", "--since", "change", "--no-cache", "--format", "json")
    assert done.code == 1
    assert [held["id"] for held in json.loads(done.out)["findings"] if held["fails"]] == ["pay"]


@pytest.mark.parametrize(
    ("days_ago", "publish", "cron"),
    [((), 1, 0), ((4,), 1, 0), ((1, 2), 1, 0), ((8, 4), 1, 1)],
    ids=["never before", "once before", "twice, but yesterday", "twice, days apart"],
)
def test_at_night_a_source_is_gone_when_it_was_found_gone_on_several_days(
    desk: Desk, days_ago: tuple[int, ...], publish: int, cron: int
) -> None:
    with Web() as web:
        address = web.url("/gone")  # nothing stands there: 404
        desk.write("claims.yaml", f"language: en\nclaims:\n  - claim: It paid $2 an hour.\n    source: {address}\n")
        with closing(Database(desk.folder / ".claimcheck", print)) as database:
            for days in days_ago:
                look = Fetched(Source(address, Location("claims.yaml", 1, 1)), State.NOT_FOUND)
                History(database).note(look, datetime.now(tz=UTC) - timedelta(days=days))
        options = ["verify", "--allow-private", "127.0.0.1", "--no-second-pass", "--profile"]
        assert desk.call(*options, "cron").code == cron
        assert desk.call(*options, "publish").code == publish


def asked(desk: Desk, *options: str) -> list[str]:
    """Return the ids of the claims that a run judged."""
    report = json.loads(desk.call("verify", "--format", "json", *options).out)
    return [finding["id"] for finding in report["findings"]]


def test_only_what_failed_is_asked_again_until_it_holds(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED, SILENT)
    assert asked(desk) == ["pay", "wrong-pay", "silent"]
    assert asked(desk, "--failed") == ["wrong-pay", "silent"]
    assert asked(desk, "--failed", "silent") == ["silent"]
    desk.claims(SUPPORTED, SUPPORTED.replace("pay", "wrong-pay", 1), SILENT)
    assert asked(desk, "wrong-pay") == ["wrong-pay"]
    assert asked(desk, "--failed") == ["silent"]
    desk.claims(SUPPORTED)
    done = desk.call("verify", "--failed")
    assert done.code == 0
    assert "1 skipped (not asked for)" in done.out


def test_what_is_excused_is_no_failure_and_what_could_not_be_checked_is_asked_again(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED, LOST)
    desk.call("verify", "--write-baseline", "--no-second-pass")
    assert asked(desk, "--failed", "--no-second-pass", "--baseline", BASELINE) == ["lost"]


@pytest.mark.parametrize(
    ("options", "message"),
    [(["--failed"], "no earlier run is remembered"), (["--failed", "--no-cache"], "needs what is remembered")],
)
def test_without_an_earlier_run_nothing_has_failed(desk: Desk, options: list[str], message: str) -> None:
    desk.claims(SUPPORTED)
    done = desk.call("verify", *options)
    assert done.code == 2
    assert message in done.err


def test_a_reference_cannot_write_a_file(project: Desk) -> None:
    done = project.call("verify", "--since", "--output=stolen")
    assert done.code == 2
    assert "cannot name a commit" in done.err
    assert not Path(project.folder / "stolen").exists()
