"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "sources",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("polling", sa.Text, nullable=False),
        sa.Column("next_poll_at", sa.BigInteger, nullable=False),
        sa.Column("gone", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_index("ix_sources_due", "sources", ["gone", "next_poll_at"])
    op.create_table(
        "entries",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("source_id", sa.String(32), nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("seen_at", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("retry_at", sa.BigInteger, nullable=False),
        sa.Column("article_id", sa.String(32)),
    )
    op.create_index("ix_entries_due", "entries", ["state", "retry_at"])
    op.create_index("ix_entries_source", "entries", ["source_id"])
    op.create_table(
        "articles",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("source_id", sa.String(32), nullable=False),
        sa.Column("canonical_url", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("said_at", sa.BigInteger, nullable=False),
        sa.Column("grouped", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("story_id", sa.String(32), nullable=False, server_default=""),
        sa.Column("revisit_at", sa.BigInteger),
    )
    op.create_index("ux_articles_address", "articles", ["source_id", "canonical_url"], unique=True)
    op.create_index("ix_articles_to_group", "articles", ["grouped", "said_at"])
    op.create_index("ix_articles_story", "articles", ["story_id"])
    op.create_index("ix_articles_source", "articles", ["source_id", "said_at"])
    op.create_index("ix_articles_revisit", "articles", ["revisit_at"])
    op.create_table(
        "members",
        sa.Column("article_id", sa.String(32), primary_key=True),
        sa.Column("story_id", sa.String(32), nullable=False),
        sa.Column("source_id", sa.String(32), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("signature", sa.Text, nullable=False),
        sa.Column("keys", sa.Text, nullable=False),
        sa.Column("vector", sa.LargeBinary),
    )
    op.create_index("ix_members_story", "members", ["story_id"])
    op.create_index("ix_members_at", "members", ["at"])
    op.create_table(
        "stories",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("body", sa.Text),
        sa.Column("revision", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("due", sa.Boolean, nullable=False),
        sa.Column("merged_into", sa.String(32)),
        sa.Column("last_seen_at", sa.BigInteger, nullable=False, server_default=sa.text("0")),
    )
    op.create_index("ix_stories_due", "stories", ["due"])
    op.create_table(
        "story_entities",
        sa.Column("entity_id", sa.String(32), primary_key=True),
        sa.Column("story_id", sa.String(32), primary_key=True),
    )
    op.create_index("ix_story_entities_story", "story_entities", ["story_id"])
    op.create_table(
        "notes",
        sa.Column("key", sa.String(120), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "briefs",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("story_id", sa.String(32), nullable=False),
        sa.Column("locale", sa.String(35), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("story_revision", sa.Integer, nullable=False),
        sa.Column("site_due", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("teaser", sa.Text),
    )
    op.create_index("ux_briefs_story", "briefs", ["story_id", "locale"], unique=True)
    op.create_index("ix_briefs_site_due", "briefs", ["locale", "site_due"])
    op.create_table(
        "brief_versions",
        sa.Column("brief_id", sa.String(32), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("verdicts", sa.Text),
        sa.Column("decision", sa.Text),
        sa.Column("action", sa.String(12)),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("published_at", sa.BigInteger),
        sa.Column("checked", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_index("ix_brief_versions_checked", "brief_versions", ["checked"])
    op.create_index("ix_brief_versions_action", "brief_versions", ["action"])
    op.create_table(
        "corrections",
        sa.Column("brief_id", sa.String(32), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "waits",
        sa.Column("story_id", sa.String(32), primary_key=True),
        sa.Column("locale", sa.String(35), primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_table(
        "failures",
        sa.Column("stage", sa.String(16), primary_key=True),
        sa.Column("subject_id", sa.String(400), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "completions",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("dollars", sa.Float, nullable=False, server_default=sa.text("0")),
    )
