"""`terms`: what names are called in each language, asked once and kept in the archive, so that an edition always says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prism.asking.answers import read_object, rows_of, text_of
from prism.asking.fencing import fence, gives_orders, line
from prism.asking.labels import known, numbered
from prism.asking.questions import Question, Unusable, ask
from prism.briefs.cues import primary
from prism.briefs.prompts import schema, system
from prism.briefs.prose.naming import checked_forms
from prism.languages import known as in_gazetteer
from prism.languages import spellings
from prism.model import Flow

_PART = 60
_CONTEXT = 160
"""Characters of the passage that a name is shown in."""


def terms(names: Sequence[tuple[str, str, str]], languages: Sequence[str]) -> Flow[Mapping[str, Mapping[str, str]]]:
    """The forms of names in some languages.

    Args:
        names: name as a source writes it, its language, a passage that it stands in (may be empty).
        languages: primary tags of the wanted languages.

    Returns:
        Name → language → form, the name's own language with the name itself. The gazetteer's are not asked for; a form in
        the wrong script, too long or with an address in it is left out.

    Raises:
        BadCompletion: no usable answer in three tries.
    """
    found: dict[str, dict[str, str]] = {}
    open_names: dict[str, tuple[str, str, str]] = {}
    for name, language, context in names:
        own = line(name)
        if not own or gives_orders(own):
            continue
        forms = {**_from_gazetteer(own, languages), primary(language): own}
        found[name] = forms
        if any(primary(tag) not in forms for tag in languages):
            open_names.setdefault(name, (own, language, line(context)[:_CONTEXT]))
    for part in _parts(list(open_names)):
        table = numbered("N", part)
        shown = fence(_shown(table, open_names))
        question = Question(
            "terms", system("terms"), f"Wanted languages: {', '.join(languages)}\n{shown}", schema("terms")
        )
        answer = yield from ask(question, lambda text, table=table: _read(text, table, languages))  # type: ignore[misc]  # bound at once
        for name, forms in answer.value.items():
            found[name] = {**forms, **found[name]}
    return found


def _shown(table: Mapping[str, str], open_names: Mapping[str, tuple[str, str, str]]) -> Iterator[str]:
    for label, name in table.items():
        own, language, context = open_names[name]
        context = "" if gives_orders(context) else context
        yield f"{label} {language} {own}" + (f" | {context}" if context else "")


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(names), _PART):
        yield names[at : at + _PART]


def _from_gazetteer(name: str, languages: Sequence[str]) -> dict[str, str]:
    entry = in_gazetteer(name)
    if entry is None:
        return {}
    return {primary(tag): usual[0] for tag in languages if (usual := spellings(entry[0], primary(tag)))}


def _read(answer: str, table: Mapping[str, str], languages: Sequence[str]) -> Mapping[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in rows_of(read_object(answer), "names"):
        for name in known(text_of(row, "label"), table)[:1]:
            given = {text_of(form, "language"): text_of(form, "form") for form in rows_of(row, "forms")}
            if forms := checked_forms(given, languages):
                found.setdefault(name, dict(forms))
    if not found:
        raise Unusable("No form could be used: labels as given, forms in the wanted languages and their scripts.")
    return found
