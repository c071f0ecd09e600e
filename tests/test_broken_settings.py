"""Each fault of a configuration is named with file, line and mend; nothing else is said beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from broken_settings import BROKEN, Broken, spoil
from config_folder import VERIFIED_ON, Folder

from mailbot.settings import Finding, SettingsWrong, Severity, readiness


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.complete()
    return folder


def found(folder: Folder) -> list[Finding]:
    """What ``mailbot check --offline`` says of the settings."""
    try:
        return readiness(folder.load(), VERIFIED_ON)
    except SettingsWrong as wrong:
        return [
            Finding(Severity.FAULT, str(fault.place), f"{fault.key} {fault.wrong}", fault.allowed)
            for fault in wrong.faults
        ]


@pytest.mark.parametrize("one", BROKEN, ids=str)
def test_a_broken_setting_is_named_with_its_file_line_and_mend(folder: Folder, one: Broken) -> None:
    line = spoil(folder, one)
    findings = found(folder)
    named = [each for each in findings if one.what in each.what]
    assert named, findings
    assert named[0].place == f"{folder.config / one.file}:{line}", named
    assert one.mend in named[0].mend


def test_there_are_enough_of_them() -> None:
    assert len({one.changes for one in BROKEN}) == len(BROKEN) >= 60
