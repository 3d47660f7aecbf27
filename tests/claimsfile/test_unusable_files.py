"""Files that cannot be read at all: one message, with the place and the way out."""

import os
from pathlib import Path

import pytest

from claimcheck.claimsfile import load_claims
from claimcheck.claimsfile.reading import MAX_BYTES
from claimcheck.errors import ClaimsFileError
from claimcheck.model import Problem

GOOD = "claims:\n  - a b: https://e.org\n"


def _only_problem(path: Path | str) -> Problem:
    with pytest.raises(ClaimsFileError) as raised:
        load_claims(path)
    (problem,) = raised.value.problems
    assert str(raised.value) == f"{problem.location}: {problem.message}"
    return problem


@pytest.mark.usefixtures("folder")
def test_a_missing_file_names_the_way_to_a_starter() -> None:
    problem = _only_problem("claims.yaml")
    assert str(problem.location) == "claims.yaml:1:1"
    assert (problem.code, problem.message) == ("F401", "no such file")
    assert "claimcheck init" in problem.hint


def test_a_folder_names_the_file_in_it(folder: Path) -> None:
    (folder / "sub").mkdir()
    problem = _only_problem("sub")
    assert "a folder" in problem.message
    assert str(Path("sub", "claims.yaml")) in problem.hint


def test_a_path_through_a_file_is_told(folder: Path) -> None:
    (folder / "a").write_text("x")
    assert _only_problem("a/claims.yaml").code == "F401"


@pytest.mark.usefixtures("folder")
def test_a_path_that_no_file_can_have_is_told() -> None:
    assert _only_problem("a\0b").code == "F401"
    assert _only_problem("a" * 5000).code == "F401"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert "no regular file" in _only_problem("pipe").message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_told(folder: Path) -> None:
    (folder / "claims.yaml").write_text(GOOD)
    (folder / "claims.yaml").chmod(0)
    assert "may not be read" in _only_problem("claims.yaml").message


@pytest.mark.parametrize("body", [b"", b" \n\n", b"\xef\xbb\xbf"], ids=["nothing", "blanks", "byte order mark"])
def test_an_empty_file_is_told(body: bytes, folder: Path) -> None:
    (folder / "claims.yaml").write_bytes(body)
    problem = _only_problem("claims.yaml")
    assert (problem.code, problem.message) == ("F401", "the file is empty")
    assert "claimcheck init" in problem.hint


def test_a_byte_that_is_not_utf8_is_found(folder: Path) -> None:
    (folder / "claims.yaml").write_bytes("claims:\n  - é: ".encode() + b"caf\xe9\n")
    problem = _only_problem("claims.yaml")
    assert str(problem.location) == "claims.yaml:2:11"
    assert problem.message == "not UTF-8 text: byte 0xe9 at offset 19"
    assert "UTF-8" in problem.hint


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_named(encoding: str, folder: Path) -> None:
    (folder / "claims.yaml").write_bytes(f"\ufeff{GOOD}".encode(encoding))
    assert "UTF-16" in _only_problem("claims.yaml").message


def test_a_file_beyond_the_limit_is_told(folder: Path) -> None:
    (folder / "claims.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    assert "larger than 16 MB" in _only_problem("claims.yaml").message


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{GOOD}",
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r"),
        f"%YAML 1.2\n---\n{GOOD}...\n",
        f"---\n{GOOD}",
    ],
    ids=["byte order mark", "CRLF", "CR", "directive", "document start"],
)
def test_what_editors_leave_in_a_file_does_no_harm(text: str, folder: Path) -> None:
    (folder / "claims.yaml").write_bytes(text.encode())
    (claim,) = load_claims("claims.yaml").claims
    assert (claim.text, claim.sources[0].address) == ("a b", "https://e.org")


def test_a_path_is_named_as_it_was_given(folder: Path) -> None:
    (folder / "claims.yaml").write_text("claims:\n  - a b\n")
    for path in ("claims.yaml", "./claims.yaml", str(folder / "claims.yaml")):
        assert _only_problem(path).location.file == path
