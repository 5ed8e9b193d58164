"""Passages in readers' languages, as models translated them and the checks let them stand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "glosses",
        sa.Column("article_id", sa.String(32), primary_key=True),
        sa.Column("passage", sa.Integer, primary_key=True),
        sa.Column("language", sa.String(35), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("original", sa.String(32), nullable=False),
    )
