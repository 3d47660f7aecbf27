"""One day or period, said as news says it in six languages, is read as the same days in all of them."""

from pathlib import Path

import pytest
from matchers.dates.telling import ISSUED, tell_all

LANGUAGES = ("en", "fr", "es", "de", "pt", "it")
_ROWS = [
    [cell.strip() for cell in line.split("|")]
    for line in (Path(__file__).parent / "ways.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    ("expected", "language", "text"),
    [
        pytest.param(expected, language, text, id=f"{language}: {text}")
        for expected, *ways in _ROWS
        for language, text in zip(LANGUAGES, ways, strict=True)
        if text != "-"
    ],
)
def test_a_day_is_read_the_same_in_every_language(expected: str, language: str, text: str) -> None:
    assert tell_all(text, language, issued=ISSUED) == expected
