"""Stage 5, match: what a sentence says was done, as far as its auxiliary tells: *has approved*, *a été condamné*.

No grammar is parsed.  The first word of meaning behind an auxiliary, with nothing but adverbs, denials and further
auxiliaries between, is a participle.  A verb in a simple tense is not told from a noun, and none is given for it.
"""

from functools import lru_cache

from claimcheck.matchers.words.tokens import LANGUAGES, Token, known_language, tokenise
from claimcheck.model import Span

_AUXILIARIES = {
    "en": "has have had having is are was were been being be",
    "fr": "a ont avait avaient ait aient avoir est sont était étaient fut furent été ayant soit soient",
    "es": "ha han había habían haya haber fue fueron es son era eran sido ser",
    "de": "hat haben hatte hatten ist sind war waren wurde wurden wird werden worden",
    "pt": "foi foram é são era eram sido tem têm tinha tinham ter ser",
    "it": "ha hanno aveva avevano aver avere è sono era erano fu furono stato stata stati state viene vengono venne",
}
_BETWEEN = {
    "en": "not n't also already now still never ever since just again reportedly later then recently finally all",
    "fr": "pas plus jamais aussi déjà encore bien ensuite depuis enfin tous toutes tout même récemment finalement",
    "es": "no ya también nunca aún finalmente recientemente",
    "pt": "não já também nunca ainda finalmente recentemente",
    "it": "non già anche mai ancora poi infine finalmente recentemente",
}
_LIGHT = {
    "en": "got seen made taken",
    "fr": "vu vue vus vues mis mise mises pris prise fait dû pu fini venu venue",
    "es": "visto vista hecho podido",
    "pt": "visto vista feito podido",
    "it": "visto vista messo messa messi fatto potuto dovuto",
}
"""Verbs that say nothing of what was done, which the next word tells: *s'est vu refuser*, *se sont mis en grève*."""
_LINKING = frozenset(
    (
        *("a", "an", "the", "to", "in", "into", "à", "en", "au", "aux", "de", "d", "du", "des", "le", "la", "les", "l"),
        *("un", "une", "por", "di", "il", "lo"),
    )
)
"""Words between a light verb and the one that tells what was done."""
_MANNER = {"en": "ly", "fr": "ment", "es": "mente", "pt": "mente", "it": "mente"}
_LAST = "de"
"""The language whose participle ends the sentence."""


_LONG = 6
"""Letters that an adverb of manner has more than: *définitivement*, not *ment*."""


@lru_cache(maxsize=2 * len(LANGUAGES))
def _listed(language: str, *, between: bool) -> frozenset[str]:
    return frozenset((_BETWEEN if between else _AUXILIARIES).get(language, "").split())


@lru_cache(maxsize=2048)
def predicates(text: str, language: str, span: Span | None = None) -> tuple[Span, ...]:
    """Return where the participles of a text, or of a span of it, stand behind their auxiliaries."""
    code = known_language(language)
    auxiliaries, between = _listed(code, between=False), _listed(code, between=True)
    tokens = tokenise(text, code, span)
    light = frozenset(_LIGHT.get(code, "").split())
    manner = _MANNER.get(code, "")
    found: list[Span] = []
    behind, begun = False, -1
    for place, token in enumerate(tokens):
        if token.form in auxiliaries:
            behind, begun = True, -1
        elif behind and token.form in light:
            begun = token.start if begun < 0 else begun
        elif (behind and begun >= 0 and token.form in _LINKING) or (
            behind and manner and len(token.form) > _LONG and token.form.endswith(manner)
        ):
            continue
        elif behind and token.form not in between:
            if code != _LAST and not token.form[0].isdigit():
                found.append((token.start, token.end) if begun < 0 else (begun, _behind_light(tokens, place)))
            behind = False
    if code == _LAST and tokens and any(token.form in auxiliaries for token in tokens):
        last = next((t for t in reversed(tokens) if t.form not in auxiliaries), tokens[-1])
        found.append((last.start, last.end))
    return tuple(found)


def _behind_light(tokens: tuple[Token, ...], place: int) -> int:
    """Return where ends what a light verb is of, with a word that may only describe it: *fait une nouvelle offre*."""
    following = tokens[place + 1 : place + 2]
    return following[0].end if following and following[0].form not in _LINKING else tokens[place].end
