"""The weights of the second opinion on risk, as they come with mailbot."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from mailbot.reading.risk.second_opinion import SecondOpinion
from mailbot.settings.meaning import meaning_is_installed, sense_of


@cache
def second_opinion() -> SecondOpinion:
    """With the meaning of words where that is installed.

    The weights are fitted, not written (``training/second_opinion.py``), so that there is nothing in them to edit.
    """
    told = files("mailbot.reading.risk").joinpath("second_opinion.json").read_text("utf-8")
    return SecondOpinion.from_data(json.loads(told), sense_of if meaning_is_installed() else None)
