"""People in Korean text beside what they are, and organisations by what they deal in, with the lexicon telling what is a common word.

노구치 사나에 자원에너지청 차장, 파트리시아 솔리스 페루 외무장관, 한빛을 대리한 윤재필 변호사, 재판장 오정훈, 서해식품.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from prism.languages.gazetteer import known, known_in
from prism.languages.mentions import NameMention
from prism.languages.offices import office_words
from prism.languages.own_names import is_kind_word, own_part
from prism.languages.tables.shape import listed
from prism.languages.terms import terms

_TOKEN = re.compile(r"[가-힣A-Za-z0-9·]+")
_PARTICLE = re.compile(
    r"(?:은|는|을|를|의|에|에서|에게|께|으로|와|과|도|며|고|한|된|던|할|인|라고|라며|다며|다고|면서|지만|해|하는|있는|없는|했던|등|및|전|현|이|가|로|까지|부터|보다|처럼|마다|아니라|으면|면|라도|조차|밖에|대로|만큼|것|수)$"
)
_WEAK_PARTICLE = re.compile(r"(?:이|가|로|인|해|고|전|현|도|한)$")
"""Endings that names have too (사나에, 미카이, 가오리)."""
_TAILS = (
    r"(?:은|는|이|가|을|를|의|에게|께서|와|과|도|측|씨|팀|팀은|팀이|으로|로|에|만|이라고|라고|이며|이다|까지|부터)?"
)
_PEOPLE_BACK = 4
_MOST_WORDS = 3
_LONGEST_HEAD = 3
"""Syllables of what an office may grow on without being known (외무장관)."""
_COMPANY_PARTS = listed(
    "식품|화학|소재|신소재|제강|제철|철강|해운|조선|중공업|물산|상사|산업|테크|테크놀로지|푸드|푸즈|셀|머티리얼즈|머티리얼|바이오|바이오텍|로보틱스|로보틱|모터스|모빌리티|에어|에어라인|"
    "항공우주|항공|과기|페리|고속|운수|물류|유통|리테일|엔터테인먼트|게임즈|소프트|시스템즈|시스템|솔루션|솔루션즈|파워|에너지|전기|전선|전자|기계|정밀|제지|시멘트|생명|화재|카드|캐피탈|"
    "자산운용|투자증권|증권|저축은행|은행|뉴스|일보|타임스|데일리|옵서버|신문|통신|방송|제약|헬스케어|건설|개발|반도체|디스플레이|일렉트릭|일렉트로닉스|켐텍|케미칼|엔지니어링|홀딩스|그룹|재단|협회|"
    "과학기지|우주센터|연구센터|고등법원|지방법원|지법|고법|지검|경찰서|경찰청|소방서|시의회|도의회|군의회|구의회|과학기술원|대학교|대병원|박물관|미술관|도서관|노조|교통공사|도시공사|철도|수산|농협|제과|음료"
)
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
_WHOLE = 3


def people_beside_offices(text: str) -> list[NameMention]:
    """People whose office, profession or rank stands behind them, or right before."""
    found: list[NameMention] = []
    tokens = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]
    for place, (start, _, token) in enumerate(tokens):
        office = _office_in(token)
        if not office:
            continue
        glued = token[: token.index(office)]
        if glued and known(glued) is None and _sounds_korean(glued) and not is_common(glued):
            found.append(NameMention(glued, "person", start, start + len(glued)))
            continue
        run = _run_before(tokens, place, text)
        named = _named(run)
        if named:
            first, last = named[0], named[-1]
            found.append(NameMention(text[first[0] : last[1]], "person", first[0], last[1]))
        elif place + 1 < len(tokens) and token == office and text[tokens[place][1] : tokens[place + 1][0]] == " ":
            found.extend(_behind(tokens[place + 1], text))
    return found


def _behind(token: tuple[int, int, str], text: str) -> list[NameMention]:
    """재판장 오정훈: a Korean name right behind the office, with a particle or a mark behind it."""
    start, end, word = token
    name = word[:_WHOLE]
    rest = word[_WHOLE:]
    closed = rest in {"은", "는", "이", "가", "을", "를", "의", "도", "과", "와", "에게"} or (
        not rest and text[end : end + 1] in {")", ",", "·", "(", ""}
    )
    if closed and _is_korean_person(name) and not is_common(name):
        return [NameMention(name, "person", start, start + _WHOLE)]
    return []


@lru_cache(maxsize=8192)
def _office_in(token: str) -> str:
    """The office at the end of a token, before particles; empty if there is none."""
    match = _offices().search(token)
    return match.group("office") if match else ""


@cache
def _offices() -> re.Pattern[str]:
    words = "|".join(map(re.escape, office_words("ko")))
    return re.compile(rf"(?:^|(?<=[가-힣A-Z]))(?P<office>{words}){_TAILS}$", re.IGNORECASE)


def _run_before(tokens: list[tuple[int, int, str]], place: int, text: str) -> list[tuple[int, int, str]]:
    """The tokens before an office that belong to its phrase, from left to right."""
    run: list[tuple[int, int, str]] = []
    token_start, _, token = tokens[place]
    head = token[: token.index(_office_in(token))]
    edge = token_start
    if len(head) > _LONGEST_HEAD and known(head) is None and own_part(head, "ko") == head and not is_common(head):
        return run  # a word that the office grows on
    for start, end, word in reversed(tokens[max(0, place - _PEOPLE_BACK) : place]):
        if text[end:edge] != " " or (start and text[start - 1] not in " (\"'“‘·") or _office_in(word) == word:
            break
        if _ends_phrase(word) or _modifies(word, text[:start]):
            break
        run.insert(0, (start, end, word))
        edge = start
    return run


def _modifies(word: str, before: str) -> bool:
    """Whether a word behind an object is a verb that tells of what follows ("28점을 몰아친 주장"): it ends in the sound n."""
    final = (ord(word[-1]) - _FIRST_SYLLABLE) % _FINALS
    return final == _N and _OBJECT.search(before) is not None


_FIRST_SYLLABLE, _FINALS, _N = 0xAC00, 28, 4
_OBJECT = re.compile(r"[가-힣](?:을|를) $")


def _ends_phrase(word: str) -> bool:
    """Whether a word bears a particle or an ending, so that what follows begins anew."""
    if not _PARTICLE.search(word) or known(word) is not None:
        return False
    if word.endswith("의"):
        return True
    if word.endswith("에"):
        return len(word) != _WHOLE or is_common(word[:-1]) or known(word[:-1]) is not None
    if _WEAK_PARTICLE.search(word):
        return len(word) > 2 and not _is_korean_person(word) and is_common(word[:-1])  # noqa: PLR2004 - syllables
    return not (_sounds_korean(word) and not is_common(word[:-1]))


def _named(run: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of the tokens before an office those that are the person's name."""
    marks = [_may_be_name(word) for _, _, word in run]
    if not any(marks):
        return []
    last = max(place for place, mark in enumerate(marks) if mark)
    first = last
    while first > 0 and marks[first - 1] and last - first < _MOST_WORDS - 1:
        first -= 1
    names = run[first : last + 1]
    if _sounds_korean(names[-1][2]):
        return names[-1:]
    if _sounds_korean(names[0][2]) and len(names) > 1:
        return names[:1]
    if len(names) == 1 and (last != len(run) - 1 or len(names[0][2]) < 2):  # noqa: PLR2004 - syllables
        return []
    return names


def _may_be_name(word: str) -> bool:
    if not re.fullmatch(r"[가-힣]{2,7}", word) and word not in SHORT_GIVEN:
        return False
    entry = known(word)
    if entry is not None:
        return entry[1] == "person"
    return not (
        word in known_in("ko")
        or is_kind_word(word, "ko")
        or (own_part(word, "ko") != word and len(word) > _WHOLE)
        or is_common(word)
    )


@lru_cache(maxsize=8192)
def is_common(word: str) -> bool:
    """Whether the lexicon has a word, or what it is made of."""
    found = terms(word, "ko")
    return (
        word in _COMMON
        or word in _MODIFIERS
        or bool(_office_in(word))
        or (bool(found) and any(term.known and len(term.text) * 2 >= len(word) for term in found))
    )


_MODIFIERS = frozenset(
    listed(
        "아닌|못한|않은|않는|없는|있는|같은|위한|대한|통한|의한|관한|속한|인한|응한|맡은|이긴|받은|낸|쥔|든|된|될|할|한|인|던|간|온|새|옛|전|현|타|각|양|제|본|올|갓|막|더|덜|못|안|잘|꼭|단|총|약|각종|갖은|이런|그런|저런|"
        "받지|하지|되지|보지|오지|가지|알지|좋은|나쁜|많은|적은|젊은|늙은|어린|높은|낮은|작은|큰|다른|바른|모든|어떤|무슨|여러|일부|일한|뛰는|뛴|나선|나온|이끈|이끄는|숨진|다친|붙은|찍은|쓴|사는|하는|되는"
    )
)
"""Words before a person that are no name."""
_COMMON = frozenset(
    listed(
        "표준|채점|설문|답안|구조|선수단|심사|주심|부심|"
        "당시|현직|전직|신임|차기|공동|수석|선임|담당|대표|해당|일부|모든|여러|다른|어느|이번|지난|현지|국내|해외|국제|중앙|지방|지역|시민|여성|남성|청년|민간|정부|여당|야당|무소속|최고|특별|임시|명예|"
        "전국|주요|관련|현장|내부|외부|고위|익명|한국계|미국계|초대|역대|원로|젊은|유명|소속|출신|총괄|업체|회사|기업|은행|기관|단체|협회|학교|대학|병원|우리|그|이|저|두|세|네|한|각|본|동|전|현|고|故|"
        "재생|신재생|태양광|원자력|가상|화석|천연|수소|발효|냉동|가공|건강|기능성|수입|수출|대형|중소|소형|상장|비상장|방위|군수|자동차|배터리|전력|디지털|인공지능|차세대|첨단|친환경|유기농|종합|전문|"
        "글로벌|다국적|외국계|국영|공영|민영|국립|공립|사립|시립|도립|해당국|주재|화장품|축산|농산|생활|의료|정보|이동|인터넷|온라인|모바일|사회|금융|투자|대부|신용|선물|가스|석유|석탄|풍력|태양|항만|"
        "하급심|합의부|재판부|수사|조사|연구|개발|영업|재무|홍보|인사|기획|운영|관리|안전|환경|보건|교육|문화|체육|관광|농업|수산|해양|산림|교통|건설|주택|도시|경제|산업|통상|외교|국방|법무|행정|복지|노동|고용"
    )
)


SHORT_GIVEN = frozenset("존톰짐팀잭벤샘댄켄빌밥롭폴칼앤션숀닉릭휴론돈레티란반응")
"""Names of one syllable, in Korean spelling."""


def _is_korean_person(word: str) -> bool:
    return len(word) in {_WHOLE, _WHOLE - 1} and word[0] in _SURNAMES and re.fullmatch(r"[가-힣]+", word) is not None


def _sounds_korean(word: str) -> bool:
    """A surname and two syllables that Korean given names are made of."""
    return len(word) == _WHOLE and word[0] in _SURNAMES and all(one in _GIVEN for one in word[1:])


_GIVEN = frozenset(
    "가강건경계고공관광교구국규균근금기길나남노다단달담대덕도동두라란래려련령례로록룡류륜률름리림마만명모목무문미민박반방배백범법별병보복봉부비빈빛사산삼상새샘서석선설섭성세소손솔송수숙순술숭슬승"
    "시식신실심아안애양언엄여연열염영예오옥온완왕용우욱운웅원월위유육윤율융은을음의이익인일임자잔장재전정제조종주준중지진찬창채천철청초추춘충탁태택특파판표하학한해향헌혁현형혜호홍화환활회효후훈휘흠흥희"
) - frozenset("마바파카타차자시토")


def organisations(text: str) -> list[NameMention]:
    """Firms and institutions: a word that is no common one, grown together with what they deal in."""
    found: list[NameMention] = []
    for match in _TOKEN.finditer(text):
        name = _organisation_of(match.group())
        if name:
            found.append(NameMention(name, "organisation", match.start(), match.start() + len(name)))
    return found


@lru_cache(maxsize=8192)
def _organisation_of(token: str) -> str:
    match = _companies().match(token)
    if match is None:
        return ""
    own = match.group("own")
    if is_common(own) or is_kind_word(own, "ko") or own in _COMMON:
        return ""
    if (
        any(own.endswith(ending) for ending in ("적", "용", "형", "식", "간", "별", "성", "산", "내", "외"))
        and known(own) is None
    ):
        return ""
    return match.group("name")


@cache
def _companies() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _COMPANY_PARTS), key=len, reverse=True))
    return re.compile(
        rf"^(?P<name>(?P<own>[가-힣A-Z]{{2,8}}?)(?:{words}))(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|측|측은|측이|로|으로|에는|이라고|라고|이며|보다|부터|까지|만)?$"
    )
