"""A model that answers by rule, so that the whole way from passages to pages can be gone without one.

    from tests.doubles.scripted import Scripted
    model = Scripted()                      # a ChatModel: name, complete(prompt) -> Completion
    brief = run(flow, model)                # drives one flow to its end, no ledger

`facts`: every passage is stated as it stands, its label cited. `draft`: one fact of each report, quoted with their outlet where
they are in the edition's language; of other reports only that they have the story. The headline is
figures. What it writes is dull and passes the checks.
It reads only what the prompt shows, so a prompt that loses its labels or its fence breaks the tests that use it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Generator, Mapping
from typing import Any, TypeVar

from prism.app.locales import load_locale
from prism.asking.tokens import tokens_of
from prism.briefs.digest.wording import say
from prism.languages import detect, quantities, quotations
from prism.model import Completion, Prompt

T = TypeVar("T")
_FENCE = re.compile(r"^(==[0-9a-f]{12}==)\n(.*?)\n\1$", re.DOTALL | re.MULTILINE)
_REPORT = re.compile(r"(A\d+) (.*) \| (\w+) \| (\d{4}-\d\d-\d\d) \w+")
_PASSAGE = re.compile(r"(\d+) (.*)")
_OUTLET = re.compile(r"(A\d+) (.*) (\d{4}-\d\d-\d\d)")
_FACT = re.compile(r"(F\d+|B\d+\.\d+) (?:((?:A\d+,?)+) )?(.*?)(?: \| .*)?")
DAYS = frozenset({"day", "month"})
"""Units that may be read as dates."""
MOST_OF_ONE = 1
"""Facts of one report in a draft: more would be copying."""
_LANGUAGE = re.compile(r"\((ko|en|ja)\)")
_ASKED = re.compile(r"(S\d+) \[(.*?)\] .*")
_STANDING = re.compile(r"(S\d+) (\w+)(?: \d+)? \[.*?\] .*")


def fenced(prompt: Prompt) -> list[str]:
    """The lines between the marks."""
    found = _FENCE.search(prompt.user)
    assert found, "a prompt without a fence"
    return found[2].split("\n")


def in_lines(purpose: str, answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """An answer of rows in the lines that the schemas ask for."""
    lines = {
        "facts": {"facts": as_line},
        "draft": dict.fromkeys(("headline", "dek", "body", "reported", "inferred"), as_line),
        "update": {
            "replace": lambda row: f"{row['label']} {as_line(row)}",
            "add": lambda row: f"{row['after']} {as_line(row)}",
            **dict.fromkeys(("reported", "inferred"), as_line),
        },
    }.get(purpose, {})
    return {key: _each(value, lines[key]) if key in lines else value for key, value in answer.items()}


def _each(value: object, line: Callable[[Any], str]) -> object:
    return [_each(one, line) for one in value] if isinstance(value, list) else line(value)


def as_line(row: Mapping[str, Any]) -> str:
    """A fact or a sentence as a line."""
    text, labels = row.get("statement", row.get("text")), row.get("citations", row.get("facts"))
    plain = {None, "stated", "reported"} if row.get("said_by") else {None, "stated"}
    notes = (row.get("said_by"), None if row.get("certainty") in plain else row["certainty"])
    return " | ".join(filter(None, (f"{text} [{', '.join(labels)}]", *notes)))


class Scripted:
    """A ChatModel that answers by rule. It keeps the prompts that it was asked in `asked`."""

    name = "scripted"

    def __init__(self) -> None:
        self.asked: list[Prompt] = []

    def complete(self, prompt: Prompt) -> Completion:
        """The answer of the purpose's rule; raises KeyError for a purpose that has none."""
        self.asked.append(prompt)
        answers: Mapping[str, Callable[[Prompt], Mapping[str, Any]]] = {
            "facts": self.facts,
            "draft": self.draft,
            "revise": self.revise,
            "update": self.update,
            "gloss": self.gloss,
            "terms": self.terms,
        }
        text = json.dumps(in_lines(prompt.purpose, answers[prompt.purpose](prompt)), ensure_ascii=False)
        spent = tokens_of(prompt.system) + tokens_of(prompt.user) + tokens_of(prompt.schema)
        return Completion(text, self.name, tokens_in=spent, tokens_out=tokens_of(text))

    def facts(self, prompt: Prompt) -> Mapping[str, Any]:
        """Every passage as a fact; titles only of reports without passages."""
        rows, report = [], ""
        for line in fenced(prompt):
            if header := _REPORT.fullmatch(line):
                report = header[1]
            elif (passage := _PASSAGE.fullmatch(line)) and report and passage[1] != "0":
                rows.append(
                    {
                        "statement": passage[2],
                        "citations": [f"{report}.{passage[1]}"],
                        "said_by": "",
                        "certainty": "stated",
                    }
                )
        return {"facts": rows, "names": [], "section": "world"}

    def draft(self, prompt: Prompt) -> Mapping[str, Any]:
        """A brief of the facts, as many as an edition has room for, three sentences to a paragraph."""
        language, (outlets, facts) = language_of(prompt), shown(prompt)
        few = [one for report in outlets for one in [fact for fact in facts if fact[1] == report][:MOST_OF_ONE]]
        told = [self.told(ident, outlets[report], text, language) for ident, report, text in few]
        first, *rest = list({str(one["text"]): one for one in told}.values())
        if not rest:
            only = say(load_locale(language), "insight.coverage.single", outlet=outlets[few[0][1]])
            rest = [{"text": only, "facts": [few[0][0]]}]
        return {
            "headline": self.headline(facts, language),
            "dek": [first],
            "body": [rest[at : at + 3] for at in range(0, len(rest), 3)],
            "title": "",
            "reported": [],
            "inferred": [],
            "tags": [],
        }

    def revise(self, prompt: Prompt) -> Mapping[str, Any]:
        """Each failing sentence as the first fact offered for it, quoted."""
        language, (outlets, facts) = language_of(prompt), shown(prompt)
        table = {ident: (report, text) for ident, report, text in facts}
        rows = []
        for line in fenced(prompt):
            if (asked := _ASKED.fullmatch(line)) and (ident := asked[2].split(", ")[0]) in table:
                report, text = table[ident]
                rows.append(
                    {"label": asked[1], **self.told(ident, outlets[report], text, language), "kind": "reported"}
                )
        return {"sentences": rows}

    def update(self, prompt: Prompt) -> Mapping[str, Any]:
        """The first new fact of each report, at the end of the body; the rest stays."""
        language, (outlets, facts) = language_of(prompt), shown(prompt)
        last = [asked[1] for line in fenced(prompt) if (asked := _STANDING.fullmatch(line)) and asked[2] == "body"]
        first = {report: (ident, text) for ident, report, text in reversed(facts) if report}
        told = [self.told(ident, outlets[report], text, language) for report, (ident, text) in sorted(first.items())]
        added = [{"after": last[-1], **one} for one in told] if last else []
        return {"replace": [], "add": added, "drop": [], "title": "", "reported": [], "inferred": []}

    def gloss(self, prompt: Prompt) -> Mapping[str, Any]:
        """For every passage the same few words in the language asked for."""
        words = load_locale(language_of(prompt)).words["story.evidence_note"]
        labels = [line.split(" ", maxsplit=1)[0] for line in fenced(prompt)]
        return {"glosses": [{"label": label, "text": words} for label in labels]}

    def terms(self, prompt: Prompt) -> Mapping[str, Any]:
        """For every name the same word in every language asked for."""
        wanted = prompt.user.split("\n", maxsplit=1)[0].removeprefix("Wanted languages: ").split(", ")
        forms = [{"language": tag, "form": load_locale(tag).sections["world"]} for tag in wanted]
        return {"names": [{"label": line.split(" ", maxsplit=1)[0], "forms": forms} for line in fenced(prompt)]}

    def headline(self, facts: list[tuple[str, str, str]], language: str) -> dict[str, object]:
        """The first figures of the facts, with what they count: the same in every language. Else the first statement."""
        locale = load_locale(language)
        told: dict[str, str] = {}
        for ident, _, text in facts:
            for figure in quantities(text, detect(text)):
                message = f"digest.unit.{figure.unit}"
                whole = figure.value == int(figure.value) and figure.unit not in DAYS
                if message in locale.words and whole and ident not in told.values():
                    told.setdefault(say(locale, message, n=f"{int(figure.value):,}"), ident)
        if len(told) > 1:
            comma = locale.words["digest.list.comma"]
            return {"text": comma.join(list(told)[:3]), "facts": list(told.values())[:3]}
        return {"text": facts[0][2], "facts": [facts[0][0]]}

    def told(self, ident: str, outlet: str, text: str, language: str) -> dict[str, object]:
        """A fact as a sentence of an edition: quoted where it is in the language, else that the outlet has the story."""
        locale = load_locale(language)
        if detect(text, hint=language) != language or quotations(text):
            return {"text": say(locale, "digest.first", outlets=outlet), "facts": [ident]}
        bare = text.removesuffix(locale.words.get("digest.quote.drops", ""))
        quote = f"{locale.quote_open}{bare}{locale.quote_close}"
        said = say(locale, "digest.said.1", outlet=outlet, quote=quote)
        return {"text": said, "facts": [ident]}


def language_of(prompt: Prompt) -> str:
    """The language that a prompt asks for, from its system part."""
    found = _LANGUAGE.search(prompt.system)
    assert found, "a system part without a language"
    return found[1]


def shown(prompt: Prompt) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """The reports of a prompt (label → outlet) and its facts (id, label of the first report, statement)."""
    outlets, facts = {}, []
    for line in fenced(prompt):
        if outlet := _OUTLET.fullmatch(line):
            outlets[outlet[1]] = outlet[2]
        elif fact := _FACT.fullmatch(line):
            facts.append((fact[1], (fact[2] or "").split(",")[0], fact[3]))
    return outlets, facts


def run(flow: Generator[Prompt, Completion, T], model: Scripted | None = None) -> T:
    """Drive a flow to its end with a model; raises what the flow raises."""
    model = model or Scripted()
    try:
        prompt = next(flow)
        while True:
            prompt = flow.send(model.complete(prompt))
    except StopIteration as stop:
        return stop.value  # type: ignore[no-any-return]  # the generator's own return
