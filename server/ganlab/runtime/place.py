"""Place: what the server knows of one live session, and the errors of looking for one."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from ganlab.protocol import notice_event, to_text
from ganlab.runtime.channel import Message
from ganlab.runtime.outbox import Outbox
from ganlab.runtime.pool import WorkerFailedError, WorkerLink, WorkerLostError

TRIES = 5  # of a question whose worker dies before it has answered
RETRY_S = 0.2

CRASH_WINDOW_S = 60.0
CRASHES_STOP = 3  # within the window: the run is brought back, but paused
CRASHES_GIVE_UP = 5  # within the window: it kills its worker even so

RECOVERED = notice_event(
    "recovered",
    "Training goes on",
    "The process that trained this run ended unexpectedly. It goes on from a moment ago.",
)
STOPPED = notice_event(
    "stopped",
    "The run was paused",
    f"It brought its training process down {CRASHES_STOP} times within a minute. "
    "Smaller networks or batches may help.",
)
STOPPING = notice_event(
    "server_stopping", "The server stops", "The run is kept; the page comes back to it by itself."
)


class UnknownSessionError(Exception):
    """There is no such session, live or put aside."""


class FullError(Exception):
    """Every place is taken."""


@dataclass
class Watcher:
    """One viewer: where its messages go, and what it said in `view` commands."""

    outbox: Outbox
    view: dict[str, Any] = field(default_factory=dict)


@dataclass(eq=False)
class Place:
    """A session's worker, viewers and newest checkpoint. `wanted` is what it began with."""

    id: str
    link: WorkerLink
    wanted: dict[str, Any] = field(default_factory=dict)
    checkpoint: bytes | None = None
    on_disk: bool = True  # the newest checkpoint is
    watchers: dict[int, Watcher] = field(default_factory=dict)
    next_frame: int = 0
    unwatched_since_s: float = field(default_factory=time.monotonic)
    crashes: deque[float] = field(default_factory=deque)
    closed: bool = False

    # The worker

    def open(self, *, status: str | None = None) -> asyncio.Future[Message]:
        """Have the worker begin the session, or go on from the newest checkpoint.

        `status` overrides the checkpoint's. The answer holds the state event.
        """
        if self.checkpoint is None:
            answer = self.link.request("create", session=self.id, **self.wanted)
        else:
            answer = self.link.request(
                "restore", self.checkpoint, session=self.id, next_frame=self.next_frame,
                status=status,
            )  # fmt: skip
        for viewer, watcher in self.watchers.items():
            self.link.post("join", session=self.id, viewer=viewer, view=watcher.view)
        return answer

    async def ask(
        self, kind: str, payload: bytes = b"", *, tries: int = TRIES, **fields: Any
    ) -> Message:
        """Ask the worker; if it dies, ask the next one. Raises WorkerFailedError, ConfigError.

        One try is for what may itself be the cause.
        """
        for _ in range(tries):
            try:
                return await self.link.request(kind, payload, session=self.id, **fields)
            except WorkerLostError:
                if self.closed:
                    break
                await asyncio.sleep(RETRY_S)
        raise WorkerFailedError("its worker process ends again and again")

    def crashed(self) -> int:
        """Note that it brought its worker down; how often that happened lately."""
        now = time.monotonic()
        self.crashes.append(now)
        while now - self.crashes[0] > CRASH_WINDOW_S:
            self.crashes.popleft()
        return len(self.crashes)

    # The viewers

    def tell(self, event: dict[str, Any]) -> None:
        """Send every viewer an event of the server's own."""
        text = to_text(event)
        for watcher in self.watchers.values():
            watcher.outbox.put(text)

    def deliver(self, message: Message) -> None:
        """Hand an event or a frame of the worker's to the viewers that it names."""
        item: str | bytes = message.payload
        if message.kind == "frame":
            self.next_frame = message.fields["frame"] + 1
        else:
            item = message.payload.decode()
        for viewer in message.fields["viewers"]:
            if viewer in self.watchers:
                self.watchers[viewer].outbox.put(item)

    def close(self, code: int, reason: str) -> None:
        """Close the line to every viewer."""
        self.closed = True
        for watcher in self.watchers.values():
            watcher.outbox.close(code, reason)

    @property
    def idle_s(self) -> float:
        """Seconds since somebody last watched; 0 while somebody does."""
        return 0.0 if self.watchers else time.monotonic() - self.unwatched_since_s
