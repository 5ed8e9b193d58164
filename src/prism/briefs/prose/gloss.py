"""`gloss`: cited passages in the reader's language, to be shown as translations beside the originals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from prism.asking.answers import read_object, rows_of, text_of
from prism.asking.fencing import fence, gives_orders, line
from prism.asking.labels import known, numbered
from prism.asking.questions import Question, Unusable, ask
from prism.asking.tokens import tokens_of
from prism.briefs.cues import primary
from prism.briefs.prompts import schema, system_for
from prism.briefs.prose.plain import plain_sentence
from prism.briefs.prose.support import numbers_in
from prism.languages import detect, foreign_script, quantities
from prism.model import Citation, Flow, Locale

_PART_TOKENS = 3000
_LONGER, _SPARE = 4, 40
"""A translation has at most so many times the characters of the original, and some."""
_ENOUGH = 20


def gloss(passages: Sequence[tuple[Citation, str, str]], locale: Locale) -> Flow[Mapping[Citation, str]]:
    """Passages in an edition's language.

    Args:
        passages: where each stands, its text, its language. Those in the edition's language, and those that address
            machines, are left out.
        locale: the edition.

    Returns:
        Where → translation, for those that could be translated: in the language and its script, with no figure that the
        original has not. They are a model's words: check them like any sentence before they are shown.

    Raises:
        BadCompletion: no usable answer in three tries.
    """
    found: dict[Citation, str] = {}
    foreign = [
        (citation, line(text), language)
        for citation, text, language in passages
        if primary(language) != primary(locale.language) and line(text) and not gives_orders(line(text))
    ]
    for part in _parts(foreign):
        table = numbered("P", part)
        shown = fence(f"{label} {language} {text}" for label, (_, text, language) in table.items())
        question = Question("gloss", system_for("gloss", locale), shown, schema("gloss"))
        answer = yield from ask(question, lambda text, table=table: _read(text, table, locale))  # type: ignore[misc]  # bound at once
        found.update(answer.value)
    return found


def _parts(passages: Sequence[tuple[Citation, str, str]]) -> Iterator[list[tuple[Citation, str, str]]]:
    part: list[tuple[Citation, str, str]] = []
    size = 0
    for one in passages:
        tokens = tokens_of(one[1])
        if part and size + tokens > _PART_TOKENS:
            yield part
            part, size = [], 0
        part.append(one)
        size += tokens
    if part:
        yield part


def _read(answer: str, table: Mapping[str, tuple[Citation, str, str]], locale: Locale) -> Mapping[Citation, str]:
    found: dict[Citation, str] = {}
    for row in rows_of(read_object(answer), "glosses"):
        for citation, original, language in known(text_of(row, "label"), table)[:1]:
            text = plain_sentence(text_of(row, "text"), [original])
            if text and _is_translation(text, original, language, locale):
                found.setdefault(citation, text)
    if not found:
        raise Unusable(f"No translation could be used: labels as given, texts in {locale.endonym} ({locale.tag}).")
    return found


def _is_translation(text: str, original: str, language: str, locale: Locale) -> bool:
    """Whether a text can be the translation of another: language, script, length, figures."""
    if foreign_script(text, locale.language) or len(text) > _LONGER * len(original) + _SPARE:
        return False
    if sum(char.isalpha() for char in text) >= _ENOUGH and detect(text, hint=locale.language) != primary(
        locale.language
    ):
        return False
    given = numbers_in(original, language)
    return all(value in given for value in _values(text, locale.language))


def _values(text: str, language: str) -> frozenset[Decimal]:
    return frozenset(found.value.normalize() for found in quantities(text, language) if found.value > 1)
