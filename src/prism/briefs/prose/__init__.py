"""The writer that asks a model, as flows: generators that yield prompts and are sent completions. None does I/O.

`facts` reads a story's passages once for all editions, `draft` writes a brief of the sheet for one edition, `revise` asks for
failing sentences again and `without` lets them fall, `update` brings a brief to a new revision, `gloss` translates cited passages,
`terms` asks what names are called, `parity` compares the editions of a story.
"""

from __future__ import annotations

from prism.briefs.prompts import VERSION
from prism.briefs.prose.draft import WRITER, draft
from prism.briefs.prose.facts import facts
from prism.briefs.prose.gloss import gloss
from prism.briefs.prose.mending import without
from prism.briefs.prose.parity import Parity, parity
from prism.briefs.prose.revise import revise
from prism.briefs.prose.sheet import Background, Origin, Sheet
from prism.briefs.prose.terms import terms
from prism.briefs.prose.update import update

__all__ = [
    "VERSION",
    "WRITER",
    "Background",
    "Origin",
    "Parity",
    "Sheet",
    "draft",
    "facts",
    "gloss",
    "parity",
    "revise",
    "terms",
    "update",
    "without",
]
