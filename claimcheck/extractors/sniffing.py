"""Stage 4, extract: which media type a body really is, whatever its header says.

A header is believed where the bytes do not prove it wrong.  Bytes prove a PDF, a picture or an archive; they make
HTML likely, which is taken over ``text/plain`` and over types that nothing here reads.
"""

import re

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\x1f\x8b", "application/gzip"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"OggS", "application/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"\x00asm", "application/wasm"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
    (b"\x7fELF", "application/x-elf"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_ZIPPED = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (b"mimetypeapplication/epub+zip", "application/epub+zip"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
)
_PDF_WITHIN = 1024
"""Readers accept a PDF whose header stands anywhere in the first 1,024 bytes."""
_HEAD = 4096
_NOISY = 4
"""NUL bytes in the head, at even and at odd places: UTF-16 has them at one of the two, noise has eight at each."""

_HTML = re.compile(
    rb"\s{0,2000}(?:<!--.{0,2000}?-->\s{0,200})?(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,2000}?-->\s{0,200})?"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|style|link|div|table|h1|p|article|main|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s{0,2000}<(?:\?xml\b|rss\b|feed\b)", re.IGNORECASE)
_JSON = re.compile(rb"\s{0,2000}(?:\{\s{0,200}(?:\"|\})|\[\s{0,200}[\[{\"])")
_ALIASES = {
    "application/xhtml": "application/xhtml+xml",
    "application/x-pdf": "application/pdf",
    "text/pdf": "application/pdf",
    "text/x-markdown": "text/markdown",
    "application/markdown": "text/markdown",
    "application/x-javascript": "text/javascript",
    "application/csv": "text/csv",
    "text/json": "application/json",
    "text/xml": "application/xml",
}
_SUFFIXES = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".json": "application/json",
}
_MARKUP = frozenset({"text/html", "application/xhtml+xml"})
_VAGUE = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream", "application/download"})
"""Types that servers give to what they do not know."""


def sniff_media_type(body: bytes, declared: str = "", url: str = "") -> str:
    """Return the media type of a body: proven by its bytes, else as declared, else by the address or the text."""
    claimed = declared.partition(";")[0].strip().lower()
    claimed = _ALIASES.get(claimed, claimed)
    proven = _prove(body)
    if proven:
        return proven
    head = body[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if claimed in _MARKUP and _is_noise(head):
        return "application/octet-stream"
    if claimed not in _VAGUE and not _is_binary_type(claimed):
        return claimed
    if _HTML.match(head):
        return "text/html"
    if _is_binary_type(claimed):
        return claimed
    if _looks_binary(body):
        return "application/octet-stream"
    path = url.partition("?")[0].partition("#")[0].lower()
    named = next((kind for suffix, kind in _SUFFIXES.items() if path.endswith(suffix)), "")
    if named:
        return named
    if claimed == "text/plain":
        return claimed
    if _XML.match(head):
        return "application/xml"
    return "application/json" if _JSON.match(head) else "text/plain"


def _prove(body: bytes) -> str:
    if b"%PDF-" in body[:_PDF_WITHIN] and not _HTML.match(body[:_HEAD]):
        return "application/pdf"
    for magic, kind in _MAGIC:
        if body.startswith(magic):
            return _name_zip(body) if kind == "application/zip" else kind
    if body[4:8] == b"ftyp":
        return "video/mp4"
    if body.startswith(b"RIFF"):
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(body[8:12], "video/x-msvideo")
    return ""


def _name_zip(body: bytes) -> str:
    head = body[:_HEAD]
    return next((kind for mark, kind in _ZIPPED if mark in head), "application/zip")


def _is_binary_type(kind: str) -> bool:
    return kind.startswith(("image/", "video/", "audio/", "font/")) and kind != "image/svg+xml"


def _looks_binary(body: bytes) -> bool:
    """Return whether a body holds bytes that no text has: NUL, without the byte order mark of UTF-16."""
    return b"\x00" in body[:_HEAD] and not body.startswith((b"\xff\xfe", b"\xfe\xff"))


def _is_noise(head: bytes) -> bool:
    """Return whether what is sent as a page is none: NUL where UTF-16 has none, and no tag that a page begins with."""
    places = (head[::2].count(0), head[1::2].count(0))
    return min(places) >= _NOISY and not _HTML.match(head.replace(b"\x00", b""))
