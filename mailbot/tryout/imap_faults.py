"""pymap's connections, which can be told what to do wrong."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterable
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from proxyprotocol.sock import SocketInfo
from pymap.backend.dict import Config, Login
from pymap.config import IMAPConfig
from pymap.context import connection_exit
from pymap.exceptions import NotAllowedError, NotSupportedError
from pymap.imap import IMAPConnection, IMAPServer
from pymap.imap.state import ConnectionState
from pymap.interfaces.login import LoginInterface
from pymap.parsing.command.auth import SelectCommand
from pymap.parsing.command.select import ExpungeCommand, FetchCommand, IdleCommand, MoveCommand
from pymap.parsing.response.code import Capability


class Spoil(StrEnum):
    """What the server does when the body of a spoilt letter is fetched; each was seen on a real server."""

    REFUSE = "refuse"  # answers NO to the whole command
    LEAVE_OUT = "leave out"  # answers OK and says nothing of it
    HANG_UP = "hang up"  # drops the connection


@dataclass(slots=True)
class Faults:
    """What the server shall do wrong; may be changed while it runs."""

    missing_capabilities: set[bytes] = field(default_factory=set)
    spoilt: dict[tuple[str, int], Spoil] = field(default_factory=dict)  # (folder, UID) of any account
    refused_folders: set[str] = field(default_factory=set)


class WholeResponses:
    """A writer that sends a response whole: pymap writes it in small pieces, each of which would be a segment."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self._held = bytearray()

    def write(self, data: bytes) -> None:
        self._held += data

    def writelines(self, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            self._held += piece

    async def drain(self) -> None:
        self._flush()
        await self._writer.drain()

    async def start_tls(self, context: ssl.SSLContext) -> None:
        await self.drain()
        await self._writer.start_tls(context)

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._writer, name)

    def _flush(self) -> None:
        if self._held:
            self._writer.write(bytes(self._held))
            self._held.clear()


class FaultyServer(IMAPServer):
    """pymap's server, but each connection knows the faults."""

    __slots__ = ["_faults"]

    def __init__(self, login: Login, config: Config, faults: Faults) -> None:
        super().__init__(login, config)
        self._faults = faults

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, sock_info: SocketInfo) -> None:
        connection = IMAPConnection(self.commands, self._config, reader, writer, sock_info)
        async with AsyncExitStack() as stack:
            connection_exit.set(stack)
            stack.enter_context(closing(connection))
            await connection.run(_FaultyState(self._login, self._config, self._faults, writer))


class _FaultyState(ConnectionState):
    """One connection's conversation, with the faults that were asked for."""

    def __init__(self, login: LoginInterface, config: IMAPConfig, faults: Faults, writer: asyncio.StreamWriter) -> None:
        super().__init__(login, config)
        self._faults = faults
        self._writer = writer

    @property
    def capability(self) -> Capability:
        told = super().capability.capabilities
        return Capability([name for name in told if name not in self._faults.missing_capabilities])

    async def do_idle(self, cmd: IdleCommand) -> Any:
        self._needs(b"IDLE")
        return await super().do_idle(cmd)

    async def do_move(self, cmd: MoveCommand) -> Any:
        self._needs(b"MOVE")
        self._opens(cmd.mailbox)
        return await super().do_move(cmd)

    async def do_expunge(self, cmd: ExpungeCommand) -> Any:
        if cmd.uid_set is not None:
            self._needs(b"UIDPLUS")
        return await super().do_expunge(cmd)

    async def do_select(self, cmd: SelectCommand) -> Any:
        self._opens(cmd.mailbox)
        return await super().do_select(cmd)

    async def do_fetch(self, cmd: FetchCommand) -> Any:
        spoilt = self._spoilt_among(cmd) if any(b"BODY" in attribute.value for attribute in cmd.attributes) else {}
        if Spoil.HANG_UP in spoilt.values():
            self._writer.transport.abort()
        if Spoil.REFUSE in spoilt.values():
            raise NotSupportedError("Could not read the message.")
        sequences = {seq for seq, kept in self.selected.messages.get_all(cmd.sequence_set) if kept.uid in spoilt}
        response, updates = await super().do_fetch(cmd)
        if spoilt:
            response._untagged = [told for told in response._untagged if getattr(told, "seq", None) not in sequences]
        return response, updates

    def _opens(self, folder: str) -> None:
        if folder in self._faults.refused_folders:
            raise NotAllowedError("Not that folder.")

    def _needs(self, capability: bytes) -> None:
        if capability in self._faults.missing_capabilities:
            raise NotSupportedError("No such command.")

    def _spoilt_among(self, cmd: FetchCommand) -> dict[int, Spoil]:
        asked = {message.uid for _, message in self.selected.messages.get_all(cmd.sequence_set)}
        return {
            uid: spoil
            for (folder, uid), spoil in self._faults.spoilt.items()
            if folder == self.selected.lookup and uid in asked
        }
