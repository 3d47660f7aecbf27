"""Stage 5, match: what a number is to a change: its size and way, where it began, where it ended.

"Grew by 58,000 to 1.16 million" says a size and a level; "rose 5 to 7 per cent" says a range of sizes; "rose from 5 to
7" says where a change began and ended.  The word before the first number tells them apart, or else their values: a
size is far from the level it leads to.
"""

from claimcheck.matchers.quantities.draft import Draft
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.units import to_base
from claimcheck.matchers.values import Dimension

ENDS = frozenset({".", ";", "\n", ":", "!", "?", "(", ")", "|", '"', "\u2013", "\u2014"})
"""What a clause ends with."""
FILLERS = 3
"""Articles and such that may stand between a bound and its number."""
_CHANGE_REACH = 7
_SHORT_REACH = 3
_AMOUNTS = frozenset({Dimension.PERCENT, Dimension.POINTS, Dimension.MULTIPLE, Dimension.RATIO})
_GAP = 5
_FAR = 3
"""How many times a size the level is at least, where only their values tell them from the ends of a range."""
_FAR_ORIGIN = 10
"""The same where the word before the first number may also say where the change began: "de 58 000 à 1,16 million"."""
_SHARED_BELOW = 1000
_SCORE = 100


def split_change(tokens: Tokens, lexis: Lexis, before: Draft, draft: Draft) -> bool:
    """Mark two numbers as the size of a change and the level it led to, where they are; says whether they are."""
    plain = _leads(tokens, lexis, before, draft)
    if plain is None or before.change in {"from", "to"} or before.low != before.high or draft.low != draft.high:
        return False
    start = _before_bound(tokens, lexis, before)
    link = tokens.form(start - 1)
    is_size, is_origin = link in lexis.by, link in lexis.origin
    way = _way(tokens, lexis, before, start, reach=_CHANGE_REACH)
    if is_origin and not (is_size and way in {"up", "down"}):
        return False
    beside = tokens.form(start - 1)
    if not is_size and beside not in lexis.up and beside not in lexis.down:
        return False
    only_size = is_size and link in lexis.only_sizes
    if not way and lexis.language == "de":
        way = _way_behind(tokens, lexis, draft)
    if not way and only_size and lexis.language == "de":
        way = "by"
    if not way or way == "left":
        return False
    if not is_size and not plain and before.is_bare and draft.is_bare and draft.high < _SCORE:
        return False  # "lost 3 to 2"
    sized = is_origin and any(form in lexis.sizes for form in tokens.forms[max(start - 1 - _SHORT_REACH, 0) : start])
    if sized and not plain and draft.high < before.low * _FAR_ORIGIN:
        return False  # "une hausse de 3 % à 5 %": two sizes
    if not plain and not _is_level(before, draft, way, origin=is_origin):
        return False
    before.change = way if way in {"up", "down"} else "by"
    draft.change = "to"
    return True


def _leads(tokens: Tokens, lexis: Lexis, before: Draft, draft: Draft) -> bool | None:
    """Return whether what leads from one number to the next joins no range ("auf", ", to"); none where none leads."""
    place = max(before.end, min(before.noun_end, draft.begin))
    if not 1 <= draft.begin - place <= _GAP:
        return None
    comma = tokens.forms[place] == ","
    levels = lexis.levels.at(tokens, place + comma)
    if levels is None or levels[1] > draft.begin:
        return None
    is_origin = tokens.form(_before_bound(tokens, lexis, before) - 1) in lexis.origin
    only = tokens.forms[place] not in lexis.range_joins or tokens.forms[place] in lexis.only_changes
    plain = comma or ((only or levels[1] > place + 1) and not is_origin)
    place = levels[1]
    while place < draft.begin:
        bound = lexis.bounds_before.at(tokens, place)
        if bound is not None and bound[1] <= draft.begin:
            place = bound[1]
        elif tokens.forms[place] in lexis.fillers:
            place += 1
        else:
            return None
    return plain


def _is_level(before: Draft, draft: Draft, way: str, *, origin: bool) -> bool:
    """Whether the second of two numbers is a level, by what both say of themselves and how far apart they are."""
    if before.dimension is Dimension.POINTS and draft.dimension is Dimension.PERCENT:
        return True
    if before.is_bare and draft.dimension not in {Dimension.COUNT, Dimension.MONEY}:
        return False
    low = before.low
    shared = before.is_bare and before.numeral.scale == 1 and low < _SHARED_BELOW
    if shared and low * draft.numeral.scale < draft.high:
        low *= draft.numeral.scale
    if origin:
        return draft.high >= low * _FAR_ORIGIN or (way == "up") != (draft.high > low)
    if draft.high <= low or draft.high >= low * _FAR:
        return True
    # "By 10% to 1,200", "$4.50 to $69": each has a unit of its own, or the first alone.
    # Two percentages may be a range of sizes: "fell 3% to 5%".
    if before.dimension is draft.dimension is Dimension.PERCENT:
        return False
    return before.dimension is not Dimension.COUNT and before.begin == before.numeral.begin


def adds_more(tokens: Tokens, lexis: Lexis, draft: Draft, end: int) -> bool:
    """Return whether *more* only goes on counting: "nine died there and two more in hospital", not "40 more than".

    ``end`` is the token after *more*.
    """
    joined = tokens.form(draft.begin - 1) in lexis.conjunctions
    return joined and draft.dimension is Dimension.COUNT and tokens.is_word(end) and tokens.form(end) not in _THAN


_THAN = frozenset({"than", "que", "qu", "als", "di", "do", "de"})


def _told_behind(tokens: Tokens, lexis: Lexis, draft: Draft, ceiling: int) -> str | None:
    """Return what the words behind a number say of it as a change, "40 more", "14 ahead", or none."""
    for place in {draft.end, max(draft.end, draft.noun_end)}:
        more = lexis.more.at(tokens, place)
        if more is not None and more[1] <= ceiling and not _is_height(tokens, draft, place):
            if adds_more(tokens, lexis, draft, more[1]):
                return ""
            return more[0]
        if tokens.form(place) in lexis.than and (told := lexis.more_before.get(tokens.form(draft.begin - 1))):
            return told
        if draft.dimension in _MARGINS and lexis.ahead.at(tokens, place) is not None:
            return "by"
    return None


def change_of(tokens: Tokens, lexis: Lexis, draft: Draft, ceiling: int) -> str:
    """Return what the number is to a change: its size and way, its beginning, its end, or nothing."""
    told = _told_behind(tokens, lexis, draft, ceiling)
    if told is not None:
        return told
    before = _before_bound(tokens, lexis, draft)
    link = tokens.form(before - 1)
    if link in {"up", "down"} and lexis.language == "en" and tokens.form(before - 2) in _SET_OFF:
        return link
    if apart := _apart(tokens, lexis, draft, before - 1):
        return apart
    if link in lexis.goal and link not in lexis.by and draft.after_change:
        return "to"
    reach = _CHANGE_REACH if draft.dimension in _AMOUNTS else _SHORT_REACH
    kind = lexis.stats.before(tokens, before - 1) if link in lexis.by | lexis.goal else None
    way = _way(tokens, lexis, draft, before, reach if kind is None else reach + before - 1 - kind[1])
    if not way or (draft.low < 0 and link in lexis.margin_by):
        return ""  # "a loss of -$5 million"
    if link in lexis.goal and link not in lexis.by:
        return "to"
    if link in lexis.origin and (way == "left" or link not in lexis.by):
        return "from"
    if link in lexis.by:
        return way if way in {"up", "down"} else "by"
    return way if draft.dimension in _AMOUNTS and way in {"up", "down"} else ""


_SET_OFF = frozenset({",", "(", "is", "are", "was", "were", "-", "\u2013", "\u2014"})
"""What stands before *up* where an amount is the size of a change: "780 pounds a month, up 95", not "signed up 95"."""
_MARGINS = frozenset({Dimension.COUNT, Dimension.POINTS, Dimension.PERCENT})
"""What one is ahead of another by: votes, seats, points; that of a length or an amount is said of other things too."""
_MARGIN_REACH = 4


def _apart(tokens: Tokens, lexis: Lexis, draft: Draft, link: int) -> str:
    """Return ``by`` where a number says how far two are apart, and ``up`` or ``down`` where it says which is more."""
    if tokens.form(link) in lexis.margin_by and _is_margin(tokens, lexis, draft, link):
        return "by"
    compared = tokens.form(link - 1) if tokens.form(link) in lexis.by and link > draft.reads_from else ""
    return "up" if compared in lexis.higher else "down" if compared in lexis.lower else ""


def _is_margin(tokens: Tokens, lexis: Lexis, draft: Draft, link: int) -> bool:
    """Return whether a number says how far two are apart: *won by twelve votes*, *une avance de 40 sièges*."""
    if draft.dimension not in {Dimension.COUNT, Dimension.POINTS}:
        return False
    for place in range(link - 1, max(draft.reads_from, link - _MARGIN_REACH) - 1, -1):
        form = tokens.forms[place]
        if form in ENDS or form == ",":
            return False
        if form in lexis.margin:
            return True
    return False


def _is_height(tokens: Tokens, draft: Draft, place: int) -> bool:
    """Whether a length says how high a thing stands: "62 feet above the harbour"."""
    base = to_base(draft.unit) if draft.dimension is Dimension.MEASURE else None
    return base is not None and base.kind == "length" and tokens.form(place) in {"above", "below"}


def _before_bound(tokens: Tokens, lexis: Lexis, draft: Draft) -> int:
    """Return where the number begins, with the words of its bound, of its kind ("an average of") and articles."""
    place = draft.begin
    for _ in range(FILLERS):
        found = lexis.bounds_before.before(tokens, place) or _kind_before(tokens, lexis, place)
        if found is not None:
            place = found[1]
        elif tokens.form(place - 1) in lexis.fillers and tokens.form(place - 1) not in lexis.by | lexis.goal:
            place -= 1
        else:
            break
    return place


def _kind_before(tokens: Tokens, lexis: Lexis, place: int) -> tuple[object, int] | None:
    """Return the words before a number that say what kind it is, such as a mean: "an average of", "im Schnitt"."""
    found = lexis.stats.before(tokens, place)
    if found is None and tokens.form(place - 1) in _OF:
        found = lexis.stats.before(tokens, place - 1)
        if found is not None and place - 1 - found[1] > 1:
            return None  # "have risen on average by", "ont augmenté en moyenne de": there, the last word is the link
    return found


_OF = frozenset({"of", "de", "d'", "von", "di"})


_EARNING = ("gagn", "gana", "ganó", "gano", "gane", "ganh", "guadagn")
"""Beginnings of verbs that are *to earn* with money and *to gain* with anything else, in four languages."""


def earns(form: str, draft: Draft) -> bool:
    """Return whether a word says that the number is earned: *gagnaient de 1,46 à 3,74 dollars* tells of no rise."""
    return draft.dimension is Dimension.MONEY and form.startswith(_EARNING)


def _way(tokens: Tokens, lexis: Lexis, draft: Draft, before: int, reach: int) -> str:
    """Return ``up``, ``down``, ``left`` or ``moved`` after the nearest word of change to the left, or nothing."""
    for place in range(before - 1, max(draft.reads_from, before - reach, 0) - 1, -1):
        form = tokens.forms[place]
        if form in ENDS or form == ",":
            return ""
        if earns(form, draft):
            return ""
        if form in lexis.up:
            return "up" if lexis.no_change.before(tokens, place + 1) is None else ""
        if form in lexis.down:
            return "down"
        if form in lexis.left:
            return "left"
        if form in lexis.moved:
            return "moved"
    return _way_behind(tokens, lexis, draft) if lexis.language == "de" else ""


def _way_behind(tokens: Tokens, lexis: Lexis, draft: Draft) -> str:
    """The same of a German verb at the end of its clause: "um 5 Prozent gestiegen"."""
    for place in range(draft.end, min(draft.end + _CHANGE_REACH, tokens.count)):
        form = tokens.forms[place]
        if form in ENDS or form == "," or form[0].isdecimal():
            return ""
        if form in lexis.up or form in lexis.down:
            return "up" if form in lexis.up else "down"
    return ""
