"""The page on which one searches, and the files that its script fetches."""

from __future__ import annotations

import itertools
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prism.editions.addresses import standing_path
from prism.editions.assets import script
from prism.editions.catalogue import BY_PUBLICATION, catalogue_of, exchanged
from prism.editions.environment import page
from prism.editions.head import Head
from prism.editions.plain import Json, clean
from prism.editions.search import tokens
from prism.editions.search.postings import Terms, shard_bodies
from prism.editions.search.segments import ENDS, Segment, segments
from prism.editions.voice import Voice
from prism.languages.tables import table_for
from prism.model import Edition, Frame, OutputFile, Teaser

MANIFEST = "index.json"
_JSON = "application/json; charset=utf-8"
_EMBEDDED = 64
"""Stories up to which the days and sections of a segment stand in the manifest; those of larger ones in a file."""
_SAID = (
    *("none", "some", "meant", "more", "failed", "evidence", "busy", "from_outlets"),
    *("count.zero", "count.one", "count.two", "count.few", "count.many", "count.other"),
)
_TERMS = 512


@dataclass(frozen=True, slots=True)
class _Work:
    """What the files of an edition's index are made with."""

    frame: Frame
    names: Mapping[str, str]
    stop: frozenset[str]
    sections: Sequence[str]

    def terms(self, story: Teaser) -> Terms:
        """The terms of a story; those of recent ones are kept, because their segment is made again with every new story."""
        names = tuple(self.names.get(outlet, outlet) for outlet in story.outlets)
        key = (id(story), names, self.frame.locale.tag)
        if key not in _terms:
            if len(_terms) >= _TERMS:
                _terms.clear()
            _terms[key] = (story, Terms(story, names, self.frame.locale.language, self.stop))
        return _terms[key][1]

    def folder(self, segment: Segment) -> str:
        return f"{self.frame.locale.tag}/search/{segment.name}"


_terms: dict[tuple[int, tuple[str, ...], str], tuple[Teaser, Terms]] = {}


def search_pages(edition: Edition, frame: Frame, touched: Sequence[Teaser] | None) -> Iterator[OutputFile]:
    """The search of an edition.

    Args:
        edition: as it is now.
        frame: what its pages share.
        touched: teasers that came, went or changed, in their old and their new form; None: make everything.

    Returns:
        The page, the manifest, and those files of the index that may differ.
    """
    table = table_for(frame.locale.language)
    names = {source.id: source.name for source, _ in edition.sources}
    work = _Work(frame, names, table.stop_words, tuple(frame.locale.sections))
    catalogue = catalogue_of(edition)
    row, ends = catalogue.row(BY_PUBLICATION), catalogue.row(ENDS)
    now = segments(row, ends)
    yield _manifest(now, work)
    if touched is None:
        yield _page(edition, frame)
        for segment in now:
            yield from _segment(segment, work, None)
        return
    came = [story for story in touched if _stands_in(row, story)]
    went = list({story.story_id: story for story in touched if not _stands_in(row, story)}.values())
    old_row = exchanged(row, BY_PUBLICATION, came, went)
    stood = {segment.name for segment in segments(old_row, exchanged(ends, ENDS, came, went))}
    forms = Counter(map(BY_PUBLICATION.moment, touched))
    moved = [story for story in touched if forms[BY_PUBLICATION.moment(story)] == 1]
    for segment in now:
        if segment.name not in stood or segment.has(moved):
            yield from _segment(segment, work, None)
        elif segment.has(touched):
            yield from _segment(segment, work, [story for story in touched if segment.has([story])])


def _stands_in(row: Sequence[Teaser], story: Teaser) -> bool:
    moment = BY_PUBLICATION.moment
    place = bisect_left(row, moment(story), key=moment)
    return place < len(row) and row[place] is story


def _page(edition: Edition, frame: Frame) -> OutputFile:
    voice, path = Voice(frame), standing_path(edition.locale, "search")
    alternates = tuple((tag, standing_path(tag, "search")) for tag, _ in frame.editions)
    head = Head(voice.say("site.search"), voice.say("search.lede"), path, alternates=alternates, noindex=True)
    words = frame.locale.words
    said = {name: words[f"search.{name}"] for name in _SAID if f"search.{name}" in words}
    return page("search.html", head, frame, sheet="search", said=said, script=script("search.js"))


def _manifest(found: Sequence[Segment], work: _Work) -> OutputFile:
    locale = work.frame.locale
    listed: list[Json] = []
    for segment in found:
        entry: dict[str, Json] = {"n": segment.name, "s": segment.shards, "c": segment.count}
        if segment.count <= _EMBEDDED:
            entry["m"] = _facts(segment, work)
        listed.append(entry)
    manifest: Json = {
        "segments": listed,
        "sections": {**locale.sections},
        "stop": [*sorted(work.stop)],
        "tails": list(tokens.TAILS),
        "zone": work.frame.timezone,
        "language": f"{locale.language}-{locale.territory}" if locale.territory else locale.language,
    }
    return _file(f"{locale.tag}/search/{MANIFEST}", manifest)


def _facts(segment: Segment, work: _Work) -> Json:
    """Of each story the day (days since the one before), its section, and where a chunk begins; in one string and two lists."""
    voice = Voice(work.frame)
    stories = segment.stories
    days = [voice.local_day(story.published_at).toordinal() for story in stories]
    places = {section: chr(ord("a") + number) for number, section in enumerate(work.sections)}
    return {
        "f": days[0],
        "d": [later - earlier for earlier, later in itertools.pairwise(days)],
        "s": "".join(places[story.section] for story in stories),
        "k": [len(chunk) for chunk in segment.chunks()],
    }


def _segment(segment: Segment, work: _Work, differing: Sequence[Teaser] | None) -> Iterator[OutputFile]:
    """The files of a segment; if the same stories stand in it and some changed, those that may differ."""
    folder, mask = work.folder(segment), segment.shards - 1
    wanted: set[int] | None = None
    if differing is not None:
        wanted = {hashed & mask for story in differing for hashed in work.terms(story).hashes()}
    bodies = shard_bodies((work.terms(story) for story in segment.stories), segment.shards, wanted)
    for number, body in bodies.items():
        yield _file(f"{folder}/{number}.json", body)
    if segment.count > _EMBEDDED:
        yield _file(f"{folder}/facts.json", _facts(segment, work))
    changed = None if differing is None else {story.story_id for story in differing}
    for number, chunk in enumerate(segment.chunks()):
        if changed is None or any(story.story_id in changed for story in chunk):
            yield _file(f"{folder}/s{number}.json", [_story(story, work) for story in chunk])


def _story(story: Teaser, work: _Work) -> Json:
    """What a result shows: `x` are its sentences, each with the address of its evidence."""
    return {
        "p": story.path,
        "h": story.headline,
        "d": story.dek,
        "s": story.section,
        "t": story.published_at.isoformat(),
        "o": [work.names.get(outlet, outlet) for outlet in story.outlets],
        "g": [tag.name for tag in story.tags],
        "x": [[address, text] for address, text in sentences(story)],
    }


def sentences(story: Teaser) -> Iterator[tuple[str, str]]:
    """Address ("body-3") and text of each sentence of dek and body; whole paragraphs without one where lengths are not known."""
    texts = (story.dek, *story.paragraphs)
    if len(story.lengths) != len(texts):
        yield from (("", text) for text in texts)
        return
    counts = {"dek": 0, "body": 0}
    for number, (text, lengths) in enumerate(zip(texts, story.lengths, strict=True)):
        part, at = "body" if number else "dek", 0
        for length in lengths:
            at += 1 if at and text[at : at + 1] == " " else 0
            yield f"{part}-{counts[part]}", text[at : at + length]
            counts[part] += 1
            at += length


def _file(path: str, value: Json) -> OutputFile:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(path, _JSON, clean(text).encode())
