"""Save Page Now: a job that is waited for, and every way in which it says that there is no copy."""

import json
from collections.abc import Iterable

import pytest
from archives.conftest import EagerClock
from archives.wayback_machine import HTML, JSON, TOO_MANY, WaybackMachine
from web.server import Reply

from claimcheck.archived import Saved
from claimcheck.archives import Wayback
from claimcheck.archives.saving import LONGEST, Keys, SavePageNow

PAGE = "https://news.example/wages"
SUCCESS = {"status": "success", "timestamp": "20260101000500", "original_url": f"{PAGE}/", "http_status": 200}
PENDING: dict[str, object] = {"status": "pending"}


@pytest.fixture
def saver(wayback: Wayback, clock: EagerClock) -> SavePageNow:
    return SavePageNow(wayback, Keys("access", "secret"), clock)


async def save(saver: SavePageNow) -> tuple[Saved, list[str]]:
    told: list[str] = []
    return await saver.save(PAGE, told.append), told


def failing(name: str) -> dict[str, object]:
    return {"status": "error", "status_ext": f"error:{name}", "message": f"the archive's words on {name}"}


async def test_a_job_is_waited_for_and_ends_in_a_memento(saver: SavePageNow, machine: WaybackMachine) -> None:
    machine.jobs[PAGE] = [PENDING, PENDING, SUCCESS]
    saved, told = await save(saver)
    assert saved.memento is not None
    assert saved.memento.uri == f"{machine.base}/web/20260101000500/{PAGE}/"
    assert saved.memento.raw == f"{machine.base}/web/20260101000500id_/{PAGE}/"
    assert machine.saved == [PAGE]
    assert [words.partition(";")[0] for words in told] == ["asking for a capture", *["being captured"] * 2]


async def test_a_job_that_never_ends_is_given_up(
    saver: SavePageNow, machine: WaybackMachine, clock: EagerClock
) -> None:
    machine.jobs[PAGE] = [PENDING]
    saved, _ = await save(saver)
    assert (saved.memento, saved.again) == (None, True)
    assert clock.time <= LONGEST + 20
    assert len(machine.asked("save")) < 40


@pytest.mark.parametrize(
    ("name", "again", "stop"),
    [
        ("bad-gateway", True, False),
        ("service-unavailable", True, False),
        ("no-captures", True, False),
        ("too-many-requests", True, False),
        ("invalid-host-resolution", False, False),
        ("not-found", False, False),
        ("blocked-url", False, False),
        ("a-code-of-tomorrow", False, False),
        ("max-daily-bandwidth", False, True),
    ],
)
async def test_each_error_of_a_job_says_whether_to_come_back_or_to_stop(
    saver: SavePageNow, machine: WaybackMachine, name: str, again: bool, stop: bool
) -> None:
    machine.jobs[PAGE] = [failing(name)]
    saved, _ = await save(saver)
    assert (saved.memento, saved.again, saved.stop) == (None, again, stop)
    assert f"words on {name}" in saved.trouble


async def test_an_error_that_comes_with_200_and_no_job_is_one(saver: SavePageNow, machine: WaybackMachine) -> None:
    machine.mood("save", Reply(200, json.dumps(failing("too-many-daily-captures")).encode(), JSON))
    saved, _ = await save(saver)
    assert saved.memento is None
    assert "often enough today" in saved.trouble


async def test_the_message_of_a_capture_made_before_does_no_harm(saver: SavePageNow, machine: WaybackMachine) -> None:
    machine.jobs[PAGE] = [SUCCESS]
    answer = {"url": PAGE, "job_id": "spn2-0", "message": "The same snapshot had been made 2 minutes ago."}
    machine.mood("save", Reply(200, json.dumps(answer).encode(), JSON))
    machine.mood("status", Reply(200, json.dumps(SUCCESS).encode(), JSON))
    assert (await save(saver))[0].memento is not None


async def test_keys_that_are_not_taken_end_it(saver: SavePageNow, machine: WaybackMachine) -> None:
    machine.keys = "LOW other:keys"
    saved, _ = await save(saver)
    assert (saved.memento, saved.stop) == (None, True)
    assert "secret" not in saved.trouble


@pytest.mark.parametrize(
    "answers",
    [
        [Reply(200, b"<html>Sorry</html>", HTML)],
        [Reply(200, b"[]", JSON)],
        [Reply(200, b'{"job_id": 7}', JSON)],
        [Reply(502, b"")] * 2,
        [TOO_MANY],
        [Reply(302, b"", (("Location", "https://elsewhere.example/"),))],
    ],
    ids=["HTML", "a list", "a number", "502", "429", "redirect"],
)
async def test_whatever_else_is_answered_is_trouble_and_no_copy(
    saver: SavePageNow, machine: WaybackMachine, answers: Iterable[Reply]
) -> None:
    machine.mood("save", *answers)
    saved, _ = await save(saver)
    assert saved.memento is None
    assert saved.trouble


async def test_a_job_that_is_forgotten_ends(saver: SavePageNow, machine: WaybackMachine) -> None:
    machine.jobs[PAGE] = [PENDING]
    machine.mood("status", *[Reply(404, b"<html>")] * 200)
    saved, _ = await save(saver)
    assert saved.memento is None


async def test_captures_are_asked_for_ten_seconds_apart(
    saver: SavePageNow, machine: WaybackMachine, clock: EagerClock
) -> None:
    machine.jobs[PAGE] = [SUCCESS]
    for _ in range(8):
        await save(saver)
    assert clock.time >= 70


def test_no_words_of_the_keys_show_them() -> None:
    assert "secret" not in repr(Keys("access", "secret"))
