"""How likely a passage says what a claim in words says, where only a reader can tell.  It orders, and decides nothing.

The grade is the share of the claim's words and names that stand around the passage, put on the scale of chances by a
logistic curve.  The curve was fitted to 450 claims that the rules leave to a reader, those of ``benchmarks/matching``
for development and of the development halves of two public sets (French claims on English texts, and sentences of an
encyclopaedia on the pages they cite).  Of passages graded 0.1 to 0.3 a fifth said it, of those graded 0.3 to 0.5 two
fifths, of those graded above 0.5 a good half; the area under the curve is 0.69 on either public set.  Whether all names
are there, whether the words stand in one clause, and whether something is denied there added nothing.  No passage can
be graded above 0.62: words that are all there may still say the reverse.
"""

import math

from claimcheck.matchers.align import Alignment

STEEPNESS, START = 3.1, -2.6
"""The curve: its steepness over the share, and its height at none, both in log odds."""


def likelihood(alignment: Alignment) -> float:
    """Return the chance, from 0 to 1 and to two places, that a passage says all of an assertion in other words."""
    return round(1 / (1 + math.exp(-(START + STEEPNESS * alignment.strict))), 2)
