"""To which referral does a family's letter belong? (design rule 6: an address is never an identity)

What cannot be told by rule goes to staff, who choose; nothing is ever merged on a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mailbot.casework.actions import Action, Mention
from mailbot.casework.people import Party
from mailbot.casework.referral import Referral
from mailbot.casework.snapshot import Snapshot
from mailbot.reading.letter import FamilyFacts, FamilyIntent, Letter, Referrer
from mailbot.reading.staff.references import references_in

ASKS_FOR_CALLS = frozenset({FamilyIntent.BEFRIENDING, FamilyIntent.BOTH})


class Join(StrEnum):
    BELONGS = "belongs"  # to ``Joining.referral``
    NEW = "new"  # a person not known, or another person
    STAFF_CHOOSE = "staff_choose"
    OTHER_ADDRESS = "other_address"  # our mail was answered from an address it was not sent to


@dataclass(frozen=True, slots=True)
class Joining:
    """``trusted``: it came back to the signed address from the address that was asked."""

    how: Join
    referral: Referral | None = None
    trusted: bool = False


def join(facts: FamilyFacts, snapshot: Snapshot) -> Joining:
    """A token joins unless the letter names another person; the sender alone joins only where nothing disagrees."""
    if snapshot.directed == "new":
        return Joining(Join.NEW)
    if snapshot.directed and snapshot.referral:
        return Joining(Join.BELONGS, snapshot.referral, trusted=True)
    to_them = snapshot.answered and snapshot.answered.party is not Party.STAFF  # who left staff speaks for no family
    if to_them and snapshot.referral and snapshot.referral.is_open:
        return _by_token(facts, snapshot, snapshot.referral)
    return _by_sender(facts, snapshot)


def asks_as_another(facts: FamilyFacts, snapshot: Snapshot) -> bool:
    """Does the letter ask for calls in the name of somebody whom none of the referrals in question is for?"""
    here = [snapshot.referral] if snapshot.answered and snapshot.referral else list(snapshot.referrals)
    candidates = [one for one in here if one.is_open]
    named = facts.intent in ASKS_FOR_CALLS and bool(facts.name)
    return named and bool(candidates) and all(_names_another(facts, one) for one in candidates)


def _by_token(facts: FamilyFacts, snapshot: Snapshot, referral: Referral) -> Joining:
    if facts.intent in ASKS_FOR_CALLS and _names_another(facts, referral):
        return Joining(Join.NEW)
    if not snapshot.same_sender:
        return Joining(Join.OTHER_ADDRESS, referral)
    if _is_referrer(snapshot, referral):  # only the person is written to: staff read what the referrer adds
        return Joining(Join.STAFF_CHOOSE, referral)
    return Joining(Join.BELONGS, referral, trusted=True)


def _by_sender(facts: FamilyFacts, snapshot: Snapshot) -> Joining:
    open_here = [one for one in snapshot.referrals if one.is_open]
    speaks_for_another = facts.referrer in (Referrer.PROFESSIONAL, Referrer.OTHER_PERSON)
    if facts.intent in ASKS_FOR_CALLS and speaks_for_another:
        same = [one for one in (*snapshot.referred, *open_here) if one.is_open and same_name(one.name, facts.name)]
        return Joining(Join.STAFF_CHOOSE, same[0]) if same else Joining(Join.NEW)
    if not open_here:
        referred_open = [one for one in snapshot.referred if one.is_open]
        if referred_open and facts.intent not in ASKS_FOR_CALLS:
            return Joining(Join.STAFF_CHOOSE, referred_open[0] if len(referred_open) == 1 else None)
        return Joining(Join.NEW)
    if len(open_here) == 1 and snapshot.people_at_address <= 1 and not _disagrees(facts, open_here[0]):
        return Joining(Join.BELONGS, open_here[0])
    if facts.intent in ASKS_FOR_CALLS and facts.name and all(_names_another(facts, one) for one in open_here):
        return Joining(Join.NEW)
    return Joining(Join.STAFF_CHOOSE, open_here[0] if len(open_here) == 1 else None)


def _is_referrer(snapshot: Snapshot, referral: Referral) -> bool:
    answered = snapshot.answered
    return bool(answered and referral.referrer_address and answered.address == referral.referrer_address)


def _disagrees(facts: FamilyFacts, referral: Referral) -> bool:
    """Does a name, a number or who speaks for whom differ from what we know?"""
    if _names_another(facts, referral):
        return True
    other_number = bool(facts.phones and referral.phones and not set(facts.phones) & set(referral.phones))
    return other_number or facts.referrer in (Referrer.PROFESSIONAL, Referrer.OTHER_PERSON)


def _names_another(facts: FamilyFacts, referral: Referral) -> bool:
    return bool(facts.name and referral.name) and not same_name(facts.name, referral.name)


def same_name(one: str | None, other: str | None) -> bool:
    """Could both name the same person? First names must agree; surnames only when both are told."""
    if not one or not other:
        return False
    a, b = one.casefold().split(), other.casefold().split()
    if not _same_word(a[0], b[0]):
        return False
    return len(a) == 1 or len(b) == 1 or _same_word(a[-1], b[-1])


def _same_word(a: str, b: str) -> bool:
    a, b = a.strip("."), b.strip(".")
    return a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1])


def mentions(letter: Letter, snapshot: Snapshot) -> list[Action]:
    """Of whom a letter of staff's or a volunteer's speaks: those it names, and the one it answers mail about."""
    if snapshot.letter_id is None:
        return []
    named = [one[2:] for one in references_in(letter.new_text) if one.startswith("R-")]
    around = (
        [snapshot.referral] if snapshot.referral else list(snapshot.supports if len(snapshot.supports) == 1 else ())
    )
    spoken_of = dict.fromkeys((*(int(one) for one in named if len(one) < 10), *(one.id for one in around)))
    return [Mention(letter_id=snapshot.letter_id, referral_id=one) for one in spoken_of]
