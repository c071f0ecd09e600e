"""The digest before anybody is asked: proposals that wait for staff, and days on which the rota has nobody."""

from __future__ import annotations

from collections.abc import Iterator, Set

from mailbot.casework.snapshot import TaskReason
from mailbot.casework.staff.digest.day import Day
from mailbot.casework.staff.rota_gaps import rota_gaps
from mailbot.casework.touchpoints import DigestLine


def proposals(day: Day) -> Iterator[DigestLine]:
    """Whom each open proposal names, the reader's own first."""
    names = {one.id: one.name for one in day.report.volunteers}
    open_ones = proposed_for(day)
    asked = [one for one in day.report.tasks if one.reason is TaskReason.PROPOSAL and one.referral_id in open_ones]
    for one in day.own_first(asked):
        listed = ", or ".join(names[each] for each in one.proposed if each in names)
        words = f"proposed: {listed}; with {day.who(one.assigned_to)} {day.since(one.asked_at)}."
        yield DigestLine(one.reference, words, f"approve {one.reference}")


def proposed_for(day: Day) -> Set[int]:
    """The referrals for which staff have still to choose."""
    asked = (one.referral_id for one in day.report.tasks if one.reason is TaskReason.PROPOSAL)
    return {one for one in asked if one is not None}


def gaps(day: Day) -> Iterator[DigestLine]:
    """In the coming four weeks, while there is time to close them; the file is mended where mailbot runs."""
    for gap in rota_gaps(day.office.roster, day.today):
        yield DigestLine("", f"{gap.words[0].upper()}{gap.words[1:]}. Please have staff.toml mended.")
