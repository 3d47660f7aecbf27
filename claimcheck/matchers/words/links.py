"""Stage 5, match: how the words before somebody tie him to a verb: *by Toliva*, *to the bank*, *gegen Lanting*.

The words stand in ``tables/links.tsv``.
"""

from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import lru_cache

from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.tokens import LANGUAGES, Token


class Link(StrEnum):
    """How somebody is tied to a verb."""

    BARE = "bare"
    """By nothing: as its subject, or as its object."""
    AGENT = "agent"
    TO = "to"
    FROM = "from"
    AGAINST = "against"
    OF = "of"
    ASIDE = "aside"
    """By a word that only says when, where or how: *in*, *for*, *with*."""


_REACH = 4
_DESCRIBED = frozenset({Link.AGENT, Link.TO, Link.FROM, Link.AGAINST})
"""The links that hold over a word or two that describe who it is: *by its rival Toliva*."""


def link_of(mapped: str, tokens: Sequence[Token], place: int, language: str, verbs: Collection[int] = ()) -> Link:
    """Return how the name or noun that begins at a token is tied to the verb of its clause.

    What stands before one of the ``verbs``, told by where they begin, ties nobody behind it: *to sell his horse*.
    """
    described = False
    for back in range(place - 1, max(-1, place - 1 - _REACH), -1):
        token = tokens[back]
        if token.start in verbs or mapped[token.end : tokens[back + 1].start] not in _CLOSE:
            return Link.BARE
        link = _links(language).get(token.form)
        if token.form in listed(language, "article") and (link is None or back != place - 1 or language == "pt"):
            continue
        if link is not None:
            return link if not described or link in _DESCRIBED else Link.BARE
        if token.capital and language != "de":
            return Link.BARE
        described = True
    return Link.BARE


_CLOSE = frozenset((" ", "'", "-", "\u2019"))


def is_passive(tokens: Sequence[Token], place: int, language: str) -> bool:
    """Return whether the verb at a token stands behind a form of *to be*, with nothing but adverbs between."""
    if tokens[place].form.endswith("ing") and language == "en":
        return False
    between = listed(language, "adverb")
    for back in range(place - 1, max(-1, place - 1 - _REACH), -1):
        form = tokens[back].form
        if form in listed(language, "be"):
            return True
        if form not in between and not form.endswith(_MANNER):
            return False
    return False


_MANNER = ("ly", "ment", "mente")


@lru_cache(maxsize=64)
def listed(language: str, kind: str) -> frozenset[str]:
    """Return the words of a kind of the table."""
    cells = (cell for code, link, cell in rows("links.tsv") if (code, link) == (language, kind))
    return frozenset(word for cell in cells for word in split(cell))


@lru_cache(maxsize=len(LANGUAGES))
def _links(language: str) -> dict[str, Link]:
    return {word: link for link in Link for word in listed(language, link.value)}
