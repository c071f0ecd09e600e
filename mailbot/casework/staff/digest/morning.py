"""The morning digest (row 21): the day in twenty seconds. References and volunteers' names only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action
from mailbot.casework.people import StaffMember, is_away
from mailbot.casework.sending import to_staff
from mailbot.casework.snapshot import DeskReport, Ids, Office
from mailbot.casework.staff.digest import alarms as alarms
from mailbot.casework.staff.digest import outgoing as outbox
from mailbot.casework.staff.digest import proposals as ahead
from mailbot.casework.staff.digest import volunteers as volunteers
from mailbot.casework.staff.digest import waiting as waiting
from mailbot.casework.staff.digest.day import Day, look_over
from mailbot.casework.timetable import ONE_DAY, is_working_day
from mailbot.casework.touchpoints import Digest, DigestLine, DigestSection
from mailbot.clock import london

SHOWN = 30  # lines of a digest, more or less
OF_ALARMS = 12  # of one section of these; the references of all others stand below them
OF_THE_REST = 12  # shared by the sections that may be shortened, however many alarms there are
ALL_OF_IT = frozenset({"coordinator", "lead"})  # roles that run the desk; others see alarms and the machine only


@dataclass(frozen=True, slots=True)
class Part:
    """A section: ``key`` is its word in "report letters". An ``alarm`` is for every role and hides nothing."""

    key: str
    title: str
    lines: Callable[[Day], Iterable[DigestLine]]
    alarm: bool = False
    note: str = ""


PARTS = (
    Part("paused", "Everything is paused", outbox.paused, alarm=True),
    Part("worries", "Worries", alarms.worries, alarm=True),
    Part("old", "Old letters with a worry in them", alarms.old_worries, alarm=True),
    Part("rota", "The safeguarding rota", ahead.gaps, alarm=True),
    Part("machine", "The machine", alarms.machine, alarm=True),
    Part("promises", "Promises that break", alarms.promises, alarm=True),
    Part("proposals", "Who shall be asked?", ahead.proposals),
    Part("waiting", "Who waits on whom", waiting.waits),
    Part("new", "New", waiting.new,
         note="No word list finds every danger: please read each first letter in the mailbox."),
    Part("lapsed", "Offers that lapsed", waiting.lapsed),
    Part("calls", "Calls not reported", waiting.calls),
    Part("outbox", "Going out before the next digest", outbox.going_out),
    Part("reviews", "Reviews and endings due", waiting.reviews),
    Part("letters", "Letters for a person", waiting.letters),
    Part("credentials", "Checks and trainings", volunteers.credentials,
         note="Nobody new is offered to them when a date is past or lacking."),
    Part("room", "Room", volunteers.room),
)  # fmt: skip


def decide_digest(report: DeskReport, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """One email to each member of staff on a working day; the day makes it unique, so it is never sent twice."""
    day = london(now).date()
    if not is_working_day(day, office.policy):
        return []
    about = About(Entity.DIGEST, int(day.strftime("%Y%m%d")))
    seen = look_over(report, office, now)
    here = [one for one in office.roster.members if not any(is_away(absence, day) for absence in one.away)]
    return [
        to_staff(digest_for(one, seen), member=one, about=about, ids=ids, now=now, occurrence=one.id)
        for one in here or office.roster.members
    ]


def digest_for(member: StaffMember, day: Day) -> Digest:
    """As this member of staff reads it: who runs the desk sees all of it, who is only on the rota the alarms."""
    mine = replace(day, reader=member)
    runs = bool(ALL_OF_IT & set(member.roles))
    summary, headline = _sum(mine, runs=runs)
    parts = [(part, tuple(part.lines(mine))) for part in PARTS if runs or part.alarm]
    return Digest(
        first_name=member.first_name, day=mine.today, headline=headline, summary=summary, sections=_sections(parts)
    )


def whole_list(day: Day, words: str) -> list[DigestLine]:
    """Every line of the sections that the words name, or of all: nothing is shortened."""
    told = words.casefold().split()
    named = [part for part in PARTS if part.key in told]
    return [line for part in named or PARTS for line in part.lines(day)]


def _sum(day: Day, *, runs: bool) -> tuple[str, str]:
    """The first line, and the most important thing for the subject."""
    worries, breaking, faults = len(alarms.unanswered(day)), alarms.count_breaking(day), alarms.ill(day)
    by = "tomorrow" if day.next_digest_on == day.today + ONE_DAY else f"by {day.next_digest_on:%A}"
    to_do = waiting.count_of_things_to_do(day) if runs else 0
    parts = [
        _counted(worries, "worry needs you now", "worries need you now"),
        _counted(breaking.broken, "promise is broken", "promises are broken"),
        _counted(breaking.today, "promise breaks today", "promises break today"),
        _counted(breaking.later, f"breaks {by}", f"break {by}")
        if breaking.today
        else _counted(breaking.later, f"promise breaks {by}", f"promises break {by}"),
        _counted(len(tuple(ahead.gaps(day))), "gap in the rota", "gaps in the rota"),
        _counted(to_do, "thing waits for you", "things wait for you"),
    ]
    told = [one for one in (outbox.in_the_summary(day), *parts) if one]
    well = "the machine needs looking at" if faults else "the machine is well"
    if told:
        return f"{', '.join(told)}; {well}.", outbox.headline(day) or told[0]
    if faults:
        return "Nobody waits for you, but the machine needs looking at.", "the machine needs looking at"
    return "All quiet. Nothing needs you this morning; the machine is well.", "all quiet"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""


def _sections(parts: Sequence[tuple[Part, tuple[DigestLine, ...]]]) -> tuple[DigestSection, ...]:
    """Shortened to what one glance holds. The same reply deals with a thing but once, in its gravest place."""
    once: list[tuple[Part, tuple[DigestLine, ...]]] = []
    given: set[str] = set()
    for part, lines in parts:
        fresh = tuple(line for line in lines if not line.reply or line.reply not in given)
        given |= {line.reply for line in fresh}
        once.append((part, fresh))
    sections = []
    alarmed = sum(min(len(lines), OF_ALARMS) for part, lines in once if part.alarm)
    shares = _shares([0 if part.alarm else len(lines) for part, lines in once], max(OF_THE_REST, SHOWN - alarmed))
    for (part, lines), share in zip(once, shares, strict=True):
        shown = _alarms(part, lines) if part.alarm else _shortened(part, lines, share)
        if shown:
            sections.append(DigestSection(part.title, shown, part.note))
    return tuple(sections)


def _shares(counts: Sequence[int], left: int) -> list[int]:
    """A line for each section in turn, until all are shown or none is left to give."""
    shares = [0] * len(counts)
    while left and (hungry := [at for at, count in enumerate(counts) if shares[at] < count]):
        for at in hungry[:left]:
            shares[at] += 1
        left -= len(hungry[:left])
    return shares


def _alarms(part: Part, lines: tuple[DigestLine, ...]) -> tuple[DigestLine, ...]:
    """No alarm is left out: those that have no line of their own are named."""
    if len(lines) <= OF_ALARMS + 1:
        return lines
    rest = lines[OF_ALARMS:]
    names = ", ".join(line.about for line in rest)
    return (*lines[:OF_ALARMS], DigestLine("", f"and {len(rest)} more: {names}.", f"report {part.key}"))


def _shortened(part: Part, lines: tuple[DigestLine, ...], share: int) -> tuple[DigestLine, ...]:
    if len(lines) <= share + 1:  # "and 1 more" takes no less room than the line itself
        return lines
    more = DigestLine("", f"and {len(lines) - share} more.", f"report {part.key}")
    return (*lines[:share], more)
