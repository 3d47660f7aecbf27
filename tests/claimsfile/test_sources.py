"""What a claim may cite: addresses, files, names; and what is said of those that it may not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.model import ClaimsFile, Problem, Quote

Load = Callable[[str], ClaimsFile]
Problems = Callable[[str], tuple[Problem, ...]]

ADDRESSES = [
    ("https://example.org", "https://example.org"),
    ("HTTP://Example.ORG:8080/A?b=C#d", "http://example.org:8080/A?b=C"),
    ("https://[::1]:8000/x", "https://[::1]:8000/x"),
    ("https://127.0.0.1/x", "https://127.0.0.1/x"),
    ("https://bücher.example/ü?q=é", "https://bücher.example/ü?q=é"),
    ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
    ("http://localhost:8000/", "http://localhost:8000/"),
    ("https://example.org./a", "https://example.org./a"),
    ("https://a_b.example.org/", "https://a_b.example.org/"),
    ("https://web.archive.org/web/2023/https://e.org/a@b", "https://web.archive.org/web/2023/https://e.org/a@b"),
    ("https://e.org?q=a@b", "https://e.org?q=a@b"),
]


@pytest.mark.parametrize(("written", "address"), ADDRESSES, ids=[row[0] for row in ADDRESSES])
def test_an_address_loses_its_fragment_and_keeps_the_rest(written: str, address: str, load: Load) -> None:
    (claim,) = load(f"claims:\n  - a b: '{written}'\n").claims
    assert claim.sources[0].address == address


# written, code, a part of the message, a part of the hint
REFUSED = [
    ("quarz", "F408", "no source of the name 'quarz'", "did you mean 'quartz'?"),
    ("nowhere", "F408", "no source of the name 'nowhere'", "under 'sources'"),
    ("example.org/a", "F404", "'example.org/a' has no scheme", "did you mean 'https://example.org/a'?"),
    ("www.example.org", "F404", "has no scheme", "'https://www.example.org'"),
    ("//example.org/a", "F404", "has no scheme", "'https://example.org/a'"),
    ("localhost:8000/a", "F404", "has no scheme", "'https://localhost:8000/a'"),
    ("htps://example.org", "F404", "the scheme 'htps'", "did you mean 'https://example.org'?"),
    ("hhtp://example.org", "F404", "the scheme 'hhtp'", "did you mean 'http://example.org'?"),
    ("https:/example.org", "F404", "has no '//'", "did you mean 'https://example.org'?"),
    ("https:example.org", "F404", "has no '//'", "did you mean 'https://example.org'?"),
    (r"https:\\example.org", "F404", "has no '//'", "did you mean 'https://example.org'?"),
    ("ftp://example.org/a", "F404", "the scheme 'ftp'", "only http, https and file:"),
    ("javascript:alert(1)", "F404", "the scheme 'javascript'", "only http, https and file:"),
    ("data:text/html,a", "F404", "the scheme 'data'", "only http"),
    ("10.1000/xyz", "F404", "is a DOI", "https://doi.org/10.1000/xyz"),
    ("doi:10.1000/xyz", "F404", "is a DOI", "https://doi.org/10.1000/xyz"),
    ("https://", "F404", "has no host", "https://example.org/page"),
    ("https://#a", "F404", "has no host", "https://example.org/page"),
    ("https://:80/", "F404", "has no host", "whole address"),
    ("https://user:secret@example.org/", "F404", "user name or a password", "headers_from"),
    ("https:/user:secret@example.org/", "F404", "has no '//'", "https://…@example.org/"),
    ("htps://user:secret@example.org/", "F404", "the scheme 'htps'", "https://…@example.org/"),
    ("https://example..org/", "F404", "has an empty part", "check the address"),
    ("https://-a.org/", "F404", "begins or ends with '-'", "check"),
    (f"https://{'a' * 64}.org/", "F404", "longer than 63", "check"),
    (f"https://{'a.' * 130}org/", "F404", "longer than 253", "check"),
    ("https://exa%20mple.org/", "F404", "a character that no host has", "check"),
    ("https://exam ple.org/", "F404", "a character that no host has", "check"),
    ("https://ex☃mple.org/", "F404", "a character that no host has", "check"),
    ("https://example.org:99999/", "F404", "a host or a port that cannot be", "check"),
    ("https://[::1/", "F404", "a host or a port that cannot be", "check"),
    ("https://example.org/a b", "F404", "has a space", "%20"),
    (r"https://example.org/a\b", "F404", "has a backslash", "/"),
    (f"https://example.org/{'a' * 9000}", "F404", "longer than 8,192", "shorten"),
    ("https://e.org/#:~:text=a,b,c,d", "F404", "too many commas", "'quote'"),
    ("https://e.org/#:~:text=%FF", "F404", "not UTF-8", "'quote'"),
    ("https://e.org/#:~:text=", "F404", "quotes nothing", "'quote'"),
    ("file:/etc/passwd", "F412", "is absolute", "copy the file"),
    ("file:///etc/passwd", "F412", "is absolute", "copy the file"),
    ("file:~/a", "F412", "is absolute", "copy the file"),
    (r"file:C:\a", "F412", "is absolute", "copy the file"),
    ("file:../outside.html", "F412", "leads out of the claims file's folder", "copy the file"),
    ("file:pages/../../outside.html", "F412", "leads out", "copy the file"),
    ("file:page/a.html", "F408", "'page/a.html' does not exist", "relative to"),
    ("file:pages/b.html", "F408", "does not exist", "did you mean 'a.html'?"),
    ("file:pages", "F408", "is a folder", "relative to"),
    (f"file:{'a' * 5000}", "F408", "no file can have the path", "check the path"),
]


@pytest.mark.parametrize(("written", "code", "message", "hint"), REFUSED, ids=[row[0][:40] for row in REFUSED])
def test_a_source_that_cannot_be_is_told(
    written: str, code: str, message: str, hint: str, problems: Problems, folder: Path
) -> None:
    (folder / "pages").mkdir()
    (folder / "pages" / "a.html").write_text("x")
    (folder.parent / "outside.html").write_text("x")
    (problem,) = problems(f"claims:\n  - a b: '{written}'\nsources: {{quartz: https://qz.com}}\n")
    assert (str(problem.location), problem.code.value) == ("claims.yaml:2:10", code)
    assert message in problem.message
    assert hint in problem.hint
    assert "secret" not in problem.message + problem.hint


FILES = [
    ("file:pages/a.html", "file:pages/a.html"),
    ("file:./pages//a.html", "file:pages/a.html"),
    ("file:pages/../pages/a.html", "file:pages/a.html"),
    ("file:pages/a.html#part", "file:pages/a.html"),
    ("file:pages/c#1.html", "file:pages/c#1.html"),
    ("file:pages/link.html", "file:pages/link.html"),
    ("{file: pages/a.html, title: A page}", "file:pages/a.html"),
    ("{file: 'file:pages/a.html'}", "file:pages/a.html"),
]


@pytest.mark.parametrize(("written", "address"), FILES, ids=[row[0] for row in FILES])
def test_a_file_in_the_folder_is_a_source(written: str, address: str, load: Load, folder: Path) -> None:
    (folder / "pages").mkdir()
    for name in ("a.html", "c#1.html"):
        (folder / "pages" / name).write_text("x")
    (folder / "pages" / "link.html").symlink_to("a.html")
    value = written if written.startswith("{") else f"'{written}'"
    (claim,) = load(f"claims:\n  - a b: {value}\n").claims
    assert claim.sources[0].address == address
    assert claim.sources[0].path == address.removeprefix("file:")


def test_a_file_may_carry_a_quote(load: Load, folder: Path) -> None:
    (folder / "a.html").write_text("x")
    (claim,) = load("claims:\n  - a b: 'file:a.html#:~:text=some%20words'\n").claims
    assert claim.sources[0].quotes == (Quote("some words"),)


@pytest.mark.parametrize("target", ["/etc/passwd", "../outside.html", "loop.html"])
def test_a_link_may_not_lead_out(target: str, problems: Problems, folder: Path) -> None:
    (folder.parent / "outside.html").write_text("x")
    (folder / "loop.html").symlink_to(target)
    (problem,) = problems("claims:\n  - a b: file:loop.html\n")
    assert problem.code.value == ("F408" if target == "loop.html" else "F412")


def test_a_folder_that_links_out_may_not_be_gone_through(problems: Problems, folder: Path) -> None:
    (folder.parent / "elsewhere").mkdir()
    (folder.parent / "elsewhere" / "a.html").write_text("x")
    (folder / "pages").symlink_to(folder.parent / "elsewhere")
    (problem,) = problems("claims:\n  - a b: file:pages/a.html\n")
    assert problem.code.value == "F412"


def test_an_archived_copy_is_an_address_too(problems: Problems) -> None:
    (problem,) = problems("claims:\n  - a b: {url: https://e.org, archive_url: example.org}\n")
    assert str(problem.location) == "claims.yaml:2:44"
    assert "no scheme" in problem.message


FRAGMENTS = [
    ("text=some%20words", [Quote("some words")]),
    ("text=it%20was,in%201955", [Quote("it was … in 1955")]),
    ("text=before-,exact", [Quote("exact", prefix="before")]),
    ("text=exact,-after", [Quote("exact", suffix="after")]),
    ("text=before-,a,z,-after", [Quote("a … z", prefix="before", suffix="after")]),
    ("text=a%2Cb%26c%2Dd", [Quote("a,b&c-d")]),
    ("text=a&text=b", [Quote("a"), Quote("b")]),
    ("other=x&text=a", [Quote("a")]),
    ("text=%E2%82%AC%C2%A01%2C32", [Quote("€ 1,32")]),
    ("text=a%00%1B%5B31mb", [Quote("a[31mb")]),
    ("text=handled%204,200%20containers", [Quote("handled 4,200 containers")]),
    ("text=handled%201,204,200%20containers", [Quote("handled 1,204,200 containers")]),
    ("text=In%20March,%20the%20harbour", [Quote("In March, the harbour")]),
    ("text=in%201955,2000%20and%20after", [Quote("in 1955 … 2000 and after")]),
    ("text=no%204,200-,ships,-in%201,300", [Quote("ships", prefix="no 4,200", suffix="in 1,300")]),
]


@pytest.mark.parametrize("before", ["", "section-2"])
@pytest.mark.parametrize(("directives", "quotes"), FRAGMENTS, ids=[row[0] for row in FRAGMENTS])
def test_a_text_fragment_is_a_quote(before: str, directives: str, quotes: list[Quote], load: Load) -> None:
    (claim,) = load(f"claims:\n  - a b: 'https://e.org/p#{before}:~:{directives}'\n").claims
    (source,) = claim.sources
    assert list(source.quotes) == quotes
    assert source.address == "https://e.org/p"
