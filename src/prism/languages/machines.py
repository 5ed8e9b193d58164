"""Text that speaks to machines instead of readers: orders to language models, crawlers and assistants.

Two things give such a text away: an order to discard what was said before, and an address to a machine that goes with an
order. News about such texts is left alone: what stands in quotation marks inside a longer sentence is not read, and a
verb must be an order, not a report. Measured on our own sentences in `prism eval languages`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from prism.languages.quotations import quotations

_ORDERS: Mapping[str, tuple[str, ...]] = {
    "any": (
        r"<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|\[/?INST\]|<<SYS>>|^\s*#{2,}\s*(?:system|instruction)s?\b|</?(?:system|instructions?)>",
        r"\b(?:begin|end|new|hidden|updated)\s+(?:of\s+)?system\s+prompt\b|^\s*system\s+(?:prompt|message|override)\s*[:\-]",
    ),
    "en": (
        r"(?:^|[.!?:;,\"'“‘\n(\]>*-]\s*|\b(?:please|now|must|should|and|then|you|kindly|instead|first|immediately|always|simply)\s+)(?:ignore|disregard|forget|override|bypass|discard|do not follow|don['’]t follow|stop following)\s+(?:(?:all|any|every|each|everything|of|the|your|my|our|these|those|other)\s+)*(?:previous|prior|above|earlier|preceding|foregoing|existing|original|initial|system|safety|programmed|given|former)\s+(?:\w+\s+){0,2}(?:instructions?|prompts?|directions?|directives?|guidelines?|rules?|commands?|messages?|context|constraints?|programming)",
        r"(?:^|[.!?:;\n]\s*|\bplease\s+)(?:ignore|disregard|forget)\s+(?:everything|all|anything|the (?:article|text|page|content)|what (?:was|is|you were))\b[^.]{0,40}\b(?:above|before|previously|told|output|instead|respond|reply|write|print)",
        r"\b(?:if|as|since|when|because)\s+you(?:\s+are|['’]re)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}(?:AI|A\.I\.|LLM|language models?|chat ?bots?|bots?|web crawlers?|crawlers?|scrapers?|GPT|ChatGPT|Claude|Gemini|artificial intelligence|virtual assistant|automated (?:system|agent|tool))\b",
        r"(?:^|[.!?\n]\s*)(?:dear|attention|hey|hello|note (?:to|for)|notice (?:to|for)|message (?:to|for)|instructions? (?:to|for)|to (?:all|any|every|the))\s*[,:]?\s*(?:all\s+|any\s+|the\s+|every\s+)?(?:AIs?|LLMs?|language models?|chat ?bots?|bots|crawlers?|scrapers?|AI (?:assistants?|models?|agents?|systems?|crawlers?|summari[sz]ers?|readers?)|assistants?|GPT\w*|ChatGPT|Claude|Gemini)\b",
        r"(?:^|[.!?\n]\s*)(?:LLMs?|AIs?|AI (?:assistants?|models?|agents?)|language models?|chat ?bots?|assistant|system|crawlers?)\s*[:：]\s*(?:\w+\s+)?(?:you|ignore|disregard|output|print|respond|reply|write|do not|don['’]t|always|include|rate|summari[sz]e|say|repeat|mention|rank|treat|the following)\b",
        r"\b(?:AIs?|LLMs?|AI (?:assistants?|models?|agents?|systems?|tools?|crawlers?)|language models?|chat ?bots?|assistants?|crawlers?|bots)\s+(?:that\s+(?:are\s+)?|which\s+(?:are\s+)?|who\s+(?:are\s+)?|currently\s+)?(?:read|reading|process|processing|summari[sz]e|summari[sz]ing|pars(?:e|ing)|index(?:ing)?|scrap(?:e|ing)|crawl(?:ing)?|access(?:ing)?|analy[sz](?:e|ing))\s+(?:this|the)\s+(?:page|article|text|document|site|content|message|story|website)\b",
        r"\byou are (?:now|no longer)\s+(?:an?\s+|in\s+|bound by\s+)?(?:unrestricted|unfiltered|jailbroken|developer mode|DAN\b|free of|a different|evil|helpful and)",
        r"(?:^|[.!?:;,\n]\s*|\b(?:please|must|should|and|always)\s+)(?:include|add|insert|mention|put|place|write|state|append|say|repeat|use|link)\b[^.!?\n]{0,80}\bin (?:your|the|any|every) (?:summary|summaries|response|responses|answer|answers|output|reply|replies|generated (?:text|summary)|completion)\b",
        r"(?:^|[.!?:;,\n]\s*|\b(?:please|must|should|and|then|instead)\s+)(?:output|print|respond|reply|answer|return|repeat|write|say|generate)\s+(?:only|exactly|just|nothing (?:but|else)|with (?:only|exactly|just)|verbatim|the following (?:text|sentence|words?|phrase|line|link|message|url))\b",
        r"\b(?:reveal|repeat|print|show|output|leak|disclose)\s+(?:me\s+|us\s+)?(?:your|the)\s+(?:system prompt|hidden prompt|initial instructions|instructions verbatim|api key)\b",
        r"\bas an? (?:AI|language model|LLM),? you (?:must|should|have to|will|are)\b",
    ),
    "ko": (
        r"(?:이전|앞선|앞의|앞서|위의?|위에 있는|기존|지금까지|지금까지의|상기|시스템|모든)(?:에|까지)?[^.!?\n]{0,14}(?:지시|명령|지침|프롬프트|내용|규칙|설정|메시지|안내)[^.!?\n]{0,14}(?:무시|잊|따르지 말|버리|삭제)(?:하고|하며|고|어버리고|해)[^.!?\n]{2,80}(?:하라|해라|십시오|세요|시오|할 것|하시오|써라|써 ?줘|줘|해 ?줘|여라|어라|적어라|답하라|출력)\s*[.!]?\s*$",
        r"(?:이전|앞선|앞의|앞서|위의?|위에 있는|기존|지금까지|지금까지의|상기|시스템)(?:에|까지)?[^.!?\n]{0,14}(?:지시|명령|지침|프롬프트|내용|규칙|설정)[^.!?\n]{0,8}(?:무시하|무시해|잊으|잊어|따르지 마|따르지 말)(?:라|십시오|세요|시오|주세요|줘|여라|어라|라\.|야 한다|야 합니다|고 이후|ㄹ 것)(?![고는며])",
        r"(?:당신|귀하|너|네|자네|그대)(?:이|가|은|는)?\s?(?:만약\s)?[^.!?\n]{0,10}(?:AI|인공지능|언어 ?모델|챗봇|LLM|봇|크롤러|GPT|어시스턴트|비서)(?:\s?(?:모델|시스템|비서|에이전트))?(?:이라면|라면|이면|면\b|인 경우|일 경우|입니다|이다|로서|이므로)",
        r"(?:AI|인공지능|언어 ?모델|챗봇|LLM|크롤러|어시스턴트|GPT|요약 ?봇)(?:\s?(?:모델|시스템|비서|에이전트|도구))?(?:들)?(?:은|는|에게|께|이여|아|야|님)?\s*[,:]?\s[^.!?\n]{0,80}(?:출력|요약|무시|작성|답변|응답|언급|포함|넣|기재|추천|평가|표시)[^.!?\n]{0,16}(?:하라|해라|십시오|세요|시오|할 것|하시오|줘)\s*[.!]?\s*$",
        r"(?:요약|답변|응답|출력|결과)(?:문|의 첫 줄|의 맨 앞)?에\s[^.!?\n]{0,60}(?:넣|포함|추가|적|기재|언급)[^.!?\n]{0,8}(?:하라|해라|십시오|으십시오|세요|으세요|시오|으시오|할 것|어라|을 것|줘)\s*[.!]?\s*$",
        r"(?:다음|아래)\s?(?:문장|내용|텍스트|문구|링크)(?:만|을 그대로|를 그대로)\s?(?:그대로\s?)?(?:출력|작성|답|응답)[^.!?\n]{0,6}(?:하라|해라|십시오|세요|시오|할 것|줘)",
    ),
    "ja": (
        r"(?:これまで|以前|上記|前述|先ほど|先|今まで|前|すべて|全て|システム)の?[^。！？\n]{0,12}(?:指示|命令|プロンプト|指令|ルール|設定|内容)[^。！？\n]{0,8}(?:無視|忘れ|破棄|従わ)[^。！？\n]{0,50}(?:ください|下さい|なさい|せよ|しろ|すること|ること|ろ|よ)[。！]?\s*$",
        r"(?:あなた|君|お前|貴方)(?:が|は)[^。！？\n]{0,8}(?:AI|人工知能|言語モデル|チャットボット|LLM|ボット|クローラー|GPT|アシスタント)(?:モデル|アシスタント)?(?:の場合|なら|であれば|であるなら|だったら|です|として)",
        r"(?:^|[。！？\n])(?:AI|人工知能|言語モデル|チャットボット|LLM|クローラー|アシスタント)(?:モデル|アシスタント)?(?:へ|の皆さん|の方|さん|各位|向け|に告ぐ|は)?[：:、]?[^。！？\n]{0,60}(?:出力|要約|回答|紹介|無視|記載|含め|評価|応答|言及)[^。！？\n]{0,8}(?:してください|しなさい|せよ|しろ|すること|てください|ること)[。！]?\s*$",
        r"(?:次|以下)の(?:文|文章|テキスト|リンク|内容)(?:だけ|のみ|をそのまま)を?[^。\n]{0,6}(?:出力|回答|返答|応答)(?:してください|しなさい|せよ|しろ|すること)",
        r"要約(?:の(?:冒頭|最初))?に[^。\n]{0,40}(?:含め|入れ|追加し|記載し)(?:てください|なさい|ること|ろ)",
    ),
    "zh": (
        r"(?:^|[。！？：:；;，,\n「“\"]\s*|请|請|必须|必須|立即|现在|現在)(?:忽略|无视|無視|忘记|忘記|忘掉|不要理会|不要遵循|不要遵守|覆盖|丢弃|放弃)(?:你|您|掉|了)?(?:之前|以上|先前|前面|上述|此前|前述|所有|一切|全部|上面|系统|原有)[^。！？\n]{0,10}(?:指令|指示|提示词|提示詞|提示|命令|规则|規則|要求|内容|內容|设定|設定)",
        r"(?:如果|若|假如|倘若|既然|作为|作為)(?:你|您)?(?:是|为|為)?(?:一个|一個|一名|一款)?[^。！？，,\n]{0,6}(?:AI|人工智能|人工智慧|语言模型|語言模型|大模型|聊天机器人|聊天機器人|LLM|爬虫|爬蟲|GPT)(?:助手|助理|模型|系统)?[，,\s]*(?:请|請|你|您|则|就|必须|应|務必|务必)",
        r"(?:^|[。！？\n])(?:致|告|各位|亲爱的|親愛的)?(?:所有)?(?:AI|人工智能|人工智慧|语言模型|語言模型|大模型|聊天机器人|LLM|爬虫)(?:助手|模型|系统|們|们)?(?:请|請|必须|必須|应当|應當|务必|：|:)[^。！？\n]{0,60}(?:输出|輸出|总结|摘要|回答|回复|提到|忽略|评价|推荐|写|包含)",
        r"(?:请|請|必须|必須|务必|務必)?(?:只|仅|僅)(?:输出|輸出|回答|回复|回覆|返回|写出)(?:以下|下面|如下|下列)",
        r"(?:请|請|必须|务必)?在(?:你的|您的)?(?:摘要|总结|總結|回答|回复|输出)(?:中|里|裡|的开头|的開頭)[^。\n]{0,20}(?:加入|包含|写上|提到|插入|添加)",
    ),
    "de": (
        r"(?:^|[.!?:;,\n„\"]\s*|\b(?:bitte|und|dann|jetzt|nun)\s+)(?:ignorier(?:e|en Sie|t)?|vergiss|vergessen Sie|missachte|missachten Sie|übergeh(?:e|en Sie)|verwirf)\s+(?:(?:alle|sämtliche|deine|die|Ihre|jegliche|bitte)\s+)*(?:vorherig|bisherig|obig|früher|vorangegangen|vorangehend|ursprünglich|vorig|bestehend)\w*\s+(?:Anweisung|Instruktion|Befehl|Prompt|Regel|Vorgabe|Anleitung|Eingabe|Nachricht)\w*",
        r"\b(?:wenn|falls|sofern|da)\s+(?:du|Sie|ihr)\s+(?:ein\w*\s+)?(?:\w+\s+)?(?:KI|K\.I\.|AI|Sprachmodell|Chatbot|Bot|Crawler|LLM|KI-Assistent\w*|KI-Modell|GPT|künstliche Intelligenz|Assistenzsystem)\w*\s+(?:bist|sind|seid)",
        r"(?:^|[.!?\n]\s*)(?:liebe\w*|achtung|hinweis (?:an|für)|nachricht an|an)\s*[,:]?\s*(?:alle\s+|die\s+)?(?:KI|KIs|KI-\w+|AI|LLMs?|Sprachmodelle?|Chatbots?|Crawler|Bots|Assistenten)\b",
        r"(?:^|[.!?:;,\n]\s*|\bbitte\s+)(?:gib|geben Sie|schreib(?:e|en Sie)?|antworte|antworten Sie|wiederhole)\s+(?:nur|ausschließlich|exakt|genau)\s",
        r"(?:^|[.!?:;,\n]\s*|\bbitte\s+)(?:füge|erwähne|nenne|schreibe|nimm)\b[^.!?\n]{0,60}\bin (?:deine|deiner|Ihre|Ihrer|die) (?:Zusammenfassung|Antwort|Ausgabe)",
    ),
    "es": (
        r"\b(?:ignora|ignore|ignoren|olvida|olvide|omite|descarta)\s+(?:todas?\s+|cualquier\s+|las\s+|los\s+|tus\s+|sus\s+)*(?:instrucci\w+|indicaci\w+|órdenes|mensajes|reglas|prompts?)\s+(?:previas|anteriores|precedentes|del sistema)",
        r"\bsi (?:eres|es usted|sos)\s+(?:un|una)\s+(?:\w+\s+)?(?:IA|inteligencia artificial|modelo de lenguaje|chatbot|asistente|bot|LLM)\b",
    ),
    "fr": (
        r"\b(?:ignore|ignorez|oublie|oubliez|néglige|négligez)\s+(?:toutes?\s+|tous\s+|les\s+|vos\s+|tes\s+)*(?:instructions?|consignes?|directives?|ordres|messages?|prompts?|règles)\s+(?:précédent\w*|antérieur\w*|ci-dessus|du système)",
        r"\bsi (?:tu es|vous êtes)\s+(?:un|une)\s+(?:\w+\s+)?(?:IA|intelligence artificielle|modèle de langage|chatbot|assistant|robot|LLM)\b",
    ),
    "pt": (
        r"\b(?:ignore|ignora|esqueça|desconsidere)\s+(?:todas?\s+|as\s+|os\s+|suas\s+)*(?:instruções|orientações|ordens|mensagens|regras|prompts?)\s+(?:anteriores|prévias|acima)",
    ),
    "it": (
        r"\b(?:ignora|ignorate|dimentica|trascura)\s+(?:tutte\s+|le\s+|qualsiasi\s+|i\s+)*(?:istruzioni|indicazioni|direttive|ordini|messaggi|prompt)\s+(?:precedenti|sopra|anteriori)",
    ),
    "ru": (
        r"(?:игнорируй|игнорируйте|проигнорируй|проигнорируйте|забудь|забудьте|не обращай(?:те)? внимания на)\s+(?:все\s+|всё\s+|любые\s+|свои\s+)*(?:предыдущ|прежн|вышеуказанн|прошл|предшествующ|ранн)\w*\s+(?:инструкц|указани|команд|сообщени|правил|промпт)\w*",
        r"если (?:ты|вы)\s*[—-]?\s*(?:ИИ|искусственный интеллект|языковая модель|чат-?бот|нейросеть|бот|LLM)",
    ),
    "ar": (r"تجاهل\s+(?:جميع\s+|كل\s+)?(?:التعليمات|الأوامر|التوجيهات)\s+(?:السابقة|أعلاه)",),
    "vi": (r"(?:bỏ qua|phớt lờ|quên)\s+(?:tất cả\s+|mọi\s+|các\s+)*(?:hướng dẫn|chỉ thị|lệnh)\s+(?:trước|ở trên)",),
    "id": (r"abaikan\s+(?:semua\s+|seluruh\s+)?(?:instruksi|perintah|petunjuk)\s+(?:sebelumnya|di atas)",),
    "tr": (r"(?:önceki|yukarıdaki)\s+(?:tüm\s+|bütün\s+)?(?:talimat|komut|yönerge)\w*\s+(?:yok say|görmezden gel|unut)",),
}  # fmt: skip
"""Language → patterns of orders to machines. All are tried on every text: an order may stand in any language."""

_COMPILED = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE) for patterns in _ORDERS.values() for pattern in patterns
)
_QUOTED_SHARE = 0.75
"""A quotation that is nearly the whole text is the text."""
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\U000e0000-\U000e007f]")


def addresses_machines(text: str) -> bool:
    """Whether a text gives orders to a language model, an assistant or a crawler, in any of many languages.

    Args:
        text: a sentence or a paragraph of plain text.

    Returns:
        True for "Ignore all previous instructions …", 당신이 AI라면 …, and the like; False for news about such texts and
        about artificial intelligence.
    """
    visible = _INVISIBLE.sub("", text)
    outside = _without_quotations(visible)
    return any(pattern.search(outside) for pattern in _COMPILED)


def _without_quotations(text: str) -> str:
    """The text without what it quotes, unless it is (nearly) all quotation."""
    found = quotations(text)
    if not found or sum(len(quote.text) for quote in found) >= _QUOTED_SHARE * len(text.strip()):
        return text
    pieces, at = [], 0
    for quote in found:
        pieces.append(text[at : quote.start])
        at = quote.end
    return "".join(pieces) + text[at:]
