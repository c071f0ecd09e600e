"""The embedded servers in a thread of their own, for code that is not asynchronous."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from mailbot.tryout.embedded_mail import Authentication, EmbeddedMail, SmtpHook
from mailbot.tryout.imap_faults import Spoil
from mailbot.tryout.imap_server import Stored
from mailbot.tryout.smtp_server import Accepted

T = TypeVar("T")


class EmbeddedMailThread:
    """The same servers in a thread of their own, for code that is not asynchronous; a context manager.

    Attributes (ports, ``ca_file``, faults) are those of ``mail``, the ``EmbeddedMail`` inside.
    """

    def __init__(self, **options: Any) -> None:
        self.mail = EmbeddedMail(**options)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="embedded-mail", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._call(self.mail.start())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._call(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    @property
    def host(self) -> str:
        return self.mail.host

    @property
    def imap_port(self) -> int:
        return self.mail.imap_port

    @property
    def smtp_port(self) -> int:
        return self.mail.smtp_port

    @property
    def imaps_port(self) -> int:
        return self.mail.imaps_port

    @property
    def smtps_port(self) -> int:
        return self.mail.smtps_port

    @property
    def ca_file(self) -> Path | None:
        return self.mail.ca_file

    @property
    def password(self) -> str:
        return self.mail.password

    @property
    def logins(self) -> list[str]:
        return self.mail.logins

    @property
    def refuse_recipients(self) -> dict[str, str]:
        return self.mail.refuse_recipients

    @property
    def smtp_hook(self) -> SmtpHook | None:
        return self.mail.smtp_hook

    @smtp_hook.setter
    def smtp_hook(self, hook: SmtpHook | None) -> None:
        self.mail.smtp_hook = hook

    @property
    def before_the_dot(self) -> SmtpHook | None:
        return self.mail.before_the_dot

    @before_the_dot.setter
    def before_the_dot(self, hook: SmtpHook | None) -> None:
        self.mail.before_the_dot = hook

    def deliver(
        self,
        rcpt: str,
        raw: bytes,
        mail_from: str = "",
        arrived_at: datetime | None = None,
        folder: str = "INBOX",
        authentication: Authentication = None,
    ) -> int:
        return self._call(self.mail.deliver(rcpt, raw, mail_from, arrived_at, folder, authentication))

    def append(
        self,
        address: str,
        raw: bytes,
        arrived_at: datetime | None = None,
        folder: str = "INBOX",
        flags: Iterable[str] = (),
    ) -> int:
        return self._call(self.mail.append(address, raw, arrived_at, folder, flags))

    def messages(self, address: str, folder: str = "INBOX") -> list[Stored]:
        return self._call(self.mail.messages(address, folder))

    def folders(self, address: str) -> list[str]:
        return self._call(self.mail.folders(address))

    def remove(self, address: str, uids: Iterable[int], folder: str = "INBOX") -> None:
        self._call(self.mail.remove(address, uids, folder))

    def reset_uidvalidity(self, address: str, folder: str = "INBOX") -> None:
        self._call(self.mail.reset_uidvalidity(address, folder))

    def sent(self) -> list[Accepted]:
        return self.mail.sent()

    def spoil(self, uid: int, how: Spoil = Spoil.REFUSE, folder: str = "INBOX") -> None:
        self.mail.spoil(uid, how, folder)

    def heal(self, uid: int, folder: str = "INBOX") -> None:
        self.mail.heal(uid, folder)

    def remove_capability(self, name: str) -> None:
        self.mail.remove_capability(name)

    def refuse_folder(self, name: str) -> None:
        self.mail.refuse_folder(name)

    def accept_folder(self, name: str) -> None:
        self.mail.accept_folder(name)

    def change_password(self, password: str) -> None:
        self.mail.change_password(password)

    def hang_up(self) -> None:
        self._loop.call_soon_threadsafe(self.mail.hang_up)

    def call(self, work: Callable[[EmbeddedMail], Awaitable[T]]) -> T:
        """Run something else of ``EmbeddedMail``'s in its own loop."""

        async def wrapped() -> T:
            return await work(self.mail)

        return self._call(wrapped())

    def _call(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(30)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    async def _end(self) -> None:
        await self.mail.stop()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
