"""A process killed at any named point: nothing is lost, nothing is done twice, and the next pass goes on from there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from killed_worker import Job, Point
from neighbours import ADA, ADAS_LETTER, DILYS, GWEN
from sqlalchemy import select

from mailbot.app import App, build, open_store
from mailbot.clock import WoundClock
from mailbot.records import journal, overviews, snapshots
from mailbot.records.lookups import LETTER, OUTGOING, rows
from mailbot.records.tables import LetterState, OutgoingState
from mailbot.records.vault import Vault
from mailbot.tryout.home import SERVICE
from mailbot.tryout.servers import Accepted, EmbeddedMailThread, Fault
from mailbot.tryout.town import Neighbour

SEVEN = datetime(2026, 3, 10, 7, 0, tzinfo=UTC)  # before the digest: the acknowledgement is the only email
AFTERWARDS = timedelta(minutes=26)  # the dead worker's claim has run out, and its email was uncertain for ten minutes
WORKER = Path(__file__).with_name("killed_worker.py")


class Workers:
    """Real processes, one for each pass."""

    def __init__(self) -> None:
        self._forker = subprocess.Popen([sys.executable, WORKER], stdin=-1, stdout=-1, text=True)

    def pass_once(self, job: Job, born: Future[int]) -> int:
        """The exit code of one pass; a negative one is the signal that killed it."""
        assert self._forker.stdin is not None
        assert self._forker.stdout is not None
        self._forker.stdin.write(json.dumps(asdict(job)) + "\n")
        self._forker.stdin.flush()
        born.set_result(int(self._forker.stdout.readline()))
        return int(self._forker.stdout.readline())

    def close(self) -> None:
        self._forker.communicate(timeout=20)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.close()


@dataclass
class House:
    """The mail servers and the database, which outlive every process."""

    mail: EmbeddedMailThread
    workers: Workers
    database_url: str
    variables: dict[str, str]
    clock: WoundClock
    stack: ExitStack

    def writes(self, who: Neighbour, text: str) -> None:
        letter = EmailMessage()
        letter["From"] = f"{who.name} <{who.address}>"
        letter["To"] = SERVICE
        letter["Subject"] = "Hello"
        letter["Message-ID"] = f"<first@{who.first_name.lower()}.example.net>"
        letter.set_content(text)
        self.mail.deliver(SERVICE, letter.as_bytes(), who.address, self.clock.now(), authentication="pass")

    def is_killed(self, point: Point) -> None:
        """One pass in a process of its own, which ends at this point."""
        job = self._job(point)
        born: Future[int] = Future()

        def kill(answer: Fault) -> Fault:
            os.kill(born.result(10), signal.SIGKILL)
            return answer

        if point is Point.BEFORE_DOT:
            self.mail.before_the_dot = lambda _: kill(Fault.HANG_UP)
        if point is Point.AFTER_DOT:
            self.mail.smtp_hook = lambda _: kill(Fault.KEEP_AND_HANG_UP)
        assert self.workers.pass_once(job, born) == -signal.SIGKILL
        self.mail.before_the_dot = self.mail.smtp_hook = None

    def passes(self) -> App:
        """One unharmed pass, here."""
        app = build(self._job("").settings(), clock=self.clock)
        self.stack.callback(app.store.close)
        app.once()
        return app

    def upgrade(self) -> None:
        with closing(open_store(self._job("").settings())) as store:
            store.upgrade()

    def got(self, who: Neighbour) -> list[Accepted]:
        return [one for one in self.mail.sent() if who.address in one.recipients]

    def keep_in_sent(self, who: Neighbour) -> None:
        """What some providers do by themselves: a copy of what was handed over lies in the Sent folder."""
        self.mail.append(SERVICE, self.got(who)[-1].raw, folder="Sent")

    def _job(self, point: str) -> Job:
        return Job(
            point, self.clock.now().isoformat(), self.mail.host, self.mail.imap_port, self.mail.smtp_port,
            self.mail.password, self.database_url, self.variables,
        )  # fmt: skip


@pytest.fixture
def make_house(workers: Workers, keys: dict[str, str]) -> Iterator[Callable[[str], House]]:
    with ExitStack() as stack:

        def make(database_url: str) -> House:
            clock = WoundClock(SEVEN)
            mail = stack.enter_context(EmbeddedMailThread(clock=clock))
            made = House(mail, workers, database_url, keys, clock, stack)
            mail.append(SERVICE, b"Subject: an earlier email\r\n\r\n", folder="Sent")
            made.upgrade()
            return made

        yield make


@pytest.fixture
def house(make_house: Callable[[str], House], sqlite_url: str) -> House:
    return make_house(sqlite_url)


@pytest.fixture(scope="module")
def keys() -> dict[str, str]:
    return {
        "MAILBOT_REPLY_SECRET": "a-secret-of-the-tests-that-is-long-enough-for-them",
        "MAILBOT_DATABASE_KEYS": Vault.new_keys().key,
        "MAILBOT_MAILBOX_SENT_FOLDER": "Sent",
    }


@pytest.mark.parametrize("point", [one for one in Point if one is not Point.AFTER_DOT])
def test_a_letter_is_kept_once_and_answered_once_wherever_the_process_dies(house: House, point: Point) -> None:
    house.writes(ADA, ADAS_LETTER)
    house.is_killed(point)
    house.clock.wind(AFTERWARDS)
    app = house.passes()
    assert len(house.got(ADA)) == 1
    all_is_in_order(house, app)


def test_an_answer_lost_after_the_final_dot_costs_one_more_copy_at_most(house: House) -> None:
    house.writes(ADA, ADAS_LETTER)
    house.is_killed(Point.AFTER_DOT)
    assert len(house.got(ADA)) == 1
    house.clock.wind(AFTERWARDS)
    app = house.passes()
    first, second = house.got(ADA)
    assert first.raw == second.raw
    assert sent_again(app) == [1]
    all_is_in_order(house, app)


def test_an_answer_lost_a_second_time_brings_no_third_copy_but_a_line_in_the_digest(house: House) -> None:
    house.writes(ADA, ADAS_LETTER)
    house.is_killed(Point.AFTER_DOT)
    house.clock.wind(AFTERWARDS)
    house.is_killed(Point.AFTER_DOT)
    house.clock.wind(AFTERWARDS)
    house.passes()
    house.clock.wind(AFTERWARDS)  # past eight
    house.passes()
    first, second = house.got(ADA)
    assert first.raw == second.raw
    assert b"may or may not have arrived: 1" in house.got(DILYS)[-1].raw


@pytest.mark.parametrize("point", [Point.TAKEN_IN, Point.BEFORE_OPENING_COMMIT, Point.CLAIMED])
def test_so_it_is_on_postgresql(make_house: Callable[[str], House], postgresql_url: str, point: Point) -> None:
    house = make_house(postgresql_url)
    house.writes(ADA, ADAS_LETTER)
    house.is_killed(point)
    house.clock.wind(AFTERWARDS)
    app = house.passes()
    assert len(house.got(ADA)) == 1
    all_is_in_order(house, app)


def test_a_sent_folder_that_keeps_our_mail_spares_the_second_copy(house: House) -> None:
    house.writes(GWEN, ADAS_LETTER.replace("Ada Bright", "Gwen Parry").replace("118", "444"))
    house.passes()
    house.keep_in_sent(GWEN)
    house.writes(ADA, ADAS_LETTER)
    house.is_killed(Point.AFTER_DOT)
    house.keep_in_sent(ADA)
    house.clock.wind(AFTERWARDS)
    app = house.passes()
    assert len(house.got(ADA)) == 1
    assert sent_again(app) == [0, 0]
    all_is_in_order(house, app, letters=2)


def test_a_sent_folder_that_keeps_our_mail_and_not_this_one_proves_that_it_did_not_go(house: House) -> None:
    house.writes(GWEN, ADAS_LETTER.replace("Ada Bright", "Gwen Parry").replace("118", "444"))
    house.passes()
    house.keep_in_sent(GWEN)
    house.writes(ADA, ADAS_LETTER)
    house.is_killed(Point.BEFORE_DOT)
    house.clock.wind(AFTERWARDS)
    app = house.passes()
    assert len(house.got(ADA)) == 1
    all_is_in_order(house, app, letters=2)


def all_is_in_order(house: House, app: App, letters: int = 1) -> None:
    """Each letter is kept, filed and decided once; the journal tells the same; nothing waits or is claimed."""
    app.once()
    assert len({one.raw for one in house.mail.sent()}) == letters
    with app.store.read() as tx:
        kept = rows(tx, select(LETTER.c.id, LETTER.c.state))
        mails = rows(tx, select(OUTGOING.c.id, OUTGOING.c.state, OUTGOING.c.claimed_by))
        status = overviews.status(tx, app.clock.now())
        referrals = snapshots.list_referrals(tx, open_only=False, now=app.clock.now())
        told = [journal.entries_for_referral(tx, one.id) for one in referrals]
    assert [one.state for one in kept] == [LetterState.OPENED] * letters
    assert house.mail.messages(SERVICE) == []
    assert len(house.mail.messages(SERVICE, "Processed")) == letters
    assert [(one.state, one.claimed_by) for one in mails] == [(OutgoingState.SENT, None)] * letters
    assert (status.letters_to_open, status.letters_not_fetched, status.promises_due) == (0, 0, 0)
    assert [(one.without_outcome, one.gaps) for one in status.folders] == [(0, 0)]
    assert len(told) == letters
    for entries in told:
        actions = [one.action for one in entries]
        assert actions.count("OpenReferral") == actions.count("Send") == 1
        assert len({(one.cause.kind, one.cause.id) for one in entries}) == 1


def sent_again(app: App) -> list[int]:
    with app.store.read() as tx:
        return [row.sent_again for row in rows(tx, select(OUTGOING.c.sent_again).order_by(OUTGOING.c.id))]
