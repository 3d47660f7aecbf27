"""Which profit is meant: a firm's operating profit is not its profit before tax, nor its adjusted one the reported.

Only where claim and page both say which: a page that says *profit* alone may mean any.
"""

import re
from functools import lru_cache

from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.words.speakers import LONGEST
from claimcheck.model import Span

_AXES = (frozenset({"before tax", "operating", "net", "gross"}), frozenset({"adjusted", "reported"}))
"""What tells one profit from another: of each row, one stands against the rest."""


def is_of_other_result(context: Context, sentence: Sentence, place: Span) -> bool:
    """Return whether a value is of another kind of profit than the claim's."""
    ours = _kinds(context.reading.text, context.reading.language)
    if not ours or len(sentence.text) > LONGEST:
        return False
    begin, end = sentence.clause_at(place[0])
    text = context.passages.document.text
    theirs = _kinds(text[begin:end], context.passages.language)
    return any(ours & axis and theirs & axis and ours.isdisjoint(theirs & axis) for axis in _AXES)


@lru_cache(maxsize=2048)
def _kinds(text: str, language: str) -> frozenset[str]:
    """Return the kinds of profit that a text tells of; none where it tells of no profit."""
    table = _TABLES.get(language[:2])
    if table is None or not table[0].search(text):
        return frozenset()
    return frozenset(kind for kind, pattern in table[1].items() if pattern.search(text))


def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _table(profit: str, **kinds: str) -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    return _words(profit), {kind.replace("_", " "): _words(words) for kind, words in kinds.items()}


_TABLES = {
    "en": _table(
        "profits?|earnings|loss|losses|income",
        before_tax=r"pre-?\s?tax|before tax(?:es|ation)?",
        operating="operating|operational",
        net="net|after tax(?:es|ation)?",
        gross=r"gross",
        adjusted="adjusted|underlying|recurring",
        reported="statutory|reported|IFRS",
    ),
    "fr": _table(
        "bénéfices?|résultats?|pertes?|profits?",
        before_tax="avant (?:impôts?|taxes)",
        operating="opérationnel(?:le)?s?|d'exploitation|d\u2019exploitation",
        net="nets?|nettes?|après impôts?",
        gross="bruts?|brutes?",
        adjusted="ajustée?s?|courants?|récurrents?|sous-jacente?s?",
        reported="publiée?s?|comptables?|statutaires?|IFRS",
    ),
    "es": _table(
        "beneficios?|resultados?|pérdidas?|ganancias?|utilidad(?:es)?",
        before_tax="antes de impuestos",
        operating="operativ[oa]s?|de explotación|operacional(?:es)?",
        net="net[oa]s?|después de impuestos",
        gross="brut[oa]s?",
        adjusted="ajustad[oa]s?|subyacentes?|recurrentes?",
        reported="contables?|publicad[oa]s?|NIIF",
    ),
    "de": _table(
        r"\w*gewinne?s?|\w*ergebnis(?:se|ses)?|\w*verluste?s?|überschuss",
        before_tax=r"vor steuern|vorsteuer\w+",
        operating=r"operativ\w*|betriebs\w+",
        net=r"nach steuern|netto\w*|reingewinn\w*",
        gross=r"brutto\w*",
        adjusted=r"bereinigt\w*",
        reported=r"ausgewiesen\w*|berichtet\w*|IFRS",
    ),
    "pt": _table(
        "lucros?|resultados?|prejuízos?",
        before_tax="antes (?:de|dos) impostos",
        operating="operaciona(?:l|is)",
        net="líquid[oa]s?|após impostos|depois de impostos",
        gross="brut[oa]s?",
        adjusted="ajustad[oa]s?|recorrentes?|subjacentes?",
        reported="contabilístic[oa]s?|publicad[oa]s?|reportad[oa]s?",
    ),
    "it": _table(
        "util[ei]|risultat[oi]|perdit[ae]|profitt[oi]",
        before_tax="(?:prima delle|ante|al lordo delle) imposte",
        operating="operativ[oaei]",
        net="nett[oaei]|dopo le imposte",
        gross="lord[oaei]",
        adjusted="rettificat[oaei]|ricorrent[ei]|adjusted",
        reported="contabil[ei]|pubblicat[oaei]",
    ),
}
"""Per language, the words for profit and those that tell which."""
