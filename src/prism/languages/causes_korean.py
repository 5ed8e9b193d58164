"""Causes that a Korean sentence gives without a word for "because": an event with -(으)로 or -에, or a clause with -아/어서 or -면서.

"부결로 주가가 하락했다", "소식에 급등했다", "기지국이 무너져 통신이 끊겼다": such a sentence tells a cause where what it goes on
with is a change or a harm, for the same endings mean much else elsewhere (절반으로 줄었다 is a measure, 대표로 뽑혔다 an office).
"""

from __future__ import annotations

from functools import lru_cache

from prism.languages.korean_morphemes import Morpheme, morphemes

_CHANGES = frozenset(
    {"늘", "늘어나", "줄", "줄어들", "오르", "내리", "떨어지", "하락", "상승", "급등", "급락", "폭락", "폭등", "급증", "급감", "증가", "감소", "중단", "취소", "연기", "지연", "늦어지", "늦", "미뤄지", "끊기", "끊어지", "멈추",
     "무너지", "붕괴", "죽", "숨지", "사망", "다치", "부상", "파손", "침수", "정전", "마비", "폐쇄", "통제", "결항", "악화", "개선", "둔화", "위축", "무산", "막히", "변하", "커지", "작아지", "높아지", "낮아지",
     "확대", "축소", "발생", "일어나", "나빠지", "좋아지", "밀리", "폭발", "잃", "생기", "고장", "빚", "겪", "입", "끊이", "꺼지", "번지", "쓰러지", "뒤집히", "탈선", "충돌", "추락", "실종", "고립", "파괴", "훼손", "폐사", "휴업", "폐업", "파산"}
)  # fmt: skip
"""Verbs and nouns of verbs that tell a change or a harm."""
_MEASURES = frozenset(
    {"절반", "수준", "폭", "비율", "규모", "최저", "최고", "최대", "최소", "차례", "연속", "이상", "이하", "단계", "등급", "추세", "속도", "밖", "안", "위", "아래", "쪽", "방향", "실적", "기준", "순", "별도", "전액", "수", "값", "가격", "차",
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
            return before.form not in _MEASURES
        return one.form == "에" and before.form in _TIDINGS
    return one.tag == "EC" and one.form in _GOING_ON and behind.tag != "VX" and before.tag in _STEMS


def _tells_change(found: tuple[Morpheme, ...], start: int, *, subject: bool) -> bool:
    """Whether the next predicate tells a change or a harm, with a subject of its own where one is asked for."""
    has_subject = not subject
    for place in range(start, len(found)):
        one = found[place]
        has_subject = has_subject or one.tag == "JKS" or one.form in {"숨지", "죽", "사망", "다치"}
        if one.tag in {"ETM", "SP"} or (one.tag == "JKB" and one.form in {"로", "으로"}):
            return False
        if one.tag in _STEMS:
            verb = found[place - 1].form if one.tag in {"XSV", "XSA"} else one.form
            return has_subject and verb in _CHANGES
        if one.tag in _ENDS:
            return False
    return False
