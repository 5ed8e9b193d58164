"""From the rows of an answer to the sentences of a brief."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prism.asking.answers import text_of
from prism.asking.labels import known
from prism.briefs.cues import primary
from prism.briefs.digest.wording import say
from prism.briefs.prose.plain import plain_sentence
from prism.briefs.prose.sheet import Sheet
from prism.languages import detect, quotations, sentences
from prism.model import Brief, Fact, Kind, Locale, Sentence

_LONGEST = 700
_MOST_FACTS = 8
_STOPS = ".!?。！？…"
_CLOSERS = "\"'”’»」』)]）"
_SPACES = re.compile(r"\s+")
_SHORT_TERM = 24
"""Characters between marks that no source has to the letter and that are a term rather than speech: the marks come off."""
_ENOUGH = 20
"""Letters from which on the language of a text can be told."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every sentence of one edition is put together with.

    Attributes:
        sheet: the facts, background included.
        locale: the edition.
    """

    sheet: Sheet
    locale: Locale

    @property
    def table(self) -> Mapping[str, Fact]:
        """Facts by their ids, which are their labels."""
        return {fact.id: fact for fact in self.sheet.facts.facts}

    def sentences(self, row: Mapping[str, object], paragraph: int = 0) -> Iterator[Sentence]:
        """The sentences of one row of an answer; none where its text is no sentence or rests on nothing that there is."""
        cited = known(row.get("facts"), self.table)[:_MOST_FACTS]
        passages = [text for fact in cited for text in (*self.sheet.texts(fact), fact.statement)]
        text = plain_sentence(text_of(row, "text"), [*passages, *self.outlets()])
        if not cited or not text or len(text) > _LONGEST:
            return
        kind = Kind.INFERRED if row.get("kind") == Kind.INFERRED.value else Kind.REPORTED
        for one in sentences(text, self.locale.language):
            shown, quotes = self.quoting(one, passages)
            yield Sentence(self.stopped(shown), tuple(fact.id for fact in cited), kind, paragraph, quotes)

    def headline(self, row: Mapping[str, object]) -> Sentence | None:
        """A row as the headline, without a full stop; None where it is none."""
        found = tuple(self.sentences(row))
        if not found:
            return None
        text = " ".join(one.text for one in found).rstrip(" .。")
        quotes = tuple(dict.fromkeys(quote for one in found for quote in one.quotes))
        return Sentence(text, found[0].facts, Kind.REPORTED, 0, quotes)

    def quoting(self, text: str, passages: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """A sentence with the edition's marks around what a passage has to the letter, and what that is.

        A term between marks that no passage has loses its marks; longer words that no passage has keep them, so that the
        checks see a quotation that nobody made.
        """
        squeezed = [_SPACES.sub(" ", passage) for passage in passages]
        quotes: list[str] = []
        for quote in reversed(quotations(text)):
            before, after = text[: quote.start - 1], text[quote.end + 1 :]
            if said := _verbatim(quote.text, squeezed):
                left = "" if after[:1] in _STOPS else quote.text[len(said) :]
                text = f"{before}{self.locale.quote_open}{said}{self.locale.quote_close}{left}{after}"
                quotes.insert(0, said)
            elif len(quote.text) <= _SHORT_TERM and quote.text[-1] not in _STOPS:
                text = before + quote.text + after
        return text, tuple(quotes)

    def stopped(self, text: str) -> str:
        """A sentence with its full stop."""
        bare = text.rstrip(_CLOSERS).rstrip()
        return text if bare.endswith(tuple(_STOPS)) else text + self.locale.say("digest.stop")

    def outlets(self) -> tuple[str, ...]:
        """Names of all outlets of the sheet, longest first."""
        names = {origin.outlet for origin in self.sheet.origins.values() if origin.outlet}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))

    def in_language(self, found: Sequence[Sentence]) -> bool:
        """Whether some sentences together are in the edition's language; too few letters to tell count as so."""
        text = " ".join(sentence.text for sentence in found)
        for name in self.outlets():
            text = text.replace(name, " ")
        if sum(char.isalpha() for char in text) < _ENOUGH:
            return True
        return primary(detect(text, hint=self.locale.language)) == primary(self.locale.language)

    def led(self, dek: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        """A lede that names an outlet: where it names none, the one that its first sentence rests on is named."""
        named = any(name in sentence.text for sentence in dek for name in self.outlets())
        if named or not dek:
            return dek
        first = dek[0]
        outlets = self.sheet.outlets(self.table[first.facts[0]])
        if not outlets:
            return dek
        stop = self.locale.say("digest.stop")
        text = say(self.locale, "prose.according", outlet=outlets[0], sentence=first.text.removesuffix(stop))
        return (Sentence(text, first.facts, first.kind, first.paragraph, first.quotes), *dek[1:])


def _verbatim(quote: str, passages: Sequence[str]) -> str:
    """As much of a quotation as a passage has to the letter: all of it, or all but the writer's own comma or stop."""
    return next((one for one in (quote, quote.rstrip(",.、。")) if one and any(one in text for text in passages)), "")


def unrepeated(found: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Sentences without those that stand before already, to the letter."""
    first: dict[str, Sentence] = {}
    for sentence in found:
        first.setdefault(sentence.text, sentence)
    return tuple(first.values())


def texts(brief: Brief) -> list[str]:
    """What a brief says, sentence by sentence."""
    return [sentence.text for _, sentence in brief.sentences()]
