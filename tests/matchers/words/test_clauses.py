"""A sentence is cut where a new predicate begins, and nowhere inside a range, a date or a list of names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matchers.words import clauses
from claimcheck.matchers.words.clauses import clause_around
from claimcheck.matchers.words.tokens import LANGUAGES, tokenise


def cut(text: str, language: str) -> list[str]:
    return [text[begin:end] for begin, end in clauses(text, None, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Sama, |which employed 300 people, |closed in 2023.", id="en relative"),
        pytest.param("en", "In 2019 it had 300 shops, |and in 2020 it had 250.", id="en and between numbers"),
        pytest.param("en", "Sales rose 3%, |profit fell 2%.", id="en comma between numbers"),
        pytest.param("en", "The plant employs 300 people |while the mine employs 200.", id="en while"),
        pytest.param("en", "The firm sold 300 cars; |rivals sold 200.", id="en semicolon"),
        pytest.param("en", "The plant did not close, |but 300 jobs went.", id="en but"),
        pytest.param("en", "The staff numbered 300 in 2019. |It was 250 in 2020.", id="en two sentences"),
        pytest.param("fr", "L'usine, |qui emploie 300 personnes, |a fermé en 2023.", id="fr relative"),
        pytest.param("fr", "Les ventes ont crû de 3 %, |le bénéfice a baissé de 2 %.", id="fr comma between numbers"),
        pytest.param("fr", "Le bénéfice atteint 12 millions, |contre 15 millions.", id="fr contre"),
        pytest.param("fr", "L'usine n'a pas fermé, |mais 300 emplois ont disparu.", id="fr mais"),
        pytest.param("es", "La fábrica, |que emplea a 300 personas, |cerró en 2023.", id="es relative"),
        pytest.param("es", "La fábrica no cerró, |pero se perdieron 300 empleos.", id="es pero"),
        pytest.param("de", "Das Werk, |das 300 Menschen beschäftigt, |schloss 2023.", id="de relative"),
        pytest.param("de", "Das Werk beschäftigt 300 Menschen, |während die Mine 200 beschäftigt.", id="de während"),
        pytest.param("pt", "A fábrica, |que emprega 300 pessoas, |fechou em 2023.", id="pt relative"),
        pytest.param("pt", "A fábrica emprega 300 pessoas |enquanto a mina emprega 200.", id="pt enquanto"),
        pytest.param("it", "La fabbrica, |che impiega 300 persone, |ha chiuso nel 2023.", id="it relative"),
        pytest.param("it", "La fabbrica impiega 300 persone |mentre la miniera ne impiega 200.", id="it mentre"),
    ],
)
def test_a_clause_begins_where_another_thing_is_told(language: str, text: str) -> None:
    assert cut(text.replace("|", ""), language) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "It costs between 3 and 4 euros.", id="en range"),
        pytest.param("en", "On 3 and 4 May it rained.", id="en two days"),
        pytest.param("en", "Paul, Jane and Ada met.", id="en names"),
        pytest.param("fr", "Cela coûte entre 3 et 4 euros.", id="fr range"),
        pytest.param("fr", "Paul, Jeanne et Ada se sont vus.", id="fr names"),
        pytest.param("fr", "Le juge a annulé, mardi 6 février, le renvoi de 58 salariés.", id="fr a day put in"),
        pytest.param("en", "The court overturned, on Tuesday, the dismissal of 58 workers.", id="en a day put in"),
        pytest.param("es", "El juez anuló, el martes 6 de febrero, el despido de 58 empleados.", id="es a day put in"),
        pytest.param("it", "Il giudice ha annullato, martedì 6 febbraio, il licenziamento.", id="it a day put in"),
        pytest.param("es", "Cuesta entre 3 y 4 euros.", id="es range"),
        pytest.param("de", "Es kostet zwischen 3 und 4 Euro.", id="de range"),
        pytest.param("pt", "Custa entre 3 e 4 euros.", id="pt range"),
        pytest.param("it", "Costa tra 3 e 4 euro.", id="it range"),
    ],
)
def test_a_range_and_a_list_of_names_stay_in_one_clause(language: str, text: str) -> None:
    assert cut(text, language) == [text]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=150), st.sampled_from(LANGUAGES))
def test_clauses_hold_every_word_once_and_in_order(text: str, language: str) -> None:
    found = clauses(text, None, language)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    for token in tokenise(text, language):
        assert sum(begin <= token.start and token.end <= end for begin, end in found) == 1


@given(st.text(min_size=1, max_size=150), st.sampled_from(LANGUAGES), st.data())
def test_the_clause_around_a_word_holds_it(text: str, language: str, data: st.DataObject) -> None:
    tokens = tokenise(text, language)
    if tokens:
        token = data.draw(st.sampled_from(tokens))
        begin, end = clause_around(text, (token.start, token.end), language)
        assert begin <= token.start < token.end <= max(end, token.end)


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("They did not sell it, they leased it.", "en", 2),
        ("La ville n'a pas retiré le projet, elle l'a reporté.", "fr", 2),
        ("In 2013, she left the club.", "en", 1),
        ("En 2013, elle quitta le club.", "fr", 1),
        ("The bank was sold, he, too, left.", "en", 1),
    ],
)
def test_a_pronoun_behind_a_comma_begins_a_clause_where_there_is_one_before_it(
    text: str, language: str, parts: int
) -> None:
    assert len(clauses(text, None, language)) == parts
