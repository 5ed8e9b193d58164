"""Two figures of which one became the other: from 5 to 8 euros, 85톤에서 60톤으로, 5から8に, 由85吨减至60吨."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from prism.languages.mentions import Quantity

_FORWARD: Mapping[str, tuple[str, str, str]] = {
    "ko": (r"", r" ?(?:에서|이던 것이|이었던 것이|이던 데서|에 머물던 것이) ?(?:올해 |내년 |지난해 |현재 |약 |최대 )?", r" ?(?:으?로|까지)"),
    "ja": (r"", r" ?(?:から|だったのが|だったものが)(?:、)? ?(?:約|計)? ?", r" ?(?:に|へ|まで|と)"),
    "zh": (r"(?:从|從|由|自)(?:[^，。\d]{0,8})$", r"[^，。;；]{0,6}?(?:至|到|为|為|成)(?:约|約)?", r""),
    "en": (r"\bfrom (?:\w+ )?$", r" (?:a \w+ )?(?:\w+ )?to (?:\w+ )?", r""),
    "de": (r"\bvon (?:\w+ )?$", r" auf (?:\w+ )?", r""),
}  # fmt: skip
"""Language → what stands before the earlier figure, between it and the later one, and behind that."""
_BACKWARD: Mapping[str, tuple[str, str]] = {
    "en": (
        r"",
        r"(?:[^.;,:\d]{0,16})?,? (?:(?:up|down|rising|falling|compared|an increase|a fall|a rise|a drop) )?(?:sharply )?from (?:the )?(?:\w+ )?",
    ),
    "de": (r"", r",? (?:nach|statt|gegenüber) (?:zuvor )?"),
}
"""The same where the later figure is told first ("to 3.5% from 3.75%")."""
_REPLACED: Mapping[str, tuple[str, str, str]] = {
    "en": (r"\b(?:replac|swap|switch|trad)\w* (?:\w+ )?$", r"(?: \w+){0,2} (?:with|by|for) (?:\w+ )?", r""),
    "ko": (
        r"",
        r"(?: [가-힣]{1,6}){0,2}(?:을|를) (?:[가-힣]{1,6} )?",
        r"[^,.]{0,12}(?:으로|로) (?:바꾸|바꿔|대체|교체)",
    ),
    "ja": (r"", r"[^、。\d]{0,8}を、?", r"[^、。]{0,10}に(?:変更|替え|切り替え|置き換え)"),
}
"""The same where one is put in the place of the other."""
_REACH = 24


def turns(text: str, figures: Sequence[Quantity], language: str) -> tuple[tuple[Quantity, Quantity], ...]:
    """Pairs of figures of one kind, the earlier value first.

    Args:
        text: what the figures were read in.
        figures: as `quantities` gives them.
        language: its primary tag.

    Returns:
        (earlier, later) for each two that stand beside each other in such a phrase; none in a language without a table.
    """
    found: list[tuple[Quantity, Quantity]] = []
    for first, second in pairwise(figures):
        if first.kind != second.kind or first.value == second.value or second.start < first.end:
            continue
        between = text[first.end : second.start]
        forward, backward = _FORWARD.get(language), _BACKWARD.get(language)
        ways = [one for one in (forward, _REPLACED.get(language)) if one is not None]
        if any(_meets(*one, text, first, second, between) for one in ways):
            found.append((first, second))
        elif backward is not None and _meets(backward[0], backward[1], "", text, first, second, between):
            found.append((second, first))
    return tuple(found)


_SCORE = re.compile(r" ?[-–:∶] ?|[-–]|대 |:| ?대 ?|対|对|對|比|to", re.IGNORECASE)


def scores(text: str, figures: Sequence[Quantity]) -> tuple[tuple[Quantity, Quantity], ...]:
    """Pairs of bare figures that are told as a score or a vote: 15-12, 31:29, 9 대 3."""
    return tuple(
        (first, second)
        for first, second in pairwise(figures)
        if first.kind == second.kind == "count"
        and not first.unit
        and second.start >= first.end
        and first.value.as_integer_ratio()[1] == second.value.as_integer_ratio()[1] == 1
        and _SCORE.fullmatch(text[first.end : second.start]) is not None
    )


def _meets(before: str, between: str, after: str, text: str, first: Quantity, second: Quantity, said: str) -> bool:
    left = text[max(0, first.start - _REACH) : first.start]
    return (
        re.search(before, left, re.IGNORECASE) is not None
        and re.fullmatch(between, said, re.IGNORECASE) is not None
        and re.match(after, text[second.end : second.end + _REACH]) is not None
    )
