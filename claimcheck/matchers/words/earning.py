"""Stage 5, match: the English *make* whose object is an amount of money: *he makes around $40 a week* is what he earns.

*Make* says nothing by itself, and the lexicon has no words for numbers; what may stand between the two is listed here.
"""

from collections.abc import Iterator, Sequence

CONCEPT = "earn"
"""The concept of the lexicon that such a verb is of."""
_FORMS = frozenset({"make", "makes", "made", "making"})
_BETWEEN = frozenset(
    (
        *("about", "around", "roughly", "approximately", "some", "nearly", "almost", "over", "under", "only", "just"),
        *(
            "up",
            "to",
            "at",
            "least",
            "most",
            "less",
            "more",
            "than",
            "as",
            "little",
            "much",
            "between",
            "an",
            "average",
        ),
        *("of", "barely", "typically", "usually", "often", "maybe", "perhaps", "well", "close", "anywhere", "from"),
    )
)
_MOST = 6
"""Words between the verb and its amount: *as little as*, *an average of about*."""
_SIGNS = frozenset("$€£¥₹₦₱")
_MONEY = frozenset(
    (
        *("dollar", "dollars", "euro", "euros", "pound", "pounds", "cent", "cents", "pence", "shillings", "rupees"),
        *("pesos", "francs", "kroner", "kronor", "naira", "rand", "reais", "yen", "yuan", "bolivars", "cedis"),
    )
)
_BEHIND = 4
"""Words behind a number among which its currency is named: *30,000 Kenyan shillings*, *2 million Nigerian naira*."""


def find_earning(text: str, forms: Sequence[str], starts: Sequence[int]) -> Iterator[int]:
    """Give the place of each *make* among the words of an English text whose object is an amount of money."""
    for place, form in enumerate(forms):
        if form in _FORMS and _has_amount(text, forms, starts, place + 1):
            yield place


def _has_amount(text: str, forms: Sequence[str], starts: Sequence[int], place: int) -> bool:
    for at in range(place, min(place + _MOST + 1, len(forms))):
        if forms[at][0].isdigit():
            return text[starts[at] - 1] in _SIGNS or not _MONEY.isdisjoint(forms[at + 1 : at + 1 + _BEHIND])
        if forms[at] not in _BETWEEN:
            return False
    return False
