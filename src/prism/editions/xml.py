"""XML, escaped by construction: elements are made of names, values and other elements, never of raw text."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from prism.editions.plain import clean

_EMPTY: Mapping[str, str] = {}


def element(name: str, *inside: str, attributes: Mapping[str, str] = _EMPTY) -> Markup:
    """An element. Plain strings are cleaned and escaped, `Markup` (other elements) stands as it is.

    Args:
        name: qualified name, from the code and never from data.
        inside: text and elements in order; nothing makes an empty element.
        attributes: names from the code, values from anywhere.
    """
    opened = name + "".join(f' {key}="{escape(clean(value))}"' for key, value in attributes.items())
    content = "".join(part if isinstance(part, Markup) else escape(clean(part)) for part in inside)
    return Markup(f"<{opened}>{content}</{name}>" if content else f"<{opened}/>")  # noqa: S704  # every part was escaped above


def document(root: Markup) -> bytes:
    """The bytes of a whole document."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'.encode()
