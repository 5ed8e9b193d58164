"""A digest's words are the house's own, and what they say of the reports is so.

Every sentence of a digest is a message of the locale with quotations, outlets, figures, names and days in its fields
(`checks.templates`). What is no such message was altered, or is prose; prose of other writers is the business of
`support`.
"""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import DIGEST, Examined
from prism.checks.templates import CHANGES
from prism.model import Outcome, Verdict

_SHOWN = 60


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for prose in a digest, and for a sentence of the house whose fields do not hold."""
    digest = examined.brief.provenance.writer == DIGEST
    for part in examined.parts:
        reading = examined.readings.get(part.address)
        if reading is None:
            if digest:
                text = _short(part.sentence.text)
                yield examined.verdict("wording", Outcome.FAIL, part, "check.wording.altered", text, text=text)
            continue
        for fault in reading.faults:
            words = (fault.words,) if fault.words and fault.words in part.sentence.text else ()
            message = f"check.wording.{fault.what}"
            yield examined.verdict("wording", Outcome.FAIL, part, message, *words, words=_short(fault.words))
        for stands, should_be in reading.told.slips:
            yield examined.verdict(
                "particles", Outcome.FAIL, part, "check.particles.agreement", stands, text=stands, should_be=should_be
            )
    if digest:
        yield from _apart(examined)


def _apart(examined: Examined) -> Iterator[Verdict]:
    """The title of the Insight and the lines of change, which are no sentences with facts."""
    brief = examined.brief
    if brief.insight and not any(True for _ in examined.house.read_title(brief.insight.title)):
        text = _short(brief.insight.title)
        yield examined.verdict("wording", Outcome.FAIL, None, "check.wording.altered", text=text)
    if brief.insight and not _labelled(examined):
        yield examined.verdict("wording", Outcome.FAIL, None, "check.wording.label", words=_short(brief.insight.title))
    for line in brief.changes:
        if not any(told.family.startswith(CHANGES) for told in examined.every_house.read(line)):
            yield examined.verdict("wording", Outcome.FAIL, None, "check.wording.altered", text=_short(line))


def _labelled(examined: Examined) -> bool:
    """Whether a title that names what is in dispute names what the first sentence does."""
    insight = examined.brief.insight
    labels = [told.fields for told in examined.house.read_title(insight.title)] if insight else []
    if not labels or not all("label" in fields for fields in labels):
        return True
    told = [one.told.fields for address, one in examined.readings.items() if address.startswith("insight.")]
    return any(
        all(fields.get(name, one[name]) == one[name] for name in ("label", "noun") if name in one)
        for one in labels
        for fields in told
        if "label" in fields
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
