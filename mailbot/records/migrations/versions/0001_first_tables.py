"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBERED = ("referral", "offer", "match", "concern", "task", "confirmation", "person", "call", "outgoing")


def upgrade() -> None:
    create_tables()
    if op.get_bind().dialect.name == "postgresql":
        for kind in NUMBERED:
            op.execute(f"CREATE SEQUENCE number_{kind} START {1001 if kind == 'referral' else 1}")
        # what is encrypted does not compress: trying costs time at every write
        op.execute("ALTER TABLE letter ALTER COLUMN raw SET STORAGE EXTERNAL")
        op.execute("ALTER TABLE outgoing ALTER COLUMN raw SET STORAGE EXTERNAL")


def downgrade() -> None:
    raise NotImplementedError("the first tables are not taken away again: every letter would go with them")


def moment() -> sa.DateTime:
    return sa.DateTime(timezone=True)


def number() -> sa.BigInteger:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def partial_index(name: str, table: str, columns: list[str], *, where: str, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def create_tables() -> None:
    op.create_table(
        "address",
        sa.Column("id", number(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_address"),
        sa.UniqueConstraint("fingerprint", name="uq_address_fingerprint"),
    )
    op.create_table(
        "confirmation",
        sa.Column("id", number(), autoincrement=False, nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("commands", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", moment(), nullable=False),
        sa.Column("expires_at", moment(), nullable=False),
        sa.Column("used_at", moment(), nullable=True),
        sa.Column("about_entity", sa.String(), nullable=True),
        sa.Column("about_id", number(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_confirmation"),
    )
    op.create_table(
        "journal",
        sa.Column("id", number(), nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("about_entity", sa.String(), nullable=True),
        sa.Column("about_id", number(), nullable=True),
        sa.Column("referral_id", number(), nullable=True),
        sa.Column("cause_kind", sa.String(), nullable=False),
        sa.Column("cause_id", number(), nullable=True),
        sa.Column("cause_name", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
    )
    op.create_index("ix_journal_about", "journal", ["about_entity", "about_id"])
    partial_index("ix_journal_referral_id", "journal", ["referral_id", "id"], where="referral_id IS NOT NULL")
    op.create_table(
        "lease",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("fence", number(), nullable=False),
        sa.Column("until", moment(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_lease"),
    )
    op.create_table(
        "mailbox_look",
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("uidvalidity", number(), nullable=False),
        sa.Column("uidnext", number(), nullable=False),
        sa.Column("exists", number(), nullable=False),
        sa.Column("gaps", number(), nullable=False),
        sa.Column("without_outcome", number(), nullable=False),
        sa.Column("looked_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("folder", name="pk_mailbox_look"),
    )
    op.create_table(
        "number",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("last", number(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name="pk_number"),
    )
    op.create_table(
        "person",
        sa.Column("id", number(), autoincrement=False, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("made_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_table(
        "suppression",
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_suppression"),
    )
    op.create_table(
        "tick_mark",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("name", "key", name="pk_tick_mark"),
    )
    op.create_table(
        "unfetched",
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("uidvalidity", number(), nullable=False),
        sa.Column("uid", number(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("attempts", number(), nullable=False),
        sa.Column("first_at", moment(), nullable=False),
        sa.Column("last_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("folder", "uidvalidity", "uid", name="pk_unfetched"),
    )
    op.create_table(
        "volunteer",
        sa.Column("id", number(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("address_fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("gender", sa.String(), nullable=False),
        sa.Column("hours", sa.JSON(), nullable=True),
        sa.Column("capacity", number(), nullable=False),
        sa.Column("lived_experience", sa.Boolean(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("undeliverable", sa.Boolean(), nullable=False),
        sa.Column("prisons", sa.LargeBinary(), nullable=True),
        sa.Column("last_offered_at", moment(), nullable=True),
        sa.Column("added_at", moment(), nullable=False),
        sa.Column("version", number(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_volunteer"),
        sa.UniqueConstraint("address_fingerprint", name="uq_volunteer_address_fingerprint"),
    )
    op.create_table(
        "absence",
        sa.Column("id", number(), nullable=False),
        sa.Column("volunteer_id", number(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["volunteer_id"], ["volunteer.id"], name="fk_absence_volunteer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_absence"),
    )
    op.create_index("ix_absence_volunteer_id", "absence", ["volunteer_id"])
    op.create_table(
        "credential",
        sa.Column("volunteer_id", number(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["volunteer_id"], ["volunteer.id"], name="fk_credential_volunteer_id"),
        sa.PrimaryKeyConstraint("volunteer_id", "kind", name="pk_credential"),
    )
    op.create_table(
        "loved_one",
        sa.Column("id", number(), nullable=False),
        sa.Column("person_id", number(), nullable=False),
        sa.Column("relationship", sa.LargeBinary(), nullable=True),
        sa.Column("prison", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_loved_one_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_loved_one"),
    )
    op.create_index("ix_loved_one_person_id", "loved_one", ["person_id"])
    op.create_table(
        "person_address",
        sa.Column("person_id", number(), nullable=False),
        sa.Column("address_id", number(), nullable=False),
        sa.Column("verified_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(["address_id"], ["address.id"], name="fk_person_address_address_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_person_address_person_id"),
        sa.PrimaryKeyConstraint("person_id", "address_id", name="pk_person_address"),
    )
    op.create_index("ix_person_address_address_id", "person_address", ["address_id"])
    op.create_table(
        "referral",
        sa.Column("id", number(), autoincrement=False, nullable=False),
        sa.Column("person_id", number(), nullable=False),
        sa.Column("loved_one_id", number(), nullable=True),
        sa.Column("address_id", number(), nullable=True),
        sa.Column("referrer", sa.String(), nullable=True),
        sa.Column("referrer_name", sa.LargeBinary(), nullable=True),
        sa.Column("referrer_address_id", number(), nullable=True),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("received_at", moment(), nullable=False),
        sa.Column("due_at", moment(), nullable=False),
        sa.Column("phones", sa.LargeBinary(), nullable=True),
        sa.Column("phones_forbidden", sa.LargeBinary(), nullable=True),
        sa.Column("hours", sa.JSON(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("language_certain", sa.Boolean(), nullable=False),
        sa.Column("spoken_languages", sa.JSON(), nullable=False),
        sa.Column("preferences", sa.JSON(), nullable=False),
        sa.Column("voicemail_ok", sa.Boolean(), nullable=False),
        sa.Column("withdrawn_at", moment(), nullable=True),
        sa.Column("hold_until", sa.Date(), nullable=True),
        sa.Column("closed_at", moment(), nullable=True),
        sa.Column("closed_reason", sa.String(), nullable=True),
        sa.Column("first_contact_at", moment(), nullable=True),
        sa.Column("lapsed_offers", number(), nullable=False),
        sa.Column("paused_since", moment(), nullable=True),
        sa.Column("paused_seconds", number(), nullable=False),
        sa.Column("version", number(), nullable=False),
        sa.ForeignKeyConstraint(["address_id"], ["address.id"], name="fk_referral_address_id"),
        sa.ForeignKeyConstraint(["loved_one_id"], ["loved_one.id"], name="fk_referral_loved_one_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_referral_person_id"),
        sa.ForeignKeyConstraint(["referrer_address_id"], ["address.id"], name="fk_referral_referrer_address_id"),
        sa.PrimaryKeyConstraint("id", name="pk_referral"),
    )
    op.create_index("ix_referral_address_id", "referral", ["address_id"])
    op.create_index("ix_referral_closed_at", "referral", ["closed_at"])
    partial_index("ix_referral_open", "referral", ["stage", "received_at"], where="stage <> 'closed'")
    op.create_index("ix_referral_person_id", "referral", ["person_id"])
    op.create_index("ix_referral_referrer_address_id", "referral", ["referrer_address_id"])
    op.create_table(
        "exclusion",
        sa.Column("volunteer_id", number(), nullable=False),
        sa.Column("referral_id", number(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("made_at", moment(), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_exclusion_referral_id"),
        sa.ForeignKeyConstraint(["volunteer_id"], ["volunteer.id"], name="fk_exclusion_volunteer_id"),
        sa.PrimaryKeyConstraint("volunteer_id", "referral_id", name="pk_exclusion"),
    )
    op.create_index("ix_exclusion_referral_id", "exclusion", ["referral_id"])
    op.create_table(
        "letter",
        sa.Column("id", number(), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("uidvalidity", number(), nullable=False),
        sa.Column("uid", number(), nullable=False),
        sa.Column("arrived_at", moment(), nullable=False),
        sa.Column("taken_in_at", moment(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("message_id_fingerprint", sa.LargeBinary(), nullable=True),
        sa.Column("sender_fingerprint", sa.LargeBinary(), nullable=True),
        sa.Column("message_id", sa.LargeBinary(), nullable=True),
        sa.Column("references", sa.LargeBinary(), nullable=True),
        sa.Column("whole_size", number(), nullable=False),
        sa.Column("history", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("duplicate_of", number(), nullable=True),
        sa.Column("attempts", number(), nullable=False),
        sa.Column("next_attempt_at", moment(), nullable=True),
        sa.Column("claimed_by", sa.String(), nullable=True),
        sa.Column("claimed_until", moment(), nullable=True),
        sa.Column("directed", sa.String(), nullable=False),
        sa.Column("fault", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("referral_id", number(), nullable=True),
        sa.Column("opened_at", moment(), nullable=True),
        sa.Column("filed_at", moment(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["duplicate_of"], ["letter.id"], name="fk_letter_duplicate_of"),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_letter_referral_id"),
        sa.PrimaryKeyConstraint("id", name="pk_letter"),
        sa.UniqueConstraint("folder", "uidvalidity", "uid", name="uq_letter_folder_uidvalidity_uid"),
    )
    op.create_index("ix_letter_message_id_fingerprint", "letter", ["message_id_fingerprint"])
    op.create_index("ix_letter_referral_id", "letter", ["referral_id"])
    op.create_index("ix_letter_sender_fingerprint", "letter", ["sender_fingerprint"])
    partial_index("ix_letter_set_aside", "letter", ["id"], where="state = 'set_aside'")
    op.create_index("ix_letter_sha256", "letter", ["sha256"])
    op.create_index("ix_letter_taken_in_at", "letter", ["taken_in_at"])
    partial_index("ix_letter_to_file", "letter", ["folder", "id"], where="filed_at IS NULL")
    partial_index("ix_letter_to_open", "letter", ["history", "arrived_at", "id"], where="state = 'taken_in'")
    op.create_table(
        "offer",
        sa.Column("id", number(), autoincrement=False, nullable=False),
        sa.Column("referral_id", number(), nullable=False),
        sa.Column("volunteer_id", number(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", moment(), nullable=False),
        sa.Column("window_hours", number(), nullable=False),
        sa.Column("sent_at", moment(), nullable=True),
        sa.Column("settled_at", moment(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("passed_over", sa.JSON(), nullable=False),
        sa.Column("version", number(), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_offer_referral_id"),
        sa.ForeignKeyConstraint(["volunteer_id"], ["volunteer.id"], name="fk_offer_volunteer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_offer"),
    )
    op.create_index("ix_offer_referral_id", "offer", ["referral_id"])
    partial_index("ix_offer_reserves", "offer", ["volunteer_id"], where="state = 'open'")
    op.create_index("ix_offer_volunteer_id", "offer", ["volunteer_id"])
    partial_index("uq_offer_open", "offer", ["referral_id"], where="state = 'open'", unique=True)
    op.create_table(
        "pause",
        sa.Column("id", number(), nullable=False),
        sa.Column("referral_id", number(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("since", moment(), nullable=False),
        sa.Column("until", moment(), nullable=True),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_pause_referral_id"),
        sa.PrimaryKeyConstraint("id", name="pk_pause"),
    )
    op.create_index("ix_pause_referral_id", "pause", ["referral_id"])
    partial_index("uq_pause_open", "pause", ["referral_id", "reason"], where="until IS NULL", unique=True)
    op.create_table(
        "promise",
        sa.Column("id", number(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about_entity", sa.String(), nullable=False),
        sa.Column("about_id", number(), nullable=False),
        sa.Column("referral_id", number(), nullable=True),
        sa.Column("made_at", moment(), nullable=False),
        sa.Column("due_at", moment(), nullable=False),
        sa.Column("next_step_at", moment(), nullable=False),
        sa.Column("step", number(), nullable=False),
        sa.Column("settled_at", moment(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("attempts", number(), nullable=False),
        sa.Column("claimed_by", sa.String(), nullable=True),
        sa.Column("claimed_until", moment(), nullable=True),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_promise_referral_id"),
        sa.PrimaryKeyConstraint("id", name="pk_promise"),
    )
    partial_index("ix_promise_due", "promise", ["next_step_at"], where="settled_at IS NULL")
    op.create_index("ix_promise_referral_id", "promise", ["referral_id"])
    partial_index(
        "uq_promise_open", "promise", ["kind", "about_entity", "about_id"], where="settled_at IS NULL", unique=True
    )
    op.create_table(
        "referral_number",
        sa.Column("referral_id", number(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_referral_number_referral_id"),
        sa.PrimaryKeyConstraint("referral_id", "fingerprint", name="pk_referral_number"),
    )
    op.create_index("ix_referral_number_fingerprint", "referral_number", ["fingerprint"])
    op.create_table(
        "concern",
        sa.Column("id", number(), autoincrement=False, nullable=False),
        sa.Column("referral_id", number(), nullable=True),
        sa.Column("letter_id", number(), nullable=False),
        sa.Column("opened_at", moment(), nullable=False),
        sa.Column("categories", sa.LargeBinary(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("language_only", sa.Boolean(), nullable=False),
        sa.Column("seen_by", sa.String(), nullable=True),
        sa.Column("seen_at", moment(), nullable=True),
        sa.Column("resolved_by", sa.String(), nullable=True),
        sa.Column("resolved_at", moment(), nullable=True),
        sa.Column("resolution", sa.LargeBinary(), nullable=True),
        sa.Column("paged", number(), nullable=False),
        sa.Column("letter", sa.LargeBinary(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name="fk_concern_letter_id"),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_concern_referral_id"),
        sa.PrimaryKeyConstraint("id", name="pk_concern"),
    )
    op.create_index("ix_concern_letter_id", "concern", ["letter_id"])
    partial_index("ix_concern_open", "concern", ["referral_id"], where="resolved_at IS NULL")
    op.create_index("ix_concern_referral_id", "concern", ["referral_id"])
    op.create_table(
        "match",
        sa.Column("id", number(), autoincrement=False, nullable=False),
        sa.Column("offer_id", number(), nullable=False),
        sa.Column("referral_id", number(), nullable=False),
        sa.Column("volunteer_id", number(), nullable=False),
        sa.Column("made_at", moment(), nullable=False),
        sa.Column("family_told_at", moment(), nullable=True),
        sa.Column("briefed_at", moment(), nullable=True),
        sa.Column("ended_at", moment(), nullable=True),
        sa.Column("ended_reason", sa.String(), nullable=True),
        sa.Column("first_contact_at", moment(), nullable=True),
        sa.Column("attempts", number(), nullable=False),
        sa.Column("next_call_at", moment(), nullable=True),
        sa.Column("version", number(), nullable=False),
        sa.ForeignKeyConstraint(["offer_id"], ["offer.id"], name="fk_match_offer_id"),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_match_referral_id"),
        sa.ForeignKeyConstraint(["volunteer_id"], ["volunteer.id"], name="fk_match_volunteer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_match"),
    )
    op.create_index("ix_match_referral_id", "match", ["referral_id"])
    partial_index("ix_match_reserves", "match", ["volunteer_id"], where="ended_at IS NULL")
    op.create_index("ix_match_volunteer_id", "match", ["volunteer_id"])
    partial_index("uq_match_open", "match", ["referral_id"], where="ended_at IS NULL", unique=True)
    op.create_table(
        "outgoing",
        sa.Column("id", number(), autoincrement=False, nullable=False),
        sa.Column("touchpoint", sa.String(), nullable=False),
        sa.Column("about_entity", sa.String(), nullable=False),
        sa.Column("about_id", number(), nullable=False),
        sa.Column("occurrence", sa.String(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("address_fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("page", sa.Boolean(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("in_reply_to", sa.LargeBinary(), nullable=True),
        sa.Column("references", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("made_at", moment(), nullable=False),
        sa.Column("send_at", moment(), nullable=False),
        sa.Column("next_attempt_at", moment(), nullable=False),
        sa.Column("use_by", moment(), nullable=False),
        sa.Column("attempts", number(), nullable=False),
        sa.Column("sent_again", number(), nullable=False),
        sa.Column("claimed_by", sa.String(), nullable=True),
        sa.Column("claimed_until", moment(), nullable=True),
        sa.Column("sent_at", moment(), nullable=True),
        sa.Column("unasked", sa.Boolean(), nullable=False),
        sa.Column("is_answer", sa.Boolean(), nullable=False),
        sa.Column("despite_freeze", sa.Boolean(), nullable=False),
        sa.Column("rests_on", sa.JSON(), nullable=False),
        sa.Column("referral_id", number(), nullable=True),
        sa.Column("letter_id", number(), nullable=True),
        sa.Column("answers_letter", number(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["answers_letter"], ["letter.id"], name="fk_outgoing_answers_letter"),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name="fk_outgoing_letter_id"),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_outgoing_referral_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outgoing"),
        sa.UniqueConstraint(
            "touchpoint",
            "about_entity",
            "about_id",
            "occurrence",
            name="uq_outgoing_touchpoint_about_entity_about_id_occurrence",
        ),
    )
    op.create_index("ix_outgoing_about", "outgoing", ["about_entity", "about_id"])
    op.create_index("ix_outgoing_address", "outgoing", ["address_fingerprint", "made_at"])
    op.create_index("ix_outgoing_answers_letter", "outgoing", ["answers_letter"])
    partial_index("ix_outgoing_due", "outgoing", ["next_attempt_at", "id"], where="state = 'due'")
    op.create_index("ix_outgoing_letter_id", "outgoing", ["letter_id"])
    op.create_index("ix_outgoing_made_at", "outgoing", ["made_at"])
    op.create_index("ix_outgoing_message_id", "outgoing", ["message_id"])
    op.create_index("ix_outgoing_referral_id", "outgoing", ["referral_id", "id"])
    partial_index("ix_outgoing_sending", "outgoing", ["claimed_until"], where="state = 'sending'")
    partial_index("ix_outgoing_uncertain", "outgoing", ["next_attempt_at"], where="state = 'uncertain'")
    op.create_table(
        "call",
        sa.Column("id", number(), autoincrement=False, nullable=False),
        sa.Column("referral_id", number(), nullable=False),
        sa.Column("match_id", number(), nullable=True),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.Column("minutes", number(), nullable=True),
        sa.Column("attempts", number(), nullable=False),
        sa.Column("next_call_at", moment(), nullable=True),
        sa.Column("recorded_at", moment(), nullable=False),
        sa.ForeignKeyConstraint(["match_id"], ["match.id"], name="fk_call_match_id"),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_call_referral_id"),
        sa.PrimaryKeyConstraint("id", name="pk_call"),
    )
    op.create_index("ix_call_match_id", "call", ["match_id"])
    op.create_index("ix_call_referral_id", "call", ["referral_id"])
    op.create_table(
        "task",
        sa.Column("id", number(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("asked_at", moment(), nullable=False),
        sa.Column("assigned_to", sa.String(), nullable=False),
        sa.Column("referral_id", number(), nullable=True),
        sa.Column("letter_id", number(), nullable=True),
        sa.Column("volunteer_id", number(), nullable=True),
        sa.Column("offer_id", number(), nullable=True),
        sa.Column("match_id", number(), nullable=True),
        sa.Column("settled_at", moment(), nullable=True),
        sa.Column("settled_by", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("escalated", number(), nullable=False),
        sa.Column("letter", sa.LargeBinary(), nullable=True),
        sa.Column("facts", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name="fk_task_letter_id"),
        sa.ForeignKeyConstraint(["match_id"], ["match.id"], name="fk_task_match_id"),
        sa.ForeignKeyConstraint(["offer_id"], ["offer.id"], name="fk_task_offer_id"),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name="fk_task_referral_id"),
        sa.ForeignKeyConstraint(["volunteer_id"], ["volunteer.id"], name="fk_task_volunteer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_task"),
    )
    op.create_index("ix_task_letter_id", "task", ["letter_id"])
    partial_index("ix_task_open", "task", ["referral_id"], where="settled_at IS NULL")
    op.create_index("ix_task_referral_id", "task", ["referral_id"])
