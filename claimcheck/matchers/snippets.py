"""What a snippet leaves out: one paragraph without a title was cut from a page that may have named its subject.

*It has grossed 700 million dollars* is of a film that the sentence need not name again.  So a name of the claim that
a snippet never gives is taken for its subject, but only where the snippet names nobody else who could be it.
"""

from collections.abc import Callable, Iterable

from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.passages import Passages, Sentence

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
    strangers = {name.kind for name in held if not any(is_one(one, name) for one in ours)}
    goes_on = _speaks_on(passages)
    return frozenset(
        name
        for name in ours
        if strangers.isdisjoint(RIVALS[name.kind]) or (goes_on and name.kind is not NameKind.PLACE)
    )


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
