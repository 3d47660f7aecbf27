"""Stage 5, match: the tables of a language, read once and made ready for scanning tokens.

What differs between languages stands in ``tables/*.toml``, one file a language, so that a reader of that language can
check it.  Words ending in ``*`` are stems.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.matchers.cldr import currency_names, month_abbreviations, month_names
from claimcheck.matchers.scanning import Phrases, tokenise_phrase
from claimcheck.matchers.units import is_duration, unit_names
from claimcheck.matchers.values import Bound

_FOLDER = files("claimcheck.matchers.quantities") / "tables"


class Words:
    """A set of words, some of them stems, but for others that begin alike: *surge*, not *surgery*."""

    def __init__(self, words: Iterable[str], others: Iterable[str] = ()) -> None:
        words = list(words)
        self._others = Words(others) if others else None
        self._whole = frozenset(word for word in words if not word.endswith("*"))
        self._stems = tuple(word[:-1] for word in words if word.endswith("*"))

    def __contains__(self, form: str) -> bool:
        if form in self._whole:
            return True
        return bool(self._stems) and form.startswith(self._stems) and (self._others is None or form not in self._others)


@dataclass(frozen=True, slots=True)
class Lexis:
    """What a language's table says, as phrases and words to scan for."""

    language: str
    decimal: str
    group: str
    swapped_regions: frozenset[str]
    numbers: frozenset[str]
    prefixes: tuple[str, ...]
    joiner: str
    joins_after: frozenset[str]
    lone: frozenset[str]
    homonyms: frozenset[str]
    homonym_endings: tuple[str, ...]
    homonym_before: frozenset[str]
    homonym_next: frozenset[str]
    articles: frozenset[str]
    multipliers: frozenset[str]
    articles_of_groups: frozenset[str]
    scales: Phrases[int]
    groups: Phrases[Decimal]
    and_parts: Phrases[Decimal]
    part_of: Phrases[Decimal]
    compound_joins: frozenset[str]
    apart: frozenset[str]
    rests: dict[str, int]
    lasting: Phrases[bool]
    rounded: Phrases[Decimal]
    vague: Phrases[tuple[Decimal, Decimal]]
    percent: Phrases[bool]
    points: Phrases[Decimal]
    times: Phrases[bool]
    multiples: Phrases[Decimal]
    denominators: dict[str, int]
    shares: Phrases[Decimal]
    majorities: Phrases[Any]
    most: str
    ratios: Phrases[bool]
    weak_ratios: frozenset[str]
    ratio_words: frozenset[str]
    ordinal_shares: Phrases[Decimal]
    per: Phrases[str]
    weak_per: Phrases[str]
    per_before: Phrases[str]
    sure_per: frozenset[str]
    not_per: Phrases[bool]
    per_starts: frozenset[str]
    counted_per: Phrases[bool]
    things: Phrases[str]
    bounds_before: Phrases[Bound]
    bounds_after: Phrases[Bound]
    fillers: frozenset[str]
    ranges: dict[tuple[str, ...], str]
    range_joins: frozenset[str]
    only_changes: frozenset[str]
    margins: Phrases[bool]
    stats: Phrases[str]
    basis: Phrases[str]
    restating: frozenset[tuple[str, ...]]
    replacing: frozenset[tuple[str, ...]]
    """What stands before an amount that is told again: \"or\", \"soit\"."""
    up: Words
    down: Words
    moved: Words
    left: Words
    weighing: Words
    minus: frozenset[str]
    below_zero: Phrases[bool]
    times_before: Phrases[bool]
    divided_before: Phrases[bool]
    by: frozenset[str]
    sizes: Words
    origin: frozenset[str]
    goal: frozenset[str]
    levels: Phrases[bool]
    only_sizes: frozenset[str]
    more: Phrases[str]
    ahead: Phrases[bool]
    margin: Words
    margin_by: frozenset[str]
    higher: Words
    lower: Words
    more_before: dict[str, str]
    than: frozenset[str]
    ages_before: Phrases[bool]
    ages_after: Phrases[bool]
    ages_bare: frozenset[str]
    ages_of: frozenset[str]
    age: str
    reached: Words
    pre_nouns: frozenset[str]
    plurals: frozenset[str]
    no_plurals: frozenset[str]
    persons: frozenset[str]
    stops: frozenset[str]
    of: Phrases[bool]
    definite: frozenset[str]
    conjunctions: frozenset[str]
    comparatives: frozenset[str]
    months: frozenset[str]
    units: Phrases[str]
    no_units: Phrases[bool]
    no_change: Phrases[bool]
    """Phrases that end in a word of change and tell of none: "makes up"."""
    currencies: Phrases[tuple[str, Decimal]]
    after_decimals: Phrases[tuple[str, Decimal]]
    short_scales: dict[str, int]
    money_scales: dict[str, int]
    masks: dict[str, frozenset[str]]
    eras: Phrases[bool]
    seconds: dict[str, frozenset[str] | None]
    """By each word that a number without digits can begin with, the words of which one must follow; none for any."""
    after_lone: frozenset[str]
    """The words after which *one* is a number: units, scales, "in four"."""
    quick_stats: frozenset[str]


def lexis_of(language: str, region: str = "") -> Lexis:
    """Return the tables of one of the six languages, as numbers are written in a region: 3,000 in Mexico."""
    lexis = _lexis(language)
    return _swapped(language) if region in lexis.swapped_regions else lexis


@cache
def _swapped(language: str) -> Lexis:
    lexis = _lexis(language)
    return replace(lexis, decimal=lexis.group, group=lexis.decimal)


@cache
def _lexis(language: str) -> Lexis:
    raw = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    spelled, nouns, change = raw["spelled"], raw["nouns"], raw["change"]

    def phrases(table: Mapping[str, Any] | Iterable[str]) -> Phrases[Any]:
        return Phrases(table if isinstance(table, Mapping) else dict.fromkeys(table, True), language)

    def numbers(name: str) -> Phrases[Decimal]:
        return Phrases({key: _number(value) for key, value in raw[name].items()}, language)

    things = _things(raw, language)
    per = dict(raw["per_adverbs"])
    per |= {_joined(marker, thing): name for marker in raw["per"]["markers"] for thing, name in things.items()}
    times = {thing: name for thing, name in things.items() if is_time(name)}
    occasions = {_joined(kind, time): name for kind in raw["per"]["occasions"] for time, name in times.items()}
    weak = {_joined(marker, thing): name for marker in raw["per"].get("weak", ()) for thing, name in things.items()}
    rounded, part_of, multiples, shares = (numbers(name) for name in ("rounded", "part_of", "multiples", "shares"))
    vague = phrases({key: _pair(value) for key, value in raw["vague"].items()})
    ordinal_shares = numbers("ordinal_shares")
    scales, groups = phrases(raw["scales"]), numbers("groups")
    ratios = phrases(raw["ratios"]["words"])
    stats, basis = phrases(raw["stats"]), phrases(raw["basis"])
    return Lexis(
        language=language,
        decimal=raw["decimal"],
        group=raw["group"],
        swapped_regions=frozenset(raw.get("swapped_regions", ())),
        numbers=frozenset(spelled["words"]),
        prefixes=tuple(spelled.get("prefixes", ())),
        joiner=spelled["joiner"],
        joins_after=frozenset(spelled["joins_after"]),
        lone=frozenset(spelled["lone"]),
        homonyms=frozenset(spelled.get("homonyms", ())),
        homonym_endings=tuple(spelled.get("homonym_endings", ())),
        homonym_before=frozenset(spelled.get("homonym_before", ())),
        homonym_next=frozenset(spelled.get("homonym_next", ())),
        articles=frozenset(spelled["articles"]),
        multipliers=frozenset(spelled["multipliers"]),
        articles_of_groups=frozenset(spelled.get("articles_of_groups", spelled["articles"])),
        scales=scales,
        groups=groups,
        and_parts=numbers("and_parts"),
        part_of=part_of,
        compound_joins=frozenset(raw["compounds"]["joins"]),
        apart=frozenset(raw["compounds"]["apart"]),
        rests=raw["compounds"]["rest"],
        lasting=phrases(raw["compounds"]["lasting"]),
        rounded=rounded,
        vague=vague,
        percent=phrases(raw["percent"]["words"]),
        points=numbers("points"),
        times=phrases(raw["times"]["words"]),
        multiples=multiples,
        denominators=raw["denominators"],
        shares=shares,
        majorities=phrases(raw["majorities"]["words"]),
        most=raw["majorities"]["bare"],
        ratios=ratios,
        weak_ratios=frozenset(raw["ratios"].get("weak", ())),
        ratio_words=frozenset(ratios.first_words()),
        ordinal_shares=ordinal_shares,
        per=phrases(per | occasions),
        weak_per=phrases(weak),
        per_before=phrases(raw["per_before"] | occasions),
        sure_per=frozenset(raw["per"]["sure"]),
        not_per=phrases(raw["per"]["not"]),
        per_starts=frozenset(raw["per"].get("starts", ())),
        counted_per=phrases(raw["per"]["counted"]),
        things=phrases(things),
        bounds_before=phrases({key: Bound(value) for key, value in raw["bounds_before"].items()}),
        bounds_after=phrases({key: Bound(value) for key, value in raw["bounds_after"].items()}),
        fillers=frozenset(raw["fillers"]["words"]),
        ranges={tokenise_phrase(key, language): value for key, value in raw["ranges"].items()},
        range_joins=frozenset(raw["range_joins"]["words"]),
        only_changes=frozenset(raw["range_joins"].get("changes", ())),
        margins=phrases(raw["margins"]["words"]),
        stats=stats,
        basis=basis,
        restating=frozenset(tokenise_phrase(phrase, language) for phrase in raw["restating"]["words"]),
        replacing=frozenset(tokenise_phrase(phrase, language) for phrase in raw["replacing"]["words"]),
        up=Words(change["up"], change["others"]),
        down=Words(change["down"], change["others"]),
        moved=Words(change["any"], change["others"]),
        left=Words(change.get("leave", ()), change["others"]),
        weighing=Words(raw["cold"].get("weighing", ())),
        minus=frozenset(raw["cold"]["minus"]),
        below_zero=phrases(raw["cold"]["below_zero"]),
        times_before=phrases(raw["times"]["before"]),
        divided_before=phrases(raw["times"]["divided"]),
        by=frozenset(change["by"]),
        sizes=Words(change.get("sizes", ())),
        origin=frozenset(change["from"]),
        goal=frozenset(change["to"]),
        levels=phrases(change["levels"]),
        only_sizes=frozenset(change["sized"]),
        more=phrases({**dict.fromkeys(change["more"], "up"), **dict.fromkeys(change["less"], "down")}),
        ahead=phrases(change["ahead"]),
        margin=Words(change["margin"], change["others"]),
        margin_by=frozenset(change["margin_by"]),
        higher=Words(change["higher"]),
        lower=Words(change["lower"]),
        more_before=change.get("before", {}),
        than=frozenset(change.get("than", ())),
        ages_before=phrases(raw["ages"]["before"]),
        ages_after=phrases(raw["ages"]["after"]),
        ages_bare=frozenset(raw["ages"].get("bare", ())),
        ages_of=frozenset(raw["ages"].get("of", ())),
        age=raw["ages"]["noun"],
        reached=Words(raw["reached"]["words"]),
        pre_nouns=frozenset(nouns["before"]),
        plurals=frozenset(nouns["plurals"]),
        no_plurals=frozenset(nouns["no_plurals"]),
        persons=frozenset(nouns["persons"]),
        stops=frozenset(raw["stops"]["words"]),
        of=phrases(raw["of"]),
        definite=frozenset(raw["definite"]),
        conjunctions=frozenset(raw["conjunctions"]),
        comparatives=frozenset(raw["times"]["comparatives"]),
        months=frozenset({*month_names(language), *month_abbreviations(language)}),
        units=phrases({**unit_names(language), **raw.get("degrees", {})}),
        no_units=phrases(raw.get("no_units", {}).get("words", ())),
        no_change=phrases(change.get("none", ())),
        currencies=phrases(_currencies(language, raw.get("currency", {}))),
        after_decimals=phrases(_coins(raw.get("after_decimals", {}))),
        short_scales=raw["short_scales"]["any"],
        money_scales=raw["short_scales"]["money"],
        masks={name: frozenset(words) for name, words in raw["masks"].items()},
        eras=phrases(raw["masks"]["eras"]),
        seconds=_seconds(raw, language),
        after_lone=_after_lone(raw, language),
        quick_stats=frozenset({*stats.first_words(), *basis.first_words()}),
    )


_STARTERS = ("rounded", "part_of", "multiples", "shares", "vague", "ordinal_shares", "scales")


def _seconds(raw: Mapping[str, Any], language: str) -> dict[str, frozenset[str] | None]:
    found: dict[str, set[str] | None] = dict.fromkeys(raw["spelled"]["words"])
    for name in _STARTERS:
        for phrase in raw[name]:
            first, *rest = tokenise_phrase(phrase, language)
            if not rest:
                found[first] = None
            elif (held := found.setdefault(first, set())) is not None:
                held.add(rest[0])
    for phrase in raw["majorities"]["words"]:
        first, *rest = tokenise_phrase(phrase, language)
        held = found.setdefault(first, set() if rest else None)
        if held is not None and rest:
            held.add(rest[0])
    counted = {*raw["spelled"]["multipliers"], *raw["scales"], *raw["denominators"]}
    counted |= {tokenise_phrase(name, language)[0] for name in unit_names(language)}
    for article in {*raw["spelled"]["articles"], *raw["spelled"].get("articles_of_groups", ())}:
        if (held := found.setdefault(article, set())) is not None:
            held |= counted
    return {first: None if held is None else frozenset(held) for first, held in found.items()}


def _after_lone(raw: Mapping[str, Any], language: str) -> frozenset[str]:
    names = ["scales", "groups", "denominators", "points", "currency", "part_of", "rounded", "shares"]
    phrases = [phrase for name in names for phrase in raw[name]]
    phrases += [phrase for name in ("percent", "times", "ratios", "margins") for phrase in raw[name]["words"]]
    phrases += [*unit_names(language), *raw["range_joins"]["words"], *raw["nouns"]["persons"], *raw["spelled"]["words"]]
    phrases += _currencies(language, {})
    phrases += raw["and_parts"]
    seconds = {tokenise_phrase(phrase, language)[1:2] for name in _STARTERS for phrase in raw[name]}
    return frozenset(
        {tokenise_phrase(phrase, language)[0] for phrase in phrases} | {second[0] for second in seconds if second}
    )


def _joined(marker: str, thing: str) -> str:
    return marker + thing if marker.endswith("'") else f"{marker} {thing}"


def _number(written: str) -> Decimal:
    top, _, bottom = written.partition("/")
    return Decimal(top) / Decimal(bottom) if bottom else Decimal(top)


def _pair(written: str) -> tuple[Decimal, Decimal]:
    low, high = written.split()
    return Decimal(low), Decimal(high)


def _things(raw: Mapping[str, Any], language: str) -> dict[str, str]:
    """Return what a rate may be per, by the words for it."""
    things = dict(unit_names(language))
    for name, words in raw["per_things"].items():
        things |= dict.fromkeys(words, name)
    aliases: dict[str, str] = raw["per_aliases"]
    return things | {symbol: unit for symbol, unit in _PER_SYMBOLS.items() if symbol not in things} | aliases


_PER_SYMBOLS = {
    **{unit.lower(): unit for unit in ("kWh", "MWh", "kg", "km", "m2", "m3", "t", "l", "ha", "mi", "lb")},
    "m²": "m2",
    "m³": "m3",
    "h": "hour",
    "hr": "hour",
    "min": "minute",
    "s": "second",
    "yr": "year",
    "wk": "week",
}
"""Symbols that stand after a slash: $/kWh."""


def _currencies(language: str, words: Mapping[str, str]) -> dict[str, tuple[str, Decimal]]:
    """Return the code of each name of a currency, and how much of it one is: a cent is 0.01."""
    found = {name: (code, Decimal(1)) for name, code in currency_names(language).items()} | _coins(words)
    return {name: value for name, value in found.items() if any(map(str.isalpha, name))}


def _coins(words: Mapping[str, str]) -> dict[str, tuple[str, Decimal]]:
    found: dict[str, tuple[str, Decimal]] = {}
    for name, written in words.items():
        code, _, part = written.partition(" ")
        found[name] = (code, Decimal(part or 1))
    return found


@cache
def is_time(unit: str) -> bool:
    """Return whether a unit is one of time."""
    return is_duration(unit)
