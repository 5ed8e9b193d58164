"""From the sentences of a brief to numbered notes that show what each rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from prism.editions.plain import web_link
from prism.model import TITLE, Article, Brief, Certainty, Citation, Dossier, Fact, Kind, Sentence, Source, Use

_HEADLINE = "headline"
_PASSAGES, _PART = 3, 5  # DESIGN's defaults for `full`: at most three passages, and a fifth of an article


@dataclass(frozen=True, slots=True)
class Quoted:
    """One passage as a page may show it.

    Attributes:
        text: the source's words, or empty where its rights allow no more than a link.
        language: BCP 47 tag of the text.
        number: which passage of the article (0: its title).
        outlet: name of the source.
        source_id: of the source.
        link: the original, or empty if its address can't be linked.
        article: the article.
        said_by: who says so in the article, or empty.
        uncertain: the source itself hedges.
        gloss: the passage in the edition's language, a machine's translation that was checked; empty where there is none.
    """

    text: str
    language: str
    number: int
    outlet: str
    source_id: str
    link: str
    article: Article
    said_by: str = ""
    uncertain: bool = False
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What one sentence rests on.

    Attributes:
        address: of the sentence in its brief ("body.3").
        number: as printed; 0 for the headline.
        sentence: its text.
        quoted: the passages, none for a sentence that was computed.
        inferred: the sentence infers, and does not pass on what sources say.
    """

    address: str
    number: int
    sentence: str
    quoted: tuple[Quoted, ...]
    inferred: bool = False

    @property
    def part(self) -> str:
        """Which part of the brief: "headline", "dek", "body", "insight"."""
        return self.address.partition(".")[0]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Names of the outlets quoted, each once."""
        return tuple(dict.fromkeys(quoted.outlet for quoted in self.quoted))

    @property
    def anchor(self) -> str:
        """Id of the note on the page."""
        return f"e-{self.address.replace('.', '-')}"

    @property
    def mark(self) -> str:
        """Id of the sentence on the page."""
        return f"s-{self.address.replace('.', '-')}"


class Shelf:
    """The articles of a dossier, and which of their words a page may show."""

    def __init__(self, dossier: Dossier) -> None:
        self.articles: Mapping[str, Article] = {article.id: article for article in dossier.articles}
        self.sources: Mapping[str, Source] = {source.id: source for source in dossier.sources}
        self._glosses = dossier.glosses
        self._facts: Mapping[str, Fact] = {fact.id: fact for fact in dossier.facts.facts}
        self._rested_on: dict[str, set[int]] = {}
        self._shown: dict[str, set[int]] = {}
        for _, sentence in dossier.brief.sentences():
            for fact in self.facts_of(sentence):
                for citation in fact.citations:
                    self._rested_on.setdefault(citation.article_id, set()).add(citation.passage)

    def facts_of(self, sentence: Sentence) -> Sequence[Fact]:
        """The facts of a sentence that its sheet has, each once."""
        return [self._facts[fact_id] for fact_id in dict.fromkeys(sentence.facts) if fact_id in self._facts]

    def outlet(self, source_id: str) -> str:
        """The outlet's name, or its id while the source is unknown."""
        source = self.sources.get(source_id)
        return source.name if source else source_id

    def quoted(self, citation: Citation, fact: Fact | None = None) -> Quoted | None:
        """A passage as it may be shown, or None if the dossier has no such article."""
        article = self.articles.get(citation.article_id)
        if article is None:
            return None
        words = self._words(article, citation.passage)
        return Quoted(
            text=words,
            language=article.language,
            number=citation.passage,
            outlet=self.outlet(article.source_id),
            source_id=article.source_id,
            link=web_link(article.url),
            article=article,
            said_by=fact.said_by if fact else "",
            uncertain=fact is not None and fact.certainty is Certainty.UNCERTAIN,
            gloss=self._glosses.get(citation, "") if words else "",
        )

    def title(self, article: Article) -> Quoted:
        """An article's title, which may always be shown."""
        return Quoted(
            text=article.title,
            language=article.language,
            number=TITLE,
            outlet=self.outlet(article.source_id),
            source_id=article.source_id,
            link=web_link(article.url),
            article=article,
        )

    def _words(self, article: Article, number: int) -> str:
        """What a page may show of an article beside its link.

        A title always. What sentences rest on, unless the article may only be linked. What nothing rests on (in the timeline,
        among disagreements) only under `full`, and within what may be copied of a text: three passages and a fifth of it.
        """
        if number != TITLE and not self._within(article, number):
            return ""
        try:
            return article.text_of(number)
        except KeyError:
            return ""

    def _within(self, article: Article, number: int) -> bool:
        if article.rights.use not in {Use.FULL, Use.EXCERPT}:
            return False
        shown = self._shown.setdefault(article.id, set(self._rested_on.get(article.id, ())))
        if number in shown:
            return True
        if article.rights.use is Use.FULL and len(shown) < min(_PASSAGES, len(article.passages) // _PART):
            shown.add(number)
            return True
        return False


def nearest_first(notes: Sequence[Note], language: str) -> tuple[Note, ...]:
    """The same notes, what is in the reader's language (a primary tag) before what is not."""
    return tuple(
        replace(note, quoted=tuple(sorted(note.quoted, key=lambda one: one.language.partition("-")[0] != language)))
        for note in notes
    )


def notes_of(brief: Brief, shelf: Shelf) -> tuple[Note, ...]:
    """One note a sentence, numbered in reading order; the headline's comes first and bears no number."""
    notes: list[Note] = []
    number = 0
    for address, sentence in brief.sentences():
        if address != _HEADLINE:
            number += 1
        found: dict[tuple[str, int], Quoted] = {}
        for fact in shelf.facts_of(sentence):
            for citation in fact.citations:
                quoted = shelf.quoted(citation, fact)
                if quoted:
                    found.setdefault((citation.article_id, citation.passage), quoted)
        inferred = sentence.kind is Kind.INFERRED
        printed = 0 if address == _HEADLINE else number
        notes.append(Note(address, printed, sentence.text, tuple(found.values()), inferred))
    return tuple(notes)
