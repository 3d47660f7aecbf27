"""Stage 2, plan: claims → the sources to fetch, each once, with the claims on it.  Pure."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import zip_longest
from urllib.parse import urlsplit

from claimcheck.enums import ExpectKind
from claimcheck.model import Claim, Source

SourceKey = tuple[str, str]
"""What makes two sources one fetch: the address, and where their request headers come from."""


def source_key(source: Source) -> SourceKey:
    """Return what makes two sources one fetch."""
    return source.address, source.headers_from


def is_ignored(claim: Claim, today: date) -> bool:
    """Return whether a claim is not to be judged today: its ``ignore`` has no last day, or that day is not over."""
    return claim.ignore is not None and (claim.ignore.until is None or today <= claim.ignore.until)


def plan(claims: Iterable[Claim], today: date) -> dict[SourceKey, tuple[Claim, ...]]:
    """Return every distinct source of the claims that are to be judged, in file order, with the claims on it."""
    planned: dict[SourceKey, tuple[Claim, ...]] = {}
    for claim in claims:
        if not is_ignored(claim, today):
            for key in dict.fromkeys(map(source_key, claim.sources)):
                planned[key] = (*planned.get(key, ()), claim)
    return planned


def interleave(keys: Iterable[SourceKey]) -> list[SourceKey]:
    """Return the sources in turns of their hosts, so that one cited a lot holds up none that is cited once."""
    by_host: dict[str, list[SourceKey]] = {}
    for key in keys:
        by_host.setdefault(urlsplit(key[0]).netloc, []).append(key)
    rounds = zip_longest(*by_host.values())
    return [key for turn in rounds for key in turn if key is not None]


def pick(claims: Iterable[Claim], ids: Collection[str]) -> tuple[Claim, ...]:
    """Return the claims with these ids, in file order; all of them where no id is given."""
    return tuple(claim for claim in claims if not ids or claim.id in ids)


def wants_media_type_only(claim: Claim) -> bool:
    """Return whether all that is expected of a source is its type, so that its text need not be readable."""
    return bool(claim.expect) and all(item.kind is ExpectKind.MEDIA_TYPE for item in claim.expect)


def anchor_selector(anchor: str) -> str:
    """Return the selector of an anchor; one site puts a word of its own before the names that its writers give."""
    name = anchor.replace("\\", r"\\").replace('"', r"\"")
    return f'[id="{name}"], [name="{name}"], [id="user-content-{name}"]'
