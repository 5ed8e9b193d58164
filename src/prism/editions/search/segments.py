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
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from prism.editions.listing import newest
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
        stories: in the order of their publication; a posting names them by their place here.
        is_open: the last one, to whose end new stories come.
    """

    stories: tuple[Teaser, ...]
    is_open: bool = False

    @property
    def name(self) -> str:
        """Of its folder: another for other stories, the same while new ones are put to its end."""
        first, last = self.stories[0].story_id, self.stories[-1].story_id
        return derived_id(first, "" if self.is_open else last)

    @property
    def shards(self) -> int:
        """How many files its terms stand in, a power of two: files of some two kilobytes."""
        count = len(self.stories)
        return 1 if count <= _WHOLE else 1 << (count // _IN_A_SHARD - 1).bit_length()

    def chunks(self) -> list[tuple[Teaser, ...]]:
        """Its stories in runs of about three, whose texts stand together."""
        found: list[tuple[Teaser, ...]] = []
        start = 0
        for at, story in enumerate(self.stories):
            if rank(story.story_id) % _ENDS_A_CHUNK == 0 or at + 1 - start == _IN_A_CHUNK:
                found.append(self.stories[start : at + 1])
                start = at + 1
        return [*found, self.stories[start:]] if start < len(self.stories) else found


@lru_cache(maxsize=262_144)
def rank(story_id: str) -> int:
    """What chance gave a story."""
    digest = zlib.crc32(story_id.encode("utf-8", "surrogatepass"))
    return _ABOVE_ALL if digest % _LARGEST == 1 else digest


def segments(stories: Sequence[Teaser]) -> list[Segment]:
    """The segments of an edition, oldest first."""
    ordered = newest(stories, "published_at")[::-1]
    ranks = [rank(story.story_id) for story in ordered]
    highest = -1
    ends: list[int] = []
    for at in range(len(ordered) - 1, -1, -1):
        own = ranks[at]
        if own % _ENDS_A_RUN == 0 and (own > highest or own == _ABOVE_ALL):
            highest = own
            ends.append(at + 1)
    found: list[Segment] = []
    start = 0
    for end in reversed(ends):
        found.append(Segment(tuple(ordered[start:end])))
        start = end
    if start < len(ordered):
        found.append(Segment(tuple(ordered[start:]), is_open=True))
    return found
