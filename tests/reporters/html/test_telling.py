"""Sentences of findings in French: whole, or not at all."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from claimcheck import matchers
from claimcheck.fetchers.statuses import read_status
from claimcheck.judges import reasons
from claimcheck.reporters.html.telling import tell

STATES = {"not found": "introuvable"}
TABLE = tomllib.loads((files("claimcheck.reporters.html") / "sentences_fr.toml").read_text("utf-8"))
FILLED = {"{a}": "1955", "{b}": "1956", "{state}": "not found", "{word}": "a plan", "{told}": "rounded",
          "{notes}": "1955: rounded", "{day}": "3 May 2026", "{status}": "404", "{detail}": "404: no such page",
          "{states}": "not found, not found"}  # fmt: skip


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
        ("404: no such page", "404 : aucune page de ce nom"),
        ("the source could not be read: not found (403: x)", "la source n'a pas pu être lue : introuvable (403: x)"),
        (
            "the source is gone: not found (404: no such page)",
            "la source a disparu : introuvable (404 : aucune page de ce nom)",
        ),
        ("gone since 3 May 2026; supported by the copy of 1 Feb 2025",
         "disparue depuis le 2026-05-03 ; étayée par la copie du 2025-02-01"),
    ],
)  # fmt: skip
def test_a_sentence_that_is_known_is_told_in_french(english: str, french: str) -> None:
    assert tell(english, STATES) == french


@pytest.mark.parametrize(
    "english",
    ["", "something new", "the source denies it; something new", "the source says so (x: something new)",
     "in the source this is a dragon", "the source is gone: vanished", "(; ", "; ; ",
     "the source says more than this, whatever it is", "gone since 31 Feb 2026", "gone since ever"],
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
    told |= {"{day}": "2026-05-03", "{detail}": "404 : aucune page de ce nom", "{states}": "introuvable, introuvable"}
    return re.sub(r"\{\w+\}", lambda place: (FILLED | told)[place[0]], TABLE["sentences"][english])


def test_every_reason_for_a_code_is_in_the_table() -> None:
    tables = (reasons._MISSING, reasons._CONFLICT)  # noqa: SLF001 - the table must keep up with these
    for templates in tables:
        for template in templates.values():
            words = template.format(said="1955", found="1956")
            assert tell(words if templates is reasons._MISSING else f"{words}, not 1955", STATES) or tell(words, STATES)  # noqa: SLF001


def sentences_of_ours(path: Path) -> Iterator[str]:
    """Give the sentences in a module's code: texts in it that begin as our notes do, their places filled."""
    tree = ast.parse(path.read_text("utf-8"))
    written = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    written |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in written:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        elif isinstance(node, ast.JoinedStr):
            text = "".join(part.value if isinstance(part, ast.Constant) else "1955" for part in node.values)
        else:
            continue
        if re.match(r"the (source|claim|sources|ranges|periods|words|quote)('s)? [a-z]", text):
            yield text


# Filled by a few words each, which the table has one by one.
ONE_BY_ONE = {
    "the claim is 1955 the range",
    "the source's number is a 1955, the claim's a 1955",
    "the source's number is a 1955, the claim's a bound",
    "the source's amount is 1955, the claim's 1955",
}


def test_every_note_of_the_matchers_is_told_in_french() -> None:
    modules = sorted(Path(matchers.__file__).parent.rglob("*.py"))
    found = {text for path in modules for text in sentences_of_ours(path)}
    assert len(found) > len(ONE_BY_ONE)
    assert {text for text in found if not tell(text, STATES)} <= ONE_BY_ONE


def test_every_bound_that_a_source_can_have_is_told_in_french() -> None:
    for bound in ("more than", "at least", "less than", "at most", "up to"):
        assert tell(f"the source says {bound} that", STATES)
    for bound in ("more than", "at least", "less than", "up to"):
        assert tell(f"the source says {bound} this, the claim exactly this", STATES)


def test_every_status_is_told_in_french() -> None:
    told = {
        status: tell(read_status(status)[1], STATES) for status in (401, 402, 403, 404, 410, 429, 451, 500, 503, 999)
    }
    assert [status for status, words in told.items() if not words] == []


def test_sentences_and_their_french_have_the_same_places() -> None:
    for english, french in TABLE["sentences"].items():
        if french:
            assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", french)), english
