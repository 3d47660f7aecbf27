"""Certificates on a real handshake: what is wrong with one is told, and nothing is read past it."""

import ssl
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme
from fetchers.conftest import Fetch
from hypothesis import given
from hypothesis import strategies as st
from web.authority import Authority
from web.server import HOSTS, Web, page

from claimcheck.enums import State
from claimcheck.errors import UsageError
from claimcheck.fetchers.certificates import EXPIRED, NOT_YET, describe_fault, read_dates
from claimcheck.fetchers.trust import make_context

Serve = Callable[..., Web]


@pytest.fixture
def authority() -> Authority:
    return Authority()


@pytest.fixture
def serve(authority: Authority) -> Iterator[Serve]:
    """Open a web with a certificate of these names; asked for before ``fetch``, it closes after it."""
    with ExitStack() as opened:
        yield lambda *names, expired=False: opened.enter_context(Web(tls=authority.context(*names, expired=expired)))


async def test_a_certificate_of_a_trusted_authority_is_good(
    serve: Serve, fetch: Fetch, authority: Authority, tmp_path: Path
) -> None:
    fetched = await fetch(serve(*HOSTS).add("/", page("safe")), ca_file=authority.write(tmp_path / "ca.pem"))
    assert (fetched.state, fetched.detail) == (State.LIVE, "")


async def test_ssl_cert_file_names_the_trusted_authorities(
    serve: Serve, fetch: Fetch, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.write(tmp_path / "ca.pem")))
    assert (await fetch(serve(*HOSTS).add("/", page("safe")))).state is State.LIVE


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="the system judges by itself")
def test_a_machine_without_authorities_trusts_mozillas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))

    assert make_context().cert_store_stats()["x509_ca"] > 50


@pytest.mark.parametrize(
    ("names", "expired", "detail"),
    [
        (HOSTS, True, "the certificate has expired on 2020-01-01"),
        (("other.test",), False, "the certificate is for another address"),
    ],
    ids=["expired", "of another host"],
)
async def test_a_bad_certificate_is_told(  # noqa: PLR0913, PLR0917 - what a row is made of
    serve: Serve,
    fetch: Fetch,
    authority: Authority,
    tmp_path: Path,
    names: tuple[str, ...],
    expired: bool,
    detail: str,
) -> None:
    web = serve(*names, expired=expired)
    fetched = await fetch(web.add("/", page("secret")), ca_file=authority.write(tmp_path / "ca.pem"))
    assert (fetched.state, fetched.detail, fetched.page) == (State.TLS_ERROR, detail, None)
    assert (fetched.unreachable, web.asked) == (False, [])


async def test_the_day_of_a_certificate_is_read_for_no_host_that_may_not_be_dialled(
    serve: Serve, fetch: Fetch, authority: Authority, tmp_path: Path
) -> None:
    web = serve(*HOSTS, expired=True)
    ca_file = authority.write(tmp_path / "ca.pem")
    fetched = await fetch(web.add("/", page("secret")), ca_file=ca_file, allow_private=())
    assert (fetched.state, web.connections) == (State.FORBIDDEN_ADDRESS, 0)


@pytest.mark.parametrize(
    ("code", "dates", "words"),
    [
        (EXPIRED, (2020, 2024), "the certificate has expired on 2024-03-01"),
        (NOT_YET, (2027, 2028), "the certificate is not valid before 2027-03-01"),
        (EXPIRED, (2020, 2030), ""),
        (NOT_YET, (2020, 2030), ""),
        (EXPIRED, None, ""),
    ],
    ids=["expired", "not yet", "another of the chain", "another of the chain, not yet", "not to be had"],
)
def test_the_day_is_told_only_where_it_is_the_fault(code: int, dates: tuple[int, int] | None, words: str) -> None:
    days = dates and (datetime(dates[0], 3, 1, tzinfo=UTC), datetime(dates[1], 3, 1, tzinfo=UTC))
    assert describe_fault(code, days, datetime(2026, 1, 1, tzinfo=UTC)) == words


@given(st.binary(max_size=200))
def test_what_is_no_certificate_has_no_dates(data: bytes) -> None:
    assert read_dates(data) is None


def test_dates_of_both_forms_are_read() -> None:
    for until in (datetime(2049, 12, 31, 23, 59, 59, tzinfo=UTC), datetime(2051, 6, 1, tzinfo=UTC)):
        made = trustme.CA().issue_cert("a.example", not_before=datetime(1999, 1, 2, tzinfo=UTC), not_after=until)
        held = ssl.PEM_cert_to_DER_cert(made.cert_chain_pems[0].bytes().decode())
        assert read_dates(held) == (datetime(1999, 1, 2, tzinfo=UTC), until)


async def test_an_authority_that_nobody_trusts_is_told(serve: Serve, fetch: Fetch) -> None:
    fetched = await fetch(serve(*HOSTS).add("/", page("secret")))
    assert fetched.state is State.TLS_ERROR
    assert "not known here" in fetched.detail or "not trusted here" in fetched.detail


async def test_a_server_that_speaks_no_tls_is_told(web: Web, fetch: Fetch) -> None:
    fetched = await fetch(f"https://127.0.0.1:{web.port}/")
    assert (fetched.state, fetched.detail) == (State.TLS_ERROR, "the server does not speak TLS there")


def test_a_file_without_authorities_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("banana", encoding="utf-8")
    with pytest.raises(UsageError, match=r"ca\.pem"):
        make_context(tmp_path / "ca.pem")
