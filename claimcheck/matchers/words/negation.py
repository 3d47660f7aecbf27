"""Stage 5, match: what is denied, and how far each denial reaches.

The negators stand in ``tables/negators.tsv``, in four kinds: ``clause`` (*not*, *n'a jamais*, *denied*) denies its
whole clause; ``after`` (*no*, *aucun*, *sans*) denies what follows it in the clause, up to a comma; ``back`` (*refused
it*, *l'a rejeté*) what its sentence has said before; ``never`` lists phrases that look like a negation and are none
(*not only*, *non seulement*, *no fewer than*, *pas plus de*).  In French
a bare *ne* denies only with its second word, and *ne … que* means *only*.
"""

import re
from dataclasses import replace
from itertools import pairwise

from claimcheck.matchers.words.clauses import clause_around, sentence_around
from claimcheck.matchers.words.complements import before_consequence, with_complement
from claimcheck.matchers.words.cues import Cue, CueKind
from claimcheck.matchers.words.passives import is_passive
from claimcheck.matchers.words.phrases import find_phrases
from claimcheck.matchers.words.tokens import Token, known_language, tokenise
from claimcheck.model import Span

_TABLE = "negators.tsv"
_SPEAKERS = "speakers.tsv"
_MODALITIES = "cues.tsv"
_ASKING = frozenset({"plan", "request"})
"""What is refused is what was asked or offered, not the asking: *asked for a fine, which the court refused*."""
_REACH = 8
"""How many words after *ne* its second word may stand, and after *not* its *until*."""
_FRENCH_SECOND = frozenset(
    "pas point plus jamais rien personne aucun aucune nul nulle guère ni nullement aucunement".split()  # noqa: SIM905 - a table of words
)
_ONLY_THEN = {"en": ("until", "till"), "es": ("hasta", "sino"), "pt": ("até", "senão"), "it": ("fino", "che")}
"""*did not open until 2016* affirms that it opened, in 2016; *non è che* and *no … sino* are *only*."""
_CONCORD = {
    "en": ("nor",),
    "fr": ("ne", "n", *_FRENCH_SECOND),
    "es": ("nunca", "jamás", "nada", "nadie", "ningún", "ninguna", "ninguno", "ni", "tampoco"),
    "pt": ("nunca", "jamais", "nada", "ninguém", "nenhum", "nenhuma", "nem", "tampouco"),
    "it": ("mai", "nulla", "niente", "nessuno", "nessuna", "nessun", "né", "neppure", "nemmeno"),
}
"""Words that say once more, in one clause, what another negator has said: *no vino nadie* is one denial."""


def negations(text: str, language: str, span: Span | None = None) -> list[Cue]:
    """Return the negators of a text, or of a span of it, in order, each with the part of its clause that it denies.

    *not*, *ne … pas*, *failed to*, *denied*, *refused to* deny their whole clause, the words before them included
    (*42 branches were not closed*); *no*, *aucun*, *sans*, *without* what follows them in the clause.
    """
    code = known_language(language)
    tokens = tokenise(text, code, span)
    found: list[Cue] = []
    denied: Span | None = None
    for kind, first, stop in find_phrases(tokens, code, _TABLE):
        if kind == "never":
            continue
        place = (tokens[first].start, tokens[stop - 1].end)
        if (scope := _of_its_own(text, tokens, kind, (first, stop), code)) is not None:
            found.append(Cue(CueKind.NEGATION, text[place[0] : place[1]], place, scope))
            continue
        clause = clause_around(text, place, code)
        inside = [token.form for token in tokens[stop : stop + _REACH] if token.start < clause[1]]
        if tokens[first].form in _CONCORD.get(code, ()) and clause == denied:
            continue
        if _is_noun(text, tokens, (first, stop), code):
            continue
        if kind == "ne" and not _denies(inside, [token.form for token in tokens[stop : stop + len(inside) + 1]]):
            continue
        whole = kind in ("clause", "ne")
        if whole and _only_then(text, tokens, stop, code):
            continue
        if whole and kind == "clause" and _denies_a_word(text, tokens, first, clause, code):
            whole = False
        denied = clause
        if whole:
            clause = _within_coordination(tokens, first, stop, clause, code)
            clause = (max(clause[0], _behind_citing(tokens, first, code)), clause[1])
        before = (
            not _is_set_against(text, tokens, clause)
            if whole
            else kind == "after" and is_passive(tokens, first, stop, code)
        )
        begin = clause[0] if before else _of_manner_alone(tokens, place, clause[1]) if whole else place[0]
        behind = clause if whole else _within_coordination(tokens, first, stop, (place[0], clause[1]), code)
        end = clause[1] if whole else _before_comma(text, place[1], behind[1])
        if whole:
            end = with_complement(text, tokens, stop, end, code)
            end = before_consequence(text, tokens, stop, (begin, end), code)
        elif tokens[first].form in _WITHOUT:
            end = _before_preposition(tokens, stop, end)
        found.append(Cue(CueKind.NEGATION, text[place[0] : place[1]], place, (begin, max(end, place[1]))))
    return _each_its_own(found)


def _is_noun(text: str, tokens: tuple[Token, ...], words: tuple[int, int], language: str) -> bool:
    """Whether what looks like a verb that denies is a noun: *a dispute*, *das Verbot*."""
    first, stop = words
    if not first or stop - first > 1:
        return False
    token = tokens[first]
    if language == "de":
        return token.form == "verbot" and text[token.start].isupper()
    return language == "en" and tokens[first - 1].form in _ARTICLES


def _each_its_own(found: list[Cue]) -> list[Cue]:
    """End each denial of what follows it at the next of its kind: *no contract, no sick leave and no fixed hours*."""
    for place, (one, other) in enumerate(pairwise(found)):
        follows = one.scope[0] == one.span[0] and other.scope[0] == other.span[0]
        if follows and other.span[0] < one.scope[1]:
            found[place] = replace(one, scope=(one.scope[0], other.span[0]))
    return found


def _of_its_own(text: str, tokens: tuple[Token, ...], kind: str, words: tuple[int, int], language: str) -> Span | None:
    """Return what a denial is of that keeps to no clause: what was said before, or the word a *non-* is joined to."""
    place = (tokens[words[0]].start, tokens[words[1] - 1].end)
    if kind == "back":
        begin, _ = sentence_around(text, place)
        asked = [
            tokens[begun].end
            for asking, begun, end in find_phrases(tokens[: words[0]], language, _MODALITIES)
            if asking in _ASKING and tokens[end - 1].end > begin
        ]
        return max([begin, *asked]), place[1]
    joined = _joined_to(text, tokens, words[1], language)
    return (place[0], joined) if joined is not None else None


def _joined_to(text: str, tokens: tuple[Token, ...], stop: int, language: str) -> int | None:
    """Return where the word ends that a French *non-* is joined to, and which is all that it denies; or none."""
    joined = language == "fr" and tokens[stop - 1].form == "non" and text[tokens[stop - 1].end :][:1] == "-"
    return tokens[stop].end if joined and stop < len(tokens) else None


def _denies_a_word(text: str, tokens: tuple[Token, ...], first: int, clause: Span, language: str) -> bool:
    """Whether a *not* denies the words behind it and no verb: *employees, not freelancers*; *decided not to sell*.

    In English a verb is denied behind its auxiliary; elsewhere what follows a comma or *and* is set against the rest.
    """
    if tokens[first].form not in _NOTS.get(language, ()):
        return False
    if first and "," in text[tokens[first - 1].end : tokens[first].start]:
        return True
    before = [token.form for token in tokens[max(0, first - _NEAR) : first] if token.start >= clause[0]]
    if language == "en":
        return _AUXILIARIES.isdisjoint(before)
    return before[-1:] != [] and before[-1] in _ANDS.get(language, ())


_NOTS = {
    "en": ("not",),
    "fr": ("pas", "non"),
    "es": ("no",),
    "de": ("nicht",),
    "pt": ("não",),
    "it": ("non",),
}
_ANDS = {"fr": ("et", "mais"), "es": ("y",), "de": ("und", "aber"), "pt": ("e",), "it": ("e", "ed")}
_NEAR = 3
"""Words before *not* in which its auxiliary stands: *has also not been*."""
_AUXILIARIES = frozenset(
    (
        *("am", "is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "has", "have", "had", "having"),
        *("will", "would", "shall", "should", "can", "could", "may", "might", "must", "need", "dare", "ought"),
        *("s", "re", "ve", "ll", "d", "m"),
    )
)


def _within_coordination(tokens: tuple[Token, ...], first: int, stop: int, clause: Span, language: str) -> Span:
    """Return the part of a clause that a denial is of, where *and* joins verbs: *continues and has not copied them*.

    A verb before *and* is no part of a denial right behind it; nor is one behind *and* with an auxiliary of its own, or
    what somebody says besides: *said that there will be no cuts and announced 120 posts*.
    """
    begin, end = clause
    for token in tokens[max(0, first - _SOON) : first]:
        if token.form in _JOINING and token.start > begin:
            begin = token.start
    for place in range(stop, len(tokens) - 1):
        token = tokens[place]
        if token.start >= end:
            break
        if token.form in _JOINING and (
            tokens[place + 1].form in _VERBS | _THAT or _begins_citing(tokens[place + 1 :], language)
        ):
            end = token.start
            break
    return begin, end


def _begins_citing(tokens: tuple[Token, ...], language: str) -> bool:
    found = find_phrases(tokens[:_SAYING], language, _SPEAKERS)
    return bool(found) and found[0][:2] == ("verb", 0)


_SOON = 2
_SAYING = 3
"""Words that a verb of saying has at most."""
_JOINING = frozenset({"and", "et", "y", "und", "e", "ed"})
_VERBS = frozenset(
    (
        *("is", "are", "was", "were", "has", "have", "had", "will", "a", "ont", "est", "sont", "était", "étaient"),
        *("fue", "fueron", "ha", "han", "hat", "haben", "wurde", "wurden", "ist", "sind", "foi", "foram", "hanno"),
    )
)
"""Forms that begin a verb of its own behind *and*."""
_ARTICLES = frozenset({"a", "an", "the", "this", "their", "its"})
_THAT = frozenset({"that", "que", "qu", "dass", "daß", "che"})
"""Behind *and* they begin another thing said: *that nobody was hurt, and that all are paid*."""


def _behind_citing(tokens: tuple[Token, ...], first: int, language: str) -> int:
    """Return where begins what somebody is cited for before a negator: *says that nobody is paid* denies no saying.

    0 where nobody is cited there.
    """
    begins = [0]
    for kind, _, stop in find_phrases(tokens, language, _SPEAKERS):
        last = stop - 1 if tokens[stop - 1].form in _THAT else stop
        if kind == "verb" and last < first and tokens[last].form in _THAT:
            begins.append(tokens[last].start)
    return max(begins)


def _is_set_against(text: str, tokens: tuple[Token, ...], clause: Span) -> bool:
    """Whether the next clause begins with *but*: of the subject that both have, only one thing is denied.

    *The ship was not scrapped but sold*: neither the ship nor the sale is denied.
    """
    behind = [token.form for token in tokens if token.start >= clause[1]][:_SOON]
    following = behind[0] if behind else ""
    if following in _RATHER:
        return True
    prepositional = behind[1:] != [] and behind[1] in _PREPOSITIONS
    return following in _BUTS and (prepositional or not text[: clause[1]].endswith(","))


def _of_manner_alone(tokens: tuple[Token, ...], place: Span, end: int) -> int:
    """Return where what is denied begins, where *but* sets only how or why right: *not closed for repairs but by*."""
    behind = [token.form for token in tokens if token.start >= end][:_SOON]
    if behind[1:] == [] or behind[1] not in _PREPOSITIONS | _WHY:
        return place[0]
    return next((t.start for t in tokens if place[1] <= t.start < end and t.form in _PREPOSITIONS | _WHY), place[0])


_WHY = frozenset({"because", "due", "owing", "parce", "pour", "porque", "weil", "wegen", "perché"})
_RATHER = frozenset({"sino", "sondern", "senão", "bensì"})
_BUTS = frozenset({"but", "mais", "mas", "ma"})
"""Behind a comma they begin a sentence of its own: *did not close, but 300 jobs were cut*; not so before *in*."""
_PREPOSITIONS = frozenset(
    (
        *("by", "for", "in", "on", "at", "with", "during", "from", "as", "through", "under", "pendant", "par", "dans"),
        *("à", "en", "de", "pour", "avec", "sur", "chez", "depuis", "lors", "durante", "por", "para", "com", "per"),
        *("da", "nel", "nella", "con", "su", "im", "in", "durch", "mit", "no", "na"),
    )
)


def _before_preposition(tokens: tuple[Token, ...], stop: int, end: int) -> int:
    """Return where *without* ends: *suspended without explanation for 17 %* denies an explanation alone."""
    held = [token for token in tokens[stop:] if token.start < end]
    return next((token.start for token in held[1:] if token.form in _PREPOSITIONS), end)


_WITHOUT = frozenset({"without", "sans", "sin", "ohne", "sem", "senza"})


def _before_comma(text: str, start: int, end: int) -> int:
    """*Without its ministers, it approved the plan*: what is done without ends at the comma."""
    comma = _COMMA.search(text, start, end)
    return comma.start() if comma else end


_COMMA = re.compile(r",(?!\d)")


def _denies(inside: list[str], forms: list[str]) -> bool:
    """Whether a French *ne* has its second word among the words after it, and is not *only* with its *que*.

    ``forms`` has one word more, which may begin a clause of its own.
    """
    for place, form in enumerate(inside):
        if form in ("que", "qu"):
            return False
        if form in _FRENCH_SECOND:
            following = forms[place + 1 : place + 2]
            if form == "plus" and following in (["que"], ["qu"]):
                # "Ne couvre plus que 5,8 km²": only as much is left.
                return False
            # "ne … pas que", "ne … pas seulement": more than that, and so that too.
            return form != "pas" or following not in (["que"], ["qu"], ["seulement"], ["uniquement"])
    return False


def _only_then(text: str, tokens: tuple[Token, ...], stop: int, language: str) -> bool:
    """Whether *until* follows in the sentence, though it begins a clause of its own."""
    for token in tokens[stop : stop + _REACH]:
        if not _STOPS.isdisjoint(text[tokens[stop - 1].end : token.start]):
            return False
        if token.form in _ONLY_THEN.get(language, ()):
            return language != "it" or token.form != "che" or _counts_on(tokens, token)
    return False


def _counts_on(tokens: tuple[Token, ...], that: Token) -> bool:
    """Whether a number or *un* follows the Italian *che* of *only*; otherwise it says what is denied."""
    following = next((token.form for token in tokens if token.start >= that.end), "")
    return following[:1].isdigit() or following in ("un", "una", "uno", "due", "tre")


_STOPS = frozenset(".;:!?")
