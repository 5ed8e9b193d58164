"""Korean."""

from __future__ import annotations

import re

from prism.languages.tables.shape import LanguageTable, NumberHabits

TABLE = LanguageTable(
    language="ko",
    registers=(
        ("hapsyo", re.compile(r"(?:니다|니까|십시오|시오)$")),
        ("haeyo", re.compile(r"(?:요|죠)$")),
        ("haera", re.compile(r"(?:다|는가|은가|ㄴ가|인가|느냐|냐|라|자|까)$")),
    ),
    hedges=re.compile(
        r"것으로 (?:보인다|전망|예상|추정|알려|전해|관측|풀이|해석)|듯하|듯 하|수 있|가능성|전망(?:이|된|했)|추정|예상|검토|할 계획|할 예정|방침|모양이다|잠정|것 같"
    ),
    negations=re.compile(r"않|못하|못했|(?<![가-힣])(?:안|못) [가-힣]|아니|없|부인|거부|반박|반대"),
    numbers=NumberHabits(
        scales={"만": 10**4, "억": 10**8, "조": 10**12},
        units={
            "명": ("person", "count"),
            "퍼센트": ("percent", "percent"),
            "%": ("percent", "percent"),
            "원": ("KRW", "money"),
            "달러": ("USD", "money"),
        },
    ),
)
