"""``claimcheck lint`` and ``init``: the claims file alone, and a file to start from."""

import os
import stat

import pytest
from cli.programs import SUPPORTED, Desk


def test_a_sound_file_is_counted(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    done = desk.run("lint")
    assert (done.code, done.out, done.err) == (0, "claims.yaml: 1 claim on 1 source, no problem found\n", "")


def test_warnings_are_told_and_do_not_fail(desk: Desk) -> None:
    desk.claims(SUPPORTED, head="sources: {unused: https://example.org/a}\n")
    done = desk.run("lint")
    assert done.code == 0
    assert "claims.yaml:1:11: warning: no claim cites 'unused'  [F411]" in done.out
    assert done.out.endswith("no problem found, 1 warning\n")


def test_every_problem_is_told_at_once_with_its_place(desk: Desk) -> None:
    desk.write("claims.yaml", "bogus: 1\nclaims:\n  - {claim: x y, sorce: https://e.org/a}\n  - {id: a, claim: z}\n")
    done = desk.run("lint")
    assert (done.code, done.out) == (2, "")
    places = [line.partition(": ")[0] for line in done.err.splitlines() if line.startswith("claims.yaml:")]
    assert places == ["claims.yaml:1:1", "claims.yaml:3:18", "claims.yaml:4:5"]
    assert "hint: did you mean 'source'?" in done.err
    assert "3 problems in claims.yaml; nothing was checked" in done.err


def test_of_several_files_each_is_checked(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.claims(SUPPORTED, name="other.yaml")
    desk.write("broken.yaml", "claims: 3\n")
    desk.write("worse.yaml", "claims: [\n")
    done = desk.call("lint", "broken.yaml", "claims.yaml", "worse.yaml", "other.yaml")
    assert done.code == 2
    assert [line.partition(":")[0] for line in done.out.splitlines()] == ["claims.yaml", "other.yaml"]
    assert "in broken.yaml, worse.yaml; nothing was checked" in done.err


@pytest.mark.parametrize("command", ["lint", "verify"])
@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        ("claims.yaml", None, "no such file"),
        ("claims.yaml", b"", "the file is empty"),
        ("claims.yaml", b"\n# nothing yet\n", "there is no claim"),
        ("claims.yaml", b"claims: []\n", "there is no claim"),
        ("claims.yaml", b'claims:\n  - "caf\xe9": https://e.org\n', "not UTF-8 text"),
        ("claims.yaml", b"claims:\n\t- a\n", "a tab indents this line"),
        ("claims.yaml", b'version: 7\nclaims:\n  - "a b": https://e.org/a\n', "version 7"),
        ("claims.yaml", b"claims: [", "not valid YAML"),
    ],
    ids=["missing", "empty", "only a comment", "no claims", "not UTF-8", "a tab", "a later version", "broken"],
)
def test_an_unusable_file_is_one_message_with_the_way_out(
    desk: Desk, command: str, name: str, body: bytes | None, message: str
) -> None:
    if body is not None:
        desk.write(name, body)
    done = desk.call(command)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "hint: " in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("command", ["lint", "verify"])
def test_a_folder_is_no_claims_file(desk: Desk, command: str) -> None:
    (desk.folder / "claims").mkdir()
    done = desk.run(command, "claims")
    assert (done.code, done.out) == (2, "")
    assert "claims:1:1: this is a folder, not a file" in done.err


def test_any_path_may_be_the_claims_file(desk: Desk) -> None:
    desk.claims(SUPPORTED, name="facts.txt")
    assert desk.run("lint", "facts.txt").code == 0
    assert desk.run("verify", "./facts.txt").code == 0
    assert desk.run("lint", "--file", "facts.txt").code == 0


def test_an_id_that_is_also_a_folder_is_an_id(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    (desk.folder / "pay").mkdir()
    assert desk.run("verify", "pay").code == 0


def test_init_writes_a_file_that_lints(desk: Desk) -> None:
    done = desk.run("init")
    assert done.code == 0
    assert "claimcheck verify" in done.out
    assert desk.run("lint").code == 0
    assert "#" in (desk.folder / "claims.yaml").read_text("utf-8")


def test_init_leaves_alone_what_is_there(desk: Desk) -> None:
    path = desk.write("claims.yaml", "mine")
    done = desk.run("init")
    assert (done.code, done.out) == (2, "")
    assert "is there already" in done.err
    assert path.read_text("utf-8") == "mine"


def test_init_follows_no_link_to_a_file_that_is_not_there(desk: Desk) -> None:
    (desk.folder / "claims.yaml").symlink_to("elsewhere.yaml")
    assert desk.run("init").code == 2
    assert not (desk.folder / "elsewhere.yaml").exists()


def test_init_says_why_it_cannot_write(desk: Desk) -> None:
    done = desk.run("init", "no/claims.yaml")
    assert done.code == 2
    assert "there is no folder no" in done.err
    if os.geteuid():
        desk.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
        assert desk.run("init").code == 2
        desk.folder.chmod(stat.S_IRWXU)
