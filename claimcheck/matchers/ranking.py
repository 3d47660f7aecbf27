"""How well a value of the page fits an assertion: the words around it, the thing counted, the day, who else is named.

The best-fitting value decides, whatever it says: a number that agrees but stands on another subject must not win over
the one that the page gives for this subject.  Agreement is worth a little by itself, for it is unlikely by chance.
"""

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.align import KIN, LOCAL, NAMES, WORDS, Aligner, Alignment
from claimcheck.matchers.beside import beside_from
from claimcheck.matchers.chance import is_chance
from claimcheck.matchers.checks import dates_around, is_superseded
from claimcheck.matchers.context import Candidate, Context, Stated, best
from claimcheck.matchers.contrast import Told, is_of_another
from claimcheck.matchers.counted import counted
from claimcheck.matchers.exchanged import is_given_away, own_value
from claimcheck.matchers.labels import is_of_another_label
from claimcheck.matchers.modality import NOT_FACT, modal_cues, own_modalities
from claimcheck.matchers.named_others import OTHER_NAME
from claimcheck.matchers.names import Name
from claimcheck.matchers.newest import put_right_by, says_as_much
from claimcheck.matchers.numerals import is_by_another, other_ordinal
from claimcheck.matchers.owners import cost_of_owner
from claimcheck.matchers.parted import TELLING
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.periods import compare_dates
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import Relation, conflicts
from claimcheck.matchers.speakers import Voice, compare_speakers, speakers, stated_speaker
from claimcheck.matchers.values import DateExpr
from claimcheck.matchers.words import antonyms, opposite_keys, predicates, weight
from claimcheck.model import Span

SAME_SUBJECT = 0.45
"""The fit from which a passage is taken to speak of the assertion's subject."""
IN_DOUBT = 0.3
"""The fit below that from which a passage with the claim's value may be of its subject: a reader must tell."""
SAME_PREDICATE = 0.55
"""The fit from which another value there is a conflict, not another subject."""
SURELY_SAME = 0.8
"""The fit from which the sentence need not have the assertion's own words: it says them otherwise."""
SAID_HERE = 0.25
"""The share of the assertion's words, names apart, that a conflicting passage must have in its own sentence."""
SAME_EVENT, EVENT_SAID_HERE = 0.65, 0.5
"""The same two for days: a page tells of many, and most of them are of other events."""
ABSENT_SHARE = 0.34
"""The share of the assertion's words above which, if the page has them nowhere, it speaks of something else."""
WEAKER = -0.06
"""What it costs that a value only half agrees: one that agrees whole is rather the one meant."""
SAME_NUMBER = 0.2
"""What it is worth that a value that half agrees is the very number of the claim under another bound."""
AGREEMENT = 0.02
"""How much better a rival must fit than a value that agrees."""
DONE = 0.3
"""How much worse a value that holds may fit than one of its sentence that was only planned, or once was."""
SAYS_LESS, SAYS_NOTHING = 0.15, 0.2
"""The same for a rival whose sentence has none of the assertion's words but names, or no more than this share."""
DOES_NOT = 0.08
"""The same for a rival whose sentence does not say what was done, where the very number stands with it."""
MUCH = 0.3
"""How much less of the assertion's own words a rival's sentence has that is nearer only to a name."""
DATE_AGREES, DATE_CONFLICTS = 0.12, -0.35
OTHER_LABEL = -0.6
"""What it costs that the sentence is of line B where the claim is of line C."""
OTHER_PART = -0.6
"""What it costs that the claim's words stand by another value of the sentence, or over another cell of the row."""
OWN_PART = 0.1
"""What it is worth that they stand by this one, and by none of the others."""
OTHER_VOICE, OWN_VOICE = -0.6, 0.1
"""What it costs that the page has the value from another than the claim cites, and what it is worth that it has not."""
NEWER = 0.25
"""How much worse than an older entry a newer one of a live page may fit, and still hold."""
NOT_A_FACT = -0.12
"""What it costs that the passage plans, asks or alleges what the claim tells as fact."""
SUPERSEDED = -0.25
"""What it costs that the passage gives a value as one of the past."""

NEAREST = 0.1
"""What it is worth that the sentence is nearest to the claim in meaning; asked only of what is else left open."""


BONUSES = 0.3
"""More than all that a value may gain beyond the words around it: by what it counts, by its day."""


def may_decide(aligner: Aligner, sentence: Sentence, place: Span, fit: float = 0.0) -> bool:
    """Return whether a value that says otherwise may come to decide, by the words around it alone, and what it counts.

    On a long page most values are of other things; whose they are is not worked out.  ``fit`` is what the things
    counted say: what says against a value is part of its rank, what speaks for it is among the bonuses.
    """
    clause = sentence.clause_at(place[0])
    alignment = aligner.at(sentence, clause)
    return alignment.score + _opposites(aligner, alignment, sentence, clause) + min(fit, 0.0) + BONUSES >= SAME_SUBJECT


def rank_candidate(
    context: Context,
    assertion: Assertion,
    aligner: Aligner,
    value: Stated,
    *,
    was: bool = False,
    worked_out: bool = False,
) -> Candidate:
    """Return a value of the page as a candidate, ranked by all but the value itself.

    ``was`` says that the value is meant as one of the past, or is the size of a change: then it is no worse for it.
    ``worked_out`` says that it follows from several: then it is of no single part of the sentence.
    """
    sentence, place, relation = value
    clause = sentence.clause_at(place[0])
    alignment = aligner.at(sentence, clause)
    rank = alignment.score + _opposites(aligner, alignment, sentence, clause)
    whose, owner = cost_of_owner(context, assertion, sentence, place)
    told = owner is not None
    rank += whose
    labelled = is_of_another_label(context, assertion, sentence) or bool(
        other_ordinal(context, assertion, sentence, sentence.span) or is_by_another(context, assertion, sentence, place)
    )
    rank += OTHER_LABEL if labelled else 0.0
    is_other = None
    if not (worked_out or told):
        counts = counted(assertion.terms, assertion.quantity) if assertion.quantity is not None else ()
        pay = assertion.quantity is not None and bool(assertion.quantity.currency and assertion.quantity.per)
        claimed = Told(counts, is_pay=pay, beside=beside_from(context.reading, assertion))
        is_other = is_of_another(context, aligner, sentence, place, claimed)
    rank += OTHER_PART if is_other else OWN_PART if is_other is False and whose == 0.0 else 0.0
    rank += NEAREST if sentence.index == context.found else 0.0
    past = not (was or told) and is_superseded(context, sentence, place)
    if past:
        rank += SUPERSEDED
    if relation.outcome is Outcome.WEAKER:
        rank += SAME_NUMBER if relation.exact else WEAKER
    open_ = bool(modal_cues(context, sentence, place)) and not own_modalities(context, assertion) & NOT_FACT
    rank += NOT_A_FACT if open_ else 0.0
    written = context.passages.written_at(sentence)
    relation, heard = _as_told(context, assertion, sentence, value, owner)
    rank += heard
    others = bool(is_other) or labelled or whose <= OTHER_NAME or heard < 0
    return Candidate(
        sentence,
        place,
        relation,
        alignment,
        rank,
        past,
        of_another=others,
        not_fact=open_,
        written_at=written,
        does=_does(context, alignment),
        voiced=stated_speaker(context, sentence, place[0]) is not None,
    )


def _does(context: Context, alignment: Alignment) -> bool | None:
    """Return whether a sentence says what the claim says was done: the word that its auxiliary leads to."""
    reading = context.reading
    done = predicates(reading.text, reading.language, (0, len(reading.text)))
    words = [s for s in alignment.shared if s.own and s.known and any(a <= s.term.span[0] < b for a, b in done)]
    return any(s.nearness >= KIN * LOCAL for s in words) if words else None


def _as_told(
    context: Context, assertion: Assertion, sentence: Sentence, value: Stated, owner: Name | None
) -> tuple[Relation, float]:
    """Return the relation of a value that the page may have from somebody else than the claim, and what that costs.

    What somebody else says is against a claim of whom it cites where it is the claim's value, and nothing otherwise.
    Whose value it is by the order of the sentence, ``owner``, needs no other to say so.
    """
    relation = value.relation
    told = speakers(context, assertion, sentence, value.span)
    if told is None or (owner is not None and any(context.is_one(name, owner) for name in told[0].names)):
        return relation, 0.0
    match compare_speakers(context, *told, sentence):
        case Voice.OTHER if relation.outcome is Outcome.CONFLICTS:
            return relation, OTHER_VOICE
        case Voice.OTHER:
            return conflicts(Code.ENTITY_CONFLICT, "said by another"), 0.0
        case Voice.SAME:
            return relation, OWN_VOICE
        case _:
            return relation, 0.0


def _opposites(aligner: Aligner, alignment: Alignment, sentence: Sentence, clause: Span) -> float:
    """Return what the opposites of the assertion's words are worth: the clause speaks of the same, to deny it."""
    if not aligner.may_oppose(sentence):
        return 0.0
    opposable = [s for s in alignment.shared if s.own and s.nearness < LOCAL and opposite_keys(s.term.keys)]
    if not opposable:
        return 0.0
    inside = [term for term in sentence.terms if clause[0] <= term.span[0] < clause[1]]
    total = sum(s.weight for s in alignment.shared)
    spoken = sum(s.weight * (LOCAL - s.nearness) for s in opposable if any(antonyms(s.term, term) for term in inside))
    return spoken / total if total else 0.0


def choose(candidates: Iterable[Candidate]) -> Candidate | None:
    """Return the candidate that decides: the best one that agrees, unless one that does not fits clearly better."""
    held = list(candidates)
    agreeing = best(c for c in held if c.relation.outcome is not Outcome.CONFLICTS and c.rank >= SAME_SUBJECT)
    newest = agreeing.written_at if agreeing is not None else None
    rival = best(
        c
        for c in held
        if c.relation.outcome is Outcome.CONFLICTS
        and (speaks_of_it(c) or _takes_place_of(c, agreeing))
        and not (newest is not None and c.written_at is not None and c.written_at < newest)
    )
    if agreeing is None or (rival is not None and _fits_better(rival, agreeing)):
        return (rival and put_right_by(held, rival)) or rival or own_value(held)
    if is_chance(held, agreeing):
        return None
    return _newer(held, agreeing) or agreeing


def _takes_place_of(candidate: Candidate, undone: Candidate | None) -> bool:
    """Return whether a sentence tells a value as what became of another: *hoped to raise 60 million, but closed at 41*.

    The verb of the second may be any: what it is of stands by the first.
    """
    if undone is None or not (undone.not_fact or undone.superseded) or is_given_away(candidate) or candidate.not_fact:
        return False
    if undone.superseded and undone.of_its_day:
        # "It had 900 employees in 2019 and has 400 today": a claim of 2019 is of what it had.
        return False
    same = candidate.sentence.index == undone.sentence.index
    return same and candidate.rank >= max(SAME_PREDICATE, undone.rank - DONE)


def _fits_better(rival: Candidate, agreeing: Candidate) -> bool:
    """Return whether a value that says otherwise is more surely the one meant.

    By its own sentence: that it stands nearer to a name says nothing where the other says what it is a value of.  What
    somebody is cited for, *two former supervisors put it above 50 %*, does not outweigh what the page says itself.
    """
    undone = (agreeing.not_fact and not rival.not_fact) or agreeing.superseded
    if undone and rival.sentence.index == agreeing.sentence.index:
        # "It had planned to hire 300 people, but hired 180", "It had 900 in 2019 and has 400 now": beside what is not
        # stands what is.
        return rival.rank > agreeing.rank - DONE
    if agreeing.of_its_day and not rival.of_its_day and rival.sentence.index == agreeing.sentence.index:
        # "There were 1,874 deaths, compared with 2,816 in 2022": of two side by side, the one of the day is meant.
        return False
    if _takes_place_of(agreeing, rival):
        return rival.rank > agreeing.rank + DONE
    mute = rival.alignment.local < SAYS_NOTHING < agreeing.alignment.local
    exact = agreeing.relation.outcome is Outcome.AGREES and agreeing.relation.exact
    told = rival.voiced and exact and not agreeing.voiced and not _is_only_likened(agreeing, rival)
    undoes = exact and agreeing.does is True and rival.does is False and not (agreeing.not_fact or agreeing.of_another)
    fewer = agreeing.alignment.local - rival.alignment.local >= MUCH and not agreeing.of_another
    less = mute or told or (fewer and exact)
    margin = SAYS_LESS if less else DOES_NOT if undoes else AGREEMENT
    return rival.rank > agreeing.rank + margin


def _is_only_likened(agreeing: Candidate, rival: Candidate) -> bool:
    """Return whether the claim's words stand by one value only as something near to them, and by the other as said."""

    def nearest(candidate: Candidate) -> float:
        return max((s.nearness for s in candidate.alignment.shared if s.own and not s.name), default=1.0)

    return nearest(agreeing) <= KIN < nearest(rival)


def _newer(held: Iterable[Candidate], agreeing: Candidate) -> Candidate | None:
    """Return what a newer entry of a live page says instead, where it speaks of the same about as plainly."""
    since = agreeing.written_at
    if since is None:
        return None
    return best(
        c
        for c in held
        if c.written_at is not None and c.written_at > since and c.relation.outcome is Outcome.CONFLICTS
        if c.rank >= agreeing.rank - NEWER and (speaks_of_it(c) or says_as_much(c, agreeing))
    )


SWAPS = frozenset({Code.UNIT_CONFLICT, Code.SCALE_CONFLICT, Code.CURRENCY_CONFLICT, Code.RATE_CONFLICT})


def speaks_of_it(candidate: Candidate) -> bool:
    """Return whether a value that says otherwise is of the same thing: all of whom, of what and of when is there."""
    if candidate.superseded or candidate.of_another_day:
        return False
    excused = candidate.alignment.score - candidate.alignment.strict
    if candidate.relation.code in SWAPS and candidate.rank >= SAME_SUBJECT and _says_any(candidate.alignment):
        # The same digits in another unit: that is no chance, and no other subject.
        return True
    dated = candidate.relation.code is Code.DATE_CONFLICT
    if candidate.rank - excused < (SAME_EVENT if dated else SAME_PREDICATE):
        return False
    alignment = candidate.alignment
    if _is_of_nobody_near(alignment):
        return False
    if not dated and _is_in_clause_of_others(candidate):
        return False
    own = sum(s.weight for s in alignment.shared if s.own)
    nowhere = sum(s.weight for s in alignment.absent if s.known and not s.name)
    said_here = alignment.local >= (EVENT_SAID_HERE if dated else SAID_HERE) or candidate.rank >= SURELY_SAME
    return said_here and nowhere <= ABSENT_SHARE * own


def _says_any(alignment: Alignment) -> bool:
    """Return whether some word of the assertion that is no name is said near, if it has any that is known."""
    words = [s for s in alignment.shared if s.own and not s.name and s.known]
    return not words or any(s.nearness > WORDS.block for s in words)


def _is_of_nobody_near(alignment: Alignment) -> bool:
    """Return whether a name of the assertion stands nowhere near: of a name in several words, none of them does."""
    parts = sorted((s for s in alignment.shared if s.own and s.name), key=lambda s: s.term.span)
    nearest: list[tuple[int, float]] = []
    for part in parts:
        begin, end = part.term.span
        if nearest and begin - nearest[-1][0] <= 1:
            nearest[-1] = (end, max(nearest[-1][1], part.nearness))
        else:
            nearest.append((end, part.nearness))
    return any(near <= NAMES.elsewhere for _, near in nearest)


def _is_in_clause_of_others(candidate: Candidate) -> bool:
    """Return whether the value's own clause speaks of something, and of nothing in the claim.

    *It closed accounts, according to two of the neighbours*: the two are no accounts.
    """
    if any(s.own and s.nearness > LOCAL for s in candidate.alignment.shared):
        return False
    begin, end = candidate.sentence.clause_at(candidate.span[0])
    words = (t for t in candidate.sentence.terms if begin <= t.span[0] < end)
    return any(weight(t) >= TELLING and not candidate.span[0] <= t.span[0] < candidate.span[1] for t in words)


def fit_date(context: Context, dates: Iterable[DateExpr], candidate: Candidate) -> Candidate:
    """Return the candidate ranked by what the dates around it say of the assertion's own."""
    fit = _date_fit(context, dates, candidate.sentence, candidate.span)
    return (
        replace(candidate, rank=candidate.rank + fit, of_another_day=fit < 0, of_its_day=fit > 0) if fit else candidate
    )


def _date_fit(context: Context, dates: Iterable[DateExpr], sentence: Sentence, place: Span) -> float:
    """Return what the dates around a value say of the assertion's own: nearest first, the clause, then the sentence."""
    ours = tuple(dates)
    if not ours:
        return 0.0
    outcomes = {
        r.outcome for day in ours for d in dates_around(context, sentence, place) if (r := compare_dates(day, d))
    }
    if outcomes & {Outcome.AGREES, Outcome.WEAKER}:
        return DATE_AGREES
    return DATE_CONFLICTS if Outcome.CONFLICTS in outcomes else 0.0
