"""Headers of the user's own go to the source's origin, on every hop anew, and nowhere else."""

import pytest
from fetchers.conftest import Fetch
from web.server import Asked, Reply, Web, page, redirect

from claimcheck._version import __version__
from claimcheck.enums import State

SECRET = "s3cr3t-token"


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_HEADERS", f"Authorization: Bearer {SECRET}\n\nX-Api-Key: {SECRET}\n")


def told(asked: Asked) -> bool:
    return any(SECRET in value for value in asked.headers.values())


async def test_the_source_is_asked_with_its_own_headers(web: Web, fetch: Fetch) -> None:
    await fetch(web.add("/", page("a")), headers_from="SITE_HEADERS")
    assert web.asked[0].headers["authorization"] == f"Bearer {SECRET}"
    assert web.asked[0].headers["x-api-key"] == SECRET


async def test_a_source_without_headers_of_its_own_is_asked_without(web: Web, fetch: Fetch) -> None:
    await fetch(web.add("/", page("a")))
    assert not told(web.asked[0])


async def test_they_never_cross_to_another_origin_and_come_back_with_the_own_one(web: Web, fetch: Fetch) -> None:
    web.add("/c", page("a"))
    web.add("/b", redirect(302, web.url("/c", host="127.0.0.1")))
    url = web.add("/a", redirect(302, web.url("/b", host="127.0.0.2")))
    await fetch(url, headers_from="SITE_HEADERS")
    assert [(asked.host, told(asked)) for asked in web.asked] == [
        ("127.0.0.1", True),
        ("127.0.0.2", False),
        ("127.0.0.1", True),
    ]


async def test_another_port_is_another_origin(web: Web, fetch: Fetch) -> None:
    with Web() as other:
        url = web.add("/a", redirect(302, other.add("/b", page("b"))))
        assert (await fetch(url, headers_from="SITE_HEADERS")).state is State.LIVE
        assert not told(other.asked[0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "is not set"),
        (f"Bearer {SECRET}", "line 1 of SITE_HEADERS is not"),
        (f"A: b\nX-Key: {SECRET}\x07", "line 2 of SITE_HEADERS is not"),
        (f"Host: {SECRET}", "sets Host, which claimcheck sets"),
        (f"Bad Name: {SECRET}", "line 1 of SITE_HEADERS is not"),
        (f"name:{SECRET}", "line 1 of SITE_HEADERS is not"),
        (f"postgres://name:{SECRET}@db/", "line 1 of SITE_HEADERS is not"),
    ],
)
async def test_headers_that_cannot_be_sent_are_a_state_that_repeats_no_value(
    web: Web, fetch: Fetch, monkeypatch: pytest.MonkeyPatch, text: str | None, words: str
) -> None:
    if text is None:
        monkeypatch.delenv("SITE_HEADERS")
    else:
        monkeypatch.setenv("SITE_HEADERS", text)
    fetched = await fetch(web.add("/", page("a")), headers_from="SITE_HEADERS")
    assert fetched.state is State.UNREADABLE
    assert words in fetched.detail
    assert SECRET not in fetched.detail
    assert web.asked == []


async def test_who_asks_says_so_and_carries_nothing_along(web: Web, fetch: Fetch) -> None:
    cookie = (("Set-Cookie", "id=1; Path=/"), ("Location", "/b"))
    web.add("/b", page("a"))
    await fetch(web.add("/a", Reply(302, headers=cookie)))
    for asked in web.asked:
        assert asked.headers["user-agent"] == f"claimcheck/{__version__} (+https://pypi.org/project/claimcheck-cli/)"
        assert set(asked.headers) == {
            "host",
            "user-agent",
            "accept",
            "accept-encoding",
            "accept-language",
            "connection",
        }
