"""Checks every template at start, so that a mistake in one is never met at sending time (design rule 11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from mailbot.casework.people import Party
from mailbot.casework.snapshot import TaskReason
from mailbot.casework.touchpoints import TOUCHPOINTS, StaffTask, Touchpoint
from mailbot.outbox.discreet import long_sentences, revealing_words, words_never_to_families
from mailbot.outbox.examples import DAY, EXAMPLES
from mailbot.outbox.sheet import Sheet, fill
from mailbot.outbox.template_book import TemplateBook, TemplateBroken, TemplateFault

if TYPE_CHECKING:
    from mailbot.outbox.compose import Composer  # which imports this module

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HEAD = re.compile(r"(?:subject|preheader)\s*:", re.IGNORECASE)
_HTML = re.compile(r"</?[a-z][^>]*>|&[a-z]+;", re.IGNORECASE)
_IMAGE = re.compile(r"!\[")
_PUBLIC = frozenset({Party.FAMILY, Party.REFERRER})


def check_templates(composer: Composer) -> list[TemplateFault]:
    """Sorted by file and line, each mistake once."""
    found = {*_name_faults(composer), *_reason_faults(composer)}
    for kind in TOUCHPOINTS:
        for language in kind.languages:
            found |= set(_template_faults(composer, kind, language))
        found |= set(_uneven_placeholders(composer, kind))
    return sorted(found, key=lambda fault: (fault.file, fault.line, fault.words))


def _template_faults(composer: Composer, kind: type[Touchpoint], language: str) -> Iterator[TemplateFault]:
    book = composer.books[language]
    try:
        used = book.placeholders(kind.template())
    except TemplateBroken as broken:
        yield broken.fault
        return
    yield from _wording_faults(book, kind)
    unknown = [name for name in used if name not in _known(composer, kind)]
    for name in unknown:
        mend = f"it may use {', '.join(sorted(_known(composer, kind)))}"
        yield TemplateFault(str(book.file(kind.template())), used[name] or 1, f"there is no placeholder {name}", mend)
    if not unknown:
        yield from _example_faults(composer, kind, language)


def _known(composer: Composer, kind: type[Touchpoint]) -> set[str]:
    service = {f"service.{one.name}" for one in fields(composer.service)}
    return {one.name for one in fields(kind)} | service | {"helplines"}


def _example_faults(composer: Composer, kind: type[Touchpoint], language: str) -> Iterator[TemplateFault]:
    """What shows only when a letter is written: wrong filters, values without one, long sentences."""
    file = composer.books[language].file(kind.template())
    for example in EXAMPLES[kind.template()]:
        try:
            form, _ = composer.form(example, language, DAY)
        except TemplateBroken as broken:
            yield broken.fault
            continue
        for sentence in _long_sentences(form.sheet):
            words = f"a sentence of {len(sentence.split())} words; 25 is the most: {sentence}"
            yield TemplateFault(str(file), _line_of(file, sentence), words, "make two sentences of it")


def _long_sentences(sheet: Sheet) -> Iterator[str]:
    """A value counts as one word."""
    for block in sheet.blocks:
        numbers = [piece for piece in block.pieces if isinstance(piece, int)]
        yield from long_sentences(fill(block.pieces, ["…"] * (max(numbers, default=-1) + 1)))


def _wording_faults(book: TemplateBook, kind: type[Touchpoint]) -> Iterator[TemplateFault]:
    for file in book.files(kind.template()):
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
            said = _JINJA.sub(" ", line)
            if _HEAD.match(said):
                yield from _forbidden(file, number, revealing_words(said), "somebody else may see this line: not")
            elif kind.party in _PUBLIC:
                yield from _forbidden(file, number, words_never_to_families(said), "not to families:")
            if _HTML.search(said):
                yield TemplateFault(str(file), number, "HTML would be shown as it stands", "write Markdown")
            if _IMAGE.search(said):
                yield TemplateFault(str(file), number, "emails carry no pictures", "leave it out")


def _forbidden(file: Path, line: int, words: list[str], why: str) -> Iterator[TemplateFault]:
    for word in words:
        yield TemplateFault(str(file), line, f'{why} "{word}"', "say it without that word")


def _uneven_placeholders(composer: Composer, kind: type[Touchpoint]) -> Iterator[TemplateFault]:
    """A placeholder that one language uses and another does not: somebody is told less."""
    used: dict[str, dict[str, int]] = {}
    for language in kind.languages:
        try:
            used[language] = composer.books[language].placeholders(kind.template())
        except TemplateBroken:
            return  # told already
    every = {name for names in used.values() for name in names if not name.startswith("service.")}
    for language, names in used.items():
        for name in sorted(every - set(names)):
            others = " and ".join(one for one in used if name in used[one])
            file = composer.books[language].file(kind.template())
            words = f"the placeholder {name} is used in {others} but not here"
            yield TemplateFault(str(file), 1, words, "use it here too, or in no language")


def _name_faults(composer: Composer) -> Iterator[TemplateFault]:
    for word in revealing_words(composer.service.name):
        words = f'somebody else may see the sender\'s name: not "{word}"'
        yield TemplateFault("service.name", 1, words, "choose a name that reveals nothing")


def _reason_faults(composer: Composer) -> Iterator[TemplateFault]:
    for language in StaffTask.languages:
        words = composer.books[language].words
        for reason in TaskReason:
            if reason.value not in words.reasons:
                file = composer.templates / "words" / f"{language}.toml"
                mend = f'write {reason.value} = "..." under [reasons]'
                yield TemplateFault(str(file), 1, f"[reasons] has no words for {reason.value}", mend)


def _line_of(file: Path, sentence: str) -> int:
    """The line where most of the sentence's words stand."""
    wanted = set(sentence.split())
    lines = file.read_text("utf-8").split("\n")
    return max(range(len(lines)), key=lambda number: len(wanted & set(lines[number].replace("*", "").split()))) + 1
