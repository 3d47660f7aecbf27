"""Stage 5, match: two numbers → one range: "between 1.2 and 1.4 million", "de 3 à 5 %", "$1.32-$2".

Scale, unit and currency that are said once hold for both ends.  "Rose from 5 to 7" is no range but where a change
began and where it ended.
"""

from decimal import Decimal
from itertools import pairwise

from claimcheck.matchers.quantities import labels
from claimcheck.matchers.quantities.changes import earns, split_change
from claimcheck.matchers.quantities.draft import Draft
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Dimension

_HYPHENS = frozenset({"-", "\u2013", "\u2014"})
_CHANGE_REACH = 8
_SHARED_BELOW = 1000
_SHARING_REACH = 6
_ENDS = frozenset({".", ";", "\n", "!", "?", "|"})


def join_ranges(tokens: Tokens, lexis: Lexis, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with each pair that states a range made one."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined and joined[-1].dimension is Dimension.DURATION and not joined[-1].is_name:
            # "passed in three years from 35 to 50": a time stands between a change and its ends.
            draft.changes_from = joined[-1].reads_from
        if joined and _is_name(tokens, joined[-1], draft):
            joined[-1].is_name = draft.is_name = True
        elif joined and split_change(tokens, lexis, joined[-1], draft):
            pass
        elif joined and _is_part(tokens, joined[-1], draft):
            _share(joined[-1], draft)
        elif joined and _is_range(tokens, lexis, joined[-1], draft):
            before = joined[-1]
            if _is_change(tokens, lexis, before, draft):
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


def share_words(tokens: Tokens, lexis: Lexis, drafts: list[Draft]) -> None:
    """Let a number take what the one beside it says: "three of the four photos", "$410 million, not 320 million"."""
    for before, draft in pairwise(drafts):
        gap = tuple(tokens.forms[before.end : draft.begin])
        if len(gap) > _SHARING_REACH or not _ENDS.isdisjoint(gap):
            continue
        if before.is_bare and draft.dimension is Dimension.COUNT and draft.noun:
            of = lexis.of.at(tokens, before.end)
            if (
                of is not None
                and before.end < draft.begin
                and all(form in lexis.definite for form in tokens.forms[of[1] : draft.begin])
            ):
                before.noun = draft.noun
        if gap in lexis.replacing:
            _share_unit(before, draft)
        if draft.is_bare and before.dimension is Dimension.MONEY and draft.numeral.scale > _SHARED_BELOW:
            draft.dimension, draft.currency = Dimension.MONEY, before.currency


def _share_unit(before: Draft, draft: Draft) -> None:
    """Give a bare number the unit of the one whose place it takes, or that takes its own: "59 instead of 52 euros"."""
    bare, full = (before, draft) if before.is_bare else (draft, before)
    if not bare.is_bare or full.is_bare or full.dimension not in _SHARED or not _is_of_size(bare, full):
        return
    bare.dimension, bare.unit, bare.currency = full.dimension, full.unit, full.currency
    bare.per, bare.noun = full.per, full.noun
    bare.numeral.written = ""


def _is_of_size(one: Draft, other: Draft) -> bool:
    small, large = sorted((abs(one.low), abs(other.low)))
    return small * _OF_ONE_SIZE >= large


_SHARED = frozenset({Dimension.MONEY, Dimension.PERCENT, Dimension.MEASURE, Dimension.DURATION})
_OF_ONE_SIZE = 10
"""The factor up to which a number may take the place of another."""


def _is_name(tokens: Tokens, before: Draft, draft: Draft) -> bool:
    """Whether two bare numbers are the score of a match, or the first and last year of a span."""
    if not before.is_bare or not draft.is_bare or not before.numeral.written or not draft.numeral.written:
        return False
    if labels.is_year(before.numeral) and labels.is_year(draft.numeral):
        return draft.begin - before.end == 1 and tokens.form(before.end) not in _ENDS
    return tokens.form(before.end) in _HYPHENS and labels.is_score(tokens, before.begin, draft.end)


def range_opener(tokens: Tokens, lexis: Lexis, draft: Draft) -> tuple[str, int] | None:
    """Return the word that must join a range that was opened before a number ("and" after "between"), and where."""
    hedge = lexis.bounds_before.before(tokens, draft.begin)
    ends = [draft.begin, *([hedge[1]] if hedge is not None else ())]
    if tokens.form(draft.begin - 1) in lexis.fillers:
        ends.append(draft.begin - 1)
    for end in ends:
        for phrase, joiner in lexis.ranges.items():
            begin = end - len(phrase)
            if begin >= draft.reads_from and tuple(tokens.forms[begin:end]) == phrase:
                return joiner, begin
    return None


def _is_range(tokens: Tokens, lexis: Lexis, before: Draft, draft: Draft) -> bool:
    if before.change == "to" or before.low != before.high or draft.low != draft.high:
        return False
    if labels.is_year(before.numeral) and before.is_bare and labels.is_dated(tokens, lexis, before.numeral):
        return False
    if before.dimension is not Dimension.COUNT and draft.is_bare and before.begin == before.numeral.begin:
        # A unit behind the first number alone: "by 10% to 1,200" is no range, "$5 to 10" is one.
        return False
    gap = tokens.forms[before.end : draft.begin]
    if not 1 <= len(gap) <= 3:  # noqa: PLR2004 - a joiner, and an article or an "around"
        return False
    opened = range_opener(tokens, lexis, before)
    if opened is not None and gap[0] == opened[0]:
        return len(gap) == 1 or all(
            form in lexis.fillers or lexis.bounds_before.at(tokens, before.end + 1) for form in gap[1:]
        )
    return len(gap) == 1 and gap[0] in lexis.range_joins and _is_tight(tokens, before, gap[0])


def _is_tight(tokens: Tokens, before: Draft, sign: str) -> bool:
    if sign not in _HYPHENS:
        return True
    spaced_before, spaced_after = not tokens.glued(before.end - 1), not tokens.glued(before.end)
    return spaced_before == spaced_after and not (spaced_before and sign == "\u2014")


_OF = frozenset(
    (
        "of",
        "the",
        "its",
        "out",
        "de",
        "los",
        "las",
        "des",
        "sur",
        "les",
        "der",
        "von",
        "den",
        "dos",
        "das",
        "dei",
        "delle",
    )
)
"""Words that stand between a part and its whole."""
_PART_REACH = 3


def _is_part(tokens: Tokens, before: Draft, draft: Draft) -> bool:
    """Whether a bare number is a part of an amount and shares its scale: *30 of the 48 million euros*.

    Of things counted it is not: *30 of the 2 million users* are thirty.
    """
    if draft.dimension is not Dimension.MONEY or not before.is_bare or before.dimension is not Dimension.COUNT:
        return False
    between = tokens.forms[before.end : draft.begin]
    whole = draft.low / draft.numeral.scale
    return 0 < len(between) <= _PART_REACH and _OF.issuperset(between) and before.low < whole


def _is_change(tokens: Tokens, lexis: Lexis, before: Draft, draft: Draft) -> bool:
    """Whether a verb of change stands before "from": "rose from 5 to 7"."""
    if tokens.form(before.end) in lexis.only_changes:
        return True
    if tokens.form(before.begin - 1) not in lexis.origin:
        return False
    floor = before.reads_from if before.changes_from is None else before.changes_from
    for place in range(before.begin - 2, max(before.begin - _CHANGE_REACH, floor, 0) - 1, -1):
        form = tokens.forms[place]
        if form in {".", ";", "\n", ":", "|"}:
            return False
        if form in lexis.sizes:
            return before.low > draft.high
        if earns(form, draft):
            return False
        if form in lexis.up or form in lexis.down or form in lexis.moved or form in lexis.left:
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
            one.noun, one.part = other.noun, other.part
            one.scale_by(other.part)
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
    if not _same_kind(before, draft) or (before.per and draft.per and before.per != draft.per):
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
