#!/usr/bin/env python3
"""Throws bytes that a fuzzer makes up at what reads a stranger's bytes: ``python3 tools/fuzz.py html --seconds 600``.

Whatever the bytes, nothing but the errors that are meant for them may come out.  atheris (libFuzzer for Python) makes
the bytes up, and keeps those that reach code which no others did; what it finds is written beside the corpus, and
belongs below ``tests/fuzz/finds/TARGET/``, where the tests try it again without atheris (``--replay``).
"""

import argparse
import importlib
import importlib.util
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DEFAULT_SECONDS = 60
_LONGEST = 20_000
"""Bytes of one input: more takes longer and finds no more."""


def fuzz_claims(data: bytes) -> None:
    """Load a claims file; it has its claims or its problems, each with its place."""
    from claimcheck.claimsfile import load_claims  # noqa: PLC0415 - after the instrumentation
    from claimcheck.errors import ClaimsFileError  # noqa: PLC0415

    try:
        loaded = load_claims("claims.yaml", text=data.decode("utf-8", "replace"))
    except ClaimsFileError as error:
        _demand(bool(error.problems), "an error without a problem")
        _demand(all(p.location.line >= 1 and p.location.column >= 1 for p in error.problems), "a place before the file")
    else:
        _demand(bool(loaded.claims), "no claim and no problem")


def fuzz_headers(data: bytes) -> None:
    """Read what a server says of a body, and the body by it: type, charset, coding, redirect."""
    from claimcheck.extractors.charsets import decode_body  # noqa: PLC0415
    from claimcheck.extractors.sniffing import sniff_media_type  # noqa: PLC0415
    from claimcheck.fetchers.decoding import Decoding, DecodingError  # noqa: PLC0415
    from claimcheck.fetchers.media_types import read_media_type  # noqa: PLC0415
    from claimcheck.fetchers.outcomes import Failure  # noqa: PLC0415
    from claimcheck.fetchers.recording import keep_headers  # noqa: PLC0415
    from claimcheck.fetchers.redirects import read_location  # noqa: PLC0415

    head, _, body = data.partition(b"\n")
    value = head.decode("latin-1")
    media_type, charset = read_media_type(value)
    decode_body(body, charset or value)
    sniff_media_type(body, media_type, "https://example.org/a")
    target = read_location("https://example.org/a/b", value)
    _demand(isinstance(target, Failure) or target.startswith(("http://", "https://")), "a redirect out of the web")
    keep_headers(((value[:40], value),))
    try:
        decoding = Decoding(value)
        size = 0
        for piece in decoding.pieces(body):
            size += len(piece)
            if size > 20_000_000:  # noqa: PLR2004 - whoever reads stops at a cap
                break
    except DecodingError:
        pass


def fuzz_html(data: bytes) -> None:
    """Read a page of HTML into a document whose blocks are within its text."""
    from claimcheck.errors import UnreadableError  # noqa: PLC0415
    from claimcheck.extractors.html.reader import read_html  # noqa: PLC0415
    from claimcheck.extractors.workshop import TooDoubtfulError  # noqa: PLC0415
    from claimcheck.model import Document, Page  # noqa: PLC0415

    selector = "p" if data[:1] == b"p" else ""
    try:
        document: Document = read_html(Page("https://example.org/a", data, "text/html"), "text/html", selector=selector)
    except (UnreadableError, TooDoubtfulError):
        return
    _check(document.text, [block.span for block in document.blocks])


def fuzz_pdf(data: bytes) -> None:
    """Read a PDF into a document whose blocks are within its text."""
    from claimcheck.errors import UnreadableError  # noqa: PLC0415
    from claimcheck.extractors.pdf.reader import read_pdf  # noqa: PLC0415
    from claimcheck.model import Page  # noqa: PLC0415

    try:
        document = read_pdf(Page("https://example.org/a", data, "application/pdf"), "application/pdf")
    except UnreadableError:
        return
    _check(document.text, [block.span for block in document.blocks])


def fuzz_warc(data: bytes) -> None:
    """Read a WARC file; it is refused, or gives exchanges."""
    from claimcheck.errors import UsageError  # noqa: PLC0415
    from claimcheck.warc.reading import WarcFile  # noqa: PLC0415

    with tempfile.NamedTemporaryFile(suffix=".warc") as file:
        file.write(data)
        file.flush()
        try:
            held = WarcFile(Path(file.name))
        except UsageError:
            return
        held.exchange_at("http://example.org/a")
        _demand(held.day.year > 0, "a file without a day")


def _check(text: str, spans: list[tuple[int, int]]) -> None:
    end = 0
    for start, stop in spans:
        _demand(end <= start <= stop <= len(text), f"a block at {start}:{stop} of {len(text)}")
        end = stop


def _demand(held: bool, what: str) -> None:
    if not held:
        raise AssertionError(what)


# ------------------------------------------------------------------------------------------------ the targets


def _pdf_seeds() -> list[bytes]:
    from fpdf import FPDF  # noqa: PLC0415 - of the extra dev, for this target alone

    pdf = FPDF()
    pdf.set_compression(False)
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, 6, "Wages in 2023\n\nThe workers earned between $1.32 and $2 per hour.\n\n- one\n- two")
    return [bytes(pdf.output()), b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>"]


_CLAIMS = b"""version: 1
sources:
  a: {url: "https://example.org/#:~:text=x,y", issued: 2023-01}
claims:
  - "It is 3,000.": a
  - {id: b, claim: It is so., source: {url: https://example.org}, quote: so, expect: [{range: 1-2}], tags: [x]}
"""
_PAGE = b"""<!doctype html><html lang="en"><head><title>A</title><meta charset="utf-8">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-01-18"}</script></head><body>
<nav><a href="/">Home</a></nav><main><h1>A</h1><p>It was <b>3,000</b>.</p><table><caption>C</caption>
<tr><th>Year<th>Pay<tr><td>2023<td>$2</table>
<ul><li>one</ul><time datetime="2023-01-18">x</time></main></body></html>"""
_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"
_RECORD = (
    b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/a\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
    b"Content-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n" % (len(_ANSWER), _ANSWER)
)


@dataclass(frozen=True)
class Target:
    """What is fuzzed: a function of bytes, what it begins with, and the modules whose branches count."""

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    modules: tuple[str, ...]


TARGETS = {
    "claims": Target(fuzz_claims, lambda: [_CLAIMS, b"claims:\n  - a b: https://e.org\n"], ("claimcheck.claimsfile",)),
    "headers": Target(
        fuzz_headers,
        lambda: [b"text/html; charset=utf-8\n<p>", b"gzip, br\n\x1f\x8b", b"//example.org/%zz\nx"],
        ("claimcheck.fetchers", "claimcheck.extractors", "claimcheck.redaction"),
    ),
    "html": Target(fuzz_html, lambda: [_PAGE, b"<p>3,000"], ("claimcheck.extractors",)),
    "pdf": Target(fuzz_pdf, _pdf_seeds, ("claimcheck.extractors",)),
    "warc": Target(fuzz_warc, lambda: [_RECORD], ("claimcheck.warc",)),
}


def replay(target: Target, files: list[Path]) -> int:
    """Run a target on what was found before; an exception is the find."""
    for file in files:
        target.run(file.read_bytes())
    return 0


def fuzz(target: Target, seconds: int, corpus: Path) -> None:
    """Fuzz a target for so long; the process ends with 0 where nothing was found, with 77 where something was."""
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415 - where it has wheels

    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    with atheris.instrument_imports(include=list(target.modules)):
        for module in target.modules:
            importlib.import_module(module)
        for seed in target.seeds():
            target.run(seed)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={_LONGEST}",
        "-timeout=25",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
        f"-artifact_prefix={corpus}/",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], target.run)
    atheris.Fuzz()


def main() -> int:
    """Run a command and return its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=DEFAULT_SECONDS)
    parser.add_argument("--corpus", type=Path, help="where inputs and finds are kept; forgotten otherwise")
    parser.add_argument("--replay", type=Path, nargs="+", metavar="FILE", help="run on these files, and on no other")
    given = parser.parse_args()
    target = TARGETS[given.target]
    if given.replay:
        return replay(target, given.replay)
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed: pip install atheris (it has wheels for Linux, Python 3.11 to 3.13)")
        return 2
    if given.corpus is not None:
        given.corpus.mkdir(parents=True, exist_ok=True)
        fuzz(target, given.seconds, given.corpus)
    else:
        with tempfile.TemporaryDirectory() as folder:
            fuzz(target, given.seconds, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
