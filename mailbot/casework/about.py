"""What something is about: an entity and an id name one row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Entity(StrEnum):
    """What something can be about; with an id it names one row."""

    LETTER = "letter"
    REFERRAL = "referral"
    OFFER = "offer"
    MATCH = "match"
    CONCERN = "concern"
    TASK = "task"
    CONFIRMATION = "confirmation"
    VOLUNTEER = "volunteer"
    JOINING = "joining"  # somebody who would like to volunteer
    DIGEST = "digest"  # id is the London day as YYYYMMDD


@dataclass(frozen=True, slots=True, order=True)
class About:
    entity: Entity
    id: int
