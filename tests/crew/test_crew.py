"""Reading in other processes: the same is said, nothing hostile gets further, and nobody is started for a few pages."""

import gc
import os
import subprocess
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from pipeline.fakes import claim, live, source

from claimcheck.crew import Crew, Recipe, make_tools
from claimcheck.crew.crew import FEW
from claimcheck.crew.member import Member, NobodyError
from claimcheck.enums import State
from claimcheck.extractors import PageExtractor
from claimcheck.looks import Looked
from claimcheck.memory.database import Database
from claimcheck.memory.readings import Readings
from claimcheck.model import Claim, Fetched

ROWS = range(12)
WAGE = "The wage rose to 12.41 euros an hour."
Make = Callable[..., Crew]


def page(number: int) -> tuple[Fetched, tuple[Claim, ...]]:
    """A page, and two claims on it: of every third one is true, and the page of every fourth is a PDF that is none."""
    cited = source(f"https://example.org/{number}")
    amount = "12.41" if number % 3 == 0 else f"{number}.50"
    text = f"<!doctype html><html lang=en><title>{number}</title><p>The wage rose to {amount} euros an hour in 2024."
    body = b"%PDF-1.7 broken" if number % 4 == 3 else text.encode()
    claims = (claim(f"wage-{number}", cited, text=WAGE), claim(f"year-{number}", cited, text="It rose in 2024."))
    return live(cited, body), claims


def told(fetched: Fetched, order: str) -> Fetched:
    return live(fetched.source, order.encode())


@pytest.fixture
def crew() -> Iterator[Make]:
    """Make crews that start others at once; all are closed."""
    made: list[Crew] = []

    def make(recipe: Recipe | None = None, **more: object) -> Crew:
        recipe = recipe or Recipe()
        reader = make_tools(recipe, PageExtractor(), None).reader(recipe)
        made.append(Crew(reader, recipe, **({"members": 1, "few": 0, "enough": 0.0} | more)))  # type: ignore[arg-type]  # by name
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Callable[[Recipe], Member]]:
    """Hire processes that break where a page says so."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    return lambda **more: partial(Member, module="crew.breaking", **more)


def read_all(crew: Crew, works: list[tuple[Fetched, tuple[Claim, ...]]]) -> list[Looked]:
    with ThreadPoolExecutor(crew.at_once) as pool:
        return list(pool.map(lambda work: crew.read(*work), works))


@pytest.mark.parametrize("brief", [False, True])
def test_another_process_says_to_the_letter_what_this_one_says(crew: Make, brief: bool) -> None:
    works = [page(number) for number in ROWS]
    recipe = Recipe(brief=brief, keeps_plain=True)
    here, beside = crew(recipe, members=0), crew(recipe)
    assert read_all(beside, works) == read_all(here, works)
    assert (here.members, beside.members) == (0, 1)


def test_no_process_is_started_for_the_links_of_an_article(crew: Make) -> None:
    few = crew(few=FEW)
    read_all(few, [page(number) for number in range(20)])
    assert few.members == 0


def test_none_is_started_before_reading_has_cost_more_than_a_process(crew: Make) -> None:
    cheap = crew(enough=3600.0)
    read_all(cheap, [page(number) for number in ROWS])
    assert cheap.members == 0


def test_what_another_process_read_is_remembered(crew: Make, tmp_path: Path) -> None:
    beside = crew(Recipe(memory=tmp_path))
    work = page(0)
    said = beside.read(*work)
    beside.close()
    database = Database(tmp_path, pytest.fail)
    kept = database.read("SELECT kind FROM readings ORDER BY kind", ())
    # The same again, by a reader that has nothing to read with but what is remembered.
    tools = make_tools(Recipe(), _Idle(), Readings(database))  # type: ignore[arg-type]  # it is never asked
    again = tools.reader(Recipe()).read(*work)
    database.close()
    assert [kind for (kind,) in kept] == ["document", "look", "match", "match"]
    assert again == said


class _Idle:
    def extract(self, page: object, /, *, selector: str = "") -> None:  # noqa: ARG002 - the port's signature
        pytest.fail("a remembered page is read again")


def test_a_page_that_breaks_the_process_down_twice_is_unreadable_and_the_others_are_read(
    crew: Make, breaking: Callable[..., Callable[[Recipe], Member]]
) -> None:
    beside = crew(hire=breaking())
    works = [page(number) for number in (0, 1, 2)]
    works[1] = (told(works[1][0], "break down"), works[1][1])
    looked = read_all(beside, works)
    assert [one.fetched.state for one in looked] == [State.LIVE, State.UNREADABLE, State.LIVE]
    assert looked[1].fetched.detail == "the page is built so that its parser breaks down"


def test_a_process_that_broke_down_for_a_reason_of_its_own_is_replaced(
    crew: Make, breaking: Callable[..., Callable[[Recipe], Member]], tmp_path: Path
) -> None:
    beside = crew(hire=breaking())
    fetched, claims = page(0)
    assert beside.read(told(fetched, f"break down once {tmp_path / 'once'}"), claims).fetched.state is State.LIVE


def test_a_page_that_holds_the_process_up_is_unreadable(
    crew: Make, breaking: Callable[..., Callable[[Recipe], Member]]
) -> None:
    beside = crew(hire=breaking(patience=0.2))
    fetched, claims = page(0)
    looked = beside.read(told(fetched, "hang"), claims)
    assert (looked.fetched.state, looked.fetched.detail) == (State.UNREADABLE, "the page takes too long to read")


def test_a_bug_in_another_process_is_raised_here_with_the_place(
    crew: Make, breaking: Callable[..., Callable[[Recipe], Member]]
) -> None:
    fetched, claims = page(0)
    with pytest.raises(ValueError, match="a bug") as caught:
        crew(hire=breaking()).read(told(fetched, "raise"), claims)
    assert "in another process" in str(caught.value.__cause__)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, systems do not limit data")
def test_a_page_that_takes_more_memory_than_another_process_has_for_it_is_read_here(crew: Make) -> None:
    cited = source("https://example.org/large")
    body = b"<!doctype html><p>The wage rose to 12.41 euros an hour.</p>" + b"<b><p>x" * 30_000
    looked = crew().read(live(cited, body), (claim("wage", cited, text=WAGE),))
    assert looked.fetched.state is State.LIVE
    assert looked.for_claims["wage"][1] is not None


def test_a_large_page_whose_turn_comes_after_the_run_is_not_read(crew: Make) -> None:
    over = crew(members=0)
    over.close()
    fetched, claims = page(0)
    with pytest.raises(NobodyError):
        over.read(live(fetched.source, b"<!doctype html><p>x" + b"<p>x" * 300_000), claims)


def test_where_no_process_begins_all_is_read_here(crew: Make) -> None:
    alone = crew(hire=partial(Member, module="claimcheck.no_such_module"))
    works = [page(number) for number in ROWS]
    assert read_all(alone, works) == read_all(crew(members=0), works)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc to see a process in")
def test_a_process_ends_when_the_program_is_killed() -> None:
    env = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, [Path(__file__).parents[1], Path(__file__).parents[2]])),
    }
    with subprocess.Popen([sys.executable, "-m", "crew.whole"], stdout=subprocess.PIPE, env=env) as program:
        assert program.stdout is not None
        member = int(program.stdout.readline())
        assert _is_running(member)
        program.kill()
    for _ in range(600):
        if not _is_running(member):
            return
        time.sleep(0.05)
    pytest.fail("it runs on")


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_process_at_work_is_ended_at_once_when_the_run_is_interrupted(
    crew: Make, breaking: Callable[..., Callable[[Recipe], Member]]
) -> None:
    beside = crew(hire=breaking())
    fetched, claims = page(0)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(beside.read, told(fetched, "hang"), claims)
        while beside.members == 0:
            pass
        beside.close()
        assert waiting.exception(timeout=30) is not None


@pytest.mark.parametrize("body", [b"%PDF-1.7 broken", b"[1, 2", b"<!doctype html><p>" + b"<div>" * 50_000])
def test_a_page_that_cannot_be_read_is_let_go_of_at_once(crew: Make, body: bytes) -> None:
    fetched, claims = page(0)
    fetched = live(fetched.source, body)
    assert fetched.page is not None
    gone = weakref.ref(fetched.page)
    gc.disable()
    try:
        looked = crew(members=0).read(fetched, claims)
        del fetched
        assert gone() is None
    finally:
        gc.enable()
    assert looked.fetched.page is None
