"""Stage 1, load: path → ClaimsFile, in five steps: read, parse, check the structure, read the sources, read the claims.

Each step goes on after a mistake as far as the rest still means something, so that all mistakes are told at once.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from claimcheck.claimsfile.citing import Shelf
from claimcheck.claimsfile.claims import ClaimReader
from claimcheck.claimsfile.complaints import Complaints
from claimcheck.claimsfile.parsing import parse
from claimcheck.claimsfile.reading import read_text
from claimcheck.claimsfile.records import Damage, Record
from claimcheck.claimsfile.sources import SourceReader, primary_language
from claimcheck.claimsfile.structure import check_structure
from claimcheck.claimsfile.tree import Mapping
from claimcheck.claimsfile.values import read_aliases
from claimcheck.enums import Code
from claimcheck.model import ClaimsFile, Location

_START = "run 'claimcheck init' to write a starter"


def load_claims(
    path: Path | str, *, today: date | None = None, text: str | None = None, files: bool = True
) -> ClaimsFile:
    """Return the claims of a file, each with its sources and its place, and warnings of what is likely a mistake.

    Args:
        path: the claims file; locations name it as it is given here.
        text: what to read in the place of what the file holds now, such as an earlier version of it.
        today: the day against which an ``ignore`` has ended, for a warning; by default the day it is, in UTC.
        files: whether the files that are sources must be there; not where what they held was recorded.

    Raises:
        ClaimsFileError: the file cannot be used; it lists every problem, in file order.
    """
    with _no_collection():
        return _load(path, today or datetime.now(tz=UTC).date(), text, files=files)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector still for as long as everything made is kept.

    Loading makes some thirty objects a claim and drops none: to look through them again and again takes a third
    of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(path: Path | str, today: date, text: str | None, *, files: bool) -> ClaimsFile:
    file = str(path)
    folder = Path(path).parent
    text = read_text(Path(path), file, missing=_START) if text is None else text
    complaints = Complaints(file)
    if not text.strip():
        complaints.add(Location(file, 1, 1), Code.FILE_UNUSABLE, "the file is empty", _START)
    complaints.check()
    root = parse(text, complaints)
    if root is None and not complaints.problems:
        complaints.add(Location(file, 1, 1), Code.NO_CLAIMS, "there is no claim in the file", _START)
    damage = check_structure(root, complaints) if root is not None else Damage()
    if not isinstance(root, Mapping) or id(root) in damage.nodes:
        complaints.check()
        raise AssertionError("a root that is no mapping breaks the schema")
    return _build(Record(root, damage), folder, complaints, today, files=files)


def _build(record: Record, folder: Path, complaints: Complaints, today: date, *, files: bool) -> ClaimsFile:
    shelf = Shelf(complaints, folder)
    shelf.place(record)
    sources = SourceReader(complaints, folder, record.damage, shelf, files)
    sources.name_all(record.get("sources"))
    claims = ClaimReader(complaints, sources, record, today).read_all()
    complaints.check()
    sources.warn_of_unused(record.get("sources"))
    return ClaimsFile(
        complaints.file,
        claims,
        article=record.text("article"),
        language=primary_language(record.text("language")),
        aliases=read_aliases(record.get("aliases"), record.damage),
        warnings=complaints.ordered_warnings(),
    )
