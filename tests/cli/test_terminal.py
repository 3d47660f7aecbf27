"""The console on a real terminal: colours, progress that leaves nothing behind, Ctrl-C that keeps what is known."""

from collections.abc import Iterator

import pytest
from cli.programs import CONTRADICTED, SUPPORTED, Desk
from web.behaviours import hang
from web.server import Web, page


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        yield served


def test_a_terminal_gets_colours(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    session = desk.start("verify")
    assert session.finish() == 1
    assert b"\x1b[32m" in session.raw
    assert "CONTRADICTED" in session.text()


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "a dumb terminal"])
def test_a_terminal_that_wants_no_colours_gets_none(desk: Desk, variables: dict[str, str]) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    desk.variables = variables
    session = desk.start("verify")
    assert session.finish() == 1
    assert b"\x1b[3" not in session.raw
    assert "CONTRADICTED" in session.text()


def test_an_empty_no_color_is_no_wish(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    session = desk.start("verify", NO_COLOR="")
    assert session.finish() == 0
    assert b"\x1b[32m" in session.raw


def test_progress_is_shown_and_leaves_nothing_on_the_screen(desk: Desk, web: Web) -> None:
    web.add("/slow", page("The workers earned $2 per hour.", after=1.5))
    desk.write(
        "claims.yaml",
        f"language: en\nclaims:\n  - {{id: a, claim: The workers earned $2 per hour., source: {web.url('/slow')}}}\n",
    )
    session = desk.start("verify", "--allow-private", "127.0.0.1")
    session.wait_for("0/1")
    assert session.finish() == 0
    shown = session.text()
    assert "0/1" not in shown
    assert "fetching" not in shown
    assert shown.startswith("claims.yaml:3  a ")
    assert shown.endswith("= 1")


@pytest.mark.parametrize("name", ["console", "json", "concise"])
def test_ctrl_c_prints_what_is_known_and_exits_130(desk: Desk, web: Web, name: str) -> None:
    web.add("/hang", hang)
    waiting = f"  - {{id: waiting, claim: The workers earned $2 per hour., source: {web.url('/hang')}}}\n"
    desk.claims(CONTRADICTED, waiting)
    session = desk.start("verify", "--allow-private", "127.0.0.1", "--format", name)
    session.wait_for("1/2")
    session.interrupt()
    assert session.finish() == 130
    assert b"wrong-pay" in session.raw
    assert b"Traceback" not in session.raw
    if name != "json":
        assert "interrupted" in session.text()
        assert "1 of 2 claims" in session.text()


def test_ctrl_c_in_show_says_so(desk: Desk, web: Web) -> None:
    web.add("/hang", hang)
    desk.claims(f"  - {{id: waiting, claim: It earned $2 per hour., source: {web.url('/hang')}}}\n")
    session = desk.start("show", "waiting", "--allow-private", "127.0.0.1")
    session.wait_for("0/1")
    session.interrupt()
    assert session.finish() == 130
    assert "interrupted" in session.text()
    assert "Traceback" not in session.text()
