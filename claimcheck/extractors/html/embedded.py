"""Stage 4, extract: text that a page carries in its scripts rather than in its markup.

An article's ``articleBody`` in JSON-LD, or the state from which a script draws the page, is read where the visible text
is much less.  It is read as data: strings that are sentences become paragraphs, in the order they stand in; what stands
under a name such as ``related`` or ``footer`` keeps that role.  Depth, size and count are bounded; JSON that is broken
or too deep is passed over.
"""

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.enums import Role
from claimcheck.extractors.drafting import Draft, tidy
from claimcheck.extractors.html.pieces import PageFacts
from claimcheck.extractors.vocabulary import read_name

_DEEPEST = 60
_MOST_VALUES = 50_000
_MOST_CHARACTERS = 1_000_000
_LITTLE = 500
"""Characters of body text under which a page is a shell that a script fills."""
_PART = 0.6
_FEWEST_WORDS = 5
_ASSIGNED = re.compile(r"window(?:\.|\[[\"'])__\w{3,40}(?:[\"']\])?\s{0,5}=\s{0,5}(?=[\[{])")
_BLOCK_TAG = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|br|blockquote|tr|section)\b[^<>]{0,300}>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_NO_PROSE = frozenset(
    """
    url src href id slug path image images css class classname style script translations messages i18n locale locales
    config buildid env theme svg alt copyright license keywords description metadescription seo
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
"""Names of values that are no text of the page, or that say it again shorter."""


def load_json(text: str) -> Any:
    """Return a JSON value, none where the text is no JSON or nested too deep."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def walk_linked_data(facts: PageFacts) -> Iterator[dict[str, Any]]:
    """Give every object of the page's JSON-LD, those of lists and of ``@graph`` too, outermost first."""
    for text in facts.json_scripts:
        waiting = deque([(load_json(text.strip().removeprefix("<!--").removesuffix("-->").rstrip(";\n ")), 0)])
        for _ in range(_MOST_VALUES):
            if not waiting:
                break
            value, depth = waiting.popleft()
            if isinstance(value, dict):
                yield value
            inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            waiting.extend((held, depth + 1) for held in inner if depth < _DEEPEST)


def read_embedded(facts: PageFacts, drafts: Sequence[Draft], shown: int) -> list[Draft]:
    """Return the drafts of text that only the page's scripts hold; ``shown`` is how much body text is visible."""
    article = max((_article_body(item) for item in walk_linked_data(facts)), key=len, default="")
    found: list[Draft] = []
    if shown < _PART * len(article):
        found = [Draft(text) for text in _paragraphs(article)]
    elif shown < _LITTLE:
        for script in facts.state_scripts:
            found.extend(_read_state(script))
    seen = {draft.text for draft in drafts}
    fresh: list[Draft] = []
    size = 0
    for draft in found:
        size += len(draft.text)
        if draft.text and draft.text not in seen and size < _MOST_CHARACTERS:
            seen.add(draft.text)
            fresh.append(draft)
    return fresh


def _article_body(item: dict[str, Any]) -> str:
    body = item.get("articleBody") or item.get("reviewBody")
    return body if isinstance(body, str) else ""


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text that may be HTML, without its tags."""
    if "<" in text:
        text = _ANY_TAG.sub("", _BLOCK_TAG.sub("\n", text))
    if "&" in text:
        from html import unescape  # noqa: PLC0415 - few pages need it

        text = unescape(text)
    return [tidy(line) for line in text.split("\n") if line.strip()]


def _read_state(script: str) -> Iterator[Draft]:
    start = _ASSIGNED.search(script)
    if start is not None:
        try:
            value, _ = json.JSONDecoder().raw_decode(script, start.end())
        except (ValueError, RecursionError):
            return
    else:
        value = load_json(script)
    budget = _MOST_VALUES
    waiting: list[tuple[Any, int, Role]] = [(value, 0, Role.PARAGRAPH)]
    while waiting and budget:
        budget -= 1
        held, depth, role = waiting.pop()
        if isinstance(held, str):
            if _is_prose(held):
                yield from (Draft(text, role) for text in _paragraphs(held) if text)
        elif isinstance(held, dict) and depth < _DEEPEST:
            inner = [
                (value, depth + 1, _role_of(name, role))
                for name, value in held.items()
                if name.lower() not in _NO_PROSE
            ]
            waiting.extend(reversed(inner))
        elif isinstance(held, list) and depth < _DEEPEST:
            waiting.extend((value, depth + 1, role) for value in reversed(held))


def _role_of(name: str, role: Role) -> Role:
    said = read_name(name)
    return said if said is not None and role is Role.PARAGRAPH else role


def _is_prose(text: str) -> bool:
    return len(text.split(None, _FEWEST_WORDS)) >= _FEWEST_WORDS and not text.startswith(("http", "{", "["))
