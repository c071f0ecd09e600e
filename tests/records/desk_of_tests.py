"""A small desk for the tests of the ledger: letters, volunteers and referrals in a line, and what was rendered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import select

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, MakeMatch, MakeOffer, OpenReferral, Recipient, Send, SettleOffer
from mailbot.casework.people import Party
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.snapshot import OfferState
from mailbot.casework.touchpoints import LetterReceived, Touchpoint
from mailbot.records.journal import Recorded, entries_about, entries_for_referral
from mailbot.records.ledger import Cause, Rendered, Thread, apply
from mailbot.records.store import Store, Tx
from mailbot.records.tables import LetterRow, LetterState, Row, VolunteerRow

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CAUSE = Cause("letter", 1)
THANKS = LetterReceived(first_name="Ada", bilingual=False)

R = TypeVar("R", bound=Row)


@dataclass
class DeskOfTests:
    store: Store
    rendered: list[tuple[Send, Thread]] = field(default_factory=list)
    uid: int = 0

    def do(self, *actions: Action, now: datetime = NOW, cause: Cause = CAUSE) -> None:
        with self.store.write() as tx:
            apply(tx, actions, cause=cause, now=now, render=self.render)

    def render(self, send: Send, thread: Thread) -> Rendered:
        self.rendered.append((send, thread))
        return Rendered(f"<out-{send.outgoing_id}@example.org>", b"rendered " + str(send.outgoing_id).encode())

    def new(self, kind: str) -> int:
        with self.store.write() as tx:
            return self.store.ids(tx).new(kind)

    def letter(self, *, message_id: str = "<in@example.com>", references: tuple[str, ...] = ()) -> int:
        self.uid += 1
        with self.store.write() as tx:
            row = LetterRow(
                folder="INBOX", uidvalidity=1, uid=self.uid, arrived_at=NOW, taken_in_at=NOW, sha256=b"0" * 32,
                message_id=message_id, references=references, raw=b"raw", whole_size=3, state=LetterState.TAKEN_IN,
            )  # fmt: skip
            tx.session.add(row)
            tx.session.flush()
            return row.id

    def volunteer(self, address: str = "ben@example.org", *, capacity: int = 1) -> int:
        with self.store.write() as tx:
            row = VolunteerRow(
                name="Ben", address=address, address_fingerprint=tx.vault.fingerprint(address), languages=("en",),
                capacity=capacity, added_at=NOW,
            )  # fmt: skip
            tx.session.add(row)
            tx.session.flush()
            return row.id

    def referral(self, **told: Any) -> Referral:
        """Opened, from a letter of its own."""
        values: dict[str, Any] = {
            "id": self.new("referral"), "person_id": self.new("person"), "stage": Stage.WAITING, "received_at": NOW,
            "due_at": NOW + 7 * DAY, "name": "Ada", "address": "ada@example.com",
        }  # fmt: skip
        referral = Referral(**(values | told))
        self.do(OpenReferral(referral=referral, letter_id=self.letter()))
        return referral

    def offer(self, referral_id: int, volunteer_id: int) -> int:
        offer_id = self.new("offer")
        self.do(MakeOffer(offer_id=offer_id, referral_id=referral_id, volunteer_id=volunteer_id, window_hours=24))
        return offer_id

    def match(self, referral_id: int, volunteer_id: int) -> int:
        offer_id, match_id = self.offer(referral_id, volunteer_id), self.new("match")
        self.do(
            SettleOffer(offer_id=offer_id, state=OfferState.ACCEPTED),
            MakeMatch(match_id=match_id, offer_id=offer_id, referral_id=referral_id, volunteer_id=volunteer_id),
        )
        return match_id

    def mail(self, about: About, touchpoint: Touchpoint = THANKS, **told: Any) -> Send:
        values: dict[str, Any] = {
            "outgoing_id": self.new("outgoing"), "to": Recipient(Party.FAMILY, "ada@example.com", "Ada"),
            "touchpoint": touchpoint, "about": about, "send_at": NOW, "use_by": NOW + 7 * DAY,
        }  # fmt: skip
        return Send(**(values | told))

    def row(self, kind: type[R], key: Any) -> R:
        with self.store.read() as tx:
            found = tx.session.get(kind, key)
            assert found is not None
            return found

    def rows(self, kind: type[R]) -> list[R]:
        with self.store.read() as tx:
            return list(tx.session.scalars(select(kind).order_by(*kind.__table__.primary_key)))

    def journal(self, referral_id: int) -> list[tuple[str, dict[str, Any]]]:
        """What was done about the referral: action and facts."""
        with self.store.read() as tx:
            return [(one.action, dict(one.entry.facts)) for one in entries_for_referral(tx, referral_id)]

    def journal_about(self, about: About) -> tuple[Recorded, ...]:
        with self.store.read() as tx:
            return entries_about(tx, about)


def about(entity: Entity, row_id: int) -> About:
    return About(entity, row_id)


def read_all(tx: Tx, kind: type[R]) -> list[R]:
    return list(tx.session.scalars(select(kind)))
