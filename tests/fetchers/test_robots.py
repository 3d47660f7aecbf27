"""robots.txt on a real server: obeyed where that is asked for, by the rules of RFC 9309, and asked for once."""

from dataclasses import replace
from pathlib import Path

import pytest
from fetchers.clocks import TurnedClock
from fetchers.conftest import QUICK, Fetch
from fetchers.getters import FakeGetter, answer, request, source
from web.behaviours import reset
from web.server import Answer, Reply, Web, page, redirect

from claimcheck.enums import State
from claimcheck.fetchers import FetchSettings, SourceFetcher
from claimcheck.fetchers.outcomes import Answer as Answered
from claimcheck.fetchers.robots import RobotsGetter
from claimcheck.fetchers.throttle import ThrottledGetter


def rules(text: str, **more: object) -> Reply:
    return Reply(body=text.encode(), headers=(("Content-Type", "text/plain"),), **more)  # type: ignore[arg-type]  # a builder for tests


EVERYBODY = "User-agent: *\nDisallow: /private\n"


@pytest.mark.parametrize(
    ("robots", "path", "state"),
    [
        pytest.param(rules(EVERYBODY), "/private/a", State.BLOCKED, id="disallowed"),
        pytest.param(rules(EVERYBODY), "/public/a", State.LIVE, id="allowed"),
        pytest.param(rules("User-agent: claimcheck\nDisallow: /\n"), "/a", State.BLOCKED, id="by name"),
        pytest.param(rules("User-agent: other\nDisallow: /\n"), "/a", State.LIVE, id="another by name"),
        pytest.param(rules("User-agent: *\nDisallow: /\n\nUser-agent: claimcheck\nDisallow:\n"), "/a", State.LIVE,
                     id="the own group comes before that of all"),
        pytest.param(rules("User-agent: *\nDisallow: /a\nAllow: /a/b\n"), "/a/b", State.LIVE, id="the longest wins"),
        pytest.param(rules("User-agent: *\nDisallow: /*.pdf$\n"), "/a.pdf", State.BLOCKED, id="wildcards"),
        pytest.param(rules("\ufeff" + EVERYBODY), "/private", State.BLOCKED, id="a byte order mark"),
        pytest.param(Reply(404), "/private", State.LIVE, id="not there"),
        pytest.param(Reply(403), "/private", State.LIVE, id="not for us: 4xx"),
        pytest.param(Reply(500), "/public", State.BLOCKED, id="broken: 5xx"),
        pytest.param(Reply(429), "/public", State.BLOCKED, id="too many requests"),
        pytest.param(page("our rules"), "/private", State.LIVE, id="a page instead"),
        pytest.param(rules(""), "/private", State.LIVE, id="empty"),
        pytest.param(rules("#" * 600_000 + "\n" + EVERYBODY), "/private", State.LIVE, id="beyond what is read"),
        pytest.param(redirect(301, "/rules"), "/private", State.BLOCKED, id="redirected"),
        pytest.param(reset, "/public", State.REFUSED, id="the host resets"),
    ],
)  # fmt: skip
async def test_a_page_is_asked_for_as_the_rules_allow(
    web: Web, fetch: Fetch, robots: Answer, path: str, state: State
) -> None:
    web.add("/robots.txt", robots)
    web.add("/rules", rules(EVERYBODY))
    fetched = await fetch(web.add(path, page("here")), robots=True)
    assert fetched.state is state
    assert (path in web.paths()) is (state is State.LIVE)
    assert (state is not State.BLOCKED) or fetched.detail.startswith("robots.txt")


async def test_rules_are_asked_for_once_and_with_no_secrets(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_HEADERS", "X-Api-Key: s3cr3t")
    web.add("/robots.txt", rules(EVERYBODY))
    fetcher = SourceFetcher(tmp_path, replace(QUICK, robots=True))
    for number in range(3):
        await fetcher.fetch(source(web.add(f"/{number}", page("here")), headers_from="SITE_HEADERS"))
    await fetcher.aclose()
    assert web.paths() == ["/robots.txt", "/0", "/1", "/2"]
    assert ["x-api-key" in asked.headers for asked in web.asked] == [False, True, True, True]


async def test_each_hop_is_held_to_the_rules_of_its_own_host(web: Web, fetch: Fetch) -> None:
    web.add("/robots.txt", lambda asked: rules("User-agent: *\nDisallow: /\n") if asked.host[-1] == "2" else Reply(404))
    url = web.add("/a", redirect(302, web.url("/b", host="127.0.0.2")))
    web.add("/b", page("b"))
    fetched = await fetch(url, robots=True)
    assert (fetched.state, [hop.status for hop in fetched.hops]) == (State.BLOCKED, [302])
    assert web.paths() == ["/robots.txt", "/a", "/robots.txt"]


async def test_rules_are_not_asked_for_where_they_are_not_to_be_obeyed(web: Web, fetch: Fetch) -> None:
    web.add("/robots.txt", rules("User-agent: *\nDisallow: /\n"))
    assert (await fetch(web.add("/", page("here")))).state is State.LIVE
    assert web.paths() == ["/"]


@pytest.mark.parametrize(("said", "kept"), [("3", 3.0), ("3600", 30.0), ("-3", 0.2), ("banana", 0.2)])
async def test_a_crawl_delay_is_kept_up_to_half_a_minute(clock: TurnedClock, said: str, kept: float) -> None:
    body = f"User-agent: *\nCrawl-delay: {said}\n".encode()
    inner = FakeGetter([lambda asked: Answered(asked.url, 200, body=body)], clock)
    settings = FetchSettings()
    throttle = ThrottledGetter(inner, settings, clock)
    getter = RobotsGetter(throttle, throttle, throttle, settings)
    await clock.run(*(getter.get(request(f"https://a.example/{n}")) for n in range(3)))
    assert [at for at, _ in inner.asked] == pytest.approx([0.0, kept, 2 * kept, 3 * kept])


async def test_hosts_do_not_wait_for_each_others_rules(clock: TurnedClock) -> None:
    inner = FakeGetter([answer()], clock, takes=1.0)
    throttle = ThrottledGetter(inner, FetchSettings(), clock)
    getter = RobotsGetter(throttle, throttle, throttle, FetchSettings())
    await clock.run(*(getter.get(request(f"https://{n}.example/")) for n in range(9)))
    assert clock.time == pytest.approx(2.0)
