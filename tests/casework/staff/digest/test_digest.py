"""The morning digest (row 21): which lines, in which order, with which reply, for whom."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, cast

import pytest
from casework_cast import DILYS, OWEN, CountingIds, a_referral, a_volunteer
from digest_mornings import (
    BEN,
    CARYS,
    EIGHT,
    SIAN,
    a_bad_morning,
    a_concern,
    a_match,
    a_promise,
    a_report,
    a_task,
    ago,
    an_offer,
    an_ordinary_morning,
)

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Send
from mailbot.casework.people import Absence, Credential, Party, Roster, StaffMember
from mailbot.casework.policy import Policy
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Stage
from mailbot.casework.snapshot import ComingMail, DeskReport, Halt, Office, SentMail, TaskReason
from mailbot.casework.staff.commands import VERBS
from mailbot.casework.staff.digest.day import look_over
from mailbot.casework.staff.digest.morning import PARTS, decide_digest, digest_for, whole_list
from mailbot.casework.touchpoints import Digest, DigestLine
from mailbot.reading.letter import CredentialTold, StaffCommand, StaffFacts, Verb
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.staff import read_staff
from mailbot.reading.staff.digest_lines import read_digest
from mailbot.weekly_hours import WeeklyHours
from tests.reading.reading_cases import wording

GWEN = StaffMember(id="gwen", name="Gwen Parry", address="gwen@example.org", roles=("safeguarding",))
OFFICE = Office(
    policy=Policy(),
    roster=Roster((DILYS, OWEN, GWEN)),
    wording=wording(),
    address="befriending@example.org",
)
R, M = Entity.REFERRAL, Entity.MATCH


def the_digest(
    report: DeskReport, reader: StaffMember = DILYS, now: datetime = EIGHT, office: Office = OFFICE
) -> Digest:
    return digest_for(reader, look_over(report, office, now))


def lines(report: DeskReport, reader: StaffMember = DILYS) -> dict[str, list[tuple[str, str, str]]]:
    """By section: (about, words, reply), but for the sections that are always there."""
    sections = {one.title: one.lines for one in the_digest(report, reader).sections}
    return {
        title: [(one.about, one.words, one.reply) for one in its]
        for title, its in sections.items()
        if title not in ("The machine", "Room")
    }


def read(reply: str, subject: str = "Re: Tuesday 10 March: all quiet") -> StaffFacts:
    raw = f"From: Dilys <dilys@example.org>\r\nSubject: {subject}\r\n\r\n{reply}\r\n".encode()
    names = ("Ben Hale", "Carys Rees", "Siân O'Neill-Hughes", "Dora Kemble")
    return read_staff(
        read_letter(raw, Reader()), replying_to="digest", sent_at=EIGHT, context_reference=None, volunteer_names=names
    )


AWAITED = a_referral(1042, received_at=ago(days=2))
TABLE: list[tuple[str, dict[str, Any], str, tuple[str, str, str]]] = [
    (
        "a worry that nobody has answered", {"concerns": (a_concern(1, referral_id=1060, urgent=True),)},
        "Worries", ("R-1060", "urgent; nobody has answered, 3 alerts since 6:00.", "seen R-1060"),
    ),
    (
        "one about a letter of nobody known", {"concerns": (a_concern(17, paged=1, opened_at=ago(days=1)),)},
        "Worries", ("L-17", "nobody has answered, 1 alert since yesterday.", "seen L-17"),
    ),
    (
        "a worry that a colleague has",
        {"concerns": (a_concern(1, referral_id=1060, seen_by="owen", seen_at=ago(days=4)),)},
        "Worries", ("R-1060", "with Owen since Friday 6 March, not resolved.", "resolved R-1060: …"),
    ),
    (
        "an old letter with a worry", {"tasks": (a_task(1, TaskReason.HISTORY_RISK, letter_id=3),)},
        "Old letters with a worry in them", ("L-3", "an old letter; please read it in the mailbox.", "done L-3"),
    ),
    (
        "a promise that breaks today", {"referrals": (a_referral(1042, received_at=ago(days=6, hours=16)),)},
        "Promises that break", ("R-1042", "breaks today at 16:00; nobody is asked.", "called R-1042, … minutes"),
    ),
    (
        "one that breaks tomorrow",
        {
            "referrals": (a_referral(1042, received_at=ago(days=5, hours=20), stage=Stage.OFFERED),),
            "offers": (an_offer(1, 1042),),
        },
        "Promises that break", ("R-1042", "breaks tomorrow at 12:00; asked: Carys Rees.", "called R-1042, … minutes"),
    ),
    (
        "one that is broken",
        {
            "referrals": (a_referral(1042, received_at=ago(days=8), stage=Stage.MATCHED),),
            "matches": (a_match(1, 1042, briefed_at=None),),
        },
        "Promises that break",
        (
            "R-1042", "broke yesterday at 8:00; volunteer: Carys Rees, who has no number yet.",
            "called R-1042, … minutes",
        ),
    ),
    (
        "a task about a referral",
        {
            "referrals": (replace(AWAITED, stage=Stage.CONFIRMING),),
            "tasks": (a_task(1, TaskReason.CONFIRM_PERSON, referral_id=1042),),
        },
        "Who waits on whom",
        ("R-1042", "somebody else wrote; does the person want our calls? With you since yesterday.", "yes R-1042"),
    ),
    (
        "somebody to be assigned, with the best who is free",
        {
            "referrals": (AWAITED,), "volunteers": (BEN,),
            "tasks": (a_task(1, TaskReason.NEEDS_ASSIGNING, referral_id=1042, assigned_to="owen"),),
        },
        "Who waits on whom",
        ("R-1042", "still has no volunteer; with Owen since yesterday.", "assign R-1042 to Ben Hale"),
    ),
    (
        "a person who asked to stop",
        {
            "referrals": (replace(AWAITED, withdrawn_at=ago(days=1)),),
            "tasks": (a_task(1, TaskReason.WITHDRAWN, referral_id=1042),),
        },
        "Who waits on whom",
        (
            "R-1042", "asked us to stop; please close it kindly; with you since yesterday.",
            "close R-1042, they asked us to stop",
        ),
    ),
    (
        "an offer that is out, with the next best",
        {
            "referrals": (replace(AWAITED, stage=Stage.OFFERED, lapsed_offers=1),), "offers": (an_offer(5, 1042),),
            "volunteers": (BEN, CARYS),
            "promises": (
                a_promise(1, PromiseKind.OFFER_ANSWER, About(Entity.OFFER, 5), due_at=EIGHT + timedelta(hours=9)),
            ),
        },
        "Who waits on whom",
        (
            "R-1042", "asked: Carys Rees, answer due today at 17:00; 1 did not answer before.",
            "assign R-1042 to Ben Hale",
        ),
    ),
    (
        "a first call to come",
        {"referrals": (replace(AWAITED, stage=Stage.MATCHED),), "matches": (a_match(1, 1042),)},
        "Who waits on whom",
        ("R-1042", "first call: Carys Rees has the number, call due on Sunday 15 March.", "called R-1042, … minutes"),
    ),
    (
        "a family that is being told",
        {
            "referrals": (replace(AWAITED, stage=Stage.INTRODUCING),),
            "matches": (a_match(1, 1042, briefed_at=None),),
        },
        "Who waits on whom",
        ("R-1042", "the family is being told that Carys Rees will call, call due on Sunday 15 March.", "show R-1042"),
    ),
    (
        "somebody whom nobody fits", {"referrals": (AWAITED,)},
        "Who waits on whom", ("R-1042", "waits for a volunteer: nobody fits.", "assign R-1042 to …"),
    ),
    (
        "somebody without a number", {"referrals": (replace(AWAITED, phones=()),), "volunteers": (BEN,)},
        "Who waits on whom", ("R-1042", "no number to call yet; the family is asked.", "show R-1042"),
    ),
    (
        "a new referral", {"referrals": (a_referral(1070, received_at=ago(hours=15)),), "volunteers": (SIAN,)},
        "New", ("R-1070", "came yesterday at 17:00; waits for a volunteer.", "assign R-1070 to Siân O'Neill-Hughes"),
    ),
    (
        "offers that lapsed",
        {
            "referrals": (replace(AWAITED, lapsed_offers=2),), "volunteers": (CARYS,),
            "tasks": (a_task(1, TaskReason.NEEDS_ASSIGNING, referral_id=1042),),
        },
        "Offers that lapsed",
        ("R-1042", "2 volunteers did not answer, nobody is asked now.", "assign R-1042 to Carys Rees"),
    ),
    (
        "a call that staff were told of",
        {
            "referrals": (replace(AWAITED, stage=Stage.MATCHED),), "matches": (a_match(1, 1042),),
            "tasks": (a_task(1, TaskReason.CALL_NOT_REPORTED, referral_id=1042),),
        },
        "Calls not reported",
        (
            "R-1042", "the volunteer has not said whether they spoke; with you since yesterday.",
            "called R-1042, … minutes",
        ),
    ),
    (
        "a volunteer who was asked and has not said",
        {
            "referrals": (replace(AWAITED, stage=Stage.ACTIVE, first_contact_at=ago(days=1)),),
            "matches": (a_match(8, 1042, first_contact_at=ago(days=1)),),
            "promises": (a_promise(1, PromiseKind.NEXT_CALL, About(M, 8), step=1),),
        },
        "Calls not reported",
        ("R-1042", "asked whether they spoke: Carys Rees; no answer yet.", "called R-1042, … minutes"),
    ),
    (
        "a letter that nobody could read", {"tasks": (a_task(1, TaskReason.UNCLEAR_LETTER, letter_id=17),)},
        "Letters for a person",
        ("L-17", "a letter that we could not read for certain; with you since yesterday.", "done L-17"),
    ),
    (
        "an email to a volunteer that came back",
        {"volunteers": (BEN,), "tasks": (a_task(1, TaskReason.MAIL_BOUNCED, volunteer_id=1),)},
        "Who waits on whom",
        ("Ben Hale", "our email came back; with you since yesterday. Please answer the email that asked.", ""),
    ),
    (
        "a check that ends soon, one that has ended, and one never told",
        {
            "volunteers": (
                a_volunteer(
                    1, name="Ben Hale",
                    credentials=(
                        (Credential.DBS, date(2026, 6, 8)), (Credential.BEFRIENDING, date(2026, 3, 9)),
                        (Credential.SAFEGUARDING, date(2026, 6, 9)),
                    ),
                ),
            )
        },
        "Checks and trainings",
        (
            "Ben Hale",
            "no date for boundaries training; befriending training ended on 9 March 2026; "
            "DBS check ends on 8 June 2026.",
            "boundaries Ben Hale …",
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "section", "line"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_each_thing_has_its_line_with_the_reply_that_deals_with_it(
    parts: dict[str, Any], section: str, line: tuple[str, str, str]
) -> None:
    assert lines(a_report(**parts))[section] == [line]


HALT = Halt(id=1, since=ago(hours=1), by="dilys", waiting=3)


def coming(number: int, goes_at: datetime) -> ComingMail:
    """A reminder to Ada that waits."""
    mail = SentMail(
        id=number, touchpoint="essentials_reminder", about=About(R, 1042), address="ada@example.com", occurrence="0",
        referral_id=1042, state="due", party=Party.FAMILY, sent_at=None, message_id="<a@example.org>",
    )  # fmt: skip
    return ComingMail(mail=mail, made_at=goes_at - timedelta(hours=20), send_at=goes_at, goes_at=goes_at)


def filled_in(reply: str) -> str:
    """With what a person would write for the "…"."""
    known = (("to …", "to Ben Hale"), ("… minutes", "25 minutes"), (": …", ": she is safe"), (" …", " 2028-05-04"))
    for blank, words in known:
        reply = reply.replace(blank, words)
    return reply


def intended(reply: str) -> StaffCommand:
    """What the words of a reply mean, told without the reader."""
    filled = filled_in(reply)
    if found := re.fullmatch(r"(dbs|befriending|safeguarding|boundaries) (.+) …", reply):
        told = (CredentialTold(found[1], date(2028, 5, 4)),)
        return StaffCommand(Verb.CREDENTIAL, volunteer=found[2], credentials=told)
    shapes = {
        r"(?P<verb>seen|done|show|yes|approve) (?P<referral>\S+)": {},
        r"resolved (?P<referral>\S+): (?P<text>.+)": {"verb": "resolve_risk"},
        r"called (?P<referral>\S+), (?P<minutes>\d+) minutes": {"verb": "called"},
        r"assign (?P<referral>\S+) to (?P<volunteer>.+)": {"verb": "assign"},
        r"close (?P<referral>\S+), (?P<text>.+)": {"verb": "close"},
        r"list volunteers": {"verb": "list_volunteers"},
        r"(?P<verb>cancel) (?P<referral>E-\d+)": {},
        r"resume everything": {"verb": "resume_everything"},
        r"report \w+": {"verb": "report", "text": filled},
    }
    for shape, more in shapes.items():
        if found := re.fullmatch(shape, filled):
            told: dict[str, Any] = found.groupdict() | more
            minutes = int(told["minutes"]) if "minutes" in told else None
            words = filled if told["verb"] == "called" else told.get("text")
            return StaffCommand(
                Verb(told["verb"]), told.get("referral"), told.get("volunteer"), None, words, minutes
            )  # fmt: skip
    raise AssertionError(f"a reply of no known shape: {reply}")


def every_line() -> list[DigestLine]:
    mornings = [an_ordinary_morning(), a_bad_morning(), *(a_report(**row[1]) for row in TABLE)]
    mornings += [a_report(referrals=(AWAITED,), tasks=(a_task(1, one, referral_id=1042),)) for one in TaskReason]
    mornings += [a_report(tasks=(a_task(1, one, letter_id=17),)) for one in TaskReason]
    mornings += [a_report(coming=(coming(17, EIGHT + timedelta(hours=1)),)), a_report(halt=HALT)]
    return [line for report in mornings for part in the_digest(report).sections for line in part.lines]


REPLIES = sorted({line.reply for line in every_line() if line.reply} | {f"report {one.key}" for one in PARTS})


@pytest.mark.parametrize("reply", REPLIES)
def test_every_reply_is_read_as_exactly_the_order_that_it_means(reply: str) -> None:
    wanted = intended(reply)
    assert wanted.verb in VERBS
    filled = filled_in(reply)
    for facts in (read(filled), read(filled, subject=filled), read(f"{filled}\n\nThanks\nDilys")):
        assert facts.commands == (wanted,)
        assert facts.unclear == ()


@pytest.mark.parametrize("reply", [one for one in REPLIES if "…" in one])
@pytest.mark.parametrize("blank", ["", "…", "... "])
def test_a_reply_whose_blank_nobody_filled_changes_nothing(reply: str, blank: str) -> None:
    facts = read(reply.partition("…")[0] + blank)
    for one in facts.commands:
        assert (one.verb, one.minutes, (one.text or "").strip("… .")) in (
            (Verb.RESOLVE_RISK, None, ""),
            (Verb.CALLED, None, one.text.strip("… .") if one.text else ""),
        )
    assert facts.commands or facts.unclear


def test_no_line_lends_a_volunteers_name_to_the_person() -> None:
    for line in every_line():
        if line.about.startswith(("R-", "L-")):
            assert not line.words[0].isupper(), line


def test_a_quoted_digest_names_references_and_nobodys_first_name() -> None:
    told = "\n".join(f"> - {one.about}: {one.words}" for one in every_line())
    assert read_digest(told, ()).by_name == ()


def test_the_sections_come_in_the_order_of_what_presses_most() -> None:
    assert [one.title for one in the_digest(an_ordinary_morning()).sections] == [
        "Worries", "The machine", "Promises that break", "Who waits on whom", "New", "Offers that lapsed",
        "Calls not reported", "Letters for a person", "Checks and trainings", "Room",
    ]  # fmt: skip


def test_the_first_line_is_the_sum_of_it() -> None:
    digest = the_digest(an_ordinary_morning())
    assert digest.headline == "1 worry needs you now"
    assert digest.summary == (
        "1 worry needs you now, 1 promise breaks today, 1 breaks tomorrow, 4 things wait for you; the machine is well."
    )


def test_no_thing_is_told_twice_with_the_same_reply() -> None:
    for report in (an_ordinary_morning(), a_bad_morning()):
        replies = [line.reply for part in the_digest(report).sections for line in part.lines if line.reply]
        assert len(replies) == len(set(replies))


def test_on_a_bad_day_no_alarm_is_left_out_and_the_rest_is_short() -> None:
    digest = the_digest(a_bad_morning())
    by_title = {one.title: one.lines for one in digest.sections}
    told = " ".join(f"{one.about} {one.words}" for one in by_title["Worries"])
    assert set(re.findall(r"L-\d+", told)) == {f"L-{one}" for one in range(1, 31)}
    told = " ".join(f"{one.about} {one.words}" for one in by_title["Promises that break"])
    assert set(re.findall(r"R-\d+", told)) == {f"R-{one}" for one in range(1001, 1031)}
    assert sum(len(its) for its in by_title.values()) <= 12 + 1 + 3 + 12 + 1 + 12 + 6
    assert by_title["Who waits on whom"][-1].reply == "report waiting"
    assert digest.summary == (
        "30 worries need you now, 30 promises are broken, 100 things wait for you; the machine needs looking at."
    )


def test_the_whole_list_is_a_reply_away() -> None:
    day = look_over(a_bad_morning(), OFFICE, EIGHT)
    assert len(whole_list(day, "report worries")) == 30
    assert len(whole_list(day, "report letters")) == 40
    assert len(whole_list(day, "report")) > 250


def test_all_quiet_still_goes_out_and_says_that_the_machine_is_well() -> None:
    digest = the_digest(a_report(volunteers=(BEN,)))
    assert digest.headline == "all quiet"
    assert digest.summary == "All quiet. Nothing needs you this morning; the machine is well."
    assert [one.title for one in digest.sections] == ["The machine", "Room"]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (
            {"last_look_at": ago(hours=3)},
            "The inbox was last looked at today at 5:00. New letters may be waiting there.",
        ),
        ({"last_look_at": None}, "The inbox was last looked at never. New letters may be waiting there."),
        ({"unsent": 2}, "Our emails that should have gone and have not: 2."),
        ({"uncertain": 1}, "Our emails that may or may not have arrived: 1."),
        ({"set_aside": 3}, "Letters that could not be opened and are set aside: 3."),
        ({"gaps": 1}, "Letters that somebody moved or deleted before they were read: 1."),
        ({"without_outcome": 4}, "Letters on the server without an outcome yet: 4."),
    ],
)
def test_a_machine_that_is_not_well_says_why(parts: dict[str, Any], words: str) -> None:
    digest = the_digest(a_report(**parts))
    told = next(one for one in digest.sections if one.title == "The machine")
    assert told.lines[0].words == words
    assert "the machine needs looking at" in digest.summary


def test_who_is_only_on_the_rota_sees_the_alarms_and_the_machine() -> None:
    digest = the_digest(an_ordinary_morning(), GWEN)
    assert [one.title for one in digest.sections] == ["Worries", "The machine", "Promises that break"]
    assert "things wait" not in digest.summary


def test_ones_own_tasks_come_first_and_are_ones_own() -> None:
    report = a_report(
        tasks=(
            a_task(1, TaskReason.VOLUNTEER_LETTER, letter_id=8, assigned_to="dilys", asked_at=ago(days=2)),
            a_task(2, TaskReason.UNCLEAR_LETTER, letter_id=9, assigned_to="owen"),
        )
    )
    assert [line[0] for line in lines(report, DILYS)["Letters for a person"]] == ["L-8", "L-9"]
    told = lines(report, OWEN)["Letters for a person"]
    assert [line[0] for line in told] == ["L-9", "L-8"]
    assert "with you" in told[0][1]
    assert "with Dilys" in told[1][1]


def test_a_word_that_could_mean_two_tasks_is_not_proposed() -> None:
    report = a_report(
        referrals=(AWAITED,),
        tasks=tuple(
            a_task(one, reason, referral_id=1042)
            for one, reason in enumerate((TaskReason.COMPLAINT, TaskReason.LADDER_STUCK), 1)
        ),
    )
    (line,) = lines(report)["Who waits on whom"]
    assert line[1:] == ("our email was marked as junk (and 1 more); with you since yesterday.", "show R-1042")


def test_two_volunteers_of_one_name_are_not_proposed_by_it() -> None:
    report = a_report(referrals=(AWAITED,), volunteers=(BEN, replace(BEN, id=9)))
    assert lines(report)["Who waits on whom"][0][2] == "assign R-1042 to …"


def test_those_who_wait_are_proposed_to_different_volunteers() -> None:
    report = a_report(
        referrals=(AWAITED, replace(AWAITED, id=1043)),
        volunteers=(BEN, a_volunteer(2, name="Carys Rees", hours=WeeklyHours.on(range(5), "18:00", "20:00"))),
    )
    replies = {line[2] for line in lines(report)["Who waits on whom"]}
    assert {one.partition(" to ")[2] for one in replies} == {"Ben Hale", "Carys Rees"}


class Coming(StrEnum):
    REVIEW = "review_halfway"
    ENDING = "ending_choice"


def test_reviews_and_endings_have_their_section_as_soon_as_such_promises_exist() -> None:
    kinds = [cast(PromiseKind, one) for one in Coming]
    report = a_report(
        referrals=(replace(AWAITED, stage=Stage.ACTIVE, first_contact_at=ago(days=80)),),
        matches=(a_match(8, 1042, first_contact_at=ago(days=80)),),
        promises=(
            a_promise(1, kinds[0], About(M, 8)),
            a_promise(2, kinds[1], About(R, 1050), due_at=EIGHT + timedelta(days=1)),
            a_promise(3, kinds[1], About(R, 1051), due_at=EIGHT + timedelta(days=2)),
        ),
    )
    assert lines(report)["Reviews and endings due"] == [
        ("R-1042", "review halfway, was due today at 7:00.", "show R-1042"),
        ("R-1050", "ending choice, is due tomorrow at 8:00.", "show R-1050"),
    ]


def test_after_a_weekend_all_that_came_since_friday_is_new() -> None:
    monday = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
    friday = a_referral(1070, received_at=monday - timedelta(days=2, hours=12))
    digest = the_digest(a_report(referrals=(friday,)), now=monday)
    assert "New" in [one.title for one in digest.sections]


FRIDAY = datetime(2026, 3, 13, 8, 0, tzinfo=UTC)
SATURDAY, SUNDAY, MONDAY = (FRIDAY + timedelta(days=one) for one in (1, 2, 3))
HOUR = timedelta(hours=1)


def test_the_replies_of_what_goes_out_and_of_a_pause_are_among_those_that_are_read() -> None:
    assert {"cancel E-17", "resume everything"} < set(REPLIES)


def test_on_a_friday_all_that_goes_out_before_monday_can_still_be_stopped() -> None:
    mails = tuple(coming(17 + one, day + HOUR) for one, day in enumerate((FRIDAY, SATURDAY, SUNDAY, MONDAY)))
    sections = {one.title: one.lines for one in the_digest(a_report(coming=mails), now=FRIDAY).sections}
    told = [(one.words.partition(" to ")[0], one.reply) for one in sections["Going out before the next digest"]]
    assert told == [
        ("at 9:00", "cancel E-17"), ("tomorrow at 9:00", "cancel E-18"), ("on Sunday at 9:00", "cancel E-19"),
    ]  # fmt: skip


def test_on_a_friday_the_promises_that_break_until_monday_are_told() -> None:
    week, till_three = timedelta(days=7), timedelta(hours=7)
    days = (SATURDAY, SUNDAY, MONDAY, MONDAY + timedelta(days=1))
    people = tuple(a_referral(1042 + one, received_at=day + till_three - week) for one, day in enumerate(days))
    digest = the_digest(a_report(referrals=people), now=FRIDAY)
    sections = {one.title: one.lines for one in digest.sections}
    assert [(one.about, one.words.partition(";")[0]) for one in sections["Promises that break"]] == [
        ("R-1042", "breaks tomorrow at 15:00"),
        ("R-1043", "breaks on Sunday at 15:00"),
        ("R-1044", "breaks on Monday at 15:00"),
    ]
    assert digest.headline == "3 promises break by Monday"


def test_on_a_monday_the_machines_line_counts_since_friday() -> None:
    report = a_report(refused_since=1, letters_since=4, last_look_at=MONDAY)
    told = next(one for one in the_digest(report, now=MONDAY).sections if one.title == "The machine")
    words = [one.words for one in told.lines]
    assert "Our emails that were refused since Friday 13 March: 1." in words
    assert "4 letters since Friday 13 March." in words


@pytest.mark.parametrize("letter", [1, None])
@pytest.mark.parametrize("reason", [TaskReason.VOLUNTEER_JOINING, TaskReason.JOINING_SILENT, TaskReason.WHICH_REFERRAL])
def test_where_no_reply_to_the_digest_works_the_line_says_what_to_answer(
    reason: TaskReason, letter: int | None
) -> None:
    digest = the_digest(a_report(tasks=(a_task(1, reason, letter_id=letter),)))
    (line,) = (one for part in digest.sections for one in part.lines if part.title not in ("The machine", "Room"))
    assert line.reply or line.words.endswith("Please answer the email that asked.")


def decided(now: datetime, nation: str = "ENG", roster: Roster = OFFICE.roster) -> list[Send]:
    office = replace(OFFICE, policy=Policy(nation=nation), roster=roster)
    sends = decide_digest(a_report(last_look_at=now), office, now, CountingIds())
    return [one for one in sends if isinstance(one, Send)]


@pytest.mark.parametrize(
    ("day", "nation", "goes"),
    [
        ("2026-03-10", "ENG", True),
        ("2026-03-14", "ENG", False),  # a Saturday
        ("2026-04-03", "ENG", False),  # Good Friday
        ("2026-04-06", "ENG", False),  # Easter Monday ...
        ("2026-04-06", "SCT", True),  # ... which is none in Scotland
        ("2026-12-28", "ENG", False),  # in place of Boxing Day, a Saturday
        ("2026-03-17", "NIR", False),  # St Patrick's Day
        ("2026-03-17", "WLS", True),
    ],
)
def test_it_goes_out_on_the_working_days_of_the_nation(day: str, nation: str, goes: bool) -> None:
    now = datetime.fromisoformat(f"{day}T07:30").replace(tzinfo=UTC)
    assert bool(decided(now, nation)) is goes


def test_it_goes_once_a_day_to_each_who_is_there() -> None:
    away = replace(OWEN, away=(Absence(date(2026, 3, 9), date(2026, 3, 10)),))
    sends = decided(EIGHT, roster=Roster((DILYS, away)))
    assert [(one.to.address, one.about.id, one.occurrence) for one in sends] == [
        ("dilys@example.org", 20260310, "dilys")
    ]
    everybody_away = Roster((replace(DILYS, away=away.away), away))
    assert len(decided(EIGHT, roster=everybody_away)) == 2
