"""Stage 5, match: tokens → drafts of quantities, from left to right.

Most tokens are passed over by one look-up; a number is read where digits stand, or a word that can begin one is
followed by a word that lets it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.matchers.quantities import labels
from claimcheck.matchers.quantities.compounds import lasting_time, take_padded, take_rest
from claimcheck.matchers.quantities.draft import Draft, draft_multiple, draft_number, draft_share
from claimcheck.matchers.quantities.nouns import noun_after
from claimcheck.matchers.quantities.numeral import FRACTION_SIGNS, Numeral, read_numeral
from claimcheck.matchers.quantities.shares import share_from, share_phrase
from claimcheck.matchers.quantities.tables import Lexis
from claimcheck.matchers.scanning import Tokens
from claimcheck.matchers.values import Dimension

_SEPARATORS = frozenset(".,-/:'")


_RATIO_AHEAD = range(2, 6)
"""Words behind a *un* in which its *sur* may stand: *une infirmière de nuit sur cinq*."""


@dataclass(slots=True)
class Scanner:
    """A text being read for quantities, and how far it has been read."""

    tokens: Tokens
    lexis: Lexis
    text: str
    """The text as found."""
    floor: int = 0
    """The token after the last quantity: words before it are not of the next."""
    label: Decimal = Decimal(0)
    """The last number of a numbered thing."""
    label_end: int = -9
    """The token after it."""

    def scan(self, masked: bytearray) -> Iterator[Draft]:
        """Give every number that is no label, with what it is a number of."""
        seconds, prefixes, forms = self.lexis.seconds, self.lexis.prefixes, self.tokens.forms
        index, count = 0, self.tokens.count
        while index < count:
            form = forms[index]
            draft: Draft | None = None
            end = index + 1
            if masked[index]:
                pass
            elif form[0].isdecimal():
                draft, end = self._at_digits(index)
            elif form in seconds:
                if self._may_begin(index):
                    draft = self._at_words(index)
            elif form[0] in FRACTION_SIGNS or (prefixes and form.startswith(prefixes)):
                draft = self._at_words(index)
            if draft is not None:
                if draft.dimension is Dimension.DURATION:
                    take_padded(self.tokens, self.lexis, draft)
                if draft.unit in self.lexis.rests:
                    take_rest(self.tokens, self.lexis, draft)
                yield draft
                end = max(draft.end, end)
                if not (draft.numeral.lone and draft.dimension is Dimension.COUNT):
                    # "The median price of a home is …": *a home* is no quantity between a word and its number.
                    self.floor = end
            index = end

    def _at_digits(self, index: int) -> tuple[Draft | None, int]:
        """Return the quantity that digits begin, or none for a label, and the token to go on from."""
        lasting = lasting_time(self.tokens, self.lexis, index) if self.tokens.form(index + 1) == ":" else None
        if lasting is not None:
            return lasting, lasting.end
        found = read_numeral(self.tokens, self.lexis, index, self.text)
        if found is None or labels.is_label(self.tokens, self.lexis, found):
            return None, self._after(found, index)
        if labels.is_numbered(self.tokens, self.lexis, found, self.label_end, self.label):
            self.label, self.label_end = found.low, self._after(found, index)
            return None, self.label_end
        end = found.end
        draft = self._of_numeral(found)
        if draft.dimension is not Dimension.RATIO and labels.is_slashed(self.tokens, end):
            return None, self._after(found, index)
        return draft, index + 1

    def _may_begin(self, index: int) -> bool:
        """Return whether what follows a word lets it begin a number: most of *un*, *la* and *des* are settled here."""
        tokens, lexis = self.tokens, self.lexis
        form, following = tokens.forms[index], tokens.forms[index + 1]
        held = lexis.seconds[form]
        if held is not None:
            return following in held
        if form in lexis.homonyms:
            if following in lexis.numbers or any(
                names.at(tokens, index + 1) is not None for names in (lexis.scales, lexis.currencies)
            ):
                return True
            joined = lexis.ratios.at(tokens, index + 1)
            if joined is not None and (tokens.is_number(joined[1]) or tokens.form(joined[1]) in lexis.numbers):
                return True
            begins = index == 0 or tokens.forms[index - 1] in {".", "\n", "?", "!"}
            if begins and following in lexis.homonym_next:
                return True
            if tokens.form(index - 1) in lexis.homonym_before and following not in lexis.conjunctions:
                return True
            is_word = tokens.is_word(index + 1) and following not in lexis.stops
            return is_word and following.endswith(lexis.homonym_endings)
        if form not in lexis.lone or following in lexis.after_lone:
            return True
        if not tokens.is_word(index + 1):
            return following == "-"
        # "un salarié sur quatre", "one worker in every four"
        ratios = lexis.ratio_words
        return any(tokens.form(index + ahead) in ratios for ahead in _RATIO_AHEAD)

    def _after(self, found: Numeral | None, index: int) -> int:
        """Return the token after digits that are no number, with all digits that touch them."""
        tokens = self.tokens
        place = max(found.end if found is not None else index + 1, index + 1)
        if tokens.form(place) == "h" and tokens.is_number(place + 1):
            return place + 2
        while tokens.glued(place - 1) and (
            tokens.is_number(place)
            or (tokens.forms[place] in _SEPARATORS and tokens.glued(place) and tokens.is_number(place + 1))
        ):
            place += 1
        return place

    def _at_words(self, index: int) -> Draft | None:
        tokens, lexis = self.tokens, self.lexis
        if tokens.form(index - 1) == "-" and tokens.glued(index - 1) and self._is_joined(index):
            return None
        found = read_numeral(tokens, lexis, index, self.text)
        if found is not None and (not found.lone or found.end > index + 1):
            return self._of_numeral(found)
        share = share_phrase(tokens, lexis, index)
        if share is not None:
            draft = draft_share(share, index)
            draft.reads_from = self.floor
            draft.noun, draft.noun_end = noun_after(tokens, lexis, share.end)
            return draft
        if found is not None:
            return self._of_numeral(found)
        multiple = lexis.multiples.at(tokens, index)
        if multiple is None:
            return None
        draft = draft_multiple(multiple[0], index, multiple[1])
        draft.reads_from = self.floor
        return draft

    def _is_joined(self, index: int) -> bool:
        """Whether a hyphen ties a word to one before it that is no number: "a pick-six"."""
        return self.tokens.glued(index - 2) and self.tokens.is_word(index - 2) and self.floor < index - 1

    def _of_numeral(self, found: Numeral) -> Draft:
        share = share_from(self.tokens, self.lexis, found, self.text)
        if share is None:
            return draft_number(self.tokens, self.lexis, found, self.floor)
        draft = draft_share(share, found.begin, found)
        found.lone = False
        found.written = ""
        draft.reads_from = self.floor
        if not draft.noun:
            draft.noun, draft.noun_end = noun_after(self.tokens, self.lexis, share.end)
        return draft
