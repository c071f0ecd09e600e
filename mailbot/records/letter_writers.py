"""Who wrote a letter that was kept: where staff's own words to them go."""

from __future__ import annotations

from sqlalchemy import exists, select

from mailbot.casework.people import Party
from mailbot.casework.referral import Referral
from mailbot.casework.snapshot import LetterWriter
from mailbot.reading.letter import Letter
from mailbot.records.lookups import CONCERN, LETTER
from mailbot.records.releasing import SUPPRESSION
from mailbot.records.store import Tx
from mailbot.records.volunteer_rows import VOLUNTEER

MOST_REPLY_TO = 3


def writer_noted(letter: Letter) -> dict[str, object]:
    """What is kept, encrypted, of who wrote."""
    answers_to = [one.address.lower() for one in letter.reply_to[:MOST_REPLY_TO] if one.address]
    return {"name": letter.sender.name, "address": letter.sender.address, "reply_to": answers_to}


def writer_of(tx: Tx, letter_id: int | None, referral: Referral | None) -> LetterWriter | None:
    """None when there is no such letter, or it was opened before its writer was noted."""
    if letter_id is None:
        return None
    row = tx.session.execute(select(LETTER.c.writer, LETTER.c.kind).where(LETTER.c.id == letter_id)).one_or_none()
    if row is None or not row.writer:
        return None
    address = str(row.writer["address"])
    prints = list(tx.vault.fingerprints(address))
    suppressed = tx.session.execute(select(exists().where(SUPPRESSION.c.fingerprint.in_(prints)))).scalar_one()
    return LetterWriter(
        address=address,
        name=str(row.writer["name"]),
        kind=row.kind or "",
        party=_party(tx, address, prints, referral),
        suppressed=bool(suppressed),
        at_risk=_worries(tx, prints),
    )


def addresses_of(tx: Tx, letter_id: int) -> tuple[str, ...]:
    """Where an answer to the letter goes, in lower case: its sender's address and those of its Reply-To."""
    writer = tx.session.execute(select(LETTER.c.writer).where(LETTER.c.id == letter_id)).scalar_one_or_none()
    return (str(writer["address"]).lower(), *map(str, writer["reply_to"])) if writer else ()


def _worries(tx: Tx, prints: list[bytes]) -> bool:
    about = exists().where(
        CONCERN.c.letter_id == LETTER.c.id, LETTER.c.sender_fingerprint.in_(prints), CONCERN.c.resolved_at.is_(None)
    )
    return bool(tx.session.execute(select(about)).scalar_one())


def _party(tx: Tx, address: str, prints: list[bytes], referral: Referral | None) -> Party:
    if tx.session.execute(select(exists().where(VOLUNTEER.c.address_fingerprint.in_(prints)))).scalar_one():
        return Party.VOLUNTEER
    referrer = referral.referrer_address if referral else None
    return Party.REFERRER if referrer and referrer.lower() == address.lower() else Party.FAMILY
