"""Sentences of findings in French: whole, or not at all."""

import re
import tomllib
from importlib.resources import files

import pytest

from claimcheck.judges import reasons
from claimcheck.reporters.html.telling import tell

STATES = {"not found": "introuvable"}
TABLE = tomllib.loads((files("claimcheck.reporters.html") / "sentences_fr.toml").read_text("utf-8"))
FILLED = {"{a}": "1955", "{b}": "1956", "{state}": "not found", "{word}": "a plan", "{told}": "rounded",
          "{notes}": "1955: rounded"}  # fmt: skip


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("the source says 1955, not 1956", "la source dit 1955, et non 1956"),
        ("the source denies it; the source never names Ada", "la source le nie ; la source ne nomme jamais Ada"),
        ("the source says so (près: 2,987 rounds to it)", "la source le dit (près : 2,987 s'y arrondit)"),
        ("the source is gone: not found (404 Not Found)", "la source a disparu : introuvable (404 Not Found)"),
        ("in the source this is a plan", "dans la source, c'est un projet"),
        ("94: says otherwise (rounded up)", "94 : dit autre chose (arrondi au-dessus)"),
        ("60 + 5 = 65", "60 + 5 = 65"),
    ],
)  # fmt: skip
def test_a_sentence_that_is_known_is_told_in_french(english: str, french: str) -> None:
    assert tell(english, STATES) == french


@pytest.mark.parametrize(
    "english",
    ["", "something new", "the source denies it; something new", "the source says so (x: something new)",
     "in the source this is a dragon", "the source is gone: vanished", "(; ", "; ; "],
)  # fmt: skip
def test_a_sentence_that_is_not_known_whole_is_not_told(english: str) -> None:
    assert tell(english, STATES) == ""


def fill(sentence: str) -> str:
    return re.sub(r"\{\w+\}", lambda place: FILLED[place[0]], sentence)


@pytest.mark.parametrize("english", TABLE["sentences"])
def test_no_sentence_of_the_table_hides_behind_another(english: str) -> None:
    if TABLE["sentences"][english]:
        assert tell(fill(english), STATES) == tell_alone(english)


def tell_alone(english: str) -> str:
    told = {"{told}": "arrondi", "{state}": "introuvable", "{word}": "un projet", "{notes}": "1955 : arrondi"}
    return re.sub(r"\{\w+\}", lambda place: (FILLED | told)[place[0]], TABLE["sentences"][english])


def test_every_reason_for_a_code_is_in_the_table() -> None:
    tables = (reasons._MISSING, reasons._CONFLICT)  # noqa: SLF001 - the table must keep up with these
    for templates in tables:
        for template in templates.values():
            words = template.format(said="1955", found="1956")
            assert tell(words if templates is reasons._MISSING else f"{words}, not 1955", STATES) or tell(words, STATES)  # noqa: SLF001


def test_sentences_and_their_french_have_the_same_places() -> None:
    for english, french in TABLE["sentences"].items():
        if french:
            assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", french)), english
