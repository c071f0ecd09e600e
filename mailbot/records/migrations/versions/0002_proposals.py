"""What is proposed to staff, who answer before anybody is asked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "proposed",
        sa.Column("task_id", number, nullable=False),
        sa.Column("place", number, nullable=False),
        sa.Column("volunteer_id", number, nullable=False),
        sa.Column("referral_id", number, nullable=False),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name="fk_proposed_task_id"),
        sa.ForeignKeyConstraint(["volunteer_id"], ["volunteer.id"], name="fk_proposed_volunteer_id"),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_proposed_referral_id"),
        sa.PrimaryKeyConstraint("task_id", "place", name="pk_proposed"),
    )
    refused = sa.text("refused_at IS NOT NULL")
    op.create_index("ix_proposed_refused", "proposed", ["volunteer_id"], sqlite_where=refused, postgresql_where=refused)
    waiting = sa.text("reason = 'proposal' AND settled_at IS NULL")
    op.create_index(
        "uq_task_open_proposal", "task", ["referral_id"], unique=True, sqlite_where=waiting, postgresql_where=waiting
    )


def downgrade() -> None:
    op.drop_index("uq_task_open_proposal", "task")
    op.drop_table("proposed")
