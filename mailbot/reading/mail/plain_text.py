"""Text made fit to be read and kept: no control signs, one kind of space, soft line breaks undone."""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ue000\ue001]")
_BREAKS = re.compile(r"\r\n|[\r\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    """Without control signs, invisible signs and lone surrogates; every kind of space made a plain one."""
    text = _SPACES.sub(" ", _UNWANTED.sub("", _BREAKS.sub("\n", text)))
    return _SURROGATES.sub("\ufffd", text)


def joined(texts: Iterable[str]) -> str:
    return "\n\n".join(kept for text in texts if (kept := text.strip("\n").rstrip()))


def unflow(text: str, *, delete_space: bool) -> str:
    """Soft line breaks undone (RFC 3676): a line ending in a space goes on, but for "-- " and a change of quoting."""
    out: list[list[str]] = []
    open_depth: int | None = None
    for line in text.split("\n"):
        stripped = line.lstrip(">")
        depth = len(line) - len(stripped)
        words = stripped[1:] if stripped.startswith(" ") else stripped
        flows = words.endswith(" ") and words != "-- "
        kept = words[:-1] if flows and delete_space else words
        if open_depth == depth and words != "-- ":
            out[-1].append(kept)
        else:
            out.append(["> " * min(depth, 9), kept])
        open_depth = depth if flows else None
    return "\n".join("".join(pieces) for pieces in out)
