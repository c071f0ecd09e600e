"""An IMAP server in memory: any address is an account, and letters can be placed, looked at and taken away."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, cast

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials.flag import Flag
from pymap.user import UserMetadata

from mailbot.tryout.imap_accounts import DoorKeeper, Mailboxes, OpenLogin, imap_config
from mailbot.tryout.imap_faults import Faults, FaultyServer, WholeResponses


class Stored(NamedTuple):
    """A letter as it lies on the server; ``arrived_at`` is its INTERNALDATE."""

    uid: int
    flags: frozenset[str]
    arrived_at: datetime
    raw: bytes


class InMemoryImap:
    """The accounts and their mailboxes, and a server for them in the running event loop."""

    def __init__(self, owner: DoorKeeper, *, faults: Faults, tls: ssl.SSLContext | None) -> None:
        self.owner = owner
        self.faults = faults
        self._tls = tls
        self._config = imap_config(tls)
        self._login = OpenLogin(self._config, self)
        self._writers: set[asyncio.StreamWriter] = set()

    async def listen(self, host: str, port: int = 0, *, implicit_tls: bool = False) -> asyncio.Server:
        """Serve on ``port`` (0: any free one), with STARTTLS when there is a certificate."""
        config = imap_config(None) if implicit_tls else self._config
        server = FaultyServer(self._login, config, self.faults)
        callback = ProxyProtocolReader(config.proxy_protocol).get_callback(server)

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._writers = {known for known in self._writers if not known.is_closing()} | {writer}
            await callback(reader, cast(asyncio.StreamWriter, WholeResponses(writer)))

        return await asyncio.start_server(serve, host, port, ssl=self._tls if implicit_tls else None)

    def hang_up(self) -> None:
        """Drop every connection without a word."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    def ensure(self, address: str) -> MailboxSet:
        """The mailboxes of ``address``, made when there are none."""
        if address not in self._config.set_cache:
            self._config.set_cache[address] = (Mailboxes(), FilterSet())
            self._login.users_dict[address] = UserMetadata(self._config, address, password=self.owner.password)
        return self._config.set_cache[address][0]

    async def folder(self, address: str, name: str) -> MailboxData:
        """The folder, made when it is missing."""
        mailboxes = self.ensure(address)
        try:
            return await mailboxes.get_mailbox(name)
        except KeyError:
            await mailboxes.add_mailbox(name)
            return await mailboxes.get_mailbox(name)

    async def folder_names(self, address: str) -> list[str]:
        """Every folder of the account, INBOX first."""
        return [entry.name for entry in (await self.ensure(address).list_mailboxes()).list()]

    async def append(self, address: str, folder: str, raw: bytes, arrived_at: datetime, flags: Iterable[str]) -> int:
        """Place a letter; returns its UID."""
        mailbox = await self.folder(address, folder)
        letter = AppendMessage(raw, arrived_at, frozenset(Flag(flag.encode()) for flag in flags))
        return (await mailbox.append(letter, recent=True)).uid

    async def stored(self, address: str, folder: str) -> list[Stored]:
        """Everything in the folder, by UID."""
        mailbox = await self.folder(address, folder)
        return [
            Stored(
                message.uid,
                frozenset(str(flag) for flag in message.permanent_flags),
                message.internal_date,
                bytes(message._content or b""),
            )
            async for message in mailbox.messages()
        ]

    async def remove(self, address: str, folder: str, uids: Iterable[int]) -> None:
        """Take letters away, as a person at another client would."""
        await (await self.folder(address, folder)).delete(list(uids))

    async def reset_uidvalidity(self, address: str, folder: str) -> None:
        """Number the folder anew: another UIDVALIDITY, and UIDs from 1, as after a server was rebuilt."""
        mailbox = await self.folder(address, folder)
        letters = [letter async for letter in mailbox.messages()]
        mailbox._uid_validity += 1
        mailbox._max_uid = 0
        mailbox._messages.clear()
        for letter in letters:
            mailbox._max_uid += 1
            mailbox._messages[mailbox._max_uid] = type(letter).copy(letter, uid=mailbox._max_uid)
        mailbox._mod_sequences.update(list(mailbox._messages))
