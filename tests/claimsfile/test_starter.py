"""The starter: it loads, it teaches, and it is never written over a file."""

from pathlib import Path

import pytest

from claimcheck.claimsfile import load_claims, starter_text, write_starter
from claimcheck.errors import UsageError


@pytest.mark.usefixtures("folder")
def test_the_starter_loads_and_shows_the_three_levels() -> None:
    write_starter(Path("claims.yaml"))
    read = load_claims("claims.yaml")
    assert len(read.claims) == 3
    assert read.warnings == ()
    one, two, three = read.claims
    assert not one.quotes
    assert two.quotes
    assert three.expect
    assert all(source.path is None for claim in read.claims for source in claim.sources)


def test_the_starter_tells_editors_of_the_schema() -> None:
    assert starter_text().startswith("# yaml-language-server: $schema=")
    assert starter_text().isascii()
    assert len(starter_text().splitlines()) < 40


def test_a_file_that_is_there_stays_as_it_is(folder: Path) -> None:
    (folder / "claims.yaml").write_text("mine")
    with pytest.raises(UsageError, match=r"claims\.yaml is there already") as raised:
        write_starter(Path("claims.yaml"))
    assert "claimcheck init" in raised.value.hint
    assert (folder / "claims.yaml").read_text() == "mine"


def test_a_link_that_leads_nowhere_is_not_written_through(folder: Path) -> None:
    (folder / "claims.yaml").symlink_to("elsewhere.yaml")
    with pytest.raises(UsageError):
        write_starter(Path("claims.yaml"))
    assert not (folder / "elsewhere.yaml").exists()


@pytest.mark.parametrize("path", ["none/claims.yaml", "sub", "a\0b"])
def test_where_nothing_can_be_written_is_told(path: str, folder: Path) -> None:
    (folder / "sub").mkdir()
    with pytest.raises(UsageError) as raised:
        write_starter(Path(path))
    assert raised.value.hint
