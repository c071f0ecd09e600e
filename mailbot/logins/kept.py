"""The refresh token that ``mailbot login`` got: encrypted, in a file of mode 0600 that is replaced whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mailbot.logins.trouble import NoToken


@dataclass(frozen=True, slots=True)
class KeptLogin:
    """``decrypt`` raises ``ValueError`` when the keys are not those that encrypted it."""

    file: Path
    encrypt: Callable[[bytes], bytes]
    decrypt: Callable[[bytes], bytes]

    def read(self) -> str:
        """Raises ``NoToken``."""
        try:
            return self.decrypt(self.file.read_bytes()).decode()
        except FileNotFoundError:
            raise NoToken("nobody has logged in to the mailbox yet: run `mailbot login`") from None
        except OSError as fault:
            raise NoToken(f"{self.file} cannot be read ({fault.strerror})") from None
        except ValueError:
            raise NoToken(f"{self.file} was encrypted with other database.keys: run `mailbot login` again") from None

    def write(self, token: str) -> None:
        """Raises ``OSError``. A reader meets the old one or the new one, never half of one."""
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = self.file.with_name(f".{self.file.name}.{secrets.token_hex(8)}")
        try:
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:  # noqa: PTH123 (mode)
                new.write(self.encrypt(token.encode()))
                new.flush()
                os.fsync(new.fileno())
            beside.replace(self.file)
        finally:
            beside.unlink(missing_ok=True)
