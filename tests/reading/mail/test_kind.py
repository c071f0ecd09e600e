"""A person's letter is never taken for a machine's; what machines send is known for what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mailbot.reading.letter import Kind, Letter
from mailbot.reading.parse import read_letter
from tests.reading.mail.kind_cases import OUR_ID, OURS, READER, Case, cases, scores

SAMPLES = Path(__file__).parents[2] / "samples"
LEAST_OF_HELD_BACK = 0.99  # of every kind found, and of every bounce told right in every field


def letter(
    headers: str = "", body: str = "Hello", *, sender: str = "Ada <ada@example.net>", subject: str = "Hello"
) -> Letter:
    fields = f"From: {sender}\nTo: {OURS}\nSubject: {subject}\nMessage-ID: <x@example.net>\n{headers.strip()}".strip()
    return read_letter(f"{fields}\nContent-Type: text/plain; charset=utf-8\n\n{body}\n".encode(), READER)


def every_sample() -> list[tuple[str, str]]:
    return [
        (f"{folder}/{label['file']}", label.get("intent", ""))
        for folder in ("families", "volunteers", "staff")
        for label in map(json.loads, (SAMPLES / folder / "labels.jsonl").read_text("utf-8").splitlines())
    ]


@pytest.mark.parametrize(("name", "intent"), every_sample())
def test_the_kind_of_every_sample_is_right(name: str, intent: str) -> None:
    read = read_letter((SAMPLES / name).read_bytes(), READER)
    assert read.kind == (intent if intent in ("auto_reply", "bounce") else "person")
    assert bool(read.bounce) == (intent == "bounce")


@pytest.mark.parametrize("case", cases("tuned"), ids=lambda case: case.name)
def test_the_kind_of_each_of_our_own_cases_is_right(case: Case) -> None:
    letter = case.read()
    assert letter.kind is case.kind
    assert letter.bounce == case.bounce


def test_what_is_held_back_is_read_as_well_and_no_person_is_taken_for_a_machine() -> None:
    told = scores("held_back")
    assert told[Kind.PERSON].found == told[Kind.PERSON].of
    for kind, score in told.items():
        assert score.found >= LEAST_OF_HELD_BACK * score.of, kind
        assert score.told >= LEAST_OF_HELD_BACK * score.to_tell, kind


PERSONS = {
    "says she is away and answers": (
        "",
        "Thank you for your email. I am on annual leave until Monday but yes, happy to.",
    ),
    "has no access to email": (
        "",
        "I'm out of the office and have limited access to my emails so please ring me instead.",
    ),
    "mentions an automatic reply": ("", "I only got an automatic reply from the prison. Can somebody call me?"),
    "mentions not replying": ("", "Please do not reply to this address, he reads it. Ring me on 07700 900123."),
    "thanks and asks": ("", "Thank you for contacting us about Mum. We would like the calls please."),
    "fears an answer by email": (
        "",
        "Thank you for your message. Please do not reply to this email as he can see it. Ring me.",
    ),
    "says not submitted by a machine": ("Auto-Submitted: no", "Hello"),
    "writes through our own group": (
        "List-ID: <befriending.example.org>\nPrecedence: list\nMailing-list: list befriending@example.org; contact x",
        "Please ring me.",
    ),
    "answers us from a list program": (f"Precedence: bulk\nIn-Reply-To: {OUR_ID}", "Yes please"),
    "suppresses automatic answers": ("X-Auto-Response-Suppress: All", "Please ring me after six."),
    "has a null path but writes": ("Return-Path: <>", "Please could someone ring me about my son."),
    "writes through a helpdesk that names a list": ("List-Id: <desk.example.com>", "Please ring Mrs Example."),
    "filed by Apple's rules": ("X-Apple-Action: MOVE_TO_FOLDER/INBOX", "Please ring me."),
    "used a website's form": (
        "Auto-Submitted: auto-generated\nReply-To: Ada <ada@example.com>",
        "Name: Ada\nMessage: please can someone ring me",
    ),
    "bounces in her words": ("", "My last email was undeliverable, it came back, so I am trying again."),
}


@pytest.mark.parametrize(("headers", "body"), PERSONS.values(), ids=PERSONS.keys())
def test_a_person_who(headers: str, body: str) -> None:
    assert letter(headers, body).kind is Kind.PERSON


@pytest.mark.parametrize(
    "subject",
    [
        "Out of office hours?",
        "Re: Automatic reply: your call",
        "Automatic reply from the prison",
        "On leave next week",
        "Read this",
    ],
)
def test_a_subject_that_a_person_may_write_is_no_sign_of_a_machine(subject: str) -> None:
    assert letter(subject=subject, body="Please can somebody ring me? He was moved on Friday.").kind is Kind.PERSON


AUTO_HEADERS = [
    "Auto-Submitted: auto-replied",
    "Auto-Submitted: auto-replied (vacation)",
    "Auto-Submitted: auto-generated",
    "Auto-Submitted: auto-notified; owner-email=x",
    "X-Autoreply: yes",
    "X-Autorespond: Ada",
    "X-Autoreply-From: ada@example.net",
    "Precedence: auto_reply",
    "X-Precedence: auto-reply",
    "X-Post-MessageClass: 9; Autoresponder",
    "Preference: auto-reply",
    "X-FC-MachineGenerated: true",
    "X-Apple-Action: vacation",
]


@pytest.mark.parametrize("header", AUTO_HEADERS)
def test_a_header_that_only_machines_set_makes_an_auto_reply(header: str) -> None:
    assert letter(header).kind is Kind.AUTO_REPLY


AUTO_WORDS = [
    ("Automatic reply: Could you take this on?", "I am away."),
    ("Out of Office: your email", "Back on Monday."),
    ("Out of Office AutoReply: your email", "Back on Monday."),
    ("Ymateb awtomatig: Allwch chi?", "Rydw i ar wyliau tan ddydd Llun."),
    ("Automatische Antwort: x", "Ich bin nicht da."),
    ("Réponse automatique : x", "Je suis absente."),
    ("Respuesta automática: x", "Estoy fuera."),
    ("Odpowiedź automatyczna: x", "Nie ma mnie."),
    ("Thank you", "Thank you for your email. This is an automated response. We aim to reply within 5 working days."),
    ("Your enquiry", "This is an automatically generated message. Please do not reply to this email."),
    ("Message received", "Thank you for contacting Example Surgery. This mailbox is not monitored."),
    ("Re: hello", "Diolch am eich neges. Dyma neges awtomatig. Nid yw'r blwch hwn yn cael ei fonitro."),
    ("Out of office", "I am out of the office until 3 March with no access to email. I will reply on my return."),
]


@pytest.mark.parametrize(("subject", "body"), AUTO_WORDS)
def test_an_auto_reply_without_headers_is_known_by_its_words(subject: str, body: str) -> None:
    read = letter(subject=subject, body=body)
    assert read.kind is Kind.AUTO_REPLY
    assert read.evidence[0].fact == "kind"


def test_absence_counts_beside_a_sign_of_exchange_in_an_answer() -> None:
    absent = "I am out of the office until Monday."
    assert letter("X-Auto-Response-Suppress: All", absent, subject="Re: Hello").kind is Kind.AUTO_REPLY
    assert letter("X-Auto-Response-Suppress: All", absent).kind is Kind.PERSON
    assert letter("", absent).kind is Kind.PERSON


def test_our_own_mail_coming_back_is_known_by_its_message_id() -> None:
    raw = f"From: {OURS}\nMessage-ID: {OUR_ID}\nSubject: x\n\nDear Ada".encode()
    assert read_letter(raw, READER).kind is Kind.OWN


def test_our_own_address_alone_does_not_make_a_letter_ours() -> None:
    assert letter(sender=OURS, body="Written by staff in the shared mailbox").kind is Kind.PERSON
    assert letter("Auto-Submitted: auto-generated", sender=OURS).kind is Kind.OWN


def test_lists_and_newsletters_are_mailing_lists() -> None:
    assert (
        letter("List-Id: News <news.example.com>\nList-Unsubscribe: <mailto:u@example.com>").kind is Kind.MAILING_LIST
    )
    assert letter("Precedence: bulk\nList-Unsubscribe: <https://example.com/u>").kind is Kind.MAILING_LIST


def report(
    kind: str, part: str, *, text: str = "See below.", returned: str = "", sender: str = "postmaster@example.net"
) -> Letter:
    body = f"--b\nContent-Type: text/plain\n\n{text}\n--b\n{part}\n"
    body += f"--b\nContent-Type: message/rfc822\n\n{returned}\n" if returned else ""
    fields = f"From: {sender}\nSubject: Report\nContent-Type: multipart/report; report-type={kind}; boundary=b"
    raw = f"{fields}\n\n{body}--b--\n"
    return read_letter(raw.encode(), READER)


OUR_MAIL = f"From: {OURS}\nTo: ada@example.net\nMessage-ID: {OUR_ID}\nSubject: Your message\n\nReply YES or NO"


def test_a_complaint_and_a_read_receipt_are_no_letters() -> None:
    complaint = report(
        "feedback-report", "Content-Type: message/feedback-report\n\nFeedback-Type: abuse", returned=OUR_MAIL
    )
    assert complaint.kind is Kind.COMPLAINT
    receipt = report(
        "disposition-notification",
        "Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; ada@example.net\n"
        "Disposition: manual-action/MDN-sent-manually; displayed",
    )
    assert receipt.kind is Kind.RECEIPT
    assert receipt.new_text == ""
    plain = letter(subject="Read: Your message", body="Your message\n\nTo: Ada\n\nwas read on 3 March 2026 10:00:00.")
    assert plain.kind is Kind.RECEIPT


def status(action: str, code: str, *, original: str = "") -> str:
    told = f"Original-Recipient: rfc822;{original}\n" if original else ""
    return (
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n"
        f"{told}Final-Recipient: rfc822; ada@example.net\nAction: {action}\nStatus: {code}\nDiagnostic-Code: smtp; "
        f"550 no"
    )


@pytest.mark.parametrize(
    ("action", "code", "permanent"),
    [("failed", "5.1.1", True), ("failed", "4.4.7", True), ("delayed", "4.4.1", False), ("failed", "5.2.2", True)],
)
def test_a_delivery_report_tells_who_why_and_whether_for_good(action: str, code: str, permanent: bool) -> None:
    read = report("delivery-status", status(action, code), returned=OUR_MAIL)
    assert read.kind is Kind.BOUNCE
    assert read.bounce is not None
    assert read.bounce.recipients == ("ada@example.net",)
    assert (read.bounce.status, read.bounce.permanent) == (code, permanent)
    assert read.bounce.original_message_id == OUR_ID
    assert read.new_text == ""
    assert "YES or NO" in read.quoted_text
    assert "YES" not in read.passed_on


def test_the_recipient_of_a_bounce_is_the_address_that_we_wrote_to() -> None:
    read = report("delivery-status", status("failed", "5.1.1", original="ada.old@example.com"))
    assert read.bounce is not None
    assert read.bounce.recipients == ("ada.old@example.com",)


def test_a_report_of_success_is_a_receipt() -> None:
    assert report("delivery-status", status("delivered", "2.0.0")).kind is Kind.RECEIPT


PLAIN_REPORTS = {
    "qmail": (
        "MAILER-DAEMON@example.net",
        "failure notice",
        "",
        "Hi. This is the qmail-send program at example.net.\nI'm afraid I wasn't able to deliver your message to the "
        "following "
        "addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<ada@example.net>:\n"
        "192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 unknown user\nGiving up on 192.0.2.1.\n\n"
        f"--- Below this line is a copy of the message.\n\nReturn-Path: <{OURS}>\n{OUR_MAIL}",
        True,
    ),
    "Exim": (
        "Mail Delivery System <Mailer-Daemon@example.net>",
        "Mail delivery failed: returning message to sender",
        "X-Failed-Recipients: ada@example.net",
        "This message was created automatically by mail delivery software.\n\nA message that you sent could not be "
        "delivered to "
        "one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  "
        "ada@example.net\n"
        "    No Such User Here\n\n------ This is a copy of your message, including all the headers. ------\n\n"
        + OUR_MAIL,
        True,
    ),
    "Exim, delayed": (
        "Mailer-Daemon@example.net",
        "Warning: message 1abc delayed 24 hours",
        "",
        "This message was created automatically by mail delivery software.\nA message that you sent has not yet been "
        "delivered "
        f"to ada@example.net after more than 24 hours.\nMessage-ID: {OUR_ID}\nNo action is required on your part. "
        f"Delivery "
        "attempts will continue for some time; you do not need to resend.",
        False,
    ),
    "Exchange": (
        "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.net>",
        "Undeliverable: Your message",
        f"In-Reply-To: {OUR_ID}",
        "Your message did not reach some or all of the intended recipients.\n\n      Subject:\tYour message\n      "
        "Sent:\t3/3/2026\n\n"
        "The following recipient(s) cannot be reached:\n\n      ada@example.net on 3/3/2026 9:01 AM\n            The "
        "e-mail account "
        "does not exist at the organization. <mx.example.net #5.1.1>",
        True,
    ),
    "Office 365": (
        "postmaster@example.net",
        "Undeliverable: Your message",
        f"References: {OUR_ID}",
        "Delivery has failed to these recipients or groups:\n\nada@example.net<mailto:ada@example.net>\nThe email "
        "address you entered "
        "couldn't be found.\n\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'",
        True,
    ),
    "Gmail-like, null path": (
        "mailer-daemon@googlemail.example.com",
        "Delivery Status Notification (Failure)",
        f"Return-Path: <>\nIn-Reply-To: {OUR_ID}",
        "** Address not found **\n\nYour message wasn't delivered to ada@example.net because the address couldn't be "
        "found.",
        True,
    ),
}


@pytest.mark.parametrize(
    ("sender", "subject", "headers", "body", "permanent"), PLAIN_REPORTS.values(), ids=PLAIN_REPORTS.keys()
)
def test_a_plain_report_is_a_bounce(sender: str, subject: str, headers: str, body: str, permanent: bool) -> None:
    read = letter(headers, body, sender=sender, subject=subject)
    assert read.kind is Kind.BOUNCE
    assert read.bounce is not None
    assert read.bounce.recipients == ("ada@example.net",)
    assert read.bounce.permanent is permanent
    assert read.bounce.original_message_id == OUR_ID


def test_what_the_mailer_daemon_writes_is_no_persons_letter() -> None:
    assert letter(sender="MAILER-DAEMON@example.net", body="Your quota is full.").kind is Kind.AUTO_REPLY


def test_dovecots_rejection_is_a_bounce() -> None:
    fields = "From: a@example.net\nSubject: Automatically rejected mail\nAuto-Submitted: auto-replied (rejected)\n"
    fields += (
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nQuota exceeded\n"
    )
    told = f"Final-Recipient: rfc822; ada@example.net\nOriginal-Message-ID: {OUR_ID}\nDisposition: x; deleted"
    read = read_letter(
        f"{fields}--b\nContent-Type: message/disposition-notification\n\n{told}\n--b--\n".encode(), READER
    )
    assert read.kind is Kind.BOUNCE
    assert read.bounce is not None
    assert (read.bounce.recipients, read.bounce.original_message_id) == (("ada@example.net",), OUR_ID)


def test_a_report_without_its_type_is_known_by_its_parts() -> None:
    raw = (
        f"From: a@example.net\nContent-Type: multipart/report; boundary=b\n\n--b\n{status('failed', '5.1.1')}\n--b--\n"
    )
    assert read_letter(raw.encode(), READER).kind is Kind.BOUNCE


def test_a_report_attached_to_a_persons_letter_leaves_it_hers() -> None:
    part = status("failed", "5.1.1")
    raw = (
        f"From: a@example.net\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nIt came back!\n--b\n{part}\n--b--\n"
    )
    assert read_letter(raw.encode(), READER).kind is Kind.PERSON


def test_a_bounce_that_a_person_forwards_is_a_persons_letter() -> None:
    read = letter(subject="Fwd: Undeliverable: hello", body="It came back. Delivery has failed to these recipients.")
    assert read.kind is Kind.PERSON
    assert read.bounce is None
