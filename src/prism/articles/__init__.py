"""Bytes of a page → an `Article` with numbered passages.

The way through: bytes are decoded (`prism.web.charsets`), parsed (`markup`), the article's blocks are chosen (`maintext`)
and cut into passages (`passages`).
"""

from __future__ import annotations

from prism.articles.copies import copy_of
from prism.articles.pages import Page, join_pages, read_entry, read_page

__all__ = ["Page", "copy_of", "join_pages", "read_entry", "read_page"]
