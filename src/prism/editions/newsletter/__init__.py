"""An edition as a letter: HTML that mail clients show well (tables, styles in place, light and dark), and the same as text.

No picture is fetched and nothing is counted: a letter does not tell its sender that it was opened.

    letter(teasers, corrections, frame, …)   one letter, for one reader
    token_for(address, locale, key)          the signed word by which its reader leaves the list
    read_token(token, key)                   whose word it is
"""

from __future__ import annotations

from prism.editions.newsletter.letters import Letter, letter
from prism.editions.newsletter.tokens import read_token, token_for

__all__ = ["Letter", "letter", "read_token", "token_for"]
