"""Quotations and speakers of whole stories, translated and not: what their speakers say stands, what is altered or another's is held."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from prism.checks import ClaimSource, check_claim

_AT = datetime(2026, 3, 18, 9, tzinfo=UTC)


class _Story(NamedTuple):
    language: str
    text: tuple[str, ...]
    true: tuple[tuple[str, str], ...]
    false: tuple[tuple[str, str], ...]


_STORIES = (
    _Story(
        "en",
        (
            "CARDIFF — The Severn Heritage Railway will stay closed until autumn after engineers found cracks in a viaduct, its trust said on Tuesday.",
            '"The bridge is safe to walk on, but I would not put a locomotive on it," said chief engineer Megan Prosser.',
            "The trust's chairman, Alun Bevan, said the closure would cost it £400,000 in lost fares and called the timing \"cruel.\"",
            "Rhodri Pugh, who runs a café beside the line, said he may have to let two of his five staff go.",
            '"We might reopen part of the line in August," Bevan told members at a meeting in Lydney.',
        ),
        (
            ("ko", '메건 프로서 수석 엔지니어는 "다리는 걸어서 건너기에는 안전하지만, 나라면 그 위에 기관차를 올리지는 않겠다"고 말했다.'),
            ("ko", '앨런 베번 이사장은 폐쇄로 운임 수입 40만 파운드를 잃게 된다며 시기가 "잔인하다"고 했다.'),
            ("ko", '베번은 리드니에서 열린 회원 모임에서 "8월에 노선 일부를 다시 열 수도 있다"고 말했다.'),
            ("en", 'Alun Bevan, who chairs the trust, told members that "we might reopen part of the line in August."'),
        ),
        (
            ("ko", '메건 프로서 수석 엔지니어는 "다리는 걸어서 건너기에도 안전하지 않다"고 말했다.'),
            ("ko", '앨런 베번 이사장은 폐쇄 시기가 "완벽하다"고 했다.'),
            ("ko", '베번은 리드니에서 열린 회원 모임에서 "8월에 노선 일부를 다시 연다"고 말했다.'),
            ("ko", '베번은 리드니에서 열린 회원 모임에서 "8월에 노선 전체를 다시 열 수도 있다"고 말했다.'),
            ("ko", '로드리 퓨는 "다리는 걸어서 건너기에는 안전하지만, 나라면 그 위에 기관차를 올리지는 않겠다"고 말했다.'),
            ("ko", "카페를 운영하는 메건 프로서는 직원 5명 가운데 2명을 내보내야 할지도 모른다고 했다."),
            ("en", '"We will reopen part of the line in August," Bevan told members at a meeting in Lydney.'),
            ("en", "The trust's chairman, Alun Bevan, said: \"I would not put a locomotive on it.\""),
        ),
    ),
    _Story(
        "en",
        (
            "NAIROBI — Kenya's largest tea cooperative on Friday rejected a takeover offer from Brightleaf Estates, saying it undervalued its 52,000 growers.",
            "\"This is our grandmothers' land and it is not for sale at any price,\" said the cooperative's chairwoman, Wambui Karanja.",
            "Brightleaf chief executive Oliver Trent said he was disappointed by the vote and would return with a higher bid within weeks.",
            "Agriculture minister Josphat Kiprono warned that factories in Kericho could close without new money.",
            '"Nobody is forcing growers to sell," Trent told reporters, adding that the offer had been made in good faith.',
            "Analyst Priya Nair of Savanna Capital said the two sides were further apart than a year ago.",
        ),
        (
            ("ko", '왐부이 카란자 조합장은 "이곳은 우리 할머니들의 땅이며 얼마를 준다 해도 팔지 않는다"고 말했다.'),
            ("ko", "올리버 트렌트 브라이트리프 최고경영자는 투표 결과에 실망했다면서 몇 주 안에 더 높은 값을 들고 돌아오겠다고 했다."),
            ("ko", "조스팻 키프로노 농업장관은 새 자금이 없으면 케리초의 공장들이 문을 닫을 수 있다고 경고했다."),
            ("ko", '트렌트는 기자들에게 "아무도 재배 농가에 매각을 강요하지 않는다"고 말했다.'),
        ),
        (
            ("ko", '왐부이 카란자 조합장은 "이곳은 우리 할머니들의 땅이며 값이 맞으면 팔 수 있다"고 말했다.'),
            ("ko", "조스팻 키프로노 농업장관은 투표 결과에 실망했다면서 몇 주 안에 더 높은 값을 들고 돌아오겠다고 했다."),
            ("ko", "프리야 나이르 애널리스트는 새 자금이 없으면 케리초의 공장들이 문을 닫을 수 있다고 경고했다."),
            ("ko", '트렌트는 기자들에게 "아무도 공장에 폐쇄를 강요하지 않는다"고 말했다.'),
            ("en", "\"Nobody is forcing growers to sell,\" the cooperative's chairwoman, Wambui Karanja, told reporters."),
            ("en", "Wambui Karanja said: \"This is our grandmothers' land and it is not for sale at this price.\""),
        ),
    ),
    _Story(
        "ko",
        (
            "경북 영주시는 22일 소백산 자락에 추진해 온 케이블카 사업을 중단한다고 밝혔다.",
            '박선미 영주시장은 기자회견에서 "환경을 지키면서 관광을 살릴 다른 길을 찾겠다"고 말했다.',
            '상인회장 고진태 씨는 "10년을 기다렸는데 하루아침에 없던 일이 됐다"며 허탈해했다.',
            "환경단체 '푸른능선'의 장하윤 대표는 이번 결정이 다른 국립공원에도 영향을 줄 것이라고 내다봤다.",
            "시는 이미 들어간 용역비 14억 원을 돌려받기 어렵다고 설명했다.",
            '김태오 시의원은 "사업을 포기한 것이 아니라 미룬 것일 뿐"이라며 내년에 다시 논의해야 한다고 주장했다.',
        ),
        (
            ("ko", '박선미 시장은 "환경을 지키면서 관광을 살릴 다른 길을 찾겠다"고 했다.'),
            ("ko", "장하윤 푸른능선 대표는 이번 결정이 다른 국립공원에도 영향을 미칠 것으로 전망했다."),
            ("en", 'City council member Kim Tae-o said the project had "only been postponed, not given up" and argued that it should be discussed again next year.'),
            ("en", 'Mayor Park Seon-mi said the city would "look for another way to revive tourism while protecting the environment".'),
        ),
        (
            ("ko", '박선미 시장은 "환경보다 관광을 살릴 다른 길을 찾겠다"고 했다.'),
            ("ko", '김태오 시의원은 "사업을 미룬 것이 아니라 포기한 것"이라고 주장했다.'),
            ("ko", '상인회장 고진태 씨는 "10년을 기다렸는데 이제야 일이 풀렸다"고 말했다.'),
            ("ko", "고진태 상인회장은 이번 결정이 다른 국립공원에도 영향을 줄 것이라고 내다봤다."),
            ("en", "\"We waited ten years and it was worth it,\" said Ko Jin-tae, who heads the merchants' association."),
            ("en", 'City council member Kim Tae-o said the project had "been given up, not merely postponed".'),
            ("en", 'Mayor Park Seon-mi said the city would "look for another way to revive farming while protecting the environment".'),
            ("en", 'Jang Ha-yun, who leads Pureun Neungseon, said: "We waited ten years and overnight it came to nothing."'),
            ("en", "Park Seon-mi argued that the cable car should be discussed again next year."),
        ),
    ),
    _Story(
        "ja",
        (
            "新潟県上越市の酒造会社、雪椿酒造は9日、創業以来の蔵を来年3月で閉じると発表した。",
            "同社の岩本達也社長は「若い杜氏を育てられなかった責任は私にある」と述べた。",
            "組合長の小林美保さんは「地元の米を使う蔵がまた一つ減るのは寂しい」と話した。",
            "市の商工課の西田浩課長は、建物を観光施設として残す案を検討していると説明した。",
            "従業員18人のうち11人は親会社に移る見通しだという。",
            "常連客の田村節子さん(74)は「最後の一本は飲まずに取っておく」と語った。",
        ),
        (
            ("ko", '이와모토 다쓰야 사장은 "젊은 도지를 키우지 못한 책임은 나에게 있다"고 말했다.'),
            ("ko", '고바야시 미호 조합장은 "지역 쌀을 쓰는 양조장이 또 하나 줄어드는 것이 쓸쓸하다"고 했다.'),
            ("ko", '단골 다무라 세쓰코(74) 씨는 "마지막 한 병은 마시지 않고 간직하겠다"고 말했다.'),
            ("ko", "니시다 히로시 상공과장은 건물을 관광 시설로 남기는 방안을 검토하고 있다고 설명했다."),
        ),
        (
            ("ko", '고바야시 미호 조합장은 "지역 쌀을 쓰는 양조장이 또 하나 늘어나는 것이 기쁘다"고 했다.'),
            ("ko", '단골 다무라 세쓰코(74) 씨는 "마지막 한 병은 오늘 밤 마시겠다"고 말했다.'),
            ("ko", "고바야시 미호 조합장은 건물을 관광 시설로 남기는 방안을 검토하고 있다고 설명했다."),
            ("ko", '니시다 히로시 과장은 "젊은 도지를 키우지 못한 책임은 나에게 있다"고 말했다.'),
        ),
    ),
    _Story(
        "ja",
        (
            "神戸港の埋め立て計画をめぐり、市民団体が7日、市に約2万3千人分の署名を提出した。",
            "代表の水野香織さんは「海を埋めてから後悔しても遅い」と訴えた。",
            "市の港湾局長、藤井誠氏は「計画は予定通り進める」と述べ、見直しの考えがないことを強調した。",
            "漁協の森田三郎組合長は「反対はしないが、漁ができなくなる間の補償は必要だ」と話した。",
            "神戸海洋大学の大西由紀教授によると、埋め立てで潮の流れが変わり、赤潮が増える恐れがある。",
        ),
        (
            ("ko", '미즈노 가오리 대표는 "바다를 메운 뒤에 후회해도 늦는다"고 호소했다.'),
            ("ko", '후지이 마코토 항만국장은 "계획은 예정대로 진행한다"며 재검토할 뜻이 없음을 강조했다.'),
            ("ko", '모리타 사부로 어협 조합장은 "반대하지는 않지만 고기를 잡지 못하는 동안의 보상은 필요하다"고 말했다.'),
            ("ko", "오니시 유키 고베해양대 교수에 따르면 매립으로 조류가 바뀌어 적조가 늘어날 우려가 있다."),
        ),
        (
            ("ko", '후지이 마코토 항만국장은 "계획을 다시 살펴보겠다"고 말했다.'),
            ("ko", '모리타 사부로 어협 조합장은 "반대한다. 고기를 잡지 못하는 동안의 보상도 필요 없다"고 말했다.'),
            ("ko", '모리타 사부로 어협 조합장은 "찬성하지는 않지만 고기를 잡지 못하는 동안의 보상은 충분하다"고 말했다.'),
            ("ko", '미즈노 가오리 대표는 "바다를 메운 뒤에 바로잡아도 늦지 않다"고 호소했다.'),
            ("ko", "모리타 사부로 조합장은 매립으로 조류가 바뀌어 적조가 늘어날 우려가 있다고 지적했다."),
            ("ko", '오니시 유키 교수는 "바다를 메운 뒤에 후회해도 늦는다"고 말했다.'),
        ),
    ),
    _Story(
        "zh",
        (
            "成都市一家民营医院因违规收费被罚款260万元,市医保局11日通报。",
            "院长郑文博在记者会上表示:“多收的每一分钱都会退还给患者。”",
            "患者家属罗小燕说:“我们要的不是钱,是一个道歉。”",
            "市医保局副局长魏国强说,类似的检查将在全市42家医院展开。",
            "律师蒋思远认为,罚款金额偏低,不足以起到警示作用。",
        ),
        (
            ("ko", '정원보 원장은 기자회견에서 "더 받은 돈은 한 푼도 빠짐없이 환자에게 돌려주겠다"고 밝혔다.'),
            ("ko", '환자 가족 뤄샤오옌은 "우리가 원하는 것은 돈이 아니라 사과 한마디"라고 말했다.'),
            ("ko", "웨이궈창 부국장은 비슷한 점검을 시내 병원 42곳에서 벌이겠다고 했다."),
        ),
        (
            ("ko", '환자 가족 뤄샤오옌은 "우리가 원하는 것은 사과가 아니라 돈"이라고 말했다.'),
            ("ko", "장쓰위안 변호사는 비슷한 점검을 시내 병원 42곳에서 벌이겠다고 했다."),
            ("ko", "웨이궈창 부국장은 벌금이 너무 적어 경고 효과를 내기에 부족하다고 봤다."),
            ("ko", '환자 가족 뤄샤오옌은 "우리가 원하는 것은 돈이 아니라 처벌"이라고 말했다.'),
        ),
    ),
    _Story(
        "zh",
        (
            "昆明一座新建的动物收容所下月开放,可容纳600只流浪猫狗。",
            "负责人何佳怡说:“我们不会因为地方不够而放弃任何一只动物。”",
            "附近居民代表孙德明担心噪音,要求收容所离住宅至少300米。",
            "市城管局官员钱莉表示,选址已经通过环评,不会更改。",
            "兽医沈浩认为:“绝育比收容更重要。”",
        ),
        (
            ("ko", '허자이 책임자는 "자리가 모자란다고 해서 어떤 동물도 포기하지 않겠다"고 말했다.'),
            ("ko", '수의사 선하오는 "보호보다 중성화가 더 중요하다"고 봤다.'),
            ("ko", "첸리 시 도시관리국 관계자는 부지가 이미 환경영향평가를 통과해 바꾸지 않을 것이라고 밝혔다."),
        ),
        (
            ("ko", '수의사 선하오는 "중성화보다 보호가 더 중요하다"고 봤다.'),
            ("ko", "쑨더밍 주민 대표는 부지가 이미 환경영향평가를 통과해 바꾸지 않을 것이라고 밝혔다."),
            ("ko", "첸리 관계자는 소음을 걱정하며 보호소를 주택에서 적어도 300m 떨어뜨려 달라고 요구했다."),
            ("ko", '허자이 책임자는 "보호보다 중성화가 더 중요하다"고 말했다.'),
            ("ko", '수의사 선하오는 "보호보다 입양이 더 중요하다"고 봤다.'),
        ),
    ),
    _Story(
        "ko",
        (
            "현대강재 당진공장 노사가 17일 임금협상에 잠정 합의했다.",
            '노조의 유경석 지회장은 "만족할 수는 없지만 파업을 더 끌 수도 없었다"고 말했다.',
            '회사 측 협상 대표인 남정아 전무는 "서로 한발씩 물러난 결과"라고 평가했다.',
            "비정규직지회의 오세훈 사무장은 이번 합의가 하청 노동자를 외면했다고 비판했다.",
            "조합원 찬반투표는 20일 열리며, 부결되면 다시 교섭해야 한다.",
            '양희주 한국노동연구소 박사는 "임금보다 교대제 개편이 더 큰 변화를 부를 것"이라고 분석했다.',
        ),
        (
            ("en", '"We cannot be satisfied, but we could not drag the strike out any longer either," union branch head Yoo Kyung-seok said.'),
            ("en", 'Nam Jung-ah, who led the talks for the company, called the deal "the result of each side taking a step back."'),
            ("ko", '남정아 전무는 "서로 한발씩 물러난 결과"라고 했다.'),
            ("ko", "양희주 박사는 임금보다 교대제 개편이 더 큰 변화를 가져올 것으로 봤다."),
            ("en", "Oh Se-hoon of the irregular workers' branch criticised the deal for turning its back on subcontracted workers."),
        ),
        (
            ("en", '"We are satisfied, and we could not drag the strike out any longer," union branch head Yoo Kyung-seok said.'),
            ("en", 'Nam Jung-ah, who led the talks for the company, called the deal "the result of the union taking a step back."'),
            ("en", 'Yang Hee-joo of the Korea Labour Institute said "wages will bring a bigger change than the new shift system."'),
            ("en", 'Oh Se-hoon called the deal "the result of each side taking a step back."'),
            ("ko", '유경석 지회장은 "만족할 수는 없지만 파업은 계속할 것"이라고 말했다.'),
            ("ko", "남정아 전무는 이번 합의가 하청 노동자를 외면했다고 비판했다."),
            ("ko", "오세훈 사무장은 임금보다 교대제 개편이 더 큰 변화를 부를 것이라고 분석했다."),
            ("ko", '양희주 박사는 "임금보다 정년 연장이 더 큰 변화를 부를 것"이라고 분석했다.'),
        ),
    ),
    _Story(
        "en",
        (
            "WELLINGTON — New Zealand will ban bottom trawling in a fifth of the Hauraki Gulf from July, Fisheries Minister Tama Ngata said on Thursday.",
            '"We should have done this twenty years ago," he said.',
            "Seafood Coastal, which represents 60 boats, said it would challenge the ban in court.",
            'Its spokeswoman, Linda Hargreaves, said: "The minister has ignored the science and listened to the yachts."',
            "Marine ecologist Ben Whaanga said the ban did not go far enough, because most of the spawning grounds lay outside it.",
            "\"I don't think the snapper will notice,\" he said.",
        ),
        (
            ("ko", '타마 나가타 수산장관은 "20년 전에 했어야 할 일"이라고 말했다.'),
            ("ko", '린다 하그리브스 대변인은 "장관은 과학을 무시하고 요트의 말을 들었다"고 비판했다.'),
            ("ko", '해양생태학자 벤 왕가는 "도미가 알아차릴 것 같지 않다"고 꼬집었다.'),
            ("ko", "벤 왕가는 산란장이 대부분 금지 구역 밖에 있어 조치가 충분하지 않다고 했다."),
        ),
        (
            ("ko", '린다 하그리브스 대변인은 "장관은 요트를 무시하고 과학의 말을 들었다"고 했다.'),
            ("ko", '해양생태학자 벤 왕가는 "도미도 곧 알아차릴 것"이라고 꼬집었다.'),
            ("ko", "린다 하그리브스 대변인은 산란장이 대부분 금지 구역 밖에 있어 조치가 충분하지 않다고 했다."),
            ("ko", '타마 나가타 장관은 "10년 전에 했어야 할 일"이라고 말했다.'),
            ("en", 'Linda Hargreaves, its spokeswoman, said: "The minister has ignored the yachts and listened to the science."'),
            ("en", 'Ben Whaanga, a marine ecologist, said: "We should have done this twenty years ago."'),
        ),
    ),
    _Story(
        "en",
        (
            "Rotterdam's council voted 27-18 on Monday to sell the Maashal concert hall to a private foundation.",
            '"It is a sad evening but an honest one," said alderman Joost Verhagen, who had proposed the sale.',
            'Opposition leader Fatima el-Idrissi accused him of giving away public property for "the price of a tram stop."',
            "The foundation's director, Karel de Wit, promised that ticket prices would not rise before 2029.",
            "Musicians' union secretary Anneke Bos said she had not been consulted and feared that half of the 84 jobs would go.",
            '"I have heard many promises in this building," Bos said. "Few of them outlived the winter."',
        ),
        (
            ("ko", '매각을 제안한 요스트 페르하헌 시의원은 "슬프지만 정직한 저녁"이라고 말했다.'),
            ("ko", '야당 대표 파티마 엘이드리시는 그가 공공재산을 "전차 정류장 값"에 넘겼다고 비난했다.'),
        ),
        (
            ("ko", '매각을 제안한 요스트 페르하헌 시의원은 "기쁘고 정직한 저녁"이라고 말했다.'),
            ("ko", "아네커 보스 노조 사무총장은 2029년 전에는 입장권 값을 올리지 않겠다고 약속했다."),
            ("ko", '파티마 엘이드리시는 "슬프지만 정직한 저녁"이라고 말했다.'),
            ("en", "Fatima el-Idrissi, the opposition leader, promised that ticket prices would not rise before 2029."),
            ("en", '"It is a proud evening and an honest one," said alderman Joost Verhagen.'),
        ),
    ),
    _Story(
        "ja",
        (
            "東京都の私立大学、桜台大学は13日、入試の採点に誤りがあり、受験生9人を追加合格にしたと発表した。",
            "会見した堀田隆学長は「受験生の人生を左右しかねない誤りで、弁解の余地はない」と謝罪した。",
            "採点システムを納入したテスタの古川麻衣取締役は「不具合ではなく、設定の手違いだった」と説明した。",
            "追加合格となった女性(19)は「もう別の大学に通っている。今さら言われても困る」と話した。",
            "文部科学省の担当者は、再発防止策の報告を求めたと明らかにした。",
        ),
        (
            ("ko", '후루카와 마이 테스타 이사는 "결함이 아니라 설정 실수였다"고 설명했다.'),
            ("ko", '추가 합격한 여성(19)은 "이미 다른 대학에 다니고 있다. 이제 와서 말해도 곤란하다"고 했다.'),
        ),
        (
            ("ko", '후루카와 마이 테스타 이사는 "설정 실수가 아니라 결함이었다"고 설명했다.'),
            ("ko", '홋타 다카시 총장은 "수험생의 인생을 좌우할 정도의 잘못은 아니다"라고 말했다.'),
            ("ko", '후루카와 마이 이사는 "변명의 여지가 없다"고 사과했다.'),
            ("ko", "홋타 다카시 총장은 재발 방지책 보고를 요구했다고 밝혔다."),
            ("ko", '추가 합격한 여성(19)은 "이미 다른 회사에 다니고 있다"고 했다.'),
        ),
    ),
    _Story(
        "ko",
        (
            "서울고법 형사3부는 5일 횡령 혐의로 기소된 정동물산 전 대표 마상욱 씨에게 무죄를 선고했다.",
            '강혜림 재판장은 "의심이 가는 사정은 있지만 유죄로 볼 증거가 부족하다"고 밝혔다.',
            '마 씨는 선고 뒤 "4년 만에 누명을 벗었다"며 눈물을 흘렸다.',
            "검찰 관계자는 판결문을 검토한 뒤 상고 여부를 정하겠다고 말했다.",
            '소액주주 모임의 임소정 대표는 "돈은 사라졌는데 책임질 사람이 없다"고 반발했다.',
        ),
        (
            ("en", '"I have been cleared after four years," Ma said in tears after the verdict.'),
            ("en", 'Lim So-jung, who represents minority shareholders, said: "The money is gone, but there is nobody to take responsibility."'),
            ("ko", "강 재판장은 의심스러운 사정은 있으나 유죄로 볼 증거가 부족하다고 판단했다."),
            ("en", "Prosecutors said they would decide whether to appeal after reviewing the ruling."),
        ),
        (
            ("en", 'Presiding judge Kang Hye-rim said "there are no suspicious circumstances, and there is not enough evidence to find him guilty."'),
            ("en", 'Lim So-jung, who represents minority shareholders, said: "The money is gone, and he must take responsibility."'),
            ("en", 'Presiding judge Kang Hye-rim said: "There is enough evidence, but the time limit has passed."'),
            ("ko", '마 씨는 선고 뒤 "2년 만에 누명을 벗었다"며 눈물을 흘렸다.'),
            ("ko", "임소정 대표는 판결문을 검토한 뒤 상고 여부를 정하겠다고 말했다."),
            ("ko", '강혜림 재판장은 "의심이 가는 사정도 없고 유죄로 볼 증거도 없다"고 밝혔다.'),
            ("ko", '소액주주 모임의 임소정 대표는 "돈은 돌아왔는데 책임질 사람이 없다"고 반발했다.'),
        ),
    ),
    _Story(
        "en",
        (
            "A volcano on the Icelandic peninsula of Reykjanes erupted again on Sunday, the eleventh time in five years.",
            '"The lava is flowing away from the town, and we do not expect it to turn," said Elín Hauksdóttir of the meteorological office.',
            "Hotel owner Bjarni Thorsson said his guests had refused to leave because they wanted to watch.",
            "Police chief Sigurdur Palsson ordered everyone out of the area by nightfall and warned that drones would be shot down.",
            '"People think it is a show. It is not a show," Palsson said.',
        ),
        (
            ("ko", '팔손 서장은 "사람들은 이것을 구경거리로 여기지만 구경거리가 아니다"라고 했다.'),
            ("ko", "호텔 주인 비아르니 토르손은 손님들이 구경하고 싶다며 떠나기를 거부했다고 전했다."),
        ),
        (
            ("ko", '엘린 하욱스도티르는 "용암이 마을 쪽으로 흐르고 있지만 곧 방향을 틀 것"이라고 말했다.'),
            ("ko", '팔손 서장은 "용암은 마을 반대쪽으로 흐르고 있다"고 말했다.'),
            ("ko", "엘린 하욱스도티르는 드론을 격추하겠다고 경고했다."),
            ("en", '"People think it is a show, and it is," Palsson said.'),
            ("en", "Hotel owner Bjarni Thorsson warned that drones would be shot down."),
            ("en", '"The lava is flowing away from the town, but we expect it to turn," said Elín Hauksdóttir of the meteorological office.'),
        ),
    ),
    _Story(
        "zh",
        (
            "深圳的无人机公司翼航科技15日宣布裁员约900人,占员工总数的12%。",
            "首席执行官贺凌云在内部信中写道:“这是我做过的最艰难的决定,但不是最后一个。”",
            "被裁的工程师秦悦说,公司三个月前还承诺不会裁员。",
            "华南证券分析师邱志强预计,公司明年有望恢复盈利。",
            "“赔偿方案高于法定标准,”人力资源总监唐敏说。",
        ),
        (
            ("ko", '허링윈 최고경영자는 사내 서신에서 "내가 내린 가장 어려운 결정이지만 마지막 결정은 아니다"라고 썼다.'),
            ("ko", '탕민 인사총괄은 "보상안은 법정 기준보다 높다"고 말했다.'),
            ("ko", "해고된 엔지니어 친웨는 회사가 석 달 전만 해도 감원은 없다고 약속했다고 말했다."),
            ("ko", "추즈창 화난증권 애널리스트는 회사가 내년에 흑자로 돌아설 수 있다고 내다봤다."),
        ),
        (
            ("ko", '허링윈 최고경영자는 사내 서신에서 "내가 내린 가장 어려운 결정이자 마지막 결정"이라고 썼다.'),
            ("ko", '탕민 인사총괄은 "보상안은 법정 기준보다 낮다"고 말했다.'),
            ("ko", '탕민 인사총괄은 "보상안은 업계 평균보다 높다"고 말했다.'),
            ("ko", "탕민 인사총괄은 회사가 내년에 흑자로 돌아설 수 있다고 내다봤다."),
            ("ko", '추즈창 애널리스트는 "보상안은 법정 기준보다 높다"고 말했다.'),
            ("ko", '허링윈 최고경영자는 사내 서신에서 "내가 내린 가장 쉬운 결정"이라고 썼다.'),
        ),
    ),
    _Story(
        "en",
        (
            "Toronto's transit agency will end its night tram service on 1 May, its board decided on Wednesday.",
            '"We are cutting the emptiest trams, not the safest ones," said board chair Denise Okonkwo.',
            "Night-shift nurse Carla Mendez said the decision would leave her walking forty minutes in the dark.",
            '"They never asked the people who ride at three in the morning," she said.',
            'Councillor Graham Yip called the vote "shameful" and promised to bring the matter to the full council.',
            "Agency chief Peter Lindqvist said the savings, about $9 million a year, would be spent on buses.",
        ),
        (
            ("ko", '데니즈 오콘쿼 이사회 의장은 "가장 안전한 전차가 아니라 가장 텅 빈 전차를 없애는 것"이라고 말했다.'),
            ("ko", '야간 근무 간호사 카를라 멘데스는 "그들은 새벽 3시에 타는 사람들에게 한 번도 묻지 않았다"고 말했다.'),
            ("ko", '그레이엄 입 시의원은 이번 표결이 "부끄러운 일"이라며 시의회 본회의에 이 문제를 올리겠다고 약속했다.'),
        ),
        (
            ("ko", '그레이엄 입 시의원은 이번 표결이 "자랑스러운 일"이라고 했다.'),
            ("ko", '데니즈 오콘쿼 의장은 "가장 텅 빈 전차가 아니라 가장 안전한 전차를 없애는 것"이라고 말했다.'),
            ("ko", '카를라 멘데스는 "그들은 새벽 3시에 타는 사람들에게 먼저 물어봤다"고 말했다.'),
            ("ko", "피터 린드크비스트 청장은 시의회 본회의에 이 문제를 올리겠다고 약속했다."),
            ("ko", "그레이엄 입 시의원은 결정 때문에 어둠 속을 40분이나 걸어야 한다고 말했다."),
            ("en", '"They never asked the people who ride at three in the morning," councillor Graham Yip said.'),
            ("en", 'Board chair Denise Okonkwo said: "We are cutting the safest trams, not the emptiest ones."'),
        ),
    ),
    _Story(
        "en",
        (
            "Danish brewer Holmgaard is recalling 1.2 million bottles of a ginger drink after three of them burst.",
            '"No one has been seriously hurt, and we want to keep it that way," chief executive Anders Falk said.',
            "Consumer watchdog Tine Bruun said the company had known of the fault since March.",
            '"That is simply wrong," Falk replied. "We learned of it last week."',
            "Shop owner Yusuf Demir said he had thrown away 200 bottles and expected to be paid for them.",
        ),
        (
            ("ko", '아네르스 팔크 최고경영자는 "크게 다친 사람은 없고, 앞으로도 그러기를 바란다"고 말했다.'),
            ("ko", '팔크는 "그것은 완전히 틀린 말이다. 우리는 지난주에야 알았다"고 반박했다.'),
            ("ko", "가게 주인 유수프 데미르는 200병을 버렸다며 값을 돌려받기를 기대한다고 했다."),
            ("ko", "티네 브룬은 회사가 3월부터 결함을 알고 있었다고 말했다."),
        ),
        (
            ("ko", '아네르스 팔크 최고경영자는 "한 사람이 크게 다쳤고, 다시는 없어야 한다"고 말했다.'),
            ("ko", '티네 브룬은 "크게 다친 사람은 없고, 앞으로도 그러기를 바란다"고 말했다.'),
            ("en", '"No one has been hurt at all, and we want to keep it that way," chief executive Anders Falk said.'),
        ),
    ),
    _Story(
        "ko",
        (
            "강원 정선군의 마지막 탄광이 30일 문을 닫는다.",
            '42년째 갱도에서 일한 광부 최병국(61) 씨는 "불이 꺼지는 날까지 무사했으니 그걸로 됐다"고 말했다.',
            "허인자 정선군수는 탄광 터에 산림 치유 단지를 짓겠다고 밝혔다.",
            '대한광업공사 노무팀장 구민석 씨는 "남은 인원 전부의 새 일자리를 찾지는 못했다"고 인정했다.',
            '주민 배순덕 씨는 "사람이 떠나면 가게도 학교도 떠난다"고 걱정했다.',
            "강릉대 우상진 교수는 폐광 지원금이 주민에게 직접 돌아가야 한다고 주장했다.",
        ),
        (
            ("en", '"I came through safe until the day the lights went out, and that is enough," said Choi Byung-guk, 61, who worked in the pits for 42 years.'),
            ("en", '"When people leave, the shops and the school leave too," resident Bae Soon-deok worried.'),
            ("ko", "우상진 강릉대 교수는 폐광 지원금이 주민에게 직접 돌아가야 한다고 했다."),
        ),
        (
            ("en", 'Koo Min-seok, a labour manager at the state mining company, said that "we have found new jobs for all of those who remain."'),
            ("en", 'Woo Sang-jin of Gangneung University said: "When people leave, the shops and the school leave too."'),
            ("ko", '허인자 정선군수는 "남은 인원 전부의 새 일자리를 찾지는 못했다"고 인정했다.'),
            ("ko", '광부 최병국 씨는 "불이 꺼지는 날까지 다치기만 했으니 이제 됐다"고 말했다.'),
            ("ko", "구민석 팀장은 탄광 터에 산림 치유 단지를 짓겠다고 밝혔다."),
            ("ko", '배순덕 씨는 "사람이 떠나도 가게와 학교는 남는다"고 말했다.'),
        ),
    ),
    _Story(
        "ja",
        (
            "北海道網走市の流氷観光船「しろくま」が10日、今季の運航を終えた。",
            "船長の佐伯健太さんは「これほど氷の少ない冬は初めてだ」と話す。",
            "運航会社の浅野真理社長は記者団に「値上げはしたくないが、燃料代には勝てない」と語った。",
            "乗客で会社員の長谷川翔さん(33)は「氷は見えなかったけれど、ワシに会えたので満足です」と笑顔を見せた。",
            "市観光課の山下勉課長によれば、客数は昨季の6割にとどまった。",
            "道立海洋研究所の岡本静香研究員は、流氷がさらに減るとの見方を示した。",
        ),
        (
            ("ko", '사에키 겐타 선장은 "이렇게 얼음이 적은 겨울은 처음"이라고 말했다.'),
            ("ko", '아사노 마리 사장은 기자들에게 "값을 올리고 싶지는 않지만 연료비를 당해 낼 수 없다"고 말했다.'),
            ("ko", '승객 하세가와 쇼(33) 씨는 "얼음은 보이지 않았지만 독수리를 만나 만족한다"며 웃었다.'),
            ("ko", "오카모토 시즈카 연구원은 유빙이 더 줄어들 것으로 내다봤다."),
        ),
        (
            ("ko", '사에키 겐타 선장은 "이렇게 얼음이 많은 겨울은 처음"이라고 말했다.'),
            ("ko", '아사노 마리 사장은 기자들에게 "값을 올리고 싶지만 손님이 떠날까 두렵다"고 말했다.'),
            ("ko", '승객 하세가와 쇼(33) 씨는 "얼음도 독수리도 보지 못해 아쉽다"고 했다.'),
            ("ko", "야마시타 쓰토무 과장은 유빙이 더 줄어들 것으로 내다봤다."),
            ("ko", '오카모토 시즈카 연구원은 "이렇게 얼음이 적은 겨울은 처음"이라고 말했다.'),
            ("ko", '사에키 겐타 선장은 "이렇게 바람이 적은 겨울은 처음"이라고 말했다.'),
        ),
    ),
    _Story(
        "ja",
        (
            "静岡県の製紙工場で2日未明に起きた火災で、富士見製紙の倉田誠社長は3日、会見を開いた。",
            "倉田社長は「近隣の皆さまに大変なご迷惑をおかけした」と頭を下げた。",
            "出火原因について、消防の三宅剛署長は「電気系統の可能性が高い」と述べた。",
            "近くに住む主婦の村上幸子さん(58)は「あと10メートルでうちも燃えていた」と振り返った。",
            "従業員の一人は「警報は鳴らなかった」と証言している。",
            "組合の堀内進委員長は、設備の老朽化を何度も会社に訴えたと話した。",
        ),
        (
            ("ko", '구라타 마코토 사장은 "이웃 여러분께 큰 폐를 끼쳤다"며 머리를 숙였다.'),
            ("ko", '미야케 쓰요시 소방서장은 "전기 계통일 가능성이 높다"고 말했다.'),
            ("ko", '무라카미 사치코(58) 씨는 "10m만 더 왔으면 우리 집도 탔을 것"이라고 돌아봤다.'),
            ("ko", '한 직원은 "경보가 울리지 않았다"고 증언했다.'),
        ),
        (
            ("ko", '미야케 쓰요시 소방서장은 "전기 계통이 원인이다"라고 말했다.'),
            ("ko", '한 직원은 "경보가 두 번 울렸다"고 증언했다.'),
            ("ko", "구라타 마코토 사장은 설비가 낡았다고 여러 차례 호소했다고 말했다."),
            ("ko", '호리우치 스스무 위원장은 "이웃 여러분께 큰 폐를 끼쳤다"며 머리를 숙였다.'),
            ("ko", '무라카미 사치코(58) 씨는 "100m만 더 왔으면 우리 집도 탔을 것"이라고 돌아봤다.'),
            ("ko", '구라타 마코토 사장은 "이웃 여러분의 도움으로 큰 피해를 막았다"고 말했다.'),
        ),
    ),
    _Story(
        "zh",
        (
            "杭州一所中学试行无作业周三,引发家长争论。",
            "校长苏文清说:“孩子需要睡眠,不需要更多的试卷。”",
            "初二学生家长胡建华担心成绩下滑,他说:“别的学校不会等我们。”",
            "教育局副局长丁丽娟表示,如果效果良好,明年将推广到全市60所初中。",
            "学生林小雨说,她第一次有时间学吉他。",
            "教育学者魏明哲认为,减少作业不等于减轻压力。",
        ),
        (
            ("ko", '쑤원칭 교장은 "아이들에게 필요한 것은 더 많은 시험지가 아니라 잠"이라고 말했다.'),
            ("ko", '학부모 후젠화는 성적이 떨어질까 걱정하며 "다른 학교는 우리를 기다려 주지 않는다"고 말했다.'),
            ("ko", "교육학자 웨이밍저는 숙제를 줄인다고 압박이 줄어드는 것은 아니라고 봤다."),
        ),
        (
            ("ko", '쑤원칭 교장은 "아이들에게 필요한 것은 잠이 아니라 더 많은 시험지"라고 말했다.'),
            ("ko", '학부모 후젠화는 "다른 학교도 우리를 기다려 줄 것"이라고 말했다.'),
            ("ko", '딩리쥐안 부국장은 "다른 학교는 우리를 기다려 주지 않는다"고 말했다.'),
            ("ko", '쑤원칭 교장은 "아이들에게 필요한 것은 더 많은 시험지가 아니라 운동"이라고 말했다.'),
        ),
    ),
    _Story(
        "en",
        (
            "LIMA — Peru's women's volleyball team beat Brazil for the first time in 31 years on Saturday.",
            '"Nobody believed in us except my mother," captain Rosa Quispe laughed after the match.',
            'Coach Hiroshi Tanabe, who took over in January, said his players had been "fearless and a little lucky."',
            "Brazil's coach, Paulo Meirelles, blamed a long flight and said his side would win the rematch.",
            '"They deserved it. We were asleep for two sets," Brazilian setter Julia Prado admitted.',
        ),
        (
            ("ko", '로사 키스페 주장은 경기 뒤 "어머니 말고는 아무도 우리를 믿지 않았다"며 웃었다.'),
            ("ko", '브라질 세터 줄리아 프라두는 "그들은 이길 자격이 있었다. 우리는 두 세트 동안 잠들어 있었다"고 인정했다.'),
            ("ko", "파울루 메이렐리스 감독은 긴 비행을 탓하며 재대결에서는 이길 것이라고 했다."),
        ),
        (
            ("ko", '다나베 히로시 감독은 선수들이 "겁을 먹었고 운도 없었다"고 말했다.'),
            ("ko", '줄리아 프라두는 "우리는 두 세트 내내 깨어 있었다"고 말했다.'),
            ("ko", "다나베 히로시 감독은 긴 비행을 탓하며 재대결에서는 이길 것이라고 했다."),
            ("ko", '파울루 메이렐리스 감독은 "그들은 이길 자격이 있었다"고 인정했다.'),
            ("en", '"We deserved it. They were asleep for two sets," Brazilian setter Julia Prado said.'),
            ("en", "Brazil's coach, Paulo Meirelles, said: \"Nobody believed in us except my mother.\""),
        ),
    ),
    _Story(
        "ko",
        (
            "국립해양생물자원관이 동해에서 신종 해마를 찾아냈다고 11일 발표했다.",
            '연구를 이끈 피해원 박사는 "크기는 손톱만 하지만 색은 산호보다 화려하다"고 설명했다.',
            "공동 저자인 호주 국립대의 사이먼 켈리 교수는 서식지를 당분간 공개하지 않겠다고 말했다.",
            '어민 단체의 추성호 회장은 "보호구역으로 묶이면 우리는 어디서 그물을 던지느냐"고 물었다.',
            "환경부 반지윤 과장은 보호구역 지정은 아직 검토하지 않고 있다고 선을 그었다.",
        ),
        (
            ("en", '"It is the size of a fingernail but its colours are more brilliant than coral," explained Pi Hae-won, who led the study.'),
            ("en", "Chu Seong-ho, who heads a fishermen's group, asked: \"If it becomes a protected area, where are we to cast our nets?\""),
            ("en", "Simon Kelly of the Australian National University said they would not disclose the habitat for the time being."),
        ),
        (
            ("en", '"It is the size of a hand but its colours are more brilliant than coral," explained Pi Hae-won, who led the study.'),
            ("en", '"It is the size of a fingernail but its colours are duller than coral," explained Pi Hae-won.'),
            ("en", "Pi Hae-won said the habitat would not be disclosed for the time being."),
            ("en", 'Ban Ji-yoon of the environment ministry asked: "Where are we to cast our nets?"'),
            ("en", "Chu Seong-ho said that designating a protected area was not being considered yet."),
            ("ko", '추성호 회장은 "보호구역으로 묶여도 우리는 그물을 던질 곳이 있다"고 말했다.'),
            ("ko", '피해원 박사는 "크기는 손톱만 하고 색은 모래처럼 수수하다"고 설명했다.'),
        ),
    ),
    _Story(
        "en",
        (
            "BRUSSELS — EU ministers failed again on Tuesday to agree on a ban on disposable vapes.",
            '"We have lost a year, and children are paying the price," Irish health minister Aoife Brennan told reporters.',
            "Hungary's delegate, Gabor Szente, said that a ban would only feed smugglers.",
            "\"I don't rule out a deal in June,\" said Marta Lindqvist, who chaired the meeting.",
            'Lobbyist Dirk Hoven welcomed the delay as "a victory for common sense."',
        ),
        (
            ("ko", '이파 브레넌 아일랜드 보건장관은 기자들에게 "우리는 1년을 잃었고, 그 대가는 아이들이 치르고 있다"고 말했다.'),
            ("ko", '회의를 주재한 마르타 린드크비스트는 "6월 합의를 배제하지 않는다"고 말했다.'),
            ("ko", '로비스트 디르크 호번은 이번 지연을 "상식의 승리"라며 반겼다.'),
            ("ko", "가보르 센테 헝가리 대표는 금지 조치가 밀수꾼만 살찌울 것이라고 말했다."),
        ),
        (
            ("ko", '로비스트 디르크 호번은 이번 지연을 "상식의 패배"라고 불렀다.'),
            ("ko", '가보르 센테 헝가리 대표는 이번 지연을 "상식의 승리"라며 반겼다.'),
            ("ko", "이파 브레넌 장관은 금지 조치가 밀수꾼만 살찌울 것이라고 말했다."),
            ("ko", '디르크 호번은 "우리는 1년을 잃었고, 그 대가는 아이들이 치르고 있다"고 말했다.'),
            ("en", "Hungary's delegate, Gabor Szente, said: \"I don't rule out a deal in June.\""),
            ("en", '"We have lost a year, and companies are paying the price," Irish health minister Aoife Brennan told reporters.'),
        ),
    ),
)  # fmt: skip
_MISSED = (
    ("Karel de Wit", "카럴 더빗 이사는 일자리 84개 가운데 절반이 사라질까 걱정했다."),
    ("岩本達也", '이와모토 다쓰야 사장은 "젊은 도지를 키우지 못한 것이 아쉬울 뿐 누구의 책임도 아니다"라고 말했다.'),
    ("何佳怡", '허자이 책임자는 "자리가 모자라면 일부 동물은 포기할 수밖에 없다"고 말했다.'),
    ("追加合格となった女性", '추가 합격한 여성(19)은 "늦었지만 합격해서 기쁘다"고 했다.'),
    ("村上幸子", '무라카미 사치코(58) 씨는 "10m만 더 왔으면 우리 가게도 탔을 것"이라고 돌아봤다.'),
)
"""A speaker, and an alteration that a rule strict enough to hold it would pay for with true quotations of real news."""


def _is_supported(story: _Story, language: str, claim: str) -> bool:
    return check_claim(claim, (ClaimSource("a", "\n".join(story.text), story.language, _AT),), language).supported


@pytest.mark.parametrize(("story", "language", "claim"), [(one, *claim) for one in _STORIES for claim in one.true])
def test_what_a_speaker_says_stands(story: _Story, language: str, claim: str) -> None:
    assert _is_supported(story, language, claim)


@pytest.mark.parametrize(("story", "language", "claim"), [(one, *claim) for one in _STORIES for claim in one.false])
def test_altered_words_and_another_speaker_are_held(story: _Story, language: str, claim: str) -> None:
    assert not _is_supported(story, language, claim)


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="as much of a true quotation may be lost in a free translation"
)
@pytest.mark.parametrize(("speaker", "claim"), _MISSED)
def test_altered_words_that_are_not_held(speaker: str, claim: str) -> None:
    story = next(one for one in _STORIES if any(speaker in sentence for sentence in one.text))
    assert not _is_supported(story, "ko", claim)
