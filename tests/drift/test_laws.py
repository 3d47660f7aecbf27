"""Laws of drift: what holds of every page."""

import re

from drift.pages import AFTER, BEFORE, WAGES, accepted, compare, document, drift
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.drift.hashing import BITS, distance, simhash
from claimcheck.drift.tokens import tokens_of
from claimcheck.enums import Drift

bounded = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
HOLD = {Drift.NONE, Drift.MOVED, Drift.REWORDED}

SENTENCES = [
    WAGES,
    "Some 11 percent of new teachers leave within their first year, and 27 percent within three.",
    "The bridge, which opened on 18 June 2021, has cost 412 million euros, twice what was planned.",
    "Les ouvriers gagneront 2 150 euros par mois à partir du 1er mai 2024, contre 1 980 auparavant.",
    "Room 4B of the A380 holds model X-17 and 3 of its 12 engines.",
]
fillers = st.lists(
    st.sampled_from(["harbour", "crane", "ministry", "letter", "winter", "tunnel", "choir", "baker", "island"]),
    min_size=4,
)
paragraphs = st.lists(fillers.map(lambda words: f"The {' '.join(words)} was seen."), max_size=6)


@bounded
@given(st.sampled_from(SENTENCES), paragraphs, paragraphs)
def test_a_passage_that_moved_is_found(sentence: str, above: list[str], below: list[str]) -> None:
    before = document(BEFORE, sentence, AFTER)
    now = document(*above, sentence, *below)
    found = drift(now, sentence, before)
    assert found.drift in {Drift.NONE, Drift.MOVED}
    assert now.text[slice(*found.anchors[0].span)] == sentence


@bounded
@given(st.data(), st.sampled_from(SENTENCES), paragraphs)
def test_a_changed_digit_never_holds(data: st.DataObject, sentence: str, above: list[str]) -> None:
    place = data.draw(st.sampled_from([m.start() for m in re.finditer(r"\d", sentence)]))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != sentence[place]]))
    changed = sentence[:place] + digit + sentence[place + 1 :]
    before = document(BEFORE, sentence, AFTER)
    assert drift(document(*above, BEFORE, changed, AFTER), sentence, before).drift not in HOLD


@bounded
@given(st.data(), st.sampled_from(SENTENCES))
def test_a_digit_more_or_less_never_holds(data: st.DataObject, sentence: str) -> None:
    # But for a nought: 18.50 and 18.5 are one value.
    place = data.draw(st.sampled_from([m.start() for m in re.finditer(r"[1-9]", sentence)]))
    more, less = f"{sentence[:place]}7{sentence[place:]}", sentence[:place] + sentence[place + 1 :]
    changed = data.draw(st.sampled_from([more, less]))
    before = document(BEFORE, sentence, AFTER)
    assert drift(document(BEFORE, changed, AFTER), sentence, before).drift not in HOLD


@bounded
@given(st.sampled_from(SENTENCES), st.text(max_size=300))
def test_any_page_has_an_answer(sentence: str, text: str) -> None:
    found = compare(accepted(document(BEFORE, sentence, AFTER), sentence), document(text))
    assert found is None or found.drift in Drift


@bounded
@given(st.text(max_size=200))
def test_words_stand_where_they_are_said_to(text: str) -> None:
    tokens = tokens_of(text)
    assert len(tokens) == len(tokens.starts)
    for number, (begin, end) in enumerate(tokens.spans):
        assert 0 <= begin < end <= len(text)
        assert tokens.within((begin, end)) == (number, number + 1)
        assert tokens.word_at(tokens.starts[number]) == number


@bounded
@given(paragraphs, paragraphs)
def test_a_simhash_is_near_to_itself_and_as_far_one_way_as_the_other(one: list[str], other: list[str]) -> None:
    a, b = simhash(document(*one, WAGES)), simhash(document(*other, WAGES))
    assert distance(a, a) == 0
    assert distance(a, b) == distance(b, a) <= BITS


def test_long_runs_of_one_character_take_no_time_that_grows_with_their_square() -> None:
    for character in "1 a[-":
        assert drift(document(character * 300_000, title="")).drift is Drift.REPLACED


def test_a_page_that_holds_the_passage_any_number_of_times_is_read_in_time() -> None:
    assert drift(document(*[WAGES] * 20_000)).drift in HOLD
    assert drift(document(" ".join([WAGES.replace("18", "19")] * 4_000))).drift is Drift.CHANGED_VALUE


def test_a_sentence_without_end_is_not_read_to_its_end() -> None:
    endless = ", ".join(f"wages rose to ${n}.50 per hour" for n in range(20_000))
    assert drift(document(endless)).drift not in HOLD
