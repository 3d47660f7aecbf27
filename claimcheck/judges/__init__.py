"""Stage 6, judge: what the sources say of a claim → its verdict, with the reason.  Pure.

``RuleJudge`` decides by rules alone, ``AcceptanceJudge`` by what a person has accepted as well, ``CopyJudge`` by
archived copies where a source is not there; ``WallClassifier`` (in ``walls``) says what a page that was read really is.
"""

from claimcheck.judges.acceptance import AcceptanceJudge
from claimcheck.judges.copies import CopyJudge
from claimcheck.judges.rules import RuleJudge

__all__ = ["AcceptanceJudge", "CopyJudge", "RuleJudge"]
