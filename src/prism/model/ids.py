"""Ids derive from content: the same thing has the same id in every archive."""

from __future__ import annotations

import hashlib


def derived_id(*parts: str) -> str:
    """A 16-character id (80 bits, Crockford-like base 32, lower case) of the parts in order.

    Parts are length-prefixed before hashing (SHA-256), so ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    number = int.from_bytes(digest.digest()[:10], "big")
    alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
    return "".join(alphabet[(number >> (5 * place)) & 31] for place in range(15, -1, -1))
