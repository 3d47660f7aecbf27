"""Stage 5, match: the words of the calendar in one language, from CLDR and from the tables beside this file.

CLDR knows the names of months and weekdays; a table ``tables/LANGUAGE.toml`` knows the rest: which words join a month
to its year, which prepositions make a number a year, how "last year" is said.  Keys of several words are phrases.
"""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.matchers import cldr
from claimcheck.matchers.scanning import Phrases, Tokens
from claimcheck.matchers.units import unit_names

_FOLDER = files("claimcheck.matchers.dates") / "tables"


@dataclass(frozen=True, slots=True)
class Tables:
    """The words of the calendar in one language; single words are forms of tokens, lower case."""

    language: str
    day_first: bool
    """Whether 3/4/2023 is 3 April."""
    capital: bool
    """Whether months and weekdays are written with a capital."""
    bare: bool
    """Whether a year stands without a preposition, as in German."""
    months: dict[str, int]
    short_months: dict[str, int]
    no_month: frozenset[str]
    """Month names that are also other words."""
    weekdays: Phrases[int]
    links: frozenset[str]
    articles: frozenset[str]
    ordinal: frozenset[str]
    first: frozenset[str]
    year_words: frozenset[str]
    range_to: Phrases[str]
    joining: frozenset[str]
    """And, or."""
    strong: frozenset[str]
    weak: frozenset[str]
    """Words before which a number may be a year or a count."""
    determiners: frozenset[str]
    year_verbs: frozenset[str]
    amounts: frozenset[str]
    generic: frozenset[str]
    generic_after: frozenset[str]
    counted: frozenset[str]
    between: dict[str, str]
    relations: Phrases[str]
    relative: Phrases[str]
    pointers: dict[str, int]
    parts: Phrases[str]
    seasons: dict[str, str]
    quarters: Phrases[str]
    letters: dict[str, str]
    decades: Phrases[int]
    decade_words: frozenset[str]
    decade_suffix: frozenset[str]
    ago_before: Phrases[str]
    ago_after: Phrases[str]
    units: dict[str, str]
    numbers: dict[str, int]
    century_words: frozenset[str]
    century_first: bool
    """Whether the word stands before the number: "siglo XIX"."""
    ordinals: dict[str, int]
    era: Phrases[str]
    onwards: frozenset[str]
    reaching: frozenset[str]
    ahead: frozenset[str]
    pointing: Phrases[str]
    """What counts from the date before it, "the following year"; with ``!`` where it ends its part of the sentence."""
    later: Phrases[str]
    earlier: Phrases[str]
    than: frozenset[str]
    hedges: frozenset[str]
    following: frozenset[str]
    preceding: frozenset[str]
    same: frozenset[str]
    triggers: frozenset[str]
    """Words that a date may begin with."""
    seconds: dict[str, frozenset[str]]
    """Of a trigger that only phrases begin with, such as an article, the words of which one must follow."""
    named: frozenset[str]
    """The names of months, and the words for a century: without one, digits are no day and no century."""

    def skip_links(self, tokens: Tokens, index: int, *, most: int = 4, comma: bool = False) -> int:
        """Return the place after the words that may stand between a period and its year."""
        end = index
        while end < index + most and (tokens.form(end) in self.links or (comma and tokens.form(end) == ",")):
            end += 1
        return end


def relation_words(language: str) -> frozenset[str]:
    """Return the words that say how something stands to a date, and those between them and it: *as of the*."""
    tables = load_tables(language)
    return tables.relations.words() | tables.articles | tables.year_words


@cache
def load_tables(language: str) -> Tables:
    """Return the tables of a language that has some."""
    raw: dict[str, Any] = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))

    def single(key: str) -> frozenset[str]:
        return frozenset(raw.get(key, ()))

    def phrases(key: str) -> Phrases[Any]:
        held = raw.get(key, {})
        return Phrases(held if isinstance(held, dict) else dict.fromkeys(held, "yes"), language)

    months = cldr.month_names(language)
    tables = Tables(
        language=language,
        day_first=raw["day_first"],
        capital=raw["capital"],
        bare=raw.get("bare", False),
        months=months,
        short_months={name: n for name, n in cldr.month_abbreviations(language).items() if name not in months},
        no_month=single("no_month"),
        weekdays=Phrases(
            {
                name.replace("-", " - "): n
                for name, n in (cldr.weekday_names(language) | raw.get("weekdays", {})).items()
            },
            language,
        ),
        links=single("links"),
        articles=single("articles"),
        ordinal=single("ordinal"),
        first=single("first"),
        year_words=single("year_words"),
        range_to=phrases("range_to"),
        joining=single("joining"),
        strong=single("strong"),
        weak=single("weak"),
        determiners=single("determiners"),
        year_verbs=single("year_verbs"),
        amounts=single("amounts"),
        generic=single("generic"),
        generic_after=single("generic_after"),
        counted=single("counted") | _counted(language),
        between=raw["between"],
        relations=phrases("relations"),
        relative=phrases("relative"),
        pointers=raw["pointers"],
        parts=phrases("parts"),
        seasons=raw["seasons"],
        quarters=phrases("quarters"),
        letters=raw["letters"],
        decades=phrases("decades"),
        decade_words=single("decade_words"),
        decade_suffix=single("decade_suffix"),
        ago_before=phrases("ago_before"),
        ago_after=phrases("ago_after"),
        units=raw["units"],
        numbers=raw["numbers"],
        century_words=single("century_words"),
        century_first=raw.get("century_first", False),
        ordinals=raw["ordinals"],
        era=phrases("era"),
        onwards=single("onwards"),
        reaching=single("reaching"),
        ahead=single("ahead"),
        pointing=_with_ends(raw.get("pointing", {}), language),
        later=_with_ends(dict.fromkeys(raw.get("later", ()), ""), language),
        earlier=_with_ends(dict.fromkeys(raw.get("earlier", ()), ""), language),
        than=single("than"),
        hedges=single("hedges"),
        following=single("following"),
        preceding=single("preceding"),
        same=single("same"),
        triggers=frozenset(),
        seconds={},
        named=frozenset(),
    )
    return _with_triggers(tables)


def _with_ends(held: dict[str, str], language: str) -> Phrases[str]:
    """Return phrases of which those with a mark behind them, which end their part of the sentence, mean so."""
    return Phrases(
        {key.removesuffix(" !"): value + ("!" if key.endswith(" !") else "") for key, value in held.items()}, language
    )


def _counted(language: str) -> frozenset[str]:
    """Return the words that make the number before them a measure, money or the front of a larger number."""
    names = {name for name in unit_names(language) if " " not in name}
    return frozenset(names) | _SYMBOLS | _MONEY | _SCALES


_SYMBOLS = frozenset(
    """
    % € $ £ ¥ ° km m cm mm kg g t ha l hl mw gw kw kwh mwh gwh twh mph ft lb lbs mb gb tb
    """.split()  # noqa: SIM905 - a table of words
)
_MONEY = frozenset(
    """
    dollar dollars euro euros pound pounds yen yuan franc francs rupee rupees peso pesos livre livres dólar dólares
    libra libras dollari sterlina sterline real reais franken pfund rubel rouble roubles rublos rubli franco francos
    franchi usd eur gbp chf
    """.split()  # noqa: SIM905 - a table of words
)
_SCALES = frozenset(
    """
    hundred thousand million millions billion billions trillion bn mille milliard milliards millón millones mil milhão
    milhões bilhão bilhões milione milioni miliardo miliardi mila tausend millionen milliarden mrd mio
    """.split()  # noqa: SIM905 - a table of words
)
_ROMAN = frozenset(
    number + ending
    for number in "ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split()  # noqa: SIM905 - words
    for ending in ("", "e", "è", "ème", "ᵉ")
) | {"ier", "iᵉʳ"}
"""Centuries as French and Italian number them, before the word for one."""


_ROMAN_LETTERS = frozenset("ivxeèrmᵉ")
"""What the number of a century may be made of, its ending included."""


def _with_triggers(tables: Tables) -> Tables:
    words = {
        *tables.months,
        *tables.short_months,
        *tables.first,
        *tables.seasons,
        *tables.letters,
        *tables.pointers,
        *tables.year_words,
        *tables.decade_words,
        *tables.ordinals,
        *(tables.century_words if tables.century_first else ()),
        *(_ROMAN if tables.language in ("fr", "it") else ()),
        "©",
        "copyright",
    }
    seconds: dict[str, frozenset[str]] = {}
    for held in (
        tables.weekdays,
        tables.relative,
        tables.parts,
        tables.quarters,
        tables.decades,
        tables.ago_before,
    ):
        for first, following in held.seconds().items():
            seconds[first] = seconds.get(first, frozenset()) | following
    led = {
        first: following
        for first, following in seconds.items()
        if first not in words and "" not in following and not _ROMAN_LETTERS.issuperset(first)
    }
    named = frozenset({*tables.months, *tables.short_months, *tables.century_words})
    return replace(tables, triggers=frozenset({*words, *seconds}), seconds=led, named=named)
