"""The templates of one language, compiled once. With ``template_values`` and ``layout`` the sole home of jinja2.

Jinja decides which blocks stand in a letter and in which order; every value becomes a numbered slot on the way, so that
the Markdown is parsed without them (design rule 11).
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import jinja2
import jinja2.meta
import jinja2.nodes

from mailbot.outbox.reply_link import ReplyLink
from mailbot.outbox.template_values import REPLY_LINK, SLOTS, WrongValue, make_environment
from mailbot.outbox.words import Words

HEAD = ("subject", "preheader", "answer")
# What an expression in a template can raise: the template is wrong then, not mailbot.
_MISTAKES = (jinja2.TemplateError, TypeError, ValueError, LookupError, AttributeError, ArithmeticError)
# A placeholder in the address of a link, or the address of an answer's link in words.
_LINK = re.compile(r"\]\((?!\{\{[^}]*\breply_link\b)[^)]*\{\{|(?<!\]\()\{\{[^}]*\breply_link\b")


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """A mistake in a file that staff may edit: where, and what is wrong with it."""

    file: str
    line: int
    words: str
    mend: str = field(default="templates/README.md says what a template may hold", compare=False)

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.words}"


class TemplateBroken(Exception):
    """Raised for the first mistake met; ``fault`` says where it is."""

    def __init__(self, fault: TemplateFault) -> None:
        super().__init__(str(fault))
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with its choices made: texts with slots. ``body`` is Markdown."""

    subject: str
    preheader: str
    body: str
    answer: bool  # an answer is expected


class TemplateBook:
    """The templates in ``folder`` for one language. ``service`` stands under that name in each of them."""

    def __init__(self, folder: Path, words: Words, service: object) -> None:
        self.folder = folder
        self.words = words
        self._environment = make_environment(folder, words)
        self._service = service
        self._pages: dict[str, _Page] = {}

    def file(self, name: str) -> Path:
        return self.folder / f"{name}.md"

    def fill(self, name: str, fields: Mapping[str, object], values: list[str], reply: ReplyLink) -> Filled:
        """Adds each value met to ``values``; links for answers lead to ``reply``.

        Raises ``TemplateBroken`` for any mistake in the file or its includes."""
        page = self._page(name)
        given = {**fields, "service": self._service, SLOTS: values, REPLY_LINK: reply}
        try:
            head = [part.render(given) if part else "" for part in (page.subject, page.preheader)]
            return Filled(head[0], head[1], page.body.render(given), page.answer)
        except _MISTAKES as wrong:
            raise TemplateBroken(self._runtime_fault(name, wrong)) from wrong

    def placeholders(self, name: str) -> dict[str, int]:
        """Dotted names that the file and its includes use, each with the line where it is first used (0: in an
        include). Raises ``TemplateBroken`` on a mistake in the syntax or a filter that does not exist."""
        self._page(name)
        found: dict[str, int] = {}
        self._collect(self.file(name), found, {})
        return found

    def files(self, name: str) -> list[Path]:
        """The template's own file, then those it includes. Raises like ``placeholders``."""
        seen: dict[Path, None] = {}
        self._collect(self.file(name), {}, seen)
        return list(seen)

    def _page(self, name: str) -> _Page:
        if name not in self._pages:
            self._pages[name] = self._compile(name)
        return self._pages[name]

    def _compile(self, name: str) -> _Page:
        file = self.file(name)
        try:
            source = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as wrong:
            words = "is missing" if isinstance(wrong, FileNotFoundError) else "cannot be read as UTF-8"
            raise TemplateBroken(
                TemplateFault(str(file), 1, f"the template {words}", "`mailbot init` copies all of them")
            ) from None
        head, body = _split(source, file)
        compiled = {key: self._from_source(text, file) for key, text in head.items() if key != "answer"}
        return _Page(compiled["subject"], compiled.get("preheader"), self._from_source(body, file), "answer" in head)

    def _from_source(self, source: str, file: Path) -> jinja2.Template:
        try:
            code = self._environment.compile(source, file.stem, str(file))
            return jinja2.Template.from_code(self._environment, code, self._environment.make_globals(None))
        except jinja2.TemplateSyntaxError as wrong:
            where = wrong.filename or str(file)
            raise TemplateBroken(TemplateFault(where, wrong.lineno, wrong.message or "wrong syntax")) from None

    def _collect(self, file: Path, found: dict[str, int], seen: dict[Path, None]) -> None:
        try:
            tree = self._environment.parse(file.read_text("utf-8"))
        except (OSError, jinja2.TemplateSyntaxError) as wrong:
            line = wrong.lineno if isinstance(wrong, jinja2.TemplateSyntaxError) else 1
            raise TemplateBroken(TemplateFault(str(file), line, str(wrong))) from None
        for filter_ in tree.find_all(jinja2.nodes.Filter):
            if filter_.name not in self._environment.filters:
                words = f"there is no filter {filter_.name}"
                ours = sorted(set(self._environment.filters) - set(jinja2.Environment().filters))
                mend = f"those of ours are {', '.join(ours)}"
                raise TemplateBroken(TemplateFault(str(file), filter_.lineno, words, mend))
        for dotted, line in _names(tree):
            found.setdefault(dotted, 0 if seen else line)
        seen[file] = None
        for include in tree.find_all(jinja2.nodes.Include):
            target = self.folder / str(getattr(include.template, "value", ""))
            if target not in seen:
                self._collect(target, found, seen)

    def _runtime_fault(self, name: str, wrong: Exception) -> TemplateFault:
        frames = [one for one in traceback.extract_tb(wrong.__traceback__) if one.filename.endswith(".md")]
        where = (frames[-1].filename, frames[-1].lineno or 1) if frames else (str(self.file(name)), 1)
        # the exception's own words may hold a value, unless Jinja wrote them about a name
        safe = str(wrong) if isinstance(wrong, jinja2.UndefinedError | WrongValue) else type(wrong).__name__
        return TemplateFault(*where, safe)


@dataclass(frozen=True, slots=True)
class _Page:
    subject: jinja2.Template
    preheader: jinja2.Template | None
    body: jinja2.Template
    answer: bool


def line_of_link(file: Path) -> int:
    """The first line where a placeholder and the address of a link do not go together; 1 when there is none."""
    lines = file.read_text("utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if _LINK.search(line)), 1)


def _split(source: str, file: Path) -> tuple[dict[str, str], str]:
    """The head's lines and the body, which keeps its line numbers."""
    lines = source.split("\n")
    head: dict[str, str] = {}
    for number, line in enumerate(lines):
        if not line.strip():
            break
        key, colon, text = line.partition(":")
        if not colon or key.strip().lower() not in HEAD:
            allowed = ", ".join(f"{one.capitalize()}:" for one in HEAD)
            raise TemplateBroken(
                TemplateFault(str(file), number + 1, f"the head may hold {allowed} then an empty line")
            )
        head[key.strip().lower()] = "\n" * number + text.strip()
    if not head.get("subject", "").strip():
        raise TemplateBroken(TemplateFault(str(file), 1, 'the first line must be "Subject: ..."'))
    return head, "\n" * len(head) + "\n".join(lines[len(head) :])


def _names(tree: jinja2.nodes.Template) -> Iterator[tuple[str, int]]:
    """Dotted names read from outside; those of loops and ``set`` are the template's own."""
    own = {node.name for node in tree.find_all(jinja2.nodes.Name) if node.ctx in ("store", "param")} | {"loop"}
    inside = {id(node.node) for node in tree.find_all(jinja2.nodes.Getattr)}
    for node in tree.find_all((jinja2.nodes.Name, jinja2.nodes.Getattr)):
        if isinstance(node, jinja2.nodes.Getattr):
            if isinstance(node.node, jinja2.nodes.Name) and node.node.name not in own:
                yield f"{node.node.name}.{node.attr}", node.lineno
        elif isinstance(node, jinja2.nodes.Name) and node.name not in own and id(node) not in inside:
            yield node.name, node.lineno
