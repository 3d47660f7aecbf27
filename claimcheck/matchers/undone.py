"""What a claim, or a sentence of a page, says was undone: lifted, overturned, given up."""

from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence, content
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.words import Cue, Term, antonyms, is_no_more, kin, reversals, terms
from claimcheck.model import Span


def undone_by(context: Context, sentence: Sentence) -> list[Cue]:
    """Return what the claim says was undone; what it says has ceased, where a sentence says that it is no more."""
    text, language = context.reading.text, context.reading.language
    ceased = is_no_more(sentence.text, context.passages.language)
    return reversals(text, content(terms(text, language)), language, ceased=ceased)


def undone_in(context: Context, assertion: Assertion, sentence: Sentence) -> list[Cue]:
    """Return what a sentence says was undone of that which the claim speaks of, or of its opposite.

    What only may be undone, or is to be, still holds: *unless it withdraws its plan*.
    """
    reading, passages = context.reading, context.passages
    ceased = is_no_more(reading.text, reading.language)
    found = reversals(passages.document.text, sentence.terms, passages.language, ceased=ceased)
    ahead = context.passages.cues(sentence).modalities if found else ()
    found = [c for c in found if not any(_is_ahead_of(a, c) for a in ahead)]
    return [
        cue
        for cue in found
        if any(
            _holds(cue, term.span) and (_are_near(ours, term) or antonyms(ours, term))
            for term in sentence.terms
            for ours in assertion.terms
        )
    ]


def _is_ahead_of(modal: Cue, undone: Cue) -> bool:
    """Return whether what undoes something is itself planned or asked; *a request failed* is not."""
    return _holds(modal, undone.span) and modal.span[1] <= undone.span[0] and not _holds(undone, modal.span)


def _holds(cue: Cue, place: Span) -> bool:
    return cue.scope[0] <= place[0] < cue.scope[1]


def _are_near(ours: Term, theirs: Term) -> bool:
    return not (ours.keys | kin(ours)).isdisjoint(theirs.keys)
