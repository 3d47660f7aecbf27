"""Stage 5, match: what the words of a claim and of a source have in common, whatever their languages.

``terms`` turns a text into words that carry language-neutral keys, so that *ouvriers* and *workers* share one.
The cues say what stands around a value: that it is denied, planned, alleged, or a thing of the past.  All of it
is made of readable tables beside this file, written for the vocabulary of news; nothing here measures similarity.
"""

from claimcheck.matchers.words.answers import Answer, answer, denies_before, ends_before
from claimcheck.matchers.words.apart import is_general, told_apart
from claimcheck.matchers.words.clauses import adds_part, clauses, free_of_charge, inserts, leads_in, resumed
from claimcheck.matchers.words.cues import Cue, CueKind, attributions, modalities, past_values
from claimcheck.matchers.words.headlines import headline_plans
from claimcheck.matchers.words.index import WordIndex, terms
from claimcheck.matchers.words.negation import negations
from claimcheck.matchers.words.predicates import predicates
from claimcheck.matchers.words.pronouns import refers_back
from claimcheck.matchers.words.reversals import is_no_more, reversals
from claimcheck.matchers.words.shells import shells
from claimcheck.matchers.words.speakers import citing_at, citings, framings, hearers, namer_at
from claimcheck.matchers.words.stances import Stance, Taken, stances
from claimcheck.matchers.words.terms import (
    Term,
    TermKind,
    antonyms,
    camps,
    changes_fact,
    covers,
    governs_act,
    has_sides,
    is_doer,
    is_group,
    is_implied,
    is_office,
    is_relative_of,
    kin,
    opposite_keys,
    related,
    tells_cause,
    weight,
)
from claimcheck.matchers.words.verbs import begins_with_participle, begins_with_verb, first_verb, tells_in_present

__all__ = [
    "Answer",
    "Cue",
    "CueKind",
    "Stance",
    "Taken",
    "Term",
    "TermKind",
    "WordIndex",
    "adds_part",
    "answer",
    "antonyms",
    "attributions",
    "begins_with_participle",
    "begins_with_verb",
    "camps",
    "changes_fact",
    "citing_at",
    "citings",
    "clauses",
    "covers",
    "denies_before",
    "ends_before",
    "first_verb",
    "framings",
    "free_of_charge",
    "governs_act",
    "has_sides",
    "headline_plans",
    "hearers",
    "inserts",
    "is_doer",
    "is_general",
    "is_group",
    "is_implied",
    "is_no_more",
    "is_office",
    "is_relative_of",
    "kin",
    "leads_in",
    "modalities",
    "namer_at",
    "negations",
    "opposite_keys",
    "past_values",
    "predicates",
    "refers_back",
    "related",
    "resumed",
    "reversals",
    "shells",
    "stances",
    "tells_cause",
    "tells_in_present",
    "terms",
    "told_apart",
    "weight",
]
