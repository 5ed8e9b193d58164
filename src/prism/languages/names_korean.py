"""Names in Korean text: by particles, titles, endings of organisations and places, and syllables of foreign names."""

from __future__ import annotations

import re

from prism.languages.gazetteer import is_common_word, known, known_in, starts_with_known
from prism.languages.mentions import NameMention
from prism.languages.names_korean_people import is_common, organisations, people_beside_offices
from prism.languages.tables import table_for
from prism.languages.tables.shape import listed

_EOJEOL = re.compile(r"[가-힣A-Za-z0-9]*[가-힣]+")
_PARTICLE = (
    r"(?:에서는|에서도|에게서|에게는|으로부터|로부터|으로서|로서|으로는|로는|이라고|라고|이라는|라는|이라며|라며|이라도|까지도|에서의|에게|에서|에는|에도|에만|에|으로|로|의|은|는|이|가|을|를|과|와|도|만|"
    r"까지|부터|보다|처럼|이나|나|이며|며|이고|이다|다|였다|이었다|씩|께서|께|한테|하고|랑|이랑|인|이자|측은|측이|측의|측|발|행|산|계|들은|들이|들의|들을|들|별|간|군이|군은|군의|군|형|판|제|식|인은|인이|인의|인들|식의)"
)
_TAIL = re.compile(rf"^{_PARTICLE}?$")
_STRIP = re.compile(rf"(?P<stem>[가-힣A-Za-z0-9]+?)(?P<tail>{_PARTICLE})?$")
_SURE_TAIL = re.compile(
    r"(?P<stem>.{2,}?)(?:에서는|에서도|에게|에서|으로부터|로부터|으로|의|은|는|이|가|을|를|과|와|도|에|로|까지|부터)$"
)
_TITLES = sorted(table_for("ko").titles_after, key=len, reverse=True)
_SHORT_GIVEN = "(?:존|톰|짐|팀|잭|벤|샘|댄|켄|빌|밥|롭|폴|칼|앤|션|숀|닉|릭|휴|론|돈)(?= )"
"""Foreign given names of one syllable."""
_TITLED = re.compile(
    rf"(?P<name>(?:{_SHORT_GIVEN}|[가-힣]{{2,7}})(?: [가-힣]{{2,8}}|(?<=[존톰짐팀잭벤샘댄켄빌밥롭폴칼앤션숀닉릭휴론돈]) [가-힣])?)(?P<country> [가-힣]{{2,8}})? ?(?P<title>{'|'.join(map(re.escape, _TITLES))})(?=(?:{_PARTICLE})?(?:[^가-힣]|$))"
)
_NOT_BEFORE_TITLE = frozenset(
    listed(
        "체스|골프|테니스|수영|육상|체조|스키|배드민턴|탁구|바둑|양궁|유도|씨름|마라톤|빙상|역도|펜싱|사격|영화|연극|드라마|소설|방송인|신임|현직|전직|전임|당시|차기|주요|관계|담당|수석|선임|해당|이들|일부|모든|각국|양국|각|한편|이날|이에|"
        "그는|최고|전국|지역|국제|중앙|공동|여야|야당|여당|정부|부|임시|상임|명예|특별|대표|첫|여성|남성|신문|"
        "방송|통신|법무부|회사|당국|국가|경찰|검찰|군|시민|학교|대학|은행|기업|위한|대한|통해|따라|함께|이번|"
        "지난|오는|다른|같은|새|새로운|유력|전|현|고|故|국내|해외|외국|외교|국방|재무|노조|전문|프로|대회|우승|"
        "축구|야구|농구|배구|주요국|관련|담당자|현장|부대|동네|재래|전통|주식|금융|부동산|노동|외환|채권|자본|"
        "글로벌|세계|시장|주재|나가자|과학|체육|대학"
    )
)
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
_DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문")
_ORGANISATION = re.compile(
    rf"(?P<name>[가-힣A-Z&]{{2,12}}(?:{'|'.join(sorted(map(re.escape, table_for('ko').organisation_words), key=len, reverse=True))}))$"
)
_COMMON_ENDINGS = frozenset(
    listed(
        "정부|일부|전부|내부|외부|본부|간부|대부|남부|북부|동부|서부|중부|상부|하부|세부|여부|기부|거부|공부|"
        "납부|승부|후반부|전반부|신청|요청|시청|초청|도청|해당|상당|담당|야당|여당|정당|부당|타당|식당|당당|각당|"
        "양당|집권당|일당|배당|연합|조합|종합|통합|결합|화합|군중|통신|신문|방송|은행|병원|법원|대학|의회|국회|"
        "협회|위원회|재단|그룹|노조|경찰청|검찰청|대법원|증권|보험|항공|건설|화학|제약|에너지|반도체|조선|연구소|"
        "연구원|공사|공단|대학교|자동차|전자|연맹|교통|개통|전통|소통|고통|보통|유통|지방법원|시중은행|국책은행|"
        "중앙은행|지방정부|연방정부|미국정부|신재생에너지|재생에너지|원자력에너지|차량용반도체|전기자동차|"
        "친환경자동차|대학병원|종합병원|제1야당|제1당|연방대법원|국제공항|통신|정보통신|이동통신|건강보험|"
        "고용보험|자동차보험|조정|공동연구원|인공지능반도체|시스템반도체"
    )
)
_PLACE = re.compile(
    r"(?P<name>[가-힣]{2,5}(?:특별시|광역시|특별자치도|특별자치시|시|군|구|도|읍|면|동|섬|강|산|호|만|항|역|주|현|성|반도|해협|공항))$"
)
_COMMON_PLACES = frozenset(
    listed(
        "표준시|필요시|즉시|동시|일시|당시|다시|임시|역시|잠시|혹시|무시|지시|표시|도시|감시|공시|전시|제시|명시|암시|"
        "신도시|대도시|소도시|미군|적군|아군|공군|해군|육군|장군|친구|요구|연구|지구|인구|입구|출구|기구|도구|"
        "축구|야구|농구|배구|가구|촉구|정도|제도|보도|태도|속도|온도|강도|각도|지도|시도|의도|용도|한도|빈도|"
        "난도|밀도|농도|고도|수도|철도|궤도|습도|주도|유도|인도|반도|이상도|만족도|신뢰도|선호도|지지도|완성도|"
        "중요도|위험도|난이도|투명도|기여도|활동|이동|운동|행동|노동|변동|공동|협동|자동|수동|능동|작동|가동|"
        "감동|충동|소동|아동|중동|파동|진동|격동|발동|측면|화면|장면|표면|반면|정면|전면|후면|방면|국면|이면|"
        "지면|수면|냉면|라면|단면|직면|외면|대면|면면|하면|되면|최강|보강|건강|강|하강|생산|재산|자산|예산|계산|"
        "확산|분산|부동산|국산|수입산|파산|유산|해산|양산|출산|청산|합산|결산|정산|보호|선호|신호|번호|기호|구호|"
        "옹호|변호|간호|불만|포만|만|다만|하지만|지만|저항|대항|사항|조항|반항|공항|운항|취항|지역|구역|영역|"
        "광역|병역|무역|방역|역|현역|용역|번역|통역|매주|광주|전주|이주|거주|맥주|소주|음주|우주|제주|주주|민주|"
        "영주|공주|상주|표현|실현|출현|구현|재현|현|가능성|중요성|필요성|안정성|안전성|다양성|효율성|여성|남성|"
        "구성|작성|형성|완성|생성|달성|조성|찬성|특성|개성|이성|감성|반성|정체성|공정성|투명성|실효성|수익성|"
        "변동성|유동성|경쟁력|공공성|사업성|접근성|연관성|전문성|독립성|국제공항|신공항|자치구|지역구|선거구|"
        "시군구|전국구|비상구|돌파구|창구|대구|항구|영구|왕복운동|대통령실|신도|보도|요인도|외교부도"
    )
)
_FOREIGN = frozenset(
    "르크트스프츠브드그즈슈쉬셰셴쇼뉴듀튜쿠키카코케쾰타토파포페피푸플클글블슬틀헤헨렌렉릭릴롤럼럽랜튼턴텐펜벤벨빌뷔웨윈엘앙욘톤돈론른린멜켈첼첸젠잭짐흐베브뱅밴뵈뷰쥐쥘즐쟈샤셀셸쉘숄슐솀젤졸줄콜콘콥콩쾨퀴퀸킨킬킴탈텔토톰투튀티틴팀팔펠폴푀퓌핀필하한해허헬헴호혼홀홈후흄히힐"
    "라래러레로루뤼리린림마매머메멘멜모몬몰뫼무뮌뮐미바버벅번보본볼부불비빈사새샌생샬서세섹센소솔숀수시신실싱아안알암애앤앨야어언에엑엔엠오옥온올와왈요우운울워원월위윌유율윤이익인일자작잔재제조존졸주지진질차찬처체초추치친칠"
)
_STRONG = frozenset(
    "르크트스프츠브드그즈슈쉬셰셴뉴듀튜쿠키카케쾰타토파페푸플클글블슬틀헨렌렉릭릴롤럼랜튼턴텐펜벤벨빌뷔웨윈엘욘톤론른린멜켈첼첸젠잭흐베숄솀퀸킨킬텔톰튀핀펠폴헬홀힐라러레로루리마메모뮌바버보비레니노나네누냐녜네"
)
_LOANWORDS = frozenset(
    listed(
        "프리킥|페널티킥|골키퍼|메달리스트|프로젝트|프로그램|서비스|시스템|플랫폼|데이터|네트워크|소프트웨어|하드웨어|컴퓨터|인터넷|스마트폰|"
        "온라인|오프라인|브랜드|마케팅|디지털|콘텐츠|미디어|뉴스|인터뷰|브리핑|코로나바이러스|바이러스|백신|"
        "테스트|리스크|인플레이션|디플레이션|포트폴리오|펀드|스타트업|벤처|프리미엄|글로벌|트렌드|이벤트|"
        "페스티벌|콘서트|드라마|시리즈|리그|시즌|프로|스포츠|올림픽|월드컵|챔피언|챔피언십|타이틀|트로피|메달|"
        "골프|테니스|배터리|센서|로봇|드론|로켓|미사일|레이더|레이저|탱크|헬리콥터|버스|트럭|택시|터널|아파트|"
        "빌딩|호텔|리조트|레스토랑|카페|슈퍼마켓|마트|백화점|쇼핑몰|크리스마스|메시지|이메일|페이지|사이트|"
        "블로그|유튜브|트위터|페이스북|인스타그램|카카오|킬로미터|센티미터|밀리미터|미터|헥타르|퍼센트|달러|유로|"
        "파운드|루블|프랑|리터|그램|킬로그램|톤|에너지|가스|플라스틱|알루미늄|리튬|니켈|코발트|메탄|칼륨|우라늄|"
        "플루토늄|테러|테러리스트|게릴라|쿠데타|데모|캠페인|포럼|심포지엄|세미나|컨퍼런스|콘퍼런스|리더십|"
        "파트너십|파트너|멤버|팀|그룹|클럽|센터|오피스|스튜디오|갤러리|커뮤니티|컨설팅|컨소시엄|카드|서버|"
        "클라우드|알고리즘|모델|디자인|패션|메이크업|다이어트|스트레스|알레르기|인플루엔자|호르몬|비타민|단백질|"
        "아이디어|이니셔티브|로드맵|가이드라인|매뉴얼|리스트|카테고리|포인트|스코어|세트|라운드|코스|트랙|레이스|"
        "마라톤|스트라이크|파업|헤드라인|스캔들|루머|이미지|스타일|트라우마|커피|초콜릿|치즈|버터|소스|샐러드|"
        "스튜어드십|코스피|코스닥|나스닥|다우존스|스탠더드|매트릭스|패러다임|이슈|어젠다|아젠다|레벨|스케일|"
        "사이클|시나리오|캐릭터|게임|모바일|애플리케이션|애플리케이션은|그러나|그리고|그러므로|그러면서|그래서|"
        "스스로|서로|따로|바로|새로|실제로|그대로|앞으로|뒤로|때로|별로|제로|나라|하나|어느|모두|누구|어디|우리|"
        "그리|다시|버리|빨리|미리|멀리|오리|거리|무리|소리|자리|다리|머리|파리|유리|처리|관리|권리|논리|심리|"
        "물리|승리|금리|총리|정리|수리|원리|의리|비리|지리|마리|도시|이로|이로써|사회|나머지|드러나|나타나|"
        "늘어나|벗어나|지나|만나|떠나|일어나|바라|따라|나서|알려|열려|커지|보이|모이|비로|오르|내리|이르|다르|"
        "빠르|모르|부르|누르|고르|흐르|치르|따르"
    )
)
_BUILT = (
    "대교", "터널", "저수지", "해수욕장", "국립공원", "산맥", "고속도로", "운하", "해협", "군도", "경기장", "체육관", "박물관", "미술관", "대성당", "교도소", "공원",
)  # fmt: skip
"""What people name: a word that ends so and is longer is the name of a place."""
_VERB_TAIL = re.compile(
    r"(?:뜨|트|거)릴?$|(?:하|되|시키|당하|스럽|롭|답)(?:다|는|고|며|지|게|여|면|자|던|기|려)?$|(?:했|됐|였|렸|졌|갔|왔|났|겠|셨|섰|켰|쳤|꼈|쌌|샀|팔았|았|었)(?:다|고|으며|지만|는데|던|을|음)?$|(?:라며|라고|라는|라면|다며|다고|다는|다면|으며|면서|지만|는데|려고|도록|거나|든지|므로|니까|아서|어서|여서|해서|워서|러나|리고|리는|르는|르고|르며|지는|지고|지며|이는|이고|키는|키고|치는|치고|로운|스러운)$"
)


def is_common_place(word: str) -> bool:
    """Whether a word only ends like the name of a place (표준시, 주의사항)."""
    return word in _COMMON_PLACES or word[-2:] in _COMMON_PLACES or word[-3:] in _COMMON_PLACES


def korean_names(text: str) -> list[NameMention]:
    """Names in Hangul."""
    people = people_beside_offices(text)
    return [
        *_known(text),
        *(one for one in _titled(text) if not any(one.start < other.end and other.start < one.end for other in people)),
        *people,
        *_after_roles(text),
        *organisations(text),
        *_shaped(text),
    ]


def _known(text: str) -> list[NameMention]:
    """Gazetteer names at the beginning of a word whose rest is a particle, a title or a common suffix."""
    found: list[NameMention] = []
    for token in _EOJEOL.finditer(text):
        at = token.start()
        while at < token.end():
            name = starts_with_known(text, at, "ko")
            if not name or at + len(name) > token.end():
                break
            rest = text[at + len(name) : token.end()]
            if rest.startswith("어") and known(name) is not None:
                break  # a language
            if is_common_word(name) and not _believable(text, at, name, rest):
                break
            if not (
                _TAIL.match(rest)
                or rest.startswith(tuple(_TITLES))
                or _again(text, at + len(name), rest)
                or _compound(rest)
            ):
                break
            entry = known(name)
            found.append(NameMention(name, entry[1] if entry else "other", at, at + len(name)))
            at += len(name)
    return found


def _compound(rest: str) -> bool:
    """Words that grow on the name of a country or city (미국산, 러시아군, 중국인, 서울시장)."""
    return rest.startswith(
        listed(
            "정부|대사관|국민|경제|시장|시민|인들|군은|군이|군의|산|인|계|식|측|발|행|내|국적|외교부|당국|언론|"
            "매체|증시|의회|대통령"
        )
    )


def _again(text: str, at: int, rest: str) -> bool:
    return bool(rest) and bool(starts_with_known(text, at, "ko"))


_BELIEVED_TAILS = ("에서", "에서는", "와", "과", "의", "에", "로", "으로", "는", "은", "가", "이", "를", "을")


def _believable(text: str, at: int, name: str, rest: str) -> bool:
    """A name that is a common word too: only with a particle behind it and another name or a comma before it."""
    if len(name) < 2 or rest not in {*_BELIEVED_TAILS, ""}:  # noqa: PLR2004 - a length in letters or syllables
        return False
    if name in listed(
        "인도|부산|대구|대전|광주|이란|파리|선전|우한|도하|고베|아베|모디|문재인|왕이|리창|다카|시안|가자|제주도|"
        "메타|현대|오만|가나|말리"
    ):
        before = text[max(0, at - 1) : at]
        return name not in {"이란", "선전", "시안", "가자", "오만", "가나", "말리", "대전"} and before in {
            "",
            " ",
            "(",
            "·",
            ",",
            '"',
            "'",
            "“",
            "‘",
        }
    return False


def _titled(text: str) -> list[NameMention]:
    """People before their title: 루카셴코 대통령, 홍길동 기자, 알렉산드르 루카셴코 벨라루스 대통령, 김 총리."""
    found: list[NameMention] = []
    for match in _TITLED.finditer(text):
        if match.start() and "가" <= text[match.start() - 1] <= "힣":
            continue
        if text[match.end() : match.end() + 1] == "들":
            continue  # several of them
        words = match.group("name").split()
        offset = match.start()
        places = []
        for word in words:
            place = text.index(word, offset)
            places.append((place, word))
            offset = place + len(word)
        country = (match.group("country") or "").strip()
        if country and not (
            country in known_in("ko") or country.endswith(("부", "당", "청", "시", "도", "그룹", "전자", "은행"))
        ):
            places, country = [(match.start("country") + 1, country)], ""
        while len(places) > 1 and _is_no_name(places[0][1]):
            places = places[1:]
        if len(places) > 1 and (
            (known(places[-1][1]) or ("", "person"))[1] != "person"
            or places[-1][1] in _NOT_BEFORE_TITLE
            or places[-1][1].endswith(("부", "당", "청"))
        ):
            places = places[:-1]
        glued = len(places) > 1 and places[-1][0] + len(places[-1][1]) == match.start("title")
        if glued and len(places[0][1]) == _WHOLE and _korean_person(places[0][1]):
            places = places[:1]  # 한서린 해든시장
        start = places[0][0]
        name = text[start : places[-1][0] + len(places[-1][1])]
        if _is_person(name, places):
            found.append(NameMention(name, "person", start, start + len(name)))
    return found


_ROLES = (
    "선수|감독|배우|가수|작가|시인|화가|교수|변호사|기자|특파원|의원|후보|우승자|챔피언|주장|공격수|수비수|골키퍼|투수|타자|지도자|창업자|창립자|설립자|대표|특사|총리|장관|"
    "대통령|시장|지사|회장|사장|남편|아내|부인|아들|딸|형|동생|용의자|피고인|씨|박사|소설가|음악가|피아니스트|디자이너|연구원|과학자|물리학자|경제학자"
)
_AFTER_ROLE = re.compile(
    rf"(?<![가-힣])(?:[가-힣]{{1,6}} )?(?:{_ROLES}) (?P<name>[가-힣]{{2,5}}(?: [가-힣]{{2,6}})?)(?=[\s,.()'’”·]|$)"
)


def _after_roles(text: str) -> list[NameMention]:
    """People behind a word for what they are: 체스 선수 도하람이, 우승자 이고르 탈렌을."""
    found: list[NameMention] = []
    for match in _AFTER_ROLE.finditer(text):
        words, start = match.group("name").split(), match.start("name")
        stems = [_SURE_TAIL.match(word) for word in words]
        first = stems[0].group("stem") if stems[0] and len(words[0]) > _WHOLE else words[0]
        if first == words[0] and len(words) > 1 and len(words[0]) >= 2 and not _korean_person(words[0]):  # noqa: PLR2004 - syllables
            last = stems[1].group("stem") if stems[1] else words[1]
            name = f"{words[0]} {last}"
            if _foreignness(name.replace(" ", "")) >= _SOME and words[0] not in _LOANWORDS and last not in _LOANWORDS:
                found.append(NameMention(name, "person", start, start + len(name)))
        elif len(first) == _WHOLE and _korean_person(first) and first != words[0]:
            found.append(NameMention(first, "person", start, start + len(first)))
    return found


def _is_no_name(word: str) -> bool:
    return _bears_particle(word) or word in _NOT_BEFORE_TITLE or (is_common(word) and not _korean_person(word))


def _bears_particle(word: str) -> bool:
    return len(word) > 2 and bool(  # noqa: PLR2004 - a length in letters or syllables
        re.search(r"(?:은|는|이|가|을|를|의|에|에서|으로|로|과|와|도|며|고|한|된|할|인|던|서|면)$", word)
    )


def _is_person(name: str, places: list[tuple[int, str]]) -> bool:
    if name in _NOT_BEFORE_TITLE or (name in known_in("ko") and (known(name) or ("", ""))[1] != "person"):
        return False
    last = places[-1][1]
    if (
        last in _NOT_BEFORE_TITLE
        or (is_common(last) and not (_korean_person(last) and len(last) == _WHOLE))
        or any(is_common(word) and not _korean_person(word) for _, word in places)
        or (last[-1] in "을를" and len(places) == 1)
        or last in _LOANWORDS
        or (
            last.endswith(listed("부|청|처|위원회|당|시|도|군|구|의|한|된|적|원|회|장|관|수석|사|단|실|국|과|팀"))
            and not _korean_person(last)
        )
    ):
        return False
    return len(places) > 1 or _korean_person(name) or _foreignness(name) >= _HALF


def _korean_person(name: str) -> bool:
    """Two to four syllables that begin with a surname."""
    if name.startswith(_DOUBLE_SURNAMES):
        return 3 <= len(name) <= 4  # noqa: PLR2004 - a length in letters or syllables
    return name[0] in _SURNAMES and 2 <= len(name) <= 3 and name not in _COMMON_PLACES and name not in _COMMON_ENDINGS  # noqa: PLR2004 - a length in letters or syllables


_HALF = 0.5
_FOREIGN_ENOUGH = 0.75
_STRONG_ENOUGH = 0.5
_SOME = 0.4
_WHOLE = 3


def _foreignness(word: str) -> float:
    """Share of syllables that foreign names are written with and Korean words seldom are."""
    return sum(c in _STRONG for c in word) / len(word)


def _shaped(text: str) -> list[NameMention]:
    """Organisations and places by their endings, foreign names by their syllables."""
    found: list[NameMention] = []
    for token in _EOJEOL.finditer(text):
        word = token.group()
        match = _SURE_TAIL.match(word)
        stems = [match.group("stem")] if match and len(match.group("stem")) >= _WHOLE else [word]
        if match and known(match.group("stem")) is not None:
            continue
        for stem in stems:
            kind = _shape(stem, is_whole=stem == word)
            if not kind and stem != word and _sounds_foreign(stem):
                kind = "other"
            if kind:
                found.append(NameMention(stem, kind, token.start(), token.start() + len(stem)))
                break
    return found


_PLAINLY = 0.6


def _sounds_foreign(stem: str) -> bool:
    """Whether a word before a particle is in most of its syllables foreign, and none that the lexicon has."""
    return (
        3 <= len(stem) <= 6  # noqa: PLR2004 - syllables
        and sum(c in _STRONG or c in "겐겔게고기그길너네노놀니다데델덴도드디딘라란레로르리" for c in stem) / len(stem)
        >= _PLAINLY
        and sum(c in _STRONG for c in stem) > 1
        and not is_common(stem)
        and stem not in _LOANWORDS
        and not _VERB_TAIL.search(stem)
    )


def _shape(stem: str, *, is_whole: bool) -> str:  # noqa: PLR0911 - one kind after the other
    if len(stem) > 3 and stem.endswith(_BUILT) and stem not in _BUILT:  # noqa: PLR2004 - a length in syllables
        return "place"
    if len(stem) < 3 or _VERB_TAIL.search(stem) or stem in _LOANWORDS:  # noqa: PLR2004 - a length in letters or syllables
        return ""
    if (
        _ORGANISATION.match(stem)
        and stem not in _COMMON_ENDINGS
        and not stem.endswith(("정부", "내부", "외부", "본부", "간부", "일부", "신청", "요청", "초청"))
    ):
        return "organisation" if len(stem) > 3 or stem[-1] in "당청" else ""  # noqa: PLR2004 - a length in letters or syllables
    if (
        _PLACE.match(stem)
        and stem not in _COMMON_PLACES
        and stem[-2:] not in _COMMON_PLACES
        and stem[-3:] not in _COMMON_PLACES
    ):
        known_stem = stem[:-1] in known_in("ko")
        sure = stem.endswith(("특별시", "광역시", "특별자치도", "해협", "반도")) or known_stem
        return "place" if sure or (stem[-1] in "시군구읍" and len(stem) <= 4 and not is_whole) else ""  # noqa: PLR2004 - a length in letters or syllables
    if len(stem) >= 3 and _foreignness(stem) >= (_FOREIGN_ENOUGH if len(stem) < 5 else _STRONG_ENOUGH):  # noqa: PLR2004 - a length in letters or syllables
        return "other"
    if len(stem) > 3 and all(c in _FOREIGN or c in _STRONG for c in stem) and _foreignness(stem) >= _SOME:  # noqa: PLR2004 - a length in letters or syllables
        return "other"
    return ""
