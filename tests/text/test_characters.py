"""The character map, printable text and folding: laws, and the characters that forced them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text import fold, map_characters, printable, surroundings

any_text = st.text(max_size=200)
odd_text = st.text(
    st.one_of(
        st.characters(), st.sampled_from("\xa0\u202f\u2009\u2212\u2010\u2019\u201c\xab\u2033½İ\u017f\u0301\ufb01\t\n")
    ),
    max_size=120,
)


@given(text=odd_text)
def test_the_map_keeps_the_length(text: str) -> None:
    assert len(map_characters(text)) == len(text)


@given(text=odd_text)
def test_mapping_again_changes_nothing(text: str) -> None:
    once = map_characters(text)
    assert map_characters(once) == once


@given(one=odd_text, other=odd_text)
def test_the_map_goes_character_by_character(one: str, other: str) -> None:
    assert map_characters(one + other) == map_characters(one) + map_characters(other)


@given(text=odd_text)
def test_the_map_leaves_letters_as_they_are(text: str) -> None:
    assert [c for c in map_characters(text) if c.isalpha()] == [c for c in text if c.isalpha() and c != "\u02bc"]


@pytest.mark.parametrize(
    ("found", "mapped"),
    [
        ("3\xa0000", "3 000"),
        ("3\u202f000", "3 000"),
        ("3\u2009000", "3 000"),
        ("\u22125", "-5"),
        ("co\u2011op", "co-op"),
        ("l\u2019an", "l'an"),
        ("\u201cquote\u201d", '"quote"'),
        ("\xabguillemets\xbb", '"guillemets"'),
        ("\u201ezitat\u201c", '"zitat"'),
        ("\uff11\uff12", "12"),
        ("a\tb\nc", "a b c"),
        ("4\u20136", "4\u20136"),
        ("a \u2014 b", "a \u2014 b"),
        ("½ km²", "½ km²"),
    ],
)
def test_spaces_hyphens_quotation_marks_and_digits_become_plain(found: str, mapped: str) -> None:
    assert map_characters(found) == mapped


@given(text=odd_text)
def test_printable_text_holds_no_control_and_is_one_line(text: str) -> None:
    shown = printable(text)
    assert "\n" not in shown
    assert all(ord(c) >= 0x20 and not 0x7F <= ord(c) <= 0x9F for c in shown)
    assert printable(shown) == shown


@pytest.mark.parametrize(
    "hidden",
    ["\x1b", "\x00", "\x07", "\x9b", "\x7f", "\u202e", "\u2066", "\u200b", "\ufeff", "\xad", "\ufe0f", "\ud800"],
)
def test_what_could_steer_a_terminal_or_hide_is_left_out(hidden: str) -> None:
    assert printable(f"a{hidden}b") == "ab"


def test_lines_are_kept_where_they_are_asked_for() -> None:
    assert printable("a\nb  c", keep_lines=True) == "a\nb  c"
    assert printable("a\nb  c") == "a b c"


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Élysée", "elysee"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Øresund", "oresund"),
        ("Łódź", "lodz"),
        ("Cœur", "coeur"),
        ("Sa\u0303o", "sao"),
        ("İzmir", "izmir"),
        ("Çà", "ca"),
        ("abc", "abc"),
        ("\U0001d400", "a"),
    ],
)
def test_folding_takes_case_and_accents_away(word: str, folded: str) -> None:
    assert fold(word) == folded


@given(word=odd_text)
def test_folding_again_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(text=any_text, data=st.data())
def test_surroundings_are_whole_words_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, after = surroundings(text, (start, end), width=16)
    assert len(before) <= 16
    assert len(after) <= 16
    assert before in " ".join(text[:start].split())
    assert after in " ".join(text[end:].split())
