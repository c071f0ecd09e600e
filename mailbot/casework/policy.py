"""Policy: every number that staff may change (``config/policy.toml``), with the defaults of ``service.md``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Policy:
    """Hours and days are of the calendar unless a name says ``working``; clock times are London's, ``HH:MM``."""

    nation: str = "ENG"  # whose bank holidays pause staff work: ENG, WLS, SCT or NIR

    # the promise (service.md, The clock; rows 2, 5, 8)
    promise_days: int = 7
    essentials_again_days: int = 2
    essentials_staff_days: int = 3
    staff_told_days: int = 4
    amber_days: int = 5
    staff_call_days: int = 6
    history_days: int = 7  # a letter older than this when taken in is filed as history

    # offers (row 4)
    offer_nudge_hours: int = 18
    offer_window_hours: int = 24
    offer_shortest_window_hours: int = 3
    offer_lapses_before_staff: int = 2

    # the first call (row 7) and what follows (row 11, first form)
    family_told_staff_hours: int = 4  # an introduction not yet accepted by the server after this goes to staff
    call_report_nudge_hours: int = 24
    call_report_staff_hours: int = 48
    attempt_hours: tuple[int, ...] = (24, 72)  # after "no answer": another try within 24 h, then 72 h, then staff
    call_report_after_hours: int = 3  # after a planned call

    # staff (rows 3, 21, 22)
    staff_day_from: str = "09:00"
    staff_day_until: str = "17:00"
    staff_reply_held_minutes: int = 10  # staff's own words to the writer of a letter
    staff_task_working_hours: int = 4
    digest_at: str = "08:00"
    concern_page_minutes: int = 15
    language_page_from: str = "08:00"  # a letter uncertain only by its language pages in these hours
    language_page_until: str = "22:00"

    # when we may write (service.md, Quiet hours and cadence)
    quiet_from: str = "20:00"
    quiet_until: str = "09:00"
    family_unasked_a_week: int = 2
    family_unasked_a_day: int = 1

    # loops (never 5)
    automatic_to_one_address_a_day: int = 6
    automatic_to_public_an_hour: int = 300
    tasks_for_one_sender_a_day: int = 8  # more are only listed in the digest
    confirmations_at_once: int = 3  # asked of one member of staff

    # matching (design rule 10)
    matching_approval: str = "automatic"  # "staff": they choose before anybody is asked
    matching_from: str = "09:00"
    matching_until: str = "19:00"
    matching_every_minutes: int = 60
    overlap_least_minutes: int = 60
    overlap_ample_minutes: int = 240
    hours_unknown_blocks_days: int = 2  # unknown family hours do not block after this
    in_date_through_days: int = 31  # DBS and trainings must be in date through the first month
    weight_overlap: int = 30
    weight_lived_experience: int = 40
    weight_language: int = 40  # the language they wrote in, where another would do
    weight_load: int = 20
    weight_fairness: int = 20
    new_volunteer_capacity: int = 1

    # somebody who would like to volunteer
    joining_nudge_days: int = 3
    joining_staff_days: int = 7

    # sending (design rule 5)
    retry_days: int = 5
    uncertain_after_minutes: int = 10
    letter_attempts: int = 3  # a letter that raises is tried so often, then set aside for staff
    hold_minutes: tuple[tuple[str, int], ...] = field(default=(), metadata={"table": True})  # by touchpoint; else 0

    def held(self, touchpoint: str) -> timedelta:
        """How long emails of this kind (the template's name) wait after they would have gone."""
        return timedelta(minutes=dict(self.hold_minutes).get(touchpoint, 0))
