"""Persons in Korean sentences, by morphemes: a name is what no dictionary has as a word, beside what somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from prism.languages.gazetteer import known
from prism.languages.korean_latin import is_surname
from prism.languages.korean_morphemes import Morpheme, morphemes
from prism.languages.names_korean_people import SHORT_GIVEN, is_common
from prism.languages.offices import office_words
from prism.languages.own_names import is_kind_word
from prism.languages.syllables import is_spoken_in
from prism.languages.tables import table_for
from prism.languages.tables.shape import listed
from prism.languages.terms import terms

_WORD = re.compile(r"[^\s,.;:!?\"'“”‘’()「」『』…·]+")
_HANGUL = re.compile(r"[가-힣]+")
_TAIL = re.compile(
    r"(?:은|는|이|가|을|를|의|에게|에게서|께서|께|한테|와|과|도|만|측은|측이|측|이다|이었다|였다|이라고|라고|이라는|라는|이며|이고|으로|로)$"
)
_BEHIND = re.compile(
    r"(?: ?\((?:\d\d|[一-鿿]{2,4}|[A-Z][\w .-]+)(?:세|·[^)]*|,[^)]*)?\))? ?(?:씨|군|양|옹|님|\d{1,2} ?(?:단|급|세))(?![가-힣]{2})|\((?:\d\d)\)"
)
_PLACED = re.compile(r"[가-힣]{2,}(?:[시군구읍면동역섬강산현]|경기장|공항|대교|대학|병원|체육관)$")
_ROLES = frozenset(
    listed(
        "세터|리베로|센터|레프트|라이트|스킵|서드|세컨드|리드|가드|포워드|신인|주전|에이스|유망주|신예|노장|베테랑|미드필더|수문장|등산객|관광객|승객|회계사|세무사|약사|수의사|간호사|요리사|사진사|"
        "셰프|사범|국수|기수|해설위원|진행자|사회자|작곡가|성악가|무용가|평론가|역사학자|생물학자|경제학자|사학자|인류학자|천문학자|심리학자|사회학자|고고학자|증인|피고|원고|피해자|생존자|유족|"
        "창업주|공동창업자|주민|상인|농민|어민|학부모|학생|대학생|고교생|시민|직원|노동자|운전자|조종사|기관사|선장|사육사|해녀|장인|명장|감식가|통역사|안무가|연출가|프로듀서|개발자|설계자|발명가"
    )
)
"""What people are, beside the offices."""
_SPEAKS = re.compile(r"[^.]{0,60}(?:했다|말했|밝혔|전했|설명|강조|주장|지적|비판|우려|경고|당부|털어놓|회상|꼬집|덧붙)")
_NOUN = frozenset({"NNP", "NNG", "NNB", "NR", "XPN", "XSN", "XR"})
_WHOLE, _LEAST, _FOREIGN_LEAST = 3, 2, 2
_MOST_WORDS = 3
_FAR = 4


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word between spaces or marks: what of it is noun, and how much that looks like a name."""

    start: int
    end: int
    stem: str
    closed: bool
    name: int
    title: bool

    @property
    def stem_end(self) -> int:
        return self.start + len(self.stem)


@lru_cache(maxsize=2048)
def korean_people(text: str) -> tuple[tuple[int, int], ...]:
    """Where the persons' names of a sentence stand: (start, end) of each."""
    return tuple(_spans(text, _units(text)))


def _spans(text: str, units: Sequence[_Unit]) -> Iterator[tuple[int, int]]:
    place = 0
    while place < len(units):
        if units[place].name < _SURE and not _is_first(text, units, place):
            place += 1
            continue
        run = _run(text, units, place)
        found = _persons_part(text, units, place, run)
        if found is not None:
            yield found
        place += run


_SURE, _MAY = 2, 1


def _is_first(text: str, units: Sequence[_Unit], place: int) -> bool:
    """Whether a word is a given name of one syllable before a surname (휴 달턴)."""
    one = units[place]
    return (
        one.stem in SHORT_GIVEN
        and place + 1 < len(units)
        and units[place + 1].name >= _SURE
        and text[one.end : units[place + 1].start] == " "
    )


def _run(text: str, units: Sequence[_Unit], place: int) -> int:
    """How many words from one on may be one name: nothing but spaces between them, and no particle but behind the last."""
    length = 1
    while (
        length < _MOST_WORDS
        and place + length < len(units)
        and not units[place + length - 1].closed
        and text[units[place + length - 1].end : units[place + length].start] == " "
        and (
            units[place + length].name >= _SURE
            or (units[place + length].name == _MAY and _titled(text, units, place + length + 1))
        )
    ):
        length += 1
    return length


def _titled(text: str, units: Sequence[_Unit], place: int) -> bool:
    """Whether a word says what somebody is, with nothing before it but a space."""
    return place < len(units) and text[units[place - 1].end : units[place].start] == " " and units[place].title


def _persons_part(text: str, units: Sequence[_Unit], place: int, run: int) -> tuple[int, int] | None:
    """Of words in a row the person's name, if their surroundings show one."""
    words = list(units[place : place + run])
    full = [one for one in words if _is_full(one.stem)]
    if _is_called(text, words[-1]) or _has_office(text, units, place + run):
        chosen = (
            [full[-1]] if full and len(full[-1].stem) == _WHOLE and not _is_spelt_foreign(words) else _unplaced(words)
        )
    elif place and _titled_before(text, units, place):
        if run == 1 and not full:
            return words[0].start, _given_behind(text, units, place)
        chosen = [words[0]] if _is_full(words[0].stem) and not _is_spelt_foreign(words) else words
    elif words[-1].closed and (run == 1 and full and _is_given(words[0].stem)):
        chosen = [words[0]]
    elif (
        words[-1].closed
        and run > 1
        and _speaks(text, words[-1])
        and not any(_PLACED.fullmatch(one.stem) for one in words)
    ):
        chosen = list(words)
    else:
        return None
    if not chosen or (len(chosen) == 1 and len(chosen[0].stem) < _LEAST):
        return None
    start = chosen[0].start
    alone = len(chosen) == 1 and chosen[0] is words[0] and not _is_given(chosen[0].stem)
    if alone and place and is_spoken_in(chosen[0].stem, "ja"):
        start = _surname_before(text, units[place - 1], start)
    return start, chosen[-1].stem_end


def _surname_before(text: str, before: _Unit, start: int) -> int:
    """Where a name begins whose surname is the name of a place as well (나가타 유미)."""
    if before.closed or before.title or text[before.end : start] != " " or not 1 < len(before.stem) <= _FAR:
        return start
    entry = known(before.stem)
    is_surname_too = entry is not None and entry[1] == "place" and not _is_country(before.stem)
    is_japanese = entry is None and is_spoken_in(before.stem, "ja") and not is_kind_word(before.stem, "ko")
    return before.start if (is_surname_too or is_japanese) and not _PLACED.match(before.stem) else start


def _is_country(stem: str) -> bool:
    entry = known(stem)
    return entry is not None and entry[0].startswith("country:")


def _given_behind(text: str, units: Sequence[_Unit], place: int) -> int:
    """Where a foreign name ends that an office stands before: a word without a particle goes on with the next (구즈하라 이사나는)."""
    one = units[place]
    if one.closed or place + 1 >= len(units) or text[one.end : units[place + 1].start] != " ":
        return one.stem_end
    following = units[place + 1]
    bare = _TAIL.sub("", text[following.start : following.end])
    if _is_title(bare) or not _HANGUL.fullmatch(bare) or len(bare) < _LEAST:
        return one.stem_end
    return following.start + len(bare)


def _is_spelt_foreign(words: Sequence[_Unit]) -> bool:
    return len(words) > 1 and not any(_is_given(one.stem) for one in words)


def _unplaced(words: Sequence[_Unit]) -> list[_Unit]:
    """Words up to the first that is a place's."""
    found: list[_Unit] = []
    for one in words:
        if _PLACED.fullmatch(one.stem) and found:
            break
        found.append(one)
    return found


def _is_called(text: str, unit: _Unit) -> bool:
    return _BEHIND.match(text, unit.stem_end) is not None


def _speaks(text: str, unit: _Unit) -> bool:
    return (
        text[unit.stem_end : unit.stem_end + 1] in {"은", "는", "이", "가"}
        and _SPEAKS.match(text, unit.end) is not None
    )


def _has_office(text: str, units: Sequence[_Unit], place: int) -> bool:
    """Whether an office follows within the phrase."""
    for further in range(place, min(place + _FAR, len(units))):
        if units[further - 1].closed or text[units[further - 1].end : units[further].start] != " ":
            return False
        if units[further].title:
            return True
    return False


def _titled_before(text: str, units: Sequence[_Unit], place: int) -> bool:
    before = units[place - 1]
    return not before.closed and before.title and text[before.end : units[place].start] == " "


def _is_full(stem: str) -> bool:
    return len(stem) == _WHOLE and is_surname(stem[0])


_COMMON_GIVEN = frozenset(
    "가강건경계고관광교구규균근금기길나남노다단달담대덕도동두라란래려련령록룡류륜률름리림마만명모목무문미민바박반방배백범별병보복봉부분비빈빛사산삼상새샘서석선설섭성세소손솔송수숙순술숭슬승"
    "시식신실심아안애양언엄여연열영예오옥온완왕용우욱운웅원월위유육윤율융은을음의이익인일임자잔장재전정제조종주준중지진찬창채천철청초추춘충치탁태택특파판표필하학한해향헌혁현형혜호홍화환활회효후훈휘흠흥희"
)


def _is_given(stem: str) -> bool:
    """Whether a word is made as the names of Koreans are: a surname and two syllables of given names."""
    return (
        _is_full(stem)
        and all(one in _COMMON_GIVEN for one in stem[1:])
        and not _PLACED.fullmatch(stem)
        and not stem.endswith(_BODIES)
    )


_BODIES = tuple("도회당청부군시단원국처사")
"""What unions, provinces and offices end in, which have no name of somebody's."""


@lru_cache(maxsize=2048)
def _units(text: str) -> tuple[_Unit, ...]:
    pieces = morphemes(text)
    return tuple(
        _unit(match, [one for one in pieces if match.start() <= one.start < match.end()])
        for match in _WORD.finditer(text)
    )


def _unit(match: re.Match[str], inside: Sequence[Morpheme]) -> _Unit:
    word = match.group()
    stem, closed = _stem(word, inside)
    level = _level(stem, inside)
    return _Unit(match.start(), match.end(), stem, closed, level, _is_title(stem))


def _stem(word: str, inside: Sequence[Morpheme]) -> tuple[str, bool]:
    """A word without its particle, and whether it has one."""
    nouns = 0
    for one in inside:
        if one.tag not in _NOUN and one.tag not in {"SL", "SN", "SH"}:
            break
        nouns = one.end
    start = inside[0].start if inside else 0
    stem = word[: nouns - start] if inside and nouns > start else word
    if _CALLED.fullmatch(stem) and is_surname(stem[0]) and not is_common(stem):
        return stem[:-1], True
    if stem == word and word.endswith("의") and len(word) > _WHOLE:
        stem = word[:-1]
    if stem != word:
        return stem, True
    bare = _TAIL.sub("", word)
    if bare != word and _is_full(bare) and len(word) > _WHOLE:
        return bare, True
    if bare != word and word.endswith("의") and len(bare) >= _LEAST:
        return bare, True
    return word, False


_CALLED = re.compile(r"[가-힣](?:모|[가-힣]{2})씨")
"""A name with the word by which people are called written to it (서모씨)."""


def _level(stem: str, inside: Sequence[Morpheme]) -> int:
    """How much a word looks like a name: surely, maybe, not."""
    if stem in SHORT_GIVEN:
        return _MAY
    if not _HANGUL.fullmatch(stem) or len(stem) < _LEAST or is_kind_word(stem, "ko") or _is_title(stem):
        return 0
    entry = known(stem)
    if entry is not None:
        return _SURE if entry[1] == "person" else 0
    nouns = [one for one in inside if one.tag in _NOUN]
    unlisted = any(not one.listed and len(one.form) > 1 for one in nouns)
    syllables = len(nouns) > 1 and len(stem) <= _WHOLE and all(len(one.form) == 1 for one in nouns)
    if unlisted or syllables:
        return _SURE if not is_common(stem) or (unlisted and (_is_given(stem) or not _is_mostly_word(stem))) else 0
    if len(nouns) != 1 and not (nouns and _is_full(stem)):
        return 0
    return _SURE if nouns[0].is_name and len(nouns) == 1 and not is_common(stem) else _MAY


@lru_cache(maxsize=8192)
def _is_mostly_word(stem: str) -> bool:
    """Whether the lexicon has more than half of a word, or what it begins with."""
    return _is_title(stem) or any(
        term.known and (len(term.text) * 2 > len(stem) or (len(term.text) > 1 and not term.start))
        for term in terms(stem, "ko")
    )


@lru_cache(maxsize=8192)
def _is_title(stem: str) -> bool:
    """Whether a word says what somebody is, or ends so (연구소장, 재무총감)."""
    if stem in _ROLES or stem in _titles():
        return True
    return stem.endswith(_long_titles()) or (len(stem) > _WHOLE and stem.endswith(_AGENTS))


@cache
def _long_titles() -> tuple[str, ...]:
    return tuple(one for one in _titles() if len(one) > 1)


_AGENTS = (
    "총감",
    "학자",
    "전문가",
    "책임자",
    "담당자",
    "관리자",
    "대표",
    "회장",
    "소장",
    "단장",
    "국장",
    "부장",
    "팀장",
)


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset({*office_words("ko"), *table_for("ko").titles_after}) - {"왕", "상"}
