"""Telephone numbers: whose each is, which may be rung, and which must not."""

from mailbot.reading.skills.phones.sorting import Passage as Passage
from mailbot.reading.skills.phones.sorting import PhonesTold as PhonesTold
from mailbot.reading.skills.phones.sorting import Voice as Voice
from mailbot.reading.skills.phones.sorting import find_phones as find_phones
