"""An IMAP client that can wait: IDLE (RFC 2177) that misses nothing, notices a dead connection and can be woken.

imapclient 4.1 alone has three faults here: what arrives together with the "+" stays in a buffer that a poll of the
socket cannot see; after the server has hung up ``idle_check`` returns nothing for ever; half a line raises.
"""

from __future__ import annotations

import imaplib
import os
import select
import socket
import ssl
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from imapclient import IMAPClient
from imapclient.exceptions import CapabilityError, IMAPClientError

from mailbot.clock import monotonic

LONGEST_IDLE = 240.0  # seconds; routers forget silent connections, and servers may hang up after 30 minutes


class InboxClient(IMAPClient):  # type: ignore[misc]
    """imapclient with aware INTERNALDATEs, without mail content in its debug log, and with ``wait_for_news``."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.normalise_times = False
        # imapclient sends a line and its end separately: without this each SEARCH waits 40 ms for an acknowledgement
        self.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._imap.debug = 0  # imapclient sets 5: every line of every letter would be formatted for the log

    def wait_for_news(self, seconds: float, wake_fd: int | None = None) -> None:
        """One round of IDLE on the selected folder: until the server says anything, ``wake_fd`` has something to read,
        or ``seconds`` (at most four minutes) have passed. Search afterwards, whatever the reason.

        Raises imaplib's abort, or ``OSError``, when the connection is dead.
        """
        spoken = self._begin_idle()
        if not spoken and not self._holds_unread_bytes():
            wait_until_readable([self.socket().fileno()], min(seconds, LONGEST_IDLE), wake_fd)
        self.idle_done()  # reads whole lines, blocking under the read timeout; raises at the end of the stream

    def _begin_idle(self) -> bool:
        """Send IDLE and read up to the "+"; True when the server said something else before it."""
        if not self.has_capability("IDLE"):  # asked (and remembered) before: idle_done would ask in the middle of IDLE
            raise CapabilityError("the server has no IDLE")
        tag = self._idle_tag = self._imap._command("IDLE")
        spoken = False
        while self._imap._get_response() is not None:
            if self._imap.tagged_commands.get(tag):
                self._imap.tagged_commands.pop(tag)
                raise IMAPClientError("IDLE was refused")
            spoken = True
        return spoken

    def _holds_unread_bytes(self) -> bool:
        """Do bytes lie in a buffer between us and the socket?"""
        sock: socket.socket = self.socket()
        if isinstance(sock, ssl.SSLSocket) and sock.pending():
            return True
        buffer = getattr(self._imap, "_readbuf", None)  # imaplib's own since Python 3.14
        if buffer is not None:
            return bool(buffer)
        sock.settimeout(0.0)
        try:
            return bool(self._imap.file.peek(1))
        except OSError:  # nothing yet; a dead connection shows at DONE
            return False
        finally:
            self._set_read_timeout()


def hang_up(client: IMAPClient | None) -> None:
    """Close the connection without a word; it may be gone already, or never have been."""
    if client is not None:
        with suppress(OSError, imaplib.IMAP4.error):
            client.shutdown()


class Bell:
    """Wakes whoever waits for its file descriptor, from any thread; rings stay until they are heard."""

    def __init__(self) -> None:
        self._heard, self._rung = socket.socketpair()
        self._rung.setblocking(False)

    def fileno(self) -> int:
        return self._heard.fileno()

    def ring(self) -> None:
        with suppress(BlockingIOError):  # it has been ringing unheard for long: enough
            self._rung.send(b"!")

    def close(self) -> None:
        self._heard.close()
        self._rung.close()


def wait_until_readable(fds: Sequence[int], seconds: float, wake_fd: int | None = None) -> None:
    """Wait for any of ``fds`` or ``wake_fd``. What lies in ``wake_fd`` is read, so that one ring wakes once."""
    poll = select.poll()
    for fd in fds:
        poll.register(fd, select.POLLIN)
    if wake_fd is not None:
        poll.register(wake_fd, select.POLLIN)
    end = monotonic() + seconds
    while (left := end - monotonic()) > 0:
        if ready := poll.poll(left * 1000):
            if wake_fd is not None and wake_fd in dict(ready):
                os.read(wake_fd, 4096)
            return
