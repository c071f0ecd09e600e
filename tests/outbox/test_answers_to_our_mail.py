"""An answer to each of our emails, quoted as mail programs do it, holds only what its writer wrote."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from outbox_cast import MAILBOX, REPLY, a_send, make_composer

from mailbot.casework.touchpoints import TOUCHPOINTS, Touchpoint
from mailbot.outbox.examples import DAY, EXAMPLES, MOMENT
from mailbot.reading.letter import Kind
from mailbot.reading.parse import Reader, read_letter

COMPOSER = make_composer()
READER = Reader(own_addresses=frozenset({MAILBOX}), is_own_message_id=REPLY.is_own_message_id)
ANSWER = "That is fine by me."
MARKED = [
    pytest.param(EXAMPLES[kind.template()][0], language, id=f"{kind.template()}-{language}")
    for kind in TOUCHPOINTS
    for language in kind.languages
    if COMPOSER.compose(EXAMPLES[kind.template()][0], language, DAY).text.startswith("—")
]


def answer_to(example: Touchpoint, language: str, content: str, subtype: str = "plain") -> bytes:
    letter = EmailMessage()
    letter["From"] = "Ada <ada@example.com>"
    letter["To"] = MAILBOX
    letter["Subject"] = f"Re: {COMPOSER.compose(example, language, DAY).subject}"
    letter["Message-ID"] = "<answer@example.com>"
    letter["In-Reply-To"] = COMPOSER.render(a_send(example, language), "", (), now=MOMENT)[0]
    letter.set_content(content, subtype=subtype)
    return letter.as_bytes()


@pytest.mark.parametrize(("example", "language"), MARKED)
def test_text_quoted_without_any_sign_is_not_taken_for_the_answer(example: Touchpoint, language: str) -> None:
    quoted = COMPOSER.compose(example, language, DAY).text
    assert read_letter(answer_to(example, language, f"{ANSWER}\n\n{quoted}"), READER).new_text == ANSWER


@pytest.mark.parametrize(("example", "language"), MARKED)
def test_html_quoted_whole_with_its_hidden_preheader_is_not_taken_for_the_answer(
    example: Touchpoint, language: str
) -> None:
    quoted = (
        COMPOSER.compose(example, language, DAY).html.partition("<body")[2].partition(">")[2].partition("</body>")[0]
    )
    page = f"<html><body><p>{ANSWER}</p><div>{quoted.replace('display: none;', '')}</div></body></html>"
    assert read_letter(answer_to(example, language, page, "html"), READER).new_text == ANSWER


@pytest.mark.parametrize(("example", "language"), MARKED)
def test_our_own_mail_coming_back_is_known(example: Touchpoint, language: str) -> None:
    _, raw = COMPOSER.render(a_send(example, language), "", (), now=MOMENT)
    assert read_letter(raw, READER).kind is Kind.OWN
