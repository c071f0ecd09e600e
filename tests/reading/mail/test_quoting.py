"""What a person newly wrote, taken out of the many ways in which mail programs quote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mailbot.reading.mail.quoting import MARKERS, Circumstances, Split, split_text
from mailbot.reading.parse import Reader, read_letter

SAMPLES = Path(__file__).parents[2] / "samples"
OURS = "befriending@example.org"
READER = Reader(own_addresses=frozenset({OURS}))

QUOTED = "Dear Ada,\n\nHave you spoken?\n\nPlease reply YES or NO."
MARKED = "\n".join("> " + line if line else ">" for line in QUOTED.split("\n"))
NEW = "Yes, on Monday at 7.\n\nAda"


def split(text: str, *, is_reply: bool = True, is_forward: bool = False, name: str = "Ada Example") -> Split:
    return split_text(
        text,
        Circumstances(
            is_reply=is_reply and not is_forward,
            is_forward=is_forward,
            sender_name=name,
            is_own_address=lambda address: address == OURS,
        ),
    )


def samples(folder: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (SAMPLES / folder / "labels.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("label", samples("volunteers"), ids=lambda label: label["file"])
def test_the_newly_written_text_of_every_sample_volunteer_is_exact(label: dict[str, str]) -> None:
    letter = read_letter((SAMPLES / "volunteers" / label["file"]).read_bytes(), READER)
    assert letter.new_text.split() == label["visible_text"].split()
    assert not letter.not_read


ATTRIBUTIONS_BEFORE_MARKED = [
    "On Tue, 10 Mar 2026 at 09:00, Befriending <befriending@example.org> wrote:",
    "On Tue, 10 Mar 2026 at 09:00, Befriending and Peer Support <\nbefriending@example.org> wrote:",
    "On Tue, 10 Mar 2026, 09:00 Befriending and Peer Support,\n<befriending@example.org>\nwrote:",
    "On 10/03/2026 09:00, Befriending and Peer Support wrote:",
    "On 10 Mar 2026, at 09:00, Befriending <befriending@example.org> wrote:",
    "On Tuesday, March 10, 2026 at 09:00:12 AM GMT, Befriending\n<befriending@example.org> wrote:",
    "On Feb 2, 2026, at 9:00 AM, Befriending and Peer Support\n<befriending@example.org> wrote:",
    "------- Original Message -------\nOn Tuesday, March 10th, 2026 at 09:00, B <befriending@example.org> wrote:",
    "Befriending <befriending@example.org> wrote:",
    "2026-03-10 9:00 GMT+00:00 Befriending <befriending@example.org>:",
    "Am Di., 10. März 2026 um 09:00 Uhr schrieb Befriending <befriending@example.org>:",
    "Am 10.03.2026 um 09:00 schrieb Befriending:",
    "Le mar. 10 mars 2026 à 09:00, Befriending <befriending@example.org> a\nécrit :",
    "Le 10/03/2026 à 09:00, Befriending a écrit :",
    "El mar, 10 mar 2026 a las 9:00, Befriending (<befriending@example.org>)\nescribió:",
    "Em ter., 10 de mar. de 2026 às 09:00, Befriending <befriending@example.org> escreveu:",
    "Befriending <befriending@example.org> escreveu no dia terça, 10/03/2026 à(s) 09:00:",
    "wt., 10 mar 2026 o 09:00 Befriending <befriending@example.org> napisał(a):",
    "W dniu 10.03.2026 o 09:00, Befriending pisze:",
    "Ar Maw, 10 Maw 2026 am 09:00, Befriending <\nbefriending@example.org> ysgrifennodd:",
    "Ar 10/03/2026 09:00, ysgrifennodd Befriending:",
    "Op di 10 mrt 2026 om 09:00 schreef Befriending <befriending@example.org>:",
    "Il giorno mar 10 mar 2026 alle ore 09:00 Befriending <befriending@example.org> ha scritto:",
    "În mar., 10 mar. 2026 la 09:00, Befriending <befriending@example.org> a scris:",
    "Den tis 10 mars 2026 kl 09:00 skrev Befriending <befriending@example.org>:",
    "вт, 10 мар. 2026 г. в 09:00, Befriending <befriending@example.org>:",
]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS_BEFORE_MARKED)
def test_an_attribution_before_marked_lines_goes_with_them(attribution: str) -> None:
    parts = split(f"{NEW}\n\n{attribution}\n\n{MARKED}\n")
    assert parts.new_text == NEW
    assert "Please reply YES or NO." in parts.quoted_text


@pytest.mark.parametrize("attribution", ATTRIBUTIONS_BEFORE_MARKED)
def test_an_answer_below_marked_lines_is_kept(attribution: str) -> None:
    assert split(f"{attribution}\n{MARKED}\n\n{NEW}\n").new_text == NEW


@pytest.mark.parametrize(
    "attribution",
    [
        "    On Tuesday, 10 March 2026 at 09:00:23 GMT, Befriending <befriending@example.org> wrote:  ",
        'On 10/03/2026, 09:00, "Befriending" <befriending@example.org> wrote:',
        "Am 10.03.2026, 09:00 schrieb Befriending <befriending@example.org>:",
        "El martes, 10 de marzo de 2026, 09:00:12 CET, Befriending <befriending@example.org> escribió:",
        "Ar Dydd Mawrth, 10 Mawrth 2026 am 09:00, ysgrifennodd Befriending <befriending@example.org>:",
    ],
)
def test_after_an_attribution_with_an_address_unmarked_lines_are_quoted(attribution: str) -> None:
    parts = split(f"{NEW}\n\n{attribution}\n\n{QUOTED}")
    assert parts.new_text == NEW
    assert parts.quoted_text == QUOTED


BLOCKS = {
    "classic Outlook": "-----Original Message-----\nFrom: Befriending [mailto:befriending@example.org]\nSent: 10 "
    "March 2026 09:00\n"
    "To: Ada Example\nSubject: Have you spoken?",
    "Outlook on the web": "________________________________\nFrom: Befriending <befriending@example.org>\n"
    "Sent: Tuesday, March 10, 2026 9:00 AM\nTo: Ada\nSubject: Have you spoken?",
    "Outlook without a rule": "From: Befriending <befriending@example.org>\nDate: Tuesday, 10 March 2026 at 09:00\n"
    "To: Ada <ada@example.net>\nSubject: Have you spoken?",
    "Outlook in bold": "*From:* Befriending <befriending@example.org>\n*Sent:* 10 March 2026 09:00\n*To:* Ada\n"
    "*Subject:* Have you spoken?",
    "old Hotmail": "________________________________\nDate: Tue, 10 Mar 2026 09:00:00 +0000\nSubject: Have you?\n"
    "From: befriending@example.org\nTo: ada@example.net",
    "Samsung": "-------- Original message --------\nFrom: Befriending <befriending@example.org> \n"
    "Date: 10/03/2026  09:00  (GMT+00:00) \nTo: Ada <ada@example.net> \nSubject: Have you spoken? ",
    "German": "-----Ursprüngliche Nachricht-----\nVon: Befriending <befriending@example.org>\n"
    "Gesendet: Dienstag, 10. März 2026 09:00\nAn: Ada\nBetreff: Have you spoken?",
    "French": "De : Befriending <befriending@example.org>\nEnvoyé : mardi 10 mars 2026 09:00\nÀ : Ada\nObjet : Have "
    "you?",
    "Polish": "Od: Befriending <befriending@example.org>\nWysłano: wtorek, 10 marca 2026 09:00\nDo: Ada\nTemat: Have "
    "you?",
    "Spanish": "De: Befriending <befriending@example.org>\nEnviado el: martes, 10 de marzo de 2026 9:00\nPara: "
    "Ada\nAsunto: Have?",
    "Portuguese": "De: Befriending <befriending@example.org>\nEnviado: 10 de março de 2026 09:00\nPara: "
    "Ada\nAssunto: Have?",
    "a language unknown to us": "________________________________\n发件人: Befriending <befriending@example.org>\n"
    "发送时间: 2026年3月10日 9:00\n收件人: Ada\n主题: Have you spoken?",
    "Welsh": "Oddi wrth: Befriending <befriending@example.org>\nAnfonwyd: 10 Mawrth 2026 09:00\nAt: Ada\nPwnc: Ydych "
    "chi?",
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_from_the_header_lines_of_a_quoted_mail_on_everything_is_quoted(block: str) -> None:
    parts = split(f"{NEW}\n\n{block}\n\n{QUOTED}")
    assert parts.new_text == NEW
    assert parts.quoted_text.endswith("Please reply YES or NO.")
    assert not parts.passed_on


@pytest.mark.parametrize("marker", MARKERS.values(), ids=MARKERS.keys())
def test_from_our_marker_on_everything_is_quoted_whatever_introduces_it(marker: str) -> None:
    parts = split(f"{NEW}\n\nAr 10 Maw 2026 09:00 gan Befriending <befriending@example.org>:\n\n{marker}\n\n{QUOTED}")
    assert parts.new_text == NEW


def test_an_answer_below_a_marked_marker_is_kept() -> None:
    assert split(f"On 10 Mar 2026 09:00, X wrote:\n> {MARKERS['en']}\n{MARKED}\n\n{NEW}").new_text == NEW


def test_each_answer_between_quoted_lines_stands_with_the_line_above_it() -> None:
    parts = split(
        "Answers below.\n\nOn Tue, 5 May 2026 at 09:00, B <befriending@example.org> wrote:\n\n"
        "> 1. Did you speak?\n\nYes.\n\n> 2. Did anything worry you (talk of suicide or self-harm, being hurt by\n"
        "> someone, a child in danger)?\nNo.\n>\n> Thank you\n"
    )
    assert parts.answers == (
        ("1. Did you speak?", "Yes."),
        ("2. Did anything worry you (talk of suicide or self-harm, being hurt by someone, a child in danger)?", "No."),
    )
    assert parts.new_text == "Answers below.\n\nYes.\n\nNo."
    assert not parts.doubts


@pytest.mark.parametrize(
    "device",
    [
        "Sent from my iPhone",
        "Sent from my iPad",
        "Sent from my Galaxy",
        "Sent from Samsung tablet.",
        "Sent from my Samsung Galaxy smartphone.",
        "Sent from Outlook for Android<https://example.com/android>",
        "Get Outlook for iOS<https://example.com/ios>",
        "Sent from Yahoo Mail on Android",
        "Sent from Yahoo Mail. Get the app",
        "Sent from Mail for Windows 10",
        "Sent from Mail for Windows",
        "Sent with Proton Mail secure email.",
        "Sent via BT Email App",
        "Sent from my mobile",
        "Sent from AOL on Android",
        "Anfonwyd o fy iPhone",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Wysłane z iPhone'a",
        "Virus-free.www.avast.com",
        "|  | Virus-free.www.avast.com |",
        "[cid:image001.png@01D9]",
        "CAUTION: This email originated from outside of the organisation.",
        "[EXTERNAL]",
        "You don't often get email from ada@example.net. Learn why this is important",
    ],
)
def test_the_line_that_a_device_adds_is_dropped(device: str) -> None:
    assert split(f"{NEW}\n\n{device}\n", is_reply=False).new_text == NEW


@pytest.mark.parametrize(
    "words",
    [
        "Sent from my sister's phone as mine is broken",
        "That email was sent from outside my house",
        "Do not click that link, he said",
        "My address: ada@example.net\nMy number: 07700 900123\nBest time: after 6",
        "Sent down for five years, he was",
        "Written in a hurry, sorry",
        "Get Outlook to stop doing that!",
        "I sent from my phone a picture of the letter",
        "On Tuesday he rang and wrote:\n\nMum I cannot do this any more",
        "My son wrote:\n\nI am sorry for everything",
        "On 3 March he said:\n\nDon't come on Saturday",
        "From: 6pm\nTo: 9pm\nAny day",
        "Date: Monday\nTo: whoever reads this",
        "Here are my times:\n\n-- Monday evenings, can you do that?\n-- Tuesdays",
        "--\nMy number is below, please ring me\n--\n07700 900123",
        "Regards\n--\nplease could you ring after 6",
        "> 07700 900123\n> after six",
        "-----\nAda\n-----",
        "Thanks,\nAda Example\n07700 900123",
        "Thanks,\nAda\n\nPS I have moved to Leeds",
        "Thanks\nAda\nCan you ring before Friday?",
        "From: Ada Example, Social Worker\nTo: The team\nDate: 3 March\nSubject: Referral of Mrs Example\n\nPlease "
        "ring her.",
    ],
)
def test_a_persons_own_words_are_not_taken_for_machinery(words: str) -> None:
    parts = split(words, is_reply=False)
    assert parts.new_text.split() == words.split()
    assert not parts.passed_on


def test_a_signature_after_the_customary_sign_is_dropped_wherever_it_stands() -> None:
    assert split(f"{NEW}\n\n-- \nAda Example\nKeeper of Bees\n").new_text == NEW
    assert split(f"On 10/03/2026 09:00, B wrote:\n{MARKED}\n\n{NEW}\n\n-- \nAda\n").new_text == NEW
    assert split(f"{NEW}\n\n-- \nAda Example\n\nOn 10/03/2026 09:00, B wrote:\n{MARKED}\n").new_text == NEW


def test_what_follows_the_name_in_a_signature_of_work_is_dropped() -> None:
    block = "Ada Example | Associate Solicitor\nExample LLP\nDDI: 020 7946 0555\n\nThis email may be confidential."
    assert split(f"No, sorry.\n\nBest wishes,\nAda\n\n{block}").new_text == "No, sorry.\n\nBest wishes,\nAda"
    assert split("See attached.\n\nAda Example\nDeputy Manager").new_text == "See attached.\n\nAda Example"


FORWARDS = {
    "Gmail": "---------- Forwarded message ---------\nFrom: Eve <eve@example.net>\nDate: Mon, 9 Mar 2026\nSubject: "
    "hi\nTo: Ada",
    "Apple": "Begin forwarded message:\n\nFrom: Eve <eve@example.net>\nSubject: hi\nDate: 9 March 2026 at 10:00\nTo: "
    "Ada",
    "Outlook": "________________________________\nFrom: Eve <eve@example.net>\nSent: 9 March 2026 10:00\nTo: "
    "Ada\nSubject: hi",
    "Thunderbird": "-------- Forwarded Message --------\nSubject: \thi\nDate: \tMon, 9 Mar 2026\nFrom: \tEve "
    "<eve@example.net>\nTo: \tAda",
    "Welsh": "---------- Neges a anfonwyd ymlaen ---------\nOddi wrth: Eve <eve@example.net>\nDyddiad: 9 Maw "
    "2026\nPwnc: hi",
}


@pytest.mark.parametrize("block", FORWARDS.values(), ids=FORWARDS.keys())
def test_a_forwarded_mail_is_passed_on_and_not_quoted(block: str) -> None:
    parts = split(f"Please help her.\n\n{block}\n\nMy son is in prison.\n", is_forward=True)
    assert parts.new_text == "Please help her."
    assert parts.passed_on.endswith("My son is in prison.")
    assert not parts.quoted_text


def test_our_own_mail_forwarded_back_to_us_is_only_quoted() -> None:
    block = FORWARDS["Gmail"].replace("eve@example.net", OURS)
    parts = split(f"What is this?\n\n{block}\n\n{QUOTED}", is_forward=True)
    assert parts.new_text == "What is this?"
    assert not parts.passed_on
    assert "YES or NO" in parts.quoted_text


def test_a_reply_of_another_person_pasted_in_a_new_letter_is_passed_on() -> None:
    parts = split(f"See what she says.\n\nOn 10/03/2026 09:00, Eve <eve@example.net> wrote:\n{MARKED}", is_reply=False)
    assert parts.new_text == "See what she says."
    assert "Have you spoken?" in parts.passed_on


def test_an_answer_from_a_program_that_names_no_mail_is_known_by_our_address() -> None:
    parts = split(f"{NEW}\n\n{ATTRIBUTIONS_BEFORE_MARKED[0]}\n{MARKED}", is_reply=False)
    assert parts.new_text == NEW
    assert "YES or NO" in parts.quoted_text
    assert not parts.passed_on


def test_a_reply_with_nothing_above_the_unmarked_quotation_says_that_an_answer_may_be_within() -> None:
    parts = split(f"{BLOCKS['Outlook on the web']}\n\n{QUOTED}\n\nyes I did")
    assert parts.new_text == ""
    assert parts.doubts


@pytest.mark.parametrize(
    "words", ["See my answers below in red", "My answers are in capitals below", "Gweler fy atebion isod"]
)
def test_answers_told_to_be_among_unmarked_quoted_lines_are_a_doubt(words: str) -> None:
    assert split(f"{words}\n\n{BLOCKS['classic Outlook']}\n\n{QUOTED}\nYES").doubts


def html_letter(body: str) -> str:
    head = b"From: ada@example.net\nIn-Reply-To: <a@example.org>\nContent-Type: text/html; charset=utf-8\n\n"
    return read_letter(head + body.encode(), READER).new_text


HTML_REPLIES = {
    "Gmail": '<div dir="ltr">Yes</div><br><div class="gmail_quote"><div class="gmail_attr">On 10 Mar 2026 at 09:00, '
    'B &lt;<a href="mailto:b@example.org">b@example.org</a>&gt; wrote:<br></div><blockquote class="gmail_quote"'
    ' style="border-left:1px solid">NO if you cannot</blockquote></div>',
    "Apple": '<div>Yes</div><div><br><blockquote type="cite"><div>On 10 Mar 2026, at 09:00, B &lt;b@example.org&gt; '
    "wrote:</div><br><div>NO if you cannot</div></blockquote></div>",
    "Apple, answer below": '<blockquote type="cite"><div>On 10 Mar 2026 at 09:00 B wrote:</div>NO</blockquote><p>Yes',
    "Outlook": '<p class="MsoNormal">Yes</p><div style="border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> B '
    "&lt;befriending@example.org&gt; <br><b>Sent:</b> 10 March 2026 09:00<br><b>To:</b> Ada<br><b>Subject:</b> "
    "x</p></div><p>NO",
    "Outlook mobile": '<div>Yes</div><hr><div id="divRplyFwdMsg"><b>From:</b> B<br><b>Sent:</b> Tuesday<br>'
    "<b>To:</b> Ada<br><b>Subject:</b> x</div><div>NO if you cannot</div>",
    "Thunderbird": '<p>Yes</p><div class="moz-cite-prefix">On 10/03/2026 09:00, B wrote:<br></div>'
    '<blockquote type="cite" cite="mid:a@example.org"><p>NO</p></blockquote>',
    "bare blockquote": "<p>Yes</p><p>On 10 Mar 2026 at 09:00, B wrote:</p><blockquote><p>NO</p></blockquote>",
}


@pytest.mark.parametrize("body", HTML_REPLIES.values(), ids=HTML_REPLIES.keys())
def test_quoted_blocks_of_html_only_mail_are_known(body: str) -> None:
    assert html_letter(body) == "Yes"


def test_answers_between_the_quoted_blocks_of_html_are_kept() -> None:
    body = (
        '<div>On 10 Mar 2026 at 09:00, B wrote:</div><blockquote type="cite"><div>Did you speak?</div></blockquote>'
        '<div>Yes</div><blockquote type="cite"><div>Any worry?</div></blockquote><div>None</div>'
    )
    assert html_letter(body) == "Yes\n\nNone"


def test_an_indented_paragraph_of_html_is_the_writers_own() -> None:
    text = html_letter('<p>I said</p><blockquote style="margin:0 0 0 40px">ring me</blockquote>')
    assert " ".join(text.split()) == "I said ring me"
