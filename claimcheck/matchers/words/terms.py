"""Stage 5, match: a text becomes terms, the words to compare, each with keys that no language owns.

Two terms speak of the same thing when they share a key.  A key is one of

- ``worker``: a concept of the lexicon, from any of its words in any language, inflected or not;
- ``country:KE``: a country, from its name or its demonym;
- ``fr~annonceur``: the stem of a word that the lexicon does not know, in its own language;
- ``^privatisatZ``: the root and class of a long word, which its cognates in other languages share;
- ``@brevy``: a word written with a capital, folded.
"""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from claimcheck.matchers.words.cognates import skeleton
from claimcheck.matchers.words.compounds import split_compound
from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.stems import stem
from claimcheck.matchers.words.tables import rows, split
from claimcheck.model import Span
from claimcheck.text import fold


class TermKind(StrEnum):
    """What a word is for a comparison."""

    CONTENT = "content"
    STOP = "stop"
    NUMBER = "number"


class Term(NamedTuple):
    """A word of a text, or a phrase that the lexicon knows as one: its keys, and where it stands."""

    keys: frozenset[str]
    surface: str
    span: Span
    kind: TermKind


class Word(NamedTuple):
    """What a word is, wherever it stands."""

    stem: str
    keys: frozenset[str]
    kind: TermKind


_NO_KEYS: frozenset[str] = frozenset()


@lru_cache(maxsize=65_536)
def compound_cuts(form: str) -> tuple[int, ...]:
    """Return where the parts of a lower-case German word begin, the first apart; none for a word the lexicon has."""
    return () if lexicon("de").exact(form) else split_compound(form)


@lru_cache(maxsize=8192)
def part_keys(part: str) -> frozenset[str]:
    """Return the keys of a part of a German compound, its link to the next part perhaps still on it."""
    words = lexicon("de")
    for bare in (
        part,
        part.removesuffix("s"),
        part.removesuffix("n"),
        part.removesuffix("en"),
        part + "e",
        part + "en",
    ):
        if concepts := words.exact(bare):
            return frozenset(concepts)
    return read_word(part, "de", False).keys


@lru_cache(maxsize=65_536)
def read_word(form: str, language: str, capital: bool) -> Word:
    """Return the stem, the keys and the kind of a lower-case word."""
    root = stem(form, language)
    if form[0].isdigit() or form in _numerals(language):
        return Word(root, _NO_KEYS, TermKind.NUMBER)
    if form in _stop_words(language) or (len(form) == 1 and not capital):
        return Word(root, _NO_KEYS, TermKind.STOP)
    keys = set(lexicon(language).concepts(form))
    known = bool(keys)
    if not known:
        keys.add(f"{language}~{root}")
    if capital:
        plain = fold(form)
        keys.add("@" + (plain.removesuffix("s") if len(plain) > _SHORT else plain))
    root_and_class = skeleton(form, language)
    if root_and_class and root_and_class not in _told_apart():
        keys.add("^" + root_and_class)
    return Word(root, frozenset(keys), TermKind.CONTENT)


_SHORT = 4


@lru_cache(maxsize=1)
def _told_apart() -> frozenset[str]:
    return frozenset(row[0] for row in rows("false_friends.tsv"))


@lru_cache(maxsize=64)
def _listed(language: str, kind: str) -> frozenset[str]:
    return frozenset(
        word
        for code, listed, words in rows("stops.tsv")
        if (code, listed) == (language, kind)
        for word in words.split()
    )


def _stop_words(language: str) -> frozenset[str]:
    return _listed(language, "stop")


def _numerals(language: str) -> frozenset[str]:
    return _listed(language, "number")


def related(one: Term, other: Term) -> bool:
    """Whether two terms name the same thing: they share a key."""
    return not one.keys.isdisjoint(other.keys)


def antonyms(one: Term, other: Term) -> bool:
    """Whether two terms name opposites, such as *rise* and *baisse*, and share no meaning."""
    against = opposite_keys(one.keys)
    return not against.isdisjoint(other.keys) and one.keys.isdisjoint(other.keys)


@lru_cache(maxsize=16_384)
def opposite_keys(keys: frozenset[str]) -> frozenset[str]:
    """Return the keys of the opposites of a term with these keys; mostly none."""
    table = _opposites()
    return frozenset().union(*(table[key] for key in keys if key in table))


def covers(general: Term, special: Term) -> bool:
    """Whether the first term names a kind that the second is one of: *workers* and *nurses*; not the reverse."""
    table = _kinds()
    return any(not table[key].isdisjoint(general.keys) for key in special.keys if key in table)


def kin(term: Term) -> frozenset[str]:
    """Return the keys of what a term is a kind of, of its kinds, and of what the news says for it.

    *Moderator* and *worker* reach each other, and so do *rescued* and *preserved*; opposites never do.
    """
    return _kin_of(term.keys)


@lru_cache(maxsize=16_384)
def _kin_of(keys: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for key in keys:
        found |= _kinds().get(key, frozenset()) | _special().get(key, frozenset()) | _near().get(key, frozenset())
    return frozenset(found - keys - opposite_keys(keys))


def is_implied(term: Term, kind: str) -> bool:
    """Return whether a value of a kind says by itself what the term says: *cost* beside an amount of money."""
    return not term.keys.isdisjoint(_implied().get(kind, frozenset()))


def has_sides(term: Term) -> bool:
    """Return whether a term names what one does to another, so that the two cannot change places: *buy*, *beat*."""
    return not term.keys.isdisjoint(_sided())


def changes_fact(term: Term) -> bool:
    """Return whether a word makes another fact of a sentence that is otherwise the same: *permanent*, *net*, *full*."""
    return not term.keys.isdisjoint(_decisive())


def governs_act(term: Term) -> bool:
    """Return whether a word only makes of another what is done: *ordered the closure*, *decided to sell*."""
    return not term.keys.isdisjoint(_concepts_of("matrix.tsv"))


def is_relative_of(term: Term) -> bool:
    """Return whether a word names somebody by whose he is: *her deputy*, *its rival*, *son avocat*."""
    return not term.keys.isdisjoint(_concepts_of("relatives.tsv"))


def is_office(term: Term) -> bool:
    """Return whether a word says what somebody named is: *minister*, *operator*, *Gewerkschaft*."""
    return not term.keys.isdisjoint(_concepts_of("offices.tsv"))


def is_doer(term: Term) -> bool:
    """Return whether a word names people or a body that does something: *volunteers*, *the coast guard*, *le port*."""
    return is_group(term) or is_office(term) or bool(camps(term)) or not term.keys.isdisjoint(_concepts_of("doers.tsv"))


def tells_cause(term: Term) -> bool:
    """Return whether a word says of one thing that it brought about another: *caused*, *due to*, *blamed*."""
    return not term.keys.isdisjoint(_concepts_of("causes.tsv"))


def is_group(term: Term) -> bool:
    """Return whether a word names people of one kind beside others: *women*, *students*, *residents*."""
    return not term.keys.isdisjoint(_groups())


def camps(term: Term) -> frozenset[str]:
    """Return the camps that a word for somebody who speaks is of: *management* and *the union* are of two."""
    table = _camps()
    return frozenset().union(*(table[key] for key in term.keys if key in table))


def weight(term: Term) -> float:
    """Return how much a term tells of what a sentence is about: 0 for a stop word or a number, up to 2 for a name."""
    if term.kind is not TermKind.CONTENT:
        return 0.0
    table = _weights()
    known = [table.get(key, _PLAIN) for key in term.keys if key[0] not in "@^" and "~" not in key]
    if known:
        return max(known)
    if any(key.startswith("@") for key in term.keys):
        return _NAME
    return _RARE


_PLAIN = 1.0
_RARE = 0.8
"""A word that the lexicon does not know is rare in the news, and tells more."""
_NAME = 2.0


@lru_cache(maxsize=1)
def _sided() -> frozenset[str]:
    return frozenset(concept for (row,) in rows("sides.tsv") for concept in split(row))


@lru_cache(maxsize=8)
def _concepts_of(table: str) -> frozenset[str]:
    return frozenset(concept for (row,) in rows(table) for concept in split(row))


@lru_cache(maxsize=1)
def _decisive() -> frozenset[str]:
    return frozenset(concept for (row,) in rows("decisive.tsv") for concept in split(row))


@lru_cache(maxsize=1)
def _groups() -> frozenset[str]:
    return frozenset(concept for (row,) in rows("groups.tsv") for concept in split(row))


@lru_cache(maxsize=1)
def _camps() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for camp, concepts in rows("camps.tsv"):
        for concept in split(concepts):
            table.setdefault(concept, set()).add(camp)
    return {concept: frozenset(held) for concept, held in table.items()}


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {concept: float(value) for value, concepts in rows("weights.tsv") for concept in split(concepts)}


@lru_cache(maxsize=1)
def _opposites() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for ones, others in rows("antonyms.tsv"):
        for one in split(ones):
            for other in split(others):
                table.setdefault(one, set()).add(other)
                table.setdefault(other, set()).add(one)
    return {concept: frozenset(opposites) for concept, opposites in table.items()}


@lru_cache(maxsize=1)
def _implied() -> dict[str, frozenset[str]]:
    return {kind: frozenset(split(concepts)) for kind, concepts in rows("implied.tsv")}


@lru_cache(maxsize=1)
def _special() -> dict[str, frozenset[str]]:
    """Per concept its kinds, near ones only."""
    return {general: frozenset(split(specials)) for general, specials in rows("broader.tsv")}


@lru_cache(maxsize=1)
def _near() -> dict[str, frozenset[str]]:
    """Per concept the others of its rows: what a report may say for it when it tells of the same fact."""
    table: dict[str, set[str]] = {}
    for (row,) in rows("near.tsv"):
        concepts = split(row)
        for concept in concepts:
            table.setdefault(concept, set()).update(concepts)
    return {concept: frozenset(others - {concept}) for concept, others in table.items()}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, frozenset[str]]:
    """Per concept all that it is a kind of, near and far."""
    direct: dict[str, set[str]] = {}
    for general, specials in rows("broader.tsv"):
        for special in split(specials):
            direct.setdefault(special, set()).add(general)
    return {concept: frozenset(_above(concept, direct)) for concept in direct}


def _above(concept: str, direct: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [concept]
    while waiting:
        for general in direct.get(waiting.pop(), ()):
            if general not in found:
                found.add(general)
                waiting.append(general)
    return found
