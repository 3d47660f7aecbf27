"""Stage 5, match: a text in a language → its quantities, in text order.

The passes, each of which claims its tokens: dates and addresses are set aside; numbers in digits or words are read with
their scale; labels are told from values; units, currencies, rates and nouns are taken in; ranges are joined; bounds,
statistics and changes are read from the words around.
"""

from collections.abc import Iterable, Iterator

from claimcheck.matchers.dates import Orders, mask_dates
from claimcheck.matchers.quantities import labels
from claimcheck.matchers.quantities.compounds import join_compounds
from claimcheck.matchers.quantities.draft import Draft
from claimcheck.matchers.quantities.inheriting import inherit_units, share_ends, share_rates, take_turn
from claimcheck.matchers.quantities.masks import masked_tokens
from claimcheck.matchers.quantities.qualifiers import qualify
from claimcheck.matchers.quantities.ranges import join_ranges, share_words
from claimcheck.matchers.quantities.scanner import Scanner
from claimcheck.matchers.quantities.tables import Lexis, lexis_of
from claimcheck.matchers.scanning import Tokens, known_language, tokenise
from claimcheck.matchers.values import Bound, DateExpr, Dimension, Quantity
from claimcheck.model import Span

_NEXT = 3


def read_quantities(
    text: str,
    language: str,
    *,
    dates: Iterable[DateExpr] = (),
    counted: Iterable[Span] = (),
    orders: Orders | None = None,
    part: bool = False,
) -> list[Quantity]:
    """Return every quantity of a text in order; spans are offsets into the text as found.

    Args:
        text: The text.
        language: Its language tag; one without tables is read as English.
        dates: The dates already read; their digits are no quantities, nor are those of dates that give no day.
        counted: Where four digits are a number, though they could be a year: the cells of a column that counts.
        orders: The orders of day and month in the whole text, where this one is a part of it.
        part: Whether this is a part of a text, so that digits which are all of it are not all that is said.
    """
    code = known_language(language)
    lexis = lexis_of(code, language.replace("_", "-").partition("-")[2].upper())
    tokens = tokenise(text, code)
    counting = frozenset(counted)
    # A text that is nothing but four digits is somebody's value.
    alone = tokens.count == 1 and not part
    hidden = [] if alone else mask_dates(text, language, orders=orders)
    spans = [span for span in (*(date.span for date in dates), *hidden) if span not in counting]
    scanned = list(Scanner(tokens, lexis, text).scan(masked_tokens(tokens, spans)))
    if not scanned:
        return []
    drafts = join_ranges(tokens, lexis, join_compounds(tokens, lexis, scanned))
    kept = list(_values(tokens, lexis, drafts))
    share_words(tokens, lexis, kept)
    kept = [
        draft
        for draft in kept
        if tokens.span(draft.begin, draft.end) in counting or not _is_year_alone(tokens, lexis, draft, part=part)
    ]
    inherit_units(tokens, lexis, kept)
    share_rates(tokens, lexis, kept)
    for place, draft in enumerate(kept):
        ceiling = kept[place + 1].begin if place + 1 < len(kept) else tokens.count
        if place and draft.begin - kept[place - 1].end <= _NEXT:
            draft.after_change = kept[place - 1].change in {"up", "down", "by", "from"}
        qualify(tokens, lexis, draft, ceiling)
    share_ends(kept)
    return [draft.freeze(tokens, text) for draft in kept]


def _values(tokens: Tokens, lexis: Lexis, drafts: list[Draft]) -> Iterator[Draft]:
    """Give the drafts that are quantities; what is joined to a name's number is one too: Nord Stream 1 and 2."""
    name_end = -1
    told: Draft | None = None
    for draft in drafts:
        if told is not None and take_turn(tokens, lexis, told, draft):
            told = draft
            yield draft
            continue
        joined = draft.begin - name_end == 1 and tokens.form(name_end) in lexis.conjunctions
        if (joined and draft.is_bare and draft.numeral.written) or not _is_value(tokens, lexis, draft):
            name_end = draft.end
        else:
            # "182 millimetres in 24 hours, Sarn 141": how long is told of both.
            again = told is not None and (draft.dimension is Dimension.DURATION or draft.is_bare)
            told = told if again else draft
            yield draft


def _is_value(tokens: Tokens, lexis: Lexis, draft: Draft) -> bool:
    """Return whether a draft is a quantity: no lone article, no name's number, no score."""
    found = draft.numeral
    if draft.is_name or _is_glued_to_letters(tokens, draft):
        return False
    if found.lone:
        return _is_counted(tokens, lexis, draft)
    if draft.dimension is not Dimension.COUNT:
        return True
    if (draft.is_bare or _counts_no_noun(lexis, draft)) and labels.is_name_number(tokens, lexis, found):
        return False
    return not (
        found.spelled and found.low == 2 and not found.scale_word and tokens.form(draft.begin - 1) in lexis.definite  # noqa: PLR2004
    )


def _counts_no_noun(lexis: Lexis, draft: Draft) -> bool:
    """Return whether the word behind a number is no plural, where a plural shows it: "France 24 hier"."""
    marked = lexis.language in {"fr", "es", "pt"} and draft.low > 1 and draft.dimension is Dimension.COUNT
    return marked and bool(draft.noun) and not draft.per and not draft.noun[0].endswith(("s", "x", "z"))


def _is_glued_to_letters(tokens: Tokens, draft: Draft) -> bool:
    """Return whether letters touch the digits that are no unit: 5G, 3D, 747s."""
    end = draft.numeral.end
    return draft.end == end and not draft.numeral.spelled and tokens.glued(end - 1) and tokens.form(end)[0].isalpha()


def _is_counted(tokens: Tokens, lexis: Lexis, draft: Draft) -> bool:
    """Return whether an article is a number by what follows: "une heure", but not "un jour" or "une fois"."""
    match draft.dimension:
        case Dimension.COUNT:
            return lexis.language == "en" and bool(draft.noun) and draft.noun[0] in lexis.persons
        case Dimension.DURATION:
            return lexis.language == "en" or (draft.unit not in _LOOSE and _is_stressed(tokens, lexis, draft))
        case Dimension.MULTIPLE:
            return False
        case Dimension.POINTS:
            return draft.end > draft.numeral.end + 1
        case _:
            return True


def _is_stressed(tokens: Tokens, lexis: Lexis, draft: Draft) -> bool:
    """Return whether "un an" is a length of time: bounded, or of something ("un an de prison"), not "sur un an"."""
    bounded = lexis.bounds_before.before(tokens, draft.begin) is not None
    noun_behind = lexis.language == "de" and tokens.is_word(draft.end) and tokens.is_capital(draft.end)
    return bounded or noun_behind or lexis.of.at(tokens, draft.end) is not None or bool(draft.per)


_LOOSE = frozenset({"day", "night", "second", "century"})
"""Units that an article before them does not count: "one day" is some day."""


def _is_year_alone(tokens: Tokens, lexis: Lexis, draft: Draft, *, part: bool) -> bool:
    """Return whether a draft is most likely a year: four digits with nothing counted, or after "in"."""
    found = draft.numeral
    if draft.dimension is not Dimension.COUNT or not found.written or not labels.is_year(found):
        return False
    if draft.end - draft.begin == tokens.count and not part:
        # The whole text is the number: somebody names a value, and nobody a year.
        return False
    if labels.is_dated(tokens, lexis, found):
        return True
    bound = lexis.bounds_before.before(tokens, draft.begin)
    return draft.is_bare and (bound is None or bound[0] not in _OF_NUMBERS)


_OF_NUMBERS = frozenset({Bound.MORE_THAN, Bound.LESS_THAN, Bound.NEARLY})
"""Bounds that are said of numbers, not of years: "over 2000", but not "until 2000"."""
