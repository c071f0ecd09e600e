"""Signs that nobody sees, taken out: what stands between the letters of a word must not hide it from a reader."""

from __future__ import annotations

import re

# Soft hyphens, zero-width and joining signs, marks of direction, fillers, tags, variation selectors, interlinear marks
_NEVER_SEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000e0080-\U000e0fff]"
)
# these shape letters of Persian or Hindi and join emoji, but between Latin letters only hide them
_WITHIN_WORDS = re.compile("(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d\ufe00-\ufe0f]{1,20}")


def without_unseen(text: str) -> str:
    """The text as a person sees it."""
    if text.isascii():
        return text
    return _WITHIN_WORDS.sub("", _NEVER_SEEN.sub("", text))
