"""Stage 5, match: words → a whole number below a million.  The door of text2num.

text2num was chosen among four libraries for being right and fast in all six languages; it is given only runs of number
words that the tables have cut, since in running text it takes *un*, *neuf* and *tens* for numbers.
"""

from functools import lru_cache

from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens

_LONGEST = 14
"""Words of a number below a million; a longer run is no number."""
_LONGEST_WORD = 66
"""One letter more than the longest number below a million in one German word."""


def read_spelled(tokens: Tokens, lexis: Lexis, index: int) -> tuple[int, int] | None:
    """Return the longest number that is said in words from a token on, and the token after it."""
    run: list[str] = []
    ends: list[int] = []
    place = index
    while len(ends) < _LONGEST:
        form = tokens.form(place)
        if not _is_number_word(form, lexis) or _begins_scale(tokens, lexis, place):
            break
        run.append(form)
        place += 1
        ends.append(place)
        if tokens.form(place) == "-" and tokens.glued(place - 1) and tokens.glued(place):
            run.append("-")
            place += 1
            if tokens.form(place) == lexis.joiner and tokens.form(place + 1) == "-":
                run += [lexis.joiner, "-"]
                place += 2
        elif tokens.form(place) == lexis.joiner and form in lexis.joins_after:
            run.append(lexis.joiner)
            place += 1
    found = _longest(run, ends, lexis)
    return None if found is not None and _begins_ordinal(tokens, found[1]) else found


def _begins_scale(tokens: Tokens, lexis: Lexis, place: int) -> bool:
    """Whether a scale of a million or more begins: "mil millones" is one, "mil" is none."""
    scale = lexis.scales.at(tokens, place)
    return scale is not None and scale[0] > 3  # noqa: PLR2004 - a thousand is part of the number


def _longest(run: list[str], ends: list[int], lexis: Lexis) -> tuple[int, int] | None:
    words = [place for place, form in enumerate(run) if form not in {"-", lexis.joiner}]
    for count in range(len(ends), 0, -1):
        text = " ".join(run[: words[count - 1] + 1]).replace(" - ", "-")
        value = parse_words(text, lexis.language)
        if value is not None:
            return value, ends[count - 1]
    return None


def _begins_ordinal(tokens: Tokens, end: int) -> bool:
    """Whether a hyphen joins an ordinal to what was read: "dix-huitième", "twenty-first" are no ten and no twenty."""
    joined = tokens.form(end) == "-" and tokens.glued(end) and tokens.glued(end - 1)
    linked = (tokens.form(end + 1), tokens.form(end + 2)) == ("et", "-")
    return joined and tokens.form(end + 3 if linked else end + 1).endswith(_ORDINAL_ENDINGS)


_ORDINAL_ENDINGS = ("ième", "ièmes", "first", "second", "third", "fourth", "fifth", "sixth", "venth", "ighth", "ninth")


def _is_number_word(form: str, lexis: Lexis) -> bool:
    if form in lexis.numbers:
        return True
    return (
        bool(lexis.prefixes)
        and form.startswith(lexis.prefixes)
        and len(form) <= _LONGEST_WORD
        and parse_words(form, lexis.language) is not None
    )


@lru_cache(maxsize=4096)
def parse_words(text: str, language: str) -> int | None:
    """Return the whole number that words say, or none."""
    from text_to_num import (  # type: ignore[import-untyped]  # noqa: PLC0415 - loaded when first needed; no types
        text2num,
    )

    spelling = _SPELLINGS.get(language, {})
    text = " ".join(spelling.get(word, word) for word in text.split(" "))
    try:
        return int(text2num(text, language))
    except ValueError:
        return None


_SPELLINGS = {
    "de": {"eine": "ein", "einen": "ein", "einem": "ein", "einer": "ein", "fuenf": "fünf"},
    "es": {"veintiún": "veintiuno", "veintiun": "veintiuno"},
    "it": {"un'": "un"},
}
"""Forms that the library does not know."""
