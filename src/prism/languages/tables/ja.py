"""Japanese."""

from __future__ import annotations

import re

from prism.languages.tables.shape import LanguageTable, NumberHabits

TABLE = LanguageTable(
    language="ja",
    registers=(
        ("desumasu", re.compile(r"(?:です|ます|ました|ません|でした|ましょう|ください|ですか|ますか)$")),
        ("dearu", re.compile(r"(?:る|た|だ|い|う|く|す|つ|む|ぶ|ぬ|ぐ|か)$")),
    ),
    hedges=re.compile(
        r"とみられ|と見られ|可能性|見通し|見込み|模様|かもしれ|だろう|ようだ|らしい|方針|予定|検討|恐れ|おそれ|とされ|推定"
    ),
    negations=re.compile(r"ない|なかった|なく|ません|ず[、。に]|ぬ|否定|拒否|反対|未"),
    numbers=NumberHabits(
        scales={"万": 10**4, "億": 10**8, "兆": 10**12, "千": 1000, "百": 100},
        units={
            "人": ("person", "count"),
            "％": ("percent", "percent"),
            "%": ("percent", "percent"),
            "円": ("JPY", "money"),
            "ドル": ("USD", "money"),
        },
    ),
)
