"""The recurring ticks (sole home of apscheduler). They hold no state of ours: a restart loses nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from mailbot.clock import LONDON
from mailbot.flow import Flow

PROMISES_SECONDS = 15
UNCERTAIN_SECONDS = 60
DIGEST_SECONDS = 60


class Ticks:
    """Starts the ticks on the running loop; each runs in a thread, never twice at once."""

    def __init__(self, flow: Flow, after: Callable[[], None], also: dict[str, tuple[int, Callable[[], int]]]) -> None:
        self._after = after  # told when a tick did something, so that what it queued leaves at once
        self._flow = flow
        self._running: set[asyncio.Task[None]] = set()
        self._scheduler = AsyncIOScheduler(
            timezone=LONDON, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        matching = flow.office.policy.matching_every_minutes * 60
        ticks: dict[str, tuple[int, Callable[[], int]]] = {
            "keeping promises": (PROMISES_SECONDS, flow.keep_promises),
            "matching": (matching, flow.match_waiting),
            "looking into lost answers": (UNCERTAIN_SECONDS, flow.look_into_uncertain),
            "the digest": (DIGEST_SECONDS, lambda: int(flow.send_digest())),
            **also,
        }
        for name, (seconds, step) in ticks.items():
            self._scheduler.add_job(self._tick, IntervalTrigger(seconds=seconds), args=(name, step), id=name)
        self._first = ticks

    async def start(self) -> None:
        """Every tick once now, then each in its own time."""
        for name, (_, step) in self._first.items():
            await self._tick(name, step)
        self._scheduler.start()

    async def stop(self) -> None:
        """No new tick; those that run are waited for (the scheduler's own shutdown does not wait)."""
        self._scheduler.shutdown(wait=False)
        while self._running:
            await asyncio.gather(*self._running, return_exceptions=True)

    async def _tick(self, name: str, step: Callable[[], int]) -> None:
        task = asyncio.create_task(self._turn(name, step))
        self._running.add(task)
        try:
            await asyncio.shield(task)
        finally:
            self._running.discard(task)

    async def _turn(self, name: str, step: Callable[[], int]) -> None:
        if await asyncio.to_thread(self._flow.safely, name, step):
            self._after()
