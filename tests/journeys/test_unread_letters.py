"""Letters nobody could read reach Dilys whole, and one reply of hers says what each is."""

from __future__ import annotations

from email.message import EmailMessage

from neighbours import (
    ADA,
    ADAS_LETTER,
    BEN,
    DILYS,
    GWEN,
    MakeTown,
    one_line,
    open_referrals,
    reasons,
    referral,
    waiting,
)

from mailbot.casework.referral import Stage
from mailbot.records.lookups import LETTER
from mailbot.tryout.town import Arrived, Neighbour, Town

JANET = Neighbour("Janet Holt", "janet@example.net")
UNCLEAR = "Hello, is this the right place? I saw your leaflet at the library and kept it.\n\nJanet"


def asked_about(town: Town, text: str = UNCLEAR, who: Neighbour = JANET, **more: str) -> Arrived:
    """The email that asks Dilys about this letter."""
    town.writes(who, text, **more)  # type: ignore[arg-type]
    town.settle()
    return town.last(DILYS, "staff_task")


def answer(town: Town, task: Arrived, text: str) -> str:
    """What Dilys is told after her answer."""
    town.answers(DILYS, task, text)
    town.settle()
    return town.last(DILYS, "command_done").text


def lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def test_dilys_reads_the_letter_as_it_was_written_with_who_wrote_it_and_what_came_with_it(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = f"{JANET.name} <{JANET.address}>", town.address, "A question"
    letter["Message-ID"] = "<janet-1@example.net>"
    letter.set_content("Is this the right place?\n\n  I kept your leaflet.\nJanet")
    letter.add_attachment(b"%PDF-1.4 " + b"x" * 120_000, maintype="application", subtype="pdf", filename="leaflet.pdf")
    town.deliver(letter.as_bytes(), JANET.address)
    town.settle()
    task = town.last(DILYS, "staff_task")
    assert "> From: Janet Holt <janet@example.net>" in task.text
    assert "> Is this the right place?\n>\n>   I kept your leaflet.\n> Janet" in lines(task.text)
    assert "attached: leaflet.pdf (120 kB)" in task.text
    assert "What we understood:" in task.text
    assert "reply: (your words to them)" in task.text
    assert all("leaflet" not in one.text for one in town.arrived if one.kind == "digest")


def test_a_letter_in_a_language_that_is_not_read_here_says_which(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    task = asked_about(
        town, "Dzień dobry, czy to jest dobre miejsce? Znalazłam waszą ulotkę w bibliotece i ją zachowałam."
    )
    assert "language: Polish, which is not read here" in one_line(task.text)


def test_befriending_with_what_she_tells_opens_a_request(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    done = answer(town, asked_about(town), "befriending, Janet Holt, 07700 900123, weekday evenings")
    assert "may be called on" in done
    [opened] = open_referrals(town)
    assert (opened.name, opened.phones, opened.stage) == ("Janet Holt", ("+447700900123",), Stage.WAITING)
    assert opened.hours is not None
    assert waiting(town) == []
    acknowledged = town.last(JANET, "acknowledgement")
    assert "what number" not in acknowledged.text
    town.match()
    assert len(town.got(BEN, "offer_made")) == 1


def test_a_number_that_is_none_is_asked_back_and_opens_nothing(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    done = answer(town, asked_about(town), "befriending, 07700 90012")
    assert "not clear" in one_line(done)
    assert open_referrals(town) == ()
    assert waiting(town) == ["unclear_letter"]


def test_befriending_alone_opens_a_request_and_asks_the_family_for_what_is_missing(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    answer(town, asked_about(town), "It's befriending")
    assert [one.phones for one in open_referrals(town)] == [()]
    assert "number" in town.last(JANET, "acknowledgement").text


def test_befriending_about_somebody_who_has_a_reference_is_asked_back(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.answers(ADA, town.last(ADA, "acknowledgement"), "I wanted to ask about the thing we spoke of.")
    town.settle()
    done = answer(town, town.last(DILYS, "staff_task"), "befriending, 07700 900123")
    assert "belongs to R-1001 already" in one_line(done)
    assert len(open_referrals(town)) == 1


def test_for_a_reference_joins_the_letter(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    task = asked_about(town, "Hello, it is me once more, at my other address. I kept your leaflet.", GWEN)
    answer(town, task, "for R-1001")
    with town.flow.store.read() as tx:
        assert [row.referral_id for row in tx.session.execute(LETTER.select().order_by(LETTER.c.id))][:2] == [
            1001,
            1001,
        ]
    assert [one.id for one in open_referrals(town)] == [1001]


def test_the_group_is_a_promise_for_staff(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    done = answer(town, asked_about(town), "group")
    assert "who ask about the group" in one_line(done)
    assert waiting(town) == ["group_request"]
    assert "leaflet" in town.last(DILYS, "staff_task").text


def test_what_is_to_be_ignored_is_filed_and_nothing_goes(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    task = asked_about(town)
    before = len(town.got(JANET))
    answer(town, task, "ignore")
    town.wind(days=3)
    assert waiting(town) == []
    assert len(town.got(JANET)) == before


def test_her_own_words_reach_the_writer_as_she_wrote_them_and_the_answer_comes_back(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    task = asked_about(town, subject="My son at HMP Leeds")
    text = (
        "reply:\n\nDear Janet,\n\nYes, you are right here.\n  Would you like somebody to ring you?\n\n"
        "Kind regards\nDilys"
    )
    done = answer(town, task, text)
    assert ">   Would you like somebody to ring you?" in done
    assert "signed by you" in one_line(done)
    assert town.got(JANET, "staff_reply") == []  # held for ten minutes
    town.wind(minutes=10)
    [sent] = town.got(JANET, "staff_reply")
    assert "Dear Janet,\n\nYes, you are right here.\n  Would you like somebody to ring you?\n\nDilys Morgan" in lines(
        sent.text
    )
    assert sent.message["From"].addresses[0].addr_spec == town.address
    assert (sent.subject, sent.message["Cc"], sent.message["Bcc"]) == ("Your message to us", None, None)
    assert str(sent.message["In-Reply-To"]).startswith("<letter-1.")
    assert "leaflet" not in sent.text + sent.html
    assert "HMP" not in str(sent.message)
    assert waiting(town) == []

    town.answers(JANET, sent, "Yes please. Could I have the phone calls? 07700 900123, weekday evenings.\n\nJanet Holt")
    town.settle()
    assert [one.phones for one in open_referrals(town)] == [("+447700900123",)]


def test_an_answer_to_her_words_joins_the_referral_that_they_were_about(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.answers(ADA, town.last(ADA, "acknowledgement"), "I wanted to ask about the thing we spoke of.")
    town.settle()
    answer(town, town.last(DILYS, "staff_task"), "reply: Of course. Is your number still the same?")
    town.wind(minutes=10)
    town.answers(ADA, town.last(ADA, "staff_reply"), "It is 07700 900777 now.")
    town.settle()
    assert [one.id for one in open_referrals(town)] == [1001]
    assert "+447700900777" in referral(town).phones


def test_befriending_and_a_reply_in_one_email_are_both_done(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    answer(town, asked_about(town), "befriending, 07700 900123\n\nreply: Somebody will ring you this week.")
    town.wind(minutes=11)
    assert len(open_referrals(town)) == 1
    assert "Somebody will ring you this week." in town.last(JANET, "staff_reply").text


def test_orders_among_her_words_send_nothing_and_order_nothing(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    done = answer(town, asked_about(town), "reply: Thank you.\n\nclose R-1001, moved away")
    town.wind(minutes=11)
    assert "not clear" in one_line(done)
    assert town.got(JANET, "staff_reply") == []
    assert [one.id for one in open_referrals(town)] == [1001]
    assert waiting(town) == ["unclear_letter"]


def test_no_words_go_to_somebody_at_risk_until_a_person_has_resolved_it(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    task = asked_about(town)
    town.writes(JANET, "I cannot go on any more. I want to end my life tonight.", subject="please")
    town.settle()
    done = answer(town, task, "reply: We will ring you.")
    assert "Please call them, or resolve it first" in one_line(done)
    town.wind(minutes=11)
    assert town.got(JANET, "staff_reply") == []


def test_a_worry_that_comes_while_her_words_are_held_stops_them_and_she_is_told(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.answers(ADA, town.last(ADA, "acknowledgement"), "I wanted to ask about the thing we spoke of.")
    town.settle()
    answer(town, town.last(DILYS, "staff_task"), "reply: Of course. Ask away.")
    town.answers(ADA, town.last(ADA, "acknowledgement"), "I want to end my life tonight.")
    town.wind(minutes=11)
    assert town.got(ADA, "staff_reply") == []
    assert "reply_not_sent" in reasons(town)


def test_no_words_go_to_whoever_asked_us_to_stop(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    task = asked_about(town)
    town.writes(JANET, "Please stop writing to me.", subject="stop")
    town.settle()
    done = answer(town, task, "reply: Sorry to have troubled you.")
    assert "asked us to write no more" in one_line(done)
    town.wind(minutes=11)
    assert town.got(JANET, "staff_reply") == []


def test_a_letter_whose_sender_is_not_proved_is_not_answered(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(GWEN, UNCLEAR, authentication="fail")
    town.settle()
    done = answer(town, town.last(DILYS, "staff_task"), "reply: Yes, you are right here.")
    assert "do not know for certain who wrote" in one_line(done)
    town.wind(minutes=11)
    assert town.got(GWEN) == []


def test_without_proof_that_dilys_wrote_her_words_wait_for_her_yes(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    task = asked_about(town)
    town.answers(DILYS, task, "reply: Yes, you are right here.", authentication=None)
    town.wind(minutes=11)
    assert town.got(JANET, "staff_reply") == []
    asked = town.last(DILYS, "command_confirm")
    assert "Yes, you are right here." in one_line(asked.text)
    town.answers(DILYS, asked, "yes", authentication=None)
    town.wind(minutes=11)
    assert "Yes, you are right here." in town.last(JANET, "staff_reply").text


def test_a_volunteers_letter_is_answered_in_her_words(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(BEN, "Could I ask you something about the training day? Is parking free?")
    town.settle()
    answer(town, town.last(DILYS, "staff_task"), "reply: It is, Ben. Use the back gate.")
    town.wind(minutes=11)
    assert "Use the back gate." in town.last(BEN, "staff_reply").text
