"""Examples of every email we may send: what ``mailbot preview`` shows, and what the templates are checked with.

The fixed cast: Ada (a family member), Ben and Carys (volunteers), Dilys (staff). Every number is fictitious.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from mailbot.casework.snapshot import TaskReason
from mailbot.casework.touchpoints import (
    Acknowledgement,
    Briefing,
    CallNoted,
    CallPaused,
    CallReportAsked,
    CommandConfirm,
    CommandDone,
    ConcernAlert,
    Digest,
    DigestLine,
    DigestSection,
    EssentialsReminder,
    Introduction,
    JoiningAsked,
    JoiningAskedAgain,
    JoiningWelcome,
    LetterReceived,
    MatchEnded,
    MatchProposed,
    OfferAcceptedNoted,
    OfferMade,
    OfferNudge,
    OfferTaken,
    PauseNotice,
    PromiseMissed,
    Proposed,
    ReferrerAcknowledgement,
    StaffReply,
    StaffTask,
    Touchpoint,
    UpdateNoted,
    VolunteerLetterReceived,
)
from mailbot.weekly_hours import WeeklyHours

if TYPE_CHECKING:
    from mailbot.outbox.compose import Composer  # which imports these examples to check itself with

DAY = date(2025, 3, 7)  # a Friday
MOMENT = datetime(2025, 3, 7, 15, 0, tzinfo=UTC)
EVENINGS = WeeklyHours.on(range(5), "18:00", "21:00")
MIXED = WeeklyHours.on((0, 3), "18:30", "21:00") | WeeklyHours.on((5,), "09:00", "12:00")
LONG_NAME = "Wilhelmina-Alexandrina Gwenhwyfar ferch Llywelyn-Fychan o Lanfairpwllgwyngyll"
LETTER = "Hello,\n\nI do not know what to do any more.\nThe children miss him so much.\n\nAda"

_ACKNOWLEDGED = Acknowledgement(
    first_name="Ada", call_by=DAY, asks_phone=False, asks_times=False, asks_name=False, bilingual=False,
    wants_group=False,
)  # fmt: skip
_INTRODUCED = Introduction(
    first_name="Ada", volunteer_first_name="Ben", call_by=DAY, hours=EVENINGS, voicemail_ok=False
)
_OFFERED = OfferMade(first_name="Ben", reference="R-1042", hours=MIXED, speaks_welsh=False, answer_by=MOMENT)
_BRIEFED = Briefing(
    first_name="Ben", reference="R-1042", person_first_name="Ada", phone="+447700900123", hours=EVENINGS, call_by=DAY,
    voicemail_ok=False, text_first=False, discreet=False, speaks_welsh=False, needs_interpreter=False,
    phones_forbidden=False,
)  # fmt: skip
_REPORT_ASKED = CallReportAsked(
    first_name="Ben", reference="R-1042", person_first_name="Ada", first_call=True, tried_before=False
)
_TASK = StaffTask(
    first_name="Dilys", reason=TaskReason.UNCLEAR_LETTER, reference="R-1042", due_at=MOMENT, volunteer_name="",
    choices=("done", "close R-1042, moved away"), facts=("number: 07700 900123", "times: not told"), letter=LETTER,
    escalated=False,
)  # fmt: skip
_PROPOSAL = MatchProposed(
    first_name="Dilys", reference="R-1042", due_at=MOMENT, escalated=False,
    proposed=(
        Proposed("Ben Hale", "240 minutes a week in common; both speak English; supports 0 of 1; never asked before"),
        Proposed("Carys Rees", "120 minutes a week in common; both speak English and Welsh; supports 1 of 2"),
        Proposed(LONG_NAME, "POSSIBLE CONFLICT, please check first: they may know the family; supports 0 of 3"),
    ),
)  # fmt: skip
_ALERT = ConcernAlert(
    first_name="Dilys", reference="R-1042", urgent=True, language_only=False, categories=("self_harm",),
    words=("I do not know what to do any more",), phones=("+447700900123",), phones_forbidden=("+447700900456",),
    letter=LETTER, page_number=1, unanswered=(),
)  # fmt: skip
_ASKED_AGAIN = JoiningAskedAgain(
    first_name="Sam", heard=True, questions=("hours", "credentials"), credentials=("DBS", "boundaries")
)
_DIGEST = Digest(
    first_name="Dilys",
    day=DAY,
    headline="1 worry needs you now",
    summary="1 worry needs you now, 1 promise breaks today, 3 things wait for you; the machine is well.",
    sections=(
        DigestSection(
            "Worries",
            (DigestLine("R-1060", "urgent; nobody has answered, 3 alerts since 7:10.", "seen R-1060"),),
        ),
        DigestSection(
            "The machine",
            (DigestLine("", "Well. Inbox last looked at today at 7:59; nothing unsent, uncertain or set aside."),),
        ),
        DigestSection(
            "Promises that break",
            (DigestLine("R-1042", "breaks today at 15:00; asked: Ben Hale.", "called R-1042, … minutes"),),
        ),
        DigestSection(
            "Who waits on whom",
            (
                DigestLine(
                    "R-1050", "two days left, no call yet; with you since yesterday.", "assign R-1050 to Ben Hale"
                ),
                DigestLine("R-1051", "asked: Carys Rees, answer due today at 17:30.", "show R-1051"),
            ),
        ),
        DigestSection(
            "New",
            (DigestLine("R-1070", "came yesterday at 16:20; waits for a volunteer.", "assign R-1070 to Ben Hale"),),
            note="No word list finds every danger: please read each first letter in the mailbox.",
        ),
        DigestSection(
            "Checks and trainings", (DigestLine("Carys Rees", "DBS check ends on 31 March 2025.", "dbs Carys Rees …"),)
        ),
        DigestSection("Room", (DigestLine("", "Room for 2 more people; 3 wait.", "list volunteers"),)),
    ),
)

_ALL: tuple[Touchpoint, ...] = (
    replace(_ACKNOWLEDGED, asks_phone=True, asks_times=True),
    _ACKNOWLEDGED,
    replace(
        _ACKNOWLEDGED, first_name=LONG_NAME, asks_phone=True, asks_times=True, asks_name=True, bilingual=True,
        wants_group=True,
    ),
    replace(_ACKNOWLEDGED, first_name="", asks_phone=True),
    replace(_ACKNOWLEDGED, first_name="Siân", asks_times=True, wants_group=True),
    replace(_ACKNOWLEDGED, first_name="", asks_name=True, bilingual=True),
    LetterReceived(first_name="Ada", bilingual=False),
    LetterReceived(first_name="", bilingual=True),
    replace(_ACKNOWLEDGED, call_by=None, asks_phone=True),
    ReferrerAcknowledgement(first_name="Gwen", bilingual=False),
    ReferrerAcknowledgement(first_name="", bilingual=True),
    EssentialsReminder(first_name="Ada", call_by=DAY, asks_phone=True, asks_times=True),
    EssentialsReminder(first_name="", call_by=DAY, asks_phone=True, asks_times=False),
    EssentialsReminder(first_name="Siân", call_by=DAY, asks_phone=False, asks_times=True),
    UpdateNoted(first_name="Ada", call_by=DAY, asks_phone=False, asks_times=False),
    UpdateNoted(first_name="Ada", call_by=DAY, asks_phone=True, asks_times=True),
    UpdateNoted(first_name="Siân", call_by=DAY, asks_phone=False, asks_times=True),
    UpdateNoted(first_name="", call_by=None, asks_phone=True, asks_times=False),
    UpdateNoted(first_name="", call_by=None, asks_phone=False, asks_times=False),
    _INTRODUCED,
    replace(_INTRODUCED, first_name="", hours=None, voicemail_ok=True),
    replace(_INTRODUCED, first_name=LONG_NAME, volunteer_first_name="Carys", hours=MIXED),
    StaffReply(words="Dear Ada,\n\nThank you for your letter.\nWe can ring you on Sunday.", signed_by="Dilys Morgan"),
    StaffReply(words="Diolch am eich llythyr.", signed_by=LONG_NAME),
    PromiseMissed(first_name="Ada"),
    PromiseMissed(first_name=""),
    _OFFERED,
    replace(_OFFERED, first_name="Carys", hours=None, speaks_welsh=True),
    OfferNudge(first_name="Ben", reference="R-1042", answer_by=MOMENT),
    OfferTaken(first_name="Ben", reference="R-1042"),
    OfferAcceptedNoted(first_name="Ben", reference="R-1042"),
    _BRIEFED,
    replace(
        _BRIEFED, first_name="Carys", person_first_name="", hours=None, voicemail_ok=True, text_first=True,
        discreet=True, speaks_welsh=True, needs_interpreter=True, phones_forbidden=True,
    ),
    replace(_BRIEFED, person_first_name=LONG_NAME, hours=MIXED, phone="+35315550123"),
    _REPORT_ASKED,
    replace(_REPORT_ASKED, person_first_name="", first_call=False),
    replace(_REPORT_ASKED, tried_before=True),
    CallNoted(first_name="Ben", reference="R-1042", spoke=True, next_call_at=MOMENT, try_again_by=None),
    CallNoted(first_name="Ben", reference="R-1042", spoke=True, next_call_at=None, try_again_by=None),
    CallNoted(first_name="Ben", reference="R-1042", spoke=False, next_call_at=None, try_again_by=MOMENT),
    CallNoted(first_name="Ben", reference="R-1042", spoke=False, next_call_at=None, try_again_by=None),
    MatchEnded(first_name="Ben", reference="R-1042"),
    CallPaused(first_name="Ben", reference="R-1042"),
    VolunteerLetterReceived(first_name="Ben"),
    JoiningAsked(first_name="Sam", asked_by="Dilys"),
    JoiningAsked(first_name=LONG_NAME, asked_by="Wilhelmina"),
    _ASKED_AGAIN,
    replace(
        _ASKED_AGAIN, heard=False, questions=("hours", "languages", "capacity", "prisons", "credentials"),
        credentials=("DBS", "befriending", "safeguarding", "boundaries"),
    ),
    replace(_ASKED_AGAIN, questions=("prisons",), credentials=()),
    JoiningWelcome(first_name="Sam", hours=MIXED, until=DAY, until_year=DAY.year),
    JoiningWelcome(first_name=LONG_NAME, hours=None, until=DAY, until_year=DAY.year),
    _TASK,
    replace(_TASK, with_it=("language: Polish, which is not read here", "attached: form.pdf (120 kB)")),
    replace(_TASK, facts=(), letter="", kept_back=True),
    replace(_TASK, reference="", due_at=None, choices=(), facts=(), letter="", escalated=True),
    _PROPOSAL,
    replace(_PROPOSAL, proposed=_PROPOSAL.proposed[:1], due_at=None, escalated=True),
    *(replace(_TASK, reason=reason, volunteer_name="Ben Example", escalated=True) for reason in TaskReason),
    _ALERT,
    replace(
        _ALERT, reference="L-17", urgent=False, language_only=True, categories=(), words=(), phones=(),
        phones_forbidden=(), letter="", page_number=3, unanswered=("Dilys", "Gwen"),
    ),
    replace(_ALERT, urgent=False, page_number=2),
    CommandDone(
        first_name="Dilys", done=("R-1042 is assigned to Ben.",), refused=("R-1033 is closed already.",),
        asked=("Which Ben: Ben Example or Ben Sample?",),
    ),
    CommandDone(first_name="Dilys", done=("R-1042 is seen.",), refused=(), asked=()),
    CommandDone(
        first_name="Dilys", done=("Your words go to them at 15:10, signed by you.",), refused=(), asked=(),
        own_words="Thank you for your letter.\n\nWe can ring you on Sunday.",
    ),
    CommandDone(first_name="Dilys", done=(), refused=(), asked=()),
    CommandConfirm(first_name="Dilys", commands=("assign R-1042 to Ben", "close R-1033")),
    CommandConfirm(
        first_name="Dilys", commands=("erase R-1042",), proved=True,
        consequences=("It erases R-1042. Nobody can bring that back.",),
    ),
    PauseNotice(first_name="Dilys", paused=True, by="Gwen Parry", at=MOMENT, reason="letters arrive twice", waiting=0),
    PauseNotice(first_name="Dilys", paused=False, by="Gwen Parry", at=MOMENT, reason="", waiting=12),
    PauseNotice(first_name="", paused=True, by="the command line", at=MOMENT, reason="", waiting=0),
    PauseNotice(first_name="", paused=False, by="the command line", at=MOMENT, reason="", waiting=0),
    _DIGEST,
    replace(
        _DIGEST, first_name="", headline="all quiet", sections=(),
        summary="All quiet. Nothing needs you this morning; the machine is well.",
    ),
)  # fmt: skip


def _by_template() -> Mapping[str, tuple[Touchpoint, ...]]:
    found: dict[str, tuple[Touchpoint, ...]] = {}
    for example in _ALL:
        found[example.template()] = (*found.get(example.template(), ()), example)
    return found


EXAMPLES = _by_template()  # template name -> examples, the most telling one first


def preview(composer: Composer, touchpoint_name: str, language: str) -> tuple[str, str, str]:
    """Subject, text and HTML of the first example. Raises ``KeyError`` when there is no such touchpoint."""
    letter = composer.compose(EXAMPLES[touchpoint_name][0], language, DAY)
    return letter.subject, letter.text, letter.html
