"""Settings and secrets in a change that comes from a stranger: as they are at a commit that the change cannot alter."""

import json

import pytest
from cli.programs import CONTRADICTED, SUPPORTED, Desk
from cli.test_gate import commit, git
from web.server import Web, page

SENTENCE = "The workers at Sama earned between $1.32 and $2 per hour."
TRUSTED = ("--trusted-config", "main", "--no-second-pass", "--no-cache", "--format", "json")


@pytest.fixture
def fork(desk: Desk) -> Desk:
    """A repository with a branch of a stranger's."""
    git(desk, "init", "-q")
    desk.claims(SUPPORTED)
    commit(desk)
    git(desk, "checkout", "-q", "-b", "stranger")
    return desk


def cited(url: str, variable: str = "") -> str:
    key = f"    headers_from: {variable}\n" if variable else ""
    return f"sources:\n  it:\n    url: {url}\n{key}claims:\n  - id: pay\n    claim: {SENTENCE}\n    source: it\n"


def state(desk: Desk, *options: str) -> str:
    done = desk.call("verify", *TRUSTED, *options)
    found: str = json.loads(done.out)["findings"][0]["sources"][0]["state"]
    return found


@pytest.mark.parametrize("name", ["claimcheck.toml", "pyproject.toml"])
def test_a_stranger_opens_no_private_host(fork: Desk, name: str) -> None:
    with Web() as web:
        fork.write("claims.yaml", cited(web.add("/", page(SENTENCE))))
        head = "[tool.claimcheck]\n" if name == "pyproject.toml" else ""
        fork.write(name, f'{head}allow-private = ["127.0.0.1"]\n')
        commit(fork)
        assert state(fork) == "forbidden_address"
        assert web.asked == []
        assert state(fork, "--allow-private", "127.0.0.1") == "live"


@pytest.mark.parametrize("name", ["claimcheck.toml", "pyproject.toml", "own.toml"])
def test_what_the_trusted_commit_opens_is_open_whatever_the_stranger_deletes(desk: Desk, name: str) -> None:
    git(desk, "init", "-q")
    head = "[tool.claimcheck]\n" if name == "pyproject.toml" else ""
    desk.write(name, f'{head}allow-private = ["127.0.0.1"]\n')
    desk.claims(SUPPORTED)
    commit(desk)
    git(desk, "checkout", "-q", "-b", "stranger")
    (desk.folder / name).unlink()
    with Web() as web:
        desk.write("claims.yaml", cited(web.add("/", page(SENTENCE))))
        commit(desk)
        assert state(desk, *(["--config", name] if name == "own.toml" else [])) == "live"


def test_the_order_of_the_two_options_is_no_matter_and_the_environment_names_it_too(fork: Desk) -> None:
    fork.write("own.toml", "strict = 3\n")
    commit(fork)
    for options in (["--config", "own.toml", "--trusted-config", "main"],
                    ["--trusted-config", "main", "--config", "own.toml"]):  # fmt: skip
        done = fork.call("verify", *options)
        assert done.code == 2
        assert "own.toml: not in the commit" in done.err
    done = fork.run("lint", "--config", "own.toml", CLAIMCHECK_TRUSTED_CONFIG="main")
    assert "own.toml: not in the commit" in done.err


def test_a_stranger_lowers_no_fail_level(fork: Desk) -> None:
    fork.claims(CONTRADICTED)
    fork.write("claimcheck.toml", 'fail-on = "never"\n')
    commit(fork)
    assert fork.call("verify").code == 0
    assert fork.call("verify", "--trusted-config", "main").code == 1


def test_a_secret_goes_where_the_trusted_claims_file_sends_it_and_nowhere_else(desk: Desk) -> None:
    secret = {"CLAIMCHECK_LOGIN": "X-Key: hunter2", "CLAIMCHECK_OTHER": "X-Key: hunter3"}
    with Web() as ours, Web() as theirs:
        for web in (ours, theirs):
            web.add("/", page(SENTENCE))
            web.add("/more", page(SENTENCE))
        git(desk, "init", "-q")
        desk.write("claims.yaml", cited(ours.url("/"), "CLAIMCHECK_LOGIN"))
        commit(desk)
        git(desk, "checkout", "-q", "-b", "stranger")
        options = ["verify", *TRUSTED, "--allow-private", "127.0.0.1"]
        for web, path, variable, sent in (
            (ours, "/", "CLAIMCHECK_LOGIN", "hunter2"),
            (ours, "/more", "CLAIMCHECK_LOGIN", "hunter2"),
            (ours, "/", "CLAIMCHECK_OTHER", None),
            (theirs, "/", "CLAIMCHECK_LOGIN", None),
        ):
            web.asked.clear()
            desk.write("claims.yaml", cited(web.url(path), variable))
            done = desk.run(*options, **secret)
            assert [asked.headers.get("x-key") for asked in web.asked if asked.path == path] == [sent]
            assert ("is not heeded" in done.err) is (sent is None)
            assert done.code == 0


def test_without_a_claims_file_there_no_secret_is_sent(fork: Desk) -> None:
    with Web() as web:
        fork.write("other.yaml", cited(web.add("/", page(SENTENCE)), "CLAIMCHECK_LOGIN"))
        done = fork.run(
            "verify", "other.yaml", *TRUSTED, "--allow-private", "127.0.0.1", CLAIMCHECK_LOGIN="X-Key: hunter2"
        )
        assert [asked.headers.get("x-key") for asked in web.asked] == [None]
    assert "other.yaml:3:5: headers_from 'CLAIMCHECK_LOGIN' is not heeded" in done.err


@pytest.mark.parametrize("change", ["alter", "link", "leave"])
def test_whom_tls_trusts_is_not_the_stranger_s_to_choose(desk: Desk, change: str) -> None:
    git(desk, "init", "-q")
    desk.claims(SUPPORTED)
    desk.write("claimcheck.toml", 'ca = "ours.pem"\n')
    desk.write("ours.pem", "ours")
    commit(desk)
    git(desk, "checkout", "-q", "-b", "stranger")
    if change == "alter":
        desk.write("ours.pem", "theirs")
    elif change == "link":
        desk.write("theirs.pem", "ours")
        (desk.folder / "ours.pem").unlink()
        (desk.folder / "ours.pem").symlink_to("theirs.pem")
    done = desk.call("verify", "--trusted-config", "main", "--offline")
    assert ("is not as it is at" in done.err) is (change != "leave")


def test_a_commit_that_is_not_there_is_a_message(fork: Desk) -> None:
    done = fork.call("verify", "--trusted-config", "nowhere")
    assert (done.code, done.out) == (2, "")
    assert "--trusted-config: no commit is called 'nowhere' here" in done.err
