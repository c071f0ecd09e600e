"""The order "erase": the words about a person are gone for good. Always asked back first (``staff/confirming.py``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from mailbot.casework.actions import Action, EraseReferral, Hold
from mailbot.casework.day_words import dated
from mailbot.casework.references import of_letter
from mailbot.casework.snapshot import Traces
from mailbot.casework.staff.order import Desk, Outcome, settled, which_referral
from mailbot.casework.staff.orders.referrals import close_referral
from mailbot.clock import london
from mailbot.reading.letter import StaffCommand

DATES_NAMED = 20  # of each folder; the rest is counted


def erase(command: StaffCommand, desk: Desk) -> Outcome:
    """Refused while somebody may still need it: a concern is open, or a volunteer calls."""
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return which_referral(command)
    referral = snapshot.referral
    reference = referral.reference
    found = dict(desk.known.traces).get(reference, Traces())
    if found.erased:
        return Outcome(
            refused=f"{reference} is erased already. “show {reference}” tells what is left: dates and codes."
        )
    if snapshot.open_concerns:
        return Outcome(
            refused=f"{reference} has an open concern, and cannot be erased before a person has ended it: "
            f"“resolved {reference}: what was done”."
        )
    if snapshot.match:
        return Outcome(
            refused=f"{snapshot.match.volunteer.name} supports {reference}. “close {reference}, reason” ends that and "
            f"asks for the number to be deleted; then “erase {reference}”."
        )
    actions: list[Action] = []
    if referral.is_open:
        actions += close_referral(snapshot, desk, "")
    done = {one.task_id for one in actions if hasattr(one, "task_id")}
    actions += [settled(one, "erased", desk) for one in snapshot.open_tasks if one.id not in done]
    actions.append(Hold(referral_id=referral.id, until=None))
    actions.append(EraseReferral(referral_id=referral.id, staff_id=desk.staff.id, by_letter=desk.letter_id))
    words = f"{reference} is erased: its letters, emails, names, addresses, numbers and notes. Dates and codes stay."
    return Outcome(tuple(actions), done=words, more=tuple(by_hand(found, desk)))


def by_hand(found: Traces, desk: Desk) -> list[str]:
    """What the service cannot reach, said honestly, with the dates by which it is found in the mailbox."""
    office = desk.office
    lines = []
    folders = Counter(folder for folder, _ in found.letters)
    for folder in sorted(folders):
        dates = [at for one, at in found.letters if one == folder]
        where = f"{office.processed_folder} (they came in by {folder})" if office.processed_folder else folder
        lines.append(f"Please delete by hand in the folder {where}: the letters of {_dates(dates)}.")
    if office.sent_folder and found.sent:
        lines.append(
            f"Please delete by hand in the folder {office.sent_folder}, if your server keeps our emails there: "
            f"those of {_dates(found.sent)}."
        )
    lines.append("Please delete what you and the volunteers hold yourselves: emails in your own mailboxes, and notes.")
    lines.append("Backups of the database and of the mailbox made before now still hold it, until they run out.")
    kept = ", ".join(
        one for one in found.kept_letters if one != of_letter(desk.letter_id)
    )  # this letter is emptied too
    if kept:
        lines.append(f"Kept, since somebody else’s letter or still waiting for a person: {kept}.")
    if found.same_person:
        lines.append(f"The name and address stay: {', '.join(found.same_person)} is the same person’s.")
    return lines


def _dates(moments: Sequence[datetime]) -> str:
    told = [f"{dated(london(at))}, {london(at):%H:%M}" for at in sorted(moments)]
    left = len(told) - DATES_NAMED
    return "; ".join(told[:DATES_NAMED]) + (f"; and {left} more, up to {told[-1]}" if left > 0 else "")
