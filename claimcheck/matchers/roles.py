"""Who did it and to whom: *Brenmar acquired Toliva*, *Toliva was bought by Brenmar*, never *Toliva bought Brenmar*.

No grammar is parsed.  Around a verb that has two sides stand those who take part: before it or behind it, bare or
behind *by*, *to*, *against*; ``tables/roles.tsv`` says which of them is on which side of *win*, *lose*, *lend* and
their like, and of the verbs of ``tables/sides.tsv`` the subject is on the first side and the object on the second.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from claimcheck.matchers.context import Context
from claimcheck.matchers.names import Name
from claimcheck.matchers.names.tables import words as titles
from claimcheck.matchers.passages import Sentence, content
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.words import Term, has_sides, kin, related, terms
from claimcheck.matchers.words.links import Link, is_passive, link_of, listed
from claimcheck.matchers.words.phrases import find_phrases
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.matchers.words.tokens import Token, known_language, tokenise
from claimcheck.model import Span
from claimcheck.text import fold, map_characters

_TABLE = "roles.tsv"


class Sides(Enum):
    """How the page has those who take part, as against the claim."""

    SAME = "same"
    SWAPPED = "swapped"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: a name, or a noun."""

    name: Name | None
    terms: tuple[Term, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb of two sides, and who stands on each."""

    relation: str
    verb: Term | None
    """The word itself, where the relation is only its own."""
    first: tuple[Party, ...]
    second: tuple[Party, ...]


def compare_sides(context: Context, assertion: Assertion, sentence: Sentence) -> Sides:
    """Return whether those whom the claim names stand on the same sides of the same verb in a sentence."""
    ours = [f for f in claimed_frames(context, assertion) if f.first or f.second]
    if not ours:
        return Sides.OPEN
    theirs = stated_frames(context, sentence)
    swapped = False
    for frame in ours:
        for other in theirs:
            if not _is_one_relation(frame, other):
                continue
            same = _meets(context, frame.first, other.first), _meets(context, frame.second, other.second)
            crossed = _meets(context, frame.first, other.second), _meets(context, frame.second, other.first)
            if all(same):
                return Sides.SAME
            # "Brenmar sold Toliva", where Brenmar bought it: whom the claim does not name tells nothing.
            named = frame.verb is None or any(party.name is not None for party in (*frame.first, *frame.second))
            alone = named and not (frame.first and frame.second) and any(crossed) and not any(same)
            swapped = swapped or all(crossed) or alone or (any(crossed) and not any(same) and _are_named(frame, other))
    return Sides.SWAPPED if swapped else Sides.OPEN


def _are_named(ours: Frame, theirs: Frame) -> bool:
    """Return whether each side of the claim is a name: then one who has changed sides is of no other deal."""
    told = ours.verb is None and theirs.verb is None
    return told and all(any(p.name is not None for p in side) for side in (ours.first, ours.second, theirs.first))


def claimed_frames(context: Context, assertion: Assertion) -> tuple[Frame, ...]:
    """Return the verbs of two sides in a claim that are the assertion's, or what it is about."""
    reading = context.reading
    held = content(terms(reading.text, reading.language))
    found = frames(reading.text, reading.language, tuple(held), tuple(reading.names))
    inside = [*assertion.terms, *assertion.context]
    return tuple(f for f in found if f.verb is None or f.verb in inside)


def stated_frames(context: Context, sentence: Sentence) -> tuple[Frame, ...]:
    """Return the verbs of two sides in a sentence of the page."""
    begin = sentence.span[0]
    held = tuple(t._replace(span=(t.span[0] - begin, t.span[1] - begin)) for t in sentence.terms)
    names = (replace(n, span=(n.span[0] - begin, n.span[1] - begin)) for n in context.passages.names_in(sentence))
    return frames(sentence.text, context.passages.language, held, tuple(names))


def _is_one_relation(ours: Frame, theirs: Frame) -> bool:
    if ours.verb is not None and theirs.verb is not None:
        return related(ours.verb, theirs.verb)
    return ours.verb is None and theirs.verb is None and ours.relation == theirs.relation


def _meets(context: Context, ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    return any(_is_one(context, a, b) for a in ours for b in theirs)


def _is_one(context: Context, ours: Party, theirs: Party) -> bool:
    if ours.name is not None and theirs.name is not None:
        return context.is_one(ours.name, theirs.name)
    return any(related(a, b) or not kin(a).isdisjoint(b.keys) for a in ours.terms for b in theirs.terms)


@lru_cache(maxsize=512)
def frames(text: str, language: str, held: tuple[Term, ...], names: tuple[Name, ...]) -> tuple[Frame, ...]:
    """Return the verbs of two sides in a sentence, with who stands on each side."""
    if len(text) > LONGEST:
        return ()
    code = known_language(language)
    tokens = tokenise(text, code)
    verbs = list(_verbs(tokens, code, held, names))
    than = (_compared(tokens, code, place, held, names) for place in range(1, len(tokens)))
    found = [frame for frame in than if frame is not None]
    if not verbs:
        return tuple(found)
    mapped = map_characters(text)
    parties = sorted(_parties(mapped, tokens, code, held, names, [v[3] for v in verbs]), key=lambda p: p[0].span)
    for relation, verb, sides, place in verbs:
        index = next((n for n, token in enumerate(tokens) if token.start <= place[0] < token.end), 0)
        slots = _slots(mapped, tokens, code, place, index, parties)
        first, second = (tuple(p for slot in side for p in slots.get(slot, ())) for side in sides)
        found.append(Frame(relation, verb, first, second))
    return tuple(found)


def _compared(
    tokens: tuple[Token, ...], language: str, place: int, held: Sequence[Term], names: Sequence[Name]
) -> Frame | None:
    """Return who is more and than whom, where *than* stands at a token behind a comparative; or none."""
    if tokens[place].form not in listed(language, "than") or not _has_comparative(tokens, language, place):
        return None
    at = tokens[place].start
    behind = next((t for t in held if t.span[0] > at), None)
    before = [t for t in held if t.span[0] < at]
    if behind is None or not before or behind.span[0] > tokens[min(place + _NEAR, len(tokens) - 1)].start:
        return None
    if any(token.form[0].isdigit() for token in tokens[place : place + _NEAR] if token.start < behind.span[0]):
        return None
    parties = [
        Party(next((n for n in names if _within(t.span, n.span)), None), (t,), t.span) for t in (*before, behind)
    ]
    return Frame("than", before[-1], tuple(parties[:-1]), tuple(parties[-1:]))


def _has_comparative(tokens: tuple[Token, ...], language: str, place: int) -> bool:
    near = [token.form for token in tokens[max(0, place - _NEAR) : place]]
    ended = language in {"en", "de"} and any(form.endswith("er") for form in near[-2:])
    return ended or not listed(language, "more").isdisjoint(near)


_NEAR = 3
"""Words before *than* in which the comparative stands, and behind it in which stands who is compared with."""


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] < outer[1]


_Slots = tuple[str, ...]
_Verb = tuple[str, Term | None, tuple[_Slots, _Slots], Span]
_Placed = tuple[Party, Link, int]


def _verbs(tokens: tuple[Token, ...], language: str, held: Sequence[Term], names: Sequence[Name]) -> Iterator[_Verb]:
    taken: list[Span] = []
    for kind, first, stop in find_phrases(tokens, language, _TABLE):
        span = (tokens[first].start, tokens[stop - 1].end)
        taken.append(span)
        for frame in kind.split("; "):
            relation, one, other = frame.split(" ")
            yield relation, None, (tuple(one.split("+")), tuple(other.split("+"))), span
    for term in held:
        named = any(_within(term.span, name.span) for name in names)
        capital = language == "de" and term.surface[:1].isupper()
        inside = any(a <= term.span[0] < b for a, b in taken)
        if has_sides(term) and not (named or capital or inside or _is_doer(tokens, language, term.span)):
            yield "", term, (("subject",), ("object", "to") if language == "es" else ("object",)), term.span


def _with_title(tokens: tuple[Token, ...], place: int) -> int:
    """Return where a name begins with the title before it: *President Karo*, *Frau Lund*."""
    titled = place > 0 and fold(tokens[place - 1].form) in titles("role") | titles("honorific")
    return place - 1 if titled else place


def _is_doer(tokens: tuple[Token, ...], language: str, span: Span) -> bool:
    """Whether a noun names somebody, *a murderer*, or things, rather than what is done: *the murder of Scott*."""
    place = next((n for n, token in enumerate(tokens) if token.start == span[0]), 0)
    if place > 0 and tokens[place - 1].form[0].isdigit():
        # "61 infections" are counted, and nobody infects.
        return True
    led = place > 0 and tokens[place - 1].form in listed(language, "article") | {"now"}
    behind = tokens[place + 1].form if place + 1 < len(tokens) else ""
    return led and behind not in listed(language, "of") | listed(language, "agent")


def _parties(
    mapped: str,
    tokens: tuple[Token, ...],
    language: str,
    held: Sequence[Term],
    names: Sequence[Name],
    verbs: Sequence[Span],
) -> Iterator[_Placed]:
    """Give the names of a sentence, its first word, and its nouns with an article, each with what ties it to a verb."""
    index = {token.start: place for place, token in enumerate(tokens)}
    starts = {verb[0] for verb in verbs}
    for name in names:
        if name.span[0] in index:
            inside = tuple(t for t in held if _within(t.span, name.span))
            place = _with_title(tokens, index[name.span[0]])
            link = link_of(mapped, tokens, place, language, starts)
            if link is Link.ASIDE and name.span[1] + 1 in starts:
                # "before Jack sold his horse": what stands before its verb is its subject.
                link = Link.BARE
            yield Party(name, inside, name.span), link, place
    for term in held:
        place = index.get(term.span[0], -1)
        named = any(_within(term.span, name.span) for name in names)
        verbal = any(a <= term.span[0] < b for a, b in verbs)
        led = place == 0 or (place > 0 and tokens[place - 1].form in listed(language, "article"))
        if led and not named and not verbal:
            yield Party(None, (term,), term.span), link_of(mapped, tokens, place, language, starts), place


def _slots(
    mapped: str, tokens: tuple[Token, ...], language: str, verb: Span, place: int, parties: Sequence[_Placed]
) -> dict[str, list[Party]]:
    """Return who stands in which relation to a verb."""
    begin, end = _bounds(mapped, tokens, verb)
    near = [p for p in parties if begin <= p[0].span[0] < end]
    if language == "de":
        return _german_slots(tokens, near)
    slots: dict[str, list[Party]] = {}
    agents = any(link is Link.AGENT and party.span[0] > verb[0] for party, link, _ in near)
    by_be = is_passive(tokens, place, language)
    passive = by_be or (agents and language != "it") or (agents and not _has_auxiliary(tokens, place))
    inverted = place > 0 and tokens[place - 1].form in listed(language, "clitic")
    main = _main_clause(mapped, verb, [party.span for party, _, _ in near])
    ordered = _is_infinitive(tokens, place, language)
    for party, link, _ in near:
        before = party.span[0] < verb[0] or party.span[0] >= main
        slot = _slot(link, before=before, passive=passive, language=language)
        if ordered and before and link in {Link.TO, Link.OF}:
            # "a ordonné à Brenmar de verser": whom it is told to does it.
            slot = "subject" if link is Link.TO else ""
        if slot == "object" and not before and inverted and not passive:
            slot = "subject"
        if slot:
            slots.setdefault(slot, []).append(party)
    return slots


def _is_infinitive(tokens: tuple[Token, ...], place: int, language: str) -> bool:
    """Return whether a verb stands in the infinitive behind a word that leads to one: *to pay*, *de verser*."""
    led = _LEADING.get(language, frozenset())
    ends = _INFINITIVES.get(language, ())
    return place > 0 and tokens[place - 1].form in led and tokens[place].form.endswith(ends)


_LEADING = {
    "en": frozenset(("to",)),
    "fr": frozenset(("à", "de", "d")),
    "es": frozenset(("a", "de")),
    "pt": frozenset(("a", "de")),
    "it": frozenset(("a", "ad", "di")),
}
_INFINITIVES = {
    "en": ("",),
    "fr": ("er", "ir", "re"),
    "es": ("ar", "er", "ir", "se"),
    "pt": ("ar", "er", "ir"),
    "it": ("are", "ere", "ire"),
}
"""How an infinitive ends, and what leads to it, in each language but German, whose verbs stand last."""


def _main_clause(mapped: str, verb: Span, places: Sequence[Span]) -> int:
    """Return where the clause begins whose subject is also the verb's: *having beaten Lanting, Corvo lost*."""
    behind = [place for place in places if place[0] > verb[0]]
    if len(behind) != len(places) or len(behind) <= 1:
        return len(mapped)
    comma = mapped.find(",", behind[0][1], behind[-1][0])
    return comma if comma >= 0 else len(mapped)


def _slot(link: Link, *, before: bool, passive: bool, language: str) -> str:
    match link:
        case Link.ASIDE:
            return ""
        case Link.BARE | Link.OF:
            return "subject" if before and not passive else "object"
        case Link.AGENT:
            return "subject" if passive else "from" if language == "it" else ""
        case _:
            return link.value


def _has_auxiliary(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether an Italian verb is a perfect: *ha acquistato la Toliva dalla Brenmar* has no agent, but a seller."""
    return place > 0 and tokens[place - 1].form in {"ha", "hanno", "aveva", "avevano"}


def _german_slots(tokens: tuple[Token, ...], near: Sequence[_Placed]) -> dict[str, list[Party]]:
    """Return the same in German, whose verb may stand behind all of them: the first bare one is its subject."""
    slots: dict[str, list[Party]] = {}
    passive = any(token.form in listed("de", "be") for token in tokens)
    agents = [link for _, link, _ in near if link is Link.AGENT]
    bare = [(party, place) for party, link, place in near if link is Link.BARE]
    leading = {party.span for party, _ in bare[:1]}
    for (one, _), (other, _) in pairwise(bare):
        # "Den Hersteller Toliva": the noun tells what the name is.
        if one.span in leading and other.span[0] - one.span[1] <= 1:
            leading.add(other.span)
    turned = len(bare) > len(leading) and _is_object(tokens, bare[0][1])
    for party, link, _ in near:
        if link is Link.ASIDE:
            continue
        if link is Link.BARE:
            is_first = (party.span in leading) != turned
            slot = "object" if passive or agents else "subject" if is_first else "object"
        elif link is Link.OF:
            slot = "subject" if passive else "from" if not agents else "object"
        else:
            slot = "subject" if link is Link.AGENT else link.value
        slots.setdefault(slot, []).append(party)
    return slots


def _is_object(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether an article says that what stands first in a German sentence is not its subject."""
    return place > 0 and tokens[place - 1].form in {"den", "dem", "einen", "einem"}


def _bounds(mapped: str, tokens: tuple[Token, ...], verb: Span) -> Span:
    """Return the part of a sentence in which those stand who take part in what a verb says."""
    begin, end = tokens[0].start, tokens[-1].end
    start = max((n + 1 for n in range(begin, verb[0]) if mapped[n] == ";"), default=begin)
    return start, min((n for n in range(verb[1], end) if mapped[n] == ";"), default=end)
