"""Worker: the process that trains. It holds many sessions and talks to the server by messages.

From the server   with a `ticket`: create, restore, describe, model, network, open, drop,
                  previews, layers, finish,
                  answered by done, refused (a ConfigError) or failed (a bug); and join, leave,
                  command, which sessions answer with events and frames; found, the answer to
                  examine or floor
To the server     hello (with the catalog), those answers, event, frame, checkpoint; examine and
                  floor, questions to the evaluator
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
import logging
import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Any

import torch

from ganlab.gan.catalog import catalog
from ganlab.gan.config import RunConfig
from ganlab.gan.image.datasets import cache
from ganlab.gan.image.plan import check
from ganlab.gan.plane.target import previews
from ganlab.protocol import Step, notice_event, read_command
from ganlab.registry import ConfigError, NotHereError
from ganlab.runtime.channel import Message, ServerGoneError, WorkerChannel, as_json
from ganlab.runtime.devices import CPU, Devices
from ganlab.runtime.fitter import Fitter
from ganlab.runtime.memory import keep_at_hand
from ganlab.runtime.network_file import network_file
from ganlab.runtime.pretrained import with_weights
from ganlab.runtime.run import Run
from ganlab.runtime.session import Session
from ganlab.runtime.turns import BUDGET_S, Turns

logger = logging.getLogger(__name__)

IDLE_S = 1.0
BACKGROUND_NICE = 5  # not more: a session that comes meanwhile waits for this thread's GIL
PR_SET_PDEATHSIG = 1  # linux/prctl.h


@dataclass(frozen=True)
class Options:
    """What a worker is told at its start."""

    device: str = CPU  # the setting, see `ganlab.runtime.devices`
    threads: int = 1
    extensions: tuple[str, ...] = ()
    cache_dir: str = ""

    def take_in(self) -> None:
        """Make the process one that knows the lab's folder of images and its extensions."""
        if self.cache_dir:
            os.environ[cache.VARIABLE] = self.cache_dir
        for module in self.extensions:
            importlib.import_module(module)


class Worker:
    """Reads messages, gives turns. `playing` is shared memory: whose turn it is, should we die."""

    def __init__(
        self, channel: WorkerChannel, playing: Any, options: Options, devices: Devices
    ) -> None:
        self._channel = channel
        self._playing = playing
        self._devices = devices
        self._turns = Turns()
        self._fitter = Fitter(options.extensions)
        self._answers: dict[str, Callable[..., tuple[bytes, dict[str, Any]]]] = {
            "create": self._create,
            "restore": self._restore,
            "describe": self._describe,
            "model": self._model,
            "network": self._network,
            "open": self._open,
            "drop": self._drop,
            "layers": _layers,
            "finish": self._finish,
        }

    def run(self) -> None:
        """Work until the server is gone."""
        while True:
            session, wait_s = self._turns.next()
            for message in self._channel.receive(min(wait_s, IDLE_S)):
                self._handle(message)
            if session is not None and session.id in self._turns.sessions:
                self._give_turn(session)

    def _give_turn(self, session: Session) -> None:
        begun = time.monotonic()
        self._playing.value = session.id.encode()
        try:
            session.turn(BUDGET_S)
        except ServerGoneError:
            raise
        except Exception as error:
            logger.exception("session %s failed in its turn", session.id)
            session.halt(_failure(error))
        self._playing.value = b""
        self._turns.charge(session, time.monotonic() - begun)

    def _handle(self, message: Message) -> None:
        answer = self._answers.get(message.kind)
        if answer is not None:
            self._reply(message, answer)
        elif message.kind == "previews":
            threading.Thread(target=self._send_previews, args=(message,), daemon=True).start()
        else:
            session = self._turns.sessions.get(message.fields["session"])
            if session is not None:  # it may have been dropped a moment ago
                self._attend(session, message)
                self._turns.touch(session)

    def _attend(self, session: Session, message: Message) -> None:
        if message.kind == "found":
            session.take(message.fields["answer"])
            return
        viewer = message.fields["viewer"]
        if message.kind == "join":
            session.join(viewer, message.fields["view"])
        elif message.kind == "leave":
            session.leave(viewer)
        else:
            self._command(session, viewer, message.payload)

    def _command(self, session: Session, viewer: int, text: bytes) -> None:
        command = read_command(text)
        self._playing.value = session.id.encode()
        try:
            session.handle(viewer, command)
        except ServerGoneError:
            raise
        except Exception as error:
            logger.exception("session %s failed at the command %s", session.id, command.type)
            expected = f"a command that can be carried out ({type(error).__name__}: {error})"
            session.refuse(viewer, command, ConfigError("", expected, command.type))
        self._playing.value = b""

    def _send_previews(self, message: Message) -> None:
        """In a thread of its own: scikit-learn takes seconds to import."""
        ticket = message.fields["ticket"]
        if sys.platform == "linux" and not self._turns.sessions:
            # Give way to those who train. With sessions here, they would wait for this thread.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), BACKGROUND_NICE)
        with contextlib.suppress(ServerGoneError):
            self._channel.send("done", json.dumps(previews()).encode(), ticket=ticket)

    # Requests that are answered

    def _reply(self, message: Message, answer: Callable[..., tuple[bytes, dict[str, Any]]]) -> None:
        fields = dict(message.fields)
        ticket = fields.pop("ticket")
        self._playing.value = fields.get("session", "").encode()
        try:
            payload, result = answer(message.payload, **fields)
        except ServerGoneError:
            raise
        except ConfigError as error:
            self._channel.send("refused", ticket=ticket, error=as_json(error))
        except Exception as error:
            logger.exception("%s failed", message.kind)
            self._channel.send("failed", ticket=ticket, error=f"{type(error).__name__}: {error}")
        else:
            self._channel.send("done", payload, ticket=ticket, **result)
        self._playing.value = b""

    def _create(
        self, _: bytes, *, session: str, device: str | None = None, **wanted: Any
    ) -> tuple[bytes, dict[str, Any]]:
        device = self._devices.choose(device)
        run = Run.begun(**wanted, device=device)
        session_made = Session(
            session, run, self._channel.send,
            device=device, devices=self._devices, fitter=self._fitter,
        )  # fmt: skip
        return self._add(session_made)

    def _restore(
        self, document: bytes, *, session: str, next_frame: int, status: str | None
    ) -> tuple[bytes, dict[str, Any]]:
        kept = {} if status is None else {"status": status}
        try:
            restored = Session.restored(
                session, document, self._channel.send,
                devices=self._devices, next_frame=next_frame, fitter=self._fitter, **kept,
            )  # fmt: skip
        except NotHereError:
            raise
        except ValueError as error:
            raise ConfigError("checkpoint", "one of this version of ganlab", error) from None
        return self._add(restored)

    def _add(self, session: Session) -> tuple[bytes, dict[str, Any]]:
        self._turns.add(session)
        return b"", {"state": session.state()}

    def _describe(self, _: bytes, *, session: str) -> tuple[bytes, dict[str, Any]]:
        return b"", {"state": self._turns.sessions[session].state()}

    def _model(self, _: bytes, *, session: str) -> tuple[bytes, dict[str, Any]]:
        return self._turns.sessions[session].checkpoint(), {}

    def _network(self, _: bytes, *, session: str, player: str) -> tuple[bytes, dict[str, Any]]:
        return network_file(self._turns.sessions[session].run, player), {}

    def _open(self, document: bytes, *, session: str) -> tuple[bytes, dict[str, Any]]:
        found = self._turns.sessions[session]
        found.open(document)
        self._turns.touch(found)
        return b"", {"state": found.state()}

    def _drop(self, _: bytes, *, session: str) -> tuple[bytes, dict[str, Any]]:
        return self._turns.remove(session).checkpoint(), {}

    def _finish(self, _: bytes) -> tuple[bytes, dict[str, Any]]:
        """The server stops: hand over every session as it stands."""
        for session in self._turns.sessions.values():
            session.save()
        return b"", {}


def _layers(
    _: bytes, *, layers: list[Any], inputs: list[int], outputs: list[int] | None, labels: int
) -> tuple[bytes, dict[str, Any]]:
    wanted = None if outputs is None else tuple(outputs)
    return json.dumps(check(layers, tuple(inputs), wanted, labels)).encode(), {}


def _failure(error: Exception) -> dict[str, Any]:
    message = f"An unexpected error paused it: {type(error).__name__}: {error}"
    return notice_event("stopped", "The run stopped", message)


def main(sock: socket.socket, playing: Any, options: Options) -> None:
    """The life of a worker process. Ends when the server's end of the socket is closed."""
    outlive_nobody()
    torch.set_num_threads(options.threads)
    keep_at_hand()
    options.take_in()
    channel = WorkerChannel(sock)
    try:
        devices = Devices.of(options.device)
        channel.send("hello", catalog={**with_weights(catalog()), "devices": devices.to_json()})
        _rehearse(devices.default)
        Worker(channel, playing, options, devices).run()
    except ServerGoneError:
        logger.debug("the server is gone")


def _rehearse(device: str) -> None:
    """Do everything once, so that no visitor waits for what torch does at the first time only."""
    session = Session("", Run(RunConfig.from_json(), device=device), lambda *_, **__: None)
    session.join(0, {})
    session.handle(0, Step(count=3))
    while session.wake_at() <= time.monotonic():
        session.turn(BUDGET_S)


def outlive_nobody() -> None:
    """Leave Ctrl-C to the server, and die when it or the fork server does, however they die."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    server = multiprocessing.parent_process()
    if server is None:
        raise RuntimeError("expected to be started by a server, got a process on its own")
    sentinel = server.sentinel

    def watch() -> None:
        wait([sentinel])
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()
