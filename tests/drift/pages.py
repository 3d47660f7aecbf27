"""Documents for tests of drift: paragraphs, each with its role, and what is accepted on them."""

from typing import Any

from claimcheck.accepted import Acceptance, Drifted, Hashes
from claimcheck.drift import PassageDrift, find_passage
from claimcheck.drift.hashing import hash_claim, simhash
from claimcheck.enums import Role, Verdict
from claimcheck.matchers.stated import StatedValues
from claimcheck.model import Block, Claim, Document, Location, Source

VALUES = StatedValues()
AT = Location("claims.yaml", 1, 1)
ADDRESS = "https://example.org/a"
CLAIM = Claim("pay", "Wages rose to $18.50 per hour.", (Source(ADDRESS, AT),), AT)

WAGES = "Wages rose to $18.50 per hour in March 2024, the union said."
BEFORE = "The talks had gone on for eleven weeks in a hotel by the harbour."
AFTER = "Both sides will meet again before the summer, the mediator wrote."


def document(*paragraphs: str | tuple[Role, str], title: str = "Dockers get a raise", **more: Any) -> Document:
    """Return a document of these paragraphs; one given alone is body text."""
    blocks, text = [], ""
    for item in paragraphs:
        role, words = item if isinstance(item, tuple) else (Role.PARAGRAPH, item)
        text += "\n" if text else ""
        blocks.append(Block(role, (len(text), len(text) + len(words))))
        text += words
    return Document(text, tuple(blocks), title=title, language=more.pop("language", "en"), **more)


PAGE = document(BEFORE, WAGES, AFTER)


def accepted(on: Document, words: str, claim: Claim = CLAIM, **more: Any) -> Acceptance:
    """Return the acceptance of some words of a document."""
    passage = find_passage(on, words, VALUES)
    assert passage is not None, words
    given: dict[str, Any] = {"verdict": Verdict.SUPPORTED, "by": "Jo", "on": "2026-11-25", "claim": claim.text}
    return Acceptance(
        claim.id,
        source=ADDRESS,
        claim_sha256=hash_claim(claim),
        passages=(passage,),
        hashes=Hashes(likeness=simhash(on)),
        title=on.title,
        language=on.language,
        **{**given, **more},
    )


def drift(now: Document, words: str = WAGES, before: Document = PAGE) -> Drifted:
    """Return what became of some words between two versions of a document."""
    found = compare(accepted(before, words), now)
    assert found is not None
    return found


def compare(held: Acceptance, now: Document, claim: Claim = CLAIM) -> Drifted | None:
    """Return what became of what was accepted; none where the page cannot tell."""
    return PassageDrift(VALUES).compare(claim, held, now)
