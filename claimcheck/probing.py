"""Stage 5, after matching: a page that says nothing of its claims → whether it is one, by a page that cannot exist.

Some sites answer every address with 200 and a page that says, in words that no table knows, that there is none.  So
where no evidence was found, an address beside the one cited is asked for that nobody can have made, once for each host
and folder, and what comes back is compared (Bar-Yossef et al., "Sic transit gloria telae", WWW 2004).  A wall that
stands before every page would look just so; so where the two are the same, the front page is asked for too.

How pages are compared is a judge's business; here it is only asked for.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from claimcheck.enums import StateClass
from claimcheck.errors import UnreadableError
from claimcheck.model import Document, Fetched, Source
from claimcheck.ports import Comparer, Extractor, Fetcher, HostFacts, Seen

_FACT = "sibling"
_FOR = 7 * 86_400.0
"""Seconds that it is remembered for; sites change their error pages seldom."""


class SiblingProber:
    """Compares a page with one beside it that cannot exist; each of these is asked for once in a run, or in a week."""

    def __init__(
        self,
        fetcher: Fetcher,
        extractor: Extractor,
        comparer: Comparer,
        *,
        facts: HostFacts | None = None,
        calendar: Callable[[], float] = time.time,
    ) -> None:
        """Prepare to compare.

        Args:
            fetcher: asks for pages that may well not be there.
            extractor: reads them.
            comparer: knows where such a page would be, and whether two are the same.
            facts: where it is remembered what hosts show for pages that cannot exist; none is nowhere.
            calendar: tells the time, in seconds since 1970.
        """
        self._fetcher = fetcher
        self._extractor = extractor
        self._comparer = comparer
        self._facts = facts
        self._calendar = calendar
        self._asked: dict[tuple[str, str], asyncio.Task[Seen]] = {}

    async def probe(self, fetched: Fetched, document: Document, /) -> Fetched:
        """Return the outcome, with another state where the page proves to be none."""
        sibling = self._comparer.sibling_of(fetched, document)
        if not sibling:
            return fetched
        seen = self._comparer.shape(fetched, document)
        if not self._comparer.is_same(seen, await self._seen_at(sibling, fetched.source, lasting=True)):
            return fetched
        front = await self._seen_at(self._comparer.front_of(fetched), fetched.source)
        return self._comparer.decide(fetched, seen, front)

    async def _seen_at(self, address: str, source: Source, *, lasting: bool = False) -> Seen:
        key = address, source.headers_from
        if key not in self._asked:
            asked = replace(source, address=address, anchor="")
            self._asked[key] = asyncio.create_task(self._recall(asked) if lasting else self._look(asked))
        # Whoever waits may be called off; the others still want to know.
        return await asyncio.shield(self._asked[key])

    async def _recall(self, source: Source) -> Seen:
        """Return what a host shows for a page that cannot exist: as it is remembered, or else as it is."""
        facts = None if source.headers_from else self._facts
        if facts is None:
            return await self._look(source)
        host, name = urlsplit(source.address).netloc, f"{_FACT} {source.address}"
        known = facts.fact_of(host, name)
        seen = self._comparer.read(known) if known is not None else None
        if seen is not None:
            return seen
        fetched, seen = await self._look_closely(source)
        if _is_lasting(fetched):
            facts.keep_fact(host, name, self._comparer.write(seen), self._calendar() + _FOR)
        return seen

    async def _look(self, source: Source) -> Seen:
        return (await self._look_closely(source))[1]

    async def _look_closely(self, source: Source) -> tuple[Fetched, Seen]:
        fetched = await self._fetcher.fetch(source)
        document = await asyncio.to_thread(self._read, fetched)
        return fetched, self._comparer.shape(fetched, document)

    def _read(self, fetched: Fetched) -> Document | None:
        try:
            return None if fetched.page is None else self._extractor.extract(fetched.page)
        except UnreadableError:
            return None


def _is_lasting(fetched: Fetched) -> bool:
    """Return whether an answer is the host's word on a page that cannot exist, and no trouble of the moment."""
    private = fetched.page is not None and fetched.page.on_credentials
    told = fetched.state.state_class in {StateClass.PRESENT, StateClass.GONE} and fetched.http_status is not None
    return told and not private
