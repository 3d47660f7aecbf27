"""Stage 5, match: a German compound is cut into words of the lexicon: ``Arbeitslosenquote``, ``arbeitslosen|quote``."""

from functools import lru_cache

from claimcheck.matchers.words.lexicon import lexicon

_SHORTEST_COMPOUND = 8
_SHORTEST_PART = 4
_MOST_PARTS = 3
_LINKS = ("", "s", "n", "en", "es", "er", "e", "-")
"""What German puts between the parts: ``Arbeit-s-markt``."""


@lru_cache(maxsize=8192)
def split_compound(form: str, parts: int = _MOST_PARTS) -> tuple[int, ...]:
    """Return where the second and later parts of a lower-case German word begin; none where it is no compound.

    Every part is a word of the lexicon, the last one in any inflected form; the longest first part wins.
    """
    if len(form) < _SHORTEST_COMPOUND or parts < 2:  # noqa: PLR2004 - a compound has two parts or more
        return ()
    words = lexicon("de")
    for cut in range(len(form) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        if not _is_first(form[:cut]):
            continue
        last = form[cut:]
        if words.exact(last):
            return (cut,)
        further = split_compound(last, parts - 1)
        if further:
            return (cut, *(cut + place for place in further))
    return ()


def _is_first(part: str) -> bool:
    words = lexicon("de")
    for link in _LINKS:
        bare = part.removesuffix(link) if link else part
        if (link and len(bare) == len(part)) or len(bare) < _SHORTEST_PART:
            continue
        if words.is_word(bare) or words.is_word(bare + "e") or words.is_word(bare + "en"):
            return True
    return False
