"""Stage 5, match: dates that a text counts from the one before: "two years later", "the following Monday", "la veille".

They lead on from the last date of the same sentence or of the two before it.  Where there is none, or where it is not
fine enough to count days from, nothing is read: such words are never counted from the day of writing.
"""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from claimcheck.matchers.dates.counting import Pointer, count_from, in_year
from claimcheck.matchers.dates.days import month_at
from claimcheck.matchers.dates.tables import Tables, load_tables
from claimcheck.matchers.scanning import Phrases, Tokens, known_language, tokenise
from claimcheck.matchers.values import DateExpr

_SENTENCE = re.compile(r"[.!?][\"'”»\u2019)]*\s+(?=[^\W\d_a-zß-ÿ]|[\d«“\"'(])")
_MOST_SENTENCES = 2
"""Ends of sentences over which a date is still the one that the next is counted from."""
_FAR = 600
"""Characters over which it is."""
_MOST = 150
_ENDS = frozenset(".,;:!?)]\n\u2013\u2014")


def point_on(text: str, language: str, dates: Sequence[DateExpr], lead: DateExpr | None = None) -> tuple[DateExpr, ...]:
    """Return the dates of a text with those that count from one before them, in order.

    What counts so replaces a date that was read in the same words.  ``lead`` is the last date of the text before this
    one, from which the first sentences may go on.
    """
    code = known_language(language)
    if (not dates and lead is None) or not _hints(code).search(text):
        return tuple(dates)
    tables = load_tables(code)
    tokens = tokenise(text, code)
    told = _Told(text, deque(dates), lead)
    index = 0
    while index < tokens.count:
        pointer = _pointer_at(tokens, index, tables)
        if pointer is None:
            index += 1
            continue
        index = pointer.end
        told.go_to(tokens.starts[pointer.begin])
        told.count(pointer, tokens, tokens.starts[_before_links(tokens, pointer.begin, tables)])
    return (*told.dates, *told.ahead)


@dataclass(slots=True)
class _Told:
    """The dates of a text as far as it has been read."""

    text: str
    ahead: deque[DateExpr]
    lead: DateExpr | None
    dates: list[DateExpr] = field(default_factory=list)
    base: DateExpr | None = None
    """The last date that the text can go on from: what lies before another is a glance back."""
    former: DateExpr | None = None
    """The one before it."""

    def go_to(self, place: int) -> None:
        """Take the dates up to a place for told."""
        while self.ahead and self.ahead[0].span[1] <= place:
            held = self.ahead.popleft()
            self.dates.append(held)
            if not held.year_unknown and not (held.relative and held.relation == "about"):
                self.base, self.former = held, self.base

    def count(self, pointer: Pointer, tokens: Tokens, near: int) -> None:
        """Tell the date that a pointer leads to, if it leads on from one; ``near`` is where its own words begin."""
        begin, end = tokens.span(pointer.begin, pointer.end)
        named = self.dates[-1] if self.dates else None
        if named is not None and (pointer.unit != "year" or not _is_of(named, self.text, near)):
            named = None
        begin = begin if named is None else named.span[0]
        base = self._base(begin, self.former if named is not None and named is self.base else self.base)
        told = count_from(base, pointer) if base is not None else None
        if told is None:
            return
        days, granularity = told
        if named is not None:
            moved = in_year(named, days[0].year)
            days, granularity = (moved.start, moved.end), named.granularity
            self.dates.pop()
        while self.ahead and self.ahead[0].span[0] < end:
            self.ahead.popleft()
        relation = "since" if pointer.unit == "then" else "on"
        held = DateExpr(days[0], days[1], granularity, (begin, end), self.text[begin:end], relation)
        self.dates.append(held)
        if pointer.shift >= 0:
            self.base, self.former = held, base

    def _base(self, place: int, last: DateExpr | None) -> DateExpr | None:
        """Return the date that one at a place is counted from: the last before it, if it is near enough."""
        start, most = (last.span[1], _MOST_SENTENCES) if last is not None else (0, 0)
        if place - start > _FAR or sum(1 for _ in _SENTENCE.finditer(self.text, start, place)) > most:
            return None
        return last if last is not None else self.lead


def _is_of(named: DateExpr, text: str, near: int) -> bool:
    """Return whether a date without its year stands right before the words that tell it: *in May of that year*."""
    return (
        (named.year_inferred or named.year_unknown) and named.span[1] <= near and not text[named.span[1] : near].strip()
    )


def leads_on(text: str, language: str, place: int) -> bool:
    """Return whether a time that ends at a place leads from one event to another: *eighteen months later*."""
    code = known_language(language)
    tables = load_tables(code)
    tokens = tokenise(text[place : place + _BEHIND], code)
    return any(held.at(tokens, 0) is not None for held in (tables.later, tables.earlier))


_BEHIND = 24
"""Characters behind a time in which it is said to lead on."""


def is_pointing(text: str, language: str) -> bool:
    """Return whether a text may have words that count from a date before them."""
    return _hints(known_language(language)).search(text) is not None


@cache
def _hints(language: str) -> re.Pattern[str]:
    """Return what tells in one look whether a text may point: most paragraphs do not."""
    tables = load_tables(language)
    words = {*tables.following, *tables.preceding, *tables.same}
    words |= {w for w in tables.pointing.words() if len(w) > len("the")} - tables.units.keys()
    behind = {w for held in (tables.later, tables.earlier) for w in held.first_words()} - words
    listed = [*sorted(map(re.escape, words))]
    if behind:
        # "Two years on": a word as common as this tells only behind a unit.
        units, ways = (rf"(?:{'|'.join(sorted(map(re.escape, held)))})" for held in (tables.units, behind))
        listed.append(rf"{units}\s+{ways}")
    return re.compile(rf"\b(?:{'|'.join(listed)})(?!\w)", re.IGNORECASE)


def _pointer_at(tokens: Tokens, index: int, tables: Tables) -> Pointer | None:
    return _phrase(tokens, index, tables) or _so_many(tokens, index, tables) or _named(tokens, index, tables)


def _phrase(tokens: Tokens, index: int, tables: Tables) -> Pointer | None:
    """Return "the following year", with a season before it where they are one date: "the spring of that year"."""
    found = _at(tables.pointing, tokens, index, tables)
    if found is None:
        return None
    said, place = found
    unit, shift = said[:-2], int(said[-2:])
    before = _before_links(tokens, index, tables) - 1
    season = tables.seasons.get(tokens.form(before)) if unit == "year" else None
    if season is not None:
        return Pointer(before, place, unit, shift, season=season, of_year=True)
    return Pointer(index, place, unit, shift)


def _before_links(tokens: Tokens, index: int, tables: Tables) -> int:
    """Return the token after the last one before a place that does not just link a period to its year."""
    place = index
    while place > max(0, index - 3) and tokens.form(place - 1) in (*tables.links, ","):
        place -= 1
    return place


def _at(held: Phrases[str], tokens: Tokens, index: int, tables: Tables) -> tuple[str, int] | None:
    """Return what the phrase at a token means and where it ends, unless it is counted from what follows it."""
    found = held.at(tokens, index)
    if found is None or tokens.form(found[1]) in tables.than:
        return None
    if found[0].endswith("!") and tokens.form(found[1]) not in _ENDS:
        return None
    return found[0].removesuffix("!"), found[1]


def _so_many(tokens: Tokens, index: int, tables: Tables) -> Pointer | None:
    """Return "two years later"; not "about two years later", nor "two years later than planned"."""
    form = tokens.form(index)
    number = int(form) if form.isdecimal() and form.isascii() and len(form) < 4 else tables.numbers.get(form)  # noqa: PLR2004 - see _MOST
    unit = tables.units.get(tokens.form(index + 1))
    if number is None or unit is None or number > _MOST or tokens.form(index - 1) in tables.hedges:
        return None
    for way, words in ((1, tables.later), (-1, tables.earlier)):
        found = _at(words, tokens, index + 2, tables)
        if found is not None:
            return Pointer(index, found[1], unit, way * number, counted=True)
    return None


def _named(tokens: Tokens, index: int, tables: Tables) -> Pointer | None:
    """Return "the following Monday", "that March", "le lundi suivant", "au printemps suivant"."""
    way = _way(tokens.form(index), tables)
    if way is not None:
        behind = _period(tokens, index + 1, tables)
        is_next = tokens.form(index) == "next" and tokens.form(index - 1) not in tables.articles
        return None if behind is None or is_next else _of(behind, index, behind[1], way)
    period = _period(tokens, index, tables)
    if period is None:
        return None
    way = _way(tokens.form(period[1]), tables)
    return None if way is None or tables.capital else _of(period, index, period[1] + 1, way)


def _way(form: str, tables: Tables) -> int | None:
    if form in tables.following:
        return 1
    if form in tables.preceding:
        return -1
    return 0 if form in tables.same else None


_Period = tuple[str, int, int, str]
"""A unit, the token after it, the number of a weekday or a month, and the name of a season."""


def _period(tokens: Tokens, index: int, tables: Tables) -> _Period | None:
    day = tables.weekdays.at(tokens, index)
    if day is not None:
        return "weekday", day[1], day[0] + 1, ""
    month = month_at(tokens, index, tables)
    if month is not None and not month[2] and (tokens.is_capital(index) or not tables.capital):
        return "month-name", month[1], month[0], ""
    season = tables.seasons.get(tokens.form(index))
    return None if season is None else ("season", index + 1, 0, season)


def _of(period: _Period, begin: int, end: int, way: int) -> Pointer | None:
    unit, _, number, season = period
    if unit == "weekday" and way == 0:
        return None
    return Pointer(begin, end, unit, way, number, season)
