"""Numbers that are no quantities: *the 37th*, *season 2*, *GPT-4*, *Article 230*.

They measure nothing, and yet a claim with another one is another claim.  Where a claim has such a number, the passage
that decides, or what stands around it, must have it too.
"""

import re
from functools import lru_cache

from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.tokens import LANGUAGES, known_language, tokenise
from claimcheck.model import Span

_DIGITS = re.compile(r"\d+")
_GLUED = re.compile(r"[^\W\d_]*\d[\w.,]*")


def missing_numerals(context: Context, assertion: Assertion, sentence: Sentence) -> list[str]:
    """Return the numbers of an assertion, values and names apart, that stand neither in the passage nor around it."""
    reading = context.reading
    # Names are looked for as names.
    told = [*(q.span for q in reading.quantities), *(d.span for d in reading.dates), *(n.span for n in reading.names)]
    wanted = [
        (number, surface)
        for number, surface, span in numerals(reading.text, reading.language, assertion.span)
        if not any(begin <= span[0] < end for begin, end in told) and not _is_of_name_left_out(context, span)
    ]
    if not wanted:
        return []
    text, language = context.passages.document.text, context.passages.language
    held = {number for number, _, _ in numerals(text, language, _around(context, sentence))}
    held |= {number for number, _, _ in numerals(context.passages.document.title, language)}
    held |= set(_DIGITS.findall(sentence.section))
    return [surface for number, surface in wanted if number not in held]


def _is_of_name_left_out(context: Context, span: Span) -> bool:
    """Return whether a number is a part of a name that a snippet leaves out: the 2 of *the film Lodva 2*."""
    return any(span[0] - name.span[1] in (0, 1) or name.span[0] - span[1] in (0, 1) for name in context.left_out)


def _around(context: Context, sentence: Sentence) -> Span:
    """Return the sentence and the ones before and after it."""
    sentences = context.passages.sentences
    first = sentences[max(0, sentence.index - 1)]
    last = sentences[min(len(sentences) - 1, sentence.index + 1)]
    return first.span[0], last.span[1]


def numerals(text: str, language: str, span: Span | None = None) -> list[tuple[str, str, Span]]:
    """Return the numbers of a text, in digits and as ordinal words: each number, its words, and where they stand."""
    code = known_language(language)
    start, end = span or (0, len(text))
    found = []
    for match in _GLUED.finditer(text, start, end):
        found += [(digits.lstrip("0") or "0", match.group(), match.span()) for digits in _DIGITS.findall(match.group())]
    ordinals = _ordinals(code)
    for token in tokenise(text, code, (start, end)):
        if token.form in ordinals:
            found.append((ordinals[token.form], text[token.start : token.end], (token.start, token.end)))
    return found


@lru_cache(maxsize=len(LANGUAGES))
def _ordinals(language: str) -> dict[str, str]:
    """Per ordinal word its number, from the second on: *first* says too many other things."""
    if language not in LANGUAGES:
        return {}
    column = LANGUAGES.index(language) + 1
    return {
        word: cells[0] for cells in rows("ordinals.tsv") for word in split(cells[column] if column < len(cells) else "")
    }
