"""Stage 1, load: the YAML of a claims file as a tree of text, every node with its place.

No scalar is converted here: ``2022-04-20``, ``3_000`` and ``no`` stay the text they are.  The only other value is
nothing (an empty value, ``~`` or ``null`` without quotation marks), which is ``None``.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias


class Scalar(NamedTuple):
    """A text, or ``None`` where nothing was written; lines and columns count from 0, as everywhere in the tree."""

    text: str | None
    line: int
    column: int


class ListNode(NamedTuple):
    """A YAML sequence."""

    items: tuple["Node", ...]
    line: int
    column: int


class Mapping(NamedTuple):
    """A YAML mapping whose keys are all text, in the order of the file."""

    entries: dict[str, "Entry"]
    line: int
    column: int


class Entry(NamedTuple):
    """A key and its value; the place is that of the key."""

    key: str
    value: "Node"
    line: int
    column: int


Node: TypeAlias = Scalar | ListNode | Mapping
Placed: TypeAlias = Node | Entry
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Path: TypeAlias = Sequence[str | int]


def plain(node: Node) -> Plain:
    """Return the tree as the dicts, lists and texts that a schema validates; its depth is bounded by the parser."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def node_at(root: Node, path: Path) -> Node:
    """Return the node that a path of keys and indices leads to."""
    node = root
    for step in path:
        if isinstance(node, Mapping):
            node = node.entries[_key_of(node, step)].value
        elif isinstance(node, ListNode) and isinstance(step, int):
            node = node.items[step]
        else:
            raise KeyError(step)
    return node


def _key_of(node: Mapping, step: str | int) -> str:
    """Return the key that a step means; the validator takes a key that looks like a number, ``1:``, for an index."""
    if isinstance(step, str):
        return step
    return next((key for key in node.entries if key.isdecimal() and int(key) == step), str(step))


def place_at(root: Node, path: Path) -> Placed:
    """Return where to point for a path: the node, or its key where the node itself is nothing."""
    node = node_at(root, path)
    if path and isinstance(node, Scalar) and not node.text:
        parent = node_at(root, path[:-1])
        if isinstance(parent, Mapping):
            return parent.entries[_key_of(parent, path[-1])]
    return node


def is_sentence(key: str) -> bool:
    """Return whether a key is more than a word of small letters; as the schema has it, the one key of such a claim."""
    return not all("a" <= character <= "z" or character == "_" for character in key)


def members(node: Node) -> Iterator[Node]:
    """Give the items of a list; of anything else, itself: ``tags: a`` is ``tags: [a]``."""
    if isinstance(node, ListNode):
        yield from node.items
    else:
        yield node
