"""The dialogue of ``claimcheck accept`` on a real terminal."""

import pytest
from cli.programs import CONTRADICTED, PAGE, SUPPORTED, Desk, Session

from claimcheck.accepted import Acceptance
from claimcheck.lock import parse_lock

PARAPHRASE = """\
  - id: rush
    claim: Sama ended the contract in haste once the papers about Kenya were out.
    source: file:page.html
"""
DEAL = "The deal fell apart within days of the leak."
WITH_DEAL = PAGE.replace("</main>", f"<p>{DEAL}</p></main>")
QUESTION = "accept?"


def held(desk: Desk) -> dict[str, Acceptance]:
    path = desk.folder / "claims.lock"
    return {entry.claim_id: entry for entry in parse_lock(path.read_text("utf-8"))} if path.exists() else {}


def answer(session: Session, *lines: tuple[str, str]) -> None:
    """Wait for each text on the screen, and type the line that answers it."""
    for text, line in lines:
        session.wait_for(text)
        session.type(line)


def test_the_claim_and_its_passage_are_shown_and_yes_accepts(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    session = desk.start("accept", "--by", "Jo Doe")
    session.wait_for(QUESTION)
    shown = session.text()
    assert "claim    The workers at Sama earned between $1.32 and $2 per hour." in shown
    assert "“The workers at Sama earned between $1.32 and $2 per hour, documents show.”" in shown
    assert "1.32 to 2 USD per hour [money]" in shown
    session.type("y")
    assert session.finish() == 0
    assert held(desk)["pay"].by == "Jo Doe"
    assert held(desk)["pay"].why == ""


@pytest.mark.parametrize(("key", "code"), [("n", 1), ("s", 1), ("q", 0)])
def test_no_skip_and_quit_accept_nothing(desk: Desk, key: str, code: int) -> None:
    desk.claims(SUPPORTED)
    session = desk.start("accept")
    answer(session, (QUESTION, key))
    assert session.finish() == code
    assert held(desk) == {}


def test_a_contradiction_shows_the_difference_and_asks_why_until_it_is_told(desk: Desk) -> None:
    desk.claims(CONTRADICTED)
    session = desk.start("accept")
    session.wait_for(QUESTION)
    assert "- $4 and $5 per hour" in session.text()
    assert "+ $1.32 and $2 per hour" in session.text()
    answer(session, (QUESTION, "y"), ("the rules call it contradicted", ""), ("why it is right", "a misprint there"))
    assert session.finish() == 0
    assert held(desk)["wrong-pay"].why == "a misprint there"
    assert held(desk)["wrong-pay"].codes == ("V210",)


def test_a_passage_is_edited_in_words_of_the_page(desk: Desk) -> None:
    desk.claims(PARAPHRASE)
    desk.write("page.html", WITH_DEAL)
    session = desk.start("accept")
    answer(
        session,
        (QUESTION, "e"),
        ("in the source's words", "no such words"),
        ("not on the page", "e"),
        ("stands for what is between)", "The deal … of the leak"),
        (f"“{DEAL}”", "y"),
        ("why it is right", "a paraphrase"),
    )
    assert session.finish() == 0
    assert held(desk)["rush"].passages[0].exact == DEAL


def test_another_candidate_is_chosen(desk: Desk) -> None:
    desk.claims(CONTRADICTED)
    session = desk.start("accept")
    answer(session, (QUESTION, "c"), ("which", "1"), (QUESTION, "y"), ("why it is right", "a misprint"))
    assert session.finish() == 0
    assert held(desk)["wrong-pay"].passages[0].exact.startswith("The workers at Sama")


def test_an_answer_that_is_none_is_asked_again(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    session = desk.start("accept")
    answer(session, (QUESTION, "perhaps"), ("one of y, n, s, e, c, q", "y"))
    assert session.finish() == 0
    assert "pay" in held(desk)


def test_drift_is_shown_before_it_is_accepted_anew(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    assert desk.call("accept", "--yes").code == 0
    desk.write("page.html", PAGE.replace("$1.32", "$1.40"))
    session = desk.start("accept", "--update", "pay")
    session.wait_for(QUESTION)
    assert "changed value: $1.32 and $2 per hour → $1.40 and $2 per hour" in session.text()
    session.type("y")
    assert session.finish() == 0
    assert "$1.40" in held(desk)["pay"].passages[0].exact


def test_what_was_accepted_before_ctrl_c_is_kept(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    session = desk.start("accept")
    answer(session, (QUESTION, "y"))
    session.wait_for("wrong-pay")
    session.interrupt()
    assert session.finish() == 130
    assert set(held(desk)) == {"pay"}
    assert "Traceback" not in session.text()


def test_the_end_of_input_is_an_end_too(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    session = desk.start("accept")
    session.wait_for(QUESTION)
    session.type("\x04")
    assert session.finish() == 130
    assert held(desk) == {}
