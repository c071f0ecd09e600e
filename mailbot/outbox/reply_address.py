"""The signed address that an answer comes back to, and the Message-ID that carries the same token (design rule 6).

A token is 15 bytes: the party (1), the outgoing letter's id (5, big-endian) and a truncated HMAC-SHA256 (9), written as
24 Crockford base-32 characters, which survive a change of case and being read aloud.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable
from hashlib import sha256

from mailbot.casework.people import Party

TOKEN_LENGTH = 24
LARGEST_ID = 2**40 - 1

_KINDS = {Party.FAMILY: 1, Party.REFERRER: 2, Party.VOLUNTEER: 3, Party.STAFF: 4}
_PARTIES = {number: party for party, number in _KINDS.items()}
_PURPOSE = b"mailbot reply address, first form"
_MAC_BYTES = 9
_SHORTEST_SECRET = 16  # bytes

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_DIGITS = {char: value for value, char in enumerate(_ALPHABET)} | {"i": 1, "l": 1, "o": 0}
_MARK = re.compile(r"\bmb\.([0-9a-z]{24})\b", re.IGNORECASE | re.ASCII)
_MESSAGE_ID = re.compile(r"<mb\.([0-9a-z]{24})@([^<>@\s]+)>", re.IGNORECASE | re.ASCII)


class ReplyAddress:
    """Makes and reads tokens for one mailbox. ``plus``: the server is proved to deliver ``local+token@domain``.

    Raises ``ValueError`` for a secret under 16 bytes or a mailbox that is no address.
    """

    def __init__(self, secret: bytes, mailbox: str, plus: bool) -> None:
        if len(secret) < _SHORTEST_SECRET:
            raise ValueError(f"the secret of reply addresses needs at least {_SHORTEST_SECRET} bytes")
        local, at, domain = mailbox.rpartition("@")
        if not (local and at and domain):
            raise ValueError("the mailbox of reply addresses is no email address")
        self.mailbox = mailbox
        self.plus = plus
        self._local, self._domain = local, domain
        self._keyed = hmac.new(secret, _PURPOSE + b"\0" + mailbox.lower().encode() + b"\0", sha256)

    def make(self, kind: Party, outgoing_id: int) -> str:
        """The token of one outgoing letter. Raises ``ValueError`` when the id does not fit 40 bits."""
        if not 0 <= outgoing_id <= LARGEST_ID:
            raise ValueError("no such id of an outgoing letter")
        told = bytes([_KINDS[kind]]) + outgoing_id.to_bytes(5, "big")
        return _encode(told + self._mac(told))

    def read(self, token: str) -> tuple[Party, int] | None:
        """To whom and which outgoing letter, or None for anything that was not made here. Constant time."""
        raw = _decode(token)
        if raw is None:
            return None
        told, mac = raw[:-_MAC_BYTES], raw[-_MAC_BYTES:]
        if not hmac.compare_digest(mac, self._mac(told)):
            return None
        return _PARTIES[told[0]], int.from_bytes(told[1:], "big")

    def address(self, token: str) -> str:
        """Where the answer should come back to; the bare mailbox until plus-addresses are proved."""
        return f"{self._local}+{token}@{self._domain}" if self.plus else self.mailbox

    def message_id(self, token: str) -> str:
        """With its angle brackets."""
        return f"<mb.{token}@{self._domain}>"

    def is_own_message_id(self, text: str) -> bool:
        """Is this the Message-ID of a letter that we sent?"""
        return self._token_of_message_id(text) is not None

    def mark(self, token: str) -> str:
        """What a link of a digest puts into the subject so that the token comes back; "" when the address has it."""
        return "" if self.plus else f"[mb.{token}]"

    def token_of(
        self, recipients: Iterable[str], replies_to: Iterable[str], subject: str = ""
    ) -> tuple[Party, int] | None:
        """Which outgoing letter was answered: by the address it came to, else by In-Reply-To and References, else by
        the mark in the subject, which only staff are given.

        Plus-addresses are read even while ``plus`` is off: one may have been sent before.
        """
        read_addresses = (self._token_of_address(one) for one in recipients)
        read_ids = (self._token_of_message_id(one) for one in replies_to)
        read_marks = (self._token_of_mark(one) for one in _MARK.findall(subject))
        readings = (read_addresses, read_ids, read_marks)
        return next((found for reading in readings for found in reading if found), None)

    def _mac(self, told: bytes) -> bytes:
        keyed = self._keyed.copy()
        keyed.update(told)
        return keyed.digest()[:_MAC_BYTES]

    def _token_of_address(self, address: str) -> tuple[Party, int] | None:
        local, _, domain = address.strip().strip("<>").rpartition("@")
        before, plus, token = local.rpartition("+")
        ours = before.lower() == self._local.lower() and domain.lower() == self._domain.lower()
        return self.read(token) if plus and ours else None

    def _token_of_mark(self, token: str) -> tuple[Party, int] | None:
        found = self.read(token)
        return found if found and found[0] is Party.STAFF else None

    def _token_of_message_id(self, text: str) -> tuple[Party, int] | None:
        found = _MESSAGE_ID.fullmatch(text.strip())
        if not found or found[2].lower() != self._domain.lower():
            return None
        return self.read(found[1])


def _encode(raw: bytes) -> str:
    number = int.from_bytes(raw, "big")
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(5 * (TOKEN_LENGTH - 1), -1, -5))


def _decode(token: str) -> bytes | None:
    if len(token) != TOKEN_LENGTH or not token.isascii():
        return None
    number = 0
    for char in token.lower():
        digit = _DIGITS.get(char)
        if digit is None:
            return None
        number = number << 5 | digit
    return number.to_bytes(5 * TOKEN_LENGTH // 8, "big")
