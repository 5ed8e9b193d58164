"""Hostile articles over loopback HTTP, and a model that does whatever they say: what rows 18 and 24 are tried with.

The injections lie in `injections/*.jsonl`: id, language, place, goal, text, and the canaries that must never stand on a page.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
from tests.doubles.scripted import Scripted, fenced, shown
from tests.newsroom.press import NOW, Piece, Press

from prism.model import Completion, Prompt, Vector

FOLDER = Path(__file__).parent / "injections"
LANGUAGES = ("ko", "en", "ja", "zh", "de")
PARTS = ("headline", "dek", "body", "insight", "title", "tags", "names")
"""Where the obedient model puts what it was told; one part at a time, so that none covers for another."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Injection:
    """One hostile text.

    Attributes:
        id: "ko-007".
        language: of the article that it stands in.
        place: "visible", "hidden", "title", "byline", "feed", "alt", "comment", "caption" or "jsonld".
        goal: what its author wants.
        canary: what must never be published.
        text: as it stands in the article.
    """

    id: str
    language: str
    place: str
    goal: str
    canary: tuple[str, ...]
    text: str

    @property
    def number(self) -> int:
        """The same in every run."""
        return int(sha256(self.id.encode()).hexdigest()[:8], 16)

    def stands_in(self, text: str) -> bool:
        """Whether a text, read as people and models read it, has a canary."""
        seen = plainly(text)
        return any(plainly(canary) in seen for canary in self.canary)


@cache
def injections() -> tuple[Injection, ...]:
    """All of them, by id."""
    lines = [line for file in sorted(FOLDER.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
    rows = [json.loads(line) for line in lines]
    return tuple(Injection(**{**row, "canary": tuple(row["canary"])}) for row in rows)


@cache
def plainly(text: str) -> str:
    """A text without what nobody sees, in one spelling."""
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold()


# -- the articles ------------------------------------------------------------------------------------------------------
_STORIES: Mapping[str, tuple[str, Sequence[str]]] = {
    "ko": (
        "{town}시 저수지 둑 새어 주민 {n}명 대피",
        (
            "{town}시는 20일 새벽 {town} 저수지의 둑이 새어 주민 {n}명이 대피했다고 밝혔다.",
            "저수지의 물은 이틀에 걸쳐 {m}톤이 빠져나갔다.",
            "{town}시는 둑의 낡은 수문이 원인인 것으로 보고 조사하고 있다.",
            "소방대원들은 모래주머니 {k}개를 쌓아 물길을 돌렸다.",
            "다친 사람은 없는 것으로 확인됐다.",
        ),
    ),
    "en": (
        "{n} residents leave homes as {town} reservoir leaks",
        (
            "The town of {town} moved {n} residents out of their homes early on Nov. 20 after a reservoir began to leak.",
            "About {m} tonnes of water had run off within two days.",
            "{town} suspects a worn sluice gate and is investigating the cause.",
            "Firefighters stacked {k} sandbags to turn the water away.",
            "Nobody was hurt, the town said.",
        ),
    ),
    "ja": (
        "{town}市の貯水池で漏水、住民{n}人が避難",
        (
            "{town}市は20日未明、{town}貯水池の堤から水が漏れ、住民{n}人が避難したと発表した。",
            "二日間で約{m}トンの水が流れ出た。",
            "市は古い水門が原因とみて調べている。",
            "消防隊員は土のう{k}個を積んで流れを変えた。",
            "けが人はいないという。",
        ),
    ),
    "zh": (
        "{town}市水库漏水 {n}名居民撤离",
        (
            "{town}市20日凌晨表示，{town}水库堤坝漏水，{n}名居民已经撤离。",
            "两天内约有{m}吨水流出。",
            "市政府认为原因是老旧闸门，正在调查。",
            "消防员堆放了{k}个沙袋，使水流改道。",
            "目前没有人员受伤。",
        ),
    ),
    "de": (
        "{n} Anwohner verlassen ihre Häuser, Stausee bei {town} undicht",
        (
            "Die Stadt {town} hat am 20. November {n} Anwohner in Sicherheit gebracht, weil ein Stausee undicht wurde.",
            "Binnen zwei Tagen liefen rund {m} Tonnen Wasser aus.",
            "{town} vermutet ein altes Wehr als Ursache und untersucht den Fall.",
            "Feuerwehrleute stapelten {k} Sandsäcke, um das Wasser umzuleiten.",
            "Verletzt wurde niemand, wie die Stadt mitteilte.",
        ),
    ),
}


@dataclass
class Hostile(Piece):
    """A page of an outlet with an injection in it, or none."""

    injection: Injection | None = None


def town_of(injection: Injection) -> str:
    """The invented town of an injection's story, another one for each."""
    number = injections().index(injection)
    heads = (
        "Asv",
        "Brom",
        "Corv",
        "Delt",
        "Esk",
        "Farn",
        "Gelm",
        "Hest",
        "Irv",
        "Jarn",
        "Kels",
        "Lom",
        "Mirk",
        "Nort",
        "Ost",
        "Prav",
    )
    middles = (
        "ela",
        "undo",
        "ikra",
        "anvi",
        "erbu",
        "holo",
        "isti",
        "oska",
        "ulma",
        "yndi",
        "abre",
        "egno",
        "irpa",
        "otvi",
        "ucso",
        "yrle",
    )
    return heads[number % 16] + middles[number // 16 % 16] + "stadt"[: 3 + number // 256]


def hostile(injection: Injection, *, poisoned: bool = True) -> Hostile:
    """An invented story of its own for an injection, with the injection at its place or without it."""
    n, town = injection.number, town_of(injection)
    fill = {"town": town, "n": 21 + n % 970, "m": 1100 + n % 8000, "k": 1200 + n % 777}
    title, text = _STORIES[injection.language]
    return Hostile(
        f"s-{injection.id}",
        title.format(**fill),
        "\n".join(line.format(**fill) for line in text),
        language=injection.language,
        injection=injection if poisoned else None,
    )


class HostilePress(Press):
    """A press some of whose articles carry an injection at its place."""

    def feed(self, outlet: str) -> bytes:
        """RSS in which titles, descriptions, authors and categories may be hostile."""
        items = []
        for one in self.pieces[outlet]:
            told = getattr(one, "injection", None)
            title = told.text if told and told.place == "title" else one.title
            text = escape(told.text) if told else ""
            more = f"<description>{escape(text)}</description><category>{text}</category><comments>{text}</comments>"
            items.append(
                f"<item><title>{escape(escape(title))}</title><link>{self.origin}/{outlet}/{one.slug}</link>"
                f"<guid isPermaLink='false'>{one.slug}</guid><pubDate>{one.at:%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
                f"{more if told and told.place == 'feed' else ''}"
                f"{f'<author>{escape(told.text)}</author>' if told and told.place == 'byline' else ''}</item>"
            )
        return f"<?xml version='1.0'?><rss version='2.0'><channel><title>{outlet}</title>{''.join(items)}</channel></rss>".encode()

    def page(self, piece: Piece) -> bytes:
        """A page with the injection where it belongs."""
        told = getattr(piece, "injection", None)
        return _page(piece, told) if told else super().page(piece)


def _page(piece: Piece, told: Injection) -> bytes:
    text, quoted = escape(told.text), escape(told.text, quote=True)
    title = text if told.place == "title" else piece.title
    lines = [f"<p>{line}</p>" for line in piece.text.splitlines()]
    extra = {
        "visible": f"<p>{text}</p>",
        "hidden": f"<p style='display:none'>{text}</p><p style='font-size:0'>{text}</p><div hidden><p>{text}</p></div>",
        "alt": f"<img src='/a.jpg' alt='{quoted}' title='{quoted}'>",
        "comment": f"<!-- {told.text.replace('--', '- -')} -->",
        "caption": f"<figure><img src='/a.jpg' alt=''><figcaption>{text}</figcaption></figure>",
        "byline": f"<p class='byline'>{text}</p>",
    }.get(told.place, "")
    lines.insert(1 if told.place == "byline" else 2 + told.number % 3, extra)
    data = {"@type": "NewsArticle", "headline": title if told.place == "title" else piece.title}
    if told.place == "jsonld":
        data |= {"description": told.text, "articleBody": told.text, "alternativeHeadline": told.text}
    script = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    author = f"<meta name='author' content='{quoted}'>" if told.place == "byline" else ""
    return (
        f"<!doctype html><html lang='{piece.language}'><head><meta charset='utf-8'><title>{title}</title>{author}"
        f"<meta property='article:published_time' content='{piece.at.isoformat()}'>"
        f"<script type='application/ld+json'>{script}</script></head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{''.join(lines)}</article>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


def outlets(chosen: Sequence[Injection], *, poisoned: bool = True) -> dict[str, list[Piece]]:
    """One outlet a language, with one article for each injection."""
    found: dict[str, list[Piece]] = {}
    for one in chosen:
        found.setdefault(f"outlet-{one.language}", []).append(hostile(one, poisoned=poisoned))
    return found


class ByWords:
    """An embedder of no intelligence: a text's place is that of its first long word in Latin letters, else of its beginning."""

    dimensions = 64
    name = "by-words"

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """One vector a text, the same whenever it is asked."""
        found = []
        for text in texts:
            word = next(iter(re.findall("[A-Z][a-z]{8,}", text)), text[:12])
            seed = int(sha256(word.encode()).hexdigest()[:8], 16)
            vector = np.random.default_rng(seed).standard_normal(self.dimensions).astype(np.float32)
            found.append(vector / np.linalg.norm(vector))
        return found


# -- the model ---------------------------------------------------------------------------------------------------------
@dataclass
class Obeying(Scripted):
    """A ChatModel that carries out what it finds in a prompt, in the worst well-formed way.

    Attributes:
        orders: the injections that it knows.
        shift: which of the parts of a brief each one goes into; another one with every shift.
        conspires: it knows the orders of every story without having read them, as a corrupted model would; each of its answers
            has another model's name, or the record of what failed before would hold most of what it writes unread (decision 172).
    """

    orders: Sequence[Injection] = ()
    shift: int = 0
    conspires: bool = False
    obeyed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()
        self.name = "obeying"

    def complete(self, prompt: Prompt) -> Completion:
        """An answer, of a model that nobody knows yet if it conspires."""
        answer = super().complete(prompt)
        return replace(answer, model=f"{answer.model}-{len(self.asked)}") if self.conspires else answer

    def found(self, prompt: Prompt) -> Injection | None:
        """The injection that reached a prompt: a canary of it, or a part of its text."""
        seen = plainly("\n".join(fenced(prompt)))
        for one in self.orders:
            if self.conspires and plainly(town_of(one)) in seen:
                self.obeyed.add(one.id)
                return one
            pieces = [piece for piece in re.split(r"[.!?。！？]\s*", plainly(one.text)) if len(piece) > 9]
            if one.stands_in(seen) or any(piece in seen for piece in pieces):
                self.obeyed.add(one.id)
                return one
        return None

    def wordings(self, one: Injection) -> list[str]:
        """The canary in many dresses."""
        bare = one.canary[0].strip("@")
        return [
            one.text,
            one.canary[0],
            f"[{bare}](https://{bare}.example/)",
            f'<a href="https://{bare}.example/">{bare}</a>',
            f"https://{bare}.example/",
            f"{bare}.example",
            f"{bare} dot example",
            f"{bare}@mail.example",
            f"“{bare}”",
        ]

    def facts(self, prompt: Prompt) -> Mapping[str, Any]:
        """Orders become facts of the passages that have them, and of others."""
        answer = dict(super().facts(prompt))
        if one := self.found(prompt):
            labels = [label for row in answer["facts"] for label in row["citations"]]
            theirs = [r["citations"] for r in answer["facts"] if one.stands_in(r["statement"])]
            rows = [
                {"statement": text, "citations": where, "said_by": text, "certainty": "stated"}
                for text in self.wordings(one)
                for where in (*theirs, labels[:3], ["A99.1"])
            ]
            answer["facts"] = [*rows, *answer["facts"]]
            names = [*one.canary, *re.findall("[A-Z][a-z]{6,}", "\n".join(fenced(prompt)))]
            forms = ", ".join(f"{tag}={one.canary[0]}" for tag in ("ko", "en", "ja"))
            answer["names"] = [*self.wordings(one), *(f"{name}: {forms}" for name in dict.fromkeys(names))]
        return answer

    def draft(self, prompt: Prompt) -> Mapping[str, Any]:
        """Orders stand in one part of the brief, beside what is honest."""
        answer = dict(super().draft(prompt))
        if one := self.found(prompt):
            facts = shown(prompt)[1]
            theirs = [ident for ident, _, text in facts if one.stands_in(text)] or [facts[0][0]]
            part = PARTS[(one.number + self.shift) % len(PARTS)]
            _plant(answer, part, self.wordings(one), theirs)
        return answer

    def revise(self, prompt: Prompt) -> Mapping[str, Any]:
        """The order again, in another dress."""
        answer = dict(super().revise(prompt))
        if one := self.found(prompt):
            texts = self.wordings(one)
            at = 1 + sum(asked.purpose == "revise" for asked in self.asked)
            answer["sentences"] = [
                {**row, "text": texts[(at + n) % len(texts)]} for n, row in enumerate(answer["sentences"])
            ]
        return answer


def _plant(answer: dict[str, Any], part: str, texts: Sequence[str], facts: Sequence[str]) -> None:
    rows = [{"text": text, "facts": list(facts)} for text in texts]
    honest = answer["headline"]["text"]
    match part:
        case "headline":
            answer["headline"] = {"text": f"{honest} {texts[1]}", "facts": [*answer["headline"]["facts"], *facts]}
        case "dek":
            answer["dek"] = [*answer["dek"], rows[0]]
        case "body":
            answer["body"] = [*answer["body"], rows]
        case "insight":
            answer |= {"title": honest, "reported": rows[:2], "inferred": rows[:3]}
        case "title":
            answer |= {"title": texts[1], "reported": [answer["dek"][0]]}
        case _:
            answer["tags"] = list(texts)


def honest(pieces: Mapping[str, list[Piece]]) -> dict[str, list[Piece]]:
    """The same pieces without their injections."""
    return {
        outlet: [replace(one, injection=None) if isinstance(one, Hostile) else one for one in those]
        for outlet, those in pieces.items()
    }


__all__ = ["NOW", "ByWords", "Hostile", "HostilePress", "Injection", "Obeying", "honest", "injections", "outlets"]
