"""Orders about what goes out: "cancel E-17", "pause everything", "start again". Each only as a whole piece."""

from __future__ import annotations

import re

from mailbot.reading.letter import StaffCommand, Verb

_NUMBERED = r"(?:(?:the )?(?:e-?mail|message) (?:number |no\.? )?(?:e-? ?)?|e-? ?)\d{1,9}"
_LISTED = rf"{_NUMBERED}(?:(?:, and |, | and | & ){_NUMBERED})*"
_STOP = r"(?:cancel|stop|hold back|don't send|do not send)"
_ENDS = r"(?: (?:from )?going(?: out)?)?(?: now| at once)?(?:,? please)?[ .!]*"
_EMAILS = re.compile(rf"(?:please )?(?:{_STOP} {_LISTED}|{_LISTED}[:,]? ?-? ?(?:please )?{_STOP}(?: it| them)?){_ENDS}")
_NUMBER = re.compile(r"\d{1,9}")
_SENDING = r"(?:sending(?: (?:the |all )?(?:e-?mails?|mail))?|(?:all )?(?:the )?e-?mails?)"
_PAUSE = re.compile(
    rf"(?:please )?(?:(?:pause|stop) everything|(?:pause|stop) {_SENDING})(?: now| at once| immediately)?(?:,? please)?"
    r"(?:(?::| because|,? as|,? since) (?P<reason>[^?]{3,200}?))?[ .!]*"
)
_RESUME = re.compile(
    rf"(?:please |you can |we can |ok,? |okay,? )*(?:(?:resume|unpause|un-pause|restart) (?:everything|{_SENDING})"
    rf"(?: again)?|start (?:(?:everything|{_SENDING}) )?(?:up )?again|everything (?:can |may )?goe?s? on(?: again)?"
    rf"|let everything go on(?: again)?|(?:carry|go) on {_SENDING})(?: now| at once)?(?:,? please)?[ .!]*"
)


def emails_to_stop(plain: str) -> tuple[StaffCommand, ...]:
    """One for each email that the piece names by its own number ("E-17"), which is nothing else's."""
    if not _EMAILS.fullmatch(plain):
        return ()
    numbers = dict.fromkeys(int(one) for one in _NUMBER.findall(plain))
    return tuple(StaffCommand(Verb.CANCEL, referral=f"E-{one}") for one in numbers)


def everything(plain: str) -> StaffCommand | None:
    """That everything is paused, or goes on."""
    if paused := _PAUSE.fullmatch(plain):
        return StaffCommand(Verb.PAUSE_EVERYTHING, text=paused["reason"])
    return StaffCommand(Verb.RESUME_EVERYTHING) if _RESUME.fullmatch(plain) else None
