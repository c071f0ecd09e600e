"""The digest names what staff have still to choose, and the days on which the rota has nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casework_cast import DILYS, OWEN, a_referral, an_office, few_words
from digest_mornings import BEN, CARYS, EIGHT, a_report, a_task

from mailbot.casework.people import Absence, Roster
from mailbot.casework.snapshot import TaskReason
from mailbot.casework.staff.digest.day import look_over
from mailbot.casework.staff.digest.morning import digest_for
from mailbot.casework.touchpoints import Digest, DigestLine


def the_digest(roster: Roster, **parts: object) -> Digest:
    office = replace(an_office(few_words()), roster=roster)
    return digest_for(DILYS, look_over(a_report(**parts), office, EIGHT))


def lines(digest: Digest, title: str) -> list[DigestLine]:
    return [line for part in digest.sections if part.title == title for line in part.lines]


def test_a_proposal_has_a_line_of_its_own_and_stands_nowhere_else() -> None:
    proposal = a_task(1, TaskReason.PROPOSAL, referral_id=1042, proposed=(CARYS.id, BEN.id))
    digest = the_digest(
        Roster((DILYS, OWEN)), referrals=(a_referral(1042),), volunteers=(BEN, CARYS), tasks=(proposal,)
    )
    words = "proposed: Carys Rees, or Ben Hale; with you since yesterday."
    assert lines(digest, "Who shall be asked?") == [DigestLine("R-1042", words, "approve R-1042")]
    assert lines(digest, "Who waits on whom") == []
    assert "1 thing waits for you" in digest.headline + digest.summary


def test_a_gap_in_the_rota_is_told_and_the_morning_is_not_quiet() -> None:
    away = (Absence(date(2026, 3, 20), date(2026, 3, 21)),)
    digest = the_digest(Roster((replace(DILYS, away=away), replace(OWEN, away=away))))
    told = [line.words for line in lines(digest, "The safeguarding rota")]
    assert told[0].startswith("From Friday 20 March to Saturday 21 March everybody on the safeguarding rota is away.")
    assert "in the rota" in digest.headline + digest.summary
    assert not lines(the_digest(Roster((DILYS, OWEN))), "The safeguarding rota")
