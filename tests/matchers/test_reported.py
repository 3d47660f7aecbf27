"""How the news tells of what is to come, was once, is only asked in polls, or follows by a division."""

from datetime import date

import pytest

from claimcheck.enums import Code, Outcome, Role
from claimcheck.extractors import PageExtractor
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.words import headline_plans, negations
from claimcheck.model import Block, Cell, Claim, Comparison, Document, Issued, Location, Page, Source

PLACE = Location("claims.yaml", 1, 1)
SOURCE = Source("https://example.org/a", PLACE)


def compare(
    claim: str, *paragraphs: str, title: str = "", language: str = "fr", issued: date | None = None
) -> tuple[Comparison, ...]:
    """Return how a claim stands to an English page of paragraphs below a heading."""
    parts = [*([title] if title else []), *paragraphs]
    text = "\n\n".join(parts)
    spans = [(text.index(part), text.index(part) + len(part)) for part in parts]
    roles = [Role.HEADING if part == title else Role.PARAGRAPH for part in parts]
    blocks = tuple(Block(role, span) for role, span in zip(roles, spans, strict=True))
    held = Claim("a", claim, (SOURCE,), PLACE, language=language)
    day = Issued(issued, "meta", "day") if issued is not None else None
    return RuleMatcher().match(held, Document(text, blocks, title, "en", issued=day), SOURCE).comparisons


def outcomes(*given: str, **options: str) -> set[Outcome]:
    """Return what the comparisons come to."""
    return {comparison.outcome for comparison in compare(*given, **options)}


@pytest.mark.parametrize(
    ("headline", "plans"),
    [
        ("Lumora to close Brindle plant", True),
        ("Sama to hire 2,100 Kenyans", True),
        ("A guide to pensions", False),
        ("Road to Lodva closed", False),
        ("From 5 to 10 in a year", False),
        ("Workers paid to wait", False),
        ("Letters to the editor", False),
    ],
)
def test_an_infinitive_of_a_headline_is_a_plan(headline: str, *, plans: bool) -> None:
    assert bool(headline_plans(headline, "en")) == plans


def test_what_a_headline_plans_has_not_happened() -> None:
    page = ("Staff were told on Monday.",)
    assert Outcome.AGREES not in outcomes(
        "Lumora a fermé son usine de Brindle.", *page, title="Lumora to close Brindle plant"
    )


def test_what_somebody_said_that_they_would_do_is_what_they_will_do() -> None:
    page = "Lumora said on Monday it would shut its factory in Brindle, with the loss of 460 jobs."
    assert outcomes("Lumora va supprimer 460 emplois à Brindle.", page) == {Outcome.AGREES}
    assert outcomes("Lumora a supprimé 460 emplois à Brindle.", page) == {Outcome.WEAKER}


def test_what_a_court_says_one_must_pay_is_what_one_was_fined() -> None:
    page = "The Marrow Bay Harbour Authority must pay a fine of 1.4 million pounds, a judge ruled on Thursday."
    assert outcomes("L'amende infligée à l'autorité portuaire de Marrow Bay est de 1,4 million de livres.", page) == {
        Outcome.AGREES
    }


def test_a_value_at_the_peak_is_a_former_one() -> None:
    page = "At its peak the Brindle site had 2,100 workers."
    (found,) = compare("L'usine de Brindle emploie 2 100 personnes.", page)
    assert found.outcome is not Outcome.AGREES


def test_what_happened_when_it_last_did_is_of_another_time() -> None:
    page = "It was the deadliest accident on the route since September, when 28 people drowned."
    (found,) = compare("L'accident a fait vingt-huit morts.", page)
    assert found.outcome is not Outcome.AGREES


def test_what_a_poll_gives_is_no_result() -> None:
    page = "A poll on Friday gave Jana Kobel 44% of the vote."
    assert outcomes("Jana Kobel a obtenu 44 % des voix.", page) == {Outcome.WEAKER}


def test_a_margin_of_error_is_added_to_nothing() -> None:
    page = "A poll gave Kobel 44% and Terek 41%, within the margin of error of three points."
    found = compare("Terek et Kobel sont crédités ensemble de 47 % des voix.", page)
    assert Outcome.AGREES not in {c.outcome for c in found}


def test_what_a_place_is_built_for_is_not_how_many_are_there() -> None:
    page = "All survivors are in the reception centre of Port Salva, built for 90."
    (found,) = compare("Le centre d'accueil de Port Salva héberge 90 personnes.", page)
    assert found.outcome is not Outcome.AGREES


def test_a_part_that_was_seriously_hurt_is_not_all_who_were() -> None:
    page = "The crane fell on dockers in Marrow Bay: seven dockers were hurt, three of them seriously."
    found = compare("Sept dockers ont été grièvement blessés à Marrow Bay.", page)
    assert {c.outcome for c in found} != {Outcome.AGREES}


def test_a_denial_ends_where_another_thing_is_said() -> None:
    page = "Clearfield says that nobody earns less than 150 shillings and that all overtime is paid."
    found = compare("Clearfield says that all overtime is paid.", page, language="en")
    assert Code.NEGATION not in {c.code for c in found}


def test_who_found_out_is_not_denied_by_what_was_found() -> None:
    page = "In March a labour officer found that 61 of 78 workers he interviewed had not been paid for overtime."
    claim = (
        "Un inspecteur du travail a constaté que 61 des 78 salariés interrogés n'avaient pas été payés pour leurs "
        "heures supplémentaires."
    )
    assert outcomes(claim, page) == {Outcome.AGREES}


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        ("Le nombre de permis de construire a chuté de 23 % en 2024.", Outcome.AGREES),
        ("Le nombre de permis de construire a chuté de 22,98 % en 2024.", Outcome.AGREES),
        ("Le nombre de permis de construire a chuté de 32 % en 2024.", Outcome.CONFLICTS),
    ],
)
def test_a_share_that_is_worked_out_is_told_to_the_digits_of_the_claim(claim: str, outcome: Outcome) -> None:
    page = "The city issued 1,240 building permits in 2024, compared with 1,610 in 2023."
    assert outcomes(claim, page) == {outcome}


def test_what_is_done_beyond_a_semicolon_is_done_to_another() -> None:
    page = "Chief financial officer Ana Brecht leaves at the end of December; her successor has not been named."
    assert Outcome.AGREES not in outcomes("Ana Brecht a été remplacée à la direction financière.", page)


def test_what_a_value_may_reach_is_its_upper_bound() -> None:
    page = "The company could be fined up to 4% of its worldwide turnover."
    claim = "La société risque une amende pouvant atteindre 4 % de son chiffre d'affaires mondial."
    assert outcomes(claim, page) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("La société paie une amende de 4 % de son chiffre d'affaires mondial.", page)


def test_the_first_cell_of_a_row_says_its_unit() -> None:
    rows = ["Year | 2023 | 2024", "Plastic removed (tonnes) | 164 | 203", "Volunteers | 3,120 | 2,980"]
    text = "\n".join(rows)
    blocks, place = [], 0
    heads = rows[0].split(" | ")
    for row in rows:
        cells, at = [], place
        for head, cell in zip(heads, row.split(" | "), strict=True):
            cells.append(Cell("" if place == 0 else head, (at, at + len(cell))))
            at += len(cell) + 3
        blocks.append(Block(Role.TABLE_ROW, (place, place + len(row)), cells=tuple(cells)))
        place += len(row) + 1
    held = Claim("a", "En 2024, 203 tonnes de plastique ont été retirées.", (SOURCE,), PLACE, language="fr")
    found = RuleMatcher().match(held, Document(text, tuple(blocks), "The river", "en"), SOURCE).comparisons
    assert {c.outcome for c in found} == {Outcome.AGREES}
    assert "203 t" in {c.found_value for c in found}


def test_the_noun_right_before_a_value_says_what_it_is_of() -> None:
    page = "Halcyon raised $1.5 billion in March at a valuation of $11 billion."
    assert outcomes("Halcyon a levé 1,5 milliard de dollars en mars.", page) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("Halcyon a levé 11 milliards de dollars en mars.", page)


def test_what_is_denied_of_those_who_are_counted_was_not_done() -> None:
    page = "Two foreign groups had a look, but none has submitted an offer."
    (found,) = compare("Deux groupes étrangers ont soumis une offre.", page)
    assert (found.outcome, found.code) == (Outcome.CONFLICTS, Code.NEGATION)


def test_what_a_page_dates_not_is_not_of_a_year_long_past() -> None:
    page = ("The record was set in 2015.", "Health officials say that the heat caused 640 deaths in Castrane.")
    claim = "En juillet {}, la chaleur a fait 640 morts à Castrane."
    issued = date(2022, 8, 11)
    assert {c.outcome for c in compare(claim.format(2022), *page, issued=issued)} == {Outcome.AGREES}
    assert Code.PART_MISSING in {c.code for c in compare(claim.format(2015), *page, issued=issued)}


def test_a_part_joined_behind_a_value_is_judged_by_itself() -> None:
    page = "At Lindau, absences have fallen by 18 percent. Productivity has remained unchanged."
    found = compare("À Lindau, les absences ont chuté de 18 % et la productivité est montée.", page)
    assert Outcome.AGREES in {c.outcome for c in found}
    assert len({c.assertion for c in found}) == 2
    assert any(c.outcome is not Outcome.AGREES for c in found)


def test_a_noun_behind_an_article_denies_nothing() -> None:
    text = "The firm hired 6,300 riders, ending a dispute of four years."
    assert negations(text, "en") == []
    assert negations("The firm disputes that it hired 6,300 riders.", "en") != []


def test_a_paragraph_that_sends_elsewhere_supports_nothing_without_a_link_too() -> None:
    body = b"<html><body><article><h1>Pay</h1><p>The firm employs 2,400 people in Nairobi, it says.</p>"
    pointer = b"<p>See also: Annotate fined 5 million dollars in Brazil</p></article></body></html>"
    page = Page("https://example.org/a", body + pointer, "text/html")
    roles = {b.role for b in PageExtractor().extract(page).blocks}
    assert roles == {Role.HEADING, Role.PARAGRAPH, Role.RELATED}


@pytest.mark.parametrize(
    ("text", "language", "notation"),
    [
        ("Les modérateurs gagnaient de 1,46 à 3,74 dollars de l'heure.", "fr", "1.46\N{EN DASH}3.74 USD per hour"),
        ("Los moderadores ganaban de 1,46 a 3,74 dólares la hora.", "es", "1.46\N{EN DASH}3.74 USD per hour"),
        ("Il gagne 2 000 euros par mois.", "fr", "2,000 EUR per month"),
    ],
)
def test_who_earns_so_much_has_risen_by_nothing(text: str, language: str, notation: str) -> None:
    assert [q.notation for q in read_quantities(text, language)] == [notation]


def test_where_a_price_ended_is_not_by_how_much_it_rose() -> None:
    page = "Water prices rose from 1.10 to 1.45 euros per cubic metre."
    assert outcomes("Le prix de l'eau est passé de 1,10 à 1,45 euro le mètre cube.", page) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("Le prix de l'eau a augmenté de 1,45 euro le mètre cube.", page)


def test_what_a_thing_had_at_its_peak_is_not_against_what_it_has() -> None:
    page = (
        "At its peak, in 2021, the firm Annotate had 3,900 employees.",
        "Today the firm Annotate employs 2,400 people.",
    )
    assert outcomes("Annotate compte 2 400 salariés.", *page) == {Outcome.AGREES}
    assert Outcome.AGREES not in outcomes("Annotate emploie 3 900 personnes.", *page)


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("The state pays 30 of the 48 million euros.", "en", [30_000_000, 48_000_000]),
        ("El Estado paga 30 de los 48 millones de euros.", "es", [30_000_000, 48_000_000]),
        ("It lost 3 of the 2 million users.", "en", [3, 2_000_000]),
    ],
)
def test_a_part_of_an_amount_is_of_its_scale(text: str, language: str, values: list[int]) -> None:
    assert [int(q.low) for q in read_quantities(text, language)] == values
