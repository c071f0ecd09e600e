"""Every email in a browser, phone and desk, light and dark: no fault by axe-core, nothing wider than the screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "outbox"))

from browser import Screen, faults_of, is_there
from outbox_cast import make_composer

from mailbot.outbox.previews import previews, write_previews

pytestmark = [
    pytest.mark.pages,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not is_there(), reason="needs Debian's chromium, and axe-core: make test-pages"),
]

SCREENS = [Screen(360), Screen(360, dark=True), Screen(1024), Screen(1024, dark=True)]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda one: f"{one.width}{' dark' if one.dark else ''}")
def test_everybody_can_read_every_email(screen: Screen, tmp_path: Path) -> None:
    pages = {one.name: one.letter.html for one in previews(make_composer())}
    faults = faults_of(pages, screen, tmp_path)
    assert set(faults) == set(pages)
    assert {name: found for name, found in faults.items() if found} == {}


def test_the_index_of_all_emails_can_be_read_by_everybody(tmp_path: Path) -> None:
    write_previews(make_composer(), tmp_path)
    index = {"index": (tmp_path / "index.html").read_text("utf-8")}
    assert [faults_of(index, screen, tmp_path) for screen in SCREENS] == [{"index": []}] * len(SCREENS)


def test_a_page_that_cannot_be_read_is_found(tmp_path: Path) -> None:
    page = (
        '<!DOCTYPE html><html><head><title>a</title></head><body><main><h1>a</h1><p style="color:#ccc;background:#fff;'
        'width:700px">pale</p></main></body></html>'
    )
    (faults,) = faults_of({"page": page}, Screen(360), tmp_path).values()
    assert sorted(one.partition(":")[0] for one in faults) == [
        "color-contrast",
        "html-has-lang",
        "wider than the screen",
    ]
