"""Whom *I* and *you* stand for on a page of questions and answers: the one introduced before the first question.

*I signed it* in an answer, and *Did you sign it?* before it, are of the person interviewed.
"""

from collections.abc import Mapping, Sequence

from claimcheck.enums import Role
from claimcheck.matchers.names import Name, NameKind
from claimcheck.matchers.sentences import Sentence
from claimcheck.matchers.words.pronouns import is_of_speakers

QUESTIONS = 2
"""Questions at an end of their blocks, each with an answer in the first person behind it, that make an interview."""
INTRODUCED = 12
"""Sentences at the head of a page in which the person is introduced."""
_PERSONS = frozenset({NameKind.PERSON, NameKind.UNKNOWN})
_FULL = 2


def introduced(sentences: Sequence[Sentence], names: Mapping[int, Sequence[Name]], language: str) -> frozenset[int]:
    """Return the sentences, by their index, that introduce the person interviewed; none on a page of another kind."""
    asked = [s for s in sentences if _is_question(sentences, s)]
    answered = [s for s in asked if is_of_speakers(_behind(sentences, s), language)]
    if len(answered) < QUESTIONS:
        return frozenset()
    head = [s for s in sentences[: min(asked[0].index, INTRODUCED)] if not s.role.is_boilerplate]
    person = next(
        (n for s in head for n in names.get(s.index, ()) if n.kind in _PERSONS and len(n.tokens) >= _FULL), None
    )
    if person is None:
        return frozenset()
    return frozenset(s.index for s in head if any(n.tokens[-1] == person.tokens[-1] for n in names.get(s.index, ())))


def _is_question(sentences: Sequence[Sentence], sentence: Sentence) -> bool:
    """Whether a sentence asks, and ends or begins its block: the answer is a block of its own, or the rest of this."""
    before, behind = (sentences[n].block if 0 <= n < len(sentences) else -1 for n in _beside(sentence))
    alone = behind != sentence.block or before != sentence.block
    return alone and sentence.role in {Role.PARAGRAPH, Role.HEADING} and sentence.text.rstrip().endswith("?")


def _beside(sentence: Sentence) -> tuple[int, int]:
    return sentence.index - 1, sentence.index + 1


def _behind(sentences: Sequence[Sentence], asked: Sentence) -> str:
    """Return the text that answers a question: of the block behind it, or what is left of its own."""
    block = next((s.block for s in sentences[asked.index + 1 : asked.index + 2]), None)
    answer = (s.text for s in sentences[asked.index + 1 :][:_LONGEST] if s.block == block)
    return " ".join(answer)


_LONGEST = 12
"""Sentences of an answer in which the first person is looked for."""
