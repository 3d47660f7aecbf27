"""Stage 5, match: the tables beside this file.  Tab-separated, UTF-8; a line that starts with # is a comment."""

from functools import lru_cache
from importlib.resources import files

_FOLDER = files("claimcheck.matchers.names") / "tables"


def groups(name: str) -> list[list[str]]:
    """Return the rows of a table of names of one thing: the cells of each row, empty ones left out."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]
    return [
        [name for cell in line.split("\t") for name in cell.split("; ") if name]
        for line in lines
        if line and not line.startswith("#")
    ]


@lru_cache(maxsize=64)
def words(kind: str) -> frozenset[str]:
    """Return the folded words of one kind in ``words.tsv``, in all languages together."""
    lines = (_FOLDER / "words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(word for line in lines if line.startswith(kind + "\t") for word in line.split("\t")[2].split())


@lru_cache(maxsize=8)
def endings(language: str) -> tuple[str, ...]:
    """Return the endings, folded, that words of a language have far more often than its names."""
    lines = (_FOLDER / "words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(
        end for line in lines if line.startswith(f"ending\t{language}\t") for end in line.split("\t")[2].split()
    )
