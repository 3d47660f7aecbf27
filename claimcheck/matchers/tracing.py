"""What made the rank of a passage, told in words for ``claimcheck show --why``; nothing here decides anything.

It is worked out from the page anew, not kept by those who rank: a run that nobody asks pays nothing for it.
"""

from collections.abc import Iterable, Iterator

from claimcheck.matchers.context import Candidate, Context
from claimcheck.matchers.modality import modal_cues
from claimcheck.matchers.passages import Passages, Sentence
from claimcheck.matchers.reading import Reading
from claimcheck.matchers.words import Term, kin
from claimcheck.model import Span

Parts = tuple[tuple[str, str], ...]

_PLACES = ("clause", "sentence", "before", "after", "paragraph", "heading", "title", "elsewhere", "nowhere")
"""Where a word may stand in relation to a value, the nearest first."""


def asks(reading: Reading) -> Parts:
    """Return what each assertion of a claim asks for: its value, its days, its names, its words."""
    found: list[tuple[str, str]] = []
    for number, assertion in enumerate(reading.assertions, 1):
        begin, end = assertion.span
        parts = [
            f"“{reading.text[begin:end].strip()}”",
            assertion.quantity.notation if assertion.quantity is not None else "",
            _listed("on", (day.notation for day in assertion.dates)),
            _listed("of", (name.surface for name in assertion.names)),
            _listed("words", (term.surface for term in assertion.terms)),
        ]
        found.append((f"asks {number}", "; ".join(part for part in parts if part)))
    return tuple(found)


def trace(context: Context, candidate: Candidate) -> Parts:
    """Return where a candidate's passage has the words asked for, and what else weighed for or against it."""
    return tuple((label, words) for label, words in _told(context, candidate) if words)


def _told(context: Context, candidate: Candidate) -> Iterator[tuple[str, str]]:
    passages, sentence, place = context.passages, candidate.sentence, candidate.span
    clause = sentence.clause_at(place[0])
    by_place: dict[str, list[str]] = {}
    for shared in candidate.alignment.shared:
        by_place.setdefault(_where(passages, shared.term, sentence, clause), []).append(shared.term.surface)
    for label in _PLACES:
        yield label, ", ".join(dict.fromkeys(by_place.get(label, ())))
    yield "value", next((q.notation for q in passages.quantities_in(sentence) if q.span == place), "")
    yield "counts", "another thing" if candidate.counts_another else ""
    days = ", ".join(day.notation for day in passages.dates_in(sentence))
    yield "days", f"{days} (another day)" if candidate.of_another_day else days
    yield "names", ", ".join(dict.fromkeys(name.surface for name in passages.names_in(sentence)))
    cues = passages.cues(sentence)
    yield "denied by", ", ".join(cue.surface for cue in cues.negations if cue.scope[0] <= place[0] < cue.scope[1])
    planned = (f"{cue.kind.value} (“{cue.surface}”)" for cue in modal_cues(context, sentence, place))
    yield "told as", ", ".join(planned)
    yield "former", "a value of the past, or put right" if candidate.superseded else ""


def _where(passages: Passages, term: Term, sentence: Sentence, clause: Span) -> str:
    """Return the nearest place where the page has a word, or a kind of it."""
    held = [place for key in (*term.keys, *kin(term)) for place in passages.by_key.get(key, ())]
    here = [span for index, span in held if index == sentence.index]
    if here:
        return "clause" if any(clause[0] <= span[0] < clause[1] for span in here) else "sentence"
    others = {index for index, _ in held}
    block = {index for index in others if passages.sentences[index].block == sentence.block}
    if sentence.index - 1 in block:
        return "before"
    if sentence.index + 1 in block:
        return "after"
    if block:
        return "paragraph"
    if not others.isdisjoint(passages.headings_of(sentence)):
        return "heading"
    if any(not term.keys.isdisjoint(held.keys) for held in passages.title_terms):
        return "title"
    return "elsewhere" if others else "nowhere"


def _listed(label: str, words: Iterable[str]) -> str:
    listed = ", ".join(dict.fromkeys(words))
    return f"{label} {listed}" if listed else ""
