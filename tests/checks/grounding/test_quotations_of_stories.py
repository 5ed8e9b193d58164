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
            ("ko", '이와모토 다쓰야 사장은 "젊은 도지를 키우지 못한 것이 아쉬울 뿐 누구의 책임도 아니다"라고 말했다.'),
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
            ("ko", '허자이 책임자는 "자리가 모자라면 일부 동물은 포기할 수밖에 없다"고 말했다.'),
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
            ("ko", "카럴 더빗 이사는 일자리 84개 가운데 절반이 사라질까 걱정했다."),
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
            ("ko", '추가 합격한 여성(19)은 "늦었지만 합격해서 기쁘다"고 했다.'),
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
)  # fmt: skip


def _is_supported(story: _Story, language: str, claim: str) -> bool:
    return check_claim(claim, (ClaimSource("a", "\n".join(story.text), story.language, _AT),), language).supported


@pytest.mark.parametrize(("story", "language", "claim"), [(one, *claim) for one in _STORIES for claim in one.true])
def test_what_a_speaker_says_stands(story: _Story, language: str, claim: str) -> None:
    assert _is_supported(story, language, claim)


@pytest.mark.parametrize(("story", "language", "claim"), [(one, *claim) for one in _STORIES for claim in one.false])
def test_altered_words_and_another_speaker_are_held(story: _Story, language: str, claim: str) -> None:
    assert not _is_supported(story, language, claim)
