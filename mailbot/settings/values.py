"""One told value becomes one typed value, or a sentence saying what is allowed instead."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin

from mailbot.settings.kinds import Constraint


class NotAllowed(ValueError):
    """The value cannot be this; the message says what is allowed."""


def from_toml(told: object, hint: Any) -> object:
    """A value as TOML gave it. Raises NotAllowed."""
    kind, constraints = _taken_apart(hint)
    try:
        value = _typed(told, kind)
    except NotAllowed as cause:
        raise NotAllowed("; ".join((str(cause), *(one.allowed for one in constraints if _is_list(kind))))) from None
    return _within(value, constraints)


def from_text(told: str, hint: Any) -> object:
    """A value out of an environment variable: words between commas, or a TOML list, for a list. Raises NotAllowed."""
    kind, constraints = _taken_apart(hint)
    try:
        value = _typed(_parsed(told.strip(), kind), kind)
    except ValueError as cause:
        raise NotAllowed(allowed(hint)) from cause
    return _within(value, constraints)


def allowed(hint: Any) -> str:
    """In words, what a setting of this type may be."""
    kind, constraints = _taken_apart(hint)
    return constraints[0].allowed if constraints else _kind_words(kind)


def _taken_apart(hint: Any) -> tuple[Any, tuple[Constraint, ...]]:
    if get_origin(hint) is Annotated:
        kind, *constraints = get_args(hint)
        return kind, tuple(constraints)
    return hint, ()


def _typed(told: object, kind: Any) -> object:
    if get_origin(kind) is UnionType:  # something or nothing: "" is nothing
        return None if told == "" else _typed(told, get_args(kind)[0])
    if get_origin(kind) is Literal:
        if told in get_args(kind):
            return told
    elif _is_list(kind):
        inner = get_args(kind)[0]
        if isinstance(told, list):
            try:
                return tuple(_typed(item, inner) for item in told)
            except NotAllowed:
                raise NotAllowed(_kind_words(kind)) from None
    elif kind is date:
        if isinstance(told, date) and not isinstance(told, datetime):
            return told
    elif get_origin(kind) is dict:
        if isinstance(told, dict):
            return told
    elif isinstance(told, kind) and (kind is bool or not isinstance(told, bool)):
        return told
    raise NotAllowed(_kind_words(kind))


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _within(value: object, constraints: tuple[Constraint, ...]) -> object:
    for constraint in constraints:
        if not constraint.fits(value):
            raise NotAllowed(constraint.allowed)
    return value


def _kind_words(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(f'"{choice}"' for choice in get_args(kind))
    if _is_list(kind):
        return f"a list in [ ], each {_kind_words(get_args(kind)[0])}"
    if get_origin(kind) is UnionType:
        return f'{_kind_words(get_args(kind)[0])}, or "" for nothing'
    if get_origin(kind) is dict:
        return "a table in { }"
    return {
        str: "text in quotes",
        int: "a whole number",
        bool: "true or false",
        date: "a day as 2026-01-31, without quotes",
    }[kind]


def _parsed(text: str, kind: Any) -> object:
    if _is_list(kind):
        return _list(text, get_args(kind)[0])
    if kind is bool:
        return {"true": True, "false": False}.get(text.lower(), text)
    if kind is int:
        return int(text)
    return date.fromisoformat(text) if kind is date else text


def _list(text: str, inner: Any) -> list[object]:
    if text.startswith("["):
        return list(tomllib.loads(f"value = {text}")["value"])
    return [_parsed(piece.strip(), inner) for piece in text.split(",") if piece.strip()]
