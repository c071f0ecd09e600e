"""Is anybody's safety in question?"""

from mailbot.reading.risk.signs import Writer as Writer
from mailbot.reading.risk.signs import read_risk as read_risk
from mailbot.reading.risk.signs import risk_in_text as risk_in_text
