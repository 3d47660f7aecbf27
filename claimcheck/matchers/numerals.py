"""Numbers that are no quantities: *the 37th*, *season 2*, *GPT-4*, *Article 230*.

They measure nothing, and yet a claim with another one is another claim.  Where a claim has such a number, the passage
that decides, or what stands around it, must have it too.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.quantities.spelled import parse_words
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import Quantity
from claimcheck.matchers.words import Term, kin, related
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
    around = _around(context, sentence)
    measured = [
        q.span for s in _sentences(context, sentence) for q in context.passages.quantities_in(s) if _measures(q)
    ]
    held = {number for number, _, place in numerals(text, language, around) if not _is_in(place, measured)}
    held |= {number for number, _, _ in numerals(context.passages.document.title, language)}
    held |= set(_DIGITS.findall(sentence.section))
    return [surface for number, surface in wanted if number not in held]


def other_ordinal(context: Context, assertion: Assertion, sentence: Sentence, clause: Span) -> bool | None:
    """Return whether a clause tells of another one of a row than the claim: *the third cut*, not *the fourth*.

    True where both say of the same what place it has; False where only the places differ, so that nothing is told of
    the claim's; none where they do not.
    """
    reading, text = context.reading, context.passages.document.text
    names = [n.span for n in reading.names]
    ours = [o for o in _of_claim(reading.text, reading.language, assertion.span) if not _is_in(o[1], names)]
    theirs = ordinals(text, context.passages.language, clause) if ours else []
    if not theirs or not {n for n, _ in ours}.isdisjoint(n for n, _ in theirs):
        return None
    # "Its third museum opened first": a first that only says when is none of a row.
    if {n for n, _ in ours} == {_FIRST} and not any(_behind(assertion.terms, place) for _, place in ours):
        return None
    for _, place in ours:
        counted = _behind(assertion.terms, place)
        for _, other in theirs:
            found = _behind(sentence.terms, other)
            if counted is not None and found is not None and (related(counted, found) or kin(counted) & found.keys):
                return True
    return False


def is_by_another(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> bool:
    """Return whether a value follows another one of a row than the claim's, which the sentence tells of as well.

    *Won its first title in 1951 and its second in 1961*: the first is not of 1961.
    """
    reading = context.reading
    names = [n.span for n in reading.names]
    ours = {n for n, at in _of_claim(reading.text, reading.language, assertion.span) if not _is_in(at, names)}
    if not ours:
        return False
    held = ordinals(context.passages.document.text, context.passages.language, sentence.span)
    before = [n for n, at in held if at[1] <= place[0]]
    return bool(before) and before[-1] not in ours and any(n in ours for n, _ in held)


def _behind(held: Sequence[Term], place: Span) -> Term | None:
    return next((t for t in held if 0 < t.span[0] - place[1] <= _NEXT), None)


_NEXT = 2
"""Characters between an ordinal and what it counts."""


def _is_in(place: Span, spans: Sequence[Span]) -> bool:
    return any(begin <= place[0] < end for begin, end in spans)


@lru_cache(maxsize=64)
def _of_claim(text: str, language: str, span: Span) -> tuple[tuple[str, Span], ...]:
    """Return the ordinals of an assertion; asked again for each value of the page."""
    return tuple(ordinals(text, language, span))


def ordinals(text: str, language: str, span: Span) -> list[tuple[str, Span]]:
    """Return the ordinals of a part of a text, in words and in digits with their ending, and where they stand."""
    code = known_language(language)
    listed = _ordinals(code)
    words = [(listed[t.form], (t.start, t.end)) for t in tokenise(text, code, span) if t.form in listed]
    digits = [(m.group(1), m.span()) for m in _ORDINAL.finditer(text, *span)]
    return sorted((*words, *digits, *_compound(text, code, span)), key=lambda found: found[1])


def _compound(text: str, language: str, span: Span) -> list[tuple[str, Span]]:
    """Return the French ordinals of several words joined by hyphens: *dix-huitième*, *vingt-et-unième*."""
    if language != "fr":
        return []
    found = []
    for match in _JOINED.finditer(text, *span):
        base = match.group(1).lower().replace("-et-", " et ")
        base = base.removesuffix("u") if base.endswith("cinqu") else base
        forms = (base.removesuffix("v") + "f" if base.endswith("neuv") else base, f"{base}e")
        number = next((n for form in forms if (n := parse_words(form, language)) is not None), None)
        if number is not None:
            found.append((str(number), match.span()))
    return found


_JOINED = re.compile(r"(?<![\w-])((?:[a-zé]{2,9}-){1,4}[a-zé]{2,8})i[èe]mes?(?!\w)", re.IGNORECASE)


_ORDINAL = re.compile(r"(?<![\w.,])(\d{1,3})(?:st|nd|rd|th|e|er|re|ème|º|ª|\.º|\.ª)(?!\w)")
_FIRST = "1"
"""*First* says too many other things to be missed where it does not stand."""


def _is_of_name_left_out(context: Context, span: Span) -> bool:
    """Return whether a number is a part of a name that a snippet leaves out: the 2 of *the film Lodva 2*."""
    return any(span[0] - name.span[1] in (0, 1) or name.span[0] - span[1] in (0, 1) for name in context.left_out)


def _measures(quantity: Quantity) -> bool:
    """Return whether digits are a part of a number alone: the 4 of *4.75%* is no fourth."""
    return quantity.low != int(quantity.low)


def _sentences(context: Context, sentence: Sentence) -> Sequence[Sentence]:
    """Return the sentence, with the ones before and after it."""
    return context.passages.sentences[max(0, sentence.index - 1) : sentence.index + 2]


def _around(context: Context, sentence: Sentence) -> Span:
    held = _sentences(context, sentence)
    return held[0].span[0], held[-1].span[1]


def numerals(text: str, language: str, span: Span | None = None) -> list[tuple[str, str, Span]]:
    """Return the numbers of a text, in digits and as ordinal words: each number, its words, and where they stand."""
    code = known_language(language)
    start, end = span or (0, len(text))
    found = []
    for match in _GLUED.finditer(text, start, end):
        found += [(digits.lstrip("0") or "0", match.group(), match.span()) for digits in _DIGITS.findall(match.group())]
    listed = _ordinals(code)
    for token in tokenise(text, code, (start, end)):
        if listed.get(token.form, _FIRST) != _FIRST:
            found.append((listed[token.form], text[token.start : token.end], (token.start, token.end)))
    compound = _compound(text, code, (start, end))
    found = [one for one in found if not _is_in(one[2], [place for _, place in compound])]
    return found + [(number, text[slice(*place)], place) for number, place in compound]


@lru_cache(maxsize=len(LANGUAGES))
def _ordinals(language: str) -> dict[str, str]:
    """Per ordinal word its number."""
    if language not in LANGUAGES:
        return {}
    column = LANGUAGES.index(language) + 1
    return {
        word: cells[0] for cells in rows("ordinals.tsv") for word in split(cells[column] if column < len(cells) else "")
    }
