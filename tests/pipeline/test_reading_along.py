"""The article that makes the claims, read for the reports that show it; no verdict rests on it."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pipeline.fakes import FakeExtractor, FakeFetcher, claim, claims_file, document, live, source

from claimcheck.enums import State
from claimcheck.extractors import PageExtractor
from claimcheck.fetchers import SourceFetcher
from claimcheck.model import Article, ClaimsFile, Fetched, Report
from claimcheck.reading_along import ArticleReader, IllustratedPipeline

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Digits:
    """Reads a value where there is a digit, and a denial where there is a *not*."""

    def read_values(self, text: str, language: str, issued: date | None, /) -> tuple[str, ...]:
        del language, issued
        denials = ("not [denial]",) if " not " in text else ()
        return (*denials, *(("a figure",) if any(map(str.isdigit, text)) else ()))

    def compare_values(self, *_: object) -> tuple[tuple[str, str], ...]:
        return ()


def named(name: str) -> ClaimsFile:
    return replace(claims_file(claim()), article=name)


def read(folder: Path, name: str, *, offline: bool = True) -> Article | None:
    reader = ArticleReader(SourceFetcher(folder, offline=offline), PageExtractor(), Digits())
    return asyncio.run(reader.read(named(name)))


def test_an_article_that_is_a_file_is_read_with_the_sentences_that_state_something(tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text("# Of 9 towns\n\nIt rained on 3 days. It did not rain in May.\n\nNo more.\n")
    article = read(tmp_path, "article.md")
    assert article is not None
    assert article.document is not None
    assert [article.document.text[slice(*span)] for span in article.stating] == ["It rained on 3 days."]
    assert (article.name, article.detail) == ("article.md", "")


@pytest.mark.parametrize("title", ["The hidden workers", "Who pays? A report, part 3", "C.I.A."])
def test_an_article_that_is_a_title_is_a_title(tmp_path: Path, title: str) -> None:
    assert read(tmp_path, title) == Article(title)


def test_no_article_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, "  ") is None


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("missing.md", "not found (there is no such file)"),
        ("../outside.md", "forbidden address (the path leads out of the claims file's folder)"),
        ("/etc/hostname", "forbidden address (the path leads out of the claims file's folder)"),
        (
            "https://example.org/a?token=s3cr3t",
            "not looked at (no page of it is remembered, and --offline asks for none)",
        ),
    ],
)
def test_an_article_that_cannot_be_read_says_why(tmp_path: Path, name: str, why: str) -> None:
    article = read(tmp_path, name)
    assert article is not None
    assert (article.document, article.detail) == (None, why)
    assert "s3cr3t" not in article.name


def test_an_article_that_is_no_text_says_why(tmp_path: Path) -> None:
    (tmp_path / "article.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    article = read(tmp_path, "article.pdf")
    assert article is not None
    assert article.document is None
    assert article.detail


class Ready:
    """A pipeline that has its report already."""

    def __init__(self, **fields: bool) -> None:
        self.fields = fields

    async def verify(self, claims: ClaimsFile, *_: object, **__: object) -> Report:
        return Report(claims, (), **self.fields)


def illustrated(fetcher: FakeFetcher, **fields: bool) -> Report:
    reader = ArticleReader(fetcher, FakeExtractor(), Digits())
    pipeline = IllustratedPipeline(Ready(**fields), reader, lambda: NOW)
    return asyncio.run(pipeline.verify(named("https://example.org/article#part")))


def test_a_report_comes_with_the_article_at_its_address_and_with_the_moment() -> None:
    fetcher = FakeFetcher()
    report = illustrated(fetcher)
    assert fetcher.asked == ["https://example.org/article"]
    assert report.article is not None
    assert report.article.document is not None
    assert report.made_at == NOW


def test_an_article_behind_a_wall_says_so() -> None:
    asked = source("https://example.org/article")
    wall: Fetched = replace(live(asked), state=State.BLOCKED, detail="403")
    article = illustrated(FakeFetcher({asked.address: wall})).article
    assert article == Article("https://example.org/article#part", detail="blocked (403)")


def test_nobody_waits_for_the_article_of_a_run_that_was_interrupted() -> None:
    fetcher = FakeFetcher()
    assert illustrated(fetcher, interrupted=True).article is None
    assert fetcher.asked == []


def test_the_fake_document_is_what_the_reader_shows() -> None:
    article = illustrated(FakeFetcher()).article
    assert article is not None
    assert article.document is not None
    assert article.document.title == document().title
