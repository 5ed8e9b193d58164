"""A picture of each story, drawn from its own data: light that falls through a prism, one ray a report.

A ray's colour is its language and its width the number of reports in it, so the picture says at a glance how widely a story
is told. Colours are classes of the style sheet (light and dark have their own).
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prism.model import Article

_HUES = {"ko": 0, "en": 1, "ja": 2, "zh": 3, "de": 4, "fr": 5, "es": 6, "ru": 7, "ar": 8}
"""Languages of most news have a colour of their own; the others share the rest."""
_MOST = 14


@dataclass(frozen=True, slots=True)
class Ray:
    """One language of a story: how many reports it has, and its colour."""

    language: str
    count: int
    hue: int


def hue_of(language: str) -> int:
    """The colour class of a language, 0 to 11; the same on every page."""
    primary = language.partition("-")[0]
    return _HUES.get(primary, 9 + zlib.crc32(primary.encode("utf-8", "ignore")) % 3)


def rays_of(articles: Iterable[Article]) -> tuple[Ray, ...]:
    """The languages of a story's articles, most reports first."""
    return rays(article.language for article in articles)


def rays(languages: Iterable[str]) -> tuple[Ray, ...]:
    """As `rays_of`, from the languages alone."""
    counted = Counter(languages)
    order = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Ray(language, count, hue_of(language)) for language, count in order)


@dataclass(frozen=True, slots=True)
class Beam:
    """A refracted ray as a polygon of the cover's 1200 × 240 field."""

    points: str
    hue: int


def beams(found: Sequence[Ray]) -> tuple[Beam, ...]:
    """The rays of a cover, fanned out from the prism's face, the strongest in the middle."""
    single = [ray.hue for ray in found for _ in range(ray.count)][:_MOST]
    if not single:
        return ()
    left, right, top, bottom = 352.0, 1200.0, 18.0, 222.0
    face_top, face_bottom = 96.0, 150.0
    count = len(single)
    gap = 5.0
    near, far = (face_bottom - face_top) / count, (bottom - top - gap * (count - 1)) / count
    beams: list[Beam] = []
    for place, hue in enumerate(single):
        y0 = face_top + near * place
        y1 = top + (far + gap) * place
        points = f"{_x(y0)},{y0:.1f} {right:.0f},{y1:.1f} {right:.0f},{y1 + far:.1f} {_x(y0 + near)},{y0 + near:.1f}"
        beams.append(Beam(points, hue))
    _ = left
    return tuple(beams)


def _x(y: float) -> str:
    """Where the prism's right face stands at a height."""
    return f"{300 + (y - 40) * 0.577:.1f}"
