"""Alembic's entry: runs the migrations on the connection that the archive hands in."""

from __future__ import annotations

from alembic import context

from prism.adapters.archive.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=connection.dialect.name == "sqlite")
context.run_migrations()
