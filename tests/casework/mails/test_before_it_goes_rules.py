"""The rules, with plain values: what is held and how long, what goes while everything is paused, what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from casework_cast import a_referral

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import AskStaff, Climb, Recipient, Send
from mailbot.casework.mails.coming import RUNGS, foreseen
from mailbot.casework.mails.release import is_moot
from mailbot.casework.mails.words import NAMES, to_whom, why_waits
from mailbot.casework.people import Party
from mailbot.casework.policy import Policy
from mailbot.casework.promises import Promise, PromiseKind
from mailbot.casework.sending import goes_at, worth_sending_until
from mailbot.casework.snapshot import ComingMail, Halt, SentMail, Task, TaskReason
from mailbot.casework.staff.orders.halting import while_paused
from mailbot.casework.staff.orders.stopping import why_not
from mailbot.casework.touchpoints import TOUCHPOINTS, EssentialsReminder, Introduction, OfferMade, PromiseMissed
from mailbot.settings.hold_table import MAY_BE_HELD, why_never_held

TEN = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
EVENING = datetime(2026, 3, 2, 19, 45, tzinfo=UTC)
NINE_NEXT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
HELD = Policy(hold_minutes=(("introduction", 30), ("offer_made", 60)))
MINUTE = timedelta(minutes=1)
ABOUT = About(Entity.MATCH, 1)


def mail(touchpoint: str = "introduction", party: Party = Party.FAMILY, state: str = "due", **told: object) -> SentMail:
    values = {
        "id": 17, "touchpoint": touchpoint, "about": ABOUT, "occurrence": "1", "party": party,
        "address": "ada@example.com", "referral_id": 1042, "state": state, "sent_at": None, "message_id": "<m>",
    }  # fmt: skip
    return SentMail(**(values | told))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("decided", "policy", "goes"),
    [
        (TEN, Policy(), TEN),
        (TEN, HELD, TEN + 30 * MINUTE),
        (EVENING, HELD, NINE_NEXT),  # the hold ends in quiet hours
        (EVENING + 30 * MINUTE, HELD, NINE_NEXT + 30 * MINUTE),  # so many minutes after it would have gone
    ],
)
def test_a_hold_counts_from_when_the_email_would_have_gone(decided: datetime, policy: Policy, goes: datetime) -> None:
    assert goes_at(Introduction, decided, policy) == goes


def test_no_email_goes_after_the_day_that_it_names() -> None:
    words = EssentialsReminder(first_name="Ada", call_by=date(2026, 3, 4), asks_phone=True, asks_times=False)
    assert worth_sending_until(words, TEN) == datetime(2026, 3, 5, 0, 0, tzinfo=UTC)
    assert worth_sending_until(PromiseMissed(first_name="Ada"), TEN) == TEN + timedelta(days=7)


def test_only_what_nobody_wrote_for_just_now_may_be_held() -> None:
    assert set(MAY_BE_HELD) == {
        "essentials_reminder", "introduction", "promise_missed", "offer_made", "offer_nudge", "briefing",
        "call_report_asked",
    }  # fmt: skip
    for one in TOUCHPOINTS:
        assert bool(why_never_held(one)) is not one.may_be_held
        assert not (one.may_be_held and one.party is Party.STAFF)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (mail(), ""),
        (mail("offer_made", Party.VOLUNTEER), ""),
        (mail(state="sent", sent_at=TEN), "has gone already (Monday 2 March, 10:00)"),
        (mail(state="sending"), "handed over at this very moment"),
        (mail(state="uncertain"), "may have gone already"),
        (mail(may_have_gone=True), "may have gone already"),
        (mail(state="cancelled"), "does not go anyway"),
        (mail("concern_alert", Party.STAFF), "alert about a risk"),
        (mail("staff_task", Party.STAFF), "for staff"),
        (mail("match_ended", Party.VOLUNTEER), "protects the family"),
        (mail("call_paused", Party.VOLUNTEER), "protects the family"),
    ],
)
def test_an_email_is_stopped_only_while_that_is_true_and_harmless(told: SentMail, words: str) -> None:
    assert words in why_not(told)
    assert bool(words) == bool(why_not(told)) == ("“" in why_not(told))  # with the nearest thing that can be replied


def test_lists_name_an_email_its_party_and_why_it_waits_and_never_a_family() -> None:
    assert {one.template() for one in TOUCHPOINTS} <= set(NAMES)
    assert to_whom(mail()) == "to the family of R-1042"
    assert to_whom(mail("offer_made", Party.VOLUNTEER), "Ben Hale") == "to Ben Hale about R-1042"
    assert to_whom(mail(about=About(Entity.LETTER, 9), referral_id=None)) == "to who wrote L-9"
    halt = Halt(id=1, since=TEN, by="dilys", waiting=2)

    def why(made: datetime, goes: datetime, *, policy: Policy = HELD, halt: Halt | None = None, tries: int = 0) -> str:
        one = ComingMail(mail=mail(), made_at=made, send_at=goes, goes_at=goes, tries=tries)
        return why_waits(one, policy, halt, made)

    assert why(TEN, TEN + 30 * MINUTE) == "held for 30 minutes"
    assert why(EVENING + 30 * MINUTE, NINE_NEXT, policy=Policy()) == "quiet hours"
    assert why(TEN, TEN + timedelta(days=1), policy=Policy()) == "not two on one day"
    assert why(TEN, TEN + 30 * MINUTE, halt=halt) == "paused"
    assert why(TEN, TEN + MINUTE, tries=2) == "tried 2 times in vain"
    assert why(TEN, TEN) == ""


def test_while_paused_a_rung_for_the_public_waits_and_one_for_staff_is_taken() -> None:
    promise = Promise(id=1, kind=PromiseKind.FIRST_CALL, about=ABOUT, made_at=TEN, due_at=TEN, next_step_at=TEN, step=0)
    ada = Recipient(Party.FAMILY, "ada@example.com")
    to_public = Send(
        outgoing_id=1, to=ada, touchpoint=PromiseMissed(first_name=""), about=ABOUT, send_at=TEN, use_by=NINE_NEXT
    )
    on = Climb(kind=PromiseKind.FIRST_CALL, about=ABOUT, step=1, next_step_at=NINE_NEXT)
    asked = AskStaff(task=Task(id=1, reason=TaskReason.PROMISE_BROKEN, asked_at=TEN, assigned_to="owen"))
    (waits,) = while_paused([to_public, on], promise, TEN)
    assert waits == Climb(kind=PromiseKind.FIRST_CALL, about=ABOUT, step=0, next_step_at=TEN + timedelta(hours=1))
    assert while_paused([asked, to_public, on], promise, TEN) == [asked, to_public, on]
    assert while_paused([on], promise, TEN) == [on]


def test_what_was_made_good_while_an_email_waited_is_not_apologised_for_nor_asked_again() -> None:
    waiting = a_referral(1001, phones=())
    spoken = a_referral(1001, phones=(), first_contact_at=TEN)
    complete = a_referral(1001, phones=("+447700900118",), hours=None)
    assert not is_moot(PromiseMissed.template(), waiting)
    assert is_moot(PromiseMissed.template(), spoken)
    assert not is_moot(EssentialsReminder.template(), waiting)
    assert is_moot(EssentialsReminder.template(), spoken)
    assert is_moot(EssentialsReminder.template(), complete) is not ("availability" in complete.missing)
    assert not is_moot(OfferMade.template(), spoken)


def test_every_ladder_says_in_a_list_what_its_next_step_does() -> None:
    assert set(RUNGS) == set(PromiseKind)
    far = Promise(
        id=2, kind=PromiseKind.ESSENTIALS, about=ABOUT, made_at=TEN, due_at=TEN, next_step_at=NINE_NEXT, step=9
    )
    (step,) = foreseen([("R-1042", far)], NINE_NEXT + MINUTE)
    assert (step.what, step.about) == ("staff are asked", "R-1042")
    assert foreseen([("R-1042", far)], NINE_NEXT) == ()
