"""When somebody may be called: recurring hours of the week, as people tell them."""

from mailbot.reading.skills.hours.availability import HoursTold as HoursTold
from mailbot.reading.skills.hours.availability import hours_told as hours_told
from mailbot.reading.skills.hours.availability import read_hours as read_hours
