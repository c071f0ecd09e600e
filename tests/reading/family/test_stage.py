"""The latest point that a letter tells of, in English and Welsh and the plainest words of other languages."""

from __future__ import annotations

import pytest

from mailbot.reading.family.stage import stage_told
from mailbot.reading.words.spelling import sentences, spelt_out

TOLD = [
    ("He was nicked on Saturday and he's still in the cells.", "arrest"),
    ("The police took him on Tuesday night.", "arrest"),
    ("Mae o ar fechnïaeth ers wythnos.", "arrest"),
    ("He's waiting for his court date in May.", "remand"),
    ("She has not been sentenced yet.", "remand"),
    ("They refused bail so he's in until the hearing.", "remand"),
    ("Mae e'n aros am ei achos.", "remand"),
    ("His trial starts on Monday.", "trial"),
    ("She's in the dock this week.", "trial"),
    ("He got four years in November.", "sentenced"),
    ("My brother is halfway through his sentence.", "sentenced"),
    ("He was sent away for eighteen months.", "sentenced"),
    ("My lad is an IPP prisoner.", "sentenced"),
    ("Cafodd bedair blynedd ym mis Mai.", "sentenced"),
    ("Mae'r gŵr dan glo ers y Nadolig.", "sentenced"),
    ("Mąż został skazany.", "sentenced"),
    ("A primit patru ani.", "sentenced"),
    ("He breached his licence and he's back inside.", "recall"),
    ("He came home in March and was recalled in June.", "recall"),
    ("She gets out in early October.", "release"),
    ("He's due home any day.", "release"),
    ("He's been home since Easter.", "release"),
    ("Mae hi'n dod adre wythnos nesa.", "release"),
    ("He's in prison and I miss him.", None),
    ("We have been married fifty one years.", None),
    ("He is 24 and was always good to me.", None),
]


@pytest.mark.parametrize(("words", "stage"), TOLD, ids=range(len(TOLD)))
def test_the_latest_point_is_told(words: str, stage: str | None) -> None:
    told = stage_told(sentences(spelt_out(words)))
    assert (told[0] if told else None) == stage
