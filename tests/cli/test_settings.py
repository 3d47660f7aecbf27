"""Settings: the command line before the environment, the environment before the file, the file before the defaults."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from cli.programs import CONTRADICTED, SUPPORTED, Desk
from web.behaviours import hang
from web.server import Web, page

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
        ("deadline = 'soon'\n", "'deadline' must be a number, 0 or more", ""),
        ("max-per-host = 0\n", "'max-per-host' must be a whole number, 1 or more", ""),
        ("delay = true\n", "'delay' must be a number, 0 or more", ""),
        ("hosts = 3\n", "'hosts' must be a table of hosts", ""),
        ("[hosts]\na = 3\n", "'hosts' must be a table of hosts", ""),
        ('[hosts."a.example"]\nintervall = 3\n', "'intervall' of the host 'a.example'", "did you mean 'interval'?"),
        ('[hosts."a.example"]\nconcurrency = "x"\n', "must be a whole number, 1 or more", ""),
        ('[hosts."*.example"]\ninterval = 1\n', "'*.example' under 'hosts' is not a host", "write ["),
        ('[hosts."a.example/b"]\ninterval = 1\n', "is not a host", "write ["),
        ('[hosts."a.example:99999"]\ninterval = 1\n', "is not a host", "write ["),
        ('[hosts."ftp://a.example"]\ninterval = 1\n', "is not a host", "write ["),
        ('[hosts."a.example"]\nbasic-from = "me:pw"\n', "is no name of a variable", "into a variable"),
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


def test_a_settings_file_with_the_table_of_a_project_file_says_where_its_keys_go(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.write("mine.toml", "[tool.claimcheck]\nstrict = true\n")
    done = desk.call("lint", "--config", "mine.toml")
    assert done.code == 2
    assert "mine.toml: the settings stand under [tool.claimcheck]" in done.err
    assert "write its keys at the top" in done.err


@pytest.mark.parametrize(
    "host", ["a.example", "a.example:8443", "http://intranet", "https://[::1]:8080/", "münchen.example"]
)
def test_hosts_may_be_written_in_every_sound_way(desk: Desk, host: str) -> None:
    desk.claims(SUPPORTED)
    desk.write("claimcheck.toml", f'[hosts."{host}"]\ninterval = 1\n')
    assert desk.call("lint").code == 0
    assert desk.call("verify").code == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--delay", "x"), "'x' is not a valid number of seconds, 0 or more"),
        (("--deadline", "soon"), "'soon' is not a valid number of seconds, 0 or more"),
        (("--max-per-host", "two"), "'two' is not a valid whole number"),
    ],
)
def test_a_number_that_is_none_is_told_in_the_words_of_the_option(
    desk: Desk, options: tuple[str, ...], message: str
) -> None:
    done = desk.call("verify", *options)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


CERTIFICATES = [
    ("none.pem", "", "none.pem cannot be used: no such file or directory"),
    ("page.html", "", "page.html cannot be used: it holds no certificate, or no key, in PEM"),
    ("page.html", "none.key", "none.key: no such file"),
]


@pytest.mark.parametrize(("certificate", "key", "message"), CERTIFICATES)
def test_a_certificate_that_cannot_be_used_is_told_before_anything_is_asked(
    desk: Desk, certificate: str, key: str, message: str
) -> None:
    desk.claims(SUPPORTED)
    named = f'client-cert = "{certificate}"\n' + (f'client-key = "{key}"\n' if key else "")
    desk.write("claimcheck.toml", f'[hosts."a.example"]\n{named}')
    done = desk.call("verify")
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "Errno" not in done.err


@pytest.mark.parametrize(
    ("name", "message"),
    [("none.pem", "none.pem: no such file or directory"), ("page.html", "page.html: it holds no certificate")],
)
def test_authorities_that_cannot_be_read_are_told_in_plain_words(desk: Desk, name: str, message: str) -> None:
    desk.claims(SUPPORTED)
    done = desk.call("verify", "--ca", name)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "[" not in done.err.splitlines()[0]


def test_another_tool_s_project_file_is_no_matter(desk: Desk, tmp_path: Path) -> None:
    desk.claims(SUPPORTED)
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nformat = 3\n[project]\nname = 'x'\n")
    assert desk.run("verify").code == 0


def test_the_pace_of_one_host_is_a_setting(desk: Desk) -> None:
    with Web() as web:
        urls = [web.add(f"/{number}", page("Nothing of the kind.")) for number in range(3)]
        claims = "".join(f"  - claim: The workers earned ${n} per hour.\n    source: {u}\n" for n, u in enumerate(urls))
        desk.write("claims.yaml", f"claims:\n{claims}")
        desk.write(
            "claimcheck.toml",
            'allow-private = ["127.0.0.1"]\nprobe = false\nsecond-pass = false\n'
            '[hosts."127.0.0.1"]\nconcurrency = 1\ninterval = 0.5\n',
        )
        desk.call("verify")
        times = [asked.at for asked in web.asked]
    assert len(times) == 3
    assert all(later - earlier > 0.45 for earlier, later in pairwise(times))


@pytest.mark.parametrize("host", ["*", "a.example/path", "user@a.example", "ftp://a.example", ""])
def test_a_setting_for_what_is_no_host_is_a_usage_error(desk: Desk, host: str) -> None:
    desk.write("claims.yaml", "claims:\n  - claim: It is so.\n    source: https://127.0.0.1:9/\n")
    desk.write("claimcheck.toml", f'[hosts."{host}"]\ninterval = 1\n')
    done = desk.call("verify")
    assert done.code == 2
    assert "is not a host" in done.err


def test_a_run_has_no_more_time_than_it_is_given(desk: Desk) -> None:
    with Web() as web:
        url = web.add("/", hang)
        desk.write("claims.yaml", f"claims:\n  - claim: Pay is $2 per hour.\n    source: {url}\n")
        done = desk.call("verify", "--allow-private", "127.0.0.1", "--deadline", "1", "--format", "json")
    source = json.loads(done.out)["findings"][0]["sources"][0]
    assert (source["state"], source["detail"]) == ("timeout", "the run's time was over")
