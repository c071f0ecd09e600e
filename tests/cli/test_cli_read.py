"""``mailbot read`` says what a letter says, and why, without a database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands_given import Mailbot

SAMPLES = Path(__file__).parent.parent / "samples"
ADA = b"From: Ada <ada@example.org>\nSubject: calls\n\nPlease ring me on 07700 900118, my son is in Lewes prison.\n"
LABELS = {
    kind: json.loads((SAMPLES / kind / "labels.jsonl").read_text().splitlines()[0])
    for kind in ("families", "volunteers", "staff")
}


@pytest.mark.parametrize(
    ("folder", "writer"), [("families", "family"), ("volunteers", "volunteer"), ("staff", "staff")]
)
def test_the_keys_of_the_samples_come_first_and_in_their_order(mailbot: Mailbot, folder: str, writer: str) -> None:
    told = mailbot("read", str(SAMPLES / folder / "001.eml"), "--as", writer, "--json").json
    keys = [key for key in LABELS[folder] if key != "notes"]
    assert list(told)[: len(keys)] == keys
    assert {key: told[key] for key in keys} == {key: LABELS[folder][key] for key in keys}


@pytest.mark.parametrize("folder", ["families", "volunteers", "staff"])
def test_without_a_writer_it_says_who_seems_to_write_and_reads_the_letter_so(mailbot: Mailbot, folder: str) -> None:
    told = mailbot("read", str(SAMPLES / folder / "001.eml"), "--json").json
    assert told["seems"] == {"families": "family", "volunteers": "volunteer", "staff": "staff"}[folder]
    assert told["seems_because"]
    assert set(LABELS[folder]) - {"notes"} <= set(told)


def test_every_letter_is_told_with_its_kind_and_newly_written_text(mailbot: Mailbot) -> None:
    told = mailbot("read", str(SAMPLES), "--json").out.splitlines()
    read = {one["file"]: one for one in map(json.loads, told)}
    assert len(read) == 145
    assert {"kind", "visible_text", "seems", "not_read"} <= set.intersection(*(set(one) for one in read.values()))
    assert read["families/038.eml"]["kind"] == read["families/038.eml"]["intent"] == "bounce"
    assert read["families/038.eml"]["bounce"]["recipients"]
    assert read["families/038.eml"]["seems"] == read["volunteers/007.eml"]["seems"] == "machine"
    assert read["volunteers/007.eml"]["intent"] == "auto_reply"


def test_what_is_answered_is_told_by_the_option_before_the_header(mailbot: Mailbot) -> None:
    file = str(SAMPLES / "volunteers" / "001.eml")
    assert mailbot("read", file, "--as", "volunteer", "--json").json["replying_to"] == "offer"
    told = mailbot("read", file, "--as", "volunteer", "--replying-to", "call_checkin", "--json").json
    assert told["replying_to"] == "call_checkin"
    assert told["intent"] != "accept"


def test_a_whole_folder_is_read_a_letter_a_line_with_paths_from_there_on(mailbot: Mailbot, tmp_path: Path) -> None:
    for name in ("b.eml", "inner/a.EML", "inner/deeper/c.eml", "notes.txt"):
        (tmp_path / "mail" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mail" / name).write_bytes(ADA)
    told = mailbot("read", str(tmp_path / "mail"), "--json")
    assert [json.loads(line)["file"] for line in told.out.splitlines()] == [
        "b.eml",
        "inner/a.EML",
        "inner/deeper/c.eml",
    ]


def test_a_letter_that_is_not_there_is_named(mailbot: Mailbot) -> None:
    told = mailbot("read", "nothing.eml")
    assert told.code == 2
    assert "There is no file nothing.eml" in told.err


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(mailbot: Mailbot, tmp_path: Path) -> None:
    (tmp_path / "a.eml").symlink_to(tmp_path / "gone")
    (tmp_path / "b.eml").write_bytes(ADA)
    told = mailbot("read", str(tmp_path), "--json")
    assert told.code == 1
    assert "a.eml cannot be read" in told.err
    assert told.json["file"] == "b.eml"


@pytest.mark.parametrize(
    "raw",
    [b"", b"\x00" * 5_000, bytes(range(256)) * 40, b"From: \xff\xfe\nSubject: =?x?B?\xed\xa0\x80?=\n\n\xed\xa0\x80\n"],
    ids=["nothing", "noughts", "every byte", "half a character"],
)
def test_any_bytes_at_all_are_told_in_every_manner(mailbot: Mailbot, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(raw)
    for manner in ("--json", "--explain"):
        assert mailbot("read", "a.eml", manner).code == 0
    assert mailbot("read", "a.eml").code == 0


NASTY = (
    "From: \x9b31mEve \U0001f494 <eve@example.org>\nSubject: \x1b]0;owned\x07\n\nring me \x9b2J please \U0001f494\n"
).encode()


@pytest.mark.parametrize("manner", ["--json", "--explain", "--as=family"])
def test_a_strangers_letter_cannot_steer_the_terminal(mailbot: Mailbot, tmp_path: Path, manner: str) -> None:
    (tmp_path / "a.eml").write_bytes(NASTY)
    told = mailbot("read", "a.eml", manner)
    assert told.code == 0
    assert not set(told.out) & {"\x1b", "\x07", *({"\x9b"} if manner != "--json" else ())}


@pytest.mark.parametrize("manner", ["--json", "--explain", "--as=family"])
def test_a_terminal_without_unicode_ends_nothing(tmp_path: Path, manner: str) -> None:
    (tmp_path / "a.eml").write_bytes(NASTY)
    environ = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    words = [sys.executable, "-m", "mailbot", "read", manner, str(tmp_path / "a.eml")]
    told = subprocess.run(words, capture_output=True, check=True, cwd=SAMPLES.parent.parent, env=environ)
    if manner == "--json":
        assert "\U0001f494" in json.loads(told.stdout.decode("latin-1"))["visible_text"]


def test_only_the_beginning_of_a_giant_is_read_and_that_is_told(mailbot: Mailbot, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(ADA + b"On and on. \n" * 20_000)
    told = mailbot("read", "a.eml", "--json", MAILBOT_MAILBOX_MAX_LETTER_BYTES="100000")
    assert f"what follows the first 100000 of {len(ADA) + 240_000} bytes" in told.json["not_read"]


def test_json_and_explain_exclude_each_other(mailbot: Mailbot) -> None:
    told = mailbot("read", str(SAMPLES / "staff"), "--json", "--explain")
    assert told.code == 2
    assert "give one of them" in told.err


def test_the_words_that_decided_are_marked_in_the_letter_with_the_number_of_their_fact(mailbot: Mailbot) -> None:
    told = mailbot("read", str(SAMPLES / "families" / "001.eml"), "--explain").out
    number = next(
        line[1]
        for line in told.splitlines()
        if line.endswith("after 6 any week night i'm on days. / except wednesdays i have my mum")
    )
    assert f"‹after 6 any week night im on days›[{number}]" in told
    assert f"[{number}] availability" in told


def test_quoted_lines_stand_behind_a_bar_and_new_ones_do_not(mailbot: Mailbot) -> None:
    told = mailbot("read", str(SAMPLES / "volunteers" / "032.eml"), "--explain").out.splitlines()
    assert "Sunday 10th, 7 again." in told
    assert "| > 4. When is your next call?" in told


def test_colour_shows_what_decided_unless_nobody_wants_any(mailbot: Mailbot) -> None:
    file = str(SAMPLES / "families" / "013.eml")
    assert "\x1b[1;31m" in mailbot("read", file, "--explain", FORCE_COLOR="1").out
    assert "\x1b[1;31m" not in mailbot("read", file, "--explain", FORCE_COLOR="1", NO_COLOR="1").out
    assert "\x1b" not in mailbot("read", file, "--explain").out


STARTED = """
import sys, mailbot.cli
try:
    mailbot.cli.main(["read", sys.argv[1]])
except SystemExit:
    print({"sqlalchemy", "imapclient", "aiosmtplib", "apscheduler", "jinja2"} & set(sys.modules))
"""


def test_reading_starts_without_the_libraries_of_the_database_and_the_servers() -> None:
    words = [sys.executable, "-c", STARTED, str(SAMPLES / "staff" / "001.eml")]
    told = subprocess.run(words, capture_output=True, text=True, check=True, cwd=SAMPLES.parent.parent)
    assert told.stdout.splitlines()[-1] == "set()"
