"""Standing terms of what is decided, refused, said and left: those of two languages name one act."""

import pytest

from claimcheck.matchers.words import kin, terms


@pytest.mark.parametrize(
    ("one", "language", "other"),
    [
        ("a donné son aval", "fr", "approved"),
        ("n'a pas souhaité s'exprimer", "fr", "declined to comment"),
        ("déclarée coupable", "fr", "found guilty"),
        ("a écopé d'une amende", "fr", "was fined"),
        ("classée sans suite", "fr", "dropped the case"),
        ("condamnée à verser", "fr", "ordered to pay"),
        ("démis de ses fonctions", "fr", "removed from office"),
        ("a pris les rênes", "fr", "took the helm"),
        ("reste à son poste", "fr", "remains in office"),
        ("a changé d'avis", "fr", "changed her mind"),
        ("à huis clos", "fr", "behind closed doors"),
        ("société mère", "fr", "parent company"),
        ("de son plein gré", "fr", "voluntarily"),
        ("prononcé contre", "fr", "came out against"),
        ("por iniciativa propia", "es", "on his own initiative"),
        ("zur Zahlung verurteilt", "de", "ordered to pay"),
        ("mudou de ideia", "pt", "changed his mind"),
        ("ha chiesto scusa", "it", "apologised"),
    ],
)
def test_standing_terms_of_two_languages_name_one_act(one: str, language: str, other: str) -> None:
    ours = [t.keys | kin(t) for t in terms(one, language)]
    theirs = [t.keys for t in terms(other, "en")]
    assert any(not a.isdisjoint(b) for a in ours for b in theirs)


@pytest.mark.parametrize(
    ("one", "language", "other"),
    [
        ("classée sans suite", "fr", "found guilty"),
        ("reste à son poste", "fr", "stepped down"),
        ("a changé d'avis", "fr", "approved"),
        ("donné tort", "fr", "ruled in favour"),
        ("à tort", "fr", "deliberately"),
    ],
)
def test_standing_terms_of_other_acts_do_not_meet(one: str, language: str, other: str) -> None:
    ours = [t.keys | kin(t) for t in terms(one, language)]
    theirs = [t.keys for t in terms(other, "en")]
    assert not any(not a.isdisjoint(b) for a in ours for b in theirs)
