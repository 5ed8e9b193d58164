"""What a person is, beside the name: minister, judge, professor, in the words of each language (`data/offices.txt`).

Words that may be one office in a fair translation share a group; an office is given by all the groups of its word. So a 대표 may be a
party's leader, a firm's or a negotiator, but never a judge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_BEHIND, _BEFORE = 26, 34
_STOP = re.compile(r"[.。;；:：!?！？\n\"'“”‘’「」『』]|, (?!who\b)|，|、|[)）]")
AT_LARGE = frozenset({"worker"})
"""What people at large are: no office, so that another may be said of them."""
_HARD_STOP = re.compile(r"[.;:!?\n\"“”«»]")
_RELATION = re.compile(r"\b(?:from|of|for|in|at|with|by|against|to|and|von|für|aus|bei|mit|gegen|der|des)\b|['’]s\b")
_ANOTHERS = re.compile(r"(?:, whose|['’]s|['’]) ")
"""Behind these stands somebody of the one named before."""
_GLUED = frozenset({"ko", "ja", "zh"})
_PARTICLE = re.compile(r"(?<=[가-힣])(?:은|는|이|가|을|를|에게|에서|으로|와|과)(?=[ ,])")
"""Behind these a Korean phrase ends."""
_KANA = re.compile(r"[はがをにで](?=[^ぁ-ん]|$)|[はがをにで]、")


@dataclass(frozen=True, slots=True)
class Office:
    """An office beside a name.

    Attributes:
        text: as it stands.
        groups: what it may be, or they, if one stands before the name and another behind.
    """

    text: str
    groups: frozenset[str]


@cache
def _table(language: str) -> tuple[re.Pattern[str], Mapping[str, frozenset[str]], tuple[tuple[str, str], ...]] | None:
    """(Pattern of all words, word → groups, (stem, group)) of a language."""
    words: dict[str, set[str]] = {}
    stems: list[tuple[str, str]] = []
    raw = (files("prism.languages") / "data" / "offices.txt").read_text(encoding="utf-8")
    for line in raw.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        group, *cells = (cell.strip() for cell in line.split(" | "))
        for cell in cells:
            tag, _, forms = cell.partition(": ")
            for form in forms.split(", ") if tag == language else ():
                if form.endswith("*"):
                    stems.append((form[:-1].casefold(), group))
                else:
                    words.setdefault(form.casefold(), set()).add(group)
    if not words and not stems:
        return None
    ordered = sorted(words, key=len, reverse=True)
    if language in _GLUED:
        pattern = "|".join(map(re.escape, ordered))
    else:
        tails = [rf"{re.escape(stem)}\w*" for stem, _ in stems]
        pattern = rf"(?<!\w)(?:{'|'.join([*(re.escape(one) for one in ordered), *tails])})(?!\w)"
    found = {word: frozenset(groups) for word, groups in words.items()}
    return re.compile(pattern, re.IGNORECASE), found, tuple(stems)


@cache
def office_words(language: str) -> tuple[str, ...]:
    """The words for the offices and professions of a language, longest first; no words of one letter, nor for people at large."""
    table = _table(language)
    words = [word for word, groups in table[1].items() if len(word) > 1 and groups != AT_LARGE] if table else []
    return tuple(sorted(words, key=len, reverse=True))


def _groups(word: str, words: Mapping[str, frozenset[str]], stems: tuple[tuple[str, str], ...]) -> frozenset[str]:
    folded = word.casefold()
    return words.get(folded) or frozenset(group for stem, group in stems if folded.startswith(stem))


@lru_cache(maxsize=2048)
def offices_in(text: str, language: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """All offices of a sentence: (start, end, what each may be)."""
    table = _table(language)
    if table is None:
        return ()
    pattern, words, stems = table
    return tuple((*match.span(), _groups(match.group(), words, stems)) for match in _whole(pattern, text, language))


@lru_cache(maxsize=2048)
def office_beside(text: str, start: int, end: int, language: str) -> Office | None:
    """The office that stands nearest to a name in its phrase.

    Args:
        text: the sentence.
        start: offset of the name.
        end: offset behind it.
        language: primary tag.

    Returns:
        None if there is none, or none is known.
    """
    table = _table(language)
    if table is None:
        return None
    pattern, words, stems = table
    behind = _cut(text[end : end + _BEHIND], language)
    before = text[max(0, start - _BEFORE) : start].rstrip(" ,、，(（")
    stops = list((_STOP if language in _GLUED else _HARD_STOP).finditer(before))
    if stops:
        before = before[stops[-1].end() :]
    near: list[tuple[int, str]] = []
    after = None if _ANOTHERS.match(behind) else next(iter(_whole(pattern, behind, language)), None)
    if after is not None:
        near.append((after.start(), after.group()))
    ahead = list(_whole(pattern, before, language))
    if ahead and text[:start].rstrip()[-1:] != "," and _RELATION.search(before[ahead[-1].end() :]):
        ahead = []  # a lawyer for somebody
    if ahead and language not in _GLUED:
        near += [(len(before), one.group()) for one in ahead[:-1]]
    if ahead and not re.search(r"(?:[은는이가을를의도]|에게|에서) ", before[ahead[-1].end() :]):
        near.append((len(before) - ahead[-1].end(), ahead[-1].group()))
    if not near:
        return None
    groups = frozenset(group for _, word in near for group in _groups(word, words, stems))
    return Office(min(near)[1], groups)


def _cut(behind: str, language: str) -> str:
    """What stands behind a name and still belongs to it."""
    lead = re.match(r"(?:, |、|，|[(（])?", behind)
    skipped = lead.end() if lead and language not in _GLUED else 0
    ends = [match.start() for match in (_STOP.search(behind, skipped), _KANA.search(behind)) if match]
    if language == "ko":
        found = _PARTICLE.search(behind)
        first = re.match(r"(?:은|는|이|가|을|를|와|과|도|의|에게|에)(?= )", behind)
        ends += [0] if first else [found.start()] if found else []
    return behind[: min(ends)] if ends else behind


def _whole(pattern: re.Pattern[str], text: str, language: str) -> list[re.Match[str]]:
    """Matches of whole words; a Korean word must end there or bear a particle."""
    found = []
    for match in pattern.finditer(text):
        rest = text[match.end() : match.end() + 2]
        if (
            language == "ko"
            and re.match(r"[가-힣]", rest)
            and not re.match(r"[은는이가을를와과의도에측께]|팀|인(?= )", rest)
        ):
            continue
        if len(match.group()) == 1 and language == "ko":
            continue
        found.append(match)
    return found


_APPOSED = re.compile(r"(?: of [A-Z][\w .-]+)?,(?: (?:an?|the|who|whose|its|his|her)\b)[^,;]{3,80}")


@lru_cache(maxsize=2048)
def offices_apposed(text: str, end: int, language: str) -> tuple[frozenset[str], ...]:
    """The groups of the offices behind a name in apposition (Senator Clay of Ohio, the panel's chairman, ...).

    Args:
        text: a sentence in Latin letters; in other scripts nothing is found.
        end: offset behind the name.
        language: primary tag.
    """
    aside = _APPOSED.match(text, end)
    if aside is None:
        return ()
    return tuple(
        groups for first, last, groups in offices_in(text, language) if aside.start() <= first and last <= aside.end()
    )
