"""Where something belongs: the referral, and whatever else hangs on what a mail, a promise or a command is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sqlalchemy import Table, select

from mailbot.casework.about import About, Entity
from mailbot.casework.newcomers import Joining
from mailbot.casework.snapshot import Concern, Confirmation, SentMail, Task, TaskReason
from mailbot.records import lookups
from mailbot.records.joining_rows import joining, joining_of_task
from mailbot.records.lookups import CONCERN, LETTER, MATCH, OFFER, TASK
from mailbot.records.store import Tx

ABOUT_JOINING = (TaskReason.VOLUNTEER_JOINING, TaskReason.JOINING_SILENT, TaskReason.JOINING_CONFLICT)
REFERENCE = re.compile(r"([RL])-?\s?(\d{1,18})", re.IGNORECASE)  # "R-1042" a referral, "L-17" a letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The one row that a thing is about, when it is of these kinds."""

    concern: Concern | None = None
    task: Task | None = None
    confirmation: Confirmation | None = None
    joining: Joining | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What something is about, and what that hangs on."""

    about: About | None = None
    referral_id: int | None = None
    letter_id: int | None = None
    offer_id: int | None = None
    match_id: int | None = None
    volunteer_id: int | None = None
    found: Found = Found()


def place_of_letter(tx: Tx, answered: SentMail | None, bounced: SentMail | None, directed: str) -> Place:
    mail = answered or bounced
    place = place_of_mail(tx, mail) if mail else Place()
    told = REFERENCE.fullmatch(directed.strip())
    return replace(place, referral_id=int(told[2])) if told and told[1].upper() == "R" else place


def place_of_mail(tx: Tx, mail: SentMail) -> Place:
    place = place_of(tx, mail.about)
    return place if place.referral_id or mail.referral_id is None else replace(place, referral_id=mail.referral_id)


def place_of(tx: Tx, about: About) -> Place:
    """One query at most."""
    match about.entity:
        case Entity.REFERRAL:
            return Place(about, referral_id=about.id)
        case Entity.VOLUNTEER:
            return Place(about, volunteer_id=about.id)
        case Entity.LETTER:
            return Place(about, referral_id=_referral_id(tx, LETTER, about.id), letter_id=about.id)
        case Entity.OFFER:
            return Place(about, referral_id=_referral_id(tx, OFFER, about.id), offer_id=about.id)
        case Entity.MATCH:
            return Place(about, referral_id=_referral_id(tx, MATCH, about.id), match_id=about.id)
        case Entity.CONCERN:
            return _place_of_concern(tx, about)
        case Entity.TASK:
            return _place_of_task(tx, about)
        case Entity.JOINING:
            return Place(about, found=Found(joining=joining(tx, about.id)))
        case Entity.CONFIRMATION:
            return _place_of_confirmation(tx, about)
        case _:
            return Place(about)


def _referral_id(tx: Tx, table: Table, key: int) -> int | None:
    found: int | None = tx.session.execute(select(table.c.referral_id).where(table.c.id == key)).scalar_one_or_none()
    return found


def _place_of_concern(tx: Tx, about: About) -> Place:
    concern = next(iter(lookups.concerns(tx, CONCERN.c.id == about.id)), None)
    if concern is None:
        return Place(about)
    return Place(about, concern.referral_id, concern.letter_id, found=Found(concern=concern))


def _place_of_task(tx: Tx, about: About) -> Place:
    task = next(iter(lookups.tasks(tx, TASK.c.id == about.id)), None)
    if task is None:
        return Place(about)
    whose = joining_of_task(tx, task.id) if task.reason in ABOUT_JOINING else None
    return Place(
        about, task.referral_id, task.letter_id, task.offer_id, volunteer_id=task.volunteer_id,
        found=Found(task=task, joining=whose),
    )  # fmt: skip


def _place_of_confirmation(tx: Tx, about: About) -> Place:
    """With whatever the original answer was about."""
    confirmation = lookups.confirmation(tx, about.id)
    if confirmation is None:
        return Place(about)
    original = confirmation.about
    place = place_of(tx, original) if original and original.entity is not Entity.CONFIRMATION else Place()
    return replace(place, about=about, found=replace(place.found, confirmation=confirmation))
