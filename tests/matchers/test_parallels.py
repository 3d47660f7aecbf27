"""Two things that a claim says by one verb are two assertions."""

import pytest
from matchers.laws_facts import document, verdict

from claimcheck.enums import Verdict

_PORT = "The inspector recommends that the port check every crane. She does not recommend a ban on night work."
_MAYOR = "The mayor was cleared of fraud but convicted of perjury."


@pytest.mark.parametrize(
    ("claim", "language", "page"),
    [
        ("L'inspectrice recommande de contrôler toutes les grues et d'interdire le travail de nuit.", "fr", _PORT),
        ("Le maire a été condamné pour fraude et pour parjure.", "fr", _MAYOR),
        ("The mayor was convicted of fraud and of perjury.", "en", _MAYOR),
    ],
)
def test_one_of_two_things_is_only_part(claim: str, language: str, page: str) -> None:
    assert verdict(claim, document(page), language) is Verdict.PARTLY_SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language", "expected"),
    [
        ("The mayor was convicted of perjury.", "en", Verdict.SUPPORTED),
        ("Le maire a été condamné pour fraude.", "fr", Verdict.CONTRADICTED),
    ],
)
def test_one_thing_is_one_assertion(claim: str, language: str, expected: Verdict) -> None:
    assert verdict(claim, document(_MAYOR), language) is expected


def test_he_is_not_ms_holm() -> None:
    page = document("Ms Holm founded the orchestra with Otto Blume. He left the orchestra in May.")
    assert verdict("Ida Holm left the orchestra.", page) is not Verdict.SUPPORTED
