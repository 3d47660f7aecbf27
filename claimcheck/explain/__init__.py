"""A page for each code: what it means, an example, why it matters, what to do.

The pages are packaged data, four TOML files by the first letter of the code: they are read, not run, and whoever can
write can improve one.  Read with the standard library only, so that ``claimcheck explain`` starts at once.
"""

import difflib
import textwrap
import tomllib
from functools import cache
from importlib.resources import files

from claimcheck.enums import Code
from claimcheck.errors import UsageError

WIDTH = 78
"""Columns of a page."""

_FILES = ("sources.toml", "support.toml", "drift.toml", "file.toml")
_PARTS = (("means", ""), ("example", "Example"), ("matters", "Why it matters"), ("todo", "What to do"))


@cache
def pages() -> dict[str, dict[str, str]]:
    """Return the parts of every page by its code: ``title``, ``means``, ``example``, ``matters``, ``todo``."""
    folder = files("claimcheck.explain")
    found: dict[str, dict[str, str]] = {}
    for name in _FILES:
        found |= tomllib.loads((folder / name).read_text(encoding="utf-8"))
    return found


def titles() -> tuple[tuple[str, str], ...]:
    """Return every code and the title of its page, in the order of the codes."""
    return tuple((code, page["title"]) for code, page in sorted(pages().items()))


def explain(code: str, *, width: int = WIDTH) -> str:
    """Return the page of a code, wrapped to ``width`` columns, ending in a newline; case does not matter.

    The name of a code is understood too: ``value-conflict`` is V210.

    Raises:
        UsageError: no code is called that; the hint holds the nearest.
    """
    wanted = code.strip().upper().replace("-", "_").replace(" ", "_")
    known = pages()
    name = wanted if wanted in known else Code.__members__.get(wanted, "")
    if name not in known:
        near = [name for name in known if wanted and name.startswith(wanted)][:3]
        near = near or difflib.get_close_matches(wanted, [*known, *Code.__members__], n=3, cutoff=0.6)
        hint = f"did you mean {' or '.join(near)}?" if near else "'claimcheck explain' lists the codes"
        raise UsageError(f"no code is called '{code}'", hint=hint)
    page = known[name]
    parts = [f"{name}  {page['title']}"]
    for key, heading in _PARTS:
        parts.append(f"{heading}\n{_wrap(page[key], width)}" if heading else _wrap(page[key], width))
    return "\n\n".join(parts) + "\n"


def _wrap(text: str, width: int) -> str:
    """Return paragraphs wrapped and indented; a line that is indented already stays as it is."""
    lines: list[str] = []
    for paragraph in text.strip("\n").split("\n"):
        if paragraph.startswith("  "):
            lines.append(f"  {paragraph}")
        else:
            filled = textwrap.wrap(paragraph, width - 2, break_long_words=False, break_on_hyphens=False)
            lines += [f"  {line}" for line in filled or [""]]
    return "\n".join(line.rstrip() for line in lines)
