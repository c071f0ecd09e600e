"""What must be known to read a letter, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _nobodys(message_id: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """What must be known to read a letter: which addresses and message ids are ours, whose authentication is believed.

    ``own_addresses`` are in lower case and without a plus tag. ``authserv_id``: "" believes nobody, "microsoft"
    believes Microsoft 365, anything else must be the authserv-id of the topmost Authentication-Results header.
    """

    own_addresses: frozenset[str] = frozenset()
    is_own_message_id: Callable[[str], bool] = _nobodys
    authserv_id: str = ""

    def is_own_address(self, address: str) -> bool:
        name, at, domain = address.lower().rpartition("@")
        return name.partition("+")[0] + at + domain in self.own_addresses
