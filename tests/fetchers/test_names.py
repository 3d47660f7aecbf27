"""Lookups: bounded in time, and given up where nobody ever answers."""

import asyncio
import socket

import pytest
from fetchers.conftest import Fetch

from claimcheck.enums import State
from claimcheck.fetchers.names import ENOUGH_SILENCE, ImpatientResolver


class FakeResolver:
    """Knows hosts that begin with ``known``, denies those that begin with ``no``, and is silent on all others."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def addresses(self, host: str, _port: int, /) -> list[str]:
        self.asked.append(host)
        if host.startswith("known"):
            return ["192.88.98.1"]
        if host.startswith("no"):
            raise socket.gaierror(socket.EAI_NONAME, "no such host")
        await asyncio.sleep(3600)
        return []

    async def aclose(self) -> None:
        """Hold nothing."""


async def ask(resolver: ImpatientResolver, *hosts: str) -> None:
    for host in hosts:
        with pytest.raises(socket.gaierror) as raised:
            await resolver.addresses(host, 80)
        assert raised.value.errno == (socket.EAI_NONAME if host.startswith("no") else socket.EAI_AGAIN)


async def test_a_lookup_that_hangs_is_a_temporary_failure() -> None:
    await ask(ImpatientResolver(FakeResolver(), 0.001), "silent.test")


async def test_where_nobody_ever_answers_nobody_is_asked_for_long() -> None:
    inner = FakeResolver()
    await ask(ImpatientResolver(inner, 0.001), *(f"silent{n}.test" for n in range(ENOUGH_SILENCE + 30)))
    assert len(inner.asked) == ENOUGH_SILENCE


@pytest.mark.parametrize("answered", ["known.test", "nowhere.test"])
async def test_one_answer_shows_that_somebody_is_there_and_every_host_is_asked_for(answered: str) -> None:
    inner = FakeResolver()
    resolver = ImpatientResolver(inner, 0.001)
    if answered.startswith("known"):
        assert await resolver.addresses(answered, 80)
    else:
        await ask(resolver, answered)
    hosts = [f"silent{n}.test" for n in range(ENOUGH_SILENCE + 5)]
    await ask(resolver, *hosts)
    assert inner.asked == [answered, *hosts]


async def test_a_retired_part_of_a_living_domain_shows_that_somebody_is_there_to_ask(fetch: Fetch) -> None:
    fetched = await fetch("http://no.known.test/", resolver=FakeResolver())
    assert (fetched.state, fetched.unreachable) == (State.DNS_ERROR, False)


async def test_a_domain_that_is_lost_with_its_host_may_be_a_network_that_is_down(fetch: Fetch) -> None:
    fetched = await fetch("http://no.nowhere.test/", resolver=FakeResolver())
    assert (fetched.state, fetched.unreachable) == (State.DNS_ERROR, True)
