"""Verbs that tell that one thing has made another what it is, and words that leave open whether it has."""

from __future__ import annotations

import re
from collections.abc import Mapping

_MAKES: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:cuts?|reduce[sd]?|lower(?:s|ed)|raise[sd]?|boost(?:s|ed)?|improve[sd]?|increase[sd]? (?=the|their|its|pupil|student|sales|yield|risk)|help(?:s|ed)|"
        r"prevent(?:s|ed)?|protect(?:s|ed)?|drove (?:up|down)|push(?:es|ed) (?:up|down)|slash(?:es|ed)?|curb(?:s|ed)?|ma(?:de|kes) (?=\w+ (?:\w+ )?(?:more|less|better|worse|likelier))|"
        r"slow(?:s|ed) (?=the|their|its)|worsen(?:s|ed)? (?=the|their|its)|harm(?:s|ed)|damage[sd])\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?:줄[였인여이]|낮[췄춘추춰]|높[였인여이]|끌어올[렸린려]|끌어내[렸린려]|늘[렸린려]|개선[했한]|키[웠운]|(?:증가|감소|향상|악화|약화|강화|단축|완화|상승|하락)시[켰킨켜키]|앞당[겼긴]|늦[췄춘])(?=[가-힣]{0,3}(?:다|는|고|며|[ ,]))|도움[이을] (?:됐|된|됨|줬)|효과를 (?:냈|거[뒀둔]|봤|보였)"
    ),
    "ja": re.compile(
        r"(?:減ら|下げ|高め|押し上げ|押し下げ|増や|改善させ|向上させ|低下させ|悪化させ|防い|抑え)(?:した|し|た|る|て|す)"
    ),
    "zh": re.compile(r"(?:降低|减少|提高|提升|改善|促进|拉低|推高|防止|加快|减缓)了"),
}
_OPEN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:not|n['’]t|unclear|un(?:known|able)|impossible|too early|cannot)\b[^.;]{0,45}?\b(?:whether|if|prove[ns]?|establish|caus(?:e[sd]?|al|ation)|how (?:much|far))\b|"
        r"\b(?:correlat\w+|coinciden\w+|associat(?:ed with|ions? between)|no (?:proof|evidence|causal))\b|\bdoes not mean\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?:때문|영향|효과|덕분|탓|관련|연관|인과|상관)[가-힣]{0,8} ?[^.]{0,24}?(?:않|모르|모른|알 수 없|불분명|단정|입증|확인되지|밝혀지지|판단|이르다)"
    ),
    "ja": re.compile(
        r"(?:かどうか|因果|影響|効果|関係|関連)[^。]{0,22}?(?:不明|わから|分から|判断でき|言え|断定|確認でき|確認され|証明|示され|明らかでは|明らかになって)"
    ),
    "zh": re.compile(
        r"(?:是否|因果|关联|关系|影响|有关)[^。；]{0,18}?(?:不明|尚不|未|无法|無法|难以|有待|不能|不等于|仍需)|(?:无法|不能|难以|尚不能)[^。；]{0,8}?(?:证明|说明|确定|断定|判断)[^。；]{0,6}?(?:是|因|与)"
    ),
}  # fmt: skip


def makes(text: str, language: str) -> re.Match[str] | None:
    """The first verb that tells that one thing has made another more, less, better or worse ("cut", 끌어올렸다, 降低了)."""
    pattern = _MAKES.get(language)
    return pattern.search(text) if pattern else None


def leaves_open(text: str, language: str) -> re.Match[str] | None:
    """What says that it is not known, or not shown, whether one thing has made another so ("cannot show whether", 효과인지 알 수 없다)."""
    pattern = _OPEN.get(language)
    return pattern.search(text) if pattern else None
