"""Words that tie two parties, one of whom acts upon the other: who sues, accuses, beats, buys, pays, asks, refuses, recruits whom.

For each kind of tie and each language two patterns: words whose subject is the one who acts, and words whose subject is the one who
is acted upon (lost to, borrowed from), whatever the voice; passives are told from the form and are not listed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class TieWords:
    """The words of one kind of tie in one language.

    Attributes:
        acts: whose subject acts.
        suffers: whose subject is the other party.
    """

    acts: re.Pattern[str]
    suffers: re.Pattern[str] = _NEVER


def _words(acts: str, suffers: str = "") -> TieWords:
    return TieWords(re.compile(acts), re.compile(suffers) if suffers else _NEVER)


TIES: Mapping[str, Mapping[str, TieWords]] = {
    "contest": {
        "ko": _words(
            r"(?<!반집을 )(?:꺾(?=[고었은어으])|무릎(?:을)? ?꿇|이기(?=고|며|지)|이겼|이긴|제압|물리[치쳤친]|격파|완파|대파|제[쳤치친](?=[다고었며])|제쳐(?=[ ,])|누[르른]고|눌[렀러](?=[다고며 ,])|따돌[리렸린]|뿌리[치쳤친]|[가-힣]*승을 (?:거[뒀두둔]|올[렸린])|승리를 (?:거[뒀두둔]|따냈)|승리(?:했|한|하)|(?:완|압|대|신|역전|판정|불계|석|낙)승(?:했|한|하))",
            r"(?:불계|반집|[0-9]-[0-9])[가-힣]*로? ?(?:[가-힣0-9]+ )?내[줬준주]",
        ),
        "en": _words(r"\b(?:beat|beats|beating|beaten|defeat(?:ed|s|ing)?|overc[ao]me|edged|stunned|thrashed|routed|outbid|(?:win|won|wins|victory|triumph(?:ed)?) (?:over|against))\b", r"\b(?:fell|falls|bowed|succumbed) to\b|\bsuffered (?:a )?defeat\b"),
        "ja": _words(r"破っ|破り|破る|下し|下す|に勝っ|勝利|退け|倒し|制し", r"敗れ|負け|屈し|敗北|敗退"),
        "zh": _words(r"战胜|戰勝|击败|擊敗|逆转|力克|大胜|险胜|完胜|横扫|淘汰|战而胜", r"负于|負於|不敌|不敵|输给|輸給|败给|敗給|惜败|败于|敗於"),
    },
    "suit": {
        "ko": _words(r"제소|고소(?!득)|고발|(?:맞소송|소송|진정|민원)을? ?(?:[가-힣]+ )?(?:냈|낸|내|제기|걸)|(?:제기한|낸|건) (?:[가-힣0-9]+ ){0,4}[가-힣]*소송|가처분[가-힣 ]{0,4}신청", r"피소"),
        "en": _words(r"\b(?:sued|sues?|suing|counter-?sue[ds]?|(?:fil(?:ed|es|ing)|brought|lodged) (?:an? )?(?:[\w-]+ )?(?:(?:law|counter-?)?suit|complaint)|took)\b(?! place)"),
        "ja": _words(r"提訴|告訴|告発|反訴|訴訟を(?:起こ|提起)|訴え(?:た(?!い)|を(?:[^。、]{0,8}に)?起こ|て(?:い|お))|(?:起こし|提起し)た(?:[一-鿿ぁ-ん]{0,10})訴訟"),
        "zh": _words(r"起诉|起訴|提起(?:[一-鿿]{0,6})诉讼|告上|反诉|反訴|控告"),
    },
    "accuse": {
        "ko": _words(r"비난|비판|규탄|성토|질타|책임을 ?(?:돌|떠넘|물)|탓(?:했|으로)"),
        "en": _words(r"\b(?:accus|blam|critici[sz]|condemn|denounc)(?:e|es|ed|ing)\b"),
        "ja": _words(r"批判|非難|糾弾|責め"),
        "zh": _words(r"指责|指責|批评|批評|谴责|譴責|指控|归咎"),
    },
    "purchase": {
        "ko": _words(r"인수(?![위전자])|사들[이였인여]|매입", r""),
        "en": _words(r"\b(?:buy(?:s|ing)?|bought|acquir(?:e|es|ed|ing)|tak(?:e|es|ing) over|took over|taken over)\b"),
        "ja": _words(r"買収|買い取|傘下に(?:収|入れ)"),
        "zh": _words(r"收购|收購|并购|併購"),
    },
    "payment": {
        "ko": _words(r"지급|배상(?:하|했|해|할|한|토록)|물어[주줘내]|물[게어]|지불"),
        "en": _words(r"\b(?:pay|pays|paid|paying|compensat(?:e|es|ed|ing)|reimburs(?:e|es|ed|ing))\b"),
        "ja": _words(r"支払|賠償"),
        "zh": _words(r"支付|赔偿|賠償|付给"),
    },
    "request": {
        "ko": _words(r"요청|요구|촉구|제안|제의|부탁|건의|타진"),
        "en": _words(r"\b(?:ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|request(?:s|ed|ing)?|demand(?:s|ed|ing)?|propos(?:e|es|ed|ing)|approach(?:ed|es)?|plead(?:ed|s)?)\b"),
        "ja": _words(r"求め|要請|要求|提案|申し入れ|打診|持ちかけ"),
        "zh": _words(r"要求|请求|請求|呼吁|提议|提案|提出|出价|报价|建议"),
    },
    "refusal": {
        "ko": _words(r"거절|거부|퇴짜|뿌리[쳤치]|(?:받아들이|수용하|응하)지 않"),
        "en": _words(r"\b(?:reject(?:s|ed|ing)?|turn(?:s|ed|ing)? down|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|rebuff(?:s|ed|ing)?|spurn(?:s|ed|ing)?)\b"),
        "ja": _words(r"拒否|拒ん|断っ|断り|断られ|(?:受け入れ|応じ)な"),
        "zh": _words(r"拒绝|拒絕|回绝|(?:不|未|没有)接受"),
    },
    "hire": {
        "ko": _words(r"영입|스카우트|채용|빼[갔가]"),
        "en": _words(r"\b(?:recruit(?:s|ed|ing)?|hir(?:e|es|ed|ing)|poach(?:es|ed|ing)?)\b"),
        "ja": _words(r"引き抜|採用|獲得"),
        "zh": _words(r"聘用|聘请|挖走|挖角|招聘"),
    },
    "grant": {
        "ko": _words(r"기부|기증|제공|공급|수출|빌려[주줬준]|대여|넘겼|넘긴|건[넸네]|지원|(?<=[가-힣] )(?:주지|줬|주기로|내줬|내주고)", r"공급받|제공받|빌렸|빌린|들여[오왔온]|수입"),
        "en": _words(r"\b(?:donat(?:e|es|ed|ing)|supply|suppli(?:es|ed)|provid(?:e|es|ed|ing)|len[dt]|lends|export(?:s|ed)?|gave(?! way)|gives?(?! way)|hand(?:s|ed))\b", r"\b(?:borrow(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|import(?:s|ed|ing)?)\b"),
        "ja": _words(r"寄付|寄贈|提供|供給|貸し|輸出|譲渡", r"借り|受け取|輸入"),
        "zh": _words(r"捐款|捐赠|捐贈|捐出|提供|供应|借给|出口|转让", r"收到|进口|借入|(?<!外)(?<!出)借(?=展|来|用|调)"),
    },
    "informing": {
        "ko": _words(r"신고(?!를 받)|제보|밀고|지목|증언"),
        "en": _words(r"\b(?:report(?:s|ed)?|testif(?:y|ies|ied) against|implicat(?:e|es|ed)|inform(?:s|ed) on|identif(?:y|ies|ied))\b"),
        "ja": _words(r"通報|名指し|証言"),
        "zh": _words(r"举报|舉報|指证|指證|告发|检举"),
    },
    "harm": {
        "ko": _words(r"들이받|추돌|폭행|때렸|때린|협박|위협|속였|속인|살해|공격|습격|쐈|찔[렀러]"),
        "en": _words(r"\b(?:hit|hits|struck|ramm(?:ed|s)|attack(?:s|ed)?|assault(?:s|ed)?|threaten(?:s|ed)?|misled|deceived|shot|stabbed|killed)\b"),
        "ja": _words(r"追突|衝突|殴っ|襲っ|脅し|脅迫|だまし|刺し|攻撃"),
        "zh": _words(r"撞上|撞到|追尾|殴打|袭击|威胁|攻击|欺骗|刺伤"),
    },
    "invitation": {
        "ko": _words(r"초청|초대"),
        "en": _words(r"\binvit(?:e|es|ed|ing)\b"),
        "ja": _words(r"招待|招[いか]"),
        "zh": _words(r"邀请|邀請"),
    },
    "cancel": {
        "ko": _words(r"파기(?=[했하한])|해지(?=[했하한를])|취소(?=[했하한])|철회(?=[했하한])"),
        "en": _words(r"\b(?:cancel(?:led|s|ed)?|terminat(?:e|es|ed)|scrap(?:ped|s)?|call(?:ed|s) off|pull(?:ed|s) out|walk(?:ed|s) (?:out|away))\b"),
        "ja": _words(r"解除し|解約し|破棄し|取り消し|撤回し"),
        "zh": _words(r"解除了|取消了|终止了|撤销了|撕毁|解约|毁约"),
    },
    "denial": {
        "ko": _words(r"부인(?=[했하한])|반박|일축(?=[했하한])"),
        "en": _words(r"\b(?:den(?:y|ies|ied)|rebut(?:s|ted)?|disput(?:es|ed)|contradict(?:s|ed)|(?:reject|dismiss)(?:s|es|ed) (?:the|this|that|such|these) (?:accusation|allegation|claim|criticism|charge|suggestion)s?)\b"),
        "ja": _words(r"否定し|否認し|反論|反ばく"),
        "zh": _words(r"否认|否認|反驳|反駁|驳斥"),
    },
    "appeal": {
        "ko": _words(r"항소|상고(?=[했하할])|항고"),
        "en": _words(r"\b(?:appeal(?:s|ed)?(?! for| to))\b"),
        "ja": _words(r"控訴|上告"),
        "zh": _words(r"上诉|上訴|抗诉"),
    },
    "apology": {
        "ko": _words(r"사과(?=[했하한를])|사죄"),
        "en": _words(r"\bapologi[sz](?:e|es|ed|ing)\b"),
        "ja": _words(r"謝罪|陳謝"),
        "zh": _words(r"道歉|致歉"),
    },
    "resignation": {
        "ko": _words(r"사임|사퇴(?=[했하한할])|사직|자리에서 물러"),
        "en": _words(r"\b(?:resign(?:s|ed|ing)?|quit|step(?:s|ped|ping) down)\b"),
        "ja": _words(r"辞任|辞職"),
        "zh": _words(r"辞职|辭職|辞去"),
    },
    "yielding": {
        "ko": _words(r"(?<!자리에서 )물러(?:섰|선|서)|양보|한발 물러"),
        "en": _words(r"\b(?:g(?:a|i)ves? way|gave (?:way|in)|back(?:ed|s) down|relent(?:s|ed)?|climb(?:ed|s) down)\b"),
        "ja": _words(r"譲歩|折れ(?=[たて])"),
        "zh": _words(r"让步|讓步|妥协"),
    },
    "founding": {
        "ko": _words(r"설립(?=[했하한])|창업(?=[했하한])|창립(?=[했하한])"),
        "en": _words(r"\b(?:founded|co-founded|set up)\b"),
        "ja": _words(r"設立し|創業し|創設し"),
        "zh": _words(r"创立|创办|创建"),
    },
    "discovery": {
        "ko": _words(r"발견(?=[했하한])|찾아냈|적발(?=[했하한])"),
        "en": _words(r"\b(?:discover(?:s|ed)|found|spotted|uncovered)\b"),
        "ja": _words(r"発見し|見つけ"),
        "zh": _words(r"发现了|发现|查出"),
    },
    "backing": {
        "ko": _words(r"지지(?=[했하한])|찬성(?=[했하한])|옹호|두둔"),
        "en": _words(r"\b(?:back(?:s|ed)(?! down| away| off)|support(?:s|ed)|endors(?:es|ed)|defend(?:s|ed))\b"),
        "ja": _words(r"支持し|賛成し|擁護"),
        "zh": _words(r"支持|赞成|力挺"),
    },
    "opposition": {
        "ko": _words(r"반대(?=[했하한])|반발(?=[했하한])"),
        "en": _words(r"\b(?:oppos(?:e|es|ed)|object(?:s|ed) to|resist(?:s|ed))\b"),
        "ja": _words(r"反対し|反発し"),
        "zh": _words(r"反对|反對"),
    },
    "arrest": {
        "ko": _words(r"체포(?=[했하한])|구속(?=[했하한])|검거(?=[했하한])"),
        "en": _words(r"\b(?:arrest(?:s|ed)|detain(?:s|ed))\b"),
        "ja": _words(r"逮捕し|拘束し"),
        "zh": _words(r"逮捕|拘留|抓获"),
    },
    "dismissal": {
        "ko": _words(r"해고(?=[했하한])|경질(?=[했하한])|해임(?=[했하한])"),
        "en": _words(r"\b(?:sack(?:s|ed)|fired|dismiss(?:es|ed)|oust(?:s|ed))\b"),
        "ja": _words(r"解雇し|解任し|更迭し"),
        "zh": _words(r"解雇|撤职|免职|罢免"),
    },
    "admission": {
        "ko": _words(r"시인(?=[했하한])"),
        "en": _words(r"\b(?:admit(?:s|ted)|acknowledg(?:es|ed)|conced(?:es|ed)|confess(?:es|ed))\b"),
        "ja": _words(r"認めた"),
        "zh": _words(r"承认|承認"),
    },
}  # fmt: skip
"""Kind of tie → language → its words."""
ORDERED: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(
        r"(?:라고|도록|하라고|하라는|주라고|할 것을) (?:[가-힣0-9]+ ){0,2}(?:명령|명했|판결|평결|선고|지시|요구|권고)"
    ),
    "ja": re.compile(r"(?:よう|ように|ことを|を)[^。、]{0,6}(?:命|指示|求め|勧告)"),
}
"""Behind a word of a tie: it is ordered, so that whoever is ordered acts."""
PLACED: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "move": {
        "ko": re.compile(r"(?P<to>[^\s,]{2,12}?)(?:으로|로) (?:(?:자리|직장|둥지|소속|회사)를 )?(?:옮[기긴겨겼길]|이직|이적|건너[가갔간]|넘어[가갔간])"),
        "en": re.compile(r"\b(?:(?:moved|switched|transferred|defected|relocated)(?: \w+)? to|(?:left|quit) (?:it|them|[A-Z]\w+(?: [A-Z]\w+)?) (?:for|to join)|joined) (?:the )?(?P<to>[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,2})"),
        "ja": re.compile(r"(?P<to>[一-鿿々ァ-ヺー・]{2,12})(?:に|へ)(?:移籍|転職|転じ|移っ|移り)"),
        "zh": re.compile(r"(?:跳槽(?:到|至)|转投|轉投|加盟|加入|转会(?:到|至)?|调往)[“「]?(?P<to>[一-鿿]{2,8}?)(?=[”」，。、；的]|后|時|时|并|$)"),
    },
    "suit": {
        "en": re.compile(r"\b(?:counter-?suit|lawsuit|suit|complaint) (?:in which|(?:filed |brought |lodged )?by) (?:the )?(?P<to>[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,2})"),
        "ko": re.compile(r"(?P<to>[^\s,]{2,12}?)[이가] (?:[^\s,]+[을를] 상대로 )?(?:[^,.]{0,20} )?(?:낸|제기한|건) (?:[가-힣]+ )?(?:맞)?소송"),
    },
    "ruling": {
        "ko": re.compile(r"(?P<to>[^\s,]{2,12}?)(?: 측| 쪽)?의 손을 들어"),
        "en": re.compile(r"\b(?:ruled|found|decided) (?:in fav(?:ou)?r of|for) (?:the )?(?P<to>[a-z]{4,}|[A-Z][\w&-]+(?: [A-Z][\w&-]+)?)|\b(?:ruled|found|decided) against (?:the )?(?P<off>[a-z]{4,}|[A-Z][\w&-]+(?: [A-Z][\w&-]+)?)"),
        "ja": re.compile(r"(?P<to>[一-鿿々ァ-ヺー]{2,10})(?:側)?の(?:訴え|主張|請求)を認め(?=[たてる])|(?P<off>[一-鿿々ァ-ヺー]{2,10})(?:側)?の(?:訴え|主張|請求)を(?:退け|棄却|認めな)"),
        "zh": re.compile(r"判(?:决|定)?(?P<to>[一-鿿]{2,6})胜诉|判(?:决|定)?(?P<off>[一-鿿]{2,6})败诉"),
    },
}  # fmt: skip
"""Kind of tie → language → words with the party right beside them: the group `to` acts or gains by it, `off` is acted upon or loses."""
