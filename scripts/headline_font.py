"""How `src/prism/editions/pictures/headline.woff2` was made, so that it can be made again.

    python scripts/headline_font.py PretendardJP-Bold.otf OUT.woff2

Takes one weight of Pretendard JP 1.3.9 (npm package `pretendard-jp`, SIL Open Font License 1.1) and keeps what headlines in ko, ja
and in Latin and Cyrillic letters need: all Hangul syllables, the characters of EUC-KR and EUC-JP, Latin, Cyrillic, marks. The licence
reserves the name Pretendard for the unmodified font, so the subset has another one. Needs fonttools and brotli.
"""

from __future__ import annotations

import sys

from fontTools import subset  # type: ignore[import-not-found]  # needed once, and not installed with the rest
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

RANGES = (
    *((0x20, 0x24F), (0x400, 0x45F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x21FF)),
    *((0x3000, 0x30FF), (0xAC00, 0xD7A3), (0xFF00, 0xFFEF)),
)
NAMES = {
    0: "Copyright (c) 2021, Kil Hyung-jin (https://github.com/orioncactus/pretendard); portions Copyright 2014-2021 Adobe, "
    "2016 The Inter Project Authors, 2021 The M+ FONTS Project Authors",
    1: "Prism Headline",
    2: "Bold",
    3: "PrismHeadline-Bold-1",
    4: "Prism Headline Bold",
    6: "PrismHeadline-Bold",
    13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
    14: "https://openfontlicense.org",
}


def characters() -> set[int]:
    found = {code for first, last in RANGES for code in range(first, last + 1)}
    for encoding in ("euc_kr", "euc_jp"):
        for lead in range(0xA1, 0xFF):
            for trail in range(0xA1, 0xFF):
                text = bytes([lead, trail]).decode(encoding, "ignore")
                found.update(map(ord, text))
    return found


def main() -> None:
    source, target = sys.argv[1:3]
    font = TTFont(source)
    options = subset.Options()
    options.layout_features = ["kern", "ccmp", "mark", "mkmk"]
    options.hinting = False
    options.name_IDs = []
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    for number, text in NAMES.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [NAMES[6]]
    cff.topDictIndex[0].FamilyName, cff.topDictIndex[0].FullName = NAMES[1], NAMES[4]
    font["head"].modified = font["head"].created
    font.flavor = "woff2"
    font.save(target)


if __name__ == "__main__":
    main()
