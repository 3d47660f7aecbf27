"""What ``claimcheck accept`` may accept without asking, and what has to be named, with a reason.

===============================  ==============================================================
what the rules say of the source  without a question (``--yes``)
===============================  ==============================================================
supported                         accepted
anything else                     accepted where its id is named and a reason is given
accepted before, unchanged        left as it is
moved, reworded                   left as it is; accepted anew with ``--update``
changed value, removed, replaced  accepted anew with ``--update``, its id named and a reason given
===============================  ==============================================================
"""

from collections.abc import Collection
from dataclasses import dataclass

from claimcheck.cli.offers import Offer, Signature
from claimcheck.enums import Code, Drift, Verdict


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a command line asks for."""

    ids: Collection[str]
    signature: Signature
    update: bool = False
    passage: str = ""


def is_settled(offer: Offer, wishes: Wishes) -> bool:
    """Return whether an offer was accepted before, and nothing is to be done about it."""
    if offer.before is None or offer.drift is None or wishes.passage or _has_news(offer):
        return False
    return offer.drift is Drift.NONE or (offer.drift.holds and not wishes.update)


def objection(offer: Offer, wishes: Wishes) -> str:
    """Return why an offer that is not settled must not be accepted without a question; empty where it may be."""
    claim_id = offer.finding.claim.id
    drifted = offer.drift is not None and (not offer.drift.holds or _has_news(offer))
    if drifted and not wishes.update:
        what = offer.drift.label if offer.drift is not None and not offer.drift.holds else "a new conflict"
        return f"{what} since it was accepted; look at it ('claimcheck show {claim_id}'), then use --update"
    if offer.verdict is Verdict.SUPPORTED and not drifted:
        return ""
    why = offer.verdict.label if offer.drift is None or offer.drift.holds else offer.drift.label
    if claim_id not in wishes.ids:
        return f"{why}: to accept it all the same, name it, and give a --reason"
    return "" if wishes.signature.why.strip() else f"{why}: to accept it all the same, give a --reason"


def _has_news(offer: Offer) -> bool:
    return Code.NEW_CONFLICT in offer.finding.codes
