"""Who else is named around a value: a clause that names another in the claim's place is rather of that one."""

import re
from collections.abc import Iterable, Sequence

from claimcheck.matchers.context import Context
from claimcheck.matchers.names import Name
from claimcheck.matchers.nations import with_nations
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.snippets import RIVALS
from claimcheck.model import Span

OTHER_NAME, OTHER_NAME_NEAR = -0.25, -0.12
"""What it costs that the clause, or the sentence, names somebody else and not whom the claim names."""


def other_names(context: Context, assertion: Assertion, sentence: Sentence, clause: Span) -> float:
    """Return the cost of a clause that names others where it should name whom the claim names.

    A title stands for a title, a place for a place, and who acts for who acts.
    """
    names = with_nations(assertion)
    if not names:
        return 0.0
    key = (names, sentence.index, clause)
    held = context.costs.get(key)
    if held is None:
        held = context.costs[key] = _cost_of_others(context, names, sentence, clause)
    return held


def _cost_of_others(context: Context, names: Sequence[Name], sentence: Sentence, clause: Span) -> float:
    costs = [0.0]
    begin, end = clause[0] - _AROUND, clause[1] + _AROUND
    for kind, rivals in RIVALS.items():
        wanted = [name for name in names if name.kind is kind]
        if wanted:
            held = context.passages.names_in(sentence)
            here = [n for n in held if n.kind in rivals and begin <= n.span[0] < end]
            costs.append(_strangers(context, wanted, here, sentence, clause))
    return min(costs)


_AROUND = 400
"""Characters around a clause in which names are looked at; in a sentence without end each value has others."""


def _strangers(
    context: Context, wanted: Sequence[Name], here: Sequence[Name], sentence: Sentence, clause: Span
) -> float:
    told = context.passages.hearers_in(sentence)
    strangers = [
        name for name in here if not _is_known(context, name) and not any(a <= name.span[0] < b for a, b in told)
    ]
    inside = [name for name in strangers if clause[0] <= name.span[0] < clause[1]]
    if any(is_one_of(context, name, wanted) for name in here):
        parts = (clause, sentence.resumes(clause) or clause)
        ours = any(is_one_of(context, n, wanted) for n in here if any(a <= n.span[0] < b for a, b in parts))
        return OTHER_NAME if inside and not ours else 0.0
    if inside or any(name.span[0] < clause[0] for name in strangers):
        # Whom a sentence names first, all of its clauses are of.
        return OTHER_NAME
    if strangers:
        return OTHER_NAME_NEAR
    if not here and _is_headed_by_others(context, wanted, sentence):
        return OTHER_NAME
    return OTHER_NAME_NEAR if not here and _told_of_another(context, wanted, sentence) else 0.0


def _is_headed_by_others(context: Context, wanted: Sequence[Name], sentence: Sentence) -> bool:
    """Return whether the heading above names somebody else, or another place, and its section nobody of the claim's."""
    kinds = {name.kind for name in wanted}
    every = context.passages.sentences
    heads = [every[index] for index in context.passages.headings_of(sentence)]
    named = [[n for n in context.passages.names_in(head) if n.kind in kinds] for head in heads]
    if not heads or not all(named) or any(_tells_who_wrote(context, head) for head in heads):
        return False
    titled = {key for term in context.passages.title_terms for key in term.keys}
    if any(f"@{token}" in titled for name in wanted for token in name.tokens):
        return False
    if any(is_one_of(context, n, wanted) for held in named for n in held):
        return False
    before = (n for s in context.passages.before(sentence) for n in context.passages.names_in(s))
    return not any(is_one_of(context, n, wanted) for n in before)


def _tells_who_wrote(context: Context, head: Sentence) -> bool:
    """Return whether what reads as a heading says when, where or by whom the page was written."""
    return bool(context.passages.dates_in(head)) or _BY.search(head.text) is not None


_BY = re.compile(r"(?:^|,\s)(?:by|par|por|von|di|de)\s+(?=[A-Z\u00c0-\u00de])", re.IGNORECASE)


def _told_of_another(context: Context, wanted: Sequence[Name], sentence: Sentence) -> bool:
    """Return whether a sentence without names follows one that names somebody else, and not whom the claim names."""
    kinds = {name.kind for name in wanted}
    for before in context.passages.before(sentence):
        told = [name for name in context.passages.names_in(before) if name.kind in kinds]
        if told:
            return not any(_is_known(context, name) for name in told)
    return False


def is_one_of(context: Context, name: Name, wanted: Iterable[Name]) -> bool:
    """Return whether a name is one of others, or a longer form of one."""
    return any(
        context.is_one(other, name)
        or set(other.tokens) <= set(name.tokens)  # "Tamsin" is no other than "River Tamsin" here
        for other in wanted
    )


def _is_known(context: Context, name: Name) -> bool:
    """Whether the claim names it too, in whichever part."""
    return is_one_of(context, name, context.reading.names)
