"""``config/staff.toml``: who is woken in which week, who may read, and what ``check`` says of gaps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from config_folder import MEMBER, VERIFIED_ON, Folder

from mailbot.casework.rota import Rota
from mailbot.settings import Severity, readiness


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


ROTA = '[safeguarding_rota]\nstarts = 2026-01-05\nweeks = [\n    ["dilys", "owen"],\n    ["owen"],\n]\n'
OWEN = MEMBER.replace("dilys", "owen").replace("Dilys@", "owen@")


def test_the_rota_by_week_is_read_and_changes_on_monday_mornings(folder: Folder) -> None:
    (folder.config / "staff.toml").write_text(MEMBER + OWEN + ROTA)
    rota = folder.load().roster.rota
    assert rota == Rota(date(2026, 1, 5), (("dilys", "owen"), ("owen",)), "09:00")


def test_without_a_rota_an_old_file_means_what_it_meant(folder: Folder) -> None:
    (folder.config / "staff.toml").write_text(OWEN + MEMBER)
    roster = folder.load().roster
    assert roster.rota is None
    assert [one.id for one in roster.on_call(datetime(2026, 3, 9, 2, tzinfo=UTC))] == ["owen", "dilys"]


def test_those_who_are_woken_and_leads_may_read_unless_told_otherwise(folder: Folder) -> None:
    only = 'roles = ["coordinator"]\n'
    told = {
        "owen": OWEN.replace('roles = ["coordinator", "lead", "safeguarding"]\n', 'roles = ["lead"]\n'),
        "nia": OWEN.replace("owen", "nia").replace('roles = ["coordinator", "lead", "safeguarding"]\n', only),
        "sam": OWEN.replace("owen", "sam").replace('roles = ["coordinator", "lead", "safeguarding"]\n', only)
        + "may_read_concerns = true\n",
    }
    (folder.config / "staff.toml").write_text(MEMBER + "".join(told.values()))
    may = {one.id: one.may_read_concerns for one in folder.load().roster.members}
    assert may == {"dilys": True, "owen": True, "nia": False, "sam": True}


@pytest.mark.parametrize(
    ("text", "at", "told"),
    [
        (
            ROTA.replace('["owen"]', '["owne"]'),
            "weeks",
            'safeguarding_rota.weeks names "owne", who is not in this file; known',
        ),
        (
            ROTA.replace("starts = 2026-01-05\n", ""),
            "[safe",
            "safeguarding_rota.starts is missing; it must be a day as",
        ),
        (
            ROTA.replace('["owen"]', "[]"),
            "weeks",
            "safeguarding_rota.weeks is [['dilys', 'owen'], []]; it must be a list for",
        ),
        (ROTA + 'changes = "08:00"\n', "changes", "safeguarding_rota.changes is no setting; did you mean"),
        (ROTA.replace("[safe", "[[safe").replace("rota]", "rota]]"), "", "safeguarding_rota is no section; write"),
    ],
)
def test_a_fault_in_the_rota_names_its_line(folder: Folder, text: str, at: str, told: str) -> None:
    file = folder.config / "staff.toml"
    file.write_text(MEMBER + OWEN + text)
    lines = file.read_text().splitlines()
    line = next(number for number, one in enumerate(lines, start=1) if at and one.startswith(at)) if at else 0
    (fault,) = folder.faults()
    assert told in fault, fault
    assert not line or fault.startswith(f"{file}:{line}: "), fault


def test_nobody_is_on_the_rota_without_the_role_or_without_the_right_to_read(folder: Folder) -> None:
    owen = OWEN.replace(', "safeguarding"', "")
    (folder.config / "staff.toml").write_text(MEMBER + "may_read_concerns = false\n" + owen + ROTA)
    first, second = folder.faults()
    assert "member[1].may_read_concerns is false for somebody on the safeguarding rota" in first
    assert 'names "owen", who has not the role "safeguarding"; give "owen" the role' in second


TODAY = VERIFIED_ON
ALONE = MEMBER.replace(', "safeguarding"', "").replace("dilys", "nia").replace("Dilys@", "nia@")


@pytest.mark.parametrize(
    ("away", "starts", "told"),
    [
        ((0, 27), -1, "everybody on the safeguarding rota is away"),
        ((27, 40), -700, "everybody on the safeguarding rota is away"),
        (None, 5, "nobody is on the safeguarding rota"),
        (None, 0, "on"),  # the night before its first Monday morning
        (None, -1, None),
        ((28, 40), -1, None),
    ],
)
def test_check_fails_while_nobody_is_on_the_rota_of_the_coming_four_weeks(
    folder: Folder, away: tuple[int, int] | None, starts: int, told: str | None
) -> None:
    folder.complete()
    first, last = ((TODAY + timedelta(days=days)).isoformat() for days in away or (0, 0))
    absence = f"away = [{{ from = {first}, until = {last} }}]\n" if away else ""
    day = (TODAY + timedelta(days=starts)).isoformat()
    rota = f'\n[safeguarding_rota]\nstarts = {day}\nweeks = [["dilys"]]\n'
    file = folder.config / "staff.toml"
    file.write_text(MEMBER + absence + ALONE + rota)
    findings = [one for one in readiness(folder.load(), TODAY) if "staff.toml" in one.place]
    if told is None:
        assert findings == []
        return
    line = next(number for number, one in enumerate(file.read_text().splitlines(), start=1) if one.startswith("weeks"))
    assert findings[0].place == f"{file}:{line}"
    assert findings[0].severity is Severity.FAULT
    assert told in findings[0].what
    assert findings[0].mend


def test_check_fails_while_nobody_who_may_read_is_there(folder: Folder) -> None:
    folder.complete()
    away = f"away = [{{ from = {TODAY.isoformat()} }}]\n"
    nia = ALONE.replace('"coordinator", "lead"', '"coordinator"')
    (folder.config / "staff.toml").write_text(MEMBER + away + nia)
    whats = [one.what for one in readiness(folder.load(), TODAY)]
    assert any("everybody who may read concerns is away" in what for what in whats)


def test_check_fails_when_nobody_may_read_at_all(folder: Folder) -> None:
    folder.complete()
    nobody = MEMBER.replace(', "safeguarding"', "") + "may_read_concerns = false\n"
    (folder.config / "staff.toml").write_text(nobody)
    blockers = [one.what for one in readiness(folder.load(), TODAY) if one.severity is Severity.BLOCKER]
    assert blockers == ["nobody has the role safeguarding", "nobody may read concerns"]
