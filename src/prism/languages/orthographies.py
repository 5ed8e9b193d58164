"""How words in Latin letters sound in the languages whose letters they show: Wrocław as vrotsuaf, Delacroix as delakwa.

Korea's rules for writing foreign words (외래어 표기법) go language by language, by what the letters sound like there; so does Japan's use of
Katakana. Each language here has the letters by which a word shows that it may be its own, and its rules, first to last; the
result is spelt so that `same_name` hears it: sh and ch for hissing sounds, y for the j of German, ng and w as in English.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from prism.languages.mandarin import hangul_of_pinyin

_UNMARKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th"}
)


@lru_cache(maxsize=4096)
def unmarked(text: str) -> str:
    """A text in small letters without the marks on its Latin letters (Akgündüz is akgunduz), other scripts unchanged."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(
        unicodedata.normalize("NFD", one)[0] if one <= _LAST_LATIN else one for one in folded.translate(_UNMARKED)
    )


_LAST_LATIN = "\u1eff"


@dataclass(frozen=True, slots=True)
class _Orthography:
    """A way of spelling.

    Attributes:
        shown: what a word in small letters that may be of the language has.
        rules: pattern and what it is heard as, the first first; what it puts in capitals no later rule changes.
    """

    shown: str
    rules: tuple[tuple[str, str], ...]


_POLISH = _Orthography(
    r"[łńśźżąę]|sz|cz|rz|dzi|ów$|ck[aei]|wsk|w(?=[ac-z])|aw$|ow$",
    (
        ("szcz", "SHCH"), ("dź$", "CH"), ("dź|dż|dzi(?=[aeou])", "J"), ("(?<=[kpt])rz|sz", "SH"), ("cz|ci(?=[aeou])|ć|c(?=i)", "CH"), ("rz|ż|ź", "ZH"), ("ch", "h"),
        ("ś|si(?=[aeou])", "SH"), ("ń", "n"), ("c", "ts"), ("w$", "f"), ("w", "v"), ("ł", "w"), ("ó", "u"), ("[ąę](?=[bp])", "om"), ("[ą]", "on"), ("ę", "en"), ("j", "y"),
    ),
)  # fmt: skip
_CZECH = _Orthography(
    r"[ěščřžýůťďň]|ck[aáyý]|ice$|ov[aá]$|nj|lj|ić?$|vi[cć]",
    (
        ("dž|dj|đ", "J"), ("nj|ň", "ny"), ("lj", "ly"), ("[ćč]|(?<=[aeiou])c$", "CH"), ("š", "SH"), ("ř", "rZH"), ("ž", "ZH"), ("ch", "h"), ("c", "ts"),
        ("ě", "ye"), ("j", "y"), ("w", "v"), ("ť", "ti"), ("ď", "di"),
    ),
)  # fmt: skip
_HUNGARIAN = _Orthography(
    r"[őűáóéöü]|sz|gy|cs|zs|ly|halm|ny",
    (
        ("sz", "S"), ("dzs", "J"), ("zs", "ZH"), ("cs", "CH"), ("cz|c(?!h)", "ts"), ("s", "SH"), ("gy", "J"), ("ty", "CH"), ("ly|j", "y"),
        ("a", "eo"), ("á", "a"), ("[öő]", "oe"), ("[üű]", "wi"),
    ),
)  # fmt: skip
_TURKISH = _Orthography(r"[ğışçöü]|c(?=[aeou])", (("ç|ch", "CH"), ("c", "J"), ("ş", "SH"), ("ğ", ""), ("ı", "eu"), ("j", "ZH"), ("ü", "wi"), ("ö", "oe")))  # fmt: skip
_PORTUGUESE = _Orthography(
    r"[ãõêâç]|lh|nh|rr|[aeiou]l$|^r|ei|ou|[aeiou]s$|x|os?$|[td][ie]|[áéíóú]",
    (
        ("nh", "ny"), ("lh", "LY"), ("ães", "aNGis"), ("ão", "ang"), ("õe", "oi"), ("ç", "s"), ("^x|x", "sh"), ("qu(?=[ei])", "k"), ("gu(?=[ei])", "k"), ("[gj](?=[ei])|j", "J"), ("^r|rr", "H"),
        ("ch", "SH"), ("d(?=[ieé]s?$|i)", "J"), ("t(?=[ieé]s?$|i)", "CH"), ("(?<=[aeiouáéíóú])l(?![aeiouáéíóúh])", "u"), ("(?<=[a-z])o(?=s?$)", "u"), ("e(?=s?$)", "i"),
    ),
)  # fmt: skip
_SPANISH = _Orthography(
    r"ll|ñ|[áéíóú]|j|ez$|z|g[ei]|^h|gu[ei]|qu",
    (
        ("ll", "y"), ("ñ", "ny"), ("j|x", "H"), ("g(?=[eéií])", "H"), ("gu(?=[eéií])", "g"), ("qu", "k"), ("^h", ""), ("z|c(?=[eéií])", "s"), ("v", "b"),
    ),
)  # fmt: skip
_FRENCH = _Orthography(
    r"eau|oi|ou|au|eu|ai|oy|[èêçœîôûâéëï]|gn|et$|ier$|^ch|qu|[oaie]n[st]?$|ille|lles$|^l[ea][bcdfgmprst]|^du[bcfmprt]|^mont|ard$|ert$",
    (
        ("eaux?|aux?(?:lt|ld|d|t|s)?(?![a-z])|au", "o"), ("oi[xst]?(?![a-z])|oi", "wa"), ("oy(?=[aeiou])", "way"), ("oux?", "u"), ("œu|eu", "eo"), ("ai|ei|è|ê", "e"), ("gn", "ny"),
        ("(?<=[aeiou])ill?(?=[ae])", "y"), ("ill(?=[ae])", "iy"), ("dj", "J"), ("tch", "TCH"), ("ch", "SH"), ("qu", "k"), ("ç|c(?=[eéi])", "s"), ("g(?=[eéiy])|j", "ZH"), ("gu(?=[eéi])", "g"),
        ("(?:er|ez|ée?)$", "e"), ("es?$", ""), ("[sxtdpz]+$", ""), ("[ae][nm](?![aeiouyhnm])", "ang"), ("o[nm](?![aeiouyhnm])", "ong"), ("(?:[yiu]|ie)[nm](?![aeiouyhnm])", "aeng"), ("h", ""),
    ),
)  # fmt: skip
_FRENCH_SOUNDED = _Orthography(_FRENCH.shown, tuple(rule for rule in _FRENCH.rules if rule[0] not in {"es?$", "[sxtdpz]+$"}))  # fmt: skip
_GERMAN = _Orthography(
    r"[äöüß]|[aeou]ch|ei|eu|ie|sch|w|v|z|st|sp|ig$|tz|ch|j|pf|th",
    (("tsch", "CH"), ("sch", "SH"), ("chs", "ks"), ("ch", "h"), ("äu|eu", "oi"), ("ei|ey|ai", "ai"), ("ie", "i"), ("tz|z", "ts"), ("^s(?=[tp])", "SH"), ("v", "f"), ("w", "v"), ("j", "y"), ("th", "t"), ("ig$", "ihi"), ("ß", "s")),
)  # fmt: skip
_DUTCH = _Orthography(r"ij|oe|aa|ui|uy|sch|ee|oo|g|eu", (("sch$", "s"), ("sch", "seuh"), ("ch|g", "h"), ("ij|ei", "ei"), ("ui|uy", "awi"), ("oe", "u"), ("v", "p"), ("w", "b"), ("j", "y"), ("aa", "a")))  # fmt: skip
_ITALIAN = _Orthography(r"gli|gn|[cg]h|cc|zz|sc[ie]|[cg][iey].*[aeio]$|z", (("gli(?=[aeou])", "ly"), ("gli", "li"), ("gn", "ny"), ("sc(?=[ie])", "SH"), ("cci(?=[aou])|ci(?=[aou])|cc(?=[ie])|c(?=[ie])", "CH"), ("ggi(?=[aou])|gi(?=[aou])|gg(?=[ie])|g(?=[ie])", "J"), ("ch", "k"), ("gh", "g"), ("zz|z", "ts")))  # fmt: skip
_NORDIC = _Orthography(r"[åäöøæ]|[kgts]j|[hgl]j|k[eiy]|g[eiy]|rg$|berg|sk[eiy]", (("s[kt]?j|sk(?=[eiyäö])|[kt]j|k(?=[eiyäö])", "SH"), ("[gdhl]j|g(?=[eiyäö])|(?<=[rl])g$", "Y"), ("å", "o"), ("[øö]", "oe"), ("æ|ä", "e"), ("y", "wi"), ("j", "y")))  # fmt: skip
_VIETNAMESE = _Orthography(
    r"^(?:ng?h?|tr|th|ph|kh|ch|gi|qu|[bcdđghklmnprstvx])?[aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}(?:ng|nh|ch|[cmnpt])?$",
    (("^đ", "D"), ("^(?:gi(?=[aeou])|d)", "J"), ("^tr", "CH"), ("^ngh?(?=.)", "eung"), ("nh", "n"), ("kh", "k"), ("^x", "s"), ("ch$", "k"), ("^qu", "kw")),
)  # fmt: skip
_ENGLISH = _Orthography(
    r"^wh|mb|^kn|^wr|^ps|gh|cester|burgh|sc[eiy]|lm|olm|ln$|oln|geo|tion|eau|ough|sh?ire|ture|isle|ph",
    (("oln", "on"), ("^wh", "h"), ("mb(?=$|[^aeioulr])", "m"), ("^kn", "n"), ("^wr", "r"), ("^ps", "s"), ("cester", "ster"), ("burgh", "bura"), ("gh(?=t|$)", ""), ("olm", "om"), ("ture$", "cher"), ("tion", "sheon"), ("isle", "ail"), ("ph", "p")),
)  # fmt: skip
_HARD = _Orthography(r"kh|^gh|q", (("kh", "k"), ("^gh", "g"), ("qu?", "k")))
"""Arabic, Persian and Urdu in Latin letters as others spell them."""
_ALL = (
    _POLISH, _CZECH, _HUNGARIAN, _TURKISH, _PORTUGUESE, _SPANISH, _FRENCH, _FRENCH_SOUNDED, _GERMAN, _DUTCH, _ITALIAN, _NORDIC, _VIETNAMESE, _ENGLISH, _HARD,
)  # fmt: skip


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]], ...]:
    return tuple(
        (re.compile(one.shown), tuple((re.compile(pattern), sound) for pattern, sound in one.rules)) for one in _ALL
    )


@lru_cache(maxsize=16384)
def heard_as(word: str) -> tuple[str, ...]:
    """A word in Latin letters as it sounds in each language that it may be of by its letters; Pinyin in Hangul.

    Args:
        word: one word, in Latin letters.

    Returns:
        Spellings for `same_name`, without the word itself; none for a word that shows no language.
    """
    folded = word.casefold()
    found: dict[str, None] = {}
    for shown, rules in _compiled():
        if shown.search(folded):
            heard = folded
            for pattern, sound in rules:
                heard = pattern.sub(sound, heard)
            found[unmarked(heard)] = None
    mandarin = pinyin_in_hangul(folded)
    if mandarin:
        found[mandarin] = None
    found.pop(folded, None)
    return tuple(found)


@lru_cache(maxsize=8192)
def pinyin_in_hangul(word: str, least: int = 2) -> str:
    """A word of Pinyin in Hangul (Heihe is 헤이허), or empty.

    Args:
        word: one word in Latin letters.
        least: syllables that it must have.
    """
    letters = _NO_LETTER.sub("", unmarked(word))
    ways: dict[int, tuple[str, int]] = {0: ("", 0)}
    for at in range(len(letters)):
        if at in ways:
            before, count = ways[at]
            for length in range(_LONGEST, 0, -1):
                hangul = hangul_of_pinyin(letters[at : at + length]) if at + length <= len(letters) else ""
                if hangul and (at + length not in ways or ways[at + length][1] > count + 1):
                    ways[at + length] = (before + hangul, count + 1)
    whole, count = ways.get(len(letters), ("", 0))
    return whole if count >= least else ""


_LONGEST = 6
_NO_LETTER = re.compile(r"[’'-]")
