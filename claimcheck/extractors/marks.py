"""Stage 4, extract: raised and lowered characters, and the marks of footnotes.

A number must never run into the mark beside it: ``3,000<sup>12</sup>`` is not 3,00012.

- A mark that is a link to a note, or stands in brackets, is a pointer and no text: it is left out.
- Digits raised after a unit, after 10 or after a letter that stands alone are powers; they become raised characters
  (``km²``, ``10⁶``), which no reader of numbers takes for digits of the number before them.
- Other raised digits may be either; they are kept, as raised characters after a space.
- Raised letters after a number are an ordinal (``1er``, ``19th``) and join it; others stand apart.
- Lowered digits join what is before them: ``CO₂``.
"""

import re

_RAISED = str.maketrans("0123456789+-\u2212()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-\u2212()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_POWER = re.compile(r"[+\-\u2212]?\d{1,3}|n")
_DIGITS = re.compile(r"[+\-\u2212]?\d{1,4}")
_BRACKETED = re.compile(
    r"[\[(]\s?(?:[a-z]{1,4}\s?\.?\s?)?\d{0,4}\s?(?:[,\u2013-]\s?\d{1,4})?[a-z]?\s?[\])]", re.IGNORECASE
)
_NOTE_MARK = re.compile(
    r"[\[(]?\s?(?:(?:note|n\.|fn|nb)\s?)?(?:\d{1,4}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})\s?[\])]?", re.IGNORECASE
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ère|ere|re|e|è|ème|eme|nde?|d|a|o|º|ª|os|as|ers|es)\.?", re.IGNORECASE)
_COUNTED = re.compile(r"(?:\d|\b[IVXLC]+|\bn|\bN)$")
_UNIT = re.compile(
    r"(?:(?<![^\W\d_])(?:[kcdmµ]?m|km|ft|in|yd|mi|ha|s|sec|cm|mm|dm)|(?<!\w)[a-zA-Z]|(?<![\d.,])10|[)\]])$"
)
_TAIL = 24


def is_note_mark(text: str) -> bool:
    """Return whether the text of a link into the page is the mark of a note: ``[12]``, ``3``, ``*``."""
    return bool(_NOTE_MARK.fullmatch(text.strip()))


def raise_text(before: str, text: str, *, linked: bool) -> str:
    """Return what is read in the place of raised text; ``before`` is what stands before it on its line."""
    said = text.strip()
    if not said or (linked and is_note_mark(said)) or _BRACKETED.fullmatch(said):
        return ""
    tail = before[-_TAIL:]
    if _POWER.fullmatch(said) and _UNIT.search(tail):
        return said.translate(_RAISED)
    if _DIGITS.fullmatch(said):
        return f" {said.translate(_RAISED)} "
    if _ORDINAL.fullmatch(said) and _COUNTED.search(tail):
        return said
    return f" {said} " if said[0].isalnum() else said


def lower_text(text: str) -> str:
    """Return what is read in the place of lowered text."""
    said = text.strip()
    return said.translate(_LOWERED) if _DIGITS.fullmatch(said) else text


_GLUED = re.compile(r"(?<=\w)(?=\[(?:note\s)?\d{1,3}\])")


def part_marks(text: str) -> str:
    """Return a text in which a bracketed mark stands apart from the word before it: ``3,000 [12]``."""
    return _GLUED.sub(" ", text) if "[" in text else text
