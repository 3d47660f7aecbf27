"""Stage 4, extract: what a page says of itself in its head, its scripts and its attributes, taken in passing."""

from claimcheck.extractors.html.pieces import PageFacts, Scope
from claimcheck.extractors.html.trees import Attributes

_MOST = 2_000
"""Metas, times and ids that are kept of one page."""
_MOST_SCRIPTS = 60
_LONGEST_SCRIPT = 3_000_000
_STATE_IDS = frozenset({"__next_data__", "__nuxt_data__", "__apollo_state__", "__preloaded_state__"})
_STATE_NAMES = (
    "__NUXT__",
    "__APOLLO_STATE__",
    "__INITIAL_STATE__",
    "__PRELOADED_STATE__",
    "__NEXT_DATA__",
    "__remixContext",
)
_MAY_BE_META = ("name", "property", "itemprop", "http-equiv")


class FactsReader:
    """Fills the facts of a page while it is walked."""

    def __init__(self, facts: PageFacts) -> None:
        self._facts = facts
        self._kind = ""
        self._within = ""
        self._text: list[str] = []
        self._in_body = False

    @property
    def is_within(self) -> bool:
        """Whether an element is open whose text is none of the page's: one in a drawing may hold others."""
        return bool(self._within)

    def open(self, tag: str, attributes: Attributes, scope: Scope) -> bool:
        """Take note of an element; answer whether its text is none of the page's."""
        facts = self._facts
        if tag == "script":
            self._begin(tag, _kind_of_script(attributes))
            return True
        if tag == "title":
            self._begin(tag, "svg-title" if self._in_body or facts.title else "title")
            return True
        if tag == "meta":
            self._read_meta(attributes)
        elif tag == "html":
            facts.language = facts.language or (attributes.get("lang") or attributes.get("xml:lang") or "").strip()
        elif tag == "body":
            self._in_body = True
        elif tag == "link" and (attributes.get("rel") or "").lower() == "canonical":
            facts.canonical = facts.canonical or attributes.get("href") or ""
        elif tag == "input":
            facts.password = facts.password or (attributes.get("type") or "").lower() == "password"
        elif tag == "time" and attributes.get("datetime"):
            self._read_time(attributes, scope)
        elif "itemprop" in attributes:
            self._read_meta(attributes)
        if "id" in attributes and len(facts.names) < _MOST:
            facts.names.add((attributes["id"] or "").lower())
        return False

    def text(self, text: str) -> bool:
        """Take text that is none of the page's; answer whether it was."""
        if not self._within:
            return False
        self._text.append(text)
        return True

    def close(self, tag: str) -> bool:
        """Take note that an element ended; answer whether it was one of these."""
        if self._within != tag:
            return False
        text = "".join(self._text)
        facts = self._facts
        if self._kind == "title":
            facts.title = text[:_MOST]
        elif len(text) <= _LONGEST_SCRIPT:
            if self._kind == "ld+json" and len(facts.json_scripts) < _MOST_SCRIPTS:
                facts.json_scripts.append(text)
            elif len(facts.state_scripts) < _MOST_SCRIPTS and (
                self._kind == "state" or (self._kind == "script" and any(name in text for name in _STATE_NAMES))
            ):
                facts.state_scripts.append(text)
        self._within, self._kind, self._text = "", "", []
        return True

    def _begin(self, tag: str, kind: str) -> None:
        self._within, self._kind, self._text = tag, kind, []

    def _read_meta(self, attributes: Attributes) -> None:
        content = attributes.get("content") or attributes.get("datetime") or ""
        if not content or len(self._facts.metas) >= _MOST:
            return
        for key in _MAY_BE_META:
            name = attributes.get(key)
            if name:
                self._facts.metas.append((name.strip().lower(), content.strip()))

    def _read_time(self, attributes: Attributes, scope: Scope) -> None:
        published = "pubdate" in attributes or (attributes.get("itemprop") or "").lower() == "datepublished"
        said = (attributes.get("datetime") or "").strip()
        scope.time = scope.time or said
        if len(self._facts.times) < _MOST:
            self._facts.times.append((said, published, scope))


def _kind_of_script(attributes: Attributes) -> str:
    kind = (attributes.get("type") or "").partition(";")[0].strip().lower()
    if kind == "application/ld+json":
        return "ld+json"
    if (attributes.get("id") or "").lower() in _STATE_IDS or kind == "application/json":
        return "state"
    return "script"
