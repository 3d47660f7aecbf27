"""Numbers that look like a count and are none, and four digits that are one: days, names, units' words, cells."""

import pytest
from matchers.quantities.told import tell, told

from claimcheck.enums import Role
from claimcheck.matchers.quantities import read_quantities
from claimcheck.matchers.tabular import counting_cells, type_by_header
from claimcheck.model import Block, Cell

DAYS = {
    "en": [
        ("It opens on 19, 21 and 23 May.", ""),
        ("It opened three years ago.", ""),
        ("It opens on 31 August.", ""),
        ("It won 19, 21 and 23 medals.", "19; 21; 23 medals"),
    ],
    "fr": [("Elle ouvre les 19, 21 et 23 mai.", ""), ("Il y a trois ans, elle ouvrait.", "")],
    "de": [("Sie öffnet am 19., 21. und 23. Mai.", ""), ("Vor drei Jahren öffnete sie.", "")],
    "es": [("Abre los días 19, 21 y 23 de mayo.", ""), ("Abrió hace tres años.", "")],
    "pt": [("Abre nos dias 19, 21 e 23 de maio.", ""), ("Abriu há três anos.", "")],
    "it": [("Apre il 19, 21 e 23 maggio.", ""), ("Ha aperto tre anni fa.", "")],
}
NAMES = {
    "en": [
        ("He played Team Fortress 2 a lot.", ""),
        ("It aired on Channel 4 first.", ""),
        ("They watched Apollo 11 there.", ""),
        ("Last year Kenya lost 300 workers.", "300 workers"),
    ],
    "fr": [("Il passait sur France 24 hier.", ""), ("On compte en France 24 usines.", "24 usines")],
    "es": [("Se vio en Antena 3 ayer.", ""), ("Hay en Francia 24 plantas.", "24 plantas")],
    "pt": [("Foi visto na Globo 4 ontem.", ""), ("Há em França 24 fábricas.", "24 fábricas")],
}
UNIT_WORDS = {
    "en": [
        ("71,000 second homes", "71000 homes"),
        ("300 second-hand cars", "300 cars"),
        ("the second-largest city", ""),
        ("an hour-long film", ""),
        ("minute details", ""),
        ("a 30-second film", "30 second"),
        ("300 foot soldiers", "300 soldiers"),
    ],
    "fr": [("12 pieds-noirs", "12 pieds"), ("12 pieds de long", "12 ft")],
    "es": [("12 segundos platos", "12 segundos"), ("12 segundos", "12 second")],
    "pt": [("dois segundos turnos", "2 segundos"), ("12 segundos", "12 second")],
    "it": [("12 secondi piatti", "12 secondi"), ("12 secondi", "12 second")],
}
RULES = {"days": DAYS, "names": NAMES, "words of units": UNIT_WORDS}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(lang, *row, id=f"{rule}, {lang}: {row[0]}")
        for rule, table in RULES.items()
        for lang, rows in table.items()
        for row in rows
    ],
)
def test_what_only_looks_like_a_count(language: str, text: str, expected: str) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("Year", "Visitors"), "2150"),
        (("Année", "Visiteurs"), "2150"),
        (("Visitors", "Founded"), "1994"),
        (("Sold", "2019"), "1994; 2150"),
        (("", ""), ""),
    ],
)
def test_four_digits_in_a_cell_are_a_count_unless_the_header_says_year(headers: tuple[str, str], expected: str) -> None:
    text = "1994 | 2150"
    block = Block(Role.TABLE_ROW, (0, len(text)), cells=(Cell(headers[0], (0, 4)), Cell(headers[1], (7, 11))))
    found = read_quantities(text, "en", counted=counting_cells(block))
    assert "; ".join(map(tell, found)) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Mark (out of 20)", "15 %; 60 %; 48; 1,250"),
        ("Time (h)", "3 hour; 12 hour; 48 hour; 1,250 hour"),
        ("Share, in %", "3 %; 12 %; 48 %; 1,250 %"),
        ("In thousands", "3,000; 12,000; 48,000; 1,250,000"),
        ("Town", "3; 12; 48; 1,250"),
    ],
)
def test_what_a_heading_makes_of_a_number_is_asked_of_each_number_under_it(header: str, expected: str) -> None:
    typed = []
    for number in ("3", "12", "48", "1,250"):
        text = f"Alpha | {number}"
        block = Block(Role.TABLE_ROW, (0, len(text)), cells=(Cell("", (0, 5)), Cell(header, (8, len(text)))))
        (found,) = read_quantities(text, "en", counted=counting_cells(block))
        typed.append(type_by_header(found, text, block, "en").notation)
    assert "; ".join(typed) == expected
