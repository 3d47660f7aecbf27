"""Stage 4, extract: an HTML tree → pieces of text with what stood around them.

One walk writes everything down; nothing is decided here that needs to have seen the rest of the page.  Text is held
until a block begins or ends.  Raised text and links to notes are held apart, because what is read in their place
depends on all of it.
"""

from collections.abc import Callable

from claimcheck.enums import Role
from claimcheck.extractors.drafting import tidy
from claimcheck.extractors.html.elements import BLOCKS, ICONS, KINDS, LEVELS, NAMED, SCOPES, SKIPPED, STRUCK, VOID
from claimcheck.extractors.html.entries import Entry, Hold, Reading
from claimcheck.extractors.html.facts import FactsReader
from claimcheck.extractors.html.naming import said_by
from claimcheck.extractors.html.pieces import PageFacts, Piece, Scope
from claimcheck.extractors.html.tables import Table
from claimcheck.extractors.html.trees import Attributes
from claimcheck.extractors.lines import join_lines
from claimcheck.extractors.marks import is_note_mark, lower_text, part_marks, raise_text

_BREAK = "\x1e"
"""Stands for a line break while a block is held; no page can hold one that is seen."""
_LONGEST_TERM = 80
_MOST_HOLDS = 4
"""Raised text in raised text, and so on: more of it is a page that forgets to close its tags."""
_MOST_OPTIONS = 500
_PERMALINKS = frozenset({"\u00b6", "\u00a7", "#", "\U0001f517"})
"""What links of headings to themselves are drawn as."""
_DEEPEST = 150
"""Scopes in each other: what is nested deeper belongs to the deepest of them."""


class PageWalker:
    """Listens to a tree, and has ``pieces`` and ``facts`` when it has ended."""

    def __init__(self, reading: Reading) -> None:
        self.facts = PageFacts()
        self.root = Scope("html")
        self.pieces: list[Piece] = []
        self._reading = reading
        self._facts = FactsReader(self.facts)
        self._scope = self.root
        self._kind = Role.PARAGRAPH
        self._level = 0
        self._fixed = False
        self._entry = ""
        self._term = ""
        self._has_entry = False
        self._buffer: list[str] = []
        self._linked = 0
        self._links = 0
        self._preformatted = 0
        self._svg = 0
        self._options = 0
        self._picked = 0
        self._was_picked = False
        self._open: list[Entry] = []
        self._holds: list[Hold] = []
        self._tables: list[Table] = []

    # ------------------------------------------------------------------------------------------------ listening

    def open(self, tag: str, attributes: Attributes, /) -> bool:
        """Take note of an element; answer whether its content is to be told."""
        self.facts.elements += 1
        if tag in SKIPPED or self._facts.is_within:
            return False
        if self._facts.open(tag, attributes, self._scope):
            return True
        if tag == "br":
            self._buffer.append(_BREAK)
            return False
        if tag == "option":
            self._options += 1
            if self._options > _MOST_OPTIONS:
                return False
        if tag in VOID or (tag == "noscript" and not self._reading.scriptless) or self._is_hidden(tag, attributes):
            return False
        if tag in STRUCK and not self._reading.struck:
            self._open.append(Entry(tag, hold=self._hold(tag)))
            return True
        self._begin(tag, attributes)
        return True

    def text(self, text: str, /) -> None:
        """Take text."""
        if self._facts.text(text) or (not self._buffer and text.isspace()):
            return
        if self._picked:
            self._was_picked = self._was_picked or not text.isspace()
        if self._svg and not (self._open and self._open[-1].tag in {"text", "tspan", "textpath"}):
            return
        if self._links:
            self._linked += len(text.strip())
        self._buffer.append(text.replace("\n", _BREAK) if self._preformatted else text)

    def close(self, tag: str, /) -> None:
        """Take note that an element ended."""
        if self._facts.close(tag):
            return
        self._end(self._open.pop())

    def pick(self, *, begins: bool) -> None:
        """Take note of the part that the selector picks."""
        if begins and not self._picked:
            self._flush()
        self._picked += 1 if begins else -1
        if not begins and not self._picked:
            self._flush()

    def finish(self) -> None:
        """Write down what is still held."""
        self._flush()
        self.root.end()

    # ------------------------------------------------------------------------------------------------- elements

    def _begin(self, tag: str, attributes: Attributes) -> None:
        entry = Entry(tag)
        self._open.append(entry)
        if tag in SCOPES or "-" in tag or (tag in NAMED and ("class" in attributes or "id" in attributes)):
            self._begin_scope(entry, tag, attributes)
        elif tag in BLOCKS:
            self._flush()
        elif len(self._holds) < _MOST_HOLDS and _is_held(tag, attributes):
            entry.hold = self._hold(tag)
            entry.hold.linked = attributes.get("role") == "doc-noteref"
        if tag in KINDS:
            entry.kind, entry.level = self._kind, self._level
            self._kind, self._level = KINDS[tag], LEVELS.get(tag, 0)
        begin = _BEGINNINGS.get(tag)
        if begin is not None:
            begin(self, entry, attributes)

    def _end(self, entry: Entry) -> None:
        tag = entry.tag
        if entry.hold is not None:
            self._release(entry.hold)
        elif tag in SCOPES or tag in BLOCKS:
            self._flush()
        end = _ENDINGS.get(tag)
        if end is not None:
            end(self, entry)
        if entry.scope is not None:
            self._flush()
            self._scope.end()
            self._scope = entry.scope
        if entry.kind is not None:
            self._kind, self._level = entry.kind, entry.level

    def _begin_link(self, entry: Entry, attributes: Attributes) -> None:
        """A link into the page, or to nowhere, leads to no other text and does not make a menu."""
        href = (attributes.get("href") or "").lstrip()
        entry.leads = bool(href) and not (href.startswith("#") and self._kind is Role.HEADING)
        if entry.leads:
            self._links += 1
            self._scope.links += 1
        for hold in self._holds:
            hold.linked = True

    def _end_link(self, entry: Entry) -> None:
        if entry.leads:
            self._links -= 1

    def _begin_part(self, entry: Entry, attributes: Attributes) -> None:
        """A part of a table begins, and with it where pieces go."""
        if self._tables:
            self._flush()
            self._tables[-1].open(entry.tag, attributes)
            self.pieces = self._tables[-1].sink

    def _end_part(self, entry: Entry) -> None:
        if self._tables:
            self._flush()
            self._tables[-1].close(entry.tag)
            self.pieces = self._tables[-1].sink

    def _begin_control(self, _entry: Entry, _attributes: Attributes) -> None:
        """What readers press or choose is no text; a heading that can be pressed stays one."""
        if self._kind is not Role.HEADING:
            self._flush()
            self._fixed = True

    def _end_control(self, _entry: Entry) -> None:
        if self._fixed:
            self._flush()
            self._fixed = False

    def _begin_quotation(self, _entry: Entry, _attributes: Attributes) -> None:
        self._buffer.append("\u201c")

    def _end_quotation(self, _entry: Entry) -> None:
        self._buffer.append("\u201d")

    def _begin_preformatted(self, _entry: Entry, _attributes: Attributes) -> None:
        self._preformatted += 1

    def _end_preformatted(self, _entry: Entry) -> None:
        self._preformatted -= 1

    def _begin_entry(self, entry: Entry, _attributes: Attributes) -> None:
        self._entry = entry.tag

    def _end_entry(self, entry: Entry) -> None:
        if entry.tag == "dl":
            self._end_term()
        self._entry = ""

    def _begin_drawing(self, entry: Entry, _attributes: Attributes) -> None:
        if entry.tag == "svg":
            self._svg += 1
        elif self._svg:
            self._flush()

    def _end_drawing(self, entry: Entry) -> None:
        if entry.tag == "svg":
            self._svg -= 1
        elif self._svg:
            self._flush(Role.CAPTION)

    def _begin_scope(self, entry: Entry, tag: str, attributes: Attributes) -> None:
        role, by_name = said_by(tag, attributes, self._scope)
        if role is None and tag not in SCOPES:
            if tag in BLOCKS:
                self._flush()
            return
        self._flush()
        if self._scope.depth >= _DEEPEST:
            return
        entry.scope = self._scope
        self._scope = Scope(tag, self._scope, role, by_name, depth=self._scope.depth + 1)
        self._scope.has_body = tag == "main" or attributes.get("role") == "main"

    def _begin_table(self, entry: Entry, attributes: Attributes) -> None:
        self._flush()
        table = Table(attributes, self._scope)
        entry.sink = self.pieces
        self._tables.append(table)
        self.pieces = table.sink

    def _end_table(self, entry: Entry) -> None:
        self._flush()
        table = self._tables.pop()
        self.pieces = entry.sink if entry.sink is not None else []
        self.pieces.extend(table.finish())
        if self._tables:
            self._tables[-1].holds_table = True

    def _is_hidden(self, tag: str, attributes: Attributes) -> bool:
        if self._reading.hidden or tag in {"html", "body", "main", "article"}:
            return False
        if "hidden" in attributes and attributes["hidden"] != "until-found":
            return True
        if tag in ICONS and attributes.get("aria-hidden") == "true":
            return True
        style = attributes.get("style")
        if not style:
            return False
        plain = style.replace(" ", "").lower()
        return "display:none" in plain or "visibility:hidden" in plain

    # ------------------------------------------------------------------------------------------------- text held

    def _hold(self, tag: str) -> Hold:
        hold = Hold(tag, self._buffer)
        self._holds.append(hold)
        self._buffer = []
        return hold

    def _release(self, hold: Hold) -> None:
        """Put what is read in the place of held text behind the text before it."""
        if hold not in self._holds:
            return
        self._holds.remove(hold)
        inner = "".join(self._buffer)
        self._buffer = hold.outer
        if hold.tag in STRUCK:
            self.facts.struck += len(inner)
            self._buffer.append(" ")
        elif hold.tag == "sup":
            self._buffer.append(raise_text("".join(hold.outer[-4:]), inner, linked=hold.linked))
        elif hold.tag == "sub":
            self._buffer.append(lower_text(inner))
        elif inner.strip() in _PERMALINKS:
            pass
        elif not (is_note_mark(inner) and (hold.linked or inner.strip()[:1] in "[(")):
            self._buffer.append(inner)

    def _end_holds(self) -> None:
        """A block ended inside of raised text: it was no such thing."""
        for hold in reversed(self._holds):
            if hold.tag not in STRUCK:
                self._buffer = hold.outer + self._buffer
            else:
                self.facts.struck += len("".join(self._buffer))
                self._buffer = hold.outer
        self._holds.clear()

    def _flush(self, role: Role | None = None) -> None:
        """Write down the text held so far as one piece, or as one for each of its lines that stand apart."""
        if not self._buffer:
            return
        if self._holds:
            self._end_holds()
        raw = "".join(self._buffer)
        self._buffer = []
        linked, self._linked = self._linked, 0
        picked, self._was_picked = self._was_picked, False
        texts = [tidy(raw)] if _BREAK not in raw else self._split(raw)
        share = min(1.0, linked / max(1, sum(map(len, texts)))) if linked else 0.0
        for text in texts:
            if text:
                self._write(part_marks(text), role or self._kind, round(share * len(text)), picked=picked)

    def _split(self, raw: str) -> list[str]:
        if self._kind is Role.HEADING:
            return [tidy(raw)]
        return join_lines([tidy(line) for line in raw.split(_BREAK)])

    def _write(self, text: str, role: Role, linked: int, *, picked: bool) -> None:
        if self._entry == "dt" and len(text) <= _LONGEST_TERM:
            self._end_term()
            self._term = text
            return
        if self._entry == "dd" and self._term:
            text = f"{self._term}{' ' if self._term.endswith(':') else ': '}{text}"
            self._has_entry = True
        if self._level == 1:
            self.facts.headings.append(text)
            self._scope.has_body = True
        self._put(text, role, linked, picked=picked)

    def _end_term(self) -> None:
        """Write down a term that no entry explained."""
        term, self._term = self._term, ""
        if term and not self._has_entry:
            self._put(term, Role.LIST_ITEM, 0, picked=not self._reading.selecting)
        self._has_entry = False

    def _put(self, text: str, role: Role, linked: int, *, picked: bool) -> None:
        scope = self._scope
        scope.characters += len(text)
        scope.linked += linked
        piece = Piece(text, Role.NAVIGATION if self._fixed else role, scope=scope, level=self._level, linked=linked)
        piece.fixed = self._fixed
        piece.picked = picked or not self._reading.selecting
        self.pieces.append(piece)


def _is_held(tag: str, attributes: Attributes) -> bool:
    """Return whether what is read in the place of an element depends on all of its text."""
    return tag in {"sup", "sub"} or (tag == "a" and (attributes.get("href") or "").startswith("#"))


_PARTS = ("td", "th", "tr", "thead", "tbody", "tfoot")
_CONTROLS = ("button", "option", "optgroup")
_BEGINNINGS: dict[str, Callable[[PageWalker, Entry, Attributes], None]] = {
    "a": PageWalker._begin_link,  # noqa: SLF001 - this table is a part of the class
    "table": PageWalker._begin_table,  # noqa: SLF001 - as above
    **dict.fromkeys(_PARTS, PageWalker._begin_part),  # noqa: SLF001 - as above
    **dict.fromkeys(_CONTROLS, PageWalker._begin_control),  # noqa: SLF001 - as above
    "q": PageWalker._begin_quotation,  # noqa: SLF001 - as above
    "pre": PageWalker._begin_preformatted,  # noqa: SLF001 - as above
    **dict.fromkeys(("dt", "dd"), PageWalker._begin_entry),  # noqa: SLF001 - as above
    **dict.fromkeys(("svg", "text"), PageWalker._begin_drawing),  # noqa: SLF001 - as above
}
_ENDINGS: dict[str, Callable[[PageWalker, Entry], None]] = {
    "a": PageWalker._end_link,  # noqa: SLF001 - as above
    "table": PageWalker._end_table,  # noqa: SLF001 - as above
    **dict.fromkeys(_PARTS, PageWalker._end_part),  # noqa: SLF001 - as above
    **dict.fromkeys(_CONTROLS, PageWalker._end_control),  # noqa: SLF001 - as above
    "q": PageWalker._end_quotation,  # noqa: SLF001 - as above
    "pre": PageWalker._end_preformatted,  # noqa: SLF001 - as above
    **dict.fromkeys(("dl", "dt", "dd"), PageWalker._end_entry),  # noqa: SLF001 - as above
    **dict.fromkeys(("svg", "text"), PageWalker._end_drawing),  # noqa: SLF001 - as above
}
