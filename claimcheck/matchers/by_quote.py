"""Quotes: the claim's, in quotation marks, and the ones its writer relies on; then who said them."""

from claimcheck.enums import Code
from claimcheck.matchers.align import Alignment
from claimcheck.matchers.checks import own_negations
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.names import Name
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.quoted_by import is_spoken_by, said_by
from claimcheck.matchers.quotes import Found, find_quote, find_reworded
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import AGREES, Relation, conflicts
from claimcheck.matchers.translated import find_original
from claimcheck.model import Comparison, Quote


def compare(context: Context, assertion: Assertion) -> list[Comparison]:
    """Return whether the page has the quote, word for word, and says it of the same speaker."""
    quote = assertion.quote
    if quote is None:
        return []
    return [compare_quote(context, assertion, quote, speakers=assertion.names)]


def compare_quote(
    context: Context, assertion: Assertion, quote: Quote, *, speakers: tuple[Name, ...] = ()
) -> Comparison:
    """Return how a quote stands to the page: the same words, altered words, or nowhere."""
    text = context.passages.document.text
    found = find_quote(quote, context.passages.words)
    said = f"“{quote.exact}”"
    if found is None and assertion.quote is not None and not quote.prefix and not quote.suffix:
        if context.crosses:
            return _compare_translated(context, assertion, quote, speakers)
        found = find_reworded(quote, text)
    sentence = context.passages.sentence_at(found.span[0]) if found else None
    if found is None or sentence is None:
        return context.missing(assertion, "quote", said, Code.QUOTE_NOT_FOUND)
    if sentence.role.is_boilerplate:
        return context.missing(assertion, "quote", said, Code.ONLY_BOILERPLATE)
    relation: Relation = AGREES
    place = found.span
    if found.altered:
        relation = conflicts(Code.ALTERED_QUOTE, "the words are altered")
    elif (denial := _denied(context, assertion, sentence, found)) is not None:
        relation = conflicts(Code.ALTERED_QUOTE, f"the words stand behind “{denial}” there")
    elif (other := said_by(context, assertion, speakers, sentence, found.span)) is not None:
        relation, place = conflicts(Code.ENTITY_CONFLICT, f"said by {other.surface}"), other.span
    candidate = Candidate(sentence, place, relation, Alignment(()), found.score)
    context.consider(sentence, relation.note or "the same words", found.score, taken=True)
    words = text[found.span[0] : found.span[1]] if relation.code is not Code.ENTITY_CONFLICT else ""
    return context.decided(assertion, "quote", said, candidate, found=words)


def _compare_translated(context: Context, assertion: Assertion, quote: Quote, speakers: tuple[Name, ...]) -> Comparison:
    """Return how a translated quote stands to what is quoted on the page."""
    said = f"“{quote.exact}”"
    original = find_original(
        context, quote.exact, lambda sentence, place: is_spoken_by(context, assertion, speakers, sentence, place)
    )
    if original is None:
        return context.missing(assertion, "quote", said, Code.QUOTE_NOT_FOUND)
    sentence, place, relation = original
    if relation is None:
        return context.to_review(assertion, "quote", said, sentence, place)
    other = said_by(context, assertion, speakers, sentence, place)
    if other is not None:
        relation, place = conflicts(Code.ENTITY_CONFLICT, f"said by {other.surface}"), other.span
    context.consider(sentence, relation.note or "a translation of it", 1.0, taken=True)
    return context.decided(assertion, "quote", said, Candidate(sentence, place, relation, Alignment(()), 1.0))


def _denied(context: Context, assertion: Assertion, sentence: Sentence, found: Found) -> str | None:
    """Return the word of denial that stands right before a quote, inside the same marks, where the claim has none.

    *Habrá aire acondicionado*, cut out of *No habrá aire acondicionado*, is not what was said.
    """
    if own_negations(context, assertion):
        return None
    text = context.passages.document.text
    for cue in context.passages.cues(sentence).negations:
        between = text[cue.span[1] : found.span[0]]
        if cue.span[1] <= found.span[0] and not between.strip():
            return text[cue.span[0] : cue.span[1]]
    return None
