"""The door to days, clock times and lengths that are told relatively, by the table in ``tests/samples/README.md``.

All functions take plain text (``plain.plain``); what hangs on the day takes the day the mail was sent in Europe/London.
"""

from mailbot.reading.skills.dates.clocks import ClockTold as ClockTold
from mailbot.reading.skills.dates.clocks import clocks_told as clocks_told
from mailbot.reading.skills.dates.clocks import lengths_told as lengths_told
from mailbot.reading.skills.dates.days import DayTold as DayTold
from mailbot.reading.skills.dates.days import days_told as days_told
from mailbot.reading.skills.dates.days import month_begins as month_begins
from mailbot.reading.skills.dates.days import sent_day as sent_day
from mailbot.reading.skills.dates.days import spelt_out_ranges as spelt_out_ranges
from mailbot.reading.skills.dates.days import weekday_word as weekday_word
from mailbot.reading.skills.dates.lengths import LengthTold as LengthTold
