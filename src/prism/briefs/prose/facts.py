"""`facts`: a story's passages to its fact sheet, once a revision for all editions; long stories in parts.

A sheet does not take the model's word. Labels must exist; a statement stands only in the language of a report that it
cites, with figures and words that the cited passages have; names and speakers stand in them to the letter. What no
statement covers is on the sheet as the passage itself, behind the statements: so every passage stays citable, and
nothing is lost where a statement is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from prism.asking.answers import read_object, text_of, texts_of
from prism.asking.fencing import fence, line
from prism.asking.labels import known
from prism.asking.lines import lined
from prism.asking.questions import Answer, Question, Unusable, ask, total
from prism.briefs.prompts import schema, system
from prism.briefs.prose.material import PART_TOKENS, Line, Report, parts, reports
from prism.briefs.prose.naming import checked_forms, named, names_shown
from prism.briefs.prose.plain import plain_sentence
from prism.briefs.prose.sheet import Origin, Sheet
from prism.briefs.prose.support import figures_of, figures_stand, midday, words_stand
from prism.briefs.speakers import stance_of
from prism.languages import detect, words
from prism.model import (
    SECTIONS,
    Article,
    BadCompletion,
    Certainty,
    Citation,
    Fact,
    FactSheet,
    Flow,
    Source,
    Story,
    Usage,
)

_LONGEST = 600
"""Characters of a statement: beyond them it is no single thing."""
_SAME = 0.8
"""Share of content words (Jaccard) from which on two statements with the same figures are one."""
_MOST_CITED, _MOST_STATED = 12, 120
_UNKNOWN = "und"
_CERTAINTIES = frozenset(Certainty)
_NUMBER = re.compile(r"\W{0,2}(\d{1,4})\b")


@dataclass(frozen=True, slots=True)
class _Read:
    """What one answer gave."""

    facts: tuple[Fact, ...]
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    section: str = ""


def facts(
    story: Story,
    articles: Sequence[Article],
    sources: Sequence[Source],
    languages: Sequence[str],
    known_names: Mapping[str, Mapping[str, str]],
    *,
    bound: int = PART_TOKENS,
) -> Flow[Sheet]:
    """The fact sheet of one revision of a story.

    Args:
        story: the revision.
        articles: its members; only those that may be rewritten (or shortly quoted) are shown to the model.
        sources: their outlets.
        languages: primary tags of the editions, in which names are wanted.
        known_names: name as a source writes it → language → its form, as editions have called it so far.
        bound: tokens of the sources in one question.

    Returns:
        The sheet; an empty one, without a call, where nothing may be read.

    Raises:
        BadCompletion: no part could be read in three tries. A part that could not stands on the sheet as its passages.
    """
    given = reports(story, articles, sources)
    answers: list[Answer[_Read]] = []
    failed: BadCompletion | None = None
    for part in parts(given, bound):
        try:
            answers.append((yield from _ask(part, languages, known_names)))
        except BadCompletion as error:
            failed = error
    if failed and not answers:
        raise failed
    ranked = zip_longest(*(answer.value.facts for answer in answers))
    stated = _merged([fact for row in ranked for fact in row if fact is not None])
    rest = tuple(_uncovered(given, stated, len(stated)))
    passages = {line.citation: line.text for report in given for line in report.lines}
    usage = Usage()
    for answer in answers:
        usage = total(usage, answer.usage)
    return Sheet(
        facts=FactSheet(story.id, story.revision, (*stated, *rest)),
        stated=len(stated),
        names=_names(answers, known_names, "\n".join(passages.values())),
        section=next((answer.value.section for answer in answers if answer.value.section), ""),
        origins={line.citation.article_id: report.origin for report in given for line in report.lines[:1]},
        passages=passages,
        model=answers[-1].model if answers else "",
        usage=usage,
    )


def _names(
    answers: Sequence[Answer[_Read]], known_names: Mapping[str, Mapping[str, str]], text: str
) -> Mapping[str, Mapping[str, str]]:
    """What the names of the story are called: known forms hold over those of the answers."""
    found: dict[str, Mapping[str, str]] = {name: forms for name, forms in known_names.items() if name in text}
    for answer in answers:
        for name, forms in answer.value.names.items():
            found[name] = {**forms, **found.get(name, {})}
    return found


def _ask(
    part: Sequence[Report], languages: Sequence[str], known_names: Mapping[str, Mapping[str, str]]
) -> Flow[Answer[_Read]]:
    shown = [one for report in part for one in report.shown()]
    text = "\n".join(shown)
    here = {name: forms for name, forms in sorted(known_names.items()) if name in text}
    user = f"Wanted languages: {', '.join(languages)}\n{fence([*names_shown(here, languages), *shown])}"
    lines = {one.label: (one, report.origin) for report in part for one in report.lines}
    question = Question("facts", system("facts"), user, schema("facts"))
    return (yield from ask(question, lambda answer: _read(answer, lines, languages)))


def _read(answer: str, lines: Mapping[str, tuple[Line, Origin]], languages: Sequence[str]) -> _Read:
    """An answer as facts that stand; raises Unusable where there is none."""
    found = read_object(answer)
    rows = _stated(found)[:_MOST_STATED]
    called = list(filter(None, map(named, texts_of(found, "names"))))
    names = tuple(dict.fromkeys(name for name, _ in called))
    kept = tuple(fact for row in rows for fact in _fact(row, lines, names))
    if not kept:
        raise Unusable("No statement stood in the passages that it cites, in the language of the report.")
    passages = [one.text for one, _ in lines.values()]
    forms: dict[str, Mapping[str, str]] = {}
    for name, given in called:
        if any(name in passage for passage in passages) and (checked := checked_forms(given, languages)):
            forms.setdefault(name, checked)
    section = text_of(found, "section")
    return _Read(kept, forms, section if section in SECTIONS else "")


def _stated(answer: Mapping[str, object]) -> list[Mapping[str, object]]:
    """The statements of an answer as rows, those in lines with them."""
    given = answer.get("facts")
    found: list[Mapping[str, object]] = []
    for one in given if isinstance(given, list) else ():
        if isinstance(one, dict):
            found.append(one)
        elif isinstance(one, str):
            told = lined(one)
            sure = [note for note in told.notes if note in _CERTAINTIES]
            whose = next((note for note in told.notes if note not in _CERTAINTIES), "")
            certainty = sure[0] if sure else (Certainty.REPORTED if whose else Certainty.STATED)
            row = {"statement": told.text, "citations": [*told.labels], "said_by": whose, "certainty": certainty}
            found.append(row)
    return found


def _fact(row: Mapping[str, object], lines: Mapping[str, tuple[Line, Origin]], names: Sequence[str]) -> Iterator[Fact]:
    """A row as a fact, with those of some names that it has, if it stands in what it cites."""
    cited = _cited(row.get("citations"), lines)[:_MOST_CITED]
    passages = [one.text for one, _ in cited]
    statement = plain_sentence(text_of(row, "statement"), passages)
    if not cited or not statement or len(statement) > _LONGEST:
        return
    language = detect(statement, hint=cited[0][1].language)
    own = [(one, origin) for one, origin in cited if origin.language in {language, _UNKNOWN}]
    if not own:
        return
    texts = [one.text for one, _ in own]
    if not figures_stand(statement, texts, language, midday(own[0][1].said_on)):
        return
    if not words_stand(statement, texts, language):
        return
    others = [one for one, origin in cited if origin.language not in {language, _UNKNOWN}]
    said_by = line(text_of(row, "said_by"))
    certainty = text_of(row, "certainty")
    yield Fact(
        id="",
        language=language,
        statement=statement,
        citations=tuple(dict.fromkeys(one.citation for one in (*(one for one, _ in own), *others))),
        said_by=said_by if said_by and any(said_by in text for text in texts) else "",
        certainty=Certainty(certainty) if certainty in _CERTAINTIES else Certainty.STATED,
        figures=figures_of(statement, language),
        names=tuple(name for name in names if name in statement),
    )


def _cited(value: object, lines: Mapping[str, tuple[Line, Origin]]) -> tuple[tuple[Line, Origin], ...]:
    """What the labels of a row stand for; of a single report the numbers of its passages will do."""
    if found := known(value, lines):
        return found
    reports_here = {label.partition(".")[0] for label in lines}
    if len(reports_here) != 1 or not isinstance(value, list):
        return ()
    numbers = (_NUMBER.match(str(item)) for item in value)
    labels = (f"{report}.{int(number[1])}" for number in numbers if number for report in reports_here)
    return tuple(lines[label] for label in dict.fromkeys(labels) if label in lines)


def _merged(found: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts numbered, those that say the same made one with all their citations."""
    kept: list[tuple[Fact, frozenset[str]]] = []
    for fact in found:
        said = frozenset(words(fact.statement, fact.language))
        for place, (other, before) in enumerate(kept):
            if _same(fact, said, other, before):
                citations = tuple(dict.fromkeys((*other.citations, *fact.citations)))
                kept[place] = (replace(other, citations=citations), before)
                break
        else:
            kept.append((fact, said))
    return tuple(replace(fact, id=f"F{number}") for number, (fact, _) in enumerate(kept, start=1))


def _same(fact: Fact, said: frozenset[str], other: Fact, before: frozenset[str]) -> bool:
    if fact.language != other.language or fact.figures != other.figures or fact.certainty is not other.certainty:
        return False
    if fact.statement == other.statement:
        return True
    return fact.said_by == other.said_by and len(said & before) >= _SAME * len(said | before) > 0


def _uncovered(given: Sequence[Report], stated: Sequence[Fact], count: int) -> Iterator[Fact]:
    """The passages that no statement cites, each a fact of its own."""
    covered: set[Citation] = {citation for fact in stated for citation in fact.citations}
    for report in given:
        for one in report.lines:
            if one.citation not in covered:
                count += 1
                said_by, certainty = stance_of(one.text, report.origin.language)
                yield Fact(f"F{count}", report.origin.language, one.text, (one.citation,), said_by, certainty)
