"""Orders about a volunteer: pause, unpause. Open offers go to somebody else; whom they support, they keep."""

from __future__ import annotations

from mailbot.casework.actions import Action, PauseVolunteer, ResumeVolunteer
from mailbot.casework.day_words import weekday
from mailbot.casework.matching.offers import withdraw_offer
from mailbot.casework.people import Volunteer, is_away
from mailbot.casework.snapshot import Load
from mailbot.casework.staff.order import Desk, Outcome, far_ahead, volunteer_key, volunteer_named
from mailbot.clock import london
from mailbot.reading.letter import StaffCommand


def pause(command: StaffCommand, desk: Desk) -> Outcome:
    """No offers through the day named, or until staff say otherwise. An open offer is taken back, the next is asked."""
    volunteer = volunteer_named(command.volunteer, desk, "“pause Ben Hale until 1 May”")
    if isinstance(volunteer, Outcome):
        return volunteer
    if command.until is not None and (asked := far_ahead(command.until, f"pause {volunteer.first_name}", desk)):
        return asked
    if command.until is None and volunteer.paused:
        return Outcome(refused=f"{volunteer.name} rests already. “unpause {volunteer.name}” ends it.")
    actions: list[Action] = [PauseVolunteer(volunteer_id=volunteer.id, until=command.until)]
    offered = [one for one in _loads(volunteer, desk) if not one.is_match and one.reference not in desk.taken]
    touched = {volunteer_key(volunteer)}
    more: list[str] = []
    for load in offered:
        snapshot = dict(desk.known.referrals).get(load.reference)
        if snapshot is None or snapshot.referral is None or snapshot.open_offer is None:
            continue
        actions += withdraw_offer(snapshot.open_offer, snapshot.referral, desk.office, desk.now, desk.ids)
        touched.add(load.reference)
        more.append(f"The offer of {load.reference} was taken back. The next volunteer is asked in the next round.")
    more += _keeps(volunteer, desk)
    until = f"up to and including {weekday(command.until)}" if command.until else "until you write “unpause"
    end = "" if command.until else f" {volunteer.name}”"
    done = f"{volunteer.name} gets no offers {until}{end}."
    return Outcome(tuple(actions), done=done, more=tuple(more), touched=frozenset(touched))


def unpause(command: StaffCommand, desk: Desk) -> Outcome:
    volunteer = volunteer_named(command.volunteer, desk, "“unpause Ben Hale”")
    if isinstance(volunteer, Outcome):
        return volunteer
    today = london(desk.now).date()
    if not volunteer.paused and not any(is_away(one, today) for one in volunteer.absences):
        return Outcome(
            refused=f"{volunteer.name} is not resting. “list volunteers” tells who has room; "
            f"“pause {volunteer.name} until (a day)” lets them rest."
        )
    done = f"{volunteer.name} may be asked again from now on, and is written to again if they had asked us to stop."
    resume = ResumeVolunteer(volunteer_id=volunteer.id)
    return Outcome((resume,), done=done, touched=frozenset({volunteer_key(volunteer)}))


def _loads(volunteer: Volunteer, desk: Desk) -> list[Load]:
    return [one for one in desk.known.loads if one.volunteer_id == volunteer.id]


def _keeps(volunteer: Volunteer, desk: Desk) -> list[str]:
    kept = [one.reference for one in _loads(volunteer, desk) if one.is_match and one.reference not in desk.taken]
    if not kept:
        return []
    first = kept[0]
    return [
        f"{volunteer.first_name} still supports {', '.join(kept)}: nothing was changed there. "
        f"“assign {first} to (another volunteer’s name)” gives one to somebody else."
    ]
