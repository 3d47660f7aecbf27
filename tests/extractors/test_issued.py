"""The day a page was issued, and the sign that says so: a truth table, sign by sign."""

from datetime import date

import pytest
from extractors.readings import PROSE, read

from claimcheck.extractors.datelines import read_dateline, read_iso
from claimcheck.model import Issued

LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "body", "issued"),
    [
        (LD.format('{"@type": "NewsArticle", "datePublished": "2024-05-12T08:00:00Z"}'), "", (2024, 5, 12, "JSON-LD")),
        (
            LD.format('{"@graph": [{"@type": "WebSite"}, {"@type": "Article", "datePublished": "2024-05-12"}]}'),
            "",
            (2024, 5, 12, "JSON-LD"),
        ),
        (LD.format('[{"@type": ["Article", "X"], "datePublished": "2024-05-12"}]'), "", (2024, 5, 12, "JSON-LD")),
        (LD.format('{"@type": "Article", "dateModified": "2024-05-12"}'), "", None),
        (LD.format('{"@type": "Comment", "datePublished": "2024-05-12"}'), "", None),
        (LD.format('{"broken": '), "", None),
        (LD.format('{"@type": "Article", "datePublished": "2199-05-12"}'), "", None),
        (LD.format('{"@type": "Article", "datePublished": "2024-13-45"}'), "", None),
        (
            '<meta property="article:published_time" content="2024-05-12T08:00:00+02:00">',
            "",
            (2024, 5, 12, "Open Graph"),
        ),
        ('<meta property="article:modified_time" content="2024-05-12">', "", None),
        ("<meta name=DC.date.issued content=2024-05>", "", (2024, 5, 1, "meta dc.date.issued", "month")),
        (
            "<meta name=citation_publication_date content=2024/05/12>",
            "",
            (2024, 5, 12, "meta citation_publication_date"),
        ),
        ("<meta name=date content=2024>", "", (2024, 1, 1, "meta date", "year")),
        ('<meta name=pubdate content="Sun, 12 May 2024 08:00:00 GMT">', "", (2024, 5, 12, "meta pubdate")),
        ("<meta name=parsely-pub-date content=2024-05-12>", "", (2024, 5, 12, "meta parsely-pub-date")),
        ("", "<article><time datetime=2024-05-12 pubdate>12 May</time></article>", (2024, 5, 12, "<time>")),
        ("", "<article><header><time datetime=2024-05-12>12 May</time></header></article>", (2024, 5, 12, "<time>")),
        ("", "<nav><time datetime=2024-05-12>today</time></nav>", None),
        ("", "<p>Published 12 May 2024</p>", (2024, 5, 12, "a date line")),
        ("", "<p>By Jane Doe | May 12, 2024</p>", (2024, 5, 12, "a date line")),
        ("", "<p>Publié le 1er mai 2024 à 10h00</p>", (2024, 5, 1, "a date line")),
        ("", "<p>Publié le 12 mai 2024, mis à jour le 3 juin 2024</p>", (2024, 5, 12, "a date line")),
        ("", "<p>Veröffentlicht am 12. März 2024</p>", (2024, 3, 12, "a date line")),
        ("", "<p>12 de mayo de 2024</p>", (2024, 5, 12, "a date line")),
        ("", "<p>12 de março de 2024</p>", (2024, 3, 12, "a date line")),
        ("", "<p>Pubblicato il 12 maggio 2024</p>", (2024, 5, 12, "a date line")),
        ("", "<p>12.05.2024</p>", (2024, 5, 12, "a date line")),
        ("", "<p>25/05/2024</p>", (2024, 5, 25, "a date line")),
        ("", "<p>05/06/2024</p>", None),
        ("", "<p>Updated 12 May 2024</p>", None),
        ("", "<p>8/31/1955 to 1956</p>", None),
        ("", "<p>31 August 1955</p>", None),
        ("", "<p>12 May 2023 to 14 June 2024</p>", None),
        ("", "<p>On 12 May 2024 the firm told its workers in Nairobi that they were to be dismissed.</p>", None),
        ("", "<footer>© 2024 The Paper</footer>", None),
        (
            "<meta name=generator content='MediaWiki 1.42'>"
            + LD.format('{"@type": "Article", "datePublished": "2014-01-02"}'),
            "",
            None,
        ),
    ],
)
def test_the_date_of_issue_is_read_from_the_sign_that_says_it(
    head: str, body: str, issued: tuple[int, int, int, str] | tuple[int, int, int, str, str] | None
) -> None:
    found = read(f"<html><head>{head}</head><body><h1>Wages</h1>{body}<p>{PROSE}</p>").issued

    if issued is None:
        assert found is None
    else:
        year, month, day, origin, *precision = issued
        assert found == Issued(date(year, month, day), origin, *precision)


@pytest.mark.parametrize(
    ("url", "issued"),
    [
        ("https://x.test/2022/04/20/105/wages", Issued(date(2022, 4, 20), "the address")),
        ("https://x.test/2022/04/wages", Issued(date(2022, 4, 1), "the address", "month")),
        ("https://x.test/news/2022-04-20/wages", Issued(date(2022, 4, 20), "the address")),
        ("https://x.test/2022/99/wages", None),
        ("https://x.test/1850/04/20/", None),
        ("https://x.test/item/20220420", None),
    ],
)
def test_the_address_is_the_last_resort(url: str, issued: Issued | None) -> None:
    assert read(f"<p>{PROSE}</p>", url=url).issued == issued


def test_metadata_beat_what_is_visible() -> None:
    page = "<meta property=article:published_time content=2024-05-12><p>Published 1 June 2024</p>"

    assert read(page, url="https://x.test/2021/01/01/").issued == Issued(date(2024, 5, 12), "Open Graph")


@pytest.mark.parametrize("said", ["", "soon", "0000-00-00", "1023-05-12", "99999999999", "D:2024", "2024-02-30"])
def test_what_is_no_date_is_none(said: str) -> None:
    assert list(read_iso(said, "x")) == []


def test_a_line_without_a_date_is_none() -> None:
    assert list(read_dateline("By Jane Doe", earliest=1990)) == []
