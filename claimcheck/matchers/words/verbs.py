"""Stage 5, match: whether a verb stands where a part of a claim begins: *… and dropped its appeal*.

No grammar is parsed.  A word is a verb where an auxiliary says so, or where its ending exchanged for that of an
infinitive gives a word of the lexicon.  English verbs have no ending of their own: there, a word is a verb whose
meaning French and Spanish both tell by an infinitive.
"""

import re
from functools import lru_cache
from itertools import pairwise

from claimcheck.matchers.words.inflection import irregular_forms, lemma_candidates
from claimcheck.matchers.words.lexicon import lexicon
from claimcheck.matchers.words.tables import fields, rows, split
from claimcheck.matchers.words.tokens import LANGUAGES, Token, known_language, tokenise
from claimcheck.model import Span

_FINITE_AUXILIARIES = {
    "en": "has have had is are was were will would did does do can could may might must shall should",
    "fr": "a ont avait avaient est sont était étaient fut furent aura auront aurait auraient sera seront "
    "serait seraient va vont doit doivent devra devront peut peuvent pourra pourront",
    "es": "ha han había habían fue fueron es son era eran será serán sería va van debe deben puede pueden",
    "de": "hat haben hatte hatten ist sind war waren wurde wurden wird werden soll sollen muss müssen kann können will",
    "pt": "foi foram é são era eram será serão tem têm tinha tinham vai vão deve devem pode podem",
    "it": "ha hanno aveva avevano è sono era erano fu furono sarà saranno viene vengono deve devono può possono",
}
_BEFORE = {
    "en": "also then later now not never still has only",
    "fr": "n ne y en s se l le la les lui leur aussi encore ensuite puis",
    "es": "no se le les lo los la las también ya luego después",
    "de": "auch dann später nicht nun",
    "pt": "não se lhe lhes o os a as também já depois",
    "it": "non si gli lo li la le ne ci vi anche poi già",
}
"""What may stand between a conjunction and its verb: clitics, denials and short adverbs."""
_ARTICLES = {
    "en": "the a an of to its his her their this these that those",
    "fr": "le la les l un une des du de d au aux son sa ses leur leurs ce cette ces à en",
    "es": "el la los las un una unos unas de del al su sus este esta estos estas",
    "de": "der die das den dem des ein eine einen einem einer ihr ihre sein seine",
    "pt": "o a os as um uma uns umas de do da dos das ao seu sua seus suas este esta",
    "it": "il lo la i gli le un una uno di del della dei delle degli al suo sua questo questa",
}
"""What stands before a noun, which may look like a verb."""
_INFINITIVE = {
    "fr": re.compile(r".+(?:er|ir|re)"),
    "es": re.compile(r".+[aeií]r(?:se)?"),
    "de": re.compile(r".+(?:en|ern|eln)"),
    "pt": re.compile(r".+[aeio]r(?:-se)?"),
    "it": re.compile(r".+(?:[aei]re|rre|r?si)"),
}
_NOT_FINITE = {
    "fr": re.compile(r".+(?:ée?s?|ières?|ères|ante?s?|er|ir|re|u|us|ues|[^aeo]i)"),
    "es": re.compile(r".+(?:[ai]d[oa]s?|ando|iendo|yendo|[aeií]r)"),
    "de": re.compile(r"ge.+t|ge.+en|.+ung"),
    "pt": re.compile(r".+(?:[ai]d[oa]s?|[aei]ndo|[aeio]r)"),
    "it": re.compile(r".+(?:[aiu]t[oaie]|[ae]ndo|[aei]re)"),
}
"""Participles, gerunds and infinitives, which tell of no act of their own."""
_PARTICIPLE = {
    "fr": re.compile(r".+(?:ée?s?|ies?|is|it|ite?s?|ues?|us?|ant|erte?s?)"),
    "es": re.compile(r".+(?:[ai]d[oa]s?|ando|iendo|yendo|ich[oa]s?|ech[oa]s?)"),
    "pt": re.compile(r".+(?:[ai]d[oa]s?|[aei]ndo|eit[oa]s?)"),
    "it": re.compile(r".+(?:[aiu]t[oaie]|[ae]ndo|tt[oaie]|s[oaie])"),
}
_NOMINAL = re.compile(r".+(?:ion|ment|al|ure|ance|ence|ness|ity|er|or|age|ing|ship|ism|ist)")
"""English words that share a row with a verb and are none."""
_MOST_BEFORE = 3


def begins_with_verb(text: str, language: str, span: Span) -> bool:
    """Return whether a part of a text begins with a finite verb, behind its clitics and short adverbs.

    The part begins behind its conjunction.  An article before a noun that is also a verb's form is not told from a
    clitic, *et la ferme*: the verb must then be no noun of the lexicon.
    """
    code = known_language(language)
    tokens = tokenise(text, code, span)[: _MOST_BEFORE + 1]
    for place, token in enumerate(tokens):
        if token.form in _listed(code, "auxiliaries"):
            return True
        if _is_finite(token, code, alone=place == 0):
            return True
        if token.form not in _listed(code, "before"):
            return False
    return False


def begins_with_participle(text: str, language: str, span: Span) -> bool:
    """Return whether a part of a text begins with a participle: *Fined 455,000 dollars, …*; not told in German."""
    code = known_language(language)
    first = next(iter(tokenise(text, code, span)), None)
    if first is None:
        return False
    if code == "en":
        forms = lemma_candidates(first.form, "en") if first.form.endswith(("ed", "ing")) else ()
        return first.form in _english_pasts() or any(lemma in _english_verbs() for lemma in forms)
    pattern = _PARTICIPLE.get(code)
    if pattern is None or not pattern.fullmatch(first.form):
        return False
    lemmas = (*lemma_candidates(first.form, code), *_irregular(code).get(first.form, ()))
    return any(_INFINITIVE[code].fullmatch(lemma) and lexicon(code).is_word(lemma) for lemma in lemmas)


def tells_in_present(text: str, language: str, span: Span) -> bool:
    """Return whether the first verb of a part of a text is in the present, which may stand for what is announced.

    *Ferme en mars*, *schließt im März*: news tells so what will be done.  English does so by *is closing* alone, which
    is not told from what is going on, and is left out.
    """
    code = known_language(language)
    ended = _PRESENT.get(code)
    if ended is None:
        return False
    tokens, begin = tokenise(text, code, span), first_verb(text, language, span)
    if begin is None:
        # "L'entreprise ferme …": a verb that looks like a noun too, where nothing else is one.
        free = (b for a, b in pairwise(tokens) if a.form not in _listed(code, "article"))
        verb = next((token.form for token in free if _is_finite(token, code, alone=True)), "")
    else:
        verb = next(token.form for token in tokens if token.start == begin)
    return verb not in _listed(code, "auxiliaries") and ended.fullmatch(verb) is not None


_PRESENT = {
    "fr": re.compile(r".+(?:e|ent|it|issent|d|t|ont)(?<!ait)(?<!aient)(?<!èrent)(?<!irent)(?<!urent)"),
    "es": re.compile(r".+(?:a|e|an|en)(?<!aba)(?<!aban)(?<!ía)(?<!ían)(?<!ará)(?<!aran)"),
    "de": re.compile(r".+(?:t|en)(?<!te)(?<!ten)"),
    "pt": re.compile(r".+(?:a|e|am|em)(?<!ava)(?<!avam)(?<!ia)(?<!iam)(?<!aram)(?<!eram)(?<!iram)"),
    "it": re.compile(r".+(?:a|e|ano|ono)(?<!ava)(?<!avano)(?<!eva)(?<!evano)(?<!iva)(?<!ivano)(?<!arono)(?<!irono)"),
}
"""The endings of the third person in the present, without those of the tenses of the past."""


def first_verb(text: str, language: str, span: Span) -> int | None:
    """Return where the first finite verb of a part of a text stands that has something before it; none without one."""
    code = known_language(language)
    tokens = tokenise(text, code, span)
    for place, token in enumerate(tokens[1:], 1):
        alone = tokens[place - 1].form not in _listed(code, "article")
        if token.form in _listed(code, "auxiliaries") or (alone and _is_finite(token, code, alone=False)):
            return token.start
    return None


@lru_cache(maxsize=4 * len(LANGUAGES))
def _listed(language: str, kind: str) -> frozenset[str]:
    table = {"auxiliaries": _FINITE_AUXILIARIES, "before": _BEFORE, "article": _ARTICLES}[kind]
    return frozenset(table.get(language, "").split())


def _is_finite(token: Token, language: str, *, alone: bool) -> bool:
    form = token.form
    if language == "en":
        return form in _english_pasts() or any(
            lemma in _english_verbs() for lemma in lemma_candidates(form, "en") if form.endswith("ed")
        )
    infinitive = _INFINITIVE.get(language)
    if infinitive is None or _NOT_FINITE[language].fullmatch(form) or (language == "de" and token.capital):
        return False
    words = lexicon(language)
    lemmas = (*lemma_candidates(form, language), *_irregular(language).get(form, ()))
    known = [infinitive.fullmatch(lemma) is not None for lemma in lemmas if lemma != form and words.is_word(lemma)]
    # "Infirmières" may be of *infirmer*, but is of *infirmière*.
    return any(known) if alone else bool(known) and all(known) and not words.is_word(form)


@lru_cache(maxsize=len(LANGUAGES))
def _irregular(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for form, lemma in irregular_forms(language):
        found[form] = (*found.get(form, ()), lemma)
    return found


@lru_cache(maxsize=1)
def _english_verbs() -> frozenset[str]:
    english, french, spanish = (LANGUAGES.index(code) + 1 for code in ("en", "fr", "es"))
    found: set[str] = set()
    for table in fields():
        for cells in rows(table):
            if all(
                any(_INFINITIVE[code].fullmatch(word) for word in split(cells[column].replace("~", "")))
                for code, column in (("fr", french), ("es", spanish))
            ):
                words = split(cells[english].replace("~", "").lower())
                found.update(word for word in words if word.isalpha() and not _NOMINAL.fullmatch(word))
    return frozenset(found)


@lru_cache(maxsize=1)
def _english_pasts() -> frozenset[str]:
    return frozenset(form for form, lemma in irregular_forms("en") if lemma in _english_verbs())
