"""Stage 5, match: two numbers → one range: "between 1.2 and 1.4 million", "de 3 à 5 %", "$1.32–$2".

Scale, unit and currency that are said once hold for both ends.  "Rose from 5 to 7" is no range but where a change
began and where it ended.
"""

from decimal import Decimal

from claimcheck.matchers.quantities.draft import Draft
from claimcheck.matchers.quantities.labels import is_score
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Dimension

_HYPHENS = frozenset({"-", "–", "—"})
_CHANGE_REACH = 8
_SHARED_BELOW = 1000


def join_ranges(tokens: Tokens, lexis: Lexis, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with each pair that states a range made one."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined and _is_range(tokens, lexis, joined[-1], draft):
            before = joined[-1]
            if _is_change(tokens, lexis, before):
                _share(before, draft)
                before.change, draft.change = "from", "to"
                joined.append(draft)
                continue
            merged = _merge(before, draft)
            if merged is not None:
                joined[-1] = merged
                continue
        joined.append(draft)
    return joined


def _opener(tokens: Tokens, lexis: Lexis, draft: Draft) -> str:
    """Return the word that must join a range that was opened before a number: "and" after "between"."""
    for phrase, joiner in lexis.ranges.items():
        begin = draft.begin - len(phrase)
        if begin >= 0 and tuple(tokens.forms[begin : draft.begin]) == phrase:
            return joiner
    return ""


def _is_range(tokens: Tokens, lexis: Lexis, before: Draft, draft: Draft) -> bool:
    if before.change == "to" or before.low != before.high or draft.low != draft.high:
        return False
    gap = tokens.forms[before.end : draft.begin]
    if not 1 <= len(gap) <= 3:  # noqa: PLR2004 - a joiner, and an article or an "around"
        return False
    opener = _opener(tokens, lexis, before)
    if gap[0] == opener:
        return len(gap) == 1 or all(
            form in lexis.fillers or lexis.bounds_before.at(tokens, before.end + 1) for form in gap[1:]
        )
    return len(gap) == 1 and gap[0] in lexis.range_joins and _is_tight(tokens, before, draft, gap[0])


def _is_tight(tokens: Tokens, before: Draft, draft: Draft, sign: str) -> bool:
    if sign not in _HYPHENS:
        return True
    spaced_before, spaced_after = not tokens.glued(before.end - 1), not tokens.glued(before.end)
    if spaced_before != spaced_after or (spaced_before and sign == "—"):
        return False
    return not (draft.is_bare and before.is_bare and is_score(tokens, before.begin, draft.end))


def _is_change(tokens: Tokens, lexis: Lexis, before: Draft) -> bool:
    """Whether a verb of change stands before "from": "rose from 5 to 7"."""
    if tokens.form(before.begin - 1) not in lexis.origin:
        return False
    for place in range(before.begin - 2, max(before.begin - _CHANGE_REACH, before.reads_from, 0) - 1, -1):
        form = tokens.forms[place]
        if form in {".", ";", "\n", ":"}:
            return False
        if form in lexis.up or form in lexis.down or form in lexis.moved:
            return True
    return False


def _share(before: Draft, draft: Draft) -> None:
    """Give each end what only the other says."""
    if before.is_bare and not before.numeral.scale_word and draft.numeral.scale > 1:
        scaled = before.low * draft.numeral.scale
        if abs(before.low) < _SHARED_BELOW:
            before.scale_by(draft.numeral.scale)
            before.numeral.scale_word = draft.numeral.scale_word
            before.numeral.scale = draft.numeral.scale
            before.numeral.written = ""
        del scaled
    for one, other in ((before, draft), (draft, before)):
        if one.dimension is Dimension.COUNT and not one.noun:
            one.dimension, one.unit, one.currency = other.dimension, other.unit, other.currency
            one.noun = other.noun
            one.numeral.lone = False
            if other.dimension is Dimension.RATIO:
                one.step = other.step
        one.per = one.per or other.per


def _merge(before: Draft, draft: Draft) -> Draft | None:
    """Return one draft of both ends, or none where they are of different things."""
    scale = draft.numeral.scale
    money = before.dimension is draft.dimension is Dimension.MONEY and before.currency == draft.currency
    shares_scale = scale > 1 and before.numeral.scale == 1 and abs(before.low) < _SHARED_BELOW
    if shares_scale and (before.is_bare or money) and before.low * scale < draft.high:
        before.scale_by(scale)
        before.numeral.scale, before.numeral.scale_word = scale, draft.numeral.scale_word
    if not _same_kind(before, draft):
        return None
    _share(before, draft)
    if not before.low < draft.high:
        return None
    draft.low = before.low
    draft.begin, draft.reads_from = before.begin, before.reads_from
    draft.digits = max(before.digits, draft.digits)
    draft.step = min(before.step, draft.step) if before.step else Decimal(1)
    draft.numeral.alternatives = ()
    draft.numeral.written = ""
    draft.numeral.lone = False
    draft.change = draft.change or before.change
    draft.basis = draft.basis or before.basis
    return draft


def _same_kind(before: Draft, draft: Draft) -> bool:
    if before.is_bare or draft.is_bare:
        return Dimension.RATIO not in {before.dimension, draft.dimension}
    if before.dimension is not draft.dimension:
        return False
    if before.dimension is Dimension.COUNT:
        return before.noun == draft.noun or not before.noun or not draft.noun
    return (before.unit, before.currency) == (draft.unit, draft.currency)
