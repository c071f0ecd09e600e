"""To which referral a letter belongs: told by plain values."""

from __future__ import annotations

from datetime import timedelta

import pytest
from casework_cast import NOW, a_referral

from mailbot.casework.about import About, Entity
from mailbot.casework.family.whose_referral import Join, join, same_name
from mailbot.casework.people import Party
from mailbot.casework.referral import Stage
from mailbot.casework.snapshot import SentMail, Snapshot
from mailbot.reading.letter import FamilyFacts, FamilyIntent, Referrer

ASKS = FamilyFacts(FamilyIntent.BEFRIENDING, referrer=Referrer.SELF, name="Ada Bright")
TELLS = FamilyFacts(FamilyIntent.UPDATE, referrer=Referrer.SELF)
OURS = SentMail(
    id=1, touchpoint="acknowledgement", about=About(Entity.LETTER, 1), occurrence="1", party=Party.FAMILY,
    address="ada@example.com", referral_id=1001, state="sent", sent_at=NOW - timedelta(hours=1), message_id="<a@b>",
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Raj", "Raj Sandhu", True),
        ("R. Sandhu", "Raj Sandhu", True),
        ("raj sandhu", "Raj SANDHU", True),
        ("Raj Sandhu", "Raj Gill", False),
        ("Ada Bright", "Nesta Bright", False),
        ("Ada", "Adam", False),
        (None, "Ada", False),
        ("", "", False),
    ],
)
def test_names_agree_when_both_could_be_one_person(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


@pytest.mark.parametrize(
    ("facts", "snapshot", "how"),
    [
        (ASKS, Snapshot(), Join.NEW),
        (TELLS, Snapshot(), Join.NEW),
        (TELLS, Snapshot(referrals=(a_referral(),), people_at_address=1), Join.BELONGS),
        (TELLS, Snapshot(referrals=(a_referral(),), people_at_address=2), Join.STAFF_CHOOSE),
        (TELLS, Snapshot(referrals=(a_referral(1001), a_referral(1002)), people_at_address=1), Join.STAFF_CHOOSE),
        (TELLS, Snapshot(referrals=(a_referral(stage=Stage.CLOSED),), people_at_address=1), Join.NEW),
        (
            FamilyFacts(FamilyIntent.UPDATE, phones=("+447700900999",)),
            Snapshot(referrals=(a_referral(),), people_at_address=1),
            Join.STAFF_CHOOSE,
        ),
        (
            FamilyFacts(FamilyIntent.BEFRIENDING, referrer=Referrer.SELF, name="Nesta Bright"),
            Snapshot(referrals=(a_referral(),), people_at_address=1),
            Join.NEW,
        ),
        (
            FamilyFacts(FamilyIntent.BEFRIENDING, referrer=Referrer.PROFESSIONAL, name="Jean Holt"),
            Snapshot(referred=(a_referral(name="Amy Cole"),)),
            Join.NEW,
        ),
        (
            FamilyFacts(FamilyIntent.BEFRIENDING, referrer=Referrer.PROFESSIONAL, name="Jean Holt"),
            Snapshot(referred=(a_referral(name="Jean Holt"),)),
            Join.STAFF_CHOOSE,
        ),
        (TELLS, Snapshot(answered=OURS, same_sender=True, referral=a_referral()), Join.BELONGS),
        (TELLS, Snapshot(answered=OURS, same_sender=False, referral=a_referral()), Join.OTHER_ADDRESS),
        (
            FamilyFacts(FamilyIntent.BEFRIENDING, referrer=Referrer.SELF, name="Gwen Parry"),
            Snapshot(answered=OURS, same_sender=False, referral=a_referral()),
            Join.NEW,
        ),
        (ASKS, Snapshot(directed="new", referrals=(a_referral(),), people_at_address=1), Join.NEW),
        (TELLS, Snapshot(directed="R-1001", referral=a_referral()), Join.BELONGS),
    ],
)
def test_a_letter_joins_only_where_nothing_disagrees(facts: FamilyFacts, snapshot: Snapshot, how: Join) -> None:
    assert join(facts, snapshot).how is how


def test_only_a_signed_answer_from_whoever_was_asked_is_trusted() -> None:
    by_token = join(TELLS, Snapshot(answered=OURS, same_sender=True, referral=a_referral()))
    by_sender = join(TELLS, Snapshot(referrals=(a_referral(),), people_at_address=1))
    assert (by_token.trusted, by_sender.trusted) == (True, False)
