"""What one sentence says of another: an answer, a bare denial, a refusal of what was offered before."""

import pytest
from matchers.laws_facts import document, verdict

from claimcheck.enums import Verdict


@pytest.mark.parametrize(
    ("claim", "language", "page"),
    [
        ("La ville a renoncé à ce pont.", "fr", "The city abandoned the bridge."),
        ("La ciudad renunció al puente.", "es", "The city gave up the bridge."),
        ("La banque a démenti une fusion.", "fr", "The bank denied a merger."),
    ],
)
def test_an_act_that_both_sides_tell_denies_nothing(claim: str, language: str, page: str) -> None:
    assert verdict(claim, document(page), language) is Verdict.SUPPORTED


def test_an_act_that_is_denied_is_not_told() -> None:
    page = document("The city did not abandon the bridge.")
    assert verdict("La ville a renoncé à ce pont.", page, "fr") is Verdict.CONTRADICTED


_CHAIR = "The council's chair, Ida Holm, wrote to the minister in May."


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("Ida Holm a démissionné du conseil.", "fr"),
        ("Ida Holm has resigned from the council.", "en"),
        ("Ida Holm ha dimitido del consejo.", "es"),
    ],
)
def test_a_bare_denial_is_of_whom_the_sentence_before_names(claim: str, language: str) -> None:
    page = document(_CHAIR, "An early report said that Holm had stepped down. She has not resigned.")
    assert verdict(claim, page, language) is Verdict.CONTRADICTED


def test_a_bare_denial_of_another_denies_nothing() -> None:
    page = document(_CHAIR, "Rolf Brandt is her deputy. He has not resigned.")
    assert verdict("Ida Holm has resigned from the council.", page) is not Verdict.CONTRADICTED


def test_a_denial_with_words_of_its_own_is_of_those() -> None:
    page = document(_CHAIR, "She has not resigned from the rowing club.")
    assert verdict("Ida Holm has resigned from the council.", page) is not Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("told", "denial", "language"),
    [
        ("The minister says that the council approved the plan.", "It did not.", "en"),
        ("The minister says that the council approved the plan.", "That is not true.", "en"),
        ("Le ministre dit que le conseil a approuvé le plan.", "Ce n'est pas le cas.", "fr"),
        ("Der Minister sagt, dass der Rat den Plan genehmigt hat.", "Das stimmt nicht.", "de"),
    ],
)
def test_what_the_next_sentence_denies_is_not_supported(told: str, denial: str, language: str) -> None:
    claim = "Le conseil a approuvé le plan."
    assert verdict(claim, document(f"{told} {denial}", language=language), "fr") is Verdict.CONTRADICTED


def test_that_he_says_so_is_not_denied_with_what_he_says() -> None:
    page = document("The minister says that the council approved the plan. It did not.")
    assert verdict("The minister says that the council approved the plan.", page) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("No. The vote was postponed.", Verdict.CONTRADICTED), ("Yes, by a wide margin.", Verdict.SUPPORTED)],
)
def test_a_question_is_answered_by_yes_or_no(answer: str, expected: Verdict) -> None:
    page = document("Has the council approved the plan?", answer)
    assert verdict("The council has approved the plan.", page) is expected


def test_a_question_without_an_answer_says_nothing() -> None:
    page = document("Has the council approved the plan?", "The minutes are kept by Ida Holm.")
    assert verdict("The council has approved the plan.", page) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Le village n'a pas voulu d'un prêt de dix ans.", Verdict.SUPPORTED),
        ("Le village a accepté un prêt de dix ans.", Verdict.CONTRADICTED),
    ],
)
def test_what_was_refused_is_what_was_said_before(claim: str, expected: Verdict) -> None:
    page = document("The bank proposed a loan of ten years, the village refused it.")
    assert verdict(claim, page, "fr") is expected


def test_what_is_to_come_of_a_thing_is_not_of_what_was_done_to_it() -> None:
    page = document("The crews have postponed a two-day strike that was to begin on Friday.")
    assert verdict("Les équipages ont reporté la grève de deux jours.", page, "fr") is Verdict.SUPPORTED


def test_what_befalls_a_number_of_people_later_is_still_to_come() -> None:
    page = document("The firm has named the 300 workers who will be dismissed in May.")
    assert verdict("L'entreprise a licencié 300 salariés.", page, "fr") is not Verdict.SUPPORTED


def test_a_charge_that_the_claim_tells_as_one_is_no_weaker() -> None:
    page = document("The ombudsman has found that a programme wrongly accused 300 families of fraud.")
    assert verdict("Un programme a accusé à tort 300 familles.", page, "fr") is Verdict.SUPPORTED
    assert verdict("Trois cents familles ont fraudé.", page, "fr") is not Verdict.SUPPORTED


def test_what_is_joined_as_a_denial_is_an_assertion_of_its_own() -> None:
    page = document("The museum returned 47 bronzes. It keeps 11 other bronzes on loan.")
    assert verdict("The museum returned 47 bronzes and keeps none.", page) is not Verdict.SUPPORTED
    assert verdict("Le musée a rendu 47 bronzes et n'en conserve aucun.", page, "fr") is not Verdict.SUPPORTED
    assert verdict("Le musée a rendu 47 bronzes.", page, "fr") is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("The court reinstated the driver.", "en"),
        ("Le tribunal a ordonné la réintégration du chauffeur.", "fr"),
        ("Il tribunale ha disposto il reintegro dell'autista.", "it"),
    ],
)
def test_who_refuses_an_act_has_not_ordered_it(claim: str, language: str) -> None:
    assert verdict(claim, document("The court declined to reinstate the driver."), language) in {
        Verdict.CONTRADICTED,
        Verdict.FAILED_VERIFICATION,
    }
    assert (
        verdict(claim, document("The court ordered that the driver be reinstated."), language)
        is not Verdict.CONTRADICTED
    )


def test_a_subsidy_ruled_out_was_not_granted() -> None:
    page = document("The ministry has ruled out a subsidy.")
    assert verdict("Le ministère a accordé une subvention.", page, "fr") is Verdict.CONTRADICTED


def test_to_say_nothing_of_an_act_is_not_to_refuse_it() -> None:
    page = document("The ministry did not comment on the subsidy.")
    assert verdict("Le ministère a accordé une subvention.", page, "fr") is not Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("The study cannot say that night work causes illness.", Verdict.CONTRADICTED),
        ("The study did not find that night work causes illness.", Verdict.CONTRADICTED),
        ("The study found that night work causes illness.", Verdict.SUPPORTED),
    ],
)
def test_what_is_not_found_is_not_said(page: str, expected: Verdict) -> None:
    assert verdict("Le travail de nuit provoque des maladies.", document(page), "fr") is expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("The inquiry into the accident rules out sabotage.", Verdict.CONTRADICTED),
        ("The accident was caused by sabotage.", Verdict.SUPPORTED),
    ],
)
def test_a_cause_that_is_ruled_out_is_none(page: str, expected: Verdict) -> None:
    assert verdict("L'accident a été causé par un sabotage.", document(page), "fr") is expected


def test_an_act_in_a_clause_of_its_own_is_not_denied_with_another() -> None:
    page = document("In her memoirs Ida Holm denies having left the club and writes that she voted for the reform.")
    assert verdict("Ida Holm writes that she voted for the reform.", page) is not Verdict.CONTRADICTED


def test_a_request_that_was_refused_was_made() -> None:
    page = document("The union had asked the court to fine the firm, but the judge declined to do so.")
    assert verdict("The union asked the court to fine the firm.", page) is not Verdict.CONTRADICTED
    assert verdict("The court fined the firm.", page) is not Verdict.SUPPORTED


def test_an_opposite_is_no_support() -> None:
    page = document("The board accepted the resignation of Otto Blume and appointed Ida Holm.")
    assert verdict("Le conseil a révoqué Otto Blume.", page, "fr") is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language", "expected"),
    [
        ("“I will run the mill for two years, not for ten years,” said Ida Holm.", "en", Verdict.SUPPORTED),
        ("“I will run the mill for ten years, not for two years,” said Ida Holm.", "en", Verdict.CONTRADICTED),
        (
            "« Je dirigerai le moulin pendant dix ans, pas pendant deux ans », a dit Ida Holm.",
            "fr",
            Verdict.CONTRADICTED,
        ),
    ],
)
def test_words_of_a_quote_do_not_change_places(claim: str, language: str, expected: Verdict) -> None:
    page = document("“I will run the mill for two years, not for ten years,” said Ida Holm.")
    assert verdict(claim, page, language) is expected


def test_an_act_that_is_denied_in_another_clause_was_not_done() -> None:
    page = document("The union postponed the strike but did not call it off.")
    assert verdict("Le syndicat a annulé la grève.", page, "fr") is Verdict.CONTRADICTED
    assert verdict("Le syndicat a reporté la grève.", page, "fr") is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("La ministre, Petra Lund, n'entend pas démissionner.", "fr"),
        ("Petra Lund descartó dimitir.", "es"),
    ],
)
def test_to_have_no_intention_is_to_rule_out(claim: str, language: str) -> None:
    page = document("The minister, Petra Lund, said she had no intention of resigning.")
    assert verdict(claim, page, language) is Verdict.SUPPORTED


def test_what_is_only_set_right_in_its_reason_was_done() -> None:
    page = document("The bridge was not closed for repairs but because of a lawsuit.")
    assert verdict("Le pont a été fermé en raison d'un procès.", page, "fr") is not Verdict.CONTRADICTED
    assert verdict("Le pont a été fermé pour des réparations.", page, "fr") is Verdict.CONTRADICTED


def test_two_who_differ_are_not_of_one_mind() -> None:
    page = document("The union supports the plan; the residents' association opposes it.")
    assert verdict("Le syndicat soutient le plan.", page, "fr") is Verdict.SUPPORTED
    assert verdict("Le syndicat s'oppose au plan.", page, "fr") is Verdict.CONTRADICTED


def test_what_was_suspended_will_be_resumed() -> None:
    page = document("The regulator suspended its inquiry in May. It confirmed on Thursday that it would now resume it.")
    assert verdict("Le régulateur va reprendre son enquête.", page, "fr") is Verdict.SUPPORTED
    assert verdict("Le régulateur a repris son enquête.", page, "fr") is not Verdict.SUPPORTED


def test_a_cause_is_no_plan() -> None:
    page = document("The accident was due to a broken rail, not to speed.")
    assert verdict("L'accident est dû à un rail cassé.", page, "fr") is Verdict.SUPPORTED
    plan = document("The station was due to open in May.")
    assert verdict("La gare a ouvert.", plan, "fr") is not Verdict.SUPPORTED


def test_claims_that_are_rejected_are_denied() -> None:
    page = document("The director rejected claims that the data had been sold.")
    assert verdict("La directrice dément que les données aient été vendues.", page, "fr") is Verdict.SUPPORTED
    assert verdict("Les données ont été vendues.", page, "fr") is not Verdict.SUPPORTED


def test_what_was_to_come_of_a_thing_is_told_in_its_clause_alone() -> None:
    page = document("The strike, which was to begin on Monday, has been called off.")
    assert verdict("La grève a été annulée.", page, "fr") is Verdict.SUPPORTED
    assert verdict("La grève a commencé.", page, "fr") is not Verdict.SUPPORTED


def test_to_agree_to_an_act_is_not_to_have_done_it() -> None:
    page = document("The museum has agreed in principle to return the mask.")
    assert verdict("Le musée a restitué le masque.", page, "fr") is not Verdict.SUPPORTED
    assert verdict("The museum has returned the mask.", page) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("La foire est annulée.", "The fair has been postponed."),
        ("Le musée est financé par un don.", "The museum is paid for by a loan."),
        ("Le conseil a révoqué Otto Blume.", "The board accepted that Otto Blume resigned."),
    ],
)
def test_outcomes_that_exclude_each_other_are_not_the_same(claim: str, page: str) -> None:
    assert verdict(claim, document(page), "fr") is not Verdict.SUPPORTED


def test_what_was_said_at_first_denies_nothing() -> None:
    page = document("Police initially said that two men had been arrested. They later said that nobody had been.")
    assert verdict("Personne n'a été arrêté.", page, "fr") is not Verdict.CONTRADICTED


def test_no_arrests_are_no_arrests() -> None:
    page = document("There have been no arrests, police said.")
    assert verdict("La police a procédé à des arrestations.", page, "fr") is Verdict.CONTRADICTED
    assert verdict("Personne n'a été arrêté, selon la police.", page, "fr") is Verdict.SUPPORTED


def test_who_denies_a_charge_denies_it_in_both() -> None:
    page = document("The former treasurer, Otto Blume, had denied all the charges.")
    assert verdict("L'ancien trésorier niait toutes les accusations.", page, "fr") is Verdict.SUPPORTED
    assert verdict("L'ancien trésorier a reconnu les accusations.", page, "fr") is not Verdict.SUPPORTED


def test_what_it_did_is_its_of_whom_the_sentence_began() -> None:
    page = document("The committee found that the deputy had met the lawyers, but it cleared the minister, Karl Moen.")
    assert verdict("Karl Moen a été blanchi par la commission.", page, "fr") is Verdict.SUPPORTED


def test_what_is_said_beside_a_denial_is_said() -> None:
    page = document("The clinic denied that it had hidden the file, and said that the nurse had lost it.")
    assert verdict("La clinique affirme que l'infirmière a perdu le dossier.", page, "fr") is Verdict.SUPPORTED
    assert verdict("La clinique a caché le dossier.", page, "fr") is not Verdict.SUPPORTED


def test_what_she_did_behind_a_comma_is_told_apart_from_what_was_not_done() -> None:
    page = document("La mairie n'a pas retiré son projet, elle l'a seulement reporté à l'automne.", language="fr")
    assert verdict("La mairie a reporté son projet.", page, "fr") is not Verdict.CONTRADICTED
    assert verdict("La mairie a retiré son projet.", page, "fr") is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("page", "language"),
    [("I was opposed to the dam. I no longer am.", "en"), ("J'étais opposée au barrage. Je ne le suis plus.", "fr")],
)
def test_what_holds_no_longer_is_not_told_as_of_now(page: str, language: str) -> None:
    held = document(page, language=language)
    assert verdict("The speaker is opposed to the dam.", held) is not Verdict.SUPPORTED
    assert verdict("She opposes the dam.", held) is not Verdict.SUPPORTED
