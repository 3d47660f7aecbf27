"""What the sentence behind one says of it: the answer to a question, a denial of what somebody says."""

from collections.abc import Sequence

from claimcheck.matchers.sentences import Sentence
from claimcheck.matchers.words import Answer, Cue, CueKind, answer, denies_before, ends_before, framings


def answer_behind(sentences: Sequence[Sentence], asked: Sentence, language: str) -> Answer | None:
    """Return how the sentence behind a question answers it; none for no question, or where it says no yes or no."""
    following = _following(sentences, asked) if asked.text.rstrip().endswith("?") else None
    return answer(following.text, language) if following is not None else None


def denial_behind(sentences: Sequence[Sentence], told: Sentence, language: str) -> Cue | None:
    """Return the denial of a whole sentence by the one behind it: *They say he left. He did not*.

    Of what somebody says only that is denied, not that he says it.
    """
    following = _following(sentences, told)
    if following is None:
        return None
    if told.text.rstrip().endswith("?"):
        denied = answer(following.text, language) is Answer.NO
    else:
        denied = following.block == told.block and denies_before(following.text, language)
    if not denied:
        return None
    begin, end = told.span
    said = max((stop for _, stop in framings(told.text, language)), default=0)
    return Cue(CueKind.NEGATION, following.text.strip(), (end, end), (begin + said, end))


def holds_no_longer(sentences: Sequence[Sentence], told: Sentence, language: str) -> bool:
    """Return whether the sentence behind one of the same block says that it holds no more: *I was. I no longer am*."""
    following = _following(sentences, told)
    return following is not None and following.block == told.block and ends_before(following.text, language)


def _following(sentences: Sequence[Sentence], sentence: Sentence) -> Sentence | None:
    """Return the next sentence, also of another block: an interview has its answers in blocks of their own."""
    following = sentences[sentence.index + 1] if sentence.index + 1 < len(sentences) else None
    return following if following is not None and not following.role.is_boilerplate else None
