"""Stage 5, match: headlines, which leave out *is*: *Lumora to close its Brindle plant*."""

from claimcheck.matchers.words.clauses import is_written_figure
from claimcheck.matchers.words.cues import Cue, CueKind
from claimcheck.matchers.words.tokens import known_language, tokenise


def headline_plans(text: str, language: str) -> list[Cue]:
    """Return the cues of an English headline that something is to come: *Lumora to close its Brindle plant*.

    Newspapers leave *is* out there.  *From 5 to 10*, *a guide to pensions* and *paid to wait* are no such thing: behind
    *to* stands a verb, and before it somebody's name or a noun, with its article left out.
    """
    code = known_language(language)
    if code != "en":
        return []
    tokens = tokenise(text, code)
    for before, token, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        governed = before.form.endswith(("ed", "ing")) or before.form in _TAKE_TO
        if token.form == "to" and not governed and text[behind.start].islower() and _may_be_verb(behind.form):
            place = (token.start, token.end)
            return [Cue(CueKind.PLAN, text[place[0] : place[1]], place, (0, len(text)))]
    return []


def _may_be_verb(form: str) -> bool:
    return form not in _NO_VERBS and not is_written_figure(form, "en")


_TAKE_TO = frozenset(
    (
        *("guide", "road", "way", "path", "answer", "key", "access", "right", "return", "threat", "thanks", "due"),
        *("next", "back", "close", "up", "down", "over", "from", "paid", "told", "sent", "made", "left", "bound"),
    )
)
"""Words that *to* belongs to."""
_NO_VERBS = frozenset(
    (
        *("the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "this", "that", "these", "those"),
        *("all", "some", "date", "life", "death", "work", "school"),
    )
)
"""Words behind a *to* that is no infinitive's."""
