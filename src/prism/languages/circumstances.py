"""The circumstances that a sentence adds to what it tells: with whom, by what means, at whose wish, to what end, in what way.

A deed can be told without them, and a writer who embroiders adds one more readily than a second deed ("with the help of two
helicopters", 지역 국회의원과 함께, 관광객을 늘리고자). They stand in a few frames of each language, which are listed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORDS = 3
"""Words before a Korean marker that may be its circumstance."""
_BEFORE = {
    "ko": re.compile(
        r"[와과] (?:함께|나란히|손잡고|공동으로|협의[해하]|상의[해하]|협력[해하])|[이가] (?:지켜보는|참관하는|참석한|입회한|배석한|동행한) (?:가운데|채)|[을를] (?:동반|대동|동원|이용|활용|투입)(?:해|하고|해서)(?= )|"
        r"[을를] (?:받아|받으며|지원받아|거쳐|마친 뒤|마친 후|마치고|낸 뒤|모아|담보로|조건으로|대가로|명분으로|빌미로|계기로|보이며|흘리며|앞세워|통해|빌려|고용해|들여|우려해|의식해|앞두고|겨냥해|틈타|기념해|무릅쓰고|대신해|본떠|곁들여)(?=[ ,])|에 (?:따라|떠밀려|못 이겨|대비해|맞춰|맞서|힘입어|항의해|반발해)(?=[ ,])|[ ]속에서?(?=[ ,])|"
        r"의 (?:강한 |거센 |잇단 )?(?:요구|요청|반대|도움|압박|압력|권고|지시|설득|중재|주선)(?:로|으로|에)(?=[ ,])"
    )
}
"""Language → what stands behind a circumstance."""
_EVENTS = {
    "ko": re.compile(
        r"(?:[가-힣]+ )?[가-힣]*(?:간담회|기자회견|행사|기념식|토론회|인터뷰|집회|회의|포럼|세미나|총회|시상식|설명회|공청회|축제)(?P<mark>에서)(?=[ ,])"
    )
}
"""Language → a meeting at which something is told to have happened."""
_AIMS = {"ko": re.compile(r"(?:기 위해|고자|기 위한|으려고|려고)(?=[ ,])")}
"""Language → what stands behind an aim, of which the verb is often told in another word."""
_BEHIND = {
    "en": re.compile(
        r"\b(?:with the (?:help|support|backing|aid|blessing|consent) of|together with|alongside|(?:under|after|amid) pressure from|at the (?:request|urging|insistence|invitation) of|"
        r"after (?:a|an|repeated) (?:requests?|appeals?|complaints?|calls?) (?:by|from)|(?<!not )using|in (?:an|a) (?:effort|bid) to|in order to|in exchange for|escorted by|accompanied by|flanked by|funded by|financed by|"
        r"in the presence of|in revenge for|in retaliation for|in front of|in response to|to mark|as part of|on behalf of|by means of|under the (?:supervision|watch|guidance|eyes) of|backed by|aided by|supported by|sponsored by|paid for by|in protest (?:at|against)|for fear of|with (?:financial |technical )?support from|as a (?:sign|mark|gesture) of|with a view to|by way of|in addition to|as well as|at a (?:news conference|press conference|ceremony|rally|meeting) (?:with|in|for)|along with|(?:run |organi[sz]ed |held )?jointly with|in (?:cooperation|collaboration|partnership) with|with a (?:staff|team|crew) of|speaking (?:at|to|during)|on the advice of),? "
        r"|, (?:many|most|mostly|some|several) of (?:them|whom) ",
        re.IGNORECASE,
    )
}
"""Language → what stands before one."""
_SUBJECT = re.compile(r"[은는이가]$")
_STOP = re.compile(r"[,.;:!?]|\b(?:and|but|while|which|who|that)\b")


class Circumstance(NamedTuple):
    """A stretch of a sentence that tells a circumstance.

    Attributes:
        start: offset of its first character, its marker left out.
        end: offset behind its last.
        behind: whether its marker stands before it.
        whole: whether it is one only if no word of it is the passage's.
    """

    start: int
    end: int
    behind: bool
    whole: bool


@lru_cache(maxsize=2048)
def circumstances(text: str, language: str) -> tuple[Circumstance, ...]:
    """The circumstances of a sentence.

    Args:
        text: one sentence.
        language: primary tag; a language without frames gives nothing.
    """
    return (
        *_before(text, _BEFORE.get(language), whole=False),
        *_before(text, _AIMS.get(language), whole=True),
        *_behind(text, _BEHIND.get(language)),
        *_at_events(text, _EVENTS.get(language)),
    )


@lru_cache(maxsize=2048)
def bidding(text: str, language: str) -> tuple[int, int] | None:
    """Where a sentence says at whose request or demand something is done: (start, end) of the words that say so."""
    pattern = _BIDDING.get(language)
    match = pattern.search(text) if pattern else None
    return match.span() if match else None


_BIDDING = {
    "ko": re.compile(
        r"[가-힣]의 (?:[가-힣]+ )?(?:요구|요청|촉구|부탁|건의|제안)(?:로|으로|에 따라|에 못 이겨|에 떠밀려)(?=[ ,])"
    ),
    "en": re.compile(
        r"\b(?:at the (?:request|urging|insistence|behest) of|(?:after|following) (?:a|an|repeated) (?:requests?|appeals?|calls?|demands?) (?:by|from))\b"
        r"|\b[Aa]t (?:the |its |their |his |her )?(?:[\w-]+ ){0,2}[\w-]+['’]s (?:request|urging|insistence|behest)\b"
    ),
}
"""Language → what says so."""


def _at_events(text: str, pattern: re.Pattern[str] | None) -> Iterator[Circumstance]:
    for match in pattern.finditer(text) if pattern else ():
        yield Circumstance(match.start(), match.end() - len(match.group("mark")), behind=False, whole=False)


def _before(text: str, pattern: re.Pattern[str] | None, *, whole: bool) -> Iterator[Circumstance]:
    for match in pattern.finditer(text) if pattern else ():
        start = max(text.rfind(stop, 0, match.start()) for stop in ",.;") + 1
        words = text[start : match.start()].split(" ")[-_WORDS:]
        while len(words) > 1 and any(_SUBJECT.search(word) for word in words[:-1]):
            words = words[1:]
        yield Circumstance(match.start() - len(" ".join(words)), match.start(), behind=False, whole=whole)


def _behind(text: str, pattern: re.Pattern[str] | None) -> Iterator[Circumstance]:
    for match in pattern.finditer(text) if pattern else ():
        stop = _STOP.search(text, match.end())
        yield Circumstance(match.end(), stop.start() if stop else len(text), behind=True, whole=False)
