"""Stage 1, load: what a claim cites → sources: an address, a name, a path, an entry of a bibliography, or a mapping."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from claimcheck.claimsfile.addresses import Fault, looks_like_address, read_address
from claimcheck.claimsfile.citing import Shelf
from claimcheck.claimsfile.complaints import Complaints, shown
from claimcheck.claimsfile.fragments import FragmentError, read_fragment
from claimcheck.claimsfile.paths import PathError, path_inside
from claimcheck.claimsfile.records import Damage, Record, text_of
from claimcheck.claimsfile.tree import Mapping, Node
from claimcheck.claimsfile.values import read_date
from claimcheck.enums import Code
from claimcheck.model import Source
from claimcheck.text import printable

_FILE = "file:"


@dataclass(slots=True)
class SourceReader:
    """Reads the sources of one claims file; a source that has a name is read once, whatever cites it."""

    complaints: Complaints
    folder: Path
    damage: Damage
    shelf: Shelf
    files: bool = True
    """Whether the files that are sources must be there."""
    named: dict[str, Source | None] = field(default_factory=dict)
    """The sources under ``sources``; nothing where one cannot be used."""
    used: set[str] = field(default_factory=set)

    def name_all(self, node: Node | None) -> None:
        """Read every source under ``sources``."""
        for name, entry in node.entries.items() if isinstance(node, Mapping) else ():
            source = None if id(entry.value) in self.damage.nodes else self._read(entry.value)
            self.named[name] = replace(source, name=name) if source is not None else None

    def read(self, node: Node) -> Source | None:
        """Return the source that a claim cites; nothing, and a problem, where it cannot be used."""
        name = text_of(node)
        if name and name in self.named:
            self.used.add(name)
            return self.named[name]
        return self._read(node)

    def warn_of_unused(self, node: Node | None) -> None:
        """Note a warning for every source under ``sources`` that nothing cites."""
        for name, entry in node.entries.items() if isinstance(node, Mapping) else ():
            if name not in self.used:
                self.complaints.warn(
                    entry, Code.UNUSED_SOURCE, f"no claim cites {shown(name)}", "remove it, or cite it"
                )

    def _read(self, node: Node) -> Source | None:
        if isinstance(node, Mapping):
            return self._read_keys(Record(node, self.damage))
        text = text_of(node)
        if text.startswith(_FILE):
            return self._file(node, text)
        if looks_like_address(text):
            return self._address(node, text)
        self._unknown(node, text)
        return None

    def _read_keys(self, record: Record) -> Source | None:
        if (url := record.get("url")) is not None:
            source = self._address(url, text_of(url))
        elif (path := record.get("file")) is not None:
            source = self._file(path, _FILE + text_of(path).removeprefix(_FILE))
        elif (key := record.get("cite")) is not None:
            source = self._cited(key)
        else:
            return None
        details: dict[str, Any] = {
            key: record.text(key) for key in ("title", "publisher", "url_status", "headers_from")
        }
        details["author"] = "; ".join(record.texts("author"))
        details["media_type"] = record.text("media_type").lower()
        details["language"] = primary_language(record.text("language"))
        details |= {key: read_date(record, key, self.complaints) for key in ("issued", "accessed", "archive_date")}
        if (copy := record.get("archive_url")) is not None:
            kept = self._address(copy, text_of(copy))
            details["archive_url"] = kept.address if kept is not None else ""
        if source is None:
            return None
        written = {key: value for key, value in details.items() if value}
        source = replace(source, location=self.complaints.at(record.node), **written)
        self._warn_of_oddities(source, record.node)
        return source

    def _address(self, node: Node, text: str) -> Source | None:
        read = read_address(text)
        if isinstance(read, Fault):
            self.complaints.add(node, Code.BAD_VALUE, read.message, read.hint)
            return None
        return Source(read.url, self.complaints.at(node), quotes=read.quotes, anchor=read.anchor)

    def _file(self, node: Node, text: str) -> Source | None:
        path, mark, fragment = text.removeprefix(_FILE).partition("#")
        try:
            if mark and (self.folder / (path + mark + fragment)).is_file():  # a file that has a # in its name
                path, fragment = path + mark + fragment, ""
            inside = path_inside(path.strip(), self.folder, missing=Code.UNKNOWN_SOURCE, needed=self.files)
            return Source(_FILE + inside, self.complaints.at(node), quotes=read_fragment(fragment))
        except PathError as error:
            self.complaints.add(node, error.code, str(error), error.hint)
        except FragmentError as error:
            message = f"the text fragment of the path cannot be read: {error}"
            self.complaints.add(node, Code.BAD_VALUE, message, "give the words under 'quote' instead")
        except OSError:
            self.complaints.add(node, Code.UNKNOWN_SOURCE, f"no file can have the path {shown(path)}", "check the path")
        return None

    def _cited(self, node: Node) -> Source | None:
        work = self.shelf.find(node, text_of(node))
        if work is None:
            return None
        source = self._address(node, work.url)
        if source is None:
            return None
        known = ("title", "author", "publisher", "issued", "accessed", "language")
        return replace(source, **{key: value for key in known if (value := getattr(work, key))})

    def _unknown(self, node: Node, text: str) -> None:
        from claimcheck.claimsfile.nearest import nearest  # noqa: PLC0415 - loaded on a mistake only

        key = text.removeprefix("@")
        if near := nearest(text, self.named):
            hint = f"did you mean {shown(near)}?"
        elif key in self.shelf.keys:
            hint = f"an entry of the bibliography is cited so: source: {{cite: {printable(key)}}}"
        else:
            hint = "write an address (https://…), file: and a path, or put the name under 'sources'"
        self.complaints.add(node, Code.UNKNOWN_SOURCE, f"there is no source of the name {shown(text)}", hint)

    def _warn_of_oddities(self, source: Source, node: Node) -> None:
        for message, hint in oddities(source):
            self.complaints.warn(node, Code.DOUBTFUL, message, hint)


def oddities(source: Source) -> list[tuple[str, str]]:
    """Return what is said of a source and cannot well be so, each with a way out."""
    found: list[tuple[str, str]] = []
    if source.url_status and source.url_status != "live" and not source.archive_url:
        found.append((f"the address is '{source.url_status}' and no archived copy is named", "add 'archive_url'"))
    if source.archive_url and source.archive_url == source.address:
        found.append(("the archived copy is at the address itself", "'url' is the original address"))
    if source.archive_date and not source.archive_url:
        found.append(("'archive_date' has no 'archive_url'", "add the address of the copy"))
    for later in ("accessed", "archive_date"):
        # As text: dates cut at the month or the year are compared as far as both go.
        written = getattr(source, later)
        length = min(len(written), len(source.issued))
        if length and written[:length] < source.issued[:length]:
            found.append((f"'{later}' ({written}) is before 'issued' ({source.issued})", "check the dates"))
    return found


def primary_language(tag: str) -> str:
    """Return the language of a tag in two letters, without its region: ``fr-CA`` gives ``fr``."""
    return tag.replace("_", "-").partition("-")[0].lower()
