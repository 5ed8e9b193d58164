"""robots.txt (RFC 9309): what it says of an address, with the line that says so.

The lines of the agent's own group are picked here, and Protego matches addresses against them: wildcards, `$`, the longest
rule wins. It is given no more than that one group, because it copies every rule to every agent of a group: a file of
240 kB with 5,000 agents and 10,000 rules took it 164 s and 3.6 GB. Records that are no part of the RFC (`License:` of
RSL 1.0, `Content-Signal:`) are read beside the groups and, by section 2.2.4, cut none in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protego import Protego

MAX_CHARACTERS = 512 * 1024
"""What is read of a file; RFC 9309 asks for 500 KiB at least. What stands behind is not obeyed and not believed."""

# Fields by what they mean, with the misspellings that Protego and Google's parser know as well.
_FIELDS = {
    "user-agent": "agent",
    "useragent": "agent",
    "user agent": "agent",
    "disallow": "disallow",
    "dissallow": "disallow",
    "dissalow": "disallow",
    "disalow": "disallow",
    "diasllow": "disallow",
    "disallaw": "disallow",
    "allow": "allow",
    "crawl-delay": "delay",
    "crawl delay": "delay",
    "sitemap": "sitemap",
    "sitemaps": "sitemap",
    "site-map": "sitemap",
    "license": "licence",
    "licence": "licence",
    "content-signal": "signal",
    "content-usage": "signal",
}
_RULES = {"disallow": "Disallow", "allow": "Allow", "delay": "Crawl-delay"}
_FIELD = "|".join(sorted((re.escape(name) for name in _FIELDS), key=len, reverse=True))
_RECORD = re.compile(rf"\s*({_FIELD})(?:\s*:|\s+)\s*(.*)", re.IGNORECASE | re.DOTALL)
_TOKEN = re.compile(r"[A-Za-z_-]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class RobotsAnswer:
    """What a robots.txt says of one address.

    Attributes:
        allowed: whether it may be fetched.
        line: the line that forbids it, as it stands in the file; empty when it is allowed.
        delay_s: Crawl-delay for this agent in seconds, or None.
        sitemaps: addresses of the Sitemap lines, as given.
        licences: addresses of the License lines (RSL 1.0), as given.
        signals: Content-Signal and Content-Usage lines, whole.
    """

    allowed: bool
    line: str
    delay_s: float | None
    sitemaps: tuple[str, ...]
    licences: tuple[str, ...]
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Record:
    """A line of the file that means something."""

    kind: str
    value: str
    line: str


class Robots:
    """A robots.txt that was read once for one agent, and is asked many times."""

    def __init__(self, robots_txt: str, agent: str) -> None:
        """Read a file; nothing in it is an error.

        Args:
            robots_txt: the text; what is behind `MAX_CHARACTERS` is left out.
            agent: the product token ("PrismBot"), compared without regard to case.
        """
        records = list(_records(robots_txt[:MAX_CHARACTERS].removeprefix("\ufeff")))
        self._group = _group(records, agent)
        self._rules = _rules(self._group)
        self._sitemaps = _values(records, "sitemap")
        self._licences = _values(records, "licence")
        self._signals = tuple(dict.fromkeys(_one_line(r.line) for r in records if r.kind == "signal"))

    def ask(self, url: str) -> RobotsAnswer:
        """What the file says of an absolute address, of which only path and query count."""
        allowed = bool(self._rules.can_fetch(url, "*"))
        return RobotsAnswer(
            allowed=allowed,
            line="" if allowed else self._forbidding_line(url),
            delay_s=self._rules.crawl_delay("*"),
            sitemaps=self._sitemaps,
            licences=self._licences,
            signals=self._signals,
        )

    def _forbidding_line(self, url: str) -> str:
        """The longest Disallow that matches, which is the one that won: found by halving, since Protego doesn't tell."""
        left = [record for record in self._group if record.kind == "disallow"]
        left.sort(key=lambda record: len(record.value), reverse=True)
        while len(left) > 1:
            longer, shorter = left[: len(left) // 2], left[len(left) // 2 :]
            left = shorter if _rules(longer).can_fetch(url, "*") else longer
        return _one_line(left[0].line)


def evaluate(robots_txt: str, url: str, agent: str) -> RobotsAnswer:
    """What a robots.txt says of one address to one agent (a product token such as "PrismBot")."""
    return Robots(robots_txt, agent).ask(url)


def _records(text: str) -> Iterator[_Record]:
    for line in text.splitlines():
        match = _RECORD.match(line.partition("#")[0])
        if match:
            yield _Record(_FIELDS[match[1].lower()], match[2].strip(), line)


def _group(records: Sequence[_Record], agent: str) -> list[_Record]:
    """The rules that hold for an agent: of all groups that name it, else of all groups for `*` (RFC 9309, 2.2.1)."""
    named: list[_Record] = []
    for_all: list[_Record] = []
    speaks_to: set[str] = set()
    seen_rule = met = False
    for record in records:
        if record.kind == "agent":
            speaks_to = set() if seen_rule else speaks_to
            seen_rule = False
            token = _TOKEN.match(record.value)
            speaks_to.add(token[0].lower() if token else record.value[:1])
            met = met or agent.lower() in speaks_to
        elif record.kind in _RULES:
            seen_rule = True
            if agent.lower() in speaks_to:
                named.append(record)
            if "*" in speaks_to:
                for_all.append(record)
    return named if met else for_all


def _rules(records: Sequence[_Record]) -> Protego:
    lines = (f"{_RULES[record.kind]}: {record.value}" for record in records if record.value)
    return Protego.parse("\n".join(("User-agent: *", *lines)))


def _values(records: Sequence[_Record], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_one_line(r.value) for r in records if r.kind == kind and r.value))


def _one_line(text: str) -> str:
    """Text that others wrote, fit to be shown in one line."""
    return _CONTROLS.sub(" ", text).strip()[:_LONGEST_LINE]
