"""Whether two names are of one thing: a truth table of pairs, and laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matchers.names import Aliases, Name, Sameness, read_names, same_name


def name_in(text: str, language: str = "en") -> Name:
    [name] = [name for name in read_names(text, language) if name.kind != "title"]
    return name


_SAME = [
    ("en", "in Germany", "fr", "en Allemagne"),
    ("en", "in Germany", "de", "in Deutschland"),
    ("en", "the United States", "es", "en Estados Unidos"),
    ("en", "the Ivory Coast", "fr", "la Côte d'Ivoire"),
    ("en", "the World Bank", "fr", "la Banque mondiale"),
    ("en", "the European Union", "de", "die Europäische Union"),
    ("en", "by the WHO", "fr", "par l'OMS"),
    ("fr", "la BCE", "en", "the ECB"),
    ("fr", "la BCE", "en", "the European Central Bank"),
    ("en", "the World Health Organization", "it", "l'Organizzazione mondiale della sanità"),
    ("en", "in London", "fr", "à Londres"),
    ("en", "in Cologne", "de", "in Köln"),
    ("en", "by Emmanuel Macron", "fr", "le président Emmanuel Macron"),
    ("fr", "à Zürich", "en", "in Zurich"),
    ("en", "by Mr Smith", "en", "by Smith"),
    ("en", "by Angela Merkel", "de", "sagte Angela Merkel"),
    ("es", "dijo José García", "en", "said Jose Garcia"),
]


@pytest.mark.parametrize(("language", "text", "other_language", "other"), _SAME)
def test_one_thing_has_names_in_many_languages(language: str, text: str, other_language: str, other: str) -> None:
    assert same_name(name_in(text, language), name_in(other, other_language), Aliases()) is Sameness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("by Macron", "by Emmanuel Macron"),
        ("by Mr Macron", "by President Emmanuel Macron"),
        ("by J. Smith", "by John Smith"),
        ("by J. K. Rowling", "by Joanne K. Rowling"),
        ("by John Smith", "by John Q. Smith"),
        ("by Martin King Jr", "by Martin King"),
        ("by the company Sama", "by Sama Group"),
        ("by IBM", "by International Business Machines"),
        ("by Sánchez", "by Pedro Sánchez Castejón"),
        ("by Lula", "by Luiz Inácio Lula Silva"),
    ],
)
def test_a_short_name_goes_with_the_long_one(one: str, other: str) -> None:
    assert same_name(name_in(one), name_in(other), Aliases()) is Sameness.COMPATIBLE
    assert same_name(name_in(other), name_in(one), Aliases()) is Sameness.COMPATIBLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in Niger", "in Nigeria"),
        ("in Austria", "in Australia"),
        ("in Slovakia", "in Slovenia"),
        ("in Iran", "in Iraq"),
        ("in Guinea", "in Guinea-Bissau"),
        ("in North Korea", "in South Korea"),
        ("by Jean Dupont", "by Marie Dupont"),
        ("by John Smith", "by James Smith"),
        ("by John Smith", "by John Smyth"),
        ("by George Bush", "by George Brown"),
        ("by Emmanuel", "by Emmanuel Macron"),
        ("near Lake Victoria", "by Victoria"),
        ("by Deutsche Bank", "by the World Bank"),
        ("at Oxford University", "at Cambridge University"),
        ("by the ECB", "by the Bank of England"),
        ("by the WHO", "by the WTO"),
        ("in London", "in Lisbon"),
        ("by Sama", "by Samsung"),
        ("by Meta", "by Metallica"),
        ("by J. Smith", "by Peter Smith"),
        ("in New York", "in New Delhi"),
        ("in Paris", "in Paris Hilton"),
    ],
)
def test_likeness_is_no_sameness(one: str, other: str) -> None:
    assert same_name(name_in(one), name_in(other), Aliases()) is Sameness.DIFFERENT
    assert same_name(name_in(other), name_in(one), Aliases()) is Sameness.DIFFERENT


def test_the_writer_says_which_names_are_of_one_thing() -> None:
    own = Aliases([["Meta", "Facebook"], ["Sama", "Samasource"]])
    assert same_name(name_in("by Meta"), name_in("by Facebook"), own) is Sameness.SAME
    assert same_name(name_in("by Sama"), name_in("by Samasource"), own) is Sameness.SAME
    assert same_name(name_in("by Meta"), name_in("by Sama"), own) is Sameness.DIFFERENT
    assert same_name(name_in("by Meta"), name_in("by Facebook"), Aliases()) is Sameness.DIFFERENT


_words = st.sampled_from("Anna Berg Carl Dorn E. Fox Bank University Kenya Niger Lake".split())  # noqa: SIM905 - a table of words
_names = st.lists(_words, min_size=1, max_size=4).map(" ".join).map(Name.of)


@given(one=_names, other=_names)
def test_sameness_is_symmetric_and_a_name_is_itself(one: Name, other: Name) -> None:
    assert same_name(one, one, Aliases()) is Sameness.SAME
    assert same_name(one, other, Aliases()) is same_name(other, one, Aliases())


@given(surface=st.text(min_size=1, max_size=30))
def test_a_name_that_is_given_as_such_has_words(surface: str) -> None:
    assert Name.of(surface).tokens
