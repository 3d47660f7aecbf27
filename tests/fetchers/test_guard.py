"""The guard where it counts: at the connection, on real sockets, whatever the name says today."""

import socket
from dataclasses import dataclass, field

import pytest
from fetchers.conftest import Fetch
from web.server import Web, page, redirect

from claimcheck.enums import State
from claimcheck.fetchers.names import SystemResolver


@dataclass
class FakeResolver:
    """Gives the next of its answers for every lookup, the last one for ever."""

    answers: list[list[str]]
    asked: list[str] = field(default_factory=list)

    async def addresses(self, host: str, _port: int, /) -> list[str]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    async def aclose(self) -> None:
        """Hold nothing."""


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"]
)
async def test_loopback_is_not_reached_however_it_is_written(web: Web, fetch: Fetch, host: str) -> None:
    web.add("/", page("secret"))
    fetched = await fetch(f"http://{host}:{web.port}/", allow_private=())
    assert fetched.state is State.FORBIDDEN_ADDRESS
    assert "--allow-private" in fetched.detail
    assert (web.asked, fetched.page, fetched.unreachable) == ([], None, False)


@pytest.mark.parametrize("port", [22, 25, 6667])
async def test_no_page_is_asked_for_at_the_port_of_another_service(fetch: Fetch, port: int) -> None:
    fetched = await fetch(f"http://site.test:{port}/", resolver=FakeResolver([["93.184.215.14"]]), allow_private=())
    assert fetched.state is State.FORBIDDEN_ADDRESS
    assert fetched.detail.startswith(f"port {port} is that of another service than the web")


async def test_no_redirect_leads_to_the_port_of_another_service(web: Web, fetch: Fetch) -> None:
    url = web.add("/", redirect(302, "http://site.test:25/%0D%0AMAIL"))
    fetched = await fetch(url, resolver=FakeResolver([["93.184.215.14"]]))
    assert (fetched.state, fetched.page) == (State.FORBIDDEN_ADDRESS, None)


async def test_a_name_that_leads_inside_is_refused_and_told(web: Web, fetch: Fetch) -> None:
    fetched = await fetch(f"http://site.test:{web.port}/", resolver=FakeResolver([["127.0.0.1", "10.0.0.1"]]))
    assert fetched.state is State.FORBIDDEN_ADDRESS
    assert fetched.detail.startswith("site.test is 127.0.0.1, a loopback address; 10.0.0.1, a private address:")


async def test_of_a_name_that_leads_both_ways_only_the_public_address_is_dialled(web: Web, fetch: Fetch) -> None:
    web.add("/", page("secret"))
    # Nothing answers at the first one here: it is in a range without hosts, yet public.
    resolver = FakeResolver([["192.88.98.1", "127.0.0.1"]])
    fetched = await fetch(f"http://site.test:{web.port}/", resolver=resolver, connect=0.3)
    assert fetched.state in {State.TIMEOUT, State.REFUSED}
    assert web.asked == []


async def test_a_name_that_changes_its_address_between_hops_is_vetted_again(web: Web, fetch: Fetch) -> None:
    url = web.add("/", redirect(302, f"http://rebinding.test:{web.port}/secret"))
    fetched = await fetch(url, resolver=FakeResolver([["127.0.0.1"]]))
    assert fetched.state is State.FORBIDDEN_ADDRESS
    assert web.paths() == ["/"]
    assert [hop.status for hop in fetched.hops] == [302]


async def test_a_redirect_leads_to_no_host_that_is_not_exempt_itself(web: Web, fetch: Fetch) -> None:
    web.add("/secret", page("secret"))
    url = web.add("/", redirect(302, web.url("/secret", host="127.0.0.2")))
    fetched = await fetch(url, allow_private=("127.0.0.1",))
    assert fetched.state is State.FORBIDDEN_ADDRESS
    assert web.paths() == ["/"]


async def test_an_exempt_name_may_lead_inside(web: Web, fetch: Fetch) -> None:
    web.add("/", page("Sama employed 3,000 people."))
    resolver = FakeResolver([["127.0.0.1"]])
    fetched = await fetch(f"http://site.test:{web.port}/", allow_private=(f"SITE.test:{web.port}",), resolver=resolver)
    assert fetched.state is State.LIVE


async def test_a_connection_that_was_opened_for_an_exempt_host_serves_no_other(web: Web, fetch: Fetch) -> None:
    web.add("/", page("a"))
    resolver = FakeResolver([["127.0.0.1"]])
    allow = ("site.test",)
    assert (await fetch(f"http://site.test:{web.port}/", allow_private=allow, resolver=resolver)).state is State.LIVE
    other = await fetch(f"http://other.test:{web.port}/", allow_private=allow, resolver=resolver)
    assert other.state is State.FORBIDDEN_ADDRESS


async def test_a_host_that_is_nowhere_is_a_dns_error_and_unreachable(fetch: Fetch) -> None:
    fetched = await fetch("http://nowhere.invalid/", resolver=FakeResolver([[]]))
    assert (fetched.state, fetched.detail) == (State.DNS_ERROR, "there is no such host")
    assert fetched.unreachable


@pytest.mark.parametrize(
    ("number", "state"),
    [(socket.EAI_NONAME, State.DNS_ERROR), (socket.EAI_AGAIN, State.UNREADABLE), (socket.EAI_FAIL, State.UNREADABLE)],
    ids=["no such host", "nobody to ask", "a broken answer"],
)
async def test_only_a_host_that_is_known_not_to_exist_is_gone(fetch: Fetch, number: int, state: State) -> None:
    class FailingResolver(FakeResolver):
        async def addresses(self, _host: str, _port: int, /) -> list[str]:
            raise socket.gaierror(number, "words of the system")

    fetched = await fetch("http://site.test/", resolver=FailingResolver([[]]))
    assert (fetched.state, fetched.unreachable) == (state, True)


async def test_the_machine_itself_knows_its_own_name() -> None:
    resolver = SystemResolver()
    assert "127.0.0.1" in await resolver.addresses("localhost", 80)
    with pytest.raises(OSError, match=r"\w"):
        await resolver.addresses("a" * 64 + ".invalid", 80)
    await resolver.aclose()


async def test_ipv6_is_spoken(fetch: Fetch) -> None:
    try:
        web = Web(hosts=("::1",)).__enter__()
    except (AssertionError, OSError):
        pytest.skip("this machine has no IPv6")
    try:
        url = web.add("/", page("six"))
        assert (await fetch(url, allow_private=(f"[::1]:{web.port}",))).state is State.LIVE
        assert (await fetch(url, allow_private=())).state is State.FORBIDDEN_ADDRESS
    finally:
        web.__exit__(None, None, None)
