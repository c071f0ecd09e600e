"""The ledger: the only interpreter of actions. Each changes rows and leaves a journal entry that names its cause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from mailbot.casework import actions as a
from mailbot.casework.actions import Action
from mailbot.records import erasing, journal
from mailbot.records.books import Books, Render, Rendered, Thread
from mailbot.records.carry import halts, letters, mail, matching, promises, proposals, referrals, staff, volunteers
from mailbot.records.errors import LedgerError, Taken
from mailbot.records.journal import Cause, CauseKind, Entry
from mailbot.records.store import Tx

__all__ = ["Cause", "CauseKind", "LedgerError", "Render", "Rendered", "Taken", "Thread", "apply"]

STEPS: dict[type[Any], Callable[[Books, Any], Entry | None]] = {
    a.OpenReferral: referrals.open_referral,
    a.JoinLetter: letters.join_letter,
    a.UpdateReferral: referrals.update_referral,
    a.MoveTo: referrals.move_to,
    a.Withdraw: referrals.withdraw,
    a.Hold: referrals.hold,
    a.Note: referrals.note,
    a.PauseClock: referrals.pause_clock,
    a.ResumeClock: referrals.resume_clock,
    a.MakeOffer: matching.make_offer,
    a.StartOfferWindow: matching.start_offer_window,
    a.SettleOffer: matching.settle_offer,
    a.MakeMatch: matching.make_match,
    a.FamilyTold: matching.family_told,
    a.Briefed: matching.briefed,
    a.EndMatch: matching.end_match,
    a.RecordCall: matching.record_call,
    a.VolunteerUndeliverable: matching.volunteer_undeliverable,
    a.OpenConcern: staff.open_concern,
    a.ConcernPaged: staff.concern_paged,
    a.SeeConcern: staff.see_concern,
    a.ResolveConcern: staff.resolve_concern,
    a.AskStaff: staff.ask_staff,
    a.EscalateTask: staff.escalate_task,
    a.SettleTask: staff.settle_task,
    a.Propose: proposals.propose,
    a.RefuseProposed: proposals.refuse_proposed,
    a.WithdrawProposal: proposals.withdraw_proposal,
    a.AskConfirmation: staff.ask_confirmation,
    a.UseConfirmation: staff.use_confirmation,
    a.MakePromise: promises.make_promise,
    a.Climb: promises.climb,
    a.Settle: promises.settle,
    a.Send: mail.send,
    a.CancelMail: mail.cancel_mail,
    a.Suppress: mail.suppress,
    a.FileLetter: letters.file_letter,
    a.Reopen: referrals.reopen,
    a.VolunteerReachable: matching.volunteer_reachable,
    a.PauseVolunteer: matching.pause_volunteer,
    a.ResumeVolunteer: matching.resume_volunteer,
    a.Mention: letters.mention,
    a.EraseReferral: erasing.erase_referral,
    a.LiftSuppression: mail.lift_suppression,
    a.OpenAgain: letters.open_again,
    a.StopMail: mail.stop_mail,
    a.PauseEverything: halts.pause_everything,
    a.ResumeEverything: halts.resume_everything,
    a.AnsweredByHand: letters.answered_by_hand,
    a.KeepJoining: volunteers.keep_joining,
    a.AddVolunteer: volunteers.add_volunteer,
    a.SetCredentials: volunteers.set_credentials,
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
