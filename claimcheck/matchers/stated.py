"""Stage 5, match: two versions of a passage → the values that differ.  Pure.

Words may be found again by likeness; what is compared here is compared exactly: quantities with unit, currency, rate
and bound, dates, denials, names, opposites, and every digit that is part of no value.  A wage that changes from 18.50
to 19.25 leaves a sentence 94 % alike.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import TypeVar

from claimcheck.matchers.dates import read_dates
from claimcheck.matchers.names import Name
from claimcheck.matchers.passages import content, proper_names
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.quotes import Word, words_of
from claimcheck.matchers.values import DateExpr, Dimension, Quantity
from claimcheck.matchers.words import Cue, CueKind, Term, antonyms, modalities, negations, past_values, related, terms
from claimcheck.matchers.words.tokens import known_language
from claimcheck.model import Span
from claimcheck.text import fold, map_characters, sentences

_DIGITS = re.compile(r"[$€£¥]?(?P<digits>\d+(?:[.,]\d+)*)(?:\s?(?:[%$€£¥]|[^\W\d_]+))?")
"""Digits with the sign before and the sign or word behind them: *Lines 85,000 dollars*, where no quantity is read."""
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_SHARES = frozenset({Dimension.PERCENT, Dimension.RATIO})
_OPEN = {
    CueKind.PLAN: "planned",
    CueKind.FORECAST: "planned",
    CueKind.FUTURE: "planned",
    CueKind.OBLIGATION: "planned",
    CueKind.REQUEST: "asked",
    CueKind.REPORT: "alleged",
    CueKind.CONDITION: "alleged",
    CueKind.POSSIBILITY: "alleged",
    CueKind.CORRECTION: "taken back",
}
"""What a cue makes of a statement, coarsely: reworded, *plans to* may become *will*, never *did*."""

Item = TypeVar("Item")
Change = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a text states, each with its place."""

    text: str
    quantities: tuple[Quantity, ...]
    dates: tuple[DateExpr, ...]
    digits: tuple[tuple[str, Span], ...]
    denials: tuple[Cue, ...]
    moods: tuple[Cue, ...]
    names: tuple[Name, ...]
    terms: tuple[Term, ...]


class StatedValues:
    """Reads what a passage states, and tells what of it differs in another version."""

    def read_values(self, text: str, language: str, issued: date | None, /) -> tuple[str, ...]:
        """Return the quantities, dates and denials of a text, each as it will be compared, in text order."""
        stated = _read(text, (0, len(text)), language, issued)
        told = [(q.span, q.describe()) for q in stated.quantities]
        told += [(d.span, d.describe()) for d in stated.dates]
        told += [(c.span, f"{c.surface} [denial]") for c in stated.denials]
        told += [(span, f"{surface} [digits]") for surface, span in stated.digits]
        return tuple(text for _, text in sorted(told))

    def compare_values(
        self, was: str, now: str, window: Span, language: str, issued: tuple[date | None, date | None], /
    ) -> tuple[Change, ...]:
        """Return what differs between ``was`` and the ``window`` of ``now``, as pairs, in the words of each."""
        old = _read(was, (0, len(was)), language, issued[0])
        new = _read(now, window, language, issued[1])
        changes = [
            *_unpaired(old.quantities, new.quantities, _same_quantity, lambda q: q.text),
            *_unpaired(old.dates, new.dates, _same_date, lambda d: d.text),
            *_unpaired(old.digits, new.digits, lambda a, b: a[0] == b[0], lambda d: d[0]),
            *_swapped(old.quantities, new.quantities),
        ]
        if _denied(old) != _denied(new):
            changes.append((_surfaces(old.denials), _surfaces(new.denials)))
        if _moods(old) != _moods(new):
            changes.append((_surfaces(old.moods), _surfaces(new.moods)))
        words = words_of(old.text), words_of(new.text)
        changes += [*_other_names(old, new), *_opposites(old, new), *_exchanged(*words)]
        changes += _put_off(old.text, new.text, language)
        return tuple(dict.fromkeys(changes))


def _read(text: str, window: Span, language: str, issued: date | None) -> _Stated:
    dates = [d for d in read_dates(text, language, issued=issued) if _touches(d.span, window)]
    every = read_quantities(text, language, dates=dates)
    quantities = [q for q in every if _touches(q.span, window)]
    values = [*(d.span for d in dates), *(q.span for q in every)]
    footnotes = [m.span() for m in _FOOTNOTE.finditer(text)]
    digits = [
        (fold(m.group()), m.span())
        for m in _DIGITS.finditer(map_characters(text))
        if _touches(m.span("digits"), window) and not any(_touches(m.span("digits"), v) for v in (*values, *footnotes))
    ]
    parts = sentences(text)
    return _Stated(
        text[window[0] : window[1]],
        tuple(quantities),
        tuple(dates),
        tuple(digits),
        tuple(c for part in parts for c in negations(text, language, part) if _touches(c.scope, window)),
        tuple(
            c
            for part in parts
            for c in (*modalities(text, language, part), *_corrections(text, language, part))
            if _touches(c.scope, window)
        ),
        tuple(n for n in proper_names(text, language) if _touches(n.span, window)),
        tuple(t for t in content(terms(text, language)) if _touches(t.span, window)),
    )


def _corrections(text: str, language: str, part: Span) -> list[Cue]:
    return [cue for cue in past_values(text, language, part) if cue.kind is CueKind.CORRECTION]


def _touches(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _unpaired(
    old: Iterable[Item], new: Iterable[Item], same: Callable[[Item, Item], bool], words: Callable[[Item], str]
) -> list[Change]:
    """Return what of the two has no equal in the other, in pairs by their order."""
    left, gone = list(new), []
    for item in old:
        place = next((n for n, other in enumerate(left) if same(item, other)), None)
        if place is None:
            gone.append(item)
        else:
            left.pop(place)
    return [(words(a) if a else "", words(b) if b else "") for a, b in zip_longest(gone, left)]


def _same_quantity(old: Quantity, new: Quantity) -> bool:
    """Return whether two quantities are one: 2.50 and 2.5, 80 % and 0.8; never 80 % and 80 points."""
    factors = [100 if q.dimension is Dimension.RATIO else 1 for q in (old, new)]
    same_kind = old.dimension is new.dimension or {old.dimension, new.dimension} <= _SHARES
    numbers = (old.low * factors[0], old.high * factors[0]) == (new.low * factors[1], new.high * factors[1])
    what = (old.unit, old.currency, old.per, old.bound) == (new.unit, new.currency, new.per, new.bound)
    told = all(
        not a or not b or a == b for a, b in ((old.stat, new.stat), (old.basis, new.basis), (_way(old), _way(new)))
    )
    return same_kind and numbers and what and told


def _way(quantity: Quantity) -> str:
    return quantity.change if quantity.change in {"up", "down"} else ""


def _swapped(old: Sequence[Quantity], new: Sequence[Quantity]) -> list[Change]:
    """Return the values that have changed places: *from 5 to 6* is not *from 6 to 5*.

    Where each is still told of the same thing, *120 places* and *743 applications*, the sentence was turned round.
    """
    pairs = [(a, b) for a in old for b in new if _same_quantity(a, b)]
    changes = []
    for place, (one, as_one) in enumerate(pairs):
        for other, as_other in pairs[place + 1 :]:
            unlike = _measure(one) == _measure(other) and not _same_quantity(one, other)
            turned = one.span < other.span and as_one.span > as_other.span
            named = one.noun and other.noun and (one.noun[-1], other.noun[-1]) == (_last(as_one), _last(as_other))
            if unlike and turned and not named:
                changes.append((f"{one.text} … {other.text}", f"{as_other.text} … {as_one.text}"))
    return changes


def _measure(quantity: Quantity) -> tuple[str, ...]:
    return quantity.dimension.value, quantity.unit, quantity.currency, quantity.per


def _last(quantity: Quantity) -> str:
    return quantity.noun[-1] if quantity.noun else ""


def _same_date(old: DateExpr, new: DateExpr) -> bool:
    if old.relation != new.relation or old.granularity is not new.granularity:
        return False
    if (old.start, old.end) == (new.start, new.end):
        return True
    if old.relative and new.relative:
        return fold(old.text) == fold(new.text)
    inferred = old.year_inferred and new.year_inferred
    return inferred and (old.start.month, old.start.day) == (new.start.month, new.start.day)


def _surfaces(cues: Sequence[Cue]) -> str:
    return " … ".join(cue.surface for cue in cues)


def _denied(stated: _Stated) -> list[str]:
    """Return what kinds of denial there are: *nobody* and *no one* are one kind, *nobody* and *not* are two."""
    surfaces = [fold(cue.surface) for cue in stated.denials]
    return sorted(_DENIALS.get(said, _DENIALS.get(said.split()[0], "not")) for said in surfaces)


_DENIALS = {
    **dict.fromkeys(("nobody", "no one", "none", "personne", "niemand", "nadie", "ninguem", "nessuno"), "nobody"),
    **dict.fromkeys(("never", "jamais", "nie", "niemals", "nunca", "mai"), "never"),
    **dict.fromkeys(("without", "sans", "ohne", "sin", "sem", "senza"), "without"),
}


def _moods(stated: _Stated) -> set[str]:
    return {_OPEN[cue.kind] for cue in stated.moods if cue.kind in _OPEN}


def _other_names(old: _Stated, new: _Stated) -> list[Change]:
    """Return the names that have given way to others; one that is only left out, or told in full, is none."""
    gone = [name.surface for name in old.names if _is_foreign(name, new.text)]
    come = [name.surface for name in new.names if _is_foreign(name, old.text)]
    return list(zip(gone, come, strict=False))


def _is_foreign(name: Name, text: str) -> bool:
    words = {fold(word) for word in re.findall(r"[^\W_]+", text)}
    return not words.issuperset(name.tokens)


def _opposites(old: _Stated, new: _Stated) -> list[Change]:
    """Return the words that have given way to their opposites: *rose*, *fell*."""
    gone = [term for term in old.terms if not any(related(term, other) for other in new.terms)]
    come = [term for term in new.terms if not any(related(term, other) for other in old.terms)]
    return [(one.surface, other.surface) for one in gone for other in come if antonyms(one, other)]


def _exchanged(old: Sequence[Word], new: Sequence[Word]) -> list[Change]:
    """Return what has changed places where all other words stand: *exports grew faster than imports*.

    Neighbours that change places are an adverb that moved: *ha già speso*, *ha speso già*.
    """
    ours, theirs = [word.key for word in old], [word.key for word in new]
    differ = [n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b]
    size = len(differ) // 2
    if len(ours) != len(theirs) or not 1 <= size <= _LONGEST_EXCHANGE or len(differ) != 2 * size:
        return []
    one, other = slice(differ[0], differ[0] + size), slice(differ[size], differ[size] + size)
    runs = differ[size - 1] == one.stop - 1 and differ[-1] == other.stop - 1 and other.start > one.stop
    if not runs or (ours[one], ours[other]) != (theirs[other], theirs[one]):
        return []
    was, now = (f"{' '.join(words[one])} … {' '.join(words[other])}" for words in (ours, theirs))
    return [(was, now)]


def _put_off(old: str, new: str, language: str) -> list[Change]:
    """Return a verb that has become a future, or is one no longer: *ha piantato*, *pianterà*.

    The cues know the futures of the lexicon; here, an ending is enough, for the other version has the same verb.
    """
    endings = _FUTURES.get(known_language(language))
    if endings is None:
        return []
    ours, theirs = (
        [word.lower() for word in re.findall(r"[^\W\d_]{5,}", unicodedata.normalize("NFC", text))]
        for text in (old, new)
    )
    pairs = [(a, b) for a in ours for b in theirs if a[:_STEM] == b[:_STEM]]
    return [
        (a, b) for a, b in pairs if a.endswith(endings) != b.endswith(endings) and a not in theirs and b not in ours
    ]


_LONGEST_EXCHANGE = 3
"""Words of each of two that change places: an article, an adjective, a noun."""
_STEM = 4
"""Letters that two forms of one verb have in common."""
_FUTURES = {
    "fr": ("era", "eront", "ira", "iront", "dra", "dront", "tra", "tront", "vra", "vront", "rra", "rront"),
    "es": ("ará", "arán", "erá", "erán", "irá", "irán", "drá", "drán"),
    "pt": ("ará", "arão", "erá", "erão", "irá", "irão"),
    "it": ("erà", "eranno", "irà", "iranno", "drà", "dranno", "rrà", "rranno"),
}
"""Endings of the third person future; accents tell *aumentará* from *aumentara*."""
