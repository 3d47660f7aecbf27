"""Whole numbers from 2 to 999,999 in words, by the spelling rules of six languages."""

ENGLISH = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
""".split()  # noqa: SIM905 - a table of words reads better as words
ENGLISH_TENS = """
- - twenty thirty forty fifty sixty seventy eighty ninety
""".split()  # noqa: SIM905 - a table of words reads better as words
FRENCH = """
zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept
dix-huit dix-neuf
""".split()  # noqa: SIM905 - a table of words reads better as words
FRENCH_TENS = """
- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt
""".split()  # noqa: SIM905 - a table of words reads better as words
GERMAN = """
null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
siebzehn achtzehn neunzehn
""".split()  # noqa: SIM905 - a table of words reads better as words
GERMAN_TENS = """
- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig
""".split()  # noqa: SIM905 - a table of words reads better as words
SPANISH = """
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete
veintiocho veintinueve
""".split()  # noqa: SIM905 - a table of words reads better as words
SPANISH_TENS = """
- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa
""".split()  # noqa: SIM905 - a table of words reads better as words
SPANISH_HUNDREDS = [
    "-",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
]
PORTUGUESE = """
zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete
dezoito dezenove
""".split()  # noqa: SIM905 - a table of words reads better as words
PORTUGUESE_TENS = """
- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa
""".split()  # noqa: SIM905 - a table of words reads better as words
PORTUGUESE_HUNDREDS = [
    "-",
    "cento",
    "duzentos",
    "trezentos",
    "quatrocentos",
    "quinhentos",
    "seiscentos",
    "setecentos",
    "oitocentos",
    "novecentos",
]
ITALIAN = """
zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici
diciassette diciotto diciannove
""".split()  # noqa: SIM905 - a table of words reads better as words
ITALIAN_TENS = """
- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta
""".split()  # noqa: SIM905 - a table of words reads better as words


def english(n: int) -> str:
    if n < 20:
        return ENGLISH[n]
    if n < 100:
        return ENGLISH_TENS[n // 10] + (f"-{ENGLISH[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ENGLISH[n // 100]} hundred" + (f" and {english(n % 100)}" if n % 100 else "")
    return f"{english(n // 1000)} thousand" + (f" {english(n % 1000)}" if n % 1000 else "")


def french(n: int) -> str:
    if n < 20:
        return FRENCH[n]
    if n < 100:
        tens = FRENCH_TENS[n // 10]
        rest = n % 20 if n >= 60 else n % 10
        if n == 80:
            return "quatre-vingts"
        joiner = "-et-" if rest in {1, 11} and n < 80 else "-"
        return tens + (joiner + FRENCH[rest] if rest else "")
    if n < 1000:
        hundreds = ("" if n < 200 else FRENCH[n // 100] + " ") + ("cents" if n % 100 == 0 and n > 100 else "cent")
        return hundreds + (f" {french(n % 100)}" if n % 100 else "")
    thousands = ("" if n < 2000 else french(n // 1000).removesuffix("s") + " ").replace("troi ", "trois ")
    return thousands + "mille" + (f" {french(n % 1000)}" if n % 1000 else "")


def german(n: int) -> str:
    if n < 20:
        return GERMAN[n]
    if n < 100:
        return (f"{GERMAN[n % 10]}und" if n % 10 else "") + GERMAN_TENS[n // 10]
    if n < 1000:
        return f"{GERMAN[n // 100]}hundert" + (german(n % 100) if n % 100 else "")
    return f"{german(n // 1000)}tausend" + (german(n % 1000) if n % 1000 else "")


def spanish(n: int) -> str:
    if n < 30:
        return SPANISH[n]
    if n < 100:
        return SPANISH_TENS[n // 10] + (f" y {SPANISH[n % 10]}" if n % 10 else "")
    if n == 100:
        return "cien"
    if n < 1000:
        return SPANISH_HUNDREDS[n // 100] + (f" {spanish(n % 100)}" if n % 100 else "")
    return ("" if n < 2000 else spanish(n // 1000) + " ") + "mil" + (f" {spanish(n % 1000)}" if n % 1000 else "")


def portuguese(n: int) -> str:
    if n < 20:
        return PORTUGUESE[n]
    if n < 100:
        return PORTUGUESE_TENS[n // 10] + (f" e {PORTUGUESE[n % 10]}" if n % 10 else "")
    if n == 100:
        return "cem"
    if n < 1000:
        return PORTUGUESE_HUNDREDS[n // 100] + (f" e {portuguese(n % 100)}" if n % 100 else "")
    rest = n % 1000
    joiner = " e " if rest < 100 or rest % 100 == 0 else " "
    return ("" if n < 2000 else portuguese(n // 1000) + " ") + "mil" + (joiner + portuguese(rest) if rest else "")


def italian(n: int) -> str:
    if n < 20:
        return ITALIAN[n]
    if n < 100:
        tens = ITALIAN_TENS[n // 10]
        return (tens[:-1] if n % 10 in {1, 8} else tens) + (ITALIAN[n % 10] if n % 10 else "")
    if n < 1000:
        return ("" if n < 200 else ITALIAN[n // 100]) + "cento" + (italian(n % 100) if n % 100 else "")
    thousands = "mille" if n < 2000 else italian(n // 1000) + "mila"
    return thousands + (italian(n % 1000) if n % 1000 else "")


SPELLERS = {
    "en": english,
    "fr": french,
    "de": german,
    "es": spanish,
    "pt": portuguese,
    "it": italian,
}
