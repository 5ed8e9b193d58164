"""Three questions to a tree, with types: lxml's own answers are unions of all that XPath can give."""

from __future__ import annotations

from lxml import etree


def found(expression: etree.XPath, tree: etree._Element) -> list[etree._Element]:
    """The elements that an expression selects, in document order."""
    answer = expression(tree)
    return [item for item in answer if isinstance(item, etree._Element)] if isinstance(answer, list) else []  # noqa: SLF001 - lxml has no other name for it


def values(expression: etree.XPath, tree: etree._Element) -> list[str]:
    """The attributes that an expression selects, in document order."""
    answer = expression(tree)
    return [item for item in answer if isinstance(item, str)] if isinstance(answer, list) else []


def said(element: etree._Element) -> str:
    """All characters in an element, as they stand."""
    return "".join(str(piece) for piece in element.itertext())
