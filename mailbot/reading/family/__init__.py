"""What a family member, or somebody who writes for one, says."""

from mailbot.reading.family.facts import read_family as read_family
