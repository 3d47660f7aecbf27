"""Whose sentence it is: *Brenmar employs 2,400 people* says nothing of Toliva, however well the other words fit.

Who is the subject is told by what stands before him (``tables/links.tsv``): nothing, for a subject.  A sentence that
begins with a pronoun, or with *the company*, goes on about the subject of the one before it.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from claimcheck.matchers.context import Context
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.snippets import RIVALS, SUBJECTS
from claimcheck.matchers.speaking import is_of_another_speaker
from claimcheck.matchers.words import citings, is_group, kin, refers_back, related
from claimcheck.matchers.words.clauses import is_relative
from claimcheck.matchers.words.links import Link, link_of, listed
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.matchers.words.tokens import Token, known_language, tokenise
from claimcheck.model import Span
from claimcheck.text import map_characters

_ACTORS = frozenset({NameKind.PERSON, NameKind.ORG, NameKind.ACRONYM, NameKind.UNKNOWN})


def is_of_another_subject(context: Context, assertion: Assertion, sentence: Sentence, place: Span) -> bool:
    """Return whether a value stands in a clause, or goes on about one, whose subject is another than the claim's."""
    ours = claimed_subject(context, assertion) if len(sentence.text) <= LONGEST else None
    if is_of_another_speaker(context, assertion, ours, sentence, place):
        return True
    if ours is None:
        return False
    clause = sentence.clause_at(place[0])
    if _leaves_out_person(context, assertion, sentence, (clause[0], place[0])):
        return True
    behind = _antecedent(context, sentence, clause)
    if behind is not None and not any(context.is_one(wanted, behind) for wanted in context.reading.names):
        return behind.kind in RIVALS[ours.kind]
    if _is_named_there(context, assertion, ours, sentence):
        return False
    theirs = _subject(context, sentence, (clause[0], place[0]))
    if theirs is None and _is_person(ours) and _tells_of_people(assertion, sentence, (clause[0], place[0])):
        return True
    if theirs is None and not _actors(context, sentence) and _goes_on(sentence):
        before = next(iter(context.passages.before(sentence)), None)
        if (
            before is not None
            and not _goes_on(before)
            and not any(context.is_one(ours, n) for n in context.passages.names_in(before))
        ):
            theirs = _subject(context, before, before.span)
    if theirs is None or theirs.kind not in RIVALS[ours.kind]:
        return False
    return not any(context.is_one(wanted, theirs) for wanted in context.reading.names)


def subject_at(context: Context, sentence: Sentence, place: Span) -> Name | None:
    """Return the name that is the subject of what stands at a place of a sentence, as far as its order tells."""
    if len(sentence.text) > LONGEST:
        return None
    clause = sentence.clause_at(place[0])
    return _antecedent(context, sentence, clause) or _subject(context, sentence, (clause[0], place[0]))


def _is_named_there(context: Context, assertion: Assertion, ours: Name, sentence: Sentence) -> bool:
    """Return whether a sentence names the subject, be it by a word of its name, or a work of the claim."""
    who = [ours, *(n for n in assertion.names if n.kind is NameKind.TITLE)]
    if any(context.is_one(n, name) for n in who for name in context.passages.names_in(sentence)):
        return True
    return any(f"@{ours.tokens[-1]}" in term.keys for term in sentence.terms)


def _leaves_out_person(context: Context, assertion: Assertion, sentence: Sentence, span: Span) -> bool:
    """Return whether a clause tells of people as a group where the claim tells of a person: *the average worker earns*.

    The claim may name him as the one whom it is done to: *the platform pays Kim 3.40*.
    """
    named = [n for n in assertion.names if _is_person(n)]
    language = context.passages.language
    if (
        not named
        or refers_back(sentence.text, language, (0, len(sentence.text)), to_person=True)
        or any(_is_named_there(context, assertion, n, sentence) for n in named)
    ):
        return False
    held = [t for t in sentence.terms if span[0] <= t.span[0] < span[1] and is_group(t)]
    return any(not any(related(own, t) or not kin(own).isdisjoint(t.keys) for own in assertion.terms) for t in held)


def _is_person(name: Name) -> bool:
    return name.kind is NameKind.PERSON or (name.kind is NameKind.UNKNOWN and len(name.tokens) > 1)


def _tells_of_people(assertion: Assertion, sentence: Sentence, span: Span) -> bool:
    """Return whether a clause begins with people whom the claim leaves out: *Workers earn 19 euros*."""
    first = next((t for t in sentence.terms if span[0] <= t.span[0] < span[1]), None)
    if first is None or not is_group(first) or sentence.refers_back:
        return False
    return not any(related(own, first) or not kin(own).isdisjoint(first.keys) for own in assertion.terms)


def claimed_subject(context: Context, assertion: Assertion) -> Name | None:
    """Return the name that is the subject of a claim, where it is one; one that only says which mill is none."""
    reading = context.reading
    value = assertion.quantity.span[0] if assertion.quantity is not None else len(reading.text)
    place = _place_of_subject(reading.text, reading.language, assertion.names, value) if assertion.names else None
    return assertion.names[place] if place is not None else None


@lru_cache(maxsize=64)
def _place_of_subject(text: str, language: str, names: tuple[Name, ...], value: int) -> int | None:
    """Return which of the names is the subject of a claim; each value of the page asks for it."""
    acting = [n for n in names if n.kind in _ACTORS and n.span[0] < value]
    told = [c.speaker for c in citings(text, language)]
    found = _first_subject(text, language, [n for n in acting if not any(a <= n.span[0] < b for a, b in told)])
    return next((place for place, name in enumerate(names) if name is found), None)


def _subject(context: Context, sentence: Sentence, span: Span) -> Name | None:
    """Return the name that is the subject in a part of a sentence; whoever only speaks there is none."""
    begin = sentence.span[0]
    told = [(c.speaker[0] + begin, c.speaker[1] + begin) for c in citings(sentence.text, context.passages.language)]
    told += context.passages.hearers_in(sentence)
    names = [
        name
        for name in _actors(context, sentence)
        if span[0] <= name.span[0] < span[1] and not any(a <= name.span[0] < b for a, b in told)
    ]
    return _first_subject(sentence.text, context.passages.language, names, begin)


def _antecedent(context: Context, sentence: Sentence, clause: Span) -> Name | None:
    """Return the name that a relative clause stands right behind: *bought Fonda, whose 20 engineers*; or none."""
    text = context.passages.document.text
    if not is_relative(text, clause, context.passages.language):
        return None
    before = [n for n in _actors(context, sentence) if n.span[1] <= clause[0]]
    last = max(before, key=lambda n: n.span, default=None)
    return last if last is not None and not text[last.span[1] : clause[0]].strip(" ,") else None


def _actors(context: Context, sentence: Sentence) -> list[Name]:
    return [name for name in context.passages.names_in(sentence) if name.kind in _ACTORS]


def _first_subject(text: str, language: str, names: Iterable[Name], offset: int = 0) -> Name | None:
    code = known_language(language)
    tokens, mapped = tokenise(text, code), map_characters(text)
    tied: Name | None = None
    for name in names:
        joined = tied is not None and mapped[tied.span[1] - offset : name.span[0] - offset].strip() in _JOINING
        if joined and not _closes_apposition(mapped, name.span[1] - offset):
            # "by Kim Tran and Leo Haas": the second is tied as the first is.
            tied = name
            continue
        place = next((n for n, token in enumerate(tokens) if token.start == name.span[0] - offset), None)
        if place is None or link_of(mapped, tokens, place, code) is not Link.BARE:
            tied = name
            continue
        if not _only_describes(mapped, tokens, place, name.span[1] - offset, code):
            return name
    return None


def _closes_apposition(mapped: str, end: int) -> bool:
    """Whether behind a name a comma ends what tells who somebody is: *the mayor of Ulm, Ina Voss, announced*."""
    return _APPOSITION.match(mapped, end) is not None


_APPOSITION = re.compile(r",\s(?!(?:and|et|y|und|e|ed|or|ou|o|oder)\s)[a-z\u00df-\u00ff]")
_JOINING = frozenset({",", "&", "and", "or", "et", "ou", "y", "o", "und", "oder", "e", "ed"})


def _only_describes(mapped: str, tokens: Sequence[Token], place: int, end: int, language: str) -> bool:
    """Whether a name only says which one: *the Lodva mill*, *Brenmar's chief*."""
    led = place > 0 and tokens[place - 1].form in listed(language, "article")
    return mapped[end : end + 2] in {"'s", "s'"} or (language == "en" and led) or mapped[end : end + 1] == "-"


def _goes_on(sentence: Sentence) -> bool:
    """Return whether a sentence is about what the one before it is about, by its first words."""
    if sentence.refers_back:
        return True
    first = next(iter(sentence.terms), None)
    near = first is not None and first.span[0] - sentence.span[0] <= _ARTICLE
    return first is not None and near and not first.keys.isdisjoint(SUBJECTS)


_ARTICLE = 5
"""Characters of an article and the space behind it: *the company*, *L'entreprise*."""
