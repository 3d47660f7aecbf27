"""claims.lock: text ↔ the evidence that people have accepted.

The format is TOML in which every line names its claim and source (``pay.1f3a9c02.by = "Jo"``), read by a small reader
of its own.  Tried with git, on every pair of four neighbouring claims accepted on two branches: of YAML and of JSON, a
block for each claim, 6 pairs of 12 merge; where git is told to keep both sides, 12 merge and none reads right, for git
takes like lines (``by: Jo``) of two blocks for one.  Of lines that name their block, 12 of 12 merge and read right,
both ways.  The reader is our own because no TOML reader tells the line of a value,
and because a lock comes in pull requests: what is read is bounded in size and depth by its form.
"""

from importlib.resources import files

from claimcheck.lock.reading import LOCK_VERSION, lock_path, parse_lock, read_lock
from claimcheck.lock.writing import render_lock

__all__ = ["LOCK_VERSION", "lock_path", "lock_schema_text", "parse_lock", "read_lock", "render_lock"]


def lock_schema_text() -> str:
    """Return the JSON Schema of a lock read as TOML, as shipped, ending in a newline."""
    return (files("claimcheck.lock") / "lock-v1.schema.json").read_text(encoding="utf-8")
