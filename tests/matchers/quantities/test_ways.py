"""One value, said as news says it in six languages, is read as the same value in all of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from matchers.quantities.told import tell

from claimcheck.matchers.quantities import read_quantities

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
def test_a_value_is_read_the_same_in_every_language(expected: str, language: str, text: str) -> None:
    found = read_quantities(text, language)
    assert "; ".join(tell(replace(quantity, noun=())) for quantity in found) == expected
