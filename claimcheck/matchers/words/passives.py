"""Stage 5, match: participles that say of what stands before them that it was refused: *the plan was rejected*.

Elsewhere such a word is active, and denies what follows it: *rejected the plan*.
"""

from claimcheck.matchers.words.tokens import Token


def is_passive(tokens: tuple[Token, ...], first: int, stop: int, language: str) -> bool:
    """Whether a participle of refusal is said of what stands before it: *the plan was rejected*.

    In German the participle ends its clause in the perfect as well: *hat den Plan abgelehnt*.
    """
    if language == "de":
        return stop - first == 1 and tokens[first].form in _GERMAN_PARTICIPLES
    before = [token.form for token in tokens[max(0, first - _NEAR) : first]]
    return stop - first == 1 and tokens[first].form.endswith(_PARTICIPLES) and not _BEING.isdisjoint(before)


_GERMAN_PARTICIPLES = frozenset({"abgelehnt", "abgewiesen", "zurückgewiesen", "verworfen", "ausgeschlossen"})
_PARTICIPLES = ("ed", "é", "ée", "és", "ées", "u", "ue", "us", "ues", "ado", "ada", "ados", "adas", "ido", "ida",
                "idos", "idas", "to", "ta", "ti", "te", "so", "sa", "si", "se")  # fmt: skip
_BEING = frozenset(
    (
        *("is", "are", "was", "were", "be", "been", "being", "été", "est", "sont", "fut", "furent", "être"),
        *("fue", "fueron", "sido", "es", "son", "ser", "foi", "foram", "são", "é", "stato", "stata", "stati", "state"),
        *("viene", "vengono", "venne", "vennero", "fu", "furono", "essere"),
    )
)
"""Forms of *be* in the passive."""
_NEAR = 2
"""Words before the participle among which the form of *be* stands: *was also rejected*."""
