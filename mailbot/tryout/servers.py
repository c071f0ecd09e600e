"""The embedded mail servers, all names in one place: ``EmbeddedMail`` in an event loop, ``EmbeddedMailThread`` not."""

from mailbot.tryout.embedded_mail import AUTHSERV_ID, PASSWORD, EmbeddedMail, base_address
from mailbot.tryout.embedded_thread import EmbeddedMailThread
from mailbot.tryout.imap_faults import Spoil
from mailbot.tryout.imap_server import Stored
from mailbot.tryout.smtp_server import Accepted, Fault

__all__ = [
    "AUTHSERV_ID",
    "PASSWORD",
    "Accepted",
    "EmbeddedMail",
    "EmbeddedMailThread",
    "Fault",
    "Spoil",
    "Stored",
    "base_address",
]
