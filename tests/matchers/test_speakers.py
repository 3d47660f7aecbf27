"""What one voice says is no other voice's."""

import pytest
from matchers.laws_facts import document, finding, verdict

from claimcheck.enums import Code, Verdict
from claimcheck.matchers.words import citing_at

MOVED = (
    "Altecor a fermé son atelier de Brivel en mars.",
    (
        "La direction parle de 60 % des tâches transférées à Madagascar. "
        "Selon la CGT, 90 % des tâches ont été transférées à Madagascar."
    ),
)
CROWD = (
    "A march in Harlow",
    (
        "Thousands marched in Harlow on Monday. Police put the crowd at 4,000 people. "
        "The organisers said that 12,000 people had marched."
    ),
)
LOSSES = (
    "La sequía en Almera",
    (
        "El Gobierno regional cifra las pérdidas en 120 millones de euros. "
        "Las cooperativas agrarias calculan pérdidas de 300 millones de euros."
    ),
)
COSTS = (
    (
        "Die Farlan AG schließt zwei Werke. Das Unternehmen beziffert die Kosten auf 35 Millionen Euro. "
        "Die Gewerkschaft IG Bau spricht von Kosten von 80 Millionen Euro."
    ),
)
MARCHERS = ("Secondo la questura i manifestanti erano 5.000. Gli organizzatori parlano di 20.000 manifestanti.",)
COUNTED = ("A polícia fala em 3.000 manifestantes. O sindicato fala em 10.000 manifestantes.",)
PAY = (
    (
        '"Our drivers earn 21 euros an hour," said Brightlane\'s chief executive, Nora Feld. '
        "The drivers' union says they earn 14 euros an hour."
    ),
)


@pytest.mark.parametrize(
    ("page", "of", "said", "swapped", "language"),
    [
        (
            MOVED,
            "fr",
            "Selon la CGT, 90 % des tâches ont été transférées à Madagascar.",
            "Selon la direction, 90 % des tâches ont été transférées à Madagascar.",
            "fr",
        ),
        (
            MOVED,
            "fr",
            "According to management, 60% of the tasks were moved to Madagascar.",
            "According to management, 90% of the tasks were moved to Madagascar.",
            "en",
        ),
        (
            CROWD,
            "en",
            "According to the police, 4,000 people marched in Harlow.",
            "According to the police, 12,000 people marched in Harlow.",
            "en",
        ),
        (
            CROWD,
            "en",
            "Selon les organisateurs, 12 000 personnes ont défilé à Harlow.",
            "Selon la police, 12 000 personnes ont défilé à Harlow.",
            "fr",
        ),
        (
            LOSSES,
            "es",
            "Según las cooperativas, las pérdidas alcanzan los 300 millones de euros.",
            "Según el Gobierno regional, las pérdidas alcanzan los 300 millones de euros.",
            "es",
        ),
        (
            COSTS,
            "de",
            "Das Unternehmen beziffert die Kosten auf 35 Millionen Euro.",
            "Laut dem Unternehmen betragen die Kosten 80 Millionen Euro.",
            "de",
        ),
        (
            MARCHERS,
            "it",
            "Secondo gli organizzatori i manifestanti erano 20.000.",
            "Secondo la questura i manifestanti erano 20.000.",
            "it",
        ),
        (
            COUNTED,
            "pt",
            "Segundo o sindicato, eram 10.000 manifestantes.",
            "Segundo a polícia, eram 10.000 manifestantes.",
            "pt",
        ),
        (
            PAY,
            "en",
            "Selon la directrice générale Nora Feld, les chauffeurs gagnent 21 euros de l'heure.",
            "Selon le syndicat, les chauffeurs gagnent 21 euros de l'heure.",
            "fr",
        ),
        (
            PAY,
            "en",
            "According to the drivers' union, they earn 14 euros an hour.",
            "Nora Feld says the drivers at Brightlane earn 14 euros an hour.",
            "en",
        ),
    ],
)
def test_a_value_of_one_voice_is_no_other_voice_s(
    page: tuple[str, ...], of: str, said: str, swapped: str, language: str
) -> None:
    text = document(*page, language=of)
    assert verdict(said, text, language) is Verdict.SUPPORTED
    assert verdict(swapped, text, language) in {Verdict.CONTRADICTED, Verdict.FAILED_VERIFICATION}


def test_the_reason_names_who_says_so_where_nothing_else_is_said() -> None:
    text = document(
        "Selon la CGT, 90 % des tâches ont été transférées à Madagascar. La direction parle d'une petite partie.",
        language="fr",
    )
    told = finding("Selon la direction, 90 % des tâches ont été transférées à Madagascar.", text, "fr")
    assert (told.verdict, told.codes[0]) == (Verdict.CONTRADICTED, Code.ENTITY_CONFLICT)
    assert "CGT" in told.reason


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        ("The firm lost 3 million euros, its spokeswoman said.", "According to the firm, it lost 3 million euros."),
        ("The firm lost 3 million euros, Ada Lund said.", "According to the firm, it lost 3 million euros."),
        ("The firm lost 3 million euros, it said.", "According to the firm, it lost 3 million euros."),
        ("The firm lost 3 million euros.", "According to the firm, it lost 3 million euros."),
    ],
)
def test_who_may_speak_for_another_is_taken_for_him(page: str, claim: str) -> None:
    assert verdict(claim, document("The firm Harlow Mills is old.", page)) is Verdict.SUPPORTED


def test_a_paper_that_saw_the_pay_slips_is_not_whose_pay_it_is() -> None:
    text = document(
        "Mawena Data labels images.",
        "Pay slips seen by the Harbour Post show that new hires receive $1.90 an hour before tax, and team leaders "
        "$2.75. Velora pays Mawena $11.40 for each hour worked.",
    )
    assert verdict("New hires at Mawena receive $1.90 an hour before tax.", text) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("text", "language", "value", "speaker"),
    [
        ("Police put the crowd at 4,000.", "en", "4,000", "Police "),
        ("They lost 3 million, said Nora Feld, the head.", "en", "3", " Nora Feld"),
        ("Nora Feld, the head, said they lost 3 million.", "en", "3", "Nora Feld, the head, "),
        ("Laut Polizei demonstrierten 12.000 Menschen.", "de", "12.000", " Polizei"),
        ("Der Stadt zufolge kamen 400.", "de", "400", "Der Stadt "),
        ("Il secondo trimestre ha portato 3 milioni.", "it", "3", None),
        ("An estimated 300 people came.", "en", "300", None),
        ("The police said 40 were hurt, while 300 fled.", "en", "300", None),
    ],
)
def test_the_words_before_or_behind_a_verb_of_saying_tell_who_speaks(
    text: str, language: str, value: str, speaker: str | None
) -> None:
    citing = citing_at(text, language, text.index(value))
    assert (text[slice(*citing.speaker)] if citing else None) == speaker
