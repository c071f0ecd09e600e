"""Pages the safeguarding rota by the configured command (SMS, pager): it learns a reference and never a name."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Sequence

from mailbot.outbox.delivery import Delivery, Outcome

TIMEOUT_SECONDS = 30.0


async def deliver_page(
    command: Sequence[str], reference: str, phone: str, *, timeout: float = TIMEOUT_SECONDS
) -> Delivery:
    """Run the command without a shell, ``{reference}`` and ``{phone}`` replaced inside its arguments.

    Exit status 0 within the time is SENT; everything else TEMPORARY, as a page is better sent twice than not at all.
    """
    if not command:
        return Delivery(Outcome.TEMPORARY, "no paging command is configured", trouble=True)
    arguments = [part.replace("{reference}", reference).replace("{phone}", phone) for part in command]
    try:
        process = await asyncio.create_subprocess_exec(
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,  # so that what the command starts can be ended with it
        )
    except (OSError, ValueError) as wrong:
        return Delivery(
            Outcome.TEMPORARY, f"the paging command cannot be started: {type(wrong).__name__}", trouble=True
        )
    return await _ended(process, timeout)


async def _ended(process: asyncio.subprocess.Process, timeout: float) -> Delivery:
    try:
        status = await asyncio.wait_for(process.wait(), timeout)
    except TimeoutError:
        return Delivery(Outcome.TEMPORARY, f"the paging command did not end within {timeout:g} seconds", trouble=True)
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
    if status:
        return Delivery(Outcome.TEMPORARY, f"the paging command ended with status {status}", status, trouble=True)
    return Delivery(Outcome.SENT)
