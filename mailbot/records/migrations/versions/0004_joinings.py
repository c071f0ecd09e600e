"""Those who would like to volunteer: what they told, what staff confirmed; and what volunteers wish."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "joining",
        sa.Column("id", number, autoincrement=False, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("address_fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("ended_at", moment, nullable=True),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.Column("task_id", number, nullable=True),
        sa.Column("letter_id", number, nullable=True),
        sa.Column("volunteer_id", number, nullable=True),
        sa.Column("version", number, nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name="fk_joining_task_id_task"),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name="fk_joining_letter_id_letter"),
        sa.ForeignKeyConstraint(["volunteer_id"], ["volunteer.id"], name="fk_joining_volunteer_id_volunteer"),
        sa.PrimaryKeyConstraint("id", name="pk_joining"),
    )
    op.create_index("ix_joining_task_id", "joining", ["task_id"])
    still_open = sa.text("ended_at IS NULL")
    op.create_index(
        "uq_joining_open", "joining", ["address_fingerprint"], unique=True,
        sqlite_where=still_open, postgresql_where=still_open,
    )  # fmt: skip
    op.add_column("volunteer", sa.Column("wishes", sa.LargeBinary(), nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE SEQUENCE number_joining START 1")


def downgrade() -> None:
    raise NotImplementedError("what somebody told of themselves is not thrown away")
