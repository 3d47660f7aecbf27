"""Which words of a text are names, and of what, in six languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matchers.names import NameKind, read_names

LANGUAGES = ["en", "fr", "es", "de", "pt", "it"]


def surfaces(text: str, language: str) -> list[str]:
    return [name.surface for name in read_names(text, language) if name.kind is not NameKind.TITLE]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Die erste Merano-Filiale im Ostrow-Haus schloss.", ["Merano", "Ostrow"]),
        ("de", "Betroffen sind 90 Ladenhüter.", []),
        ("en", "Workers in Kenya were paid by Sama, said Daniel Motaung.", ["Kenya", "Sama", "Daniel Motaung"]),
        ("en", "Sama employed up to 3,000 people.", ["Sama"]),
        ("en", "Majorel hired more.", ["Majorel"]),
        ("en", "The Bank of England paid; the Federal Reserve did not.", ["Bank of England", "Federal Reserve"]),
        ("en", "Ursula von der Leyen and Lula da Silva signed.",
         ["Ursula von der Leyen", "Lula da Silva"]),
        ("en", "In April, Tim Cook said Apple would build.", ["Tim Cook", "Apple"]),
        ("en", "Dr. J. K. Rowling met Mr Smith.", ["J. K. Rowling", "Smith"]),
        ("en", "She left Oxford University for good.", ["Oxford University"]),
        ("en", "We saw New York and the United States.", ["New York", "United States"]),
        ("en", "We read the New York Times.", ["New York Times"]),
        ("en", "The Department of Health and Human Services paid.", ["Department of Health and Human Services"]),
        ("en", "The Bank of England and Barclays agree.", ["Bank of England", "Barclays"]),
        ("en", "Bashar al-Assad met Prince Mohammed bin Salman.", ["Bashar al-Assad", "Mohammed bin Salman"]),
        ("en", "Bosnia and Herzegovina signed.", ["Bosnia and Herzegovina"]),
        ("en", "We met April Smith in April 2023.", ["April Smith"]),
        ("en", "OpenAI's ChatGPT was trained.", ["OpenAI", "ChatGPT"]),
        ("en", "Google hired; Google paid.", ["Google", "Google"]),
        ("fr", "La Banque centrale européenne (BCE) relève ses taux.", ["Banque centrale européenne", "BCE"]),
        ("fr", "L'Organisation mondiale de la santé et l'Union européenne aident l'Allemagne.",
         ["Organisation mondiale de la santé", "Union européenne", "Allemagne"]),
        ("fr", "M. Jean Dupont et Mme Marie Dupont, de Saint-Étienne, sont venus.",
         ["Jean Dupont", "Marie Dupont", "Saint-Étienne"]),
        ("fr", "Marie Dupont est venue.", ["Marie Dupont"]),
        ("fr", "Le Kenya et la Côte d'Ivoire gagnent.", ["Kenya", "Côte d'Ivoire"]),
        ("fr", "D'après l'ONG Foxglove, Facebook et Meta ont menti.", ["Foxglove", "Facebook", "Meta"]),
        ("fr", "Bernard Arnault, PDG de LVMH, a vendu.", ["Bernard Arnault", "LVMH"]),
        ("fr", "Charles de Gaulle est né à Lille.", ["Charles de Gaulle", "Lille"]),
        ("es", "El presidente Pedro Sánchez viajó a Alemania el lunes.", ["Pedro Sánchez", "Alemania"]),
        ("es", "La Unión Europea y Meta pagaron.", ["Unión Europea", "Meta"]),
        ("es", "Según Naciones Unidas, ganaban poco.", ["Naciones Unidas"]),
        ("de", "Die Europäische Zentralbank (EZB) erhöht die Zinsen, sagte Christine Lagarde am Donnerstag.",
         ["Europäische Zentralbank", "EZB", "Christine Lagarde"]),
        ("de", "Bundeskanzler Olaf Scholz reiste nach Frankreich.", ["Olaf Scholz", "Frankreich"]),
        ("de", "Herr Müller arbeitet bei Volkswagen.", ["Müller", "Volkswagen"]),
        ("de", "Mitarbeiter der Firma Sama wurden entlassen.", ["Sama"]),
        ("pt", "O presidente Luiz Inácio Lula da Silva viajou à Alemanha na segunda-feira.",
         ["Luiz Inácio Lula da Silva", "Alemanha"]),
        ("pt", "A Organização Mundial da Saúde (OMS) e o Brasil assinaram.",
         ["Organização Mundial da Saúde", "OMS", "Brasil"]),
        ("it", "Il presidente Sergio Mattarella è volato in Germania lunedì.", ["Sergio Mattarella", "Germania"]),
        ("it", "La Banca d'Italia e Google pagano.", ["Banca d'Italia", "Google"]),
        ("it", "Secondo l'Organizzazione mondiale della sanità, piove.", ["Organizzazione mondiale della sanità"]),
    ],
)  # fmt: skip
def test_names_are_taken_whole_and_apart(language: str, text: str, names: list[str]) -> None:
    assert surfaces(text, language) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Construction began in 2016 and employed 1,200 people."),
        ("en", "Annotators were paid two dollars. Night-shift workers earned more."),
        ("en", "Hundreds marched. Police said so. Unemployment rose. Inflation fell."),
        ("en", "Meanwhile, nobody came. Tomorrow they leave. Nevertheless, it rains."),
        ("en", "Additional seats were sold. Concerning the rest, we know little."),
        ("en", "Glaciers melt; the glaciers shrink."),
        ("en", "On Monday in May they left; Friday was dull."),
        ("en", "It is He who left. I think so."),
        ("fr", "Les annotateurs touchaient 2 $ de l'heure."),
        ("fr", "Aujourd'hui, le chômage baisse. Cependant, l'inflation monte."),
        ("fr", "Environ trois mille personnes. Également, il pleut. Enfin, il neige."),
        ("fr", "Illustrant le propos, il parle. Ingérer du sel nuit."),
        ("fr", "Chaque lundi de mai, ils partent. Vendredi, ils rentrent."),
        ("es", "También llovió. Además, nevó. Los trabajadores ganaban poco."),
        ("es", "Según el informe, el lunes de mayo llovió."),
        ("de", "Die Arbeiter verdienten wenig. Zudem regnet es. Allerdings schneit es."),
        ("de", "Der Umsatz stieg um drei Prozent. Am Montag regnet es."),
        ("pt", "Porém, choveu. Trabalhadores ganham pouco. Também nevou."),
        ("it", "Tuttavia, piove. I lavoratori guadagnano poco. Inoltre, nevica."),
    ],
)
def test_common_words_months_and_weekdays_name_nobody(language: str, text: str) -> None:
    assert surfaces(text, language) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("How Meta Paid Its Workers Less Than Two Dollars an Hour", ["Meta"]),
        ("Workers Earn Less Than Two Dollars an Hour", []),
        ("Wages Fall Again While Prices Rise in Kenya", ["Kenya"]),
        ("Police Report Three Hundred Arrests After March", []),
        ("Water Level of Lake Victoria Rises Again This Year", ["Lake Victoria"]),
        ("WORKERS PAID LESS THAN TWO DOLLARS", []),
    ],
)
def test_a_heading_in_title_case_makes_no_names_of_common_words(text: str, names: list[str]) -> None:
    assert surfaces(text, "en") == names


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "We saw President Emmanuel Macron.", NameKind.PERSON),
        ("en", "We saw Mr Smith.", NameKind.PERSON),
        ("en", "They asked chief executive Wendy Gonzalez.", NameKind.PERSON),
        ("fr", "Selon le président Emmanuel Macron", NameKind.PERSON),
        ("fr", "Selon Mme Marie Dupont", NameKind.PERSON),
        ("es", "El presidente Pedro Sánchez viajó.", NameKind.PERSON),
        ("de", "Das sagte Herr Müller.", NameKind.PERSON),
        ("de", "Das sagte Bundeskanzler Olaf Scholz.", NameKind.PERSON),
        ("it", "il presidente Sergio Mattarella", NameKind.PERSON),
        ("pt", "o presidente Luiz Inácio Lula da Silva", NameKind.PERSON),
        ("en", "the World Health Organization", NameKind.ORG),
        ("en", "at Oxford University", NameKind.ORG),
        ("en", "the company Sama", NameKind.ORG),
        ("fr", "la société Dupont", NameKind.ORG),
        ("de", "bei der Firma Kruse", NameKind.ORG),
        ("en", "in Kenya", NameKind.PLACE),
        ("fr", "à Londres", NameKind.PLACE),
        ("en", "near Lake Victoria", NameKind.PLACE),
        ("de", "in Köln", NameKind.PLACE),
        ("en", "by IBM", NameKind.ACRONYM),
        ("en", "by Daniel Motaung", NameKind.UNKNOWN),
    ],
)
def test_the_words_of_and_before_a_name_tell_its_kind(language: str, text: str, kind: NameKind) -> None:
    assert [name.kind for name in read_names(text, language)] == [kind]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "in Germany", "DE"),
        ("fr", "en Allemagne", "DE"),
        ("de", "in Deutschland", "DE"),
        ("es", "en Alemania", "DE"),
        ("pt", "na Alemanha", "DE"),
        ("it", "in Germania", "DE"),
        ("en", "the Kenyans", "KE"),
        ("fr", "les Kényans", "KE"),
        ("en", "in Niger", "NE"),
        ("en", "in Nigeria", "NG"),
        ("fr", "en Côte d'Ivoire", "CI"),
        ("en", "the United States", "US"),
        ("fr", "aux États-Unis", "US"),
        ("de", "in den Vereinigten Staaten", "US"),
    ],
)
def test_a_country_has_its_code_in_every_language(language: str, text: str, code: str) -> None:
    assert [name.code for name in read_names(text, language)] == [code]


def test_a_title_between_quotation_marks_comes_besides_the_names_in_it() -> None:
    found = read_names('He wrote "The Fall of Rome" there.', "en")
    assert ("The Fall of Rome", NameKind.TITLE) in [(name.surface, name.kind) for name in found]


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.one_of(st.text(max_size=80), st.lists(st.sampled_from("Aa de la von Meta Dr. J. and 'x' \" - \n Kenya New York the of Bank".split(" ")), max_size=12).map(" ".join)))  # fmt: skip  # noqa: E501, SIM905 - a table of words
def test_names_stand_in_order_with_their_words(language: str, text: str) -> None:
    found = read_names(text, language)
    assert [name.span for name in found] == sorted(name.span for name in found)
    for name in found:
        assert text[name.span[0] : name.span[1]] == name.surface
        assert name.tokens


@given(before=st.text(max_size=30), text=st.sampled_from(["Sama left Kenya.", "We met Tim Cook."]))
def test_a_span_is_read_with_offsets_into_the_whole(before: str, text: str) -> None:
    whole = f"{before}\n{text}"
    start = len(before) + 1
    for name in read_names(whole, "en", (start, len(whole))):
        assert name.span[0] >= start
        assert whole[name.span[0] : name.span[1]] == name.surface
