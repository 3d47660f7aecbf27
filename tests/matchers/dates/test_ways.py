"""One day or period, said as news says it in six languages, is read as the same days in all of them."""

from pathlib import Path

import pytest
from matchers.dates.telling import ISSUED, tell_all
from matchers.ways import read_ways


@pytest.mark.parametrize(("expected", "language", "text"), read_ways(Path(__file__).parent / "ways.txt"))
def test_a_day_is_read_the_same_in_every_language(expected: str, language: str, text: str) -> None:
    assert tell_all(text, language, issued=ISSUED) == expected
