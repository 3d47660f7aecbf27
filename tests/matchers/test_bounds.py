"""A claim's number against a source's: the comparison table, row by row, and the laws it keeps."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.bounds import Number, compare_numbers
from claimcheck.matchers.values import Bound

A, W, C, NOTHING = Outcome.AGREES, Outcome.WEAKER, Outcome.CONFLICTS, None
SIGNS = {
    "": Bound.EXACT,
    "~": Bound.ABOUT,
    "nearly ": Bound.NEARLY,
    "just over ": Bound.JUST_OVER,
    ">": Bound.MORE_THAN,
    ">=": Bound.AT_LEAST,
    "<=": Bound.AT_MOST,
    "<": Bound.LESS_THAN,
}


def number(written: str) -> Number:
    sign = next(s for s in sorted(SIGNS, key=len, reverse=True) if written.startswith(s))
    ends = [Decimal(end) for end in written.removeprefix(sign).split("..")]
    last = max(ends, key=lambda end: len(str(end).strip("0").strip(".")))
    exponent = last.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(int(exponent))
    return Number(ends[0], ends[-1], SIGNS[sign], len(last.normalize().as_tuple().digits), step)


@pytest.mark.parametrize(
    ("claim", "source", "outcome"),
    [
        pytest.param("3000", "3000", A, id="the same number"),
        pytest.param("3000", "2987", A, id="rounded to its own digits"),
        pytest.param("3000", "2600", C, id="one digit does not round that far"),
        pytest.param("12", "13", C, id="small numbers do not round"),
        pytest.param("412", "413", C, id="every digit written counts"),
        pytest.param("1.3", "1.26", A, id="two digits round by their own step"),
        pytest.param("nearly 3000", "2987", A, id="nearly, of just under"),
        pytest.param("nearly 3000", "2400", W, id="nearly, of a fifth less"),
        pytest.param("nearly 3000", "3600", C, id="nearly, of more"),
        pytest.param("just over 3000", "3100", A, id="just over, of a little more"),
        pytest.param("just over 3000", "2900", C, id="just over, of less"),
        pytest.param("just over 3000", "3600", W, id="just over, of a fifth more"),
        pytest.param("just over 3000", "just over 3000", A, id="just over, of the same"),
        pytest.param("just over 3000", "nearly 3000", C, id="just over, of nearly"),
        pytest.param("nearly 3000", "just over 3000", C, id="nearly, of just over"),
        pytest.param("nearly 3000", ">3000", C, id="nearly, of more than"),
        pytest.param("just over 3000", "<3000", C, id="just over, of less than"),
        pytest.param(">3000", "just over 3000", A, id="more than, of just over"),
        pytest.param("<3000", "just over 3000", C, id="less than, of just over"),
        pytest.param("<3000", "nearly 3000", A, id="less than, of nearly"),
        pytest.param("2950", "nearly 3000", W, id="exactly, of nearly a little more"),
        pytest.param("3050", "just over 3000", W, id="exactly, of just over a little less"),
        pytest.param("3412", "nearly 3000", C, id="exactly, above the source's nearly"),
        pytest.param("~3000", "3200", A, id="about, within a tenth"),
        pytest.param("~3000", "3600", W, id="about, within a quarter"),
        pytest.param("~3000", "5000", C, id="about, beyond"),
        pytest.param("2000", ">2000", W, id="exactly, of more than"),
        pytest.param("2000", "<=2000", W, id="exactly, of up to"),
        pytest.param("2000", "<2000", W, id="exactly, of less than"),
        pytest.param("2000", ">3000", C, id="exactly, below the source's floor"),
        pytest.param("4000", "<3000", C, id="exactly, above the source's ceiling"),
        pytest.param("2", "1.32..2", W, id="exactly, the top of the range"),
        pytest.param("1.5", "1.32..2", W, id="exactly, within the range"),
        pytest.param("5", "1.32..2", C, id="exactly, outside the range"),
        pytest.param(">3000", ">3000", A, id="more than, of the same"),
        pytest.param(">3000", ">3400", A, id="more than, of more than more"),
        pytest.param(">3000", "3400", A, id="more than, of more"),
        pytest.param(">3000", "2900", C, id="more than, of less"),
        pytest.param(">3000", "3000", W, id="more than, of exactly"),
        pytest.param(">3000", "<=3000", W, id="more than, of up to: same pivot, other bound"),
        pytest.param(">3000", "<3000", C, id="more than, of less than"),
        pytest.param("<=3000", ">3000", W, id="up to, of over: same pivot, other bound"),
        pytest.param("<=3000", "3000", A, id="up to, of exactly"),
        pytest.param("<=3000", "3500", C, id="up to, of more"),
        pytest.param("<=3000", "<=3000", A, id="up to, of up to"),
        pytest.param("<=600", "400..600", A, id="up to, of a range that ends there"),
        pytest.param(">=3000", "<=3000", C, id="at least, of at most"),
        pytest.param(">=3000", "2000..3000", C, id="at least, of a range that ends there"),
        pytest.param(">=3000", "3000", A, id="at least, of exactly"),
        pytest.param("1.32..2", "1.32..2", A, id="range, of the same"),
        pytest.param("1..3", "1.32..2", A, id="range, of one inside"),
        pytest.param("1..1.5", "1.32..2", W, id="range, of one that overlaps"),
        pytest.param("3..4", "1.32..2", C, id="range, of one beyond"),
        pytest.param("3..4", "5", C, id="range, of a number beyond"),
    ],
)
def test_the_comparison_table(claim: str, source: str, outcome: Outcome | None) -> None:
    relation = compare_numbers(number(claim), number(source))
    assert (relation.outcome if relation else None) is outcome


@pytest.mark.parametrize(
    ("claim", "source", "code"),
    [
        ("<=3000", ">3000", Code.WEAKER_BOUND),
        (">=3000", "<=3000", Code.BOUND_CONFLICT),
        ("2", "1.32..2", Code.WEAKER_VALUE),
        ("2000", "<=2000", Code.WEAKER_BOUND),
        ("12", "13", Code.VALUE_CONFLICT),
    ],
)
def test_what_differs_has_its_code(claim: str, source: str, code: Code) -> None:
    relation = compare_numbers(number(claim), number(source))
    assert relation is not None
    assert relation.code is code


bounds = st.sampled_from(list(Bound))
values = st.decimals(min_value=1, max_value=10**9, allow_nan=False, allow_infinity=False, places=2)


def stated(value: Decimal, bound: Bound) -> Number:
    return Number(value, value, bound, len(value.normalize().as_tuple().digits), Decimal("0.01"))


@given(values, bounds)
def test_what_a_source_says_in_the_same_words_agrees(value: Decimal, bound: Bound) -> None:
    relation = compare_numbers(stated(value, bound), stated(value, bound))
    assert relation is not None
    assert relation.outcome is Outcome.AGREES


@given(values, values)
def test_a_plain_number_never_agrees_with_one_more_than_a_twentieth_away(one: Decimal, other: Decimal) -> None:
    relation = compare_numbers(stated(one, Bound.EXACT), stated(other, Bound.EXACT))
    assert relation is not None
    assert relation.outcome is Outcome.CONFLICTS or abs(one - other) <= max(one, other) * Decimal("0.05")


@given(values, values)
def test_plain_numbers_conflict_both_ways_or_neither(one: Decimal, other: Decimal) -> None:
    there = compare_numbers(stated(one, Bound.EXACT), stated(other, Bound.EXACT))
    back = compare_numbers(stated(other, Bound.EXACT), stated(one, Bound.EXACT))
    assert there is not None
    assert back is not None
    assert there.outcome is back.outcome
