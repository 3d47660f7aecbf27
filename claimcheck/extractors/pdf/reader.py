"""Stage 4, extract: a PDF → Document, with page numbers.

Read: pages in order, up to a number of pages and a time, after which the document is cut and says so.  Not read:
pictures of text; a PDF that has nothing else is unreadable, and says why.
"""

import re
import time
from collections.abc import Sequence

from claimcheck.enums import Role
from claimcheck.errors import UnreadableError
from claimcheck.extractors.datelines import read_dateline, read_iso
from claimcheck.extractors.drafting import Bounds, Draft, assemble, tidy
from claimcheck.extractors.pdf.furniture import mark_running
from claimcheck.extractors.pdf.glyphs import Pdf
from claimcheck.extractors.pdf.layout import order_lines
from claimcheck.extractors.pdf.paragraphs import ParagraphReader
from claimcheck.extractors.selecting import refuse_selector
from claimcheck.extractors.vocabulary import read_heading, says_correction
from claimcheck.model import Document, Issued, Page

MOST_PAGES = 2_000
MOST_SECONDS = 12.0
"""Well below what the workshop gives a page: a long document is cut, and not lost."""
BOUNDS = Bounds(characters=3_000_000, blocks=100_000)
"""A report of a thousand pages is read whole, whatever memory that takes: it is one that people cite."""
_FEWEST_CHARACTERS = 10
_HEAD_BLOCKS = 25
_EARLIEST = 1900
"""Documents older than the web are scanned, and say their date on their first page."""
_LONGEST_LINE = 120
_NO_TITLE = re.compile(
    r"untitled|\(?unspecified\)?|microsoft word|document\d*$|.{0,80}\.(?:docx?|pdf|indd|tex|qxd)$", re.IGNORECASE
)
_XMP_DATE = re.compile(rb"<(?:prism:publicationDate|dc:date)>(?:\s{0,99}<[^<>]{1,40}>){0,3}\s{0,99}([\dT:+Z.-]{4,35})")
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")


def read_pdf(page: Page, media_type: str, *, selector: str = "") -> Document:
    """Return the text of a PDF.

    Raises:
        UnreadableError: it is encrypted, broken, or has no text but pictures of it; or a selector is given.
    """
    refuse_selector(selector, media_type)
    with Pdf(page.body) as pdf:
        metadata = pdf.read_metadata()
        pages = []
        ends = time.monotonic() + MOST_SECONDS
        for number in range(1, min(pdf.pages, MOST_PAGES) + 1):
            if time.monotonic() > ends:
                break
            pages.append(order_lines(pdf.read_sheet(number)))
        cut = f"the first {len(pages):,} of {pdf.pages:,} pages" if len(pages) < pdf.pages else ""
    mark_running(pages)
    drafts = _label(list(ParagraphReader([line for lines in pages for line in lines]).read()))
    if sum(len(draft.text) for draft in drafts) < _FEWEST_CHARACTERS:
        raise UnreadableError("the PDF holds no text: it was probably scanned" if pages else "the PDF has no page")
    text, blocks, truncated = assemble(drafts, BOUNDS)
    return Document(
        text=text,
        blocks=blocks,
        title=_read_title(metadata, drafts),
        language=metadata.get("Lang", "").split("-")[0].lower()[:3],
        issued=_read_issued(page.body, metadata, drafts),
        media_type=media_type,
        truncated=cut or truncated,
    )


def _label(drafts: list[Draft]) -> list[Draft]:
    """Give drafts the section they stand in, and the role that the section's heading says."""
    section = ""
    role: Role | None = None
    caption = ""
    for draft in drafts:
        if draft.role is Role.HEADING:
            section = draft.text
            said = read_heading(draft.text)
            role = said if said in {Role.REFERENCES, Role.CORRECTION, Role.NAVIGATION} else None
        draft.section = section
        if draft.role is Role.CAPTION:
            caption = draft.text
        elif draft.role is Role.TABLE_ROW:
            draft.label = caption
        else:
            caption = ""
        if role is Role.NAVIGATION:
            # A table of contents: lines that end in the number of a page.
            draft.role = role if draft.text[-1:].isdigit() else draft.role
        elif draft.role in {Role.PARAGRAPH, Role.LIST_ITEM}:
            draft.role = role or (Role.CORRECTION if says_correction(draft.text) else draft.role)
    return drafts


def _read_title(metadata: dict[str, str], drafts: Sequence[Draft]) -> str:
    title = tidy(metadata.get("Title", ""))
    if title and not _NO_TITLE.match(title):
        return title[:300]
    return next((draft.text for draft in drafts[:_HEAD_BLOCKS] if draft.role is Role.HEADING), "")


def _read_issued(body: bytes, metadata: dict[str, str], drafts: Sequence[Draft]) -> Issued | None:
    """Return the date that the first page shows, else that of the metadata; of its making as a last resort."""
    for draft in drafts[:_HEAD_BLOCKS]:
        if draft.page == 1 and len(draft.text) <= _LONGEST_LINE and not draft.role.is_boilerplate:
            for issued in read_dateline(draft.text, earliest=_EARLIEST):
                return issued
    said = _XMP_DATE.search(body)
    if said is not None:
        for issued in read_iso(said.group(1).decode("ascii"), "PDF metadata"):
            return issued
    made = _PDF_DATE.match(metadata.get("CreationDate", ""))
    if made is not None:
        for issued in read_iso("-".join(part for part in made.groups() if part), "PDF metadata (creation date)"):
            return issued
    return None
