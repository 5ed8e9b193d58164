"""The ledger says what each call was for and what it took; terms, awaited prompts, what a draft was given."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.engine import Connection

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TEXTS = (("model", 200), ("purpose", 32), ("locale", 35), ("story_id", 32))
_NUMBERS = (
    ("revision", sa.Integer),
    ("at", sa.BigInteger),
    ("tokens_in", sa.BigInteger),
    ("tokens_out", sa.BigInteger),
)
_AT_ONCE = 500


def upgrade() -> None:
    """Add columns and tables, and fill the columns from what is there."""
    for name, length in _TEXTS:
        op.add_column("completions", sa.Column(name, sa.String(length), nullable=False, server_default=""))
    for name, kind in _NUMBERS:
        op.add_column("completions", sa.Column(name, kind, nullable=False, server_default=sa.text("0")))
    op.add_column("completions", sa.Column("batch", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_index("ix_completions_at", "completions", ["at"])
    op.add_column("briefs", sa.Column("writer", sa.String(16), nullable=False, server_default="digest"))
    op.add_column("waits", sa.Column("stands", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "terms",
        sa.Column("language", sa.String(35), primary_key=True),
        sa.Column("key", sa.String(200), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_table(
        "awaited",
        sa.Column("story_id", sa.String(32), primary_key=True),
        sa.Column("locale", sa.String(35), primary_key=True),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("weight", sa.Float, nullable=False),
        sa.Column("asked", sa.Text, nullable=False),
        sa.Column("prompt", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_awaited_key", "awaited", ["key"])
    op.create_table(
        "givens",
        sa.Column("story_id", sa.String(32), primary_key=True),
        sa.Column("locale", sa.String(35), primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    fill(op.get_bind())


def fill(connection: Connection) -> None:
    """Give rows of the previous schema what this one has in columns; also called after an older backup was read."""
    table = sa.table(
        "completions", *(sa.column(n) for n in ("key", "body", "model", "tokens_in", "tokens_out", "dollars"))
    )
    for key, body in _unfilled(connection, table):
        answer = json.loads(body)
        columns = {
            name: answer.get(name, "" if name == "model" else 0)
            for name in ("model", "tokens_in", "tokens_out", "dollars")
        }
        connection.execute(sa.update(table).where(table.c.key == key).values(**columns))


def _unfilled(connection: Connection, table: Any) -> Iterator[tuple[str, str]]:
    last = ""
    while rows := connection.execute(
        sa.select(table.c.key, table.c.body)
        .where(table.c.key > last, table.c.model == "")
        .order_by(table.c.key)
        .limit(_AT_ONCE)
    ).all():
        yield from ((row.key, row.body) for row in rows)
        last = rows[-1].key
