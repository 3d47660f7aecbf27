"""Stage 5, match: reads the tables beside this file.  Tab-separated, UTF-8; a line that starts with # is a comment."""

from collections.abc import Iterator
from importlib.resources import files

_FOLDER = files("claimcheck.matchers.words") / "tables"


def rows(name: str) -> Iterator[list[str]]:
    """Give the cells of each row of a table of this package, header and comments left out."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        if line and not line.startswith("#"):
            yield line.split("\t")


def split(cell: str) -> list[str]:
    """Return the words of a cell, which commas part."""
    return cell.split(", ") if cell else []


def fields() -> list[str]:
    """Return the names of the lexicon's tables, one a field of the news, in order."""
    return sorted(entry.name for entry in _FOLDER.iterdir() if entry.name.startswith("lexicon-"))
