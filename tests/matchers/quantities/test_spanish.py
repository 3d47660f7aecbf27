"""Spanish, rule by rule."""

import pytest
from matchers.quantities.told import told

RULES = {
    "digits": [
        ("3.000 trabajadores", "3000 trabajadores"),
        ("3 000 trabajadores", "3000 trabajadores"),
        ("1.234.567,89 euros", "1234567.89 EUR"),
        ("1,5 kilómetros", "1.5 km"),
    ],
    "scale words": [
        ("2,5 millones de trabajadores", "2500000 trabajadores"),
        ("un millón de trabajadores", "1000000 trabajadores"),
        ("medio millón de euros", "500000 EUR"),
        ("un millón y medio de euros", "1500000 EUR"),
        ("dos mil millones de euros", "2000000000 EUR"),
        ("2.000 millones de euros", "2000000000 EUR"),
        ("mil millones de euros", "1000000000 EUR"),
        ("cuarenta y tres mil millones de dólares", "43000000000 USD"),
        ("un billón de euros", "1000000000000 EUR"),
        ("3 mil trabajadores", "3000 trabajadores"),
        ("una docena de trabajadores", "~12 trabajadores"),
        ("una treintena de trabajadores", "~30 trabajadores"),
    ],
    "numbers in words": [
        ("veintiún alumnos", "21 alumnos"),
        ("cuarenta y tres alumnos", "43 alumnos"),
        ("doscientas cincuenta mil personas", "250000 personas"),
        ("siete años", "7 year"),
        ("mil personas", "1000 personas"),
        ("más de una hora", ">1 hour"),
        ("un hombre", ""),
        ("los dos hombres", ""),
    ],
    "vague numbers": [
        ("decenas de trabajadores", "20..100 trabajadores vague"),
        ("miles de personas", "2000..100000 personas vague"),
        ("decenas de miles de personas", "20000..100000 personas vague"),
    ],
    "money": [
        ("5 dólares", "5 USD"),
        ("5 dólares estadounidenses", "5 USD"),
        ("5 €", "5 EUR"),
        ("50 céntimos", "0.5 EUR"),
        ("500 chelines kenianos", "500 KES"),
        ("500 pesos mexicanos", "500 MXN"),
    ],
    "rates": [
        ("2 dólares por hora", "2 USD/hour"),
        ("2 dólares la hora", "2 USD/hour"),
        ("2 dólares a la hora", "2 USD/hour"),
        ("2 euros al día", "2 EUR/day"),
        ("un salario mensual de 300 euros", "300 EUR/month"),
        ("300 euros mensuales", "300 EUR/month"),
        ("300 euros por persona", "300 EUR/person"),
        ("18.000 vehículos al día", "18000 vehículos/day"),
        ("500 personas la semana pasada", "500 personas"),
    ],
    "shares": [
        ("el 80 % de los trabajadores", "80 % trabajadores"),
        ("80 por ciento de los trabajadores", "80 % trabajadores"),
        ("uno de cada cuatro trabajadores", "0.25 share trabajadores"),
        ("tres de cada diez trabajadores", "0.3 share trabajadores"),
        ("un tercio de los trabajadores", "0.3333 share trabajadores"),
        ("dos tercios de los trabajadores", "0.6667 share trabajadores"),
        ("la mitad de los trabajadores", "0.5 share trabajadores"),
        ("una cuarta parte de los trabajadores", "0.25 share trabajadores"),
    ],
    "points and multiples": [
        ("subió 3 puntos porcentuales", "3 points up"),
        ("25 puntos básicos", "0.25 points"),
        ("Los precios se duplicaron.", "2 times"),
        ("tres veces más", "3 times up"),
        ("el doble", "2 times"),
    ],
    "measures": [
        ("100 metros cuadrados", "100 m2"),
        ("120 km/h", "120 km/h"),
        ("40 grados centígrados", "40 degC"),
        ("34 años de edad", "34 year edad"),
    ],
    "ranges": [
        ("entre el 5 % y el 7 %", "5..7 %"),
        ("entre 1,32 y 2 dólares por hora", "1.32..2 USD/hour"),
        ("entre 1,2 y 1,4 millones de euros", "1200000..1400000 EUR"),
        ("de 3 a 5 años", "3..5 year"),
        ("3-5 años", "3..5 year"),
        ("dos o tres semanas", "2..3 week"),
    ],
    "changes": [
        ("frente al 5,2 % de mayo", "5.2 %"),
        ("una subida de 25 puntos básicos, hasta el 4,5 %", "0.25 points up; 4.5 % to"),
        ("Las ventas subieron un 5 %.", "5 % up"),
        ("Las ventas cayeron un 5 %.", "5 % down"),
        ("una caída del 5 %", "5 % down"),
        ("pasó de 3 a 5 euros", "3 EUR from; 5 EUR to"),
        ("un 5 % más", "5 % up"),
    ],
    "bounds": [
        ("unos 300 trabajadores", "~300 trabajadores"),
        ("alrededor de 300 trabajadores", "~300 trabajadores"),
        ("casi 3.000 trabajadores", "nearly 3000 trabajadores"),
        ("cerca de 3.000 trabajadores", "nearly 3000 trabajadores"),
        ("más de 3.000 trabajadores", ">3000 trabajadores"),
        ("al menos 3.000 trabajadores", ">=3000 trabajadores"),
        ("no menos de 3.000 trabajadores", ">=3000 trabajadores"),
        ("hasta 3.000 trabajadores", "<=3000 trabajadores"),
        ("como máximo 3.000 trabajadores", "<=3000 trabajadores"),
        ("no más de 3.000 trabajadores", "<=3000 trabajadores"),
        ("menos de 3.000 trabajadores", "<3000 trabajadores"),
        ("3.000 trabajadores o más", ">=3000 trabajadores"),
    ],
    "statistics": [
        ("2 dólares de media", "2 USD mean"),
        ("un promedio de 2 dólares", "2 USD mean"),
        ("300 trabajadores en total", "300 trabajadores total"),
        ("2.000 euros brutos al mes", "2000 EUR/month gross"),
        ("2.000 euros netos", "2000 EUR net"),
    ],
    "nouns": [
        ("3.000 nuevos empleos", "3000 empleos"),
        ("3.000 de sus trabajadores kenianos", "3000 trabajadores"),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{rule}: {row[0]}") for rule, rows in RULES.items() for row in rows],
)
def test_what_a_spanish_text_says(text: str, expected: str) -> None:
    assert told(text, "es") == expected


def test_the_point_is_the_decimal_sign_where_a_region_writes_it_so() -> None:
    assert told("1.5 kilómetros y 3,000 personas", "es-MX") == "1.5 km; 3000 personas"
