"""Sound files: the three levels, and every key."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimcheck.enums import Code, ExpectKind, Op, Severity
from claimcheck.model import ClaimsFile, Expectation, Ignore, Locator, Quote

Load = Callable[[str], ClaimsFile]


def test_three_levels_stand_side_by_side(load: Load) -> None:
    claims = load(
        "claims:\n"
        '  - "Sama employed up to 3,000 people": https://example.org/a\n'
        "  - id: hourly-pay\n"
        "    claim: Les annotateurs touchaient entre 1,32 $ et 2 $ de l'heure.\n"
        "    source: https://example.org/b\n"
        "    quote: between $1.32 and $2 per hour\n"
        "  - {claim: The term is of 1955, source: {url: https://example.org/c}, severity: info}\n"
    ).claims
    assert [claim.id for claim in claims] == ["sama-employed-up-to-3-000", "hourly-pay", "the-term-is-of-1955"]
    assert [claim.sources[0].address for claim in claims] == [f"https://example.org/{x}" for x in "abc"]
    assert [str(claim.location) for claim in claims] == ["claims.yaml:2:5", "claims.yaml:3:5", "claims.yaml:7:5"]
    assert [str(claim.sources[0].location) for claim in claims] == [
        "claims.yaml:2:41",
        "claims.yaml:5:13",
        "claims.yaml:7:42",
    ]
    assert claims[1].quotes == (Quote("between $1.32 and $2 per hour"),)
    assert [claim.severity for claim in claims] == [Severity.ERROR, Severity.ERROR, Severity.INFO]


def test_every_key_of_a_claim_is_read(load: Load) -> None:
    (claim,) = load(
        "claims:\n"
        "  - id: A.b_c-1\n"
        "    claim: >-\n"
        "      One sentence\n"
        "      on two lines.\n"
        "    sources: [https://e.org, https://f.org, https://g.org]\n"
        "    require: 2\n"
        "    expect: {value: 3_000, unit: people, op: <=, tolerance: 5 %}\n"
        "    quote: [a … b, {exact: c, prefix: d, suffix: e}]\n"
        "    trans_quote: une citation\n"
        "    language: fr-CA\n"
        "    locator: {page: 12, section: Results, selector: '#x'}\n"
        "    severity: warning\n"
        "    tags: [2023, no]\n"
        "    notes: yes\n"
        "    recheck_after: 90 days\n"
        "    ignore: {reason: c'est ainsi, until: 2026-12-31, by: the editor}\n"
    ).claims
    assert claim.id == "A.b_c-1"
    assert claim.text == "One sentence on two lines."
    assert claim.require == 2
    assert claim.expect == (Expectation(ExpectKind.VALUE, "3000", unit="people", op=Op.LE, tolerance="5 %"),)
    assert claim.quotes == (Quote("a … b"), Quote("c", prefix="d", suffix="e"))
    assert claim.trans_quote == "une citation"
    assert claim.language == "fr"
    assert claim.locator == Locator(12, section="Results", selector="#x")
    assert claim.severity is Severity.WARNING
    assert claim.tags == ("2023", "no")
    assert claim.notes == "yes"
    assert claim.recheck_after == "90 days"
    assert claim.ignore == Ignore("c'est ainsi", until=date(2026, 12, 31), by="the editor")


def test_every_key_of_a_source_is_read(load: Load) -> None:
    (claim,) = load(
        "claims:\n"
        "  - claim: a b\n"
        "    source:\n"
        "      url: HTTPS://Example.ORG/Path?q=1#part:~:text=words\n"
        "      title: 1984\n"
        "      author: [Karen Hao, Andrea Paola Hernández]\n"
        "      publisher: A house\n"
        "      issued: 2022-04-20\n"
        "      accessed: 2022-05\n"
        "      archive_url: https://web.archive.org/web/2023/https://example.org/\n"
        "      archive_date: 2023\n"
        "      url_status: dead\n"
        "      language: no\n"
        "      media_type: Text/HTML\n"
        "      headers_from: CLAIMCHECK_HEADERS_A\n"
    ).claims
    (source,) = claim.sources
    assert source.address == "https://example.org/Path?q=1"
    assert source.quotes == (Quote("words"),)
    assert (source.title, source.author) == ("1984", "Karen Hao; Andrea Paola Hernández")
    assert (source.publisher, source.issued, source.accessed) == ("A house", "2022-04-20", "2022-05")
    assert source.archive_url == "https://web.archive.org/web/2023/https://example.org/"
    assert (source.archive_date, source.url_status) == ("2023", "dead")
    assert (source.language, source.media_type) == ("no", "text/html")
    assert source.headers_from == "CLAIMCHECK_HEADERS_A"


def test_every_key_of_the_file_is_read(load: Load) -> None:
    read = load(
        "version: 1\n"
        "article: an article\n"
        "language: FR\n"
        "aliases: {BCE: [ECB, Banque centrale européenne], OMS: WHO}\n"
        "sources: {page: https://e.org}\n"
        "claims:\n"
        "  - a b: page\n"
        "  - {claim: c d, source: page, language: en}\n"
    )
    assert (read.path, read.article, read.language) == ("claims.yaml", "an article", "fr")
    assert read.aliases == (("BCE", "ECB", "Banque centrale européenne"), ("OMS", "WHO"))
    assert [claim.language for claim in read.claims] == ["fr", "en"]
    assert {(claim.sources[0].name, str(claim.sources[0].location)) for claim in read.claims} == {
        ("page", "claims.yaml:5:17")
    }


def test_aliases_may_be_a_list_of_groups(load: Load) -> None:
    assert load("aliases: [[a, b], [c, d, c]]\nclaims: [{x y: https://e.org}]\n").aliases == (("a", "b"), ("c", "d"))


def test_claims_take_over_what_they_do_not_say(load: Load) -> None:
    first, second = load(
        "language: de\n"
        "defaults: {source: https://e.org, language: fr, severity: info, tags: [a], require: all, locator: {page: 3}}\n"
        "claims:\n"
        "  - claim: a b\n"
        "  - claim: c d\n"
        "    sources: [https://f.org, https://g.org]\n"
        "    language: en\n"
        "    severity: error\n"
        "    tags: b\n"
    ).claims
    assert [source.address for source in first.sources] == ["https://e.org"]
    assert (first.language, first.severity, first.tags, first.require) == ("fr", Severity.INFO, ("a",), 1)
    assert first.locator.page == second.locator.page == 3
    assert [source.address for source in second.sources] == ["https://f.org", "https://g.org"]
    assert (second.language, second.severity, second.tags, second.require) == ("en", Severity.ERROR, ("b",), 2)


@pytest.mark.parametrize(("written", "number"), [("any", 1), ("all", 3), ("1", 1), ("3", 3)])
def test_require_is_a_number_of_sources(written: str, number: int, load: Load) -> None:
    sources = "[https://e.org, https://f.org, https://g.org]"
    (claim,) = load(f"claims:\n  - {{claim: a b, sources: {sources}, require: {written}}}\n").claims
    assert claim.require == number


@pytest.mark.parametrize(
    ("written", "kind", "text"),
    [
        ("value: 3_000", ExpectKind.VALUE, "3000"),
        ("value: 1e3", ExpectKind.VALUE, "1000"),
        ("value: 1.50", ExpectKind.VALUE, "1.50"),
        ("value: -4", ExpectKind.VALUE, "-4"),
        ("value: 2 $ de l'heure", ExpectKind.VALUE, "2 $ de l'heure"),
        ("value: 80 %", ExpectKind.VALUE, "80 %"),
        ("range: [1.32, 2]", ExpectKind.RANGE, "1.32\N{EN DASH}2"),
        ("range: 1.32-2", ExpectKind.RANGE, "1.32-2"),
        ("date: 2023", ExpectKind.DATE, "2023"),
        ("date: 2023-09-07", ExpectKind.DATE, "2023-09-07"),
        ("entity: Banque mondiale", ExpectKind.ENTITY, "Banque mondiale"),
        ("text: no", ExpectKind.TEXT, "no"),
        ("media_type: application/PDF", ExpectKind.MEDIA_TYPE, "application/pdf"),
    ],
)
def test_an_expectation_keeps_what_was_written(written: str, kind: ExpectKind, text: str, load: Load) -> None:
    (claim,) = load(f"claims:\n  - claim: a b\n    source: https://e.org\n    expect:\n      - {written}\n").claims
    assert [(item.kind, item.text) for item in claim.expect] == [(kind, text)]


def test_ids_are_made_of_the_words_and_are_unique(load: Load) -> None:
    claims = load(
        "claims:\n"
        "  - Élysée d'œuvre: https://e.org/1\n"
        "  - Élysée d'œuvre !: https://e.org/2\n"
        "  - {id: elysee-d-oeuvre-3, claim: x y, source: https://e.org/3}\n"
        "  - Élysée d'œuvre ?: https://e.org/4\n"
        "  - 人工知能という用語: https://e.org/5\n"
        "  - a very long claim that goes on and on for ever: https://e.org/6\n"
    ).claims
    ids = [claim.id for claim in claims]
    assert ids[:4] == ["elysee-d-oeuvre", "elysee-d-oeuvre-2", "elysee-d-oeuvre-3", "elysee-d-oeuvre-4"]
    assert ids[4].startswith("claim-")
    assert ids[5] == "a-very-long-claim-that-goes"


def test_an_id_does_not_depend_on_the_place(load: Load) -> None:
    one, two = "  - a b: https://e.org\n", "  - 人工: https://f.org\n"
    before = {claim.text: claim.id for claim in load(f"claims:\n{one}{two}").claims}
    after = {claim.text: claim.id for claim in load(f"claims:\n{two}{one}").claims}
    assert before == after


def test_an_ended_ignore_is_loaded_with_a_warning(load: Load) -> None:
    read = load(
        "claims:\n"
        "  - {claim: a b, source: https://e.org, ignore: {reason: c, until: 2026-06-29}}\n"
        "  - {claim: d e, source: https://e.org, ignore: {reason: c, until: 2026-06-30}}\n"
    )
    assert [claim.ignore is not None for claim in read.claims] == [True, True]
    assert [(str(w.location), w.code) for w in read.warnings] == [("claims.yaml:2:41", Code.IGNORE_EXPIRED)]


DOUBTFUL = [
    ("dead, no copy", "url_status: dead", "no archived copy is named"),
    ("date of no copy", "archive_date: 2023", "has no 'archive_url'"),
    ("copy at the address", "archive_url: https://e.org/a#x", "at the address itself"),
    ("read before it was issued", "issued: 2023-02-01, accessed: 2023-01", "'accessed' (2023-01) is before 'issued'"),
]


@pytest.mark.parametrize(("keys", "message"), [row[1:] for row in DOUBTFUL], ids=[row[0] for row in DOUBTFUL])
def test_an_odd_source_is_a_warning(keys: str, message: str, load: Load) -> None:
    (warning,) = load(f"claims:\n  - a b: {{url: https://e.org/a, {keys}}}\n").warnings
    assert (str(warning.location), warning.code) == ("claims.yaml:2:10", Code.DOUBTFUL)
    assert message in warning.message
    assert warning.hint


@pytest.mark.parametrize("keys", ["issued: 2023, accessed: 2023-01-01", "url_status: live", "issued: 2023-05"])
def test_a_plain_source_is_no_warning(keys: str, load: Load) -> None:
    assert load(f"claims:\n  - a b: {{url: https://e.org/a, {keys}}}\n").warnings == ()


def test_what_nothing_cites_and_what_is_said_twice_are_warnings(load: Load) -> None:
    read = load(
        "sources: {used: https://e.org, unused: https://f.org}\n"
        "claims:\n"
        "  - a b: used\n"
        "  - {id: other, claim: a b, source: https://e.org}\n"
        "  - a b c: used\n"
    )
    assert [(str(w.location), w.code) for w in read.warnings] == [
        ("claims.yaml:1:32", Code.UNUSED_SOURCE),
        ("claims.yaml:4:5", Code.DOUBTFUL),
    ]


@pytest.mark.parametrize(
    "keys",
    [
        "quote: c",
        "quote: {exact: b, prefix: c}",
        "expect: [{value: 3}]",
        "locator: {page: 2}",
        "sources: [https://e.org, https://f.org], require: all",
    ],
)
def test_a_sentence_that_asks_for_something_else_is_not_said_twice(keys: str, load: Load) -> None:
    plain = "sources: [https://e.org, https://f.org]" if "require" in keys else "source: https://e.org"
    other = keys if "require" in keys else f"source: https://e.org, {keys}"
    assert load(f"claims:\n  - {{claim: a b, {plain}}}\n  - {{id: other, claim: a b, {other}}}\n").warnings == ()


def test_a_default_source_is_used(load: Load) -> None:
    assert load("sources: {s: https://e.org}\ndefaults: {source: s}\nclaims: [{claim: a b}]\n").warnings == ()


def test_a_claims_file_is_found_by_a_path_object_too(load: Load, folder: Path) -> None:
    load("claims: [{a b: https://e.org}]\n")
    from claimcheck.claimsfile import load_claims

    assert load_claims(folder / "claims.yaml").path == str(folder / "claims.yaml")
