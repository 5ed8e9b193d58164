"""The desk: verdicts and a policy → a decision; and the order in which stories stand."""

from __future__ import annotations

from prism.desk.arranging import arrange
from prism.desk.decisions import decide
from prism.desk.importance import weigh

__all__ = ["arrange", "decide", "weigh"]
