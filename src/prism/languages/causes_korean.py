"""Causes that a Korean sentence gives without a word for "because": an event with -(으)로 or -에, or a clause with -아/어서 or -면서.

"부결로 주가가 하락했다", "소식에 급등했다", "기지국이 무너져 통신이 끊겼다": such a sentence tells a cause where what it goes on
with is a change or a harm, for the same endings mean much else elsewhere (절반으로 줄었다 is a measure, 대표로 뽑혔다 an office).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from prism.languages.korean_morphemes import Morpheme, morphemes

_CHANGES = frozenset(
    {"늘", "늘어나", "줄", "줄어들", "오르", "내리", "떨어지", "하락", "상승", "급등", "급락", "폭락", "폭등", "급증", "급감", "증가", "감소", "중단", "취소", "연기", "지연", "늦어지", "늦", "미뤄지", "끊기", "끊어지", "멈추",
     "무너지", "붕괴", "죽", "숨지", "사망", "다치", "부상", "파손", "침수", "정전", "마비", "폐쇄", "통제", "결항", "악화", "개선", "둔화", "위축", "무산", "막히", "변하", "커지", "작아지", "높아지", "낮아지",
     "확대", "축소", "발생", "일어나", "나빠지", "좋아지", "밀리", "폭발", "잃", "생기", "고장", "빚", "겪", "입", "끊이", "꺼지", "번지", "쓰러지", "뒤집히", "탈선", "충돌", "추락", "실종", "고립", "파괴", "훼손", "폐사", "휴업", "폐업", "파산",
     "타", "불타", "잦아지", "빨라지", "길어지", "짧아지", "넓어지", "좁아지", "옮기", "옮아가", "이동", "몰리", "닫", "휩싸이", "흐려지", "녹", "마르", "얼", "넘치", "새", "썩", "썩어가", "그만두", "물러나", "갇히", "들어차", "잠기", "묶이", "깨지", "부서지", "터지", "고장나"}
)  # fmt: skip
"""Verbs and nouns of verbs that tell a change or a harm."""
_MEASURES = frozenset(
    {"절반", "수준", "이후", "이전", "통째", "폭", "비율", "규모", "최저", "최고", "최대", "최소", "차례", "연속", "이하", "단계", "등급", "추세", "속도", "밖", "안", "위", "아래", "쪽", "방향", "실적", "기준", "순", "별도", "전액", "수", "값", "가격", "차",
     "비중", "평균", "자체", "주로", "실제", "대체", "정도", "형태", "방식", "방법", "식", "이유", "원인", "기간", "분기", "시간", "하루", "오전", "오후", "처음", "마지막", "현재", "자리", "집", "병원", "현장", "시장", "대표", "이름", "명목", "수단"}
)  # fmt: skip
_TIDINGS = frozenset(
    {
        "소식",
        "발표",
        "충격",
        "악재",
        "호재",
        "반발",
        "부담",
        "압박",
        "여파",
        "폭우",
        "강풍",
        "폭설",
        "호우",
        "지진",
        "화재",
        "파업",
        "사고",
    }
)
_GOING_ON = frozenset({"어", "아", "어서", "아서", "면서", "으면서", "느라", "으니", "니"})
_STEMS = frozenset({"VV", "VA", "XSV", "XSA"})
_ENDS = frozenset({"EF", "EC"})
_COUNTED = frozenset({"SN", "NNB", "NR"})
"""What stands before 이상 where it means "or more" and no fault."""
_UNDONE = frozenset({"않", "못하"})
_BECOMES = "지다"
_TOPICS = frozenset({"은", "는"})
_FRAMES = (
    re.compile(
        r"(?P<cause>[^,]{2,60})[을를이가] (?P<effect>(?:[^ ,]+ ){0,3}[^ ,]+)의 (?:[가-힣]+ ){0,3}?(?P<marker>(?:원인|요인|이유|배경|까닭)(?:으로|로|이라|라|이었|였|이다))"
    ),
    re.compile(
        r"(?P<effect>[^,]{2,60}?)(?P<marker>(?:원인|이유|배경|까닭|요인)[은는]) (?P<cause>[^,]{2,50}?)(?:이었|였|이라|라[고며는]|이다|인 것|때문|(?:으로|로) (?:보|추정|알려|나타|조사|꼽))"
    ),
    re.compile(
        r"(?P<effect>[^,]{2,60}?)(?P<marker>(?:원인|이유|배경|까닭|요인)으?로) (?P<cause>[^,]{2,50}?)[을를] (?:들[었며]|든|꼽|지목|제시|언급|짚)"
    ),
    re.compile(
        r"(?P<cause>[^,]{2,60})[을를] (?P<effect>(?:[^ ,]+ ){1,6}?)(?:(?:주된|가장 큰|주요|직접적인) )?(?P<marker>(?:원인|이유|배경|요인)으?로) (?:보|봤|꼽|들|지목|추정)"
    ),
    re.compile(
        r"(?P<effect>[^,]{2,60}?)에[는도]? (?P<cause>[^,]{2,40}?)[이가] (?:[가-힣]+ )?(?P<marker>영향을 ?(?:줬|주었|준|줄|미[쳤친칠]|끼[쳤친칠]))"
    ),
    re.compile(r"(?P<effect>[^,]{2,60}?)[은는이가] (?P<cause>[^,]{2,40}?)[와과] (?P<marker>관련(?:됐|된|돼|이 있|있))"),
)
"""A을 B의 원인으로 꼽았다, B의 원인은 A였다, B의 이유로 A를 들었다, B에 A가 영향을 줬다, B는 A와 관련됐다."""


@lru_cache(maxsize=2048)
def implied_causes(text: str) -> tuple[tuple[int, int], ...]:
    """The places of the particles and endings that join a cause to its effect: (start, end); the cause stands before each.

    Args:
        text: a Korean sentence.
    """
    found = morphemes(text)
    return tuple(
        (one.start, one.end)
        for place, one in enumerate(found)
        if _may_join(found, place) and _tells_change(found, place + 1, subject=one.tag == "EC")
    )


@lru_cache(maxsize=2048)
def framed_causes(text: str) -> tuple[re.Match[str], ...]:
    """The causes of a Korean sentence that stand neither right before nor right behind their marker: groups cause, effect, marker."""
    return tuple(match for frame in _FRAMES for match in frame.finditer(text))


def noun_cause_start(text: str, start: int, end: int) -> int:
    """Where a cause that is a noun phrase begins (출렁다리가 [부러진 볼트] 때문에 무너졌다).

    It begins behind a topic, however little that leaves of it, and behind a subject where what follows has none of its own.

    Args:
        text: a Korean sentence.
        start: where the cause begins at the earliest.
        end: where its marker begins.
    """
    found = morphemes(text)
    inside = [one for one in found if start <= one.start < end]
    if not inside or not (inside[-1].is_noun or inside[-1].tag == "XSN"):
        return start
    subject = _has_subject(one for one in found if one.start >= end)
    for one in reversed(inside[1:]):
        if one.tag == "JX" and one.form in _TOPICS:
            return one.end
        if one.tag == "JKS" and not subject:
            return one.end
    return start


def _has_subject(found: Iterator[Morpheme]) -> bool:
    """Whether the first of the clauses has a subject."""
    for one in found:
        if one.tag in {"JKS", "JX"}:
            return True
        if one.tag in _ENDS:
            return False
    return False


@lru_cache(maxsize=2048)
def joints(text: str) -> tuple[tuple[int, int], ...]:
    """The endings and particles of a Korean sentence that may join a cause to whatever follows: (start, end)."""
    found = morphemes(text)
    return tuple((one.start, one.end) for place, one in enumerate(found) if _may_join(found, place))


def _may_join(found: tuple[Morpheme, ...], place: int) -> bool:
    one, before = found[place], found[place - 1] if place else None
    behind = found[place + 1] if place + 1 < len(found) else None
    if before is None or behind is None:
        return False
    if one.tag == "JKB" and before.tag == "NNG" and len(before.form) > 1:
        if one.form in {"로", "으로"}:
            counted = before.form == "이상" and place > 1 and found[place - 2].tag in _COUNTED
            return before.form not in _MEASURES and not before.form.endswith("쪽") and not counted
        return one.form == "에" and before.form in _TIDINGS
    return (
        one.tag == "EC"
        and one.form in _GOING_ON
        and behind.tag != "VX"
        and (before.tag in _STEMS or before.lemma == _BECOMES)
    )


def _tells_change(found: tuple[Morpheme, ...], start: int, *, subject: bool) -> bool:
    """Whether the next predicate tells a change or a harm, with a subject of its own where one is asked for."""
    has_subject = not subject
    for place in range(start, len(found)):
        one = found[place]
        has_subject = has_subject or one.tag == "JKS" or one.form in {"숨지", "죽", "사망", "다치"}
        if one.tag in {"ETM", "SP"} or (not subject and one.tag == "JKB" and one.form in {"로", "으로"}):
            return False
        if one.tag in _STEMS:
            verb = found[place - 1].form if one.tag in {"XSV", "XSA"} else one.form
            return has_subject and (verb in _CHANGES or _becomes(found, place) or _is_undone(found, place))
        if one.tag in _ENDS:
            return False
    return False


def _is_undone(found: tuple[Morpheme, ...], place: int) -> bool:
    """Whether a verb is denied (잡히지 않고): what does not come about is a harm as a rule."""
    return any(one.form in _UNDONE and one.tag == "VX" for one in found[place + 1 : place + 4])


def _becomes(found: tuple[Morpheme, ...], place: int) -> bool:
    """Whether a quality is told as coming about (잦아졌다)."""
    return found[place].tag == "VA" and any(
        one.tag == "VX" and one.lemma == _BECOMES for one in found[place + 1 : place + 3]
    )
