"""Who said a translated quote, and whether its words are those that were said."""

import pytest

from claimcheck.enums import Outcome
from tests.matchers.short_pages import outcomes

SUPPORTED, CONTRADICTED = {Outcome.AGREES}, {Outcome.CONFLICTS}

PAGE = (
    "The head of the harbour board, Ines Rolt, defended the dredging. "
    '"Nobody likes the noise, but the ships need depth," she told the town hall. '
    'Fishermen called the plan "the last nail in our coffin". '
    "Paul Denk, who owns the marina, said he would sue."
)


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        ("« Personne n'aime le bruit, mais les navires ont besoin de profondeur », a déclaré Ines Rolt.", SUPPORTED),
        ("« Personne n'aime le bruit, mais les voitures ont besoin de profondeur », a dit Ines Rolt.", CONTRADICTED),
        ("« Tout le monde aime le bruit », a déclaré Ines Rolt.", CONTRADICTED),
        ("« Personne n'aime le bruit, mais les navires ont besoin de profondeur », a dit Paul Denk.", CONTRADICTED),
        ("Les pêcheurs ont parlé de « dernier clou dans notre cercueil ».", SUPPORTED),
        ("Ines Rolt a qualifié le projet de « dernier clou dans notre cercueil ».", CONTRADICTED),
    ],
)
def test_a_quote_is_of_whom_its_sentence_or_a_pronoun_names_and_has_the_words_he_said(
    claim: str, outcome: set[Outcome]
) -> None:
    assert outcomes(claim, PAGE) == outcome


def test_what_a_former_foreman_tells_is_not_the_firms_word() -> None:
    page = "Corvex sells paint. A former foreman told the court that the tanks had leaked in 2011. Corvex denies it."
    assert Outcome.AGREES not in outcomes("Selon Corvex, les cuves avaient fui en 2011.", page)
    assert outcomes("Selon un ancien contremaître, les cuves avaient fui en 2011.", page) == SUPPORTED


def test_a_denial_inside_a_standing_term_denies() -> None:
    page = '"We did not know about the asbestos until 2018," said Vera Holm of the water board.'
    said = "« Nous ne connaissions pas l'existence de l'amiante avant 2018 », affirme Vera Holm."
    assert outcomes(said, page) == SUPPORTED
    assert outcomes(said.replace("ne connaissions pas", "connaissions"), page) == CONTRADICTED
    assert outcomes(said.replace("2018", "2013"), page) == CONTRADICTED
