"""A desk on plain values, at which staff's replies are read and decided: a small world, what follows in few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, partial

from casework_cast import DILYS, IN_DATE, NOW, OWEN, CountingIds, a_referral, a_volunteer, an_office

from mailbot.casework import actions as a
from mailbot.casework.about import About, Entity
from mailbot.casework.desk import decide_letter
from mailbot.casework.figures import MonthFacts
from mailbot.casework.people import Party, StaffMember
from mailbot.casework.referral import Stage
from mailbot.casework.snapshot import (
    CommandSnapshot,
    Concern,
    Confirmation,
    Halt,
    Load,
    Match,
    Offer,
    OfferState,
    Office,
    SentMail,
    Snapshot,
    Task,
    TaskReason,
    Traces,
)
from mailbot.casework.staff.confirming import CONFIRMATION_LASTS
from mailbot.casework.touchpoints import CommandConfirm, CommandDone
from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.words.wording import Wording

READER = Reader(own_addresses=frozenset({"befriending@example.org"}), authserv_id="mx.example.org")
EVE = StaffMember(id="eve", name="Eve Sharp", address="eve@example.net")
WRITERS = {"dilys": DILYS, "owen": OWEN, "eve": EVE}
LETTER = 900  # the id of the letter that is opened
BEN = a_volunteer(1, name="Ben Hale", address="ben@example.org", gender="male", open_offers=1)
CARYS = a_volunteer(
    2, name="Carys Rees", address="carys@example.org", languages=("en", "cy"), open_matches=1, capacity=3
)
MO = a_volunteer(3, name="Mo Idris", address="mo@example.org", capacity=2)
NIA = a_volunteer(4, name="Nia Lloyd", address="nia@example.org", paused=True)
SAM_REED = a_volunteer(5, name="Sam Reed", address="sam.reed@example.org")
SAM_PRICE = a_volunteer(6, name="Sam Price", address="sam.price@example.org")
LATE = a_volunteer(7, name="Huw Penry", address="huw@example.org", credentials=IN_DATE[:1])
ELIN = a_volunteer(8, name="Elin Pugh", address="elin@example.org")
NO_LONGER = 99  # the id of somebody who was a volunteer
VOLUNTEERS = (BEN, CARYS, MO, NIA, SAM_REED, SAM_PRICE, LATE, ELIN)
REMINDER = SentMail(
    id=17, touchpoint="essentials_reminder", about=About(Entity.REFERRAL, 1007), occurrence="1", party=Party.FAMILY,
    address="ada@example.com", referral_id=1007, state="due", sent_at=None, message_id="<17@x>",
)  # fmt: skip
WAITS = Snapshot(referral=a_referral(1007, phones=()), mail=REMINDER)
WHOLE_DIGEST = """The day at the desk

Worries that a person must look at
- R-1004: nobody has answered yet (1 alerts). Reply to the alert: seen

Promises that break today or tomorrow
- R-1010: call due by Wednesday 11 March 2026, 10:00. Reply: called R-1010, 20 minutes

Waiting for a volunteer
- R-1001: will be offered. Reply: assign R-1001 to (a volunteer’s name)
- R-1011: will be offered. Reply: assign R-1011 to (a volunteer’s name)

Volunteers asked
- R-1002: Ben Hale, answer by Wednesday 10:00

First calls to come
- R-1003: Carys Rees has the number
"""


@dataclass(frozen=True)
class Decided:
    """``done`` in few words, in order; ``said``, ``refused`` and ``asked`` are the lines of the answer."""

    done: tuple[str, ...]
    said: tuple[str, ...]
    refused: tuple[str, ...]
    asked: tuple[str, ...]
    words: tuple[str, ...]  # texts that were kept: notes, what was done about a concern
    because: tuple[str, ...]  # why a yes is asked for


@cache
def world() -> dict[str, Snapshot]:
    """Everybody whom the replies speak of, by reference."""
    earlier = NOW - timedelta(days=6)
    ben = Offer(
        id=1, referral_id=1002, volunteer=BEN, state=OfferState.OPEN, made_at=NOW - timedelta(hours=3), window_hours=24,
        sent_at=NOW - timedelta(hours=3),
    )  # fmt: skip
    carys = Match(id=2, referral_id=1003, volunteer=CARYS, made_at=earlier, briefed_at=earlier, family_told_at=earlier)
    worry = Concern(id=7, referral_id=1004, letter_id=44, opened_at=NOW - timedelta(hours=1))
    return {
        "R-1001": Snapshot(referral=a_referral(1001)),
        "R-1002": Snapshot(referral=a_referral(1002, stage=Stage.OFFERED), open_offer=ben),
        "R-1003": Snapshot(referral=a_referral(1003, stage=Stage.MATCHED, received_at=earlier), match=carys),
        "R-1004": Snapshot(referral=a_referral(1004, frozen=True), concern=worry, open_concerns=(worry,)),
        "R-1005": Snapshot(referral=a_referral(1005, stage=Stage.CLOSED, closed_at=earlier)),
        "R-1006": _asked(a_referral(1006, stage=Stage.CONFIRMING, referrer="other_person"), TaskReason.CONFIRM_PERSON),
        "R-1007": Snapshot(referral=a_referral(1007, phones=())),
        "R-1008": _asked(a_referral(1008, withdrawn_at=NOW), TaskReason.WITHDRAWN),
        "R-1009": Snapshot(referral=a_referral(1009, stage=Stage.CLOSED, name=None, phones=(), closed_at=earlier)),
        "R-1010": _asked(a_referral(1010, received_at=earlier), TaskReason.STAFF_CALL),
        "R-1011": Snapshot(referral=a_referral(1011)),
        "R-1012": _asked(a_referral(1012, received_at=earlier), TaskReason.NEEDS_ASSIGNING),
        "R-1013": Snapshot(task=_task(1013, TaskReason.UNCLEAR_LETTER, None), letter_id=51),
        "R-1014": _asked(a_referral(1014), TaskReason.MAIL_BOUNCED),
        "R-1015": Snapshot(task=_task(1015, TaskReason.WHICH_REFERRAL, None), letter_id=52),
        "R-1016": _asked(a_referral(1016), TaskReason.PROPOSAL, proposed=(MO.id, CARYS.id)),
        "R-1017": _asked(a_referral(1017), TaskReason.FAMILY_NOT_TOLD),
        "R-1018": Snapshot(task=_task(1018, TaskReason.OTHER_ADDRESS, None), letter_id=56),
        "R-1019": _asked(a_referral(1019), TaskReason.PROPOSAL, proposed=(NO_LONGER, CARYS.id)),
    }


def decide(
    text: str,
    *,
    wording: Wording,
    to: str = "digest",
    by: str = "dilys",
    proof: str = "pass",
    quoted: str | None = None,
    waiting: Sequence[StaffCommand] = (),
    waiting_for: str = "dilys",
    asked_days_ago: float = 0,
    used: bool = False,
    paused: bool = False,
    subject: str = "Re: The desk",
) -> Decided:
    """``to``: "digest", "R-1010" (the task or proposal about it), "alert" (about R-1004), "question" (are these
    orders yours?), or "nothing" (a letter of their own)."""
    writer = WRITERS[by]
    office = an_office(wording)
    snapshot = _situation(to, writer, waiting, waiting_for, asked_days_ago, used)
    if quoted is None:
        quoted = WHOLE_DIGEST if to == "digest" else ("" if to == "nothing" else "A person is needed.\n")
    raw = _letter(text, writer, proof, quoted, subject)
    decided = decide_letter(
        read_letter(raw, READER), snapshot, office, NOW, CountingIds(), partial(_look_up, paused=paused)
    )
    return _in_few_words(decided)


def _situation(
    to: str, writer: StaffMember, waiting: Sequence[StaffCommand], waiting_for: str, days: float, used: bool
) -> Snapshot:
    if to == "nothing":
        return Snapshot(letter_id=LETTER, arrived_at=NOW)
    asked_at = NOW - timedelta(days=days)
    confirmation = None
    if to == "question":
        confirmation = Confirmation(
            id=3, staff_id=waiting_for, commands=tuple(waiting), asked_at=asked_at,
            expires_at=asked_at + CONFIRMATION_LASTS, used_at=NOW if used else None,
        )  # fmt: skip
        around, about, touchpoint = Snapshot(), About(Entity.CONFIRMATION, 3), "command_confirm"
    elif to == "digest":
        around, about, touchpoint = Snapshot(), About(Entity.DIGEST, 20260310), "digest"
    elif to == "alert":
        around, about, touchpoint = world()["R-1004"], About(Entity.CONCERN, 7), "concern_alert"
    else:
        around = world()[to]
        about, touchpoint = About(Entity.TASK, around.task.id if around.task else 0), "staff_task"
        if around.task and around.task.reason is TaskReason.PROPOSAL:
            touchpoint = "match_proposed"
    sent_to = WRITERS[waiting_for] if to == "question" else DILYS
    mail = SentMail(
        id=1, touchpoint=touchpoint, about=about, occurrence="1", party=Party.STAFF, address=sent_to.address,
        referral_id=around.referral.id if around.referral else None, state="sent", sent_at=NOW, message_id="<1@x>",
    )  # fmt: skip
    same = writer.address == sent_to.address or to == "digest"  # everybody has a digest of their own
    mail = replace(mail, address=writer.address) if same else mail
    return replace(around, letter_id=LETTER, arrived_at=NOW, answered=mail, same_sender=same, confirmation=confirmation)


def _look_up(
    references: tuple[str, ...], *, month: date | None = None, erasing: tuple[str, ...] = (), paused: bool = False
) -> CommandSnapshot:
    known = {name: one for name, one in world().items() if one.referral}
    held = Traces(letters=(("INBOX", NOW),), sent=(NOW,))
    return CommandSnapshot(
        referrals=tuple((one, known[one]) for one in references if one in known),
        volunteers=VOLUNTEERS,
        loads=(Load(BEN.id, 1002, False), Load(CARYS.id, 1003, True)),
        traces=tuple((one, replace(held, erased=one == "R-1009")) for one in erasing),
        emails=tuple((one, WAITS) for one in references if one == WAITS.mail.reference),  # type: ignore[union-attr]
        halt=Halt(id=1, since=NOW - timedelta(hours=1), by="owen", waiting=2) if paused else None,
        month=MonthFacts(first=month, referrals=()) if month else None,
    )


def _letter(text: str, writer: StaffMember, proof: str, quoted: str, subject: str) -> bytes:
    domain = writer.address.partition("@")[2]
    checked = f"Authentication-Results: mx.example.org; dmarc={proof} header.from={domain}\n" if proof != "none" else ""
    under = "\n".join(f"> {line}" for line in quoted.splitlines())
    quote = (
        f"\n\nOn Tue, 10 Mar 2026 at 08:00, Befriending <befriending@example.org> wrote:\n\n{under}" if under else ""
    )
    return (
        f"{checked}From: {writer.name} <{writer.address}>\nTo: befriending@example.org\nSubject: {subject}\n"
        f"Date: Tue, 10 Mar 2026 09:58:00 +0000\nMessage-ID: <a@{domain}>\n"
        f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}{quote}\n"
    ).encode()


def _asked(referral, reason: TaskReason, proposed: tuple[int, ...] = ()) -> Snapshot:  # type: ignore[no-untyped-def]
    task = replace(_task(referral.id, reason, referral.id), proposed=proposed)
    return Snapshot(referral=referral, task=task, open_tasks=(task,))


def _task(number: int, reason: TaskReason, referral_id: int | None) -> Task:
    return Task(
        id=number, reason=reason, asked_at=NOW, assigned_to="dilys", referral_id=referral_id, letter_id=number - 962
    )


def _in_few_words(decided: Sequence[a.Action]) -> Decided:
    done = [told for one in decided if (told := _told(one))]
    answers = [one.touchpoint for one in decided if isinstance(one, a.Send) and isinstance(one.touchpoint, CommandDone)]
    questions = [
        one.touchpoint for one in decided if isinstance(one, a.Send) and isinstance(one.touchpoint, CommandConfirm)
    ]
    kept = [one.text for one in decided if isinstance(one, a.Note | a.ResolveConcern)]
    return Decided(
        tuple(done),
        tuple(line for one in answers for line in one.done),
        tuple(line for one in answers for line in one.refused),
        tuple(line for one in answers for line in one.asked),
        tuple(kept),
        tuple(line for one in questions for line in one.consequences),
    )


def _told(action: a.Action) -> str | None:
    names = {one.id: one.name for one in VOLUNTEERS}
    match action:
        case a.MakeOffer():
            return f"offer R-{action.referral_id} to {names[action.volunteer_id]}"
        case a.MoveTo(stage=Stage.CLOSED):
            return f"close R-{action.referral_id}"
        case a.MoveTo(reason="confirmed by staff"):
            return f"confirmed R-{action.referral_id}"
        case a.Hold(until=date()):
            return f"hold R-{action.referral_id} {action.until}"
        case a.Note():
            return f"note R-{action.referral_id}"
        case a.RecordCall():
            minutes = f" {action.minutes}" if action.minutes else ""
            return f"called R-{action.referral_id} {action.outcome.value}{minutes}"
        case a.SeeConcern():
            return f"seen {action.concern_id}"
        case a.ResolveConcern():
            return f"resolved {action.concern_id}"
        case a.Reopen():
            return f"reopen R-{action.referral_id}"
        case a.EraseReferral():
            return f"erase R-{action.referral_id}"
        case a.PauseVolunteer():
            return f"pause {names[action.volunteer_id]}" + (f" {action.until}" if action.until else "")
        case a.ResumeVolunteer():
            return f"unpause {names[action.volunteer_id]}"
        case a.SettleOffer():
            return f"offer {action.offer_id} {action.state.value}"
        case a.EndMatch():
            return f"match {action.match_id} ends"
        case a.SettleTask(outcome="done" | "no"):
            return f"{action.outcome} {action.task_id}"
        case a.OpenAgain():
            return f"letter {action.letter_id} {action.directed}"
        case a.AskConfirmation():
            orders = ", ".join(
                f"{one.verb.value} {one.referral or one.volunteer or ''}".strip()
                for one in action.confirmation.commands
            )
            return f"ask: {orders}"
        case a.UseConfirmation():
            return "answered"
        case a.StopMail():
            return f"stopped E-{action.outgoing_id}"
        case a.SetCredentials():
            dates = ", ".join(f"{kind} {until}" for kind, until in action.credentials)
            return f"credentials of {names[action.volunteer_id]}: {dates}"
        case a.KeepJoining():
            return f"joining: {action.joining.name} {action.joining.address}"
        case a.RefuseProposed():
            return f"none of those proposed by {action.task_id}"
        case a.AskStaff():
            return f"for a person: {action.task.reason.value}"
        case a.OpenConcern():
            return "concern"
        case _:
            return None


__all__ = ["Decided", "Office", "StaffCommand", "Verb", "decide"]
