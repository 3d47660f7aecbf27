"""Tables of ways to say one thing in six languages, a row a thing: what it is read as, then a way per language."""

from pathlib import Path

import pytest

LANGUAGES = ("en", "fr", "es", "de", "pt", "it")


def read_ways(table: Path) -> list[object]:
    """Return a parameter of a test for each way: what it is read as, the language, the text; ``-`` is no way."""
    found: list[object] = []
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        expected, *ways = (cell.strip() for cell in line.split("|"))
        for language, text in zip(LANGUAGES, ways, strict=True):
            if text != "-":
                found.append(pytest.param(expected, language, text, id=f"{language}: {text}"))
    return found
