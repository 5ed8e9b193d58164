"""Why a story stands where it stands on the front page, in the edition's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from prism.editions.voice import Voice
from prism.model import Teaser, Weight

_TENTH = Decimal("0.1")
_TIMELESS = frozenset({"freshness"})
"""Its points count half-lives since 1970 and mean nothing alone: the moment of the latest report is said instead."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: what it is, and the points that it adds ("+2.6"); empty where they mean nothing alone."""

    text: str
    points: str


def reasons_of(teaser: Teaser, voice: Voice) -> tuple[Reason, ...]:
    """The reasons of a story's rank, in the order that they were weighed; none for a story that was not weighed."""
    return tuple(Reason(_text(weight, voice), _points(weight, voice)) for weight in teaser.weights)


def worth(teaser: Teaser) -> float:
    """How much a story matters, whatever its age."""
    if not teaser.weights:
        return teaser.importance
    return sum(weight.points for weight in teaser.weights if weight.what not in _TIMELESS)


def _points(weight: Weight, voice: Voice) -> str:
    if weight.what in _TIMELESS:
        return ""
    points = Decimal(str(weight.points)).quantize(_TENTH)
    sign = "−" if points < 0 else "+"  # the minus sign, as wide as the plus
    return f"{sign}{voice.number(abs(points))}"


def _text(weight: Weight, voice: Voice) -> str:
    because = weight.because
    match weight.what:
        case "coverage":
            outlets, tongues = (int(number) for number in because)
            told = voice.count("count.outlets", outlets), voice.count("count.languages", tongues)
            return voice.say("why.coverage", outlets=told[0], languages=told[1])
        case "freshness":
            return voice.say("why.freshness", time=voice.when(datetime.fromisoformat(because[0]), "short"))
        case "disagreements":
            return voice.count("count.disagreements", int(because[0]))
        case "home":
            return voice.say("why.home")
        case "novelty":
            return voice.say("why.novelty", count=voice.number(int(because[0])))
        case what:
            return voice.say(f"why.{what}", words=", ".join(_named(term, voice) for term in because))


def _named(term: str, voice: Voice) -> str:
    """A section or topic by its name in the edition; a word as the publisher wrote it."""
    locale = voice.frame.locale
    return locale.sections.get(term) or locale.topics.get(term) or term
