"""The laws that every verdict keeps, whatever the fact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matchers.laws_facts import FACTS, UNRELATED, Fact, document, verdict

from claimcheck.enums import Verdict

facts = pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.deciding)
LANGUAGES = ("fr", "es", "de", "pt", "it")


@facts
def test_a_claim_is_supported_by_its_own_sentence(fact: Fact) -> None:
    assert verdict(fact.sentence, document(UNRELATED[0], fact.sentence, UNRELATED[1])) is Verdict.SUPPORTED


@facts
def test_a_claim_is_contradicted_by_its_own_denial(fact: Fact) -> None:
    assert verdict(fact.sentence, document(UNRELATED[0], fact.denial)) is Verdict.CONTRADICTED


@facts
def test_a_denied_claim_is_contradicted_by_the_affirmation(fact: Fact) -> None:
    assert verdict(fact.denial, document(fact.sentence)) is Verdict.CONTRADICTED


@facts
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_gets_the_verdict_of_the_claim(fact: Fact, language: str) -> None:
    page = document(UNRELATED[2], fact.sentence)
    assert verdict(fact.translations[language], page, language) is Verdict.SUPPORTED


@facts
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_contradicted_by_the_denial(fact: Fact, language: str) -> None:
    assert verdict(fact.translations[language], document(fact.denial), language) is Verdict.CONTRADICTED


@facts
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_original_is_supported_by_its_translation(fact: Fact, language: str) -> None:
    page = document(fact.translations[language], language=language)
    assert verdict(fact.sentence, page) is Verdict.SUPPORTED


@facts
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_another_digit_in_the_source_never_leaves_it_supported(fact: Fact, data: st.DataObject) -> None:
    places = [place for place, char in enumerate(fact.deciding) if char.isdigit()]
    place = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from([digit for digit in "123456789" if digit != fact.deciding[place]]))
    changed = fact.deciding[:place] + other + fact.deciding[place + 1 :]
    page = document(UNRELATED[0], fact.sentence.replace(fact.deciding, changed))
    assert verdict(fact.sentence, page) is not Verdict.SUPPORTED
    assert verdict(fact.translations["fr"], page, "fr") is not Verdict.SUPPORTED


@facts
@given(order=st.permutations(range(4)))
@settings(max_examples=12, deadline=None)
def test_moving_a_paragraph_never_changes_the_verdict(fact: Fact, order: list[int]) -> None:
    paragraphs = (fact.sentence, *UNRELATED)
    assert verdict(fact.sentence, document(*(paragraphs[place] for place in order))) is Verdict.SUPPORTED


@facts
@given(count=st.integers(0, 6), wrong=st.booleans())
@settings(max_examples=10, deadline=None)
def test_an_unrelated_paragraph_never_changes_the_verdict(fact: Fact, count: int, wrong: bool) -> None:
    deciding = fact.denial if wrong else fact.sentence
    alone = verdict(fact.sentence, document(deciding))
    assert verdict(fact.sentence, document(deciding, *(UNRELATED * 2)[:count])) is alone


@facts
def test_without_its_deciding_sentence_a_page_supports_nothing(fact: Fact) -> None:
    others = [other.sentence for other in FACTS if other is not fact]
    assert verdict(fact.sentence, document(*UNRELATED, *others)) is not Verdict.SUPPORTED
    assert verdict(fact.translations["fr"], document(*UNRELATED, *others), "fr") is not Verdict.SUPPORTED


def test_the_same_claim_and_page_always_get_the_same_verdict() -> None:
    page = document(*UNRELATED, *(fact.sentence for fact in FACTS))
    verdicts = {tuple(verdict(fact.sentence, page) for fact in FACTS) for _ in range(3)}
    assert len(verdicts) == 1
