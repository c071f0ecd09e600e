"""What Dilys answers from the mailbox itself counts as answered; it keeps no promise and closes no concern."""

from __future__ import annotations

from datetime import timedelta
from email.message import EmailMessage
from itertools import count

import pytest
from neighbours import ADA, ADAS_LETTER, BEN, DILYS, GWEN, OWEN, MakeTown, reasons, referral, waiting

from mailbot.casework.about import About, Entity
from mailbot.records import lookups
from mailbot.records.journal import entries_about
from mailbot.records.lookups import LETTER
from mailbot.tryout.town import Neighbour, Town

JANET = Neighbour("Janet Holt", "janet@example.net")
UNCLEAR = "Hello, is this the right place? I saw your leaflet at the library and kept it.\n\nJanet"
NO_NUMBER = "Please could I have the weekly phone calls? Weekday evenings are good.\n\nAda Bright"
SENT = {"MAILBOT_MAILBOX_SENT_FOLDER": "Sent"}
numbers = count(1)


def unclear_letter(town: Town, who: Neighbour = JANET, text: str = UNCLEAR) -> str:
    """Its Message-ID."""
    town.writes(who, text)
    town.settle()
    look(town)
    with town.flow.store.read() as tx:
        return str(tx.session.execute(LETTER.select().order_by(LETTER.c.id.desc()).limit(1)).one().message_id)


def by_hand(town: Town, to: str, **headers: str) -> EmailMessage:
    """What Dilys's mail program leaves in the Sent folder."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = town.address, to, "Re: Hello"
    message["Message-ID"] = f"<by-hand-{next(numbers)}@mail.example.org>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content("Hello Janet, yes, you are right here. I will end my day now and ring you.\n\nDilys")
    keep(town, message)
    return message


def keep(town: Town, message: EmailMessage) -> None:
    town.mail.append(town.address, message.as_bytes(), town.clock.now(), folder="Sent")


def look(town: Town) -> int:
    answered = town.flow.note_answered_by_hand()
    town.settle()
    return answered


@pytest.fixture
def town(make_town: MakeTown) -> Town:
    opened = make_town(volunteers=(), variables=SENT)
    opened.mail.append(opened.address, b"Subject: from before\r\n\r\nold", opened.clock.now(), folder="Sent")
    assert look(opened) == 0
    return opened


def test_an_answer_to_the_letter_takes_it_off_the_list_and_the_digest_counts_it(town: Town) -> None:
    letter = unclear_letter(town)
    town.wind(minutes=30)
    by_hand(town, JANET.address, In_Reply_To=letter)
    assert look(town) == 1
    assert waiting(town) == []
    town.wind(hours=23)
    digest = town.last(DILYS, "digest").text
    assert "1 answered from the mailbox itself." in " ".join(digest.split())
    assert "Janet" not in digest
    assert town.got(OWEN, "staff_task") == []  # the lead need not be asked


def test_the_journal_says_that_it_was_answered_by_hand_and_nothing_of_what_was_written(town: Town) -> None:
    letter = unclear_letter(town)
    by_hand(town, JANET.address, In_Reply_To=letter)
    look(town)
    with town.flow.store.read() as tx:
        [task] = lookups.tasks(tx)
        told = list(entries_about(tx, About(Entity.TASK, task.id)))
    settled = next(one for one in told if one.action == "SettleTask")
    assert settled.entry.facts == {"outcome": "answered by hand", "by": "sent folder"}
    assert settled.cause.name == "sent folder"
    assert "right here" not in str(told)


def test_a_new_email_to_whoever_wrote_the_one_letter_that_waits_counts_too(town: Town) -> None:
    unclear_letter(town)
    by_hand(town, f"Janet <{JANET.address.upper()}>", Cc=f"{town.address}, {DILYS.address}")
    assert look(town) == 1
    assert waiting(town) == []


def test_of_two_letters_that_wait_only_the_one_that_is_named_is_answered(town: Town) -> None:
    first = unclear_letter(town)
    unclear_letter(town, text="Hello, it is me once more. I also found your poster.\n\nJanet")
    by_hand(town, JANET.address)
    assert look(town) == 0
    by_hand(town, JANET.address, References=f"<elsewhere@example.net> {first}")
    assert look(town) == 1
    assert waiting(town) == ["unclear_letter"]


@pytest.mark.parametrize("to", [GWEN.address, DILYS.address])
def test_who_passes_the_letter_on_has_not_answered_it(town: Town, to: str) -> None:
    letter = unclear_letter(town)
    by_hand(town, to, In_Reply_To=letter)
    assert look(town) == 0
    assert waiting(town) == ["unclear_letter"]


def test_a_round_robin_answers_nobody(town: Town) -> None:
    unclear_letter(town)
    by_hand(town, town.address, Bcc=f"{JANET.address}, {GWEN.address}")
    by_hand(town, JANET.address, Bcc=GWEN.address)
    assert look(town) == 0
    assert waiting(town) == ["unclear_letter"]


def test_our_own_emails_in_the_folder_answer_nothing(town: Town) -> None:
    unclear_letter(town)
    for one in town.got(JANET):
        keep(town, one.message)
        renamed = EmailMessage()  # as by a server that gives each email a Message-ID of its own
        for name, value in one.message.items():
            if name.lower() not in ("message-id", "content-type", "content-transfer-encoding", "mime-version"):
                renamed[name] = str(value)
        renamed["Message-ID"] = "<renamed@server.example.org>"
        renamed.set_content("Thank you for your message.")
        keep(town, renamed)
    assert look(town) == 0
    assert waiting(town) == ["unclear_letter"]


def test_a_second_copy_of_the_same_answer_changes_nothing_more(town: Town) -> None:
    letter = unclear_letter(town)
    message = by_hand(town, JANET.address, In_Reply_To=letter)
    look(town)
    keep(town, message)
    look(town)
    assert waiting(town) == []


def test_an_answer_by_hand_keeps_no_promise_of_a_call(town: Town) -> None:
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    by_hand(town, ADA.address, In_Reply_To=first_letter(town))
    assert look(town) == 1
    assert referral(town).first_contact_at is None
    town.wind(days=4, hours=2)
    assert "needs_assigning" in reasons(town)


def test_a_person_who_was_just_written_to_is_not_asked_again_by_us_on_that_day(town: Town) -> None:
    town.writes(ADA, NO_NUMBER)
    town.settle()
    town.wind(days=1, hours=22)
    by_hand(town, ADA.address, In_Reply_To=first_letter(town))
    look(town)
    asked_at = town.clock.now()
    town.wind(hours=25)
    assert town.got(ADA, "essentials_reminder") == []
    town.wind(hours=2)  # the question is put off, never dropped: on day 3 it is with staff, or asked once more
    later = [one for one in town.arrived if one.kind in ("essentials_reminder", "staff_task")]
    assert [one.at - asked_at > timedelta(hours=25) for one in later] == [True]


def test_a_concern_stays_a_concern_whatever_was_sent_by_hand(town: Town) -> None:
    town.writes(JANET, "I cannot go on any more. I want to end my life tonight.")
    town.settle()
    by_hand(town, JANET.address, In_Reply_To=first_letter(town))
    look(town)
    with town.flow.store.read() as tx:
        assert [one.resolved_at for one in lookups.concerns(tx)] == [None]
    assert "unclear_letter" in waiting(town)
    pages = len(town.pages())
    town.wind(minutes=16)
    assert len(town.pages()) > pages


def test_what_needs_a_decision_is_still_asked(town: Town) -> None:
    town.writes(BEN, "I would like to refer my neighbour Joan Ellis for your phone calls. Her number is 07700 900444.")
    town.settle()
    before = waiting(town)
    by_hand(town, BEN.address, In_Reply_To=first_letter(town))
    look(town)
    assert waiting(town) == before != []


def test_words_of_danger_in_what_staff_sent_page_nobody(town: Town) -> None:
    unclear_letter(town)
    by_hand(town, JANET.address)
    look(town)
    assert town.pages() == []


def test_the_first_look_leaves_years_of_sent_mail_alone(make_town: MakeTown) -> None:
    town = make_town(volunteers=(), variables=SENT)
    town.writes(JANET, UNCLEAR)
    town.settle()
    by_hand(town, JANET.address)  # before the first look: nothing tells whether it was an answer
    assert look(town) == 0
    assert waiting(town) == ["unclear_letter"]
    by_hand(town, JANET.address)
    assert look(town) == 1


def test_after_the_folder_was_numbered_anew_what_was_sent_lately_is_found(town: Town) -> None:
    letter = unclear_letter(town)
    town.mail.reset_uidvalidity(town.address, "Sent")
    by_hand(town, JANET.address, In_Reply_To=letter)
    assert look(town) == 1
    assert waiting(town) == []
    by_hand(town, JANET.address)
    assert look(town) == 0


def test_a_server_without_such_a_folder_gives_no_evidence(make_town: MakeTown) -> None:
    town = make_town(volunteers=(), variables={"MAILBOT_MAILBOX_SENT_FOLDER": "Gesendet"})
    assert look(town) == 0


def test_an_email_that_was_sent_before_the_letter_came_is_no_answer_to_it(town: Town) -> None:
    by_hand(town, JANET.address)
    town.wind(minutes=5)
    town.writes(JANET, UNCLEAR)
    town.settle()
    assert look(town) == 0
    assert waiting(town) == ["unclear_letter"]


def first_letter(town: Town) -> str:
    with town.flow.store.read() as tx:
        return str(tx.session.execute(LETTER.select().order_by(LETTER.c.id).limit(1)).one().message_id)
