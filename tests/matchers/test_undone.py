"""What was lifted, overturned or given up, what came to nothing, and what is only a step before the one that counts."""

import pytest
from matchers.short_pages import outcomes

from claimcheck.enums import Outcome
from claimcheck.matchers.passages import content
from claimcheck.matchers.words import modalities, negations, predicates, reversals, terms

CONFLICTS, AGREES, WEAKER = {Outcome.CONFLICTS}, {Outcome.AGREES}, {Outcome.WEAKER}


@pytest.mark.parametrize(
    ("text", "language", "undone"),
    [
        ("The port lifted its ban on sulphur", "en", ["ban"]),
        ("The ban on sulphur was lifted", "en", ["ban"]),
        ("The judges overturned the conviction of the baker", "en", ["conviction"]),
        ("The firm dropped its plan to sell the yard, and hired ten clerks", "en", ["plan to sell the yard"]),
        ("The airline needs approval from Ruvia", "en", ["approval"]),
        ("A bill to tax kites failed", "en", ["bill to tax kites "]),
        ("Le préfet a levé l'interdiction de baignade", "fr", ["interdiction"]),
        ("Die Stadt hat das Verbot aufgehoben", "de", ["Verbot"]),
        ("El alcalde ha anulado la sentencia", "es", ["sentencia"]),
        ("Il comune ha revocato il divieto", "it", ["divieto"]),
        ("The union lifted the cup, and the ban was never discussed", "en", []),
        ("The council banned kites", "en", []),
    ],
)
def test_what_a_verb_of_undoing_undoes(text: str, language: str, undone: list[str]) -> None:
    held = content(terms(text, language))
    assert [text[slice(*cue.scope)] for cue in reversals(text, held, language)] == undone


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Un jury a condamné Nadia Ferro.", "An appeal jury quashed the conviction of Nadia Ferro."),
        ("Le lac de Sorne est interdit à la baignade.", "Officials lifted the ban on bathing in lake Sorne."),
        ("Le port de Malden a vendu son entrepôt.", "The port of Malden has abandoned its plan to sell its warehouse."),
        ("La commission a convoqué Tarvo.", "In the committee, a motion to summon Tarvo failed by one vote."),
        ("La ligue a approuvé la vente du club.", "The sale of the club still needs the approval of the league."),
        ("Le maire a fait appel du jugement.", "The mayor has not yet decided whether to appeal the judgment."),
    ],
)
def test_what_was_undone_or_came_to_nothing_is_denied(claim: str, page: str) -> None:
    assert outcomes(claim, page) == CONFLICTS


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("La condamnation de Nadia Ferro a été annulée.", "An appeal jury quashed the conviction of Nadia Ferro."),
        ("Malden a renoncé à vendre son entrepôt.", "Malden has dropped its plan to sell its warehouse."),
    ],
)
def test_who_says_that_it_was_undone_is_supported(claim: str, page: str) -> None:
    assert outcomes(claim, page) == AGREES


@pytest.mark.parametrize(
    "page",
    [
        "Officials did not lift the ban on bathing in lake Sorne.",
        "Officials refused to lift the ban on bathing in lake Sorne.",
        "Officials may lift the ban on bathing in lake Sorne.",
    ],
)
def test_what_is_not_yet_undone_still_holds(page: str) -> None:
    assert outcomes("La baignade est interdite au lac de Sorne.", page) != CONFLICTS


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Le parlement de Ruvia a définitivement adopté la loi sur le climat.",
         "The parliament of Ruvia passed the climate law at first reading."),
        ("Les deux banques ont signé un accord.", "The two banks signed a preliminary agreement."),
    ],
)  # fmt: skip
def test_a_step_before_the_one_that_counts_is_not_that_one(claim: str, page: str) -> None:
    assert outcomes(claim, page) == WEAKER


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Les dockers de Malden se sont mis en grève.", "The dockers of Malden threatened to strike."),
        ("Corvel a fait appel du jugement.", "Corvel has ten days to appeal the judgment and said it would do so."),
    ],
)  # fmt: skip
def test_a_threat_or_an_intention_is_not_the_deed(claim: str, page: str) -> None:
    assert outcomes(claim, page) == WEAKER


@pytest.mark.parametrize(
    ("text", "language", "act"),
    [
        ("Le club s'est vu refuser une licence", "fr", "vu refuser"),
        ("Les dockers se sont mis en grève", "fr", "mis en grève"),
        ("La loi a été définitivement adoptée", "fr", "adoptée"),
        ("The plan was unanimously rejected", "en", "rejected"),
    ],
)
def test_a_light_verb_or_an_adverb_leaves_the_act_to_the_next_word(text: str, language: str, act: str) -> None:
    assert [text[slice(*span)] for span in predicates(text, language)] == [act]


def test_a_refusal_is_the_opposite_of_a_grant() -> None:
    assert outcomes("Arvo s'est vu refuser une licence de pêche.", "Arvo was granted a fishing licence.") == CONFLICTS


def test_a_sentence_that_names_only_others_says_nothing_of_the_claims_own() -> None:
    page = "Corvel Foods makes jam. Its former clerk, Ida Lund, is still on trial."
    assert Outcome.CONFLICTS not in outcomes("Corvel Foods n'a jamais été jugée.", page)


@pytest.mark.parametrize(
    ("claim", "page", "told"),
    [
        ("Les infirmiers de Sorne ont accepté l'offre.", "Nurses in Sorne voted against the offer.", CONFLICTS),
        ("Les infirmiers de Sorne ont rejeté l'offre.", "Nurses in Sorne voted for the offer.", CONFLICTS),
        ("Les infirmiers de Sorne ont rejeté l'offre.", "Nurses in Sorne voted against the offer.", AGREES),
    ],
)
def test_who_votes_against_an_offer_does_not_accept_it(claim: str, page: str, told: set[Outcome]) -> None:
    assert outcomes(claim, page) == told


def test_a_vote_on_something_does_not_say_which_way_it_went() -> None:
    claim, page = "Les infirmiers de Sorne ont accepté l'offre.", "Nurses in Sorne voted on the offer on Monday."
    assert outcomes(claim, page) == {Outcome.MISSING}


def test_what_somebody_stopped_doing_is_done_no_longer() -> None:
    page = "The airline Corvel has suspended its flights to Sorne."
    assert outcomes("La compagnie Corvel n'a plus de vols vers Sorne.", page) == AGREES
    assert Outcome.AGREES not in outcomes("La compagnie Corvel n'a jamais eu de vols vers Sorne.", page)


def test_a_short_sentence_that_has_no_other_word_may_leave_out_of_whom_it_is() -> None:
    page = "The ferry Arvo ran aground off Sorne. Nobody was hurt."
    assert outcomes("L'accident du ferry Arvo n'a fait aucun blessé.", page) != CONFLICTS


def test_an_attempt_is_not_a_success() -> None:
    assert outcomes("Ida Lund a traversé le lac de Sorne.", "Ida Lund tried to cross lake Sorne.") == WEAKER


@pytest.mark.parametrize(
    "page",
    [
        "The council thought of closing the Sorne library, but dropped the idea.",
        "The council considered closing the Sorne library and later abandoned the idea.",
    ],
)
def test_an_idea_that_was_dropped_was_not_carried_out(page: str) -> None:
    assert outcomes("Le conseil a fermé la bibliothèque de Sorne.", page) == CONFLICTS


def test_a_denial_of_last_year_is_no_denial_of_what_held_at_first() -> None:
    page = "Inspectors decided not to fine Corvel over last year's leak."
    assert outcomes("Corvel a été condamnée à une amende.", page) == CONFLICTS


def test_what_is_refused_ends_before_the_next_verb() -> None:
    page = "The pianist Ida Lund rejected an offer from Ruvia and will stay in Sorne."
    assert outcomes("La pianiste Ida Lund reste à Sorne.", page) != CONFLICTS


def test_what_a_clause_only_considers_is_told_of_whom_another_clause_names() -> None:
    page = "The Lund family, which was not asked, is considering legal action."
    assert outcomes("La famille Lund a saisi la justice.", page) == WEAKER


def test_a_claim_and_a_page_that_renounce_the_same_agree() -> None:
    page = "The banks Corvel and Arvo have abandoned their planned merger."
    assert outcomes("Corvel et Arvo renoncent à fusionner.", page) == AGREES


def test_a_word_of_refusal_does_not_turn_itself_round() -> None:
    page = "The regulator turned down the application of Corvel for a mill at Sorne."
    assert outcomes("Corvel a obtenu l'autorisation d'un moulin à Sorne.", page) == CONFLICTS


def test_whoever_is_still_held_has_not_been_freed() -> None:
    page = "The journalist Ida Lund was freed on bail after eleven months in custody."
    assert outcomes("La journaliste Ida Lund est toujours en détention.", page) == CONFLICTS


@pytest.mark.parametrize(
    ("text", "language", "cues"),
    [
        ("The charity Open Table has stopped work", "en", []),
        ("They table a plan", "en", ["table", "plan"]),
        ("Das Verbot gilt in Sorne", "de", []),
    ],
)
def test_a_word_of_a_name_and_a_noun_are_no_cues(text: str, language: str, cues: list[str]) -> None:
    found = [*modalities(text, language), *(c for c in negations(text, language) if language == "de")]
    assert [cue.surface for cue in found] == cues


def test_the_present_may_tell_what_is_announced() -> None:
    page = "The firm will close its mill in March, with the loss of 240 jobs."
    assert outcomes("L'entreprise ferme son usine en mars.", page) == {Outcome.AGREES}
    assert outcomes("L'entreprise a fermé son usine en mars.", page) != {Outcome.AGREES}
