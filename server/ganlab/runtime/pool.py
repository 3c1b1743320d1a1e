"""Pool: the worker processes as the server sees them, and one in reserve. Never imports torch."""

from __future__ import annotations

import asyncio
import ctypes
import importlib
import itertools
import logging
import multiprocessing
import os
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess
from typing import Any

from ganlab.runtime.channel import Message, pack, read_message, refused

logger = logging.getLogger(__name__)

WORKER_MODULE = "ganlab.runtime.worker"
READ_LIMIT = 4 << 20  # bytes buffered of what a worker says, before it has to wait
FAILED_STARTS = 3  # in a row, and something is wrong: a server that starts gives up
PAUSE_S = 5.0  # before the next attempt then


class WorkerLostError(Exception):
    """The worker died before it answered."""


class WorkerFailedError(Exception):
    """The worker met something that nobody thought of; the message says what."""


def warm_up() -> None:
    """Start the fork server, which imports torch once for all workers, in the background.

    Each worker is forked off it in milliseconds. Call it first thing: it takes seconds.
    """
    # One thread per trainer; set before numpy's and torch's libraries are loaded over there.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    # Who trains with more waits for its threads asleep: awake they take the time of those that they
    # wait for as soon as a core has other work, and the whole stands still.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    forkserver.set_forkserver_preload([WORKER_MODULE])
    forkserver.ensure_running()


class WorkerLink:
    """One worker: its process and the line to it."""

    def __init__(self, process: ForkServerProcess, playing: Any) -> None:
        self.process = process
        self.catalog: dict[str, Any] = {}
        self.alive = True
        self._playing = playing
        self._tickets = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Message]] = {}
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter

    @property
    def playing(self) -> str:
        """The session whose turn it is, or was when the worker died."""
        name: bytes = self._playing.value
        return name.decode()

    async def connect(self, sock: socket.socket) -> None:
        """Open the line and wait for the worker's first word. Raises WorkerLostError."""
        self._reader, self._writer = await asyncio.open_unix_connection(sock=sock, limit=READ_LIMIT)
        try:
            hello = await read_message(self._reader)
        except (asyncio.IncompleteReadError, OSError):
            raise WorkerLostError("it ended before it was ready") from None
        self.catalog = hello.fields["catalog"]

    async def listen(self, on_message: Callable[[Message], None]) -> None:
        """Hand on what the worker says, until it is gone."""
        try:
            while True:
                message = await read_message(self._reader)
                if "ticket" in message.fields:
                    self._settle(message)
                else:
                    on_message(message)
        except (asyncio.IncompleteReadError, OSError):
            logger.debug("worker %s is gone", self.process.pid)
        except Exception:  # a bug of ours; the worker is of no more use
            logger.exception("worker %s was not understood", self.process.pid)
        self.alive = False
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(WorkerLostError())
        self._writer.close()

    def _settle(self, message: Message) -> None:
        future = self._waiting.pop(message.fields["ticket"], None)
        if future is None or future.done():
            return
        if message.kind == "refused":
            future.set_exception(refused(message.fields["error"]))
        elif message.kind == "failed":
            future.set_exception(WorkerFailedError(message.fields["error"]))
        else:
            future.set_result(message)

    def post(self, kind: str, payload: bytes = b"", **fields: Any) -> None:
        """Say something; never waits. What is said to a dead worker is lost."""
        if self.alive:
            self._writer.write(pack(kind, payload, **fields))

    def request(self, kind: str, payload: bytes = b"", **fields: Any) -> asyncio.Future[Message]:
        """Ask something, now; the answer comes by the future.

        It raises ConfigError for a refusal, WorkerLostError, and WorkerFailedError.
        """
        future: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        if not self.alive:
            future.set_exception(WorkerLostError())
            return future
        ticket = next(self._tickets)
        self._waiting[ticket] = future
        self.post(kind, payload, ticket=ticket, **fields)
        return future


class Pool:
    """`size` workers and a spare one that takes the place of any that dies.

    `on_message(link, message)` gets what workers say by themselves, `on_lost(link)` is told of each
    death, after the spare has moved up.
    """

    def __init__(
        self, size: int, options: dict[str, Any],
        on_message: Callable[[WorkerLink, Message], None],
        on_lost: Callable[[WorkerLink], None],
    ) -> None:  # fmt: skip
        self._size = size
        self._options = options
        self._on_message = on_message
        self._on_lost = on_lost
        self._spare: WorkerLink | None = None
        self._processes: set[ForkServerProcess] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._starter = ThreadPoolExecutor(1, thread_name_prefix="start-worker")
        self._failures = 0
        self._stopping = False
        self._changed = asyncio.Condition()
        self.crew: list[WorkerLink] = []

    async def start(self) -> list[WorkerLink]:
        """Start everybody; the crew as soon as the first is ready. Raises RuntimeError."""
        warm_up()
        for _ in range(self._size + 1):
            self._hire()
        return await self.someone()

    async def someone(self) -> list[WorkerLink]:
        """The workers that are ready; waits for the first. Raises RuntimeError if none starts."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.crew or self._failures >= FAILED_STARTS)
        if not self.crew:
            raise RuntimeError("The worker processes end as soon as they start; see above.")
        return self.crew

    async def standby(self) -> WorkerLink:
        """The spare worker, for odd jobs; waits until there is one. Raises RuntimeError."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._spare or self._failures >= FAILED_STARTS)
        if self._spare is None:
            raise RuntimeError("The worker processes end as soon as they start; see above.")
        return self._spare

    def _hire(self) -> None:
        task = asyncio.create_task(self._employ())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _employ(self) -> None:
        """The life of one worker, from its start to its replacement."""
        if self._failures >= FAILED_STARTS:
            await asyncio.sleep(PAUSE_S)
        loop = asyncio.get_running_loop()
        ours, theirs = socket.socketpair()
        context = multiprocessing.get_context("forkserver")
        playing = context.RawArray(ctypes.c_char, 32)
        process = context.Process(
            target=_work, args=(theirs, playing, self._options), name="ganlab-worker", daemon=True
        )
        self._processes.add(process)
        link = WorkerLink(process, playing)
        try:
            await loop.run_in_executor(self._starter, process.start)
            theirs.close()
            await link.connect(ours)
        except (WorkerLostError, OSError, EOFError):
            self._failures += 1
        else:
            self._failures = 0
            await self._seat(link)
            await link.listen(lambda message: self._on_message(link, message))
        await self._bury(link)

    async def _seat(self, link: WorkerLink) -> None:
        if len(self.crew) < self._size:
            self.crew.append(link)
        else:
            self._spare = link
        async with self._changed:
            self._changed.notify_all()

    async def _bury(self, link: WorkerLink) -> None:
        if self._stopping:
            return
        if link in self.crew:
            self.crew.remove(link)
            if self._spare is not None:
                self.crew.append(self._spare)
                self._spare = None
            logger.warning("worker %s died and was replaced", link.process.pid)
            self._on_lost(link)
        elif link is self._spare:
            self._spare = None
        self._hire()
        async with self._changed:
            self._changed.notify_all()
        process = link.process
        if process.pid is not None:
            process.kill()
            await asyncio.get_running_loop().run_in_executor(self._starter, process.join)
        self._processes.discard(process)

    def kill(self) -> None:
        """End every process at once, without a word. Safe to call twice, and without a loop."""
        self._stopping = True
        # One may be about to start: it must not slip through.
        self._starter.shutdown(wait=True, cancel_futures=True)
        for process in self._processes:
            if process.pid is not None:
                process.kill()
        for process in self._processes:
            if process.pid is not None:
                process.join(1.0)


def _work(sock: socket.socket, playing: Any, options: dict[str, Any]) -> None:
    """In the worker: begin its life. The import is a look-up there; here it would load torch."""
    worker = importlib.import_module(WORKER_MODULE)
    worker.main(sock, playing, worker.Options(**options))
