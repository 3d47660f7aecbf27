"""Who is paid: *Orrin paid Tessaro 11.80 an hour* tells what Tessaro got, and nothing of what its workers earned."""

import re

from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.words import kin
from claimcheck.model import Span

_PAYS = frozenset({"pay", "offer_give", "wage"})
"""The concepts of verbs whose object is who gets an amount."""
_EARNS = frozenset({"earn", "pay", "wage", "receive"})
"""The concepts by which a claim tells what people earn."""
_TO = re.compile(r"\s(?:(?:to|à|au|aux|a|al|ao|an)\s)?(?:(?:the|la|le|el|il|der|die|dem)\s)?")
"""What stands between such a verb and who is paid."""


def is_paid_to_another(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> bool:
    """Return whether an amount is what somebody named was paid, where the claim tells what people earn, and of nobody.

    People whom the claim tells of may be told beside him: *paid the cleaners of Tessaro 11.80*.
    """
    if context.reading.names:
        return False
    clause, text = sentence.clause_at(place[0]), context.passages.document.text
    if text[clause[0] + 1 : place[0]].islower() or not any(not t.keys.isdisjoint(_EARNS) for t in assertion.terms):
        # Nobody has a name there who could be paid.
        return False
    verbs = [t for t in sentence.terms if clause[0] <= t.span[0] < place[0] and not t.keys.isdisjoint(_PAYS)]
    behind = [m.end() for t in verbs if (m := _TO.match(text, t.span[1])) is not None]
    payees = [end for end in behind if end < place[0] and text[end : end + 1].isupper()]
    if not payees or {name.span[0] for name in context.passages.names_in(sentence)}.isdisjoint(payees):
        return False
    others = [t.keys | kin(t) for t in assertion.terms if t.keys.isdisjoint(_EARNS)]
    inside = [t for t in sentence.terms if clause[0] <= t.span[0] < clause[1]]
    return not any(not keys.isdisjoint(t.keys) for keys in others for t in inside)
