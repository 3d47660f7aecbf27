"""Live pages: entries that each begin with their time of day; the newest one tells what holds.

A page is read as live only where at least three of its blocks begin with a time and all of them go one way, the
newest first or the newest last.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.enums import Role
from claimcheck.model import Block, Document

FEWEST = 3
"""Entries from which times at the beginning of blocks make a live page."""

_TIME = re.compile(
    r"[^\w\n]{0,3}(?P<hour>[01]?\d|2[0-3])\s?[:.hH]\s?(?P<minute>[0-5]\d)\b(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s?(?:Uhr|h|GMT|BST|CES?T|UTC|E[DS]T|ET)\b)?\s*(?P<rest>[\u2013\u2014:|-]|$|\n|(?<=\s)(?=(?-i:[A-Z\u00c0-\u00de])))",
    re.IGNORECASE,
)


def entries(document: Document) -> dict[int, int]:
    """Return, per block of a live page's entries, how many minutes of the day it was written; nothing on others."""
    stamps = [(number, stamp) for number, b in enumerate(document.blocks) if (stamp := _stamp(document.text, b))]
    times = [minutes for _, (minutes, _) in stamps]
    steps = {later > earlier for earlier, later in pairwise(times) if later != earlier}
    if len(stamps) < FEWEST or len(steps) != 1:
        return {}
    found: dict[int, int] = {}
    ends = [number for number, _ in stamps[1:]] + [len(document.blocks)]
    for (number, (minutes, heads)), end in zip(stamps, ends, strict=True):
        found.update(dict.fromkeys(_of_entry(document.blocks, number, end) if heads else (number,), minutes))
    return found


def _stamp(text: str, block: Block) -> tuple[int, bool] | None:
    """Return the time that a block begins with, in minutes, and whether it is the head of its entry; or none.

    The head says nothing else, or is a heading: *18:30 Toll rises to six*.
    """
    begin, end = block.span
    if block.role.is_boilerplate or block.cells:
        return None
    match = _TIME.match(text, begin, end)
    if match is None:
        return None
    hour = int(match["hour"]) % 12 + 12 * (match["half"].lower() == "p") if match["half"] else int(match["hour"])
    heads = block.role is Role.HEADING or not text[match.end() : end].strip()
    return hour * 60 + int(match["minute"]), heads


def _of_entry(blocks: Sequence[Block], begin: int, end: int) -> list[int]:
    """Return the blocks of an entry whose time stands in a block of its own, or in its heading."""
    return [n for n in range(begin, end) if not blocks[n].role.is_boilerplate and blocks[n].role is not Role.CORRECTION]
