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
    DigestSection,
    EssentialsReminder,
    Introduction,
    LetterReceived,
    MatchEnded,
    OfferAcceptedNoted,
    OfferMade,
    OfferNudge,
    OfferTaken,
    PromiseMissed,
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
_ALERT = ConcernAlert(
    first_name="Dilys", reference="R-1042", urgent=True, language_only=False, categories=("self_harm",),
    words=("I do not know what to do any more",), phones=("+447700900123",), phones_forbidden=("+447700900456",),
    letter=LETTER, page_number=1, unanswered=(),
)  # fmt: skip
_DIGEST = Digest(
    first_name="Dilys",
    day=DAY,
    sections=(
        DigestSection("Needs you today", ("R-1042: day 4, two offers lapsed. Reply: assign R-1042 to NAME",)),
        DigestSection("Volunteers", ("Ben: asked about R-1042, answer by 3pm", "Carys: DBS ends on 31 March")),
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
    _TASK,
    replace(_TASK, with_it=("language: Polish, which is not read here", "attached: form.pdf (120 kB)")),
    replace(_TASK, facts=(), letter="", kept_back=True),
    replace(_TASK, reference="", due_at=None, choices=(), facts=(), letter="", escalated=True),
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
    _DIGEST,
    replace(_DIGEST, first_name="", sections=()),
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
