"""``claimcheck accept`` in scripts: what it takes, what it leaves out, and what it never touches."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cli.programs import CONTRADICTED, PAGE, SUPPORTED, Desk
from web.server import Web, page

from claimcheck.accepted import Acceptance
from claimcheck.lock import parse_lock

PARAPHRASE = """\
  - id: rush
    claim: Once the papers were out, the firm hurried to end the contract.
    source: file:page.html
"""
PARTLY = """\
  - id: partly
    claim: The workers at Sama earned $2 per hour.
    source: file:page.html
"""
YES = ("accept", "--yes", "--by", "Jo Doe")


def lock_text(desk: Desk) -> str:
    return (desk.folder / "claims.lock").read_text("utf-8")


def entries(desk: Desk) -> dict[str, Acceptance]:
    return {entry.claim_id: entry for entry in parse_lock(lock_text(desk))}


def no_lock(desk: Desk) -> bool:
    return not (desk.folder / "claims.lock").exists()


def test_what_the_rules_call_supported_is_accepted(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    done = desk.call(*YES, "--reason", "seen on paper too")
    assert done.code == 0
    held = entries(desk)["pay"]
    (passage,) = held.passages
    assert passage.exact == "The workers at Sama earned between $1.32 and $2 per hour, documents show."
    assert passage.prefix.endswith("Data workers paid")
    assert passage.suffix.startswith("Sama employed")
    assert passage.values == ("$1.32 and $2 per hour: 1.32 to 2 USD per hour [money]",)
    assert (held.by, held.why, held.verdict, held.codes) == ("Jo Doe", "seen on paper too", "supported", ())
    assert (held.source, held.final_url, held.title) == ("file:page.html", "file:page.html", "Data workers paid")
    assert (held.issued, held.language, held.memento) == ("2023-01-18", "en", "")
    assert held.hashes.payload.startswith("sha1:")
    assert held.hashes.payload_of == "body as transferred"


@pytest.mark.parametrize("claim", [CONTRADICTED, PARAPHRASE, PARTLY], ids=["contradicted", "silent", "partly"])
@pytest.mark.parametrize("options", [[], ["--reason", "I say so"]], ids=["no reason", "a reason for all"])
def test_what_they_do_not_is_left_out_where_it_is_not_named(desk: Desk, claim: str, options: list[str]) -> None:
    desk.claims(claim)
    done = desk.call(*YES, *options)
    assert done.code == 1
    assert "left out" in done.out
    assert no_lock(desk)


@pytest.mark.parametrize(("claim", "name"), [(CONTRADICTED, "wrong-pay"), (PARTLY, "partly")])
def test_it_is_accepted_where_it_is_named_with_a_reason(desk: Desk, claim: str, name: str) -> None:
    desk.claims(claim)
    assert desk.call(*YES, name).code == 1
    assert no_lock(desk)
    assert desk.call(*YES, name, "--reason", "the page has a typo").code == 0
    assert entries(desk)[name].why == "the page has a typo"
    assert entries(desk)[name].verdict != "supported"


def test_a_contradiction_that_is_accepted_is_told_apart(desk: Desk) -> None:
    desk.claims(CONTRADICTED)
    desk.call(*YES, "wrong-pay", "--reason", "the page has a typo")
    done = desk.call("verify")
    assert done.code == 0
    assert "SUPPORTED (ACCEPTED)" in done.out
    assert "accepted by Jo Doe" in done.out
    assert "the page has a typo" in done.out


def test_a_passage_that_no_rule_can_judge_is_named_in_words_of_the_page(desk: Desk) -> None:
    desk.claims(PARAPHRASE)
    desk.write("page.html", PAGE.replace("</main>", "<p>The deal fell apart in haste after the leak.</p></main>"))
    assert desk.call(*YES, "rush", "--reason", "a paraphrase", "--passage", "fell apart").code == 0
    assert entries(desk)["rush"].passages[0].exact == "The deal fell apart in haste after the leak."
    assert "SUPPORTED (ACCEPTED)" in desk.call("verify").out


def test_a_passage_that_is_not_on_the_page_is_refused(desk: Desk) -> None:
    desk.claims(PARAPHRASE)
    done = desk.call(*YES, "rush", "--reason", "a paraphrase", "--passage", "The deal never was.")
    assert done.code == 1
    assert "not on the page" in done.out
    assert no_lock(desk)


def test_a_menu_is_no_passage(desk: Desk) -> None:
    desk.claims(PARAPHRASE)
    assert desk.call(*YES, "rush", "--reason", "x", "--passage", "Home").code == 1
    assert no_lock(desk)


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--passage", "x", "--yes"],
        ["--passage", "x", "--yes", "pay", "wrong-pay"],
        ["--yes", "no-such-claim"],
        ["--yes", "-f", "nowhere.yaml"],
    ],
    ids=["no terminal", "a passage of no claim", "a passage of two", "no such claim", "no such file"],
)
def test_what_cannot_be_meant_is_a_mistake_of_usage(desk: Desk, options: list[str]) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    assert desk.run("accept", *options).code == 2
    assert no_lock(desk)


def test_another_claims_file_has_a_lock_of_its_own(desk: Desk) -> None:
    desk.claims(SUPPORTED, name="other.yaml")
    assert desk.call(*YES, "-f", "other.yaml").code == 0
    assert (desk.folder / "other.lock").exists()
    assert no_lock(desk)


def test_where_nothing_could_be_read_nothing_is_accepted(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    (desk.folder / "page.html").write_text("<html><body></body></html>")
    done = desk.call(*YES, "pay", "--reason", "I remember it")
    assert done.code == 3
    assert "not read" in done.out
    assert no_lock(desk)


def test_accepting_twice_writes_the_same_bytes(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.call(*YES)
    once = (desk.folder / "claims.lock").stat()
    text = lock_text(desk)
    assert desk.call(*YES, "--by", "somebody else", "--reason", "again").code == 0
    assert lock_text(desk) == text
    assert (desk.folder / "claims.lock").stat().st_mtime_ns == once.st_mtime_ns


def test_verifying_never_writes_a_lock(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.call("verify")
    assert no_lock(desk)
    desk.call(*YES)
    text = lock_text(desk)
    desk.claims(SUPPORTED)
    desk.write("page.html", PAGE.replace("$1.32", "$1.23"))
    desk.call("verify")
    assert lock_text(desk) == text


def test_what_has_drifted_is_accepted_anew_only_with_update_a_name_and_a_reason(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.call(*YES)
    text = lock_text(desk)
    desk.write("page.html", PAGE.replace("$1.32", "$1.23"))
    for options in ([], ["pay"], ["--update"], ["pay", "--update"]):
        done = desk.call(*YES, *options)
        assert done.code == 1
        assert lock_text(desk) == text
    assert desk.call(*YES, "pay", "--update", "--reason", "corrected there").code == 0
    held = entries(desk)["pay"]
    assert "$1.23" in held.passages[0].exact
    assert held.why == "corrected there"
    assert "drift" not in desk.call("verify").out


def test_what_only_moved_is_settled_and_moves_forward_with_update(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.call(*YES)
    text = lock_text(desk)
    before = "<p>A long day of talks went by in a hotel near the harbour, and nobody came out.</p>"
    after = "<p>The lawyers of both sides have asked for another month to look at the books.</p>"
    html = PAGE.replace("<p>The workers", f"{before}<p>The workers").replace("<p>Sama", f"{after}<p>Sama")
    desk.write("page.html", html)
    assert desk.call(*YES).code == 0
    assert lock_text(desk) == text
    assert desk.call(*YES, "--update").code == 0
    assert entries(desk)["pay"].passages[0].start > parse_lock(text)[0].passages[0].start


def test_a_claim_in_other_words_is_accepted_again(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.call(*YES)
    desk.claims(SUPPORTED.replace("The workers at Sama", "Workers at Sama"))
    done = desk.call("verify", "--format", "concise")
    assert "D311" in done.out
    assert desk.call(*YES).code == 0
    assert entries(desk)["pay"].claim.startswith("Workers at Sama")
    assert desk.call("verify", "--format", "concise").out == ""


def test_what_no_claim_has_any_more_is_told_and_dropped_when_asked(desk: Desk) -> None:
    desk.claims(SUPPORTED, PARTLY)
    desk.call(*YES)
    desk.claims(PARTLY)
    told = desk.call("verify")
    line = next(n for n, text in enumerate(lock_text(desk).splitlines(), 1) if text.startswith("pay."))
    assert f"claims.lock:{line}: warning: 'pay' is accepted here, and no claim has this id" in told.err
    desk.call(*YES)
    assert "pay" in entries(desk)
    assert "dropped" in desk.call(*YES, "--prune").out
    assert entries(desk) == {}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("$1.32", "$1.23", 1),
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("version = 1", "version = 9"),
        lambda text: f"<<<<<<< ours\n{text}=======\n>>>>>>> theirs\n",
    ],
    ids=["changed by hand", "cut short", "newer", "half merged"],
)
@pytest.mark.parametrize(
    "command", [YES, ("verify",), ("show", "pay"), ("lint",)], ids=["accept", "verify", "show", "lint"]
)
def test_a_broken_lock_is_told_and_never_written_over(desk: Desk, spoil: object, command: tuple[str, ...]) -> None:
    desk.claims(SUPPORTED)
    desk.call(*YES)
    text = spoil(lock_text(desk))  # type: ignore[operator]  # a function of the table
    desk.write("claims.lock", text)
    done = desk.call(*command)
    assert done.code == 2
    assert "claims.lock:" in done.err
    assert "hint:" in done.err
    assert lock_text(desk) == text
    assert "Traceback" not in done.err


def test_a_lock_that_nobody_has_reviewed_can_be_left_aside(desk: Desk) -> None:
    desk.claims(CONTRADICTED)
    desk.call(*YES, "wrong-pay", "--reason", "trust me")
    assert desk.call("verify").code == 0
    assert desk.call("verify", "--no-lock").code == 1
    desk.write("claims.lock", "broken")
    assert desk.call("verify", "--no-lock").code == 1


def test_a_forged_entry_supports_nothing_that_is_not_on_the_page(desk: Desk) -> None:
    desk.claims(PARAPHRASE)
    desk.write("page.html", PAGE.replace("</main>", "<p>The deal fell apart in haste.</p></main>"))
    desk.call(*YES, "rush", "--reason", "x", "--passage", "The deal fell apart in haste.")
    desk.write("page.html", PAGE)
    done = desk.call("verify", "--format", "concise")
    assert done.code == 1
    assert "D304 rush" in done.out
    assert "failed verification" in done.out


def test_the_first_lock_of_a_repository_tells_git_to_keep_both_sides(desk: Desk) -> None:
    subprocess.run(["git", "init", "-q"], check=True, cwd=desk.folder)  # noqa: S607 - git, wherever it is installed
    desk.write(".gitattributes", "*.md text")
    desk.claims(SUPPORTED)
    assert ".gitattributes" in desk.call(*YES).err
    text = Path(desk.folder / ".gitattributes").read_text()
    assert text == "*.md text\nclaims.lock merge=union\n"
    (desk.folder / "claims.lock").unlink()
    assert ".gitattributes" not in desk.call(*YES).err
    assert Path(desk.folder / ".gitattributes").read_text() == text


def test_outside_a_repository_git_is_told_nothing(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.call(*YES)
    assert not (desk.folder / ".gitattributes").exists()


def test_a_source_on_the_web_is_accepted_with_its_final_address(desk: Desk) -> None:
    with Web() as web:
        web.add("/pay", page("The workers at Sama earned $2 per hour."))
        claim = f"  - {{id: a, claim: The workers at Sama earned $2 per hour., source: '{web.url('/pay')}'}}\n"
        desk.claims(claim)
        assert desk.call(*YES, "--allow-private", "127.0.0.1").code == 0
        assert entries(desk)["a"].final_url == web.url("/pay")


def test_what_is_written_of_a_page_is_safe_to_print(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.write("page.html", PAGE.replace("documents show", "documents\u202e show \x1b[31m"))
    done = desk.call(*YES)
    assert "\x1b" not in done.out + lock_text(desk)
    assert "\u202e" not in done.out + lock_text(desk)


def test_what_another_has_accepted_meanwhile_is_kept(desk: Desk) -> None:
    desk.claims(SUPPORTED, PARTLY)
    session = desk.start("accept", "pay")
    session.wait_for("accept?")
    assert desk.call(*YES, "partly", "--reason", "the top of the range is meant").code == 0
    session.type("y")
    assert session.finish() == 0
    assert set(entries(desk)) == {"pay", "partly"}


def test_the_example_can_be_accepted_and_holds_its_pdf_too(desk: Desk) -> None:
    example = Path(__file__).parents[2] / "examples" / "ai-labour"
    shutil.copytree(example, desk.folder, dirs_exist_ok=True)
    desk.call(*YES)
    held = entries(desk)
    assert any(entry.passages[0].page for entry in held.values())
    report = json.loads(desk.call("verify", "--format", "json").out)
    drifts = {finding["id"]: finding["drift"] for finding in report["findings"]}
    assert {name: drifts[name] for name in held} == dict.fromkeys(held, "none")
