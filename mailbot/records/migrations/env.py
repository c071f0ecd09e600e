"""Alembic's environment: runs on the connection that ``schema.py`` hands over."""

from __future__ import annotations

from alembic import context

from mailbot.records.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
