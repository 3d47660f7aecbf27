"""The name by which a finding is known again: a claim, a code and the claim's words → a digest.  Pure.

It rests on what a finding is, not on where it stands: a claim that moves in its file keeps it, a claim that is reworded
does not.  Case, accents, typography and spaces are no rewording.  Code scanning, the baseline and the code quality
report all use it, so that they speak of the same finding.
"""

from hashlib import sha256

from claimcheck.model import Claim, Finding
from claimcheck.text import fold, map_characters

_MARK = 12
"""Hexadecimal digits of a short mark."""
_LENGTH = 32
"""Hexadecimal digits: 128 bits, of which no two findings will share."""


def fingerprint(claim: Claim, code: str, address: str = "") -> str:
    """Return the digest of a finding on a claim; ``address`` is the source's, where the finding is on its state."""
    return _digest(claim.id, code, _normal(claim.text), address)


def source_fingerprint(address: str, code: str) -> str:
    """Return the digest of the state of a source, whatever the claims on it."""
    return _digest("", code, "", address)


def words_mark(claim: Claim) -> str:
    """Return a short mark of a claim's words, by which a verdict on others is known."""
    return _digest(_normal(claim.text))[:_MARK]


def main_code(finding: Finding) -> str:
    """Return the code that a finding goes by: the first on the claim itself, or the verdict where there is none."""
    return next((code.value for code in finding.codes if not code.startswith("S")), finding.verdict.value)


def _normal(text: str) -> str:
    return " ".join(fold(word) for word in map_characters(text).split())


def _digest(*parts: str) -> str:
    # Length first, so that no part can pose as the end of one and the beginning of the next.
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return sha256(joined.encode("utf-8", "replace")).hexdigest()[:_LENGTH]
