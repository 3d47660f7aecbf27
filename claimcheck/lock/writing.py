"""Entries → the text of a lock: sorted, the same bytes for the same entries.

Every claim of the claims file has its line, accepted or not.  That line is what lets two branches accept two claims
that are neighbours: each adds its block below another line, so git sees two changes in two places.
"""

import re
from collections.abc import Collection, Iterable

from claimcheck.accepted import Acceptance
from claimcheck.lock.blocks import source_key, values_of
from claimcheck.lock.reading import END, HEAD, LOCK_VERSION, TABLE
from claimcheck.lock.values import render_value

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def render_lock(entries: Iterable[Acceptance], claim_ids: Collection[str]) -> str:
    """Return the lock of these entries; ``claim_ids`` are those of the claims file, accepted or not."""
    blocks: dict[str, list[Acceptance]] = {claim_id: [] for claim_id in claim_ids}
    for entry in entries:
        blocks.setdefault(entry.claim_id, []).append(entry)
    lines = [HEAD, f"version = {LOCK_VERSION}", "", TABLE, ""]
    for claim_id in sorted(blocks):
        lines.append(f"# {_name(claim_id)}")
        for entry in sorted(blocks[claim_id], key=lambda entry: entry.source):
            mark = f"{_name(claim_id)}.{source_key(entry.source)}"
            lines += [f"{mark}.{name} = {render_value(value)}" for name, value in values_of(entry).items()]
        lines.append("")
    return "\n".join([*lines, END, ""])


def _name(claim_id: str) -> str:
    return claim_id if _BARE.fullmatch(claim_id) else render_value(claim_id)
