"""Why there is no brief of a story in an edition yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waiting:
    """No brief can be written of this revision.

    Attributes:
        reason: message id of the locale's words: "card.language" (no source in the edition's language) or
            "card.rights" (there is one, and nobody has said that it may be quoted).
    """

    reason: str
