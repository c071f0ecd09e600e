"""Is anybody's safety in question? ``reading`` is the door; ``signs`` holds the rules, the words are the staff's."""

from mailbot.reading.risk.reading import read_risk as read_risk
from mailbot.reading.risk.signs import Writer as Writer
from mailbot.reading.risk.signs import risk_in_text as risk_in_text
