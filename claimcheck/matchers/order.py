"""Who stands where in a sentence: whom it tells of, and who did it to whom."""

import re

from claimcheck.enums import Code
from claimcheck.matchers.align import LOCAL, Alignment
from claimcheck.matchers.context import Context
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.snippets import RIVALS
from claimcheck.matchers.voice import is_passive
from claimcheck.matchers.words import citings, has_sides, is_group, kin, related
from claimcheck.model import Span


def tells_of_others(
    context: Context, assertion: Assertion, sentence: Sentence, clause: Span, alignment: Alignment
) -> bool:
    """Return whether a clause names somebody else in the place of one whom the sentence does not name."""
    for name in assertion.names:
        near = [s.nearness for s in alignment.shared if name.span[0] <= s.term.span[0] < name.span[1]]
        if not near or max(near) >= LOCAL:
            continue
        for other in context.passages.names_in(sentence):
            inside = clause[0] <= other.span[0] < clause[1] and other.kind in RIVALS[name.kind]
            if inside and not any(context.is_one(ours, other) for ours in context.reading.names):
                return True
    return False


def names_only_others(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether a sentence names somebody who acts, and none of those whom the claim names."""
    text = context.passages.document.text
    wanted = [name for name in assertion.names if name.kind in _ACTORS]
    held = [name for name in context.passages.names_in(sentence) if name.kind in _ACTORS and not _is_where(text, name)]
    if sentence.refers_back:
        return False
    return bool(wanted) and bool(held) and not any(context.is_one(ours, name) for ours in wanted for name in held)


def tells_of_other_people(assertion: Assertion, sentence: Sentence, clause: Span) -> bool:
    """Return whether a clause tells of other people than the claim, whom another clause of the sentence tells of."""
    held = [term for term in sentence.terms if is_group(term)]
    inside = [term for term in held if clause[0] <= term.span[0] < clause[1]]
    for wanted in (term for term in assertion.terms if is_group(term)):
        meant = [t for t in held if related(wanted, t) or not kin(wanted).isdisjoint(t.keys)]
        if inside and meant and not any(term in inside for term in meant):
            return True
    return False


def is_elsewhere(context: Context, assertion: Assertion, sentence: Sentence, clause: Span) -> bool:
    """Return whether a clause tells where something was done, and the claim's place stands in another clause alone.

    *Born in Porto, she has lived in Halifax since 1996* says of nobody that she was born in Halifax.
    """
    held = [name for name in context.passages.names_in(sentence) if name.kind not in _ACTING]
    text = context.passages.document.text
    inside = [n for n in held if clause[0] <= n.span[0] < clause[1] and _is_where(text, n)]
    if not inside or any(context.is_one(ours, n) for ours in assertion.names for n in inside):
        return False
    ours = context.reading.text
    wanted = [n for n in assertion.names if n.kind not in _ACTING and _is_where(ours, n) and not _is_whose(ours, n)]
    return any(context.is_one(one, n) for one in wanted for n in held if n not in inside)


def is_told_elsewhere(context: Context, assertion: Assertion, sentence: Sentence, clause: Span) -> bool:
    """Return whether a clause says where, and it is not where the claim says: *In Ulm they counted 400*, not in Bonn.

    The sentence must name no place of the claim; and a town may well be in a country that the claim says instead.
    """
    ours = context.reading.text
    wanted = [n for n in assertion.names if n.kind not in _ACTING and _is_where(ours, n) and not _is_whose(ours, n)]
    if not wanted:
        return False
    held = context.passages.names_in(sentence)
    if any(context.is_one(one, n) for one in context.reading.names for n in held):
        return False
    text = context.passages.document.text
    inside = [n for n in held if clause[0] <= n.span[0] < clause[1] and n.kind not in _ACTING and _is_where(text, n)]
    return any(bool(one.code) is bool(n.code) for one in wanted for n in inside)


def _is_where(text: str, name: Name) -> bool:
    """Return whether a name stands behind a word that says where: *in Porto*, *à Porto*, *nach Porto*."""
    return _WHERE.search(text, max(0, name.span[0] - _LONGEST_WHERE), name.span[0]) is not None


def _is_whose(text: str, name: Name) -> bool:
    """Return whether a name only says which one: *the district of Porto*, *le district de Porto*."""
    return _WHOSE.search(text, max(0, name.span[0] - _LONGEST_WHERE), name.span[0]) is not None


_WHOSE = re.compile(r"\b(?<!près )(?<!cerca )(?<!perto )(?:de|di|da)\s\Z", re.IGNORECASE)
_ACTING = frozenset({NameKind.PERSON, NameKind.ACRONYM})
_WHERE = re.compile(
    r"\b(?:in|at|near|from|to|à|au|aux|en|de|près de|a|cerca de|nach|bei|aus|em|no|na|perto de|di|da|ad)\s\Z",
    re.IGNORECASE,
)
_LONGEST_WHERE = 12


def done_by_another(
    context: Context, assertion: Assertion, sentence: Sentence, clause: Span
) -> tuple[Relation | None, Span] | None:
    """Return whom a clause names where the sentence names the claim's actor only later, of something else; or none.

    *It was designed by Orsted; work began under Brandt*: what comes later is not said of what stands before.  It is a
    conflict where the other stands as the one who did it, behind *by*.
    """
    held = context.passages.names_in(sentence)
    inside = [name for name in held if clause[0] <= name.span[0] < clause[1] and name.kind in _ACTORS]
    strangers = [name for name in inside if not any(context.is_one(ours, name) for ours in context.reading.names)]
    for wanted in assertion.names if strangers else ():
        places = [name.span[0] for name in held if context.is_one(wanted, name)]
        if wanted.kind not in _ACTORS or not places or min(places) < clause[1]:
            continue
        for other in strangers:
            before = context.passages.document.text[clause[0] : other.span[0]]
            if _BY.search(before):
                return conflicts(Code.ENTITY_CONFLICT, f"{other.surface}, not {wanted.surface}"), other.span
        return None, strangers[0].span
    return None


def does_something_else(context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment) -> bool:
    """Return whether whom the claim names stands only behind all that it says he did, and another before it.

    *Belgor runs the cranes, Tarvo owns the land*: the cranes are not Tarvo's.
    """
    said = [s.term.keys | kin(s.term) for s in alignment.shared if s.own and not s.name and s.nearness >= LOCAL]
    places = [t.span for t in sentence.terms if any(not keys.isdisjoint(t.keys) for keys in said)]
    held = [name for name in context.passages.names_in(sentence) if name.kind in _ACTORS]
    named = [n for n in held if any(context.is_one(ours, n) for ours in assertion.names if ours.kind in _ACTORS)]
    if not places or not named or min(n.span[0] for n in named) < max(places)[1]:
        return False
    text, first = context.passages.document.text, min(named, key=lambda n: n.span)
    parted = text[: first.span[0]].rstrip()[-1:] in {",", ";"} and _GOES_ON.match(text, first.span[1]) is not None
    begin = sentence.span[0]
    cited = [c.speaker for c in citings(sentence.text, context.passages.language)]
    if any(one <= first.span[0] - begin < other for one, other in cited):
        return False
    return parted and any(n.span[1] <= max(places)[0] for n in held if n not in named)


_GOES_ON = re.compile(r"\s[^\W\d_A-Z]")
"""What stands behind a name of which something is told: a word, no comma."""


def done_by(context: Context, assertion: Assertion, sentence: Sentence) -> tuple[Relation, Span] | None:
    """Return whom a sentence says that it was done by, where the claim says that it was by somebody else; or none.

    *It was planned by Ferrow and built by Castell*: not Ferrow built it.
    """
    said, page = context.reading.text, context.passages.document.text
    for wanted in assertion.names:
        act = next((t for t in reversed(assertion.terms) if t.span[1] <= wanted.span[0]), None)
        if wanted.kind not in _ACTORS or act is None or not _BEHIND_BY.fullmatch(said, act.span[1], wanted.span[0]):
            continue
        for term in (t for t in sentence.terms if related(t, act)):
            behind = [
                n
                for n in context.passages.names_in(sentence)
                if n.kind in _ACTORS and _BEHIND_BY.fullmatch(page, term.span[1], n.span[0])
            ]
            if behind and not any(context.is_one(wanted, n) for n in behind):
                return conflicts(Code.ENTITY_CONFLICT, f"{behind[0].surface}, not {wanted.surface}"), behind[0].span
            if behind:
                return None
    return None


_BEHIND_BY = re.compile(
    r"\s(?:by|par|por|pelo|pela|von|vom|durch|da|dal|dalla|dall['\u2019]|dallo)\s?(?:[^\W\d_]+['\u2019\s]\s?){0,4}",
    re.IGNORECASE,
)
"""What stands between what was done and who did it, in six languages, with up to four words that tell who that is."""
_ACTORS = frozenset({NameKind.PERSON, NameKind.ORG, NameKind.ACRONYM, NameKind.UNKNOWN})
_BY = re.compile(
    r"\b(?:by|par|por|pelo|pela|von|vom|durch|da|dal|dalla|dall['\u2019]|dallo)\s?(?:(?:l['\u2019])?[^\W\d_]+\s){0,3}$",
    re.IGNORECASE,
)
"""What stands before the one who did it, in six languages, with up to three words that tell who that is."""


def same_order(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether the names of the claim stand in the sentence in the order that its voice calls for.

    Where a pronoun begins the sentence, it stands for the one whom the sentence does not name.
    """
    wanted = [_key(name) for name in sorted(assertion.names, key=lambda n: n.span)]
    pronoun = sentence.span[0] - 1 if sentence.refers_back and len(wanted) > 1 else None
    places = [min((t.span[0] for t in sentence.terms if key in t.keys), default=pronoun) for key in wanted]
    stated = [place for place in places if place is not None]
    passage = context.passages.document.text[sentence.span[0] : sentence.span[1]]
    claim = context.reading.text[assertion.span[0] : assertion.span[1]]
    flipped = is_passive(claim, context.reading.language) != is_passive(passage, context.passages.language)
    return stated == sorted(stated, reverse=flipped and len(stated) > 1)


def changed_places(assertion: Assertion, alignment: Alignment) -> Relation | None:
    """Return a conflict where who did it and to whom have changed places, in what one does to another.

    The claim must tell it between the two: *A bought B*; and a place is no one to whom it is done.
    """
    actors = [name for name in sorted(assertion.names, key=lambda n: n.span) if name.kind is not NameKind.PLACE]
    if len(actors) != _TWO:
        return None
    first, second = actors
    for shared in alignment.shared:
        between = first.span[1] <= shared.term.span[0] < second.span[0]
        if between and shared.own and shared.nearness >= LOCAL and has_sides(shared.term):
            return conflicts(Code.ENTITY_CONFLICT, f"{second.surface} and {first.surface} the other way round")
    return None


_TWO = 2


def _key(name: Name) -> str:
    return f"@{name.tokens[-1]}"
