"""What pages say that are no page, in many languages: lines of text → what they say of the page.  Pure.

The words are a table, ``wall_words.toml``.  A line must *be* such a phrase, give or take the words that always stand
round it: a headline that merely holds it ("404: the page not found that changed the web") says something else.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

from claimcheck.text import fold, map_characters, printable

_UNSPACED = frozenset({"zh", "ja", "th"})
"""Languages that write no space between words: a phrase is found in them by its characters."""
_SPARE_CHARACTERS = 6
_LEAST_TO_STRETCH = 3
"""Words that a phrase must have so that one more at its edge is forgiven: "Page not found" may end in a site's name."""
LONGEST_LINE = 240
"""Characters; what is longer is prose."""
_NOT_WORD = re.compile(r"[^\w]+")
_BAR = re.compile(r"\s*[|•»«\u203a·]\s*|\s[>/~]+\s|\s*\n\s*")
"""What stands between the name of a page and that of its site, and hardly anywhere else."""
_DASH = re.compile(r"\s[-\u2013\u2014]+\s")
_LONGEST_SITE_NAME = 5
"""Words: after a dash, more is the rest of a headline."""
_NUMBERS = frozenset({"404", "410"})


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases, without their fillers, as they are compared."""

    spaced: frozenset[str]
    unspaced: tuple[str, ...] = ()

    def match(self, line: str) -> bool:
        """Return whether a line is one of the phrases."""
        return bool(self.find(line))

    def find(self, line: str) -> str:
        """Return the phrase that a line is, as it is compared; empty where it is none."""
        if not line or len(line) > LONGEST_LINE:
            return ""
        words = _words(line)
        tried = [words, words[1:], words[:-1]] if len(words) > _LEAST_TO_STRETCH else [words]
        for phrase in map(" ".join, tried):
            if phrase in self.spaced:
                return phrase
        bare = " ".join(words)
        return next((p for p in self.unspaced if p in bare and len(bare) - len(p) <= _SPARE_CHARACTERS), "")


@dataclass(frozen=True, slots=True)
class Words:
    """The table, read."""

    no_page: Phrases
    nothing: Phrases
    """That some thing is not there: believed in a title only."""
    bot_wall: Phrases
    vendors: tuple[tuple[str, str], ...]
    """Words in the text of a bot wall, and whose wall it is."""
    paywall: Phrases
    script: Phrases
    parked: tuple[str, ...]


@cache
def load_words() -> Words:
    """Return the table of words."""
    table = tomllib.loads((files("claimcheck.judges") / "wall_words.toml").read_text(encoding="utf-8"))
    page = table["not_found"]["page"]
    thing = table["not_found"]["thing"]
    return Words(
        no_page=_phrases_by_language(page),
        nothing=_phrases_by_language(thing),
        bot_wall=_phrases(table["bot_wall"]["lines"]),
        vendors=tuple(table["bot_wall"]["vendors"].items()),
        paywall=_phrases(table["paywall"]["lines"]),
        script=_phrases(table["script"]["lines"]),
        parked=tuple(table["parked"]["lines"]),
    )


def parked_phrases(domain: str) -> Phrases:
    """Return the phrases of a page that offers the domain it is at for sale."""
    return _phrases([phrase.replace("{domain}", domain) for phrase in load_words().parked])


def is_bare_number(line: str) -> bool:
    """Return whether a line is the number of an error and nothing else: ``404``, ``Error 404``."""
    words = _NOT_WORD.split(fold(line[:LONGEST_LINE]))
    return bool(_NUMBERS & set(words)) and not _words(line)


def split_title(title: str) -> tuple[str, ...]:
    """Return a title, and the parts that a site joins its titles of: what the page is called, and what the site is."""
    whole = title.strip()[: 2 * LONGEST_LINE]
    parts = [whole]
    for piece in _BAR.split(whole):
        parts.append(piece)
        dashed = _DASH.split(piece)
        words = [len(part.split()) for part in dashed]
        parts += [p for p, n in zip(dashed, words, strict=True) if sum(words) - n <= _LONGEST_SITE_NAME]
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def shown(line: str) -> str:
    """Return a line of a page as a message may quote it."""
    text = printable(line)
    return f"“{text[:77]}…”" if len(text) > 80 else f"“{text}”"  # noqa: PLR2004 - a message is one line


def _phrases(lines: list[str]) -> Phrases:
    return Phrases(frozenset(filter(None, (" ".join(_words(line)) for line in lines))))


def _phrases_by_language(table: dict[str, list[str]]) -> Phrases:
    spaced = chain.from_iterable(lines for language, lines in table.items() if language not in _UNSPACED)
    unspaced = chain.from_iterable(lines for language, lines in table.items() if language in _UNSPACED)
    return Phrases(_phrases(list(spaced)).spaced, tuple(" ".join(_words(line)) for line in unspaced))


def _words(line: str) -> list[str]:
    """Return the words of a line without case, accents, apostrophes, and without the fillers."""
    plain = fold(map_characters(line)).replace("'", "")
    return [word for word in _NOT_WORD.split(plain) if word and word not in _fillers()]


@cache
def _fillers() -> frozenset[str]:
    table = tomllib.loads((files("claimcheck.judges") / "wall_words.toml").read_text(encoding="utf-8"))
    return frozenset(map(fold, table["filler"]["words"]))
