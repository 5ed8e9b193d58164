"""How a language tells a part of a number of things: four of the nine villages, 마을 9곳 중 4곳, 3カ所のうち2カ所, 三座中的一座."""

from __future__ import annotations

import re
from collections.abc import Mapping

BEFORE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:half|most|some|several|a few|few|many|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|\d[\d,.]*%?|(?:a|one|two|three)[- ](?:third|quarter|fifth|half)s?|percent|per cent|majority)"
        r"(?: [a-z]+)? (?:out )?of (?:(?:the|its|their|his|her|our|these|those|about|some|roughly|more than|\w+['’]s?) ){0,3}$|(?-i:\bOf) (?:the |its |their |those |these )?$",
        re.IGNORECASE,
    ),
    "de": re.compile(r"\b(?:\w+) (?:von|der|von den|von insgesamt) $"),
}
"""What stands before the number of the whole where the part is told first."""
BEHIND: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(
        r"[가-힣·]{0,2}[^.\d]{0,24}, (?:이 ?|그 ?)(?:가운데|중) [^,.]{0,12}?\d|"
        r"[가-힣·]{0,2}(?: [가-힣]{1,6}){0,2}?[ ,]?(?<![가-힣])(?:가운데|중(?:에서?)?)(?:의|에)?(?= ),? (?![^,.]{0,8}(?:가장|최|유일|[가-힣]+ 번째|\d+위))[^,.]{0,18}?(?:\d|하나|일부|절반|대부분|대다수|과반|분의|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?[가-힣])"
    ),
    "ja": re.compile(
        r"[^。\d]{0,16}、(?:この|その)?うち[^、。]{0,10}?\d|"
        r"(?:の?[^\s、。\d]{0,6}?)(?:のうち|中|の中で)(?:の|、)?(?!最)[^、。]{0,10}?(?:\d|一部|半数|大半|過半|[一二三四五六七八九十](?=[^一-鿿]|[人社校店棟戸件名カか割]))"
    ),
    "zh": re.compile(
        r"[^。\d]{0,12}[，,]其中[^，。]{0,8}?(?:\d|[一二两三四五六七八九十](?=[成名家个座所辆只人位]))|"
        r"[一-鿿]{0,8}?(?:中|当中|之中|里)(?:的|有|，|,)?(?!最)[^，。]{0,5}?(?:\d|[一二两三四五六七八九十](?=[成名家个座所辆只人位])|部分|半数|过半|大多数)"
    ),
}
"""What stands behind the number of the whole up to its part, where the whole is told first."""
BOTH = re.compile(
    r"\bboth\b|둘 다|두 (?:명|곳|사람|척|대|건|개) (?:모두|다)|両方|両者とも|两[人名个家座]都", re.IGNORECASE
)
"""What says of two things that it is told of each."""
