"""What is denied, what only looks like a denial, and how far a denial reaches, in each language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matchers.words import negations
from claimcheck.matchers.words.tokens import LANGUAGES


def denied(text: str, language: str) -> list[str]:
    return [text[cue.scope[0] : cue.scope[1]] for cue in negations(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "scope"),
    [
        pytest.param("en", "The plant did not close.", "The plant did not close.", id="en not"),
        pytest.param("en", "The plant didn't close.", "The plant didn't close.", id="en n't"),
        pytest.param("en", "Nobody was hurt.", "Nobody was hurt.", id="en nobody"),
        pytest.param("en", "She denied the charge.", "She denied the charge.", id="en a verb of denial"),
        pytest.param(
            "en", "The firm failed to pay 300 workers.", "The firm failed to pay 300 workers.", id="en failed to"
        ),
        pytest.param("en", "It opened without a permit.", "without a permit.", id="en without, to the end only"),
        pytest.param(
            "en",
            "The cabinet, without its ministers, approved it.",
            "without its ministers",
            id="en without, to the comma",
        ),
        pytest.param(
            "en", "It closed without notice for 300 people.", "without notice ", id="en without, to a preposition"
        ),
        pytest.param("en", "It spreads not by air but by water.", "not by air", id="en not by"),
        pytest.param("fr", "L'usine n'a pas fermé.", "L'usine n'a pas fermé.", id="fr ne pas"),
        pytest.param("fr", "L'usine n'est plus ouverte.", "L'usine n'est plus ouverte.", id="fr ne plus"),
        pytest.param("fr", "Personne n'a été blessé.", "Personne n'a été blessé.", id="fr personne ne"),
        pytest.param("fr", "Elle a nié les faits.", "Elle a nié les faits.", id="fr a verb of denial"),
        pytest.param("fr", "L'usine a ouvert sans permis.", "sans permis.", id="fr sans, to the end only"),
        pytest.param("fr", "L'usine ferme sans préavis pour 300 salariés.", "sans préavis ", id="fr sans, to pour"),
        pytest.param("es", "La fábrica no cerró.", "La fábrica no cerró.", id="es no"),
        pytest.param("es", "No vino nadie.", "No vino nadie.", id="es twice said, once denied"),
        pytest.param("es", "Negó los cargos.", "Negó los cargos.", id="es a verb of denial"),
        pytest.param("de", "Das Werk schließt nicht.", "Das Werk schließt nicht.", id="de nicht"),
        pytest.param("de", "Kein Laden wurde geschlossen.", "Kein Laden wurde geschlossen.", id="de kein"),
        pytest.param("de", "Er bestritt die Vorwürfe.", "Er bestritt die Vorwürfe.", id="de a verb of denial"),
        pytest.param("pt", "A fábrica não fechou.", "A fábrica não fechou.", id="pt não"),
        pytest.param("pt", "Ninguém ficou ferido.", "Ninguém ficou ferido.", id="pt ninguém"),
        pytest.param("it", "La fabbrica non ha chiuso.", "La fabbrica non ha chiuso.", id="it non"),
        pytest.param("it", "Nessuno è rimasto ferito.", "Nessuno è rimasto ferito.", id="it nessuno"),
        pytest.param("en", "The plan was rejected.", "The plan was rejected.", id="en a passive"),
        pytest.param("en", "The mayor rejected the plan.", "rejected the plan.", id="en no passive"),
        pytest.param("fr", "Le plan a été rejeté.", "Le plan a été rejeté.", id="fr a passive"),
        pytest.param("es", "El plan fue rechazado.", "El plan fue rechazado.", id="es a passive"),
        pytest.param("it", "Il piano è stato respinto.", "Il piano è stato respinto.", id="it a passive"),
        pytest.param("pt", "O plano foi rejeitado.", "O plano foi rejeitado.", id="pt a passive"),
        pytest.param("de", "Der Rat hat den Plan abgelehnt.", "Der Rat hat den Plan abgelehnt.", id="de a perfect"),
        pytest.param("pt", "Não houve cortes e disse que virão 120.", "Não houve cortes ", id="pt said besides"),
    ],
)
def test_a_denial_reaches_over_its_clause(language: str, text: str, scope: str) -> None:
    assert denied(text, language) == [scope]


@pytest.mark.parametrize(
    ("language", "text", "scope"),
    [
        ("en", "The plant did not close, but 300 jobs were cut.", "The plant did not close,"),
        ("fr", "L'usine n'a pas fermé, mais 300 emplois ont disparu.", "L'usine n'a pas fermé,"),
        ("es", "La fábrica no cerró, pero se perdieron 300 empleos.", "La fábrica no cerró,"),
        ("de", "Das Werk schloss nicht, aber 300 Stellen fielen weg.", "Das Werk schloss nicht,"),
        ("pt", "A fábrica não fechou, mas 300 empregos desapareceram.", "A fábrica não fechou,"),
        ("it", "La fabbrica non ha chiuso, ma 300 posti sono scomparsi.", "La fabbrica non ha chiuso,"),
    ],
)
def test_a_denial_ends_at_but(language: str, text: str, scope: str) -> None:
    assert denied(text, language) == [scope]


@pytest.mark.parametrize(
    ("language", "text", "scope"),
    [
        ("en", "The riders were employees, not freelancers.", "not freelancers."),
        ("en", "The council decided not to sell.", "not to sell."),
        ("en", "The ship was not scrapped but sold.", "not scrapped"),
        ("en", "The firm stays in Lodva and has not left.", "and has not left."),
        ("fr", "Les livreurs sont des salariés, pas des indépendants.", "pas des indépendants."),
        ("fr", "La résolution n'a pas été adoptée et a été retirée.", "La résolution n'a pas été adoptée "),
        ("fr", "Les photos n'ont pas été prises en mars, mais en avril.", "en mars,"),
        ("es", "Los repartidores son empleados, no autónomos.", "no autónomos."),
        ("de", "Das Schiff wurde nicht verschrottet, sondern verkauft.", "nicht verschrottet,"),
        ("pt", "Os estafetas são empregados, não autônomos.", "não autônomos."),
        ("it", "I fattorini sono dipendenti, non autonomi.", "non autonomi."),
    ],
)
def test_a_denial_of_one_word_leaves_the_rest_affirmed(language: str, text: str, scope: str) -> None:
    assert denied(text, language) == [scope]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor denied that the bridge had been sold."),
        ("fr", "Le maire a nié que le pont ait été vendu."),
        ("es", "El alcalde negó que el puente se hubiera vendido."),
        ("de", "Der Bürgermeister bestritt, dass die Brücke verkauft wurde."),
        ("pt", "O prefeito negou que a ponte tivesse sido vendida."),
        ("it", "Il sindaco ha negato che il ponte sia stato venduto."),
    ],
)
def test_a_denial_reaches_over_what_is_denied(language: str, text: str) -> None:
    assert denied(text, language)[0].endswith(text[-8:])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Not only did sales rise, they doubled.", id="en not only"),
        pytest.param("en", "No fewer than 300 people came.", id="en no fewer than"),
        pytest.param("en", "The shop did not open until 2016.", id="en not until"),
        pytest.param("en", "Not counting the first week, 300 came.", id="en not counting"),
        pytest.param("fr", "Il n'a vendu que 300 voitures.", id="fr ne que"),
        pytest.param("fr", "Non seulement les ventes ont augmenté, elles ont doublé.", id="fr non seulement"),
        pytest.param("fr", "Pas moins de 300 personnes sont venues.", id="fr pas moins de"),
        pytest.param("fr", "Il n'est pas seulement maire.", id="fr pas seulement"),
        pytest.param("es", "No menos de 300 personas vinieron.", id="es no menos de"),
        pytest.param("es", "La tienda no abrió hasta 2016.", id="es no hasta"),
        pytest.param("de", "Nicht weniger als 300 Menschen kamen.", id="de nicht weniger als"),
        pytest.param("de", "Nicht nur der Umsatz stieg.", id="de nicht nur"),
        pytest.param("pt", "Não menos de 300 pessoas vieram.", id="pt não menos de"),
        pytest.param("pt", "A loja não abriu até 2016.", id="pt não até"),
        pytest.param("it", "Non meno di 300 persone sono venute.", id="it non meno di"),
        pytest.param("it", "Non solo le vendite sono salite.", id="it non solo"),
    ],
)
def test_what_looks_like_a_denial_and_affirms_is_none(language: str, text: str) -> None:
    assert denied(text, language) == []


def test_until_of_the_next_sentence_takes_nothing_back() -> None:
    assert denied("The shop did not open. Until 2016 it stood empty.", "en") == ["The shop did not open."]


@given(st.text(max_size=120), st.sampled_from(LANGUAGES))
def test_a_scope_holds_its_negator_and_stays_in_the_text(text: str, language: str) -> None:
    for cue in negations(text, language):
        assert 0 <= cue.scope[0] <= cue.span[0] < cue.span[1] <= cue.scope[1] <= len(text)
        assert cue.surface == text[cue.span[0] : cue.span[1]]


@pytest.mark.parametrize(
    ("text", "language", "denied"),
    [
        ("We cannot say that nights cause illness.", "en", "illness"),
        ("The board did not find that the firm had broken the law.", "en", "law"),
        ("The bank proposed a loan, the village refused it.", "en", "loan"),
        ("La banque a proposé un prêt, le village l'a refusé.", "fr", "prêt"),
    ],
)
def test_a_denial_reaches_what_is_not_found_and_what_was_refused(text: str, language: str, denied: str) -> None:
    place = text.index(denied)
    assert any(cue.scope[0] <= place < cue.scope[1] for cue in negations(text, language))


def test_what_was_asked_is_not_denied_with_what_was_refused() -> None:
    text = "The bank proposed a loan, the village refused it."
    assert not any(cue.scope[0] <= text.index("proposed") < cue.scope[1] for cue in negations(text, "en"))
