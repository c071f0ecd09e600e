"""How a value gets into a template: through filters that put it into words, then into a numbered slot."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
from jinja2.runtime import Context

from mailbot.outbox.reply_link import LINK, ReplyLink
from mailbot.outbox.sheet import link_slot, slot
from mailbot.outbox.words import Words, phone

SLOTS = "__slots__"  # the name under which a template's values are collected
REPLY_LINK = "__reply_link__"  # where answers to the letter go, a ``ReplyLink``
_LONGEST_LETTER = 100_000  # characters
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000-\ue003\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


class WrongValue(jinja2.TemplateRuntimeError):
    """A value was put into a template as it is, though only a filter can write it."""


def make_environment(folder: Path, words: Words) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        finalize=_into_slot,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # values never pass through here: the sheet escapes them
    )
    environment.filters |= {
        "day": words.day,
        "on_day": words.on_day,
        "moment": words.moment,
        "clock": words.clock,
        "hours": words.hours,
        "hours_listed": words.hours_listed,
        "and_list": words.joined,
        "language_names": words.language_names,
        "phone": phone,
        "as_written": _as_written,
        "reply_link": _reply_link,
        "spaced": lambda code: code.replace("_", " "),
        "reason": lambda code: words.reasons.get(code, code.replace("_", " ")),  # a missing one is a fault at start
    }
    return environment


def one_line(value: str) -> str:
    """Without line ends, control and direction characters: nothing that could change the words around it."""
    return _SPACES.sub(" ", _NOT_TEXT.sub("", value)).strip()


class _Lines(str):
    """A text whose line ends are kept."""

    __slots__ = ()


class _Address(str):
    """The address of a link: the only value that may stand where an address does."""

    __slots__ = ()


@jinja2.pass_context
def _reply_link(context: Context, words: str) -> _Address:
    reply: ReplyLink = context[REPLY_LINK]
    address = reply.opening(one_line(words))
    if not LINK.fullmatch(address):
        raise WrongValue("a link for an answer cannot be made of this address")
    return _Address(address)


def _as_written(value: str) -> _Lines:
    if len(value) > _LONGEST_LETTER:
        value = f"{value[:_LONGEST_LETTER]}\n[…]"
    lines = value.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n")
    return _Lines("\n".join(_NOT_TEXT.sub("", line).rstrip() for line in lines).strip("\n"))


@jinja2.pass_context  # so that Jinja never folds an expression into the text at compile time
def _into_slot(context: Context, value: object) -> str:
    if isinstance(value, jinja2.Undefined):
        str(value)  # raises, naming what is undefined
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise WrongValue(f"a value of type {type(value).__name__} needs a filter to be written")
    values: list[str] = context[SLOTS]
    if isinstance(value, _Address):
        values.append(str(value))
        return link_slot(len(values) - 1)
    values.append(str(value) if isinstance(value, _Lines) else one_line(str(value)))
    return slot(len(values) - 1)
