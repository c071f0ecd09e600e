"""A token from a program that the settings name: for a provider that we do not know."""

from __future__ import annotations

import subprocess

from mailbot.logins.trouble import NoToken

LONGEST_SECONDS = 60


def token_of_command(command: tuple[str, ...]) -> str:
    """What the program printed, word by word. Raises ``NoToken``; its output may hold a token, so it is never told."""
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=True)
    except subprocess.TimeoutExpired:
        raise NoToken(f"token_command did not end within {LONGEST_SECONDS} seconds", permanent=False) from None
    except subprocess.CalledProcessError as ended:
        raise NoToken(f"token_command failed (exit code {ended.returncode})") from None
    except OSError as fault:
        raise NoToken(f"token_command cannot be run ({fault.strerror})") from None
    token = ran.stdout.strip()
    if not token or any(sign.isspace() for sign in token):
        raise NoToken("token_command printed no token")
    return token
