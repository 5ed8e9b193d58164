"""What names are called in each language: forms that a model gives are kept only where they can be one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from prism.asking.fencing import line
from prism.briefs.cues import primary
from prism.briefs.prose.plain import brief_label
from prism.languages import foreign_script

_LONGEST, _LONGEST_NAME = 60, 80
_SHOWN = 80
"""Names that a prompt lists: more than a story has of any weight."""

_NAMED = re.compile(r"(.+?)\s*:\s*([A-Za-z]{2,3}(?:-\w+)?\s*=.*)")
_FORM = re.compile(r"(?:^|[,;]\s*)([A-Za-z]{2,3}(?:-\w+)?)\s*=\s*")


def named(text: str) -> tuple[str, Mapping[str, str]] | None:
    """A line of an answer ("Velmark: ko=벨마르크, ja=…") as a name and language → form; None where there is no name.

    A line without forms is a name that is the same everywhere.
    """
    plain = line(text)
    found = _NAMED.fullmatch(plain)
    name, rest = (found[1], found[2]) if found else (plain, "")
    _, *pieces = _FORM.split(rest)
    forms = {tag: form.strip() for tag, form in zip(pieces[::2], pieces[1::2], strict=True)}
    return (name, forms) if 0 < len(name) <= _LONGEST_NAME else None


def checked_forms(given: Mapping[str, str], languages: Sequence[str]) -> Mapping[str, str]:
    """The forms of a name that can be forms: in a wanted language, short, plain, in that language's script.

    Args:
        given: language tag → form, as the model gave them.
        languages: the wanted ones.
    """
    wanted = {primary(tag): tag for tag in languages}
    kept: dict[str, str] = {}
    for tag, form in given.items():
        language = wanted.get(primary(tag))
        plain = brief_label(form, _LONGEST)
        if language and plain and any(char.isalpha() for char in plain) and not foreign_script(plain, language):
            kept.setdefault(language, plain)
    return kept


def names_shown(names: Mapping[str, Mapping[str, str]], languages: Sequence[str]) -> Iterator[str]:
    """Known names as lines of a prompt, with their forms in these languages; nothing where there are none."""
    rows = []
    for name, forms in names.items():
        own = [f"{tag}={line(forms[tag])}" for tag in languages if forms.get(tag) and forms[tag] != name]
        if own:
            rows.append(f"{line(name)}: {', '.join(own)}")
    if rows:
        yield "Names: " + "; ".join(rows[:_SHOWN])


def called(names: Sequence[Mapping[str, Mapping[str, str]]], language: str) -> Mapping[str, str]:
    """Name as a source writes it → what the edition calls it; of several tables the first that has it holds."""
    found: dict[str, str] = {}
    for table in names:
        for name, forms in table.items():
            form = next((form for tag, form in forms.items() if primary(tag) == primary(language)), "")
            if form:
                found.setdefault(name, form)
    return found
