"""Just under, just over, barely; changes without a unit; cents: one row a language."""

import pytest
from matchers.quantities.told import tell, told

from claimcheck.matchers.quantities import read_quantities

HEDGES = {
    "en": [
        ("just under 300 workers", "nearly 300 workers"),
        ("a little under 300 workers", "nearly 300 workers"),
        ("just over 300 workers", "just over 300 workers"),
        ("slightly more than 300 workers", "just over 300 workers"),
        ("a bare 20 workers", "~20 workers"),
        ("barely 20 workers", "~20 workers"),
        ("some 300 workers", "~300 workers"),
        ("300 workers or so", "~300 workers"),
        ("20-odd workers", "~20 workers"),
        ("well over 300 workers", ">300 workers"),
        ("under 300 workers", "<300 workers"),
    ],
    "fr": [
        ("un peu moins de 300 salariés", "nearly 300 salariés"),
        ("à peine plus de 300 salariés", "just over 300 salariés"),
        ("un peu plus d'une heure", "just over 1 hour"),
        ("moins de 300 salariés", "<300 salariés"),
    ],
    "de": [
        ("knapp 300 Menschen", "nearly 300 menschen"),
        ("etwas weniger als 300 Menschen", "nearly 300 menschen"),
        ("gut 300 Menschen", "just over 300 menschen"),
        ("weniger als 300 Menschen", "<300 menschen"),
    ],
    "es": [
        ("poco menos de 300 personas", "nearly 300 personas"),
        ("un poco menos de 300 personas", "nearly 300 personas"),
        ("poco más de 300 personas", "just over 300 personas"),
    ],
    "pt": [
        ("pouco menos de 300 pessoas", "nearly 300 pessoas"),
        ("pouco mais de 300 pessoas", "just over 300 pessoas"),
    ],
    "it": [
        ("poco meno di 300 persone", "nearly 300 persone"),
        ("poco più di 300 persone", "just over 300 persone"),
    ],
}
UNITS_OF_CHANGES = {
    "en": [
        ("It cost $1,310 in 2024, 140 more than before.", "1310 USD; 140 USD up"),
        ("It costs 312 euros a year, 21 more than in 2021.", "312 EUR/year; 21 EUR/year up"),
        ("Turnout was 63.4%, 2.1 points higher.", "63.4 %; 2.1 points up"),
        ("Turnout was 63.4%, 2 higher than before.", "63.4 %; 2 points up"),
        ("It has 4,200 pupils, 300 fewer than last year.", "4200 pupils; 300 pupils down"),
        ("It costs 300 euros. 21 more came.", "300 EUR; 21 up"),
        ("It costs 20 euros, 300 more people came.", "20 EUR; 300 people up"),
    ],
    "fr": [("Elle coûte 1 310 euros, soit 140 de plus qu'avant.", "1310 EUR; 140 EUR up")],
    "de": [("Es sind 410.000 Euro im Jahr, 25.000 weniger.", "410000 EUR/year; 25000 EUR/year down")],
    "es": [("Cuesta 1.310 euros, 140 más que antes.", "1310 EUR; 140 EUR up")],
    "pt": [("Custa 1.310 euros, mais 140 do que antes.", "1310 EUR; 140 EUR up")],
    "it": [("È di 312 euro l'anno, 21 in più di prima.", "312 EUR/year; 21 EUR/year up")],
}
CENTS = {
    "en": [("0.8 cents per image", "0.008 USD/image"), ("1.2 pence a page", "0.012 GBP/page")],
    "fr": [
        ("1,2 cent par image", "0.012 EUR/image"),
        ("0,8 cents par image", "0.008 EUR/image"),
        ("0,8 centime par image", "0.008 EUR/image"),
        ("cent images", "100 images"),
        ("deux cents images", "200 images"),
    ],
    "de": [("0,5 Cent pro Bild", "0.005 EUR/image")],
    "es": [("0,5 céntimos por imagen", "0.005 EUR/image")],
    "pt": [("0,5 centavo por imagem", "0.005 BRL/image")],
    "it": [("0,5 centesimi per immagine", "0.005 EUR/image")],
}
RULES = {"hedges": HEDGES, "units of changes": UNITS_OF_CHANGES, "cents": CENTS}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(lang, *row, id=f"{rule}, {lang}: {row[0]}")
        for rule, table in RULES.items()
        for lang, rows in table.items()
        for row in rows
    ],
)
def test_what_hedges_changes_and_cents_say(language: str, text: str, expected: str) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "nine guests and more than 40 tents", "9 guests"),
        ("fr", "neuf clients et plus de 40 tentes", "9 clients"),
        ("es", "nueve clientes y más de 40 tiendas", "9 clientes"),
        ("de", "neun Gäste und mehr als 40 Zelte", "9 gäste"),
        ("pt", "nove clientes e mais de 40 tendas", "9 clientes"),
        ("it", "nove clienti e più di 40 tende", "9 clienti"),
        ("es", "clientes de 65 años y más", ">=65 year"),
    ],
)
def test_more_than_the_next_number_bounds_no_number_before_it(language: str, text: str, first: str) -> None:
    assert tell(read_quantities(text, language)[0]) == first


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "El taller tiene 19 aprendices.", "19 aprendices"),
        ("pt", "A oficina tem 19 aprendizes.", "19 aprendizes"),
        ("es", "Irene tiene 34 y vive en Lodal.", "34 year edad"),
    ],
)
def test_what_one_has_is_an_age_only_where_nothing_is_counted(language: str, text: str, said: str) -> None:
    assert tell(read_quantities(text, language)[0]) == said
