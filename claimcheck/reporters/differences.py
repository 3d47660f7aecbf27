"""What a claim says against what its source says, as the two sides of a diff.  Pure."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.enums import Code, Outcome
from claimcheck.model import Comparison
from claimcheck.text import fold, map_characters, printable

Pieces = list[tuple[str, bool]]

_LABELS = {
    "quantity": "value",
    "range": "value",
    "entity": "name",
    "media_type": "type",
    "language": "lang",
}
_QUOTATION = '“”"«»„ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}'
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+(?:['\u2019.,]\w+)*|\s+|.", re.DOTALL)
"""Words with what stands inside them (``1,32``, ``l'heure``), spaces, signs; of writing without spaces, characters."""
_LONGEST_DIFF = 1_500
"""Characters of a quote that are compared word by word; a longer one is shown unmarked."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One assertion and what stands in its place; pieces that differ within it are marked."""

    label: str
    said: Pieces
    found: Pieces
    """Empty where the source has nothing in its place."""
    note: str
    said_value: str = ""
    """The claim's value in the notation common to both sides; empty where the words are it already."""
    found_value: str = ""
    absent: str = "nothing"
    """What to say where nothing is found: nothing, or that the source may say it in other words."""
    likely: float | None = None
    """How likely it does; none where it cannot be told."""

    @property
    def plain_said(self) -> str:
        """The claim's side without its marks."""
        return "".join(text for text, _ in self.said)


def label_of(kind: str) -> str:
    """Return a comparison's kind as people read it, in one short word."""
    return _LABELS.get(kind, kind)


def differences(comparisons: Iterable[Comparison]) -> list[Difference]:
    """Return what does not agree, each once, in the order of the assertions."""
    rows: dict[tuple[str, str, str], Difference] = {}
    for comparison in comparisons:
        if comparison.outcome is not Outcome.AGREES:
            key = (comparison.kind, comparison.said, comparison.found)
            rows.setdefault(key, difference(comparison))
    return list(rows.values())


def difference(comparison: Comparison) -> Difference:
    """Return both sides of one comparison; of an altered quote, the words altered are marked."""
    label = label_of(comparison.kind)
    found = comparison.found if comparison.outcome is not Outcome.MISSING else ""
    if comparison.code is Code.ALTERED_QUOTE and found and len(comparison.said + found) <= _LONGEST_DIFF:
        said, source = word_diff(comparison.said.strip(_QUOTATION), found.strip(_QUOTATION))
        return Difference(
            label, [("“", False), *said, ("”", False)], [("“", False), *source, ("”", False)], _note(comparison)
        )
    return Difference(
        label,
        [(comparison.said, False)],
        [(found, False)] if found else [],
        _note(comparison),
        _unless_said(comparison.said_value, comparison.said),
        _unless_said(comparison.found_value, found) if found else "",
        "other words" if comparison.code is Code.NEEDS_REVIEW else "nothing",
        comparison.likely,
    )


def _unless_said(value: str, words: str) -> str:
    """Return a value in the common notation, or nothing where the words say no less: *2023*, *1,200*."""
    return "" if value == printable(words) else printable(value)


def _note(comparison: Comparison) -> str:
    return printable(comparison.note)


def word_diff(said: str, found: str) -> tuple[Pieces, Pieces]:
    """Return both texts as runs, the words that the other lacks marked; case and typography are no difference."""
    ours, theirs = _WORD.findall(printable(said)), _WORD.findall(printable(found))
    matcher = difflib.SequenceMatcher(None, _keys(ours), _keys(theirs), autojunk=False)
    left: Pieces = []
    right: Pieces = []
    for tag, a, b, c, d in matcher.get_opcodes():
        left += _marked("".join(ours[a:b]), differs=tag != "equal")
        right += _marked("".join(theirs[c:d]), differs=tag != "equal")
    return left, right


def _keys(tokens: list[str]) -> list[str]:
    return [fold(map_characters(token)) for token in tokens]


def _marked(text: str, *, differs: bool) -> Pieces:
    """Return a run with the space at its edges unmarked."""
    inner = text.strip()
    if not differs or not inner:
        return [(text, False)] if text else []
    begin = text.index(inner)
    pieces = [(text[:begin], False), (inner, True), (text[begin + len(inner) :], False)]
    return [(piece, mark) for piece, mark in pieces if piece]


def mark_said(text: str, comparisons: Iterable[Comparison]) -> Pieces:
    """Return a claim's text as runs, the words of its assertions that do not agree marked.

    An assertion that is not in the claim in so many words, such as an expectation, marks nothing.
    """
    folded = _same_length_fold(text)
    marks = [False] * len(text)
    for comparison in comparisons:
        said = _same_length_fold(comparison.said.strip(_QUOTATION))
        if comparison.outcome is Outcome.AGREES or not said:
            continue
        for hit in re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", folded):
            marks[hit.start() : hit.end()] = [True] * len(said)
            break
    pieces: Pieces = []
    for character, mark in zip(text, marks, strict=True):
        if pieces and pieces[-1][1] is mark:
            pieces[-1] = (pieces[-1][0] + character, mark)
        else:
            pieces.append((character, mark))
    return pieces


def _same_length_fold(text: str) -> str:
    mapped = map_characters(text)
    lower = mapped.lower()
    return lower if len(lower) == len(mapped) else mapped
