"""Indented JSON: to the letter what the standard library writes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.enums import Verdict
from claimcheck.indented import dump

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(Verdict),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.lists(inner).map(tuple),
    max_leaves=20,
)


@given(VALUES, st.sampled_from([1, 2, 4]), st.booleans())
def test_law_it_is_what_the_library_writes(value: object, indent: int, plain: bool) -> None:
    assert dump(value, indent=indent, plain=plain) == json.dumps(value, ensure_ascii=plain, indent=indent)


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(TypeError):
        dump({"a": {1, 2}})
