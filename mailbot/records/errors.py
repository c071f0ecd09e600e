"""What can go wrong with the records, as one small tree. No message carries personal data."""

from __future__ import annotations


class RecordsError(Exception):
    """``temporary``: the same call may succeed later without anybody changing anything."""

    temporary: bool = False


class RecordsAway(RecordsError):
    """The database does not answer, or is locked for too long."""

    temporary = True


class RecordsFull(RecordsError):
    """The disk (or the allowed size of the database) is full: nothing was written."""

    temporary = True


class RecordsConflict(RecordsError):
    """Somebody else changed the same rows at the same moment: nothing was written, try again."""

    temporary = True


class NotCurrent(RecordsError):
    """The database has another schema than this program: run ``mailbot db upgrade``."""


class WrongKey(RecordsError):
    """Something was encrypted with a key that the vault does not hold, or is damaged."""


class BadKey(RecordsError):
    """A key is not one that ``Vault.new_keys`` could have made."""


class LedgerError(RecordsError):
    """An action cannot be carried out: it names a row that does not exist, or one that does not allow it."""


class Taken(LedgerError):
    """The referral is reserved already, or the volunteer has no room left."""
