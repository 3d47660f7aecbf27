"""Secrets in addresses: a memory finds again what was read there, and never holds them in the clear."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from memory.calendars import Shelf
from memory.pipelines import Pipeline
from pipeline.fakes import claim, live, source

from claimcheck.enums import State
from claimcheck.memory.codec import encode
from claimcheck.memory.history import key_of
from claimcheck.model import Fetched, Hop
from claimcheck.redaction import name_of, repeats_secret, secrets_of

SECRET = "s3cr3t-k3y-4711"
URL = f"https://example.org/a?page=2&token={SECRET}"


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_what_was_read_at_an_address_with_a_secret_is_found_again_and_the_secret_is_nowhere(shelf: Shelf) -> None:
    pipeline = Pipeline(shelf)
    cited = source(URL)
    held = live(cited, b"It is so.")
    pipeline.fetcher.answers[URL] = replace(held, final_url=URL, hops=(Hop(URL, 200),))
    await pipeline.run(claim("one", cited))
    assert SECRET.encode() not in bytes_of(shelf.folder)
    report = await pipeline.run(claim("one", cited), offline=True)
    seen = report.findings[0].sources[0]
    assert (seen.state, seen.final_url, seen.hops) == (State.LIVE, URL, (Hop(URL, 200),))
    other = source(URL.replace(SECRET, "another"))
    report = await pipeline.run(claim("one", other), offline=True)
    assert report.findings[0].sources[0].state is State.UNREADABLE
    assert SECRET.encode() not in bytes_of(shelf.folder)


def test_a_page_that_repeats_the_secret_of_its_address_is_not_kept(shelf: Shelf) -> None:
    memory = shelf.open()
    fetched = live(source(URL), f"<a href='?token={SECRET}'>next</a>".encode())
    memory.keep(fetched, fetched)
    memory.end(complete=True, network_down=False)
    assert memory.pages.visit_of(source(URL)) is None
    memory.close()
    assert SECRET.encode() not in bytes_of(shelf.folder)


def test_a_memory_of_before_keeps_its_counts_and_loses_its_secrets(shelf: Shelf) -> None:
    """A memory of version 1 had the addresses as they are."""
    memory = shelf.open()
    fetched = live(source("https://example.org/plain"), b"plain")
    memory.keep(fetched, fetched)
    memory.end(complete=True, network_down=False)
    memory.close()
    day = shelf.calendar.now
    with sqlite3.connect(shelf.database) as connection:
        for days in (9, 5, 1):
            at = (day - timedelta(days=days)).timestamp()
            for key in (URL, f"{URL} CLAIMCHECK_READER"):
                connection.execute("INSERT INTO looks VALUES (?, ?, 'not_found', 404, '')", (key, at))
        connection.execute("INSERT INTO bodies VALUES ('c0', 3, x'00')")
        connection.execute("INSERT INTO copies VALUES (?, 'c0', '[]', ?)", (URL, day.timestamp()))
        lean = Fetched(source(URL), State.LIVE, final_url=URL)
        connection.execute("INSERT INTO visits VALUES (?, 'c0', ?, ?, 1)", (URL, encode(lean), day.timestamp()))
        connection.execute("INSERT INTO readings VALUES ('k', 'match', 1, ?)", (URL.encode(),))
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    assert SECRET.encode() in bytes_of(shelf.folder)
    memory = shelf.open()
    assert memory.strikes(source(URL)).count == 3
    assert memory.strikes(replace(source(URL), headers_from="CLAIMCHECK_READER")).count == 3
    assert memory.pages.copy_of("https://example.org/plain") is not None
    assert memory.pages.copy_of(URL) is None
    memory.close()
    assert shelf.warnings == []
    assert SECRET.encode() not in bytes_of(shelf.folder)


@pytest.mark.parametrize(
    ("url", "secrets"),
    [
        ("https://e.org/a?b=c", ()),
        ("https://e.org/a?token=abcd&b=c", ("abcd",)),
        ("https://e.org/a?token=ab%2Fcd", ("ab%2Fcd", "ab/cd")),
        ("https://e.org/a?u=https%3A%2F%2Ff.org%2F%3Fsig%3Dxyzw", ("xyzw",)),
        ("https://e.org/a?token=REDACTED", ()),
    ],
)
def test_the_secrets_of_an_address_are_what_is_hidden_of_it(url: str, secrets: tuple[str, ...]) -> None:
    assert secrets_of(url) == secrets
    assert repeats_secret(" ".join(("x", *secrets, "y")).encode(), url) is bool(secrets)
    assert not repeats_secret(b"nothing of the kind", url)


def test_an_address_without_secrets_is_its_own_name_and_two_with_secrets_have_two_names() -> None:
    assert name_of("https://e.org/a?b=c") == "https://e.org/a?b=c"
    assert name_of("https://e.org/a?token=1234") != name_of("https://e.org/a?token=1235")
    assert "1234" not in name_of("https://e.org/a?token=1234").split(" ")[0]
    assert key_of(source(URL)) == name_of(URL)
