"""Stage 1, load: text → tree of nodes.  The door to PyYAML.

PyYAML's events and not its nodes: the composer says nothing of a duplicate key, and takes four times as long (0.93 s
against 0.22 s on 10,000 claims).  ruamel.yaml was tried: it keeps comments, which reading does not need, and takes
11.5 s.  libyaml does the parsing; where PyYAML was built without it, its own parser does, and gives the
same trees.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from claimcheck.claimsfile.characters import control_problems, first_control
from claimcheck.claimsfile.complaints import Complaints, shown
from claimcheck.claimsfile.tree import Entry, ListNode, Mapping, Node, Scalar
from claimcheck.claimsfile.yaml_errors import explain_error
from claimcheck.enums import Code
from claimcheck.model import Location

MAX_DEPTH = 16
"""How many lists and mappings may stand in each other; the deepest key of the format stands in seven."""
MAX_NODES = 500_000
"""How many values a file may have, with those that its aliases repeat."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TEXT_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str"})
_COLLECTION_TAGS = frozenset({None, "!", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})

FAST_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StopParsingError(Exception):
    """What follows cannot be read; the problem is noted."""


def parse(text: str, complaints: Complaints, loader: type = FAST_LOADER) -> Node | None:
    """Return the tree of a text that is one YAML document; nothing where it is empty or cannot be parsed.

    Every problem is noted in ``complaints``; a duplicate key, for one, keeps its first value.
    """
    if controls := control_problems(text, complaints.file):
        complaints.problems.extend(controls)
        return None
    builder = _Builder(complaints)
    try:
        for event in _events(text, complaints, loader):
            builder.take(event)
    except _StopParsingError:
        return None
    return builder.root


def _events(text: str, complaints: Complaints, loader: type) -> Iterator[Event]:
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        complaints.problems.append(explain_error(error, text, complaints.file))
        raise _StopParsingError from None
    except (yaml.YAMLError, ValueError) as error:
        # ValueError: the pure parser's chr() and int() on an escape or a directive that is out of range.
        complaints.add(Location(complaints.file, 1, 1), Code.YAML_SYNTAX, f"not valid YAML: {shown(str(error))}")
        raise _StopParsingError from None


@dataclass(slots=True)
class _Frame:
    """A list or a mapping whose end has not come yet."""

    start: CollectionStartEvent
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    """The key that waits for its value."""
    skips: bool = False
    """Whether the value that comes next belongs to no usable key."""
    size: int = 1


@dataclass(slots=True)
class _Builder:
    """Makes a tree of events, with a stack of its own: the depth of a file costs no recursion."""

    complaints: Complaints
    root: Node | None = None
    documents: int = 0
    frames: list[_Frame] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self._add(self._scalar(event), 1, event)
        elif isinstance(event, CollectionStartEvent):
            self._open(event)
        elif isinstance(event, CollectionEndEvent):
            self._close()
        elif isinstance(event, AliasEvent):
            self._repeat(event)
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._stop(event, "a second document begins here", "keep one document: remove the line '---'")

    def _scalar(self, event: ScalarEvent) -> Scalar:
        line, column = _place(event)
        if event.tag not in _TEXT_TAGS:
            self._refuse_tag(event, event.tag)
        text: str | None = event.value
        if event.implicit[0] and text in _NULLS:
            text = None
        elif event.style == '"' and (control := first_control(event.value)):
            message = f"an escape gives the control character U+{ord(control):04X}"
            self._note(event, message, "leave it out; in '…' a backslash is a backslash")
        return Scalar(text, line, column)

    def _open(self, event: CollectionStartEvent) -> None:
        if event.tag not in _COLLECTION_TAGS:
            self._refuse_tag(event, event.tag)
        if len(self.frames) >= MAX_DEPTH:
            self._stop(event, f"nested deeper than {MAX_DEPTH} levels", "a claims file needs seven at most")
        frame = self.frames[-1] if self.frames else None
        if frame and frame.is_mapping and frame.key is None and not frame.skips:
            self._note(
                event, "a list or a mapping stands where a key is expected", "a key is a word; quote {…} and […]"
            )
        self.frames.append(_Frame(event, isinstance(event, MappingStartEvent)))

    def _close(self) -> None:
        frame = self.frames.pop()
        line, column = _place(frame.start)
        node: Node
        node = Mapping(frame.entries, line, column) if frame.is_mapping else ListNode(tuple(frame.items), line, column)
        self._add(node, frame.size, frame.start)

    def _repeat(self, event: AliasEvent) -> None:
        known = self.anchors.get(event.anchor or "")
        if known is None:
            within = any(frame.start.anchor == event.anchor for frame in self.frames)
            what = "is inside what it stands for" if within else "has no anchor before it"
            self._stop(
                event, f"the alias *{event.anchor} {what}", "text that begins with * goes between quotation marks"
            )
        else:
            self._add(*known, event)

    def _add(self, node: Node, size: int, event: NodeEvent) -> None:
        """Put a finished node where it belongs, and remember it if it has an anchor."""
        if event.anchor and not isinstance(event, AliasEvent):
            self.anchors[event.anchor] = (node, size)
        if not self.frames:
            self.root = node
            return
        frame = self.frames[-1]
        frame.size += size
        if frame.size > MAX_NODES:
            self._stop(event, f"more than {MAX_NODES:,} values", "split the file; an alias counts as all it stands for")
        if not frame.is_mapping:
            frame.items.append(node)
        elif frame.skips:
            frame.skips = False
        elif frame.key is None:
            self._take_key(frame, node, event)
        else:
            self._set(frame, frame.key, node)

    def _take_key(self, frame: _Frame, node: Node, event: NodeEvent) -> None:
        if not isinstance(node, Scalar):
            frame.skips = True
        elif node.text == "<<" and isinstance(event, ScalarEvent) and event.implicit[0]:
            self._note(event, "merge keys (<<) are not read", "put what claims share under 'defaults'")
            frame.skips = True
        else:
            frame.key = node

    def _set(self, frame: _Frame, key: Scalar, node: Node) -> None:
        frame.key = None
        text = key.text or ""
        if first := frame.entries.get(text):
            message = f"the key {shown(text)} stands here for the second time; first in line {first.line + 1}"
            hint = (
                "keep one; several sources go into a list, under 'sources'" if text == "source" else "keep one of them"
            )
            self.complaints.add(key, Code.DUPLICATE_KEY, message, hint)
        else:
            frame.entries[text] = Entry(text, node, key.line, key.column)

    def _refuse_tag(self, event: Event, tag: str | None) -> None:
        self._note(
            event,
            f"tags are not read: {shown(tag or '')}",
            "remove it; text that begins with ! goes between quotation marks",
        )

    def _note(self, event: Event, message: str, hint: str) -> None:
        line, column = _place(event)
        location = Location(self.complaints.file, line + 1, column + 1)
        self.complaints.add(location, Code.YAML_SYNTAX, message, hint)

    def _stop(self, event: Event, message: str, hint: str) -> None:
        self._note(event, message, hint)
        raise _StopParsingError


def _place(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line, mark.column) if mark is not None else (0, 0)
