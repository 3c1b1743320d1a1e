"""Outbox: what is on its way to one viewer. Never blocks who puts, never grows without bound."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

# Frames are limited by the viewer's window; these are mostly events, for a viewer that reads none.
LIMIT = 256
TOO_SLOW = 1013


@dataclass(frozen=True)
class Close:
    """The end of the line to a viewer, with the websocket's code."""

    code: int
    reason: str = ""


class Outbox:
    """Texts (events), bytes (frames), and at last a Close, in order."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[str | bytes | Close] = asyncio.Queue()
        self._closed = False

    def put(self, item: str | bytes) -> None:
        """Add an event or a frame. A viewer that has let too much pile up is cut off."""
        if self._closed:
            return
        if self._queue.qsize() >= LIMIT:
            self._drop_all()
            self.close(TOO_SLOW, "too slow")
        else:
            self._queue.put_nowait(item)

    def close(self, code: int, reason: str = "") -> None:
        """Say that nothing follows."""
        if not self._closed:
            self._closed = True
            self._queue.put_nowait(Close(code, reason))

    async def get(self) -> str | bytes | Close:
        """The next one; waits for it."""
        return await self._queue.get()

    def _drop_all(self) -> None:
        while not self._queue.empty():
            self._queue.get_nowait()
