"""Whose word or deed it is: what a sentence gives to one is no other's."""

import pytest
from matchers.laws_facts import document, verdict

from claimcheck.enums import Verdict

_CLUB = ("Rolf Brandt chairs the rowing club.", "It was the treasurer, Ida Holm, who signed the lease.")
_CERCLE = ("Rolf Brandt préside le club d'aviron.", "C'est la trésorière, Ida Holm, qui a signé le bail.")


@pytest.mark.parametrize(
    ("claim", "language", "page", "page_language"),
    [
        ("Rolf Brandt signed the lease.", "en", _CLUB, "en"),
        ("Rolf Brandt a signé le bail.", "fr", _CLUB, "en"),
        ("Rolf Brandt a signé le bail.", "fr", _CERCLE, "fr"),
    ],
)
def test_who_is_singled_out_did_it_and_nobody_else(
    claim: str, language: str, page: tuple[str, ...], page_language: str
) -> None:
    assert verdict(claim, document(*page, language=page_language), language) is Verdict.CONTRADICTED
    own = claim.replace("Rolf Brandt", "Ida Holm")
    assert verdict(own, document(*page, language=page_language), language) is Verdict.SUPPORTED


def test_what_is_singled_out_denies_nothing_of_who_did_it() -> None:
    page = document("Rolf Brandt chairs the rowing club.", "It was the lease of the boathouse that Rolf Brandt signed.")
    assert verdict("Rolf Brandt signed the lease of the boathouse.", page) is not Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Tarvo AG runs the mill.", Verdict.SUPPORTED),
        ("Belgor SA runs the mill.", Verdict.CONTRADICTED),
        ("Belgor SA provides the premises.", Verdict.SUPPORTED),
        ("Tarvo AG fournit les locaux.", Verdict.CONTRADICTED),
    ],
)
def test_the_former_and_the_latter_are_those_named_before(claim: str, expected: Verdict) -> None:
    page = document("Tarvo AG and Belgor SA are partners. The former runs the mill, the latter provides the premises.")
    assert verdict(claim, page, "fr" if "fournit" in claim else "en") is expected


_FACTORY = (
    "The workers' leader, Ines Dravik, met the press with the owner, Otto Blume.",
    "Dravik said that the factory had been closed by mistake.",
    "Blume declined to answer.",
)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Ines Dravik said that the factory had been closed by mistake.", Verdict.SUPPORTED),
        ("Ines Dravik a dit que l'usine avait été fermée par erreur.", Verdict.SUPPORTED),
    ],
)
def test_what_somebody_says_is_his(claim: str, expected: Verdict) -> None:
    language = "fr" if " a dit " in claim else "en"
    assert verdict(claim, document(*_FACTORY), language) is expected


@pytest.mark.parametrize(
    "claim",
    [
        "Otto Blume said that the factory had been closed by mistake.",
        "Otto Blume a dit que l'usine avait été fermée par erreur.",
    ],
)
def test_what_somebody_says_is_no_others(claim: str) -> None:
    language = "fr" if " a dit " in claim else "en"
    assert verdict(claim, document(*_FACTORY), language) is not Verdict.SUPPORTED


def test_two_who_never_stand_together_contradict_each_other() -> None:
    page = document(
        "Otto Blume owns the factory.",
        "Ines Dravik leads the workers. Dravik said that the factory had been closed by mistake.",
    )
    assert verdict("Otto Blume said that the factory had been closed by mistake.", page) is Verdict.CONTRADICTED


def test_a_person_is_not_his_solicitor() -> None:
    page = document(
        "Otto Blume was cleared on Monday.",
        "Blume's solicitor, Vera Nolte, said that the letters had been burnt by mistake.",
    )
    claim = "Otto Blume said that the letters had been burnt by mistake."
    assert verdict(claim, page) is not Verdict.SUPPORTED
    assert verdict(claim.replace("Otto Blume", "Vera Nolte"), page) is Verdict.SUPPORTED


def test_a_firm_speaks_by_its_spokesman() -> None:
    page = document("Corvane's spokesman, Otto Blume, said that the letters had been burnt by mistake.")
    assert verdict("Corvane said that the letters had been burnt by mistake.", page) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("Vera Nolte told the court that the letters had been burnt by mistake.", "en"),
        ("Vera Nolte a assuré que les lettres avaient été brûlées par erreur.", "fr"),
    ],
)
def test_how_somebody_is_said_to_speak_weighs_little(claim: str, language: str) -> None:
    page = document("“The letters were burnt by mistake,” said the solicitor, Vera Nolte.")
    assert verdict(claim, page, language) is Verdict.SUPPORTED


def test_what_was_not_done_is_not_denied_by_something_else() -> None:
    page = document("Vera Nolte left the museum in June.")
    assert verdict("Vera Nolte n'a pas été poussée hors du musée.", page, "fr") is not Verdict.CONTRADICTED


def test_what_he_says_behind_a_pronoun_is_not_hers() -> None:
    page = document(
        "Otto Blume kept the accounts with Vera Nolte.",
        "Nolte told the jury that Blume had asked her to burn the letters; he said that she had done it by mistake.",
    )
    assert verdict("Vera Nolte told the jury that she had burnt the letters by mistake.", page) is not Verdict.SUPPORTED


def test_what_only_the_next_sentence_says_is_not_said_here() -> None:
    page = document("Vera Nolte burnt the letters of the club. The accounts were destroyed on her own initiative.")
    assert verdict("Vera Nolte burnt the letters of the club on her own initiative.", page) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("Le jury a blanchi Otto Blume de l'accusation de corruption.", "fr"),
        ("The jury cleared Otto Blume of the charge of bribery.", "en"),
    ],
)
def test_a_noun_that_only_wraps_another_weighs_little(claim: str, language: str) -> None:
    page = document("The jury acquitted Otto Blume of bribery.")
    assert verdict(claim, page, language) is Verdict.SUPPORTED
    assert (
        verdict(claim.replace("corruption", "vol").replace("bribery", "theft"), page, language) is not Verdict.SUPPORTED
    )


def test_what_is_denied_need_not_have_the_same_voice() -> None:
    claim = "L'enquête conclut que la clinique a enfreint la loi."
    denied = document("The panel did not find that the clinic had broken the law.")
    assert verdict(claim, denied, "fr") is Verdict.CONTRADICTED
    said = document("The panel found that the clinic had broken the law.")
    assert verdict(claim, said, "fr") is not Verdict.CONTRADICTED


def test_what_stands_before_a_comma_is_not_of_whom_stands_behind_it() -> None:
    page = document("The two firms run the port together: Belgor operates the cranes, Tarvo owns the land.")
    assert verdict("Belgor exploite les grues.", page, "fr") is Verdict.SUPPORTED
    assert verdict("Tarvo exploite les grues.", page, "fr") is not Verdict.SUPPORTED


def test_whose_deputy_it_is_did_not_do_it() -> None:
    page = document("Ines Feroz chairs the panel.", "It was her deputy, Ilan Costa, who resigned.")
    assert verdict("C'est l'adjoint d'Ines Feroz qui a démissionné.", page, "fr") is not Verdict.CONTRADICTED
    assert verdict("Ines Feroz a démissionné.", page, "fr") is Verdict.CONTRADICTED
