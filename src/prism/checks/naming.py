"""Whether a name of one statement stands in another, in whatever language and script.

A name is looked for literally, by the gazetteer, by the readings of Han characters (Korean, Mandarin, Japanese), by the spellings of Korean
names in Latin letters, by its sound, by its own part without the words for its kind, and last by what its words mean, as
institutions are translated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from prism.checks.reading import Statement
from prism.checks.respelling import respelt
from prism.languages import NameMention, known, name_key, same_name, spellings, terms
from prism.languages.korean_latin import is_surname, same_korean_name, spells
from prism.languages.own_names import is_kind_word, is_state_body, own_part
from prism.languages.readings import folded_sound, spelt_in_han, spelt_in_kanji

SAME = 0.8
"""From here on two spellings are taken for one name."""
_LITERAL, _MEANT, _READ, _PART, _TRANSLATED = 1.0, 1.0, 0.97, 0.9, 0.85
_STRICTER = 0.06
_HEARD = 0.82
_SURELY = 0.88
_UNHEARD = 0.78
_UNLISTED = 0.6
_LONG_PART = 3
_SYLLABLES = 5
_SHORT_KEY = 3
_WORTH = 0.55
_HANGUL = re.compile(r"[가-힣]")
_SYLLABIC = re.compile(r"[가-힣ァ-ヺ]")
_HAN = re.compile(r"[一-鿿]")
_KOREAN_SHAPE = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
_BEGINS = re.compile(r"(?<![가-힣])[가-힣]{3}")
_THREE = re.compile(r"[가-힣]{3}|[一-鿿]{3}")
_LATIN_NAME = re.compile(r"(?<![\w’'-])(?=(?P<two>[A-Z][\w’-]+ [A-Z][\w’-]*)(?P<three> [A-Z][\w’-]*)?)")
_WORD = re.compile(r"[ァ-ヺー]{2,}|[가-힣]{2,}|[一-鿿々]{2,10}|[^\W\d_가-힣ぁ-ヺー一-鿿]{2,}")
_PARTICLE = re.compile(r"(?<=[가-힣]{2})(?:에서는|에서도|에서|에게|으로|은|는|이|가|을|를|의|와|과|도|에|로|측)$")
_DEMONYM = ("ians", "ian", "eans", "ean", "ans", "an", "ese", "ish", "ns", "n", "is", "i")
_SPACES = re.compile(r"[\s·・‧•]+")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a name stands in a passage.

    Attributes:
        likeness: 0 to 1; from `SAME` on it is taken to stand there.
        text: what stands there for it, "" if unknown.
        another: a person of the passage with the same surname and another given name, "" if there is none.
    """

    likeness: float
    text: str = ""
    another: str = ""


def standing(mention: NameMention, claim: Statement, passage: Statement) -> Standing:
    """How a name of a claim stands in a passage."""
    return _standing(mention.text, mention.kind, claim.language, passage)


@lru_cache(maxsize=2048)
def _standing(name: str, kind: str, language: str, passage: Statement) -> Standing:  # noqa: C901, PLR0911 - one way after the other
    if name.casefold() in passage.folded:
        return Standing(_LITERAL, name)
    meant = _meant(name, passage)
    if meant is not None:
        return meant
    if language == passage.language:
        return _within(name, kind, passage)
    read = _read(name, passage)
    if read.likeness >= SAME:
        return read
    spelt = _korean(name, passage) or (_syllabic(name, passage) if kind == "person" else None)
    if spelt is not None:
        return spelt
    heard = _heard(name, language, passage, kind)
    if _is_listed(name, passage.language) and not (heard.likeness >= _SURELY and _is_long(name, heard.text)):
        return replace(heard, likeness=min(heard.likeness, _UNLISTED))
    if heard.likeness >= SAME:
        return heard
    own = own_part(name, language)
    if own != name and not all(is_kind_word(one, language) for one in own.split()):
        part = max((_own(own, language, passage), heard), key=lambda one: one.likeness)
        if part.likeness >= SAME:
            return part
    joined = _heard_joined(name, language, passage)
    if joined is not None:
        return joined
    if _in_parts(name, passage) or _in_parts_of_latin(name, passage):
        return Standing(_PART)
    begun = max(_begun(own, language, passage), _grown(own, kind, language, passage), key=lambda one: one.likeness)
    if begun.likeness >= SAME:
        return begun
    return Standing(_TRANSLATED) if kind == "organisation" and _translated(name, language, passage) else heard


@lru_cache(maxsize=8192)
def _is_listed(name: str, language: str) -> bool:
    """Whether a name is a place's that the gazetteer has in a language: it need not be heard in other words (충주, Cheongju)."""
    entry = known(name)
    return entry is not None and entry[1] == "place" and any(len(one) > 1 for one in spellings(entry[0], language))


def _is_long(name: str, other: str) -> bool:
    """Whether names have so many syllables that their sound tells them from all others (카탈루니아)."""
    return min((len(one) for one in (name, other) if _SYLLABIC.match(one)), default=0) > _LONG_PART


def _meant(name: str, passage: Statement) -> Standing | None:
    """A name of the gazetteer: there by any of its names or not at all."""
    entry = known(name)
    if entry is None:
        return None
    ident = entry[0]
    if ident in passage.countries:
        return Standing(_MEANT)
    for spelling in spellings(ident, passage.language):
        if spelling in passage.text or (
            len(spelling) > _LONG_PART and spelling.isascii() and spelling.upper() in passage.text
        ):
            return Standing(_MEANT, spelling)
        bare = own_part(spelling, passage.language) if entry[1] == "place" else spelling
        if bare != spelling and len(bare) > 1 and _as_word(bare).search(passage.text):
            return Standing(_MEANT, bare)
        if ident.startswith("person:"):
            for part in spelling.split():
                if len(part) >= _LONG_PART and re.search(rf"\b{re.escape(part)}\b", passage.text):
                    return Standing(_MEANT, part)
    return None


@lru_cache(maxsize=4096)
def _as_word(name: str) -> re.Pattern[str]:
    """A name of a place without its kind where it stands as a word (세종, 세종에서)."""
    return re.compile(
        rf"(?<![^\W_]){re.escape(name)}(?:(?![^\W_])|(?=(?:에서|에|의|은|는|이|가|을|를|과|와|도|로|으로)(?![^\W_])))"
    )


@lru_cache(maxsize=2048)
def _tokens(passage: Statement) -> tuple[str, ...]:
    """Everything in a passage that may be a name, words of Hangul also without their particle."""
    found = dict.fromkeys(passage.tokens)
    for token in passage.tokens:
        bare = _PARTICLE.sub("", token)
        if len(bare) > 1:
            found.setdefault(bare)
    return tuple(found)


def _within(name: str, kind: str, passage: Statement) -> Standing:
    """Within a language: by its letters, its own part, or the surname alone."""
    own = own_part(name, passage.language)
    if own != name and len(own) >= _LONG_PART - 1 and all(part.casefold() in passage.folded for part in own.split()):
        return Standing(_PART, own)
    parts = [part for part in _SPACES.split(name) if len(part) >= _LONG_PART - 1]
    if kind != "organisation" and len(parts) > 1:
        ends = [part for part in (parts[0], parts[-1]) if _stands_alone(part, name, passage)]
        if ends:
            return Standing(_PART, ends[0])
    belonging = next((one for one in _stems(name) if re.search(rf"\b{re.escape(one)}", passage.text)), "")
    if belonging:
        return Standing(_PART, belonging)
    best, text = 0.0, ""
    for token in _tokens(passage):
        likeness = fuzz.ratio(name.casefold(), token.casefold()) / 100 - _STRICTER
        if likeness > best:
            best, text = likeness, token
    if _HANGUL.search(name) or _HAN.search(name):
        best = min(best, _UNHEARD) if len(name) == len(text) or len(name) <= _LONG_PART else best
    return Standing(best, text)


def _stems(name: str) -> tuple[str, ...]:
    """What the name of a place may be, of those who belong to it (Malians, Mali)."""
    if not name.isascii() or " " in name:
        return ()
    return tuple(name[: -len(one)] for one in _DEMONYM if name.endswith(one) and len(name) - len(one) > _LONG_PART)


_GOES_ON = r" (?:of|de|di|da|do|du|del|della|dell|dei|des|der|von|van|la|al|el)\b[ ’']?(?:the |la )?[A-Z]"
"""Behind a part of a name: another part (Piazza dell'Unità, Bank of Japan)."""


def _stands_alone(part: str, name: str, passage: Statement) -> bool:
    """Whether a part of a person's name stands in a passage without another part beside it."""
    if part.casefold() not in passage.folded:
        return False
    for other in passage.names:
        if part in other.text and other.text != part:
            return other.text in name
    return re.search(rf"(?<!\w){re.escape(part)}(?!{_GOES_ON})", passage.text) is not None


def _read(name: str, passage: Statement) -> Standing:
    if not _HAN.search(passage.text):
        if _HAN.search(name) and _HANGUL.search(passage.text):
            return _read_back(name, passage)
        return Standing(0.0)
    if _HANGUL.search(name) and spelt_in_han(name, passage.text) >= 1.0:
        return Standing(_READ)
    return Standing(_READ) if spelt_in_kanji(name, passage.text) >= 1.0 else Standing(0.0)


def _read_back(name: str, passage: Statement) -> Standing:
    """A name in Han characters against the words of a passage in Hangul."""
    for token in _tokens(passage):
        if len(token) > 1 and spelt_in_han(token, name) >= 1.0 and len(token) >= len(name) - 1:
            return Standing(_READ, token)
        if len(token) > _LONG_PART - 1 and spelt_in_kanji(token, name) >= 1.0:
            return Standing(_READ, token)
    return Standing(0.0)


@lru_cache(maxsize=2048)
def _latin_names(passage: Statement) -> tuple[str, ...]:
    """Every two and three capitalised words in a row."""
    found = dict.fromkeys(match.group("two") for match in _LATIN_NAME.finditer(passage.text))
    for match in _LATIN_NAME.finditer(passage.text):
        if match.group("three"):
            found.setdefault(match.group("two") + match.group("three"))
    return tuple(found)


@lru_cache(maxsize=2048)
def _persons_shape(passage: Statement) -> tuple[str, ...]:
    """The first three syllables of every word of a passage that begins as the name of a Korean does."""
    return tuple(dict.fromkeys(one for one in _BEGINS.findall(passage.text) if is_surname(one[0])))


def _korean(name: str, passage: Statement) -> Standing | None:
    """A Korean name in Hangul and Latin letters: the same, another, or nothing told."""
    hangul = _HANGUL.search(name) is not None
    others = _latin_names(passage) if hangul else [one.text for one in passage.names if one.kind == "person"]
    another = ""
    if not hangul:
        shapes = _BEGINS.findall(passage.text) if _KOREAN_SHAPE.fullmatch(name) else _persons_shape(passage)
        found = next((one for one in shapes if same_korean_name(one, name)), "")
        if found:
            return Standing(_READ, found)
    for other in others:
        pair = (name, other) if hangul else (other, name)
        same = same_korean_name(*pair)
        if same:
            return Standing(_READ, other)
        if same is False:
            another = another or other
    if not another and not hangul and _KOREAN_SHAPE.fullmatch(name) and _HANGUL.search(passage.text):
        return Standing(0.5)
    return Standing(0.5, another, another) if another else None


def _syllabic(name: str, passage: Statement) -> Standing | None:
    """A name of three syllables against names of three Han characters: the same surname with another given name."""
    if not _THREE.fullmatch(name):
        return None
    for other in passage.names:
        if other.kind != "person" or not _THREE.fullmatch(other.text):
            continue
        hangul, han = (name, other.text) if _HANGUL.match(name) else (other.text, name)
        if not _HANGUL.match(hangul) or not _HAN.match(han):
            continue
        same = [spelt_in_han(one, sign) >= 1.0 for one, sign in zip(hangul, han, strict=True)]
        if same[0] and not same[1] and not same[2]:
            return Standing(0.5, other.text, other.text)
    return None


def _heard(name: str, language: str, passage: Statement, kind: str = "") -> Standing:
    sound = folded_sound(name) if _HANGUL.search(name) else ""
    best, text = 0.0, ""
    for token in _tokens(passage):
        if kind == "person" and _is_no_person(token):
            continue
        likeness = same_name(name, language, token, passage.language)
        if likeness < _HEARD:
            likeness = min(likeness, _UNHEARD)
        if likeness < SAME and len(sound) > _LONG_PART and _KATAKANA.match(token):
            likeness = max(likeness, _PART if _is_end(sound, folded_sound(token)) else 0.0)
        if likeness < SAME and sound:
            likeness = max(likeness, _otherwise(name, sound, language, token, passage.language, likeness))
        if likeness > best:
            best, text = likeness, token
    return Standing(best, text)


_KATAKANA = re.compile(r"[ァ-ヺー]{4,}$")


def _is_end(sound: str, whole: str) -> bool:
    """Whether a name is the first or last part of several that are written as one (에덴, エデンハザード)."""
    return whole.startswith(sound) or whole.endswith(sound)


@lru_cache(maxsize=16384)
def _otherwise(name: str, sound: str, language: str, token: str, other: str, likeness: float) -> float:
    """How alike a name in Hangul is to a word whose letters may be sounded in another way."""
    if len(sound) > _LONG_PART and folded_sound(token) == sound:
        return _READ
    if not token[0].isascii() or not token[0].isupper():
        return 0.0
    if len(name) <= _SYLLABLES and spells(name, token):
        return _READ
    if likeness < _WORTH:
        return 0.0
    best = max(same_name(name, language, one, other) for one in respelt(token))
    return best if best >= _HEARD else 0.0


@lru_cache(maxsize=8192)
def _is_no_person(token: str) -> bool:
    """Whether a word is known as a place or an organisation in a script that shows names badly."""
    entry = known(token)
    return entry is not None and entry[1] != "person" and _HAN.match(token) is not None


def _heard_joined(name: str, language: str, passage: Statement) -> Standing | None:
    """A name in one word against the names of several Latin words (판데르즈반, Van der Zwaan)."""
    if not _SYLLABIC.match(name) or len(name) <= _LONG_PART:
        return None
    for one in _several(passage.text):
        if any(same_name(name, language, way, passage.language) >= _HEARD for way in respelt(one.replace(" ", ""))):
            return Standing(_PART, one)
    return None


_SEVERAL = re.compile(r"(?=\b(?P<name>[A-Z][\w’'-]+(?: (?:[a-z]{1,3}|[A-Z][\w’'-]*)){0,2} [A-Z][\w’'-]*))")


@lru_cache(maxsize=2048)
def _several(text: str) -> tuple[str, ...]:
    """The names of two to four Latin words."""
    return tuple(dict.fromkeys(match.group("name") for match in _SEVERAL.finditer(text)))


def _in_parts(name: str, passage: Statement) -> bool:
    """Whether a name of several Latin words is one word in Hangul: its first part by its letters, the next by its sound."""
    words = name.split()
    if len(words) < 2 or not words[0].isascii() or not _HANGUL.search(passage.text):  # noqa: PLR2004 - of a name's parts
        return False
    return any(_is_joined(words[0], words[1], token) for token in _tokens(passage) if _HANGUL.match(token))


def _in_parts_of_latin(name: str, passage: Statement) -> bool:
    """Whether a word in Hangul is a name of two Latin words in a passage."""
    if not _HANGUL.match(name) or len(name) <= _LONG_PART:
        return False
    return any(_is_joined(*pair.split()[:2], name) for pair in _latin_names(passage) if pair.count(" ") == 1)


@lru_cache(maxsize=8192)
def _is_joined(first: str, second: str, token: str) -> bool:
    """Whether a word in Hangul is made of two Latin words (대륙퍼니처, Daeryuk Furniture)."""
    for cut in range(2, len(token) - 1):
        if spells(token[:cut], first) or same_name(token[:cut], "ko", first, "en") >= _SURELY:
            rest = token[cut:]
            if is_kind_word(rest, "ko") or max(same_name(rest, "ko", one, "en") for one in respelt(second)) >= _WORTH:
                return True
    return False


def _own(own: str, language: str, passage: Statement) -> Standing:
    """The own part of a name by its sound or reading, every word of it."""
    worst = Standing(1.0)
    for word in own.split():
        if is_kind_word(word, language):
            continue
        one = _meant(word, passage) or max(
            _read(word, passage),
            _heard(word, language, passage),
            _begun(word, language, passage),
            key=lambda s: s.likeness,
        )
        if one.likeness < worst.likeness:
            worst = one
    return worst


def _begun(own: str, language: str, passage: Statement) -> Standing:
    """The own part against the own parts of the names and words of a passage."""
    best = Standing(0.0)
    for token in _tokens(passage):
        other = own_part(token, passage.language)
        if other != token:
            likeness = same_name(own, language, other, passage.language)
            if likeness > best.likeness:
                best = Standing(likeness if likeness >= _HEARD else min(likeness, _UNHEARD), token)
    return best


def _grown(own: str, kind: str, language: str, passage: Statement) -> Standing:
    """An institution in Hangul whose own name and what it deals in are one word: by its first syllables (사바나의학)."""
    if kind != "organisation" or not _HANGUL.match(own) or " " in own:
        return Standing(0.0)
    ways = (_heard(own[:length], language, passage) for length in range(len(own) - 1, _LONG_PART - 1, -1))
    best = next((one for one in ways if one.likeness >= _SURELY), None)
    return best or Standing(0.0)


@lru_cache(maxsize=4096)
def _meanings(name: str, language: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(k for k in term.keys if k.startswith("c:")), term.sounds) for term in terms(name, language))


def _translated(name: str, language: str, passage: Statement) -> bool:
    """Whether every word of an institution's name is said in a passage by another word for it."""
    words = _meanings(name, language)
    return bool(words) and all(bool(keys & passage.keys) or bool(sounds & passage.sounds) for keys, sounds in words)


def comparable(mention: NameMention, language: str, other: str) -> bool:
    """Whether a name of one language can be told from all others in a text of another by its sound."""
    if language == other:
        return True
    own = own_part(mention.text, language)
    if mention.kind == "organisation" and (own == mention.text or all(is_kind_word(w, language) for w in own.split())):
        return False  # translated
    if mention.kind == "organisation" and is_state_body(mention.text, language):
        return False
    if _HAN.search(mention.text) or other in _BY_HAN or (mention.kind == "other" and other in _SOMETIMES_HAN):
        return False  # read in more ways than one
    if mention.kind == "organisation" and any(term.known for term in terms(own, language)):
        return False
    return len(name_key(own, language)) >= _SHORT_KEY


_SOMETIMES_HAN = frozenset({"zh", "ja"})
"""Languages that write their own names in Han characters."""
_BY_HAN = frozenset({"zh"})
"""Languages that write foreign names by the sound of Han characters: too far from other spellings to be missed."""
