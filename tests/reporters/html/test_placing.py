"""Where the article makes a claim: in its words, in other words, or nowhere."""

import pytest
from reporters.html.stage import article, document

from claimcheck.reporters.html.placing import place_claims, uncovered


def placed(claim: str, *paragraphs: str) -> tuple[str, bool] | None:
    read = document(*paragraphs)
    places = place_claims([claim], read)
    return (read.text[slice(*places[0].span)], places[0].exact) if places else None


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("Sama employed 3,000 people.", "Sama employed 3,000 people"),
        ("sama  employed 3,000\npeople", "Sama employed 3,000 people"),
        ("Il a dit\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}non\N{NO-BREAK SPACE}».", 'Il a dit : "non'),
    ],
)
def test_the_words_of_a_claim_are_found_whatever_their_typography(claim: str, said: str) -> None:
    assert placed(claim, f"Before that, nothing. {said}. After it, nothing.") == (said, True)


def test_a_claim_that_the_article_says_in_other_words_is_its_sentence() -> None:
    sentence = "Naftali Wambalo, a moderator in Nairobi since 2021, was paid a mere $2 an hour."
    found = placed("Naftali Wambalo, a moderator, was paid $2 an hour.", f"It was dark. {sentence} It was late.")
    assert found == (sentence, False)


def test_a_sentence_with_another_number_is_not_the_claim() -> None:
    assert placed("The town has 300 houses by the river.", "The town has 400 houses by the river.") is None


def test_a_sentence_that_shares_only_common_words_is_not_the_claim() -> None:
    assert (
        placed("The mill burnt down in the night.", "The mayor of the town came in.", "The fire was in the hay.")
        is None
    )


def test_a_claim_is_not_placed_across_two_paragraphs() -> None:
    assert placed("The mill burnt. Nobody was hurt.", "That night the mill burnt.", "Nobody was hurt.") is None


def test_a_sentence_that_states_something_is_uncovered_where_no_claim_touches_it() -> None:
    made = article(
        "It rained on 3 days. It rained on 4 days.", stating=("It rained on 3 days.", "It rained on 4 days.")
    )
    assert made.document is not None
    places = place_claims(["it rained on 3 days"], made.document)
    assert [made.document.text[slice(*span)] for span in uncovered(made, places)] == ["It rained on 4 days."]
