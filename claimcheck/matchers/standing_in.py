"""Whose deed it is where a sentence names nobody: whom its pronoun stands for, or somebody told by whose he is."""

import re
from collections.abc import Sequence

from claimcheck.matchers.context import Context
from claimcheck.matchers.labels import is_of_another_label
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.speakers import is_surname
from claimcheck.matchers.words import is_relative_of, kin
from claimcheck.matchers.words.pronouns import has_person, personal, possessor

_PERSONS = frozenset({NameKind.PERSON, NameKind.UNKNOWN})
_FULL = 2
NEXT = 2
"""Words of meaning behind a possessive among which stands who it is: *her former deputy*."""


def is_somebody_elses(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether a sentence tells of another than the claim, whom it does not name; or perhaps of another."""
    return (
        _is_a_relatives(context, assertion, sentence)
        or _is_of_one_of_two(context, assertion, sentence)
        or _is_of_one_named_before(context, assertion, sentence)
        or is_of_another_label(context, assertion, sentence)
    )


def _is_a_relatives(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether a sentence is of somebody's deputy, lawyer, rival: *Her deputy resigned* tells nothing of her."""
    held = possessor(sentence.text, context.passages.language)
    if held is None:
        return False
    end = sentence.span[0] + held[1]
    behind = [t for t in sentence.terms if t.span[0] >= end][:NEXT]
    who = next((t for t in behind if is_relative_of(t)), None)
    if who is None:
        return False
    said = (*assertion.terms, *assertion.context)
    return not any(not (t.keys | kin(t)).isdisjoint(who.keys) for t in said) and not _is_named(context, sentence)


def _is_named(context: Context, sentence: Sentence) -> bool:
    """Return whether a sentence names one of those whom the claim names."""
    held = context.passages.names_in(sentence)
    return any(context.is_one(ours, name) for ours in context.reading.names for name in held)


def _is_of_one_of_two(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether a pronoun may stand for another of the persons whom the sentence before names.

    It stands for the one named first, unless the sentence tells of a man and a woman.
    """
    actor = next((n for n in sorted(assertion.names, key=lambda n: n.span) if n.kind in _PERSONS), None)
    said = personal(sentence.text, context.passages.language) if actor is not None else frozenset()
    if actor is None or not said or _is_named(context, sentence):
        return False
    if len(said) == 1 and _is_of_the_other_sex(context, actor, next(iter(said))):
        return True
    before = next(iter(context.passages.named_before(sentence)), None)
    persons = _persons(context, context.passages.sentences[before]) if before is not None else []
    if len(persons) < _FULL or not any(context.is_one(actor, person) for person in persons):
        return False
    return len(said) > 1 or not context.is_one(actor, persons[0])


def _is_of_one_named_before(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether *he* or *her*, anywhere in a sentence, stands for another whom alone the page has named so far.

    *The court found for Irina Bot.  It awarded her 7,500 euros.  Her editor, Ivo Cass, was no party*: not him.
    """
    if not assertion.names or not has_person(sentence.text, context.passages.language):
        return False
    ours = [n for n in assertion.names if _may_be_person(context, n)]
    if not ours or _is_named_any(context, sentence, ours):
        return False
    if _persons(context, sentence):
        return False
    before = list(context.passages.before(sentence))
    nearest = next(((s, held) for s in before if (held := _called(context, s))), None)
    if nearest is None or _is_named_any(context, nearest[0], ours):
        return False
    told, named = nearest
    first = named[0].span[0] - told.span[0] <= _LED
    return first or not any(_is_named_any(context, s, ours) for s in before)


_LED = 6
"""Characters before a name at the head of a sentence: *Mr Krantz had led it*."""


def _may_be_person(context: Context, name: Name) -> bool:
    return name.kind in _PERSONS and (
        name.kind is NameKind.PERSON or len(name.tokens) >= _FULL or is_surname(context, name)
    )


def _called(context: Context, sentence: Sentence) -> list[Name]:
    """Return the persons of a sentence, also those whom it calls by the last word of their name."""
    return [name for name in context.passages.names_in(sentence) if _may_be_person(context, name)]


def _is_named_any(context: Context, sentence: Sentence, wanted: Sequence[Name]) -> bool:
    held = context.passages.names_in(sentence)
    return any(context.is_one(ours, name) for ours in wanted for name in held)


_TITLES = {
    "f": re.compile(
        r"\b(?:ms|mrs|miss|mme|mlle|madame|sra|señora|frau|signora|dona|lady|dame|queen)\.?\s$", re.IGNORECASE
    ),
    "m": re.compile(r"\b(?:mr|sir|m\.|monsieur|sr|señor|herr|herrn|signor|lord|king)\.?\s$", re.IGNORECASE),
}
_GENDERS = {"he": "m", "she": "f", "il": "m", "elle": "f", "él": "m", "ella": "f", "ele": "m", "ela": "f",
            "lui": "m", "egli": "m", "lei": "f"}  # fmt: skip


def _is_of_the_other_sex(context: Context, actor: Name, pronoun: str) -> bool:
    """Return whether a page calls a person *Ms* and goes on with *he*."""
    gender, text = _GENDERS.get(pronoun), context.passages.document.text
    other = {"f": "m", "m": "f"}.get(gender or "")
    if other is None:
        return False
    held = (name for name, _ in context.passages.names if context.is_one(actor, name))
    return any(_TITLES[other].search(text, max(0, name.span[0] - _TITLE), name.span[0]) for name in held)


_TITLE = 12
"""Characters before a name in which its title stands."""


def _persons(context: Context, sentence: Sentence) -> list[Name]:
    """Return the persons of a sentence, each once."""
    found: list[Name] = []
    for name in context.passages.names_in(sentence):
        if name.kind in _PERSONS and len(name.tokens) >= _FULL and not any(n.tokens == name.tokens for n in found):
            found.append(name)
    return found
