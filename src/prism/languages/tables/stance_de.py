"""How German denies, leaves open, measures out and explains."""

from __future__ import annotations

import re

from prism.languages.tables.stances import Stances, patterns

STANCES = Stances(
    breaks=re.compile(r"[;:]\s|[,–—]\s"),
    openers=re.compile(
        r"\b(?:und (?=(?:hat|ist|war|wird|wurde|will|soll|warf|wies|sagte|er|sie|es)\b)|aber|sondern|während|obwohl|weil)\b"
    ),
    denial=patterns(
        {
            "not": r"\b(?:nicht|nie|niemals|niemand|nichts|weder)\b",
            "no": r"\b(?:kein\w*|ohne)\b",
            "refusal": r"\b(?:verweiger\w*|lehn\w* [^.]{0,40}\bab|abgelehnt|ablehn\w*|verneint?|bestreit\w*|bestritt\w*|dementier\w*|wies\b[^.]{0,60}\bzurück|zurückgewiesen)\b",
            "lesser": r"\b(?:scheiter\w*|gescheitert|unklar|offen|ungewiss|un\w{5,}|schließ\w* [^.]{0,30}aus|ausgeschlossen|abgesagt|absag\w*|verb(?:ot\w*|ieten)|gestoppt|gestrichen|verzicht\w*|gegen|"
            r"ausgenommen|fehl\w*|untersag\w*|nur|erst|seit|statt|weniger|noch|kaum|stopp\w*|streich\w*|ende\w*|verlor\w*|anders)\b",
            "assent": r"\b(?:stimm\w* [^.]{0,40}zu|zugestimmt|räum\w* [^.]{0,40}ein|akzeptier\w*|gebilligt|billig\w*|genehmig\w*|bestätig\w*|erlaub\w*|einig\w*)\b",
            "none": r"\bnicht nur\b|\bnicht zuletzt\b|\bnicht mehr als\b|\bohne Zweifel\b",
        }
    ),
    certainty=patterns(
        {
            "possible": r"\b(?:könnt\w*|dürft\w*|möglich\w*|womöglich|vielleicht|vermut\w*|wahrscheinlich|wohl|offenbar|anscheinend|frühestens)\b",
            "estimated": r"\b(?:droh\w*|gefährdet|kann|können|gefahr|risik\w*|schätz\w*)\b",
            "considered": r"\b(?:prüf\w*|erwäg\w*|erwog\w*|überleg\w*|ob)\b",
            "pondered": r"\b(?:diskutier\w*|verhand\w*|berat\w*|untersuch\w*|ermittel\w*|vorschlag\w*|vorgeschlagen|debatt\w*)\b",
            "alleged": r"\b(?:angeblich|mutmaßlich\w*|vorwurf|vorwürfe|beschuldig\w*|verdacht)\b",
            "attributed": r"\b(?:wirft|warf|soll|sollen|laut|zufolge|sagte|erklärte|nach angaben|kritisier\w*|bezichtig\w*|behaupt\w*)\b",
            "expected": r"\b(?:erwart\w*|rechn\w*|prognos\w*|voraussichtlich|schätz\w*|hoff\w*|sollte\w*)\b",
            "planned": r"\b(?:plan\w*|geplant\w*|will|wollen|wolle|beabsichtig\w*|vorgesehen|ziel\w*|strebt|forder\w*|bat|bitte\w*|vorhaben|möchte\w*|beantrag\w*)\b",
            "condition": r"\b(?:wenn|falls|sofern|sobald|vorbehaltlich|bedingung)\b",
            "will": r"\b(?:wird|werden|werde|nächste\w*|künftig|kommende\w*)\b",
            "decided": r"\b(?:beschlossen|beschloss|entschied\w*|entschieden|genehmigt|bestätigt\w*|vereinbart\w*|erwiesen|festgestellt)\b",
            "done": r"\b(?:hat|haben|hatte\w*|ist|sind|war|waren|wurde\w*|ge\w+(?:t|en))\b",
        }
    ),
    scope=patterns(
        {
            "all": r"\b(?:alle[nrms]?|sämtliche\w*|jede\w*|ganze\w*|gesamte\w*|vollständig|beide\w*|überall|einstimmig)\b",
            "most": r"\b(?:die meisten|der meisten|den meisten|mehrheit\w*|großteil|überwiegend|größtenteils|mehr als die hälfte|fast alle\w*|meist)\b",
            "some": r"\b(?:einige\w*|mehrere\w*|manche\w*|teilweise|teil|teile|ein paar|bestimmte\w*|etliche|(?:ein|zwei|drei|vier|fünf|sechs|\d+) (?:von|der)|hälfte)\b",
            "only": r"\b(?:nur|lediglich|ausschließlich|allein|einzig\w*|beschränkt)\b",
            "nation": r"\b(?:bundesweit\w*|landesweit\w*|im ganzen land)\b",
            "year_on_year": r"\b(?:vorjahr\w*|jahresvergleich|als im jahr zuvor)\b",
            "month_on_month": r"\b(?:vormonat\w*)\b",
            "quarter_on_quarter": r"\b(?:vorquartal\w*)\b",
            "quarter": r"\b(?:quartal\w*|vierteljahr\w*)\b",
            "half_year": r"\b(?:halbjahr\w*|sechs monate\w*)\b",
            "surveyed": r"\b(?:befragt\w*|umfrage\w*|studie\w*)\b",
            "first": r"\b(?:erstmals|zum ersten mal|erste\w* mal)\b",
        }
    ),
    cause=patterns(
        {
            "behind": r"\b(?:weil|wegen|aufgrund|auf grund|dank|infolge|da|denn|durch|verursacht|zurückzuführen auf|grund|ursache)\b",
            "before": r"\b(?:führ\w* [^.]{0,40}zu|geführt|deshalb|daher|deswegen|verursach\w*|auslös\w*|ausgelöst|bewirk\w*|zwang|zwingt|sodass)\b",
            "loose": r"\b(?:nach|nachdem|mit|bei|vor dem hintergrund|angesichts|um)\b",
            "unknown": r"\b(?:ursache|grund|gründe|motiv|zusammenhang)\b[^.]{0,40}\b(?:unklar|nicht|kein\w*|unbekannt|offen|ermittel\w*|untersuch\w*)\b|\b(?:nicht|kein\w*|ohne)\b[^.]{0,30}\b(?:ursache|grund|gründe|begründung|zusammenhang)\b|\bnichts (?:mit|zu tun)\b",
        }
    ),
)
