"""One value, said as news says it in six languages, is read as the same value in all of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from matchers.quantities.told import tell
from matchers.ways import read_ways

from claimcheck.matchers.quantities import read_quantities


@pytest.mark.parametrize(("expected", "language", "text"), read_ways(Path(__file__).parent / "ways.txt"))
def test_a_value_is_read_the_same_in_every_language(expected: str, language: str, text: str) -> None:
    found = read_quantities(text, language)
    assert "; ".join(tell(replace(quantity, noun=())) for quantity in found) == expected
