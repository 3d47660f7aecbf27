"""Stage 4, extract: a PDF's pages → runs of glyphs with where they stand; the one door to pypdfium2.

pypdfium2 reads 209 pages a second with 97 % of the numbers right; pdfminer reads 11 and pypdf 12, PyMuPDF is AGPL.
PDFium is not safe in threads: every call is made under one lock.

Runs are cut by geometry, not by PDFium's own line breaks: those set raised marks apart from their word and do not see
the gutter between columns.  Raised digits are treated as everywhere (see marks.py), so that a footnote never joins a
number.
"""

import ctypes
import math
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from claimcheck.errors import UnreadableError
from claimcheck.extractors.marks import raise_text

_LOCK = threading.RLock()
_GAP = 1.3
"""Heights of a line between two glyphs that no space between words fills: a gutter, or the next cell."""
_EMPTY_GAP = 0.8
"""The same where the page writes no space there: lines set to one width stretch the spaces that they have."""
_SPACE = 0.12
"""Heights of a line between two glyphs that are two words, where no space is written."""
_SAME_LINE = 0.35
_RAISED_SIZE = 0.85
_RAISED_BY = 0.12
_MOST_GLYPHS = 60_000
"""Glyphs read of one page: a page of print has 3,000 to 6,000."""
_BOLD = 600
_LONGEST_FONT = 128

_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""What PDFium gives for a hyphen at the end of a line."""


@dataclass(slots=True)
class Run:
    """Glyphs side by side on one line; ``y`` is their baseline, which grows upwards."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool = False
    last: float = 0.0
    """Where its last glyph begins: PDFium gives the letters of a ligature one place."""


@dataclass(slots=True)
class Sheet:
    """A page of a PDF."""

    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)


class Pdf:
    """An open PDF; to be used as a context."""

    def __init__(self, body: bytes) -> None:
        with _LOCK:
            import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - 64 ms that no start-up should pay
            from pypdfium2 import raw  # noqa: PLC0415 - as above

            self._raw: Any = raw
            try:
                self._document: Any = pypdfium2.PdfDocument(body)
                self.pages = len(self._document)
            except pypdfium2.PdfiumError as error:
                raise _explain(str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with _LOCK:
            self._document.close()

    def read_metadata(self) -> dict[str, str]:
        """Return the document information: ``Title``, ``CreationDate`` and others, and the catalog's ``Lang``."""
        with _LOCK:
            held: dict[str, str] = dict(self._document.get_metadata_dict(skip_empty=True))
            buffer = (ctypes.c_ushort * 64)()
            length = self._raw.FPDFCatalog_GetLanguage(self._document.raw, buffer, ctypes.sizeof(buffer))
            if 2 < length <= ctypes.sizeof(buffer):  # noqa: PLR2004 - its final NUL takes two bytes
                held["Lang"] = bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
        return held

    def read_sheet(self, number: int) -> Sheet:
        """Return a page by its number from 1; a page that is broken has no runs."""
        with _LOCK:
            try:
                page = self._document[number - 1]
            except Exception:  # noqa: BLE001 - PDFium's errors of one page are no reason to lose the others
                return Sheet(number, 0, 0)
            try:
                width, height = page.get_size()
                text = page.get_textpage()
                sheet = Sheet(number, width, height, list(_cut_runs(self._raw, text.raw, text.count_chars())))
                text.close()
            finally:
                page.close()
        return sheet


def _explain(message: str) -> UnreadableError:
    plain = message.lower()
    if "password" in plain or "security" in plain:
        return UnreadableError("the PDF is encrypted and asks for a password")
    return UnreadableError("the PDF is broken and cannot be opened")


def _cut_runs(raw: Any, page: Any, count: int) -> Iterator[Run]:
    """Give the runs of a page in the order in which they are drawn."""
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    run: Run | None = None
    raised = ""
    spaced = False
    end = 0
    for index in range(min(count, _MOST_GLYPHS)):
        code = raw.FPDFText_GetUnicode(page, index)
        glyph = _HYPHENS.get(code) or chr(code)
        if glyph.isspace() or code == 0:
            spaced = spaced or not raw.FPDFText_IsGenerated(page, index)
            continue
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        if not all(map(math.isfinite, (box.left, box.right, box.top, box.bottom, y.value))):
            continue  # placed by a matrix that leads nowhere: nobody sees it
        size = max(box.top - box.bottom, 0.1)
        if run is not None and _is_raised(run, glyph, size, y.value, box.left):
            raised += glyph
            run.right = max(run.right, box.right)
            continue
        if raised and run is not None:
            run.text += raise_text(run.text, raised, linked=False)
            raised = ""
        if run is not None and _continues(run, glyph, size, y.value, box.left, _GAP if spaced else _EMPTY_GAP):
            gap = box.left - run.right
            run.text += (" " if spaced or gap > _SPACE * size else "") + glyph
            run.right = max(run.right, box.right)
            run.last = box.left
        else:
            if run is not None:
                yield _finish(run, ends_bold=run.bold and _is_bold(raw, page, end))
            bold = _is_bold(raw, page, index)
            run = Run(glyph, box.left, box.right, y.value, size, bold, box.left)
        end = index
        spaced = False
    if run is not None:
        run.text += raise_text(run.text, raised, linked=False)
        yield _finish(run, ends_bold=run.bold and _is_bold(raw, page, end))


def _is_bold(raw: Any, page: Any, index: int) -> bool:
    """Return whether a glyph is bold; the fonts that every reader brings say so only in their name."""
    if raw.FPDFText_GetFontWeight(page, index) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(_LONGEST_FONT)
    length = raw.FPDFText_GetFontInfo(page, index, name, _LONGEST_FONT, ctypes.c_int())
    return 0 < length <= _LONGEST_FONT and any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))


def _is_raised(run: Run, glyph: str, size: float, y: float, left: float) -> bool:
    return (
        (glyph.isdigit() or glyph in "*†‡,[]abcdefnorstéè")
        and size < _RAISED_SIZE * run.size
        and _RAISED_BY * run.size < y - run.y < run.size
        and -0.5 * run.size < left - run.right < run.size
    )


def _continues(run: Run, glyph: str, size: float, y: float, left: float, widest: float) -> bool:
    if abs(y - run.y) > _SAME_LINE * max(run.size, size):
        return False
    if unicodedata.bidirectional(glyph) in {"R", "AL", "AN"}:
        return True
    return left >= run.last - 0.1 * size and left - run.right < widest * max(run.size, size)


def _finish(run: Run, *, ends_bold: bool) -> Run:
    run.text = run.text.translate(_LIGATURES)
    run.bold = ends_bold
    return run
