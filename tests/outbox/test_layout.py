"""The layout of HTML letters: readable for everybody, light and dark."""

from __future__ import annotations

import re

import pytest
from outbox_cast import TEMPLATES

LAYOUT = (TEMPLATES / "base.html").read_text("utf-8")
LIGHT, _, DARK = LAYOUT.partition("@media (prefers-color-scheme: dark)")


def colour(css: str, rule: str, what: str) -> str:
    found = re.search(rf"(?:^|[ ,\n]){re.escape(rule)}[^{{}}]*{{[^}}]*?(?<![-\w]){what}: (#[0-9a-f]{{6}})", css)
    assert found, (rule, what)
    return found[1]


def luminance(value: str) -> float:
    parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("css", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("rule", [".sheet", ".marker", "a"])
def test_words_stand_out_from_the_paper_as_wcag_aa_asks(css: str, rule: str) -> None:
    assert contrast(colour(css, rule, "color"), colour(css, ".sheet", "background-color")) >= 4.5


def test_the_layout_is_one_fluid_column_that_loads_nothing() -> None:
    assert "max-width: 35em" in LAYOUT
    assert "width=device-width" in LAYOUT
    assert not re.search(r"https?:|url\(|<img|<link|<script|@import|@font-face", LAYOUT)
