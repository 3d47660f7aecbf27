"""Quotes: the claim's, in quotation marks, and the ones its writer relies on; then who said them."""

from claimcheck.enums import Code
from claimcheck.matchers.align import Alignment
from claimcheck.matchers.checks import own_negations
from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.names import Name, NameKind, Sameness, same_name
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.quotes import Found, find_quote, find_reworded
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.relation import AGREES, Relation, conflicts
from claimcheck.matchers.translated import find_original
from claimcheck.model import Comparison, Quote

SPEAKER_REACH = 1
"""Sentences before and after a quote in which its speaker may be named."""


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
    elif (other := _other_speaker(context, sentence, found, speakers)) is not None:
        relation = conflicts(Code.ENTITY_CONFLICT, f"said by {other.surface}")
        place = other.span
    candidate = Candidate(sentence, place, relation, Alignment(()), found.score)
    context.consider(sentence, relation.note or "the same words", found.score, taken=True)
    words = text[found.span[0] : found.span[1]] if relation.code is not Code.ENTITY_CONFLICT else ""
    return context.decided(assertion, "quote", said, candidate, found=words)


def _compare_translated(context: Context, assertion: Assertion, quote: Quote, speakers: tuple[Name, ...]) -> Comparison:
    """Return how a translated quote stands to what is quoted on the page."""
    said = f"“{quote.exact}”"
    original = find_original(context, quote.exact)
    if original is None:
        return context.missing(assertion, "quote", said, Code.QUOTE_NOT_FOUND)
    sentence, place, relation = original
    if relation is None:
        return context.to_review(assertion, "quote", said, sentence, place)
    other = _other_speaker(context, sentence, Found(place, altered=False), speakers)
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


def _other_speaker(context: Context, sentence: Sentence, found: Found, names: tuple[Name, ...]) -> Name | None:
    """Return who the page says said it, where that is not whom the claim says."""
    ours = _speaker(context, names)
    if ours is None:
        return None
    near = [
        name
        for name, held in context.passages.names
        if held.block == sentence.block
        and abs(held.index - sentence.index) <= SPEAKER_REACH
        and not found.span[0] <= name.span[0] < found.span[1]
        and name.kind in _SPEAKERS
    ]
    attributed = [
        name
        for name in near
        for cue in context.passages.cues(sentence).attributions
        if cue.scope[0] <= name.span[0] < cue.scope[1] or abs(cue.span[0] - name.span[1]) < NEXT_TO
    ]
    # Whom the quote's own sentence names said it; else whoever is named beside it.
    here = [name for name in attributed if sentence.span[0] <= name.span[0] < sentence.span[1]]
    if any(same_name(ours, theirs, context.aliases) is not Sameness.DIFFERENT for theirs in here or near):
        return None
    return next(iter(here or attributed), None)


def _speaker(context: Context, names: tuple[Name, ...]) -> Name | None:
    """Return whom the claim says said it: the name nearest to its word of saying, a person before an organisation."""
    able = [name for name in names if name.kind in _SPEAKERS]
    cues = context.reading.cues.attributions
    if not able or not cues:
        return able[0] if len(able) == 1 else None

    def distance(name: Name) -> tuple[bool, int]:
        gap = min(max(name.span[0] - cue.span[1], cue.span[0] - name.span[1]) for cue in cues)
        return name.kind in {NameKind.ORG, NameKind.ACRONYM}, gap

    return min(able, key=distance)


_SPEAKERS = frozenset({NameKind.PERSON, NameKind.ORG, NameKind.ACRONYM, NameKind.UNKNOWN})
NEXT_TO = 40
"""Characters between a name and a word of saying that go together."""
