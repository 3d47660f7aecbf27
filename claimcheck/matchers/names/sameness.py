"""Stage 5, match: whether two names are of one thing.  Rules only; when they are silent, the names differ.

Equal words are one name.  A surname alone goes with the full name; two full names with unlike first names are two
people.  Countries are compared by their codes, so that *Allemagne* is *Germany* and *Niger* is not *Nigeria*; an
acronym goes with the name whose initials it is; whatever else is one thing is a group of aliases.
"""

from enum import StrEnum

from claimcheck.matchers.names.aliases import Aliases
from claimcheck.matchers.names.name import Name, NameKind
from claimcheck.matchers.names.tables import words


class Sameness(StrEnum):
    """How two names stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    """The one may be short for the other: a surname, an acronym."""
    DIFFERENT = "different"


def same_name(one: Name, other: Name, aliases: Aliases) -> Sameness:
    """Return whether two names are of one thing, in whichever languages they stand."""
    if one.code and other.code:
        return Sameness.SAME if one.code == other.code else Sameness.DIFFERENT
    if aliases.same(one.surface, other.surface) or one.tokens == other.tokens:
        return Sameness.SAME
    if one.code or other.code:
        return Sameness.DIFFERENT
    if _initials(one, other) or _initials(other, one):
        return Sameness.COMPATIBLE
    if len(one.tokens) + len(other.tokens) > 2 and set(one.tokens).isdisjoint(other.tokens):  # noqa: PLR2004 - a plural
        # Most pairs of names end here: whatever follows asks for a word that both have.
        return Sameness.DIFFERENT
    if _without_suffix(one.tokens) == _without_suffix(other.tokens):
        return Sameness.COMPATIBLE
    shorter, longer = sorted((one, other), key=lambda name: len(name.tokens))
    if NameKind.TITLE in (one.kind, other.kind) or (one.kind is not other.kind and _is_place(one, other)):
        return Sameness.DIFFERENT
    if len(shorter.tokens) == 1:
        return _single(shorter, longer)
    return _full(shorter.tokens, longer.tokens)


def _is_place(one: Name, other: Name) -> bool:
    """*Lake Victoria* is not *Victoria*."""
    return NameKind.PLACE in (one.kind, other.kind)


def _single(short: Name, full: Name) -> Sameness:
    """A name of one word against a longer one: its surname, or the head of an organisation's name."""
    word = short.tokens[0]
    if len(full.tokens) == 1:
        return Sameness.SAME if _plural(word) == _plural(full.tokens[0]) else Sameness.DIFFERENT
    if full.kind is NameKind.ORG:
        # "Sama" for "Sama Group", and not "Bank" for "Deutsche Bank".
        names = [token for token in full.tokens if token not in words("org")]
        return Sameness.COMPATIBLE if names == [word] else Sameness.DIFFERENT
    surname = _without_suffix(full.tokens)[-1]
    if word == surname and short.kind is not NameKind.ACRONYM:
        return Sameness.COMPATIBLE
    # Spanish and Portuguese people are called by the first of two surnames, East Asians by the family name that leads.
    if len(full.tokens) > 2 and word == full.tokens[-2]:  # noqa: PLR2004 - a first name and two surnames
        return Sameness.COMPATIBLE
    return Sameness.DIFFERENT


def _full(short: tuple[str, ...], full: tuple[str, ...]) -> Sameness:
    """Two names of several words: same surname, first names equal or one the other's initial."""
    short, full = _without_suffix(short), _without_suffix(full)
    if short[-1] != full[-1]:
        # "Bong Joon Ho" and "Joon Ho Bong": the order of another country.
        return Sameness.COMPATIBLE if sorted(short) == sorted(full) else Sameness.DIFFERENT
    first, other = short[0], full[0]
    if first == other or _is_initial(first, other) or _is_initial(other, first):
        held = _holds_middle(short, full) and (len(short) < len(full) or _holds_middle(full, short))
        return Sameness.COMPATIBLE if held else Sameness.DIFFERENT
    return Sameness.DIFFERENT


def _holds_middle(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether every middle name of the one is among the words of the other, or an initial of one."""
    return all(
        any(word == token or _is_initial(word, token) or _is_initial(token, word) for token in full)
        for word in short[1:-1]
    )


def _is_initial(short: str, word: str) -> bool:
    return len(short) == 1 and word.startswith(short)


def _without_suffix(tokens: tuple[str, ...]) -> tuple[str, ...]:
    suffixes = words("suffix")
    if suffixes.isdisjoint(tokens):
        return tokens
    return tuple(token for token in tokens if token not in suffixes) or tokens


def _plural(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 4 else word  # noqa: PLR2004 - a short word's s is its own


def _initials(short: Name, full: Name) -> bool:
    """Whether the one is an acronym of the initials of the other: ``WHO``, ``World Health Organization``."""
    if len(short.tokens) != 1 or len(full.tokens) < 2:  # noqa: PLR2004 - one word has no acronym
        return False
    letters = short.tokens[0]
    if not short.surface.replace(".", "").isupper() or len(letters) < 2:  # noqa: PLR2004 - a letter is no acronym
        return False
    return letters == "".join(token[0] for token in full.tokens)
