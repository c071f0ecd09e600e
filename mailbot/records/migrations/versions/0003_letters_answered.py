"""Who wrote each letter, what staff told with it, whether it was answered by hand, and how far Sent was looked into."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, kind in (
        ("writer", sa.LargeBinary()),
        ("told", sa.LargeBinary()),
        ("answered_at", sa.DateTime(timezone=True)),
    ):
        op.add_column("letter", sa.Column(name, kind, nullable=True))
    op.add_column("task", sa.Column("with_it", sa.LargeBinary(), nullable=True))
    op.create_index(
        "ix_letter_answered_at",
        "letter",
        ["answered_at"],
        sqlite_where=sa.text("answered_at IS NOT NULL"),
        postgresql_where=sa.text("answered_at IS NOT NULL"),
    )
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "sent_look",
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("uidvalidity", number, nullable=False),
        sa.Column("uidnext", number, nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("folder", name="pk_sent_look"),
    )


def downgrade() -> None:
    op.drop_table("sent_look")
    op.drop_index("ix_letter_answered_at", "letter")
    op.drop_column("task", "with_it")
    for name in ("answered_at", "told", "writer"):
        op.drop_column("letter", name)
