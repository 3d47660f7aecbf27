import pytest

from claimcheck.fetchers.targets import NoTargetError, Target, ascii_host, target_of


@pytest.mark.parametrize(
    ("cited", "asked"),
    [
        ("http://example.org", "http://example.org/"),
        ("HTTPS://Example.ORG/A?b=C", "https://example.org/A?b=C"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:443?a", "https://example.org/?a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("http://[2001:DB8::1]:80/a", "http://[2001:db8::1]/a"),
        ("http://example.org/a#part", "http://example.org/a"),
        ("http://reader:secret@example.org/a", "http://example.org/a"),
        ("http://bücher.example/é", "http://xn--bcher-kva.example/%C3%A9"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
    ],
)
def test_an_address_is_asked_for_in_ascii_without_what_is_not_the_servers(cited: str, asked: str) -> None:
    assert target_of(cited).url == asked


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/a%20b?q=%41%2f&r=a+b",
        "http://example.org/100%?rate=5%&x=%zz",
        "http://example.org/a;b=1,c'(d)*[e]|f~?g[]=h:i@j/k?l'm",
        "http://example.org//a//b/",
        "http://example.org/?",
        "http://example.org/...",
    ],
)
def test_what_an_address_may_hold_goes_out_as_it_is_written(url: str) -> None:
    assert target_of(url).url == url


def test_what_an_address_may_not_hold_is_escaped() -> None:
    assert (
        target_of('http://example.org/a b"<>{}?c d"<>').url == "http://example.org/a%20b%22%3C%3E%7B%7D?c%20d%22%3C%3E"
    )


@pytest.mark.parametrize(
    ("path", "meant"),
    [("/a/../b/./c", "/b/c"), ("/../a", "/a"), ("/a/..", "/"), ("/a/b/.", "/a/b/"), ("/%2e%2e/a", "/%2e%2e/a")],
)
def test_dots_in_a_path_are_followed_as_browsers_follow_them(path: str, meant: str) -> None:
    assert target_of(f"http://example.org{path}").url == f"http://example.org{meant}"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org/a",
        "//example.org/a",
        "ftp://example.org/a",
        "http:example.org",
        "http:///a",
        "http://[::1/a",
        "http://[v1.fe]/a",
        "http://[1.2.3.4]/a",
        "http://1.2.3.400/",
        "http://example.org:port/",
        "http://example.org:99999/",
        "http://example.org/a\r\nHost: other.example",
        "http://☃.example/",
        "http://example.org/" + "a" * 70_000,
    ],
)
def test_what_is_no_address_is_asked_of_nobody(url: str) -> None:
    with pytest.raises(NoTargetError):
        target_of(url)


def test_half_a_character_is_asked_of_nobody() -> None:
    with pytest.raises(UnicodeError):
        target_of("http://example.org/\ud800")


def test_a_target_knows_its_port_where_none_is_written() -> None:
    assert target_of("https://[FD00::1]/a") == Target("https", "fd00::1", 443, "https://[fd00::1]/a")


def test_a_host_is_known_by_the_rules_of_today() -> None:
    assert ascii_host("Straße.example") == "xn--strae-oqa.example"
