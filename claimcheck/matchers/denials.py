"""What is denied on one side and not on the other: by its own words, or by a short sentence behind it.

A word that both sides say is no denial of the one against the other, whatever a table makes of it in one language:
*a renoncé au logiciel* and *abandoned the program* are the same act.
"""

from collections.abc import Iterator, Sequence

from claimcheck.enums import Code
from claimcheck.matchers.align import KIN, NAMES, WORDS, Aligner, Alignment
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.denying import denying, one_sided, within
from claimcheck.matchers.names import NameKind
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts, weaker
from claimcheck.matchers.words import (
    Cue,
    CueKind,
    Term,
    antonyms,
    governs_act,
    is_group,
    kin,
    predicates,
    related,
    tells_cause,
    weight,
)
from claimcheck.matchers.words.clauses import is_relative
from claimcheck.model import Span
from claimcheck.text import fold

FEW = 4
"""Words of meaning that a sentence has at most which only denies: *She has not resigned*."""
HEAVY = 0.8
"""The weight from which a word may be what the claim calls the cause."""
TELLING = 0.4
"""The weight from which a word of such a sentence must be the claim's."""


def polarity(context: Context, assertion: Assertion, candidate: Candidate) -> Relation | None:
    """Return a conflict where one side denies what the other affirms: a word under a denial on one side alone.

    Two denials of one word undo each other, and leave it open: *does not rule out* says that it may be.  Where no word
    is shared, the values themselves tell.
    """
    theirs, here, denials = _counted(context, assertion, candidate)
    if all(one % 2 == other % 2 for one, other in denials):
        if any(other > one and other > 1 for one, other in denials):
            return weaker(Code.WEAKER_MODALITY, "the source only does not deny it")
        return None
    if any(one % 2 == other % 2 == 1 for one, other in denials):
        return None
    denied_here = any(other % 2 for _, other in denials)
    if denied_here and _is_opposite_denied(context, assertion, candidate, theirs):
        return None
    if denied_here and _is_act_apart(context, assertion, here, denials, theirs):
        return None
    if denied_here and _is_act_denied(context, assertion, candidate, here, denials):
        return conflicts(Code.NEGATION, "the source denies it")
    if denied_here and _is_all_denied_but_who(assertion, denials):
        return conflicts(Code.NEGATION, "the source denies it")
    if denied_here and here and not any(_is_of_it(context, assertion, candidate, cue) for cue in theirs):
        # What is denied stands in another clause than the value: "… cost 3 million, which nobody had expected".
        return None
    if not denied_here and _is_left_open(context, candidate):
        return None
    return conflicts(Code.NEGATION, "the source denies it" if denied_here else "the source affirms it")


def _is_left_open(context: Context, candidate: Candidate) -> bool:
    """Return whether a page only says that something may be, or is asked: that affirms nothing."""
    cues = context.passages.cues(candidate.sentence).modalities
    return any(cue.kind in _OPEN and holds(cue, candidate.span) for cue in cues)


_OPEN = frozenset({CueKind.POSSIBILITY, CueKind.REQUEST})


def _is_all_denied_but_who(assertion: Assertion, denials: Sequence[tuple[int, int]]) -> bool:
    """Return whether a claim without a value is denied word for word, save for whom it is of.

    *The deal runs to the end of May and does not apply to apprentices*: it does not apply to them, though it runs.
    """
    if assertion.quantity is not None or assertion.dates:
        return False
    told = denials[1:]
    return len(told) >= _TOLD and all(one % 2 == 0 and other % 2 == 1 for one, other in told)


_TOLD = 2
"""Words beside the first that tell what is said of it."""


def _is_opposite_denied(context: Context, assertion: Assertion, candidate: Candidate, theirs: Sequence[Cue]) -> bool:
    """Return whether the page denies the opposite of what the claim affirms: *gave up closing it*, *stays open*."""
    if assertion.quantity is not None or any(within(c.span, assertion.span) for c in context.reading.cues.negations):
        return False
    words = denying(candidate.sentence.terms, theirs)
    held = [t for t in candidate.sentence.terms if t not in words and any(holds(cue, t.span) for cue in theirs)]
    own = [s.term for s in candidate.alignment.shared if s.own and not s.name and s.nearness < WORDS.sentence * KIN]
    return any(antonyms(ours, t) for ours in own for t in held)


def are_both_denied(context: Context, assertion: Assertion, candidate: Candidate) -> bool:
    """Return whether both sides deny the same word: what was refused is no plan any more."""
    _, here, denials = _counted(context, assertion, candidate)
    return bool(here) and any(one % 2 == other % 2 == 1 for one, other in denials)


def _counted(
    context: Context, assertion: Assertion, candidate: Candidate
) -> tuple[list[Cue], list[Term], list[tuple[int, int]]]:
    """Return the page's denials, the words that both sides have, and under how many denials each stands there.

    Where no word is shared, the denials of the value's own place count.
    """
    ours, theirs = one_sided(context, assertion, candidate.sentence)
    here = [s.term for s in candidate.alignment.shared if s.own and not s.name and s.nearness >= WORDS.sentence]
    if not here:
        theirs = [cue for cue in theirs if holds(cue, candidate.span)]
        return theirs, here, [(len(ours), len(theirs))]
    counts = [(sum(holds(cue, term.span) for cue in ours), _denials(candidate, theirs, term)) for term in here]
    return theirs, here, counts


def _is_of_it(context: Context, assertion: Assertion, candidate: Candidate, cue: Cue) -> bool:
    """Return whether a denial is of the deciding value, or of what the words of a claim without one stand for.

    *Workers have no contract* denies what follows; *workers who have no contract* does so of those alone.
    """
    if holds(cue, candidate.span):
        return True
    if assertion.quantity is not None or assertion.dates:
        return False
    begin, end = candidate.span
    text, clause = context.passages.document.text, candidate.sentence.clause_at(cue.span[0])
    return begin <= cue.span[0] < end and not is_relative(text, clause, context.passages.language)


def _is_act_denied(
    context: Context,
    assertion: Assertion,
    candidate: Candidate,
    here: Sequence[Term],
    denials: Sequence[tuple[int, int]],
) -> bool:
    """Return whether what the claim says was done is said under a denial: *two groups looked, but none made an offer*.

    The value may stand in another clause, and be of those who did not.  Without a value the act itself must be said:
    *no ruling is expected* denies no conviction.
    """
    done = predicates(context.reading.text, context.reading.language, assertion.span)
    acts = [
        one % 2 == 0 and other % 2 == 1
        for term, (one, other) in zip(here, denials, strict=False)
        if any(begin <= term.span[0] < end for begin, end in done)
        and (
            weight(term) >= ACT
            if assertion.quantity is not None
            else any(related(term, t) for t in candidate.sentence.terms)
        )
    ]
    return bool(acts) and all(acts)


ACT = 0.9
"""The weight of a verb that tells what was done; a lighter one tells that it is known: *no reported cases*."""


def _is_act_apart(
    context: Context,
    assertion: Assertion,
    here: Sequence[Term],
    denials: Sequence[tuple[int, int]],
    theirs: Sequence[Cue],
) -> bool:
    """Return whether the act stands in a clause of its own beside one that is denied: *denies that and writes that*.

    A denial that only follows its cue may be of whom it was done to: *paid the bonus, but not to all*.
    """
    done = predicates(context.reading.text, context.reading.language, assertion.span)
    counts = [
        pair
        for term, pair in zip(here, denials, strict=False)
        if any(begin <= term.span[0] < end for begin, end in done) and not governs_act(term)
    ]
    whole = all(cue.scope[0] < cue.span[0] or any(holds(c, cue.span) for c in theirs if c is not cue) for cue in theirs)
    return bool(counts) and whole and all(one % 2 == other % 2 for one, other in counts)


def _denials(candidate: Candidate, cues: list[Cue], term: Term) -> int:
    """Return how many denials a word of the claim stands under in a passage, at its place in the deciding clause."""
    sentence = candidate.sentence
    clause = sentence.clause_at(candidate.span[0])
    places = [t.span for t in sentence.terms if not t.keys.isdisjoint(term.keys)]
    if not places:
        places = [t.span for t in sentence.terms if not t.keys.isdisjoint(kin(term))]
    inside = [place for place in places if clause[0] <= place[0] < clause[1]]
    return min((sum(holds(cue, place) for cue in cues) for place in inside or places), default=0)


def holds(cue: Cue, place: Span) -> bool:
    """Return whether a place stands in the scope of a cue."""
    return cue.scope[0] <= place[0] < cue.scope[1]


def refusals(context: Context, sentence: Sentence) -> list[Cue]:
    """Return the denials of a sentence that refuse what they are of: *declines to*, *ruled out*, *no arrests*.

    *Not* is none: what somebody did not speak of is not refused; nor is *declined to comment*.
    """
    found = []
    for cue in context.passages.cues(sentence).negations:
        words = denying(sentence.terms, [cue])
        silent = any(_SILENCE in word.keys for word in words)
        if not silent and (words or cue.scope[0] == cue.span[0]):
            found.append(cue)
    return found


_SILENCE = "refuse_say"
"""The concept of saying nothing of it: *declined to comment*."""


def excludes_cause(context: Context, assertion: Assertion, sentence: Sentence, alignment: Alignment) -> Relation | None:
    """Return a conflict where a sentence rules out what the claim says something is due to: *sabotage is excluded*."""
    causal = [term for term in assertion.terms if tells_cause(term)]
    if not causal or any(within(cue.span, assertion.span) for cue in context.reading.cues.negations):
        return None
    cues = refusals(context, sentence)
    if any(tells_cause(term) for term in sentence.terms):
        cues = list(context.passages.cues(sentence).negations)
    if not cues or any(
        s.own and not s.nearness and s.weight >= HEAVY and s.term not in causal for s in alignment.shared
    ):
        return None
    for shared in alignment.shared:
        if not shared.own or shared.name or shared.term in causal or shared.weight < HEAVY:
            continue
        held = [t for t in sentence.terms if related(shared.term, t)]
        if held and all(any(holds(cue, term.span) for cue in cues) for term in held):
            return conflicts(Code.NEGATION, "the source denies it")
    return None


def denied_outright(context: Context, assertion: Assertion, aligner: Aligner) -> tuple[Relation, Sentence] | None:
    """Return the last sentence that does nothing but deny what the claim says somebody did: *She has not resigned*.

    It must have no other word than the claim's, and speak of the same person or firm.
    """
    done = predicates(context.reading.text, context.reading.language, assertion.span)
    acts = [t for t in assertion.terms if any(within(t.span, place) for place in done)]
    if not acts or any(within(cue.span, assertion.span) for cue in context.reading.cues.negations):
        return None
    for sentence in _short_ones(context, aligner):
        cues = context.passages.cues(sentence).negations
        denied = [t for t in sentence.terms if any(c.scope[0] <= t.span[0] < c.scope[1] for c in cues)]
        if not any(_means(act, term) for act in acts for term in denied):
            continue
        if _has_other_words(assertion, sentence, cues):
            continue
        if not _is_of_the_same(context, assertion, aligner.at(sentence)) and not _is_of_all(assertion, sentence, cues):
            continue
        return conflicts(Code.NEGATION, "the source denies it"), sentence
    return None


def _short_ones(context: Context, aligner: Aligner) -> Iterator[Sentence]:
    for index in reversed(list(aligner.sentences())):
        sentence = context.passages.sentences[index]
        if context.may_support(sentence) and len(sentence.terms) <= FEW and context.passages.cues(sentence).negations:
            yield sentence


def _means(ours: Term, theirs: Term) -> bool:
    return not (ours.keys | kin(ours)).isdisjoint(theirs.keys)


def _has_other_words(assertion: Assertion, sentence: Sentence, cues: Sequence[Cue]) -> bool:
    others = [t for t in sentence.terms if weight(t) >= TELLING and not denying([t], cues)]
    return any(not any(_means(ours, t) for ours in (*assertion.terms, *assertion.context)) for t in others)


def _is_of_all(assertion: Assertion, sentence: Sentence, cues: Sequence[Cue]) -> bool:
    """Return whether a sentence denies of all what the claim says of some: *nobody*, *no teacher was dismissed*."""
    if not any(fold(cue.surface) in _NOBODY for cue in cues):
        return False
    ours = [t for t in assertion.terms if is_group(t) or not kin(t).isdisjoint(_PEOPLE)]
    theirs = [t for t in sentence.terms if is_group(t)]
    return bool(ours) and all(any(_means(own, t) for own in ours) for t in theirs)


_PEOPLE = frozenset({"person", "worker", "employee"})
_NOBODY = frozenset(
    fold(word)
    for word in (
        *("nobody", "no one", "none", "no", "personne", "personne n", "personne ne", "aucun", "aucune", "nadie"),
        *("ningún", "ninguno", "ninguna", "niemand", "kein", "keine", "keiner", "ninguém", "nenhum", "nenhuma"),
        *("nessuno", "nessun", "nessuna"),
    )
)
"""The words that deny of all, without their marks."""


def _is_of_the_same(context: Context, assertion: Assertion, alignment: Alignment) -> bool:
    """Return whether a sentence speaks of whom the claim names first; a claim that names nobody tells too little."""
    named = sorted((n for n in assertion.names if n.kind is not NameKind.PLACE), key=lambda n: n.span)
    if not named or named[0] in context.left_out:
        return False
    begin, end = named[0].span
    near = [s.nearness for s in alignment.shared if begin <= s.term.span[0] < end]
    return bool(near) and max(near) >= NAMES.block
