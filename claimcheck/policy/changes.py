"""Which claims a change adds or alters: claims files before and after → ids.  Pure.

A claim is what bears on its verdict.  Its id, its place, its notes and its tags do not: a claim that is moved, renamed
or annotated is the same claim.
"""

from collections.abc import Collection

from claimcheck.model import Claim, ClaimsFile, Source


def changed_ids(now: ClaimsFile, before: ClaimsFile | None, touched: Collection[str] = ()) -> frozenset[str]:
    """Return the ids of the claims that were not there before, or not so.

    Args:
        now: the claims file as it is.
        before: as it was; none where there was none, or none that could be read.
        touched: paths of changed files, relative to the claims file's folder: whoever changes a file that a claim
            cites changes what it rests on.
    """
    if before is None or before.aliases != now.aliases:
        return frozenset(claim.id for claim in now.claims)
    known = {_content(claim) for claim in before.claims}
    return frozenset(
        claim.id
        for claim in now.claims
        if _content(claim) not in known or any(source.path in touched for source in claim.sources if source.path)
    )


def _content(claim: Claim) -> tuple[object, ...]:
    return (
        claim.text,
        tuple(map(_citation, claim.sources)),
        claim.require,
        claim.expect,
        claim.quotes,
        claim.trans_quote,
        claim.language,
        claim.locator,
        claim.severity,
        claim.ignore,
    )


def _citation(source: Source) -> tuple[object, ...]:
    return (
        source.address,
        source.headers_from,
        source.issued,
        source.language,
        source.media_type,
        source.archive_url,
        source.selector,
        source.quotes,
    )
