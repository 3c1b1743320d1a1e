"""Fitter: a process of its own that fits densities, so that no run waits for scikit-learn.

It is started when the first density is asked for, gives way to everybody else, and ends when it
has had nothing to do for a while or when its worker does. Both sides speak in frames
(`ganlab.protocol.encode_frame`), each after its length.
"""

from __future__ import annotations

import importlib
import json
import os
import select
import struct
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from ganlab.gan.plane.densities import Chosen, Survey, survey
from ganlab.protocol import Array, decode_frame, encode_frame

IDLE_S = 300.0
NICE = 10
_LENGTH = struct.Struct("<I")


class FitError(Exception):
    """A density that could not be fitted; the message says why."""


class Fitter:
    """Fits one density after the other. Costs nothing until it is asked."""

    def __init__(self, extensions: tuple[str, ...] = ()) -> None:
        self._command = [sys.executable, "-m", "ganlab.runtime.fitter", *extensions]
        self._process: subprocess.Popen[bytes] | None = None
        self._line = ThreadPoolExecutor(1, thread_name_prefix="fitter")

    def fit(
        self, chosen: Chosen, points: NDArray[Any], held_out: NDArray[Any],
        extent: tuple[float, ...], seed: int,
    ) -> Future[Survey]:  # fmt: skip
        """What `ganlab.gan.plane.densities.survey` finds, later; the future may raise FitError."""
        words = {"id": chosen.id, "params": chosen.words, "extent": list(extent), "seed": seed}
        return self._line.submit(self._ask, {"points": points, "held_out": held_out}, words)

    @property
    def pid(self) -> int | None:
        """The process that is at work, if there is one."""
        process = self._process
        return None if process is None else process.pid

    def _ask(self, arrays: Mapping[str, Array], words: Mapping[str, Any]) -> Survey:
        question = encode_frame(arrays, words)
        answer = self._exchange(question) or self._exchange(question)  # it may have left, idle
        if answer is None:
            raise FitError("The process that fits densities ended unexpectedly.")
        grids, found = decode_frame(answer)
        if "error" in found:
            raise FitError(found["error"])
        return Survey(grids["grid"].astype(np.float16), json.loads(found["facts"]))

    def _exchange(self, question: bytes) -> bytes | None:
        """The answer; None when there is nobody any more, and the next one starts anew."""
        if self._process is None:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        into, out = self._process.stdin, self._process.stdout
        try:
            if into is None or out is None:
                return None
            _write(into, question)
            answer = _read(out)
        except OSError:
            answer = None
        if answer is None:
            self.close()
        return answer

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
            process.kill()
            process.wait()


def _write(pipe: IO[bytes], frame: bytes) -> None:
    pipe.write(_LENGTH.pack(len(frame)) + frame)
    pipe.flush()


def _read(pipe: IO[bytes]) -> bytes | None:
    """The next frame; None at the end."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    frame = pipe.read(length)
    return frame if len(frame) == length else None


def _answer(question: bytes) -> bytes:
    arrays, words = decode_frame(question)
    points, held_out = (arrays[name].astype(np.float64) for name in ("points", "held_out"))
    chosen = Chosen(words["id"], words["params"])
    try:
        found = survey(chosen, points, held_out, json.loads(words["extent"]), int(words["seed"]))
    except Exception as error:  # scikit-learn's own; the run goes on
        return encode_frame({}, {"error": f"It cannot be fitted to these samples: {error}"})
    return encode_frame({"grid": found.grid}, {"facts": found.facts})


def main(extensions: list[str]) -> None:
    """The life of the process: answer until there is nobody who asks."""
    os.nice(NICE)
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is not an answer
    for module in extensions:
        importlib.import_module(module)
    # There is never more than one question on its way, so none can hide in the buffer.
    while select.select([asked], [], [], IDLE_S)[0]:
        question = _read(asked)
        if question is None:
            return
        _write(told, _answer(question))


if __name__ == "__main__":
    main(sys.argv[1:])
