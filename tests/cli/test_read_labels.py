"""What a letter says as labels: the samples' keys as they are there, and what is known besides."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mailbot.cli.read_labels import SAMPLES_VERBS, fact_rows
from mailbot.cli.read_trial import Told, Trial, Writer
from mailbot.reading.letter import Verb
from mailbot.settings import load_for_looking
from mailbot.settings.own_mail import build_reader

CONFIG = Path(__file__).parents[2] / "config"
COMMAND = ["verb", "referral", "volunteer", "until", "text"]


@pytest.fixture(scope="module")
def trial() -> Trial:
    settings = load_for_looking(CONFIG, {})
    return Trial(build_reader(settings), settings.wording, frozenset(), datetime(2026, 3, 3, 9, tzinfo=UTC))


def read(
    trial: Trial, text: str, writer: Writer | None = None, *, replying_to: str | None = None, head: str = ""
) -> Told:
    raw = f"From: Ben <ben@example.org>\nSubject: Re: hello\n{head}\n{text}\n".encode()
    return trial.read(raw, writer, replying_to)


def test_a_call_told_of_has_the_keys_of_the_samples(trial: Trial) -> None:
    labels = read(trial, "Spoke to her yesterday at 4, 40 minutes. Next one is Monday at 6.", Writer.VOLUNTEER).labels
    assert labels["call"] == {"outcome": "spoke", "date": "2026-03-02", "time": "16:00", "minutes": 40, "attempts": 1}
    assert labels["next_call"] == {"date": "2026-03-09", "weekday": "mon", "time": "18:00"}
    assert labels["away"] is None


def test_a_letter_without_a_date_is_of_the_day_it_is_tried(trial: Trial) -> None:
    told = read(trial, "I'm away until Friday.", Writer.VOLUNTEER)
    assert told.labels["away"] == {"from": "2026-03-03", "until": "2026-03-06"}
    dated = read(trial, "I'm away until Friday.", Writer.VOLUNTEER, head="Date: Tue, 14 Apr 2026 23:30:00 +0000\n")
    assert dated.labels["away"] == {"from": "2026-04-15", "until": "2026-04-17"}


def test_commands_are_the_samples_verbs_and_other_words_of_staff_stand_apart(trial: Trial) -> None:
    labels = read(trial, "R-1042: called, 20 minutes.\nClose R-1043 please.", Writer.STAFF).labels
    assert [one["verb"] for one in labels["commands"]] == ["close"]
    assert list(labels["commands"][0]) == COMMAND
    assert [list(one) for one in labels["answers"]] == [[*COMMAND, "minutes"]] * len(labels["answers"])
    assert not {one["verb"] for one in labels["answers"]} & SAMPLES_VERBS
    assert len(SAMPLES_VERBS) == 14
    assert set(Verb) >= SAMPLES_VERBS


def test_a_worry_in_mail_that_staff_pass_on_is_told(trial: Trial) -> None:
    forwarded = (
        "---------- Forwarded message ---------\nFrom: Ada <ada@example.org>\n\nI am going to kill myself tonight."
    )
    assert read(trial, f"See below\n\n{forwarded}", Writer.STAFF).labels["risk"] == "urgent"


@pytest.mark.parametrize(
    ("text", "head", "writer"),
    [
        ("Yes, I'll take him on.", "X-Replying-To: offer\n", Writer.VOLUNTEER),
        ("approve R-1042", "", Writer.STAFF),
        ("My son is in Lewes prison, could someone ring me?", "", Writer.FAMILY),
        ("Yes.", "", Writer.FAMILY),
    ],
)
def test_without_a_writer_the_letter_is_read_as_that_of_whoever_seems_to_write(
    trial: Trial, text: str, head: str, writer: Writer
) -> None:
    assert read(trial, text, head=head).writer is writer


def test_a_header_counts_only_among_the_headers_and_never_before_the_option(trial: Trial) -> None:
    body = read(trial, "Yes please.\n\nX-Replying-To: offer", Writer.VOLUNTEER)
    assert body.labels["replying_to"] == "unsolicited"
    header = read(trial, "Yes please.", Writer.VOLUNTEER, head="X-Replying-To: Offer\n")
    assert header.labels["replying_to"] == "offer"
    option = read(trial, "Yes.", Writer.VOLUNTEER, head="X-Replying-To: offer\n", replying_to="call_checkin")
    assert option.labels["replying_to"] == "call_checkin"


@pytest.mark.parametrize("writer", [None, *Writer])
def test_every_label_can_be_told_to_a_person(trial: Trial, writer: Writer | None) -> None:
    rows = dict(fact_rows(read(trial, "Ring me on 07700 900118 any weekday after 6.", writer).labels))
    assert all(isinstance(words, str) and words for words in rows.values())
    assert not {"kind", "visible text", "seems because"} & set(rows)


def test_a_bounce_is_told_with_its_recipients(trial: Trial) -> None:
    report = (
        "From: MAILER-DAEMON@example.net\nSubject: Undelivered Mail Returned to Sender\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\n\nno such user\n'
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n"
        "Final-Recipient: rfc822; ada@example.net\nAction: failed\nStatus: 5.1.1\n\n--b--\n"
    )
    labels: dict[str, Any] = trial.read(report.encode()).labels
    assert labels["bounce"] == {"recipients": ["ada@example.net"], "status": "5.1.1", "permanent": True}
    assert (labels["kind"], labels["intent"], labels["seems"]) == ("bounce", "bounce", "machine")
