"""Whether a value is planned, asked for, alleged, told by somebody, or a former one, in each language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matchers.words import CueKind, attributions, modalities, past_values
from claimcheck.matchers.words.tokens import LANGUAGES


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The city plans to build 300 homes.", CueKind.PLAN),
        ("en", "The bank expects growth of 3%.", CueKind.FORECAST),
        ("en", "The museum will open in June.", CueKind.FUTURE),
        ("en", "The prosecutor asked for 3 years.", CueKind.REQUEST),
        ("en", "He allegedly stole 3 million.", CueKind.REPORT),
        ("en", "If it rains, 300 homes flood.", CueKind.CONDITION),
        ("en", "It may cost 3 million.", CueKind.POSSIBILITY),
        ("en", "They must pay 300 euros.", CueKind.OBLIGATION),
        ("fr", "La ville prévoit de construire 300 logements.", CueKind.PLAN),
        ("fr", "La banque table sur 3 %.", CueKind.FORECAST),
        ("fr", "Le musée ouvrira en juin.", CueKind.FUTURE),
        ("fr", "Le procureur a requis 3 ans.", CueKind.REQUEST),
        ("fr", "Il aurait volé 3 millions.", CueKind.REPORT),
        ("fr", "Si le projet passe, 300 logements suivent.", CueKind.CONDITION),
        ("fr", "Il peut coûter 300 euros.", CueKind.POSSIBILITY),
        ("fr", "Il doit payer 300 euros.", CueKind.OBLIGATION),
        ("es", "El ayuntamiento prevé construir 300 viviendas.", CueKind.PLAN),
        ("es", "El museo abrirá en junio.", CueKind.FUTURE),
        ("es", "La fiscalía pide 3 años.", CueKind.REQUEST),
        ("es", "Habría robado 3 millones.", CueKind.REPORT),
        ("de", "Die Stadt plant 300 Wohnungen.", CueKind.PLAN),
        ("de", "Die Bank erwartet 3 Prozent.", CueKind.FORECAST),
        ("de", "Die Staatsanwaltschaft fordert 3 Jahre.", CueKind.REQUEST),
        ("de", "Er hat angeblich 3 Millionen gestohlen.", CueKind.REPORT),
        ("pt", "A prefeitura pretende construir 300 casas.", CueKind.PLAN),
        ("pt", "O museu abrirá em junho.", CueKind.FUTURE),
        ("pt", "A promotoria pede 3 anos.", CueKind.REQUEST),
        ("pt", "Ele teria roubado 3 milhões.", CueKind.REPORT),
        ("it", "Il comune prevede di costruire 300 case.", CueKind.PLAN),
        ("it", "Il museo aprirà a giugno.", CueKind.FUTURE),
        ("it", "L'accusa chiede 3 anni.", CueKind.REQUEST),
        ("it", "Avrebbe rubato 3 milioni.", CueKind.REPORT),
    ],
)
def test_what_is_no_fact_is_told_by_its_cue(language: str, text: str, kind: CueKind) -> None:
    found = modalities(text, language)
    assert [cue.kind for cue in found] == [kind]
    assert found[0].scope[1] == len(text) or kind is CueKind.CONDITION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The museum opened in May 2016."),
        ("en", "The firm sold 300 cars."),
        ("fr", "Le musée a ouvert en juin."),
        ("es", "El museo abrió en junio."),
        ("de", "Das Museum öffnete im Juni."),
        ("pt", "O museu abriu em junho."),
        ("it", "Il museo ha aperto a giugno."),
    ],
)
def test_a_plain_fact_has_no_cue(language: str, text: str) -> None:
    assert modalities(text, language) == []
    assert past_values(text, language) == []
    assert attributions(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "former"),
    [
        pytest.param("en", "Profit fell to 12 million, down from 15 million.", "15", id="en down from"),
        pytest.param("en", "Profit rose to 12 million, compared with 15 million in 2019.", "15", id="en compared with"),
        pytest.param("en", "Staff fell from 1500 to 1200.", "1500", id="en from to"),
        pytest.param("en", "Staff fell to 1200 from 1500.", "1500", id="en to from"),
        pytest.param("en", "The pass went from 15 to 12 euros.", "15", id="en went from"),
        pytest.param("fr", "Le bénéfice atteint 12 millions, contre 15 millions.", "15", id="fr contre"),
        pytest.param("fr", "Le prix est passé de 15 à 12 euros.", "15", id="fr passé de"),
        pytest.param("es", "El beneficio subió a 12 millones frente a 15 millones.", "15", id="es frente a"),
        pytest.param("es", "La cifra cayó de 15 a 12.", "15", id="es de a"),
        pytest.param("de", "Der Gewinn stieg auf 12 Millionen gegenüber 15 Millionen.", "15", id="de gegenüber"),
        pytest.param("de", "Die Zahl sank von 15 auf 12.", "15", id="de von auf"),
        pytest.param("pt", "O lucro subiu para 12 milhões face a 15 milhões.", "15", id="pt face a"),
        pytest.param("pt", "O número caiu de 15 para 12.", "15", id="pt de para"),
        pytest.param("it", "L'utile è salito a 12 milioni rispetto a 15 milioni.", "15", id="it rispetto a"),
        pytest.param("it", "Il prezzo è sceso da 15 a 12 euro.", "15", id="it da a"),
    ],
)
def test_of_two_values_the_former_one_is_marked_alone(language: str, text: str, former: str) -> None:
    cues = past_values(text, language)

    def is_past(written: str) -> bool:
        return any(cue.scope[0] <= text.index(written) < cue.scope[1] for cue in cues)

    assert is_past(former)
    assert not is_past("1200" if "1200" in text else "12")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "They are paid from 1.32 to 2 dollars an hour.", id="en a range"),
        pytest.param("en", "A team from 12 countries met.", id="en from is of"),
        pytest.param("en", "The bridge opened after 12 years.", id="en a span of years"),
        pytest.param("en", "After 1945 the town grew.", id="en a year"),
        pytest.param("de", "Eine Gruppe von 1200 Menschen kam.", id="de von is of"),
        pytest.param("de", "Nach 12 Jahren öffnete die Brücke.", id="de a span of years"),
        pytest.param("fr", "Le pont a ouvert après 12 ans.", id="fr a span of years"),
        pytest.param("it", "Il ponte ha aperto dopo 12 anni.", id="it a span of years"),
    ],
)
def test_a_range_an_origin_and_a_time_are_no_former_values(language: str, text: str) -> None:
    assert past_values(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "According to the union, 300 left.", "According to"),
        ("fr", "Selon le syndicat, 300 sont partis.", "Selon"),
        ("es", "Según el sindicato, salieron 300.", "Según"),
        ("de", "Laut Gewerkschaft gingen 300.", "Laut"),
        ("pt", "Segundo o sindicato, saíram 300.", "Segundo"),
        ("it", "Secondo il sindacato, sono usciti 300.", "Secondo"),
    ],
)
def test_who_is_cited_is_told(language: str, text: str, words: str) -> None:
    assert [cue.surface for cue in attributions(text, language)] == [words]


@given(st.text(max_size=120), st.sampled_from(LANGUAGES))
def test_every_cue_stands_in_the_text_and_in_its_scope(text: str, language: str) -> None:
    for cue in (*modalities(text, language), *attributions(text, language), *past_values(text, language)):
        assert 0 <= cue.scope[0] <= cue.span[0] < cue.span[1] <= cue.scope[1] <= len(text)
        assert cue.surface == text[cue.span[0] : cue.span[1]]
