"""Limits on what models may cost, held before every call: what is being spent counts as spent, whichever process spends it.

A call is let through only if its estimate fits beside what was spent today and what the calls under way may still cost. The
estimate is meant to be too high: the prompt by its characters (see `estimated`), the answer by all the tokens that it may
have. What a call really took replaces it when the answer is there, so what was reserved in vain is free again. Reservations
stand in the archive before a call is made, so that several processes keep one budget.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum

from prism.model import Asked, Completion, Prompt, Spent
from prism.ports import Archive, Clock, Reserved

LONGEST_ANSWER = 4096
"""Tokens reserved for an answer whose prompt sets no bound."""

_FRAME = 64
"""Tokens that servers put around the two parts of a prompt."""

_SCRIPTS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile("[\u1100-\u11ff\uac00-\ud7a3]"), 1.15),
    (re.compile("[\u3040-\u30ff]"), 1.05),
    (re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]"), 1.25),
    (re.compile("[\u0370-\u052f]"), 0.6),
    (
        re.compile(
            "[^\x00-\x7f\u0370-\u052f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f]"
        ),
        1.0,
    ),
)
"""Classes of characters, no character in two, and tokens of each."""
_ASCII = 0.3
_CAUTION = 2.3
"""Unknown models are taken to need this many times the tokens, until their first answer tells: the most that was measured, Korean
in a vocabulary of 49,000 entries that was made for English (decision 112)."""
_MARGIN = 1.05
_FACTORS = (0.5, 4.0)
_LASTS = timedelta(minutes=30)
"""A reservation is void so long after its process last said something: more than the longest call takes with all its tries."""
_SMALL = 2.0
"""A limit must be more than so many times what is wanted for anything beyond the call itself to be asked of it."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What may be spent in a day (UTC); 0 sets no limit.

    Attributes:
        tokens_a_day: tokens in and out, of all calls.
        dollars_a_day: money, of all calls.
        tokens_a_story: tokens of one story's calls, whatever the editions.
        dollars_a_story: money, likewise.
        tokens_an_edition: tokens of the calls that serve one edition alone (drafts and their revisions).
        dollars_an_edition: money, likewise.
        price: tokens in, tokens out → dollars; nothing costs anything if None.
        thinking: tokens that an answer may take beside what its prompt allows it.
    """

    tokens_a_day: int = 0
    dollars_a_day: float = 0.0
    tokens_a_story: int = 0
    dollars_a_story: float = 0.0
    tokens_an_edition: int = 0
    dollars_an_edition: float = 0.0
    price: Callable[[int, int], float] | None = None
    thinking: int = 0

    def dollars(self, tokens_in: int, tokens_out: int) -> float:
        """What a call of that size costs."""
        return self.price(tokens_in, tokens_out) if self.price else 0.0


def estimated(text: str) -> float:
    """Tokens of a text by the scripts of its characters, on the high side.

    The rates are about those of vocabularies of 100,000 entries and more; the rest is learnt from what a model's calls really
    took (`Purse`).
    """
    tokens, counted = 0.0, 0
    for script, rate in _SCRIPTS:
        found = len(script.findall(text))
        tokens += rate * found
        counted += found
    return tokens + _ASCII * (len(text) - counted)


class Room(Enum):
    """Whether a call fits: yes, not before calls under way have ended, or not today."""

    YES = "yes"
    LATER = "later"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reservation:
    """What a call under way may still cost.

    Attributes:
        asked: what it is for.
        raw: tokens of the prompt as `estimated`.
        tokens: of prompt and answer, at most.
        dollars: at most.
    """

    asked: Asked
    raw: float
    tokens: float
    dollars: float


@dataclass(slots=True)
class _Sums:
    """Tokens and dollars by what a limit is about: "" for all, "story:…", "edition:…"."""

    tokens: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    dollars: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, asked: Asked, tokens: float, dollars: float) -> None:
        for about in _abouts(asked):
            self.tokens[about] += tokens
            self.dollars[about] += dollars


class Purse:
    """What is left of a budget today, kept by one run over the archive's ledger, beside other runs. Not for several threads.

    Args:
        budget: the limits.
        archive: where what was spent stands.
        clock: whose day it is.
        model: name of the model; what its calls take is learnt under it.
    """

    def __init__(self, budget: Budget, archive: Archive, clock: Clock, model: str) -> None:
        self._budget, self._archive, self._clock = budget, archive, clock
        self._note = f"tokens-factor:{model}"[:120]
        self._factor = float(archive.note(self._note) or 0.0)
        self._learnt = self._factor
        self._day: date | None = None
        self._spent, self._reserved = _Sums(), _Sums()
        self._owner, self._settled, self._known = 0, 0, -1
        self._said: dict[str, tuple[float, float]] = {}

    def reservation(self, prompt: Prompt, asked: Asked) -> Reservation:
        """What a call of this prompt may cost."""
        raw = estimated(prompt.system) + estimated(prompt.user) + estimated(prompt.schema) + _FRAME
        tokens_in = raw * (self._factor * _MARGIN if self._factor else _CAUTION)
        tokens_out = _bound(prompt.parameters) + self._budget.thinking
        return Reservation(asked, raw, tokens_in + tokens_out, self._budget.dollars(round(tokens_in), tokens_out))

    def room(self, wanted: Reservation, *, times: float = 1.0) -> Room:
        """Whether there is room for so much, `times` over (a first call wants some for what follows it).

        On YES it is reserved in the archive, and the caller takes it.
        """
        self._turn_the_page()
        answer = self._fits(wanted, times, {})
        if answer is Room.YES and any(self._limited(about) for about in _abouts(wanted.asked)):
            others = self._say(wanted, times)
            answer = self._fits(wanted, times, others.held)
            if answer is not Room.YES:
                self._say(wanted, 0.0)
        return answer

    def _fits(self, wanted: Reservation, times: float, others: Mapping[str, tuple[float, float]]) -> Room:
        tokens, dollars = wanted.tokens * times, wanted.dollars * times
        answer = Room.YES
        for about in _abouts(wanted.asked):
            their_tokens, their_dollars = others.get(about, (0.0, 0.0))
            for limit, spent, reserved, want in (
                (
                    self._tokens(about),
                    self._spent.tokens[about],
                    self._reserved.tokens[about] + their_tokens,
                    tokens,
                ),
                (
                    self._dollars(about),
                    self._spent.dollars[about],
                    self._reserved.dollars[about] + their_dollars,
                    dollars,
                ),
            ):
                needed = want if limit > _SMALL * want else want / times
                if limit and spent + needed > limit:
                    return Room.NO
                if limit and spent + reserved + needed > limit:
                    answer = Room.LATER
        return answer

    def take(self, reservation: Reservation) -> None:
        """A call is under way (or will follow)."""
        self._reserved.add(reservation.asked, reservation.tokens, reservation.dollars)

    def give_back(self, reservation: Reservation) -> None:
        """It is not."""
        self._reserved.add(reservation.asked, -reservation.tokens, -reservation.dollars)

    def settle(self, reservation: Reservation, completion: Completion) -> None:
        """It has ended, and took this."""
        self.give_back(reservation)
        self._settled += 1
        self._spent.add(reservation.asked, completion.tokens_in + completion.tokens_out, completion.dollars)
        if completion.tokens_in:
            low, high = _FACTORS
            taken = min(max(completion.tokens_in / reservation.raw, low), high)
            # The dearest call so far decides, so that estimates stay on the high side.
            self._factor = max(self._factor, taken)

    def tell(self) -> None:
        """Let other runs know what this one no longer holds."""
        changed = {about: self._held(about) for about, said in self._said.items() if said != self._held(about)}
        if changed:
            self._reserve({"": self._held(""), **changed})

    def close(self) -> None:
        """Hold nothing any more; keep what was learnt of the model."""
        self._reserved = _Sums()
        self.tell()
        if self._factor != self._learnt:
            self._archive.put_note(self._note, f"{self._factor:.4f}")

    def _say(self, wanted: Reservation, times: float) -> Reserved:
        """Say what this run holds with so much more; read the ledger again where others have spent something."""
        held = {about: self._held(about) for about in ("", *_abouts(wanted.asked))}
        tokens, dollars = wanted.tokens * times, wanted.dollars * times
        others = self._reserve({about: (has + tokens, costs + dollars) for about, (has, costs) in held.items()})
        if others.settled != self._known:
            self._known = others.settled
            self._read()
        return others

    def _reserve(self, held: Mapping[str, tuple[float, float]]) -> Reserved:
        self._said.update(held)
        now = self._clock.now()
        others = self._archive.reserve(self._owner, held, self._settled, now, now + _LASTS)
        self._owner = others.owner
        return others

    def _held(self, about: str) -> tuple[float, float]:
        return self._reserved.tokens[about], self._reserved.dollars[about]

    def _limited(self, about: str) -> bool:
        return bool(self._tokens(about) or self._dollars(about))

    def _tokens(self, about: str) -> int:
        kind = about.partition(":")[0]
        return {
            "": self._budget.tokens_a_day,
            "story": self._budget.tokens_a_story,
            "edition": self._budget.tokens_an_edition,
        }[kind]

    def _dollars(self, about: str) -> float:
        kind = about.partition(":")[0]
        return {
            "": self._budget.dollars_a_day,
            "story": self._budget.dollars_a_story,
            "edition": self._budget.dollars_an_edition,
        }[kind]

    def _turn_the_page(self) -> None:
        now = self._clock.now()
        if self._day == now.date():
            return
        self._day = now.date()
        self._read()

    def _read(self) -> None:
        """What all runs have spent today, from the ledger."""
        self._spent = _Sums()
        midnight = midnight_before(self._clock.now())
        for one in self._archive.spent(midnight, calls_only=True):
            self._spent.add(Asked(one.purpose, locale=one.locale), one.tokens_in + one.tokens_out, one.dollars)
        for story_id, (tokens, dollars) in self._archive.spent_on_stories(midnight).items():
            self._spent.tokens[f"story:{story_id}"] += tokens
            self._spent.dollars[f"story:{story_id}"] = dollars


def _abouts(asked: Asked) -> tuple[str, ...]:
    abouts = [""]
    if asked.story_id:
        abouts.append(f"story:{asked.story_id}")
    if asked.locale:
        abouts.append(f"edition:{asked.locale}")
    return tuple(abouts)


def _bound(parameters: Mapping[str, str]) -> int:
    try:
        return max(1, int(parameters.get("max_tokens", LONGEST_ANSWER)))
    except ValueError:
        return LONGEST_ANSWER


def midnight_before(at: datetime) -> datetime:
    """The beginning of a moment's day (UTC)."""
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def shares(spent: Iterable[Spent], budget: Budget) -> Iterator[tuple[str, str, float]]:
    """The limits a day that are set and the share of each that was spent: (name of the limit, edition or "", share).

    Args:
        spent: of one day, without what came in files.
        budget: the limits. Those of stories are left out.
    """
    sums = _Sums()
    for one in spent:
        sums.add(Asked(one.purpose, locale=one.locale), one.tokens_in + one.tokens_out, one.dollars)
    for about in sorted({"", *sums.tokens}):
        edition = about.partition(":")[2]
        limits = (
            (
                ("tokens_an_edition", budget.tokens_an_edition, sums.tokens),
                ("dollars_an_edition", budget.dollars_an_edition, sums.dollars),
            )
            if edition
            else (
                ("tokens_a_day", budget.tokens_a_day, sums.tokens),
                ("dollars_a_day", budget.dollars_a_day, sums.dollars),
            )
        )
        for name, limit, spent_on in limits:
            if limit:
                yield name, edition, spent_on[about] / limit
