"""How a word in Latin letters may be meant, by the languages whose letters sound otherwise than most."""

from __future__ import annotations

import re
from functools import lru_cache

from prism.languages import same_name
from prism.languages.orthographies import heard_as

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


_HEARD = 0.82
"""From here on a word as its letters sound in one language is the name: among so many ways lesser likeness is chance."""


@lru_cache(maxsize=65536)
def alike_in_some_way(name: str, language: str, word: str, other: str) -> float:
    """How likely a name is a word in Latin letters, in whatever way and language its letters are meant.

    Args:
        name: in any script.
        language: its text's.
        word: in Latin letters; one in small letters is taken as it stands.
        other: the language of its text.
    """
    if word[:1].islower():
        return same_name(name, language, word, other)  # no name: a word of the language, which is sounded in one way
    best = max(same_name(name, language, one, other) for one in respelt(word))
    if best >= 1.0:
        return best
    heard = max((same_name(name, language, one, other) for one in heard_as(word)), default=0.0)
    return max(best, heard) if heard >= _HEARD else best
