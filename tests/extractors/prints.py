"""PDFs for tests, made by reportlab and by fpdf2."""

import io
from collections.abc import Sequence

from fpdf import FPDF
from fpdf.enums import AccessPermission, EncryptionMethod
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from claimcheck.model import Page

LINE_HEIGHT = 14
_FONT = "Vera"
"""The one font that reportlab brings: it has ligatures."""


def page_of_pdf(body: bytes) -> Page:
    """Return a page that is this PDF."""
    return Page("https://x.test/a.pdf", body, "application/pdf")


def draw(
    pages: Sequence[Sequence[tuple[float, float, str] | tuple[float, float, str, str, float]]], **facts: str
) -> bytes:
    """Return a PDF with texts at places."""
    if _FONT not in getRegisteredFontNames():
        registerFont(TTFont(_FONT, "Vera.ttf"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    canvas.setTitle(facts.get("title", ""))
    for texts in pages:
        for x, y, text, *font in texts:
            name, size = font or ("Helvetica", 11.0)
            canvas.setFont(str(name), float(size))
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def column(x: float, y: float, lines: Sequence[str]) -> list[tuple[float, float, str]]:
    """Return lines one below the other."""
    return [(x, y - LINE_HEIGHT * number, line) for number, line in enumerate(lines)]


def lock(text: str) -> bytes:
    """Return a PDF that asks for a password."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=StandardEncryption("secret", "owner"), invariant=True)
    canvas.drawString(50, 700, text)
    canvas.save()
    return out.getvalue()


def forbid_copying(text: str) -> bytes:
    """Return a PDF that anyone may open, and that asks its readers not to copy from it."""
    pdf = FPDF()
    pdf.set_encryption(
        owner_password="owner", encryption_method=EncryptionMethod.RC4, permissions=AccessPermission.none()
    )
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.cell(text=text)
    return bytes(pdf.output())


def scan() -> bytes:
    """Return a PDF whose page is a picture."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for row in range(40):
        canvas.rect(50, 50 + 15 * row, 400, 7, fill=1)
    canvas.save()
    return out.getvalue()


def write(paragraphs: Sequence[str], *, lang: str = "", title: str = "") -> bytes:
    """Return a PDF whose lines fpdf2 breaks."""
    pdf = FPDF()
    if lang:
        pdf.set_lang(lang)
    if title:
        pdf.set_title(title)
    pdf.add_page()
    pdf.set_font("Times", size=11)
    for paragraph in paragraphs:
        pdf.multi_cell(w=90, text=paragraph, align="J", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(4)
    return bytes(pdf.output())
