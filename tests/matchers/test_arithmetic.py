"""One step of arithmetic: what follows from a page in one step is supported by it, and nothing that only comes out."""

from datetime import date

import pytest
from matchers.laws_facts import document, finding, verdict

from claimcheck.enums import Verdict
from claimcheck.extractors import PageExtractor
from claimcheck.model import Page

FERRY = "The ferry Brannoch carried 48,200 cars this summer, 3,100 fewer than the summer before."
LIST = "The waiting list in Lodva stands at 2,640 patients, 410 more than at Tarnfield."
PARTS = "Of the 320 beds of the clinic in Lodva, 48 are closed."
SALES = "Sales of Arbor came to 74 million euros, against 37 million euros a year earlier."
SAVED = "Lodva announced savings of 21 billion crowns, two thirds of them in transport."
RISE = "The fare in Lodva rose from 14 to 18 euros."
STAFF = "Arbor took on 4,150 people and now has 131,700."
NORMAL = "In Lodva the rate is 1.8%, three times the normal rate."
RATE = "A trainee at Arbor earns 420 euros a month for ten months."
EACH = "Arbor runs 17 turbines of 5.6 MW each."
OFFERED = "All 118 inspectors of Arbor were offered other work. Eighty-one took it; the rest left with a payment."
CLASSES = "In Lodva 41 classes close and 18 open."
TRIPLE = "Arbor will triple its capacity, today 90 tonnes a day."
PROFIT = "Arbor made a profit of 312 million dollars in 2023, compared with 208 million in 2022."
RIVALS = (
    "Arbor is an airline. It carried 1.9 million passengers, 150,000 fewer than a year earlier, "
    "while its competitor Lark carried 2.2 million, 90,000 more."
)
BIKES = "Lodva counted 18,400 cyclists. The number of cars fell from 52,000 to 39,000."
FEAST = "Lodva spent 2.7 million euros on the feast, 300,000 euros less than budgeted."
DEBT = "The debt of Lodva fell by 20 percent to 16 million euros."
CLAIMED = "The miners of Lodva will get a raise of 6 percent, half of what the union had asked for."
STATES = "All but two of the 36 provinces of Lodva signed the treaty in May."
LOST = "Of every 100 litres pumped into the network of Lodva, 38 are lost."
COAL = "Arbor used 640,000 tonnes of coal, half as much as ten years ago."
FLAT = "The profit of Arbor fell 40 percent in 2023. Revenue was unchanged at 1.2 billion euros."
BOTH = "In 2024 Arbor spent 120,000 euros on repairs and 45,000 euros on books."
SHORE = "Arbor employs 1,240 people, a third of them in Lodva."
BORN = "Marta Hale, born on 3 July 1980, heads Arbor."

FOLLOWS = (
    ("fr", "L'été précédent, le Brannoch avait transporté 51 300 voitures.", FERRY),
    ("en", "The waiting list at Tarnfield stands at 2,230 patients.", LIST),
    ("fr", "À Lodva, 15 % des lits de la clinique sont fermés.", PARTS),
    ("en", "In Lodva 272 beds of the clinic are not closed.", PARTS),
    ("fr", "Les ventes d'Arbor ont doublé en un an.", SALES),
    ("de", "Der Umsatz von Arbor hat sich verdoppelt.", SALES),
    ("fr", "Lodva économisera 14 milliards de couronnes dans les transports.", SAVED),
    ("es", "La tarifa en Lodva subió 4 euros.", RISE),
    ("en", "Before, Arbor had 127,550 people.", STAFF),
    ("it", "A Lodva il tasso normale è dello 0,6 %.", NORMAL),
    ("fr", "Un stagiaire d'Arbor gagne 4 200 euros au total.", RATE),
    ("pt", "Arbor opera turbinas de 95,2 MW no total.", EACH),
    ("en", "Thirty-seven inspectors of Arbor left with a payment.", OFFERED),
    ("fr", "À Lodva, les fermetures de classes l'emportent de 23 sur les ouvertures.", CLASSES),
    ("es", "La capacidad de Arbor será de 270 toneladas diarias.", TRIPLE),
    ("fr", "Marta Hale a 43 ans.", BORN),
    ("fr", "Le bénéfice d'Arbor a augmenté de 50 % en 2023.", PROFIT),
    ("fr", "Un an plus tôt, Lark avait transporté 2,11 millions de passagers.", RIVALS),
    ("en", "The number of cars in Lodva fell by 13,000.", BIKES),
    ("fr", "Le budget de la fête de Lodva était de 3 millions d'euros.", FEAST),
    ("es", "La deuda de Lodva era antes de 20 millones de euros.", DEBT),
    ("fr", "À Lodva, le syndicat avait demandé une hausse de 12 % pour les mineurs.", CLAIMED),
    ("fr", "En 2024, Arbor a dépensé 165 000 euros pour les réparations et les livres.", BOTH),
    ("fr", "Trente-quatre provinces de Lodva ont signé le traité.", STATES),
    ("en", "In the network of Lodva 38 percent of what is pumped is lost.", LOST),
    ("fr", "Il y a dix ans, Arbor utilisait 1,28 million de tonnes de charbon.", COAL),
)  # fmt: skip
DENIED = (
    ("fr", "L'été précédent, le Brannoch avait transporté 45 100 voitures.", FERRY),
    ("en", "The waiting list at Tarnfield stands at 3,050 patients.", LIST),
    ("fr", "Les ventes d'Arbor ont triplé en un an.", SALES),
    ("en", "The fare in Lodva rose by 6 euros.", RISE),
    ("en", "The fare in Lodva fell by 4 euros.", RISE),
    ("fr", "Le bénéfice d'Arbor a reculé de 50 % en 2023.", PROFIT),
    ("fr", "Le budget de la fête de Lodva était de 2,4 millions d'euros.", FEAST),
)
UNDECIDED = (
    # The size of a change belongs to what changed; that two numbers of a page give a third proves nothing.
    ("en", "At Hafen the waiting list stood at 1,890 patients a year ago.", f"{LIST} At Hafen it stands at 1,480."),
    ("fr", "Le Calva avait transporté 25 800 voitures l'été précédent.", f"{FERRY} The Calva carried 22,700 cars."),
    ("en", "Arbor employs 41,100 nurses.", "Arbor runs 38,000 shops. It has 3,100 lorries."),
    ("en", "Lodva closed 59 schools.", CLASSES),
    ("en", "In Lodva 272 beds of the clinic are closed.", PARTS),
    ("fr", "Marta Hale a 44 ans.", BORN),
    # Nor a value of one time and one of another, of one firm and of another, of one thing and of another.
    ("fr", "Arbor et Torvik ont gagné ensemble 520 millions de dollars.", f"{PROFIT} Torvik made 95 million."),
    ("fr", "Le bénéfice de Torvik a augmenté de 104 millions de dollars.", f"{PROFIT} Torvik made 95 million."),
    ("fr", "Un an plus tôt, Lark avait transporté 2,05 millions de passagers.", RIVALS),
    ("en", "The number of cyclists in Lodva fell by 13,000.", BIKES),
    ("en", "About 413 people of Arbor work in Hafen.", SHORE),
    ("fr", "En 2024, Arbor a dépensé 165 000 euros pour les réparations.", BOTH),
    ("fr", "Le chiffre d'affaires d'Arbor a reculé de 40 % en 2023.", FLAT),
    ("fr", "Trente-deux provinces de Lodva ont signé le traité.", STATES),
    ("fr", "En 2023, Arbor a dépensé 165 000 euros pour les réparations et les livres.", BOTH),
)


@pytest.mark.parametrize(("language", "claim", "page"), FOLLOWS, ids=lambda case: case[:40])
def test_what_follows_in_one_step_is_supported(language: str, claim: str, page: str) -> None:
    assert verdict(claim, document(page), language) is Verdict.SUPPORTED


@pytest.mark.parametrize(("language", "claim", "page"), DENIED, ids=lambda case: case[:40])
def test_what_one_step_denies_is_contradicted(language: str, claim: str, page: str) -> None:
    assert verdict(claim, document(page), language) is Verdict.CONTRADICTED


@pytest.mark.parametrize(("language", "claim", "page"), UNDECIDED, ids=lambda case: case[:40])
def test_what_only_comes_out_is_not_supported(language: str, claim: str, page: str) -> None:
    assert verdict(claim, document(page), language) is not Verdict.SUPPORTED


def test_the_reason_tells_the_operands() -> None:
    said = finding("L'été précédent, le Brannoch avait transporté 45 100 voitures.", document(FERRY), "fr")
    assert "48,200 + 3,100 = 51,300" in said.reason
    assert said.comparisons[0].evidence is not None
    assert "3,100 fewer" in said.comparisons[0].evidence.exact


def test_an_age_is_of_the_day_that_the_page_was_issued() -> None:
    later = document(BORN, issued=date(2024, 7, 3))
    assert verdict("Marta Hale a 44 ans.", later, "fr") is Verdict.SUPPORTED
    assert verdict("Marta Hale a 44 ans.", document(BORN, issued=None), "fr") is not Verdict.SUPPORTED


YEARS = (
    "Annual report of Arbor\n\nYear | Members | Donations (euros)\n2022 | 5,120 | 310,000\n2023 | 5,480 | 295,000\n"
    "2024 | 6,030 | 362,000\nTotal | 16,630 | 967,000\n"
)
PLACES = "Members of Arbor by town\n\nTown | 2023 | 2024\nLodva | 1,240 | 1,310\nHafen | 860 | 790\nNord | 415 | 530\n"
OF_TABLES = (
    ("Arbor gained 550 members between 2023 and 2024.", YEARS, Verdict.SUPPORTED),
    ("Les dons à Arbor ont baissé de 15 000 euros entre 2022 et 2023.", YEARS, Verdict.SUPPORTED),
    ("Hafen a perdu 70 membres entre 2023 et 2024.", PLACES, Verdict.SUPPORTED),
    ("Hafen a gagné 70 membres entre 2023 et 2024.", PLACES, Verdict.CONTRADICTED),
    ("Hafen a perdu 115 membres entre 2023 et 2024.", PLACES, Verdict.CONTRADICTED),
    ("In all three towns Arbor had 2,630 members in 2024.", PLACES, Verdict.SUPPORTED),
)


@pytest.mark.parametrize(("claim", "table", "expected"), OF_TABLES, ids=lambda case: str(case)[:40])
def test_rows_and_columns_tell_changes_and_sums(claim: str, table: str, expected: Verdict) -> None:
    page = PageExtractor().extract(Page("https://example.org/", table.encode(), "text/plain", "utf-8"))
    assert verdict(claim, page, "en" if claim[0] in "AI" else "fr") is expected


NUMBERS = (312, 148, 1_205, 77, 940, 2_318, 63, 415, 1_660, 529)
NOISE = tuple(
    f"In {place} the {thing} numbered {one:,}, and {other} of {place} had {two:,} {more}."
    for place, thing, one, other, two, more in (
        ("Hafen", "workers", 312, "the shops", 148, "customers"),
        ("Nord", "teachers", 1_205, "the schools", 940, "pupils"),
        ("Mirow", "nurses", 2_318, "the clinics", 415, "beds"),
        ("Tarn", "drivers", 1_660, "the garages", 529, "lorries"),
    )
)


@pytest.mark.parametrize("first", NUMBERS)
def test_no_two_numbers_of_a_page_make_a_third_of_another_place(first: int) -> None:
    page = document(FERRY, *NOISE, PARTS, SALES)
    for second in NUMBERS:
        for value in {first + second, abs(first - second)} - {0, first, second}:
            said = verdict(f"Arvel has {value:,} workers.", page)
            assert said is not Verdict.SUPPORTED, value
            said = verdict(f"In Hafen the drivers numbered {value:,}.", page)
            assert said is not Verdict.SUPPORTED, value
