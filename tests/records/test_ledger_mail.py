"""The ledger, on both databases: mail that is queued, threaded, skipped, cancelled, and what it rests on."""

from __future__ import annotations

import pytest
from desk_of_tests import DAY, HOUR, NOW, DeskOfTests
from sqlalchemy import text

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    CancelMail,
    EndMatch,
    MoveTo,
    Recipient,
    RestsOn,
    Send,
    Suppress,
    UpdateReferral,
)
from mailbot.casework.people import Party
from mailbot.casework.referral import Stage
from mailbot.casework.touchpoints import EssentialsReminder, LetterReceived
from mailbot.records.ledger import Thread
from mailbot.records.tables import OutgoingRow, OutgoingState, SuppressionRow


def sent(desk: DeskOfTests, outgoing_id: int) -> None:
    with desk.store.write() as tx:
        row = tx.session.get(OutgoingRow, outgoing_id)
        assert row is not None
        row.state, row.sent_at = OutgoingState.SENT, NOW


def states(desk: DeskOfTests) -> list[tuple[OutgoingState, str | None]]:
    return [(one.state, one.reason) for one in desk.rows(OutgoingRow)]


def test_mail_is_queued_rendered_and_encrypted(desk: DeskOfTests) -> None:
    referral, letter_id = desk.referral(), desk.letter()
    about = About(Entity.LETTER, letter_id)
    send = desk.mail(
        about, send_at=NOW + HOUR, referral_id=referral.id, letter_id=letter_id, answers_letter=letter_id,
        despite_freeze=True, occurrence="2", to=Recipient(Party.FAMILY, "ada@example.com", "Ada", "cy"),
    )  # fmt: skip
    desk.do(send)
    row = desk.row(OutgoingRow, send.outgoing_id)
    assert (row.touchpoint, row.about_entity, row.about_id, row.occurrence) == (
        "letter_received", Entity.LETTER, letter_id, "2",
    )  # fmt: skip
    assert (row.party, row.address, row.name, row.language) == (Party.FAMILY, "ada@example.com", "Ada", "cy")
    assert (row.state, row.made_at, row.send_at, row.next_attempt_at, row.use_by) == (
        OutgoingState.DUE, NOW, NOW + HOUR, NOW + HOUR, NOW + 7 * DAY,
    )  # fmt: skip
    assert (row.is_answer, row.unasked, row.despite_freeze, row.page, row.attempts) == (True, False, True, False, 0)
    assert row.message_id == f"<out-{send.outgoing_id}@example.org>"
    with desk.store.read() as tx:
        found = tx.session.get(OutgoingRow, send.outgoing_id)
        assert found is not None
        assert found.raw == b"rendered " + str(send.outgoing_id).encode()
        assert found.address_fingerprint == tx.vault.fingerprint("ADA@example.com")
        kept = tx.session.execute(text("SELECT raw, address, name FROM outgoing")).one()
    assert not any(b"Ada" in part or b"ada@" in part or b"rendered" in part for part in kept)


def test_queueing_the_same_mail_again_does_nothing_and_says_so(desk: DeskOfTests) -> None:
    referral = desk.referral()
    about = About(Entity.REFERRAL, referral.id)
    first, again, third, other = (desk.mail(about, referral_id=referral.id) for _ in range(4))
    desk.do(first, again)
    desk.do(third)
    desk.do(Send(**{**vars_of(other), "occurrence": "2"}))
    assert [one.id for one in desk.rows(OutgoingRow)] == [first.outgoing_id, other.outgoing_id]
    assert [send.outgoing_id for send, _ in desk.rendered] == [first.outgoing_id, other.outgoing_id]
    skipped = [facts.get("skipped") for action, facts in desk.journal(referral.id) if action == "Send"]
    assert skipped == [None, "queued already", "queued already", None]


def vars_of(send: Send) -> dict[str, object]:
    return {name: getattr(send, name) for name in Send.__dataclass_fields__}


def test_nothing_goes_to_an_address_that_is_written_to_no_more_except_to_staff(desk: DeskOfTests) -> None:
    referral = desk.referral()
    about = About(Entity.REFERRAL, referral.id)
    desk.do(Suppress(address="Ada@Example.com", reason="said stop"))
    desk.do(Suppress(address="ada@example.com", reason="again"))
    parties = (Party.FAMILY, Party.REFERRER, Party.VOLUNTEER, Party.STAFF)
    for number, party in enumerate(parties):
        to = Recipient(party, "ada@example.com")
        desk.do(desk.mail(about, to=to, occurrence=str(number), referral_id=referral.id))
    assert [one.party for one in desk.rows(OutgoingRow)] == [Party.STAFF]
    assert [one.reason for one in desk.rows(SuppressionRow)] == ["said stop"]
    skipped = [facts.get("skipped") for action, facts in desk.journal(referral.id) if action == "Send"]
    assert skipped == ["written to no more"] * 3 + [None]


def test_what_is_suppressed_in_the_same_breath_is_not_written_to(desk: DeskOfTests) -> None:
    letter_id = desk.letter()
    desk.do(Suppress(address="ada@example.com", reason="said stop"), desk.mail(About(Entity.LETTER, letter_id)))
    assert desk.rows(OutgoingRow) == []


# --------------------------------------------------------------------------------------------------------- threads


def test_an_answer_stands_under_the_letter_that_it_answers(desk: DeskOfTests) -> None:
    letter_id = desk.letter(message_id="<b@example.com>", references=("<a@example.com>",))
    desk.do(desk.mail(About(Entity.LETTER, letter_id), answers_letter=letter_id))
    [(_, thread)] = desk.rendered
    assert thread == Thread("<b@example.com>", ("<a@example.com>", "<b@example.com>"))
    [row] = desk.rows(OutgoingRow)
    assert (row.in_reply_to, row.references) == (thread.in_reply_to, thread.references)


def test_an_answer_to_a_letter_without_a_message_id_begins_a_thread(desk: DeskOfTests) -> None:
    letter_id = desk.letter(message_id="")
    desk.do(desk.mail(About(Entity.LETTER, letter_id), answers_letter=letter_id))
    assert desk.rendered[0][1] == Thread()


def test_what_nobody_asked_for_stands_under_our_last_mail_to_that_address_about_the_referral(
    desk: DeskOfTests,
) -> None:
    referral, other = desk.referral(), desk.referral()
    about = About(Entity.REFERRAL, referral.id)

    def queue(occurrence: str, **told: object) -> Send:
        send = desk.mail(about, occurrence=occurrence, **({"referral_id": referral.id} | told))
        desk.do(send)
        return send

    first = queue("first")
    sent(desk, first.outgoing_id)
    sent(desk, queue("to staff", to=Recipient(Party.STAFF, "dilys@example.org")).outgoing_id)
    sent(desk, queue("about another", referral_id=other.id).outgoing_id)
    queue("not gone yet")
    second = queue("second")
    sent(desk, second.outgoing_id)
    queue("third")
    one, two = (f"<out-{send.outgoing_id}@example.org>" for send in (first, second))
    assert [thread for _, thread in desk.rendered][-3:] == [
        Thread(one, (one,)),
        Thread(one, (one,)),
        Thread(two, (one, two)),
    ]


def test_a_long_thread_keeps_its_first_and_its_newest_references(desk: DeskOfTests) -> None:
    line = tuple(f"<{number}@example.com>" for number in range(40))
    letter_id = desk.letter(message_id="<new@example.com>", references=line)
    desk.do(desk.mail(About(Entity.LETTER, letter_id), answers_letter=letter_id))
    thread = desk.rendered[0][1]
    assert len(thread.references) == 12
    assert thread.references[0] == "<0@example.com>"
    assert thread.references[-2:] == ("<39@example.com>", "<new@example.com>")


def test_a_page_has_no_thread_and_keeps_the_number_it_goes_to(desk: DeskOfTests) -> None:
    letter_id = desk.letter()
    to = Recipient(Party.STAFF, "dilys@example.org", "Dilys", "en", "+447700900001")
    desk.do(desk.mail(About(Entity.CONCERN, 1), to=to, page=True, answers_letter=letter_id))
    [row] = desk.rows(OutgoingRow)
    assert (row.page, row.phone, row.references) == (True, "+447700900001", ())


# ------------------------------------------------------------------------------------------------------ cancelling


def test_what_waits_about_something_is_cancelled_and_what_went_is_not(desk: DeskOfTests) -> None:
    about, other = About(Entity.OFFER, 1), About(Entity.OFFER, 2)
    volunteer = Recipient(Party.VOLUNTEER, "ben@example.org")
    mails = [
        desk.mail(about, to=volunteer, occurrence="sent"),
        desk.mail(about, to=volunteer, occurrence="waits"),
        desk.mail(about, to=Recipient(Party.STAFF, "dilys@example.org"), occurrence="staff"),
        desk.mail(other, to=volunteer),
    ]
    desk.do(*mails)
    sent(desk, mails[0].outgoing_id)
    desk.do(CancelMail(about=about, reason="answered"))
    assert states(desk) == [
        (OutgoingState.SENT, None),
        (OutgoingState.CANCELLED, "answered"),
        (OutgoingState.DUE, None),
        (OutgoingState.DUE, None),
    ]
    entry = desk.journal_about(about)[-1].entry
    assert entry.facts == {"reason": "answered", "outgoing": [mails[1].outgoing_id]}


def test_what_concerns_a_referral_is_cancelled_whatever_it_is_about(desk: DeskOfTests) -> None:
    referral = desk.referral()
    letter_id = desk.letter()
    desk.do(
        desk.mail(About(Entity.LETTER, letter_id), referral_id=referral.id),
        desk.mail(About(Entity.MATCH, 5), referral_id=referral.id),
        desk.mail(About(Entity.MATCH, 6)),
        CancelMail(about=About(Entity.REFERRAL, referral.id), reason="the family said stop"),
        desk.mail(About(Entity.MATCH, 7), referral_id=referral.id),
    )
    assert [state for state, _ in states(desk)] == [
        OutgoingState.CANCELLED,
        OutgoingState.CANCELLED,
        OutgoingState.DUE,
        OutgoingState.DUE,
    ]


# ------------------------------------------------------------------------------------------- what a letter rests on


def test_mail_rests_on_the_versions_that_it_was_written_from(desk: DeskOfTests) -> None:
    referral = desk.referral()
    about = About(Entity.REFERRAL, referral.id)
    desk.do(desk.mail(about, rests_on=(RestsOn(about, 1), RestsOn(About(Entity.MATCH, 3), 2))))
    [row] = desk.rows(OutgoingRow)
    assert row.rests_on == [["referral", referral.id, 1], ["match", 3, 2]]


@pytest.mark.parametrize("mail_first", [True, False])
def test_mail_knows_of_what_the_same_decision_changed(desk: DeskOfTests, mail_first: bool) -> None:
    referral = desk.referral()
    about = About(Entity.REFERRAL, referral.id)
    mail = desk.mail(about, rests_on=(RestsOn(about, 1),))
    change = UpdateReferral(referral_id=referral.id, voicemail_ok=True)
    closed = MoveTo(referral_id=referral.id, stage=Stage.CLOSED, reason="x")
    desk.do(*((mail, change, closed) if mail_first else (change, closed, mail)))
    [row] = desk.rows(OutgoingRow)
    assert row.rests_on == [["referral", referral.id, 3]]


def test_mail_that_was_written_from_an_older_version_stays_stale(desk: DeskOfTests) -> None:
    referral = desk.referral()
    match_id = desk.match(referral.id, desk.volunteer())
    about = About(Entity.MATCH, match_id)
    mail = desk.mail(about, rests_on=(RestsOn(about, 0),))
    desk.do(EndMatch(match_id=match_id, reason="x"), mail)
    [row] = desk.rows(OutgoingRow)
    assert row.rests_on == [["match", match_id, 0]]


def test_different_emails_about_one_thing_do_not_stand_in_each_others_way(desk: DeskOfTests) -> None:
    referral = desk.referral()
    about = About(Entity.REFERRAL, referral.id)
    reminder = EssentialsReminder(first_name="Ada", call_by=NOW.date(), asks_phone=True, asks_times=False)
    desk.do(desk.mail(about), desk.mail(about, reminder))
    assert [one.touchpoint for one in desk.rows(OutgoingRow)] == [
        LetterReceived.template(),
        EssentialsReminder.template(),
    ]
