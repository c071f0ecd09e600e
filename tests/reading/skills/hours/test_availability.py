"""When a family member may be called, from their own words."""

from __future__ import annotations

import pytest

from mailbot.reading.skills.hours import hours_told, read_hours
from mailbot.weekly_hours import DAYS, WeeklyHours
from tests.reading.skills.hours.hours_families_add import (
    IN_OTHER_LANGUAGES,
    LETTERS_AND_ANSWERS,
    LETTERS_WITH_OTHER_TIMES,
    MORE_OTHER_TIMES_IN_WELSH,
    MORE_WELSH,
    OTHER_TIMES_IN_OTHER_LANGUAGES,
)
from tests.reading.skills.hours.hours_families_further import FURTHER_FAMILIES, FURTHER_OTHER_TIMES
from tests.reading.skills.hours.hours_families_say import (
    FAMILIES_SAY,
    FAMILIES_SAY_IN_WELSH,
    FAMILIES_TELL_OF_OTHER_TIMES,
    OTHER_TIMES_IN_WELSH,
)
from tests.reading.skills.hours.hours_words import (
    CHANGES,
    CHILDREN_AND_HOME,
    CLOCK_FORMS,
    IN_STORIES,
    IN_STORIES_NOT_WHEN_TO_CALL,
    IN_WELSH,
    LEFT_OUT,
    LISTS_AND_CHOICES,
    NOT_WHEN_TO_CALL,
    SHORT_FORMS,
    WHENEVER,
    WORK_AND_SLEEP,
)


def hours(told: str) -> WeeklyHours | None:
    """``"mon-fri 18:00-21:00; sat,sun 09:00-12:00"`` as hours; ``"-"`` as None."""
    if told == "-":
        return None
    whole = WeeklyHours()
    for entry in told.split(";"):
        days, times = entry.split()
        start, end = times.split("-")
        whole = whole | WeeklyHours.on(_days(days), start, end)
    return whole


def _days(words: str) -> list[int]:
    days: list[int] = []
    for word in words.split(","):
        first, _, last = word.partition("-")
        days += range(DAYS.index(first), DAYS.index(last or first) + 1)
    return days


ENGLISH = [
    ("Weekday evenings", "mon-fri 18:00-21:00"),
    ("I'm free in the week", "mon-fri 09:00-21:00"),
    ("weeknights please", "mon-fri 18:00-21:00"),
    ("Mornings are best.", "mon-sun 09:00-12:00"),
    ("Afternoons suit me", "mon-sun 12:00-17:00"),
    ("Nights would be better for me", "mon-sun 18:00-21:00"),
    ("Please ring in the daytime.", "mon-sun 09:00-17:00"),
    ("School hours only please", "mon-fri 09:30-15:00"),
    ("The best time is while the kids are at school", "mon-fri 09:30-15:00"),
    ("Weekends only.", "sat,sun 09:00-21:00"),
    ("Ring me any time", "mon-sun 09:00-21:00"),
    ("It doesn't matter when.", "mon-sun 09:00-21:00"),
    ("Call me on Tuesdays and Thursdays", "tue,thu 09:00-21:00"),
    ("Any time after 6 is fine", "mon-sun 18:00-21:00"),
    ("You can ring me before 10", "mon-sun 09:00-10:00"),
    ("I'm in until 2", "mon-sun 09:00-14:00"),
    ("Please ring, but not before 11", "mon-sun 11:00-21:00"),
    ("Can someone call me between 12 and 1", "mon-sun 12:00-13:00"),
    ("2 till 5 is good", "mon-sun 14:00-17:00"),
    ("I can do Mon to Thurs after half 7", "mon-thu 19:30-21:00"),
    ("Any time but not mornings please", "mon-sun 12:00-21:00"),
    ("Any day except Wednesdays suits me", "mon,tue,thu-sun 09:00-21:00"),
    ("Weekday afternoons are good, apart from Thursday when I have my hair done", "mon-wed,fri 12:00-17:00"),
    ("I'm home every evening bar Monday", "tue-sun 18:00-21:00"),
    ("Ring me any evening. Wednesdays I have my mum.", "mon,tue,thu-sun 18:00-21:00"),
    ("Evenings suit me but Sundays are out (church).", "mon-sat 18:00-21:00"),
    ("Friday evenings are bingo so not them but otherwise any evening", "mon-thu,sat,sun 18:00-21:00"),
    ("Mondays are no good. Could it be Wednesdays or Fridays 1 to 2 instead?", "wed,fri 13:00-14:00"),
    ("Best times: Mon, Tues, Thurs between 10am and 1pm. Not Fridays at all.", "mon,tue,thu 10:00-13:00"),
    ("Mon & Wed evenings", "mon,wed 18:00-21:00"),
    ("Tues or Thurs 7 till 9", "tue,thu 19:00-21:00"),
    ("Tuesdays 7-8pm", "tue 19:00-20:00"),
    ("When to ring: Mondays and Wednesdays 10-12, Friday afternoons", "mon,wed 10:00-12:00;fri 12:00-17:00"),
    ("Thursday any time or Saturday mornings.", "thu 09:00-21:00;sat 09:00-12:00"),
    ("Sunday afternoons or any weekday before ten would be lovely", "mon-fri 09:00-10:00;sun 12:00-17:00"),
    ("after 5 in the week, Sat and Sun any time", "mon-fri 17:00-21:00;sat,sun 09:00-21:00"),
    ("Weekdays between 12 and 1 on my lunch, or any time at the weekend.", "mon-fri 12:00-13:00;sat,sun 09:00-21:00"),
    ("I work nights in the week so weekends only", "sat,sun 09:00-21:00"),
    ("I finish work at half 3 so after 4 on Tuesdays is fine", "tue 16:00-21:00"),
    ("weds and fri after 5", "wed,fri 17:00-21:00"),
    ("ring n e time bt NOT b4 11 coz im not sleepin", "mon-sun 11:00-21:00"),
    ("Evenings or weekends are best", "mon-fri 18:00-21:00;sat,sun 09:00-21:00"),
    ("I'm free Mondays 10 to 12 or 2 to 4", "mon 10:00-12:00;mon 14:00-16:00"),
    ("half ten till half eleven on a Tuesday would suit", "tue 10:30-11:30"),
    ("Ring me after 6pm but not on Fridays or Saturdays", "mon-thu,sun 18:00-21:00"),
    ("I am free from 18:30 on weekdays", "mon-fri 18:30-21:00"),
    ("9 to 5 Monday to Friday is fine", "mon-fri 09:00-17:00"),
    ("call me on 07700 900 118, Sat or Sun mornings", "sat,sun 09:00-12:00"),
    ("Please don't ring on Sundays. Any other day is fine.", "mon-sat 09:00-21:00"),
    ("I can't do Tuesdays, otherwise any afternoon", "mon,wed-sun 12:00-17:00"),
    ("Afternoons are best, after 2", "mon-sun 14:00-17:00"),
    ("Lunchtimes are good for me", "mon-sun 12:00-14:00"),
    ("I'm useless before noon, but any time after that, any day", "mon-sun 12:00-21:00"),
    ("I could do weekdays from noon", "mon-fri 12:00-21:00"),
    ("Not Thursdays. Evenings after 7 suit me.", "mon-wed,fri-sun 19:00-21:00"),
    ("Every day from 10 until 12", "mon-sun 10:00-12:00"),
    ("Ideally a Friday, any time after two o'clock", "fri 14:00-21:00"),
    ("wenesdays after 6 is best", "wed 18:00-21:00"),
    ("Times: Monday - Friday, 5.30pm - 7pm", "mon-fri 17:30-19:00"),
    ("I'd prefer Saturday or Sunday afternoon", "sat,sun 12:00-17:00"),
    ("Any evening except Tuesdays and Thursdays when I'm at choir", "mon,wed,fri-sun 18:00-21:00"),
    ("Please only ring after 7 Monday, Tuesday or Friday", "mon,tue,fri 19:00-21:00"),
    ("She is best in the mornings before 11, Mrs Lane that is", "mon-sun 09:00-11:00"),
]

MORE_WAYS_TO_SAY_IT = [
    ("I am normally home from about 4pm Monday to Thursday", "mon,tue,wed,thu 16:00-21:00"),
    ("I work shifts so it varies but Sundays are usually ok", "sun 09:00-21:00"),
    ("Best to catch me first thing, 9-10, any weekday", "mon,tue,wed,thu,fri 09:00-10:00"),
    ("Early evenings, say 6 till 7.30, but never Tuesdays", "mon,wed,thu,fri,sat,sun 18:00-19:30"),
    ("Tuesdays and Thursdays after the school run, 9.15 to 2.30", "tue,thu 09:15-14:30"),
    ("Any weekday morning except Wednesday", "mon,tue,thu,fri 09:00-12:00"),
    ("Anytime Saturday, Sunday after 2", "sat 09:00-21:00;sun 14:00-21:00"),
    ("Could she ring Wed pm?", "wed 12:00-17:00"),
    ("Mon am, Thurs pm", "mon 09:00-12:00;thu 12:00-17:00"),
    ("I finish at 3 so after 3.30", "mon,tue,wed,thu,fri,sat,sun 15:30-21:00"),
    ("I'm off Mondays and Tuesdays", "mon,tue 09:00-21:00"),
    ("Not weekends please.", "mon,tue,wed,thu,fri 09:00-21:00"),
    ("I'd rather not be called in the evenings", "mon,tue,wed,thu,fri,sat,sun 09:00-18:00"),
    ("Weekday lunchtimes 12-1", "mon,tue,wed,thu,fri 12:00-13:00"),
    ("After tea, so from about 6.30", "mon,tue,wed,thu,fri,sat,sun 18:30-21:00"),
    ("Between 10 and half 11 in the mornings", "mon,tue,wed,thu,fri,sat,sun 10:00-11:30"),
    ("Any time between 9am and 5pm Monday to Friday", "mon,tue,wed,thu,fri 09:00-17:00"),
    ("Please call after six o'clock", "mon,tue,wed,thu,fri,sat,sun 18:00-21:00"),
    ("Thursday nights only, 8 to 9", "thu 20:00-21:00"),
    ("I can talk on my break, 1.15-1.45, Monday-Friday", "mon,tue,wed,thu,fri 13:15-13:45"),
    ("Friday is best, or Saturday morning", "fri 09:00-21:00;sat 09:00-12:00"),
    ("weekends or weekday evenings after 7", "mon,tue,wed,thu,fri 19:00-21:00;sat,sun 09:00-21:00"),
    ("Mondays (not bank holidays) 2-4pm", "mon 14:00-16:00"),
    ("on Sunday afternoons or any evening but Friday", "mon-thu,sat,sun 18:00-21:00;sun 12:00-17:00"),
    ("ring before noon", "mon,tue,wed,thu,fri,sat,sun 09:00-12:00"),
    ("until 8pm", "mon,tue,wed,thu,fri,sat,sun 09:00-20:00"),
    ("Tuesday 10am", "tue 10:00-11:00"),
    ("Tuesdays at 7", "tue 19:00-20:00"),
    ("Whenever suits you", "mon,tue,wed,thu,fri,sat,sun 09:00-21:00"),
    ("I'm retired so any day, any time really", "mon,tue,wed,thu,fri,sat,sun 09:00-21:00"),
    ("Evenings but before 8", "mon,tue,wed,thu,fri,sat,sun 18:00-20:00"),
    ("Mon/Wed/Fri 11-1", "mon,wed,fri 11:00-13:00"),
    ("Every weekday after 5 and all day Saturday", "mon,tue,wed,thu,fri 17:00-21:00;sat 09:00-21:00"),
    (
        "any time except Thursdays between 2 and 4",
        "mon,tue,wed,fri,sat,sun 09:00-21:00;thu 09:00-14:00;thu 16:00-21:00",
    ),
    ("Weekdays 9-5 not Wednesday afternoons", "mon,tue,thu,fri 09:00-17:00;wed 09:00-12:00"),
    ("I can't talk before 10 or after 8", "mon,tue,wed,thu,fri,sat,sun 10:00-20:00"),
    ("He visits on Wednesdays so not then, otherwise afternoons", "mon,tue,thu,fri,sat,sun 12:00-17:00"),
    ("My days off are Thursday and Friday", "thu,fri 09:00-21:00"),
    ("Mornings Mon-Wed and evenings Thurs-Fri", "mon,tue,wed 09:00-12:00;thu,fri 18:00-21:00"),
    ("the kids go to bed at 7 so 7.30 onwards is good", "mon,tue,wed,thu,fri,sat,sun 19:30-21:00"),
    ("Sundays when my husband is at church, 10 till 12", "sun 10:00-12:00"),
    ("Bob nos ar ôl 7 heblaw nos Iau", "mon,tue,wed,fri,sat,sun 19:00-21:00"),
    ("Mae dydd Mercher yn well", "wed 09:00-21:00"),
    ("Dydd Llun i ddydd Gwener 9 tan 3", "mon,tue,wed,thu,fri 09:00-15:00"),
    ("Boreau os gwelwch yn dda", "mon,tue,wed,thu,fri,sat,sun 09:00-12:00"),
    ("unrhyw amser ar benwythnos", "sat,sun 09:00-21:00"),
    ("ddim cyn 10", "mon,tue,wed,thu,fri,sat,sun 10:00-21:00"),
    ("hanner awr wedi chwech ymlaen ar nos Wener", "fri 18:30-21:00"),
    ("8pm onwards most nights", "mon,tue,wed,thu,fri,sat,sun 20:00-21:00"),
    ("ring me on Friday", "fri 09:00-21:00"),
    ("ring me at 10 on Saturday please", "sat 10:00-11:00"),
]

WELSH = [
    ("Dw i adra bob bore Llun a bore Iau, ac ar nos Fawrth ar ôl 7.", "mon,thu 09:00-12:00;tue 19:00-21:00"),
    ("Nos Fercher sy orau i fi.", "wed 18:00-21:00"),
    ("Gyda'r nos, heblaw nos Wener.", "mon-thu,sat,sun 18:00-21:00"),
    ("Ffoniwch fi unrhyw bryd", "mon-sun 09:00-21:00"),
    ("Dw i ar gael o ddydd Llun i ddydd Gwener ar ôl 6", "mon-fri 18:00-21:00"),
    ("Prynhawniau sy'n siwtio orau", "mon-sun 12:00-17:00"),
    ("Mae'r penwythnos yn well i mi", "sat,sun 09:00-21:00"),
    ("Rhwng 2 a 4 ar ddydd Mawrth os gwelwch yn dda", "tue 14:00-16:00"),
    ("Gallwch fy ffonio bob dydd cyn 11", "mon-sun 09:00-11:00"),
    ("Dw i'n rhydd ar ddydd Sadwrn a dydd Sul", "sat,sun 09:00-21:00"),
    ("Bore dydd Iau sydd orau", "thu 09:00-12:00"),
]

NO_TIMES_TO_BE_CALLED = [
    "They took my son away on Monday and I have not slept since.",
    "I'd like to book a visit for Sat 14th March at 2pm",
    "I visit him every Saturday.",
    "He phones me on Sundays at 6.",
    "My trial starts Monday at ten.",
    "My husband was sentenced on Thursday afternoon.",
    "He comes home this Friday.",
    "I've got her two at weekends.",
    "For the third Monday running I have sat by the telephone from two o'clock and nobody has rung.",
    "The court sits 10-4.",
    "He was given 14 months in March 2025, after 3 years of waiting.",
    "I cried all night and most mornings I can't get out of bed.",
    "The dog sat on the keyboard.",
    "We went to see the solicitor on Tuesday morning.",
    "The hearing is on 9 March at 2pm.",
    "Good morning, could I have the weekly call please",
    "Prynhawn da, hoffwn i ofyn cwestiwn.",
    "Mae o'n ffonio bob nos Sul.",
    "My number is 07700 900 118.",
    "I've three kids and my mum is 81.",
    "",
    "Last night the police came.",
    "I enjoy the Tuesday group.",
    "I have hospital on Monday 9 March at 10",
    "my appointment is Tuesdays at 2",
    "ring me tonight",
    "ring me tomorrow at 3",
]

OTHER_LANGUAGES = [
    ("Mogę rozmawiać w poniedziałki i środy po 18, a w soboty rano.", "mon,wed 18:00-21:00;sat 09:00-12:00"),
    ("Dopahar 12 se 3 baje ke darmiyan, Peer se Jumeraat tak. Jumma ko nahi.", "mon-thu 12:00-15:00"),
]


FURTHER_WAYS = [
    *WORK_AND_SLEEP,
    *CHILDREN_AND_HOME,
    *CLOCK_FORMS,
    *SHORT_FORMS,
    *LISTS_AND_CHOICES,
    *LEFT_OUT,
    *CHANGES,
    *WHENEVER,
    *IN_WELSH,
    *IN_STORIES,
    *FAMILIES_SAY,
    *FAMILIES_SAY_IN_WELSH,
    *LETTERS_AND_ANSWERS,
    *MORE_WELSH,
    *IN_OTHER_LANGUAGES,
    *FURTHER_FAMILIES,
]
NO_TIMES = [
    *NO_TIMES_TO_BE_CALLED,
    *NOT_WHEN_TO_CALL,
    *IN_STORIES_NOT_WHEN_TO_CALL,
    *FAMILIES_TELL_OF_OTHER_TIMES,
    *OTHER_TIMES_IN_WELSH,
    *LETTERS_WITH_OTHER_TIMES,
    *MORE_OTHER_TIMES_IN_WELSH,
    *OTHER_TIMES_IN_OTHER_LANGUAGES,
    *FURTHER_OTHER_TIMES,
]


@pytest.mark.parametrize(("words", "told"), ENGLISH + MORE_WAYS_TO_SAY_IT + WELSH + OTHER_LANGUAGES + FURTHER_WAYS)
def test_words_for_when_somebody_may_be_called_become_weekly_hours(words: str, told: str) -> None:
    assert read_hours(words) == hours(told)


@pytest.mark.parametrize("words", NO_TIMES)
def test_a_time_that_is_no_time_to_be_called_gives_none(words: str) -> None:
    assert read_hours(words) is None


def test_for_one_who_offers_to_volunteer_only_times_to_be_rung_count() -> None:
    words = "I have a Thursday and most evenings free. You can ring me any afternoon."
    assert read_hours(words, only_for_calls=True) == hours("mon-sun 12:00-17:00")
    assert read_hours("I would be available on Mondays", only_for_calls=True) is None


def test_the_deciding_sentence_is_kept_as_evidence() -> None:
    told = hours_told("My son is away. Evenings suit me.")
    assert [evidence.words for evidence in told.evidence] == ["evenings suit me."]
