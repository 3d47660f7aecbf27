"""Drift: what a person accepted, and the document as it is now → what became of it.  Pure.

``PassageDrift`` judges; ``accepting`` makes an acceptance of what was read, ``hashing`` what is kept of a page.
"""

from claimcheck.drift.accepting import KeptPages, Seen, accept, find_passage, passage_at
from claimcheck.drift.judging import PassageDrift

__all__ = ["KeptPages", "PassageDrift", "Seen", "accept", "find_passage", "passage_at"]
