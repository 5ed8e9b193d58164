"""Readers leave the newsletter's list: the address that letters point at (RFC 8058), beside the site.

A POST takes the reader off, as a mail program sends it at one touch; a GET shows a page with a button, because programs that
look at links before their reader does must take nobody off.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import Any

from prism.adapters.mail import Left, Subscriber
from prism.editions.newsletter import read_token
from prism.model import Locale

PATH = "/newsletter/unsubscribe/"
KEY = "newsletter.key"
LEFT = "unsubscribed.csv"
_LONGEST_TOKEN = 1024
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
_HEADERS = (
    (b"content-type", b"text/html; charset=utf-8"),
    (b"content-security-policy", b"default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-robots-tag", b"noindex"),
    (b"cache-control", b"no-store"),
)


def key_of(folder: Path) -> bytes:
    """The newsroom's key for tokens, made at its first use and readable by its owner alone."""
    path = folder / KEY
    if not path.exists():
        fresh = folder / f"{KEY}.{secrets.token_hex(4)}"
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_hex(32) + "\n", "ascii")
        try:
            path.hardlink_to(fresh)  # whoever comes second takes the first one's
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return hashlib.sha256(path.read_text("ascii").strip().encode()).digest()


def leave(folder: Path, token: str) -> Subscriber | None:
    """Take off the list whoever a token was made for; None if it was not made here."""
    found = read_token(token, key_of(folder)) if len(token) <= _LONGEST_TOKEN else None
    if found is None:
        return None
    one = Subscriber(*found)
    Left(folder / LEFT).add(one)
    return one


def with_leaving(app: Application, folder: Path, locales: Mapping[str, Locale]) -> Application:
    """The same site, with the address by which readers leave.

    Args:
        app: the site.
        folder: of the newsroom.
        locales: of its editions, the first for those whose edition is not known.
    """

    async def leaving(scope: Scope, receive: Receive, send: Send) -> None:
        path = str(scope.get("path", ""))
        if scope["type"] != "http" or not path.startswith(PATH):
            await app(scope, receive, send)
            return
        token = path.removeprefix(PATH)
        known = read_token(token, key_of(folder)) if len(token) <= _LONGEST_TOKEN else None
        locale = locales.get(known[1] if known else "", next(iter(locales.values())))
        method = scope["method"]
        if method not in {"GET", "HEAD", "POST"}:
            status, body = HTTPStatus.METHOD_NOT_ALLOWED, _page(locale, locale.say("newsletter.invalid"))
        elif known is None:
            status, body = HTTPStatus.NOT_FOUND, _page(locale, locale.say("newsletter.invalid"))
        elif method == "POST":
            Left(folder / LEFT).add(Subscriber(*known))
            status, body = HTTPStatus.OK, _page(locale, locale.say("newsletter.left"))
        else:
            status, body = (
                HTTPStatus.OK,
                _page(locale, locale.say("newsletter.leave"), locale.say("newsletter.unsubscribe")),
            )
        headers = [*_HEADERS, (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": int(status), "headers": headers})
        await send({"type": "http.response.body", "body": b"" if method == "HEAD" else body})

    return leaving


def _page(locale: Locale, told: str, button: str = "") -> bytes:
    form = f'<form method="post"><button>{escape(button)}</button></form>' if button else ""
    return (
        f'<!doctype html><html lang="{escape(locale.tag)}" dir="{escape(locale.direction)}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
        f"<title>{escape(told)}</title><h1>{escape(told)}</h1>{form}</html>\n"
    ).encode()
