"""Addresses of the web as one spelling each, so that the same page is the same string.

The rules are those of the WHATWG URL standard where browsers and `urllib` differ (backslashes, tabs and line ends inside,
numeric and full-width hosts), RFC 3986 section 6.2.2 for the normal form, and a table of parameters that only follow the
reader around. Nothing is resolved or fetched here: whether an address may be asked for is the fetcher's business.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, unquote_to_bytes, urljoin, urlsplit

import idna

from prism.web.text import bounded_marks

MAX_LENGTH = 4096
"""Characters; a longer address is none (browsers and servers disagree beyond, and no newsroom needs one)."""

_LONGEST_HOST = 254
"""Characters, a final dot included (RFC 1035)."""
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.\-]*:")
_DOUBLED_SCHEME = re.compile(r"^https?:/*(?=https?:/+)", re.IGNORECASE)
_STRIPPED = "".join(map(chr, range(0x21))) + "\u00a0\u200b\ufeff\u3000"
_INNER = re.compile(r"[\t\n\r]")
_PLAIN_HOST = re.compile(r"^[a-z0-9_](?:[a-z0-9_.\-]*[a-z0-9_\-])?$")
_BAD_HOST = re.compile(r"[\x00-\x20\x7f#/<>?@\\^|%\[\]]")
_NUMBER = re.compile(r"^(?:0[xX][0-9a-fA-F]*|[0-9]+)$")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})|%")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_SAFE = "%/:@!$&'()*+,;=-._~|"
_QUERY_SAFE = _PATH_SAFE + "?[]{}`"


def _listed(words: str) -> list[str]:
    """A table written as prose: its words."""
    return words.split()


_TRACKING = frozenset(
    _listed("""
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid twclid ttclid igshid igsh li_fat_id epik srsltid
    mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking __hssc __hstc __hsfp vero_id vero_conv oly_anon_id oly_enc_id
    _ga _gl _ke wickedid rb_clickid s_kwcid ef_id irclickid irgwc sc_cid s_cid cmpid cmp icid ocid ncid ito smid smtyp
    emc xtor xtref wt_mc wt.mc_id wt_zmc wtmc at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4
    at_link_id at_link_origin at_link_type at_ptr_name at_bbc_team at_format ns_mchannel ns_source ns_campaign
    ns_linkname ns_fee fb_action_ids fb_action_types fb_source fb_ref action_object_map action_type_map
    ref_src ref_url ftag guccounter guce_referrer guce_referrer_sig soc_src soc_trk spm taid tpcc sr_share mibextid
    __twitter_impression campaign_id hootpostid itm_source itm_medium itm_campaign pk_campaign pk_kwd pk_source
    pk_medium mtm_campaign mtm_kwd mtm_source mtm_medium mtm_content piwik_campaign piwik_kwd matomo_campaign
    traffic_source __cft__ __tn__ trk_contact trk_msg trk_module trk_sid
    """)
)
"""Names (lower case) that say where the reader came from, and never which page it is."""

_TRACKING_STARTS = ("utm_", "utm-", "hsa_", "pf_rd_", "__cft__[")

_CAME_FROM = frozenset(
    _listed("ref source src from via partner feed feedname feature input output mod intcmp dcmp rssid")
)
"""Names that tell pages apart on some sites: dropped only when the value says that a feed or a network sent the reader."""

_SENDERS = re.compile(
    r"^(?:rss(?:[_\-].*)?|rss2?\.0|feed|feeds|feedburner|atom|xml|twitter|x|facebook|fb|kakao|kakaotalk|line|naver|google|"
    r"googlenews|newsletter|email|e-?mail|share|social|home|homepage|main|top|flipboard|smartnews|telegram|whatsapp)$",
    re.IGNORECASE,
)

_SHARED_SECOND_LEVELS = frozenset(
    _listed("ac co com edu go gob gov gouv mil ne net nom or org pe re asso presse lg ed gr ad")
)
"""Second labels under a country's two-letter domain below which names are registered (co.kr, or.jp, com.cn)."""

_HOSTING = frozenset(
    _listed("""
    blogspot.com wordpress.com github.io gitlab.io tistory.com substack.com medium.com typepad.com livejournal.com
    over-blog.com hatenablog.com hatenadiary.jp fc2.com web.app firebaseapp.com herokuapp.com netlify.app vercel.app
    pages.dev workers.dev cloudfront.net s3.amazonaws.com azurewebsites.net appspot.com ghost.io
    """)
)
"""Names below which strangers live side by side: each host there is a site of its own."""


def clean(url: str, base: str = "") -> str | None:
    """The one spelling of an address.

    Args:
        url: as found, absolute or relative, perhaps with white space, a missing scheme or odd escapes.
        base: absolute address that a relative one counts from; without it a relative address is none.

    Returns:
        An absolute http(s) address in ASCII: scheme and host in lower case, host in IDNA, default port, user name, fragment
        and tracking parameters off, dot segments resolved, escapes in one spelling. `clean(clean(x)) == clean(x)`.
        None when it is no http(s) address.
    """
    found = _INNER.sub("", url.strip(_STRIPPED))
    if not found or len(found) > MAX_LENGTH:
        return None
    base = base if len(base) <= MAX_LENGTH * 3 else ""
    found = bounded_marks(_DOUBLED_SCHEME.sub("", found))
    try:
        absolute = _absolute(found, bounded_marks(_INNER.sub("", base.strip(_STRIPPED))))
        return _normal(absolute) if absolute else None
    except ValueError:
        return None


def host_of(url: str) -> str:
    """The host of an address in lower-case ASCII, without port; empty when it has none."""
    cleaned = clean(url)
    return (urlsplit(cleaned).hostname or "") if cleaned else ""


def same_site(a: str, b: str) -> bool:
    """Whether two addresses belong to one publisher: the same host, or the same registrable domain.

    The registrable domain is the last two labels, or three below the second levels that registries share out (co.kr) and
    below hosting names. No list of all suffixes is kept, so an unusual one errs towards "same site" within its country.
    """
    left, right = host_of(a), host_of(b)
    return bool(left) and bool(right) and (left == right or site_of(left) == site_of(right))


def site_of(host: str) -> str:
    """The registrable domain of a host ("news.example.co.kr" → "example.co.kr"); a numeric address is itself."""
    labels = host.split(".")
    if ":" in host or labels[-1].isdigit() or len(labels) < 3:  # noqa: PLR2004 - two labels are a domain already
        return host
    for kept in (4, 3):
        if ".".join(labels[-kept + 1 :]) in _HOSTING:
            return ".".join(labels[-kept:])
    country = len(labels[-1]) == 2  # noqa: PLR2004 - country codes have two letters
    return ".".join(labels[-3:] if country and labels[-2] in _SHARED_SECOND_LEVELS else labels[-2:])


def is_tracking(name: str, value: str = "") -> bool:
    """Whether a query parameter only says where the reader came from."""
    lowered = name.lower()
    if lowered in _TRACKING or lowered.startswith(_TRACKING_STARTS):
        return True
    return lowered in _CAME_FROM and bool(_SENDERS.match(value))


def _absolute(found: str, base: str) -> str:
    """Join with the base, after reading slashes the way browsers do; empty if there is nothing to join with."""
    head, mark, tail = _before_query(found)
    found = head.replace("\\", "/") + mark + tail
    scheme = _SCHEME.match(found)
    if scheme and scheme.group().lower() in {"http:", "https:"}:
        rest = found[scheme.end() :].lstrip("/")
        return f"{scheme.group().lower()}//{rest}" if rest else ""
    if scheme and not re.match(r"^[\w.\-]+:\d+(?:[/?#]|$)", found):
        return ""
    if not base:
        return f"https:{found}" if found.startswith("//") else ""
    if scheme:
        return ""
    joined = urljoin(base.replace("\\", "/"), found)
    return joined if joined.lower().startswith(("http://", "https://")) else ""


def _before_query(found: str) -> tuple[str, str, str]:
    """The part where a backslash means a slash, and the rest."""
    ends = [at for at in (found.find("?"), found.find("#")) if at >= 0]
    return (found[: min(ends)], "", found[min(ends) :]) if ends else (found, "", "")


def _normal(absolute: str) -> str | None:
    parts = urlsplit(absolute)
    scheme = parts.scheme.lower()
    authority = parts.netloc.rpartition("@")[2]
    host, port = _host_and_port(authority)
    if not host or scheme not in _DEFAULT_PORTS:
        return None
    place = host if port is None or port == _DEFAULT_PORTS[scheme] else f"{host}:{port}"
    path = _without_dots(_escaped(parts.path, _PATH_SAFE)) or "/"
    query = _kept_parameters(_escaped(parts.query, _QUERY_SAFE))
    bang = parts.fragment if parts.fragment.startswith("!") else ""
    normal = f"{scheme}://{place}{path}" + (f"?{query}" if query else "")
    normal += f"#{_escaped(bang, _QUERY_SAFE)}" if bang else ""
    return normal if len(normal) <= MAX_LENGTH * 3 else None


def _host_and_port(authority: str) -> tuple[str, int | None]:
    if authority.startswith("["):
        inner, closed, rest = authority[1:].partition("]")
        address = ipaddress.IPv6Address(inner.partition("%")[0])
        if not closed or (rest and not rest.startswith(":")):
            raise ValueError(authority)
        return f"[{address.compressed}]", _port(rest[1:])
    name, _, port = authority.partition(":")
    return _host(name), _port(port)


def _port(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or int(text) > 0xFFFF:  # noqa: PLR2004 - ports are 16 bits
        raise ValueError(text)
    return int(text)


def _host(name: str) -> str:
    """A host name in IDNA, or the dotted form of what browsers read as an IPv4 address."""
    lowered = unquote_to_bytes(name).decode("utf-8").lower()
    if len(lowered) > _LONGEST_HOST:  # before IDNA, which takes quadratic time
        raise ValueError(name)
    if not lowered.isascii():
        try:
            lowered = idna.encode(lowered, uts46=True, transitional=False).decode("ascii").lower()
        except (idna.IDNAError, UnicodeError) as error:
            raise ValueError(name) from error
    lowered = lowered.removesuffix(".")
    if _BAD_HOST.search(lowered) or not _PLAIN_HOST.match(lowered) or ".." in lowered:
        raise ValueError(name)
    return _ipv4(lowered) if _NUMBER.match(lowered.rpartition(".")[2]) else lowered


def _ipv4(host: str) -> str:
    """WHATWG URL, 3.5: octal, hexadecimal and shortened numbers are an address too; raises ValueError if not."""
    numbers = []
    for part in host.split("."):
        if not _NUMBER.match(part):
            raise ValueError(host)
        if part.startswith("0x"):
            numbers.append(int(part[2:] or "0", 16))
        else:
            numbers.append(int(part, 8 if part.startswith("0") and len(part) > 1 else 10))
    *front, last = numbers
    if len(numbers) > 4 or any(n > 0xFF for n in front) or last >= 256 ** (5 - len(numbers)):  # noqa: PLR2004 - four octets
        raise ValueError(host)
    value = last + sum(n * 256 ** (3 - place) for place, n in enumerate(front))
    return str(ipaddress.IPv4Address(value))


def _escaped(text: str, safe: str) -> str:
    """Percent escapes in one spelling: unreserved characters bare, hexadecimal digits upper case, all else escaped."""

    def one(match: re.Match[str]) -> str:
        if not match[1]:
            return "%25"
        byte = int(match[1], 16)
        return chr(byte) if byte in _UNRESERVED else f"%{match[1].upper()}"

    return quote(_ESCAPE.sub(one, text.encode("utf-8", "replace").decode("utf-8")), safe=safe)


def _without_dots(path: str) -> str:
    """RFC 3986, 5.2.4."""
    if not path.startswith("/"):
        path = f"/{path}"
    out: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del out[-1:]
        elif segment != ".":
            out.append(segment)
    if segments[-1] in {".", ".."}:
        out.append("")
    return "/" + "/".join(out)


def _kept_parameters(query: str) -> str:
    """The query without what only tracks; the order of the rest says nothing about the page, but is kept."""
    if not query:
        return ""
    kept = []
    for pair in re.split(r"&(?:amp;)?", query):
        name, _, value = pair.partition("=")
        if pair and not is_tracking(name, value):
            kept.append(pair)
    return "&".join(kept)
