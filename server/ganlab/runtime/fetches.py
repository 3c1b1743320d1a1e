"""Fetches: the server's side of the processes that make, get and read sets of images.

Each has a process of its own, so that no run waits for it, it can be called off at any time, and
one that fails takes nothing with it. Never imports torch.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import logging
import math
import multiprocessing
import secrets
import socket
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from typing import Any

from ganlab.registry import ConfigError
from ganlab.runtime.channel import Message, pack, read_message, refused
from ganlab.runtime.place import FullError

logger = logging.getLogger(__name__)

FETCHER_MODULE = "ganlab.runtime.fetcher"
AT_ONCE = 2  # of a kind: sets that are made, sets that others made
MOST_OPEN = 32
KEPT = 64  # of those that are over
READ_S = 20.0  # for 5 s of the processor's time on a busy machine
GRACE_S = 2.0  # to tidy up after being called off
ASKED_FOR_S = 30.0  # so long after its last question somebody still waits for an answer

WAITING, WORKING, DONE, FAILED, CANCELLED = "waiting", "working", "done", "failed", "cancelled"


class UnknownFetchError(Exception):
    """Nobody is bringing, or has just brought, a set under this id."""


class FetchEndedError(Exception):
    """The process ended without a word."""


@dataclass(eq=False)
class Fetch:
    """A set on its way here, for everybody who waits for it: `tickets` are those, and when each
    last asked how far it is (monotonic seconds).
    """

    choice: dict[str, Any]
    status: str = WAITING
    share: float = 0.0
    words: str = ""
    statistics: dict[str, Any] | None = None
    error: Exception | None = None
    tickets: dict[str, float] = field(default_factory=dict)
    called_off: asyncio.Event = field(default_factory=asyncio.Event)
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status in (DONE, FAILED, CANCELLED)

    def heard(self, message: Message) -> None:
        """The process says how far it is."""
        self.share, self.words = message.fields["share"], message.fields["words"]

    def end(self, status: str) -> None:
        """Nothing more will come of it. What ended once does not end in another way."""
        if not self.over:
            self.status = status
        self.ended.set()

    def to_json(self, ticket: str) -> dict[str, Any]:
        """What is told to one who waits for it."""
        said = {"job": ticket, **self.choice, "status": self.status, "share": round(self.share, 4)}
        more = {"words": self.words, "statistics": self.statistics}
        if self.error is not None:
            more["error"] = _told(self.error)
        return {**said, **more}


def _told(error: Exception) -> dict[str, Any]:
    if isinstance(error, ConfigError):
        words = {"field": error.field, "expected": error.expected, "got": error.got}
        return {**words, "message": f"Must be {error.expected}."}
    text = "It could not be brought here; the server's log says why."
    return {"field": "data", "expected": "images that can be had", "got": "none", "message": text}


class Fetches:
    """Brings sets here, a few at a time; who asks for one that is on its way joins it."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        self._entries: dict[str, Any] = {}  # of the catalog's data sets, by id
        self._open: dict[str, Fetch] = {}  # by what is wanted
        self._by_ticket: dict[str, Fetch] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._lanes: dict[bool, asyncio.Semaphore] = {}
        self._readers = asyncio.Semaphore(AT_ONCE)
        self._reading = 0
        self._processes: set[ForkServerProcess] = set()
        self._starter = ThreadPoolExecutor(1, thread_name_prefix="start-fetcher")
        self._stopping = False

    def know(self, catalog: Mapping[str, Any]) -> None:
        """Learn which sets there are."""
        self._entries = {entry["id"]: entry for entry in catalog["registries"]["datasets"]}

    def begin(self, set_id: str, params: Mapping[str, Any]) -> tuple[str, Fetch]:
        """Have a set brought here; a ticket, under which it can be asked about, and how far it is.

        Raises ConfigError for a set that there is not, and FullError.
        """
        entry = self._entries.get(set_id)
        if entry is None:
            raise ConfigError("id", "one of " + ", ".join(self._entries), set_id)
        filled = {p["name"]: p["default"] for p in entry["params"]} | dict(params)
        key = json.dumps([set_id, filled], sort_keys=True)
        fetch = self._open.get(key)
        if fetch is None:
            if len(self._tasks) >= MOST_OPEN or self._stopping:
                raise FullError
            fetch = self._open[key] = Fetch({"id": set_id, "params": filled})
            lane = self._lanes.setdefault("origin" in entry, asyncio.Semaphore(AT_ONCE))
            task = asyncio.create_task(self._see_to(fetch, lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        ticket = secrets.token_hex(10)
        fetch.tickets[ticket] = time.monotonic()
        self._by_ticket[ticket] = fetch
        return ticket, fetch

    def find(self, ticket: str) -> Fetch:
        """The fetch that a ticket is for; whoever asks still waits. Raises UnknownFetchError."""
        fetch = self._by_ticket.get(ticket)
        if fetch is None:
            raise UnknownFetchError
        fetch.tickets[ticket] = time.monotonic()
        return fetch

    def cancel(self, ticket: str) -> None:
        """Wait no more; what nobody waits for is called off. Raises UnknownFetchError."""
        fetch = self.find(ticket)
        del self._by_ticket[ticket], fetch.tickets[ticket]
        now = time.monotonic()
        if all(now - asked_s > ASKED_FOR_S for asked_s in fetch.tickets.values()):
            fetch.called_off.set()
            self._end(fetch, CANCELLED)

    async def bring(self, set_id: str, params: Mapping[str, Any]) -> None:
        """Have a set here. Raises ConfigError when it cannot be had, and FullError."""
        ticket, fetch = self.begin(set_id, params)
        fetch.tickets[ticket] = math.inf  # it waits to the end
        try:
            await fetch.ended.wait()
        finally:
            self._by_ticket.pop(ticket, None)
            del fetch.tickets[ticket]
        if fetch.status != DONE:
            error = _told(fetch.error or FetchEndedError())
            raise ConfigError(error["field"], error["expected"], error["got"])

    async def read(self, payload: bytes, **how: Any) -> dict[str, Any]:
        """Read files that somebody sent: "id" and "params" of the data that they are from now on,
        its "statistics", and "networks" to begin with.

        Raises ConfigError for what cannot be read or costs too much, and FullError.
        """
        if self._reading >= MOST_OPEN:
            raise FullError
        self._reading += 1
        try:
            async with self._readers, asyncio.timeout(READ_S):
                found = await self.ask("read", lambda _: None, payload, **how)
        except (FetchEndedError, TimeoutError) as error:
            logger.info("an upload was not read: %r", error)
            expected = "files that can be read within 5 seconds"
            raise ConfigError("files", expected, "files that cost more") from None
        finally:
            self._reading -= 1
        assert found is not None  # nobody calls it off
        return found

    async def _see_to(self, fetch: Fetch, lane: asyncio.Semaphore) -> None:
        """Bring one set, when it is its turn."""
        status = CANCELLED
        try:
            async with lane:
                if not fetch.over:
                    fetch.status, off = WORKING, fetch.called_off
                    found = await self.ask("bring", fetch.heard, called_off=off, **fetch.choice)
                    if found is not None:
                        fetch.statistics, fetch.share, status = found, 1.0, DONE
        except Exception as error:
            if not fetch.over and not self._stopping:
                status, fetch.error = FAILED, error
                if not isinstance(error, ConfigError):
                    logger.warning("%s could not be brought here: %r", fetch.choice["id"], error)
        finally:
            self._end(fetch, status)

    def _end(self, fetch: Fetch, status: str) -> None:
        """Let who waits know, and keep the newest of those that are over."""
        fetch.end(status)
        self._open = {key: other for key, other in self._open.items() if other is not fetch}
        over = [ticket for ticket, fetch in self._by_ticket.items() if fetch.over]
        for ticket in over[:-KEPT]:
            del self._by_ticket[ticket]

    async def ask(
        self, kind: str, on_progress: Callable[[Message], None], payload: bytes = b"",
        *, called_off: asyncio.Event | None = None, **fields: Any,
    ) -> dict[str, Any] | None:  # fmt: skip
        """What a process of its own finds; None when it was called off.

        Raises ConfigError for a refusal, FetchEndedError.
        """
        ours, theirs = socket.socketpair()
        context = multiprocessing.get_context("forkserver")
        process = context.Process(
            target=_work, args=(theirs, self._options), name="ganlab-fetcher", daemon=True
        )
        self._processes.add(process)
        try:
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self._starter, process.start)
            theirs.close()
            reader, writer = await asyncio.open_unix_connection(sock=ours)
            canceller = asyncio.create_task(_pass_on(called_off, writer, process))
            try:
                writer.write(pack(kind, payload, **fields))
                return await _hear(reader, on_progress)
            finally:
                canceller.cancel()
                writer.close()
        finally:
            await asyncio.shield(self._bury(process))

    async def _bury(self, process: ForkServerProcess) -> None:
        self._processes.discard(process)
        if process.pid is not None and not self._stopping:
            process.kill()
            await asyncio.get_running_loop().run_in_executor(self._starter, process.join)

    def kill(self) -> None:
        """End all processes at once. Safe to call twice, and without a loop."""
        self._stopping = True
        self._starter.shutdown(wait=True, cancel_futures=True)
        for act in (ForkServerProcess.kill, lambda process: process.join(1.0)):
            for process in self._processes:
                if process.pid is not None:
                    act(process)


async def _pass_on(
    called_off: asyncio.Event | None, writer: asyncio.StreamWriter, process: ForkServerProcess
) -> None:
    """Call the process off, and end it when it does not come to its end by itself."""
    if called_off is not None:
        await called_off.wait()
        writer.write(pack("cancel"))
        await asyncio.sleep(GRACE_S)
        process.kill()


async def _hear(
    reader: asyncio.StreamReader, on_progress: Callable[[Message], None]
) -> dict[str, Any] | None:
    while True:
        try:
            message = await read_message(reader)
        except (asyncio.IncompleteReadError, OSError):
            raise FetchEndedError("its process ended") from None
        if message.kind == "progress":
            on_progress(message)
        elif message.kind == "refused":
            raise refused(message.fields["error"])
        elif message.kind == "failed":
            raise FetchEndedError(message.fields["error"])
        else:
            found: dict[str, Any] | None = message.fields.get("found")
            return found


def _work(sock: socket.socket, options: dict[str, Any]) -> None:
    """In the process: begin. The import is a look-up there; here it would load torch."""
    fetcher = importlib.import_module(FETCHER_MODULE)
    worker = importlib.import_module("ganlab.runtime.worker")
    fetcher.main(sock, worker.Options(**options))
