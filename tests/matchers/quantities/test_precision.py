"""How finely a number is written, which other number its digits may mean, and what reading costs at the start."""

import subprocess
import sys
from decimal import Decimal

import pytest

from claimcheck.matchers.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "language", "digits", "step", "scale_word"),
    [
        pytest.param("3,000 workers", "en", 1, "1000", "", id="noughts at the end are no digits"),
        pytest.param("2,987 workers", "en", 4, "1", "", id="every digit counts"),
        pytest.param("410 workers", "en", 2, "10", "", id="a last nought is rounding"),
        pytest.param("$1.30", "en", 3, "0.01", "", id="noughts behind the point are digits"),
        pytest.param("1.3 million workers", "en", 2, "100000", "million", id="the step bears the scale"),
        pytest.param("2.0 million workers", "en", 2, "100000", "million", id="a written nought is precise"),
        pytest.param("$1.2bn", "en", 2, "100000000", "bn", id="a short scale"),
        pytest.param("two million workers", "en", 1, "1000000", "million", id="in words"),
        pytest.param("deux cent cinquante mille voix", "fr", 2, "10000", "mille", id="in French words"),
        pytest.param("un million et demi de voix", "fr", 2, "500000", "million", id="a half"),
        pytest.param("1 240 voix", "fr", 3, "10", "", id="grouped by spaces"),
        pytest.param("one in four", "en", 2, "0.05", "", id="a coarse share"),
        pytest.param("a third of workers", "en", 2, "0.05", "", id="a coarse fraction"),
        pytest.param("1 in 100,000 people", "en", 2, "0.00001", "", id="a fine share"),
        pytest.param("25 basis points", "en", 2, "0.01", "", id="basis points are hundredths"),
    ],
)
def test_a_number_keeps_how_finely_it_is_written(
    text: str, language: str, digits: int, step: str, scale_word: str
) -> None:
    (quantity,) = read_quantities(text, language)
    assert (quantity.digits, quantity.step, quantity.scale_word) == (digits, Decimal(step), scale_word)


@pytest.mark.parametrize(
    ("text", "language", "value", "alternatives"),
    [
        pytest.param("3,000 km", "en", "3000", [], id="grouped as the language groups"),
        pytest.param("3.125 km", "en", "3.125", ["3125"], id="the language's decimal sign before three digits"),
        pytest.param("3.000 km", "en", "3000", ["3"], id="three noughts are no decimals"),
        pytest.param("3,125 km", "de", "3.125", ["3125"], id="the same with a comma"),
        pytest.param("3,125 million euros", "fr", "3125000", ["3125000000"], id="the other reading bears the scale"),
        pytest.param("3.125 km", "de", "3125", [], id="a point that groups"),
        pytest.param("1.5 km", "de", "1.5", [], id="one digit is never a group"),
        pytest.param("1,5 km", "en", "1.5", [], id="one digit is never a group, with a comma"),
        pytest.param("0.125 km", "en", "0.125", [], id="a nought begins no group"),
    ],
)
def test_digits_that_mean_another_number_elsewhere_keep_both_readings(
    text: str, language: str, value: str, alternatives: list[str]
) -> None:
    (quantity,) = read_quantities(text, language)
    assert quantity.low == Decimal(value)
    assert list(quantity.alternatives) == [Decimal(other) for other in alternatives]


def test_importing_the_reader_loads_no_library() -> None:
    code = (
        "import sys, claimcheck.matchers.quantities; "
        "sys.exit(bool({'babel', 'text_to_num', 'httpx', 'click'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
