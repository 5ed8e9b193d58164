"""`update`: a new revision of a story; only what changed is written again, and the page says what is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from prism.asking.answers import read_object, text_of, texts_of
from prism.asking.fencing import fence, line
from prism.asking.labels import known, numbered
from prism.asking.lines import headed_rows
from prism.asking.questions import Answer, Question, Unusable, ask
from prism.briefs.prompts import VERSION, schema, system_for
from prism.briefs.prose.assembling import Desk, texts
from prism.briefs.prose.carrying import Carried, carried
from prism.briefs.prose.draft import WRITER, draft, insight_of, versioned
from prism.briefs.prose.listing import sheet_shown
from prism.briefs.prose.mending import mended
from prism.briefs.prose.sheet import Background, Sheet
from prism.briefs.prose.tagging import section_and_tags
from prism.model import Brief, Fact, FactSheet, Flow, Insight, Locale, Provenance, Sentence, Source, Story

_MOST_NEWS = 24
_MOST_DROPPED = 3
"""One sentence in so many of the body may be dropped though the sheet still bears it."""


@dataclass(frozen=True, slots=True)
class _Changed:
    """What an answer changes: address → what stands there, the new sentences, the Insight if it is told anew."""

    others: Mapping[str, tuple[Sentence, ...]]
    new: tuple[Sentence, ...]
    insight: Insight | None


def update(
    previous: Brief,
    previous_facts: FactSheet,
    sheet: Sheet,
    story: Story,
    sources: Sequence[Source],
    locale: Locale,
    *,
    names: Mapping[str, Mapping[str, str]],
    background: Sequence[Background] = (),
    now: datetime,
) -> Flow[Brief]:
    """A brief of a new revision, made from its last version.

    Args:
        previous: the last version.
        previous_facts: the sheet that it rests on.
        sheet: of the new revision.
        story: the new revision.
        sources: the outlets.
        locale: the edition.
        names: as for `draft`.
        background: as for `draft`.
        now: when it is written (UTC).

    Returns:
        The last version resting on the new sheet, with its own number and without a call, where nothing is new; else a new
        version, in which sentences that nothing changed keep their bytes, with what is new in `changes`. A brief that the
        prose writer did not write is drafted anew, and so is one whose headline or dek nothing bears any more.

    Raises:
        BadCompletion: no usable answer in three tries.
    """
    anew = partial(
        draft,
        sheet,
        story,
        sources,
        locale,
        names=names,
        background=background,
        previous=previous,
        now=now,
    )
    if previous.provenance.writer != WRITER:
        return (yield from anew())
    whole = sheet.with_background(background)
    desk = Desk(whole, locale)
    cited = list(dict.fromkeys(fact for _, sentence in previous.sentences() for fact in sentence.facts))
    kept = carried(previous_facts, cited, whole)
    stands = {address: _resting(sentence, kept) for address, sentence in previous.sentences()}
    lost = frozenset(address for address, sentence in stands.items() if not sentence.facts)
    base = _rested(previous, stands, story)
    if not kept.news and not lost:
        return base
    news = kept.news[:_MOST_NEWS]
    addresses = numbered("S", stands)
    shown = [
        *sheet_shown(whole, news, locale, (names, sheet.names), background),
        *_standing(addresses, stands, lost),
    ]
    question = Question("update", system_for("update", locale), fence(shown), schema("update"))
    answer = yield from ask(question, lambda text: _read(text, addresses, stands, lost, news, desk))
    changed = answer.value
    fresh = mended(base, {**dict.fromkeys(lost, ()), **changed.others})
    if fresh is None:
        return (yield from anew())
    section, tags = section_and_tags(
        whole, story, locale, (names, sheet.names), texts(fresh), [tag.name for tag in previous.tags], sources
    )
    fresh = replace(fresh, section=section, tags=tags, insight=changed.insight or fresh.insight)
    return _signed(fresh, previous, desk, answer, now, _outlets(previous, previous_facts, sheet))


def _signed(
    fresh: Brief, previous: Brief, desk: Desk, answer: Answer[_Changed], now: datetime, known: frozenset[str]
) -> Brief:
    """The brief with its lede, its provenance, its number and what is new."""
    provenance = Provenance(WRITER, answer.model, VERSION, now, answer.usage)
    signed = replace(fresh, dek=desk.led(fresh.dek), provenance=provenance)
    return versioned(signed, previous, desk.sheet, desk.locale, answer.value.new, known)


def _outlets(previous: Brief, facts: FactSheet, sheet: Sheet) -> frozenset[str]:
    """The outlets that a version rested on, as far as their reports are still told from."""
    used = {ident for _, sentence in previous.sentences() for ident in sentence.facts}
    cited = {citation.article_id for fact in facts.facts if fact.id in used for citation in fact.citations}
    return frozenset(sheet.origins[ident].outlet for ident in cited if ident in sheet.origins)


def _resting(sentence: Sentence, kept: Carried) -> Sentence:
    """A sentence on the facts of the new sheet; on none where nothing carries it."""
    facts = tuple(dict.fromkeys(new for old in sentence.facts for new in kept.ids.get(old, ())))
    return replace(sentence, facts=facts)


def _rested(previous: Brief, stands: Mapping[str, Sentence], story: Story) -> Brief:
    """The last version on the new sheet, its words to the byte."""
    found = mended(previous, {address: (sentence,) for address, sentence in stands.items()})
    return replace(found or previous, story_revision=story.revision)


def _standing(addresses: Mapping[str, str], stands: Mapping[str, Sentence], lost: frozenset[str]) -> Iterator[str]:
    """The brief as lines of a prompt."""
    for label, address in addresses.items():
        sentence = stands[address]
        part = address.split(".", maxsplit=1)[0]
        paragraph = f" {sentence.paragraph + 1}" if part == "body" else ""
        rests = "lost" if address in lost else ", ".join(sentence.facts)
        yield f"{label} {part}{paragraph} [{rests}] {line(sentence.text)}"


def _read(
    answer: str,
    addresses: Mapping[str, str],
    stands: Mapping[str, Sentence],
    lost: frozenset[str],
    news: Sequence[Fact],
    desk: Desk,
) -> _Changed:
    """What an answer changes; raises Unusable where it is in another language.

    A sentence that still stands is only replaced by one that rests on something new: the rest keeps its bytes.
    """
    found = read_object(answer)
    fresh = frozenset(fact.id for fact in news)
    others: dict[str, tuple[Sentence, ...]] = {}
    new: list[Sentence] = []
    for row in headed_rows(found.get("replace"), "label"):
        address = next(iter(known(text_of(row, "label"), addresses)), "")
        said = _replacing(row, address, stands[address], desk) if address else ()
        if said and address not in others and (address in lost or _is_new(said, fresh)):
            others[address] = said
            new += said if address.startswith("body.") else ()
    last = next((one for one in reversed(tuple(stands)) if one.startswith("body.")), "")
    for row in headed_rows(found.get("add"), "after"):
        after = next(iter(known(text_of(row, "after"), addresses)), "")
        address = after if after.startswith("body.") else last
        said = _replacing(row, address, stands[address], desk) if address else ()
        there = {one.text for one in (*stands.values(), *new)}
        if said and _is_new(said, fresh) and not any(one.text in there for one in said):
            others[address] = (*others.get(address, () if address in lost else (stands[address],)), *said)
            new += said
    _drop(texts_of(found, "drop"), addresses, stands, others)
    insight = insight_of(found, desk)
    if not desk.in_language([*new, *(insight.sentences if insight else ())]):
        raise Unusable(f"It was not written in {desk.locale.endonym} ({desk.locale.tag}).")
    return _Changed(others, tuple(new), insight)


def _replacing(row: Mapping[str, object], address: str, old: Sentence, desk: Desk) -> tuple[Sentence, ...]:
    """What a row puts beside or in the place of a sentence, of its kind and in its paragraph."""
    if address == "headline":
        headline = desk.headline(row)
        return (headline,) if headline else ()
    return tuple(replace(one, kind=old.kind) for one in desk.sentences(row, old.paragraph))


def _is_new(said: Sequence[Sentence], fresh: frozenset[str]) -> bool:
    return any(fresh & set(one.facts) for one in said)


def _drop(
    labels: Sequence[str],
    addresses: Mapping[str, str],
    stands: Mapping[str, Sentence],
    others: dict[str, tuple[Sentence, ...]],
) -> None:
    """Let sentences of body and Insight fall, within the bound."""
    body = sum(address.startswith("body.") for address in stands)
    left = max(1, body // _MOST_DROPPED)
    for address in known(list(labels), addresses):
        if left and address not in others and address.startswith(("body.", "insight.")):
            others[address] = ()
            left -= 1
