"""``mailbot read`` says what a letter says, and why, without a database."""

from __future__ import annotations

import json
from pathlib import Path

from commands_given import Mailbot

SAMPLES = Path(__file__).parent.parent / "samples"
LABELS = {
    kind: json.loads((SAMPLES / kind / "labels.jsonl").read_text().splitlines()[0])
    for kind in ("families", "volunteers", "staff")
}


def test_a_familys_letter_is_told_in_the_samples_vocabulary(mailbot: Mailbot) -> None:
    told = mailbot("read", str(SAMPLES / "families" / "001.eml"), "--json")
    assert told.code == 0
    assert set(LABELS["families"]) - {"notes"} <= set(told.json)
    assert told.json["intent"] == LABELS["families"]["intent"]


def test_a_volunteers_letter_is_told_in_the_samples_vocabulary(mailbot: Mailbot) -> None:
    label = LABELS["volunteers"]
    told = mailbot(
        "read", str(SAMPLES / "volunteers" / "001.eml"), "--as", "volunteer", "--replying-to", label["replying_to"],
        "--json",
    )  # fmt: skip
    assert set(label) - {"notes", "replying_to"} <= set(told.json)
    assert told.json["intent"] == label["intent"]


def test_a_staff_members_letter_is_told_in_the_samples_vocabulary(mailbot: Mailbot) -> None:
    told = mailbot("read", str(SAMPLES / "staff" / "001.eml"), "--as", "staff", "--replying-to", "digest", "--json")
    assert [one["verb"] for one in told.json["commands"]] == [one["verb"] for one in LABELS["staff"]["commands"]]


def test_the_words_that_decided_are_shown_when_asked_for(mailbot: Mailbot) -> None:
    told = mailbot("read", str(SAMPLES / "families" / "001.eml"), "--explain")
    assert "because of these words" in told.out


def test_a_whole_folder_is_read_a_letter_a_line(mailbot: Mailbot) -> None:
    told = mailbot("read", str(SAMPLES / "staff"), "--as", "staff", "--json")
    assert [json.loads(line)["file"] for line in told.out.splitlines()] == [f"{n:03}.eml" for n in range(1, 16)]


def test_a_letter_that_is_not_there_is_named(mailbot: Mailbot) -> None:
    told = mailbot("read", "nothing.eml")
    assert told.code == 2
    assert "There is no file nothing.eml" in told.err
