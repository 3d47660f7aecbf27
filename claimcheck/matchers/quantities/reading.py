"""Stage 5, match: text × language → its quantities, in text order.

The passes, each of which claims its tokens: dates and addresses are set aside; numbers in digits or words are read with
their scale; labels are told from values; units, currencies, rates and nouns are taken in; ranges are joined; bounds,
statistics and changes are read from the words around.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from claimcheck.matchers.quantities import labels
from claimcheck.matchers.quantities.draft import Draft, draft_multiple, draft_number, draft_share
from claimcheck.matchers.quantities.masks import masked_tokens
from claimcheck.matchers.quantities.nouns import noun_after
from claimcheck.matchers.quantities.numeral import FRACTION_SIGNS, Numeral, read_numeral
from claimcheck.matchers.quantities.qualifiers import qualify
from claimcheck.matchers.quantities.ranges import join_ranges, share_words
from claimcheck.matchers.quantities.shares import share_from, share_phrase
from claimcheck.matchers.quantities.tables import Lexis, lexis_of
from claimcheck.matchers.scanning import Tokens, known_language, tokenise
from claimcheck.matchers.values import DateExpr, Dimension, Quantity

_NEXT = 3


def read_quantities(text: str, language: str, *, dates: Iterable[DateExpr] = ()) -> list[Quantity]:
    """Return every quantity of a text in order; spans are offsets into the text as found.

    Args:
        text: The text.
        language: Its language tag; one without tables is read as English.
        dates: The dates already read; their digits are no quantities.
    """
    code = known_language(language)
    lexis = lexis_of(code)
    tokens = tokenise(text, code)
    drafts = join_ranges(tokens, lexis, list(_scan(tokens, lexis, text, masked_tokens(tokens, dates))))
    kept = list(_values(tokens, lexis, drafts))
    share_words(tokens, lexis, kept)
    for place, draft in enumerate(kept):
        ceiling = kept[place + 1].begin if place + 1 < len(kept) else tokens.count
        if place and draft.begin - kept[place - 1].end <= _NEXT:
            draft.after_change = kept[place - 1].change in {"up", "down", "by", "from"}
        qualify(tokens, lexis, draft, ceiling)
    return [draft.freeze(tokens, text) for draft in kept if not _is_year_alone(tokens, lexis, draft)]


def _scan(tokens: Tokens, lexis: Lexis, text: str, masked: bytearray) -> Iterator[Draft]:
    seconds, prefixes, forms = lexis.seconds, lexis.prefixes, tokens.forms
    floor = 0
    label_end, label = -9, Decimal(0)
    index, count = 0, tokens.count
    while index < count:
        form = forms[index]
        digits = form[0].isdecimal()
        if masked[index] or not (
            digits
            or (form in seconds and _may_begin(tokens, lexis, index))
            or (prefixes and form not in seconds and form.startswith(prefixes))
            or form[0] in FRACTION_SIGNS
        ):
            index += 1
            continue
        if digits:
            found = read_numeral(tokens, lexis, index, text)
            if found is None or labels.is_label(tokens, lexis, found):
                index = _after(tokens, found, index)
                continue
            if labels.is_numbered(tokens, lexis, found, label_end, label):
                label = found.low
                index = label_end = _after(tokens, found, index)
                continue
            draft: Draft | None = _from_numeral(tokens, lexis, found, text, floor)
            if (
                tokens.form(found.end) == "/"
                and labels.is_slashed(tokens, found.end)
                and draft.dimension is not Dimension.RATIO
            ):
                index = _after(tokens, found, index)
                continue
        else:
            draft = _from_words(tokens, lexis, text, index, floor)
        if draft is None:
            index += 1
            continue
        yield draft
        index = max(draft.end, index + 1)
        floor = index


def _may_begin(tokens: Tokens, lexis: Lexis, index: int) -> bool:
    """Return whether what follows a word lets it begin a number: most of *un*, *la* and *des* are settled here."""
    form, following = tokens.forms[index], tokens.forms[index + 1]
    held = lexis.seconds[form]
    if held is not None:
        return following in held
    if form in lexis.homonyms:
        if following in lexis.numbers or lexis.scales.at(tokens, index + 1) is not None:
            return True
        return tokens.is_word(index + 1) and following.endswith(lexis.homonym_endings) and following not in lexis.stops
    if form not in lexis.lone or following in lexis.after_lone:
        return True
    if not tokens.is_word(index + 1):
        return following == "-"
    # "un salarié sur quatre", "one worker in every four"
    ratios = lexis.ratio_words
    return tokens.form(index + 2) in ratios or tokens.form(index + 3) in ratios


def _after(tokens: Tokens, found: Numeral | None, index: int) -> int:
    """Return the token after digits that are no number, with all digits that touch them."""
    place = max(found.end if found is not None else index + 1, index + 1)
    if tokens.form(place) == "h" and tokens.is_number(place + 1):
        return place + 2
    while tokens.glued(place - 1) and (
        tokens.is_number(place)
        or (
            tokens.forms[place] in {".", ",", "-", "/", ":", "'"}
            and tokens.glued(place)
            and tokens.is_number(place + 1)
        )
    ):
        place += 1
    return place


def _from_words(tokens: Tokens, lexis: Lexis, text: str, index: int, floor: int) -> Draft | None:
    found = read_numeral(tokens, lexis, index, text)
    if found is not None and (not found.lone or found.end > index + 1):
        return _from_numeral(tokens, lexis, found, text, floor)
    share = share_phrase(tokens, lexis, index)
    if share is not None:
        draft = draft_share(share, index)
        draft.reads_from = floor
        draft.noun, draft.noun_end = noun_after(tokens, lexis, share.end)
        return draft
    if found is not None:
        return _from_numeral(tokens, lexis, found, text, floor)
    multiple = lexis.multiples.at(tokens, index)
    if multiple is None:
        return None
    draft = draft_multiple(multiple[0], index, multiple[1])
    draft.reads_from = floor
    return draft


def _from_numeral(tokens: Tokens, lexis: Lexis, found: Numeral, text: str, floor: int) -> Draft:
    share = share_from(tokens, lexis, found, text)
    if share is None:
        return draft_number(tokens, lexis, found, floor)
    draft = draft_share(share, found.begin, found)
    found.lone = False
    found.written = ""
    draft.reads_from = floor
    if not draft.noun:
        draft.noun, draft.noun_end = noun_after(tokens, lexis, share.end)
    return draft


def _values(tokens: Tokens, lexis: Lexis, drafts: list[Draft]) -> Iterator[Draft]:
    """Give the drafts that are quantities; what is joined to a name's number is one too: Nord Stream 1 and 2."""
    name_end = -1
    for draft in drafts:
        joined = draft.begin - name_end == 1 and tokens.form(name_end) in lexis.conjunctions
        if (joined and draft.is_bare and draft.numeral.written) or not _is_value(tokens, lexis, draft):
            name_end = draft.end
        else:
            yield draft


def _is_value(tokens: Tokens, lexis: Lexis, draft: Draft) -> bool:
    """Return whether a draft is a quantity: no lone article, no name's number, no score."""
    found = draft.numeral
    if draft.is_score or _is_glued_to_letters(tokens, draft):
        return False
    if found.lone:
        return _is_counted(lexis, draft)
    if draft.dimension is not Dimension.COUNT:
        return True
    if draft.is_bare and labels.is_name_number(tokens, lexis, found):
        return False
    return not (
        found.spelled and found.low == 2 and not found.scale_word and tokens.form(draft.begin - 1) in lexis.definite  # noqa: PLR2004
    )


def _is_glued_to_letters(tokens: Tokens, draft: Draft) -> bool:
    """Return whether letters touch the digits that are no unit: 5G, 3D, 747s."""
    end = draft.numeral.end
    return draft.end == end and not draft.numeral.spelled and tokens.glued(end - 1) and tokens.form(end)[0].isalpha()


def _is_counted(lexis: Lexis, draft: Draft) -> bool:
    """Return whether an article is a number by what follows: "une heure", but not "un jour" or "une fois"."""
    match draft.dimension:
        case Dimension.COUNT:
            return lexis.language == "en" and bool(draft.noun) and draft.noun[0] in lexis.persons
        case Dimension.DURATION:
            return lexis.language == "en" or draft.unit not in _LOOSE
        case Dimension.MULTIPLE:
            return False
        case Dimension.POINTS:
            return draft.end > draft.numeral.end + 1
        case _:
            return True


_LOOSE = frozenset({"day", "night", "second", "century"})
"""Units that an article before them does not count: "one day" is some day."""


def _is_year_alone(tokens: Tokens, lexis: Lexis, draft: Draft) -> bool:
    """Return whether a draft is most likely a year: four digits with nothing counted, or after "in"."""
    found = draft.numeral
    if draft.dimension is not Dimension.COUNT or not found.written or not labels.is_year(tokens, lexis, found):
        return False
    return draft.is_bare or labels.is_dated(tokens, lexis, found)
