"""Stage 1, load: typed access to the values of a mapping, for what is sound in it.

What breaks the schema is told elsewhere and reads as absent here, but is known to be there: a claim whose source
is badly written is not called a claim without a source.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.claimsfile.tree import Mapping, Node, Scalar, members


@dataclass(frozen=True, slots=True)
class Damage:
    """What of a tree breaks the schema and is not read on; nodes are known by their identity, for the tree lives on."""

    nodes: frozenset[int] = frozenset()
    slips: frozenset[tuple[int, str]] = frozenset()
    """Mappings, each with a key that it has under a misspelt name."""


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping of the file, or of its ``defaults`` where it has no such key itself."""

    node: Mapping
    damage: Damage
    defaults: Mapping | None = None

    def has(self, key: str) -> bool:
        """Return whether the key is there, whatever its value, and even if it is misspelt."""
        return any(
            key in mapping.entries or (id(mapping), key) in self.damage.slips
            for mapping in (self.node, self.defaults)
            if mapping is not None
        )

    def get(self, key: str) -> Node | None:
        """Return the value of a key, if it is there and sound."""
        entry = self.node.entries.get(key)
        if entry is None and self.defaults is not None:
            entry = self.defaults.entries.get(key)
        return self._sound(entry.value) if entry is not None else None

    def text(self, key: str) -> str:
        """Return the text of a key; empty where there is none."""
        return text_of(self.get(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a key that holds one or a list of them."""
        return tuple(text_of(node) for node in self.all(key))

    def all(self, key: str) -> Iterator[Node]:
        """Give every sound value of a key that holds one or a list of them."""
        value = self.get(key)
        for node in members(value) if value is not None else ():
            if (sound := self._sound(node)) is not None:
                yield sound

    def record(self, key: str) -> "Record | None":
        """Return the mapping of a key, if it holds one."""
        return self.within(self.get(key))

    def within(self, node: Node | None) -> "Record | None":
        """Return another mapping of the same file as a record without defaults."""
        return Record(node, self.damage) if isinstance(node, Mapping) else None

    def _sound(self, node: Node) -> Node | None:
        return None if id(node) in self.damage.nodes else node


def text_of(node: Node | None) -> str:
    """Return the text of a scalar on one line, without space around it; empty for anything else."""
    if not isinstance(node, Scalar) or node.text is None:
        return ""
    text = node.text.strip()
    return " ".join(filter(None, map(str.strip, text.splitlines()))) if "\n" in text else text
