"""Stage 5, match: a sentence is cut into clauses, so that a number is tied to the words that stand by it.

No grammar is parsed: punctuation, conjunctions, relative pronouns and phrases of comparison (*down from*, *contre*)
mark the cuts, from the lists of ``tables/clauses.tsv``.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from claimcheck.matchers.words.countries import country_names
from claimcheck.matchers.words.tables import rows, split
from claimcheck.matchers.words.tokens import LANGUAGES, Token, known_language, tokenise
from claimcheck.model import Span
from claimcheck.text import map_characters, sentences

_STRONG = frozenset(";:—")
"""What ends a clause by itself; what stands in brackets belongs to the clause before them."""


def clauses(text: str, span: Span | None, language: str) -> list[Span]:
    """Return the clauses of a text, or of a span of it, in order; together they hold every word of it."""
    code = known_language(language)
    found: list[Span] = []
    for sentence in sentences(text, span) if span not in (None, (0, len(text))) else _sentences(text)[0]:
        found += _cut(text, sentence, code)
    return found


def adds_part(text: str, clause: Span, language: str) -> bool:
    """Return whether a clause names a part of what was said: *including best actor*."""
    return _opens_with(text, clause, language, "including")


def is_relative(text: str, clause: Span, language: str) -> bool:
    """Return whether a clause goes on about what stands before it: *which makes it the second largest*."""
    return _opens_with(text, clause, language, "relative")


def leads_in(text: str, clause: Span, language: str) -> bool:
    """Return whether a clause begins with a preposition: without a verb, it only says where or when: *In Norby, …*."""
    return _opens_with(text, clause, language, "adverbial")


def inserts(text: str, parts: Sequence[Span], number: int, language: str) -> bool:
    """Return whether a clause is put into another behind a comma: *Kim, who runs the mill, …*."""
    return number > 0 and _follows_comma(text, parts, number) and _opens_with(text, parts[number], language, "inserted")


def resumed(text: str, parts: Sequence[Span], number: int, language: str) -> Span | None:
    """Return the clause that one goes on with, behind what was put in between: *Kim, who runs the mill, earns 300*.

    One that has a figure of its own is whole by itself: nothing goes on with it.
    """
    put_in = number - 1
    while put_in > 0 and not _follows_comma(text, parts, put_in):
        put_in -= 1
    if (
        put_in < 1
        or not _follows_comma(text, parts, number)
        or not _opens_with(text, parts[put_in], language, "inserted")
    ):
        return None
    code = known_language(language)
    first = next(iter(tokenise(text, code, parts[number])), None)
    opens = first is None or _phrase_of_clause(first.form, code)
    begun = tokenise(text, code, parts[put_in - 1])
    if opens or any(token.form[0].isdigit() or token.form in _words(code, "figure") for token in begun):
        return None
    return parts[put_in - 1]


def _follows_comma(text: str, parts: Sequence[Span], number: int) -> bool:
    return text[parts[number - 1][0] : parts[number][0]].rstrip()[-1:] == ","


def _phrase_of_clause(form: str, language: str) -> bool:
    """Whether a word that begins a clause makes it one of its own: *and*, *while*, *who*."""
    return _starts(form, language, "and") or form in _table(language)


def free_of_charge(text: str, language: str) -> list[Span]:
    """Return where the words stand that say a price of nothing: *free*, *rien*, *kostenlos*."""
    code = known_language(language)
    listed = _words(code, "nothing")
    return [(token.start, token.end) for token in tokenise(text, code) if token.form in listed]


def is_written_figure(form: str, language: str) -> bool:
    """Return whether a lower-case word is a number: *six*."""
    return form in _words(known_language(language), "figure")


def _opens_with(text: str, clause: Span, language: str, kind: str) -> bool:
    code = known_language(language)
    first = tuple(token.form for token in tokenise(text, code, clause)[:_LONGEST_OPENING])
    return any(first[: len(phrase)] == phrase for phrase in _phrases_of(code, kind))


_LONGEST_OPENING = 3
"""Words of the longest phrase that opens a clause."""


@lru_cache(maxsize=len(LANGUAGES))
def _phrases_of(language: str, kind: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(token.form for token in tokenise(phrase, language))
        for code, listed, cell in rows("clauses.tsv")
        if (code, listed) == (language, kind)
        for phrase in split(cell)
    )


def clause_around(text: str, place: Span, language: str) -> Span:
    """Return the clause that a place of a text stands in; at least the place itself."""
    sentence = _sentence_at(text, place[0])
    for clause in _cut(text, sentence, language) if sentence is not None else ():
        if clause[0] <= place[0] < clause[1]:
            return clause
    return place


def sentence_around(text: str, place: Span) -> Span:
    """Return the sentence that a place of a text stands in; at least the place itself."""
    return _sentence_at(text, place[0]) or place


def _sentence_at(text: str, position: int) -> Span | None:
    held, starts = _sentences(text)
    place = bisect_right(starts, position) - 1
    return held[place] if place >= 0 and position < held[place][1] else None


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[list[Span], list[int]]:
    """Return the sentences of a text and where each begins."""
    held = sentences(text)
    return held, [start for start, _ in held]


@lru_cache(maxsize=2048)
def _cut(text: str, sentence: Span, language: str) -> tuple[Span, ...]:
    tokens = tokenise(text, language, sentence)
    begin, end = sentence
    mapped = map_characters(text)[begin:end]
    written = _words(language, "figure")
    figures = [place for place, token in enumerate(tokens) if token.form[0].isdigit() or token.form in written]
    # A figure before a token and one from it on: each wants words of its own.
    between_figures = range(figures[0] + 1, figures[-1] + 1) if figures else range(0)
    openers = _openers(language)
    cuts = [begin]
    inserted = False
    apart = [
        (place, one, other)
        for place, (one, other) in enumerate(pairwise(tokens), 1)
        if other.form in openers or other.start != one.end + 1 or mapped[one.end - begin] != " "
    ]
    for place, one, other in apart:
        gap = mapped[one.end - begin : other.start - begin]
        if _is_cut(tokens, gap, place, language, parts_figures=place in between_figures):
            # A sign of money belongs to the figure behind it.
            cuts.append(other.start - (gap[-1:] in _MONEY and len(gap) > 1))
            inserted = _starts(other.form, language, "inserted") if gap == ", " else inserted and gap == " "
        elif inserted and gap == ", ":
            # "Kim, who runs the mill, said": the comma that closes what is put in goes on with what was begun.
            cuts.append(other.start)
            inserted = False
    return tuple(_trimmed(text, one, other) for one, other in pairwise((*cuts, end)))


_MONEY = frozenset("$€£¥")


def _is_cut(tokens: tuple[Token, ...], gap: str, place: int, language: str, *, parts_figures: bool) -> bool:
    """Whether a clause begins at a token."""
    token = tokens[place]
    if ":" in gap and (gap == ":" or _labels(tokens, place)):
        # "Ran 2:07:52", "Turnout: 52.7 %".
        return False
    if not _STRONG.isdisjoint(gap) or " \u2013 " in gap or " - " in gap:
        return True
    if "(" in gap or "[" in gap or gap == "-":
        # "recusou-se" has no "se" that begins a clause.
        return False
    if _begins(tokens, place, language) or _is_second_of_two(tokens, place, language):
        return True
    if _is_within_date(tokens, place, gap) or _borders_inserted_day(tokens, place, gap, language):
        return False
    if "," in gap:
        if _starts(token.form, language, "subject"):
            return parts_figures or _begins_another(tokens, place, language)
        return parts_figures or _starts(token.form, language, "after_comma")
    if _starts(token.form, language, "and"):
        return parts_figures and not (
            _joins_range(tokens, place, language)
            or _joins_country(tokens, place, language)
            or _joins_names(tokens, place)
        )
    return False


def _labels(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a colon stands between a figure and what it is of: *Turnout: 52.7 %*, *entry for children: 4 euros*."""
    if not tokens[place].form[0].isdigit():
        return False
    for back in range(place - 1, max(-1, place - 1 - _LABEL), -1):
        if tokens[back].form[0].isdigit():
            return False
        if back == 0 or tokens[back].start - tokens[back - 1].end > 1:
            return True
    return False


_LABEL = 5
"""Words of the longest label before a colon."""


def _is_within_date(tokens: tuple[Token, ...], place: int, gap: str) -> bool:
    """Whether the comma before a token is inside a date: "November 9, 2023" is one."""
    form = tokens[place].form
    return gap == ", " and _is_day(tokens[place - 1].form) and len(form) == len("2023") and form.isdecimal()


def _borders_inserted_day(tokens: tuple[Token, ...], place: int, gap: str, language: str) -> bool:
    """Whether the comma before a token opens or closes a day within a clause: *annulled, on Tuesday, the dismissal*."""
    if gap != ", ":
        return False
    before, after = tokens[max(0, place - 1 - _INSERTED) : place], tokens[place : place + 1 + _INSERTED]
    return any(
        _starts(token.form, language, "calendar")
        for part in (_last_part(before), _last_part(after[::-1]))
        for token in part
    )


def _last_part(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the words behind the last comma of a few; none where there is no comma.  They may run backwards."""
    for place in range(len(tokens) - 1, 0, -1):
        one, other = sorted(tokens[place - 1 : place + 1], key=lambda token: token.start)
        if other.start - one.end > 1:
            return tokens[place:]
    return ()


_INSERTED = 5
"""Words of the longest day that is put into a clause: *mardi 6 février 2024*, *el martes 6 de febrero*."""


def _is_second_of_two(tokens: tuple[Token, ...], place: int, language: str) -> bool:
    """Whether *to* stands in *from 31 % in Bhopal to 68 % in Manila*: each number has a place of its own."""
    if not _starts(tokens[place].form, language, "to") or place + 1 >= len(tokens):
        return False
    if not tokens[place + 1].form[0].isdigit() or not tokens[place - 1].capital:
        return False
    return any(token.form[0].isdigit() for token in tokens[max(0, place - _FROM_TO) : place - 1])


_FROM_TO = 8


_AGAINST = frozenset({"against", "contre", "contra", "contro"})
_COMPARED = 8
"""Words behind *against* among which stands the figure that is compared with."""


def _begins(tokens: tuple[Token, ...], place: int, language: str) -> bool:
    """Whether a phrase that begins a clause stands at a token, and is no part of one that began before it."""
    if not _phrase_at(tokens, place, language):
        return False
    if tokens[place].form in _AGAINST and not any(t.form[0].isdigit() for t in tokens[place : place + _COMPARED]):
        # Without a figure to compare with, somebody is against something: "voted against the offer".
        return False
    if language == "fr" and _is_only(tokens, place):
        return False
    return not any(_phrase_at(tokens, place - back, language) > back for back in (1, 2) if back <= place)


def _is_only(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether the French *que* only says *no more than*: *ne compte que 12 sites*; behind *ne … pas*, it is *that*."""
    if tokens[place].form not in {"que", "qu"}:
        return False
    before = [token.form for token in tokens[max(0, place - _NE_QUE) : place]]
    counts = place + 1 < len(tokens) and tokens[place + 1].form[0].isdigit()
    others = _NE_WITH - {"plus"} if counts else _NE_WITH
    return not _NE.isdisjoint(before) and others.isdisjoint(before) and not tokens[place - 1].capital


_NE = frozenset({"ne", "n"})
_NE_WITH = frozenset({"pas", "plus", "jamais", "point", "rien", "personne", "ni", "que", "qui", "ce", "guère"})
_NE_QUE = 4
"""Words before *que* among which its *ne* stands: *n'en a plus compté que 12*."""


def _phrase_at(tokens: tuple[Token, ...], place: int, language: str) -> int:
    """Return how many words the longest phrase that begins a clause at a token has; 0 for none."""
    sizes = [
        1 + len(rest)
        for rest in _table(language).get(tokens[place].form, ())
        if tuple(token.form for token in tokens[place + 1 : place + 1 + len(rest)]) == rest
    ]
    return max(sizes, default=0)


def _joins_range(tokens: tuple[Token, ...], place: int, language: str) -> bool:
    """Whether *and* stands in *between 1.32 and 2* or in *3 and 4 May*."""
    before = tokens[max(0, place - 6) : place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    opening = next((n for n, token in enumerate(before) if _starts(token.form, language, "between")), None)
    if opening is not None and not any(_starts(token.form, language, "to") for token in before[opening + 2 :]):
        # "By 2 % between 2015 and 2020 and by 4 %": what ends a range is a number, a month or a name.
        return following is None or _may_end_range(following, language)
    return _is_day(before[-1].form) and following is not None and _is_day(following.form)


def _may_end_range(token: Token, language: str) -> bool:
    figure = token.form[0].isdigit() or token.form in _words(language, "figure")
    return figure or token.capital or _starts(token.form, language, "calendar") or language not in _RANGES_OF_FIGURES


_RANGES_OF_FIGURES = frozenset({"en", "fr", "es", "pt", "it"})


def _joins_country(tokens: tuple[Token, ...], place: int, language: str) -> bool:
    """Whether *and* stands in the name of one country: *Trinidad and Tobago*."""
    if place + 1 >= len(tokens) or not tokens[place + 1].capital:
        return False
    return (tokens[place - 1].form, tokens[place + 1].form) in _joined_countries(language)


@lru_cache(maxsize=len(LANGUAGES))
def _joined_countries(language: str) -> frozenset[tuple[str, str]]:
    """Return the words right before and behind the conjunction in names of countries that have one."""
    listed = _words(language, "and")
    names = (tuple(token.form for token in tokenise(name, language)) for name in country_names(language))
    return frozenset((one, other) for name in names for one, word, other in zip(name, name[1:], name[2:], strict=False)
                     if word in listed)  # fmt: skip


def _joins_names(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether *and* only joins a second name, which a comma or a bracket ends: *in Mali and Chad, and 20 in Togo*."""
    if not tokens[place - 1].capital:
        return False
    for one, other in pairwise(tokens[place + 1 :]):
        if not one.capital:
            return False
        if other.start - one.end > 1:
            return True
    return False


def _is_day(form: str) -> bool:
    """Whether a word may be the number of a day, so that *and* joins two of them."""
    return form.isdecimal() and len(form) <= len("31")


@lru_cache(maxsize=len(LANGUAGES))
def _table(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Per first word, the rests of the phrases that begin a clause wherever they stand."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for code, kind, cell in rows("clauses.tsv"):
        if code == language and kind in {"begin", "including"}:
            for phrase in split(cell):
                first, *rest = (token.form for token in tokenise(phrase, language))
                table[first] = (*table.get(first, ()), tuple(rest))
    return table


@lru_cache(maxsize=64)
def _words(language: str, kind: str) -> frozenset[str]:
    return frozenset(word for code, listed, cell in rows("clauses.tsv") if (code, listed) == (language, kind)
                     for word in split(cell))  # fmt: skip


@lru_cache(maxsize=len(LANGUAGES))
def _openers(language: str) -> frozenset[str]:
    """Return every word that can begin a clause by what it is: any other begins one by its punctuation alone."""
    return frozenset(_table(language)).union(
        *(_words(language, kind) for kind in ("to", "and", "after_comma", "subject"))
    )


def _begins_another(tokens: tuple[Token, ...], place: int, language: str) -> bool:
    """Whether a pronoun behind a comma begins a clause: *they did not sell it, they leased it*.

    What stands before it must have a verb, unlike *in 2013, she left*; and no comma may follow it: *he, too, left*.
    """
    emphatic = place + 1 < len(tokens) and tokens[place + 1].start - tokens[place].end > 1
    return not emphatic and any(_starts(token.form, language, "finite") for token in tokens[:place])


def _starts(form: str, language: str, kind: str) -> bool:
    return form in _words(language, kind)


def _trimmed(text: str, begin: int, end: int) -> Span:
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end
