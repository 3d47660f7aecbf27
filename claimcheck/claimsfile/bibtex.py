"""Stage 1, load: BibTeX → entries.  The door to bibtexparser, which comes with the extra ``bibtex``.

Tried on exports of Zotero and on hostile files: bibtexparser 2 goes on after a broken entry and says which line it is
in, keeps entries apart that have one key, and never expands a string more than once.  pybtex stops at the first
mistake with nothing read, and forty ``@string`` lines that double each other take all of its memory.
"""

import logging
import re
from functools import partial

from bibtexparser import library
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, Field, ParsingFailedBlock

from claimcheck.claimsfile.bibliography import Bibliography, Work, address_of_doi, iso_date, language_of, unusable
from claimcheck.claimsfile.dates import first_day
from claimcheck.text import printable

_MAX_BLOCKS = 50_000
"""A block takes 40 µs, whether it is sound or not."""
_LONGEST_TEX = 4000
"""Characters; the decoder descends into every brace."""
_KEY = re.compile(r"@\s*\w+\s*[{(]\s*([^\s,{}]+)\s*,")
_URL = re.compile(r"\\url\s*\{([^{}]*)\}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_bibtex(text: str, file: str, into: Bibliography) -> None:
    """Take every entry of a BibTeX file in.

    Raises:
        ClaimsFileError: the file is no BibTeX, or has more than 50,000 entries.
    """
    if text.count("@") > _MAX_BLOCKS:
        raise unusable(file, f"more than {_MAX_BLOCKS:,} entries", "split the bibliography")
    library = _parse(text)
    if not library.entries and not library.failed_blocks:
        raise unusable(file, "neither CSL-JSON nor BibTeX", "export the bibliography as one of these")
    for entry in library.entries:
        into.add(entry.key, partial(_work, entry, file))
    for block in library.failed_blocks:
        _take_failed(block, file, into)


def _parse(text: str) -> library.Library:
    """Return what the library makes of a text; what it would print of broken entries is kept off the terminal."""
    logger = logging.getLogger("bibtexparser")
    quiet = logging.NullHandler()
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(quiet)
    try:
        return parse_string(text)
    finally:
        logger.removeHandler(quiet)
        logger.propagate = propagated


def _take_failed(block: ParsingFailedBlock, file: str, into: Bibliography) -> None:
    line = (block.start_line or 0) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        into.broken[block.key] = f"its key is there twice, again in line {line} of {file}"
        return
    found = _KEY.match(block.raw or "")
    if isinstance(block, DuplicateFieldKeyBlock):
        reason = f"it has {', '.join(sorted(block.duplicate_keys))} twice (line {line} of {file})"
    else:
        reason = f"it is no BibTeX (line {line} of {file})"
    if found:
        into.broken[found.group(1)] = reason
    else:
        into.unread.append(f"line {line} of {file}")


def _work(entry: Entry, file: str) -> Work:
    fields = {name.lower(): str(field.value) for name, field in entry.fields_dict.items()}
    embedded = _URL.search(fields.get("howpublished", "")) or _URL.search(fields.get("note", ""))
    url = _plain_url(fields.get("url", "")) or (_plain_url(embedded.group(1)) if embedded else "")
    publisher = next(
        (fields[k] for k in ("journaltitle", "journal", "publisher", "organization", "institution") if fields.get(k)),
        "",
    )
    return Work(
        file,
        url=url or address_of_doi(printable(fields.get("doi", ""))),
        title=_plain(fields.get("title", "")),
        author="; ".join(_plain(_in_order(name)) for name in _names(fields.get("author", ""))),
        publisher=_plain(publisher),
        issued=_issued(fields),
        accessed=_iso(fields.get("urldate", "")),
        language=language_of(printable(fields.get("langid", "") or fields.get("language", ""))),
    )


def _plain_url(value: str) -> str:
    inner = _URL.fullmatch(value.strip())
    return re.sub(r"\\([_%&#~])", r"\1", printable(inner.group(1) if inner else value).strip("{}<> "))


def _names(value: str) -> list[str]:
    return [name.strip() for name in f" {' '.join(value.split())} ".split(" and ") if name.strip()]


def _in_order(name: str) -> str:
    """Return ``Hao, Karen`` as ``Karen Hao``; a name in braces is an organisation's and stays."""
    family, comma, given = name.partition(",")
    return name if name.strip().startswith("{") or not comma else f"{given.strip()} {family.strip()}"


def _issued(fields: dict[str, str]) -> str:
    if found := _iso(fields.get("date", "")):
        return found
    month = fields.get("month", "").strip().lower()
    number = str(_MONTHS.index(month[:3]) + 1) if month[:3] in _MONTHS else month
    return iso_date(fields.get("year", "").strip(), number, fields.get("day", "").strip())


def _iso(value: str) -> str:
    """Return the day, the month or the year that a date begins with; of a period, its first."""
    first = value.partition("/")[0].strip().partition("T")[0]
    return first if first_day(first) else ""


def _plain(value: str) -> str:
    r"""Return a value without TeX: ``Caf\'e {\"u}ber`` gives ``Café über``."""
    if "\\" in value and len(value) <= _LONGEST_TEX:
        entry = Entry("misc", "x", [Field("title", value)])
        try:
            decoded = LatexDecodingMiddleware(allow_inplace_modification=False).transform_entry(
                entry, library.Library()
            )
        except RecursionError:
            return printable(re.sub(r"[\\{}]", "", value))
        if isinstance(decoded, Entry):
            value = str(decoded.fields_dict["title"].value)
    return printable(value.replace("{", "").replace("}", "").replace("``", "“").replace("''", "”").replace("~", " "))
