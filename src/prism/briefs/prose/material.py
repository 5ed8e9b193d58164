"""What of a story a model is given: the passages that may be rewritten, in parts that fit.

Of a text with `full` rights that is all that speaks to readers; of one with `excerpt` rights no more than may be quoted of it:
its title and its first passage. Texts with `link` or `none` rights, wire copies, what was withdrawn or superseded, and
passages that address machines never go in. (Hidden text is no passage: `articles` leaves it out.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from prism.asking.fencing import for_readers, line
from prism.asking.labels import article_label, passage_label
from prism.asking.tokens import tokens_of
from prism.briefs.facts import quotable
from prism.briefs.prose.sheet import Origin
from prism.languages import home_zone
from prism.model import TITLE, Article, Citation, CopyLimits, Source, Story, Use

PART_TOKENS = 12_000
"""Tokens of the sources in one question: a story of two dozen reports is read in one go, and it fits any current model."""
MOST_TOKENS = 48_000
"""Tokens of the sources read of one story: beyond them the ends of long reports are left out, the same number of passages of each."""


@dataclass(frozen=True, slots=True)
class Line:
    """A passage as the model sees it."""

    label: str
    citation: Citation
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """An article as the model sees it, or a part of it.

    Attributes:
        label: "A1".
        origin: outlet, language, day.
        lines: title and passages.
    """

    label: str
    origin: Origin
    lines: tuple[Line, ...]

    @property
    def header(self) -> str:
        """The line above its passages."""
        origin = self.origin
        return f"{self.label} {line(origin.outlet)} | {origin.language} | {origin.said_on:%Y-%m-%d %a}"

    def shown(self) -> Iterator[str]:
        """Its lines in a prompt."""
        yield self.header
        for one in self.lines:
            yield f"{one.citation.passage} {one.text}"


def reports(story: Story, articles: Sequence[Article], sources: Sequence[Source]) -> tuple[Report, ...]:
    """The reports of a story that a model may read, in the story's order, within the bound of one story."""
    outlets = {source.id: source for source in sources}
    found: list[Report] = []
    for article in quotable(story, articles):
        lines = tuple(_lines(article, article_label(len(found) + 1)))
        if lines:
            found.append(Report(article_label(len(found) + 1), _origin(article, outlets.get(article.source_id)), lines))
    return _bounded(found)


def parts(given: Sequence[Report], bound: int = PART_TOKENS) -> Iterator[tuple[Report, ...]]:
    """Reports packed in order into parts of at most that many tokens; a report that is longer itself is cut between passages."""
    packed: list[Report] = []
    left = bound
    for report in given:
        for piece in _pieces(report, bound):
            size = size_of(piece)
            if packed and size > left:
                yield tuple(packed)
                packed, left = [], bound
            packed.append(piece)
            left -= size
    if packed:
        yield tuple(packed)


def size_of(report: Report) -> int:
    """The tokens of a report in a prompt."""
    return sum(tokens_of(one) + 1 for one in report.shown())


def _pieces(report: Report, bound: int) -> Iterator[Report]:
    room = max(1, bound - tokens_of(report.header) - 1)
    taken: list[Line] = []
    size = 0
    for one in report.lines:
        tokens = tokens_of(one.text) + 2
        if taken and size + tokens > room:
            yield replace(report, lines=tuple(taken))
            taken, size = [], 0
        taken.append(one)
        size += tokens
    yield replace(report, lines=tuple(taken))


def _bounded(found: Sequence[Report]) -> tuple[Report, ...]:
    """The reports without the ends of the longest, so that all together stay within `MOST_TOKENS`."""
    longest = max((len(report.lines) for report in found), default=0)
    sizes = [[tokens_of(one.text) + 2 for one in report.lines] for report in found]
    while longest > 1 and sum(sum(row[:longest]) for row in sizes) > MOST_TOKENS:
        longest = longest * 9 // 10
    cut = [replace(report, lines=report.lines[:longest]) for report in found]
    while len(cut) > 1 and sum(size_of(report) for report in cut) > MOST_TOKENS:
        cut.pop()
    return tuple(cut)


def _lines(article: Article, label: str) -> Iterator[Line]:
    texts = [(TITLE, line(article.title))]
    texts += [(passage.number, "" if passage.for_machines else line(passage.text)) for passage in article.passages]
    open_to = zip(texts, for_readers([text for _, text in texts]), strict=True)
    kept = [(number, text) for (number, text), reads in open_to if text and reads]
    if article.rights.use is not Use.FULL:
        most = CopyLimits().passages_of(article)
        titles = [pair for pair in kept if pair[0] == TITLE]
        kept = titles + [pair for pair in kept if pair[0] != TITLE][:most]
    for number, text in kept:
        yield Line(passage_label(label, number), Citation(article.id, number), text)


def _origin(article: Article, source: Source | None) -> Origin:
    zone = (source.timezone if source else "") or home_zone(article.language, source.country if source else "")
    name = line(source.name) if source else article.source_id
    return Origin(article.source_id, name, article.language, article.said_at.astimezone(ZoneInfo(zone)).date())
