"""The program: commands, configuration, wiring, the demo, evaluations."""

from __future__ import annotations

import os

# Before numpy is loaded: its matrices are small here, and its threads would wait for the embedder's at every product
# (35 ms instead of 0.3 beside a busy one).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
