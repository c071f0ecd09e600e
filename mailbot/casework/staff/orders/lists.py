"""The order "report letters": what the morning digest would say now, whole or some sections of it, in full."""

from __future__ import annotations

from mailbot.casework.staff.digest.day import look_over
from mailbot.casework.staff.digest.morning import whole_list
from mailbot.casework.staff.order import Desk, Outcome
from mailbot.casework.touchpoints import DigestLine
from mailbot.reading.letter import StaffCommand


def report(command: StaffCommand, desk: Desk) -> Outcome:
    """Nothing is shortened; references and volunteers' names only, as in the digest."""
    if desk.known.report is None:
        return Outcome(refused="The list could not be made. Please send “report” again in an email of its own.")
    lines = whole_list(look_over(desk.known.report, desk.office, desk.now), command.text or "")
    if not lines:
        return Outcome(done="There is nothing of that kind now.")
    return Outcome(done="This is so now:", more=tuple(_in_words(one) for one in lines))


def _in_words(line: DigestLine) -> str:
    about = f"{line.about}: " if line.about else ""
    reply = f" Reply: {line.reply}" if line.reply else ""
    return f"{about}{line.words}{reply}"
