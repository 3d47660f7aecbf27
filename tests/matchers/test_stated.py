"""What differs between two versions of a passage: values exactly, words not at all."""

import pytest

from claimcheck.matchers.stated import StatedValues

STATED = StatedValues()

SAME = {
    "words": ("Wages rose to $18.50 per hour.", "Pay climbed to 18.50 dollars an hour.", "en"),
    "thousands": ("It employs 3,000 people.", "It employs 3 000 people.", "en"),
    "noughts": ("It costs 2.50 euros.", "It costs 2.5 euros.", "en"),
    "order of date and value": ("It rose by 5 % in May 2024.", "In May 2024 it rose by 5 %.", "en"),
    "a sentence turned round": ("For 120 places 743 applications came.", "743 applications came for 120 places.", "en"),
    "a name told in full": ("Amsel earned $5.", "Ruth Amsel earned $5.", "en"),
    "a name left out": ("Ruth Amsel of Dunmoor earned $5.", "Ruth Amsel earned $5.", "en"),
    "not, shortened": ("It did not hire 500 people.", "It didn't hire 500 people.", "en"),
    "nobody and no one": ("Nobody earned $5.", "No one earned $5.", "en"),
    "an adverb moved": ("Ha già speso 76 milioni.", "Ha speso già 76 milioni.", "it"),
    "accents in two parts": ("Cobrarán 5 euros.", "Cobrara\u0301n 5 euros.", "es"),
    "an area and a depth": ("It covers 56 km² and is 31 m deep.", "It is 31 m deep and covers 56 km².", "en"),
    "a clause moved forward": ("El paro bajó al 11 % en mayo.", "En mayo, el paro bajó al 11 %.", "es"),
    "a footnote": ("It rose by 5 %.", "It rose by 5 %.[12]", "en"),
    "a year left out twice": ("From 7 May, 22 branches open.", "From 7 May on, 22 branches open.", "en"),
    "French spaces": ("Le loyer est de 1 250 euros.", "Le loyer est de 1\N{NARROW NO-BREAK SPACE}250 euros.", "fr"),
}  # fmt: skip
DIFFERENT = {
    "a digit": ("Wages rose to $18.50.", "Wages rose to $19.50.", "en"),
    "a unit": ("It is 5 km long.", "It is 5 miles long.", "en"),
    "a currency": ("It costs 5 euros.", "It costs 5 dollars.", "en"),
    "a scale": ("It cost 3.4 million.", "It cost 3.4 billion.", "en"),
    "a rate": ("They earn $5 an hour.", "They earn $5 a day.", "en"),
    "percent and points": ("It fell by 4 percent.", "It fell by 4 percentage points.", "en"),
    "a bound": ("Up to 3,000 people work there.", "Over 3,000 people work there.", "en"),
    "at most, at least": ("Rents rise by at most 2 %.", "Rents rise by at least 2 %.", "en"),
    "a hedge": ("About 3,000 people work there.", "3,000 people work there.", "en"),
    "mean and median": ("The mean wage is $5.", "The median wage is $5.", "en"),
    "up and down": ("Prices went up by 5 %.", "Prices went down by 5 %.", "en"),
    "two values swapped": ("It rose from $5 to $6.", "It rose from $6 to $5.", "en"),
    "a day": ("It opened on 18 June 2021.", "It opened on 19 June 2021.", "en"),
    "a month without a year": ("From 7 May, all open.", "From 7 June, all open.", "en"),
    "since and until": ("It has been closed since 2019.", "It was closed until 2019.", "en"),
    "not": ("It hired 500 people.", "It did not hire 500 people.", "en"),
    "no longer": ("It expects 500 people.", "It no longer expects 500 people.", "en"),
    "nobody": ("73 houses burned, but nobody was hurt.", "73 houses burned, but not before some were hurt.", "en"),
    "a plan": ("It hired 500 people.", "It plans to hire 500 people.", "en"),
    "an allegation": ("He took $5 million.", "He allegedly took $5 million.", "en"),
    "a name": ("Sama employed 3,000 people.", "Majorel employed 3,000 people.", "en"),
    "a part of a name": ("Skerry Lines paid 5 dollars.", "Pelham Lines paid 5 dollars.", "en"),
    "an opposite": ("The council approved the plan.", "The council rejected the plan.", "en"),
    "a value more": ("It employs people in Kenya.", "It employs 300 people in Kenya.", "en"),
    "a value less": ("It employs 300 people in Kenya.", "It employs people in Kenya.", "en"),
    "digits that are no quantity": ("It is an A380 with 5G.", "It is an A320 with 5G.", "en"),
    "a unit behind a name": ("It fined Skerry Lines 85,000 dollars.", "It fined Skerry Lines 85,000 pounds.", "en"),
    "taken back": ("It rose by 5 %.", "An earlier version of this article said that it rose by 5 %.", "en"),
    "ne … pas": ("Le maire a signé.", "Le maire n'a pas signé.", "fr"),
    "two words exchanged": ("Exports grew faster than imports.", "Imports grew faster than exports.", "en"),
    "two things exchanged": ("Der Bund zahlt, das Land baut.", "Das Land zahlt, der Bund baut.", "de"),
    "two names exchanged": ("Arbor sued Sensum.", "Sensum sued Arbor.", "en"),
    "a future": ("Il comune ha piantato 1.500 alberi.", "Il comune pianterà 1.500 alberi.", "it"),
    "nicht": ("Das Werk schließt 2025.", "Das Werk schließt 2025 nicht.", "de"),
}  # fmt: skip


def differs(was: str, now: str, language: str) -> bool:
    return bool(STATED.compare_values(was, now, (0, len(now)), language, (None, None)))


@pytest.mark.parametrize(("was", "now", "language"), SAME.values(), ids=SAME.keys())
def test_other_words_for_the_same_values_are_no_difference(was: str, now: str, language: str) -> None:
    assert not differs(was, now, language)
    assert not differs(now, was, language)


@pytest.mark.parametrize(("was", "now", "language"), DIFFERENT.values(), ids=DIFFERENT.keys())
def test_another_value_is_a_difference_both_ways(was: str, now: str, language: str) -> None:
    assert differs(was, now, language)
    assert differs(now, was, language)


def test_only_what_the_window_touches_is_compared() -> None:
    now = "Wages rose to $18.50. Rents rose to $900."
    assert STATED.compare_values("Wages rose to $18.50.", now, (0, 21), "en", (None, None)) == ()


def test_a_denial_outside_the_window_that_reaches_into_it_counts() -> None:
    now = "It is not true that wages rose to $18.50."
    assert STATED.compare_values("Wages rose to $18.50.", now, (20, len(now)), "en", (None, None))


def test_values_are_told_in_the_order_of_the_text() -> None:
    told = STATED.read_values("On 5 May 2022 nobody in room 4B earned $2 an hour.", "en", None)
    assert [value.rpartition("[")[2] for value in told] == ["day]", "denial]", "digits]", "money]"]
