"""robots.txt (RFC 9309), read by Protego: what it says of an address, with the line that says so.

Protego decides; the line is found by asking Protego about each rule of the group alone, longest first, which is the order
in which the RFC lets rules win. Records that are no part of the RFC (`License:` of RSL 1.0, `Content-Signal:`,
`Content-Usage:`) are taken out first, since by section 2.2.4 they must not cut a group in two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

MAX_CHARACTERS = 512 * 1024
"""What is read of a file; RFC 9309 asks for 500 KiB at least. What stands behind is not obeyed and not believed."""

_RULES = ("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw")
_AGENT = ("user-agent", "useragent", "user agent")
_KEPT = frozenset(
    (*_RULES, *_AGENT, "allow", "sitemap", "sitemaps", "site-map", "crawl-delay", "crawl delay", "request-rate")
)
_LICENCES = ("license", "licence")
_SIGNALS = ("content-signal", "content-usage")
_RECORD = re.compile(r"\s*([A-Za-z][A-Za-z_ -]{0,40}?)\s*:(.*)", re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")
_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class RobotsAnswer:
    """What a robots.txt says of one address.

    Attributes:
        allowed: whether it may be fetched.
        line: the line that forbids it, as it stands in the file, in one piece; empty when it is allowed.
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


class Robots:
    """A robots.txt that was read once and is asked many times."""

    def __init__(self, robots_txt: str) -> None:
        """Read a file; nothing in it is an error."""
        text = robots_txt[:MAX_CHARACTERS].removeprefix("\ufeff")
        records = [(line, *_record(line)) for line in text.splitlines()]
        self._rules = Protego.parse("\n".join(line for line, field, _ in records if not field or field in _KEPT))
        self._records = [record for record in records if record[1] in _KEPT]
        self._sitemaps = tuple(dict.fromkeys(self._rules.sitemaps))
        self._licences = tuple(dict.fromkeys(value for _, field, value in records if field in _LICENCES and value))
        self._signals = tuple(dict.fromkeys(_one_line(line) for line, field, _ in records if field in _SIGNALS))

    def ask(self, url: str, agent: str) -> RobotsAnswer:
        """What the file says of an address.

        Args:
            url: absolute; only path and query count.
            agent: the product token ("PrismBot"), compared without regard to case.
        """
        allowed = bool(self._rules.can_fetch(url, agent))
        return RobotsAnswer(
            allowed=allowed,
            line="" if allowed else self._forbidding_line(url, agent),
            delay_s=self._rules.crawl_delay(agent),
            sitemaps=self._sitemaps,
            licences=self._licences,
            signals=self._signals,
        )

    def _forbidding_line(self, url: str, agent: str) -> str:
        path = urlsplit(url).path or "/"
        groups = self._disallows(agent)
        for value, line in sorted(groups.items(), key=lambda rule: -len(rule[0])):
            literal = re.split(r"[*$%?]", value, maxsplit=1)[0]
            if literal.isascii() and literal.startswith("/") and not path.startswith(literal) and "%" not in path:
                continue  # spares Protego the rules that can't match: a hostile file has tens of thousands
            if not Protego.parse(f"User-agent: *\nDisallow: {value}").can_fetch(url, agent):
                return _one_line(line)
        return "Disallow"

    def _disallows(self, agent: str) -> dict[str, str]:
        """Disallow values of the groups that Protego chose for this agent, each with its first line."""
        named: dict[str, dict[str, str]] = {}
        current: list[str] = []
        open_group = False
        for line, field, value in self._records:
            if field in _AGENT:
                current = [*current, value.lower()] if open_group else [value.lower()]
                open_group = True
                continue
            open_group = open_group and field.startswith("site")
            if field in _RULES and value:
                for name in current:
                    named.setdefault(name, {}).setdefault(value, line)
        mine = [name for name in named if name != "*" and agent.lower().startswith(name.rstrip("*"))]
        return named.get(max(mine, key=len) if mine else "*", {})


def evaluate(robots_txt: str, url: str, agent: str) -> RobotsAnswer:
    """What a robots.txt says of one address: `Robots(robots_txt).ask(url, agent)`."""
    return Robots(robots_txt).ask(url, agent)


def _record(line: str) -> tuple[str, str]:
    """Field in lower case and value without its comment; ("", "") for a line that is no record."""
    match = _RECORD.match(line.partition("#")[0])
    return (match[1].lower(), match[2].strip()) if match else ("", "")


def _one_line(text: str) -> str:
    """Text of a file that others wrote, fit to be shown in one line."""
    return _CONTROLS.sub(" ", text).strip()[:_LONGEST_LINE]
