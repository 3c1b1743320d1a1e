"""A client of the lab that keeps time: it makes sessions, watches them and sends commands."""

from __future__ import annotations

import asyncio
import json
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from tests.live_server import LiveServer

ANSWER_SECONDS = 10.0


@contextmanager
def serving(**env: str) -> Iterator[LiveServer]:
    """A server of its own, whose state is gone afterwards; `env` as `GANLAB_MAX_SESSIONS="256"`."""
    with TemporaryDirectory(prefix="ganlab-bench-") as folder:
        server = LiveServer(Path(folder), env)
        try:
            yield server
        finally:
            server.close()


def create_session(url: str, config: dict[str, Any]) -> str:
    """The id of a new session."""
    body = json.dumps({"config": config}).encode()
    headers = {"content-type": "application/json", "origin": url}
    request = urllib.request.Request(f"{url}/api/sessions", body, headers)
    with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as response:
        return str(json.load(response)["id"])


class Viewer:
    """One who watches a session, acknowledges every frame and knows the newest.

    frames, received  how many frames have come, and how many bytes they had
    step, seen_s      the newest frame's step, and when it came (perf_counter, seconds)
    longest_s         between two frames; whoever measures sets it to 0
    """

    def __init__(self, socket: ClientConnection) -> None:
        self.frames = 0
        self.received = 0
        self.step = 0
        self.seen_s = 0.0
        self.longest_s = 0.0
        self._socket = socket
        self._requests = 0
        self._asked: asyncio.Future[float] | None = None
        self._announced = False  # the state event has answered; the next frame shows it

    @classmethod
    @asynccontextmanager
    async def of(cls, url: str, session: str) -> AsyncIterator[Viewer]:
        """Watches for as long as the context lasts, and has seen a frame at its start."""
        address = f"{url.replace('http', 'ws', 1)}/ws/sessions/{session}"
        async with connect(address, origin=url, compression=None, max_size=None) as socket:  # type: ignore[arg-type]
            viewer = cls(socket)
            reader = asyncio.create_task(viewer._read())
            try:
                await viewer.ask({"type": "view"})
                yield viewer
            finally:
                reader.cancel()

    async def ask(self, command: dict[str, Any]) -> float:
        """Send a command; the seconds until the frame that shows its effect has come.

        Raises RuntimeError when it is refused, TimeoutError when no answer comes.
        """
        self._requests += 1
        self._asked = asyncio.get_running_loop().create_future()
        self._announced = False
        text = json.dumps({**command, "request": self._requests})
        start = time.perf_counter()
        await self._socket.send(text)
        return await asyncio.wait_for(self._asked, ANSWER_SECONDS) - start

    async def _read(self) -> None:
        async for message in self._socket:
            now = time.perf_counter()
            if isinstance(message, bytes):
                metadata = _metadata(message)
                await self._socket.send(
                    json.dumps({"type": "ack", "frame": int(metadata["frame"])})
                )
                self._take(metadata, len(message), now)
            else:
                self._hear(json.loads(message))

    def _take(self, metadata: dict[str, str], size: int, now: float) -> None:
        self.frames += 1
        self.received += size
        self.longest_s = max(self.longest_s, now - (self.seen_s or now))
        self.step, self.seen_s = int(metadata["step"]), now
        is_answer = metadata.get("request") == str(self._requests)
        if self._asked and not self._asked.done() and (is_answer or self._announced):
            self._asked.set_result(now)

    def _hear(self, event: dict[str, Any]) -> None:
        if event.get("request") != self._requests or self._asked is None:
            return
        if event["type"] == "error":
            self._asked.set_exception(RuntimeError(event["message"]))
        self._announced = event["type"] == "state"


def _metadata(frame: bytes) -> dict[str, str]:
    """What a frame's safetensors header says, without its arrays."""
    length = int.from_bytes(frame[:8], "little")
    metadata: dict[str, str] = json.loads(frame[8 : 8 + length])["__metadata__"]
    return metadata
