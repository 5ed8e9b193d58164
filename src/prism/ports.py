"""What the newsroom needs of the world outside: Protocols that adapters fill in.

Every method that writes does so in one transaction, and may be called twice to the same end. No method of the archive
waits for the network.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from prism.model import (
    Article,
    Asked,
    Brief,
    Citation,
    Completion,
    Correction,
    Decision,
    Entry,
    FactSheet,
    Failure,
    Member,
    OutputFile,
    Polling,
    Prompt,
    Regrouping,
    Request,
    Response,
    Rights,
    Source,
    Spent,
    Standing,
    Story,
    Tally,
    Teaser,
    Vector,
    Verdict,
    Version,
)

A = TypeVar("A")
B = TypeVar("B")


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """Now, aware, UTC."""
        ...


class Fetcher(Protocol):
    """The one guarded way out. Concurrent across hosts, polite within one; obeys robots.txt."""

    def fetch(self, request: Request) -> Response:
        """The final response, whatever its status.

        Raises:
            Refused: the guard or robots.txt forbids it.
            Unreachable: name, connection, TLS or deadline failed.
            BadResponse: too large, a bomb, truncated, a redirect loop.
        """
        ...

    def fetch_all(self, requests: Sequence[Request]) -> Iterable[tuple[Request, Response | Exception]]:
        """Each request with its response or the FetchError, in the order they finish."""
        ...

    def robots(self, url: str) -> Rights | None:
        """What robots.txt of that address's host says of it: NONE with the line that forbids it, else None."""
        ...

    def licences(self, url: str) -> tuple[str, ...]:
        """Addresses of the RSL licences that robots.txt names for an address."""
        ...


class Embedder(Protocol):
    """Texts to vectors."""

    @property
    def name(self) -> str:
        """Model and version: vectors of different names are never compared."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of each vector."""
        ...

    def embed(self, texts: Sequence[str]) -> Sequence[Vector]:
        """One unit-length float32 vector a text, in order."""
        ...


class Neighbours(Protocol):
    """Which articles may be near: a cache over the archive's vectors and keys that can be thrown away and built anew."""

    def add(self, members: Sequence[Member]) -> None:
        """Make members findable; adding one again replaces it."""
        ...

    def near(self, member: Member, means: Mapping[str, Vector], *, since: datetime, count: int) -> Sequence[str]:
        """Ids of at most `count` other articles, nearest first, in all languages, none older than `since`.

        `means` are the language means to centre by; keys that few share count as nearness too.
        """
        ...


class ChatModel(Protocol):
    """A language model. Threads may ask it at the same time."""

    @property
    def name(self) -> str:
        """Which model, as its server calls it."""
        ...

    def complete(self, prompt: Prompt) -> Completion:
        """The model's answer; raises ModelError (refused, busy, unreachable)."""
        ...


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why the site is brought up to date.

    Attributes:
        at: when (UTC).
        reason: "changes" (of the stories below), "everything" (all pages anew), "around" (sources, stories that wait or merged).
        stories: story id → what became of it: "new", "version 3", "withdrawn", "again" (for the page of another edition).
    """

    at: datetime
    reason: str
    stories: Mapping[str, str]


class SiteStore(Protocol):
    """Where the site stands."""

    def publish(self, files: Iterable[OutputFile | Standing], *, keep: bool, occasion: Occasion | None = None) -> int:
        """Put a new tree in the old one's place at one instant; returns how many files changed.

        With `keep`, files of the old tree that are not given stay; without it, only the given ones stand, and those that are
        named as `Standing`. Files whose bytes are the same keep their times. A build that dies leaves the old tree.
        """
        ...

    def read(self, path: str) -> bytes | None:
        """A file as readers see it, or None if there is none."""
        ...

    def has(self, path: str) -> bool:
        """Whether readers see a file of this path."""
        ...

    def occasion(self, path: str) -> Occasion | None:
        """Why a file was last changed, or None if that is not known (any more)."""
        ...


class Crew(Protocol):
    """Hands that work with the archive at the same time."""

    def each(self, job: Callable[[Archive, A], B], orders: Iterable[A], *, many: bool) -> Iterator[B]:
        """The answer of the job to each order, in their order.

        The job is a function of a module; its orders and answers can be pickled. `many` says that there is enough to do for
        several processes.
        """
        ...


@dataclass(frozen=True, slots=True)
class Work:
    """A brief version with what stands around it, as the archive keeps it.

    Attributes:
        brief: the version.
        facts: its sheet.
        verdicts: None before checking.
        decision: the latest for this version, None before the desk saw it.
        at: when the version was stored (UTC).
    """

    brief: Brief
    facts: FactSheet
    verdicts: tuple[Verdict, ...] | None
    decision: Decision | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Published:
    """A brief that was published, with what its page shows of its past.

    Attributes:
        work: the latest version that was published, corrected or withdrawn.
        story: its story, None if that is gone; a merged one has `merged_into`.
        history: the versions that were published, oldest first.
        corrections: oldest first.
    """

    work: Work
    story: Story | None
    history: tuple[Version, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Reserved:
    """What other runs hold of a budget.

    Attributes:
        owner: the number of the run that asked.
        held: what a limit is about → tokens and dollars that calls under way may still cost.
        settled: calls that have ended, of all other runs of the last day; a number that grows when there is more to read in the ledger.
    """

    owner: int
    held: Mapping[str, tuple[float, float]]
    settled: int


@dataclass(frozen=True, slots=True)
class Awaited:
    """A prompt that has no answer yet, and the brief that waits for it.

    Attributes:
        prompt: the question.
        asked: what it is for; its locale is empty where the answer serves all editions.
        locale: the edition whose brief waits; "ko:gloss" for what waits beside the brief and does not hold it up.
        weight: how important the brief is; higher first.
    """

    prompt: Prompt
    asked: Asked
    locale: str
    weight: float = 0.0


class Archive(Protocol):
    """Everything that the newsroom knows, the work to be done included. What is due is a query."""

    # -- sources ---------------------------------------------------------------------------------------------------
    def sources(self) -> tuple[Source, ...]:
        """All, by name."""
        ...

    def put_source(self, source: Source, *, poll_at: datetime) -> bool:
        """Add or change a source; a new one is first due at `poll_at`. True if it is new."""
        ...

    def remove_source(self, source_id: str) -> bool:
        """Stop polling it and forget its entries that are not yet articles; its articles stay. False if unknown."""
        ...

    def pollings(self) -> Mapping[str, Polling]:
        """State of all sources by id."""
        ...

    def sources_due(self, now: datetime) -> tuple[tuple[Source, Polling], ...]:
        """Whose next poll has come and that are not gone, longest due first."""
        ...

    def poll_all(self, at: datetime) -> int:
        """Make every source due that is not gone; returns how many."""
        ...

    def put_poll(
        self, source: Source, polling: Polling, entries: Sequence[Entry], notes: Mapping[str, str] | None = None
    ) -> int:
        """Store what a poll found: the source (it may have moved), its state, its entries. Returns how many were new.

        An entry whose id is known changes nothing unless its `updated_at` or title changed: then its page is due again.
        """
        ...

    def count_unknown(self, entry_ids: Sequence[str]) -> int:
        """How many of these entries it has not."""
        ...

    # -- entries and articles --------------------------------------------------------------------------------------
    def entries_due(self, now: datetime, limit: int) -> tuple[Entry, ...]:
        """Entries whose page has not been read (or must be read again), oldest first."""
        ...

    def put_article(self, entry_id: str, article: Article, *, revisit_at: datetime | None) -> bool:
        """Store what an entry became. True if the text is new or changed.

        If another article of the same source has the same canonical address, that one is updated and keeps its id.
        A changed text makes its story due again. The entry is done.
        """
        ...

    def fail_entry(self, entry_id: str, failure: Failure, *, retry_at: datetime | None) -> None:
        """Note that a page could not be read; None means never again."""
        ...

    def article(self, article_id: str) -> Article | None:
        """By id."""
        ...

    def articles(self, article_ids: Iterable[str]) -> tuple[Article, ...]:
        """By ids, in the order asked; unknown ids are left out."""
        ...

    def iterate_articles(self) -> Iterable[tuple[Article, str]]:
        """All articles with the id of their story ("" before grouping), by id, streamed in bounded memory."""
        ...

    def withdraw_article(self, article_id: str, at: datetime) -> None:
        """The source took it down: its story is due again."""
        ...

    def put_rights(self, source_id: str, rights: Rights, notes: Mapping[str, str]) -> int:
        """The operator's word for a source changed: it holds for all its articles; their stories are due again."""
        ...

    def articles_to_revisit(self, now: datetime, limit: int) -> tuple[Article, ...]:
        """Those whose page should be asked again whether it still stands."""
        ...

    def put_revisit(self, article_id: str, next_at: datetime | None) -> None:
        """It was asked again; None means that it is left in peace from now on."""
        ...

    # -- grouping --------------------------------------------------------------------------------------------------
    def articles_to_group(self, limit: int) -> tuple[Article, ...]:
        """Articles in no story, or whose text changed since they were grouped, oldest publication first."""
        ...

    def put_grouping(
        self,
        newcomers: Sequence[Member],
        regrouping: Regrouping,
        now: datetime,
        *,
        copies: Mapping[str, str] | None = None,
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Store the newcomers' signatures and vectors, move articles, end merged stories; all touched stories are due.

        `copies` says which articles are wire copies of which (article id → original's id).
        """
        ...

    def members(self, story_ids: Iterable[str]) -> tuple[Member, ...]:
        """All members of these stories."""
        ...

    def members_by_id(self, article_ids: Iterable[str]) -> tuple[Member, ...]:
        """By article ids, in the order asked; those not grouped are left out."""
        ...

    def iterate_members(self, since: datetime) -> Iterable[Member]:
        """All grouped articles not older than `since`, to fill the neighbours' cache; streamed."""
        ...

    def note(self, key: str) -> str | None:
        """A small value kept between runs (language means, watermarks)."""
        ...

    def put_note(self, key: str, value: str) -> None:
        """Keep a small value."""
        ...

    # -- stories ---------------------------------------------------------------------------------------------------
    def stories_due(self, limit: int) -> tuple[tuple[str, tuple[str, ...], Story | None], ...]:
        """Stories whose members or texts changed since they were described: id, member ids, the last description."""
        ...

    def put_story(self, story: Story) -> None:
        """Store a description."""
        ...

    def story(self, story_id: str) -> Story | None:
        """By id; a merged one has `merged_into`."""
        ...

    def iterate_stories(self) -> Iterable[Story]:
        """All that are not merged, by id, streamed."""
        ...

    def merged(self) -> Mapping[str, str]:
        """Ended story → the living one where its members are now (chains followed)."""
        ...

    def stories_sharing(self, entity_ids: Iterable[str], *, limit: int) -> tuple[tuple[str, int], ...]:
        """Stories by how many of these entities they share, most first."""
        ...

    # -- briefs, checks, decisions ---------------------------------------------------------------------------------
    def briefs_due(
        self,
        locales: Sequence[str],
        now: datetime,
        limit: int,
        *,
        again: Collection[str] = (),
        writer: str = "",
        within: timedelta | None = None,
    ) -> tuple[tuple[str, str], ...]:
        """(story id, locale) whose brief is missing or behind the story's revision, and that do not wait at it.

        Those that wait for a reason in `again` are due all the same. With `writer`, so are those whose brief another wrote,
        as long as the story is not older than `within` before the latest one.
        """
        ...

    def put_wait(self, story_id: str, locale: str, revision: int, reason: str, *, stands: bool = False) -> None:
        """No brief can be written of this revision for this edition; `reason` is a message id ("card.rights").

        `stands` says that readers have a brief meanwhile, and need not be told.
        """
        ...

    def waits(self, locale: str) -> tuple[tuple[str, str], ...]:
        """(story id, reason) of the stories that wait at their current revision with no brief standing in."""
        ...

    def waiting(self) -> Mapping[tuple[str, bool], int]:
        """How many editions of stories wait, by reason and by whether a brief stands in meanwhile."""
        ...

    def put_brief(self, brief: Brief, facts: FactSheet, at: datetime) -> None:
        """Store a version with its sheet; the same version again replaces it and its verdicts are due anew."""
        ...

    def put_decided(
        self,
        brief: Brief,
        facts: FactSheet,
        at: datetime,
        *,
        verdicts: Sequence[Verdict],
        decision: Decision,
        correction: Correction | None,
    ) -> None:
        """Store a version together with what was found and decided about it."""
        ...

    def briefs_unchecked(self, limit: int) -> tuple[Work, ...]:
        """Versions without verdicts."""
        ...

    def put_verdicts(
        self, brief: Brief, verdicts: Sequence[Verdict], decision: Decision, correction: Correction | None
    ) -> None:
        """Store what was found and decided about a version."""
        ...

    def work(self, brief_id: str, version: int | None = None) -> Work | None:
        """A version, the latest if None."""
        ...

    def published_work(self, brief_id: str) -> Work | None:
        """The latest version that was published, corrected or withdrawn."""
        ...

    def published(self, brief_ids: Iterable[str]) -> Mapping[str, Published]:
        """All that is known of published briefs, by id; those that were not published are left out."""
        ...

    def history(self, brief_id: str) -> tuple[Version, ...]:
        """The versions that were published, oldest first."""
        ...

    def corrections(self, brief_id: str) -> tuple[Correction, ...]:
        """Oldest first."""
        ...

    def iterate_work(self, locale: str | None = None) -> Iterable[Work]:
        """The latest version of every brief, streamed."""
        ...

    def held(self) -> tuple[Work, ...]:
        """Latest versions that the desk holds back."""
        ...

    # -- the site --------------------------------------------------------------------------------------------------
    def unpublished(self, locale: str) -> tuple[str, ...]:
        """Ids of briefs with a publishing decision that the site does not show yet."""
        ...

    def teasers(self, locale: str) -> tuple[Teaser, ...]:
        """Of all briefs on the site, in no order."""
        ...

    def put_published(self, shown: Mapping[str, Sequence[Teaser]], notes: Mapping[str, str]) -> None:
        """The site shows these versions now, by locale."""
        ...

    # -- failures, completions, the whole --------------------------------------------------------------------------
    def put_failure(self, failure: Failure) -> None:
        """Note a failure; the one of the same stage and subject is replaced, its attempts counted on."""
        ...

    def clear_failure(self, stage: str, subject_id: str) -> None:
        """It went well at last."""
        ...

    def failures(self) -> tuple[Failure, ...]:
        """All that stand, newest first."""
        ...

    def completion(self, key: str) -> Completion | None:
        """From the ledger."""
        ...

    def put_completion(
        self, key: str, completion: Completion, asked: Asked, at: datetime, *, batch: bool = False
    ) -> bool:
        """Into the ledger, before it is used. False where it has an answer already, which stays.

        `batch` says that it came in a file and was no call of a run.
        """
        ...

    def put_completions(
        self, answers: Sequence[tuple[str, Completion, Asked]], at: datetime, *, batch: bool = False
    ) -> int:
        """Several at once, in one transaction; returns how many were new. What waited for them waits no more."""
        ...

    def spent(self, since: datetime, *, calls_only: bool = False) -> tuple[Spent, ...]:
        """By day (UTC), purpose, edition and model, from a moment on; with `calls_only`, without what came in files."""
        ...

    def spent_on_stories(self, since: datetime) -> Mapping[str, tuple[int, float]]:
        """Story id → tokens in and out and dollars of its calls from a moment on, without what came in files."""
        ...

    def reserve(
        self, owner: int, held: Mapping[str, tuple[float, float]], settled: int, at: datetime, until: datetime
    ) -> Reserved:
        """Say what the calls under way of one run may cost, and learn what those of all other runs may.

        What one says is seen by every other that says something later, in whatever process.

        Args:
            owner: the run, by the number that it was given; 0 if it has none yet.
            held: what a limit is about ("" for all calls, "story:…", "edition:…") → tokens and dollars that it holds now, in
                place of what it said before about the same. "" is always among them.
            settled: calls of the run that have ended and are in the ledger.
            at: now.
            until: when nobody need reckon with this any more: the run must have died.

        Returns:
            Of the others, about the same.
        """
        ...

    def put_awaited(self, awaited: Sequence[Awaited]) -> None:
        """Briefs wait for these prompts; what they waited for before is forgotten."""
        ...

    def awaited(self) -> Iterable[tuple[str, Awaited]]:
        """Key and prompt of all that wait for an answer, each prompt once, most important first, streamed."""
        ...

    def awaited_by(self, keys: Iterable[str]) -> Mapping[str, Asked]:
        """Of these keys those that something waits for, and what they were asked for."""
        ...

    def still_awaited(self) -> Mapping[tuple[str, str], float]:
        """(story id, locale) of the briefs that wait for a prompt of their story's current revision → weight."""
        ...

    def given(self, story_id: str, locale: str, revision: int) -> str | None:
        """What a flow for this revision was given beside the articles, as it was kept at its first prompt."""
        ...

    def put_given(self, story_id: str, locale: str, revision: int, body: str) -> None:
        """Keep it, so that the flow asks the same whenever it is run again; that of an older revision is forgotten."""
        ...

    def terms(self, language: str, keys: Iterable[str] | None = None) -> Mapping[str, str]:
        """What names are called in a language: key of the name as a source writes it → name; only of `keys` if given."""
        ...

    def put_terms(self, language: str, names: Mapping[str, str]) -> None:
        """Keep what names are called; the first word about a name stays."""
        ...

    def tallies(self, locale: str, writer: str, latest: int) -> Mapping[str, Tally]:
        """Model → what the checks found of its sentences, over the `latest` briefs of a writer in an edition."""
        ...

    def glosses(self, language: str, citations: Iterable[Citation]) -> Mapping[Citation, str]:
        """Translations of passages into a language, of those that have one and still read as they did."""
        ...

    def put_glosses(self, language: str, glosses: Mapping[Citation, tuple[str, str]], brief_ids: Sequence[str]) -> None:
        """Keep translations, each with the original that it is of; the pages of these briefs are due again."""
        ...

    def backlog(self, now: datetime) -> Mapping[str, int]:
        """How much waits for each step, so that progress can say of how many: read, revisit, group, describe, check."""
        ...

    def counts(self) -> Mapping[str, int]:
        """Rows by kind: sources, entries, articles, stories, briefs, published, held, failures."""
        ...

    def close(self) -> None:
        """Let go of the file or the connections."""
        ...


__all__ = [
    "Archive",
    "Awaited",
    "ChatModel",
    "Clock",
    "Crew",
    "Embedder",
    "Fetcher",
    "Neighbours",
    "Occasion",
    "SiteStore",
    "Work",
]
