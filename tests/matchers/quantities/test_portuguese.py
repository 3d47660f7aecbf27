"""Portuguese of Brazil and of Portugal, rule by rule."""

import pytest
from matchers.quantities.told import told

RULES = {
    "digits": [
        ("3.000 trabalhadores", "3000 trabalhadores"),
        ("3 000 trabalhadores", "3000 trabalhadores"),
        ("1.234.567,89 euros", "1234567.89 EUR"),
        ("1,5 quilômetros", "1.5 km"),
    ],
    "scale words": [
        ("2,5 milhões de trabalhadores", "2500000 trabalhadores"),
        ("um milhão de trabalhadores", "1000000 trabalhadores"),
        ("meio milhão de euros", "500000 EUR"),
        ("um milhão e meio de euros", "1500000 EUR"),
        ("dois bilhões de reais", "2000000000 BRL"),
        ("dois mil milhões de euros", "2000000000 EUR"),
        ("mil milhões de euros", "1000000000 EUR"),
        ("um bilião de euros", "1000000000000 EUR"),
        ("R$ 3,5 mi", "3500000 BRL"),
        ("R$ 3,5 bilhões", "3500000000 BRL"),
        ("3 mil trabalhadores", "3000 trabalhadores"),
        ("uma dúzia de trabalhadores", "~12 trabalhadores"),
    ],
    "numbers in words": [
        ("vinte e um alunos", "21 alunos"),
        ("duzentas e cinquenta mil pessoas", "250000 pessoas"),
        ("sete anos", "7 year"),
        ("mil pessoas", "1000 pessoas"),
        ("mais de uma hora", ">1 hour"),
        ("um homem", ""),
        ("os dois homens", ""),
    ],
    "vague numbers": [
        ("dezenas de trabalhadores", "20..100 trabalhadores vague"),
        ("milhares de pessoas", "2000..100000 pessoas vague"),
        ("dezenas de milhares de pessoas", "20000..100000 pessoas vague"),
    ],
    "money": [
        ("5 dólares", "5 USD"),
        ("US$ 5", "5 USD"),
        ("R$ 5", "5 BRL"),
        ("5 reais", "5 BRL"),
        ("50 centavos", "0.5 BRL"),
        ("50 cêntimos", "0.5 EUR"),
    ],
    "rates": [
        ("2 dólares por hora", "2 USD/hour"),
        ("2 dólares a hora", "2 USD/hour"),
        ("2 dólares à hora", "2 USD/hour"),
        ("2 euros por dia", "2 EUR/day"),
        ("um salário mensal de 300 euros", "300 EUR/month"),
        ("300 euros mensais", "300 EUR/month"),
        ("300 euros por pessoa", "300 EUR/person"),
        ("18.000 veículos por dia", "18000 veículos/day"),
    ],
    "shares": [
        ("80% dos trabalhadores", "80 % trabalhadores"),
        ("80 por cento dos trabalhadores", "80 % trabalhadores"),
        ("um em cada quatro trabalhadores", "0.25 share trabalhadores"),
        ("três em cada dez trabalhadores", "0.3 share trabalhadores"),
        ("um terço dos trabalhadores", "0.3333 share trabalhadores"),
        ("dois terços dos trabalhadores", "0.6667 share trabalhadores"),
        ("metade dos trabalhadores", "0.5 share trabalhadores"),
    ],
    "points and multiples": [
        ("subiu 3 pontos percentuais", "3 points up"),
        ("25 pontos base", "0.25 points"),
        ("Os preços dobraram.", "2 times"),
        ("três vezes mais", "3 times up"),
        ("o dobro", "2 times"),
    ],
    "measures": [
        ("100 metros quadrados", "100 m2"),
        ("120 km/h", "120 km/h"),
        ("34 anos de idade", "34 year idade"),
    ],
    "ranges": [
        ("entre 1,32 e 2 dólares por hora", "1.32..2 USD/hour"),
        ("entre 1,2 e 1,4 milhões de euros", "1200000..1400000 EUR"),
        ("de 3 a 5 anos", "3..5 year"),
        ("de 3 até 5 anos", "3..5 year"),
        ("3-5 anos", "3..5 year"),
        ("duas ou três semanas", "2..3 week"),
    ],
    "changes": [
        ("As vendas subiram 5%.", "5 % up"),
        ("As vendas caíram 5%.", "5 % down"),
        ("uma queda de 5%", "5 % down"),
        ("A taxa subiu de 5% para 7%.", "5 % from; 7 % to"),
        ("5% a mais", "5 % up"),
    ],
    "bounds": [
        ("cerca de 300 trabalhadores", "~300 trabalhadores"),
        ("quase 3.000 trabalhadores", "nearly 3000 trabalhadores"),
        ("perto de 3.000 trabalhadores", "nearly 3000 trabalhadores"),
        ("mais de 3.000 trabalhadores", ">3000 trabalhadores"),
        ("pelo menos 3.000 trabalhadores", ">=3000 trabalhadores"),
        ("não menos de 3.000 trabalhadores", ">=3000 trabalhadores"),
        ("até 3.000 trabalhadores", "<=3000 trabalhadores"),
        ("no máximo 3.000 trabalhadores", "<=3000 trabalhadores"),
        ("não mais de 3.000 trabalhadores", "<=3000 trabalhadores"),
        ("menos de 3.000 trabalhadores", "<3000 trabalhadores"),
        ("3.000 trabalhadores ou mais", ">=3000 trabalhadores"),
    ],
    "statistics": [
        ("2 dólares em média", "2 USD mean"),
        ("300 trabalhadores no total", "300 trabalhadores total"),
        ("2.000 euros brutos por mês", "2000 EUR/month gross"),
        ("2.000 euros líquidos", "2000 EUR net"),
    ],
    "nouns": [
        ("3.000 novos empregos", "3000 empregos"),
        ("3.000 dos seus trabalhadores quenianos", "3000 trabalhadores"),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, id=f"{rule}: {row[0]}") for rule, rows in RULES.items() for row in rows],
)
def test_what_a_portuguese_text_says(text: str, expected: str) -> None:
    assert told(text, "pt") == expected
