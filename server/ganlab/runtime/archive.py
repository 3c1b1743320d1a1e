"""Archive: the lab's sessions on disk, written behind their backs and never by two at a time."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable

from ganlab.runtime.place import Place
from ganlab.runtime.shelf import Shelf

logger = logging.getLogger(__name__)

SWEEP_EVERY_S = 3600.0


class Archive:
    """A shelf for the event loop: disk work happens in threads, one thing at a time."""

    def __init__(self, shelf: Shelf, keep_s: float) -> None:
        self._shelf = shelf
        self._keep_s = keep_s
        self._lock = asyncio.Lock()
        self._swept_s = -SWEEP_EVERY_S

    async def write(self, places: Iterable[Place]) -> None:
        """Write the newest checkpoint of each place that has one which is not on disk."""
        async with self._lock:
            due = [p for p in places if not p.on_disk and p.checkpoint is not None]
            for place in due:
                place.on_disk = True  # a newer one may come while this is being written
                await self._put(place)

    async def _put(self, place: Place) -> None:
        try:
            await asyncio.to_thread(self._shelf.put, place.id, place.checkpoint or b"")
        except OSError as error:
            place.on_disk = False
            logger.warning("session %s cannot be written to disk: %s", place.id, error)

    async def read(self, session_id: str) -> list[bytes]:
        """The checkpoints of a session, newest first; empty when there are none."""
        async with self._lock:
            return await asyncio.to_thread(self._shelf.get, session_id)

    async def remove(self, session_id: str) -> None:
        """Delete a session's checkpoints."""
        async with self._lock:
            await asyncio.to_thread(self._shelf.remove, session_id)

    async def sweep(self) -> None:
        """Now and then, delete what has lain there too long."""
        if time.monotonic() - self._swept_s >= SWEEP_EVERY_S:
            self._swept_s = time.monotonic()
            async with self._lock:
                await asyncio.to_thread(self._shelf.sweep, self._keep_s)
