"""Which language a text is in: a truth table of short sentences, and laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.languages import language_of

_SENTENCES = [
    ("en", "Workers in Nairobi were paid less than two dollars an hour."),
    ("en", "The bridge opened to traffic on Tuesday, two years late."),
    ("en", "Inflation fell to 2.9% in October, the lowest since 2021."),
    ("en", "The company employed up to 3,000 people in Kenya."),
    ("en", "Four in five patients recovered within a week."),
    ("en", "She said that her children had never been to school."),
    ("en", "Rents rose by a third in ten years."),
    ("fr", "Les annotateurs touchaient entre 1,32 $ et 2 $ de l'heure."),
    ("fr", "Le pont a ouvert à la circulation mardi, avec deux ans de retard."),
    ("fr", "L'inflation est retombée à 2,9 % en octobre."),
    ("fr", "L'entreprise employait jusqu'à 3 000 personnes au Kenya."),
    ("fr", "Quatre patients sur cinq guérissent en une semaine."),
    ("fr", "Elle a dit que ses enfants n'étaient jamais allés à l'école."),
    ("fr", "Les loyers ont augmenté d'un tiers en dix ans."),
    ("fr", "Le pont a ouvert le 3 mai 2022."),
    ("fr", "La ville est composée de 30 % de retraités."),
    ("es", "Los trabajadores cobraban menos de dos dólares por hora."),
    ("es", "El puente se abrió al tráfico el martes, con dos años de retraso."),
    ("es", "La inflación cayó al 2,9 % en octubre."),
    ("es", "La empresa empleaba hasta 3.000 personas en Kenia."),
    ("es", "Cuatro de cada cinco pacientes se curan en una semana."),
    ("es", "Dijo que sus hijos nunca habían ido a la escuela."),
    ("es", "Los alquileres subieron un tercio en diez años."),
    ("de", "Die Arbeiter in Nairobi verdienten weniger als zwei Dollar pro Stunde."),
    ("de", "Die Brücke wurde am Dienstag mit zwei Jahren Verspätung eröffnet."),
    ("de", "Die Inflation fiel im Oktober auf 2,9 Prozent."),
    ("de", "Das Unternehmen beschäftigte in Kenia bis zu 3.000 Menschen."),
    ("de", "Vier von fünf Patienten genesen innerhalb einer Woche."),
    ("de", "Sie sagte, ihre Kinder seien nie in der Schule gewesen."),
    ("de", "Die Mieten stiegen in zehn Jahren um ein Drittel."),
    ("pt", "Os trabalhadores ganhavam menos de dois dólares por hora."),
    ("pt", "A ponte foi aberta ao trânsito na terça-feira, com dois anos de atraso."),
    ("pt", "A inflação caiu para 2,9% em outubro."),
    ("pt", "A empresa empregava até 3.000 pessoas no Quênia."),
    ("pt", "Quatro em cada cinco pacientes recuperam numa semana."),
    ("pt", "Ela disse que os seus filhos não foram à escola."),
    ("pt", "As rendas subiram um terço em dez anos."),
    ("pt", "O melhor filme ganhou o prémio."),
    ("it", "I lavoratori guadagnavano meno di due dollari all'ora."),
    ("it", "Il ponte è stato aperto al traffico martedì, con due anni di ritardo."),
    ("it", "Il tribunale ha respinto ieri il ricorso; la società pagherà 40.000 euro."),
    ("it", "L'inflazione è scesa al 2,9% in ottobre."),
    ("it", "L'azienda impiegava fino a 3.000 persone in Kenya."),
    ("it", "Quattro pazienti su cinque guariscono in una settimana."),
    ("it", "Ha detto che i suoi figli non sono mai andati a scuola."),
    ("it", "Gli affitti sono aumentati di un terzo in dieci anni."),
]


@pytest.mark.parametrize(("language", "text"), _SENTENCES)
def test_a_sentence_tells_its_language(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("language", "text"), _SENTENCES)
def test_a_sentence_tells_its_language_whatever_the_default(language: str, text: str) -> None:
    assert language_of(text, default="de" if language != "de" else "fr") == language


@pytest.mark.parametrize("text", ["", "12 345", "...", "\n\n", "2 $", "№ § €"])
def test_a_text_without_words_is_in_the_default_language(text: str) -> None:
    assert language_of(text) == "en"
    assert language_of(text, default="pt") == "pt"


@given(text=st.text(max_size=200), default=st.sampled_from(["en", "fr", "es", "de", "pt", "it"]))
def test_any_text_has_one_of_the_six_languages(text: str, default: str) -> None:
    assert language_of(text, default=default) in {"en", "fr", "es", "de", "pt", "it"}


@given(text=st.text(max_size=100))
def test_case_of_digits_and_space_around_do_not_tell(text: str) -> None:
    assert language_of(f"  {text}\n") == language_of(text)


def test_the_beginning_of_a_long_text_tells() -> None:
    assert language_of("le chat est dans la maison " * 100 + "the cat is in the house " * 100) == "fr"
