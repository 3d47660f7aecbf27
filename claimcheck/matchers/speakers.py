"""Who says so: a value that the page has from one voice is no other voice's, nor the page's own.

*Police put the crowd at 4,000; the organisers counted 12,000*: neither number is the other's.  Two voices are told
apart only where it is sure: by two names of persons, by the camps of ``tables/camps.tsv``, or because the page cites
the claim's own voice right beside it for something else.  Whoever may be meant by both, a spokeswoman, is left open.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from claimcheck.matchers.context import Context
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.nations import countries
from claimcheck.matchers.passages import Passages, Sentence, content
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.words import (
    Term,
    camps,
    citing_at,
    citings,
    covers,
    is_doer,
    is_group,
    namer_at,
    related,
    terms,
)
from claimcheck.model import Span

_BESIDE = 2
"""Sentences before and behind one in which the claim's own voice is cited for something else."""


class Voice(Enum):
    """How the page's voice stands to the claim's."""

    SAME = "same"
    OPEN = "open"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is cited: the names and the words that say who it is."""

    names: tuple[Name, ...]
    terms: tuple[Term, ...]
    span: Span
    """Where the words stand, in the claim or on the page."""


def speakers(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> tuple[Speaker, Speaker] | None:
    """Return whom the claim cites for an assertion and whom the page cites for a value; none where one cites nobody."""
    value = assertion.quantity.span if assertion.quantity is not None else assertion.dates[0].span
    ours = claimed_speaker(context, value[0])
    theirs = stated_speaker(context, sentence, place[0]) if ours is not None else None
    return (ours, theirs) if ours is not None and theirs is not None else None


def claimed_speaker(context: Context, place: int) -> Speaker | None:
    """Return whom the claim cites for what stands at a place of it, or none."""
    reading = context.reading
    citing = citing_at(reading.text, reading.language, place)
    if citing is None:
        return None
    key = (-1, citing.speaker)
    if key not in context.heard:
        held = content(terms(reading.text, reading.language))
        names = _for_themselves(context, reading.text, 0, reading.names, citing.speaker)
        context.heard[key] = _speaker(_without(held, reading.names, names), names, citing.speaker)
    return context.heard[key]


def stated_speaker(context: Context, sentence: Sentence, place: int) -> Speaker | None:
    """Return whom the page cites for what stands at a place of a sentence; none where it says so itself."""
    begin = sentence.span[0]
    citing = citing_at(sentence.text, context.passages.language, place - begin)
    return _on_page(context, sentence, citing.speaker) if citing is not None else None


def quoted_speaker(context: Context, sentence: Sentence, place: int) -> Speaker | None:
    """Return whose words are quoted at a place of a sentence, as far as it says so; none where that is a pronoun."""
    told = stated_speaker(context, sentence, place)
    if told is not None:
        return told
    span = namer_at(sentence.text, context.passages.language, place - sentence.span[0])
    return _on_page(context, sentence, span) if span is not None else None


def claimed_quoter(context: Context, place: int) -> Speaker | None:
    """Return whom the claim cites for what it quotes at a place, or who calls something so; or none."""
    told = claimed_speaker(context, place)
    if told is not None:
        return told
    reading = context.reading
    span = namer_at(reading.text, reading.language, place)
    held = content(terms(reading.text, reading.language)) if span is not None else ()
    return _speaker(held, reading.names, span) if span is not None else None


def is_called(context: Context, name: Name, speaker: Speaker) -> bool:
    """Return whether the page names somebody right beside a word for him by which a speaker goes: *the mayor, Fisk*."""
    words = [term for term in speaker.terms if is_doer(term)]
    return bool(words) and any(
        context.is_one(name, held)
        and any(
            related(word, t) and max(held.span[0] - t.span[1], t.span[0] - held.span[1]) <= _BESIDE_NAME
            for word in words
            for t in sentence.terms
        )
        for held, sentence in context.passages.names
    )


_BESIDE_NAME = 30
"""Characters between a name and the word that says what he is."""


def compare_speakers(context: Context, ours: Speaker, theirs: Speaker, sentence: Sentence) -> Voice:
    """Return whether the page cites whom the claim cites."""
    reading = context.reading
    lands = (
        countries([t for t in terms(reading.text, reading.language) if _is_beside(t, ours.span)]),
        countries([t for t in sentence.terms if _is_beside(t, theirs.span)]),
    )
    if all(lands) and lands[0].isdisjoint(lands[1]):
        return Voice.OTHER
    if _is_one(context, ours, theirs):
        return Voice.SAME
    if _are_two(ours, theirs) and not _is_introduced(context, ours, theirs):
        return Voice.OTHER
    one = _camps(ours.terms)
    other = _camps(theirs.terms) or (_camps_of_names(context, theirs.names) if one else frozenset())
    if one and other and one.isdisjoint(other):
        return Voice.OTHER
    if _is_nameless_other(context, ours, theirs):
        return Voice.OTHER
    if (not one or not other or not ours.names) and _is_cited_beside(context, ours, theirs, sentence):
        return Voice.OTHER
    return Voice.OPEN


def _is_beside(term: Term, span: Span) -> bool:
    """Return whether a word stands in a speaker, or right beside: *the Greek minister*, *le ministre grec*."""
    return span[0] - _WORD <= term.span[0] < span[1] + _WORD // 2


_WORD = 12
"""Characters of the word beside a speaker that says of which country he is."""


def _is_nameless_other(context: Context, ours: Speaker, theirs: Speaker) -> bool:
    """Return whether the page cites people without a name who are surely not whom the claim names.

    A person goes by nothing that the page never calls him; a firm is not its former foreman, nor some residents.
    """
    words = [term for term in theirs.terms if is_doer(term)]
    if not ours.names or theirs.names or not words or any(is_called(context, name, theirs) for name in ours.names):
        return False
    if any(name.kind is NameKind.PERSON for name in ours.names):
        return True
    former = any("former" in term.keys for term in theirs.terms)
    return former or all(is_group(term) and not camps(term) & _BODIES for term in words)


_BODIES = frozenset({"company", "government", "police", "organisers"})
"""The camps whose people may speak for a body that the claim names."""


def _is_one(context: Context, ours: Speaker, theirs: Speaker) -> bool:
    if any(context.is_one(a, b) for a in ours.names for b in theirs.names):
        return True
    return any(related(a, b) or covers(a, b) or covers(b, a) for a in ours.terms for b in theirs.terms)


def _are_two(ours: Speaker, theirs: Speaker) -> bool:
    """Return whether two speakers, none of whose names are one, are two: each goes by a name that nothing translates.

    So do a person, and a firm or group whose name is one word and no acronym.
    """
    return all(any(_is_proper(name) for name in speaker.names) for speaker in (ours, theirs))


def _is_proper(name: Name) -> bool:
    if name.kind is NameKind.PERSON:
        return True
    return name.kind in {NameKind.UNKNOWN, NameKind.ORG} and not name.code and not name.surface.isupper()


def _is_introduced(context: Context, ours: Speaker, theirs: Speaker) -> bool:
    """Return whether the page names both in one sentence: the one may speak for the other."""
    held = context.passages.names
    return any(
        context.is_one(a, one) and context.is_one(b, other)
        for one, sentence in held
        for other in context.passages.names_in(sentence)
        for a in ours.names
        for b in theirs.names
    )


def _camps(held: Iterable[Term]) -> frozenset[str]:
    return frozenset().union(*(camps(term) for term in held))


def _camps_of_names(context: Context, names: Sequence[Name]) -> frozenset[str]:
    """Return the camps by whose words the page calls somebody right before his name: *the dockers' union UPT*."""
    text = context.passages.document.text
    return frozenset().union(
        *(
            camps(term)
            for name in names
            for held, sentence in context.passages.names
            if context.is_one(name, held)
            for term in sentence.terms
            if term.span[1] < held.span[0] and text[term.span[1] : held.span[0]] in _BEFORE_NAME
        )
    )


_BEFORE_NAME = frozenset({" ", ", ", " ("})
"""What stands between what somebody is and his name."""


def _is_cited_beside(context: Context, ours: Speaker, theirs: Speaker, sentence: Sentence) -> bool:
    """Return whether the page cites the claim's own voice near a sentence, and so tells the two apart."""
    every = context.passages.sentences
    near = every[max(0, sentence.index - _BESIDE) : sentence.index + 1 + _BESIDE]
    for other in near:
        for citing in citings(other.text, context.passages.language):
            held = _on_page(context, other, citing.speaker)
            if held is not None and _is_one(context, ours, held) and not _is_one(context, theirs, held):
                return True
    return False


def _on_page(context: Context, sentence: Sentence, speaker: Span) -> Speaker | None:
    key = (sentence.index, speaker)
    if key not in context.heard:
        context.heard[key] = _read_on_page(context, sentence, speaker)
    return context.heard[key]


def _read_on_page(context: Context, sentence: Sentence, speaker: Span) -> Speaker | None:
    begin = sentence.span[0]
    span = (begin + speaker[0], begin + speaker[1])
    every = context.passages.names_in(sentence)
    names = _for_themselves(context, sentence.text, begin, every, span)
    told = _speaker(_without(sentence.terms, every, names), names, span)
    return _in_full(context, _with_apposition(sentence, every, told) if told is not None else None)


def _with_apposition(sentence: Sentence, every: Sequence[Name], told: Speaker) -> Speaker:
    """Return a speaker who goes by what he is with the name behind a comma: *said the leader of the council, Ina Voss*.

    A firm's leader speaks for it, but a name of the firm is not his.
    """
    if any(name.kind is not NameKind.ORG for name in told.names):
        return told
    begin = sentence.span[0]
    behind = [
        name
        for name in every
        if name.kind in _PERSONS and sentence.text[told.span[1] - begin : name.span[0] - begin] == ", "
    ]
    return replace(told, names=(*told.names, behind[0]), span=(told.span[0], behind[0].span[1])) if behind else told


def _without(held: Sequence[Term], every: Sequence[Name], kept: Sequence[Name]) -> list[Term]:
    """Return the words that are no part of a name which is not kept."""
    left = [name.span for name in every if name not in kept]
    return [term for term in held if not any(begin <= term.span[0] < end for begin, end in left)]


def _in_full(context: Context, speaker: Speaker | None) -> Speaker | None:
    """Return a speaker with the whole name of a person whom the page calls by the last word of it: *Halloran said*."""
    if speaker is None or len(speaker.names) != 1 or len(speaker.names[0].tokens) != 1:
        return speaker
    short = speaker.names[0]
    longer = {
        name.tokens: name
        for name, _ in context.passages.names
        if len(name.tokens) > 1 and name.kind in _PERSONS and name.tokens[-1] == short.tokens[0]
    }
    return replace(speaker, names=(next(iter(longer.values())),)) if len(longer) == 1 else speaker


_PERSONS = frozenset({NameKind.PERSON, NameKind.UNKNOWN})


def is_named_beside(context: Context, speaker: Speaker, sentence: Sentence) -> bool:
    """Return whether a sentence names whom a claim cites, not as somebody's whose word it is."""
    names = _for_themselves(
        context, sentence.text, sentence.span[0], context.passages.names_in(sentence), sentence.span
    )
    return any(context.is_one(a, b) for a in speaker.names for b in names)


def _for_themselves(context: Context, text: str, begin: int, names: Sequence[Name], span: Span) -> list[Name]:
    """Return the names of a speaker without a person whose lawyer, mother or deputy it is: *Ode's solicitor, Ida Vale*.

    A firm speaks by its spokesman, *Corvane's director said*; a person is not his solicitor.
    """
    return [
        name
        for name in names
        if not (
            span[0] <= name.span[0] < span[1]
            and is_whose(text, name.span[0] - begin, name.span[1] - begin, span[0] - begin)
            and _is_person(context, name)
        )
    ]


def is_whose(text: str, begin: int, end: int, start: int) -> bool:
    """Return whether a name stands as whose somebody is, by its own ending or by the word before it.

    ``begin`` and ``end`` are the name's, ``start`` where the words may begin that tell who it is.
    """
    return _POSSESSIVE.match(text, end) is not None or _OF.search(text, start, begin) is not None


def _is_person(context: Context, name: Name) -> bool:
    """Return whether a name is a person's: also a word with which a longer name ends, *Blume* of *Otto Blume*."""
    if name.kind is NameKind.PERSON or len(name.tokens) > 1:
        return name.kind is NameKind.PERSON
    return is_surname(context, name)


def is_surname(context: Context, name: Name) -> bool:
    """Return whether a name of one word is that with which a longer one, of the page or of the claim, ends."""
    word = name.tokens[0]
    return word in _surnames(context.passages) or any(_ends_with(word, ours) for ours in context.reading.names)


@lru_cache(maxsize=4)
def _surnames(passages: Passages) -> frozenset[str]:
    """Return the words with which the longer names of a page end."""
    return frozenset(name.tokens[-1] for name, _ in passages.names if _ends_with(name.tokens[-1], name))


def _ends_with(word: str, name: Name) -> bool:
    return len(name.tokens) > 1 and name.kind in _PERSONS and name.tokens[-1] == word


_POSSESSIVE = re.compile(r"['\u2019]s\s+[^\W\d_]")
_OF = re.compile(
    r"[^\W\d_]\s+(?:of|for|de|d['\u2019]|du|von|vom|do|da|dos|di|del|della|dell['\u2019])"
    r"\s?(?:(?:mr|mrs|ms|dr|mme|sr|sra|herr|herrn|frau|signor|signora|m)\.?\s+)?$",
    re.IGNORECASE,
)
"""What stands before a person in a speaker who is another: *the lawyer for*, *l'avocat de M.*."""


def _speaker(held: Sequence[Term], names: Sequence[Name], span: Span) -> Speaker | None:
    """Return who stands in a part of a text; a place is only where he is, where there are other words."""
    inside = [t for t in held if span[0] <= t.span[0] < span[1]]
    named = [n for n in names if span[0] <= n.span[0] < span[1]]
    places = [n.span for n in named if n.kind is NameKind.PLACE]
    who = [t for t in inside if not any(a <= t.span[0] < b for a, b in places)]
    if who:
        inside, named = who, [n for n in named if n.kind is not NameKind.PLACE]
    if not inside and not named:
        return None
    ends = [*(t.span for t in inside), *(n.span for n in named)]
    return Speaker(tuple(named), tuple(inside), (min(a for a, _ in ends), max(b for _, b in ends)))
