"""Sets from openml.org through scikit-learn's client, in a process of its own.

The client can neither be asked how far it is nor be stopped, and what it reads takes gigabytes for
a while. So `python -m ganlab.gan.image.datasets.download` runs it and says on its standard output
how far it is, one JSON object a line; calling off is ending that process.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab.gan.image.datasets.cache import folder
from ganlab.gan.image.datasets.entry import Job
from ganlab.gan.image.datasets.limits import Bytes, Numbers

PROGRAM = "ganlab.gan.image.datasets.download"
_SOURCES = Path(__file__).parents[PROGRAM.count(".")]
_ASK_EVERY_S = 0.2  # whether the job was called off


class FetchError(Exception):
    """Nothing came, and why, in words."""


def fetch(data_id: int, title: str, size: tuple[int, int], job: Job) -> tuple[Bytes, Numbers]:
    """Pixels of this size, (n, features), and labels (n,). Raises FetchError and Cancelled."""
    job.at(0.0, f"Asking openml.org for {title}")
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="openml.", dir=folder()) as into:
            _run(data_id, Path(into), job)
            pixels, labels = _loaded(into, "images"), _loaded(into, "labels")
    except (OSError, ValueError) as error:
        raise FetchError(str(getattr(error, "strerror", None) or error)) from None
    if pixels.shape != size:
        raise FetchError(f"numbers of {pixels.shape} instead of {size}")
    return pixels, labels


def _loaded(folder: str, name: str) -> NDArray[Any]:
    array: NDArray[Any] = np.load(Path(folder, f"{name}.npy"), allow_pickle=False)
    return array


def _run(data_id: int, into: Path, job: Job) -> None:
    with _process(data_id, into) as process:
        for message in _messages(process, job):
            if "failed" in message:
                raise FetchError(message["failed"])
            job.at(message["share"], message["words"])
        if (status := process.wait()) != 0:
            raise FetchError(f"the download stopped with status {status}")


@contextmanager
def _process(data_id: int, into: Path) -> Iterator[subprocess.Popen[str]]:
    """The client's process, which does not outlive this block, nor this process."""
    paths = os.pathsep.join(filter(None, [str(_SOURCES), os.environ.get("PYTHONPATH")]))
    process = subprocess.Popen(
        [sys.executable, "-m", PROGRAM, str(data_id), str(into)],
        stdin=subprocess.PIPE,  # its end tells the client that nobody waits any more
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def _messages(process: subprocess.Popen[str], job: Job) -> Iterator[Mapping[str, Any]]:
    """What the client says, as it says it; between, the job is asked whether to go on."""
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def listen() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=_ASK_EVERY_S)
        except queue.Empty:
            job.check()
            continue
        if line is None:
            return
        yield json.loads(line)
