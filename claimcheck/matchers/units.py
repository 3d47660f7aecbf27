"""Units of measure: their names in six languages, and what they are in a base unit of their kind.

Sources of the factors: the International System of Units (BIPM, SI Brochure, 9th edition) and the international yard
and pound agreement of 1959.
"""

from decimal import Decimal
from functools import lru_cache

_UNITS = """
km        length  1000           km kms kilometre kilometres kilometer kilometers kilomètre kilomètres kilómetro kilómetros quilómetro quilómetros quilômetro quilômetros chilometro chilometri
m         length  1              metre metres meter meters mètre mètres metro metros metri
cm        length  0.01           cm centimetre centimetres centimeter centimeters centimètre centimètres centímetro centímetros zentimeter centimetro centimetri
mm        length  0.001          mm millimetre millimetres millimeter millimeters millimètre millimètres milímetro milímetros
mi        length  1609.344       mile miles mi milles millas meile meilen milha milhas miglio miglia
ft        length  0.3048         ft foot feet pieds pied pies pie fuß pés piedi
in        length  0.0254         inch inches pouce pouces pulgada pulgadas zoll polegada polegadas pollice pollici
yd        length  0.9144         yard yards
nmi       length  1852           nautical_miles milles_marins
km2       area    1000000        km² km2 sq_km square_kilometres square_kilometers square_kilometre square_kilometer kilomètres_carrés kilomètre_carré kilómetros_cuadrados quadratkilometer quilómetros_quadrados quilômetros_quadrados chilometri_quadrati chilometri_quadri
m2        area    1              m² m2 square_metres square_meters square_metre square_meter mètres_carrés mètre_carré metros_cuadrados quadratmeter metros_quadrados metri_quadrati metri_quadri
ft2       area    0.09290304     square_feet square_foot sq_ft pieds_carrés
mi2       area    2589988.110336 square_miles square_mile sq_mi milles_carrés
ha        area    10000          ha hectare hectares hectárea hectáreas hektar hectare hectares ettaro ettari
acre      area    4046.8564224   acre acres
km3       volume  1000000000     km³ km3 cubic_kilometres cubic_kilometers kilomètres_cubes kubikkilometer
m3        volume  1              m³ m3 cubic_metres cubic_meters mètres_cubes metros_cúbicos kubikmeter metri_cubi
l         volume  0.001          litre litres liter liters litro litros litri
ml        volume  0.000001       ml millilitre millilitres milliliter milliliters millilitri mililitros
gal       volume  0.003785411784 gallon gallons galones
bbl       volume  0.158987294928 barrel barrels baril barils barriles barril barris barili
t         mass    1000           tonne tonnes ton tons tonnen toneladas tonelada tonnellate tonnellata metric_tons metric_tonnes
kg        mass    1              kg kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm kilogramos quilos quilogramas chilo chili chilogrammi
g         mass    0.001          gram grams gramme grammes gramm gramos gramas grammi
mg        mass    0.000001       mg milligram milligrams milligrammes milligramm miligramos
lb        mass    0.45359237     lb lbs pound_weight
oz        mass    0.028349523125 oz ounce ounces once onces
degC      temperature 1          °c degrees_celsius degrés_celsius grados_celsius grad_celsius graus_celsius gradi_celsius degrés degrees_centigrade grados grad graus gradi °
degF      temperature 0.5555555556 °f degrees_fahrenheit degrés_fahrenheit
W         power   1              w watt watts vatios
kW        power   1000           kw kilowatt kilowatts kilovatios
MW        power   1000000        mw megawatt megawatts mégawatt mégawatts megavatios
GW        power   1000000000     gw gigawatt gigawatts gigavatios
TW        power   1000000000000  tw terawatt terawatts térawatts
kWh       energy  1              kwh kilowatt-hours kilowattheures kilowatt-heures kilowattstunden kilowatt_hours
MWh       energy  1000           mwh megawatt-hours mégawattheures megawattstunden megawatt_hours
GWh       energy  1000000        gwh gigawatt-hours gigawattheures gigawattstunden gigawatt_hours
TWh       energy  1000000000     twh terawatt-hours térawattheures terawattstunden terawatt_hours
B         data    1              bytes octets
kB        data    1000           kb kilobytes kilo-octets
MB        data    1000000        mb megabytes mégaoctets mo
GB        data    1000000000     gb gigabytes gigaoctets go
TB        data    1000000000000  tb terabytes téraoctets to
km/h      speed   1              km/h kph kilometres_per_hour kilometers_per_hour kilomètres_heure kilomètres_à_l'heure kilómetros_por_hora stundenkilometer quilómetros_por_hora chilometri_orari
mph       speed   1.609344       mph miles_per_hour
m/s       speed   3.6            m/s metres_per_second meters_per_second mètres_par_seconde
kn        speed   1.852          knots nœuds noeuds nudos
Hz        frequency 1            hz hertz
kHz       frequency 1000         khz kilohertz
MHz       frequency 1000000      mhz megahertz
GHz       frequency 1000000000   ghz gigahertz
magnitude magnitude 1            magnitude
dB        level   1              db decibels décibels
kcal      food    1              kcal calories calorías kalorien calorie
second    time    1              second seconds seconde secondes segundo segundos sekunde sekunden secondo secondi
minute    time    60             minute minutes minuto minutos minuten minuti min mins
hour      time    3600           hour hours heure heures hora horas stunde stunden ora ore
day       time    86400          day days jour jours journée journées día días tag tage tagen dia dias giorno giorni
week      time    604800         week weeks semaine semaines semana semanas woche wochen settimana settimane
month     time    2629746        month months mois mes meses monat monate monaten mês mese mesi
year      time    31556952       year years an ans année années año años jahr jahre jahren ano anos anno anni
decade    time    315569520      decade decades décennie décennies década décadas jahrzehnt jahrzehnte jahrzehnten decennio decenni
century   time    3155695200     century centuries siècle siècles siglo siglos jahrhundert jahrhunderte século séculos secolo secoli
"""  # noqa: E501 - a row is a unit
_OFFSETS = {"degF": Decimal("-17.77777777777778")}
_WRITTEN_ALONE = frozenset({"m", "g", "l", "t"})
"""Symbols of one letter: a unit only right behind digits."""


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, Decimal, tuple[str, ...]]]:
    table = {}
    for row in _UNITS.strip().splitlines():
        unit, kind, factor, *names = row.split()
        table[unit] = (kind, Decimal(factor), tuple(name.replace("_", " ") for name in names))
    return table


@lru_cache(maxsize=1)
def unit_names() -> dict[str, str]:
    """Return every name of a unit, lower case, and the canonical unit it names."""
    names = {name: unit for unit, (_, _, held) in _table().items() for name in held}
    return names | {symbol: symbol for symbol in _WRITTEN_ALONE}


@lru_cache(maxsize=1)
def longest_name() -> int:
    """Return the number of characters of the longest name of a unit."""
    return max(map(len, unit_names()))


def is_duration(unit: str) -> bool:
    """Return whether a canonical unit measures time."""
    return _table().get(unit, ("", Decimal(0), ()))[0] == "time"


def to_base(unit: str) -> tuple[Decimal, Decimal, str] | None:
    """Return the factor and the offset into the base unit of its kind, and the kind; none for an unknown unit."""
    held = _table().get(unit)
    return (held[1], _OFFSETS.get(unit, Decimal(0)), held[0]) if held else None
