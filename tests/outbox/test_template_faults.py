"""A mistake in a template is found at start, with its file and line."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from outbox_cast import SERVICE, TEMPLATES, make_composer

from mailbot.outbox.template_book import TemplateBroken, TemplateFault


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))


def faults(templates: Path) -> list[TemplateFault]:
    return make_composer(templates).check()


def change(file: Path, old: str, new: str) -> int:
    """Returns the line where ``new`` begins."""
    before = file.read_text("utf-8")
    assert old in before
    file.write_text(before.replace(old, new, 1), "utf-8")
    return before[: before.index(old)].count("\n") + 1


def test_a_missing_file_of_a_declared_language(templates: Path) -> None:
    (templates / "cy" / "introduction.md").unlink()
    assert [str(one) for one in faults(templates)] == [
        f"{templates / 'cy' / 'introduction.md'}, line 1: the template is missing"
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{{ call_by|day }}", "{{ call_buy|day }}", "there is no placeholder call_buy"),
        ("{{ call_by|day }}", "{{ call_by|dya }}", "'dya'"),
        ("{{ call_by|day }}", "{{ call_by }}", "a value of type date needs a filter to be written"),
        ("{{ call_by|day }}", "{{ call_by|day }", "unexpected '}'"),
        ("{{ call_by|day }}", "{{ service.fax }}", "there is no placeholder service.fax"),
        ("{% endif %}\n\nThe number", "\n\nThe number", "Unexpected end of template"),
        ("**Is this all right", "[**Is this](http://{{ first_name }}) **all right", "not in the address of a link"),
        ("**Is this all right", "{{ first_name|reply_link }} **all right", "belongs into the address of a link"),
        ("**Is this all right", "<b>Is this</b> **all right", "HTML would be shown as it stands"),
        ("**Is this all right", "![x](y.png) **all right", "emails carry no pictures"),
        ("Subject: A call", "Subject: A prison call", 'not "prison"'),
        ("Preheader: Who", "Preheader: Your case, who", 'not "case"'),
        ("**Is this all right", "Your referral. **Is this all right", 'not to families: "referral"'),
        ("Preheader: Who", "Betreff: Who", "the head may hold Subject:, Preheader:, Answer:"),
        ("Subject: A call this week\n", "", 'the first line must be "Subject: ..."'),
        ("**Is this all right", "so " * 26 + "long. **Is this all right", "a sentence of 27 words; 25 is the most"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_line_and_words(templates: Path, old: str, new: str, words: str) -> None:
    file = templates / "en" / "introduction.md"
    line = change(file, old, new)
    found = faults(templates)
    mine = [one for one in found if words in one.words]
    assert mine, found
    assert mine[0].file == str(file)
    if "end of template" in words:
        assert mine[0].line > line
    else:
        assert mine[0].line == line


def test_a_placeholder_that_only_one_language_uses(templates: Path) -> None:
    change(templates / "cy" / "promise_missed.md", '{% include "_greeting.md" %}', "Helo,\n")
    found = faults(templates)
    assert [(one.file, one.words) for one in found] == [
        (str(templates / "cy" / "promise_missed.md"), "the placeholder first_name is used in en but not here")
    ]


def test_a_mistake_in_an_included_file_is_told_of_that_file(templates: Path) -> None:
    line = change(templates / "en" / "_helplines.md", "{{ line.name }}", "{{ line.nam }}")
    found = faults(templates)
    assert {(one.file, one.line) for one in found} == {(str(templates / "en" / "_helplines.md"), line)}
    assert "nam" in found[0].words


def test_a_reason_without_words(templates: Path) -> None:
    change(templates / "words" / "en.toml", "withdrawn = ", "gone = ")
    assert "[reasons] has no words for withdrawn" in {one.words for one in faults(templates)}


def test_a_sender_s_name_that_reveals(templates: Path) -> None:
    composer = make_composer(templates, replace(SERVICE, name="Prison families"))
    assert [one.file for one in composer.check()] == ["service.name"]


@pytest.mark.parametrize("broken", ["base.html", "words/cy.toml"])
def test_without_layout_or_words_it_does_not_start(templates: Path, broken: str) -> None:
    (templates / broken).unlink()
    with pytest.raises(TemplateBroken, match="missing"):
        make_composer(templates)


def test_a_layout_that_asks_for_what_there_is_not_is_a_fault(templates: Path) -> None:
    change(templates / "base.html", "{{ body }}", "{{ bodie }}")
    assert any("bodie" in one.words for one in faults(templates))


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        ("{{ call_by|day }}", "{{ call_buy|day }}", "it may use call_by, "),
        ("Subject: A call", "Subject: A prison call", "say it without that word"),
        ("**Is this all right", "<b>Is this</b> **all right", "write Markdown"),
        ("**Is this all right", "so " * 26 + "long. **Is this all right", "make two sentences of it"),
        ("Preheader: Who", "Betreff: Who", "templates/README.md says what a template may hold"),
    ],
)
def test_each_mistake_is_told_with_its_mend(templates: Path, old: str, new: str, mend: str) -> None:
    change(templates / "en" / "introduction.md", old, new)
    assert any(mend in one.mend for one in faults(templates))
