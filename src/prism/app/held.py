"""What a run must tell: what is held back and why, and how much waits for the operator's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prism.model import Basis, Outcome

if TYPE_CHECKING:
    from prism.newsroom import Tools
    from prism.ports import Archive


def held_back(tools: Tools) -> list[tuple[str, str, str]]:
    """(locale, headline, reasons) of each brief whose latest version is held back."""
    found = []
    for work in tools.archive.held():
        failed = [verdict.reason for verdict in work.verdicts or () if verdict.outcome is Outcome.FAIL]
        reason = "; ".join(dict.fromkeys(failed)) or (work.decision.reason if work.decision else "")
        found.append((work.brief.locale, work.brief.headline.text, reason))
    return found


def waiting_for_rights(archive: Archive) -> int:
    """How many articles may only be linked because nobody has said more."""
    return sum(1 for article, _ in archive.iterate_articles() if article.rights.basis is Basis.DEFAULT)
