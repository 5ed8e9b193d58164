"""How English denies, leaves open, measures out and explains."""

from __future__ import annotations

import re

from prism.languages.tables.stances import Stances, patterns

STANCES = Stances(
    breaks=re.compile(r"[;:]\s|[,—–]\s|\s[-–—]\s"),
    openers=re.compile(
        r"\b(?:but|while|whereas|although|though|because|since|after|before|unless|if|when|until|which|who|whose|where|"
        r"despite|as (?=(?:the|it|he|she|they|a|an|its|their)\b)|"
        r"and (?=(?:it|he|she|they|that|was|were|is|are|has|had|have|will|would|did|said|does|do|\w+ed|not|to)\b))\b",
        re.IGNORECASE,
    ),
    denied_behind=True,
    denial=patterns(
        {
            "not": r"\b(?:not|never|cannot|neither|nor|nobody|no one|nothing|no longer|hardly|nowhere)\b|n['’]t\b",
            "no": r"\b(?:no|none|without)\b",
            "refusal": r"\b(?:den(?:y|ies|ied|ying|ial)|refus(?:e|es|ed|ing|al)|reject(?:s|ed|ing|ion)?|declin(?:e[sd]?|ing)(?= (?:to|comment))|"
            r"fail(?:s|ed|ing|ure)?|unable|yet to|still to be|rul(?:e|es|ed|ing) out|dismiss(?:es|ed|ing|al)?|lack(?:s|ed|ing)?|unclear|"
            r"unknown|undecided|undisclosed|unconfirmed|unhurt|uninjured|unharmed|unaffected|unchanged|unlikely|unwilling|unavailable|"
            r"unpaid|unproven|impossible|withh(?:e|o)ld|cleared of|oppos(?:e[sd]?|ing|ition)|turn(?:s|ed|ing)? down|"
            r"stop(?:s|ped|ping)?|halt(?:s|ed)?|cancel(?:s|led|ed)?|scrap(?:s|ped)?|suspend(?:s|ed)?|miss(?:es|ed|ing)?|absent|"
            r"avoid(?:s|ed)?|exclud(?:e[sd]?|ing)|exempt(?:s|ed)?|spared?|abandon(?:s|ed)?|remain(?:s|ed)? (?:closed|shut|unsolved|silent)|"
            r"refut(?:e[sd]?|ing)|disput(?:e[sd]?|ing)|brush(?:es|ed) (?:off|aside)|resist(?:s|ed)?|ban(?:s|ned)?|block(?:s|ed)?|"
            r"short of|except|instead of|rather than|free of|far from|overturn(?:s|ed)?|strip(?:s|ped)?|uncertain|unresolved|silent)\b",
            "none": r"\bnot only\b|\bnot just\b|\bnot merely\b|\bno later than\b|\bno (?:less|fewer|more) than\b|\bno doubt\b|\bnot least\b|\bno\. ?\d|"
            r"\bwhether or not\b|\bno matter\b|\bwithout doubt\b|\bnot until\b|\bheart failure\b|\bno one but\b|\bfailed (?:bank|state)",
        }
    ),
    certainty=patterns(
        {
            "possible": r"\bmay(?! \d)\b|\b(?:might|could|possibl[ey]|possibility|perhaps|probabl[ey]|likely|potential(?:ly)?|risk of|"
            r"risks?|fear(?:s|ed)?|appears? to|appeared to|seems? to|seemed to|suspect(?:s|ed)?|believed to|thought to|unlikely|suggest(?:s|ed|ing)?|as early as|chance|"
            r"can help|threat(?:en|ens|ened)|tentative(?:ly)?|prelim\w+|provisional(?:ly)?)\b",
            "considered": r"\b(?:consider(?:s|ed|ing|ation)?|review(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|stud(?:y|ying|ies)|"
            r"explor(?:e|es|ed|ing)|examin(?:e|es|ed|ing)|look(?:s|ed|ing)? (?:at|into)|discuss(?:es|ed|ing|ions?)?|in talks|talks|negotiat(?:e|es|ing|ions?)|"
            r"propos(?:e|es|ed|ing|als?)|investigat(?:e|es|ed|ing|ions?)|whether|under consideration|think(?:s|ing) about|thought|option|decide if)\b",
            "alleged": r"\b(?:alleg(?:e|es|ed|ing|edly|ations?)|accus(?:e|es|ed|ing|ations?)|reportedly|claim(?:s|ed|ing)?|"
            r"suspicion|charged|purported(?:ly)?|rumou?r(?:s|ed)?|unconfirmed|unverified|blam(?:e|es|ed|ing)|"
            r"according to (?:an? |two |three |four )?(?:people|sources?|reports?)|contend(?:s|ed)?|argu(?:e|es|ed|ing)|complain(?:s|ed)?|says?|said)\b",
            "expected": r"\b(?:expect(?:s|ed|ing|ations?)?|forecast(?:s|ed|ing)?|predict(?:s|ed|ing|ions?)?|project(?:s|ed|ing|ions?)\b(?! (?:manager|site))|anticipat(?:e|es|ed)|"
            r"estimat(?:e|es|ed|ing|ions?)|outlook|should|on course|on track|set to|due to(?= \w+\b)|hop(?:e|es|ed|ing)|would)\b",
            "planned": r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intention|aim(?:s|ed|ing)?|target(?:s|ed|ing)?|goal|seek(?:s|ing)?|sought|schedul(?:e|es|ed)|"
            r"pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|vow(?:s|ed|ing)?|want(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|due|bid|is to|are to|was to|were to|offer(?:s|ed|ing)?|"
            r"ask(?:s|ed|ing)?|call(?:s|ed|ing)? (?:for|on)|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|request(?:s|ed|ing)?|appl(?:y|ied|ication)|try|trying|tries|tried|ready)\b",
            "condition": r"\b(?:if|unless|provided|once|as long as|subject to|pending|depend(?:s|ing)? on|should (?=\w+ \w+ to))\b",
            "will": r"\b(?:will|shall|going to|next (?:week|month|year)|tomorrow|upcoming|later this)\b|['’]ll\b",
            "decided": r"\b(?:decid(?:e|es|ed)|decision|agree(?:s|d)?|approv(?:e|es|ed)|resolv(?:e|es|ed)|announc(?:e|es|ed)|confirm(?:s|ed)?|"
            r"rul(?:e|es|ed)|found|establish(?:es|ed)?|prove[sdn]?|determin(?:e|es|ed)|conclud(?:e|es|ed))\b",
            "done": r"\b(?:has|have|had|was|were|did)\b|\b\w{2,}ed\b|\b(?:took|went|made|came|began|fell|rose|won|lost|sold|bought|paid|left|met|"
            r"gave|grew|cut|put|held|led|sent|built|broke|chose|drew|hit|ran|saw|set|shot|spent|told|wrote)\b",
        }
    ),
    scope=patterns(
        {
            "all": r"\b(?:all|every|each|entire(?:ly)?|whole|both|everyone|everybody|full(?:y)?|total(?:ly)?|complete(?:ly)?|throughout|across the|unanimous(?:ly)?|always|any)\b",
            "most": r"\b(?:most(?! (?:\w+ly|important|expensive|popular|common|recent|serious|likely|powerful|[a-z]+(?:ed|ive|ous|ful|al|ant|ent)\b))|majority|mostly|mainly|largely|predominantly|(?:nearly|almost) all|bulk of|more than half|over half)\b",
            "some": r"\b(?:some(?! ?\d| (?:of )?the \d)|several|a few|few|partly|partial(?:ly)?|part of|parts of|portion|certain|a number of|a handful|many|one of|"
            r"a (?:third|quarter|fifth|half) of|half (?:of|the)|selected|limited)\b|\b\d+ (?:out )?of (?:the |its |their |those |all )?\w*\d*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?) of (?:the|its|their|them|those)\b",
            "only": r"\b(?:only|sole(?:ly)?|exclusive(?:ly)?|alone|limited to|just(?= \w+ of| one| two| the)|confined to|restricted to|nothing but|merely)\b",
            "least": r"\b(?:at least|no fewer than|no less than|minimum|or more|more than|over (?=\d))\b",
            "most_of": r"\b(?:at most|up to|no more than|maximum|or fewer|or less|as many as|as much as|less than|fewer than)\b",
            "first": r"\b(?:first(?! (?:half|quarter|round|set|instance|aid|lady|minister|place|deputy|vice))|for the first time|unprecedented|never before|second time)\b",
            "nation": r"\b(?:nationwide|national(?:ly)?|countrywide|across the (?:whole |entire )?country|all over the country|the whole country|throughout the country)\b",
            "world": r"\b(?:world(?:wide|['’]s)?|global(?:ly)?|in the world|around the world|internationally)\b",
            "year_on_year": r"\b(?:year[- ](?:on|over)[- ]year|from (?:a|one) year (?:earlier|ago|before)|than (?:a|one) year (?:earlier|ago|before)|(?:than|from|compared with|on|in) (?:the )?(?:previous|last|same (?:period|month|quarter) (?:of )?(?:last|the previous|a)) year|annual(?:ly|ised|ized)?|a year earlier|same period (?:of|in|last))\b",
            "month_on_month": r"\b(?:month[- ](?:on|over)[- ]month|from (?:a|one|the|last) (?:previous )?month(?: (?:earlier|ago|before))?|than (?:a|one|the|in|last) (?:previous )?month(?: (?:earlier|ago|before))?|a month earlier|previous month|the month before|monthly)\b",
            "quarter_on_quarter": r"\b(?:quarter[- ](?:on|over)[- ]quarter|(?:from|than) (?:the )?(?:previous|prior|preceding|last) (?:quarter|three months)|a quarter earlier|previous quarter|the quarter before)\b",
            "quarter": r"\b(?:quarter(?:ly)?(?! of (?:the|its|all|those|a))|three months)\b",
            "half_year": r"\b(?:(?:first|second) half|half[- ]year(?:ly)?|six months)\b",
            "surveyed": r"\b(?:survey(?:s|ed)?|respondents?|polled|poll|questioned|of those (?:asked|who)|among (?:those|the)|participants?|sample|samples|studied)\b",
            "superlative": r"\b(?:largest|biggest|highest|lowest|smallest|longest|worst|best|oldest|youngest|fastest|strongest|deadliest|record|main(?! (?:road|street|square))|chief cause|biggest cause|leading|greatest|top)\b",
            "one_of": r"\b(?:one of|among|second|third|fourth|fifth|since|in (?:more than |over |nearly |almost |about )?\w+ (?:years|decades|months))\b",
        }
    ),
    cause=patterns(
        {
            "behind": r"\b(?:because(?: of)?|due to(?! (?:\w+ (?:on|in|by|at)\b|be\b|open\b|start\b|begin\b|take\b|end\b|hold\b|meet\b))|owing to|thanks to|as a result of|as a consequence of|caused by|triggered by|driven by|"
            r"prompted by|blamed? (?:\w+ ){0,4}(?:on|for)|attribut(?:ed|es|ing) (?:\w+ ){0,6}to|put(?:s|ting)? (?:\w+ ){0,8}down to|stem(?:s|med|ming) from|on account of|"
            r"resulted from|in response to|spurred by|fuelled by|fueled by|reason(?:s)? (?:was|were|is|for)|sparked by|helped by|hurt by|boosted by|on the back of|"
            r"in protest (?:at|over|against)|broke out over|in the wake of|given the|brought about by|cit(?:ing|ed|es)|on (?:hopes|fears|expectations)|linked to|tied to)\b",
            "before": r"\b(?:led to|leads? to|leading to|result(?:s|ed|ing)? in|caus(?:e[sd]?|ing)(?! (?:by|of)\b)|trigger(?:s|ed|ing)?(?! by)|prompt(?:s|ed|ing)(?! by)|forc(?:e[sd]|ing)|"
            r"so that|therefore|as a result(?! of)|consequently|which is why|hence|thereby|contribut(?:e[sd]?|ing) to|fuel(?:s|led|ed|ling|ing)(?! by)|spur(?:s|red|ring)(?! by)|"
            r"was to blame|were to blame|is to blame|(?:was|were|is|are) the (?:main |biggest |chief |larger |largest |primary |real )?(?:cause|reason|factor)|drove|"
            r"brought about|set off|sparked|force(?:s|d)|makes? it|made it)\b",
            "loose": r"\b(?:after|following|amid|as|since|with|when|over|on|to (?=\w+)|for|but|so|in order to|despite|by)\b",
            "unknown": r"\b(?:cause|reason|reasons|motive|causes|why|what (?:caused|led|triggered))\b[^.;]{0,50}?\b(?:not|un(?:known|clear|determined)|yet|under investigation|being investigated|investigat\w+|no\b)|"
            r"\b(?:no|not|without|declin\w+|unclear|investigat\w+|could not|did not|refus\w+|unknown)\b[^.;]{0,45}?\b(?:cause|reasons?|motive|why|explanation|explain|what (?:caused|led))\b|"
            r"\bnothing to do with\b|\bunrelated to\b|\b(?:not|n['’]t) (?:because|due|linked|related|caused|prove[nd]? (?:a )?caus)|\bcorrelat\w+|\brul(?:e|ed|es) out\b|\bassociat(?:ed|ion)\b|\bdoes not (?:prove|show|mean)\b|"
            r"\bcould not tell whether\b|\bcoinciden\w+\b|\bno link\b|\bno evidence\b",
        }
    ),
)
