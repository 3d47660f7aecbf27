"""What is kept of a page and of a claim to tell whether they have changed: digests, and a simhash for *how much*.

The simhash is Charikar's, of 64 bits, over runs of three words: texts that share most of their runs differ in few bits,
two unrelated ones in about 32.  Thirty lines here spare a dependency.
"""

import base64
import re
from collections import Counter
from hashlib import blake2b, sha1, sha256

from claimcheck.accepted import Hashes
from claimcheck.drift.tokens import tokens_of
from claimcheck.model import Claim, Document, Page
from claimcheck.text import map_characters

BITS = 64
_RUN = 3
_MOST_WORDS = 20_000
_SPACE = re.compile(r"\s+")


def hash_claim(claim: Claim) -> str:
    """Return a digest of what a claim says: its words, and what its writer says that the source must hold.

    Typography does not count.
    """
    said = [claim.text, *(quote.exact for quote in claim.quotes)]
    said += [f"{e.kind} {e.op} {e.text} {e.unit} {e.tolerance}" for e in claim.expect]
    plain = "\x1f".join(_SPACE.sub(" ", map_characters(text)).strip() for text in said)
    return sha256(plain.encode("utf-8", "replace")).hexdigest()


def hash_page(page: Page, document: Document) -> Hashes:
    """Return the digests of a page and of its text.

    The payload digest of an archive is of the body as it was transferred.  Where the page came in a content coding,
    that body is not kept, and the digest is of the decoded one: it says which.
    """
    coded = any(name == "content-encoding" and value.strip() not in {"", "identity"} for name, value in page.headers)
    digest = base64.b32encode(sha1(page.body, usedforsecurity=False).digest()).decode("ascii")
    return Hashes(
        body=sha256(page.body).hexdigest(),
        text=sha256(document.text.encode("utf-8", "replace")).hexdigest(),
        likeness=simhash(document),
        payload=f"sha1:{digest}",
        payload_of="decoded body" if coded else "body as transferred",
    )


def simhash(document: Document) -> str:
    """Return the simhash of a document's own text, in hexadecimal; empty where it has too few words for one."""
    own = "\n".join(document.text[slice(*b.span)] for b in document.blocks if not b.role.is_boilerplate)
    words = tokens_of(own[: _MOST_WORDS * 8]).joined.split(" ")[:_MOST_WORDS]
    runs = Counter(" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))
    if not runs:
        return ""
    weights = [0] * BITS
    for run, count in runs.items():
        bits = int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=BITS // 8).digest(), "big")
        for place in range(BITS):
            weights[place] += count if bits >> place & 1 else -count
    return f"{sum(1 << place for place, weight in enumerate(weights) if weight > 0):016x}"


def distance(one: str, other: str) -> int:
    """Return in how many bits two simhashes differ; all of them where one is missing or no simhash."""
    try:
        return (int(one, 16) ^ int(other, 16)).bit_count() if one and other else BITS
    except ValueError:
        return BITS
