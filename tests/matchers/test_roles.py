"""Who did it and to whom do not change places, in the active, the passive, or with the other verb of a pair."""

import pytest
from matchers.laws_facts import document, verdict

from claimcheck.enums import Verdict

BOUGHT = "Brenmar acquired Toliva in March for 40 million euros."
WON = "Corvo United beat Lanting 3-1 on Saturday in front of 12,000 people."
PASSIVES = {
    "en": "Toliva was bought by Brenmar in 2021 for 40 million euros.",
    "fr": "Toliva a été rachetée par Brenmar en 2021 pour 40 millions d'euros.",
    "es": "En 2021 Toliva fue comprada por Brenmar por 40 millones de euros.",
    "de": "Toliva wurde 2021 von Brenmar für 40 Millionen Euro übernommen.",
    "pt": "A Toliva foi comprada pela Brenmar em 2021 por 40 milhões de euros.",
    "it": "La Toliva è stata acquistata dalla Brenmar nel 2021 per 40 milioni di euro.",
}
BUYING = {
    "en": "{} bought {} for 40 million euros.",
    "fr": "{} a racheté {} pour 40 millions d'euros.",
    "es": "{} compró {} por 40 millones de euros.",
    "de": "{} übernahm {} für 40 Millionen Euro.",
    "pt": "A {} comprou a {} por 40 milhões de euros.",
    "it": "La {} ha acquistato la {} per 40 milioni di euro.",
}


@pytest.mark.parametrize("language", BUYING)
@pytest.mark.parametrize("page", [*PASSIVES, "active"])
def test_buyer_and_bought_do_not_change_places(language: str, page: str) -> None:
    text = document(PASSIVES.get(page, BOUGHT), language=page if page in PASSIVES else "en")
    assert verdict(BUYING[language].format("Brenmar", "Toliva"), text, language) is Verdict.SUPPORTED
    assert verdict(BUYING[language].format("Toliva", "Brenmar"), text, language) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("page", "of", "said", "swapped", "language"),
    [
        (WON, "en", "Lanting was beaten by Corvo United.", "Corvo United was beaten by Lanting.", "en"),
        (WON, "en", "Lanting a été battu par Corvo United.", "Lanting a battu Corvo United.", "fr"),
        (WON, "en", "Corvo United schlug Lanting.", "Lanting schlug Corvo United.", "de"),
        (WON, "en", "Il Corvo United ha battuto il Lanting.", "Il Lanting ha battuto il Corvo United.", "it"),
        (
            "Après avoir battu Lanting en quart, Corvo United a perdu contre Brenay.",
            "fr",
            "Corvo United a battu Lanting.",
            "Lanting a battu Corvo United.",
            "fr",
        ),
        (
            "Velora pays Mawenga $11.40 for each hour worked.",
            "en",
            "Velora paie Mawenga 11,40 dollars de l'heure.",
            "Mawenga paie Velora 11,40 dollars de l'heure.",
            "fr",
        ),
        (
            "The bank lent the city 30 million euros in 2020.",
            "en",
            "The city borrowed 30 million euros from the bank.",
            "The bank borrowed 30 million euros from the city.",
            "en",
        ),
        (
            "Ferrolan supplies Castor Motors with 40,000 batteries a year.",
            "en",
            "Ferrolan fournit 40 000 batteries par an à Castor Motors.",
            "Castor Motors fournit 40 000 batteries par an à Ferrolan.",
            "fr",
        ),
        (
            "El club despidió al entrenador Luis Prados en mayo y lo sustituyó Marta Hevia.",
            "es",
            "Marta Hevia replaced Luis Prados.",
            "Luis Prados replaced Marta Hevia.",
            "en",
        ),
        (
            "Den Hersteller Toliva kaufte Brenmar 2021 für 40 Millionen Euro.",
            "de",
            "Brenmar bought Toliva for 40 million euros in 2021.",
            "Toliva bought Brenmar for 40 million euros in 2021.",
            "en",
        ),
        (
            "The workers had sued the company in 2020.",
            "en",
            "Les travailleurs ont poursuivi l'entreprise en 2020.",
            "L'entreprise a poursuivi les travailleurs en 2020.",
            "fr",
        ),
        (
            "Exports grew faster than imports in 2023.",
            "en",
            "Les exportations ont augmenté plus vite que les importations en 2023.",
            "Les importations ont augmenté plus vite que les exportations en 2023.",
            "fr",
        ),
        (
            "The north has 3,000 more nurses than the south.",
            "en",
            "The north has 3,000 more nurses than the south.",
            "The south has 3,000 more nurses than the north.",
            "en",
        ),
    ],
)
def test_whoever_changes_sides_is_not_supported(page: str, of: str, said: str, swapped: str, language: str) -> None:
    text = document(page, language=of)
    assert verdict(said, text, language) is Verdict.SUPPORTED
    assert verdict(swapped, text, language) is Verdict.CONTRADICTED


def test_whoever_does_it_and_has_it_done_to_him_is_on_both_sides() -> None:
    text = document("Nora Feld and Ivo Brandt sued Brenmar in May, and Brenmar sued the union a month later.")
    assert verdict("Brenmar sued the union.", text) is Verdict.SUPPORTED
    assert verdict("Nora Feld sued Brenmar in May.", text) is Verdict.SUPPORTED
    assert verdict("Brenmar sued Nora Feld in May.", text) is Verdict.CONTRADICTED


def test_what_was_sold_is_no_place_where_it_was_sold() -> None:
    page = document("On Friday Brenmar in Lodva disposed of its last shop with the sale of the Dutch company, Toliva.")
    assert verdict("Brenmar sold Toliva.", page) is Verdict.SUPPORTED
