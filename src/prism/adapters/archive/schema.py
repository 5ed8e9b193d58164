"""The one schema, for SQLite and PostgreSQL alike.

A noun is kept whole as JSON in `body`; what is asked for by query stands beside it in columns of its own. Times in columns
are whole microseconds since 1970 (UTC), so that both databases compare them alike.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
    text,
)

metadata = MetaData()

sources = Table(
    "sources",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("polling", Text, nullable=False),
    Column("next_poll_at", BigInteger, nullable=False),
    Column("gone", Boolean, nullable=False, server_default=false()),
    Index("ix_sources_due", "gone", "next_poll_at"),
)

entries = Table(
    "entries",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("source_id", String(32), nullable=False),
    Column("url", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    # due: its page is to be read from `retry_at` on; done: it became an article; failed: never again
    Column("state", String(8), nullable=False),
    Column("retry_at", BigInteger, nullable=False),
    Column("article_id", String(32)),
    Index("ix_entries_due", "state", "retry_at"),
    Index("ix_entries_source", "source_id"),
)

articles = Table(
    "articles",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("source_id", String(32), nullable=False),
    Column("canonical_url", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("said_at", BigInteger, nullable=False),
    Column("grouped", Boolean, nullable=False, server_default=false()),
    Column("story_id", String(32), nullable=False, server_default=""),
    Column("revisit_at", BigInteger),
    Index("ux_articles_address", "source_id", "canonical_url", unique=True),
    Index("ix_articles_to_group", "grouped", "said_at"),
    Index("ix_articles_story", "story_id"),
    Index("ix_articles_source", "source_id", "said_at"),
    Index("ix_articles_revisit", "revisit_at"),
)

members = Table(
    "members",
    metadata,
    Column("article_id", String(32), primary_key=True),
    Column("story_id", String(32), nullable=False),
    Column("source_id", String(32), nullable=False),
    Column("language", String(16), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("signature", Text, nullable=False),
    Column("keys", Text, nullable=False),
    # half-precision floats, little-endian: 768 bytes for 384 dimensions
    Column("vector", LargeBinary),
    Index("ix_members_story", "story_id"),
    Index("ix_members_at", "at"),
)

stories = Table(
    "stories",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("body", Text),
    Column("revision", Integer, nullable=False, server_default=text("0")),
    Column("due", Boolean, nullable=False),
    Column("merged_into", String(32)),
    Column("last_seen_at", BigInteger, nullable=False, server_default=text("0")),
    Index("ix_stories_due", "due"),
)

story_entities = Table(
    "story_entities",
    metadata,
    Column("entity_id", String(32), primary_key=True),
    Column("story_id", String(32), primary_key=True),
    Index("ix_story_entities_story", "story_id"),
)

notes = Table(
    "notes",
    metadata,
    Column("key", String(120), primary_key=True),
    Column("value", Text, nullable=False),
)

briefs = Table(
    "briefs",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("story_id", String(32), nullable=False),
    Column("locale", String(35), nullable=False),
    Column("version", Integer, nullable=False),
    Column("story_revision", Integer, nullable=False),
    # the site does not show the latest decision yet
    Column("site_due", Boolean, nullable=False, server_default=false()),
    Column("teaser", Text),
    # of the latest version
    Column("writer", String(16), nullable=False, server_default="digest"),
    Index("ux_briefs_story", "story_id", "locale", unique=True),
    Index("ix_briefs_site_due", "locale", "site_due"),
)

brief_versions = Table(
    "brief_versions",
    metadata,
    Column("brief_id", String(32), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("body", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("verdicts", Text),
    Column("decision", Text),
    Column("action", String(12)),
    Column("at", BigInteger, nullable=False),
    # when this version first got a publishing decision
    Column("published_at", BigInteger),
    Column("checked", Boolean, nullable=False, server_default=false()),
    Index("ix_brief_versions_checked", "checked"),
    Index("ix_brief_versions_action", "action"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("brief_id", String(32), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
)

waits = Table(
    "waits",
    metadata,
    Column("story_id", String(32), primary_key=True),
    Column("locale", String(35), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    # a brief stands in meanwhile, so that readers are told of no waiting
    Column("stands", Boolean, nullable=False, server_default=false()),
)

failures = Table(
    "failures",
    metadata,
    Column("stage", String(16), primary_key=True),
    Column("subject_id", String(400), primary_key=True),
    Column("body", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

completions = Table(
    "completions",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("body", Text, nullable=False),
    Column("dollars", Float, nullable=False, server_default=text("0")),
    Column("model", String(200), nullable=False, server_default=""),
    Column("purpose", String(32), nullable=False, server_default=""),
    Column("locale", String(35), nullable=False, server_default=""),
    Column("story_id", String(32), nullable=False, server_default=""),
    Column("revision", Integer, nullable=False, server_default=text("0")),
    Column("at", BigInteger, nullable=False, server_default=text("0")),
    Column("tokens_in", BigInteger, nullable=False, server_default=text("0")),
    Column("tokens_out", BigInteger, nullable=False, server_default=text("0")),
    # it came in a file, and so was no call of a run
    Column("batch", Boolean, nullable=False, server_default=false()),
    Index("ix_completions_at", "at"),
)

terms = Table(
    "terms",
    metadata,
    Column("language", String(35), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("name", Text, nullable=False),
)

glosses = Table(
    "glosses",
    metadata,
    Column("article_id", String(32), primary_key=True),
    Column("passage", Integer, primary_key=True),
    Column("language", String(35), primary_key=True),
    Column("text", Text, nullable=False),
    # of what it translates: where the passage was changed, the translation counts no more
    Column("original", String(32), nullable=False),
)

awaited = Table(
    "awaited",
    metadata,
    # a brief waits for one prompt at a time
    Column("story_id", String(32), primary_key=True),
    Column("locale", String(35), primary_key=True),
    Column("key", String(64), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("weight", Float, nullable=False),
    Column("asked", Text, nullable=False),
    # the prompt as JSON, deflated
    Column("prompt", LargeBinary, nullable=False),
    Index("ix_awaited_key", "key"),
)

reservations = Table(
    "reservations",
    metadata,
    # one run of one process
    Column("owner", Integer, primary_key=True, autoincrement=False),
    # what a limit is about: "" for all calls, "story:…", "edition:…"
    Column("about", String(64), primary_key=True),
    Column("tokens", Float, nullable=False),
    Column("dollars", Float, nullable=False),
    # calls of it that have ended; in the row about all
    Column("settled", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
)

givens = Table(
    "givens",
    metadata,
    Column("story_id", String(32), primary_key=True),
    Column("locale", String(35), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("body", Text, nullable=False),
)
