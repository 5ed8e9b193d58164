from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.adapters.http.guard import Guard, is_public
from prism.model import Refused, Unreachable, UsageError


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("http://news.example", "http://news.example/"),
        ("HTTPS://News.Example.:443/A?b=c#d", "https://news.example/A?b=c"),
        ("https://news.example:8443/", "https://news.example:8443/"),
        ("http://news.example/a/../b/./c/%2e%2e/d", "http://news.example/b/d"),
        ("http://news.example/../../..", "http://news.example/"),
        ("http://news.example/a/..", "http://news.example/"),
        ("http://news.example/기사?q=말 글", "http://news.example/%EA%B8%B0%EC%82%AC?q=%EB%A7%90%20%EA%B8%80"),
        ("http://news.example/a%20b%zz?x=%", "http://news.example/a%20b%zz?x=%"),
        ("http://news.example//double//slash", "http://news.example//double//slash"),
        ("http://news.example?x", "http://news.example/?x"),
        ("http://한국.example/", "http://xn--3e0b707e.example/"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://under_score.example/", "http://under_score.example/"),
        ("http://93.184.216.34/", "http://93.184.216.34/"),
        ("http://[2606:4700:0:0::1111]/", "http://[2606:4700::1111]/"),
        (" http://news.example/\n", "http://news.example/"),
    ],
)
def test_addresses_that_are_read(url: str, normal: str) -> None:
    assert Guard().target(url).url == normal


@pytest.mark.parametrize(
    "url",
    [
        "",
        "news.example",
        "//news.example/",
        "ftp://news.example/",
        "file:///etc/passwd",
        "gopher://news.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "http:news.example",
        "http:/news.example",
        "http:///news.example",
        "http://",
        "http://:80/",
        "http://user@news.example/",
        "http://user:secret@news.example/",
        "http://news.example\\@127.0.0.1/",
        "http://news.example@127.0.0.1/",
        "http://127.0.0.1\\.news.example/",
        "http://news.example:0/",
        "http://news.example:22/",
        "http://news.example:25/",
        "http://news.example:6667/",
        "http://news.example:65536/",
        "http://news.example:8o/",
        "http://news.example:-1/",
        "http://news.example:٨٠/",
        "http://news .example/",
        "http://news\t.example/",
        "http://news\x00.example/",
        "http://news.example/\r\nHost: x",
        "http://news%2eexample/",
        "http://news..example/",
        "http://-news.example/",
        "http://.news.example/",
        "http://news.example../",
        "http://ｎews.example/",
        "http://news。example/",
        "http://℀.example/",
        "http://news\u200b.example/",
        "http://a" + "a" * 63 + ".example/",
        "http://" + "a." * 127 + "example/",
        "http://intranet/",
        "http://localhost/",
        "http://[::1/",
        "http://::1/",
        "http://[fe80::1%25eth0]/",
        "http://[v1.x]/",
        "http://news.example/" + "a" * 9000,
        "http://news.example/\ud800",
    ],
)
def test_addresses_that_are_refused(url: str) -> None:
    with pytest.raises(Refused):
        Guard().target(url)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.254",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::808:808",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::",
        "2002:a00:1::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "2606:4700::1111%1",
        "fec0::1",
        "ff02::1",
        "2606:4700::5efe:7f00:1",
        "2606:4700::200:5efe:a00:1",
        "not an address",
        "127.1",
        "010.0.0.1",
    ],
)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.216.34", "172.32.0.1", "192.0.1.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1",
     "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "2001:200::1"],
)  # fmt: skip
def test_public(address: str) -> None:
    assert is_public(address)


@given(st.integers(0, 2**32 - 1).map(ipaddress.IPv4Address))
def test_what_python_calls_private_is_never_public(address: ipaddress.IPv4Address) -> None:
    if address.is_private or address.is_multicast or address.is_reserved or not address.is_global:
        assert not is_public(str(address))
        for disguise in (f"::ffff:{address}", f"64:ff9b::{address}", f"::{address}"):
            assert not is_public(str(ipaddress.IPv6Address(disguise)))


@given(st.integers(0, 2**128 - 1).map(ipaddress.IPv6Address))
def test_what_python_calls_private_is_never_public_in_ipv6(address: ipaddress.IPv6Address) -> None:
    if address.is_private or address.is_multicast or address.is_link_local or address.is_site_local:
        assert not is_public(str(address))


@given(st.text(max_size=40))
def test_any_text_after_the_scheme_is_read_or_refused(rest: str) -> None:
    try:
        target = Guard().target(f"http://{rest}")
    except Refused:
        return
    again = Guard().target(target.url)
    assert again == target
    assert target.url.isascii()
    assert target.url.isprintable()


@pytest.mark.parametrize(
    ("entry", "url"),
    [
        ("127.0.0.1:8123", "http://127.0.0.1:8123/feed"),
        ("localhost:8123", "http://LOCALHOST.:8123/feed"),
        ("[::1]:8123", "http://[0:0::1]:8123/feed"),
        ("intranet:80", "http://intranet/feed"),
        ("127.0.0.1:22", "https://127.0.0.1:22/"),
    ],
)
def test_what_the_operator_allows(entry: str, url: str) -> None:
    target = Guard([entry]).target(url)
    assert target.allowed
    assert target.lane == f"{target.host}:{target.port}"


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8124/", "http://127.0.0.2:8123/", "http://localhost:8123/", "http://127.0.0.1/", "http://2130706433:8123/"],
)  # fmt: skip
def test_an_exception_is_exact(url: str) -> None:
    with pytest.raises(Refused):
        Guard(["127.0.0.1:8123"]).target(url)


@pytest.mark.parametrize(
    "entry", ["127.0.0.1", "http://127.0.0.1:80", "*:80", "127.0.0.1:x", "", "127.0.0.0/8:80", "0x7f.1:80"]
)
def test_an_exception_that_is_no_host_and_port_is_a_wrong_configuration(entry: str) -> None:
    with pytest.raises(UsageError, match=r"127\.0\.0\.1:8123"):
        Guard([entry])


def test_all_addresses_of_a_name_must_be_public() -> None:
    guard = Guard(["inside.example:8080"])
    assert guard.vet("news.example", 80, ["8.8.8.8", "2606:4700::1111", "8.8.8.8"]) == ("8.8.8.8", "2606:4700::1111")
    with pytest.raises(Refused, match=r"fetch\.allow"):
        guard.vet("news.example", 80, ["8.8.8.8", "::1"])
    with pytest.raises(Unreachable):
        guard.vet("news.example", 80, [])
    assert guard.vet("inside.example", 8080, ["10.0.0.1"]) == ("10.0.0.1",)
    with pytest.raises(Refused):
        guard.vet("inside.example", 80, ["10.0.0.1"])
