"""What a claim names as one more beside what its sources speak of.

A fair paraphrase puts another word for the source's, so a word that nothing bears tells little; what is marked as one more
(도, and; 심사 인력도, 드론과 보트) should be in the source by its own name or another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from prism.checks.alignment import Aligned
from prism.languages.concept_classes import is_light
from prism.languages.korean_morphemes import Word, also_phrases, content_words
from prism.languages.roles import actors
from prism.languages.tables.shape import listed
from prism.languages.terms import Term, terms

_SHORT = 2
_VAGUE = frozenset(
    listed(
        "근처|인근|부근|사이|동안|가운데|이후|이전|경우|관련|상황|정도|이번|올해|내년|지난해|내달|이달|연내|당시|때문|영향|이유|모두|함께|대신|현재|최근|오늘|어제|내일|계획|예정|방침|"
        "있다|없다|하다|되다|보다|받다|나서다|밝히다|말하다|전하다|알리다|드러나다|나타나다|이르다|따르다|위하다|대하다|통하다|이|그|저|차례|편|목소리|전례|사실|가능|모습|부분|일대|주변|자체|오전|오후|새벽"
    )
)
"""Words that say when, where about or that something is, and bring in nothing."""


def added_beside(aligned: Aligned) -> tuple[str, ...]:
    """The nouns that a claim names as one more, of which no source speaks: 해수욕장 두 곳도 폐쇄됐다, 드론과 보트를 동원했다.

    Within a language every noun counts, across languages those that the lexicon has.
    """
    claim = aligned.claim
    finder = _PHRASES.get(claim.language)
    if finder is None or not aligned.near:
        return ()
    same = len(aligned.own) == len(aligned.every)
    for phrase in finder(claim.text):
        nouns = [one for one in phrase if not _is_within(one, aligned)]
        stand = [_stands(one, aligned) if same else _stands_across(one, aligned) for one in nouns]
        stand = [None if borne is False and _is_person(one) else borne for one, borne in zip(nouns, stand, strict=True)]
        if nouns and False in stand and True not in stand and (same or not _is_one_of_as_many(nouns, aligned)):
            return tuple(
                claim.text[one.start : one.end] for one, borne in zip(nouns, stand, strict=True) if borne is False
            )
    return ()


def _is_one_of_as_many(nouns: Sequence[Word], aligned: Aligned) -> bool:
    """Whether beside what stands before the nouns a passage names something that no lexicon has: it may be they."""
    claim = aligned.claim
    first, last = nouns[0].start, nouns[-1].end
    beside = [term for term in claim.terms if 0 < first - term.end <= _JOINT or 0 < term.start - last <= _JOINT]
    for passage in aligned.near:
        for term in passage.terms:
            if not term.known or not any(one.known and not term.keys.isdisjoint(one.keys) for one in beside):
                continue
            after = _ONE_MORE.match(passage.text, term.end)
            if after is not None and not any(
                one.known and after.start("other") <= one.start < after.end() for one in passage.terms
            ):
                return True
    return False


_JOINT = 3
"""Characters at most between two things that are named together."""
_ONE_MORE = re.compile(r"(?:[、,，]|和|与|及|と|や|, (?:and )?| and | or )(?P<other>[^\W\d_]{2,6})")


def _is_within(word: Word, aligned: Aligned) -> bool:
    """Whether a word stands in a figure or a date."""
    claim = aligned.claim
    spans = [(one.start, one.end) for one in claim.figures] + [(day.start, day.end) for day in claim.mentions]
    return any(start < word.end and word.start < end for start, end in spans)


def _stands(word: Word, aligned: Aligned) -> bool | None:
    """Whether a source bears a word, or None if the word brings in nothing."""
    if word.lemma in _VAGUE or (word.kind == "noun" and len(word.lemma) < _SHORT):
        return None
    if any(word.lemma in _lemmas(one.text) for one in aligned.own):
        return True
    if word.kind in {"noun", "name"} and any(word.lemma.casefold() in one.folded for one in aligned.own):
        return True
    if word.kind == "name":
        return None
    over = [term for term in aligned.claim.terms if term.start < word.end and word.start < term.end]
    if not over:
        return None
    return None if all(_is_vague(term) for term in over) else not all(term in aligned.unborne for term in over)


def _is_person(word: Word) -> bool:
    """Whether a word is for people, who are called by many words (유권자, 지인, 후보)."""
    return _PEOPLE.search(word.lemma) is not None or any(term.ids & actors() for term in terms(word.lemma, "ko"))


_PEOPLE = re.compile(r"(?<=[가-힣])(?:자|인|생|민|객|족)$|^(?:아이|여성|남성|어르신)$")


def _is_vague(term: Term) -> bool:
    return term.known and is_light(term.ids)


@lru_cache(maxsize=2048)
def _lemmas(text: str) -> frozenset[str]:
    return frozenset(word.lemma for word in content_words(text))


def _stands_across(word: Word, aligned: Aligned) -> bool | None:
    over = [term for term in aligned.claim.terms if term.start < word.end and word.start < term.end]
    if word.kind == "name" or not over:
        return None
    if any(term not in aligned.unborne for term in over):
        return True
    return False if any(term.known and not is_light(term.ids) for term in over) and word.lemma not in _VAGUE else None


_PHRASES: Mapping[str, Callable[[str], tuple[tuple[Word, ...], ...]]] = {"ko": also_phrases}
"""Language → the noun phrases that a text names as one more."""
