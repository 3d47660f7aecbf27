"""Stage 1, load: tree → claims; what a schema cannot see: ids there twice, sources that do not exist, days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from claimcheck.claimsfile.complaints import Complaints, shown
from claimcheck.claimsfile.ids import id_maker
from claimcheck.claimsfile.records import Record
from claimcheck.claimsfile.sources import SourceReader, primary_language
from claimcheck.claimsfile.tree import Entry, Mapping, Node, Scalar, is_sentence, members
from claimcheck.claimsfile.values import read_date, read_expectations, read_ignore, read_locator, read_quotes
from claimcheck.enums import Code, Severity
from claimcheck.model import Claim, Source

_NO_SOURCE_HINT = "add 'source:' with an address, file: and a path, or the name of a source"


@dataclass(slots=True)
class ClaimReader:
    """Reads the claims of one claims file."""

    complaints: Complaints
    sources: SourceReader
    file: Record
    today: date
    make_id: Callable[[str], str] = field(default_factory=lambda: id_maker(()))

    def read_all(self) -> tuple[Claim, ...]:
        """Return every claim that can be read; what cannot is a problem."""
        records = list(self._records())
        self.make_id = id_maker(self._check_ids(records))
        read = [(claim, record.node) for record in records if (claim := self._read(record)) is not None]
        self._warn_of_repeats(read)
        return tuple(claim for claim, _ in read)

    def _records(self) -> Iterator[Record]:
        defaults = self.file.get("defaults")
        for node in self.file.all("claims"):
            if isinstance(node, Mapping):
                yield Record(_with_keys(node), self.file.damage, defaults if isinstance(defaults, Mapping) else None)

    def _check_ids(self, records: list[Record]) -> list[str]:
        """Note a problem for every id that an earlier claim has; return all ids that are written."""
        first: dict[str, Node] = {}
        for record in records:
            node, text = record.get("id"), record.text("id")
            if node is None or not text:
                continue
            if text in first:
                message = f"the id {shown(text)} is already that of the claim in line {first[text].line + 1}"
                self.complaints.add(node, Code.DUPLICATE_ID, message, "rename one of them")
            else:
                first[text] = node
        return list(first)

    def _read(self, record: Record) -> Claim | None:
        words, text = record.get("claim"), record.text("claim")
        if words is not None and not text:
            self.complaints.add(words, Code.BAD_VALUE, "the claim is empty", "write the sentence as published")
        sources = self._sources(record)
        require = self._require(record, sources)
        claim = Claim(
            id=record.text("id") or (self.make_id(text) if text else ""),
            text=text,
            sources=tuple(source for source in sources if source is not None),
            location=self.complaints.at(record.node),
            require=require,
            expect=read_expectations(record, self.complaints),
            quotes=read_quotes(record),
            trans_quote=record.text("trans_quote"),
            language=primary_language(record.text("language") or self.file.text("language")),
            locator=read_locator(record),
            severity=Severity(record.text("severity") or Severity.ERROR),
            tags=record.texts("tags"),
            notes=record.text("notes"),
            recheck_after=self._recheck(record),
            ignore=read_ignore(record, self.complaints),
        )
        self._warn_of_expiry(claim, record)
        return claim if text else None

    def _sources(self, record: Record) -> list[Source | None]:
        """Return the sources of a claim, its own before those of ``defaults``; nothing for each that cannot be used."""
        own = Record(record.node, record.damage)
        holder = own if own.has("source") or own.has("sources") else record
        if not (holder.has("source") or holder.has("sources")):
            self.complaints.add(record.node, Code.NO_SOURCE, "the claim has no source", _NO_SOURCE_HINT)
            return []
        value = holder.get("source") or holder.get("sources")
        nodes = list(members(value)) if value is not None else []
        found = [None if id(node) in record.damage.nodes else self.sources.read(node) for node in nodes]
        self._check_distinct(nodes, found)
        return found

    def _check_distinct(self, nodes: list[Node], found: list[Source | None]) -> None:
        """Note a problem for a source that a claim cites twice: one page must not count as two that agree."""
        seen: dict[str, Node] = {}
        for node, source in zip(nodes, found, strict=True):
            if source is not None and source.address in seen:
                message = f"the claim cites {shown(source.address)} twice"
                hint = "keep one; several quotes of a page go into a list, under 'quote'"
                self.complaints.add(node, Code.BAD_VALUE, message, hint)
            elif source is not None:
                seen[source.address] = node

    def _require(self, record: Record, sources: list[Source | None]) -> int:
        node, text = record.get("require"), record.text("require")
        if node is None or not text or text == "any":
            return 1
        if text == "all":
            return max(1, len(sources))
        number = int(text)
        if sources and number > len(sources):
            count = f"{len(sources)} source{'s' if len(sources) > 1 else ''}"
            place: Node = node if "require" in record.node.entries else record.node
            message = f"'require' asks for {number} sources, and the claim has {count}"
            self.complaints.add(place, Code.BAD_VALUE, message, "add sources, or write require: all")
        return number

    def _recheck(self, record: Record) -> str:
        text = record.text("recheck_after")
        return text if " " in text else read_date(record, "recheck_after", self.complaints)

    def _warn_of_expiry(self, claim: Claim, record: Record) -> None:
        ignore = claim.ignore
        if ignore is not None and ignore.until is not None and ignore.until < self.today:
            message = f"'ignore' ended on {ignore.until}: the claim is judged again"
            place = record.node.entries["ignore"]
            self.complaints.warn(place, Code.IGNORE_EXPIRED, message, "remove it, or give it a later day and a reason")

    def _warn_of_repeats(self, read: list[tuple[Claim, Mapping]]) -> None:
        # The same sentence may ask for several things: another quote, another page, another number of sources.
        first: dict[tuple[object, ...], Claim] = {}
        for claim, node in read:
            sources = frozenset((source.address, source.quotes) for source in claim.sources)
            asked = claim.require, claim.locator, tuple((e.kind, e.text, e.op, e.unit) for e in claim.expect)
            key = (claim.text, sources, *asked, tuple((q.exact, q.prefix, q.suffix) for q in claim.quotes))
            earlier = first.setdefault(key, claim)
            if earlier is not claim:
                message = f"the claim in line {earlier.location.line} says the same of the same source"
                self.complaints.warn(node, Code.DOUBTFUL, message, "remove one of them")


def _with_keys(node: Mapping) -> Mapping:
    """Return a claim in one line as one with keys; any other as it is."""
    if len(node.entries) != 1:
        return node
    ((text, entry),) = node.entries.items()
    if not is_sentence(text):
        return node
    _, source, line, column = entry
    words = Entry("claim", Scalar(text, line, column), line, column)
    return Mapping({"claim": words, "source": Entry("source", source, line, column)}, line, column)
