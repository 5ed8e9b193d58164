"""The outlets and articles that the sample story rests on. All of it is invented."""

from __future__ import annotations

from collections.abc import Sequence

from prism.model import Use

SOURCES: Sequence[tuple[str, str, str, str, str, Use]] = (
    ("hanbit", "한빛일보", "ko", "KR", "한빛미디어", Use.FULL),
    ("saebyeok", "새벽통신", "ko", "KR", "새벽통신 협동조합", Use.EXCERPT),
    ("meridian", "The Meridian Post", "en", "GB", "Meridian Trust", Use.FULL),
    ("harborwire", "Harbor Wire", "en", "US", "", Use.FULL),
    ("aoba", "青葉新聞", "ja", "JP", "青葉新聞社", Use.FULL),
    ("chenjiang", "晨江日报", "zh", "CN", "", Use.FULL),
    ("hafenblatt", "Hafenblatt", "de", "DE", "Hafenblatt Genossenschaft", Use.LINK),
)

ARTICLES: Sequence[tuple[str, str, int, str, Sequence[str]]] = (
    (
        "meridian",
        "en",
        0,
        "Cargo ship strikes Solveig Bridge, closing Port Meridia’s main crossing",
        (
            "A cargo ship struck a pier of the Solveig Bridge in Port Meridia early on Friday, and the city closed its main crossing to all traffic.",
            "Harbour master Ida Brandt said 14 people on the bridge were taken to hospital, none with injuries that threaten their lives.",
            "The ship, the 190-metre Corvane, had reported a loss of steering eleven minutes before the collision.",
            "Brandt said the figures were provisional.",
        ),
    ),
    (
        "hanbit",
        "ko",
        95,
        "포트메리디아 솔베이그 다리에 화물선 충돌…17명 다쳐",
        (
            "20일 새벽 포트메리디아의 솔베이그 다리 교각에 화물선이 부딪혀 다리 통행이 전면 중단됐다.",
            "현지 소방당국은 다리 위에 있던 17명이 병원으로 옮겨졌으며 생명이 위독한 사람은 없다고 밝혔다.",
            "항만 당국은 길이 190m 화물선 코르베인호가 충돌 11분 전 조타 이상을 신고했다고 설명했다.",
            "이다 브란트 항만청장은 다리를 다시 여는 데 적어도 3주가 걸릴 것이라고 말했다.",
        ),
    ),
    (
        "saebyeok",
        "ko",
        140,
        "솔베이그 다리 통제로 출근길 도선 이용 두 배",
        (
            "솔베이그 다리가 막히면서 금요일 포트메리디아의 도선 이용객이 평소의 두 배인 4만 1000명으로 늘었다.",
            "시는 임시 도선 6척을 더 투입하기로 했다.",
        ),
    ),
    (
        "harborwire",
        "en",
        150,
        "Cargo ship strikes Solveig Bridge, closing Port Meridia’s main crossing",
        (
            "A cargo ship struck a pier of the Solveig Bridge in Port Meridia early on Friday, and the city closed its main crossing to all traffic.",
        ),
    ),
    (
        "aoba",
        "ja",
        200,
        "ソルベイグ橋に貨物船衝突、17人搬送　ポートメリディア",
        (
            "ポートメリディアのソルベイグ橋の橋脚に20日未明、貨物船コルベインが衝突し、橋は全面通行止めとなった。",
            "地元消防は橋の上にいた17人が病院に運ばれ、命に別状はないと発表した。",
            "港湾当局によると、船は衝突の11分前に操舵の異常を通報していた。",
            "イダ・ブラント港湾長は、通行再開まで少なくとも3週間かかるとの見通しを示した。",
        ),
    ),
    (
        "chenjiang",
        "zh",
        260,
        "货轮撞上索尔维格大桥 14人送医",
        ("一艘货轮20日凌晨撞上梅里迪亚港索尔维格大桥的桥墩，14人被送往医院。",),
    ),
    (
        "hafenblatt",
        "de",
        300,
        "Frachter rammt Solveig-Brücke in Port Meridia",
        ("Ein Frachter hat am frühen Freitag einen Pfeiler der Solveig-Brücke gerammt.",),
    ),
    (
        "meridian",
        "en",
        1560,
        "Solveig Bridge to stay shut for at least three weeks, harbour master says",
        (
            "The Solveig Bridge will stay closed for at least three weeks while divers examine the damaged pier, harbour master Ida Brandt said on Saturday.",
            "Investigators have recovered the voyage data recorder of the Corvane.",
            "Ferries carried 41,000 passengers on Friday, twice the usual number.",
            "It is not known who was at the helm when the steering failed.",
        ),
    ),
)
