"""Articles of one event are one story, across languages and days.

The way through: `text_to_embed` says what of an article is embedded, `sign` makes it a `Member` that can be compared,
`Means` learns where each language lies in the embedder's space, `assign` finds a newcomer's story among its neighbours
(`consolidate` decides a whole window anew), `describe` tells what a story's articles say together.
"""

from __future__ import annotations

from prism.stories.assignment import assign, consolidate
from prism.stories.description import describe
from prism.stories.means import Means
from prism.stories.signatures import sign
from prism.stories.texts import text_to_embed

__all__ = ["Means", "assign", "consolidate", "describe", "sign", "text_to_embed"]
