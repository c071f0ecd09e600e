"""The weights of the second opinion on risk, as they come with mailbot."""

from __future__ import annotations

import io
import json
from functools import cache
from importlib.resources import files

import numpy as np

from mailbot.reading.risk.likeness import Likeness
from mailbot.reading.risk.second_opinion import SecondOpinion
from mailbot.settings.meaning import meaning_is_installed, sense_of


@cache
def second_opinion() -> SecondOpinion:
    """With the meaning of words where that is installed.

    The weights are fitted, not written (``training/second_opinion.py``), so that there is nothing in them to edit.
    """
    folder = files("mailbot.reading.risk")
    words = json.loads(folder.joinpath("second_opinion.json").read_text("utf-8"))
    if not meaning_is_installed():
        return SecondOpinion.from_data(words)
    with np.load(io.BytesIO(folder.joinpath("second_opinion.npz").read_bytes())) as arrays:
        likeness = Likeness.from_arrays(dict(arrays))
    return SecondOpinion.from_data(words, likeness, sense_of)
