"""How a page means what it tells: planned, asked, alleged, possible; and whether the claim tells more than that."""

import re
from collections.abc import Sequence

from claimcheck.enums import Code
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.denials import are_both_denied, holds
from claimcheck.matchers.parted import MOST
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, weaker
from claimcheck.matchers.reviewed import PENALTIES
from claimcheck.matchers.said_on import is_the_news, is_told_behind, tells_of_news
from claimcheck.matchers.undone import undone_in
from claimcheck.matchers.values import Dimension
from claimcheck.matchers.words import Cue, CueKind, Term, citings, kin, predicates, tells_in_present
from claimcheck.matchers.words.tokens import known_language
from claimcheck.model import Span

_NOT_YET = frozenset({CueKind.PLAN, CueKind.FORECAST, CueKind.FUTURE, CueKind.OBLIGATION})
_NOT_SURE = frozenset({CueKind.REQUEST, CueKind.REPORT, CueKind.CONDITION, CueKind.POSSIBILITY})
_RULINGS = PENALTIES | {"verdict", "order_command", "court_order"}
"""The concepts of what courts do: that one *was ordered to pay* is what was done, not what is to come."""
NOT_FACT = _NOT_YET | _NOT_SURE
"""What is told without being vouched for as done."""

_WORDS = {
    CueKind.PLAN: "a plan",
    CueKind.FORECAST: "a forecast",
    CueKind.FUTURE: "still to come",
    CueKind.OBLIGATION: "still to come",
    CueKind.REQUEST: "a request",
    CueKind.REPORT: "an allegation",
    CueKind.CONDITION: "a condition",
    CueKind.POSSIBILITY: "a possibility",
    CueKind.QUESTION: "a question",
    CueKind.STAGE: "a preliminary step",
}


def modal_cues(context: Context, sentence: Sentence, place: Span) -> list[Cue]:
    """Return the cues that a place of the page is planned, asked, alleged, not told as fact; a question is none."""
    held, at = context.passages.cues(sentence).modalities, place[0]
    found = [cue for cue in held if cue.scope[0] <= at < cue.scope[1] and cue.kind in NOT_FACT]
    if found and any(day.span == place for day in context.passages.dates_in(sentence)):
        found = [cue for cue in found if not is_told_behind(context, place, cue)]
    found = [cue for cue in found if not _is_of_other_number(context, sentence, place, cue)]
    asks = sentence.text.rstrip().endswith("?") and not context.reading.text.rstrip().endswith("?")
    if asks and not context.passages.is_answered(sentence):
        end = sentence.span[1]
        found.append(Cue(CueKind.QUESTION, "?", (end - 1, end), sentence.span))
    return found


def _is_of_other_number(context: Context, sentence: Sentence, place: Span, cue: Cue) -> bool:
    """Return whether a cue only describes what another number counts: *of 212 planned operations, 87 were put off*."""
    if cue.kind not in {CueKind.PLAN, CueKind.FORECAST} or _DESCRIBES.fullmatch(cue.surface) is None:
        return False
    text = context.passages.document.text
    every = context.passages.quantities_in(sentence)
    held = (q.span for q in every if q.span != place and len(every) <= MOST)
    beside = (text[end : cue.span[0]] for begin, end in held if end <= cue.span[0] and not begin <= place[0] < end)
    return any(_COUNTED.fullmatch(between) for between in beside)


_DESCRIBES = re.compile(
    r"(?:planned|proposed|expected|projected|scheduled|forecast|prévu|attendu|programmé|projeté|geplant|vorgesehen"
    r"|erwartet|previst|previst|esperad|programad|planead|planejad|attes|programmat)\w{0,3}",
    re.IGNORECASE,
)
"""Participles that describe what is counted, and are no verb of their sentence."""
_COUNTED = re.compile(r"\s(?:[\w-]+\s){0,2}")


def _governs(context: Context, assertion: Assertion, candidate: Candidate, cue: Cue) -> bool:
    """Return whether a cue may be of what the claim says was done.

    *Will pay 2 million under a deal that a judge approved*: the approval is not to come.  Only where the claim's own
    participle is found behind the cue's verb does the cue say nothing of it.
    """
    text, language = context.reading.text, context.reading.language
    done = predicates(text, language, assertion.span)
    keys = [t.keys | kin(t) for t in assertion.terms if any(begin <= t.span[0] < end for begin, end in done)]
    if not keys or cue.kind not in _NOT_YET:
        return True
    behind = [t for t in candidate.sentence.terms if t.span[0] >= cue.span[1]]
    if _is_of_a_relative(context, candidate.sentence, cue, behind, keys):
        return False
    governed, other = behind[:_GOVERNED], behind[_GOVERNED:]
    if known_language(context.passages.language) == "de" or not governed:
        return True
    said = any(not held.isdisjoint(t.keys) for held in keys for t in other)
    return not said or any(not held.isdisjoint(t.keys) for held in keys for t in governed)


def _is_of_a_relative(
    context: Context, sentence: Sentence, cue: Cue, behind: Sequence[Term], keys: Sequence[frozenset[str]]
) -> bool:
    """Return whether a cue only tells of what was done to something: *postponed a strike that was to begin*."""
    before = context.passages.document.text[sentence.span[0] : cue.span[0]]
    if _RELATIVE.search(before) is None or any(not held.isdisjoint(t.keys) for held in keys for t in behind):
        return False
    return any(not held.isdisjoint(t.keys) for held in keys for t in sentence.terms if t.span[0] < cue.span[0])


_RELATIVE = re.compile(r"\b(?:that|which|who|qui|que|che|der|die|das),?\s+$", re.IGNORECASE)
_GOVERNED = 2
"""Words of meaning behind *will*, among which its verb is; German has it at the end."""


def own_modalities(context: Context, assertion: Assertion) -> set[CueKind]:
    """Return how the claim itself means an assertion."""
    cues = [cue for cue in context.reading.cues.modalities if _touches(cue, assertion.span)]
    values = [*([assertion.quantity.span] if assertion.quantity else []), *(day.span for day in assertion.dates)]
    if values:
        cues = [cue for cue in cues if any(holds(cue, place) for place in values)]
    return {cue.kind for cue in cues}


def _touches(cue: Cue, span: Span) -> bool:
    return span[0] <= cue.span[0] < span[1]


def modality(context: Context, assertion: Assertion, candidate: Candidate) -> Relation | None:
    """Return a weaker relation where the claim tells as fact what the source only plans, forecasts or alleges."""
    ours = own_modalities(context, assertion)
    allowed = ours | (_NOT_YET if ours & _NOT_YET else set()) | (NOT_FACT if ours & _NOT_SURE else set())
    if tells_in_present(context.reading.text, context.reading.language, assertion.span):
        allowed |= {CueKind.FUTURE}
    wished = CueKind.PLAN not in ours and not ours & _NOT_SURE
    if any(not _RULINGS.isdisjoint(term.keys) for term in assertion.terms):
        # What a court says that one must do is what one was sentenced to.
        allowed |= {CueKind.OBLIGATION}
    cues = [] if is_age(context, candidate) else modal_cues(context, candidate.sentence, candidate.span)
    cues += [c for c in _cues_of_act(context, assertion, candidate) if c not in cues]
    theirs = [c for c in cues if c.kind not in allowed or (wished and _is_only_wished(candidate, c))]
    theirs = [c for c in theirs if _governs(context, assertion, candidate, c)]
    theirs = [c for c in theirs if not _is_wished_too(assertion, candidate, c)]
    theirs = [c for c in theirs if not _says_it_too(context, assertion, candidate, c)]
    if theirs and tells_of_news(context, assertion):
        theirs = [c for c in theirs if not is_the_news(context, candidate.sentence, c)]
    if ours & _NOT_YET:
        theirs = [c for c in theirs if not _is_future_in_the_past(context, candidate, c)]
    theirs = [c for c in theirs if not _is_given_up(context, assertion, candidate, c)]
    if theirs and are_both_denied(context, assertion, candidate):
        theirs = [c for c in theirs if c.kind not in {CueKind.PLAN, CueKind.REQUEST, CueKind.REPORT}]
    if not theirs:
        return _preliminary(context, assertion, candidate.sentence)
    return weaker(Code.WEAKER_MODALITY, f"in the source this is {_WORDS[theirs[0].kind]}")


def _cues_of_act(context: Context, assertion: Assertion, candidate: Candidate) -> list[Cue]:
    """Return the cues of the clause that tells what was done, where what it is of stands in another.

    *The family, which was never asked, is considering legal action*.
    """
    if assertion.quantity is not None or assertion.dates:
        return []
    done = predicates(context.reading.text, context.reading.language, assertion.span)
    acts = [t.keys | kin(t) for t in assertion.terms if any(begin <= t.span[0] < end for begin, end in done)]
    told = [t.span for t in candidate.sentence.terms if any(not keys.isdisjoint(t.keys) for keys in acts)]
    if len(told) != 1:
        return []
    return [
        cue
        for cue in context.passages.cues(candidate.sentence).modalities
        if cue.kind in NOT_FACT and cue.span[1] <= told[0][0] and holds(cue, told[0])
    ]


def is_preliminary(context: Context, assertion: Assertion, sentence: Sentence) -> bool:
    """Return whether a sentence tells of a step before the one that counts, and the claim of none: *at first reading*.

    Only what is decided or agreed has such steps.
    """
    if CueKind.STAGE in own_modalities(context, assertion):
        return False
    staged = any(cue.kind is CueKind.STAGE for cue in context.passages.cues(sentence).modalities)
    return staged and any(not (term.keys | kin(term)).isdisjoint(_DECIDED) for term in assertion.terms)


_DECIDED = frozenset(
    {"approve", "accept", "agreement", "sign", "vote", "ratify", "adopt", "pass_law", "allow", "licence"}
)
"""The concepts of what is decided in steps."""


def _preliminary(context: Context, assertion: Assertion, sentence: Sentence) -> Relation | None:
    if not is_preliminary(context, assertion, sentence):
        return None
    return weaker(Code.WEAKER_MODALITY, f"in the source this is {_WORDS[CueKind.STAGE]}")


def _is_only_wished(candidate: Candidate, cue: Cue) -> bool:
    """Return whether what is to come is only promised, proposed or hoped for: that it *will* be is more than that."""
    return cue.kind is CueKind.PLAN and bool(_wishes(candidate, cue))


def _is_wished_too(assertion: Assertion, candidate: Candidate, cue: Cue) -> bool:
    """Return whether the claim itself tells that it was promised, or proposed."""
    wishes = _wishes(candidate, cue)
    return any(not wishes.isdisjoint(term.keys) for term in assertion.terms)


def _wishes(candidate: Candidate, cue: Cue) -> frozenset[str]:
    words = (t for t in candidate.sentence.terms if cue.span[0] <= t.span[0] < cue.span[1])
    return frozenset().union(*(t.keys for t in words)) & _WISHES


_WISHES = frozenset({"promise", "pledge", "propose", "hope", "want", "put_forward"})
"""The concepts of what one says that leaves open whether it will be done."""


def is_age(context: Context, candidate: Candidate) -> bool:
    """Return whether the value says how old somebody is, which no verb plans or asks: *Kim, 41, will run*."""
    held = context.passages.quantities_in(candidate.sentence)
    return any(q.span == candidate.span and q.dimension is Dimension.DURATION and bool(q.noun) for q in held)


def _is_future_in_the_past(context: Context, candidate: Candidate, cue: Cue) -> bool:
    """Return whether what looks like a possibility is what somebody said would be done: *it said that it would*."""
    if cue.kind is not CueKind.POSSIBILITY:
        return False
    begin, language = candidate.sentence.span[0], context.passages.language
    return any(begin + citing.cue[1] <= cue.span[0] for citing in citings(candidate.sentence.text, language))


def _is_given_up(context: Context, assertion: Assertion, candidate: Candidate, cue: Cue) -> bool:
    """Return whether a plan is one that was given up, as the claim says: *dropped its plan to extend the line*."""
    if assertion.quantity is not None or cue.kind not in _GIVEN_UP:
        return False
    return any(holds(undone, cue.span) for undone in undone_in(context, assertion, candidate.sentence))


_GIVEN_UP = frozenset({CueKind.PLAN, CueKind.REQUEST, CueKind.CONDITION, CueKind.POSSIBILITY})


def _says_it_too(context: Context, assertion: Assertion, candidate: Candidate, cue: Cue) -> bool:
    """Return whether the claim itself tells of the charge, or of the noun: *accused 300 families*, *backs the plan*."""
    before = context.passages.document.text[candidate.sentence.span[0] : cue.span[0]]
    if cue.kind is not CueKind.REPORT and (" " in cue.surface or _ARTICLE.search(before) is None):
        return False
    words = [t for t in candidate.sentence.terms if cue.span[0] <= t.span[0] < cue.span[1]]
    return any(not word.keys.isdisjoint(term.keys) for word in words for term in assertion.terms)


_ARTICLE = re.compile(
    r"\b(?:the|an?|this|that|its|their|his|her|l['\u2019]|le|la|les|une?|ce|cet|cette|son|sa|leur|el|los|las|su|der|die"
    r"|das|den|dem|eine?n?|o|os|as|um|uma|seu|sua|il|lo|gli|suo)\s?$",
    re.IGNORECASE,
)
