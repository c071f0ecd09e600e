"""What a volunteer says."""

from mailbot.reading.volunteer.facts import read_volunteer as read_volunteer
