"""English sentences of findings → the reader's language, from ``sentences_fr.toml``.  Pure.

A sentence is told in the other language only where it is known whole, or all of its parts between semicolons are.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from claimcheck.text import MONTHS

_PLACE = re.compile(r"\{(a|b|day|state|states|status|word|told|detail|notes)\}")
_OF_OURS = re.compile(r"(?:(?:more|less) than |at (?:least|most) |up to |until |before |after )?(?:this|that|it)\b")
"""How a sentence of our own goes on where a value could stand: it is one that the table should have, and no value."""
_DEEPEST = 3
_JOINT = "; "


def tell(sentence: str, states: Mapping[str, str]) -> str:
    """Return a sentence in French; empty where it is not known.  ``states`` are the states by their English labels."""
    if whole := _tell(sentence.strip(), states, _DEEPEST):
        return whole
    told = [_tell(part.strip(), states, _DEEPEST) for part in sentence.split(_JOINT)]
    return " ; ".join(told) if all(told) else ""


def _tell(sentence: str, states: Mapping[str, str], depth: int) -> str:
    if not sentence or depth == 0:
        return ""
    for pattern, french in _sentences():
        found = pattern.fullmatch(sentence)
        if found is None:
            continue
        held = {name: _held(name, text, states, depth) for name, text in found.groupdict().items()}
        if all(held.values()):
            return "".join(held[part] if n % 2 else part for n, part in enumerate(_PLACE.split(french)))
    return ""


def _held(name: str, text: str, states: Mapping[str, str], depth: int) -> str:
    """Return what stands in a place of a sentence; empty where it is not what stands there."""
    match name:
        case "state":
            return states.get(text, "")
        case "states":
            named = [states.get(state, "") for state in text.split(", ")]
            return ", ".join(named) if all(named) else ""
        case "status":
            return text if text.isdecimal() else ""
        case "day":
            return _day(text)
        case "word":
            return _words().get(text, "")
        case "detail":
            return _tell(text, states, depth - 1) or text
        case "told":
            return _tell(text, states, depth - 1)
        case "notes":
            notes = [note.partition(": ") for note in text.split(_JOINT)]
            told = [(said, _tell(note, states, depth - 1)) for said, _, note in notes]
            return " ; ".join(f"{said} : {note}" for said, note in told) if all(note for _, note in told) else ""
        case _:
            # Of two sentences, the second is no word of the first.
            other = _JOINT in text or text.count("(") != text.count(")") or _OF_OURS.match(text)
            return "" if other else text


def _day(text: str) -> str:
    """Return a day such as *3 May 2026* in ISO 8601, as days are told on; empty where it is none."""
    try:
        number, month, year = text.split(" ")
        return date(int(year), MONTHS.index(month) + 1, int(number)).isoformat()
    except ValueError:
        return ""


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("claimcheck.reporters.html") / "sentences_fr.toml").read_text(encoding="utf-8"))


@cache
def _words() -> dict[str, str]:
    return _table()["words"]


@cache
def _sentences() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_pattern(english), french) for english, french in _table()["sentences"].items())


def _pattern(english: str) -> re.Pattern[str]:
    parts = _PLACE.split(english)
    return re.compile("".join(f"(?P<{p}>.+?)" if n % 2 else re.escape(p) for n, p in enumerate(parts)), re.DOTALL)
