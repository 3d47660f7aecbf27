"""Stage 1, load: the key of ``cite`` → the entry of a bibliography, read when the first key is looked up."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.claimsfile.bibliography import Bibliography, Work, read_bibliography
from claimcheck.claimsfile.complaints import Complaints, shown
from claimcheck.claimsfile.paths import PathError, path_inside
from claimcheck.claimsfile.records import Record, text_of
from claimcheck.claimsfile.tree import Node
from claimcheck.enums import Code
from claimcheck.errors import ClaimsFileError
from claimcheck.text import printable


@dataclass(slots=True)
class Shelf:
    """The bibliographies of one claims file."""

    complaints: Complaints
    folder: Path
    paths: list[str] = field(default_factory=list)
    named: bool = False
    """Whether the claims file names any bibliography, be it one that cannot be used."""
    incomplete: bool = False
    """Whether one cannot be used, so that a key may be missing for that reason alone."""
    _bibliography: Bibliography | None = None

    def place(self, record: Record) -> None:
        """Note where the bibliographies of the file are; one that is missing is a problem, cited or not."""
        self.named = record.has("bibliography")
        self.incomplete = self.named and record.get("bibliography") is None
        for node in record.all("bibliography"):
            try:
                self.paths.append(path_inside(text_of(node), self.folder, missing=Code.BIBLIOGRAPHY))
            except PathError as error:
                self.complaints.add(node, error.code, str(error), error.hint)
                self.incomplete = True

    @property
    def keys(self) -> Collection[str]:
        """The keys of all entries that can be cited."""
        return self._read().works.keys()

    def find(self, node: Node, key: str) -> Work | None:
        """Return the entry with this key; nothing, and a problem, where there is none or it has no address."""
        bibliography = self._read()
        if reason := bibliography.broken.get(key):
            message = f"the entry {shown(key)} of the bibliography cannot be used: {printable(reason)}"
            self.complaints.add(node, Code.BIBLIOGRAPHY, message, "mend the entry")
        elif key not in bibliography.works:
            self._miss(node, key, bibliography)
        else:
            work = bibliography.works[key]()
            if work.url:
                return work
            message = f"the entry {shown(key)} of the bibliography has no address"
            hint = f"give it a URL or a DOI in {printable(work.file)}, or cite the source by 'url'"
            self.complaints.add(node, Code.BIBLIOGRAPHY, message, hint)
        return None

    def _miss(self, node: Node, key: str, bibliography: Bibliography) -> None:
        from claimcheck.claimsfile.nearest import nearest  # noqa: PLC0415 - loaded on a mistake only

        if self.incomplete:  # told already; the key may well be in the file that cannot be used
            return
        if not self.named:
            message = f"{shown(key)} is cited, and the file names no bibliography"
            self.complaints.add(node, Code.BIBLIOGRAPHY, message, "add 'bibliography: references.json' (or .bib)")
            return
        near = nearest(key, bibliography.works)
        unread = f"; {printable(', '.join(bibliography.unread[:3]))} cannot be read" if bibliography.unread else ""
        hint = f"did you mean {shown(near)}?" if near else f"check the key{unread}"
        self.complaints.add(node, Code.UNKNOWN_SOURCE, f"the bibliography has no entry {shown(key)}", hint)

    def _read(self) -> Bibliography:
        """Read all bibliographies, once; those that cannot be used are problems."""
        if self._bibliography is None:
            self._bibliography = Bibliography()
            for path in self.paths:
                full = self.folder / path
                try:
                    read_bibliography(full, str(full), self._bibliography)
                except ClaimsFileError as error:
                    self.complaints.problems.extend(error.problems)
                    self.incomplete = True
        return self._bibliography
