"""What was fitted to letters, as it comes with mailbot: the second opinion on risk, and what letters are likely for.

The weights are fitted, not written (``training``), so that there is nothing in them to edit.
"""

from __future__ import annotations

import io
import json
from functools import cache
from importlib.resources import files

import numpy as np

from mailbot.reading.risk.likeness import Likeness
from mailbot.reading.risk.second_opinion import SecondOpinion
from mailbot.reading.words.likely import Likely
from mailbot.settings.meaning import meaning_is_installed, sense_of


@cache
def second_opinion() -> SecondOpinion:
    """With the meaning of words where that is installed."""
    folder = files("mailbot.reading.risk")
    words = json.loads(folder.joinpath("second_opinion.json").read_text("utf-8"))
    if not meaning_is_installed():
        return SecondOpinion.from_data(words)
    with np.load(io.BytesIO(folder.joinpath("second_opinion.npz").read_bytes())) as arrays:
        likeness = Likeness.from_arrays(dict(arrays))
    return SecondOpinion.from_data(words, likeness, sense_of)


@cache
def likely_intents() -> Likely:
    """What families' letters are for."""
    return _likely("mailbot.reading.family", "likely_intents.json")


@cache
def likely_points() -> Likely:
    """The main point of volunteers' letters."""
    return _likely("mailbot.reading.volunteer", "likely_points.json")


def _likely(package: str, name: str) -> Likely:
    return Likely.from_data(json.loads(files(package).joinpath(name).read_text("utf-8")))
