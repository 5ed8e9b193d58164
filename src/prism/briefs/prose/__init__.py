"""The writer that asks a model, as flows: generators that yield prompts and are sent completions. None does I/O.

`facts` reads a story's passages once for all editions, `draft` writes a brief of the sheet for one edition.
"""

from __future__ import annotations

from prism.briefs.prose.draft import draft
from prism.briefs.prose.facts import facts
from prism.briefs.prose.sheet import Background, Origin, Sheet

__all__ = ["Background", "Origin", "Sheet", "draft", "facts"]
