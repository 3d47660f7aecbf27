"""Stage 5, match: digits that name a thing instead of counting it, told by the tokens around them.

"Article 230", "GPT-4", "the 21st century", "12:30", "12 Rue Neuve", "24/7", "[12]": each rule is one function, and each
says which words or signs give it away.
"""

from decimal import Decimal

from claimcheck.matchers.quantities.currencies import currency_before
from claimcheck.matchers.quantities.nouns import noun_after
from claimcheck.matchers.quantities.numeral import Numeral
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens

_JOINS = frozenset({",", "-", "\u2013", "/", "&"})
_SCORE = 2
_POSTCODE = 5
_HOURS = 24
_DAYS = 31
_YEAR_DIGITS, _FIRST_YEAR, _LAST_YEAR = 4, "1400", "2199"
_ROW = 20
_FOOTNOTES = 8
_HUNDREDTH = Decimal("0.01")
_LIST_NUMBER = 3
_LISTING = frozenset({",", ".", "\u2013"})
_DAYS_LISTED = 8
_MINUTES = frozenset({"min", "mn", "minutes", "minutos", "minuti"})


def is_numbered(tokens: Tokens, lexis: Lexis, found: Numeral, label_end: int, label: Decimal) -> bool:
    """Return whether digits are the number of a numbered thing: "article 4", and the 6 of "articles 4, 5 and 6".

    ``label`` is the last such number and ``label_end`` the token after it.  A number far greater, or one that counts a
    noun, is no longer one of the row.
    """
    if _is_labelled(tokens, lexis, found.begin):
        return True
    gap = found.begin - label_end
    if found.scale_word or not 1 <= gap <= 2 or found.low > label * _ROW:  # noqa: PLR2004 - a comma, or ", and"
        return False
    if lexis.language in {"en", "de"} and noun_after(tokens, lexis, found.end)[0]:
        return False
    return all(form in _JOINS or form in lexis.conjunctions for form in tokens.forms[label_end : found.begin])


def is_label(tokens: Tokens, lexis: Lexis, found: Numeral) -> bool:
    """Return whether digits are a name, a place or a time, whatever stands behind them."""
    begin, end = found.begin, found.end
    return (
        _is_glued(tokens, begin)
        or _is_chained(tokens, lexis, begin, end)
        or _is_ordinal(tokens, lexis, found)
        or _is_footnote(tokens, begin, end)
        or _is_list_number(tokens, begin, end)
        or _is_clock(tokens, lexis, found)
        or _is_street(tokens, lexis, found)
        or _is_day(tokens, lexis, found)
        or _is_of_era(tokens, lexis, found)
        or _is_postcode(tokens, lexis, found)
    )


def _is_glued(tokens: Tokens, begin: int) -> bool:
    """A letter touches the digits on the left, or through a hyphen: A4, COVID-19, GPT-4, #7."""
    if not tokens.glued(begin - 1):
        return False
    before = tokens.forms[begin - 1]
    if before in {"#", "_", "@", "\\"}:
        return True
    if before[0].isalpha():
        return currency_before(tokens, begin) is None
    if before in {"-", "/", ".", ":"} and tokens.glued(begin - 2):
        touching = tokens.forms[begin - 2]
        return touching[0].isalpha() or (before != "-" and touching[0].isdecimal())
    return False


def _is_chained(tokens: Tokens, lexis: Lexis, begin: int, end: int) -> bool:
    """The digits go on into something else: 3.11.2, 23-cv-1234, 311/18, 12:30, 5G, 1990s."""
    if not tokens.glued(end - 1):
        return False
    sign, following = tokens.form(end), tokens.form(end + 1)
    touches = tokens.glued(end)
    if sign in {":", "'", "_"} and touches and following[0].isdecimal():
        return True
    if sign == "." and touches and (following[0].isdecimal() or following[0].isalpha()):
        return True
    if sign == "-" and touches and following[0].isalpha() and tokens.form(end + 2) == "-" and tokens.is_number(end + 3):
        # "5-foot-11" is a height.
        unit = lexis.units.at(tokens, end + 1)
        return unit is None or unit[0] not in lexis.rests
    return sign == "s" and tokens.form(begin).endswith("0")


def _is_labelled(tokens: Tokens, lexis: Lexis, begin: int) -> bool:
    """A word for a numbered thing stands before: article, page, n°, Windows."""
    place = begin - 1
    if tokens.form(place) in {".", "°", "º", ":"} and place > 0 and tokens.glued(place - 1):
        if tokens.form(place - 1) == "n" and tokens.form(place) != ":":
            return True
        place -= 1
    form = tokens.form(place)
    if form not in lexis.masks["labels"]:
        return False
    if form == "number" and tokens.form(place - 1) in _WHO:
        # "who number 1,350"
        return False
    if form in lexis.masks.get("capital_labels", ()):
        return tokens.is_capital(place)
    return True


_WHO = frozenset({"who", "which", "that", "they", "now", "to", "members", "staff"})
"""Words behind which *number* is what somebody does."""


def _is_ordinal(tokens: Tokens, lexis: Lexis, found: Numeral) -> bool:
    """1st, 2e, 3º, the German "3. Klasse"."""
    end = found.end
    following = tokens.form(end)
    if tokens.glued(end - 1) and (following in lexis.masks["ordinal_suffixes"] or following in {"º", "ª", "ᵉ", "ᵉʳ"}):
        return True
    if tokens.glued(end - 1) and following == "°" and not tokens.is_word(end + 1):
        return tokens.form(end + 1) != "c" and lexis.language == "it"
    if lexis.language == "de" and following == "." and found.written and len(found.written) <= 2:  # noqa: PLR2004
        return tokens.form(found.begin - 1) in lexis.masks["ordinal_words"] and tokens.is_word(end + 1)
    return False


def _is_footnote(tokens: Tokens, begin: int, end: int) -> bool:
    """[12], [3, 4]."""
    if tokens.form(end) not in {"]", ",", "-", "\u2013"}:
        return False
    for place in range(begin - 1, max(begin - _FOOTNOTES, -1), -1):
        form = tokens.forms[place]
        if form == "[":
            return True
        if form not in _JOINS and not form[0].isdecimal():
            return False
    return False


def _is_list_number(tokens: Tokens, begin: int, end: int) -> bool:
    """A number that opens a line and is set off: "1. Results"."""
    first = begin - 1 if tokens.form(begin - 1) == "(" and begin else begin
    at_start = first == 0 or tokens.form(first - 1) == "\n"
    sign = tokens.form(end)
    set_off = sign in {".", ")"} and tokens.glued(end - 1) and not tokens.glued(end)
    return (
        at_start
        and set_off
        and end == begin + 1
        and len(tokens.form(begin)) <= _LIST_NUMBER
        and (tokens.form(end + 1) != "\n")
    )


def _is_clock(tokens: Tokens, lexis: Lexis, found: Numeral) -> bool:
    """5 p.m., 14 h 30, à 14 heures, um 14 Uhr."""
    if found.low > _HOURS or found.scale_word:
        return False
    following = tokens.form(found.end)
    masks = lexis.masks
    if following in masks["clock_only"] or (
        following in {"a", "p"} and tokens.form(found.end + 2) == "m" and tokens.form(found.end + 1) == "."
    ):
        return True
    if tokens.form(found.begin - 1) in masks["clock_before"]:
        if following in masks["clock_hours"] or not masks["day_parts"].isdisjoint(
            tokens.forms[found.end : found.end + 3]
        ):
            return True
        if lexis.language == "it" and not found.written and found.step == _HUNDREDTH:
            return True
    # "14 h 30", "14h30"
    return (
        following == "h"
        and tokens.is_number(found.end + 1)
        and len(tokens.form(found.end + 1)) == _SCORE
        and not _is_lasting(tokens, lexis, found)
    )


def _is_lasting(tokens: Tokens, lexis: Lexis, found: Numeral) -> bool:
    """Hours and minutes that are a length of time: "2 h 30 min", "en 2 h 30"."""
    return tokens.form(found.end + 2) in _MINUTES or lexis.lasting.before(tokens, found.begin) is not None


def _is_of_era(tokens: Tokens, lexis: Lexis, found: Numeral) -> bool:
    """A year told by its era: 280 BC, 280 avant J.-C."""
    return lexis.eras.at(tokens, found.end) is not None


def _is_day(tokens: Tokens, lexis: Lexis, found: Numeral) -> bool:
    """A day beside its month, where the dates did not take it for want of a year: 18 March, 3 de mayo."""
    if not found.written or found.low > _DAYS:
        return False
    if tokens.form(found.end) in _LISTING or tokens.form(found.end) in lexis.conjunctions:
        return _is_listed_day(tokens, lexis, found.end)
    ahead = found.end + 1 if tokens.form(found.end) in {"de", "of", "."} else found.end
    if tokens.form(ahead) in lexis.months and (lexis.language not in {"en", "de"} or tokens.is_capital(ahead)):
        return True
    before = found.begin - 1
    if tokens.form(before) == "." and tokens.glued(before - 1):
        before -= 1
    return (
        lexis.language == "en"
        and tokens.form(before) in lexis.months
        and tokens.is_capital(before)
        and (not tokens.is_word(found.end) or tokens.form(found.end) in lexis.stops)
    )


def _is_listed_day(tokens: Tokens, lexis: Lexis, index: int) -> bool:
    """Whether more days and then a month follow: 19, 21 and 23 May; am 19., 21. und 23. Mai."""
    place = index
    for _ in range(_DAYS_LISTED):
        while tokens.form(place) in _LISTING or tokens.form(place) in lexis.conjunctions:
            place += 1
            if place > index + _DAYS_LISTED * 3:
                return False
        form = tokens.form(place)
        if not form.isdecimal() or len(form) > 2 or not 0 < int(form) <= _DAYS:  # noqa: PLR2004
            return False
        place += 1
        if tokens.form(place) == "." and lexis.language == "de":
            place += 1
        month = place + 1 if tokens.form(place) in {"de", "of"} else place
        if tokens.form(month) in lexis.months and (lexis.language not in {"en", "de"} or tokens.is_capital(month)):
            return True
    return False


def _is_street(tokens: Tokens, lexis: Lexis, found: Numeral) -> bool:
    """12 Rue Neuve, 10 Downing Street, Calle Mayor, 12."""
    if not found.written:
        return False
    end, masks = found.end, lexis.masks
    if "street_endings" in masks and tokens.form(found.begin - 1).endswith(tuple(masks["street_endings"])):
        return True
    place = end + 1 if tokens.form(end) in {",", "bis", "ter"} else end
    if tokens.form(place) in masks["street_next"] and (
        tokens.is_capital(place) or tokens.is_capital(place + 1) or tokens.form(place + 1) in lexis.stops
    ):
        return True
    if masks["street_after"] and tokens.is_capital(end):
        for ahead in range(end + 1, end + 4):
            if not tokens.is_capital(ahead):
                break
            if tokens.form(ahead) in masks["street_after"]:
                return True
    if masks["street_before"] and (tokens.form(found.begin - 1) == "," or tokens.is_capital(found.begin - 1)):
        return any(
            tokens.form(place) in masks["street_before"] for place in range(max(found.begin - 6, 0), found.begin - 1)
        )
    return False


def _is_postcode(tokens: Tokens, lexis: Lexis, found: Numeral) -> bool:
    """Five digits before the name of a town: 75011 Paris; in German, where every noun has a capital, after a comma."""
    if len(found.written) != _POSTCODE or not tokens.is_capital(found.end) or found.written.endswith("000"):
        return False
    return lexis.language != "de" or tokens.form(found.begin - 1) in {",", "\n", "("} or found.begin == 0


def is_name_number(tokens: Tokens, lexis: Lexis, found: Numeral) -> bool:
    """Return whether bare digits, with no unit and no noun behind them, belong to the name before: Vision 2030."""
    if not found.written:
        return False
    begin = found.begin
    before = tokens.form(begin - 1)
    if not tokens.is_capital(begin - 1) or before in lexis.stops:
        return False
    starts_sentence = begin == 1 or tokens.form(begin - 2) in {".", "\n", "!", "?", ":", '"'}
    return not starts_sentence or tokens.raw(begin - 1).isupper()


def is_score(tokens: Tokens, begin: int, end: int) -> bool:
    """Return whether two small numbers joined by a hyphen are the score of a match: 3-1."""
    small = all(len(tokens.form(place)) <= _SCORE for place in (begin, end - 1))
    return end - begin == _SCORE + 1 and small and tokens.glued(begin) and tokens.glued(begin + 1)


def is_year(found: Numeral) -> bool:
    """Return whether bare digits can be a year."""
    return len(found.written) == _YEAR_DIGITS and _FIRST_YEAR <= found.written <= _LAST_YEAR


def is_dated(tokens: Tokens, lexis: Lexis, found: Numeral) -> bool:
    """Return whether a preposition of time stands before digits that can be a year: "in 2020 workers …"."""
    return tokens.form(found.begin - 1) in lexis.masks["when"]


def is_slashed(tokens: Tokens, place: int) -> bool:
    """Return whether a slash joins digits that are no share: 24/7, 9/11, 03/04."""
    touching = tokens.glued(place - 1) and tokens.glued(place)
    return tokens.form(place) == "/" and touching and tokens.is_number(place + 1)
