"""Which addresses may be dialled, as a truth table; whom the user exempts."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UsageError
from claimcheck.fetchers.addresses import Exemptions, refusal_of, refusal_of_host


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("8.8.8.8", ""),
        ("93.184.216.34", ""),
        ("2606:2800:220:1:248:1893:25c8:1946", ""),
        ("127.0.0.1", "a loopback address"),
        ("127.255.255.254", "a loopback address"),
        ("0.0.0.0", "an unspecified address"),
        ("10.1.2.3", "a private address"),
        ("172.16.0.1", "a private address"),
        ("172.31.255.255", "a private address"),
        ("172.32.0.1", ""),
        ("192.168.1.1", "a private address"),
        ("100.64.0.1", "a carrier's private address"),
        ("100.128.0.1", ""),
        ("169.254.1.1", "a link-local address"),
        ("169.254.169.254", "a cloud's metadata address"),
        ("100.100.100.200", "a cloud's metadata address"),
        ("168.63.129.16", "a cloud's metadata address"),
        ("192.0.2.1", "an address for documentation"),
        ("198.18.0.1", "an address for benchmarks"),
        ("224.0.0.1", "a multicast address"),
        ("240.0.0.1", "a reserved address"),
        ("255.255.255.255", "a reserved address"),
        ("::", "an unspecified address"),
        ("::1", "a loopback address"),
        ("::127.0.0.1", "an IPv4 address in disguise"),
        ("::ffff:127.0.0.1", "an IPv4 address in disguise"),
        ("::ffff:8.8.8.8", "an IPv4 address in disguise"),
        ("64:ff9b::7f00:1", "an IPv4 address in disguise (NAT64)"),
        ("64:ff9b:1::1", "an IPv4 address in disguise (NAT64)"),
        ("2002:7f00:1::", "a 6to4 address"),
        ("2001:0:7f00:1::", "a Teredo address"),
        ("2001:db8::1", "an address for documentation"),
        ("fc00::1", "a private address"),
        ("fd00:ec2::254", "a cloud's metadata address"),
        ("fe80::1", "a link-local address"),
        ("fe80::1%eth0", "a link-local address"),
        ("fec0::1", "a site-local address"),
        ("ff02::1", "a multicast address"),
        ("banana", "no address"),
    ],
)
def test_only_public_addresses_may_be_dialled(address: str, kind: str) -> None:
    assert refusal_of(address) == kind


@given(st.ip_addresses())
def test_law_what_the_standard_library_calls_not_global_is_never_dialled(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if not address.is_global or address.is_multicast or address.is_loopback or address.is_link_local:
        assert refusal_of(str(address))


@given(st.ip_addresses(v=4))
def test_law_no_ipv4_address_passes_inside_an_ipv6_one(address: ipaddress.IPv4Address) -> None:
    for disguise in ("::", "::ffff:", "::ffff:0:", "64:ff9b::"):
        assert refusal_of(f"{disguise}{address}")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.1", "2130706433", "0x7f000001",
     "0x7f.1", "0177.0.0.1", "017700000001", "[::1]", "[::ffff:7f00:1]",
     "localhost", "LOCALHOST.", "a.localhost", "printer.local", "db.internal", "router", "169.254.169.254"],
)  # fmt: skip
def test_a_host_that_is_written_as_a_local_one_is_not_asked_of_a_proxy(host: str) -> None:
    assert refusal_of_host(host)


@pytest.mark.parametrize(
    "host", ["example.org", "8.8.8.8", "134744072", "1.example", "0x7f.example", "localhost.example.org"]
)
def test_any_other_host_is(host: str) -> None:
    assert not refusal_of_host(host)


@pytest.mark.parametrize(
    ("entry", "url", "allowed"),
    [
        ("intranet.example", ("http", "intranet.example", None), True),
        ("intranet.example", ("http", "INTRANET.example.", 8080), True),
        ("Intranet.Example:8080", ("http", "intranet.example", 8080), True),
        ("intranet.example:8080", ("http", "intranet.example", None), False),
        ("intranet.example:80", ("http", "intranet.example", None), True),
        ("intranet.example:443", ("https", "intranet.example", None), True),
        ("intranet.example:443", ("http", "intranet.example", None), False),
        ("intranet.example", ("http", "www.intranet.example", None), False),
        ("intranet.example", ("http", "intranet.example.org", None), False),
        ("127.0.0.1", ("http", "127.0.0.1", 8800), True),
        ("127.0.0.1", ("http", "127.0.0.2", 8800), False),
        ("127.0.0.1", ("http", "localhost", None), False),
        ("[::1]:8080", ("http", "::1", 8080), True),
        ("[::1]", ("http", "[0:0:0:0:0:0:0:1]", 9), True),
        ("münchen.example", ("http", "xn--mnchen-3ya.example", None), True),
    ],
)  # fmt: skip
def test_a_host_is_exempt_as_it_is_written(entry: str, url: tuple[str, str, int | None], *, allowed: bool) -> None:
    assert Exemptions([entry]).allow(*url) is allowed


@pytest.mark.parametrize(
    "entry", ["", "http://intranet/", "a:b", "a:0", "a:65536", "::1", "user@host", "a b", "a:80:80"]
)
def test_an_entry_that_is_no_host_is_a_usage_error(entry: str) -> None:
    with pytest.raises(UsageError, match="is not a host"):
        Exemptions([entry])


@pytest.mark.parametrize("entry", ["*", "*.example", "10.0.0.*", "*:8080"])
def test_an_entry_that_would_open_every_host_is_refused_with_the_way_out(entry: str) -> None:
    with pytest.raises(UsageError, match="would open every host") as caught:
        Exemptions([entry])
    assert "--allow-private HOST" in caught.value.hint
