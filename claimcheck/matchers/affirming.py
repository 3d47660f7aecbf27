"""A bound under a denial is the opposite bound: *no employee earns less than 18 dollars* says at least 18.  Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.matchers.values import Bound, DateExpr, Quantity
from claimcheck.matchers.words import Cue
from claimcheck.model import Span
from claimcheck.text import fold

_OPPOSITE = {
    Bound.LESS_THAN: Bound.AT_LEAST,
    Bound.MORE_THAN: Bound.AT_MOST,
    Bound.AT_LEAST: Bound.LESS_THAN,
    Bound.AT_MOST: Bound.MORE_THAN,
}
_PLAIN = frozenset(
    fold(word)
    for word in (
        *("not", "n't", "no", "never", "nobody", "none", "no one", "nothing", "cannot", "neither", "nor"),
        *("ne", "n", "pas", "jamais", "aucun", "aucune", "nul", "nulle", "personne ne", "personne n", "rien ne"),
        *("nunca", "jamás", "nadie", "ningún", "ninguna", "ninguno", "nada", "tampoco"),
        *("nicht", "nie", "niemals", "niemand", "kein", "keine", "keinen", "keinem", "keiner", "keines"),
        *("não", "ninguém", "nenhum", "nenhuma", "non", "mai", "nessun", "nessuno", "nessuna", "niente"),
    )
)
"""The words that only deny, in six languages: *does not rule out more than 5* and *denies more than 5* set no bound."""
_OTHERWISE = {"before": "since", "after": "until"}
"""*Not before 2026* is from 2026 on."""


def affirm(
    quantities: Iterable[Quantity], dates: Iterable[DateExpr], denials: Sequence[Cue]
) -> tuple[tuple[Quantity, ...], tuple[DateExpr, ...], tuple[Cue, ...]]:
    """Return the values with the bounds that they have without their denials, and the denials that are left."""
    spent: set[Cue] = set()

    def denial_of(place: Span) -> Cue | None:
        held = [cue for cue in denials if cue.scope[0] <= place[0] < cue.scope[1] and cue.span[1] <= place[0]]
        return held[0] if len(held) == 1 and fold(held[0].surface) in _PLAIN else None

    flipped: list[Quantity] = []
    for quantity in quantities:
        cue = denial_of(quantity.span) if quantity.bound in _OPPOSITE else None
        if cue is not None:
            spent.add(cue)
            quantity = replace(quantity, bound=_OPPOSITE[quantity.bound], turned=True)  # noqa: PLW2901 - the same value, affirmed
        flipped.append(quantity)
    turned: list[DateExpr] = []
    for day in dates:
        cue = denial_of(day.span) if day.relation in _OTHERWISE else None
        if cue is not None:
            spent.add(cue)
            day = replace(day, relation=_OTHERWISE[day.relation])  # noqa: PLW2901 - the same day, affirmed
        turned.append(day)
    return tuple(flipped), tuple(turned), tuple(cue for cue in denials if cue not in spent)
