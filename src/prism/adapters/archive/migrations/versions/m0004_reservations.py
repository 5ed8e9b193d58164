"""What the calls under way of each process may still cost, so that several keep one budget."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "reservations",
        sa.Column("owner", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("about", sa.String(64), primary_key=True),
        sa.Column("tokens", sa.Float, nullable=False),
        sa.Column("dollars", sa.Float, nullable=False),
        sa.Column("settled", sa.BigInteger, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
    )
