from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.model import ParseError, Source, Use
from prism.sources import read_opml, source_id, write_opml

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

NESTED = """<?xml version="1.0" encoding="EUC-KR"?>
<!-- exported -->
<opml version="1.1"><head><title>구독</title></head><body>
<outline text="국내"><outline text="사회">
  <outline type="rss" text="가람일보 &amp; 벗" xmlUrl="https://garam.example/rss.xml?utm_source=opml" htmlUrl="https://garam.example" language="ko"/>
</outline>
<outline type="RSS" title="누리통신" xmlurl="nuri.example/feed"/>
</outline>
<outline text="Tide" xmlUrl="HTTPS://Tide.example:443/feed.json" rights="full" trust="0.9" country="us" owner="Tide Trust" timezone="America/New_York"/>
<outline text="again" xmlUrl="https://tide.example/feed.json"/>
<outline text="a folder"/>
<outline text="script" xmlUrl="javascript:alert(1)"/>
<outline type="link" text="a page" url="https://tide.example/"/>
<outline type="rss" text="by url" url="https://minato.example/index.rdf"/>
</body></opml>"""


def test_nested_folders_other_encodings_and_sloppy_attributes() -> None:
    garam, tide, minato = read_opml(NESTED.encode("cp949"))
    assert (garam.name, garam.feed_url, garam.homepage, garam.language) == (
        "가람일보 & 벗",
        "https://garam.example/rss.xml",
        "https://garam.example/",
        "ko",
    )
    assert (tide.feed_url, tide.rights, tide.trust, tide.country, tide.owner, tide.timezone) == (
        "https://tide.example/feed.json",
        Use.FULL,
        0.9,
        "US",
        "Tide Trust",
        "America/New_York",
    )
    assert minato.name == "by url"
    assert garam.rights is None


def test_a_list_that_is_not_well_formed() -> None:
    (source,) = read_opml(b'<opml><body><outline text="Salt & Pepper" xmlUrl="http://a.example/?x=1&y=2">')
    assert (source.name, source.feed_url) == ("Salt & Pepper", "http://a.example/?x=1&y=2")


@pytest.mark.parametrize(
    "body",
    [
        b"", b"not xml", b"<rss version='2.0'/>", b"<opml><body/></opml>", b"<opml><body><outline text='x'/></body></opml>",
        b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body><outline text="&a;" xmlUrl="http://a.example/"/></body></opml>',
        b'<!DOCTYPE opml [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><opml/>',
    ],
)  # fmt: skip
def test_what_is_no_list_says_so(body: bytes) -> None:
    with pytest.raises(ParseError):
        read_opml(body)


WORDS = st.text(max_size=30)
SOURCES = st.builds(
    lambda n, name, language, country, owner, rights, trust: Source(
        id=source_id(f"https://s{n}.example/feed"),
        name=" ".join(name.split()) or f"s{n}.example",
        feed_url=f"https://s{n}.example/feed",
        homepage=f"https://s{n}.example/",
        language=language,
        country=country,
        owner=owner,
        rights=rights,
        trust=trust,
    ),
    st.integers(0, 99),
    st.text(alphabet="가나 abc&<>\"'日本;é", max_size=20),
    st.sampled_from(["", "ko", "en", "ja"]),
    st.sampled_from(["", "KR", "US"]),
    st.sampled_from(["", "Tide Trust", "가람 & 벗"]),
    st.sampled_from([None, *Use]),
    st.sampled_from([0.0, 0.25, 0.5, 1.0]),
)


@given(st.lists(SOURCES, min_size=1, max_size=5, unique_by=lambda s: s.id))
def test_what_is_written_is_read_back(sources: list[Source]) -> None:
    assert read_opml(write_opml(sources, AT)) == tuple(sources)


@given(WORDS, WORDS)
def test_any_name_can_be_written(name: str, owner: str) -> None:
    source = Source("x", name, "https://a.example/feed", owner=owner)
    (back,) = read_opml(write_opml([source], AT))
    assert back.feed_url == source.feed_url
