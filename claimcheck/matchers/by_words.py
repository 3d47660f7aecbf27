"""Assertions without a value: who did what.

Words prove less than numbers do: the same ones may say the reverse.  A passage supports such an assertion only where
every weighty word of it is said there, names in the same order (or the reverse one, in the passive), and nothing in
the sentence denies, opposes or merely plans it.  What it is said of may stand in the sentence before; what is said
must stand in the sentence itself.
"""

from collections.abc import Sequence

from claimcheck.enums import Code, Outcome, Role
from claimcheck.matchers.acts import denies_elsewhere, is_done_elsewhere, leaves_open
from claimcheck.matchers.align import LOCAL, Aligner, Alignment, Shared
from claimcheck.matchers.checks import decide, missing_names, opposite, own_negations
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.denials import (
    are_both_denied,
    denied_outright,
    excludes_cause,
    holds,
    refusals,
)
from claimcheck.matchers.ended import is_ended
from claimcheck.matchers.modality import is_preliminary
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.numerals import other_ordinal
from claimcheck.matchers.order import (
    changed_places,
    done_by,
    done_by_another,
    is_elsewhere,
    names_only_others,
    same_order,
    tells_of_others,
)
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import AGREES, Relation, conflicts
from claimcheck.matchers.roles import Sides, compare_sides
from claimcheck.matchers.saying import says_all, says_most, without_final
from claimcheck.matchers.undone import undone_in
from claimcheck.matchers.whose import given_to_another, said_of_another
from claimcheck.matchers.wording import (
    bare,
    busiest_clause,
    lacks,
    opposed,
    place_of,
    spoken,
    without_governing,
)
from claimcheck.matchers.words import governs_act
from claimcheck.matchers.words.retelling import retells
from claimcheck.model import Comparison, Span
from claimcheck.text import fold

MOST = 0.75
"""The alignment from which an opposite or a denial in the passage is a conflict."""
SPOKEN_OF = 0.7
"""The share of them, or of their opposites, that must stand in a sentence that denies it."""
SPEAKS_OF_IT = 0.5
"""The alignment from which a passage is shown to a reader, who must tell what it says."""
LOOKED_AT = 6
SHOWN = 3
"""Passages that are shown to a reader, the best ones first."""
LONGEST_SAID = 600
"""Characters of a sentence whose words may be said of one thing; a longer one is a menu, a list or a schedule."""
NEXT_TO = 30
"""Characters between a name and the word that tells its part: "director Bong Joon Ho"."""


def compare(context: Context, assertion: Assertion) -> list[Comparison]:
    """Return what the passage that says most of the assertion's words says of it."""
    said = context.reading.text[assertion.span[0] : assertion.span[1]]
    if not assertion.terms:
        return [context.missing(assertion, "words", said, Code.NOTHING_CHECKABLE)]
    absent = missing_names(context, assertion.names)
    outright = denied_outright(context, assertion, context.aligner(assertion)) if not absent else None
    held: list[tuple[Sentence, Comparison]] = []
    ranked = _ranked(context, context.aligner(assertion))[:LOOKED_AT]
    for sentence, alignment in ranked:
        relation, place = _relation(context, assertion, sentence, alignment, absent)
        if relation is not None and relation.code is Code.NEGATION and _is_denied_too(context, assertion, ranked):
            relation = None
        if relation is None or (
            outright is not None and relation.outcome is Outcome.AGREES and sentence.index < outright[1].index
        ):
            context.consider(
                sentence, "not all of the claim's words, or in another order", alignment.score, taken=False
            )
            continue
        candidate = Candidate(sentence, place, relation, alignment, alignment.score)
        context.consider(
            sentence, relation.note or relation.outcome.value, alignment.score, taken=True, candidate=candidate
        )
        comparison = context.decided(assertion, "words", _told_of(assertion, relation) or said, candidate)
        held.append((sentence, comparison))
        firm = relation.outcome is not Outcome.WEAKER and relation.code is not Code.VALUE_CONFLICT
        if firm and not any(_revision(context, s) for s, _ in ranked):
            break
    if (decided := _weighed(context, held)) is not None and (outright is None or decided.outcome is not Outcome.WEAKER):
        return [decided]
    if outright is not None:
        relation, sentence = outright
        candidate = Candidate(sentence, sentence.span, relation, context.aligner(assertion).at(sentence), MOST)
        context.consider(sentence, relation.note, MOST, taken=True, candidate=candidate)
        return [context.decided(assertion, "words", said, candidate)]
    if decided is not None:
        return [decided]
    code = Code.NAME_NOT_FOUND if absent else Code.NOTHING_FOUND
    speaking = [sentence for sentence, alignment in ranked if not absent and alignment.score >= SPEAKS_OF_IT]
    if speaking:
        return [context.to_review(assertion, "words", said, sentence, sentence.span) for sentence in speaking[:SHOWN]]
    return [context.missing(assertion, "words", absent[0].surface if absent else said, code)]


def _weighed(context: Context, held: Sequence[tuple[Sentence, Comparison]]) -> Comparison | None:
    """Return the first comparison that is no weaker one; what a page has put right since is decided by its last word.

    An opposite gives way to a later sentence that agrees: *It suspended the inquiry until May.  It will now resume it*.
    """
    firm = [(sentence, c) for sentence, c in held if c.outcome is not Outcome.WEAKER]
    if not firm:
        return held[0][1] if held else None
    last = max(_revision(context, sentence) for sentence, _ in firm)
    first, comparison = next((s, c) for s, c in firm if _revision(context, s) == last)
    later = (c for sentence, c in firm[1:] if c.outcome is Outcome.AGREES and sentence.index > first.index)
    return next(later, comparison) if comparison.code is Code.VALUE_CONFLICT and not last else comparison


def _revision(context: Context, sentence: Sentence) -> int:
    """Return how late a page says a sentence: the minute of a live page's entry, a note of correction last of all."""
    if sentence.role is Role.CORRECTION or retells(sentence.text, context.passages.language) is not None:
        return _LAST
    return context.passages.written_at(sentence) or 0


_LAST = 24 * 60
"""Later than any minute of the day."""


def _told_of(assertion: Assertion, relation: Relation) -> str:
    """Return whom the claim names where the page says it of another, or nothing."""
    if relation.code is not Code.ENTITY_CONFLICT:
        return ""
    return next((n.surface for n in assertion.names if relation.note.endswith(f", not {n.surface}")), "")


def _ranked(context: Context, aligner: Aligner) -> list[tuple[Sentence, Alignment]]:
    sentences = (context.passages.sentences[index] for index in aligner.sentences())
    found = [
        (sentence, aligner.at(sentence))
        for sentence in sentences
        if context.may_support(sentence) and len(sentence.text) <= LONGEST_SAID
    ]
    return sorted(found, key=lambda pair: (-pair[1].score - 0.3 * spoken(pair[0], pair[1]), pair[0].index))


def _relation(
    context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment, absent: list[Name]
) -> tuple[Relation | None, Span]:
    clause = busiest_clause(sentence, alignment)
    place = place_of(sentence, alignment, clause)
    if absent:
        return _swapped(context, assertion, sentence, alignment, absent) or (None, place)
    if (another := given_to_another(context, assertion, sentence, alignment)) is not None:
        return another
    if (against := _against(context, assertion, sentence, alignment, clause)) is not None:
        return against, place
    if is_preliminary(context, assertion, sentence):
        alignment = without_final(alignment)
    full = says_all(context, assertion, sentence, alignment, clause)
    if not full and not says_most(context, assertion, sentence, alignment, clause):
        return None, place
    if other_ordinal(context, assertion, sentence, clause) is not None or is_elsewhere(
        context, assertion, sentence, clause
    ):
        return None, place
    another = done_by(context, assertion, sentence) or done_by_another(context, assertion, sentence, clause)
    another = another or said_of_another(context, assertion, sentence, alignment, place)
    if another is not None:
        return another
    sides = compare_sides(context, assertion, sentence)
    if sides is Sides.OPEN and not same_order(context, assertion, sentence):
        return changed_places(assertion, alignment), place
    if (
        is_done_elsewhere(context, assertion, sentence, place)
        or denies_elsewhere(context, assertion, sentence, place)
        or leaves_open(context, assertion, sentence)
    ):
        return None, place
    ended = is_ended(context, sentence)
    candidate = Candidate(sentence, place, AGREES, alignment, alignment.score, superseded=ended)
    decided = decide(context, assertion, candidate)
    if _is_denied_of_the_past(context, sentence, decided) or (not full and decided.outcome is not Outcome.WEAKER):
        return None, place
    return decided, place


def _against(
    context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment, clause: Span
) -> Relation | None:
    """Return the conflict of a sentence that speaks of all of it and denies it or says the opposite; or none."""
    excluded = excludes_cause(context, assertion, sentence, alignment)
    if excluded is not None:
        return excluded
    stripped = bare(assertion, alignment)
    if _is_governed_otherwise(context, assertion, sentence):
        stripped = without_governing(stripped)
    if stripped.strict + opposed(sentence, stripped) < MOST or spoken(sentence, stripped) < SPOKEN_OF:
        return None
    against = opposite(context, assertion, sentence, clause, alignment)
    if against is None and other_ordinal(context, assertion, sentence, clause):
        against = conflicts(Code.VALUE_CONFLICT, "another one of the row")
    if against is None:
        place = place_of(sentence, alignment, clause)
        decided = decide(context, assertion, Candidate(sentence, place, AGREES, alignment, alignment.score))
        against = decided if decided.outcome is Outcome.CONFLICTS else None
    if against is not None and _is_denied_of_the_past(context, sentence, against):
        return None
    if tells_of_others(context, assertion, sentence, clause, alignment) or names_only_others(
        context, assertion, sentence
    ):
        return None
    words = [s for s in stripped.shared if s.own and not s.name]
    if not any(s.nearness >= LOCAL or opposed(sentence, Alignment((s,))) for s in words):
        return None
    if against is None or lacks(sentence.terms, stripped) or leaves_open(context, assertion, sentence):
        return None
    return against


def _is_governed_otherwise(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether a sentence makes something else of the act than the claim: it refuses it, or undoes it."""
    if own_negations(context, assertion):
        return False
    if refusals(context, sentence) or undone_in(context, assertion, sentence):
        return True
    governing = [term for term in sentence.terms if governs_act(term)]
    return any(holds(cue, term.span) for cue in context.passages.cues(sentence).negations for term in governing)


def _is_denied_too(context: Context, assertion: Assertion, ranked: Sequence[tuple[Sentence, Alignment]]) -> bool:
    """Return whether the page denies somewhere what the claim denies: then no other sentence of it affirms that."""
    if not own_negations(context, assertion):
        return False
    places = ((s, a, place_of(s, a, busiest_clause(s, a))) for s, a in ranked if a.score >= MOST)
    return any(are_both_denied(context, assertion, Candidate(s, p, AGREES, a, a.score)) for s, a, p in places)


def _is_denied_of_the_past(context: Context, sentence: Sentence, against: Relation) -> bool:
    """Return whether a denial is only of what held, or was said, at first: *initially said that two were held*."""
    if against.code is not Code.NEGATION:
        return False
    return any(fold(cue.surface) in _AT_FIRST for cue in context.passages.cues(sentence).past)


_AT_FIRST = frozenset(
    fold(word)
    for word in (
        *("initially", "originally", "at first", "previously", "formerly", "once", "used to", "the original"),
        *("initialement", "à l'origine", "d'abord", "auparavant", "précédemment", "autrefois", "dans un premier temps"),
        *("inicialmente", "al principio", "en un principio", "anteriormente", "antes", "originalmente"),
        *("zunächst", "anfangs", "ursprünglich", "zuvor", "früher", "zuerst", "anfänglich"),
        *("no início", "a princípio", "em princípio", "originariamente", "inizialmente", "in un primo momento"),
        *("in precedenza", "all'inizio", "originariamente", "un tempo"),
    )
)
"""What says of a denial that it held at first, and perhaps no longer."""


def _swapped(
    context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment, absent: list[Name]
) -> tuple[Relation, Span] | None:
    """Return another person in the part that the claim gives to one whom the page never names.

    The rest of the claim must be about the page's own subject, and the word that tells the part must stand right
    beside the other name.
    """
    if len(absent) != 1 or absent[0].kind not in {NameKind.PERSON, NameKind.UNKNOWN}:
        return None
    wanted = absent[0]
    rest = [s for s in alignment.shared if s.own and not wanted.span[0] <= s.term.span[0] < wanted.span[1]]
    if not rest or sum(s.weight * s.nearness for s in rest) < MOST * sum(s.weight for s in rest):
        return None
    part = [s for s in rest if s.nearness >= LOCAL and not _is_name(s, assertion)]
    for name in context.passages.names_in(sentence):
        if name.kind is not NameKind.PERSON or set(name.tokens) & set(wanted.tokens):
            continue
        for term in sentence.terms:
            gap = max(name.span[0] - term.span[1], term.span[0] - name.span[1])
            if 0 <= gap <= NEXT_TO and any(not s.term.keys.isdisjoint(term.keys) for s in part):
                return conflicts(Code.ENTITY_CONFLICT, f"{name.surface}, not {wanted.surface}"), name.span
    return None


def _is_name(shared: Shared, assertion: Assertion) -> bool:
    return any(name.span[0] <= shared.term.span[0] < name.span[1] for name in assertion.names)
