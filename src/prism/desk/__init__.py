"""The desk: verdicts and a policy → a decision; and the order in which stories stand."""

from __future__ import annotations

from prism.desk.decisions import decide
from prism.desk.importance import importance

__all__ = ["decide", "importance"]
