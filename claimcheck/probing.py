"""Stage 5, after matching: a page that says nothing of its claims → whether it is one, by a page that cannot exist.

Some sites answer every address with 200 and a page that says, in words that no table knows, that there is none.  So
where no evidence was found, an address beside the one cited is asked for that nobody can have made, once for each host
and folder, and what comes back is compared (Bar-Yossef et al., "Sic transit gloria telae", WWW 2004).  A wall that
stands before every page would look just so; so where the two are the same, the front page is asked for too.

How pages are compared is a judge's business; here it is only asked for.
"""

import asyncio
from dataclasses import replace

from claimcheck.errors import UnreadableError
from claimcheck.model import Document, Fetched, Source
from claimcheck.ports import Comparer, Extractor, Fetcher, Seen


class SiblingProber:
    """Compares a page with one beside it that cannot exist; each of these is asked for once in a run."""

    def __init__(self, fetcher: Fetcher, extractor: Extractor, comparer: Comparer) -> None:
        self._fetcher = fetcher
        self._extractor = extractor
        self._comparer = comparer
        self._asked: dict[tuple[str, str], asyncio.Task[Seen]] = {}

    async def probe(self, fetched: Fetched, document: Document, /) -> Fetched:
        """Return the outcome, with another state where the page proves to be none."""
        sibling = self._comparer.sibling_of(fetched, document)
        if not sibling:
            return fetched
        seen = self._comparer.shape(fetched, document)
        if not self._comparer.is_same(seen, await self._seen_at(sibling, fetched.source)):
            return fetched
        front = await self._seen_at(self._comparer.front_of(fetched), fetched.source)
        return self._comparer.decide(fetched, seen, front)

    async def _seen_at(self, address: str, source: Source) -> Seen:
        key = address, source.headers_from
        if key not in self._asked:
            self._asked[key] = asyncio.create_task(self._look(replace(source, address=address, anchor="")))
        # Whoever waits may be called off; the others still want to know.
        return await asyncio.shield(self._asked[key])

    async def _look(self, source: Source) -> Seen:
        fetched = await self._fetcher.fetch(source)
        document = await asyncio.to_thread(self._read, fetched)
        return self._comparer.shape(fetched, document)

    def _read(self, fetched: Fetched) -> Document | None:
        try:
            return None if fetched.page is None else self._extractor.extract(fetched.page)
        except UnreadableError:
            return None
