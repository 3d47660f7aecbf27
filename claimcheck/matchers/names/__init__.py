"""Stage 5, match: the names of persons, organisations and places in a text, and whether two of them are one.

Names are compared by rules, never by likeness: *Niger* and *Nigeria* differ by one letter and are two countries.
"""

from claimcheck.matchers.names.aliases import Aliases
from claimcheck.matchers.names.name import Name, NameKind
from claimcheck.matchers.names.reading import read_names
from claimcheck.matchers.names.sameness import Sameness, same_name

__all__ = ["Aliases", "Name", "NameKind", "Sameness", "read_names", "same_name"]
