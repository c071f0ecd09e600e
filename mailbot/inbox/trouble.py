"""What can go wrong between us and the mailbox: one tree, each saying in words what a person can do about it."""

from __future__ import annotations

import imaplib
from collections.abc import Iterator
from contextlib import contextmanager

from imapclient.exceptions import ProtocolError


class MailboxTrouble(Exception):
    """Base of the tree. ``permanent``: trying again will not help until a person has changed something.

    The words name our own host, mailbox and folders, never what a letter holds.
    """

    permanent = False


class CannotReach(MailboxTrouble):
    """No connection: the network, the name, the port, or a server that is down."""


class ConnectionLost(MailboxTrouble):
    """The server hung up or fell silent in the middle."""


class NotTrusted(MailboxTrouble):
    """The server's certificate cannot be verified, or it offers no encryption where that is required."""

    permanent = True


class LoginRefused(MailboxTrouble):
    """The server does not let us in. Permanent, unless the server says it is its own trouble (RFC 5530)."""

    def __init__(self, words: str, *, permanent: bool = True) -> None:
        super().__init__(words)
        self.permanent = permanent


class Refused(MailboxTrouble):
    """The server understood a command and said NO or BAD; the connection lives on."""


@contextmanager
def told_in_words(doing: str) -> Iterator[None]:
    """Turn what imaplib, ssl and the socket raise while ``doing`` something into this module's errors."""
    try:
        yield
    except imaplib.IMAP4.abort as error:
        raise ConnectionLost(f"the connection was lost while {doing}") from error
    except OSError as error:
        raise ConnectionLost(f"the connection was lost while {doing} ({type(error).__name__})") from error
    except (ProtocolError, ValueError, LookupError, TypeError) as error:  # imapclient's parsing of odd answers
        raise Refused(f"the server's answer could not be understood while {doing}") from error
    except imaplib.IMAP4.error as error:
        raise Refused(f"the server said no while {doing}") from error
