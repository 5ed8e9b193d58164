"""Bytes to characters, whoever is wrong about them.

Servers, XML declarations and meta elements contradict each other and the bytes. The order of belief here is: a byte order
mark; bytes that are valid UTF-8 (legacy text is that by chance only in very short runs); the declarations, if what they
give reads like a language; detection by how common the characters are that each candidate gives (the levels of KS X 1001,
JIS X 0208, GB 2312 and Big5 were made by frequency). Labels mean what WHATWG's Encoding standard says they mean: "euc-kr"
is cp949, "gb2312" is gb18030, "iso-8859-1" is windows-1252. UTF-7 is never read.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

from prism.web.plausibility import MULTI_BYTE, SINGLE_BYTE, is_latin, is_plausible, score

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096
_SAMPLE = 16 * 1024
_XML_DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*+=\s*+[\"']\s*+([A-Za-z0-9._:\-]{2,40})")
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9._:\-]{2,40})", re.IGNORECASE)
_HTTP = re.compile(r"charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9._:\-]{2,40})", re.IGNORECASE)
_LANGUAGE = re.compile(
    rb"(?:\blang\s*=\s*[\"']|<(?:dc:)?language>\s*|\"language\"\s*:\s*\")([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)",
    re.IGNORECASE,
)
_STRAYS = re.compile("[\udc80-\udcff]+")
_RUN = re.compile(r"[^\x00-\x7f]+")
_BYTE_OF = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    bytes([byte]).decode("cp1252", "ignore"): byte for byte in range(0x80, 0xA0)
}
_TWICE = re.compile("[Â-ô][\u0080-¿‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]")
_HIGH = re.compile(rb"[\x80-\xff]")
_ESCAPED_JAPANESE = re.compile(rb"\x1b\$[@B]|\x1b\([IJ]")
_MOSTLY = 0.15
"""Broken bytes for each whole character up to which bytes still are UTF-8 with accidents; twice as many if declared."""


def _listed(words: str) -> list[str]:
    """A table written as prose: its words."""
    return words.split()


_CERTAIN = 0.8
"""A declared multi-byte set that reads this well needs no rival."""

_LABELS = {
    **dict.fromkeys(
        _listed(
            "euc-kr euckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 ks-c-5601-1987 korean cp949 uhc ms949 x-windows-949 "
            "windows-949 iso-ir-149 csksc56011987"
        ),
        "cp949",
    ),
    **dict.fromkeys(
        _listed(
            "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis cp932 shift_jis-2004 x-ms-cp932"
        ),
        "cp932",
    ),
    **dict.fromkeys(_listed("euc-jp eucjp x-euc-jp cseucpkdfmtjapanese"), "euc_jp"),
    **dict.fromkeys(
        _listed(
            "gb2312 gb_2312-80 gbk gb18030 x-gbk chinese csgb2312 cp936 ms936 windows-936 euc-cn gb_2312 iso-ir-58"
        ),
        "gb18030",
    ),
    **dict.fromkeys(_listed("big5 big5-hkscs cn-big5 x-x-big5 csbig5 cp950 big-5"), "big5hkscs"),
    **dict.fromkeys(
        _listed(
            "iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 us-ascii ascii ansi_x3.4-1968 cp819 windows-1252 cp1252 "
            "x-cp1252 ibm819 ansi"
        ),
        "cp1252",
    ),
    **dict.fromkeys(_listed("iso-8859-9 latin5 windows-1254 cp1254"), "cp1254"),
    **dict.fromkeys(_listed("tis-620 iso-8859-11 windows-874 dos-874 cp874"), "cp874"),
    **dict.fromkeys(_listed("utf-8 utf8 unicode-1-1-utf-8 utf_8 utf8mb4 x-unicode20utf8"), "utf-8"),
    **dict.fromkeys(_listed("iso-8859-8-i logical"), "iso8859-8"),
    **dict.fromkeys(_listed("x-mac-roman macintosh mac"), "mac-roman"),
}
_PRINTABLE = bytes(range(0x20, 0x7F))
_REFUSED = frozenset(
    {
        "undefined",
        "unicode-escape",
        "raw-unicode-escape",
        "raw_unicode_escape",
        "utf-7",
        "utf7",
        "unicode-1-1-utf-7",
        "csunicode11utf7",
        "idna",
        "punycode",
        "unicode_escape",
    }
)
_BY_LANGUAGE = {
    "ko": "cp949",
    "ja": "cp932",
    "zh-tw": "big5hkscs",
    "zh-hk": "big5hkscs",
    "zh": "gb18030",
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be"), "cp1251"),
    **dict.fromkeys(("pl", "cs", "hu", "sk", "sl", "hr", "ro", "bs", "sq"), "cp1250"),
    **dict.fromkeys(("tr", "az", "ku"), "cp1254"),
    **dict.fromkeys(("ar", "fa", "ur"), "cp1256"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
    "el": "cp1253",
    "he": "cp1255",
    "th": "cp874",
    "vi": "cp1258",
}
"""What legacy text in a language is written in when nobody says (as browsers assume)."""

_DETECTABLE = ("cp949", "cp932", "euc_jp", "gb18030", "big5hkscs", *SINGLE_BYTE)


def decode(body: bytes, headers: Mapping[str, str], *, markup: bool) -> str:
    """The characters of a body; never raises.

    Args:
        body: with content encodings undone.
        headers: lower-case names; only "content-type" is read.
        markup: look for an XML declaration and meta elements too (feeds and pages yes, JSON and text no).

    Returns:
        Characters without byte order mark. Bytes that fit nowhere become U+FFFD; single Windows bytes within UTF-8 (curly
        quotes pasted into a UTF-8 page) are read as what they were meant to be.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            rest = body[len(mark) :]
            return _mended(rest.decode("utf-8", "surrogateescape")) if name == "utf-8" else rest.decode(name, "replace")
    if body.isascii() and b"\x1b" not in body and b"\x00" not in body:
        return body.decode("ascii")
    if wide := _wide(body):
        return body.decode(wide, "replace")
    if b"\x1b" in body and body.isascii() and _ESCAPED_JAPANESE.search(body):
        return body.decode("iso2022_jp_ext", "replace")
    declared = tuple(_declared(body, headers, markup=markup))
    text = _as_utf8(body, declared)
    if text is not None:
        return _once_encoded(text)
    return _as_legacy(body, declared, _language(body) if markup else "")


def codec_of(label: str) -> str | None:
    """Python's codec for a label of the web, by WHATWG's table; None for one that is unknown or must not be read."""
    wanted = label.strip().strip("\"'").lower()
    if wanted in _REFUSED:
        return None
    if wanted in _LABELS:
        return _LABELS[wanted]
    try:
        found = codecs.lookup(wanted)
    except (LookupError, ValueError):
        return None
    is_text = getattr(found, "_is_text_encoding", True)
    return found.name if is_text and found.name not in _REFUSED and _keeps_ascii(found.name) else None


def _keeps_ascii(codec: str) -> bool:
    """Whether ASCII is itself in a set and always means itself; the wide ones are known by their zeros instead.

    Not so in HZ, ISO-2022 and EBCDIC, in which markup can be made to look like text and the other way about; WHATWG's
    standard reads none of them but ISO-2022-JP, which is known by its escapes.
    """
    if codec.startswith(("utf-", "utf_")):
        return True
    try:
        return not codec.startswith("iso2022") and _PRINTABLE.decode(codec) == _PRINTABLE.decode("ascii")
    except (UnicodeDecodeError, LookupError):
        return False


def _wide(body: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: markup and JSON begin with ASCII, so zeros stand in every other byte."""
    start = body[:4]
    if len(start) < 4 or b"\x00" not in start:  # noqa: PLR2004 - four bytes tell the width
        return ""
    shape = (start[0] != 0, start[1] != 0, start[2] != 0, start[3] != 0)
    return {
        (True, False, True, False): "utf-16-le",
        (False, True, False, True): "utf-16-be",
        (True, False, False, False): "utf-32-le",
        (False, False, False, True): "utf-32-be",
    }.get(shape, "")


def _declared(body: bytes, headers: Mapping[str, str], *, markup: bool) -> Iterator[str]:
    """Codecs that the server and the text name, in the order of belief. Wide ones can't be true any more here."""
    labels = []
    if found := _HTTP.search(headers.get("content-type", "")):
        labels.append(found[1])
    if markup:
        head = body[:_HEAD]
        labels += [m[1].decode("ascii") for m in (_XML_DECLARATION.search(head), _META.search(head)) if m]
    for label in labels:
        codec = codec_of(label)
        if codec and not codec.startswith(("utf-16", "utf-32", "utf_16", "utf_32")):
            yield codec


def _language(body: bytes) -> str:
    found = _LANGUAGE.search(body[:_HEAD])
    return found[1].decode("ascii").lower().replace("_", "-") if found else ""


def _as_utf8(body: bytes, declared: tuple[str, ...]) -> str | None:
    """The text if the bytes are UTF-8, perhaps with accidents."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("utf-8", "surrogateescape")
        strays = sum(len(run[0]) for run in _STRAYS.finditer(text))
        whole = sum(len(run[0]) for run in _RUN.finditer(text)) - strays
        if strays > whole * (2 if "utf-8" in declared else 1) * _MOSTLY:
            return None
        return _mended(text)
    other = next((codec for codec in declared if codec != "utf-8"), None)
    if other and "utf-8" not in declared and other not in SINGLE_BYTE and len(_HIGH.findall(body)) < 8:  # noqa: PLR2004 - eight bytes of Hangul are UTF-8 by chance in one of thousands
        try:
            rival = body.decode(other)
        except (UnicodeDecodeError, LookupError):
            return text
        return rival if score(rival, other) > score(text, "utf-8") else text
    return text


def _mended(text: str) -> str:
    """Single bytes within UTF-8 as what they are in windows-1252."""
    return _STRAYS.sub(lambda m: m[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace"), text)


def _once_encoded(text: str) -> str:
    """Text that was encoded as UTF-8 twice, read once more; only if all of it was, so that nothing else is touched."""
    if not _TWICE.search(text):
        return text
    mended = []
    at = 0
    for run in _RUN.finditer(text):
        try:
            again = bytes(map(_BYTE_OF.__getitem__, run[0])).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            return text
        mended += [text[at : run.start()], again]
        at = run.end()
    return "".join((*mended, text[at:]))


def _as_legacy(body: bytes, declared: tuple[str, ...], language: str) -> str:
    """The best reading among the declared, the usual and the detectable codecs; earlier ones win when as good.

    A declared Latin set whose reading is plausible has no Latin rival but the usual one: single accents tell them apart
    worse than a declaration does.
    """
    usual = _BY_LANGUAGE.get(language) or _BY_LANGUAGE.get(language.partition("-")[0])
    first = [codec for codec in declared if codec != "utf-8"]
    candidates = dict.fromkeys((*first, *((usual,) if usual else ()), *_DETECTABLE))
    sample = _sample(body)
    believed = next(
        (codec for codec in first if is_latin(codec) and is_plausible(sample.decode(codec, "replace"), codec)), ""
    )
    if believed:
        candidates = {c: None for c in candidates if not is_latin(c) or c in {believed, usual}}
    best, best_value = "cp1252", float("-inf")
    for place, codec in enumerate(candidates):
        plausible = score(sample.decode(codec, "replace"), codec)
        value = plausible + _trust(codec, codec in first, codec == usual) - 0.0001 * place
        if value > best_value:
            best, best_value = codec, value
        if plausible > _CERTAIN and codec in MULTI_BYTE and codec in {*first, usual}:
            break
    return body.decode(best, "replace")


def _trust(codec: str, declared: bool, usual: bool) -> float:  # noqa: FBT001 - two facts about a codec, not switches
    """What a declaration is worth: much, but for the Western set, which servers name when they know nothing."""
    if declared:
        return 0.1 if codec == "cp1252" else 0.35
    return 0.15 if usual else 0.0


def _sample(body: bytes) -> bytes:
    """The part around the first bytes that are not ASCII, cut at line ends so that no character is halved."""
    first = _HIGH.search(body)
    if first is None or len(body) <= _SAMPLE:
        return body
    start = body.rfind(b"\n", 0, first.start()) + 1
    start = start if first.start() - start < _SAMPLE else first.start()
    sample = body[start : start + _SAMPLE]
    end = sample.rfind(b"\n")
    return sample[: end + 1] if end > _SAMPLE // 2 else sample
