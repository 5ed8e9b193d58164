"""Concepts of verbs that give, that get, that win or lose, and that tell too little to know a deed by."""

from __future__ import annotations

GIVING = frozenset({"sell", "sale", "give", "lend", "pay", "payment", "supply", "provide", "offer-provide", "export", "donate", "deliver", "hand-on", "hand-back", "transfer", "transfer-money", "send", "write", "propose", "ask", "demand", "request", "urge"})  # fmt: skip
GETTING = frozenset({"buy", "purchase", "acquisition", "acquire", "borrow", "receive", "receive-money", "import", "seize", "introduce-v", "take-over-role", "deprive"})  # fmt: skip
CONTEST = frozenset({"win", "defeat", "beat", "lose", "victory", "loss-defeat", "overtake", "triumph"})
"""Concepts of one deed: who loses is turned round where it is read."""
LIGHT = frozenset({"say", "tell", "announce", "statement", "state-say", "claim-say", "report", "explain", "reveal", "add-say", "comment", "spokesperson", "have", "be", "plan", "think", "show", "hold-event", "make", "put", "take", "become", "start", "continue"})  # fmt: skip
"""What so many sentences tell that it tells no deed apart."""
