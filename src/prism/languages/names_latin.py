"""Names shown by capitals: Latin, Cyrillic and Greek script, and Latin names in East Asian text."""

from __future__ import annotations

import re
from functools import lru_cache

from prism.languages.gazetteer import known
from prism.languages.mentions import NameMention
from prism.languages.offices import office_words
from prism.languages.own_names import is_kind_word
from prism.languages.tables import table_for
from prism.languages.tables.shape import listed

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŨŪŬŮŰŲŴŶŸŹŻŽА-ЯЁЄІЇҐΑ-Ω]"
_LETTER = r"[^\W_\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
"""A letter or digit that is not East Asian: names in Latin letters end where Hangul, Kana or Han begin."""
_SHORT = r"(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|Lt|Col|Sgt|Capt|Jr|Sr|Rev|Hon|Mt|Ft)\."
_WORD = rf"(?:(?:{_CAPITAL}\.){{2,}}|{_SHORT}|{_CAPITAL}\.(?= {_CAPITAL})|{_CAPITAL}{_LETTER}*(?:[’'\-‐]{_CAPITAL}?{_LETTER}+)*)"
_LINK = (
    r"(?:of the|of|de la|de los|del|de|da|dos|do|van der|van den|van|von der|von|zu|bin|ibn|al-|al|el|la|le|&|and the)"
)
_RUN = re.compile(rf"(?<!{_LETTER}){_WORD}(?:(?: {_LINK})? {_WORD}|-(?={_CAPITAL}){_WORD})*", re.UNICODE)
_SENTENCE_START = re.compile(r"(?:^|[.!?。！？…:\n]\s*|^[\s\-–—•]+)[\"'“”„«‘’(\[「『]*\s*$")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_SPEAKS = re.compile(
    r"\s+(?:said|says|told|added|announced|reported|warned|is|was|has|had|will|sagte|teilte|erklärte|hat|ist|war)\b"
)
_COMMON = frozenset(
    listed(
        "AI|TV|PC|OK|PM|AM|CEO|CFO|GDP|DNA|PCR|HIV|LED|SNS|IT|QR|GPS|DM|PDF|FAQ|URL|SUV|USB|VIP|PR|GMT|UTC|KST|"
        "JST|Q1|Q2|Q3|Q4|I|II|III|IV"
    )
)
_DEMONYM_ENDINGS = ("ese", "ish", "ians", "ian", "ans")
_MIN_ACRONYM, _MAX_ACRONYM = 2, 6
_FOREIGN_FORM = re.compile(
    r"[^\Wsc]y[^\W]|[óòéèáàíúñçøåğščžłăćđ]|oo|ee[^rnstl]|sh[aeiou]|th[aeiou]|ij|^Mc|^Mac[A-Z]|^O['’]|^D['’]",
    re.IGNORECASE,
)
"""Letters in a row that German nouns seldom have and foreign names often."""
_PLACED = re.compile(r"(?:^|\s)(?:in|aus|nach|bei)\s$", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?:^|\s)(?:der|die|das|dem|den|des|ein|eine|einer|einem|einen|kein|keine|sein|seine|ihr|ihre|viele|alle|mehr|am|im|zum|zur|vom|beim)\s$",
    re.IGNORECASE,
)
_GERMAN_ROLE = re.compile(
    r"(?:chef|leiter|sprecher|präsident|minister|kanzler|meister|direktor|trainer|forscher|expert|richter|professor|redakteur|regisseur|autor|"
    r"schauspieler|sänger|spieler|kapitän|anwalt|anwält|vorsitzend|besitzer|gründer|bewohner|händler|bauer|bäuer|fahrer|ingenieur|musiker|"
    r"dirigent|schriftsteller|sieger|kandidat|politiker|abgeordnet|arzt|ärzt|dreher|matador|rat|rät|lehrer|pfarrer|bischof|biolog|geolog|"
    r"student|torwart|stürmer|koreaner|chinese|chinesi|japaner|amerikaner|österreicher|schweizer)(?:in|innen|e|er|en|s)?$",
    re.IGNORECASE,
)
"""Words that say who somebody is, before the name ("Amtsleiterin Roswitha Kallenbach")."""
_GERMAN_THING = re.compile(
    r"(?:organisation|hersteller|konzern|stadt|dorf|insel|behörde|firma|werft|reederei|gewerkschaft|imkerei|brauerei|anbieter|verein|stiftung|"
    r"agentur|gruppe|raumschiff|satellit|rakete|schiff|fähre|frachter|roman|film)$",
    re.IGNORECASE,
)
"""Words that say what something is, before its name ("Hafenstadt Quillamar")."""
_MEASURES = frozenset(
    listed(
        "Millionen|Milliarden|Billionen|Sekunden|Minuten|Stunden|Meter|Kilometer|Tonnen|Hektar|Prozent|Million|Milliarde"
    )
)
_ROLES = frozenset(
    listed(
        "Executive|Councillor|Councilman|Councilwoman|Spokesman|Spokeswoman|President-elect|Superintendent|Constable"
    )
)
_ROLE_WORDS = 3
"""Words of a role at most, before the name."""
_NOBILITY = frozenset({"von", "zu", "vom", "van", "der", "den", "de"})
_GERMAN_NOUN = re.compile(
    r"(?:ung|ungen|heit|keit|schaft|schaften|tion|tionen|tät|nis|mus|ment|chen|lein|ismus|lich|ie|ik|ur|ei|ling|ent|ant|or|ist|isten|ler|ner|her|ter|ger|der|ker|zer|ber|ser|ten|gen|den|ben|sen|hen|fen|cht|rt|nd|st|lt|ft|al|el|em|us|um|it|ag|eg|uf|us|ahr|ahl|all|and|ang|ank|atz|aus|eil|ein|eld|eld|ell|enz|erk|ert|est|eit|icht|ied|ind|itz|ohn|ort|uch|ule|und|unkt|ass|ehr|eer|oot|tz|tt|ck|ff|ss|ll|nn|mm|rr|pp|bb|dd|gg)e?[ns]?$"
)


def latin_names(text: str, language: str) -> list[NameMention]:
    """Names shown by capitals."""
    found: list[NameMention] = []
    for run in _RUN.finditer(text):
        found.extend(_of_run(text, run.start(), run.group(), language))
    return found


@lru_cache(maxsize=32)
def _word_lists(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """(Words that are no part of a name, titles before a name, calendar words) casefolded."""
    table = table_for(language)
    titles = frozenset(word for title in table.titles_before for word in title.casefold().split())
    calendar = frozenset(table.months) | frozenset(table.weekdays)
    return table.stop_words | table.sentence_openers, titles, calendar


def _of_run(text: str, start: int, run: str, language: str) -> list[NameMention]:
    """The name or names of a run of capitalised words."""
    stop, titles, calendar = _word_lists(language)
    tokens = [(match.start(), match.group()) for match in re.finditer(r"\S+", run)]
    pieces: list[list[tuple[int, str]]] = [[]]
    titled = False
    for index, (place, token) in enumerate(tokens):
        korean = _is_korean_given(tokens, index + 1)
        if (
            token in _NOBILITY
            and table_for(language).nouns_capitalised
            and pieces[-1]
            and _GERMAN_NOUN.search(pieces[-1][-1][1])
        ):
            pieces.append([])
            continue
        if token.casefold() in _LINKS and pieces[-1] and not _links(pieces[-1], run, language):
            pieces.append([])
            continue
        bare = _POSSESSIVE.sub("", token).rstrip(".").casefold()
        if korean and (not pieces[-1] or _is_role(pieces[-1][-1][1], language)):
            pieces[-1].append((place, token))  # Do Ha-ram
        elif bare in calendar or (bare in stop and token[:1].isupper() and not token.isupper()):
            pieces.append([])
        elif (bare in titles or token in table_for(language).titles_before) and not pieces[-1]:
            titled = True
        else:
            pieces[-1].append((place, token))
            if token.endswith(("'s", "’s")):
                pieces.append([])
    found: list[NameMention] = []
    first = next((piece for piece in pieces if piece), None)
    for piece in pieces:
        mention = _mention(text, start, piece, language, titled=titled and piece is first)
        if mention is not None:
            found.append(mention)
    return found


_KOREAN_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")
"""A given name as Koreans write it in Latin letters: the word before it is a surname."""


def _is_korean_given(tokens: list[tuple[int, str]], index: int) -> bool:
    """Whether the token at a place is a Korean given name: then the word before it is a surname, not a stop word."""
    return index < len(tokens) and _KOREAN_GIVEN.fullmatch(_POSSESSIVE.sub("", tokens[index][1])) is not None


_LINKS = frozenset({"of", "and", "&"})


def _links(piece: list[tuple[int, str]], run: str, language: str) -> bool:
    """Whether "of" goes on with a name: behind an office or institution (Bank of Japan), or in a known name."""
    if any(token in table_for(language).organisation_words for _, token in piece) or known(run) is not None:
        return True
    return piece[-1][1] in {"House", "Republic", "Isle", "Gulf", "Bay", "City", "State", "Chamber", "Secretary"}


def _trimmed(piece: list[tuple[int, str]]) -> list[tuple[int, str]]:
    while piece and not piece[-1][1][:1].isupper():
        piece = piece[:-1]
    while piece and not piece[0][1][:1].isupper():
        piece = piece[1:]
    return piece


def _mention(text: str, start: int, piece: list[tuple[int, str]], language: str, *, titled: bool) -> NameMention | None:
    piece, somebody = _without_role(_trimmed(piece), language)
    titled = titled or somebody
    if not piece or piece[0][1] in _MEASURES:
        return None
    if piece[-1][1] in _PARTISANS and known(" ".join(word for _, word in piece[:-1])) is not None:
        piece = piece[:-1]  # an Oregon Democrat
    first, last = piece[0], piece[-1]
    begin, end = start + first[0], start + last[0] + len(last[1])
    name = _POSSESSIVE.sub("", text[begin:end])
    if not (len(last[1]) <= 4 and "." in last[1][:-1]):  # noqa: PLR2004 - a length in letters or syllables
        name = name.rstrip(".")
    if text.startswith(".", begin + len(name)) and known(f"{name}.") is not None:
        name += "."  # Mich.
    end = begin + len(name)
    if text[end : end + 1] in _CURRENCIES:
        return None  # NZ$66,000
    entry = known(name)
    if entry is None and table_for(language).nouns_capitalised and not titled and _are_nouns(piece):
        return None
    if len(name) < _MIN_ACRONYM or name in _COMMON:
        return None
    if len(piece) == 1 and entry is None and not titled and not _is_name_alone(text, begin, end, name, language):
        return None
    return NameMention(name, _kind(piece, entry, language, titled=titled), begin, end)


def _without_role(piece: list[tuple[int, str]], language: str) -> tuple[list[tuple[int, str]], bool]:
    """A run of words without the role that stands before the name in it, and whether that is a person's.

    "Environment Minister Adelka Rosin" is Adelka Rosin, a person; "Hafenstadt Quillamar" is Quillamar.
    """
    table = table_for(language)
    for place in range(min(len(piece) - 1, _ROLE_WORDS), 0, -1):
        role = piece[place - 1][1]
        german = table.nouns_capitalised and place == 1
        person = _is_role(role, language) or (german and bool(_GERMAN_ROLE.search(role)))
        rest = [token for _, token in piece[place:]]
        if (person or (german and _GERMAN_THING.search(role))) and not any(
            token in table.organisation_words or not token[:1].isupper() or (token in table.place_words and place_last)
            for place_last, token in zip([False] * (len(rest) - 1) + [True], rest, strict=True)
        ):
            return piece[place:], person
    return piece, False


def _is_role(word: str, language: str) -> bool:
    """Whether a capitalised word says who somebody is ("Minister", "Lawyer")."""
    return word in table_for(language).titles_before or word in _ROLES or word.casefold() in _offices(language)


@lru_cache(maxsize=16)
def _offices(language: str) -> frozenset[str]:
    return frozenset(office_words(language)) - {
        "general",
        "fellow",
        "chief",
        "head",
        "guard",
        "captain",
        "major",
        "forward",
    }


def _are_nouns(piece: list[tuple[int, str]]) -> bool:
    """Whether a German run is common nouns and inflected adjectives only (Walisische Parlamentsmitglieder)."""
    words = [token for _, token in piece if token[:1].isupper()]
    return len(words) > 1 and all(
        not word.isupper()
        and not _FOREIGN_FORM.search(word)
        and (_GERMAN_NOUN.search(word) or word.endswith(("e", "en", "er", "es", "em")))
        for word in words
    )


def _is_name_alone(text: str, begin: int, end: int, name: str, language: str) -> bool:  # noqa: PLR0911 - one grammar, read in one place
    """Whether a single capitalised word that nobody knows is a name."""
    if name.isupper():
        return _MIN_ACRONYM <= len(name) <= _MAX_ACRONYM and name.isalnum()
    if table_for(language).nouns_capitalised:
        if any(c.isupper() for c in name[1:]) or _FOREIGN_FORM.search(name):
            return True
        placed = _PLACED.search(text[max(0, begin - 8) : begin]) is not None
        spoken = _SPEAKS.match(text, end) is not None and not _ARTICLE.search(text[max(0, begin - 8) : begin])
        return (placed or spoken) and not _GERMAN_NOUN.search(name)
    if any(c.isupper() for c in name[1:]):
        return True
    if _SENTENCE_START.search(text[max(0, begin - 6) : begin]):
        if _SPEAKS.match(text, end) and not name.endswith("s"):
            return True
        return len(list(re.finditer(rf"\b{re.escape(name)}\b", text))) > 1
    return len(name) > _MIN_ACRONYM


def _is_persons(words: list[str]) -> bool:
    """Two or three capitalised words none of which is an abbreviation, or a surname with a Korean given name."""
    if len(words) == _PAIR and _KOREAN_GIVEN.fullmatch(words[1]):
        return True
    abbreviated = any(word.isupper() and len(word) > _PAIR for word in words)
    return _PAIR <= len(words) <= _TRIPLE and not abbreviated and words[-1].isalpha()


_CURRENCIES = frozenset("$£€¥")
_PAIR, _TRIPLE = 2, 3
_PARTISANS = frozenset({"Democrat", "Democrats", "Republican", "Republicans", "Liberal", "Conservative", "Independent"})
"""Behind a place: somebody of a party from there."""


def _kind(piece: list[tuple[int, str]], entry: tuple[str, str] | None, language: str, *, titled: bool) -> str:
    if entry is not None:
        return entry[1]
    table = table_for(language)
    words = [_POSSESSIVE.sub("", token).rstrip(".") for _, token in piece]
    if any(word in table.organisation_words for word in words) or (len(words) == 1 and words[0].isupper()):
        return "organisation"
    if words[-1] in table.place_words:
        return "place"
    if len(words) > 1 and not titled and is_kind_word(words[-1], language):
        return "organisation"
    if titled or _is_persons(words):
        return "person"
    return "other"
