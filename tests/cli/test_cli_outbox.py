"""``mailbot outbox``, ``pause``, ``resume``: what waits is listed without names, stopped by number, paused loudly."""

from __future__ import annotations

from datetime import timedelta

import pytest
from commands_given import Mailbot
from config_folder import Folder

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import MakePromise, OpenReferral, Recipient, Send
from mailbot.casework.people import Party
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.touchpoints import EssentialsReminder, OfferTaken
from mailbot.clock import SystemClock, london
from mailbot.records import ledger, outbox_rows
from mailbot.records.ledger import Cause, Rendered
from mailbot.records.store import Store
from mailbot.records.tables import LetterRow, LetterState


@pytest.fixture
def waiting(home: Store) -> Store:
    """A reminder to Ada's family and thanks to Ben wait until tomorrow; a promise about R-1001 is open."""
    now = SystemClock().now()
    later = now + timedelta(days=1)
    words = EssentialsReminder(first_name="Ada", call_by=london(later).date(), asks_phone=True, asks_times=False)
    about = About(Entity.REFERRAL, 1001)
    referral = Referral(
        id=1001, person_id=1, stage=Stage.WAITING, received_at=now, due_at=now + timedelta(days=7), name="Ada Bright",
        address="ada@example.net",
    )  # fmt: skip
    with home.write() as tx:
        tx.session.add(
            LetterRow(
                folder="INBOX", uidvalidity=1, uid=1, arrived_at=now, taken_in_at=now, sha256=b"0" * 32, raw=b"raw",
                message_id="<in@example.net>", references=(), whole_size=3, state=LetterState.OPENED,
            )
        )  # fmt: skip
        tx.session.flush()
        ledger.apply(
            tx,
            [
                OpenReferral(referral=referral, letter_id=1),
                MakePromise(
                    kind=PromiseKind.FIRST_CONTACT, about=about, due_at=referral.due_at,
                    next_step_at=now + timedelta(days=4), referral_id=1001,
                ),
                Send(
                    outgoing_id=3, to=Recipient(Party.FAMILY, "ada@example.net", "Ada Bright"), touchpoint=words,
                    about=about, send_at=later, use_by=later + timedelta(days=7), referral_id=1001, unasked=True,
                ),
                Send(
                    outgoing_id=4, to=Recipient(Party.VOLUNTEER, "ben@example.org", "Ben Hale"),
                    touchpoint=OfferTaken(first_name="Ben", reference="R-1001"), about=about, send_at=later,
                    use_by=later + timedelta(days=7), referral_id=1001,
                ),
            ],
            cause=Cause("tick", None, "test"), now=now, render=lambda send, thread: Rendered("<m@example.org>", b"raw"),
        )  # fmt: skip
    return home


def test_what_waits_is_listed_by_number_and_reference_without_names_or_addresses(
    mailbot: Mailbot, waiting: Store
) -> None:
    told = mailbot("outbox", "list", "--week", "--json").json
    assert [one["number"] for one in told["waiting"]] == ["E-3", "E-4"]
    assert told["waiting"][0]["to"] == "to the family of R-1001"
    assert told["waiting"][1]["to"] == "to Ben Hale about R-1001"
    assert told["paused"] is None
    assert told["foreseen"][0]["what"] == "staff are asked to choose a volunteer"
    shown = mailbot("outbox", "list", "--week").out
    assert "asking again for number or times" in shown
    assert "staff are asked to choose a volunteer" in shown
    for personal in ("Ada", "ada@", "ben@"):
        assert personal not in shown


def test_one_is_stopped_by_its_number_and_no_other(mailbot: Mailbot, waiting: Store) -> None:
    told = mailbot("outbox", "cancel", "E-3")
    assert told.code == 0, told.err
    assert "Stopped: E-3" in told.out
    assert "you are asked on day 3" in told.out
    assert [one["number"] for one in mailbot("outbox", "list", "--json").json["waiting"]] == ["E-4"]
    again = mailbot("outbox", "cancel", "3")
    assert again.code == 1
    assert "does not go anyway" in again.err
    assert mailbot("outbox", "cancel", "99").code == 1
    assert mailbot("outbox", "cancel", "Ada").code == 2


def test_pausing_is_told_loudly_until_it_is_ended(mailbot: Mailbot, waiting: Store) -> None:
    assert mailbot("pause", "--yes", "--reason", "letters arrive twice").code == 0
    for command in (("status",), ("outbox", "list"), ("check", "--offline")):
        told = mailbot(*command)
        assert "EVERYTHING IS PAUSED by" in told.out
        assert "twice" not in told.out
    assert mailbot("check", "--offline").code == 1
    assert mailbot("status", "--json").json["everything_paused_since"]
    why = {one["number"]: one["why"] for one in mailbot("outbox", "list", "--json").json["waiting"]}
    assert why["E-3"] == why["E-4"] == "paused"
    assert mailbot("pause", "--yes").code == 1
    assert mailbot("resume", "--yes").code == 0
    assert mailbot("resume", "--yes").code == 1
    assert "PAUSED" not in mailbot("status").out


def test_what_a_trial_redirected_is_a_fault_once_the_mode_is_on(
    mailbot: Mailbot, waiting: Store, folder: Folder
) -> None:
    with waiting.write() as tx:
        outbox_rows.delivered(tx, 3, SystemClock().now(), reason=outbox_rows.REDIRECTED)
    assert "trial's address" not in mailbot("check", "--offline", MAILBOT_OUTBOX_MODE="off").out
    told = mailbot("check", "--offline", MAILBOT_OUTBOX_MODE="on")
    assert "1 emails went to the trial's address only" in told.out
    assert told.code == 1
