"""Search across an edition without a server: an index of small files, of which a reader's browser fetches the few it needs.

    search_pages(edition, frame, touched)   the page, its manifest and the files of the index

The index is a row of *segments*, each a run of stories in the order of their publication (`segments`). A segment has its terms
in *shards* (`postings`), of which one word needs one, and its stories' texts in *chunks* of about three. Terms are pairs of
characters where a script writes no spaces, and in Korean, so that a part of a compound is found; stems elsewhere (`tokens`).
A new story is put into the last segment, which is small: two or three files change. docs/decisions/0135 has the figures.
"""

from __future__ import annotations

from prism.editions.search.pages import MANIFEST, search_pages

__all__ = ["MANIFEST", "search_pages"]
