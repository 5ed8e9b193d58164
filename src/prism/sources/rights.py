"""What may be done with a page of a source: all that was said about it, weighed into one stored decision.

The order (docs/decisions/0033): robots.txt that forbids the fetch ends it. Then the operator's word, who may hold a licence
that no machine sees. Then any reservation (TDMRep, RSL, a word in the page's robots meta or header) caps at `link`. Then a
licence in the feed or RSL's grant. Nobody said anything: `link`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from prism.model import Basis, ParseError, Rights, Source, Use
from prism.sources import licences, rsl, tdmrep

_LONGEST = 300
_NO_AI = re.compile(r"\b(?:noai|nosnippet)\b", re.IGNORECASE)
_SIGNAL = re.compile(r"\b(?:ai-input|ai-use|genai|use-ai|bots)\s*=\s*(?:n|no)\b", re.IGNORECASE)


def decide_rights(
    source: Source,
    *,
    url: str,
    robots: Rights | None,
    headers: Mapping[str, str],
    tdmrep: bytes | None = None,
    rsl: bytes | None = None,
    page_meta: Mapping[str, str] | None = None,
    licence: str = "",
    now: datetime,
) -> Rights:
    """Decide what may be done with the text at an address.

    Args:
        source: with the operator's word, if it was given.
        url: of the page.
        robots: what robots.txt says: NONE with its line if it forbids the fetch, something less than FULL if a signal in it
            reserves a use, or None.
        headers: of the page's response, lower-case names.
        tdmrep: body of the host's `/.well-known/tdmrep.json`, or None if there is none.
        rsl: body of the RSL file that robots.txt, a Link header or a link element names, or None.
        page_meta: meta elements of the page, lower-case name → content.
        licence: `Entry.licence`, or one found on the page.
        now: when this was seen (UTC).

    Returns:
        The decision with its basis and one line of evidence. Never raises: what can't be read reserves nothing and grants
        nothing.
    """
    if robots is not None and robots.use is Use.NONE:
        return robots
    held = next(_reservations(url, robots, headers, tdmrep, rsl, page_meta or {}, licence), None)
    if source.rights is not None:
        beside = f" (set although: {held[1]})" if held and source.rights.rank > Use.LINK.rank else ""
        return _rights(source.rights, Basis.OPERATOR, f"operator: rights = {source.rights.value}{beside}", now)
    if held:
        return _rights(Use.LINK, held[0], held[1], now)
    for use, basis, evidence in _grants(url, rsl, licence):
        return _rights(use, basis, evidence, now)
    return _rights(Use.LINK, Basis.DEFAULT, _unsaid(url, tdmrep, headers, page_meta or {}), now)


def _rights(use: Use, basis: Basis, evidence: str, now: datetime) -> Rights:
    line = " ".join(evidence.split())
    return Rights(use, basis, line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…", now)


def _reservations(
    url: str,
    robots: Rights | None,
    headers: Mapping[str, str],
    file: bytes | None,
    terms: bytes | None,
    page_meta: Mapping[str, str],
    licence: str,
) -> Iterator[tuple[Basis, str]]:
    """Every reservation of rights that was found, with the words that make it."""
    if robots is not None and robots.use.rank < Use.FULL.rank:
        yield robots.basis, robots.evidence
    declaration = tdmrep.declared(url, page_meta=page_meta, headers=headers, file=file)
    if declaration and declaration.reserved:
        yield Basis.TDMREP, declaration.evidence
    for found, where in ((_terms(terms, url), "RSL file"), (rsl.read_line(licence), "RSL in the feed")):
        word, words = rsl.verdict(found)
        if word is rsl.Word.RESERVED:
            yield Basis.RSL, f"{where}: {words}"
    for name, words in (
        ("meta robots", page_meta.get("robots", "")),
        ("x-robots-tag", headers.get("x-robots-tag", "")),
    ):
        if _NO_AI.search(words):
            yield Basis.ROBOTS, f"{name}: {words}"
    for name in ("content-usage", "content-signal"):
        if _SIGNAL.search(headers.get(name, "")):
            yield Basis.ROBOTS, f"{name}: {headers[name]}"


def _terms(body: bytes | None, url: str) -> tuple[rsl.Licence, ...]:
    if not body:
        return ()
    try:
        return rsl.read_file(body, url)
    except ParseError:
        return ()


def _grants(url: str, terms: bytes | None, licence: str) -> Iterator[tuple[Use, Basis, str]]:
    granted = licences.use_of(licence)
    if granted:
        use, name = granted
        yield use, Basis.LICENCE, f"{name}: {licence}"
    for found, where in ((rsl.read_line(licence), "RSL in the feed"), (_terms(terms, url), "RSL file")):
        word, words = rsl.verdict(found)
        if word in {rsl.Word.GRANTED, rsl.Word.GRANTED_ALL}:
            use = Use.FULL if word is rsl.Word.GRANTED_ALL else Use.EXCERPT
            yield use, Basis.RSL, f"{where}: {words}"


def _unsaid(url: str, file: bytes | None, headers: Mapping[str, str], page_meta: Mapping[str, str]) -> str:
    declaration = tdmrep.declared(url, page_meta=page_meta, headers=headers, file=file)
    if declaration:
        return f"no licence found; {declaration.evidence} reserves nothing and grants nothing"
    return "nobody has said what may be done with it"
