"""Stage 1, load: the files under ``bibliography`` → entries that ``cite`` looks up.

CSL-JSON is read here, BibTeX next door.  CSL-JSON is as the schema of the Citation Style Language 1.0.2 has it:
``id``, ``URL``, ``DOI``, ``author`` as name parts, ``issued`` as ``date-parts``.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from claimcheck.claimsfile.dates import first_day
from claimcheck.claimsfile.reading import read_text
from claimcheck.enums import Code
from claimcheck.errors import ClaimsFileError
from claimcheck.model import Location, Problem
from claimcheck.text import printable


@dataclass(frozen=True, slots=True)
class Work:
    """What an entry of a bibliography says of a source; empty where it says nothing."""

    file: str
    """The bibliography it stands in."""
    url: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    issued: str = ""
    accessed: str = ""
    language: str = ""


@dataclass(slots=True)
class Bibliography:
    """The entries of all bibliographies by their key, and what was wrong with those that cannot be used."""

    works: dict[str, Callable[[], Work]] = field(default_factory=dict)
    """Each is read when it is cited: of a library of thousands, an article cites a few."""
    broken: dict[str, str] = field(default_factory=dict)
    """Why the entry with this key cannot be used."""
    unread: list[str] = field(default_factory=list)
    """Entries whose key could not even be read: ``line 12 of refs.bib``."""

    def add(self, key: str, work: Callable[[], Work]) -> None:
        """Take an entry in; a second one with its key makes both unusable, for which is meant cannot be known."""
        if key in self.works or key in self.broken:
            self.broken[key] = "its key is there twice"
        else:
            self.works[key] = work


def read_bibliography(path: Path, file: str, into: Bibliography) -> None:
    """Take the entries of a CSL-JSON or a BibTeX file in; which one it is shows in its first character.

    Raises:
        ClaimsFileError: the file cannot be read, or is neither.
    """
    text = read_text(path, file, code=Code.BIBLIOGRAPHY)
    if text.lstrip()[:1] in {"[", "{"}:
        _read_csl(text, file, into)
    else:
        _import_bibtex(file)(text, file, into)


def _import_bibtex(file: str) -> Any:
    try:
        from claimcheck.claimsfile.bibtex import read_bibtex  # noqa: PLC0415 - needs the extra 'bibtex'
    except ImportError:
        raise unusable(
            file, "reading BibTeX takes a library that is not installed", "pip install 'claimcheck-cli[bibtex]'"
        ) from None
    return read_bibtex


def unusable(file: str, message: str, hint: str, line: int = 1, column: int = 1) -> ClaimsFileError:
    """Return the error of a bibliography that cannot be used."""
    return ClaimsFileError((Problem(Location(file, line, column), Code.BIBLIOGRAPHY, message, hint),))


def _read_csl(text: str, file: str, into: Bibliography) -> None:
    try:
        loaded = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"not valid JSON: {error.msg.lower()}"
        raise unusable(file, message, "export the bibliography again", error.lineno, error.colno) from None
    except (RecursionError, ValueError):  # nested a thousand deep; a number of five thousand digits
        raise unusable(file, "JSON that no bibliography has", "export the bibliography again") from None
    items = list(loaded.values()) if isinstance(loaded, dict) and "id" not in loaded else loaded
    items = items if isinstance(items, list) else [items]
    if not all(isinstance(item, dict) and "id" in item for item in items):
        raise unusable(file, "not CSL-JSON: every entry has an 'id'", "export the bibliography as CSL-JSON")
    for item in items:
        into.add(str(item["id"]), partial(_csl_work, item, file))


def _csl_work(item: dict[str, Any], file: str) -> Work:
    return Work(
        file,
        url=_text(item.get("URL")) or address_of_doi(_text(item.get("DOI"))),
        title=_text(item.get("title")),
        author=_csl_names(item.get("author")),
        publisher=_text(item.get("container-title")) or _text(item.get("publisher")),
        issued=_csl_date(item.get("issued")),
        accessed=_csl_date(item.get("accessed")),
        language=language_of(_text(item.get("language"))),
    )


def _csl_names(names: object) -> str:
    found: list[str] = []
    for name in names if isinstance(names, list) else []:
        if isinstance(name, dict):
            parts = (name.get("given"), name.get("non-dropping-particle"), name.get("family"), name.get("suffix"))
            found.append(_text(name.get("literal")) or " ".join(filter(None, map(_text, parts))))
    return "; ".join(filter(None, found))


def _csl_date(value: object) -> str:
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return iso_date(*map(_text, parts[0][:3]))
    raw = _text(value.get("raw")) or _text(value.get("literal"))
    return raw if first_day(raw) else ""


def iso_date(year: str = "", month: str = "", day: str = "") -> str:
    """Return as much of a date as there is, in ISO 8601; empty where there is no such date."""
    written = year.zfill(4)
    if month.isdigit():
        written += f"-{month.zfill(2)}"
        if day.isdigit():
            written += f"-{day.zfill(2)}"
    return written if first_day(written) else ""


def address_of_doi(doi: str) -> str:
    """Return the address that a DOI resolves at, after the DOI Handbook, section 3.8; empty without one."""
    bare = doi.removeprefix("https://doi.org/").removeprefix("http://dx.doi.org/").removeprefix("doi:").strip()
    return f"https://doi.org/{bare}" if bare.startswith("10.") else ""


_LANGUAGES = {
    "english": "en", "american": "en", "british": "en", "usenglish": "en", "ukenglish": "en",
    "french": "fr", "francais": "fr", "français": "fr", "german": "de", "ngerman": "de", "deutsch": "de",
    "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "brazilian": "pt",
}  # fmt: skip


def language_of(name: str) -> str:
    """Return the two letters of a language that a bibliography names; empty where it is none that is read here."""
    primary = name.lower().replace("_", "-").partition("-")[0].strip()
    return primary if len(primary) == 2 and primary.isalpha() else _LANGUAGES.get(primary, "")  # noqa: PLR2004 - ISO 639-1


def _text(value: object) -> str:
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    return printable(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
