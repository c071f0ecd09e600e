"""What staff want done."""

from mailbot.reading.staff.facts import read_staff as read_staff
