"""Which stories stand in which segment of the index, as a function of the stories alone.

Stories stand in the order of their first publication, and each has a rank that chance gave it for good (a hash of its id). By
it one story in twelve ends a *run*. A segment ends with every run whose last story's rank is above those of all later runs; what
follows the last run is the open segment. So there are about as many segments as the logarithm of the number of stories,
small ones for what is new and large ones for what is old. A new story is put into the open segment; when that becomes a run
it is joined with those before it, the more the rarer; a story that goes changes its own segment. Nothing has to be
remembered from one build to the next. One story in 2,048 ranks above all, so that no segment grows without end.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prism.editions.catalogue import Kind
from prism.model import Teaser, derived_id

_ABOVE_ALL = 3 << 32  # divisible by what ends a run
_LARGEST = 2048
_ENDS_A_RUN = 12
_WHOLE = 24
"""Stories up to which a segment has a single shard."""
_IN_A_SHARD = 4
_IN_A_CHUNK, _ENDS_A_CHUNK = 6, 4


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of stories.

    Attributes:
        row: all stories of the edition, in the order of their publication.
        start: where the segment begins in it.
        end: where the next one begins.
        is_open: the last one, to whose end new stories come.
    """

    row: Sequence[Teaser]
    start: int
    end: int
    is_open: bool = False

    @property
    def stories(self) -> Sequence[Teaser]:
        """In the order of their publication; a posting names them by their place here."""
        return self.row[self.start : self.end]

    @property
    def name(self) -> str:
        """Of its folder: another for other stories, the same while new ones are put to its end."""
        first, last = self.row[self.start].story_id, self.row[self.end - 1].story_id
        return derived_id(first, "" if self.is_open else last)

    @property
    def count(self) -> int:
        """How many stories it has."""
        return self.end - self.start

    def has(self, stories: Iterable[Teaser]) -> bool:
        """Whether one of these stands in it, or would, by its moment."""
        first, last = _MOMENT(self.row[self.start]), _MOMENT(self.row[self.end - 1])
        return any(first <= _MOMENT(one) and (self.is_open or _MOMENT(one) <= last) for one in stories)

    @property
    def shards(self) -> int:
        """How many files its terms stand in, a power of two: files of some two kilobytes."""
        return 1 if self.count <= _WHOLE else 1 << (self.count // _IN_A_SHARD - 1).bit_length()

    def chunks(self) -> list[Sequence[Teaser]]:
        """Its stories in runs of about three, whose texts stand together."""
        found: list[Sequence[Teaser]] = []
        stories, start = self.stories, 0
        for at, story in enumerate(stories):
            if rank(story.story_id) % _ENDS_A_CHUNK == 0 or at + 1 - start == _IN_A_CHUNK:
                found.append(stories[start : at + 1])
                start = at + 1
        return [*found, stories[start:]] if start < len(stories) else found


def rank(story_id: str) -> int:
    """What chance gave a story."""
    digest = zlib.crc32(story_id.encode("utf-8", "surrogatepass"))
    return _ABOVE_ALL if digest % _LARGEST == 1 else digest


ENDS = Kind("published_at", lambda story: () if rank(story.story_id) % _ENDS_A_RUN else (None,))
"""The stories that end a run."""
_MOMENT = ENDS.moment


def segments(row: Sequence[Teaser], ends: Sequence[Teaser]) -> list[Segment]:
    """The segments of an edition, oldest first.

    Args:
        row: its stories in the order of their publication.
        ends: those of them that are of the kind `ENDS`, in the same order.
    """
    highest = -1
    places: list[int] = []
    for one in reversed(ends):
        own = rank(one.story_id)
        if own > highest or own == _ABOVE_ALL:
            highest = own
            places.append(bisect_left(row, _MOMENT(one), key=_MOMENT) + 1)
    found: list[Segment] = []
    start = 0
    for end in reversed(places):
        found.append(Segment(row, start, end))
        start = end
    if start < len(row):
        found.append(Segment(row, start, len(row), is_open=True))
    return found
