"""Minimal pairs: claims on one page that differ in the one thing that a rule is about.

The files of ``pairs/`` hold a page a block: ``@`` with its language and the rule, its text, then a claim a line behind
``>``, with its language and the verdicts that are right: S supported, P partly, C contradicted, N failed verification.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from matchers.laws_facts import finding

from claimcheck.enums import Verdict
from claimcheck.extractors import PageExtractor
from claimcheck.model import Page

FOLDER = Path(__file__).parent / "pairs"
VERDICTS = {
    "S": Verdict.SUPPORTED,
    "P": Verdict.PARTLY_SUPPORTED,
    "C": Verdict.CONTRADICTED,
    "N": Verdict.FAILED_VERIFICATION,
}


@dataclass
class Block:
    """A page and the claims on it."""

    language: str
    media_type: str
    rule: str
    lines: list[str] = field(default_factory=list)
    claims: list[tuple[str, str, str]] = field(default_factory=list)


def blocks(path: Path) -> Iterator[Block]:
    """Give the blocks of a file."""
    block: Block | None = None
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@ "):
            if block is not None:
                yield block
            language, rule = line[2:].split(" ", 1)
            media_type = "text/html" if rule.startswith("html ") else "text/plain"
            block = Block(language, media_type, rule.removeprefix("html "))
        elif line.startswith("> ") and block is not None:
            language, right, claim = line[2:].split(" ", 2)
            block.claims.append((language, right, claim))
        elif block is not None:
            block.lines.append(line)
    if block is not None:
        yield block


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(b, id=f"{path.stem}: {b.language} {b.rule}")
        for path in sorted(FOLDER.iterdir())
        for b in blocks(path)
    ],
)
def test_what_differs_in_one_thing_is_told_apart(block: Block) -> None:
    page = Page("https://example.org/", "\n".join(block.lines).strip().encode(), block.media_type, "utf-8")
    document = PageExtractor().extract(page)
    said = {claim: finding(claim, document, language).verdict for language, _, claim in block.claims}
    right = {claim: [VERDICTS[letter] for letter in letters] for _, letters, claim in block.claims}
    assert {claim: verdict for claim, verdict in said.items() if verdict not in right[claim]} == {}
