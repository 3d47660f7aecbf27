"""The media type that a body really has, and what is done with each."""

import zlib

import pytest
from extractors.readings import EXTRACTOR, page_of
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UnreadableError, UnsupportedTypeError
from claimcheck.extractors.sniffing import sniff_media_type

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"
HTML = b"<!doctype html><title>x</title><p>y"
NOISE = bytes(number * number * 31 % 256 for number in range(2000)) + bytes(100)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.mark.parametrize(
    ("body", "declared", "url", "kind"),
    [
        (HTML, "text/html", "", "text/html"),
        (HTML, "text/plain", "", "text/html"),
        (HTML, "application/octet-stream", "", "text/html"),
        (HTML, "", "", "text/html"),
        (b"\n\n  <!-- made by hand -->\n<html>", "", "", "text/html"),
        (b"\xef\xbb\xbf<HTML>", "", "", "text/html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "text/plain", "", "text/html"),
        (HTML, "image/png", "", "text/html"),
        (PDF, "text/html", "", "application/pdf"),
        (PDF, "application/octet-stream", "", "application/pdf"),
        (PDF, "", "", "application/pdf"),
        (b"junk " * 50 + PDF, "text/plain", "", "application/pdf"),
        (b"<!doctype html><p>the bytes %PDF-1.4 begin a PDF", "text/html", "", "text/html"),
        (PNG, "text/html", "", "image/png"),
        (b"\xff\xd8\xff\xe0", "", "", "image/jpeg"),
        (b"\x1f\x8b\x08\x00", "text/html", "", "application/gzip"),
        (
            b"PK\x03\x04" + b"x" * 30 + b"word/document.xml",
            "",
            "",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (b"PK\x03\x04", "text/plain", "", "application/zip"),
        (b"\x00\x00\x00\x20ftypisom", "", "", "video/mp4"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "", "", "image/webp"),
        (b"a\x00b\x00\x01\x02", "application/octet-stream", "", "application/octet-stream"),
        (b'{"a": 1}', "", "", "application/json"),
        (b'[{"a": 1}]', "application/octet-stream", "", "application/json"),
        (b"[12] is what it says", "", "", "text/plain"),
        (b"{not json}", "", "", "text/plain"),
        (b"Just words.", "", "", "text/plain"),
        (b"Just words.", "text/plain", "", "text/plain"),
        (b"# Title", "text/plain", "https://x.test/README.md", "text/markdown"),
        (b"a,b\n1,2", "text/plain", "https://x.test/t.csv?raw=1", "text/csv"),
        (b"<rss version=2.0>", "", "", "application/xml"),
        (b"x", "text/HTML; charset=utf-8", "", "text/html"),
        (b"x", "text/x-markdown", "", "text/markdown"),
        (NOISE, "text/html; charset=utf-8", "", "application/octet-stream"),
        (b"<p>" + NOISE, "text/html", "", "text/html"),
        ("Sama in Kenya. ".encode("utf-16-le") * 9, "text/html", "", "text/html"),
        ("<html><p>é\u4e00</p>".encode("utf-32-be") * 9, "text/html", "", "text/html"),
        (b"Sama\0 in\0 Kenya", "text/html", "", "text/html"),
    ],
)
def test_bytes_prove_or_correct_what_the_header_says(body: bytes, declared: str, url: str, kind: str) -> None:
    assert sniff_media_type(body, declared, url) == kind


@pytest.mark.parametrize(
    ("body", "declared", "named"),
    [
        (PNG, "text/html", "image/png"),
        (b"\x1f\x8b\x08\x00", "text/plain", "application/gzip"),
        (b"x", "video/mp4", "video/mp4"),
        (b"x", "application/vnd.ms-excel", "application/vnd.ms-excel"),
        (b"\x00\x01\x02", "", "application/octet-stream"),
    ],
)
def test_a_type_that_nothing_reads_is_refused_by_its_real_name(body: bytes, declared: str, named: str) -> None:
    with pytest.raises(UnsupportedTypeError, match=named):
        EXTRACTOR.extract(page_of(body, declared))


@pytest.mark.parametrize("body", [b"", b"   \n\t "])
def test_an_empty_body_is_unreadable(body: bytes) -> None:
    with pytest.raises(UnreadableError, match="empty"):
        EXTRACTOR.extract(page_of(body))


def test_the_document_has_the_type_that_was_found() -> None:
    assert EXTRACTOR.extract(page_of(HTML, "text/plain")).media_type == "text/html"


@given(st.binary(max_size=3000), st.sampled_from(["", "text/html", "text/plain", "application/json", "text/csv"]))
def test_no_bytes_of_a_readable_type_raise_anything_but_unreadable(body: bytes, declared: str) -> None:
    try:
        document = EXTRACTOR.extract(page_of(body, declared))
    except UnreadableError:
        return
    assert all(0 <= start < end <= len(document.text) for start, end in (block.span for block in document.blocks))


def test_compressed_noise_is_no_text() -> None:
    with pytest.raises(UnsupportedTypeError):
        EXTRACTOR.extract(page_of(b"\x00" + zlib.compress(b"x" * 500), "application/octet-stream"))
