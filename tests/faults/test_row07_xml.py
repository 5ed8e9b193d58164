"""SAFETY row 7: XML bombs. No I/O, under 256 MB, stopped by a watchdog.

Each attack is read in a process of its own, in which opening files and sockets raises, memory is counted, and which is
killed when it takes too long.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

WATCHDOG_S = 60
MEMORY_MB = 256

ATTACKS = {
    "nested entities": """b'<!DOCTYPE r [<!ENTITY a0 "aaaaaaaaaa">' + b''.join(b'<!ENTITY a%d "&a%d;&a%d;&a%d;&a%d;">' % (i, i-1, i-1, i-1, i-1)
        for i in range(1, 30)) + b']><rss><channel><title>&a29;</title></channel></rss>'""",
    "a flat entity": """b'<!DOCTYPE r [<!ENTITY a "' + b'a' * 100000 + b'">]><rss><channel><item><title>' + b'&a;' * 50000 + b'</title></item></channel></rss>'""",
    "behind a comment": """b'<!-- <rss> --><!DOCTYPE r [<!ENTITY a "' + b'a' * 100000 + b'">]><rss><title>' + b'&a;' * 10000 + b'</title></rss>'""",
    "behind a quoted bracket": """b'<!DOCTYPE r SYSTEM "a>b" [<!ENTITY a "b">]><rss><title>&a;</title></rss>'""",
    "within a commented subset": """b'<!DOCTYPE r [<!-- > ] --><!ENTITY a "b">]><rss><title>&a;</title></rss>'""",
    "in UTF-16": """'\\ufeff<!DOCTYPE r [<!ENTITY a "b">]><rss>&a;</rss>'.encode('utf-16')""",
    "an external entity": """b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><title>&x;</title></rss>'""",
    "a parameter entity": """b'<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]><rss/>'""",
    "an external document type": """b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss><channel><item><title>a</title><link>http://a.example/1</link></item></channel></rss>'""",
    "an inclusion": """b'<rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><xi:include href="file:///etc/passwd" parse="text"/></channel></rss>'""",
    "a style sheet": """b'<?xml-stylesheet href="http://127.0.0.1:9/x.xsl" type="text/xsl"?><rss><channel/></rss>'""",
}
"""Small bodies: read one after the other in one child."""

BOMBS = {
    "a huge attribute": """b'<rss><channel><item a="' + b'x' * (8 << 20) + b'"><title>a</title></item></channel></rss>'""",
    "many attributes": """b'<rss ' + b' '.join(b'a%d=""' % i for i in range(700000)) + b'/>'""",
    "many elements": """b'<rss>' + b'<a/>' * (2 << 20) + b'</rss>'""",
    "as many elements as are read": """b'<rss>' + b'<a/>' * 499000 + b'</rss>'""",
    "deep elements": """b'<rss>' + b'<a>' * 499000""",
    "many broken items": """b'<rss><channel>' + b'<item><title>x&y</tite></item>' * 150000 + b'</channel></rss>'""",
    "many titles never closed": """b'<rss><channel><item>' + b'<title>' * 490000 + b'&</item></channel></rss>'""",
    "many prefixes never declared": """b'<rss><channel><item>' + b''.join(b'<a%d:title>' % i for i in range(300000)) + b'&</item></channel></rss>'""",
    "a long root tag": """b'<rss ' + b'x' * 3900 + b'=""><channel>' + b'<item><title>a<b>' * 60000""",
    "open character data": """b'<rss><channel><item><title>' + b'<![CDATA[' * 400000""",
    "bare ampersands": """b'<rss><channel><item><title>' + b'&' * 1400000""",
    "comments": """b'<!-- -->' * (1 << 20) + b'<x'""",
    "deep JSON": """b'[' * (8 << 20)""",
    "many JSON objects": """b'{"items":[' + b'{},' * 2000000 + b'{}]}'""",
    "a long JSON number": """b'{"items":[{"id":' + b'9' * 1000000 + b',"url":"http://a.example/1"}]}'""",
    "a gzip file of spaces": """__import__('zlib').compress(b'<rss>' + b' ' * 100000000, 9, 31)""",
}

CHILD = """
import json, sys
from datetime import UTC, datetime
from prism.model import ParseError, Source
from prism.sources import read_feed, read_opml
touched = []
def refuse(event, args):
    own = event == "open" and str(args[0]).startswith((sys.prefix, sys.base_prefix)) and str(args[0]).endswith((".py", ".pyc", ".so"))
    if not own and event in ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "urllib.Request"):
        touched.append(event + " " + str(args[0])[:80])
        raise PermissionError(event)
status = open("/proc/self/status")
sys.addaudithook(refuse)
source, seen_at = Source("s", "n", "http://a.example/feed"), datetime(2026, 11, 22, tzinfo=UTC)
said = {{}}
for name, body in {attacks}.items():
  said[name] = []
  for read in (lambda: read_feed(body, url="http://a.example/feed", headers={{}}, source=source, seen_at=seen_at), lambda: read_opml(body)):
    try:
        read()
        said[name].append("read")
    except ParseError as error:
        said[name].append(str(error)[:200])
# Not ru_maxrss: a child's begins with its parent's peak.
peak_mb = int(status.read().partition("VmHWM:")[2].split()[0]) / 1024
print(json.dumps({{"said": said, "touched": touched, "peak_mb": peak_mb}}))
"""


def run(attacks: dict[str, str]) -> dict[str, Any]:
    """Read attacks in a child; its peak memory is that of the whole process, the interpreter and the bodies included."""
    told = ", ".join(f"{name!r}: {attack}" for name, attack in attacks.items())
    script = CHILD.format(attacks="{" + told + "}")
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=WATCHDOG_S, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_entities_and_what_lies_outside_are_never_read() -> None:
    result = run(ATTACKS)
    assert result["touched"] == []
    assert result["peak_mb"] < MEMORY_MB
    for name, said in result["said"].items():
        harmless = name in {"an external document type", "an inclusion", "a style sheet"}
        assert harmless or all("declares entities" in words for words in said), name


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_takes_little_memory_and_comes_to_an_end(name: str) -> None:
    result = run({name: BOMBS[name]})
    assert result["touched"] == []
    assert result["peak_mb"] < MEMORY_MB
