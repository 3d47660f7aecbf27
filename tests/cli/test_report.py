"""``claimcheck report``: what the runs found changed, told once to each channel."""

import json
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from cli.programs import CONTRADICTED, SUPPORTED, Desk
from web.server import Asked, Reply, Web, page

WAGE = "The workers at Sama earned between $1.32 and $2 per hour."
SECRET = {"CLAIMCHECK_WEBHOOK_SECRET": "correct horse battery staple"}
VERIFY = (
    "verify",
    "--allow-private",
    "127.0.0.1",
    "--no-second-pass",
    "--no-probe",
    "--no-archive",
    "--format",
    "json",
)


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as web:
        yield web


def cite(desk: Desk, address: str) -> None:
    desk.write("claims.yaml", f"language: en\nclaims:\n  - id: pay\n    claim: {WAGE}\n    source: {address}\n")


def told(desk: Desk) -> list[str]:
    return [line[18:] for line in desk.call("report").out.splitlines() if not line.startswith(" ")]


def test_only_what_is_certain_is_a_change(desk: Desk, web: Web) -> None:
    cite(desk, web.add("/", page(WAGE)))
    desk.call(*VERIFY)
    assert desk.call("report").out == "nothing has changed\n"
    for reply in (Reply(403), Reply(503), Reply(404), page(WAGE)):
        web.add("/", reply)
        desk.call(*VERIFY)
        assert desk.call("report").out == "nothing has changed\n"
    web.add("/", page(WAGE.replace("$1.32", "$3").replace("$2", "$4")))
    desk.call(*VERIFY)
    web.add("/", Reply(403))
    desk.call(*VERIFY)
    assert told(desk) == ["pay: contradicted (was supported)"]
    web.add("/", page(WAGE))
    desk.call(*VERIFY)
    assert told(desk) == ["pay: contradicted (was supported)", "pay: supported (was contradicted)"]


def test_what_is_bad_at_first_sight_is_told_and_a_reworded_claim_is_another_one(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    desk.call("verify")
    assert told(desk) == ["wrong-pay: contradicted"]
    desk.claims(SUPPORTED, CONTRADICTED.replace("$5", "$6"))
    desk.call("verify")
    assert told(desk) == ["wrong-pay: contradicted"] * 2


def test_an_accepted_passage_that_changes_is_told(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    assert desk.call("accept", "--yes").code == 0
    desk.call("verify")
    text = (desk.folder / "page.html").read_text("utf-8")
    desk.write("page.html", text.replace("$1.32", "$1.90"))
    desk.call("verify")
    assert "pay: the accepted passage: changed value" in told(desk)
    desk.write("page.html", text)
    desk.call("verify")
    assert "pay: the accepted passage is there again" in told(desk)


def test_a_feed_is_written_anew_only_where_something_is_new(desk: Desk) -> None:
    desk.claims(SUPPORTED)
    desk.call("verify")
    for claims in ((SUPPORTED,), (SUPPORTED, CONTRADICTED)):
        desk.claims(*claims)
        desk.call("verify")
        assert desk.call("report", "--feed", "changes.xml").code == 0
        first = (desk.folder / "changes.xml").read_bytes()
        desk.call("verify")
        desk.call("report", "--feed", "changes.xml")
        assert (desk.folder / "changes.xml").read_bytes() == first
    assert first.count(b"<entry>") == 1


def test_a_message_is_written_once_for_each_change(desk: Desk) -> None:
    desk.claims(SUPPORTED, CONTRADICTED)
    desk.call("verify")
    mail = desk.folder / "digest.eml"
    options = ("report", "--mail", "digest.eml", "--mail-to", "desk@example.org")
    assert desk.call(*options).out == "digest.eml: 1 change\n"
    message = message_from_bytes(mail.read_bytes(), policy=policy.default)
    assert message["Subject"] == "claimcheck: 1 change: claims.yaml"
    assert desk.call(*options).out == "nothing is new: no message\n"
    assert not mail.exists()
    assert desk.call("report", "--mail", "digest.eml", "--mail-to", "other@example.org").out.endswith("1 change\n")


def test_a_webhook_is_told_once_signed_and_with_patience(desk: Desk, web: Web) -> None:
    answers = iter([Reply(503), Reply(204), Reply(204)])
    url = web.add("/hook", lambda _asked: next(answers))
    desk.claims(SUPPORTED, CONTRADICTED)
    desk.call("verify")
    options = ("report", "--webhook", url, "--allow-private", "127.0.0.1")
    assert desk.run(*options, **SECRET).out == "webhook: 1 change\n"
    assert desk.run(*options, **SECRET).out == "nothing is new: the webhook is not asked\n"
    first, second = web.asked
    assert (second.method, second.headers["content-type"]) == ("POST", "application/json")
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert second.headers["webhook-signature"].startswith("v1,")
    assert json.loads(second.body)["changes"][0]["claim"] == "wrong-pay"


def leak(_asked: Asked) -> Reply:
    return Reply(307, headers=(("Location", "/elsewhere"),))


@pytest.mark.parametrize(
    ("reply", "options", "said"),
    [
        (Reply(204), [], "--allow-private"),
        (Reply(400), ["--allow-private", "127.0.0.1"], "it answered 400"),
        (leak, ["--allow-private", "127.0.0.1"], "it answered 307"),
    ],
    ids=["private", "refused", "redirected"],
)
def test_a_webhook_that_could_not_be_told_is_told_the_next_time(
    desk: Desk, web: Web, reply: Reply, options: list[str], said: str
) -> None:
    url = web.add("/hook", reply)
    desk.claims(CONTRADICTED)
    desk.call("verify")
    done = desk.run("report", "--webhook", url, *options, **SECRET)
    assert (done.code, done.out) == (3, "")
    assert said in done.err
    assert "/elsewhere" not in [asked.path for asked in web.asked]
    web.add("/hook", Reply(204))
    assert desk.run("report", "--webhook", url, "--allow-private", "127.0.0.1", **SECRET).code == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--webhook", "https://example.org/"], "CLAIMCHECK_WEBHOOK_SECRET is not set"),
        (["--webhook", "example.org"], "not an address"),
        (["--feed", "none/feed.xml"], "does not exist"),
        (["--mail", "x.eml", "--mail-to", "nobody"], "'nobody' is no address"),
        (["--no-cache"], "needs what is remembered"),
    ],
)
def test_a_mistake_is_named(desk: Desk, options: list[str], said: str) -> None:
    desk.claims(CONTRADICTED)
    desk.call("verify")
    done = desk.call("report", *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_without_a_run_nothing_is_known_and_after_clearing_neither(desk: Desk) -> None:
    desk.claims(CONTRADICTED)
    assert "no earlier run is remembered" in desk.call("report").err
    desk.call("verify")
    assert desk.call("report").code == 0
    desk.call("cache", "--clear")
    assert "no earlier run is remembered" in desk.call("report").err


@pytest.mark.parametrize("damage", ["", "{", '{"version": 1, "files": {"claims.yaml": {"feed": 3}}}', "[" * 5_000])
def test_a_damaged_file_is_as_none(desk: Desk, damage: str) -> None:
    desk.claims(CONTRADICTED)
    desk.call("verify")
    Path(desk.folder / ".claimcheck" / "news.json").write_text(damage, "utf-8")
    assert desk.call("report").code == 2
    desk.call("verify")
    assert told(desk) == ["wrong-pay: contradicted"]
