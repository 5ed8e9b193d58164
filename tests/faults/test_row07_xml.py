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
    "open character data in items": """b'<rss><channel>' + b'<item><![CDATA[</x>' * 160000""",
    "bare ampersands": """b'<rss><channel><item><title>' + b'&' * 1400000""",
    "comments": """b'<!-- -->' * (1 << 20) + b'<x'""",
    "deep JSON": """b'[' * (8 << 20)""",
    "many JSON objects": """b'{"items":[' + b'{},' * 2000000 + b'{}]}'""",
    "a long JSON number": """b'{"items":[{"id":' + b'9' * 1000000 + b',"url":"http://a.example/1"}]}'""",
    "authors all dots": """b'<rss><channel>' + b''.join(b'<item><link>http://a.example/%d</link><author>' % i + b'a.' * 100000 + b'</author></item>'
        for i in range(20)) + b'</channel></rss>'""",
    "many authors of the feed for many items": """b'<feed xmlns="http://www.w3.org/2005/Atom">' + b''.join(b'<author><name>' + b'a.' * 50 + b'%d</name></author>' % i
        for i in range(20000)) + b'<entry><link href="x"/></entry>' * 40000 + b'</feed>'""",
    "descriptions cut off again and again": """('<rss><channel>' + ('<item><link>http://a.example/1</link><description>' + 'word ' * 400 + '\u2026' * 69
        + ' a b c d e f</description></item>') * 1000 + '</channel></rss>').encode()""",
    "combining marks": """('<rss><channel>' + ''.join('<item><title>a%s</title><link>http://%s/</link><pubDate>a%s</pubDate></item>' % (('\u0315\u0300' * 100000,) * 3)
        for i in range(5)) + '</channel></rss>').encode()""",
    "a base of 200 kB": """b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://a.example/' + b'a/' * 100000 + b'">' + b'<entry><link href="y"/></entry>' * 5000 + b'</feed>'""",
    "a language of 200 kB": """b'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="' + b'a/' * 100000 + b'">' + b'<entry><link href="y"/></entry>' * 5000 + b'</feed>'""",
    "bases within bases": """b'<feed xmlns="http://www.w3.org/2005/Atom">' + b'<a xml:base="x/">' * 200 + b'<entry><link href="y"/></entry>' * 20000 + b'</a>' * 200 + b'</feed>'""",
    "a language and a licence of the channel, for every item": """b'<rss><channel><language>' + b'a ' * 1500000 + b'</language><copyright>CC BY ' + b'a ' * 1500000 + b'</copyright>'
        + b'<item><link>http://a.example/1</link></item>' * 40000 + b'</channel></rss>'""",
    "a description of 8 MB": """b'<rss><channel><item><title>a</title><link>http://a.example/1</link><description>' + b'&lt;b>ordinary words, ' * 400000 + b'</description></item></channel></rss>'""",
    "a description of 8 MB and an emoji, broken": """('<rss><channel><item><title>a & b</title><link>http://a.example/1</link><description>\U0001f600' + 'ordinary words, ' * 500000
        + '</description></item></channel></rss>').encode()""",
    "16 MB and an emoji": """('<rss><channel><item><title>a &amp; b</title><description>\U0001f600' + 'words, ' * 2300000 + '</description></item></channel></rss>').encode()""",
    "items within items": """b'<rss><channel>' + b'<item><link>http://a.example/1</link><description>' * 120 + b'<p/>word ' * 400000 + b'</description></item>' * 120 + b'</channel></rss>'""",
    "items within items, empty": """b'<rss><channel>' + b'<item><guid>' * 120 + b'<p/>' * 480000 + b'</guid></item>' * 120 + b'</channel></rss>'""",
    "addresses within addresses": """b'<urlset>' + b'<url><loc>' * 120 + b'http://a.example/' + b'a' * 8000000 + b'</loc></url>' * 120 + b'</urlset>'""",
    "document types": """b'<!DOCTYPE a>' * 700000 + b'<rss/>'""",
    "dates by the thousand": """b'<rss><channel><item><link>http://a.example/1</link>' + b'<pubDate>1 Foo 2026 1 Foo 2026 1 Foo 2026</pubDate>' * 200000 + b'</item></channel></rss>'""",
    "hosts of other scripts": """('<rss><channel>' + ('<item><link>http://' + '\u1112\u1161\u11ab' * 1300 + '/</link></item>') * 1000 + '</channel></rss>').encode()""",
    "pictures never begun": """b'<rss><channel><item><title>a</title><link>http://a.example/1</link><description><![CDATA[' + b'data:a/b;base64,AAAA' * 400000 + b']]></description></item></channel></rss>'""",
    "JSON of strings": """b'{"items":[],"x":[' + b'"abcde",' * 1900000 + b'1]}'""",
    "JSON of members": """b'{"items":[],"x":{' + b','.join(b'"%06d":1' % i for i in range(990000)) + b'}}'""",
    "JSON of long numbers": """b'{"items":[],"x":[' + b','.join([b'9' * 4200] * 3500) + b']}'""",
    "stray bytes": """b'<rss>' + b'\\xed\\xa0\\x80' * 2000000""",
    "subscriptions by the hundred thousand": """b'<opml><body>' + b''.join(b'<outline xmlUrl="http://a.example/%d"/>' % i for i in range(240000)) + b'</body></opml>'""",
    "a gzip file of spaces": """(lambda pack: pack.compress(b'<rss>') + b''.join(pack.compress(b' ' * 1000000) for _ in range(100)) + pack.flush())(
        __import__('zlib').compressobj(9, 8, 31))""",
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


PAGES = {
    "attributes without end": """(b'<html>' + (b'<a ' + b'a' * 3990 + b'>') * 500, {})""",
    "attributes without values": """(b'<html>' + (b'<a ' + b'a= ' * 1300 + b'>') * 500, {})""",
    "links to feeds": """(b'<html>' + b''.join(b'<a href="/rss%d">' % i for i in range(100000)), {})""",
    "links to other hosts": """(b'<html>' + b'<a href="http://b.example/rss">' * 60000, {})""",
    "bases": """(b'<html>' + b'<base href=":x">' * 120000, {})""",
    "hosts of combining marks": """(('<html>' + ('<a href="http://' + '\\u0315\\u0300' * 1900 + '/rss">') * 500).encode(), {})""",
    "a header of links": """(b'<html>', {'link': '<x>' + '; ' * 500000})""",
    "a header of spaces": """(b'<html>\\xff', {'content-type': 'text/html; charset=' + ' ' * 200000})""",
}
DISCOVERY = """
from prism.sources import discover
for body, headers in [{pages}]:
    found = discover(body, "http://a.example/", headers)
    assert found and len(found) <= 300, len(found)
# Not ru_maxrss: a child's begins with its parent's peak.
print(int(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0]) / 1024)
"""


def test_a_hostile_homepage_comes_to_an_end() -> None:
    script = DISCOVERY.format(pages=", ".join(PAGES.values()))
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=WATCHDOG_S, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert float(done.stdout) < MEMORY_MB
