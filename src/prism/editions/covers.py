"""A picture of each story, drawn from its own data: light that falls through a prism, one ray a report.

A ray's colour is the language of its report, so the picture says at a glance how widely a story is told. Colours are
classes of the style sheet (light and dark have their own); the words beside the picture say the same.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from prism.model import Article

_HUES = {"ko": 0, "en": 1, "ja": 2, "zh": 3, "de": 4, "fr": 5, "es": 6, "ru": 7, "ar": 8}
"""Languages of most news have a colour of their own; the others share the rest."""
_SPECTRUM = (2, 9, 6, 3, 8, 5, 0, 10, 7, 1, 4)
"""The colours in the order that light has them, red first."""
_MOST = 14

_APEX = (210.0, 58.0)
_SLOPE = 0.577  # an equilateral prism
_ENTRY = "165,136"
_FACE = (104.0, 160.0)
_EDGE = (18.0, 282.0)
_GAP = 5.0
_THICKEST = 36.0
"""A ray at the far edge: few rays make a narrow fan."""
_RIGHT = 640


@dataclass(frozen=True, slots=True)
class Ray:
    """One language of a story: how many reports it has, its colour class, and how many of them are copies of an agency's text."""

    language: str
    count: int
    hue: int
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Beam:
    """A report's ray in the cover's field of 640 × 300: `inside` the prism and `outside`, as polygon points; a copy is pale."""

    inside: str
    outside: str
    hue: int
    copy: bool = False


def hue_of(language: str) -> int:
    """The colour class of a language, 0 to 10; the same on every page."""
    primary = language.partition("-")[0]
    return _HUES.get(primary, 9 + zlib.crc32(primary.encode("utf-8", "ignore")) % 2)


def rays_of(articles: Iterable[Article]) -> tuple[Ray, ...]:
    """The languages of a story's articles, in the order of the spectrum."""
    told = tuple(articles)
    copies = Counter(article.language for article in told if article.copy_of is not None)
    return tuple(replace(ray, copies=copies[ray.language]) for ray in rays(article.language for article in told))


def rays(languages: Iterable[str]) -> tuple[Ray, ...]:
    """As `rays_of`, from the languages alone."""
    return _rays(tuple(languages))


@lru_cache(maxsize=4096)  # most stories are told in the same few languages
def _rays(languages: tuple[str, ...]) -> tuple[Ray, ...]:
    found = (Ray(language, count, hue_of(language)) for language, count in Counter(languages).items())
    return tuple(sorted(found, key=lambda ray: (_SPECTRUM.index(ray.hue), ray.language)))


def beams(found: Sequence[Ray]) -> tuple[Beam, ...]:
    """The rays of a cover, fanned out from the prism's face."""
    hues = [(ray.hue, place >= ray.count - ray.copies) for ray in found for place in range(ray.count)]
    hues = hues[:: -(-len(hues) // _MOST)] if hues else []
    if not hues:
        return ()
    near = min((_FACE[1] - _FACE[0]) / len(hues), _THICKEST / 4)
    nearest = (_FACE[0] + _FACE[1] - near * len(hues)) / 2
    far = min((_EDGE[1] - _EDGE[0] - _GAP * (len(hues) - 1)) / len(hues), _THICKEST)
    highest = (_EDGE[0] + _EDGE[1] - (far + _GAP) * len(hues) + _GAP) / 2
    beams: list[Beam] = []
    for place, (hue, copy) in enumerate(hues):
        top, out = nearest + near * place, highest + (far + _GAP) * place
        face = (_on_face(top), _on_face(top + near))
        outside = f"{face[0]} {_RIGHT},{out:.0f} {_RIGHT},{out + far:.0f} {face[1]}"
        beams.append(Beam(f"{_ENTRY} {face[0]} {face[1]}", outside, hue, copy))
    return tuple(beams)


def _on_face(height: float) -> str:
    """The point of the prism's right face at a height."""
    return f"{_APEX[0] + (height - _APEX[1]) * _SLOPE:.0f},{height:.0f}"
