"""What is written of a story, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from prism.model.stories import Citation


class Certainty(StrEnum):
    """How sure the source is of what it says."""

    STATED = "stated"
    REPORTED = "reported"  # the source passes on somebody else's word
    UNCERTAIN = "uncertain"  # hedged, provisional, planned


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that sources say. For the digest writer a fact is one passage (or a title).

    Attributes:
        id: local to its sheet: "F1", "F2", …
        language: of the statement.
        statement: what is said.
        citations: where; at least one.
        said_by: who says so according to the source, or empty for the outlet itself.
        certainty: how sure the source is.
        figures: the figures of the statement, as it writes them; empty for the digest.
        names: the names in it, as the sources write them; empty for the digest.
    """

    id: str
    language: str
    statement: str
    citations: tuple[Citation, ...]
    said_by: str = ""
    certainty: Certainty = Certainty.STATED
    figures: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactSheet:
    """What the sources of one revision of a story say, once, for all editions."""

    story_id: str
    revision: int
    facts: tuple[Fact, ...]

    def cited(self) -> tuple[str, ...]:
        """Ids of all articles that its facts cite, in order of id."""
        return tuple(sorted({citation.article_id for fact in self.facts for citation in fact.citations}))

    def fact(self, fact_id: str) -> Fact:
        """The fact of that id; raises KeyError if the sheet has none."""
        for fact in self.facts:
            if fact.id == fact_id:
                return fact
        raise KeyError(fact_id)


class Kind(StrEnum):
    """Whether a sentence passes on what sources say or concludes from it."""

    REPORTED = "reported"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a brief.

    Attributes:
        text: in the edition's language, plain text. A quotation of a source stands between the marks of its locale.
        facts: ids of the facts of the sheet that it rests on.
        kind: reported or inferred.
        paragraph: which paragraph of its part it stands in, from 0.
        quotes: the parts of `text` that are taken from a source word for word (as in the source, without marks and
            without the bracketed dates that the writer added).
    """

    text: str
    facts: tuple[str, ...]
    kind: Kind = Kind.REPORTED
    paragraph: int = 0
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Insight:
    """The analysis: set apart from the report, each sentence marked as reported or inferred."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A topic or an entity with a page of its own.

    Attributes:
        id: of the entity or topic; the same in every edition.
        name: in the edition's language.
        slug: for its address.
    """

    id: str
    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What a writer cost: tokens in and out, and money in US dollars (0 for the digest writer)."""

    tokens_in: int = 0
    tokens_out: int = 0
    dollars: float = 0.0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sentences of a writer's own were checked before any was mended, those written again included, and how many failed."""

    failed: int = 0
    checked: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(self.failed + other.failed, self.checked + other.checked)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which writer made a brief, with what, and when.

    Attributes:
        writer: "digest" or "prose".
        model: name of the language model; empty for the digest.
        prompt_version: version of the prompts, or of the digest's rules.
        drafted_at: UTC.
        usage: what it cost.
        tally: what the checks found of its sentences.
        standing: what they had found of those that the model wrote for this edition in other stories, when it was decided.
    """

    writer: str
    model: str
    prompt_version: str
    drafted_at: datetime
    usage: Usage = field(default_factory=Usage)
    tally: Tally = field(default_factory=Tally)
    standing: Tally = field(default_factory=Tally)


@dataclass(frozen=True, slots=True)
class Brief:
    """A story told for one edition.

    Attributes:
        id: fixed when the brief is founded (story and locale); all versions share it.
        story_id: the story.
        story_revision: the revision it was written from.
        locale: the edition, a BCP 47 tag.
        headline: rests on facts like any sentence.
        dek: one or two sentences that stand alone.
        body: in the order of events, with paragraphs.
        insight: or None when there is nothing to say.
        section: id from `SECTIONS`.
        tags: most telling first.
        provenance: who made it.
        version: 1, 2, …; a new revision of the story makes a new version.
        changes: what is new since the last version, one line each, in the edition's language.
    """

    id: str
    story_id: str
    story_revision: int
    locale: str
    headline: Sentence
    dek: tuple[Sentence, ...]
    body: tuple[Sentence, ...]
    insight: Insight | None
    section: str
    tags: tuple[Tag, ...]
    provenance: Provenance
    version: int = 1
    changes: tuple[str, ...] = ()

    def sentences(self) -> tuple[tuple[str, Sentence], ...]:
        """Every sentence with its address: "headline", "dek.0", "body.3", "insight.1"."""
        insight = self.insight.sentences if self.insight else ()
        return (
            ("headline", self.headline),
            *((f"dek.{n}", s) for n, s in enumerate(self.dek)),
            *((f"body.{n}", s) for n, s in enumerate(self.body)),
            *((f"insight.{n}", s) for n, s in enumerate(insight)),
        )


SECTIONS = ("politics", "world", "business", "science", "health", "climate", "culture", "sport", "society", "disaster")
"""The fixed list of sections; each edition names them in its own language."""
