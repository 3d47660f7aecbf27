"""Where sentences end, in six languages, and laws of the spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text import sentences

_pieces = st.sampled_from(["Dr. ", "a", "Ab", "3. ", "Mai", ".", "! ", "?", "…", '"', " ", "\n", "U.S. ", "No. 7", ")"])
_texts = st.one_of(st.text(max_size=120), st.lists(_pieces, max_size=20).map("".join))


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@given(text=_texts)
def test_sentences_stand_in_order_and_hold_every_character_but_space(text: str) -> None:
    past = 0
    kept = ""
    for start, end in sentences(text):
        assert past <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        assert not text[past:start].strip()
        kept += text[start:end]
        past = end
    assert not text[past:].strip()
    assert "".join(kept.split()) == "".join(text.split())


@given(text=_texts)
def test_cutting_a_sentence_again_leaves_it_whole(text: str) -> None:
    for span in sentences(text):
        assert sentences(text, span) == [span]


@given(before=_texts, text=_texts)
def test_a_span_is_cut_as_if_it_stood_alone(before: str, text: str) -> None:
    whole = before + text
    shifted = [(start + len(before), end + len(before)) for start, end in sentences(text)]
    assert sentences(whole, (len(before), len(whole))) == shifted


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith came.",
        "J. K. Rowling wrote.",
        "Played by J. Le Roux and K. El Amrani.",
        "Sung by Anna K. Los Angeles came later.",
        "It grew by 3.5 per cent.",
        "The U.S. Senate voted.",
        "See No. 7 below.",
        "It cost approx. 3 euros.",
        "Mr. and Mrs. Jones, etc. were there.",
        "M. Dupont et Mme. Durand sont venus.",
        "L'art. 5 de la loi.",
        "El Sr. García y la Sra. López.",
        "Am 3. Mai kam er.",
        "Am 18. Juni 1956 kam er.",
        "Es kostet ca. 3 Mio. Euro.",
        "O Dr. Silva chegou.",
        "Il dott. Rossi arriva.",
        "He paid at 5 p.m. on Monday.",
        "v1.2.3 is out",
        "She said ... nothing.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        ("One came! Did two? Yes.", ["One came!", "Did two?", "Yes."]),
        ('He said "No." She left.', ['He said "No."', "She left."]),
        ("(It rained.) It stopped.", ["(It rained.)", "It stopped."]),
        ("A heading\nA line", ["A heading", "A line"]),
        ("It was 2019. In 2020 it fell.", ["It was 2019.", "In 2020 it fell."]),
        ("Il pleut. Il neige.", ["Il pleut.", "Il neige."]),
        ("¿Quién vino? Nadie.", ["¿Quién vino?", "Nadie."]),
        ("Es regnet. Am 3. Mai schneite es.", ["Es regnet.", "Am 3. Mai schneite es."]),
        ("It fell in 2022. August was dry.", ["It fell in 2022.", "August was dry."]),
        ("Fin… Début.", ["Fin…", "Début."]),
        ("Gioca in Serie B. Il club paga.", ["Gioca in Serie B.", "Il club paga."]),
        ("Sie fehlt im Team F. Der Antrag ruht.", ["Sie fehlt im Team F.", "Der Antrag ruht."]),
        ("Rich in vitamin D. It helps.", ["Rich in vitamin D.", "It helps."]),
        ("Es el grupo A. Los demás esperan.", ["Es el grupo A.", "Los demás esperan."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_at_stops_and_line_breaks(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize("unit", [".", "a. ", "A.", "! ", "\n", '."', "3. Mai ", ")", " ", "a"])
def test_hostile_repetition_is_cut_to_its_end(unit: str) -> None:
    text = unit * (200_000 // len(unit)) + "\nEnd."
    assert cut(text)[-1] == "End."
