"""What other sites and programs get: in the shape that /schema/ says, with the mark of the machine, and never a source's picture."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

import jsonschema
import pytest
from lxml import etree, html
from PIL import Image
from tests.newsroom.stocked import site_of, stocked
from typer.testing import CliRunner

from prism.app.cli import command_line
from prism.app.config import FILE
from prism.app.locales import all_locales, load_locale
from prism.editions import companions, is_drawn, listing_pages, picture_path, site_pages, story_page, teaser
from prism.editions.dumps import dump_row
from prism.editions.formats.schemas import NAMES
from prism.editions.samples import sample_dossier, sample_edition, sample_frame
from prism.model import Action, Dossier, Frame, Locale, OutputFile
from prism.newsroom import publish


def _frame(locale: Locale) -> Frame:
    frame = sample_frame(locale)
    site = replace(
        frame.site,
        licence="https://example.org/licence",
        hub="https://hub.example.org/",
        me=("https://social.example/@halmen",),
        fediverse="@halmen@social.example",
        indexnow_key="0123456789abcdef",
    )
    return replace(frame, site=site)


FRAME = _frame(load_locale("ko"))
DOSSIER = sample_dossier(FRAME.locale)


def _schemas(frame: Frame) -> Mapping[str, dict[str, object]]:
    files = {file.path: file.body for file in site_pages([frame], [])}
    return {name: json.loads(files[f"schema/{name}.json"]) for name in NAMES}


def _beside(dossier: Dossier, frame: Frame) -> dict[str, bytes]:
    made = companions(teaser(dossier), dossier, frame, drawn=False)
    return {file.path.rpartition("/")[2]: file.body for file in made if isinstance(file, OutputFile)}


@pytest.mark.parametrize("locale", all_locales(), ids=lambda locale: locale.tag)
def test_all_data_have_the_shape_that_their_schema_says(locale: Locale) -> None:
    frame, dossier = _frame(locale), sample_dossier(locale)
    schemas = _schemas(frame)
    listings = {file.path: file.body for file in listing_pages(sample_edition(locale), frame)}
    found = {
        "feed": json.loads(listings[f"{locale.tag}/feed.json"]),
        "search": json.loads(listings[f"{locale.tag}/search/index.json"]),
        "oembed": json.loads(_beside(dossier, frame)["oembed.json"]),
        "brief": json.loads(json.dumps(dump_row(dossier, frame))),
    }
    assert found.keys() == schemas.keys()
    for name, value in found.items():
        jsonschema.Draft202012Validator.check_schema(schemas[name])
        jsonschema.Draft202012Validator(schemas[name], format_checker=jsonschema.FormatChecker()).validate(value)
        assert schemas[name]["$id"] == f"https://news.example.org/schema/{name}.json"


def test_data_hold_no_more_of_a_source_than_the_page_shows() -> None:
    row = json.dumps(dump_row(DOSSIER, FRAME), ensure_ascii=False)
    linked_only = next(article for article in DOSSIER.articles if article.source_id == "hafenblatt")
    assert all(passage.text not in row for passage in linked_only.passages)


def test_feeds_carry_hub_picture_and_mark() -> None:
    files = {file.path: file.body for file in listing_pages(sample_edition(FRAME.locale), FRAME)}
    rss, atom = etree.fromstring(files["ko/rss.xml"]), etree.fromstring(files["ko/atom.xml"])
    media, spaces = "{http://search.yahoo.com/mrss/}content", {"a": "http://www.w3.org/2005/Atom"}
    picture = FRAME.site.url + picture_path(teaser(DOSSIER), FRAME)
    assert picture in [node.get("url") for node in rss.iter(media)]
    assert picture in cast("list[str]", atom.xpath("//a:link[@rel='enclosure']/@href", namespaces=spaces))
    assert atom.xpath("/a:feed/a:link[@rel='hub']/@href", namespaces=spaces) == ["https://hub.example.org/"]
    assert [node.get("href") for node in rss.iter("{http://www.w3.org/2005/Atom}link") if node.get("rel") == "hub"]
    feed = json.loads(files["ko/feed.json"])
    assert feed["hubs"] == [{"type": "WebSub", "url": "https://hub.example.org/"}]
    assert all(item["_prism"]["ai_generated"] for item in feed["items"])


def test_a_story_leads_to_what_stands_beside_it() -> None:
    page = html.document_fromstring(story_page(DOSSIER, FRAME).body.decode())
    assert page.xpath("//link[@type='application/json+oembed']/@href") == [f"{FRAME.site.url}{DOSSIER.path}oembed.json"]
    assert page.xpath("//link[@rel='me']/@href") == ["https://social.example/@halmen"]
    assert page.xpath("//meta[@name='fediverse:creator']/@content") == ["@halmen@social.example"]
    assert page.xpath("//meta[@property='og:image']/@content") == [
        FRAME.site.url + picture_path(teaser(DOSSIER), FRAME)
    ]


def test_the_card_to_embed_has_no_script_and_leads_out_of_its_frame() -> None:
    card: html.HtmlElement = html.document_fromstring(_beside(DOSSIER, FRAME)["embed.html"].decode())
    assert not card.xpath("//script | //img | //form")
    assert card.xpath("//h1/a/@target") == ["_top"]
    assert FRAME.locale.say("ai.label") in card.text_content()
    oembed = json.loads(_beside(DOSSIER, FRAME)["oembed.json"])
    frame = html.fragment_fromstring(oembed["html"])
    assert frame.tag == "iframe"
    assert frame.get("src") == f"{FRAME.site.url}{DOSSIER.path}embed.html"


def test_a_headline_cannot_break_out_of_the_frame_s_title() -> None:
    nasty = '"><script>alert(1)</script>&'
    brief = replace(DOSSIER.brief, headline=replace(DOSSIER.brief.headline, text=nasty))
    oembed = json.loads(_beside(replace(DOSSIER, brief=brief), FRAME)["oembed.json"])
    frame = html.fragment_fromstring(oembed["html"])
    assert frame.get("title") == nasty
    assert len(frame) == 0


@pytest.mark.parametrize("locale", all_locales(), ids=lambda locale: locale.tag)
def test_pictures_are_the_same_each_time_and_known_again(locale: Locale) -> None:
    frame, dossier = _frame(locale), sample_dossier(locale)
    first, again = (_beside(dossier, frame)["card.png"] for _ in range(2))
    assert first == again
    with Image.open(io.BytesIO(first)) as picture:
        assert picture.size == (1200, 630)
    assert len(first) < 60_000
    assert is_drawn(teaser(dossier), frame, first)
    assert not is_drawn(replace(teaser(dossier), version=9), frame, first)
    assert not is_drawn(teaser(dossier), frame, None)


@pytest.mark.parametrize(
    "headline", ["가" * 300, "word " * 80, "漢字かな" * 60, "مرحبا", "😀", "A" * 200, "\u202e\x00"]
)
def test_any_headline_can_be_drawn(headline: str) -> None:
    brief = replace(DOSSIER.brief, headline=replace(DOSSIER.brief.headline, text=headline))
    with Image.open(io.BytesIO(_beside(replace(DOSSIER, brief=brief), FRAME)["card.png"])) as picture:
        assert picture.size == (1200, 630)


def test_a_withdrawn_story_offers_nothing() -> None:
    gone = replace(DOSSIER, decision=replace(DOSSIER.decision, action=Action.WITHDRAW))
    assert not _beside(gone, FRAME)


def test_a_site_without_pictures_names_none() -> None:
    plain = replace(FRAME, site=replace(FRAME.site, pictures=False))
    assert b"og:image" not in story_page(DOSSIER, plain).body
    assert "card.png" not in _beside(DOSSIER, plain)
    assert all(b"card.png" not in file.body for file in listing_pages(sample_edition(plain.locale), plain))


def test_files_at_the_root() -> None:
    files = {file.path: file.body.decode() for file in site_pages([FRAME], []) if not file.path.endswith(".png")}
    assert files["0123456789abcdef.txt"] == "0123456789abcdef"
    assert "https://example.org/licence" in files["llms.txt"]
    assert "https://news.example.org/ko/feed.json" in files["llms.txt"]


def test_the_dump_stands_on_the_site_and_stays_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with stocked(tmp_path, "ko", stories=2) as tools:
        publish(tools)
    config = '[site]\nurl = "https://news.example.org"\neditor = "M"\n{}\n[[edition]]\nlocale = "ko"\n'
    (tmp_path / FILE).write_text(config.format(""))
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(command_line("dump"), ["dump"]).exit_code != 0, "there is no licence"
    (tmp_path / FILE).write_text(config.format('licence = "https://example.org/licence"'))
    assert CliRunner().invoke(command_line("dump"), ["dump"]).exit_code == 0
    packed = site_of(tmp_path)["ko/data/briefs.jsonl.gz"]
    rows = [json.loads(line) for line in gzip.decompress(packed).splitlines()]
    assert len(rows) == 2
    validator = jsonschema.Draft202012Validator(_schemas(FRAME)["brief"])
    for row in rows:
        validator.validate(row)
    with stocked(tmp_path, "ko") as tools:
        publish(tools, everything=True)
    assert site_of(tmp_path)["ko/data/briefs.jsonl.gz"] == packed
