"""Text as data: a character map that keeps every offset, folding, sentences, and what may reach a terminal.

The map is one character to one character, so that an offset into mapped text is an offset into the text as found.
Unicode normalisation is no such map (NFKC makes two characters of ½), which is why it is not used before matching.
"""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from claimcheck.model import Span

_SPACES = "\t\n\v\f\r\x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2212\ufe63\uff0d"
"""Hyphens, the figure dash and minus signs.  En and em dashes stay: they join ranges and set off clauses."""
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060\uff07"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02"
_DIGITS = "".join(chr(0xFF10 + n) for n in range(10))

_MAP = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SINGLE, "'"),
        **dict.fromkeys(_DOUBLE, '"'),
        **{digit: str(n) for n, digit in enumerate(_DIGITS)},
    }
)

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Controls, soft hyphens, zero-width characters, bidi controls, variation selectors, surrogates."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date) -> str:
    """Return a day as people read it: ``18 Jan 2023``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def map_characters(text: str) -> str:
    """Return the text with one plain character for each of its spaces, hyphens, quotation marks and digits.

    The result has the length of ``text``, and mapping it again changes nothing.
    """
    if len(text) >= _LONG:
        return _map_long(text)
    return text if text.isascii() and text.isprintable() and "`" not in text else text.translate(_MAP)


_LONG = 1_000
"""Characters from which a mapped text is kept for a while: several readers map one page."""


@lru_cache(maxsize=4)
def _map_long(text: str) -> str:
    return text.translate(_MAP)


def printable(text: str, *, keep_lines: bool = False) -> str:
    """Return what of a text may be shown: no control, escape, bidi or invisible character is left in it.

    Line breaks become spaces unless ``keep_lines`` is given.
    """
    shown = _INVISIBLE.sub("", text)
    return shown if keep_lines else " ".join(shown.split())


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return a word without case and without accents, for comparing words; ``Élysée`` gives ``elysee``."""
    if word.isascii():
        return word.lower()
    # Twice: a mathematical bold A has no small form until it is decomposed.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word.casefold()).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LIGATURES)


_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "\u0131": "i"})

_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st jr sr vs etc inc ltd co corp gen sen rep gov lt col sgt capt mt ft approx est dept univ
    m mm mme mlle env av ca cf ex bd hr fr bzw usw ggf vgl evtl sog mio mrd mia tsd
    jan feb apr jun jul aug sep sept oct nov dec janv fevr avr juil u.s u.k u.n e.g i.e a.m p.m
    sra dra ud eua ee.uu sig dott dr.ssa
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
"""Words that a full stop follows inside a sentence, folded, in the six languages."""

_BEFORE_NUMBERS = frozenset({"no", "nos", "nr", "num", "art", "p", "pp", "pag", "vol", "ch", "fig", "mar", "par"})
"""Words that a full stop follows inside a sentence where a number comes next: ``No. 7``."""

_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"')\]]*+(?:\[\d{1,3}\]){0,9}+(?=\s)|\n+")
"""What may end a sentence; the marks of its footnotes still belong to it.  A run of stops is tried once, whole."""


def sentences(text: str, span: Span | None = None) -> list[Span]:
    """Return where the sentences of a text are, in order, without the space around them.

    A full stop after an abbreviation, an initial or an ordinal number does not end a sentence; a line break does.
    What would be longer than ``LONGEST_SENTENCE`` is cut there, at a space where it has one: so that whatever is
    worked out within a sentence costs no more on a text without stops than on any other.
    """
    start, stop = span if span is not None else (0, len(text))
    mapped = map_characters(text[start:stop]) if "\n" not in text[start:stop] else _map_keeping_lines(text[start:stop])
    found: list[Span] = []
    begin = 0
    for match in _STOP.finditer(mapped):
        if match.group().startswith(".") and not _ends_sentence(mapped, match.start(), match.end()):
            continue
        _append(found, text, start + begin, start + match.end())
        begin = match.end()
    _append(found, text, start + begin, stop)
    return found


def _map_keeping_lines(text: str) -> str:
    return "\n".join(map_characters(line) for line in text.split("\n"))


LONGEST_SENTENCE = 8_000
"""Characters of a sentence.  Those of laws have a quarter of it; what is longer is a page without stops."""


def _append(found: list[Span], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > LONGEST_SENTENCE:
        limit = begin + LONGEST_SENTENCE
        space = text.rfind(" ", begin + 1, limit)
        cut = space if space > begin else limit
        found.append((begin, cut))
        begin = cut
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        found.append((begin, end))


def _ends_sentence(text: str, dot: int, end: int) -> bool:
    begin = dot
    while begin > 0 and not text[begin - 1].isspace() and dot - begin < _LONGEST_ABBREVIATION:
        begin -= 1
    # "l'art. 5": an elision before an abbreviation is not part of it.
    word = fold(text[begin:dot].lstrip("(\"'[").rpartition("'")[2])
    after = _INK.search(text, end)
    following = after.group() if after else ""
    if not following or following.islower():
        return not following
    if word in _ABBREVIATIONS or (word in _BEFORE_NUMBERS and following.isdigit()):
        return False
    if len(word) == 1 and word.isalpha():
        return _BEGINS_SENTENCE.match(text, end) is not None
    # "am 3. Mai": in German an ordinal ends in a full stop.
    return not (word.isdigit() and len(word) <= len("31") and _GERMAN_MONTH.match(text, end))


_BEGINS_SENTENCE = re.compile(
    r"""\s["'(]?(?:
        (?:L'|(?:The|This|That|These|They|He|She|It|We|In|At|On|But|And|For|Its|His|Her|
            Il|Elle|Ils|Elles|Ce|Cette|Ces|Les|Mais|En|Dans|Pour|Avec|Un|Une|Son|Sa|Ses|
            Los|Las|Una|Este|Esta|No|Se|Su|Sus|Por|Con|Pero|Os|As|Um|Uma|Nos|Na|Nas|Em|Ele|Ela|Mas|Com|Seu|Sua|
            Lo|Gli|Nel|Nella|Non|Ma|Per|Si|Questo|Questa|Le|La|El|O|A|I)\s)(?=[\d(]|[^\W\d_A-Z])
        |(?:Der|Die|Das|Ein|Eine|Im|Am|Er|Sie|Es|Wir|Doch|Aber|Zum|Zur|Bei|Nach)\s
    )""",
    re.VERBOSE,
)
"""What begins a sentence behind a single letter: *in Serie C. Il tribunale*, unlike *J. Le Roux*, *W. E. B. Miller*.

A word of structure that a small letter or a number follows, for names have it as well; in German nouns have capitals.
"""
_LONGEST_ABBREVIATION = 20
_INK = re.compile(r"\S")
_GERMAN_MONTH = re.compile(
    r"\s(januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\b", re.IGNORECASE
)


def surroundings(text: str, span: Span, width: int = 32) -> tuple[str, str]:
    """Return the words before and after a span, up to ``width`` characters each, cut at whole words."""
    before = text[max(0, span[0] - width) : span[0]]
    after = text[span[1] : span[1] + width]
    if span[0] > width and " " in before:
        before = before[before.index(" ") + 1 :]
    if span[1] + width < len(text) and " " in after:
        after = after[: after.rindex(" ")]
    return " ".join(before.split()), " ".join(after.split())
