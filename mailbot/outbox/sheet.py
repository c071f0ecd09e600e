"""A sheet: Markdown made text and HTML once, with slots that values are laid into afterwards.

The Markdown is parsed before any value is known, so a value is never Markdown, HTML or a template: it stays text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

# A slot is a number between two private-use characters: neither space nor punctuation to Markdown, never in a value.
SLOT_START, SLOT_END = "\ue000", "\ue001"
_SLOT = re.compile(f"{SLOT_START}(\\d+){SLOT_END}")
# The slot of a whole address, and what Markdown makes of it in a link.
LINK_START, LINK_END = "\ue002", "\ue003"
_LINK_SLOT = re.compile(f"{LINK_START}(\\d+){LINK_END}")
_LINK_SLOT_CODED = re.compile(r"%EE%80%82(\d+)%EE%80%83")
_WIDTH = 72

# Not "code": indentation must never turn words into a code block; not "lheading": a line under words is a line.
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False}).disable(
    ["html_block", "html_inline", "image", "code", "fence", "backticks", "reference", "lheading", "autolink"]
)

Pieces = tuple[str | int, ...]  # words, or the number of a slot


class SheetFault(ValueError):
    """The Markdown cannot be used."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list entry or rule of the plain text. ``gap``: the empty line before it, None for none."""

    pieces: Pieces
    first: str = ""  # what stands before its first line
    rest: str = ""  # and before the others
    gap: str | None = ""
    settled: str | None = field(default=None, compare=False)  # the finished text of a block without slots


@dataclass(frozen=True, slots=True)
class Sheet:
    """The plain text's blocks, and the same as HTML (``page_source``, its slots not filled yet)."""

    blocks: tuple[Block, ...]
    page_source: str

    def text(self, values: Sequence[str]) -> str:
        """Plain text, wrapped at 72 columns, lines ending in LF."""
        lines: list[str] = []
        for block in self.blocks:
            if block.gap is not None and lines:
                lines.append(block.gap)
            lines.append(block.settled if block.settled is not None else _laid_out(block, values))
        return "\n".join(lines) + "\n"


def slot(number: int) -> str:
    """What stands for the value of that number until it is laid in."""
    return f"{SLOT_START}{number}{SLOT_END}"


def link_slot(number: int) -> str:
    """What stands for a whole address of a link until it is laid in."""
    return f"{LINK_START}{number}{LINK_END}"


def make_sheet(markdown: str) -> Sheet:
    """Raises ``SheetFault`` when a placeholder stands where it would not be text (in a link's address, say)."""
    tokens = _MARKDOWN.parse(markdown)
    blocks = tuple(_settle(block) for block in _blocks(SyntaxTreeNode(tokens)))
    page = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    sheet = Sheet(blocks, _LINK_SLOT_CODED.sub(lambda found: slot(int(found[1])), page))
    _check(markdown, sheet)
    return sheet


def join_sheets(sheets: Sequence[Sheet], languages: Sequence[str]) -> Sheet:
    """One below the other with a rule between, each marked with its language."""
    if len(sheets) == 1:
        return sheets[0]
    rule = make_sheet("* * *")
    blocks = [block for sheet in sheets for block in (*rule.blocks, *sheet.blocks)][1:]
    pages = [f'<div lang="{one}">\n{sheet.page_source}</div>\n' for one, sheet in zip(languages, sheets, strict=True)]
    return Sheet(tuple(blocks), rule.page_source.join(pages))


def under_marker(sheet: Sheet, markers: Sequence[str]) -> Sheet:
    """The plain text under the line above which an answer is to be written; one line for each language."""
    return Sheet((_settle(Block(("\n".join(markers),))), *sheet.blocks), sheet.page_source)


def marker_html(markers: Sequence[str]) -> str:
    """The same line for the layout, which puts it above everything, even the preheader: whatever stands over it in an
    answer counts as newly written."""
    return f'<p class="marker">{"<br>".join(html.escape(one) for one in markers)}</p>'


def pieces_of(text: str) -> Pieces:
    """Words and slots, in turn."""
    parts = _SLOT.split(text)
    return tuple(int(part) if index % 2 else part for index, part in enumerate(parts) if part)


def fill(pieces: Pieces, values: Sequence[str]) -> str:
    """Lay the values in as they are."""
    return "".join([values[piece] if isinstance(piece, int) else piece for piece in pieces])


def fill_html(pieces: Pieces, values: Sequence[str]) -> str:
    """Lay the values in, escaped."""
    return "".join([_escaped(values[piece]) if isinstance(piece, int) else piece for piece in pieces])


def _check(markdown: str, sheet: Sheet) -> None:
    """Every slot must be among the words of the text and of the HTML: an address would have swallowed it."""
    shown = {piece for block in sheet.blocks for piece in block.pieces} & set(pieces_of(sheet.page_source))
    for found in _SLOT.finditer(markdown):
        if int(found[1]) not in shown:
            raise SheetFault("a placeholder may stand in words only, not in the address of a link")
    if _LINK_SLOT.search(sheet.page_source):
        raise SheetFault("a link for an answer belongs into the address of a link: [words]({{ words|reply_link }})")


def _blocks(tree: SyntaxTreeNode, first: str = "", rest: str = "", gap: str | None = "") -> Iterable[Block]:
    """The plain text's blocks under a node; ``first`` and ``gap`` are the first one's."""
    for node in tree.children:
        if node.type in ("paragraph", "heading"):
            yield Block(pieces_of(_words(node)), first, rest, gap)
        elif node.type == "hr":
            yield Block(("-" * 20,), first, rest, gap)
        elif node.type == "blockquote":
            yield from _blocks(node, first + "> ", rest + "> ", gap)
        elif node.type in ("bullet_list", "ordered_list"):
            yield from _entries(node, first, rest, gap)
        first, gap = rest, rest.rstrip()


def _entries(node: SyntaxTreeNode, first: str, rest: str, gap: str | None) -> Iterable[Block]:
    start = int(node.attrs.get("start", 1))
    for number, entry in enumerate(node.children):
        sign = "- " if node.type == "bullet_list" else f"{start + number}. "
        yield from _blocks(entry, first + sign, rest + " " * len(sign), gap)
        first, gap = rest, None


def _words(node: SyntaxTreeNode) -> str:
    """What a paragraph says; a link's address follows its words unless they are the same."""
    if node.type in ("text", "text_special"):
        return node.content
    if node.type in ("hardbreak", "softbreak"):
        return "\n" if node.type == "hardbreak" else " "
    said = "".join(_words(child) for child in node.children)
    if node.type == "link":
        address = str(node.attrs.get("href", ""))
        if _LINK_SLOT_CODED.fullmatch(address):
            return said  # the words are the answer: whoever reads the text writes them
        return said if address.removeprefix("mailto:").removeprefix("tel:") == said else f"{said} ({address})"
    return said


def _settle(block: Block) -> Block:
    if any(isinstance(piece, int) for piece in block.pieces):
        return block
    return replace(block, settled=_laid_out(block, ()))


def _laid_out(block: Block, values: Sequence[str]) -> str:
    lines: list[str] = []
    for line in fill(block.pieces, values).split("\n"):
        lines.extend(_wrapped(line, _WIDTH - len(block.rest)))
    return "\n".join([((block.rest if number else block.first) + line).rstrip() for number, line in enumerate(lines)])


def _wrapped(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    lines, current = [], ""
    for word in line.split():
        if current and len(current) + 1 + len(word) > width:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    return [*lines, current]


def _escaped(value: str) -> str:
    return html.escape(value, quote=True).replace("\n", "<br>\n")
