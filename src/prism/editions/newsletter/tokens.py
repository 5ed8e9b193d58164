"""Signed words that let a reader leave a list, and nobody else make him leave (RFC 8058 asks for a hard-to-forge component)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

_SIGNATURE = 20


def token_for(address: str, locale: str, key: bytes) -> str:
    """A word for an address in a link: who leaves which edition's list, signed with the newsroom's key."""
    said = f"{locale}\n{address}".encode()
    return _text(_signature(said, key) + said)


def read_token(token: str, key: bytes) -> tuple[str, str] | None:
    """(address, locale) of a token that was signed with this key, or None."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        locale, _, address = raw[_SIGNATURE:].decode().partition("\n")
    except (binascii.Error, ValueError):
        return None
    signed = hmac.compare_digest(raw[:_SIGNATURE], _signature(raw[_SIGNATURE:], key))
    return (address, locale) if signed and address else None


def _signature(said: bytes, key: bytes) -> bytes:
    return hmac.new(key, b"unsubscribe\n" + said, hashlib.sha256).digest()[:_SIGNATURE]


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
