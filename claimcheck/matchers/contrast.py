"""Whose value it is where a sentence sets several of a kind side by side: *a shared cabin costs 64, a private one 185*.

The sentence is cut between its values; each part is of its own value.  A word of the claim that stands in one part
alone tells that part's value from the others.  What a part leaves out it takes from an earlier one, never from a
later one: *two passengers died and 31 were injured* says of passengers that 31 were injured, and of no injured that
they were two.  The cells of a table's row are parts too, told apart by the headers they stand under.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.enums import Role
from claimcheck.matchers.align import Aligner
from claimcheck.matchers.context import Context
from claimcheck.matchers.names import NameKind
from claimcheck.matchers.parted import TELLING, Part, inside, parts_of, rivals_of
from claimcheck.matchers.passages import Passages, Sentence, content
from claimcheck.matchers.words import (
    CueKind,
    Term,
    is_general,
    is_group,
    predicates,
    related,
    terms,
    told_apart,
)
from claimcheck.model import Span


class Told(NamedTuple):
    """What a claim tells of its value by where its words stand."""

    counts: Sequence[Term] = ()
    """The words for what it counts."""
    is_pay: bool = False
    """Whether it is an amount at a rate: another part takes it by no word for getting, earning or being paid it."""
    beside: int | None = None
    """From where in the claim its words are of what the value is only set beside: *more than the minimum*."""


NOTHING = Told()


def is_of_another(
    context: Context, aligner: Aligner, sentence: Sentence, place: Span, told: Told = NOTHING
) -> bool | None:
    """Return whether the words of the claim are another value's of the sentence; none where they tell nothing.

    False says that they are the value's at the place, and not those of the others beside it.
    """
    passages = context.passages
    rivals = rivals_of(passages, sentence, place)
    if sentence.role is Role.TABLE_ROW:
        lost = aligner.has_fuller_row(sentence) or _is_of_another_cell(passages, aligner, sentence, place, rivals)
        return lost or None
    if len(rivals) < 2:  # noqa: PLR2004 - one value has nothing beside it
        return None
    end = told.beside
    sought = [
        (term, places)
        for term, places, heavy in aligner.places_in(sentence)
        if heavy >= TELLING and (end is None or term.span[0] < end)
    ]
    if not sought and not aligner.named:
        return None
    strangers = _strangers(context, sentence, sought)
    sought = [(term, [span for span in spans if not inside(span, strangers)]) for term, spans in sought]
    parts = parts_of(passages, sentence, rivals)
    mine = next((part for part in parts if part.span[0] <= place[0] < part.span[1]), None)
    if mine is None:
        return None
    if (grouped := _is_of_another_group(sentence, sought, parts, mine)) is not None:
        return grouped
    if aligner.named and _turns_to(parts, mine, strangers, sought):
        return True
    others = [part for part in parts if part is not mine]
    if told.counts and _is_what(told.counts, mine):
        # "900 residents were evacuated and 46 homes destroyed": that they left their homes makes them no 46.
        things = [_thing(passages, sentence, part) for part in others if not _is_what(told.counts, part)]
        sought = [(t, [s for s in spans if s not in things]) for t, spans in sought]
    sought = _unlikened(context, sentence, sought, mine)
    telling = [(t, spans) for t, spans in sought if not (told.is_pay and _is_to_be_paid(t))]
    lasting = [part for part in others if not _is_undone_beside(context, sentence, part, mine)]
    if any(_loses(passages, sentence, telling, strangers, mine, part) for part in lasting):
        return True
    own = bool(others) and all(_loses(passages, sentence, sought, strangers, part, mine) for part in others)
    return False if own else None


def _is_to_be_paid(term: Term) -> bool:
    return not term.keys.isdisjoint(_PAID) and "wage" not in term.keys


_PAID = frozenset({"earn", "pay", "receive"})


def _is_undone_beside(context: Context, sentence: Sentence, part: Part, mine: Part) -> bool:
    """Return whether a part tells what was only hoped for, or once was, and mine what is: *hoped for 60, got 41*.

    What the first leaves for the second to say is the same thing: its words are no less the second's.
    """
    cues = context.passages.cues(sentence)
    held = [cue for cue in (*cues.past, *cues.modalities) if cue.kind not in _NO_DOUBT]

    def is_undone(value: Span) -> bool:
        return any(cue.scope[0] <= value[0] < cue.scope[1] for cue in held)

    counts = any(q.span == part.value for q in context.passages.quantities_in(sentence))
    return counts and is_undone(part.value) and not is_undone(mine.value)


_NO_DOUBT = frozenset({CueKind.ATTRIBUTION, CueKind.PUT_RIGHT, CueKind.FUTURE})


def _is_of_another_group(sentence: Sentence, sought: "_Sought", parts: Sequence[Part], mine: Part) -> bool | None:
    """Return whether a part tells of other people than the claim, where one of the parts tells of those.

    *It costs 12 for adults and 6 for students*: neither price is the other's, whatever else the parts share.
    """
    groups = [t for t in sentence.terms if is_group(t)]
    wanted = [span for t, spans in sought if is_group(t) for span in spans]
    holding = [part for part in parts if any(inside(span, [part.span]) for span in wanted)]
    if not holding or len(holding) == len(parts):
        return None
    if mine in holding:
        others = [part for part in parts if part is not mine and _has_group(groups, part)]
        return False if len(holding) == 1 and others else None
    return True if _has_group(groups, mine) else None


def _has_group(groups: Sequence[Term], part: Part) -> bool:
    return any(inside(t.span, [part.span]) for t in groups)


def _unlikened(
    context: Context, sentence: Sentence, sought: "list[tuple[Term, list[Span]]]", mine: Part
) -> "list[tuple[Term, list[Span]]]":
    """Return the claim's words without the places behind a part that only have something like what was done.

    *Worked for 4.50 an hour, less than half of the wage, which is 9.80*: the wage takes no value from *were paid*.
    """
    reading = context.reading
    done = predicates(reading.text, reading.language, (0, len(reading.text)))
    if not done:
        return sought
    told = predicates(context.passages.document.text, context.passages.language, sentence.span)

    def holds(term: Term, span: Span) -> bool:
        is_done = any(a <= term.span[0] < b for a, b in done)
        return not is_done or span[0] < mine.span[1] or inside(span, told) or _is_there(sentence, term, [span])

    return [(term, [span for span in spans if holds(term, span)]) for term, spans in sought]


def _is_what(counts: Sequence[Term], part: Part) -> bool:
    held = part.next
    return held is not None and not is_general(held) and any(related(what, held) for what in counts)


def _thing(passages: Passages, sentence: Sentence, part: Part) -> Span | None:
    """Return where a part names what it counts, if it does."""
    nouns = next((q.noun for q in passages.quantities_in(sentence) if q.span == part.value), ())
    named = part.next is not None and not set(part.next.surface.lower().split()).isdisjoint(nouns)
    return part.next.span if part.next is not None and named else None


def _strangers(context: Context, sentence: Sentence, sought: "_Sought") -> list[Span]:
    """Return where the sentence names somebody whom the claim does not name, neither in full nor by a surname."""
    found = [span for _, spans in sought for span in spans]
    text = context.passages.document.text
    held = context.passages.names_in(sentence)
    names = [name.span for name in held if not any(context.is_one(ours, name) for ours in context.reading.names)]
    return [
        name
        for name in names
        if not all(
            inside(term.span, found) or term.span in found
            for term in sentence.terms
            if inside(term.span, [name]) and text[term.span[0]].isupper()
        )
    ]


def _turns_to(parts: Sequence[Part], mine: Part, strangers: Sequence[Span], sought: "_Sought") -> bool:
    """Return whether a later part turns to somebody whom the claim does not name: *A has 9 of them; B hopes for 13*."""
    leads = any(inside(term.span, strangers) for term in mine.lead)
    return (
        leads
        and mine is not parts[0]
        and not any(inside(s, [mine.span]) and _is_capital(t) for t, spans in sought for s in spans)
    )


_Sought = Sequence[tuple[Term, Sequence[Span]]]


def _loses(
    passages: Passages, sentence: Sentence, sought: _Sought, strangers: Sequence[Span], mine: Part, other: Part
) -> bool:
    """Return whether the claim's words are another part's rather than mine."""
    ours, theirs = _alone(sought, mine, other), _alone(sought, other, mine)
    if other.next is not None and other.span[0] < mine.span[0] and _is_of_those(passages, mine):
        # "140 passengers, of whom twelve …": those are passengers, too.
        theirs = [(term, spans) for term, spans in theirs if other.next.span not in spans]
    if _measures_another(sought, other) and not _measures_another(sought, mine):
        return False
    if other.span[0] > mine.span[0] and mine.lead:
        # "88 cases in the Highlands and 11 deaths among people in Sarnby": where no part says otherwise, the place is
        # that of both; and "people" says of neither what it counts.
        theirs = [(t, spans) for t, spans in theirs if not _is_place(passages, sentence, spans)]
    theirs = [(t, spans) for t, spans in theirs if not (is_general(t) and _is_counted(other, spans))]
    surely = (*other.own, *other.rest) if _is_of_those(passages, other) else other.own
    if not any(inside(span, [term.span]) for _, spans in theirs for span in spans for term in surely):
        return False
    if other.span[0] > mine.span[0]:
        named = any(_is_name(passages, sentence, span) for _, spans in ours for span in spans)
        return not (named and any(inside(name, [other.span]) for name in strangers))
    unlike = [t for t in mine.lead if not _is_sought(t, sought)]
    exact = any(_is_there(sentence, term, spans) for term, spans in theirs)
    if any(_is_there(sentence, term, spans) for term, spans in ours):
        # "Electric models cost 2,340; a child's bike goes for 260": a part of its own says what is its own.
        return _is_set_apart(passages, other, mine) and exact and any(map(is_group, unlike))
    if ours and not exact:
        return False
    counted = other.next is not None and _is_sought(other.next, sought)
    return (
        bool(unlike)
        or any(inside(name, [mine.span]) for name in strangers)
        or (counted and mine.next is not None and not _is_sought(mine.next, sought))
    )


def _is_set_apart(passages: Passages, one: Part, other: Part) -> bool:
    """Return whether a semicolon stands between two parts."""
    return ";" in passages.document.text[one.value[1] : other.value[0]]


def _is_of_those(passages: Passages, part: Part) -> bool:
    """Return whether a part tells how many of those that the one before it counts: *of whom twelve were hurt*."""
    return _OF_THOSE.match(passages.document.text, part.span[0], part.value[0]) is not None


_OF_THOSE = re.compile(
    r"\W*(?:(?:of|among) (?:whom|which|them)|including|dont|parmi (?:lesquel(?:le)?s|eux|elles)"
    r"|(?:de|entre) (?:los|las) (?:que|cuales)|entre ell[oa]s|davon|darunter|von denen|d[oa]s quais|entre el[ea]s"
    r"|de[il] quali|delle quali|di cui|tra cui|fra cui)\b",
    re.IGNORECASE,
)


def _measures_another(sought: _Sought, part: Part) -> bool:
    """Return whether a part says that its value is of something that the claim's words are not: *11 have died*."""
    ours = [term for term, _ in sought]
    words = (t for t in (*part.own, *part.rest) if not _is_sought(t, sought))
    held = [t for t in words if not any(related(wanted, t) for wanted in ours)]
    return bool(told_apart(ours, held))


def _is_counted(part: Part, spans: Sequence[Span]) -> bool:
    """Return whether a word is what a part counts: *three people were killed, nine injured* counts people twice."""
    return part.next is not None and part.next.span in spans


def _is_place(passages: Passages, sentence: Sentence, spans: Sequence[Span]) -> bool:
    """Return whether a word is of a place, which tells a part from no earlier one."""
    places = [name.span for name in passages.names_in(sentence) if name.kind is NameKind.PLACE]
    return all(inside(span, places) for span in spans)


def _alone(sought: _Sought, part: Part, other: Part) -> list[tuple[Term, Sequence[Span]]]:
    """Return the words of the claim that one part has and another has not."""
    return [
        (term, [span for span in spans if inside(span, [part.span])])
        for term, spans in sought
        if any(inside(span, [part.span]) for span in spans) and not any(inside(span, [other.span]) for span in spans)
    ]


def _is_there(sentence: Sentence, term: Term, spans: Sequence[Span]) -> bool:
    """Return whether a word itself stands at one of some places, rather than a kind of what it names."""
    return any(t.span in spans and not t.keys.isdisjoint(term.keys) for t in sentence.terms)


def _is_sought(term: Term, sought: _Sought) -> bool:
    return any(inside(term.span, spans) or span == term.span for _, spans in sought for span in spans)


def _is_name(passages: Passages, sentence: Sentence, span: Span) -> bool:
    return inside(span, [name.span for name in passages.names_in(sentence)])


def _is_capital(term: Term) -> bool:
    return term.surface[:1].isupper()


def _is_of_another_cell(
    passages: Passages, aligner: Aligner, sentence: Sentence, place: Span, rivals: Sequence[Span]
) -> bool:
    """Return whether the claim's words are the header of another cell of the row, and none of this one's."""
    cells = passages.document.blocks[sentence.block].cells
    held = [cell for value in (place, *rivals) for cell in cells if cell.span[0] <= value[0] < cell.span[1]]
    over = {c.span: sum(map(aligner.asks_for, _words(c.header, passages.language))) for c in held}
    return bool(held) and over[held[0].span] == 0 and any(over.values())


@lru_cache(maxsize=1024)
def _words(header: str, language: str) -> tuple[Term, ...]:
    return tuple(content(terms(header, language)))
