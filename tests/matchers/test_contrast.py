"""Whose value it is: of the words that stand by it, of the row and the column, and of the newest word of the page."""

import pytest
from matchers.laws_facts import ISSUED, document, finding

from claimcheck.enums import Verdict
from claimcheck.extractors import PageExtractor
from claimcheck.model import Document, Issued, Page

YES, NO = Verdict.SUPPORTED, Verdict.CONTRADICTED


def read(text: str, language: str = "en") -> Document:
    """Return a plain text as the document that ``verify`` makes of it."""
    page = Page("https://example.org/", text.encode(), "text/plain", "utf-8")
    found = PageExtractor().extract(page)
    return Document(found.text, found.blocks, title=found.title, language=language, issued=Issued(ISSUED, "time"))


@pytest.mark.parametrize(
    ("sentence", "language", "claim", "verdict"),
    [
        ("A bed in a shared room costs €70; a private room, €210.", "en", "A private room costs €70.", NO),
        ("A bed in a shared room costs €70; a private room, €210.", "en", "A private room costs €210.", YES),
        ("A ticket costs 30 euros for adults and 12 for children.", "en", "A ticket costs 12 euros for adults.", NO),
        ("The site employs 1,120 people, of whom 214 are welders.", "en", "The site employs 1,120 welders.", NO),
        ("The site employs 1,120 people, of whom 214 are welders.", "en", "The site employs 214 welders.", YES),
        ("The site employs 1,120 people, of whom 214 are welders.", "en", "The site employs 1,120 people.", YES),
        ("Le chantier emploie 1 120 personnes, dont 214 soudeurs.", "fr", "Le chantier emploie 1 120 soudeurs.", NO),
        ("El ministerio encargó 45 vagones; recibió 31.", "es", "El ministerio recibió 45 vagones.", NO),
        ("El ministerio encargó 45 vagones; recibió 31.", "es", "El ministerio encargó 45 vagones.", YES),
        ("Eine Fähre kostet 58 Euro, ein Kutter 97 Euro.", "de", "Ein Kutter kostet 58 Euro.", NO),
        ("Em Marand vivem 830 pessoas e em Ilsa, 910.", "pt", "Em Ilsa vivem 830 pessoas.", NO),
        ("La tessera costa 15 euro, quella per studenti 6.", "it", "La tessera per studenti costa 15 euro.", NO),
    ],
)
def test_a_value_is_of_the_words_of_its_own_part(sentence: str, language: str, claim: str, verdict: Verdict) -> None:
    assert finding(claim, document(sentence, language=language), language).verdict is verdict


def test_what_a_part_leaves_out_it_takes_from_an_earlier_one_and_never_from_a_later() -> None:
    page = document("Two passengers died and 31 were injured when the ferry struck a reef.")
    assert finding("Two passengers died.", page).verdict is YES
    assert finding("31 passengers were injured.", page).verdict is YES
    assert finding("31 passengers died.", page).verdict is not YES
    assert finding("Two passengers were injured.", page).verdict is not YES


def test_a_part_that_turns_to_somebody_else_says_nothing_of_whom_the_claim_names() -> None:
    page = document("Balt Express ran the line. It carried 90,000 passengers; Nordvik hopes for 130,000.")
    assert finding("Balt Express hopes for 130,000 passengers.", page).verdict is not YES


TABLE = """
Mills and looms

Town | Mills | Weavers
Arnstal | 412 | 3,870
Corvey | 415 | 2,940

Turnover (in millions of euros)

Town | 2022 | 2023
Arnstal | 506 | 531
Corvey | 402 | 433

The guild has been counting since 1950.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Corvey has 415 mills.", YES),
        ("Corvey has 2,940 mills.", NO),
        ("Corvey has 412 mills.", NO),
        ("In 2023 the turnover of Arnstal came to 531 million euros.", YES),
        ("In 2022 the turnover of Arnstal came to 531 million euros.", NO),
        ("In 2023 the turnover of Corvey came to 531 million euros.", NO),
    ],
)
def test_a_cell_is_of_its_row_its_column_and_the_unit_over_them(claim: str, verdict: Verdict) -> None:
    assert finding(claim, read(TABLE)).verdict is verdict


@pytest.mark.parametrize(
    ("caption", "language", "claim"),
    [
        ("Passengers (thousands)", "en", "Lodva had 1,412,000 passengers."),
        ("Sales, £m", "en", "Sales in Lodva were £1.412 billion."),
        ("Voyageurs (en milliers)", "fr", "Lodva a eu 1 412 000 voyageurs."),
        ("Viajeros (en miles)", "es", "Lodva tuvo 1.412.000 viajeros."),
        ("Fahrgäste (in Tausend)", "de", "Lodva hatte 1.412.000 Fahrgäste."),
        ("Passageiros (em milhares)", "pt", "Lodva teve 1.412.000 passageiros."),
        ("Viaggiatori (in migliaia)", "it", "Lodva ha avuto 1.412.000 viaggiatori."),
    ],
)
def test_a_number_of_a_table_is_as_large_as_its_caption_says(caption: str, language: str, claim: str) -> None:
    figure = "1,412" if language == "en" else "1 412" if language == "fr" else "1.412"
    page = read(f"{caption}\n\nA | B\nLodva | {figure}\nArnstal | 634\n\nA text. It ends here.", language)
    assert finding(claim, page, language).verdict is YES


@pytest.mark.parametrize(
    ("note", "language", "wrong", "right"),
    [
        ("The article said 120 buses were ordered. It is 102 buses.", "en", "120 buses were ordered.", "102"),
        (
            "L'article disait que 120 bus étaient commandés. Il s'agit de 102 bus.",
            "fr",
            "120 bus sont commandés.",
            "102",
        ),
        ("El artículo decía que se encargaron 120 buses. Son 102.", "es", "Se encargaron 120 buses.", "102"),
        ("Im Artikel hieß es, 120 Busse seien bestellt. Es sind 102.", "de", "120 Busse sind bestellt.", "102"),
        ("O artigo dizia que 120 ônibus foram encomendados. São 102.", "pt", "120 ônibus foram encomendados.", "102"),
        ("L'articolo diceva che sono stati ordinati 120 bus. Sono 102.", "it", "Sono stati ordinati 120 bus.", "102"),
        ("This page gave the dam as 18 metres high; it is 81 metres high.", "en", "The dam is 18 metres high.", "81"),
    ],
)
def test_what_a_page_takes_back_is_contradicted(note: str, language: str, wrong: str, right: str) -> None:
    page = document(note, language=language)
    figure = next(word for word in wrong.split() if word.isdigit())
    assert finding(wrong, page, language).verdict is NO
    assert finding(wrong.replace(figure, right), page, language).verdict is YES


def test_what_others_said_is_not_taken_back_by_the_next_number() -> None:
    page = document("The minister said 120 buses were ordered. The depot has 102 buses.")
    assert finding("The minister said that 120 buses were ordered.", page).verdict is YES


LIVE = (
    "18:20 \u2013 The prefect now counts 1,340 people who left their homes.",
    "12:05 \u2013 The river has passed its peak.",
    "09:00 \u2013 About 900 people have left their homes, the prefect says.",
)


@pytest.mark.parametrize("entries", [LIVE, LIVE[::-1]], ids=["newest first", "newest last"])
def test_the_newest_entry_of_a_live_page_holds(entries: tuple[str, ...]) -> None:
    page = document(*entries)
    assert finding("About 900 people have left their homes.", page).verdict is NO
    assert finding("1,340 people left their homes.", page).verdict is YES


def test_a_time_before_two_paragraphs_makes_no_live_page() -> None:
    page = document(*LIVE[::2])
    assert finding("About 900 people have left their homes.", page).verdict is not Verdict.FAILED_VERIFICATION


def test_two_values_of_one_part_are_both_told_from_the_next_part() -> None:
    page = document("The mean price fell from 34 to 29 tallars; the full one stayed at 46.")
    assert finding("The full price is 29 tallars.", page).verdict is not YES
    assert finding("The mean price fell to 29 tallars.", page).verdict is YES


@pytest.mark.parametrize(
    ("sentence", "language", "claim"),
    [
        (
            "The hall was designed by the architect Lena Orsted; Paul Brandt led the works.",
            "en",
            "The hall was designed by the architect Paul Brandt.",
        ),
        (
            "La halle a été conçue par l'architecte Lena Orsted ; Paul Brandt a dirigé les travaux.",
            "fr",
            "La halle a été conçue par l'architecte Paul Brandt.",
        ),
    ],
)
def test_who_is_named_later_for_something_else_did_not_do_it(sentence: str, language: str, claim: str) -> None:
    page = document(sentence, language=language)
    assert finding(claim, page, language).verdict is NO
    assert finding(claim.replace("Paul Brandt", "Lena Orsted"), page, language).verdict is YES


def test_a_part_and_its_whole_are_each_told_by_the_other() -> None:
    page = document("The institute confirmed 326 cases of measles in the north, of which 211 in Marand.")
    assert finding("Marand had 211 of the 326 cases of measles.", page).verdict is YES
    assert finding("Marand had 326 cases of measles.", page).verdict is not YES


def test_a_name_that_the_page_has_elsewhere_is_not_said_to_be_missing() -> None:
    page = document(
        "Arbor has bought a mill in Lodva.", "The mill was built by monks.", "Corvane Ltd employs 4,100 people there."
    )
    found = finding("Arbor employs 4,100 people.", page)
    assert found.verdict is not YES
    assert "never names" not in found.reason


def test_so_many_a_week_says_nothing_against_a_number_of_people() -> None:
    page = document("The ferry carries 1,150 passengers.")
    assert finding("The ferry carries passengers four times a week.", page).verdict is not NO


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        ("She is paid 1.2 cents for each picture.", "Elle est payée 1,2 cent par image."),
        ("A cabin costs CHF 34 a night.", "Une cabine coûte 34 francs la nuit."),
    ],
)
def test_a_name_of_money_is_of_the_currency_that_the_page_has(page: str, claim: str) -> None:
    assert finding(claim, document(page), "fr").verdict is not NO


@pytest.mark.parametrize(
    ("paragraph", "claim"),
    [
        (
            "Vaccine coverage stands at 83 percent in Marand and 91 percent in Ilsa.",
            "In Ilsa coverage stands at 83 percent.",
        ),
        (
            "The dam of Lagoa is filled to 31 percent. In Monte Largo the level is 58 percent.",
            "The dam of Monte Largo is filled to 31 percent.",
        ),
    ],
)
def test_two_figures_that_changed_places_contradict(paragraph: str, claim: str) -> None:
    assert finding(claim, document(paragraph)).verdict is NO


def test_a_surname_stands_for_the_full_name_where_values_conflict() -> None:
    page = document("Doug Tranter sold the club. Tranter keeps 10 percent of the shares.")
    assert finding("Doug Tranter keeps 15 percent of the shares.", page).verdict is NO


def test_money_that_both_sides_only_name_is_compared_by_its_name() -> None:
    page = document("Public debt stands at 612 billion crowns.")
    assert finding("Die öffentlichen Schulden betragen 612 Milliarden Kronen.", page, "de").verdict is not NO
    assert finding("La dette publique atteint 612 millions de couronnes.", page, "fr").verdict is NO


def test_a_time_of_another_scale_contradicts_nothing() -> None:
    page = document("The film was shot in 33 days.")
    assert finding("The film takes 107 minutes.", page).verdict is not NO
    assert finding("The film was shot in 41 days.", page).verdict is NO


def test_a_part_of_some_years_is_not_all_of_them() -> None:
    page = document("Draper was mayor between 2015 and 2018.")
    assert finding("Draper was mayor from 2009 to 2018.", page).verdict is not YES
    assert finding("Draper was mayor from 2015 to 2018.", page).verdict is YES


def test_a_word_that_is_only_akin_does_not_keep_a_value_from_the_one_who_is_named() -> None:
    page = document("She earned 480,000 euros; her career prize money before the tournament came to 96,400.")
    assert finding("She earned 480,000 euros.", page).verdict is YES
    assert finding("She earned 96,400 euros.", page).verdict is not YES


def test_a_scale_in_the_header_of_a_column_is_its_unit_and_no_value() -> None:
    page = read("Lodva tram\n\nYear | Passengers (millions)\n2021 | 11.3\n2022 | 17.1\n\nA text. It ends here.", "en")
    claim = "Le tram de Lodva a transporté {} millions de passagers en 2022."
    assert finding(claim.format("17,1"), page, "fr").verdict is Verdict.SUPPORTED
    assert finding(claim.format("11,3"), page, "fr").verdict is not Verdict.SUPPORTED
    assert finding(claim.format("9,4"), page, "fr").verdict is not Verdict.PARTLY_SUPPORTED
