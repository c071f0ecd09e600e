"""The ledger: the only interpreter of actions. Each changes rows and leaves a journal entry that names its cause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from mailbot.casework import actions as a
from mailbot.casework.actions import Action
from mailbot.records import (
    carry_halts,
    carry_letters,
    carry_mail,
    carry_matching,
    carry_promises,
    carry_proposals,
    carry_referrals,
    carry_staff,
    carry_volunteers,
    erasing,
    journal,
)
from mailbot.records.books import Books, Render, Rendered, Thread
from mailbot.records.errors import LedgerError, Taken
from mailbot.records.journal import Cause, CauseKind, Entry
from mailbot.records.store import Tx

__all__ = ["Cause", "CauseKind", "LedgerError", "Render", "Rendered", "Taken", "Thread", "apply"]

STEPS: dict[type[Any], Callable[[Books, Any], Entry | None]] = {
    a.OpenReferral: carry_referrals.open_referral,
    a.JoinLetter: carry_letters.join_letter,
    a.UpdateReferral: carry_referrals.update_referral,
    a.MoveTo: carry_referrals.move_to,
    a.Withdraw: carry_referrals.withdraw,
    a.Hold: carry_referrals.hold,
    a.Note: carry_referrals.note,
    a.PauseClock: carry_referrals.pause_clock,
    a.ResumeClock: carry_referrals.resume_clock,
    a.MakeOffer: carry_matching.make_offer,
    a.StartOfferWindow: carry_matching.start_offer_window,
    a.SettleOffer: carry_matching.settle_offer,
    a.MakeMatch: carry_matching.make_match,
    a.FamilyTold: carry_matching.family_told,
    a.Briefed: carry_matching.briefed,
    a.EndMatch: carry_matching.end_match,
    a.RecordCall: carry_matching.record_call,
    a.VolunteerUndeliverable: carry_matching.volunteer_undeliverable,
    a.OpenConcern: carry_staff.open_concern,
    a.ConcernPaged: carry_staff.concern_paged,
    a.SeeConcern: carry_staff.see_concern,
    a.ResolveConcern: carry_staff.resolve_concern,
    a.AskStaff: carry_staff.ask_staff,
    a.EscalateTask: carry_staff.escalate_task,
    a.SettleTask: carry_staff.settle_task,
    a.Propose: carry_proposals.propose,
    a.RefuseProposed: carry_proposals.refuse_proposed,
    a.WithdrawProposal: carry_proposals.withdraw_proposal,
    a.AskConfirmation: carry_staff.ask_confirmation,
    a.UseConfirmation: carry_staff.use_confirmation,
    a.MakePromise: carry_promises.make_promise,
    a.Climb: carry_promises.climb,
    a.Settle: carry_promises.settle,
    a.Send: carry_mail.send,
    a.CancelMail: carry_mail.cancel_mail,
    a.Suppress: carry_mail.suppress,
    a.FileLetter: carry_letters.file_letter,
    a.Reopen: carry_referrals.reopen,
    a.VolunteerReachable: carry_matching.volunteer_reachable,
    a.PauseVolunteer: carry_matching.pause_volunteer,
    a.ResumeVolunteer: carry_matching.resume_volunteer,
    a.Mention: carry_letters.mention,
    a.EraseReferral: erasing.erase_referral,
    a.LiftSuppression: carry_mail.lift_suppression,
    a.OpenAgain: carry_letters.open_again,
    a.StopMail: carry_mail.stop_mail,
    a.PauseEverything: carry_halts.pause_everything,
    a.ResumeEverything: carry_halts.resume_everything,
    a.AnsweredByHand: carry_letters.answered_by_hand,
    a.KeepJoining: carry_volunteers.keep_joining,
    a.AddVolunteer: carry_volunteers.add_volunteer,
    a.SetCredentials: carry_volunteers.set_credentials,
}


def apply(tx: Tx, actions: Sequence[Action], *, cause: Cause, now: datetime, render: Render) -> None:
    """Carry the actions out in their order, inside the open transaction.

    Raises ``LedgerError`` for a row that does not exist or does not allow it, ``Taken`` when somebody else was faster,
    ``IllegalMove``, and whatever ``render`` raises: the caller's transaction is then to be rolled back whole.
    """
    tx.session.flush()
    books = Books(tx, tx.session.connection(), now, render)
    done: list[tuple[str, Entry]] = []
    for action in actions:
        entry = STEPS[type(action)](books, action)
        if entry is not None:  # None: there was nothing to settle
            done.append((type(action).__name__, entry))
    books.put_mail_away()
    journal.append(books.connection, done, cause=cause, now=now)
