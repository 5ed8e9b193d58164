"""Which addresses may be fetched at all: one strict parser, and one list of what is plainly public.

Deciding only: nothing here touches the network. `Guard.target` reads an address, `Guard.vet` judges what its name
resolved to. Both are asked again for every hop, and `vet` once more where the connection is opened (`network`).

The parser is narrower than RFC 3986 and WHATWG: where the two read an address differently, it is refused. The list of
public networks is the IANA special-purpose registries turned round: only what is known to be public passes.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

import idna

from prism.model import Refused, Unreachable, UsageError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_MAX_ADDRESS = 8192
_LONGEST_NAME = 253  # RFC 1035
_PORTS = {"http": 80, "https": 443}
_FIRST_HIGH_PORT = 1024
# Ports from 1024 up that other protocols listen on and browsers refuse (WHATWG Fetch, "port blocking").
_BLOCKED_PORTS = frozenset(
    (1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, *range(6665, 6670), 6679, 6697, 10080)
)
_ADDRESS = re.compile(r"(https?)://([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?", re.IGNORECASE | re.DOTALL)
_AUTHORITY = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]+)(?::([0-9]{1,5}))?")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_SAFE = "!$%&'()*+,-./:;=@_~[]"

_NOT_PUBLIC_4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
    )
)
_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    ipaddress.IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20")
)
_MAPPED = ipaddress.IPv6Network("::ffff:0:0/96")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")
_ISATAP = frozenset((0x00005EFE, 0x02005EFE))


@dataclass(frozen=True, slots=True)
class Target:
    """An address that was read and may be asked for.

    Attributes:
        scheme: "http" or "https".
        host: lower-case ASCII name, or a literal address (IPv6 without brackets).
        port: always set.
        path: path and query, percent-encoded, dot segments resolved; at least "/".
        allowed: the operator named exactly this host and port: private addresses are fine.
    """

    scheme: str
    host: str
    port: int
    path: str
    allowed: bool

    @property
    def authority(self) -> str:
        """Host, and the port unless it is the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address, normalised."""
        return f"{self.origin}{self.path}"

    @property
    def lane(self) -> str:
        """Whom politeness is owed to: the host; host and port where the operator named the port."""
        return f"{self.host}:{self.port}" if self.allowed else self.host


class Guard:
    """The operator's exceptions, and the judgement of everything else."""

    def __init__(self, allow: Sequence[str] = ()) -> None:
        """Take the exact host:port pairs that may be private.

        Raises:
            UsageError: one of them is not host:port.
        """
        self._allowed = frozenset(_allowed(entry) for entry in allow)

    def target(self, url: str) -> Target:
        """Read an address.

        Raises:
            Refused: it is not http(s), carries a user name, spells its host in an odd way, or is not public.
        """
        if len(url) > _MAX_ADDRESS:
            raise Refused("the address is too long", subject=url[:200])
        match = _ADDRESS.fullmatch(url.strip(" \t\r\n"))
        if match is None:
            raise Refused("not an http(s) address", subject=url[:200])
        scheme = match[1].lower()
        host, port = _authority(match[2], url)
        port = port if port is not None else _PORTS[scheme]
        allowed = (host, port) in self._allowed
        if not allowed:
            _check_port(port, url)
            _check_host(host, url)
        return Target(scheme, host, port, _path(match[3], match[4] or "", url), allowed)

    def vet(self, host: str, port: int, addresses: Iterable[str]) -> tuple[str, ...]:
        """The addresses that a name resolved to, if all of them may be connected to.

        Raises:
            Refused: one of them is not public, and the operator did not name this host and port.
            Unreachable: there are none.
        """
        vetted = tuple(dict.fromkeys(addresses))
        if not vetted:
            raise Unreachable(f"the name {host} has no address", subject=host)
        if (host, port) not in self._allowed:
            for address in vetted:
                if not is_public(address):
                    raise Refused(
                        f"{host} leads to {address}, which is not a public address",
                        subject=host,
                        advice=f'if that is meant, add "{host}:{port}" to fetch.allow',
                    )
        return vetted


def is_public(address: str) -> bool:
    """Whether an address is plainly public: anything doubtful is not.

    An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) is judged by itself; Teredo, IPv4-compatible, site-local
    and scoped addresses never pass.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv4Address):
        return not any(parsed in network for network in _NOT_PUBLIC_4)
    return _is_public_6(parsed)


def _is_public_6(address: ipaddress.IPv6Address) -> bool:
    if address.scope_id is not None:
        return False
    number = int(address)
    if address in _MAPPED or address in _NAT64:
        return is_public(str(ipaddress.IPv4Address(number & 0xFFFFFFFF)))
    if address in _SIX_TO_FOUR and not is_public(str(ipaddress.IPv4Address(number >> 80 & 0xFFFFFFFF))):
        return False
    if number >> 32 & 0xFFFFFFFF in _ISATAP and not is_public(str(ipaddress.IPv4Address(number & 0xFFFFFFFF))):
        return False
    return address in _PUBLIC_6 and not any(address in network for network in _NOT_PUBLIC_6)


def _allowed(entry: str) -> tuple[str, int]:
    try:
        host, port = _authority(entry.strip(), entry)
    except Refused as error:
        raise UsageError(f"fetch.allow: {entry!r} is not host:port", advice="for example 127.0.0.1:8123") from error
    if port is None:
        raise UsageError(f"fetch.allow: {entry!r} names no port", advice="for example 127.0.0.1:8123")
    return host, port


def _authority(authority: str, url: str) -> tuple[str, int | None]:
    if "@" in authority:
        raise Refused("an address with a user name is not fetched", subject=url[:200])
    if _FORBIDDEN.search(authority):
        raise Refused("the host is spelt in an odd way", subject=url[:200])
    match = _AUTHORITY.fullmatch(authority.removesuffix(":"))
    if match is None:
        raise Refused("the address names no host that can be read", subject=url[:200])
    port = int(match[2]) if match[2] else None
    if port is not None and not 0 < port < 2**16:
        raise Refused(f"there is no port {port}", subject=url[:200])
    return _host(match[1], url), port


def _host(host: str, url: str) -> str:
    if host.startswith("["):
        try:
            return str(ipaddress.IPv6Address(host[1:-1]))
        except ValueError as error:
            raise Refused("the host is not an IPv6 address", subject=url[:200]) from error
    name = host.lower()
    if len(name) > _LONGEST_NAME + 1:
        raise Refused("the host is spelt in an odd way", subject=url[:200])
    if not name.isascii():
        name = _ascii(name, url)
    name = name.removesuffix(".")
    if len(name) > _LONGEST_NAME or _HOST.fullmatch(name) is None:
        raise Refused("the host is spelt in an odd way", subject=url[:200])
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        # WHATWG: a host that ends in a number is an IPv4 address. Only the plain spelling of one is read.
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError as error:
            raise Refused("the host is a number in an odd spelling", subject=url[:200]) from error
    return name


def _ascii(name: str, url: str) -> str:
    """The ASCII form of an international name, by IDNA 2008 as it stands.

    Nothing is mapped first, as UTS 46 does for browsers (full-width digits, other dots, invisible characters): a name
    that needs it is a disguise.
    """
    try:
        return idna.encode(unicodedata.normalize("NFC", name), strict=True).decode("ascii")
    except UnicodeError as error:  # idna's own errors are among them
        raise Refused("the host is spelt in an odd way", subject=url[:200]) from error


def _check_port(port: int, url: str) -> None:
    if port not in _PORTS.values() and (port < _FIRST_HIGH_PORT or port in _BLOCKED_PORTS):
        raise Refused(f"port {port} is not a web server's", subject=url[:200])


def _check_host(host: str, url: str) -> None:
    literal = _literal(host)
    if literal is not None and not is_public(host):
        raise Refused(
            f"{host} is not a public address",
            subject=url[:200],
            advice="if that is meant, add host:port to fetch.allow",
        )
    if literal is None and "." not in host:
        raise Refused(
            f"{host} is not a public name",
            subject=url[:200],
            advice="if that is meant, add host:port to fetch.allow",
        )


def _literal(host: str) -> IPAddress | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def is_literal(host: str) -> bool:
    """Whether a host is an address and not a name."""
    return _literal(host) is not None


def _path(path: str, query: str, url: str) -> str:
    if re.search(r"[\x00-\x1f\x7f]", path + query):
        raise Refused("the address holds control characters", subject=url[:200])
    try:
        encoded = quote(_resolve_dots(path or "/"), safe=_SAFE) + quote(query, safe=_SAFE + "?")
    except UnicodeEncodeError as error:
        raise Refused("the address holds half a character", subject=url[:200]) from error
    return encoded


def _resolve_dots(path: str) -> str:
    """RFC 3986, 5.2.4, with %2e as a dot as WHATWG reads it: what robots.txt is asked is what the server is asked."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for number, segment in enumerate(segments):
        plain = segment.lower().replace("%2e", ".")
        if plain == "..":
            del kept[-1:]
        elif plain != ".":
            kept.append(segment)
        if plain in {".", ".."} and number == len(segments) - 1:
            kept.append("")
    return "/" + "/".join(kept)
