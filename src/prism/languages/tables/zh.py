"""Chinese, simplified and traditional."""

from __future__ import annotations

import re

from prism.languages.tables.shape import LanguageTable, NumberHabits

TABLE = LanguageTable(
    language="zh",
    hedges=re.compile(
        r"可能|或许|或許|也许|也許|据称|據稱|据报|據報|预计|預計|估计|估計|料将|料將|有望|拟|擬|计划|計劃|考虑|考慮|疑似|涉嫌|初步|似乎|恐"
    ),
    negations=re.compile(r"不|没|沒|未|无|無|否认|否認|拒绝|拒絕|非(?!洲|常)|反对|反對"),
    numbers=NumberHabits(
        scales={"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "千": 1000, "百": 100},
        units={
            "人": ("person", "count"),
            "%": ("percent", "percent"),
            "％": ("percent", "percent"),
            "元": ("CNY", "money"),
            "美元": ("USD", "money"),
        },
    ),
)
