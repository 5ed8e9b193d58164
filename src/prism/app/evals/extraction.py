"""How well pages are read: real pages with extracted fields beside them, and pages of our own.

The real ones are the test pages of flairNLP/fundus (MIT), read from the public data beside the checkout. They are divided by
publisher: one half was looked at while the rules were written, the other half is only counted ("unseen_…").
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from prism import languages
from prism.app.evals.measure import Measure
from prism.articles import read_page
from prism.articles.keys import key_of
from prism.model import Article, Basis, Entry, ParseError, Rights, Use

SUBJECT = "extraction"
_SHORTEST = 4
"""Letters below which a sentence is not counted."""
_DATED = re.compile(r"_\d{4}_\d{2}_\d{2}.*$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page and what it says.

    Attributes:
        name: of the page's file.
        body: its bytes.
        url: its address.
        at: when it was fetched (UTC).
        title: the title.
        paragraphs: of the main text; each must be kept.
        allowed: further lines that are no boilerplate (headings, standfirst).
        boilerplate: pieces that must not be let in; empty where only what is kept is known.
        authors: names; empty if not known.
        published: UTC, or None if not known.
        language: or empty if not known.
    """

    name: str
    body: bytes
    url: str
    at: datetime
    title: str
    paragraphs: tuple[str, ...]
    allowed: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    language: str = ""


@dataclass(slots=True)
class Tally:
    """Counts over the pages of one set."""

    pages: int = 0
    kept: int = 0
    sentences: int = 0
    let_in: int = 0
    passages: int = 0
    titles: int = 0
    authors: int = 0
    with_authors: int = 0
    dates: int = 0
    with_date: int = 0
    languages: int = 0
    with_language: int = 0


def evaluate(data: Path | None, ours: Path) -> Sequence[Measure]:
    """All measures of extraction.

    Args:
        data: the folder of public data, or None if it is not there (then its measures say so).
        ours: the folder of our own labelled sets.
    """
    measures = list(_measures("own_", _tally(own_pages(ours / "extraction"))))
    folder = data / "fundus-pages" if data else None
    for prefix, wanted in (("fundus_", True), ("fundus_unseen_", False)):
        if folder is None or not folder.is_dir():
            measures.append(
                Measure(SUBJECT, f"{prefix}sentences_kept", None, 0, skipped="the public data are not here")
            )
            continue
        pages = (page for page in fundus_pages(folder) if is_looked_at(page.name) == wanted)
        measures += _measures(prefix, _tally(pages))
    return measures


def is_looked_at(name: str) -> bool:
    """Whether a page's publisher belongs to the half that the rules were written with."""
    return hashlib.sha256(_DATED.sub("", name).encode()).digest()[0] % 2 == 0


def own_pages(folder: Path) -> Iterator[Labelled]:
    """The pages that we wrote, each `.html` with its `.json`."""
    for path in sorted(folder.glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        yield Labelled(
            name=path.stem,
            body=path.with_suffix(".html").read_bytes(),
            url=label["url"],
            at=datetime(2026, 11, 22, 12, tzinfo=UTC),
            title=label["title"],
            paragraphs=tuple(_joined(sentences) for sentences in label["paragraphs"]),
            allowed=tuple(label.get("headings", ())),
            boilerplate=tuple(label["boilerplate"]),
            authors=tuple(label["authors"]),
            published=datetime.fromisoformat(label["published"]),
            language=label["language"],
        )


def _joined(sentences: Sequence[str]) -> str:
    return " ".join(sentences)


def fundus_pages(folder: Path) -> Iterator[Labelled]:
    """The real pages; a publisher's pages and extractions are paired by which text stands on which page."""
    for country in sorted(path for path in folder.iterdir() if (path / "meta.info").is_file()):
        meta = json.loads((country / "meta.info").read_text(encoding="utf-8"))
        for expected in sorted(country.glob("*.json")):
            versions = dict(json.loads(expected.read_text(encoding="utf-8")))
            for path in sorted(country.glob(f"{expected.stem}_[0-9]*.html.gz")):
                body = gzip.decompress(path.read_bytes())
                shown = key_of(re.sub(r"<[^>]+>", "", body.decode("utf-8", "replace")))
                version = max(versions, key=lambda name: _presence(versions[name], shown))
                yield _labelled(path.name.removesuffix(".html.gz"), body, meta[path.name], versions.pop(version))


def _presence(fields: Mapping[str, object], shown: str) -> float:
    paragraphs = _paragraphs(fields)
    found = sum(key_of(paragraph)[:40] in shown for paragraph in paragraphs)
    return found / max(1, len(paragraphs)) + (key_of(str(fields["title"]))[:30] in shown)


def _paragraphs(fields: Mapping[str, object]) -> list[str]:
    body = fields["body"]
    return [line for part in body["sections"] for line in part["paragraphs"]] if isinstance(body, dict) else []


def _labelled(name: str, body: bytes, meta: Mapping[str, str], fields: Mapping[str, object]) -> Labelled:
    parts = fields["body"] if isinstance(fields["body"], dict) else {}
    headings = [line for part in parts.get("sections", ()) for line in part["headline"]]
    authors = fields.get("authors")
    published = datetime.fromisoformat(str(fields["publishing_date"]))
    return Labelled(
        name=name,
        body=body,
        url=meta["url"],
        at=datetime.fromisoformat(meta["crawl_date"]).replace(tzinfo=UTC),
        title=str(fields["title"]),
        paragraphs=tuple(_paragraphs(fields)),
        allowed=(*parts.get("summary", ()), *headings, str(fields["title"])),
        authors=tuple(authors) if isinstance(authors, list) else (),
        published=published if published.tzinfo else published.replace(tzinfo=UTC),
    )


def read(page: Labelled) -> Article | None:
    """The page as it is read without a feed's help; None where nothing could be read."""
    entry = Entry(id="eval", source_id="eval", guid="", url=page.url, title="", seen_at=page.at)
    rights = Rights(Use.FULL, Basis.OPERATOR, "evaluation", page.at)
    try:
        return read_page(page.body, url=page.url, headers={}, entry=entry, rights=rights, retrieved_at=page.at).article
    except ParseError:
        return None


def _tally(pages: Iterator[Labelled]) -> Tally:
    tally = Tally()
    for page in pages:
        article = read(page)
        tally.pages += 1
        _count_text(tally, page, article)
        if article is not None:
            _count_fields(tally, page, article)
    return tally


def _count_text(tally: Tally, page: Labelled, article: Article | None) -> None:
    language = article.language if article else "und"
    got = key_of("".join(passage.text for passage in article.passages)) if article else ""
    wanted = [
        key
        for text in page.paragraphs
        for sentence in languages.sentences(text, language)
        if len(key := key_of(sentence)) >= _SHORTEST
    ]
    tally.sentences += len(wanted)
    tally.kept += sum(key in got for key in wanted)
    known = key_of("".join((*page.paragraphs, *page.allowed)))
    passages = [key for passage in article.passages if len(key := key_of(passage.text)) >= _SHORTEST] if article else []
    tally.passages += len(passages)
    if page.boilerplate:
        tally.let_in += sum(key not in known for key in passages) + sum(
            key_of(piece) in got for piece in page.boilerplate
        )
    else:
        tally.let_in += sum(key not in known for key in passages)


def _count_fields(tally: Tally, page: Labelled, article: Article) -> None:
    tally.titles += key_of(article.title) == key_of(page.title)
    if page.authors:
        tally.with_authors += 1
        tally.authors += {key_of(name) for name in page.authors} == {key_of(name) for name in article.authors}
    if page.published:
        tally.with_date += 1
        tally.dates += article.published_at is not None and abs(article.published_at - page.published) < timedelta(
            days=1
        )
    if page.language:
        tally.with_language += 1
        tally.languages += article.language == page.language


def _measures(prefix: str, tally: Tally) -> Iterator[Measure]:
    figures: Sequence[tuple[str, int, int, bool]] = (
        ("sentences_kept", tally.kept, tally.sentences, True),
        ("boilerplate_let_in", tally.let_in, tally.passages, False),
        ("titles", tally.titles, tally.pages, True),
        ("authors", tally.authors, tally.with_authors, True),
        ("dates", tally.dates, tally.with_date, True),
        ("languages", tally.languages, tally.with_language, True),
    )
    for name, count, total, higher in figures:
        if total:
            yield Measure(SUBJECT, prefix + name, count / total, total, higher_is_better=higher)


PAGES: Mapping[str, Callable[[Path], Iterator[Labelled]]] = {"own": own_pages, "fundus": fundus_pages}
"""The labelled sets by name, for benchmarks."""
