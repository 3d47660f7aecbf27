"""Italian, rule by rule."""

import pytest
from matchers.quantities.told import told

RULES = {
    "digits": [
        ("3.000 lavoratori", "3000 lavoratori"),
        ("3 000 lavoratori", "3000 lavoratori"),
        ("1.234.567,89 euro", "1234567.89 EUR"),
        ("1,5 chilometri", "1.5 km"),
    ],
    "scale words": [
        ("2,5 milioni di lavoratori", "2500000 lavoratori"),
        ("un milione di lavoratori", "1000000 lavoratori"),
        ("mezzo milione di euro", "500000 EUR"),
        ("un milione e mezzo di euro", "1500000 EUR"),
        ("due miliardi di euro", "2000000000 EUR"),
        ("mille miliardi di euro", "1000000000000 EUR"),
        ("5 mln di euro", "5000000 EUR"),
        ("5 mld di euro", "5000000000 EUR"),
        ("3 mila lavoratori", "3000 lavoratori"),
        ("3mila lavoratori", "3000 lavoratori"),
        ("una dozzina di lavoratori", "~12 lavoratori"),
        ("una trentina di lavoratori", "~30 lavoratori"),
    ],
    "numbers in words": [
        ("ventuno alunni", "21 alunni"),
        ("duecentocinquantamila persone", "250000 persone"),
        ("sette anni", "7 year"),
        ("mille persone", "1000 persone"),
        ("sei lavoratori", "6 lavoratori"),
        ("sei euro", "6 EUR"),
        ("più di un'ora", ">1 hour"),
        ("un uomo", ""),
        ("i due uomini", ""),
        ("tu sei qui", ""),
    ],
    "vague numbers": [
        ("decine di lavoratori", "20..100 lavoratori vague"),
        ("migliaia di persone", "2000..100000 persone vague"),
        ("decine di migliaia di persone", "20000..100000 persone vague"),
    ],
    "money": [
        ("5 dollari", "5 USD"),
        ("5 €", "5 EUR"),
        ("50 centesimi", "0.5 EUR"),
        ("20 franchi svizzeri", "20 CHF"),
        ("3 sterline", "3 GBP"),
    ],
    "rates": [
        ("2 dollari all'ora", "2 USD/hour"),
        ("2 dollari l'ora", "2 USD/hour"),
        ("2 euro al giorno", "2 EUR/day"),
        ("uno stipendio mensile di 300 euro", "300 EUR/month"),
        ("300 euro mensili", "300 EUR/month"),
        ("300 euro a persona", "300 EUR/person"),
        ("300 euro pro capite", "300 EUR/person"),
        ("18.000 veicoli al giorno", "18000 veicoli/day"),
    ],
    "shares": [
        ("l'80 % dei lavoratori", "80 % lavoratori"),
        ("80 per cento dei lavoratori", "80 % lavoratori"),
        ("uno su quattro", "0.25 share"),
        ("tre lavoratori su dieci", "0.3 share lavoratori"),
        ("un terzo dei lavoratori", "0.3333 share lavoratori"),
        ("due terzi dei lavoratori", "0.6667 share lavoratori"),
        ("la metà dei lavoratori", "0.5 share lavoratori"),
    ],
    "points and multiples": [
        ("è salito di 3 punti percentuali", "3 points up"),
        ("25 punti base", "0.25 points"),
        ("I prezzi sono raddoppiati.", "2 times"),
        ("tre volte di più", "3 times"),
        ("il doppio", "2 times"),
    ],
    "measures": [
        ("meno 5 gradi", "-5 degC"),
        ("100 metri quadrati", "100 m2"),
        ("120 km/h", "120 km/h"),
        ("40 gradi centigradi", "40 degC"),
        ("34 anni di età", "34 year età"),
        ("il 34enne", "34 year età"),
    ],
    "ranges": [
        ("tra il 5 % e il 7 %", "5..7 %"),
        ("tra 1,32 e 2 dollari all'ora", "1.32..2 USD/hour"),
        ("tra 1,2 e 1,4 milioni di euro", "1200000..1400000 EUR"),
        ("da 3 a 5 anni", "3..5 year"),
        ("3-5 anni", "3..5 year"),
        ("due o tre settimane", "2..3 week"),
    ],
    "changes": [
        ("Le vendite sono aumentate del 5 %.", "5 % up"),
        ("Le vendite sono diminuite del 5 %.", "5 % down"),
        ("un calo del 5 %", "5 % down"),
        ("è passato da 3 a 5 euro", "3 EUR from; 5 EUR to"),
        ("il 5 % in più", "5 % up"),
    ],
    "bounds": [
        ("circa 300 lavoratori", "~300 lavoratori"),
        ("quasi 3.000 lavoratori", "nearly 3000 lavoratori"),
        ("più di 3.000 lavoratori", ">3000 lavoratori"),
        ("oltre 3.000 lavoratori", ">3000 lavoratori"),
        ("almeno 3.000 lavoratori", ">=3000 lavoratori"),
        ("non meno di 3.000 lavoratori", ">=3000 lavoratori"),
        ("fino a 3.000 lavoratori", "<=3000 lavoratori"),
        ("al massimo 3.000 lavoratori", "<=3000 lavoratori"),
        ("non più di 3.000 lavoratori", "<=3000 lavoratori"),
        ("meno di 3.000 lavoratori", "<3000 lavoratori"),
        ("3.000 lavoratori o più", ">=3000 lavoratori"),
    ],
    "statistics": [
        ("2 dollari in media", "2 USD mean"),
        ("300 lavoratori in totale", "300 lavoratori total"),
        ("2.000 euro lordi al mese", "2000 EUR/month gross"),
        ("2.000 euro netti", "2000 EUR net"),
    ],
    "nouns": [
        ("3.000 nuovi posti", "3000 posti"),
        ("3.000 dei suoi lavoratori kenioti", "3000 lavoratori"),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{rule}: {row[0]}") for rule, rows in RULES.items() for row in rows],
)
def test_what_an_italian_text_says(text: str, expected: str) -> None:
    assert told(text, "it") == expected
