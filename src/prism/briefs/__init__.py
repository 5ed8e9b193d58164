"""Stories to briefs: the fact sheet, the section and the tags of a story, and the writers.

`fact_sheet` says what the sources say, once for all editions; `digest.write` makes a brief of it without any model.
"""

from __future__ import annotations

from prism.briefs import digest
from prism.briefs.facts import fact_sheet
from prism.briefs.waiting import Waiting
from prism.model import CopyLimits

__all__ = ["CopyLimits", "Waiting", "digest", "fact_sheet"]
