"""Shared by all tests: the small press that tests of the whole newsroom read."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "newsroom"))
