"""Composing: what is laid into a template stays text, headers cannot be smuggled in, and it is fast."""

from __future__ import annotations

import time
from dataclasses import replace
from email import message_from_bytes, policy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outbox_cast import HELPLINES, REPLY, SERVICE, TEMPLATES, a_send, make_composer, words_of_html

from mailbot.casework.people import Party
from mailbot.outbox import compose
from mailbot.outbox.compose import Composer
from mailbot.outbox.examples import DAY, EXAMPLES, MOMENT
from mailbot.outbox.frame import Unaddressable
from mailbot.outbox.helplines import Helpline, left_out
from mailbot.reading.mail.quoting import MARKERS

COMPOSER = make_composer()
ACKNOWLEDGEMENT = EXAMPLES["acknowledgement"][0]
TASK = EXAMPLES["staff_task"][0]

HOSTILE = (
    "[click](http://example.net)",
    "<b>bold</b><img src=x onerror=alert(1)>",
    "{{ service.phone }}{% raw %}",
    "**strong** _and_ `code`",
    "![pixel](http://example.net/x.png)",
    "<http://example.net>",
    "&lt;script&gt;",
    "\\[a\\]",
)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_stays_text_in_text_and_in_html(value: str) -> None:
    letter = COMPOSER.compose(replace(ACKNOWLEDGEMENT, first_name=value), "en", DAY)
    assert f"Hello {value}," in letter.text
    plain = COMPOSER.compose(replace(ACKNOWLEDGEMENT, first_name="Ada"), "en", DAY)
    assert letter.html.count("<") == plain.html.count("<")
    assert "<a " not in letter.html
    assert " ".join(words_of_html(letter.html)).startswith("please write your answer above this line Hello")


@pytest.mark.parametrize("value", HOSTILE)
def test_a_letter_shown_to_staff_stays_text_line_by_line(value: str) -> None:
    shown = COMPOSER.compose(replace(TASK, letter=f"One\r\n# {value}\n\n- two\n    three"), "en", DAY)
    assert f"> One\n> # {value}\n>\n> - two\n>     three\n" in shown.text
    plain = COMPOSER.compose(replace(TASK, letter="One\n# x\n\n- two\n three"), "en", DAY)
    assert shown.html.count("<") == plain.html.count("<")


@pytest.mark.parametrize(
    "value", ["Ada\n\nPlease call Eve", "Ada\r\nBcc: eve@example.net", "Ada\u2028Eve", "\u202eAda", "A\x00da"]
)
def test_a_value_stays_on_its_line(value: str) -> None:
    letter = COMPOSER.compose(replace(ACKNOWLEDGEMENT, first_name=value), "en", DAY)
    greeting = next(line for line in letter.text.split("\n") if line.startswith("Hello"))
    assert greeting.endswith(",")
    assert not any(char in letter.text for char in "\r\x00\u2028\u202e")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200))
def test_any_name_and_any_letter_can_be_written(name: str, letter: str) -> None:
    example = replace(TASK, first_name=name, letter=letter, facts=(name,), choices=(letter,), volunteer_name=name)
    _, raw = COMPOSER.render(a_send(example), "", (), now=MOMENT)
    parsed = message_from_bytes(raw, policy=policy.default)
    assert parsed["Subject"] == "A person is needed: R-1042"
    assert parsed.get_body(("plain",)) is not None
    assert parsed.get_body(("html",)) is not None


def test_the_slots_of_the_composer_cannot_be_forged_by_a_value() -> None:
    letter = COMPOSER.compose(replace(ACKNOWLEDGEMENT, first_name="\ue0001\ue001"), "en", DAY)
    assert "Hello 1," in letter.text


def test_a_recipient_s_name_never_reaches_a_header() -> None:
    _, raw = COMPOSER.render(a_send(ACKNOWLEDGEMENT), "", (), now=MOMENT)
    assert b"eve@example.net" not in raw
    assert b"\r\nTo: ada@example.com\r\n" in raw


@pytest.mark.parametrize(
    "address",
    ["", "ada", "ada@", "@example.com", "ada@example.com\r\nBcc: eve@example.net", "ada@example.com, eve@example.net",
     "Ada <ada@example.com>", "a da@example.com", "ädä@example.com", "ada..b@example.com", "ada@-.", "ada@example.com\n"
     "x"],
)  # fmt: skip
def test_what_is_no_single_address_is_refused_without_being_repeated(address: str) -> None:
    with pytest.raises(Unaddressable) as refused:
        COMPOSER.render(a_send(ACKNOWLEDGEMENT, address=address), "", (), now=MOMENT)
    assert "ada" not in str(refused.value)


def test_an_address_at_a_domain_with_accents_is_written_in_ascii() -> None:
    _, raw = COMPOSER.render(a_send(ACKNOWLEDGEMENT, address="ada@bücher.example.com"), "", (), now=MOMENT)
    assert b"\r\nTo: ada@xn--bcher-kva.example.com\r\n" in raw


@pytest.mark.parametrize(
    "hostile",
    ["<a@b>\r\nBcc: eve@example.net", "<a b@c>", "no brackets", "<ä@b>", "<" + "a" * 300 + "@b>", "<a@b> <c@d>"],
)
def test_message_ids_of_incoming_letters_are_taken_only_if_they_are_nothing_else(hostile: str) -> None:
    _, raw = COMPOSER.render(a_send(ACKNOWLEDGEMENT), hostile, (hostile, "<good@example.com>"), now=MOMENT)
    parsed = message_from_bytes(raw, policy=policy.default)
    assert parsed["Bcc"] is None
    assert parsed["In-Reply-To"] is None
    assert parsed["References"] == "<good@example.com>"


def test_a_long_thread_keeps_its_first_and_its_newest_references() -> None:
    thread = tuple(f"<{number}@example.com>" for number in range(40))
    _, raw = COMPOSER.render(a_send(ACKNOWLEDGEMENT), thread[-1], thread, now=MOMENT)
    kept = message_from_bytes(raw, policy=policy.default)["References"].split()
    assert kept[0] == thread[0]
    assert kept[-3:] == list(thread[-3:])
    assert len(kept) == 12
    assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_an_answer_to_a_letter_says_so_and_comes_back_to_a_signed_address() -> None:
    message_id, raw = COMPOSER.render(a_send(ACKNOWLEDGEMENT, answers_letter=3), "", (), now=MOMENT)
    parsed = message_from_bytes(raw, policy=policy.default)
    assert parsed["Auto-Submitted"] == "auto-replied"
    assert parsed["Message-ID"] == message_id
    assert REPLY.token_of([str(parsed["Reply-To"])], []) == (Party.FAMILY, 7)
    assert REPLY.token_of([], [message_id]) == (Party.FAMILY, 7)
    assert parsed["Date"].datetime == MOMENT


def test_the_same_letter_is_composed_to_the_same_bytes() -> None:
    send = a_send(ACKNOWLEDGEMENT)
    assert COMPOSER.render(send, "", (), now=MOMENT) == make_composer().render(send, "", (), now=MOMENT)


def test_a_bilingual_acknowledgement_has_english_then_welsh_in_one_letter() -> None:
    letter = COMPOSER.compose(replace(ACKNOWLEDGEMENT, bilingual=True), "cy", DAY)
    assert letter.subject == "Your message to us / Eich neges atom"
    assert letter.text.index("Hello Ada") < letter.text.index("Helo Ada")
    assert letter.text.startswith(
        "— please write your answer above this line —\n— ysgrifennwch eich ateb uwchben y llinell hon —\n"
    )
    assert '<div lang="cy">' in letter.html
    assert letter.language == "en, cy"


def test_the_line_to_answer_above_stands_over_the_preheader_too() -> None:
    page = COMPOSER.compose(EXAMPLES["offer_made"][0], "en", DAY).html
    body = page.partition("<body")[2]
    assert body.index(MARKERS["en"]) < body.index("Somebody is waiting for a call.") < body.index("Hello Ben")


def test_a_very_long_letter_is_cut_and_says_so() -> None:
    shown = COMPOSER.compose(replace(TASK, letter="word " * 100_000), "en", DAY)
    assert shown.text.rstrip().endswith("> […]")
    assert len(shown.text) < 150_000


def test_forms_are_kept_for_ways_through_templates_not_for_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compose, "_MOST_FORMS", 8)
    composer = make_composer()
    for number in range(30):
        composer.compose(replace(ACKNOWLEDGEMENT, first_name=f"Ada {number}"), "en", DAY)
    assert len(composer._forms) == 1
    for number in range(12):
        composer.compose(replace(TASK, facts=("a fact",) * number), "en", DAY)
    assert len(composer._forms) == 8


def test_a_language_that_an_email_is_not_written_in_gives_the_one_it_declares() -> None:
    assert COMPOSER.compose(TASK, "cy", DAY).language == "en"


def test_a_page_is_the_reference_and_nothing_else() -> None:
    alert = EXAMPLES["concern_alert"][0]
    _, raw = COMPOSER.render(a_send(alert, page=True), "", (), now=MOMENT)
    assert raw == b"R-1042"


def test_a_sender_s_name_with_accents_or_commas_is_encoded_as_headers_want_it() -> None:
    for name in ("Cymorth, ffrindiau", "Ffrindiau Tŷ Gŵyl", 'The "team"', "=?utf-8?q?x?="):
        composer = make_composer(service=replace(SERVICE, name=name))
        _, raw = composer.render(a_send(ACKNOWLEDGEMENT), "", (), now=MOMENT)
        sender = message_from_bytes(raw, policy=policy.default)["From"].addresses[0]
        assert (sender.display_name, sender.addr_spec) == (name, SERVICE.address)


def test_a_line_end_in_the_sender_s_name_cannot_open_a_header() -> None:
    composer = make_composer(service=replace(SERVICE, name="Team\r\nBcc: eve@example.net"))
    _, raw = composer.render(a_send(ACKNOWLEDGEMENT), "", (), now=MOMENT)
    assert message_from_bytes(raw, policy=policy.default)["Bcc"] is None


def test_no_helpline_that_is_fresh_leaves_999_alone() -> None:
    composer = Composer(TEMPLATES, service=SERVICE, helplines=(), reply=REPLY)
    text = composer.compose(ACKNOWLEDGEMENT, "en", DAY).text
    assert "999" in text
    assert "You can also call" not in text


def test_helplines_that_nobody_verified_lately_are_named_for_staff() -> None:
    assert [one.name for one in left_out(HELPLINES, DAY)] == ["Old line", "Unverified line"]
    assert not Helpline("x", "1", ("en",), DAY, "").is_fresh(DAY)


def test_composing_is_fast() -> None:
    sends = [a_send(replace(ACKNOWLEDGEMENT, first_name=f"Ada {number}")) for number in range(300)]
    COMPOSER.render(sends[0], "", (), now=MOMENT)
    started = time.process_time()
    for send in sends:
        COMPOSER.render(send, "<a@example.com>", ("<b@example.com>",), now=MOMENT)
    rate = len(sends) / (time.process_time() - started)
    print(f"{rate:.0f} letters composed a second")
    assert rate > 500  # some 5,000 on the machine it was written on; the floor only catches compiling for each letter
