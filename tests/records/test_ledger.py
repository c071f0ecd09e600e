"""The ledger, on both databases: referrals, letters and promises."""

from __future__ import annotations

import dataclasses
import typing
from datetime import date

import pytest
from desk_of_tests import DAY, HOUR, NOW, DeskOfTests
from sqlalchemy import select

from mailbot.casework import actions as every
from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    Climb,
    FileLetter,
    Hold,
    JoinLetter,
    MakePromise,
    MoveTo,
    Note,
    OpenAgain,
    OpenReferral,
    PauseClock,
    ResumeClock,
    Send,
    Settle,
    UpdateReferral,
    Withdraw,
)
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import IllegalMove, PauseReason, Stage
from mailbot.records.journal import entries_for_referral
from mailbot.records.ledger import STEPS, Cause, LedgerError, Rendered, Thread, apply
from mailbot.records.tables import (
    AddressRow,
    JournalRow,
    LetterRow,
    LetterState,
    LovedOneRow,
    PauseRow,
    PersonAddressRow,
    PersonRow,
    PromiseRow,
    ReferralNumberRow,
    ReferralRow,
)
from mailbot.weekly_hours import WeeklyHours

EVENINGS = WeeklyHours.on([0, 2], "18:00", "21:00")
PHONE, OTHER_PHONE = "+447700900123", "+447700900456"


def test_every_action_has_its_step() -> None:
    assert set(STEPS) == set(typing.get_args(Action))
    assert all(dataclasses.is_dataclass(kind) for kind in STEPS)
    assert every.Action == Action


# ------------------------------------------------------------------------------------------------------- referrals


def test_opening_a_referral_remembers_all_that_was_told(desk: DeskOfTests) -> None:
    referral = desk.referral(
        name="Ada Lovell", phones=(PHONE,), phones_forbidden=(OTHER_PHONE,), hours=EVENINGS, language="cy",
        language_certain=False, spoken_languages=("cy", "en"), preferences=frozenset({"discreet", "text_first"}),
        voicemail_ok=True, relationship="mother", prison="HMP Example",
    )  # fmt: skip
    row = desk.row(ReferralRow, referral.id)
    assert (row.stage, row.received_at, row.due_at) == (Stage.WAITING, NOW, NOW + 7 * DAY)
    assert (row.phones, row.phones_forbidden, row.hours) == ((PHONE,), (OTHER_PHONE,), EVENINGS)
    assert (row.language, row.language_certain, row.spoken_languages) == ("cy", False, ("cy", "en"))
    assert (row.preferences, row.voicemail_ok, row.version) == (("discreet", "text_first"), True, 1)
    assert desk.row(PersonRow, referral.person_id).name == "Ada Lovell"
    loved_one = desk.row(LovedOneRow, row.loved_one_id)
    assert (loved_one.person_id, loved_one.relationship, loved_one.prison) == (
        referral.person_id, "mother", "HMP Example",
    )  # fmt: skip
    assert desk.row(AddressRow, row.address_id).address == "ada@example.com"
    assert [one.referral_id for one in desk.rows(LetterRow)] == [referral.id]
    with desk.store.read() as tx:
        found = tx.session.scalars(
            select(ReferralNumberRow.referral_id).where(ReferralNumberRow.fingerprint == tx.vault.fingerprint(PHONE))
        )
        assert found.all() == [referral.id]


def test_a_referrer_and_the_person_each_keep_their_own_address(desk: DeskOfTests) -> None:
    referral = desk.referral(
        address=None, referrer="professional", referrer_name="Officer", referrer_address="officer@example.net"
    )
    row = desk.row(ReferralRow, referral.id)
    assert row.address_id is None
    assert row.referrer_name == "Officer"
    assert desk.row(AddressRow, row.referrer_address_id).address == "officer@example.net"
    assert desk.rows(PersonAddressRow) == []


def test_two_people_may_share_an_address_and_one_may_have_two(desk: DeskOfTests) -> None:
    mother = desk.referral(address="home@example.com")
    daughter = desk.referral(address="Home@Example.com ")
    desk.do(UpdateReferral(referral_id=daughter.id, address="daughter@example.com"))
    linked = {(one.person_id, one.address_id) for one in desk.rows(PersonAddressRow)}
    home, own = (one.id for one in desk.rows(AddressRow))
    assert linked == {(mother.person_id, home), (daughter.person_id, home), (daughter.person_id, own)}
    assert desk.row(ReferralRow, daughter.id).address_id == own


def test_a_person_we_know_is_not_made_again(desk: DeskOfTests) -> None:
    first = desk.referral(name=None)
    again = dataclasses.replace(first, id=desk.new("referral"), name="Ada")
    desk.do(OpenReferral(referral=again, letter_id=desk.letter(), new_person=False))
    assert [one.name for one in desk.rows(PersonRow)] == ["Ada"]
    assert len(desk.rows(PersonAddressRow)) == 1


def test_what_is_newly_told_replaces_and_what_is_not_told_stays(desk: DeskOfTests) -> None:
    referral = desk.referral(phones=(PHONE,), hours=EVENINGS, voicemail_ok=True)
    desk.do(
        UpdateReferral(
            referral_id=referral.id, name="Ada Lovell", phones=(OTHER_PHONE, PHONE), phones_forbidden=(),
            preferences=frozenset({"text_first"}), voicemail_ok=False,
        )
    )  # fmt: skip
    row = desk.row(ReferralRow, referral.id)
    assert (row.phones, row.hours, row.voicemail_ok) == ((OTHER_PHONE, PHONE), EVENINGS, False)
    assert (row.preferences, row.version) == (("text_first",), 2)
    assert desk.row(PersonRow, referral.person_id).name == "Ada Lovell"
    assert len(desk.rows(ReferralNumberRow)) == 2


def test_the_journal_names_the_particulars_that_changed_and_not_what_they_are(desk: DeskOfTests) -> None:
    referral = desk.referral()
    desk.do(UpdateReferral(referral_id=referral.id, name="Ada Lovell", phones=(PHONE,)))
    assert desk.journal(referral.id)[-1] == ("UpdateReferral", {"changed": ["name", "phones"]})


def test_a_referral_moves_only_as_the_table_of_moves_allows(desk: DeskOfTests) -> None:
    referral = desk.referral()
    desk.do(MoveTo(referral_id=referral.id, stage=Stage.OFFERED, reason="offered"))
    with pytest.raises(IllegalMove):
        desk.do(MoveTo(referral_id=referral.id, stage=Stage.ACTIVE, reason="spoke"))
    row = desk.row(ReferralRow, referral.id)
    assert (row.stage, row.version) == (Stage.OFFERED, 1)
    assert desk.journal(referral.id)[-1] == ("MoveTo", {"from": "waiting", "to": "offered", "reason": "offered"})


def test_closing_notes_when_and_why_and_reopening_takes_it_back(desk: DeskOfTests) -> None:
    referral = desk.referral()
    desk.do(
        Withdraw(referral_id=referral.id),
        MoveTo(referral_id=referral.id, stage=Stage.CLOSED, reason="moved away"),
        now=NOW + DAY,
    )
    row = desk.row(ReferralRow, referral.id)
    assert (row.closed_at, row.closed_reason, row.withdrawn_at, row.version) == (
        NOW + DAY, "moved away", NOW + DAY, 3,
    )  # fmt: skip
    desk.do(MoveTo(referral_id=referral.id, stage=Stage.WAITING, reason="asked again"))
    row = desk.row(ReferralRow, referral.id)
    assert (row.closed_at, row.closed_reason, row.withdrawn_at) == (None, None, None)


def test_the_first_stop_keeps_its_moment(desk: DeskOfTests) -> None:
    referral = desk.referral()
    desk.do(Withdraw(referral_id=referral.id))
    desk.do(Withdraw(referral_id=referral.id), now=NOW + DAY)
    assert desk.row(ReferralRow, referral.id).withdrawn_at == NOW


def test_a_hold_is_set_and_released(desk: DeskOfTests) -> None:
    referral = desk.referral()
    desk.do(Hold(referral_id=referral.id, until=date(2026, 4, 1)))
    assert desk.row(ReferralRow, referral.id).hold_until == date(2026, 4, 1)
    desk.do(Hold(referral_id=referral.id, until=None))
    assert desk.row(ReferralRow, referral.id).hold_until is None


def test_a_note_is_kept_encrypted_in_the_journal(desk: DeskOfTests) -> None:
    referral = desk.referral()
    desk.do(Note(referral_id=referral.id, staff_id="dilys", text="rang, will ring again"))
    with desk.store.read() as tx:
        entry = entries_for_referral(tx, referral.id)[-1].entry
        kept = tx.session.scalars(select(JournalRow.__table__.c.facts)).all()
    assert entry.details == {"text": "rang, will ring again"}
    assert "rang" not in str(kept)


def test_the_clock_stands_still_while_any_pause_is_open(desk: DeskOfTests) -> None:
    referral = desk.referral()
    family, concern = PauseReason.WAITING_FOR_FAMILY, PauseReason.CONCERN
    desk.do(PauseClock(referral_id=referral.id, reason=family))
    desk.do(PauseClock(referral_id=referral.id, reason=concern), now=NOW + HOUR)
    desk.do(PauseClock(referral_id=referral.id, reason=concern), now=NOW + 2 * HOUR)
    desk.do(ResumeClock(referral_id=referral.id, reason=family), now=NOW + 3 * HOUR)
    assert desk.row(ReferralRow, referral.id).paused_since == NOW
    desk.do(ResumeClock(referral_id=referral.id, reason=concern), now=NOW + 5 * HOUR)
    desk.do(ResumeClock(referral_id=referral.id, reason=concern), now=NOW + 6 * HOUR)
    row = desk.row(ReferralRow, referral.id)
    assert (row.paused_since, row.paused_seconds) == (None, 5 * 3600)
    assert [(one.reason, one.since, one.until) for one in desk.rows(PauseRow)] == [
        (family, NOW, NOW + 3 * HOUR),
        (concern, NOW + HOUR, NOW + 5 * HOUR),
    ]


# --------------------------------------------------------------------------------------------------------- letters


def test_a_letter_is_joined_to_a_referral(desk: DeskOfTests) -> None:
    referral, letter_id = desk.referral(), desk.letter()
    desk.do(JoinLetter(letter_id=letter_id, referral_id=referral.id))
    assert desk.row(LetterRow, letter_id).referral_id == referral.id


def test_a_letter_ends_with_exactly_one_outcome(desk: DeskOfTests) -> None:
    letter_id = desk.letter()
    desk.do(FileLetter(letter_id=letter_id, outcome="spam"))
    row = desk.row(LetterRow, letter_id)
    assert (row.outcome, row.state, row.opened_at) == ("spam", LetterState.OPENED, NOW)
    with pytest.raises(LedgerError):
        desk.do(FileLetter(letter_id=letter_id, outcome="joined"))


def test_a_letter_that_staff_directed_is_opened_once_more(desk: DeskOfTests) -> None:
    letter_id = desk.letter()
    desk.do(FileLetter(letter_id=letter_id, outcome="for staff"))
    desk.do(OpenAgain(letter_id=letter_id, directed="R-1042"))
    row = desk.row(LetterRow, letter_id)
    assert (row.state, row.outcome, row.directed) == (LetterState.TAKEN_IN, None, "R-1042")
    desk.do(FileLetter(letter_id=letter_id, outcome="joined"))
    assert desk.row(LetterRow, letter_id).outcome == "joined"


# -------------------------------------------------------------------------------------------------------- promises


def promise(referral_id: int, **told: object) -> MakePromise:
    values = {
        "kind": PromiseKind.FIRST_CONTACT, "about": About(Entity.REFERRAL, referral_id), "due_at": NOW + 7 * DAY,
        "next_step_at": NOW + 4 * DAY, "referral_id": referral_id,
    }  # fmt: skip
    return MakePromise(**(values | told))  # type: ignore[arg-type]


def test_a_promise_is_made_climbed_and_settled(desk: DeskOfTests) -> None:
    referral = desk.referral()
    kind, about = PromiseKind.FIRST_CONTACT, About(Entity.REFERRAL, referral.id)
    desk.do(promise(referral.id))
    desk.do(Climb(kind=kind, about=about, step=1, next_step_at=NOW + 5 * DAY))
    [row] = desk.rows(PromiseRow)
    assert (row.step, row.made_at, row.due_at, row.next_step_at) == (1, NOW, NOW + 7 * DAY, NOW + 5 * DAY)
    desk.do(Settle(kind=kind, about=about, outcome="kept"), now=NOW + DAY)
    [row] = desk.rows(PromiseRow)
    assert (row.settled_at, row.outcome) == (NOW + DAY, "kept")


def test_making_an_open_promise_again_starts_it_anew(desk: DeskOfTests) -> None:
    referral = desk.referral()
    desk.do(promise(referral.id, step=3))
    desk.do(promise(referral.id, next_step_at=NOW + 6 * DAY), now=NOW + DAY)
    [row] = desk.rows(PromiseRow)
    assert (row.made_at, row.next_step_at, row.step) == (NOW + DAY, NOW + 6 * DAY, 0)


def test_a_settled_promise_stays_when_it_is_made_again_in_the_same_breath(desk: DeskOfTests) -> None:
    referral = desk.referral()
    kind, about = PromiseKind.FIRST_CONTACT, About(Entity.REFERRAL, referral.id)
    desk.do(promise(referral.id), Settle(kind=kind, about=about, outcome="kept"), promise(referral.id))
    assert [one.outcome for one in desk.rows(PromiseRow)] == ["kept", None]


def test_settling_what_is_not_open_does_nothing_and_climbing_it_is_an_error(desk: DeskOfTests) -> None:
    about = About(Entity.REFERRAL, desk.referral().id)
    before = len(desk.journal(about.id))
    desk.do(Settle(kind=PromiseKind.ESSENTIALS, about=about, outcome="told"))
    assert len(desk.journal(about.id)) == before
    with pytest.raises(LedgerError):
        desk.do(Climb(kind=PromiseKind.ESSENTIALS, about=about, step=1, next_step_at=NOW))


# ----------------------------------------------------------------------------------------- one transaction, one cause


def test_each_action_leaves_one_entry_that_names_its_cause(desk: DeskOfTests) -> None:
    referral = desk.referral()
    cause = Cause("tick", None, "matching")
    desk.do(
        Hold(referral_id=referral.id, until=date(2026, 4, 1)),
        Note(referral_id=referral.id, staff_id="dilys", text="x"),
        cause=cause,
        now=NOW + HOUR,
    )
    with desk.store.read() as tx:
        entries = entries_for_referral(tx, referral.id)
    assert [(one.action, one.cause, one.at) for one in entries[1:]] == [
        ("Hold", cause, NOW + HOUR),
        ("Note", cause, NOW + HOUR),
    ]


def test_nothing_stays_when_rendering_raises(desk: DeskOfTests) -> None:
    referral = desk.referral()
    send = desk.mail(About(Entity.REFERRAL, referral.id), referral_id=referral.id)

    def broken(_send: Send, _thread: Thread) -> Rendered:
        raise RuntimeError("a template with a mistake")

    with pytest.raises(RuntimeError), desk.store.write() as tx:
        apply(tx, [Withdraw(referral_id=referral.id), send], cause=Cause("letter", 1), now=NOW, render=broken)
    assert desk.row(ReferralRow, referral.id).withdrawn_at is None
    assert [action for action, _ in desk.journal(referral.id)] == ["OpenReferral"]


@pytest.mark.parametrize(
    "action",
    [
        JoinLetter(letter_id=99, referral_id=99),
        UpdateReferral(referral_id=99, name="Ada"),
        MoveTo(referral_id=99, stage=Stage.CLOSED, reason="x"),
        Withdraw(referral_id=99),
        Hold(referral_id=99, until=None),
        Note(referral_id=99, staff_id="dilys", text="x"),
        PauseClock(referral_id=99, reason=PauseReason.CONCERN),
        ResumeClock(referral_id=99, reason=PauseReason.CONCERN),
        FileLetter(letter_id=99, outcome="spam"),
        OpenAgain(letter_id=99, directed="new"),
        every.MakeOffer(offer_id=1, referral_id=99, volunteer_id=99, window_hours=24),
        every.StartOfferWindow(offer_id=99, sent_at=NOW),
        every.MakeMatch(match_id=1, offer_id=99, referral_id=99, volunteer_id=99),
        every.FamilyTold(match_id=99, at=NOW),
        every.Briefed(match_id=99, at=NOW),
        every.EndMatch(match_id=99, reason="x"),
        every.VolunteerUndeliverable(volunteer_id=99),
        every.ConcernPaged(concern_id=99),
        every.SeeConcern(concern_id=99, staff_id="dilys"),
        every.ResolveConcern(concern_id=99, staff_id="dilys", text="x"),
        every.EscalateTask(task_id=99, assigned_to="dilys"),
        every.SettleTask(task_id=99, outcome="done", by="dilys"),
        every.UseConfirmation(confirmation_id=99),
    ],
    ids=lambda action: type(action).__name__,
)
def test_a_row_that_does_not_exist_is_named(sqlite_desk: DeskOfTests, action: Action) -> None:
    with pytest.raises(LedgerError, match=r"there is no \w+ 99"):
        sqlite_desk.do(action)
