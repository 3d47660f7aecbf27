"""A passage that a reader must judge is graded by how much of the claim stands around it; nothing else is."""

from matchers.laws_facts import FACTS, document

from claimcheck.enums import Code, Outcome, Role
from claimcheck.matchers.align import Alignment, Shared
from claimcheck.matchers.grading import likelihood
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.matchers.words import terms
from claimcheck.model import Block, Claim, Comparison, Document, Location, Source

PLACE = Location("claims.yaml", 1, 1)
SOURCE = Source("https://example.org/a", PLACE)
WORD = terms("museum", "en")[0]


def aligned(*nearness: float) -> Alignment:
    """Return an alignment of so many words, each so near."""
    return Alignment(tuple(Shared(WORD, 1.0, near, own=True, known=True, name=False) for near in nearness))


def compare(claim: str, *paragraphs: str) -> tuple[Comparison, ...]:
    """Return how a claim stands to a page of paragraphs."""
    text = "\n\n".join(paragraphs)
    spans = ((text.index(paragraph), len(paragraph)) for paragraph in paragraphs)
    blocks = tuple(Block(Role.PARAGRAPH, (begin, begin + length)) for begin, length in spans)
    held = Claim("a", claim, (SOURCE,), PLACE, language="en")
    return RuleMatcher().match(held, Document(text, blocks, "A page", "en"), SOURCE).comparisons


def test_the_more_words_stand_there_the_likelier_and_never_sure() -> None:
    grades = [likelihood(aligned(*[1.0] * there, *[0.0] * (10 - there))) for there in range(11)]
    assert grades == sorted(grades)
    assert len(set(grades)) == len(grades)
    assert 0 < grades[0] < grades[-1] < 2 / 3


def test_a_passage_left_to_a_reader_is_graded_and_several_are_shown_best_first() -> None:
    found = compare(
        "The council of Lodva quietly abandoned the tram scheme.",
        "The council of Lodva has had second thoughts about the tram scheme.",
        "The tram scheme of the council was once its pride.",
    )
    assert {c.code for c in found} == {Code.NEEDS_REVIEW}
    grades = [c.likely for c in found]
    assert None not in grades
    assert grades == sorted(grades, key=lambda grade: -(grade or 0.0))
    assert len({c.evidence for c in found}) == len(found) > 1
    assert {(c.assertion, c.said) for c in found} == {(found[0].assertion, found[0].said)}


def test_what_the_rules_decide_is_not_graded() -> None:
    for fact in FACTS:
        claim = Claim("a", fact.sentence, (SOURCE,), PLACE, language="en")
        for page in (document(fact.sentence), document(fact.denial)):
            comparisons = RuleMatcher().match(claim, page, SOURCE).comparisons
            assert all(c.likely is None for c in comparisons if c.outcome is not Outcome.MISSING)
