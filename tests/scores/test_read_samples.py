"""``make read-samples``: floors hold, and what is held back is counted and never shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from floors import Score, below, read_floors, record, scores_of
from marking import Mark
from read_samples import main, show


def scored(right: int, of: int) -> dict[str, dict[str, Score]]:
    return {"staff/samples": {"commands": Score(right, of)}}


def test_a_score_under_its_floor_is_told_and_one_on_it_is_not() -> None:
    assert below(scored(14, 15), scored(14, 15)) == []
    assert below(scored(14, 15), scored(13, 15)) == ["staff/samples, commands: 13 of 15, recorded 14 of 15"]


def test_a_key_that_is_scored_no_more_fell_too() -> None:
    assert below(scored(14, 15), {"staff/samples": {}}) == ["staff/samples, commands: 0 of 0, recorded 14 of 15"]


def test_recording_raises_a_floor_and_never_lowers_it_for_the_same_letters(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    record(scored(13, 15), path)
    record(scored(14, 15), path)
    assert record(scored(12, 15), path) == []
    assert read_floors(path) == scored(14, 15)


def test_recording_begins_anew_for_other_letters_and_says_what_sank(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    record(scored(14, 15), path)
    assert record(scored(20, 30), path) == ["staff/samples, commands: 20 of 30, recorded 14 of 15 of other letters"]
    assert read_floors(path) == scored(20, 30)


def test_recording_some_folders_leaves_the_floors_of_the_others(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    record(scored(14, 15), path)
    record({"risk/tuned": {"risk found": Score(9, 10)}}, path)
    assert set(read_floors(path)) == {"staff/samples", "risk/tuned"}


def test_what_is_held_back_is_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--show", "families/held_back"])
    assert "never shown" in capsys.readouterr().err
    wrong = [("a/ironing", [Mark("intent", False, "a secret", "another")])]
    show("families", {"families/held_back": wrong, "families/tuned": wrong})
    told = capsys.readouterr().out
    assert "families/tuned a/ironing: intent" in told
    assert "held_back" not in told


def test_scores_are_counted_by_key() -> None:
    marks = [Mark("intent", True, 1, 1), Mark("intent", False, 1, 2), Mark("name", True, 1, 1)]
    assert scores_of(marks) == {"intent": Score(1, 2), "name": Score(1, 1)}
    assert str(Score(1, 2)) == "1 of 2"
