"""Text that speaks to machines instead of readers."""

from __future__ import annotations

import re

_PATTERNS = re.compile(
    r"(?:ignore|disregard|forget)\s+(?:all\s+|any\s+)?(?:of\s+)?(?:the\s+|your\s+|my\s+)?(?:previous|prior|above|earlier|preceding)\s+(?:instructions?|prompts?|directions?|messages?)"
    r"|(?:이전|앞의|위의|기존)\s*(?:모든\s*)?(?:지시|명령|지침|프롬프트)[^.]{0,12}(?:무시|잊)"
    r"|(?:これまで|以前|上記|前)の(?:すべての)?(?:指示|命令|プロンプト)[^。]{0,10}(?:無視|忘れ)"
    r"|(?:忽略|无视|無視|忘记)(?:之前|以上|先前|前面|上述)[^。]{0,8}(?:指令|指示|提示|命令)"
    r"|(?:ignoriere|vergiss|missachte)\w*\s+(?:alle\s+)?(?:vorherigen|bisherigen|obigen|früheren)\s+(?:Anweisungen|Instruktionen|Befehle)",
    re.IGNORECASE,
)


def addresses_machines(text: str) -> bool:
    """Whether a text gives orders to a language model or a crawler, in any of many languages."""
    return _PATTERNS.search(text) is not None
