"""The signed address that an answer comes back to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.casework.people import Party
from mailbot.outbox.reply_address import LARGEST_ID, TOKEN_LENGTH, ReplyAddress

SECRET = b"a secret of thirty-two bytes, yes"
OURS = ReplyAddress(SECRET, "Help+desk@example.org", plus=True)
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

parties = st.sampled_from(Party)
ids = st.integers(0, LARGEST_ID)


@given(parties, ids)
def test_a_token_tells_for_whom_and_which_letter(kind: Party, outgoing_id: int) -> None:
    token = OURS.make(kind, outgoing_id)
    assert len(token) == TOKEN_LENGTH
    assert set(token) <= set(ALPHABET)
    assert OURS.read(token) == (kind, outgoing_id)


@given(parties, ids)
def test_a_token_survives_capitals_and_letters_that_look_like_digits(kind: Party, outgoing_id: int) -> None:
    token = OURS.make(kind, outgoing_id)
    assert OURS.read(token.upper()) == (kind, outgoing_id)
    assert OURS.read(token.replace("1", "l").replace("0", "O")) == (kind, outgoing_id)
    assert OURS.read(token.replace("1", "I").replace("0", "o")) == (kind, outgoing_id)


@given(parties, ids, st.integers(0, 119))
def test_a_token_with_any_flipped_bit_is_refused(kind: Party, outgoing_id: int, bit: int) -> None:
    token = OURS.make(kind, outgoing_id)
    at = bit // 5
    changed = ALPHABET[ALPHABET.index(token[at]) ^ (1 << bit % 5)]
    assert OURS.read(token[:at] + changed + token[at + 1 :]) is None


@given(st.text(max_size=40))
def test_anything_else_is_refused_without_raising(text: str) -> None:
    assert OURS.read(text) is None
    assert not OURS.is_own_message_id(text)
    assert OURS.token_of([text], [text]) is None


@pytest.mark.parametrize("token", ["", "0" * 24, "z" * 24, "u" * 24, "İ" * 24, "٣" * 24, "0" * 23, "0" * 25])
def test_what_was_not_made_here_is_refused(token: str) -> None:
    assert OURS.read(token) is None


def test_another_secret_or_another_mailbox_makes_other_tokens() -> None:
    token = OURS.make(Party.FAMILY, 7)
    assert ReplyAddress(b"another secret, as long as that..", "Help+desk@example.org", True).read(token) is None
    assert ReplyAddress(SECRET, "other@example.org", True).read(token) is None
    assert ReplyAddress(SECRET, "help+DESK@EXAMPLE.org", True).read(token) == (Party.FAMILY, 7)


@given(parties, ids)
def test_an_answer_is_known_by_its_address_whatever_the_case(kind: Party, outgoing_id: int) -> None:
    address = OURS.address(OURS.make(kind, outgoing_id))
    assert address.endswith("@example.org")
    for written in (address, address.upper(), f"<{address.lower()}>"):
        assert OURS.token_of(["someone@example.org", written], []) == (kind, outgoing_id)


def test_an_answer_is_known_by_its_references_when_the_address_tells_nothing() -> None:
    token = OURS.make(Party.VOLUNTEER, 12)
    mail_id = OURS.message_id(token)
    assert mail_id == f"<mb.{token}@example.org>"
    assert OURS.is_own_message_id(mail_id)
    assert OURS.token_of(["Help+desk@example.org"], ["<x@example.com>", mail_id]) == (Party.VOLUNTEER, 12)


def test_the_address_goes_before_the_references_and_the_newest_reference_before_older_ones() -> None:
    first, second, third = (OURS.make(Party.FAMILY, one) for one in (1, 2, 3))
    replies_to = [OURS.message_id(second), OURS.message_id(third)]
    assert OURS.token_of([OURS.address(first)], replies_to) == (Party.FAMILY, 1)
    assert OURS.token_of([], replies_to) == (Party.FAMILY, 2)


def test_a_token_at_another_domain_or_mailbox_is_not_ours() -> None:
    token = OURS.make(Party.FAMILY, 1)
    assert OURS.token_of([f"help+desk+{token}@example.net", f"other+{token}@example.org"], []) is None
    assert not OURS.is_own_message_id(f"<mb.{token}@example.net>")


def test_until_plus_addresses_are_proved_the_bare_mailbox_is_given_but_they_are_read() -> None:
    bare = ReplyAddress(SECRET, "Help+desk@example.org", plus=False)
    token = bare.make(Party.STAFF, 5)
    assert bare.address(token) == "Help+desk@example.org"
    assert bare.token_of([OURS.address(token)], []) == (Party.STAFF, 5)


def test_where_plus_addresses_are_not_proved_a_link_brings_the_token_back_in_its_subject() -> None:
    bare = ReplyAddress(SECRET, "Help+desk@example.org", plus=False)
    token = bare.make(Party.STAFF, 5)
    assert OURS.mark(token) == ""
    subject = f"Re: seen R-1042 {bare.mark(token).upper()}"
    assert bare.token_of(["Help+desk@example.org"], [], subject) == (Party.STAFF, 5)
    answered = bare.message_id(bare.make(Party.STAFF, 6))
    assert bare.token_of([], [answered], subject) == (Party.STAFF, 6)  # what is answered goes before a subject


@pytest.mark.parametrize("party", [Party.FAMILY, Party.REFERRER, Party.VOLUNTEER])
def test_a_subject_is_believed_of_nobody_but_staff(party: Party) -> None:
    bare = ReplyAddress(SECRET, "Help+desk@example.org", plus=False)
    assert bare.token_of([], [], bare.mark(bare.make(party, 5))) is None
    assert bare.token_of([], [], "[mb.000000000000000000000000]") is None


def test_a_short_secret_a_wrong_mailbox_and_an_id_that_does_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="secret"):
        ReplyAddress(b"short", "help@example.org", True)
    with pytest.raises(ValueError, match="mailbox"):
        ReplyAddress(SECRET, "help", True)
    with pytest.raises(ValueError, match="id"):
        OURS.make(Party.FAMILY, LARGEST_ID + 1)
