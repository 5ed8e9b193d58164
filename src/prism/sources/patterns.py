"""Path patterns as robots.txt writes them, which TDMRep and RSL use too (RFC 9309, section 2.2.3)."""

from __future__ import annotations

from urllib.parse import urlsplit

from prism.web import addresses


def matches(pattern: str, url: str) -> bool:
    """Whether a pattern covers an address.

    Args:
        pattern: a path ("/news/*"), or a whole address ("https://example.org/news/"), `*` for anything and `$` for the end.
        url: absolute address.

    Returns:
        True when the pattern matches from the start of the path. Takes time linear in both for each star.
    """
    target = addresses.clean(url)
    if not target:
        return False
    parts = urlsplit(target)
    rule = pattern.strip()
    if "://" in rule:
        rule_parts = urlsplit(rule)
        host = (rule_parts.hostname or "").removeprefix("www.")
        if host.strip("*.") and not (parts.hostname or "").removeprefix("www.").endswith(host.lstrip("*.")):
            return False
        rule = rule_parts.path + (f"?{rule_parts.query}" if rule_parts.query else "")
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return _covers(rule or "/", path)


def _covers(rule: str, path: str) -> bool:
    if not rule.startswith(("/", "*")):
        rule = f"/{rule}"
    anchored = rule.endswith("$")
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for place, part in enumerate(rest):
        if anchored and place == len(rest) - 1:
            return path.endswith(part) and len(path) - len(part) >= at
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not anchored or at == len(path)
