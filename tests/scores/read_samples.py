"""``make read-samples``: the score of every key on the samples, on our own tuned cases and on those held back.

Fails when a score falls below its floor. A case held back is never shown, only counted.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from floors import Score, below, read_floors, record, scores_of
from letters import ALL_SIDES, letters_of
from mail_marks import MAIL_FOLDERS, mail_marks
from marking import Mark, marks_of
from rich.console import Console
from rich.table import Table
from told_cases import FOLDERS, Case

from mailbot.cli.read_trial import UNSOLICITED, Trial, Writer
from mailbot.clock import SystemClock
from mailbot.reading.who_writes import who_writes
from mailbot.settings import load_for_looking
from mailbot.settings.own_mail import build_reader

CONFIG = Path(__file__).resolve().parents[2] / "config"
ALL_FOLDERS = (*FOLDERS, *MAIL_FOLDERS)
TO_SHOW = ("samples", "tuned")
Marked = list[tuple[str, list[Mark]]]  # where, and the marks of that letter


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    wrong: list[str] = []
    names = [(folder, side) for folder in ALL_FOLDERS for side in ALL_SIDES if _is_asked(folder, side, options.only)]
    marked = _mark_all(names, wrong)
    scores = {name: scores_of(mark for _, marks in told for mark in marks) for name, told in marked.items()}
    if options.show:
        show(options.show, marked)
    _tell(scores, {name: len(told) for name, told in marked.items()})
    fell = below(read_floors(), scores)
    if options.record and not wrong:
        for words in record(scores):
            print(f"begins anew, lower: {words}")
    for words in (*wrong, *(f"below its floor: {one}" for one in fell)):
        print(words, file=sys.stderr)
    return 1 if wrong or (fell and not options.record) else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("tests/scores", description=__doc__.partition("\n")[0])
    parser.add_argument("--only", action="append", default=[], metavar="FOLDER[/SIDE]", help="as families/tuned")
    parser.add_argument("--show", metavar="FOLDER[/SIDE]", help="what was read wrongly; never of cases held back")
    parser.add_argument("--record", action="store_true", help="raise the floors to these scores")
    options = parser.parse_args(arguments)
    for name in (*options.only, *filter(None, [options.show])):
        folder, _, side = name.strip("/").partition("/")
        if folder not in ALL_FOLDERS or side not in ("", *ALL_SIDES):
            parser.error(f"{name} is none of {', '.join(ALL_FOLDERS)}, with or without /{', /'.join(ALL_SIDES)}")
    if options.show and options.show.endswith("held_back"):
        parser.error("cases held back are counted and never shown")
    if options.show and not options.only:
        options.only = [options.show]
    return options


def _is_asked(folder: str, side: str, only: Sequence[str]) -> bool:
    return not only or any(name.strip("/") in (folder, f"{folder}/{side}") for name in only)


# ------------------------------------------------------------------------------------------------------------- reading

_trial: Trial


def _mark_all(names: Sequence[tuple[str, str]], wrong: list[str]) -> dict[str, Marked]:
    """Two processes read side by side; a letter takes some milliseconds. What is not there is left out."""
    with ProcessPoolExecutor(min(os.cpu_count() or 1, 4), initializer=_start) as pool:
        of_mail = {f"{one[0]}/{one[1]}": pool.submit(mail_marks, *one) for one in names if one[0] in MAIL_FOLDERS}
        letters = {f"{one[0]}/{one[1]}": letters_of(*one, wrong) for one in names if one[0] not in MAIL_FOLDERS}
        jobs = [(name, case) for name, cases in letters.items() for case in cases]
        marks = pool.map(_mark, jobs, chunksize=20)
        marked = {name: [(case.where, next(marks)) for case in cases] for name, cases in letters.items()}
        marked |= {name: told.result() for name, told in of_mail.items()}
    return {name: told for name, told in marked.items() if told}


def _start() -> None:
    global _trial
    settings = load_for_looking(CONFIG, {})
    own_numbers = frozenset(settings.service.own_numbers)
    _trial = Trial(build_reader(settings), settings.wording, own_numbers, SystemClock().now())


def _mark(job: tuple[str, Case]) -> list[Mark]:
    name, case = job
    folder, _, side = name.partition("/")
    told = _trial.read(case.raw, Writer(case.by), case.replying_to)
    seems = who_writes(told.letter, replying_to=case.replying_to or UNSOLICITED).seems
    return marks_of(folder, side, case, {**told.labels, "seems": seems.value})


# ------------------------------------------------------------------------------------------------------------- telling


def _tell(scores: Mapping[str, Mapping[str, Score]], letters: Mapping[str, int]) -> None:
    console = Console(width=None if sys.stdout.isatty() else 110)
    for folder in ALL_FOLDERS:
        sides = [side for side in ALL_SIDES if scores.get(f"{folder}/{side}")]
        if not sides:
            continue
        heads = [f"{side} ({letters[f'{folder}/{side}']})" for side in sides]
        table = Table(folder, *heads, box=None, pad_edge=False, header_style="bold", min_width=40)
        here = [scores[f"{folder}/{side}"] for side in sides]
        for key in dict.fromkeys(key for side in here for key in side):
            table.add_row(key, *(_cell(side.get(key)) for side in here))
        console.print(table, "", highlight=False)


def _cell(score: Score | None) -> str:
    return f"{100 * score.share:5.1f}%  {score}" if score else ""


def show(asked: str, marked: Mapping[str, Marked]) -> None:
    for name, told in marked.items():
        folder, _, side = name.partition("/")
        if side in TO_SHOW and _is_asked(folder, side, [asked]):
            for where, marks in told:
                for words in _wrong_words(marks):
                    print(f"{name} {where}: {words}")


def _wrong_words(marks: Iterable[Mark]) -> Iterable[str]:
    for mark in marks:
        if not mark.is_right:
            told, read = (json.dumps(each, ensure_ascii=False) for each in (mark.told, mark.read))
            yield f"{mark.key}\n    told {told}\n    read {read}"
