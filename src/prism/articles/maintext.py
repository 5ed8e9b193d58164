"""Which blocks of a page are its article.

trafilatura (2.3.1, `fast=True`; F1 .959 on 181 real pages, ../docs/decisions) chooses; the text itself is taken from our own
walk over the tree, so that the page's characters, order and paragraphs are kept.
"""

from __future__ import annotations

import re

from lxml import etree
from trafilatura import bare_extraction

from prism.articles.markup import Block, blocks

_NOT_WORD = re.compile(r"[\W_]+")


def key_of(text: str) -> str:
    """Letters and digits only, folded: what two spellings of one line have in common."""
    return _NOT_WORD.sub("", text).casefold()


def main_blocks(tree: etree._Element) -> list[Block]:
    """The blocks of the article in document order; empty when there is none."""
    document = bare_extraction(tree, fast=True, include_comments=False, include_tables=True)
    chosen = key_of("".join(document.body.itertext())) if document is not None else ""
    return [block for block in blocks(tree) if (key := key_of(block.text)) and key in chosen]
