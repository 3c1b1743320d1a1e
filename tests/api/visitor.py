"""A visitor of a real server, over HTTP and a websocket: what the wire tests speak through."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from ganlab.protocol import decode_frame

ANSWER_S = 10.0
SMALL: dict[str, Any] = {
    "generator": {"params": {"layers": 1, "width": 8}},
    "discriminator": {"params": {"layers": 1, "width": 8}},
    "batch_size": 16,
}


class Answer:
    """What came back over HTTP."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def json(self) -> Any:
        """The body's document."""
        return json.loads(self.body)


def http(
    url: str, path: str, *, method: str = "GET", body: object = None, raw: bytes | None = None,
    origin: str | None = "own", headers: dict[str, str] | None = None,
) -> Answer:  # fmt: skip
    """One request; refusals come back as answers, too. `origin` None sends none."""
    sent = {"content-type": "application/json", **(headers or {})}
    if origin is not None:
        sent["origin"] = url if origin == "own" else origin
    data = raw if raw is not None else None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url + path, data, sent, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return _answer(response.status, response.headers, response.read())
    except urllib.error.HTTPError as refused:
        with refused:
            return _answer(refused.code, refused.headers, refused.read())


def _answer(status: int, headers: Any, body: bytes) -> Answer:
    return Answer(status, {name.lower(): value for name, value in headers.items()}, body)


def begin(url: str, **config: Any) -> str:
    """The id of a new session, small unless the test says otherwise."""
    answer = http(url, "/api/sessions", method="POST", body={"config": {**SMALL, **config}})
    assert answer.status == 201, answer.body
    return str(answer.json["id"])


class Visitor:
    """One websocket. Frames are acknowledged as they come, unless the test takes that over."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.acknowledging = True
        self.last: dict[str, str] = {}
        self._requests = 0

    @classmethod
    @asynccontextmanager
    async def of(cls, url: str, session: str) -> AsyncIterator[Visitor]:
        """Watches a session for as long as the context lasts."""
        address = f"{url.replace('http', 'ws', 1)}/ws/sessions/{session}"
        async with connect(address, origin=url, compression=None, max_size=None) as socket:  # type: ignore[arg-type]
            yield cls(socket)

    async def say(self, **command: Any) -> None:
        """Send a command and do not wait."""
        await self.socket.send(json.dumps(command))

    async def hear(self) -> dict[str, Any]:
        """The next event or frame (its metadata, with type "frame")."""
        message = await asyncio.wait_for(self.socket.recv(), ANSWER_S)
        if isinstance(message, str):
            event: dict[str, Any] = json.loads(message)
            return event
        self.last = decode_frame(message)[1]
        if self.acknowledging:
            await self.say(type="ack", frame=int(self.last["frame"]))
        return {"type": "frame", **self.last}

    async def until(self, **wanted: Any) -> dict[str, Any]:
        """The next event or frame that has these values. Raises TimeoutError."""
        async with asyncio.timeout(2 * ANSWER_S):
            while True:
                found = await self.hear()
                if all(found.get(name) == value for name, value in wanted.items()):
                    return found

    async def ask(self, **command: Any) -> dict[str, Any]:
        """Send a command; the frame, or the error, that answers it."""
        self._requests += 1
        await self.say(**command, request=self._requests)
        while True:
            found = await self.hear()
            if found["type"] == "error" and found.get("request") == self._requests:
                return found
            if found["type"] == "frame" and found.get("request") == str(self._requests):
                return found

    async def reach(self, step: int) -> int:
        """Wait for a frame of at least this step; its step."""
        while int(self.last.get("step", -1)) < step:
            await self.hear()
        return int(self.last["step"])
