"""How Spanish and French deny, leave open, measure out and explain."""

from __future__ import annotations

import re

from prism.languages.tables.stances import Stances, patterns

SPANISH = Stances(
    breaks=re.compile(r"[;:]\s|[,–—]\s"),
    openers=re.compile(r"\b(?:pero|aunque|mientras|porque|y (?=(?:acusó|dijo|se|no|la|el|ha|fue)\b)|que (?=no\b))\b"),
    denied_behind=True,
    denial=patterns(
        {
            "not": r"\b(?:no|nunca|jamás|tampoco|ni)\b",
            "no": r"\b(?:ningún|ninguna|ninguno|nadie|nada|sin)\b",
            "refusal": r"\b(?:rechaz\w+|neg(?:ó|aron|ar|ado)|niega\w*|desmint\w+|desminti\w+|declinó)\b",
            "lesser": r"\b(?:fracas\w+|descart\w+|desconoc\w+|cancel\w+|suspend\w+|exclu\w+|evit\w+|carec\w+|prohib\w+|ileso\w*|solo|sólo|desde|contra|falt\w+|menos|aún|todavía|perd\w+|dej\w+|primer\w*)\b",
            "assent": r"\b(?:acept\w+|admit\w+|acord\w+|accedi\w+|aprob\w+|reconoc\w+|confirm\w+)\b",
            "none": r"\bno (?:solo|sólo|obstante|menos de|más de)\b|\bsin embargo\b|\bsin duda\b|\bni siquiera\b",
        }
    ),
    certainty=patterns(
        {
            "possible": r"\b(?:podr[íi]a\w*|posible\w*|quizás?|tal vez|probable\w*|parece\w*)\b",
            "estimated": r"\b(?:puede\w*|riesgo\w*|calcul\w+|estim\w+)\b",
            "considered": r"\b(?:estudia\w*|considera(?:n|ndo)?|evalúa\w*|sopesa\w*|baraja\w*)\b",
            "pondered": r"\b(?:analiz\w+|negoci\w+|discut\w+|investig\w+|propon\w+|propuest\w+|estudi\w+)\b",
            "alleged": r"\b(?:presunt\w+|supuest\w+|acus\w+|sospech\w+)\b",
            "attributed": r"\b(?:según|dijo|afirm\w+|denunci\w+|asegur\w+|sostuv\w+|declar\w+)\b",
            "expected": r"\b(?:esper\w+|prev\w+|pronostic\w+|estim\w+|calcul\w+|deber[íi]a\w*)\b",
            "planned": r"\b(?:plane\w+|planif\w+|pretend\w+|busc\w+|quier\w+|propósito|intenci\w+|objetivo|pid\w+|exig\w+|solicit\w+|promet\w+)\b",
            "condition": r"\b(?:si|siempre que|en caso de)\b",
            "will": r"\b\w+(?:rá|rán)\b|\bva a\b|\bvan a\b",
            "decided": r"\b(?:decid\w+|acord\w+|aprob\w+|confirm\w+|demostr\w+|prob[óa]\w*)\b",
            "done": r"\b(?:ha|han|fue|fueron|era|había|\w+(?:ó|aron|ieron))\b",
        }
    ),
    scope=patterns(
        {
            "all": r"\b(?:tod[oa]s?|cada|enter[oa]|complet\w+|ambos|ambas)\b",
            "most": r"\b(?:mayoría|mayor parte|casi todos|casi todas)\b",
            "some": r"\b(?:algun[oa]s|algún|vari[oa]s|parte|parcial\w*|una? de l\w+|\w+ de l[oa]s \d+|mitad)\b",
            "only": r"\b(?:s[óo]lo|solamente|únic\w+|exclusiv\w+)\b",
            "nation": r"\b(?:todo el país|nacional\w*)\b",
            "surveyed": r"\b(?:encuest\w+|estudio|particip\w+)\b",
        }
    ),
    cause=patterns(
        {
            "behind": r"\b(?:porque|debido a|por culpa de|a causa de|gracias a|como consecuencia de|ya que|provocad\w+ por|causad\w+ por|por (?=la|el|los|las|su))\b",
            "before": r"\b(?:provoc\w+|caus\w+|llev\w+ a|oblig\w+|por lo que|por eso|result\w+)\b",
            "loose": r"\b(?:tras|después|con|al|para|luego)\b",
            "unknown": r"\b(?:causas?|motivos?|razon(?:es)?|razón)\b[^.]{0,40}\b(?:no|desconoc\w+|investig\w+|sin|clar\w+)\b|\b(?:no|sin|desconoc\w+|descart\w+)\b[^.]{0,40}\b(?:causas?|motivos?|razón|razones|relación)\b",
        }
    ),
)

FRENCH = Stances(
    breaks=re.compile(r"[;:]\s|[,–—]\s"),
    openers=re.compile(r"\b(?:mais|alors que|tandis que|bien que|parce que|et (?=(?:a|ont|est|il|elle)\b))\b"),
    denied_behind=True,
    denial=patterns(
        {
            "not": r"\b(?:ne\b|n['’](?=\w)|pas\b|jamais|ni)",
            "no": r"\b(?:aucun\w*|sans|personne ne|rien)\b",
            "refusal": r"\b(?:refus\w+|rejet\w+|ni(?:é|e|ent|ait)\b|dément\w*|démenti)\b",
            "lesser": r"\b(?:échou\w+|écart\w+|exclu\w*|annul\w+|suspend\w+|inconnu\w*|indemne\w*|interdi\w+|seul\w*|depuis|contre|moins|encore|manqu\w+|perd\w*)\b",
            "assent": r"\b(?:accept\w+|admi[ts]\w*|approuv\w+|reconn\w+|confirm\w+|accord\w+)\b",
            "none": r"\bpas seulement\b|\bnon seulement\b|\bsans doute\b|\bpas moins de\b|\bne [^.]{1,20} que\b",
        }
    ),
    certainty=patterns(
        {
            "possible": r"\b(?:pourrai\w*|possible\w*|peut-être|probable\w*|semble\w*|devrai\w*)\b",
            "estimated": r"\b(?:peut|peuvent|risqu\w+|estim\w+)\b",
            "considered": r"\b(?:étudie\w*|envisag\w+|réfléchi\w+)\b",
            "pondered": r"\b(?:examin\w+|négoci\w+|discut\w+|enquêt\w+|propos\w+)\b",
            "alleged": r"\b(?:présumé\w*|accus\w+|soupçonn\w+|prétend\w*|aurait|auraient)\b",
            "attributed": r"\b(?:selon|affirm\w+|dit|déclar\w+|assur\w+)\b",
            "expected": r"\b(?:prév\w+|attend\w+|estim\w+|espér\w+|table sur)\b",
            "planned": r"\b(?:prévoi\w+|projet\w*|compte\w*|veut|veulent|entend|vise\w*|demand\w+|promis|promet\w*)\b",
            "condition": r"\b(?:si|à condition|sous réserve)\b",
            "will": r"\b\w+(?:era|eront|ira|iront)\b|\bva\b|\bvont\b",
            "decided": r"\b(?:décid\w+|accord|approuv\w+|confirm\w+|conclu\w*)\b",
            "done": r"\b(?:a|ont|est|sont|était|avait) \w+(?:é|és|ée|ées|i|is|u|us)\b",
        }
    ),
    scope=patterns(
        {
            "all": r"\b(?:tous|toutes|toute|chaque|entier\w*|ensemble|intégral\w*)\b",
            "most": r"\b(?:plupart|majorité|quasi-totalité)\b",
            "some": r"\b(?:certain\w*|quelques|plusieurs|partie|une? des|moitié)\b",
            "only": r"\b(?:seul\w*|uniquement|exclusivement)\b",
            "nation": r"\b(?:tout le pays|national\w*)\b",
            "surveyed": r"\b(?:sondé\w*|sondage|interrogé\w*|étude)\b",
        }
    ),
    cause=patterns(
        {
            "behind": r"\b(?:parce qu\w*|en raison d\w*|à cause d\w*|grâce à|due?s? à|car|provoqué\w* par|causé\w* par)\b",
            "before": r"\b(?:provoqu\w+|caus\w+|condui\w+ à|entraîn\w+|pouss\w+ à)\b",
            "loose": r"\b(?:après|suite à|avec|pour|sur fond de)\b",
            "unknown": r"\b(?:causes?|raisons?|motifs?)\b[^.]{0,40}\b(?:pas|inconnu\w*|enquêt\w+|aucun\w*)\b|\b(?:aucun\w*|pas|sans)\b[^.]{0,40}\b(?:causes?|raisons?|lien)\b",
        }
    ),
)
