"""Pairs of opposite statements, in five languages: prices rise or fall, a court allows or forbids, someone wins or loses.

Each topic has two poles; a claim that stands at one pole of a topic contradicts a passage that stands only at the other.
Patterns are matched on the text folded to lower case; East Asian ones anywhere, others from the beginning of a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from prism.languages.gates import Gates

_TOPICS: Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
    "more-less": (
        {
            "en": r"r(?:ise|ises|ose|isen|ising)\b|increas|grew\b|grow(?:s|n|ing|th)?\b|climb|surg(?:e|ed|es|ing)\b|soar|jump|gain(?:s|ed|ing)?\b|higher|rais(?:e|ed|es|ing)\b|up (?:by|from|to)|expand|boost|double[sd]?\b|record high|hike[sd]?\b|accelerat|strengthen|improv(?:e|ed|es|ing|ement)\b",
            "ko": r"증가|늘었|늘어|늘고|늘린|늘리|상승|올랐|올라(?![섰선서])|오르|인상|급증|급등|확대|높아|높였|강화|상향|뛰었|치솟|불어|증대|호전|개선|웃돌",
            "ja": r"増加|増え|増や|上昇|上が|引き上げ|値上げ|急増|急騰|拡大|高ま|高騰|伸び|上回|増額|増税|強化|改善|増収|増益",
            "zh": r"增加|增长|增長|上升|上涨|上漲|上调|上調|提高|飙升|飆升|扩大|擴大|攀升|激增|增至|升至|走高|加强|加強|改善|回升|高于|高於",
            "de": r"stieg|steig|gestiegen|erhöh|zugenommen|zunahme|zunehm|wuchs|wachs|gewachsen|mehr als im|anstieg|angehob|anheb|kletter|verteuer|ausgeweitet|ausgebaut|verdoppel|zulegt|zugelegt|legte zu|verbesser|verstärk|schafft|schaffen|neue stellen|neue arbeitsplätze",
        },
        {
            "en": r"f[ae]ll(?:s|en|ing)?\b|decreas|declin|drop(?:s|ped|ping)?\b|shrank|shrink|shrunk|plung|slump|lower(?:ed|s|ing)?\b|cut(?:s|ting)?\b|reduc|down (?:by|from|to)|tumbl|slip(?:s|ped)\b|los(?:s|ses) of|record low|slash|halv|weaken|worsen|contract(?:ed|ion)\b|shed\b",
            "ko": r"감소|줄었|줄어|줄고|줄인|줄이|하락|내렸|내려|인하|급감|급락|축소|낮아|낮췄|낮춰|낮추|약화|하향|떨어|감축|삭감|악화|밑돌|둔화",
            "ja": r"減少|減っ|減ら|低下|下落|下が|引き下げ|値下げ|急減|急落|縮小|下回|減額|減税|削減|落ち込|鈍化|悪化|減収|減益",
            "zh": r"减少|減少|下降|下跌|下调|下調|降低|降至|跌至|骤降|驟降|缩小|縮小|萎缩|萎縮|削减|削減|走低|恶化|惡化|低于|低於|回落|裁减",
            "de": r"sank|sink|gesunken|fiel(?:en)?\b|gefallen|rückgang|zurückg(?:egangen|ing)|verringer|gesenkt|senk|abgenommen|abnahme|kürz|gekürzt|schrumpf|einbruch|eingebrochen|verbillig|reduzier|halbier|verschlechter|schwäch|weniger als im|streich|gestrichen|abbau|baut.{0,30} ab\b",
        },
    ),
    "win-lose": (
        {
            "en": r"w[io]n(?:s|ning)?\b|beat(?:s|en)?\b|defeated|victor|triumph",
            "ko": r"이겼|이기|승리|우승|꺾었|꺾고|제쳤|당선|물리치|완파|제압",
            "ja": r"勝っ|勝ち|勝利|優勝|破っ|下し|当選|制し",
            "zh": r"获胜|獲勝|赢|贏|击败|擊敗|战胜|戰勝|夺冠|奪冠|当选|當選|胜出|勝出",
            "de": r"gewann|gewinn|gewonnen|sieg|besieg|schlug|triumph",
        },
        {
            "en": r"los(?:t|e|es|ing)\b(?! (?:its|his|her|their) (?:life|lives|job))|defeat(?: to| by|s)\b|was beaten|were beaten|was defeated",
            "ko": r"(?<=[에게] )졌[다고지던]|패배|패했|패한|무릎을 꿇|낙선|탈락",
            "ja": r"敗れ|負け|敗北|敗退|落選",
            "zh": r"输给|輸給|失利|败给|敗給|落败|落敗|战败|落选|落選|惜败",
            "de": r"verlor|verlier|verloren|niederlage|unterlag|unterleg",
        },
    ),
    "allow-forbid": (
        {
            "en": r"allow|approv|permit(?:s|ted)?\b|accept|agree[sd]?\b|agreed|adopt|pass(?:ed|es)\b|authori[sz]|legali[sz]|back(?:s|ed)\b|support|endors|ratif|grant(?:s|ed)\b|uph(?:o|e)ld",
            "ko": r"허용|허가|승인|찬성(?! ?\d)|통과|가결|수용|받아들|동의|합의|채택|인가|지지|비준|인정",
            "ja": r"承認|許可|認め|賛成|可決|受け入れ|合意|採択|支持|同意|容認|解禁",
            "zh": r"批准|允许|允許|同意|通过(?!了?(?:电话|电|網|网))|通過|赞成|贊成|接受|支持|核准|许可|許可|获准|獲准|承认|承認",
            "de": r"erlaub|genehmig|zugestimmt|stimmt.{0,30} zu\b|zustimm|gebilligt|billig(?:te|en|t)\b|angenommen|akzeptier|verabschiedet|unterstütz|befürwort|bewillig|ratifizier|geeinigt|einigten",
        },
        {
            "en": r"forb[ia]d|ban(?:s|ned|ning)?\b|reject|refus|den(?:y|ies|ied)\b|prohibit|oppos|block(?:s|ed|ing)?\b|veto|turned down|turn down|disagree|overturn|struck down|outlaw|dismiss(?:ed|es) (?:the|a) (?:appeal|claim|case|suit)",
            "ko": r"금지|불허|거부|반대(?! ?\d)|부결|거절|기각|불승인|반려|막았|차단|철회",
            "ja": r"禁止|却下|拒否|拒絶|反対|否決|不許可|差し止め|退け|認めな|撤回",
            "zh": r"禁止|否决|否決|拒绝|拒絕|反对|反對|驳回|駁回|不批准|不同意|阻止|封禁",
            "de": r"verb(?:ot|ietet|oten|ieten)|abgelehnt|lehn(?:t|te|ten)\b|ablehn|verweiger|zurückgewiesen|untersag|blockier|gekippt|wies.{0,30} zurück|dagegen",
        },
    ),
    "begin-end": (
        {
            "en": r"beg(?:in|an|ins|un|inning)\b|start(?:s|ed)?\b|starting\b(?! (?:in|on|from|at|with|next|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)|launch|open(?:s|ed|ing)?\b|resum|introduc|establish|found(?:ed|s)\b|reopen",
            "ko": r"시작|개시|착수|출범|개막|재개|개장|개통|도입|열었|문을 연|신설|창설|돌입",
            "ja": r"開始|始ま|始め|着手|発足|開幕|再開|開業|開通|導入|設立|創設|開館",
            "zh": r"开始|開始|启动|啟動|开幕|開幕|恢复|恢復|重启|开业|開業|开通|開通|设立|設立|成立|推出",
            "de": r"beg(?:ann|innt|innen|onnen|inn)|start|eröffn|wiederaufgenommen|eingeführt|gegründet|aufgenommen",
        },
        {
            "en": r"end(?:s|ed|ing)?\b|stop(?:s|ped|ping)?\b|clos(?:e|ed|es|ing|ure)\b|halt|suspend|cancel|shut|finish|terminat|abolish|abandon|scrap(?:s|ped)\b|call(?:s|ed) off",
            "ko": r"종료|끝났|끝내|중단|폐막|중지|폐쇄|폐지|취소|정지|문을 닫|마감|마쳤|철수|보류|무산|종결",
            "ja": r"終了|終わ|終え|中止|停止|閉幕|閉鎖|廃止|取り消|打ち切|撤退|閉館|見送",
            "zh": r"结束|結束|停止|中止|暂停|暫停|闭幕|閉幕|关闭|關閉|取消|废除|廢除|终止|終止|关停|叫停",
            "de": r"endet|beend|geendet|zu ende|gestoppt|stopp|geschlossen|schließ|eingestellt|ausgesetzt|abgesagt|abgebrochen|abgeschafft|streich",
        },
    ),
    "hold-free": (
        {
            "en": r"arrest|detain|jail|imprison|convict|sentenc|captur|kidnap|abduct|indict|found guilty|hijack",
            "ko": r"체포|구속|구금|수감|억류|유죄|납치|나포|기소|실형",
            "ja": r"逮捕|拘束|収監|有罪|拉致|拘留|起訴|勾留",
            "zh": r"逮捕|拘留|拘捕|监禁|監禁|有罪|绑架|綁架|被捕|羁押|起诉|起訴|扣押",
            "de": r"festg(?:enommen|ehalten)|verhaft|inhaftier|entführ|schuldig gesprochen|verurteil|angeklagt",
        },
        {
            "en": r"releas(?:e|ed|es|ing) (?:from|on bail|without|after|him|her|them|all|the (?:prisoner|hostage|crew|suspect))|freed\b|acquit|was released|were released|cleared of|pardon|not guilty",
            "ko": r"석방|풀려나|풀려났|무죄|방면|사면|불기소|무혐의",
            "ja": r"釈放|解放|無罪|恩赦|不起訴",
            "zh": r"释放|釋放|获释|獲釋|无罪|無罪|赦免|不起诉",
            "de": r"freigelassen|freilass|freigesprochen|freispruch|begnadig|freikam|frei gekommen",
        },
    ),
    "dead-alive": (
        {
            "en": r"kill(?:s|ed|ing)?\b|di(?:e|es|ed)\b|dead\b|death|fatal|drown(?:ed|s|ing)\b|perish|lost? (?:his|her|their) li[fv]e",
            "ko": r"사망|숨졌|숨진|숨지|숨져|숨을 거|목숨을 잃|익사|희생(?:자|됐|된|되)|죽었|죽은|죽어|사체|시신|유해|(?<![가-힣])사인(?! ?간)|별세|타계|사상자|[0-9]명 ?사상",
            "ja": r"死亡|死者|亡くな|死去|死ん|死傷|遺体|死因|命を落|溺死|水死",
            "zh": r"死亡|遇难|遇難|丧生|喪生|身亡|溺亡|丧命|去世|死者|死因|遗体|遺體|死于|逝世|罹难|伤亡|傷亡",
            "de": r"getötet|starb|gestorben|ertr[ua]nken|tot\b|tote[nr]?\b|todesopfer|ums leben",
        },
        {
            "en": r"surviv|unhurt|unharmed|rescued|injur(?:ed|ies)\b|wounded|hurt\b|saved\b",
            "ko": r"생존|구조됐|구조했|구조돼|부상|다쳤|다친|무사",
            "ja": r"生存|救助|けが|負傷|無事",
            "zh": r"幸存|生还|生還|获救|獲救|受伤|受傷|平安",
            "de": r"überleb|gerettet|verletzt|unverletzt|unversehrt",
        },
    ),
    "before-after": (
        {"en": r"before\b|prior to|ahead of|earlier than", "ko": r"이전에|하기 전|앞서|앞두고", "ja": r"以前に|前に|に先立", "zh": r"之前|以前|先于", "de": r"\bvor dem|bevor|zuvor"},
        {"en": r"after\b|following\b|later than", "ko": r"이후|한 뒤|한 후|직후", "ja": r"以後|後に|のあと|た後", "zh": r"之后|之後|以后|以後", "de": r"nach dem|nachdem|danach"},
    ),
    "buy-sell": (
        {"en": r"b(?:uy|uys|ought|uying)\b|acquir|purchas|takeover", "ko": r"인수|매입|구매|사들|취득", "ja": r"買収|購入|取得|買い", "zh": r"收购|收購|购买|購買|买入|買入", "de": r"kauf(?:t|te|en)\b|gekauft|übernehm|übernomm|erworben|erwirbt|übernahme"},
        {"en": r"s(?:ell|ells|old|elling)\b|divest", "ko": r"매각|팔았|판매했|처분", "ja": r"売却|売っ|手放", "zh": r"出售|卖出|賣出|抛售|拋售|变卖", "de": r"verkauf|veräußer|abgestoßen"},
    ),
    "enter-leave": (
        {"en": r"join(?:s|ed|ing)?\b|arriv|enter(?:s|ed)?\b|appoint|elected|hire[sd]?\b|hiring|nominat", "ko": r"가입|합류|도착|입국|임명|취임|채용|선임|진입|복귀", "ja": r"加盟|加入|到着|入国|任命|就任|採用|選出|復帰", "zh": r"加入|抵达|抵達|入境|任命|就任|聘用|上任|当选|當選", "de": r"beigetreten|beitr(?:itt|eten|at)|angekommen|ernannt|ernenn|eingestellt|angetreten|gewählt"},
        {"en": r"le(?:ave|aves|ft)\b|quit(?:s)?\b|resign|depart|withdr[ae]w|dismiss(?:ed)?\b|fire[sd]\b|oust|step(?:s|ped) down|lay(?:s|ing)? off|laid off|evict|expel", "ko": r"탈퇴|떠났|떠난|사임|사퇴|해임|해고|출국|퇴임|퇴출|추방|경질|감원|물러", "ja": r"脱退|離脱|辞任|辞職|解任|解雇|出国|退任|追放|退陣|更迭", "zh": r"退出|离开|離開|辞职|辭職|解雇|解僱|离任|離任|罢免|罷免|驱逐|驅逐|下台|裁员", "de": r"ausgetreten|austritt|verlass|verließ|zurückgetreten|rücktritt|tritt zurück|entlass|abberufen|ausgewiesen|abgesetzt"},
    ),
    "succeed-fail": (
        {"en": r"succe(?:ed|ss)|managed to|achiev|pass(?:ed|es)? (?:its|the|an?|their|his|her|all) (?:\w+ ){0,3}(?:inspection|test|exam|check|audit)", "ko": r"성공|달성|성사|해냈", "ja": r"成功|達成|成し遂げ", "zh": r"成功|达成|達成|实现|實現", "de": r"gelang|geglückt|gelungen|erfolg(?:reich|s|e)?\b|erreicht"},
        {"en": r"fail(?:s|ed|ure|ing)?\b|unsuccess|fell through|collaps", "ko": r"실패|무산|결렬|좌절|불발", "ja": r"失敗|決裂|頓挫|不成立|不発", "zh": r"失败|失敗|破裂|告吹|受挫|未能", "de": r"scheiter|gescheitert|misslang|misslungen|fehlgeschlagen|erfolglos"},
    ),
    "praise-blame": (
        {
            "en": r"prais|welcom|hailed|applaud|commend",
            "ko": r"환영|칭찬|호평|극찬|높이 평가",
            "ja": r"歓迎|称賛|評価し|賛辞",
            "zh": r"欢迎|歡迎|赞扬|讚揚|称赞|稱讚|肯定",
            "de": r"begrüß|lob(?:t|te|ten|en)\b|gelobt|würdig",
        },
        {
            "en": r"criti[cs]|condemn|blam|denounc|slam(?:s|med)\b",
            "ko": r"비판|규탄|비난|혹평|질타",
            "ja": r"批判|非難|糾弾",
            "zh": r"批评|批評|谴责|譴責|指责|指責",
            "de": r"kritisier|verurteilte|rügt|prangert|bemängel",
        },
    ),
    "good-bad": (
        {"en": r"prais|welcom|positive|optimis|profit\b|safe(?:ly)?\b|easier|better|strong(?:er)?\b|effective", "ko": r"환영|긍정|낙관|흑자|안전하|칭찬|호평|효과적", "ja": r"歓迎|肯定|楽観|黒字|安全|称賛|好調|評価し", "zh": r"欢迎|歡迎|积极|積極|乐观|樂觀|盈利|安全|赞扬|讚揚|称赞|稱讚", "de": r"begrüß|positiv|optimist|gewinn\b|sicher\b|lob(?:t|te)|besser|stärker|wirksam"},
        {"en": r"criti[cs]|condemn|negative|pessimis|loss\b|dangerous|unsafe|harder|worse|weak(?:er)?\b|ineffective|warn", "ko": r"비판|규탄|부정적|비관|적자|위험하|비난|혹평|경고", "ja": r"批判|非難|否定的|悲観|赤字|危険|不調|警告", "zh": r"批评|批評|谴责|譴責|消极|消極|悲观|悲觀|亏损|虧損|危险|危險|警告", "de": r"kritisier|verurteilt|negativ|pessimist|verlust\b|gefährlich|unsicher|schlechter|schwächer|unwirksam|warnt"},
    ),
    "all-none": (
        {"en": r"\ball\b|every\b|everyone|entire|fully|complete(?:ly)?\b|unanim|always", "ko": r"모두|모든|전원|전부|전체|만장일치|완전히|항상", "ja": r"全員|すべて|全て|全部|全会一致|完全|常に", "zh": r"全部|所有|全体|全體|一致通过|完全|总是|全员", "de": r"\balle\b|\ballen\b|sämtliche|einstimmig|vollständig|komplett|immer\b"},
        {"en": r"\bnone\b|no one|nobody|part(?:ly|ial|ially)\b|few\b|hardly|only some|a handful|never", "ko": r"일부|아무도|한 명도|부분적|극히|결코|전혀", "ja": r"一部|誰も|部分的|ごくわずか|決して", "zh": r"部分|没有人|無人|无人|少数|從未|从未|绝不", "de": r"\bkeine[rn]?\b|niemand|teilweise|wenige|kaum|\bnie\b|nur einige"},
    ),
    "first-last": (
        {"en": r"\bfirst\b|earliest|maiden", "ko": r"처음|첫|최초", "ja": r"初めて|最初|初の", "zh": r"首次|第一|首个|首個|最早", "de": r"\berste[nrsm]?\b|erstmals|zuerst"},
        {"en": r"\blast\b(?! (?:year|month|week|night|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|[a-z]+ber\b))|final\b|latest", "ko": r"마지막|최후|최종", "ja": r"最後|最終", "zh": r"最后|最後|末次|最终", "de": r"\bletzte[nrsm]? (?!woche|jahr|monat)|zuletzt|endgültig"},
    ),
    "high-low": (
        {"en": r"highest|largest|biggest|longest|most\b|maximum|top\b|majority|heavy|large\b|high\b|long\b|north|east", "ko": r"최고|최대|가장 (?:많|높|큰|긴)|다수|과반|높은|대규모|북부|북쪽|동부|동쪽", "ja": r"最高|最大|最長|最多|多数|過半数|高い|大規模|北部|東部", "zh": r"最高|最大|最长|最多|多数|多數|过半|高的|大规模|北部|东部|東部", "de": r"höchst|größt|längst|meist|mehrheit|hoh|große|norden|nördlich|osten|östlich"},
        {"en": r"lowest|smallest|shortest|least\b(?<!at least)|minimum|bottom|minority|light\b|small\b|low\b|short\b|south|west", "ko": r"최저|최소(?!한)|가장 (?:적|낮|작|짧)|소수|낮은|소규모|남부|남쪽|서부|서쪽", "ja": r"最低|最小|最短|最少|少数|低い|小規模|南部|西部", "zh": r"最低|最小|最短|最少|少数|少數|低的|小规模|南部|西部", "de": r"niedrigst|kleinst|kürzest|wenigst|minderheit|niedrig|kleine|süden|südlich|westen|westlich"},
    ),
}  # fmt: skip
"""Topic → (one pole by language, the other pole by language)."""

TWO_SIDED = frozenset({"win-lose", "buy-sell"})
"""Topics whose poles may be one deal told from its two sides."""
_WEAK = frozenset({"before-after", "all-none", "first-last", "high-low", "good-bad"})
"""Topics whose words stand beside each other so often that they only count when the claim is nearly the passage."""


@lru_cache(maxsize=256)
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    rows = []
    for topic, (one, other) in _TOPICS.items():
        if language in one:
            edge = r"\b" if one[language].isascii() or language in _EDGED else ""
            rows.append((topic, re.compile(rf"{edge}(?:{one[language]})"), re.compile(rf"{edge}(?:{other[language]})")))
    return tuple(rows)


_EDGED = frozenset({"en", "de"})


@lru_cache(maxsize=2048)
def poles(text: str, language: str) -> Mapping[str, frozenset[int]]:
    """Topic → at which of its poles (0, 1) a text stands; topics that it does not touch are left out."""
    folded = text.casefold()
    found: dict[str, frozenset[int]] = {}
    for topic, pole, pattern in _gates(language.split("-", maxsplit=1)[0]).open_to(folded):
        if pattern.search(folded):
            found[topic] = found.get(topic, frozenset()) | {pole}
    return found


@cache
def _gates(language: str) -> Gates[tuple[str, int, re.Pattern[str]]]:
    rows = ((topic, pole, pattern) for topic, *both in _patterns(language) for pole, pattern in enumerate(both))
    return Gates((row[2], row) for row in rows)


def words_at_pole(text: str, language: str, topic: str) -> tuple[str, ...]:
    """The words of a text that put it at a pole of a topic, in small letters."""
    folded = text.casefold()
    rows = (row for row in _patterns(language.split("-", maxsplit=1)[0]) if row[0] == topic)
    return tuple(match.group() for _, *both in rows for pattern in both for match in pattern.finditer(folded))


def opposed(claim: Mapping[str, frozenset[int]], passage: Mapping[str, frozenset[int]]) -> tuple[str, ...]:
    """Topics in which a claim stands at one pole alone and a passage only at the other."""
    return tuple(
        topic
        for topic, at in claim.items()
        if topic in passage and len(at) == 1 and len(passage[topic]) == 1 and at != passage[topic]
    )


def has_poles(language: str) -> bool:
    """Whether the opposites of a language are known."""
    return bool(_patterns(language.split("-", maxsplit=1)[0]))


def is_weak(topic: str) -> bool:
    """Whether a topic counts only when claim and passage say nearly the same."""
    return topic in _WEAK
