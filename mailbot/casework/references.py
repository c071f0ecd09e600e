"""How things are named to staff and in lists: R-1042 a referral, L-17 a letter, E-9 an email of ours."""

from __future__ import annotations

from collections.abc import Iterable


def of_referral(referral_id: int) -> str:
    return f"R-{referral_id}"


def of_letter(letter_id: int) -> str:
    return f"L-{letter_id}"


def of_email(outgoing_id: int) -> str:
    return f"E-{outgoing_id}"


def of_either(referral_id: int | None, letter_id: int | None = None) -> str:
    """The referral's, else the letter's; "" when there is neither."""
    if referral_id is not None:
        return of_referral(referral_id)
    return of_letter(letter_id) if letter_id is not None else ""


def listed(referral_ids: Iterable[int]) -> str:
    """ "R-1001, R-1002"."""
    return ", ".join(map(of_referral, referral_ids))
