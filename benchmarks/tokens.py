"""What the flows cost in tokens and calls: tokens sent over tokens of the sources, by size of story and number of editions.

    python benchmarks/tokens.py

The stories are made up here, half English and half Korean; a rule answers in the model's place with as many facts as a prompt asks
for. Tokens are estimated by characters (`prism.asking.tokens`), the same way for sources and prompts, system parts and
schemas included. Aim for stories of 4,000 tokens and more: 1.15 + 0.2 an edition; calls: 1 + 1.3 an edition.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.doubles.scripted import Scripted, run

from prism.app.locales import load_locale
from prism.asking.tokens import tokens_of
from prism.briefs.prose import draft, facts
from prism.model import Article, Basis, Locale, Passage, Prompt, Rights, Source, Story, Use

SIZES = (1_000, 4_000, 8_000, 16_000, 32_000)
MOST_FACTS = 40
AT = datetime(2026, 11, 21, tzinfo=UTC)
ENGLISH = (
    "The council of ward {n} said on Friday that {m} households had been moved to shelters before the river rose.",
    "Engineers found {m} cracks along the eastern wall of dam {n}, most of them shorter than a hand.",
    "Trains between stations {n} and {m} were halted, and buses carried commuters over the old bridge instead.",
    "A spokesman for the water board said repairs at pump {n} would cost about {m} million dollars.",
)
KOREAN = (
    "제{n}구 의회는 강물이 불어나기 전에 {m}가구를 대피소로 옮겼다고 21일 밝혔다.",
    "기술진은 {n}호 댐 동쪽 벽에서 균열 {m}곳을 확인했으며 대부분은 손바닥보다 짧았다고 설명했다.",
    "{n}번 역과 {m}번 역 사이의 열차 운행이 멈춰 버스가 옛 다리로 통근객을 실어 날랐다.",
    "수도 당국 관계자는 {n}번 펌프를 고치는 데 {m}억 원이 들 것이라고 말했다.",
)


class Asked(Scripted):
    """Answers by rule, with no more facts than a prompt asks for."""

    name = "frugal"

    def facts(self, prompt: Prompt) -> Mapping[str, Any]:
        answer = dict(super().facts(prompt))
        answer["facts"] = answer["facts"][:MOST_FACTS]
        return answer


@dataclass(frozen=True, slots=True)
class Counted:
    """What one revision of a story cost."""

    sources: int
    sent: int
    calls: int
    editions: int

    @property
    def ratio(self) -> float:
        """Tokens sent over tokens of the sources."""
        return self.sent / self.sources


def size_of(prompt: Prompt) -> int:
    """The tokens of a prompt, schema included."""
    return tokens_of(prompt.system) + tokens_of(prompt.user) + tokens_of(prompt.schema)


def count(story: Story, articles: Sequence[Article], sources: Sequence[Source], locales: Sequence[Locale]) -> Counted:
    """Write one revision of a story for some editions, and count what was sent."""
    model = Asked()
    sheet = run(facts(story, articles, sources, [one.language for one in locales], {}), model)
    for locale in locales:
        run(
            draft(sheet, story, sources, locale, names={}, previous=None, now=AT),
            model,
        )
    read = sum(tokens_of(text) for text in sheet.passages.values())
    return Counted(read, sum(map(size_of, model.asked)), len(model.asked), len(locales))


def made(tokens: int) -> tuple[Story, tuple[Article, ...], tuple[Source, ...]]:
    """A story of about that many tokens, told by outlets of some 800 tokens each."""
    articles: list[Article] = []
    sources: list[Source] = []
    total = number = 0
    while total < tokens:
        language, phrases = ("ko", KOREAN) if len(articles) % 2 else ("en", ENGLISH)
        texts = []
        while sum(map(tokens_of, texts)) < min(800, tokens - total):
            number += 1
            texts.append(phrases[number % len(phrases)].format(n=number, m=number * 7 % 900 + 12))
        total += sum(map(tokens_of, texts))
        ident = f"o{len(articles)}"
        sources.append(Source(ident, f"Outlet {ident}", f"https://{ident}.example/feed", language=language))
        articles.append(
            Article(
                id=f"a{len(articles)}",
                source_id=ident,
                url=f"https://{ident}.example/a",
                canonical_url=f"https://{ident}.example/a",
                language=language,
                title=texts[0][:60],
                passages=tuple(Passage(place, text) for place, text in enumerate(texts, start=1)),
                retrieved_at=AT,
                content_hash=ident,
                rights=Rights(Use.FULL, Basis.OPERATOR, "benchmark", AT),
                published_at=AT + timedelta(minutes=len(articles)),
            )
        )
    story = Story("s", 1, tuple(one.id for one in articles), AT, AT + timedelta(hours=6))
    return story, tuple(articles), tuple(sources)


def main() -> None:
    editions = [load_locale(tag) for tag in ("ko", "en", "ja")]
    print("tokens of sources  editions  sent/sources  aim   calls  aim")
    for size in SIZES:
        story, articles, sources = made(size)
        for locales in ([], editions[:1], editions[:2], editions):
            found = count(story, articles, sources, locales)
            wanted = 1.15 + 0.2 * found.editions
            calls = 1 + 1.3 * found.editions
            print(
                f"{found.sources:17,}  {found.editions:8}  {found.ratio:12.2f}  {wanted:4.2f}  {found.calls:5}  {calls:.1f}"
            )


if __name__ == "__main__":
    main()
