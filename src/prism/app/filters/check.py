"""`prism check`: one claim with its sources a row, one verdict a row; a bad row is answered too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from prism.adapters.embeddings import EmbeddedE5
from prism.app.filters.forgetting import Forgetting
from prism.app.filters.remembering import RememberedVectors
from prism.app.locales import load_locale
from prism.checks import ClaimSource, ClaimVerdict, Finding, check_claim, texts_to_embed
from prism.checks.reading import passages, statements
from prism.languages import KNOWN_LANGUAGES, detect
from prism.model import Locale, Outcome


def check_row(
    row: Mapping[str, Any] | str, locale: Locale | None = None, vectors: RememberedVectors | None = None
) -> dict[str, object]:
    """The verdict of one row of input.

    Args:
        row: `{"id","sources":[{"id","language"?,"published"?,"outlet"?,"text"}],"claim","language"?}`, or why the line
            could not be read.
        locale: whose words the reasons are in; English if None.
        vectors: where the vectors of sentences come from; by the rules alone if None.

    Returns:
        `{"id","verdict","score","findings"}`. A row that can't be read is "unsupported" with one finding "row" that says why.
    """
    locale = locale or load_locale("en")
    checked = checked_row(row, vectors)
    return answer_of(row, checked.verdict, locale)


@dataclass(frozen=True, slots=True)
class Checked:
    """A row as it was read, and what the rules say of it; without sources where it could not be read."""

    verdict: ClaimVerdict
    claim: str = ""
    language: str = ""
    sources: tuple[ClaimSource, ...] = ()


def checked_row(row: Mapping[str, Any] | str, vectors: RememberedVectors | None = None) -> Checked:
    """A row of input held against its sources; arguments as for `check_row`."""
    if isinstance(row, str):
        return _unread(row)
    try:
        claim, language = _text(row, "claim"), _optional(row, "language")
        sources = _sources(row.get("sources"))
    except ValueError as error:
        return _unread(str(error))
    if len(claim) > _LONGEST_CLAIM:
        return _unread(f"'claim' has {len(claim)} characters, more than {_LONGEST_CLAIM}")
    if sum(len(source.text) for source in sources) > _LONGEST_TEXTS:
        return _unread(f"the sources have more than {_LONGEST_TEXTS} characters together")
    try:
        return _held(row, claim, language, sources, vectors)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        # A slip of ours over one row must not end a stream of a million.
        return _unread(
            f"the rules failed over this row ({type(error).__name__}: {error}): a bug of Prism, please report it"
        )


def _held(
    row: Mapping[str, Any],
    claim: str,
    language: str,
    sources: tuple[ClaimSource, ...],
    vectors: RememberedVectors | None,
) -> Checked:
    """A row that could be read held against its sources."""
    unbearable = _too_much(claim, sources, language)
    if unbearable:
        return _unread(unbearable)
    wanted = texts_to_embed(claim, sources, language) if vectors else ()
    if len(wanted) > _MOST_EMBEDDED:
        wanted = ()
    verdict = check_claim(claim, sources, language, vectors=vectors.of(wanted) if vectors and wanted else None)
    told = replace(verdict, findings=(*verdict.findings, *_oddities(row, claim, language)))
    return Checked(told, claim, language, tuple(sources))


_LONGEST_CLAIM = 5_000
"""Characters: a claim is a sentence or a few; a longer text is to be cut into claims."""
_MOST_EMBEDDED = 400
"""Sentences of one row: with more of them than a long report has, the rules do without vectors."""
_LONGEST_TEXTS = 200_000
"""Characters of all sources of a claim: a hundred pages."""
_LONGEST_SENTENCE = 5_000
"""Characters: a passage that is longer is no sentence (a table, a file), and the rules would take minutes over it."""
_MOST_PASSAGES = 2_000
_MOST_COMPARED = 10_000
"""Sentences of the claim times passages: about two seconds' work."""


def _too_much(claim: str, sources: Sequence[ClaimSource], language: str) -> str:
    """Why a row would take longer than a few seconds; empty if it would not."""
    every = [len(passage.text) for source in sources for passage in passages(source)]
    if max(every, default=0) > _LONGEST_SENTENCE:
        return f"a sentence of the sources has {max(every)} characters, more than {_LONGEST_SENTENCE}"
    if len(every) > _MOST_PASSAGES:
        return f"the sources have {len(every)} sentences, more than {_MOST_PASSAGES}"
    mine = len(statements(claim, language, None))
    if mine * len(every) > _MOST_COMPARED:
        return f"the claim has {mine} sentences and the sources {len(every)}, too many to compare"
    return ""


def _oddities(row: Mapping[str, Any], claim: str, language: str) -> Iterator[Finding]:
    """What was wrong with a row that could still be checked."""
    tags = {language or detect(claim)} | {str(one.get("language") or "") for one in row["sources"]}
    for tag in sorted(tags - {""}):
        if tag.split("-")[0].lower() not in KNOWN_LANGUAGES:
            yield Finding("row", "row.language", fields={"language": tag})
    for one in row["sources"]:
        if one.get("published") and _moment(str(one["published"])) is None:
            yield Finding("row", "row.published", fields={"published": str(one["published"])})


@dataclass(frozen=True, slots=True)
class Checking:
    """Rows to answers, as another process can be told it.

    Attributes:
        locale: tag of the locale whose words the reasons are in.
        embedded: whether sentence vectors help.
        threads: that the embedder may use.
    """

    locale: str
    embedded: bool
    threads: int = 1

    def __call__(self, rows: Sequence[Mapping[str, Any] | str]) -> list[dict[str, object]]:
        """An answer a row."""
        words = load_locale(self.locale)
        vectors = _remembered(self.threads) if self.embedded else None
        answers = [check_row(row, words, vectors) for row in rows]
        _FORGETTING.after(len(answers))
        return answers


_FORGETTING = Forgetting()
"""Of this process."""


@cache
def _remembered(threads: int) -> RememberedVectors:
    return RememberedVectors(EmbeddedE5(threads=threads))


def answer_of(row: Mapping[str, Any] | str, verdict: ClaimVerdict, locale: Locale) -> dict[str, object]:
    """The row of output: `{"id","verdict","score","findings"}`."""
    return {
        "id": None if isinstance(row, str) else row.get("id"),
        "verdict": "supported" if verdict.supported else "unsupported",
        "score": verdict.score,
        "findings": [_finding(finding, locale) for finding in verdict.findings],
    }


def _finding(finding: Finding, locale: Locale) -> dict[str, object]:
    return {
        "check": finding.check,
        "outcome": finding.outcome.value,
        "reason": locale.say(finding.message, **finding.fields),
        "words": list(finding.words),
        "evidence": [
            {"source": one.source, "passage": one.passage, "text": one.text, "words": list(one.words)}
            for one in finding.evidence
        ],
    }


def _unread(why: str) -> Checked:
    finding = Finding("row", "row.unread", fields={"why": why}, outcome=Outcome.FAIL)
    return Checked(ClaimVerdict(supported=False, score=0.0, findings=(finding,)))


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise ValueError(f"{key!r} must be a text")  # noqa: TRY004 - said to the user, not a bug
    # A lone surrogate is no character: the row is read without it.
    return value.encode("utf-8", "replace").decode()


def _optional(row: Mapping[str, Any], key: str) -> str:
    return "" if row.get(key) is None else _text(row, key)


def _sources(value: object) -> tuple[ClaimSource, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str | bytes):
        raise ValueError("'sources' must be a list")  # noqa: TRY004 - said to the user, not a bug
    return tuple(_source(one, place) for place, one in enumerate(value, start=1))


def _source(value: object, place: int) -> ClaimSource:
    if not isinstance(value, Mapping):
        raise ValueError(f"source {place} must be an object")  # noqa: TRY004 - said to the user, not a bug
    ident = value.get("id", place)
    return ClaimSource(
        id=str(ident),
        text=_text(value, "text"),
        language=_optional(value, "language"),
        published=_moment(_optional(value, "published")),
        outlet=_optional(value, "outlet"),
    )


def _moment(text: str) -> datetime | None:
    """An ISO 8601 moment (UTC where it names no zone); None for an empty or unreadable one: the source is undated then."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
