"""A link that opens an answer, written but for sending (RFC 6068)."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbox_cast import HELPLINES, REPLY, SERVICE, TEMPLATES, a_send, make_composer
from selectolax.lexbor import LexborHTMLParser

from mailbot.casework.people import Party
from mailbot.casework.touchpoints import Digest, DigestLine, DigestSection
from mailbot.outbox.compose import Composer
from mailbot.outbox.examples import DAY, EXAMPLES, MOMENT
from mailbot.outbox.reply_address import ReplyAddress
from mailbot.outbox.reply_link import LINK, ReplyLink

DIGEST = next(one for one in EXAMPLES["digest"] if isinstance(one, Digest))
BARE = ReplyAddress(b"a secret of thirty-two bytes, yes", "help@example.org", plus=False)


def opened(link: str) -> tuple[str, str, str]:
    """To, subject and body of the letter that a mail program opens."""
    parts = urlsplit(link)
    fields = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True, keep_blank_values=True)
    return unquote(parts.path), fields["subject"][0], fields["body"][0]


def links_of(digest: Digest, reply: ReplyAddress = REPLY) -> list[tuple[str, str]]:
    """(words, address) of each link in the HTML that is sent."""
    composer = Composer(TEMPLATES, service=SERVICE, helplines=HELPLINES, reply=reply)
    _, raw = composer.render(a_send(digest), "", (), now=MOMENT)
    page = message_from_bytes(raw, policy=policy.default).get_body(("html",)).get_content()  # type: ignore[union-attr]
    return [(one.text(), one.attributes["href"] or "") for one in LexborHTMLParser(page).css("a")]


@given(st.text())
def test_whatever_the_words_the_link_is_one_and_gives_them_back(words: str) -> None:
    words = "".join(char for char in words if not 0xD800 <= ord(char) < 0xE000)
    link = ReplyLink("help+abc@example.org", "[mb.abc]").opening(words)
    assert LINK.fullmatch(link)
    to, subject, body = opened(link)
    assert to == "help+abc@example.org"
    assert body == words.partition("…")[0]
    assert subject.endswith("[mb.abc]")


def test_every_reply_of_the_digest_is_a_link_with_its_words_to_the_signed_address() -> None:
    links = links_of(DIGEST)
    replies = [line.reply for section in DIGEST.sections for line in section.lines if line.reply]
    assert [words for words, _ in links] == replies
    signed = REPLY.address(REPLY.make(Party.STAFF, 7))
    for words, link in links:
        to, subject, body = opened(link)
        assert to == signed
        assert body == words.partition("…")[0]
        assert "mb." not in subject


def test_where_plus_is_off_the_token_stands_in_the_subject() -> None:
    for _, link in links_of(DIGEST, BARE):
        to, subject, _ = opened(link)
        assert to == "help@example.org"
        assert BARE.token_of([to], [], subject) == (Party.STAFF, 7)


def test_the_text_says_the_reply_and_not_the_address() -> None:
    text = make_composer().compose(DIGEST, "en", DAY).text
    assert "Reply: called R-1042, … minutes" in text
    assert "mailto" not in text


@pytest.mark.parametrize(
    "name",
    ["Siân O'Neill & Co", "](http://eve.example)", 'x" onclick=y', "a\r\nBcc: eve@example.net", "<b>Ben</b>", "?&="],
)
def test_no_name_gets_out_of_the_link(name: str) -> None:
    section = DigestSection("New", (DigestLine("R-1042", "waits.", f"assign R-1042 to {name}"),))
    ((words, link),) = links_of(replace(DIGEST, sections=(section,)))
    assert LINK.fullmatch(link)
    told = " ".join(f"assign R-1042 to {name}".split())
    assert (words, opened(link)[2]) == (told, told)
