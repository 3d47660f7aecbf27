"""Pages built to hang, to crash or to fill the memory: read in part or refused, always soon."""

import os
import signal
import subprocess
import sys
import threading
import zlib
from pathlib import Path

import pytest
from extractors.readings import EXTRACTOR, PROSE, page_of

from claimcheck.errors import UnreadableError
from claimcheck.extractors import PageExtractor
from claimcheck.extractors.html.prescan import is_doubtful
from claimcheck.extractors.workshop import TooLargeHereError, Workshop
from claimcheck.model import Page

START = f"<html><title>T</title><body><p>{PROSE}</p>"


def _attributes(count: int) -> str:
    return "<div " + " ".join(f"a{number}=1" for number in range(count)) + ">"


@pytest.mark.parametrize(
    "page",
    [
        START + "<div>" * 100_000 + "deep",
        START + "<b>" * 20_000 + "deep",
        START + "<ul><li>x" * 20_000,
        START + "<table><tr><td>" * 3_000 + "deep",
        START + "".join(f"<b a={number}>" for number in range(3_000)) + "<p>x" * 3_000,
        START + _attributes(200_000) + "x",
        START + "<div " + " ".join(f'a{number}=">"' for number in range(50_000)) + ">",
        START + "<select>" + "<option>x" * 200_000,
        START + "<a" * 300_000,
        START + '<a "' * 100_000,
        START + "<!-- " * 200_000,
        START + "\0" * 100_000,
        START + "<p>a\0b",
        START + "<p>" + "1" * 1_000_000,
        START + "<p>" + " " * 1_000_000,
        START + "<p>" + "[" * 1_000_000,
        START + "<p>" + "a\u0301" * 200_000,
        START + "<p>x</p>" * 150_000,
        START + "x<sup>1" * 20_000,
        START + "<table>" + ("<tr>" + "<td rowspan=9999>" + "x" * 150) * 2_000,
        START + "<table><tr>" + "<td colspan=9999>x" * 20_000,
        START + "<?php echo 1 ?><!x><![CDATA[x]]></ >",
        START + "&amp;&notin;&#0;&#xD800;" * 50_000,
        START + "<svg>" * 300 + "<text>x",
        '<script type="application/ld+json">' + '{"a":' * 200_000 + "</script>" + START,
        '<script type="application/ld+json">{"a": "' + "x" * 5_000_000 + '"}</script>' + START,
        '<script id=__NEXT_DATA__ type="application/json">[' + "[]," * 400_000 + "[]]</script>" + START,
        START + "<time datetime=2020-01-01>x</time>" * 20_000,
        START + "<meta name=date content='" + "1" * 500_000 + "'>",
        START + f"<p class='{'nav-' * 50_000}'>x",
    ],
    ids=lambda page: f"{page[-24:]!r}",
)
def test_a_hostile_page_gives_up_the_text_before_its_trap(page: str) -> None:
    document = EXTRACTOR.extract(page_of(page, charset="utf-8"))

    assert PROSE in document.text
    assert len(document.text) < 6_000_000


@pytest.mark.parametrize(
    ("page", "doubtful"),
    [
        ("<div>" * 100 + "</div>" * 100, False),
        ("<p>x<li>x<td>x" * 5_000, False),
        ("<br><img src=x><input>" * 5_000, False),
        (f"<img src='data:image/png;base64,{'A' * 100_000}'>", False),
        ("<span>x</span>" * 5_000, False),
        ("<div>" * 1_000, True),
        ("<x-y>" * 1_000, True),
        (_attributes(5_000), True),
        ("<div " + "a/" * 5_000 + ">", True),
        ("<option>" * 5_000, True),
        ("<b>" * 100, True),
    ],
)
def test_only_what_a_parser_may_choke_on_is_doubted(page: str, doubtful: bool) -> None:
    assert is_doubtful(page) is doubtful


def test_a_page_that_takes_too_long_is_stopped_and_the_next_one_is_read() -> None:
    workshop = Workshop()
    slow = page_of(START + "<div>" * 400_000)
    try:
        with pytest.raises(UnreadableError, match="seconds"):
            workshop.read("html.reader:read_doubtful", slow, "text/html", deadline=0.05)
        assert PROSE in workshop.read("html.reader:read_doubtful", page_of(START), "text/html").text
    finally:
        workshop.close()


def test_a_parser_that_dies_is_reported_and_the_next_page_is_read() -> None:
    workshop = Workshop()
    try:
        assert workshop.read("html.reader:read_apart", page_of(START), "text/html").title == "T"
        os.kill(workshop._processes[0].pid, signal.SIGKILL)  # noqa: SLF001 - dies like a parser that crashed
        workshop._processes[0].wait()  # noqa: SLF001 - as above
        assert workshop.read("html.reader:read_apart", page_of(START), "text/html").title == "T"
    finally:
        workshop.close()


def test_a_machine_on_which_no_process_can_be_started_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    with pytest.raises(UnreadableError, match="no process can be started"):
        Workshop().read("html.reader:read_apart", page_of(START), "text/html")


def test_several_threads_may_read_at_once() -> None:
    extractor = PageExtractor()
    pages = [page_of(START + "<div>" * 1_000 + str(number)) for number in range(6)]
    found: dict[int, str] = {}

    def read(number: int, page: Page) -> None:
        found[number] = extractor.extract(page).text

    threads = [threading.Thread(target=read, args=pair) for pair in enumerate(pages)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [found[number].rsplit("\n", 1)[-1] for number in range(6)] == [str(number) for number in range(6)]


def test_the_process_apart_imports_nothing_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "selectolax.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    workshop = Workshop()
    try:
        assert workshop.read("html.reader:read_apart", page_of(START), "text/html").title == "T"
    finally:
        workshop.close()


def _inflating_pdf(content: bytes) -> bytes:
    """Return a PDF of one page whose small content stream inflates to a large one."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, held) for number, held in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Size 5/Root 1 0 R>>\n%%EOF"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, systems do not limit data")
@pytest.mark.parametrize("content", [b" " * 300_000_000, b"q " * 3_000_000], ids=["spaces", "states"])
def test_a_pdf_that_inflates_without_end_fills_no_memory(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bomb.pdf").write_bytes(_inflating_pdf(content))
    program = (
        "import resource, sys\nfrom pathlib import Path\n"
        "from claimcheck.errors import UnreadableError\nfrom claimcheck.extractors import PageExtractor\n"
        "from claimcheck.model import Page\nextractor = PageExtractor()\n"
        "page = Page('https://example.org/', Path(sys.argv[1]).read_bytes(), 'application/pdf', '', 200)\n"
        "try:\n    extractor.extract(page)\n"
        "except UnreadableError as error:\n    print(error.message, file=sys.stderr)\n"
        "extractor._workshop.close()\nprint(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "bomb.pdf")], check=True, capture_output=True, text=True
    )
    assert 0 < int(done.stdout) < 150
    assert "the page is built so that its parser breaks down" in done.stderr


def test_a_large_page_is_read_although_memory_is_bounded() -> None:
    paragraph = f"<div><p>{PROSE} <a href=/x>more</a></p></div>"
    document = EXTRACTOR.extract(page_of(START + "<div>" * 500 + paragraph * (4_500_000 // len(paragraph))))
    assert document.text.count(PROSE) == 600_000 // (len(PROSE) + len(" more") + 1)
    assert document.truncated == f"the first {len(document.text) + 1:,} characters"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system bounds the memory of a process")
def test_a_page_whose_tree_takes_too_much_memory_is_read_up_to_where_it_does_not_and_said_to_be() -> None:
    row = '<tr class="odd"><td><a href="/place">A place</a></td><td align="right">12,410</td><td>2024</td></tr>\n'
    head = START + "<style>" + "p { margin: 0 }" * 100_000 + "</style>"
    document = EXTRACTOR.extract(page_of(head + "<table>" + row * 80_000))

    assert PROSE in document.text
    assert document.truncated == "the first 2,000,000 characters of its markup"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, systems do not limit data")
def test_a_page_that_takes_more_memory_than_a_small_workshop_gives_is_for_another() -> None:
    small, usual = Workshop(10_000_000), Workshop()
    page = page_of("[" + '{"a": "b"}, ' * 60_000 + "{}]", "application/json")
    try:
        with pytest.raises(TooLargeHereError):
            small.read("json_text:read_json", page, "application/json")
        assert usual.read("json_text:read_json", page, "application/json").blocks
    finally:
        small.close()
        usual.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, systems do not limit data")
@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("application/xml", "<r>" + f"<p>{PROSE}</p>" + "<a>x</a>" * 400_000 + "</r>"),
        ("text/markdown", f"{PROSE}\n\n" + "- x\n" * 500_000),
    ],
)
def test_of_a_file_that_takes_too_much_memory_the_beginning_is_read(media_type: str, body: str) -> None:
    document = PageExtractor().extract(page_of(body, media_type))
    assert PROSE in document.text
    assert document.truncated


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, nothing says what a process holds")
def test_a_process_that_a_page_has_made_grow_is_not_kept() -> None:
    workshop = Workshop()
    try:
        workshop.read("html.reader:read_apart", page_of(START), "text/html")
        kept = workshop._processes[:]  # noqa: SLF001 - whether it is kept
        workshop.read("html.reader:read_apart", page_of(START), "text/html")
        assert workshop._processes == kept  # noqa: SLF001 - as above
        workshop.read("html.reader:read_apart", page_of(START + "<p>x" * 200_000), "text/html")
        assert not workshop._processes  # noqa: SLF001 - as above
    finally:
        workshop.close()
