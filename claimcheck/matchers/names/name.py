"""Stage 5, match: what a name is."""

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.matchers.words.tokens import tokenise
from claimcheck.model import Span
from claimcheck.text import fold


class NameKind(StrEnum):
    """What a name is the name of, as far as its words tell."""

    PERSON = "person"
    ORG = "org"
    PLACE = "place"
    ACRONYM = "acronym"
    TITLE = "title"
    """The title of a work, between quotation marks."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text."""

    surface: str
    tokens: tuple[str, ...]
    """Its words folded, without honorifics, articles and particles of elision; never empty."""
    kind: NameKind
    code: str
    """ISO 3166-1 alpha-2 of a country or of the country a demonym is of; otherwise empty."""
    span: Span

    @classmethod
    def of(cls, surface: str) -> "Name":
        """Return a name that is given as such, whatever its capitals."""
        folded = tuple(fold(token.form) for token in tokenise(surface, "")) or (fold(surface),)
        return cls(surface, folded, NameKind.UNKNOWN, "", (0, len(surface)))
