"""How English denies, leaves open, measures out and explains."""

from __future__ import annotations

import re

from prism.languages.tables.stances import Stances, patterns

STANCES = Stances(
    due=re.compile(r"\b(?:should|must|ought to|ha(?:s|ve|d) to|needs? to)\b"),
    breaks=re.compile(r"[;:]\s|[,—–]\s|\s[-–—]\s"),
    openers=re.compile(
        r"\b(?:but|while|whereas|although|though|because|since|after|before|unless|if|when|until|which|who|whose|where|"
        r"despite|as (?=(?:the|it|he|she|they|a|an|its|their)\b)|"
        r"and (?=(?:it|he|she|they|that|was|were|is|are|has|had|have|may|might|could|can|plans|will|would|did|said|does|do|\w+ed|not|to)\b))\b",
        re.IGNORECASE,
    ),
    turns=re.compile(r"[,;:—–\s]*(?:but|while|whereas|although|though|and)\b", re.IGNORECASE),
    denied_behind=True,
    denial=patterns(
        {
            "not": r"\b(?:unable to|yet to|still (?:has|have|had|needs?|needed) to|fail(?:s|ed|ing)?(?= to\b)|not|never|cannot|neither|nor|nobody|no one|nothing|no longer|hardly|nowhere)\b|n['’]t\b",
            "no": r"\b(?:no(?!-)|none|without)\b",
            "refusal": r"\b(?:(?:hard|difficult|impossible|too early|too soon) to|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing|al)(?! collect)|reject(?:s|ed|ing|ion)?|declin(?:e[sd]?|ing)(?= (?:to|comment))|"
            r"rul(?:e|es|ed|ing) out|dismiss(?:es|ed|ing)?(?! (?:from|staff|workers))|turn(?:s|ed|ing)? down|vot(?:e|es|ed|ing) down|str(?:ike|ikes|uck) down|unclear|undecided)\b",
            "lesser": r"\b(?:(?!unless|regardless|nonetheless|nevertheless)\w{3,}less|empty|vacant|deserted|denial|zero|strand\w*|stuck|trapped|maroon\w*|stay(?:s|ed|ing)?|left|still to be|lack(?:s|ed|ing)?|"
            r"unknown|undisclosed|unconfirmed|unhurt|uninjured|unharmed|unaffected|unchanged|unlikely|unwilling|unavailable|"
            r"unpaid|unproven|impossible|withh(?:e|o)ld|cleared|oppos(?:e[sd]?|ing|ition)|fail(?:ed|ure|s|ing)?|safe|"
            r"stop(?:s|ped|ping)?|halt(?:s|ed)?|cancel(?:s|led|ed)?|scrap(?:s|ped)?|suspen(?:d(?:s|ed)?|sion)|miss(?:es|ed|ing)?|absent|dismissal|"
            r"avoid(?:s|ed)?|exclud(?:e[sd]?|ing)|exempt(?:s|ed)?|spared?|abandon(?:s|ed)?|remain(?:s|ed)?|closed|shut|still|only|alone|just|yet|rest|other|"
            r"refut(?:e[sd]?|ing)|ignor\w*|defi(?:es|ed)|defy\w*|flout\w*|breach\w*|flee\w*|fled|highest|lowest|outside|beyond|within|exceed\w*|disput(?:e[sd]?|ing)|brush(?:es|ed) (?:off|aside)|resist(?:s|ed)?|ban(?:s|ned)?|block(?:s|ed)?|barr?(?:s|ed|ing)?|forbid\w*|prohibit\w*|"
            r"short of|except|instead of|rather than|free of|far from|overturn(?:s|ed)?|strip(?:s|ped)?|uncertain|unresolved|silent|"
            r"first|since|against|prevent\w*|outlaw\w*|wait\w*|too (?:soon|early|late|few|little)|few|little|less than|under|under-?\w*|below|idle|unaccompanied|un\w{4,}ed|un\w{3,}able|"
            r"missed|lost|loss|los(?:es|ing)|end(?:ed|ing)|drop(?:s|ped|ping)?|withdr[ae]w\w*|delay\w*|postpon\w*|"
            r"differ\w*|irrelevant|independent\w*|unrelated|regardless|despite|skip\w*|quit|wrong\w*|false\w*|question\w*|doubt\w*|challeng\w*|undecid\w*|await\w*|pending|keep\w*|kept|nor|hard|difficult|struggl\w*)\b",
            "assent": r"\b(?:agree[sd]?|accept(?:s|ed)?|admit(?:s|ted)?|acknowledg\w+|confirm(?:s|ed)?|approv(?:e|es|ed)|grant(?:s|ed)?|uph(?:o|e)ld|allow(?:s|ed)?|conced\w+|consent\w*|endors\w+)\b",
            "none": r"\bnot only\b|\bnot-\w+-\w+|\bnot for profit\b|\bif [^,.;]{1,50}?(?:\b(?:not|no|never|cannot)\b|n[\'’]t\b|refus\w+|reject\w*|declin\w+|fail\w*|den(?:y|ies|ied))|\bnot (?:to )?(?:exceed|top|surpass)\w*|\b(?:not|n[\'’]t) been (?:this|so|as|that) \w+|\bnever (?:been )?(?:so|this|as)\b|\bnot just\b|\bnot merely\b|\bno later than\b|\bno (?:less|fewer|more) than\b|\bno doubt\b|\bnot least\b|\bno\. ?\d|"
            r"\bwhether or not\b|\bno matter\b|\bwithout doubt\b|(?:\bnot|n['’]t) until\b|\bheart failure\b|\bno one but\b|\bfailed (?:bank|state)",
        }
    ),
    certainty=patterns(
        {
            "possible": r"\b(?:(?-i:may)|might|could(?! not\b)|(?<!as )possibl[ey]|possibility|perhaps|probabl[ey]|likely|potential(?:ly)?|appears? to|appeared to|seems? to|seemed to|suspected|suspects?(?= (?:that|it|he|she|they|the|an?|there)\b)|believed to|thought to|unlikely|as early as|can help|tentative(?:ly)?)\b",
            "estimated": r"\b(?:estimat(?:e|es|ed|ing|ions?)|preliminar(?:y|ily)(?! (?:feasib|stud|hearing|round|investig|agreement|inquiry|ruling|contest))|provisional(?:ly)?|risks?|at risk|fear(?:s|ed)?|chance|should|open|ajar|rule out|threat(?:en|ens|ened)|reckon\w*|suggest\w*|can|able|(?<!% of )(?<!per cent of )capacity (?=to|for|of)|capable|dat(?:es|ed|ing)(?= [^.,]{1,50}? to\b)|puts?(?= [^.,]{1,50}? at\b)|believ\w+|warn\w*|danger|sees?|seeing|envisag\w*)\b",
            "considered": r"\b(?:consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|explor(?:e|es|ed|ing)|examin(?:e|es|ed|ing) (?:whether|if)|look(?:s|ed|ing)? (?:at|into)|under consideration|stud(?:y|ying|ies) (?:whether|if|a plan|plans|the option))\b",
            "pondered": r"\b(?:(?:yet to|not(?: yet)?|still to) (?:decid\w*|ma[dk]e up (?:its|his|her|their|\w+) minds?)|undecided|consider\w*|review(?:s|ed|ing)?|stud(?:y|ying|ies|ied)|discuss\w*|talks|negotiat\w*|propos\w*|whether|thought|options?|think\w*|deliberat\w*|if|examin\w*|debat\w*|ponder\w*|assess\w*)\b",
            "alleged": r"\b(?:alleg\w+|accus(?:e|es|ed|ing|ations?)|reportedly|claim(?:s|ed|ing)? (?=that|to|he|she|it|they|the)|suspicion|charged with|purported(?:ly)?|rumou?r(?:s|ed)?|unconfirmed|unverified)\b",
            "attributed": r"\b(?:claim(?:s|ed|ing)?|den(?:y|ies|ied|ying|ials?)|blam(?:e|es|ed|ing)|according to|contend\w*|argu(?:e|es|ed|ing)|complain\w*|says?|said|charg(?:e|es|ed)|suspect\w*|insist\w*|maintain\w*|denounc\w*|critici\w*|saying|told|sue[sd]?|lawsuit|trial|defendant|indict\w*|prosecut\w*)\b",
            "expected": r"\b(?:expect(?:s|ed|ing|ations?)?|forecast(?:s|ed|ing)?|predict(?:s|ed|ing|ions?)?|project(?:s|ed|ing|ions?)\b(?! (?:manager|site))|anticipat(?:e|es|ed)|"
            r"estimat(?:e|es|ed|ing|ions?)|presum(?:ed|ably)|outlook|on course|on track|set to|due to(?= \w+\b)|hop(?:e|es|ed|ing))\b",
            "planned": r"\b(?:plan(?:s|(?<!than plan)(?<!as plan)ned|ning)?|intend(?:s|ed|ing)?|intention|aim(?:s|ed|ing)?|target(?:s|ed|ing)?|goal|seek(?:s|ing)?|sought|schedul(?:e|es|(?<!than schedul)ed)|earmark\w*|slated|pencil+ed|allocat\w*|"
            r"pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|vow(?:s|ed|ing)?|want(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|due|bid|is to|are to|was to|were to|offer(?:s|ed|ing)?|"
            r"ask(?:s|ed|ing)?|call(?:s|ed|ing)? (?:for|on)|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|appeal(?:s|ed|ing)?|calls? to|in order to|request(?:s|ed|ing)?|appl(?:y|ied|ication)|try|trying|tries|tried|ready)\b",
            "condition": r"\b(?:if(?! not)|unless|provided that|as long as|subject to|pending|depend(?:s|ing)? on (?=(?:whether|how|what|if|when|approval|the (?:outcome|result|weather))\b)|conditional|contingent)\b",
            "such": r"\b(?:such|that kind|like (?:this|that|these|those))\b",
            "asked": r"\b(?:whether|if (?=(?:it|he|she|they|the|an?)\b))",
            "will": r"\b(?:will|would|shall|going to|next (?:week|month|year)|tomorrow|upcoming|later this)\b|['’]ll\b",
            "undecided": r"\bthreaten\w* (?:to|with)\b|\b(?:not|n['’]t|yet to|still to|never|no one has|nobody has) (?:yet |been |be |have |has |formally |finally )*(?:decid\w*|agree\w*|settled?|finali[sz]ed?|chosen|signed?)\b|\bno (?:final )?(?:decision|agreement|deal) (?:has|will|had|was|is)\b|\btalks (?:on|over|about|with|to) \b|whether to\b|\b(?:undecided|consider(?:s|ing)?|weigh(?:s|ing)|discuss(?:es|ing)|in talks|(?:is|are|was|were|been) negotiating|mull(?:s|ing)|exploring|pondering|would like|wants? to|hop(?:es?|ing) to|debating|looking (?:at|into))\b",
            "resolved": r"\b(?:decided|(?:reached|struck|sealed|clinched) (?:a|an|the) (?:\w+ )?(?:deal|agreement|accord)|(?:has|have|had) (?:agreed|resolved)|agreed to|signed|finali[sz]ed|settled on|committed to)\b",
            "established": r"\b(?:found that|(?:was|were) found to|(?:has |had |have )?emerged that|turned out|prove[dn]? (?:to|that)|proven|established that|confirmed that|(?:was|were|been) confirmed|admitted|confessed|uncovered)\b",
            "known": r"\b(?:know(?:s|n)?|knew|identified|determined|pinpointed|worked out|figured out|(?:is|was|are) clear)\b",
            "unknown": r"\b(?:not|n['’]t|never|yet to|no one|nobody|without) (?:yet |been |be |have |has |immediately |publicly )*(?:clear|known?|knows?|establish\w*|determin\w*|identif\w*|found out|explain\w*|disclos\w*|confirm\w*)\b|\b(?:unclear|unknown|undetermined|unidentified|unexplained|a mystery)\b",
            "certain": r"\b(?:certain(?:ly)? (?=to\b|that\b|\w)|definitely|surely|inevitabl[ey]|unavoidabl[ey]|undoubtedly|without doubt|bound to|no doubt|guarantee[sd]?)\b",
            "fixed": r"\b(?:finali[sz](?:ed|es)|locked in|set in stone|fixed (?:a|an|the|its|their|for)|firm(?:ed)? up)\b",
            "decided": r"\b(?:decid(?:e|es|ed)|decision|agree(?:s|d)?|approv(?:e|es|ed)|resolv(?:e|es|ed)|announc(?:e|es|ed)|confirm(?:s|ed)?|"
            r"ruled|found|establish(?:es|ed)?|prove[sdn]?|determin(?:e|es|ed)|conclud(?:e|es|ed))\b",
            "done": r"\b(?:has|have|had|was|were|did)\b|\b\w{2,}ed\b|\b(?:took|went|made|came|began|fell|rose|won|lost|sold|bought|paid|left|met|"
            r"gave|grew|cut|put|held|led|sent|built|broke|chose|drew|hit|ran|saw|set|shot|spent|told|wrote)\b",
        }
    ),
    scope=patterns(
        {
            "all": r"(?<!\bin )(?<!after )(?<!above )\b(?:all(?! but\b)|every(?! \d)|entire(?:ly)?|whole|everyone|everybody|throughout|anywhere|everywhere|across the|unanimous(?:ly)?)\b(?! of a sudden)",
            "full": r"\bthe (?:last|final|remaining) (?=[\d,]+ )|\b(?:full(?:y)?|entire(?:ly)?|complete(?:ly)?(?! (?:their|his|her|its|the|a|an|it|them)\b)|total(?:ly)?|everything)\b",
            "each": r"\b(?:each|both|full(?:y)?|total(?:ly)?|complete(?:ly)?|always|any|in all|no|none|every)\b",
            "none": r"\b(?:none|nobody|no one|neither|not (?:one|a single)|no (?!longer|less|more|fewer|doubt|later)(?=\w+s\b))\b",
            "most": r"\b(?:(?<!the )(?<!a )(?<!its )most(?! (?:\w+ly|important|expensive|popular|common|recent|serious|likely|powerful)\b)|majority|mostly|mainly|largely|predominantly|(?:nearly|almost) all|bulk of|more than half|over half)\b",
            "some": r"\b(?:those (?:affected|concerned|involved|eligible|injured)|some(?! ?\d| the \d)|several|a few|few|partly|partial(?:ly)?|part of|parts of|portion|certain|a number of|a handful|many|one of|"
            r"a (?:third|quarter|fifth|half) of|(?<!first )(?<!second )half (?:of|the)|selected|limited)\b|(?<![\d,.])\d+ (?:out )?of (?:the |its |their |those |all )?\w*\d*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?) of (?:the|its|their|them|those)\b",
            "part": r"\b(?:some(?! (?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty) ))|(?<!the )(?<!its )(?<!their )most|many|several) (?:of )?(?=[a-z\d])|\b(?:(?<!tak)(?<!taking )(?<!take )(?<!took )(?<!taken )(?<!takes )parts?|the majority|the bulk) of (?=[a-z\d])|\b(?:a|the) (?:third|quarter|fifth|majority) of\b",
            "sole": r"\b(?:only|solely|exclusively) (?:among|in|for|to|at|on|from|with|during|within|when|after|those|people|residents|women|men|students|members|workers|companies)\b|\b(?:solely|exclusively)\b",
            "only": r"\b(?:only|sole(?:ly)?|exclusive(?:ly)?|limited to|confined to|restricted to|nothing but)\b",
            "many": r"\b(?:many|much of|numerous|large (?:part|number|share|portion)|a lot|scores|good deal)\b",
            "merely": r"\b(?:just|merely|alone|single|unique|but one|except|apart from|first|other than|no other|last|remaining)\b",
            "least": r"\b(?:at least|no fewer than|no less than|minimum|or more|more than|over (?=\d))\b",
            "most_of": r"\b(?:at most|up to|no more than|maximum|or fewer|or less|as many as|as much as|less than|fewer than)\b",
            "first": r"\b(?:first(?! (?:half|quarter|round|set|instance|aid|lady|minister|place|deputy|vice))|for the first time|unprecedented|never before|second time)\b",
            "nation": r"\b(?:nationwide|nationally|countrywide|across the (?:whole |entire )?country|all over the country|the whole country|throughout the country)\b",
            "lasting": r"\b(?:permanent(?:ly)?|indefinite(?:ly)?|forever|for good|(?:with no|without (?:a |any )?)(?:time limit|end date|deadline))\b",
            "home": r"\bdomestic(?:ally)?\b|\bat home\b",
            "abroad_too": r"\b(?:at home and abroad|domestic(?:ally)? and (?:abroad|overseas|foreign|international\w*)|and (?:abroad|overseas))\b",
            "world": r"\b(?:world(?:wide|['’]s)?|global(?:ly)?|in the world|around the world|internationally)\b",
            "year_on_year": r"\b(?:year[- ](?:on|over)[- ]year|from (?:a|one) year (?:earlier|ago|before)|than (?:a|one) year (?:earlier|ago|before)|(?:than|from|compared with|on|in) (?:the )?(?:previous|last|same (?:period|month|quarter) (?:of )?(?:last|the previous|a)) year|annual(?:ly|ised|ized)?|a year earlier|same period (?:of|in|last))\b",
            "month_on_month": r"\b(?:month[- ](?:on|over)[- ]month|from (?:a|one|the|last) (?:previous )?month(?: (?:earlier|ago|before))?|than (?:a|one|the|in|last) (?:previous )?month(?: (?:earlier|ago|before))?|a month earlier|previous month|the month before|monthly)\b",
            "quarter_on_quarter": r"\b(?:quarter[- ](?:on|over)[- ]quarter|(?:from|than) (?:the )?(?:previous|prior|preceding|last) (?:quarter|three months)|a quarter earlier|previous quarter|the quarter before)\b",
            "quarter": r"\b(?:quarter(?:ly)?(?! of (?:the|its|all|those|a))|three months)\b",
            "full_year": r"\b(?:(?:this|last|next|full|whole|entire|the) year|annual(?:ly)?|full-year|year['’]s|(?<!end of )(?<!late )(?<!early )(?<!mid-)20\d\d)\b",
            "half_year": r"\b(?:(?:first|second) half|half[- ]year(?:ly)?|six months)\b",
            "surveyed": r"\b(?:survey(?:s|ed)?|respondents?|polled|poll|questioned|of those (?:asked|who)|among those|participants?|sample|samples|studied|voters?|cast (?:a |their )?(?:ballots?|votes?)|took part|attendees?|turnout|in a (?:\w+ )?(?:vote|ballot)|(?:patients|people|women|men|adults|workers|members|residents|households|companies) who|of (?:the |about |some |roughly )*[\d,]+ (?:\w+ )?who)\b",
            "superlative": r"\b(?:largest|biggest|highest|lowest|smallest|longest|worst|best|oldest|youngest|fastest|strongest|deadliest|(?<!no )record(?! of (?:a|an|the|any)\b)|main(?! (?:road|street|square))|chief cause|biggest cause|leading|greatest|top)\b",
            "one_of": r"\b(?:one of|among|second|third|fourth|fifth|since|in (?:more than |over |nearly |almost |about )?\w+ (?:years|decades|months))\b",
        }
    ),
    cause=patterns(
        {
            "behind": r"\b(?:because(?: of)?|(?<!is )(?<!are )(?<!be )(?<!was )(?<!were )due to|(?:is|are|was|were) due to (?:a|an|the|its|their|\w+(?:ing|age|ure|ity|ion|ment))\b|owing to|thanks to|as a result of|as a consequence of|caused by|triggered by|driven by|"
            r"prompted by|attribut(?:ed|es|ing) (?:\w+ ){0,6}to|(?<!not )put(?:s|ting)? (?:\w+ ){0,8}down to|stem(?:s|med|ming) from|on account of|"
            r"resulted from|spurred by|fuelled by|fueled by|the reason (?:was|is)|sparked by|brought about by|"
            r"(?:gave|cited|named|saw|identified) (?=[^.;,]{2,60} as (?:the|a|one|its|their) (?:\w+ ){0,2}(?:reason|cause|factor)\b)|broke out over|on (?:hopes|fears|expectations)|blamed (?:\w+ ){0,5}on)\b",
            "before": r"\b(?:led to|leads to|leading to|result(?:s|ed|ing)? in|caus(?:e[sd]|ing)(?! (?:by|of|for)\b)|trigger(?:s|ed|ing)(?! by)|prompt(?:s|ed|ing)(?! by)|"
            r"as a result(?! of)|consequently|which is why|thereby|contribut(?:e[sd]?|ing) to|fuel(?:s|led|ed|ling|ing)(?! by)|"
            r"was to blame|were to blame|is to blame|(?:was|were|is|are) the (?:main |biggest |chief |larger |largest |primary |real )?(?:cause|reason)|brought about|set(?:s|ting)? off|sparked(?! by)|started (?:it|the (?:[\w-]+ ){0,2}(?:fire|blaze|wildfire|flood|avalanche|outbreak|dispute|row)))\b",
            "loose": r"\b(?:after|following|amid|as|since|with|when|over|on|to (?=\w+)|for|so|in order to|by|cit(?:ing|ed|es)|given|in response to|in the wake of|linked to|forc(?:e|ed|ing)|drove|ma(?:ke|de|king)|so that|"
            r"therefore|hence|reasons?|blam\w+|thanks|help\w*|hurt|boost\w*|factors?|caus\w+|protest\w*|from|through|mean\w*)\b",
            "reason": r"\b(?:causes?|reasons?|because|blam\w+|factors?|explain\w*|explanation|cit(?:ing|ed|es)|attribut\w*|due to|given|by \w+ing)\b",
            "unrelated": r"\bnothing to do with\b|\bunrelated to\b|\bregardless of\b|\bno (?:link|connection|relation) (?:to|with|between)\b|\b(?:not|n['’]t) (?:because of|due to|linked to|related to|influenced? by)\b",
            "unknown": r"\breasons? (?:that|which) [^.;]{0,40}?\b(?:still|yet|have to be|remain)\b|\b(?:no single|several|more than one|many) (?:causes?|reasons?)\b|\b(?:not|n[\'’]t|yet|nobody|no one|unclear|unknown|unable|investigat\w+|examin\w+|establish|determine|know|knows) [^.;]{0,40}?(?:\b(?:what|how) (?:caused|sparked|led|triggered|prompted|set off|started|the \w+ (?:began|started|broke out|happened)))|\b(?:not|unable to|impossible to) (?:say|tell|determine|judge|establish) (?:whether|if)\b|\b(?:cause|reason|reasons|motive|causes|why|what (?:caused|led|triggered))\b[^.;]{0,50}?\b(?:not|un(?:known|clear|determined)|yet|under investigation|being investigated|investigat\w+|no\b)|"
            r"\b(?:no|not|without|declin\w+|unclear|investigat\w+|could not|did not|refus\w+|unknown)\b[^.;]{0,45}?\b(?:cause|reasons?|motive|why|explanation|explain|what (?:caused|led))\b|"
            r"\bnothing to do with\b|\bunrelated to\b|\b(?:not|n['’]t) (?:because|due|linked|related|caused|prove[nd]? (?:a )?caus)|\bcorrelat\w+|\brul(?:e|ed|es) out\b|\bassociat(?:ed with|ions? (?:between|with))\b|\bdoes not (?:prove|show|mean)\b|"
            r"\bcould not tell whether\b|\b(?:analys\w+|analyz\w+|examin\w+|investigat\w+|studying|looking (?:at|into)) whether\b[^.;]{0,60}?\b(?:caus\w+|linked|related|connected|because|due|led|reason|behind)\b|\b(?:could|can|did) ?not (?:yet )?(?:say|tell|show|know|establish) (?:whether|how (?:much|far))\b|\b(?:disagree\w*|differ(?:ed|s)?|divided|dispute[ds]?) [^.;]{0,20}?\b(?:why|causes?|reasons?)\b|\bcoinciden\w+\b|\bno link\b|\bno evidence\b",
        }
    ),
)
