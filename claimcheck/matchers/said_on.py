"""Days on which something was only said: *it said on Monday that it would close on 30 April* closes nothing on Monday.

Such a day is the one of the words, not of what they tell; it dates what a claim tells only where the claim, too, tells
that it was said.
"""

import re

from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.reading import Assertion
from claimcheck.matchers.values import DateExpr, Granularity
from claimcheck.matchers.words import Cue, CueKind, citings, predicates
from claimcheck.model import Span

_TOLD = frozenset({"say", "announce", "declare", "publish", "reveal", "present", "explain", "confirm", "write"})
"""Keys of words by which a claim tells that something was said, or made known."""
_NEAR = 16
_BESIDE = re.compile(r"\s*(?:(?:late|early|earlier|on|in|le|ce|am|an|den|el|il|na|no|em|nel)\s+){0,2}", re.IGNORECASE)
"""What may stand between a verb of speech and its day."""
_LEADS = re.compile(
    r"[\s,]*(?:that|it|he|she|they|there|we|the \w+ (?:would|will|had|was|were)|qu['\u2019]|que|dass|che)(?!\w)",
    re.IGNORECASE,
)
"""What leads to the words told: an announcement of a thing is dated with it, *announced on Monday a cut of jobs*."""


def is_only_said_then(context: Context, sentence: Sentence, day: DateExpr) -> bool:
    """Return whether a day of a sentence is that of a verb of speech, where the claim tells of no such words."""
    begin = sentence.span[0]
    cited = ((begin + c.cue[0], begin + c.cue[1]) for c in citings(sentence.text, context.passages.language))
    verbs = {*cited, *(cue.span for cue in context.passages.cues(sentence).attributions)}
    if not any(_is_of(context, sentence, verb, day) for verb in verbs) or context.reading.cues.attributions:
        return False
    return not any(_TOLD & term.keys for held in context.reading.assertions for term in held.terms)


def _is_of(context: Context, sentence: Sentence, said: Span, day: DateExpr) -> bool:
    """Return whether a day stands right behind a verb of speech that leads to words of its own."""
    text = context.passages.document.text
    near = 0 <= day.span[0] - said[1] <= _NEAR and day.granularity is Granularity.DAY
    if not near or _BESIDE.fullmatch(text, said[1], day.span[0]) is None:
        return False
    verb = next((term for term in sentence.terms if said[0] <= term.span[0] < said[1]), None)
    makes_known = verb is not None and "announce" in verb.keys
    return not makes_known or _LEADS.match(text, day.span[1], sentence.span[1]) is not None


def is_told_behind(context: Context, day: Span, cue: Cue) -> bool:
    """Return whether a cue is of what was said or ruled on a day: *ruled on Wednesday that it may be built*."""
    return cue.span[0] >= day[1] and _THAT.match(context.passages.document.text, day[1], cue.span[0]) is not None


_THAT = re.compile(r",?\s(?:that|que|qu['\u2019]|dass|che)(?!\w)", re.IGNORECASE)


def tells_of_news(context: Context, assertion: Assertion) -> bool:
    """Return whether the claim tells that a thing was announced, and no more: *announced the end of the line*."""
    news = [t.span for t in assertion.terms if "announce" in t.keys]
    done = predicates(context.reading.text, context.reading.language, assertion.span)
    return bool(news) and all(any(begin <= one < end for one, _ in news) for begin, end in done)


def is_the_news(context: Context, sentence: Sentence, cue: Cue) -> bool:
    """Return whether what is to come is what the page has somebody say: *said that it would end its service*."""
    said = (sentence.span[0] + citing.cue[1] for citing in citings(sentence.text, context.passages.language))
    return cue.kind in _TO_COME and any(end <= cue.span[1] for end in said)


_TO_COME = frozenset({CueKind.PLAN, CueKind.FORECAST, CueKind.FUTURE, CueKind.OBLIGATION, CueKind.POSSIBILITY})
