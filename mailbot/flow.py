"""THE STORY. A letter is taken in, opened, answered; promises are kept; those who wait are matched; letters leave.

The only module that opens transactions. Each step is small, ends in one commit, and can be killed at any point: what
was committed is found again, what was not did not happen.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from mailbot.casework import desk
from mailbot.casework.actions import Action, Climb, Send
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.mails import events
from mailbot.casework.matching import tick
from mailbot.casework.people import Party
from mailbot.casework.snapshot import CommandSnapshot, Halt, Office, Snapshot, TaskReason
from mailbot.casework.staff import by_hand
from mailbot.casework.staff.digest import morning
from mailbot.casework.staff.order import Outcome as OrderOutcome
from mailbot.casework.staff.orders import halting, stopping
from mailbot.casework.timetable import between_digests, clock_time, within_hours
from mailbot.clock import Clock, london
from mailbot.inbox.sent_since import Known, SentHeaders, SentPart
from mailbot.outbox.compose import Composer
from mailbot.outbox.delivery import Delivery, Outcome
from mailbot.outbox.page import deliver_page
from mailbot.outbox.post import Post
from mailbot.outbox.redirect import redirected
from mailbot.outbox.reply_address import ReplyAddress
from mailbot.reading.letter import FamilyFacts, Kind, Letter
from mailbot.reading.parse import Reader, read_letter
from mailbot.records import (
    halts,
    inbox_rows,
    ledger,
    lookups,
    outbox_rows,
    promise_rows,
    sent_rows,
    snapshots,
    tick_marks,
)
from mailbot.records.errors import RecordsAway, RecordsError, RecordsFull
from mailbot.records.inbox_rows import LetterToOpen
from mailbot.records.ledger import Cause, Rendered, Thread
from mailbot.records.outbox_rows import ClaimedMail
from mailbot.records.sent_rows import HandMail, SentMark
from mailbot.records.store import Store, Tx

log = logging.getLogger(__name__)

PROMISES_A_TICK = 500
LETTERS_A_CLAIM = 50
CLAIMS_RENEWED_SECONDS = 120.0
PAGES_LOOKED_FOR_SECONDS = 2.0
PAUSE_LOOKED_FOR = timedelta(seconds=2)  # how old a claim may be before it is asked again whether everything is paused
AFTER_A_FAULT = timedelta(hours=6)  # when a ladder that raised is climbed again; staff have been told


@dataclass(frozen=True, slots=True)
class Sending:
    """``mode`` as in design rule 1: nothing leaves while it is off; redirect sends all to one address, marked."""

    mode: str = "off"
    redirect_to: str = ""
    page_command: tuple[str, ...] = ()
    find_sent: Callable[[Iterable[str]], set[str]] | None = None  # looks in the Sent folder, where it keeps our mail
    sent_since: Callable[[Known | None], Iterable[SentPart]] | None = None  # what lies in it since the last look
    sent_folder: str = ""


@dataclass(slots=True)
class _Heard:
    """What the server said of the letters of one claim, until it is recorded. ``hands``: so many travel at once."""

    claimed_at: datetime
    hands: asyncio.Semaphore
    waiting: list[tuple[ClaimedMail, Delivery]] = field(default_factory=list)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def take(self) -> list[tuple[ClaimedMail, Delivery]]:
        told, self.waiting = self.waiting, []
        return told


@dataclass(slots=True)
class Flow:
    """Everything that is needed to take one letter from door to door. Safe to call from several threads."""

    store: Store
    office: Office
    composer: Composer
    reply: ReplyAddress
    reader: Reader
    clock: Clock
    post: Post
    sending: Sending = field(default_factory=Sending)
    worker: str = "mailbot"

    # ---------------------------------------------------------------------------------------------- opening letters

    def open_letters(self, stopping: Callable[[], bool] = lambda: False) -> int:
        """Open every letter that waits, one transaction each; returns how many. One bad letter never stops the rest."""
        opened = 0
        while not stopping():
            with self.store.read() as tx:
                waiting = inbox_rows.next_letters(tx, self.clock.now(), LETTERS_A_CLAIM)
            if not waiting:
                break
            for one in waiting:
                if stopping():
                    break
                opened += self.open_letter(one)
        return opened

    def open_letter(self, waiting: LetterToOpen) -> bool:
        """Read, decide, and commit all that follows together. False when it raised, or somebody else opened it.

        Raises ``RecordsAway`` and ``RecordsFull``: then no other letter can be opened either.
        """
        try:
            letter = read_letter(waiting.raw, self.reader, whole_size=waiting.whole_size)
            first = desk.first_reading(letter, self.office)
            with self.store.write() as tx:
                return self._open(tx, waiting, letter, first)
        except (RecordsAway, RecordsFull):  # no fault of the letter's: it is not counted against it
            raise
        except Exception as fault:
            log.exception("letter L-%s could not be opened", waiting.id)
            self._letter_failed(waiting.id, type(fault).__name__)
            return False

    def _open(self, tx: Tx, waiting: LetterToOpen, letter: Letter, first: FamilyFacts | None) -> bool:
        if not inbox_rows.still_to_open(tx, waiting.id):
            return False
        now = self.clock.now()
        inbox_rows.note_read(tx, waiting.id, letter)
        snapshot = snapshots.for_letter(
            tx,
            letter_id=waiting.id,
            letter=letter,
            arrived_at=min(waiting.arrived_at, now),  # a server whose clock is ahead must not put the promise off
            history=waiting.history,
            answered_id=self._answered(letter),
            bounced_id=self._bounced(letter),
            now=now,
        )

        def look_up(
            references: tuple[str, ...], *, month: date | None = None, erasing: tuple[str, ...] = ()
        ) -> CommandSnapshot:
            span = between_digests(now, self.office.policy)
            return snapshots.for_command(tx, references=references, now=now, month=month, erasing=erasing, span=span)

        actions = desk.decide_letter(letter, snapshot, self.office, now, self.store.ids(tx), look_up, first)
        self._apply(tx, actions, Cause("letter", waiting.id), now)
        return True

    def _letter_failed(self, letter_id: int, fault: str) -> None:
        now = self.clock.now()
        with self.store.write() as tx:
            if inbox_rows.letter_failed(tx, letter_id, fault, now, self.office.policy):
                told = desk.set_aside(letter_id, Snapshot(letter_id=letter_id), self.office, now, self.store.ids(tx))
                self._apply(tx, told, Cause("letter", letter_id), now)

    def _answered(self, letter: Letter) -> int | None:
        if letter.kind in (Kind.BOUNCE, Kind.COMPLAINT, Kind.OWN):
            return None
        token = self.reply.token_of(letter.recipients, letter.replies_to, letter.subject)
        return token[1] if token else None

    def _bounced(self, letter: Letter) -> int | None:
        """Our mail that a report is about, by the token in its Message-ID or in the address that it came back to."""
        if letter.kind not in (Kind.BOUNCE, Kind.COMPLAINT):
            return None
        original = (letter.bounce.original_message_id,) if letter.bounce else ()
        token = self.reply.token_of((), original) or self.reply.token_of(letter.recipients, letter.replies_to)
        return token[1] if token else None

    # ------------------------------------------------------------------------------------------- answered by hand

    def note_answered_by_hand(self) -> int:
        """Look at what staff sent from the mailbox itself since the last look; returns how many letters they answered.
        Each part is one transaction with the mark that says how far we are, so nothing is counted twice or missed."""
        if self.sending.sent_since is None:
            return 0
        with self.store.read() as tx:
            before = sent_rows.sent_mark(tx, self.sending.sent_folder)
        known = Known(before.uidvalidity, before.uidnext, london(before.looked_at).date()) if before else None
        answered = 0
        for part in self.sending.sent_since(known):
            mails = [one for one in map(self._by_hand, part.mails) if one]
            with self.store.write() as tx:
                now = self.clock.now()
                mark = SentMark(self.sending.sent_folder, part.uidvalidity, part.uidnext, now)
                if not sent_rows.move_mark(tx, mark, before):
                    break
                for mail in mails:
                    if letter := sent_rows.answered_letter(tx, mail, now):
                        self._apply(tx, by_hand.answered_by_hand(letter, now), Cause("tick", None, "sent folder"), now)
                        answered += 1
            before = mark
        return answered

    def _by_hand(self, sent: SentHeaders) -> HandMail | None:
        """None for our own emails, whatever a server did to their Message-ID, and for what a machine sent."""
        letter = read_letter(sent.raw + b"\r\n\r\n", self.reader)
        own = self.reply.token_of((one.address for one in letter.reply_to), (letter.message_id,))
        if own or letter.kind is not Kind.PERSON:
            return None
        to = [one for one in letter.recipients if not self.reader.is_own_address(one)]
        colleagues = {one for one in to if self.office.roster.by_address(one)}
        return HandMail(
            answers=letter.replies_to,
            to=tuple(one for one in to if one not in colleagues),
            sent_at=sent.arrived_at or self.clock.now(),
        )

    # --------------------------------------------------------------------------------------------- keeping promises

    def keep_promises(self, stopping: Callable[[], bool] = lambda: False) -> int:
        """Take the next rung of every promise that is due; returns how many were looked at."""
        with self.store.read() as tx:
            due = promise_rows.due(tx, self.clock.now(), PROMISES_A_TICK)
        for promise_id in due:
            if stopping():
                break
            self.keep_promise(promise_id)
        return len(due)

    def keep_promise(self, promise_id: int) -> None:
        """One promise, one transaction. A ladder that raises is told to staff and climbed again later.

        Raises ``RecordsAway`` and ``RecordsFull``.
        """
        try:
            with self.store.write() as tx:
                now = self.clock.now()
                snapshot = snapshots.for_promise(tx, promise_id, now)
                if snapshot is None:
                    return
                actions = desk.decide_promise(snapshot, self.office, now, self.store.ids(tx))
                if snapshot.promise and halts.is_halted(tx):
                    actions = halting.while_paused(actions, snapshot.promise, now)
                self._apply(tx, actions, Cause("promise", promise_id), now)
        except (RecordsAway, RecordsFull):  # no fault of the ladder's: it is climbed at the next tick
            raise
        except Exception:
            log.exception("promise %s could not be kept", promise_id)
            self._promise_failed(promise_id)

    def _promise_failed(self, promise_id: int) -> None:
        now = self.clock.now()
        with self.store.write() as tx:
            snapshot = snapshots.for_promise(tx, promise_id, now)
            if snapshot is None or snapshot.promise is None:
                return
            promise = snapshot.promise
            told = ask_staff(
                TaskReason.LADDER_STUCK, office=self.office, ids=self.store.ids(tx), now=now,
                referral=snapshot.referral, facts=(promise.kind.value,),
            )  # fmt: skip
            again = Climb(kind=promise.kind, about=promise.about, step=promise.step, next_step_at=now + AFTER_A_FAULT)
            self._apply(tx, [again, *told], Cause("promise", promise_id), now)

    # ------------------------------------------------------------------------------------------ matching, the digest

    def match_waiting(self, *, at_once: bool = False) -> int:
        """One matching tick, in its hours (or on staff's word); returns how many offers were made."""
        now, policy = self.clock.now(), self.office.policy
        if not at_once and not within_hours(now, policy.matching_from, policy.matching_until):
            return 0
        with self.store.write() as tx:
            board = snapshots.board(tx, now)
            if not board.waiting or halts.is_halted(tx):
                return 0
            actions = tick.decide_matching(board, self.office, now, self.store.ids(tx))
            self._apply(tx, actions, Cause("tick", None, "matching"), now)
        return sum(1 for one in actions if type(one).__name__ == "MakeOffer")

    def send_digest(self) -> bool:
        """Row 21, once a working day from its hour on; True when it was queued. Asking again that day is harmless."""
        now = self.clock.now()
        if london(now).time() < clock_time(self.office.policy.digest_at):
            return False
        day = london(now).date().isoformat()
        with self.store.write() as tx:
            if not tick_marks.first_time(tx, "digest", day, now):
                return False
            report = snapshots.desk_report(tx, now, between_digests(now, self.office.policy))
            actions = morning.decide_digest(report, self.office, now, self.store.ids(tx))
            self._apply(tx, actions, Cause("tick", None, "digest"), now)
        return bool(actions)

    def tell_of_trouble(self, what: str) -> None:
        """The machine itself is in trouble (the inbox cannot be looked at, say): a person hears of it, once a day."""
        now = self.clock.now()
        with self.store.write() as tx:
            if not tick_marks.first_time(tx, "trouble", london(now).date().isoformat(), now):
                return
            told = ask_staff(
                TaskReason.MACHINE_TROUBLE, office=self.office, ids=self.store.ids(tx), now=now, facts=(what,),
                role="lead",
            )  # fmt: skip
            self._apply(tx, told, Cause("tick", None, "trouble"), now)

    # ------------------------------------------------------------------------------------ orders from the command line

    def pause_everything(self, by: str, reason: str) -> Halt | None:
        """Nothing but mail to staff is claimed from now on. The pause that lasts already, if there is one; then nothing
        happens."""
        now = self.clock.now()
        with self.store.write() as tx:
            lasting = halts.halt(tx)
            if lasting is None:
                actions = halting.pause(by, reason, office=self.office, now=now, ids=self.store.ids(tx))
                self._apply(tx, actions, Cause("command", None, "pause"), now)
            return lasting

    def resume_everything(self, by: str) -> Halt | None:
        """The pause that was ended; None when nothing was paused."""
        now = self.clock.now()
        with self.store.write() as tx:
            lasting = halts.halt(tx)
            if lasting is not None:
                actions = halting.resume(lasting, by, office=self.office, now=now, ids=self.store.ids(tx))
                self._apply(tx, actions, Cause("command", None, "resume"), now)
            return lasting

    def stop_email(self, outgoing_id: int, by: str) -> OrderOutcome:
        """Stop one that waits; what was done, or why not."""
        now = self.clock.now()
        with self.store.write() as tx:
            if not lookups.lock_outgoing(tx, [outgoing_id]):
                return OrderOutcome(refused=f"There is no email E-{outgoing_id}.")
            snapshot = snapshots.for_mail(tx, outgoing_id, now)
            outcome = stopping.stop(snapshot, self.office, now, self.store.ids(tx), by=by)
            self._apply(tx, outcome.actions, Cause("command", None, "outbox cancel"), now)
            return outcome

    # ---------------------------------------------------------------------------------------------- posting letters

    async def post_letters(self) -> int:
        """Claim what may go, hand it to the server, record what became of each; returns how many went."""
        if self.sending.mode == "off":
            return 0
        with self.store.read() as tx:  # so that an idle moment takes no write lock
            due_at = outbox_rows.next_due_at(tx)
        if due_at is None or due_at > self.clock.now():
            return 0
        went = await self._post(pages=True)
        letters = asyncio.create_task(self._post(pages=False))
        try:
            while not (await asyncio.wait([letters], timeout=PAGES_LOOKED_FOR_SECONDS))[0]:
                went += await self._post(pages=True)  # a mail server that hangs keeps no page waiting
            return went + letters.result()
        finally:
            letters.cancel()

    def look_into_uncertain(self) -> int:
        """Lost answers: found in the Sent folder they were sent; else they go once more with the same Message-ID."""
        now = self.clock.now()
        with self.store.write() as tx:
            outbox_rows.expire_claims(tx, now)
            uncertain = outbox_rows.uncertain_due(tx, now, self.office.policy)
        if not uncertain:
            return 0
        found: set[str] = set()
        if self.sending.find_sent is not None:
            found = self.sending.find_sent([one.message_id for one in uncertain if not one.page])
        for one in uncertain:
            if one.message_id in found:
                self._learn(one.id, Delivery(Outcome.SENT, "found in the Sent folder"))
            else:
                with self.store.write() as tx:
                    outbox_rows.send_once_more(tx, one.id, now)
        return len(uncertain)

    def _claim(self, pages: bool) -> Sequence[ClaimedMail]:
        now = self.clock.now()
        with self.store.write() as tx:
            claims = outbox_rows.claim(
                tx, now=now, limit=LETTERS_A_CLAIM, policy=self.office.policy, worker=self.worker, pages=pages
            )
            for outgoing_id in claims.cancelled_ids:
                held = snapshots.for_mail(tx, outgoing_id, now)
                actions = events.when_cancelled(held, self.office, now, self.store.ids(tx))
                self._apply(tx, actions, Cause("mail", outgoing_id), now)
        return claims.mails

    async def _post(self, *, pages: bool) -> int:
        """All of a claim, whatever becomes of one: the others are not left halfway. Raises what the first fault was."""
        mails = await asyncio.to_thread(self._claim, pages)
        if not mails:
            return 0
        renewing = asyncio.create_task(self._renew_claims([one.id for one in mails]))
        try:
            heard = _Heard(self.clock.now(), asyncio.Semaphore(self.post.account.connections))
            outcomes = await asyncio.gather(*(self._post_one(one, heard) for one in mails), return_exceptions=True)
        finally:
            renewing.cancel()
            await asyncio.gather(renewing, return_exceptions=True)
        for one in outcomes:
            if isinstance(one, BaseException):
                raise one
        return sum(1 for one in outcomes if one is True)

    async def _renew_claims(self, ids: Sequence[int]) -> None:
        """A server that takes minutes over each letter does not make ours look like a dead worker's."""
        while True:
            await asyncio.sleep(CLAIMS_RENEWED_SECONDS)
            await asyncio.to_thread(self.safely, "renewing claims", lambda: self._renew(ids))

    def _renew(self, ids: Sequence[int]) -> int:
        with self.store.write() as tx:
            outbox_rows.renew_claims(tx, ids, self.worker, self.clock.now())
        return len(ids)

    async def _post_one(self, mail: ClaimedMail, heard: _Heard) -> bool:
        async with heard.hands:
            delivery = await self._paused_meanwhile(mail, heard) or await self._hand_over(mail)
        heard.waiting.append((mail, delivery))
        async with heard.turn:  # whoever's turn it is learns for all who came meanwhile: one commit in place of many
            if told := heard.take():
                await asyncio.to_thread(self._learn_together, told)
        return delivery.outcome is Outcome.SENT

    async def _paused_meanwhile(self, mail: ClaimedMail, heard: _Heard) -> Delivery | None:
        """A claim that a slow server draws out does not outlast a pause: what was not handed over yet waits again."""
        if mail.party is Party.STAFF or self.clock.now() - heard.claimed_at < PAUSE_LOOKED_FOR:
            return None
        halted = await asyncio.to_thread(self._is_halted)
        return Delivery(Outcome.TEMPORARY, "everything is paused") if halted else None

    def _is_halted(self) -> bool:
        with self.store.read() as tx:
            return halts.is_halted(tx)

    async def _hand_over(self, mail: ClaimedMail) -> Delivery:
        redirect = self.sending.mode == "redirect"
        if mail.page:  # on trial, too: the letters are real people's
            return await deliver_page(self.sending.page_command, mail.raw.decode(), mail.phone)
        if redirect:
            marked = redirected(mail.raw, self.sending.redirect_to, mail.party.value)
            return await self.post.deliver(mail.id, mail.message_id, self.sending.redirect_to, marked)
        return await self.post.deliver(mail.id, mail.message_id, mail.address, mail.raw)

    def _learn_together(self, told: Sequence[tuple[ClaimedMail, Delivery]]) -> None:
        """In one transaction those after which nothing follows; the others one by one, and all when it failed. Raises
        the first fault when it has tried them all."""
        plain = [mail.id for mail, delivery in told if _nothing_follows(mail, delivery)]
        try:
            with self.store.write() as tx:
                outbox_rows.all_delivered(tx, plain, self.clock.now(), **self._trial())
        except RecordsError as trouble:
            log.info("learning what became of each email: %s", trouble)
            plain = []
        faults = []
        for mail, delivery in told:
            if mail.id not in plain:
                try:
                    self._learn(mail.id, delivery)
                except RecordsError as fault:
                    faults.append(fault)
        if faults:
            raise faults[0]

    def _learn(self, outgoing_id: int, delivery: Delivery) -> None:
        """What the server said, and what follows from it, in one transaction. What it said stands in any case: else a
        letter that was sent would be sent again."""
        now = self.clock.now()
        try:
            with self.store.write() as tx:
                outcome = self._record(tx, outgoing_id, delivery, now)
                self._follow(tx, outgoing_id, outcome, delivery.why, now)
        except (RecordsAway, RecordsFull):
            raise
        except Exception as fault:
            log.exception("what follows from mail %s could not be done", outgoing_id)
            with self.store.write() as tx:
                self._record(tx, outgoing_id, delivery, now)
            self.tell_of_trouble(f"what follows from an email that was sent or refused failed ({type(fault).__name__})")
        if delivery.trouble:
            log.warning("delivering is in trouble: %s", delivery.why)

    def _trial(self) -> dict[str, str]:
        """What went to the trial's address only is marked, so that nobody takes it for sent when the trial is over."""
        return {"reason": outbox_rows.REDIRECTED} if self.sending.mode == "redirect" else {}

    def _record(self, tx: Tx, outgoing_id: int, delivery: Delivery, now: datetime) -> Outcome:
        """Refused, too, when it was given up after all the tries."""
        outcome = delivery.outcome
        if outcome is Outcome.TEMPORARY and outbox_rows.try_again(
            tx, outgoing_id, delivery.why, now, self.office.policy
        ):
            return Outcome.REFUSED
        if outcome is Outcome.SENT:
            outbox_rows.delivered(tx, outgoing_id, now, **self._trial())
        elif outcome is Outcome.REFUSED:
            outbox_rows.refused(tx, outgoing_id, delivery.why, now)
        elif outcome is Outcome.UNCERTAIN:
            outbox_rows.became_uncertain(tx, outgoing_id, now)
        return outcome

    def _follow(self, tx: Tx, outgoing_id: int, outcome: Outcome, why: str, now: datetime) -> None:
        if outcome not in (Outcome.SENT, Outcome.REFUSED):
            return
        snapshot = snapshots.for_mail(tx, outgoing_id, now)
        ids = self.store.ids(tx)
        if outcome is Outcome.SENT:
            actions = events.when_sent(snapshot, self.office, now, ids)
        else:
            actions = events.when_refused(snapshot, self.office, now, ids, why=why)
        self._apply(tx, actions, Cause("mail", outgoing_id), now)

    # ----------------------------------------------------------------------------------------------------- common

    def safely(self, name: str, step: Callable[[], int]) -> int:
        """One turn of a loop that must go on: whatever it raises is told in the log, and the next turn comes."""
        try:
            return step()
        except RecordsError as trouble:
            log.error("%s: %s", name, trouble)
        except Exception:
            log.exception("%s went wrong", name)
        return 0

    async def post_safely(self) -> int:
        """The same for posting."""
        try:
            return await self.post_letters()
        except RecordsError as trouble:
            log.error("posting: %s", trouble)
        except Exception:
            log.exception("posting went wrong")
        return 0

    def _apply(self, tx: Tx, actions: Sequence[Action], cause: Cause, now: datetime) -> None:
        def render(send: Send, thread: Thread) -> Rendered:
            message_id, raw = self.composer.render(send, thread.in_reply_to, thread.references, now=send.send_at)
            return Rendered(message_id, raw)

        ledger.apply(tx, actions, cause=cause, now=now, render=render)


def _nothing_follows(mail: ClaimedMail, delivery: Delivery) -> bool:
    sent = delivery.outcome is Outcome.SENT and not delivery.trouble
    return sent and not events.something_follows(mail.touchpoint)
