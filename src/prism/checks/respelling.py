"""How a word in Latin letters may be meant, by the languages whose letters sound otherwise than most."""

from __future__ import annotations

import re
from functools import lru_cache

_SOFT_G = re.compile(r"g(?=[ei])", re.IGNORECASE)
_GH = re.compile(r"\bgh", re.IGNORECASE)
_TR = re.compile(r"\btr(?=[aeiou])", re.IGNORECASE)
_J = re.compile(r"j", re.IGNORECASE)
_W = re.compile(r"w", re.IGNORECASE)
_H = re.compile(r"\bh", re.IGNORECASE)
_R = re.compile(r"\br", re.IGNORECASE)
_HARD_CH = re.compile(r"ch(?=[rl])", re.IGNORECASE)
_CH = re.compile(r"ch", re.IGNORECASE)
_T_CH = re.compile(r"tch(?=[aeiou])", re.IGNORECASE)
_SOFT_T = re.compile(r"ture\b", re.IGNORECASE)
_NASAL = re.compile(r"\b(?=[nm][^aeiouymn\W])", re.IGNORECASE)
_IG = re.compile(r"ig\b", re.IGNORECASE)
_SJ = re.compile(r"s[jk]?j", re.IGNORECASE)
_BERG = re.compile(r"(?<=b[eo]r)g\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def respelt(word: str) -> tuple[str, ...]:
    """A word in Latin letters as it may be meant.

    George with a soft g, Johannes with the j of German, Jorge with that of Spanish, Weser with the w of German, Henríquez without h,
    Ribeira with the r of Brazil, Christchurch with k, Chur with the ch of Italian and Romansh, Nature with the t of English, Ludwig with w and g of German, Nkhata with the n sounded by itself, Truong with the tr of Vietnam, Ghent with the gh of Dutch, Sjöberg with the sj and rg of Swedish.
    """
    return tuple(
        dict.fromkeys(
            [
                word,
                _SOFT_G.sub("j", word),
                _J.sub("y", word),
                _J.sub("h", word),
                _W.sub("v", word),
                _H.sub("", word),
                _R.sub("h", word),
                _TR.sub("ch", _GH.sub("h", word)),
                _CH.sub("k", word),
                _T_CH.sub("t-ch", _HARD_CH.sub("k", word)),
                _SOFT_T.sub("cher", word),
                _NASAL.sub("eu", word),
                _BERG.sub("i", _SJ.sub("sh", word)),
                _IG.sub("ih", _W.sub("v", word)),
            ]
        )
    )
