"""What a snippet leaves out: one paragraph without a title was cut from a page that may have named its subject.

*It has grossed 700 million dollars* is of a film that the sentence need not name again.  So a name of the claim that
a snippet never gives is taken for its subject, but only where the snippet names nobody else who could be it.
"""

import re
from collections.abc import Callable, Iterable

from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.passages import Passages, Sentence, content
from claimcheck.matchers.words import kin, terms
from claimcheck.model import Span

_ACTORS = frozenset({NameKind.PERSON, NameKind.ORG, NameKind.ACRONYM, NameKind.UNKNOWN})
RIVALS = {
    NameKind.TITLE: frozenset({NameKind.TITLE}),
    NameKind.PLACE: frozenset({NameKind.PLACE, NameKind.UNKNOWN}),
    NameKind.PERSON: _ACTORS,
    NameKind.ORG: _ACTORS,
    NameKind.ACRONYM: _ACTORS,
    NameKind.UNKNOWN: _ACTORS | {NameKind.PLACE},
}
"""Per kind of name the kinds that may stand in its stead."""


SUBJECTS = frozenset(
    (
        *(
            "film",
            "movie",
            "cinema",
            "album",
            "song",
            "tv_series",
            "episode",
            "book",
            "novel",
            "season_tv",
            "play_theatre",
        ),
        *(
            "band_music",
            "team",
            "club",
            "company",
            "organisation",
            "party",
            "city",
            "town",
            "country",
            "region",
            "group",
        ),
        *("university", "school", "ship", "bridge", "building", "video_game", "show", "species", "disease", "virus"),
        *("actor", "singer", "player", "footballer", "author", "artist", "driver", "couple", "magazine", "newspaper"),
    )
)
"""What a page is often about, by the concepts of the lexicon: named once, it is *the film* from then on."""
_DEFINITE = frozenset(
    (
        *(
            "the",
            "this",
            "these",
            "its",
            "his",
            "her",
            "le",
            "la",
            "les",
            "l",
            "ce",
            "cette",
            "ces",
            "el",
            "los",
            "las",
        ),
        *(
            "este",
            "esta",
            "der",
            "die",
            "das",
            "dieser",
            "diese",
            "dieses",
            "o",
            "a",
            "os",
            "as",
            "il",
            "lo",
            "gli",
            "i",
        ),
        *("questo", "questa"),
    )
)
"""What stands before the kind of a thing that was named before, in any of the languages."""


def left_out(passages: Passages, names: Iterable[Name], is_one: Callable[[Name, Name], bool]) -> frozenset[Name]:
    """Return the names of a claim that a snippet may leave out: no other of their kind is in their place.

    Where the snippet itself speaks on of something that it does not name, *it* or *the film*, that is the subject.
    """
    if not passages.is_snippet:
        return frozenset()
    ours = tuple(names)
    held = [name for name, _ in passages.names]
    strangers = {
        name.kind
        for name in held
        if not any(is_one(one, name) for one in ours)
        and not _is_of_a_part(passages, name)
        and not any(
            _is_another_word_for(passages, name, other) and is_one(one, other) for other in held for one in ours
        )
    }
    goes_on = _speaks_on(passages)
    return frozenset(
        name
        for name in ours
        if strangers.isdisjoint(RIVALS[name.kind])
        or (goes_on and name.kind is not NameKind.PLACE)
        or _is_disease(passages, name)
    )


def _is_of_a_part(passages: Passages, name: Name) -> bool:
    """Return whether a name only says where a part of a number is: *44 cases: 26 in Sarnby, 7 in Morva*.

    Each part has its number right before it, and the number of all stands before them with no place of its own.
    """
    sentence = passages.sentence_at(name.span[0])
    if sentence is None or name.kind not in RIVALS[NameKind.PLACE]:
        return False
    placed = [place_of(passages, sentence, q.span) for q in passages.quantities_in(sentence)]
    text = passages.document.text
    mine = (
        name in placed or _ONE_IN.search(text, max(sentence.span[0], name.span[0] - _REACH), name.span[0]) is not None
    )
    return mine and placed[0] is None and len(placed) - placed.count(None) > 1


def _is_another_word_for(passages: Passages, name: Name, other: Name) -> bool:
    """Return whether a name stands beside another as a second word for it: *Hispanic or Latino*."""
    between = passages.document.text[other.span[1] : name.span[0]].strip().lower()
    return other.span[1] <= name.span[0] and between in {"or", "ou", "o", "oder", "/"}


def place_of(passages: Passages, sentence: Sentence, value: Span) -> Name | None:
    """Return the place that stands right behind a value, with *in* between; or none."""
    text = passages.document.text
    return next(
        (
            name
            for name in passages.names_in(sentence)
            if value[1] <= name.span[0] and _IN.fullmatch(text, value[1], name.span[0])
        ),
        None,
    )


_ONE_IN = re.compile(
    r"\b(?:one|une?|un[oa]|eine?r?|um|uma)\s(?:in|at|à|au|en|a|em|no|na|im|ad)\s$", re.IGNORECASE
)  # fmt: skip
"""A part of one, in words."""
_IN = re.compile(r"\s(?:in|at|à|au|en|a|em|no|na|im|ad)\s(?:the\s)?", re.IGNORECASE)
"""What stands between the number of a part and its place."""


def _is_disease(passages: Passages, name: Name) -> bool:
    """Return whether a name is of a disease, whose place nobody takes: a page on it speaks of *cases*, of *deaths*."""
    return any(not kin(term).isdisjoint(_DISEASES) for term in content(terms(name.surface, passages.language)))


_DISEASES = frozenset({"disease", "virus"})


def _speaks_on(passages: Passages) -> bool:
    """Return whether a sentence speaks of what was named before the snippet began."""
    return any(sentence.refers_back or _names_its_kind(passages, sentence) for sentence in passages.sentences)


def _names_its_kind(passages: Passages, sentence: Sentence) -> bool:
    text = passages.document.text
    for term in sentence.terms:
        if term.keys.isdisjoint(SUBJECTS):
            continue
        before = text[max(sentence.span[0], term.span[0] - _REACH) : term.span[0]].split()
        after = text[term.span[1] : term.span[1] + 2].strip()
        if before and before[-1].lower() in _DEFINITE and not after[:1].isupper():
            return True
    return False


_REACH = 12
"""Characters before a word in which its article stands."""
