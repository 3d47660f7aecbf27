"""How pages tell of pay: rates that are shared, net and gross, a verb without a meaning of its own, whose pay it is."""

import pytest
from matchers.short_pages import compare, outcomes

from claimcheck.enums import Code, Outcome
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.words import negations
from claimcheck.matchers.words.clauses import clauses, resumed


def rates(text: str, language: str = "en") -> list[str]:
    """Return what each number of a text is per."""
    return [quantity.per for quantity in read_quantities(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("about 41,000 shillings a month, or $318", "en"),
        ("52,000 Kenyan shillings ($403) a month", "en"),
        ("900 euros par mois, soit 970 dollars", "fr"),
        ("900 euros al mes, es decir, 970 dólares", "es"),
        ("900 Euro im Monat, umgerechnet 970 Dollar", "de"),
        ("900 euro al mese, ossia 970 dollari", "it"),
    ],
)
def test_an_amount_told_again_in_another_currency_has_the_same_rate(text: str, language: str) -> None:
    assert rates(text, language) == ["month", "month"]


@pytest.mark.parametrize("text", ["$300 a month, or $4,000 with a car", "$300 a month and €40 for the room"])
def test_an_amount_that_is_not_told_again_has_no_rate(text: str) -> None:
    assert rates(text)[1] == ""


def test_an_adjective_before_what_is_paid_tells_the_rate_of_an_amount_that_follows_later() -> None:
    assert rates("the country's monthly minimum wage, which stood at about $7") == ["month"]


@pytest.mark.parametrize(
    ("text", "language", "basis"),
    [
        ("She took home 18,300 pesos", "en", "net"),
        ("They get $240 a month after deductions", "en", "net"),
        ("They get $240 a month, before tax", "en", "gross"),
        ("Ils touchent 240 euros par mois, net d'impôts", "fr", "net"),
        ("Sie verdienen 240 Euro im Monat nach Abzügen", "de", "net"),
        ("Guadagnano 240 euro al mese dopo le tasse", "it", "net"),
    ],
)
def test_what_is_kept_or_deducted_tells_net_from_gross(text: str, language: str, basis: str) -> None:
    assert [quantity.basis for quantity in read_quantities(text, language)] == [basis]


def test_net_is_said_by_an_amount_after_tax() -> None:
    page = "Sorters at the Tolar depot were paid $2.60 an hour after tax."
    assert outcomes("Les trieurs de Tolar touchaient 2,60 dollars de l'heure net d'impôts.", page) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("Les trieurs de Tolar touchaient 2,60 dollars de l'heure brut.", page)


def test_bare_shillings_are_those_that_the_page_names() -> None:
    page = "The base wage at Tolar was 36,000 Kenyan shillings a month. A night guard got 29,000 shillings a month."
    assert outcomes("Un gardien de nuit touchait 29 000 shillings par mois.", page) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("Un gardien de nuit touchait 29 000 shillings par semaine.", page)


def test_to_make_an_amount_is_to_earn_it() -> None:
    page = (
        "Rosa Quint, 44, types invoices for Tolar from home. She makes around $55 a week. In a good month of 2021 she "
    )
    page += "earned $410."
    assert outcomes("Rosa Quint gagne environ 55 dollars par semaine.", page) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("Rosa Quint gagne environ 55 dollars par mois.", page)


def test_to_make_a_thing_is_not_to_earn_it() -> None:
    page = "Rosa Quint makes 55 baskets a week."
    assert Outcome.AGREES not in outcomes("Rosa Quint gagne 55 dollars par semaine.", page)


def test_a_rent_is_no_wage_though_the_sentence_before_tells_of_one() -> None:
    page = "Ms Quint said she took home 21,500 shillings. Her rent alone is 9,000 shillings."
    assert Outcome.AGREES not in outcomes("Le salaire de Mme Quint s'élève à 9 000 shillings.", page)
    assert outcomes("Le loyer de Mme Quint s'élève à 9 000 shillings.", page) == {Outcome.AGREES}


def test_how_much_more_is_paid_is_no_part_of_a_bonus() -> None:
    page = "A worker who missed a target lost a tenth of the monthly bonus. Night shifts were paid 20% more."
    assert Outcome.AGREES not in outcomes("Un objectif manqué coûtait 20 % de la prime mensuelle.", page)


def test_the_same_digits_at_another_rate_are_not_worked_out_of_a_multiple() -> None:
    page = "He gets $40 a week, eight times the country's monthly minimum wage, which stood at about $5."
    assert Outcome.AGREES not in outcomes("Le salaire minimum hebdomadaire était d'environ 5 dollars.", page)


def test_what_the_average_worker_earns_is_not_what_one_person_is_paid() -> None:
    page = "Rosa Quint types invoices for Tolar. The company says its average worker earns $3.40 an hour."
    assert Outcome.AGREES not in outcomes("Tolar paie Rosa Quint 3,40 dollars de l'heure.", page)


def test_an_amount_without_its_rate_has_that_of_the_sentence_before() -> None:
    page = "Cleaners are paid €9.80 an hour. The union is asking for €11."
    assert outcomes("Le syndicat réclame 11 euros de l'heure.", page) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("Le syndicat réclame 11 euros par jour.", page)


def test_what_stands_beyond_a_semicolon_is_said_of_another() -> None:
    page = "The contractor offered them a rise of 2%; the union is asking for €11."
    assert Outcome.MISSING in outcomes("Le syndicat propose une hausse de 2 %.", page)
    assert outcomes("Le sous-traitant propose une hausse de 2 %.", page) == {Outcome.AGREES}


def test_what_is_said_of_a_part_is_not_said_of_the_whole() -> None:
    page = "Of the 1,200 workers on the platform, two thirds live in Ghana."
    assert Outcome.MISSING in outcomes("La plateforme compte 1 200 travailleurs ghanéens.", page)
    assert outcomes("La plateforme compte 1 200 travailleurs.", page) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("text", "language", "begun", "going_on"),
    [
        ("The office of Tolar, which sorts mail for a lab, paid 300 people.", "en", "The office of Tolar,", "paid"),
        ("Tolar, qui trie le courrier, a licencié 40 salariés.", "fr", "Tolar,", "a licencié"),
        ("The deal, which runs until June 2025, brings drivers 310 pesos.", "en", "The deal,", "brings"),
    ],
)
def test_a_clause_goes_on_behind_what_was_put_in(text: str, language: str, begun: str, going_on: str) -> None:
    parts = clauses(text, None, language)
    number = next(n for n, (a, b) in enumerate(parts) if text[a:b].startswith(going_on))
    held = resumed(text, parts, number, language)
    assert held is not None
    assert text[slice(*held)] == begun


def test_a_clause_with_a_figure_of_its_own_is_not_gone_on_with() -> None:
    text = "Revenue rose to 5 million, which beat forecasts, helped by exports of 3 million."
    parts = clauses(text, None, "en")
    assert resumed(text, parts, len(parts) - 1, "en") is None


def test_the_subject_before_what_is_put_in_is_that_of_the_value_behind_it() -> None:
    page = (
        "Workers at the Lodva office of Tolar, which labels text for a Boston lab, were paid between $1.46 and $3.74 "
    )
    page += "an hour, payslips seen by the Courier show. The lab had agreed to pay Tolar $12.50 an hour for the work."
    claim = "I lavoratori di Tolar guadagnavano tra 1,46 e 3,74 dollari l'ora."
    assert outcomes(claim, page, language="it") == {Outcome.AGREES}


def test_a_number_between_commas_behind_a_name_is_an_age() -> None:
    page = "In Lodva, Rosa Quint, 44, a former nurse, types invoices for a living."
    assert outcomes("Rosa Quint, ancienne infirmière, a 44 ans.", page) == {Outcome.AGREES}
    conflicts = [
        c.code for c in compare("Rosa Quint, 46 ans, tape des factures.", page) if c.outcome is Outcome.CONFLICTS
    ]
    assert conflicts == [Code.VALUE_CONFLICT]


@pytest.mark.parametrize("claim", ["Rosa Quint habite à Lodva depuis trois ans.", "Rosa Quint a écrit 12 livres."])
def test_an_age_says_nothing_against_another_number(claim: str) -> None:
    page = "Rosa Quint, 44, lives in Lodva and writes books."
    assert Outcome.CONFLICTS not in outcomes(claim, page)


def test_each_no_denies_its_own() -> None:
    text = "Workers have no contract, no sick leave and no fixed hours."
    denied = [text[slice(*cue.scope)] for cue in negations(text, "en")]
    assert denied == ["no contract", "no sick leave and ", "no fixed hours."]


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Les travailleurs ont un contrat.", "Workers have no contract."),
        ("Les travailleurs ont un contrat et un congé maladie.", "Workers have no contract and no sick leave."),
        ("Les modérateurs ont reçu un soutien psychologique.", "The moderators received no psychological support."),
    ],
)
def test_an_object_denied_denies_the_claim(claim: str, page: str) -> None:
    assert outcomes(claim, page) == {Outcome.CONFLICTS}


def test_what_is_denied_of_some_alone_denies_nothing_of_all() -> None:
    page = "Workers who have no contract are paid in cash."
    assert Outcome.CONFLICTS not in outcomes("Les travailleurs ont un contrat.", page)
