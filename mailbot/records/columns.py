"""Column types: UTC moments, weekly hours, codes, and what only the vault can read.

The vault hangs on the engine's dialect, which every bind and result step is handed: two stores in one process, and any
number of threads, each meet their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Engine, Integer, LargeBinary, String
from sqlalchemy.types import TypeDecorator

from mailbot.reading.letter import CredentialTold, StaffCommand, Verb
from mailbot.records.errors import RecordsError
from mailbot.records.vault import Vault
from mailbot.weekly_hours import WeeklyHours

Code_ = TypeVar("Code_", bound=StrEnum)

BigId = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts only INTEGER primary keys by itself


def give_vault(engine: Engine, vault: Vault) -> None:
    """From now on, this engine's encrypted columns are written and read with this vault."""
    engine.dialect.mailbot_vault = vault  # type: ignore[attr-defined]


def vault_of(dialect: Dialect) -> Vault:
    vault = getattr(dialect, "mailbot_vault", None)
    if not isinstance(vault, Vault):
        raise RecordsError("this engine was given no vault")
    return vault


class UtcDateTime(TypeDecorator[datetime]):
    """Aware in, aware UTC out. A naive moment raises ValueError, since nobody knows what it means."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be recorded")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Coded(TypeDecorator[Code_]):
    """A StrEnum, kept as its value."""

    impl = String
    cache_ok = True

    def __init__(self, codes: type[Code_]) -> None:
        super().__init__()
        self.codes = codes

    def process_bind_param(self, value: Code_ | str | None, dialect: Dialect) -> str | None:
        return None if value is None else self.codes(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> Code_ | None:
        return None if value is None else self.codes(value)


class Strings(TypeDecorator[tuple[str, ...]]):
    """A tuple of short codes, kept in the clear as a JSON list."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Iterable[str] | None, dialect: Dialect) -> list[str] | None:
        return None if value is None else list(value)

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(value)


class Hours(TypeDecorator[WeeklyHours]):
    """Weekly hours, kept in the clear as JSON: a scheduling field."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: WeeklyHours | None, dialect: Dialect) -> list[dict[str, object]] | None:
        return None if value is None else value.to_json()

    def process_result_value(self, value: list[dict[str, object]] | None, dialect: Dialect) -> WeeklyHours | None:
        return None if value is None else WeeklyHours.from_json(value)


class EncryptedBytes(TypeDecorator[bytes]):
    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else vault_of(dialect).encrypt(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else vault_of(dialect).decrypt(value)


class EncryptedText(TypeDecorator[str]):
    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else vault_of(dialect).encrypt_text(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else vault_of(dialect).decrypt_text(value)


class EncryptedJson(TypeDecorator[Any]):
    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        return None if value is None else vault_of(dialect).encrypt_text(json.dumps(value, ensure_ascii=False))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(vault_of(dialect).decrypt_text(value))


class EncryptedStrings(TypeDecorator[tuple[str, ...]]):
    """A tuple of strings. An empty one costs nothing: it is kept as NULL."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Iterable[str] | None, dialect: Dialect) -> bytes | None:
        listed = list(value or ())
        return vault_of(dialect).encrypt_text(json.dumps(listed, ensure_ascii=False)) if listed else None

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> tuple[str, ...]:
        return () if value is None else tuple(json.loads(vault_of(dialect).decrypt_text(value)))


class EncryptedCommands(TypeDecorator[tuple[StaffCommand, ...]]):
    """Staff commands that wait for a yes; they may name people."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Iterable[StaffCommand] | None, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        listed = [{key: _plain(part) for key, part in asdict(command).items()} for command in value]
        return vault_of(dialect).encrypt_text(json.dumps(listed, ensure_ascii=False))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> tuple[StaffCommand, ...] | None:
        if value is None:
            return None
        return tuple(_command(entry) for entry in json.loads(vault_of(dialect).decrypt_text(value)))


def _plain(part: object) -> object:
    if isinstance(part, dict):  # a dataclass within the command
        return {key: _plain(value) for key, value in part.items()}
    if isinstance(part, tuple):
        return [_plain(one) for one in part]
    return part.isoformat() if isinstance(part, date) else part


def _command(entry: dict[str, Any]) -> StaffCommand:
    until = entry.pop("until")
    told = tuple(CredentialTold(one["kind"], _day(one["until"])) for one in entry.pop("credentials", ()))
    return StaffCommand(verb=Verb(entry.pop("verb")), until=_day(until), credentials=told, **entry)


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
