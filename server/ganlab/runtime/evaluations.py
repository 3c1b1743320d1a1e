"""Evaluations: the server's side of the one process that applies instruments.

The process is started when somebody first asks, ended when nobody has asked for a while, and
replaced when it dies; the question that it was at is asked again. Never imports torch.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import multiprocessing
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.context import ForkServerProcess
from typing import Any

from ganlab.runtime.channel import Message, pack, read_message

logger = logging.getLogger(__name__)

EVALUATOR_MODULE = "ganlab.runtime.evaluator"
IDLE_S = 120.0
TRIES = 3  # of a question that ends the process each time
PAUSE_S = 0.5  # before the next try
PATIENCE_S = 240.0  # with one question: the process is the last to get a busy machine's time

Tell = Callable[[str, dict[str, Any]], None]  # (session, the answer's fields)


class Evaluations:
    """Questions of all sessions, one of each at most: a newer one takes the place of an older that
    waits. `tell(session, fields)` gets the answers.
    """

    def __init__(self, options: dict[str, Any], tell: Tell) -> None:
        self._options = options
        self._tell = tell
        self._waiting: dict[str, Message] = {}  # by session, who asked first comes first
        self._current: Message | None = None  # what the process is, or was last, asked
        self._tries = 0
        self._asked = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._process: ForkServerProcess | None = None
        self._starter = ThreadPoolExecutor(1, thread_name_prefix="start-evaluator")
        self._stopping = False

    def ask(self, message: Message) -> None:
        """Take a question of a session; the answer comes by `tell`."""
        if self._stopping:
            return
        self._waiting.pop(message.fields["session"], None)
        self._waiting[message.fields["session"]] = message
        self._asked.set()
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._serve())

    @property
    def process(self) -> ForkServerProcess | None:
        """The process, while there is one."""
        return self._process

    async def _serve(self) -> None:
        """Answer questions until none has come for a while; over the lives of some processes."""
        while self._waiting:
            try:
                await self._employ()
            except (asyncio.IncompleteReadError, OSError, EOFError, TimeoutError):
                if self._stopping:
                    return
                logger.warning("the evaluator ended and is replaced")
                self._give_up_soon()
                await asyncio.sleep(PAUSE_S)
            except Exception:  # a bug of ours: nobody shall wait for an answer for ever
                logger.exception("evaluations failed")
                for message in list(self._waiting.values()):
                    self._answer(message, None)
            finally:
                await self._end()

    def _give_up_soon(self) -> None:
        """The process died: a question that did this again and again gets no answer."""
        if self._current is not None:
            self._tries += 1
            if self._tries >= TRIES:
                self._answer(self._current, None)

    async def _employ(self) -> None:
        """The life of one process. Raises when it dies."""
        ours, theirs = socket.socketpair()
        context = multiprocessing.get_context("forkserver")
        process = context.Process(
            target=_work, args=(theirs, self._options), name="ganlab-evaluator", daemon=True
        )
        self._process = process
        await asyncio.get_running_loop().run_in_executor(self._starter, process.start)
        theirs.close()
        reader, writer = await asyncio.open_unix_connection(sock=ours)
        try:
            while await self._somebody_asks():
                message = next(iter(self._waiting.values()))
                if message is not self._current:
                    self._current, self._tries = message, 0
                writer.write(pack(message.kind, message.payload, **message.fields))
                found = await asyncio.wait_for(read_message(reader), PATIENCE_S)
                self._answer(message, found.fields["found"])
        finally:
            writer.close()

    async def _somebody_asks(self) -> bool:
        """Wait for a question; False when none comes for long."""
        while not self._waiting:
            self._asked.clear()
            try:
                await asyncio.wait_for(self._asked.wait(), IDLE_S)
            except TimeoutError:
                return False
        return True

    def _answer(self, message: Message, found: object) -> None:
        session = message.fields["session"]
        if self._waiting.get(session) is message:
            del self._waiting[session]
        told = {k: message.fields[k] for k in ("number", "instrument", "step")}
        self._tell(session, {**told, "question": message.kind, "found": found})

    async def _end(self) -> None:
        if self._stopping:
            return  # `kill` sees to it
        process, self._process = self._process, None
        if process is not None and process.pid is not None:
            process.kill()
            await asyncio.get_running_loop().run_in_executor(self._starter, process.join)

    def kill(self) -> None:
        """End the process at once. Safe to call twice, and without a loop."""
        self._stopping = True
        self._starter.shutdown(wait=True, cancel_futures=True)
        process = self._process
        if process is not None and process.pid is not None:
            process.kill()
            process.join(1.0)


def _work(sock: socket.socket, options: dict[str, Any]) -> None:
    """In the process: begin its life. Imported here, as the server must not load torch."""
    worker = importlib.import_module("ganlab.runtime.worker")
    evaluator = importlib.import_module(EVALUATOR_MODULE)
    evaluator.main(sock, worker.Options(**options))
