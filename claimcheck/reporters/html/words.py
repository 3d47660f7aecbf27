"""What the report says, in the reader's language: keys → words, from ``words.toml``.  Pure.

The reasons and notes of findings are made as English sentences; those that are known whole are told in the reader's
language, the rest stay as they are and are marked as English, so that a screen reader reads them as such.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.enums import State, Verdict
from claimcheck.explain import pages
from claimcheck.model import Issued
from claimcheck.reporters.html.markup import Markup, element
from claimcheck.reporters.html.telling import tell

_ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,.])|(?<![\w.,])\d+\.\d+(?![\d.])")
_BEFORE_SIGN = re.compile(r" (?=[:;?!»%])")


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        """Take the language, one that the table has.

        Raises:
            KeyError: it has not.
        """
        self.language = language
        self._table: Mapping[str, Any] = _tables()[language]
        self._labels = {state.label: self.state(state) for state in State}

    def say(self, key: str, **values: object) -> str:
        """Return the words of a key, with these values in them."""
        form: str = self._table[key]
        return form.format(**values) if values else form

    def table(self) -> Mapping[str, Any]:
        """Return all words but those of verdicts, states and codes, by their keys."""
        return {key: held for key, held in self._table.items() if not isinstance(held, dict)}

    def find(self, key: str) -> str:
        """Return the words of a key; empty where there are none."""
        return str(self._table.get(key, ""))

    def tell(self, text: str) -> Markup:
        """Return a sentence that was made in English, in the reader's language where it is known whole."""
        if self.language == "en" or not text:
            return element("span", text)
        told = tell(text, self._labels)
        return element("span", _spaced(_ISO.sub(self._day, told))) if told else element("span", text, lang="en")

    def notation(self, value: str) -> str:
        """Return a value of the common notation, its numbers as the reader's language writes them."""
        thousands, decimal = self.say("thousands"), self.say("decimal")
        return _NUMBER.sub(lambda n: n[0].translate({ord(","): thousands, ord("."): decimal}), value)

    def _day(self, found: re.Match[str]) -> str:
        try:
            return self.day(date.fromisoformat(found[0]))
        except ValueError:
            return found[0]

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the words of a key that has a singular and a plural."""
        one, many = self._table[key]
        singular = number == 1 or (number == 0 and self.language == "fr")
        told: str = (one if singular else many).format(n=self.number(number), **values)
        return told

    def number(self, number: int) -> str:
        """Return a number with its thousands apart."""
        return f"{number:,}".replace(",", self.say("thousands"))

    def verdict(self, verdict: Verdict) -> str:
        """Return a verdict."""
        return str(self._table["verdicts"][verdict.value])

    def state(self, state: State) -> str:
        """Return a state."""
        return str(self._table.get("states", {}).get(state.value, state.label))

    def code(self, code: str) -> str:
        """Return what a code means, in a few words."""
        return str(self._table.get("codes", {}).get(code) or pages().get(code, {}).get("title", code))

    def day(self, day: date) -> str:
        """Return a day: ``18 Jan 2023``."""
        return f"{day.day} {self._table['months'][day.month - 1]} {day.year}"

    def issued(self, issued: Issued) -> str:
        """Return a date at its own precision."""
        match issued.precision:
            case "year":
                return str(issued.day.year)
            case "month":
                return f"{self._table['months'][issued.day.month - 1]} {issued.day.year}"
            case _:
                return self.day(issued.day)


def languages() -> tuple[str, ...]:
    """Return the languages that the table has."""
    return tuple(_tables())


@cache
def _tables() -> dict[str, dict[str, Any]]:
    text = (files("claimcheck.reporters.html") / "words.toml").read_text(encoding="utf-8")
    return {language: _spaced(table) if language == "fr" else table for language, table in tomllib.loads(text).items()}


def _spaced(value: Any) -> Any:
    """Return words with the spaces before French signs made such that no line breaks there."""
    if isinstance(value, dict):
        return {key: _spaced(held) for key, held in value.items()}
    if isinstance(value, list):
        return list(map(_spaced, value))
    return _BEFORE_SIGN.sub("\N{NO-BREAK SPACE}", value).replace("« ", "«\N{NO-BREAK SPACE}")
