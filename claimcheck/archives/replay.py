"""A memento → the bytes that were captured, and when and from where they really were.

``Memento-Datetime`` tells whose answer it is: with it, the status and the body are those of the site that was captured,
without it, the archive's own.  An archive that has no copy of the moment asked for sends on to a near one, without the
header; one that captured a redirect repeats it, with the header, and leads to where the site led, in the archive or,
from its raw bytes, on the web of today.  So redirects are followed by hand, and never out of the archive.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from email.message import Message
from urllib.parse import urljoin, urlsplit

from claimcheck.archived import Memento, Reply
from claimcheck.archives.cdx import is_exclusion
from claimcheck.archives.door import MEMENTO_DATETIME, Door
from claimcheck.archives.links import original_of
from claimcheck.archives.sameness import host_of, is_same_page
from claimcheck.archives.stamps import Replay, read_http_date, read_replay
from claimcheck.enums import State
from claimcheck.model import Fetched, Page, Source
from claimcheck.ports import Retrieved

RAW = "id_"
MOST_HOPS = 8
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOUND = range(200, 300)
_NOT_FOUND = 404
_AHEAD = timedelta(days=1)
_KEPT = frozenset({"content-type", "content-language"})


async def replay(door: Door, memento: Memento, source: Source, now: datetime) -> Retrieved:
    """Return a memento's page as it was captured, or why it cannot be had."""
    url, seen, hopped = memento.raw or memento.uri, set[str](), False
    for _ in range(MOST_HOPS):
        if url in seen:
            return Retrieved(note="its copies redirect in a circle")
        seen.add(url)
        reply = await door.ask(url)
        if reply.status is None:
            return Retrieved(note=reply.trouble)
        at = read_http_date(reply.header(MEMENTO_DATETIME))
        if reply.status in _REDIRECTS and reply.header("location"):
            following = _following(url, reply.header("location"), at, source)
            if following is None:
                return Retrieved(note="its copy redirects out of the archive")
            url, hopped = following, hopped or at is not None
            continue
        if at is None or at > now + _AHEAD:
            return Retrieved(note=_no_memento(reply, at))
        return _retrieved(replace(memento, at=at), url, reply, source, hopped=hopped)
    return Retrieved(note=f"more than {MOST_HOPS} redirects from copy to copy")


def _following(url: str, location: str, at: datetime | None, source: Source) -> str | None:
    """Return where a redirect leads within the archive; none where it leads elsewhere."""
    try:
        target = urljoin(url, location)
    except ValueError:
        return None
    here, there = read_replay(url), read_replay(target)
    if here is None:
        return (
            target if urlsplit(target)[:2] == urlsplit(url)[:2] and host_of(target) != host_of(source.address) else None
        )
    if there is not None and there.base == here.base:
        return there.address(RAW)
    if at is None:
        return None
    try:
        return Replay(here.base, at, urljoin(here.original, location)).address(RAW)
    except ValueError:
        return None


def _no_memento(reply: Reply, at: datetime | None) -> str:
    if at is not None:
        return f"it gave a copy of a day that is still to come ({at.date().isoformat()})"
    told = reply.body[:20_000].decode("utf-8", "replace")
    if is_exclusion(told) or is_exclusion(reply.header("x-archive-wayback-runtime-error")):
        return "the site is excluded from the archive"
    if reply.status == _NOT_FOUND:
        return "it has no copy after all"
    return f"it answered {reply.status} and no copy"


def _retrieved(memento: Memento, url: str, reply: Reply, source: Source, *, hopped: bool) -> Retrieved:
    parts = read_replay(url)
    original = original_of(reply.header("link")) or (parts.original if parts else "") or memento.original
    if not hopped and original and not is_same_page(original, source.address):
        return Retrieved(note="it gave a copy of another address")
    uri = Replay(parts.base, memento.at, parts.original).address() if parts else url
    memento = replace(memento, uri=uri, original=original or source.address, raw=url if parts else "")
    if reply.status not in _FOUND:
        memento = replace(memento, status=reply.status)
        return Retrieved(memento, note=f"what was captured on {memento.day.isoformat()} is an answer {reply.status}")
    return Retrieved(memento, fetched_from(memento, reply, source))


def fetched_from(memento: Memento, reply: Reply, source: Source) -> Fetched:
    """Return a copy as the pipeline reads it: a page at the address that it was captured from."""
    media_type, charset = _type_of(reply.header("content-type"))
    page = Page(
        url=memento.original,
        body=reply.body,
        media_type=media_type or source.media_type.lower(),
        charset=charset,
        headers=tuple(pair for pair in reply.headers if pair[0] in _KEPT),
        truncated=reply.truncated,
    )
    state = State.TOO_LARGE if reply.truncated else State.LIVE
    return Fetched(source, state, page, final_url=memento.original, http_status=200, detail=reply.truncated)


def _type_of(content_type: str) -> tuple[str, str]:
    if "/" not in content_type:
        return "", ""
    header = Message()
    header["content-type"] = content_type[:200]
    return header.get_content_type(), str(header.get_param("charset", "") or "")
