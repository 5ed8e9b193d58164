"""Who says what in a sentence: the verbs and frames of speech of each language, their speaker, and the part that is said.

A frame is a pattern: "according to X", X에 따르면, Xによると, 据X, "laut X"; or a verb of speech with its subject before it ("X said
that …", X는 …다고 말했다) or behind it ("…", said X). The speaker is given as the words that stand there, title and all; telling
which name is meant is left to whoever compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from prism.languages.mentions import NameMention
from prism.languages.names import names
from prism.languages.quotations import quotations
from prism.languages.spans import meets
from prism.languages.tables import table_for


@dataclass(frozen=True, slots=True)
class Speech:
    """One saying.

    Attributes:
        speaker: who says it, as it stands, without particle; "" where the sentence does not tell.
        start: offset of the speaker's first character.
        end: offset behind its last.
        verb: span of the verb or frame.
        said: span of what is said.
        direct: whether it is (or holds) a quotation.
    """

    speaker: str
    start: int
    end: int
    verb: tuple[int, int]
    said: tuple[int, int]
    direct: bool


@dataclass(frozen=True, slots=True)
class SpeechHabits:
    """How a language tells who speaks.

    Attributes:
        verbs: pattern of verbs of speech with what marks the end of what is said.
        subject: pattern whose group "who" is a subject phrase.
        frames: patterns with the group "who" that stand without a verb ("according to").
        behind: pattern of a subject behind the verb, or None.
        pronouns: speakers that are named elsewhere.
        last: whether the subject that stands nearest to the verb speaks (else the first one).
    """

    verbs: re.Pattern[str]
    subject: re.Pattern[str]
    frames: tuple[re.Pattern[str], ...]
    behind: re.Pattern[str] | None
    pronouns: re.Pattern[str]
    last: bool = False


_KO_SAY = (
    r"(?:말[했하한]|밝[혔히힌]|전[했하한]|주장|강조|지적|설명|비판|비난|반박|덧붙|평가|평했|사과|호소|경고|촉구|발표|언급|시인|인정|부인|약속|토로|"
    r"답[했하한]|맞[섰서선]|진단|분석|전망|내다[봤보본]|우려|질타|규탄|해명|항변|소개|회고|털어놓|당부|예고|통보|보고|보도|요구|명령|지시|역설|선언|단언|자평|불평|성토|"
    r"[했한해](?=[다고으지.])(?!다[고며면])|적[었은]|썼)"
)
_EN_SAY = (
    r"(?:sa(?:id|ys?|ying)|told|tells|add(?:ed|s)|call(?:ed|s)(?! (?:for|off|on)\b)|argu(?:ed|es)|claim(?:ed|s)|insist(?:ed|s)|warn(?:ed|s)|accus(?:ed|es)|blam(?:ed|es)|critici[sz](?:ed|es)|complain(?:ed|s)|"
    r"den(?:ied|ies)|replied|counter(?:ed|s)|respond(?:ed|s)|announc(?:ed|es)|stat(?:ed|es)|explain(?:ed|s)|not(?:ed|es)|wr(?:ote|ites)|acknowledg(?:ed|es)|"
    r"admit(?:ted|s)|pledg(?:ed|es)|promis(?:ed|es)|urg(?:ed|es)|describ(?:ed|es)|confirm(?:ed|s)|report(?:ed|s)|estimat(?:ed|es)|declar(?:ed|es)|demand(?:ed|s)|"
    r"prais(?:ed|es)|dismiss(?:ed|es)|apologi[sz](?:ed|es)|testif(?:ied|ies)|predict(?:ed|s)|stress(?:ed|es)|suggest(?:ed|s)|comment(?:ed|s)|"
    r"recall(?:ed|s)|order(?:ed|s)(?= (?:everyone|people|residents|him|her|them|that|the \w+ to|all)\b)|conced(?:ed|es)|maintain(?:ed|s)|contend(?:ed|s)|alleg(?:ed|es)|vow(?:ed|s)|objected|retorted|remarked|laugh(?:ed|s)(?! (?:at|off)\b)|jok(?:ed|es)|sigh(?:ed|s)|shrug(?:ged|s)|quip(?:ped|s)|shout(?:ed|s)(?! (?:at|down)\b)|(?<=[”\"] )ask(?:ed|s)|observed|believes?|put it)"
)
_DE_SAY = (
    r"(?:sag(?:te|t|ten|en)|erklär(?:te|t|ten|en)|kritisier(?:te|t|ten)|warf|wirft|betonte?|warn(?:te|t)|teilte|mitgeteilt|behaupte(?:te|t)|versicher(?:te|t)|fügte|"
    r"bezeichne(?:te|t)|nann(?:te|ten)|nennt|antworte(?:te|t)|kündigte|räumte|bestätig(?:te|t)|forder(?:te|t)|beton(?:te|t)|schrieb|wies|berichte(?:te|t)|sprach|spricht)"
)
_JA_SAY = r"(?:述べ|語っ|語り|話し|話す|説明|主張|指摘|批判|非難|強調|訴え|反論|言っ|言い|いう|答え|発表|明らかに|コメント|認め|否定|警告|謝罪|求め|見て|みて|し(?:ている|ており|た)(?=[。、]|$)|伝え|報じ|述懐|振り返)"
_ZH_SAY = (
    r"(?:表示|指出|认为|認為|强调|強調|批评|批評|指责|指責|回应|回應|反驳|反駁|坦言|宣布|透露|解释|解釋|警告|呼吁|呼籲|介绍|介紹|坚称|堅稱|写道|寫道|补充|補充|承认|承認|否认|否認|(?<![责責])(?:声明|聲明)|抱怨|质疑|質疑|主张|主張|评价|預計|预计|"
    r"(?<![传传据聽听])[说說](?!明|法|服)|(?<![名职简號号])[称稱](?!为|為|号|號|赞|讚))"
)
_ES_SAY = r"(?:dijo|afirmó|declaró|aseguró|señaló|explicó|añadió|criticó|acusó|negó|advirtió|anunció|sostuvo|indicó|admitió|reconoció)"
_FR_SAY = r"(?:a (?:dit|déclaré|affirmé|assuré|indiqué|expliqué|ajouté|critiqué|accusé|nié|averti|annoncé|reconnu|admis|estimé|dénoncé))"
_EN_WHO = r"(?P<who>[^,;:.“”\"]{2,80}?)"

HABITS: Mapping[str, SpeechHabits] = {
    "ko": SpeechHabits(
        verbs=re.compile(
            rf"(?:(?<=[\"”’'」])\s?(?:이?라고|이?라[며면]서?|고|며|면서)|(?<=[다라자냐마려])(?:고|며|면서))도?\s(?:(?!\S*[다라자냐]고\s)[^\s,.\"“”]+\s){{0,4}}?(?:{_KO_SAY}|봤|판단|보고)[가-힣]*"
            rf"|(?<=[\"”’'」])\s?(?:이?라[고며]|고|며|면서)(?=[\s,])|(?<=[다라])며(?=[\s,])"
        ),
        subject=re.compile(
            r"(?<![^\s,.])(?P<who>(?:[^\s,.\"“”]+ ){0,4}?[^\s,.\"“”]+?)(?<![대관]해)(?<![대관]해서)(?<!에게)(?<!에)(?<!으로)(?:께서는|께서|은|는|이|가|도)(?=[\s,])"
        ),
        frames=(re.compile(r"(?P<who>(?:[^\s,.\"“”]+ ){0,3}[^\s,.\"“”]+?)에 (?:따르면|의하면)"),),
        behind=None,
        pronouns=re.compile(r"^(?:그|그녀|그들|이들|자신)$"),
    ),
    "en": SpeechHabits(
        verbs=re.compile(rf"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbe )(?<!\bbeing )\b{_EN_SAY}\b"),
        subject=re.compile(r"(?P<who>(?:[^;:.“”\"]|(?<=\d)\.(?=\d)){2,160}?)\s*$"),
        frames=(re.compile(r"\b[Aa]ccording to (?P<who>[^,;:.“”\"]{2,90})"), re.compile(r"\b[Ii]n the words of (?P<who>[^,;:.]{2,60})")),
        behind=re.compile(r"\s(?P<who>(?!that\b|in\b|on\b|it\b|he\b|she\b|they\b|the two\b|there\b|at\b)[^,;:.“”\"]{2,90})"),
        pronouns=re.compile(r"^(?:he|she|they|it|who|we|i|the (?:two|latter|former))$", re.IGNORECASE),
        last=True,
    ),
    "de": SpeechHabits(
        verbs=re.compile(rf"\b{_DE_SAY}\b"),
        subject=re.compile(r"(?P<who>[^;:.“”„\"]{2,120}?)\s*$"),
        frames=(
            re.compile(r"\b(?:[Ll]aut|[Nn]ach Angaben (?:von|der|des)|[Nn]ach Darstellung (?:von|der|des)) (?P<who>[^,;:.]{2,60}?)(?= (?:ist|sind|hat|haben|war|waren|wird|werden|wurde|wurden|soll|sollen)\b|[,.])"),
            re.compile(r"(?:^|, )(?P<who>[^,;:.“”„\"]{2,60}) zufolge\b"),
        ),
        behind=re.compile(r"\s(?P<who>(?!dass\b|am\b|in\b|im\b|er\b|sie\b|es\b|sich\b|man\b)[^,;:.“”„\"]{2,90})"),
        pronouns=re.compile(r"^(?:er|sie|es|man|der|die|wir|ich)$", re.IGNORECASE),
        last=True,
    ),
    "ja": SpeechHabits(
        verbs=re.compile(rf"(?:(?:と|との)[^。「」、をと]{{0,14}}?{_JA_SAY}|ことを[^。、を]{{0,6}}?(?:明らかに|認め|発表)|(?<=[」』])(?:と|。?$))"),
        subject=re.compile(r"(?P<who>[^。、「」\s]{1,40}?)(?:は|が|も)(?=[^。]|$)"),
        frames=(re.compile(r"(?P<who>[^。、「」]{1,40}?)に(?:よると|よれば)"),),
        behind=None,
        pronouns=re.compile(r"^(?:彼|彼女|彼ら|同氏|氏|自身|同社)$"),
    ),
    "zh": SpeechHabits(
        verbs=re.compile(_ZH_SAY),
        subject=re.compile(r"(?P<who>[^。；：，,“”「」]{1,40}?)\s*$"),
        frames=(
            re.compile(r"(?<![数數证證占依])(?:根据|根據|据|據)(?P<who>[^。，；：的]{2,24}?)(?:介绍|介紹|报道|報道|報導|称|稱|说|說|表示|透露|统计|統計)?[，,]"),
            re.compile(r"在(?P<who>[^。，；：]{2,20})看来"),
        ),
        behind=None,
        pronouns=re.compile(r"^(?:他|她|他们|她们|他們|它|其|该公司|該公司)(?:还|還|也)?$|^(?:并且?|同时|同時|还|還|而|則|则|也|并还)$"),
        last=True,
    ),
    "es": SpeechHabits(
        verbs=re.compile(rf"\b{_ES_SAY}\b"),
        subject=re.compile(r"(?P<who>[^;:.“”«»\"]{2,120}?)\s*$"),
        frames=(re.compile(r"\b[Ss]egún (?P<who>[^,;:.]{2,80})"),),
        behind=re.compile(r"\s(?P<who>(?!que\b|en\b|el \w+es\b)[^,;:.“”«»\"]{2,90})"),
        pronouns=re.compile(r"^(?:él|ella|ellos|ellas|quien)$", re.IGNORECASE),
        last=True,
    ),
    "fr": SpeechHabits(
        verbs=re.compile(rf"\b{_FR_SAY}\b"),
        subject=re.compile(r"(?P<who>[^;:.“”«»\"]{2,120}?)\s*$"),
        frames=(re.compile(r"\b[Ss]elon (?P<who>[^,;:.]{2,80})"), re.compile(r"\b[Dd]'après (?P<who>[^,;:.]{2,80})")),
        behind=re.compile(r"\s(?P<who>(?!qu[e']|en\b|à\b)[^,;:.“”«»\"]{2,90})"),
        pronouns=re.compile(r"^(?:il|elle|ils|elles|on|qui)$", re.IGNORECASE),
        last=True,
    ),
}  # fmt: skip
"""Language → its habits of speech."""

_HIDDEN = "\ue000"


@lru_cache(maxsize=2048)
def speeches(text: str, language: str) -> tuple[Speech, ...]:
    """The sayings of a sentence, from left to right.

    Args:
        text: one sentence.
        language: primary tag; languages without habits give nothing.

    Returns:
        Each saying once; what is said is the longest part of its stretch that is neither speaker nor verb. A verb without a
        subject of its own takes the speaker before it.
    """
    habits = HABITS.get(language)
    if habits is None:
        return ()
    quoted = [(one.start, one.end) for one in quotations(text)]
    bare = _without(text, quoted)
    found = sorted(
        (*_framed(text, bare, habits, quoted), *_spoken(text, bare, habits, quoted, language)), key=lambda one: one.verb
    )
    return tuple(_apart(found))


def _apart(found: Sequence[Speech]) -> Iterator[Speech]:
    """Sayings of which none reaches over the speaker of the next."""
    for one, following in zip_longest(found, found[1:]):
        inside = following is not None and one.said[0] < following.start < one.said[1] and one.end <= one.said[0]
        said = (one.said[0], following.start) if inside and following.said[0] >= following.verb[1] else one.said
        yield replace(one, said=said)


def is_pronoun(speaker: str, language: str) -> bool:
    """Whether the words name nobody by themselves (he, 그, 彼)."""
    habits = HABITS.get(language)
    return not speaker or (habits is not None and habits.pronouns.search(speaker.strip()) is not None)


def is_phrase(speaker: str, language: str) -> bool:
    """Whether the words may be one who speaks: no predicate and no preposition among them, as where a clause was taken for a subject."""
    broken = _NO_SPEAKER.get(language)
    return bool(speaker) and (broken is None or broken.search(speaker) is None)


_NO_SPEAKER: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(r"(?:지만|면서|으며|[하되]며|[았었했됐]고|[다라]고|[아어]서|에서|에게|[을를]|한|된) [^ ]+ |(?:지만|면서|으며|[았었했됐]고) "),
    "en": re.compile(r"\b(?:whom|which)\b|^(?:of|with|in|on|for|by|as|when|after|while)\b", re.IGNORECASE),
}  # fmt: skip


def _without(text: str, quoted: list[tuple[int, int]]) -> str:
    """The text with what is quoted made blank, letter by letter."""
    for start, end in quoted:
        text = text[:start] + _HIDDEN * (end - start) + text[end:]
    return text


def _framed(text: str, bare: str, habits: SpeechHabits, quoted: list[tuple[int, int]]) -> Iterator[Speech]:
    for frame in habits.frames:
        for match in frame.finditer(bare):
            start, end = match.span("who")
            said = _longest((0, match.start()), (match.end(), len(text)))
            yield Speech(text[start:end].strip(), start, end, match.span(), said, meets(*said, quoted))


def _spoken(
    text: str, bare: str, habits: SpeechHabits, quoted: list[tuple[int, int]], language: str
) -> Iterator[Speech]:
    reached, before = 0, ("", 0, 0)
    for verb in habits.verbs.finditer(bare):
        if verb.start() < reached:
            continue
        end = verb.end()
        who = _subject(bare, reached, verb, habits, language)
        if who is None and habits.behind is not None:
            behind = habits.behind.match(bare, verb.end())
            if behind and _closes(bare, verb.start()):
                who = behind.span("who")
                end = behind.end()
        if who is None:
            speaker = before
        else:
            start, stop = who
            speaker = (text[start:stop].strip(), start, stop)
        stretch = (reached, end if not habits.last else _next(bare, end, habits))
        said = _said(stretch, speaker[1:], verb.span())
        if habits.last and who is not None and who[1] <= verb.start() and _begins_anew(bare, reached, who[0]):
            own = _ENDS.search(bare, end + _SPOKEN)
            after = (end, own.end() if own else len(bare))
            said = after if after[1] - after[0] > _SPOKEN else said
        if said[1] - said[0] > 1:
            yield Speech(*speaker, verb.span(), said, meets(*said, quoted))
        reached, before = end, speaker


_ENDS = re.compile(r"[。！？][”」』\"]?|[.!?][”\"»]?(?=\s|$)|(?<=\ue000)[”」](?=[一-鿿])(?![的和与與等这這])")
_SPOKEN = 4
"""Letters that a verb of speech is at least followed by where what is said comes behind it."""


def _begins_anew(bare: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places, or a conjunction joins another clause to what a verb before has said."""
    return _is_ended(bare, start, end) or (start > 0 and _JOINED.search(bare[start:end]) is not None)


_JOINED = re.compile(r",? (?:and|but|while|whereas|though|although|und|aber|während) $")


def _is_ended(bare: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places."""
    ended = _ENDS.search(bare, start)
    return ended is not None and ended.end() <= end


def _next(bare: str, at: int, habits: SpeechHabits) -> int:
    ended = _ENDS.search(bare, at)
    following = habits.verbs.search(bare, at)
    return ended.end() if ended and following and ended.end() <= following.start() else len(bare)


def _closes(bare: str, at: int) -> bool:
    """Whether something said ends before a verb, so that its subject may follow it."""
    return re.search(r"[,”\"“»」』]\s*$", bare[:at]) is not None


_RELATIVE = re.compile(
    r"\b(?:who|which|that|whose|and|but|while|as|after|when|because|though|although|if|und|aber|dass|que|qui)\b\s*$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[;:“”\"„»«]|,? (?:and|but|while|because|though|although|whereas|und|aber|während) ")


def _subject(
    bare: str, reached: int, verb: re.Match[str], habits: SpeechHabits, language: str
) -> tuple[int, int] | None:
    """The span of the subject before a verb."""
    if habits.last:
        start = reached
        for mark in _SPLIT.finditer(bare, reached, verb.start()):
            start = mark.end()
        piece = bare[start : verb.start()]
        if not piece.strip(" ,，") or _HIDDEN in piece or re.match(r"^[\s,]*$", piece):
            return None
        if "," in piece.rstrip(" ,") and re.match(r"\s*(?:on \w+)?[.]?\s*$", bare[verb.end() :]):
            start += piece.rstrip(" ,").rindex(",") + 1
            piece = bare[start : verb.start()]
        match = habits.subject.search(piece)
        if match is None or _RELATIVE.fullmatch(match.group("who").strip()):
            return None
        return start + match.start("who"), start + match.end("who")
    lead = _CITING.match(bare, verb.start())
    begin = lead.end() if lead else verb.start()
    inside = [m for m in habits.subject.finditer(bare, begin, verb.end()) if m.start("who") > verb.start()]
    pool = inside or [m for m in habits.subject.finditer(bare, reached, verb.start()) if _HIDDEN not in m.group("who")]
    if language == "ko":
        pool = [m for m in pool if not _OF_A_NOUN.match(bare, m.end("who"))]
    if not pool:
        return None
    named = names(bare, language)
    best = max(pool, key=lambda match: _is_speaker(match, named, language))
    title = _TITLE_BEHIND.match(bare, best.end("who"))
    if title and title.group("title").endswith((*table_for(language).titles_after, "자")):
        return best.start("who"), title.end("title")  # 허자이 책임자는: the name ends as a particle would
    return best.span("who")


_OF_A_NOUN = re.compile(r"[이가] [가-힣]{2,}(?:한|했던|하는|된|되는) (?!뒤|후|데|것|채|가운데|만큼|반면)(?=[가-힣])")
"""Behind one who does something only in what tells which one is meant (언론이 보도한 인수설은)."""
_TITLE_BEHIND = re.compile(r"[이가은도] (?P<title>[가-힣]{2,6})(?=[은는](?=[\s,]))")
_CITING = re.compile(r"との|と")
"""The mark of what is said, which stands before the subject of the verb in Japanese."""


def _is_speaker(match: re.Match[str], named: Sequence[NameMention], language: str) -> int:
    """How likely a phrase is a speaker: it ends in a title or a name."""
    who = match.group("who").rstrip()
    if who.endswith(table_for(language).titles_after) or any(
        match.start("who") <= one.start and abs(one.end - match.end("who")) <= 1 for one in named
    ):
        return 2
    if match.group().endswith(_TOPICS) and not _BURDENED.search(who):
        return 2
    return 1 if _VOICES.search(who) else 0


_TOPICS = ("은", "는")
_BURDENED = re.compile(r"(?:[을를에로이가고며]|에서|으로|와|과) |^[^ ]{1,2}$")
"""A phrase with another particle in it, or too short, is no sure subject."""


_VOICES = re.compile(
    r"(?:측|당국|정부|부|처|청|시|군|경|위|회|사|당|원|관|자|장|인|씨|노조|팀|국|단|생|관계자|대변인|변호사|재판부|업체|주민|유족|県|市|氏|会|社|省|庁|者|長|員|側|男性|女性|さん)$"
)


def _said(stretch: tuple[int, int], speaker: tuple[int, int], verb: tuple[int, int]) -> tuple[int, int]:
    cuts = sorted(
        span for span in (speaker, verb) if span[1] > span[0] and span[0] < stretch[1] and span[1] > stretch[0]
    )
    at, best = stretch[0], (stretch[0], stretch[0])
    for start, end in cuts:
        best = _longest(best, (at, start))
        at = max(at, end)
    return _longest(best, (at, stretch[1]))


def _longest(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one if one[1] - one[0] >= other[1] - other[0] else other
