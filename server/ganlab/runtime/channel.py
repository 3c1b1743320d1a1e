"""Channel: messages between server and worker over a socket pair, a JSON header and bytes each."""

from __future__ import annotations

import asyncio
import json
import select
import socket
import struct
import threading
from dataclasses import dataclass, field
from typing import Any

from ganlab.registry import ConfigError, NotHereError


class ServerGoneError(Exception):
    """The server has closed the channel, or has ended."""


_LENGTHS = struct.Struct("<II")  # bytes of the header, bytes of the payload
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Message:
    """What one side tells the other: what kind of thing, a few JSON fields, and bytes."""

    kind: str
    fields: dict[str, Any] = field(default_factory=dict)
    payload: bytes = b""


def pack(kind: str, payload: bytes = b"", **fields: Any) -> bytes:
    """A message as it lies on the wire."""
    header = json.dumps([kind, fields], separators=(",", ":")).encode()
    return _LENGTHS.pack(len(header), len(payload)) + header + payload


def _unpack(header: bytes, payload: bytes) -> Message:
    kind, fields = json.loads(header)
    return Message(kind, fields, payload)


def as_json(error: ConfigError) -> dict[str, Any]:
    """A refusal as a field of a message; `refused` reads it."""
    found = {"field": error.field, "expected": error.expected, "got": error.got}
    return {**found, "missing": error.missing} if isinstance(error, NotHereError) else found


def refused(found: dict[str, Any]) -> ConfigError:
    """The refusal that a message holds."""
    field, expected, missing = found["field"], found["expected"], found.get("missing")
    error = ConfigError(field, expected, None)
    if missing is not None:
        error = NotHereError(field, expected, None, missing)
    error.got = found["got"]
    return error


async def read_message(reader: asyncio.StreamReader) -> Message:
    """The next message, on the server's side. Raises IncompleteReadError or OSError at the end."""
    header, payload = _LENGTHS.unpack(await reader.readexactly(_LENGTHS.size))
    return _unpack(await reader.readexactly(header), await reader.readexactly(payload))


class WorkerChannel:
    """The worker's end. Sending blocks until the server takes it, from any thread."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._lock = threading.Lock()
        self._poll = select.poll()
        self._poll.register(sock, select.POLLIN)
        self._buffer = bytearray()

    def send(self, kind: str, payload: bytes = b"", **fields: Any) -> None:
        """Send one message. Raises ServerGoneError."""
        with self._lock:
            try:
                self._sock.sendall(pack(kind, payload, **fields))
            except OSError as error:
                raise ServerGoneError from error

    def receive(self, timeout_s: float) -> list[Message]:
        """All messages that have come; waits up to `timeout_s` for the first.

        Raises ServerGoneError.
        """
        if not self._poll.poll(max(0.0, timeout_s) * 1000):
            return []
        try:
            data = self._sock.recv(_CHUNK)
        except OSError as error:
            raise ServerGoneError from error
        if not data:
            raise ServerGoneError
        self._buffer += data
        return self._parse()

    def _parse(self) -> list[Message]:
        messages, start = [], 0
        while len(self._buffer) - start >= _LENGTHS.size:
            header, payload = _LENGTHS.unpack_from(self._buffer, start)
            middle = start + _LENGTHS.size + header
            if len(self._buffer) < middle + payload:
                break
            parts = self._buffer[start + _LENGTHS.size : middle], self._buffer[middle:][:payload]
            messages.append(_unpack(bytes(parts[0]), bytes(parts[1])))
            start = middle + payload
        del self._buffer[:start]
        return messages
