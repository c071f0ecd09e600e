"""How is it going? 1 to 3, in a figure or in words; what contradicts itself is for a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.reading.family.reply_figures import figures_told
from mailbot.reading.words.lexicon import Lexicon

MOST = 3
_FEELINGS = {"well": 3, "middling": 2, "badly": 1}
_BUT = re.compile(r"\b(?:but|though|although|however|except|ond|apart from)\b")
_TURNS = re.compile(r"\b(?:at first|to begin with|to start with|used to|before|last (?:week|time)|the first)\b")


@dataclass(frozen=True, slots=True)
class Judged:
    """``value`` None with ``unclear``: an answer that a person must read."""

    value: int | None = None
    unclear: bool = False
    words: str = ""


def score_told(said: Sequence[str], lexicon: Lexicon) -> Judged:
    """``said``: plain sentences, newly written."""
    figures = {figure for one in said for figure in figures_told(one, most=MOST)}
    feelings = [(one, feeling) for one in said for feeling in _feelings(one, lexicon)]
    words = " ".join(dict.fromkeys(one for one, _ in feelings))
    felt = {feeling for _, feeling in feelings}
    if len(figures) > 1:
        return Judged(unclear=True, words=words)
    if figures:
        figure = figures.pop()
        return _figure_with_words(figure, felt, " ".join(said))
    if not felt:
        return Judged()
    if len(felt) == 1:
        return Judged(felt.pop(), words=words)
    if felt == {3, 2}:  # "ok, she is lovely": the warmer the words, the less sure
        return Judged(
            None if any(_BUT.search(one) for one in said) else 3, any(_BUT.search(one) for one in said), words
        )
    return Judged(unclear=True, words=words)


def _figure_with_words(figure: int, felt: set[int], words: str) -> Judged:
    """A 3 with bad words, or a 1 with good ones, is no answer; a 2 may go with either."""
    if (figure == 3 and 1 in felt) or (figure == 1 and 3 in felt):
        return Judged(unclear=True, words=words)
    return Judged(figure, words=words)


def _feelings(sentence: str, lexicon: Lexicon) -> list[int]:
    """Of overlapping phrases the worse counts: "not good" holds "good"; "not bad" holds "bad" and is the longer."""
    hits = lexicon.find(sentence)
    spared = [hit for hit in hits if hit.section == "harmless"]
    told = [
        hit
        for hit in hits
        if hit.section in _FEELINGS and not any(hit.overlaps(other) and hit.end <= other.end for other in spared)
    ]
    kept = [
        hit
        for hit in told
        if not any(
            other is not hit
            and other.start <= hit.start
            and hit.end <= other.end
            and (other.end - other.start) > (hit.end - hit.start)
            for other in told
        )
    ]
    return [_FEELINGS[hit.section] for hit in kept if not _TURNS.match(sentence[hit.end :].strip())]
