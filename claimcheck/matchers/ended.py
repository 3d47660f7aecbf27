"""What a page tells only to say that it holds no more: *I was opposed to it*, then *I no longer am*."""

import re

from claimcheck.matchers.context import Context
from claimcheck.matchers.passages import Sentence
from claimcheck.matchers.replies import holds_no_longer


def is_ended(context: Context, sentence: Sentence) -> bool:
    """Return whether a page says right behind a sentence that it holds no more, and the claim does not tell of then."""
    then = _WAS.search(context.reading.text) is not None
    return not then and holds_no_longer(context.passages.sentences, sentence, context.passages.language)


_WAS = re.compile(
    r"\b(?:was|were|used to|étai(?:t|ent|s)|avai(?:t|ent)|era|eran|estaba|estaban|war|waren|eram|estava|estavam"
    r"|erano)\b",
    re.IGNORECASE,
)
"""Forms by which a claim tells of what was so."""
