"""Fetcher: a process that brings one set of images to this machine, and then ends.

From the server   bring: the set's id and parameters; read: how pictures are to be read, and the
                  files one after the other; cancel
To the server     progress: share (0 to 1) and words; in the end done (the set's statistics, or
                  how a configuration names what was read), refused (a ConfigError), cancelled,
                  or failed (a bug)
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
import time
from pathlib import Path
from typing import Any

import torch

from ganlab.gan.image import standard
from ganlab.gan.image.datasets import (
    Cancelled,
    Job,
    bring,
    datasets,
    keep_upload,
    read_upload,
)
from ganlab.registry import ConfigError
from ganlab.runtime.channel import Message, ServerGoneError, WorkerChannel, as_json
from ganlab.runtime.worker import Options, outlive_nobody

logger = logging.getLogger(__name__)

TELL_EVERY_S = 0.1
WAIT_S = 60.0
NICE = 5  # it gives way to who trains, but somebody waits for it
CPU_S = 5  # of the processor's time, to read what was uploaded
MOST_MEMORY = 1 << 30  # bytes beyond what the process has at its start, for the same


class Errand:
    """The work of the process: who is told how far it is, and whether it was called off."""

    def __init__(self, channel: WorkerChannel) -> None:
        self._channel = channel
        self._called_off = threading.Event()
        self._told_at_s = 0.0
        self.job = Job(self._tell, self._called_off.is_set)

    def _tell(self, share: float, words: str) -> None:
        now = time.monotonic()
        if now - self._told_at_s >= TELL_EVERY_S:
            self._told_at_s = now
            self._channel.send("progress", share=share, words=words)

    def listen(self) -> None:
        """Wait, in a thread of its own, for being called off."""
        with contextlib.suppress(ServerGoneError):
            while not self._called_off.is_set():
                if any(message.kind == "cancel" for message in self._channel.receive(WAIT_S)):
                    self._called_off.set()

    def run(self, message: Message) -> None:
        """Do what was asked, and say what came of it."""
        try:
            found = _WORK[message.kind](message, self.job)
        except Cancelled:
            self._channel.send("cancelled")
        except ConfigError as error:
            self._channel.send("refused", error=as_json(error))
        except ServerGoneError:
            raise
        except Exception as error:
            logger.exception("%s failed", message.kind)
            self._channel.send("failed", error=f"{type(error).__name__}: {error}")
        else:
            self._channel.send("done", found=found)


def _bring(message: Message, job: Job) -> dict[str, Any]:
    entry = datasets[message.fields["id"]]
    return bring(entry, entry.fill(message.fields["params"]), job).statistics()


def _read(message: Message, job: Job) -> dict[str, Any]:
    _limit()
    fields, rest = message.fields, memoryview(message.payload)
    files = []
    for length in fields["files"]:
        files.append(bytes(rest[:length]))
        rest = rest[length:]
    try:
        images = read_upload(files, size=fields["size"], colour=fields["colour"], job=job)
        found = {"params": {"key": keep_upload(images)}, "statistics": images.statistics()}
        return {"id": "upload", **found, "networks": standard.networks(images.shape)}
    except MemoryError:
        expected = f"files that can be read within {MOST_MEMORY >> 30} GiB of memory"
        raise ConfigError("files", expected, "larger ones") from None


def _limit() -> None:
    """What strangers send may cost so much and no more, whatever it is made to do."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # of Unix

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
        pages = int(Path("/proc/self/statm").read_text().split()[0])  # of Linux
        most = pages * resource.getpagesize() + MOST_MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


_WORK = {"bring": _bring, "read": _read}


def main(sock: socket.socket, options: Options) -> None:
    """The life of the process. Ends early when the server's end of the socket is closed."""
    outlive_nobody()
    os.nice(NICE)
    torch.set_num_threads(1)
    options.take_in()
    channel = WorkerChannel(sock)
    try:
        messages: list[Message] = []
        while not messages:
            messages = channel.receive(WAIT_S)
        errand = Errand(channel)
        threading.Thread(target=errand.listen, daemon=True).start()
        errand.run(messages[0])
    except ServerGoneError:
        logger.debug("the server is gone")
