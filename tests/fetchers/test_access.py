"""What is set for a host lets the user in there: at that origin alone, on every hop anew, and told to nobody."""

import base64
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import trustme
from fetchers.conftest import Fetch
from web.server import HOSTS, Asked, Reply, Web, page, redirect

from claimcheck.enums import State
from claimcheck.errors import UsageError
from claimcheck.fetchers import HostSettings
from claimcheck.fetchers.credentials import Credentials
from claimcheck.fetchers.hosts import Hosts
from claimcheck.model import Fetched

NAME, PASSWORD = "ada", "s3cr3t-pass"
BASIC = "Basic " + base64.b64encode(f"{NAME}:{PASSWORD}".encode()).decode()


@pytest.fixture(autouse=True)
def secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_LOGIN", f"{NAME}:{PASSWORD}\n")
    monkeypatch.setenv("SITE_COOKIES", f"session={PASSWORD}; lang=en")
    monkeypatch.setenv("SITE_HEADERS", f"X-Api-Key: {PASSWORD}")


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def safe(authority: trustme.CA) -> Iterator[Web]:
    """A web over TLS that asks whoever comes for a certificate, and takes him without one."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*HOSTS).configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = ssl.CERT_OPTIONAL
    with ExitStack() as opened:
        yield opened.enter_context(Web(tls=context))


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


def is_private(fetched: Fetched) -> bool:
    return fetched.page is not None and fetched.page.private


def told(asked: Asked) -> bool:
    return any(PASSWORD in value or value == BASIC for value in asked.headers.values())


@pytest.mark.parametrize(
    ("own", "header", "value"),
    [
        (HostSettings(basic_from="SITE_LOGIN"), "authorization", BASIC),
        (HostSettings(cookies_from="SITE_COOKIES"), "cookie", f"session={PASSWORD}; lang=en"),
        (HostSettings(headers_from="SITE_HEADERS"), "x-api-key", PASSWORD),
    ],
)
async def test_a_host_is_asked_with_what_is_set_for_it(
    web: Web, fetch: Fetch, own: HostSettings, header: str, value: str
) -> None:
    url = web.add("/", page("a"))
    await fetch(url, hosts={f"http://127.0.0.1:{web.port}": own})
    assert web.asked[0].headers[header] == value


@pytest.mark.parametrize("entry", ["127.0.0.1", "127.0.0.1:{port}", "http://127.0.0.1", "http://127.0.0.2:{port}"])
async def test_secrets_are_sent_to_no_other_scheme_port_or_host(web: Web, fetch: Fetch, entry: str) -> None:
    own = HostSettings(basic_from="SITE_LOGIN", cookies_from="SITE_COOKIES", headers_from="SITE_HEADERS")
    fetched = await fetch(web.add("/", page("a")), hosts={entry.format(port=web.port): own})
    assert (fetched.state, is_private(fetched), told(web.asked[0])) == (State.LIVE, False, False)


async def test_secrets_of_one_host_do_not_follow_a_redirect_to_another(web: Web, fetch: Fetch) -> None:
    web.add("/c", page("a"))
    web.add("/b", redirect(302, web.url("/c")))
    url = web.add("/a", redirect(302, web.url("/b", host="127.0.0.2")))
    await fetch(url, hosts={f"http://127.0.0.1:{web.port}": HostSettings(basic_from="SITE_LOGIN")})
    assert [(asked.host, told(asked)) for asked in web.asked] == [
        ("127.0.0.1", True),
        ("127.0.0.2", False),
        ("127.0.0.1", True),
    ]


async def test_what_is_said_of_a_source_comes_before_what_is_set_for_its_host(
    web: Web, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINE", "authorization: Bearer mine")
    own = {f"http://127.0.0.1:{web.port}": HostSettings(basic_from="SITE_LOGIN")}
    await fetch(web.add("/", page("a")), headers_from="MINE", hosts=own)
    assert web.asked[0].headers["authorization"] == "Bearer mine"


@pytest.mark.parametrize(
    ("own", "variable", "value", "words"),
    [
        (HostSettings(basic_from="SITE_LOGIN"), "SITE_LOGIN", PASSWORD, "SITE_LOGIN is not 'name:password'"),
        (HostSettings(basic_from="SITE_LOGIN"), "SITE_LOGIN", f"a:{PASSWORD}\nb", "is not 'name:password'"),
        (HostSettings(basic_from="NOWHERE"), "OTHER", "x", "variable NOWHERE, which 'basic-from' names, is not set"),
        (HostSettings(cookies_from="SITE_COOKIES"), "SITE_COOKIES", PASSWORD, "is not 'name=value; name=value'"),
        (HostSettings(cookies_from="SITE_COOKIES"), "SITE_COOKIES", f"a={PASSWORD}\r\nHost: b", "is not 'name=value"),
    ],
)
async def test_a_secret_that_cannot_be_used_is_a_state_that_repeats_no_value(  # noqa: PLR0913, PLR0917 - a row
    web: Web, fetch: Fetch, monkeypatch: pytest.MonkeyPatch, own: HostSettings, variable: str, value: str, words: str
) -> None:
    monkeypatch.setenv(variable, value)
    fetched = await fetch(web.add("/", page("a")), hosts={f"http://127.0.0.1:{web.port}": own})
    assert fetched.state is State.UNREADABLE
    assert words in fetched.detail
    assert PASSWORD not in fetched.detail
    assert web.asked == []


async def test_a_netrc_is_used_where_that_is_asked_for_and_over_https_alone(
    web: Web, safe: Web, fetch: Fetch, ca_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "logins").write_text(f"machine 127.0.0.1 login {NAME} password {PASSWORD}\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "logins"))
    plain, url = web.add("/", page("a")), safe.add("/", page("a"))
    fetched = await fetch(url, ca_file=ca_file, netrc=True)
    assert (safe.asked[0].headers["authorization"], is_private(fetched)) == (BASIC, True)
    await fetch(url, ca_file=ca_file)
    await fetch(plain, netrc=True)
    assert not told(safe.asked[1])
    assert not told(web.asked[0])


async def test_a_netrc_says_nothing_of_hosts_that_it_does_not_name(
    safe: Web, fetch: Fetch, ca_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "logins").write_text(
        f"machine a.example login {NAME} password {PASSWORD}\ndefault login x password {PASSWORD}\n"
    )
    monkeypatch.setenv("NETRC", str(tmp_path / "logins"))
    await fetch(safe.add("/", page("a")), ca_file=ca_file, netrc=True)
    assert "authorization" not in safe.asked[0].headers


@pytest.mark.parametrize("text", [None, f"machine a\nbanana {PASSWORD}\n"])
def test_a_netrc_that_cannot_be_read_is_a_usage_error_that_repeats_nothing_of_it(
    tmp_path: Path, text: str | None
) -> None:
    path = tmp_path / "logins"
    if text is not None:
        path.write_text(text)
    with pytest.raises(UsageError, match="logins") as caught:
        Credentials(Hosts({}), path)
    assert PASSWORD not in str(caught.value)


async def test_a_certificate_is_shown_to_the_host_that_it_is_set_for(
    safe: Web, fetch: Fetch, authority: trustme.CA, ca_file: Path, tmp_path: Path
) -> None:
    pem = tmp_path / "me.pem"
    authority.issue_cert("me@a.example").private_key_and_cert_chain_pem.write_to_path(str(pem))
    url = safe.add("/", page("a"))
    fetched = await fetch(url, ca_file=ca_file, hosts={f"127.0.0.1:{safe.port}": HostSettings(client_cert=str(pem))})
    await fetch(url, ca_file=ca_file, hosts={"127.0.0.2": HostSettings(client_cert=str(pem))})
    assert (fetched.state, is_private(fetched)) == (State.LIVE, True)
    assert [asked.certified for asked in safe.asked] == [True, False]


@pytest.mark.parametrize("name", ["none.pem", "banana.pem"])
async def test_a_certificate_that_cannot_be_used_is_a_usage_error(
    safe: Web, fetch: Fetch, tmp_path: Path, name: str
) -> None:
    (tmp_path / "banana.pem").write_text("banana")
    own = HostSettings(client_cert=str(tmp_path / name))
    with pytest.raises(UsageError, match="cannot be used"):
        await fetch(safe.add("/", page("a")), hosts={f"127.0.0.1:{safe.port}": own})


async def test_cookies_that_a_server_sets_are_not_sent_back(web: Web, fetch: Fetch) -> None:
    web.add("/b", page("a"))
    url = web.add("/a", Reply(302, headers=(("Set-Cookie", "id=1; Path=/"), ("Location", "/b"))))
    await fetch(url, hosts={f"http://127.0.0.1:{web.port}": HostSettings(cookies_from="SITE_COOKIES")})
    assert [asked.headers["cookie"] for asked in web.asked] == [f"session={PASSWORD}; lang=en"] * 2
