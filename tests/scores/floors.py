"""Floors: the last recorded score of every key, under which none may fall."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from marking import Mark

FLOORS = Path(__file__).with_name("floors.toml")
HEAD = """# The last recorded score of every key of the reading: so many letters right, of so many.
# `make read-samples` fails below it; `make read-samples ARGS=--record` raises it, and begins anew where the letters
# are more or fewer than they were.
"""


@dataclass(frozen=True, slots=True)
class Score:
    right: int
    of: int

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.right} of {self.of}"

    @classmethod
    def from_words(cls, words: str) -> Score:
        right, _, of = words.partition(" of ")
        return cls(int(right), int(of))


def scores_of(marks: Iterable[Mark]) -> dict[str, Score]:
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for mark in marks:
        of[mark.key] += 1
        right[mark.key] += mark.is_right
    return {key: Score(right[key], of[key]) for key in of}


def read_floors(path: Path = FLOORS) -> dict[str, dict[str, Score]]:
    tables = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    return {name: {key: Score.from_words(words) for key, words in table.items()} for name, table in tables.items()}


def below(floors: Mapping[str, Mapping[str, Score]], scores: Mapping[str, Mapping[str, Score]]) -> list[str]:
    """What fell, in words, among what was scored. A key that is scored no more fell, too."""
    fell = []
    for name in scores:
        for key, floor in floors.get(name, {}).items():
            now = scores[name].get(key, Score(0, 0))
            if not now.of or now.share < floor.share:
                others = " of other letters" if now.of and now.of != floor.of else ""
                fell.append(f"{name}, {key}: {now}, recorded {floor}{others}")
    return fell


def record(scores: Mapping[str, Mapping[str, Score]], path: Path = FLOORS) -> list[str]:
    """Raise the floors to what was scored; a floor that rests on more or fewer letters begins anew. Tells what sank."""
    floors, sank = read_floors(path), below(read_floors(path), scores)
    for name, keys in scores.items():
        before = floors.get(name, {})
        floors[name] = {key: _higher(score, before.get(key)) for key, score in keys.items()}
    path.write_text(HEAD + "".join(_table(name, floors[name]) for name in sorted(floors) if floors[name]), "utf-8")
    return [words for words in sank if words not in below(floors, scores)]


def _higher(now: Score, before: Score | None) -> Score:
    return before if before and before.of == now.of and before.right > now.right else now


def _table(name: str, scores: Mapping[str, Score]) -> str:
    return f'\n["{name}"]\n' + "".join(f'"{key}" = "{score}"\n' for key, score in scores.items())
