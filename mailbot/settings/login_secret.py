"""What to log in with: the password, or a fresh bearer token printed by the command that the settings name."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

from mailbot.settings.sections import Mailbox, Smtp

LONGEST_SECONDS = 60


def login_secret(server: Mailbox | Smtp) -> Callable[[], str]:
    """Asked at every login. The returned function raises ValueError or OSError when the command gives no token."""
    if server.method == "password":
        return lambda: server.password
    return lambda: _token(server.token_command)


def _token(command: tuple[str, ...]) -> str:
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=True)
    except subprocess.SubprocessError as cause:
        # Its output may hold a token, so neither it nor the cause is passed on.
        raise ValueError(f"token_command failed ({type(cause).__name__})") from None
    token = ran.stdout.strip()
    if not token or any(sign.isspace() for sign in token):
        raise ValueError("token_command printed no token")
    return token
