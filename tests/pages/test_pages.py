"""Every email in a browser, phone and desk, light and dark: no fault by axe-core, nothing wider than the screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "outbox"))

from browser import Screen, faults_of, is_there
from outbox_cast import make_composer

from mailbot.casework.touchpoints import TOUCHPOINTS
from mailbot.outbox.examples import DAY, EXAMPLES, LONG_NAME
from mailbot.outbox.previews import previews, write_previews

pytestmark = [
    pytest.mark.pages,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not is_there(), reason="needs Debian's chromium, and axe-core: make test-pages"),
]

SCREENS = [Screen(360), Screen(360, dark=True), Screen(1024), Screen(1024, dark=True)]


def with_long_names() -> Iterator[tuple[str, str]]:
    """The first example of every email, each name in it as long as names can be."""
    composer = make_composer()
    for kind in TOUCHPOINTS:
        example = EXAMPLES[kind.template()][0]
        names = {one.name: LONG_NAME for one in fields(example) if "name" in one.name and getattr(example, one.name)}
        for language in kind.languages if names else ():
            page = composer.compose(replace(example, **names), language, DAY).html
            yield f"{kind.template()}, long names, {language}", page


@pytest.mark.parametrize("screen", SCREENS, ids=lambda one: f"{one.width}{' dark' if one.dark else ''}")
def test_everybody_can_read_every_email(screen: Screen, tmp_path: Path) -> None:
    pages = {one.name: one.letter.html for one in previews(make_composer())} | dict(with_long_names())
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
