"""`prism cluster`: which rows tell of one event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from prism.languages import addresses_machines, detect, sentences
from prism.model import Article, Basis, Member, Passage, Rights, Use, derived_id
from prism.ports import Embedder
from prism.stories import Means, consolidate, sign, text_to_embed

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row as it came: what is echoed as its id, and its article, or None when there is no text in it."""

    echo: object
    article: Article | None


def cluster(rows: Iterable[Mapping[str, object]], embedder: Embedder) -> Iterator[dict[str, object]]:
    """Group rows of articles by event.

    Args:
        rows: `{"id", "title", "text", "language"?, "published"?}` in time order.
        embedder: makes the vectors.

    Yields:
        `{"id", "story"}` for each row, in order, when all have been read: later rows may merge or move earlier ones.
        A row without a usable title or text comes back as a story of its own.
    """
    read = _read_all(rows)
    members = _members([one.article for one in read if one.article is not None], embedder)
    means = Means(embedder.name, embedder.dimensions).update(members).frozen()
    stories = consolidate(members, means).moves
    for place, one in enumerate(read):
        story = stories.get(one.article.id) if one.article is not None else None
        yield {"id": one.echo, "story": story or derived_id("story", "row", str(place))}


def members_of(rows: Iterable[Mapping[str, object]], embedder: Embedder) -> list[Member]:
    """The rows that can be used as grouping sees them, in their order, each signed and with its vector."""
    return _members([one.article for one in _read_all(rows) if one.article is not None], embedder)


def _read_all(rows: Iterable[Mapping[str, object]]) -> list[_Row]:
    read: list[_Row] = []
    last = _EPOCH
    for place, row in enumerate(rows):
        one = _read(row, place, last)
        if one.article is not None and one.article.published_at is not None:
            last = one.article.published_at
        read.append(one)
    return read


def _members(articles: Sequence[Article], embedder: Embedder) -> list[Member]:
    vectors = embedder.embed([text_to_embed(article) for article in articles])
    return [sign(article, vector) for article, vector in zip(articles, vectors, strict=True)]


def _read(row: Mapping[str, object], place: int, last: datetime) -> _Row:
    """A row as an article; `last` stands in for a missing time."""
    title, text = _text(row.get("title")), _text(row.get("text"))
    echo = row.get("id")
    if not (title or text):
        return _Row(echo, None)
    hint = _text(row.get("language")).split("-")[0].split("_")[0].lower()
    language = detect(f"{title}\n{text[:600]}", hint=hint)
    at = _time(row.get("published")) or last
    passages: list[Passage] = []
    for number, paragraph in enumerate(line for line in text.splitlines() if line.strip()):
        for sentence in sentences(paragraph, language):
            passages.append(
                Passage(len(passages) + 1, sentence, paragraph=number, for_machines=addresses_machines(sentence))
            )
    article_id = derived_id("row", str(place))
    return _Row(
        echo,
        Article(
            id=article_id,
            source_id="",
            url="",
            canonical_url="",
            language=language,
            title=title or (passages[0].text if passages else ""),
            passages=tuple(passages),
            retrieved_at=at,
            content_hash=derived_id(title, text),
            rights=Rights(Use.LINK, Basis.DEFAULT, "", at),
            published_at=at,
        ),
    )


def _text(value: object) -> str:
    """The text of a field, without what UTF-8 can't carry; empty if it is none."""
    return value.encode("utf-8", "replace").decode("utf-8").replace("\0", " ").strip() if isinstance(value, str) else ""


def _time(value: object) -> datetime | None:
    """An ISO 8601 time or day, or seconds since 1970; UTC where no zone is given; None for anything else."""
    try:
        if isinstance(value, bool):
            return None
        if isinstance(value, int | float):
            return datetime.fromtimestamp(value, UTC)
        if not isinstance(value, str):
            return None
        found = datetime.fromisoformat(re.sub(r"\s+", " ", value.strip()))
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
