"""Stage 5, match: text → quantities.  The shelf that reads every number of a text with what it is a number of."""

from claimcheck.matchers.quantities.reading import read_quantities

__all__ = ["read_quantities"]
