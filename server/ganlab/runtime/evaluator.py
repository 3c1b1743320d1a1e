"""Evaluator: the process that applies instruments to samples, at the lowest priority there is.

From the server   examine: which instrument, of which data and seed, and the fakes as bytes; floor:
                  the same without fakes
To the server     found: the value and p-value, or mean and spread of the floor; null is no number

It knows nothing of sessions: the same question always gets the same answer.
"""

from __future__ import annotations

import json
import logging
import os
import socket
from typing import Any

import numpy as np
import torch

from ganlab.gan.instruments.examiner import Examiner
from ganlab.gan.plane.target import Distribution
from ganlab.runtime.channel import Message, ServerGoneError, WorkerChannel
from ganlab.runtime.worker import Options, outlive_nobody

logger = logging.getLogger(__name__)

NICE = 15
WAIT_S = 60.0
MOST_KEPT = 16  # targets whose real samples and floors are kept


class Evaluator:
    """Answers questions one after the other. Real samples and floors are kept."""

    def __init__(self) -> None:
        self._examiners: dict[str, Examiner] = {}
        self._floors: dict[tuple[str, str], list[float] | None] = {}

    def answer(self, message: Message) -> list[float | None] | None:
        """[value, p] of an `examine`, [mean, spread] of a `floor`; None where there is none."""
        fields = message.fields
        instrument, data = fields["instrument"], fields["data"]
        try:
            if message.kind == "floor":
                return self._floor(instrument, data)  # type: ignore[return-value]
            fake = np.frombuffer(message.payload, np.float32).reshape(-1, 2)
            examiner = self._examiner(data, fields["seed"])
            found = examiner.examine(instrument, torch.from_numpy(fake.copy()))
        except Exception:  # one instrument that fails on strange samples is no loss to the others
            logger.exception("instrument %s failed", instrument)
            return None
        return None if found is None else [found.value, found.p]

    def _examiner(self, data: dict[str, Any], seed: int) -> Examiner:
        key = json.dumps([data, seed], sort_keys=True)
        if key not in self._examiners:
            if len(self._examiners) >= MOST_KEPT:
                del self._examiners[next(iter(self._examiners))]
            target = Distribution.of(data["id"], data["params"])
            self._examiners[key] = Examiner(target, seed)
        return self._examiners[key]

    def _floor(self, instrument: str, data: dict[str, Any]) -> list[float] | None:
        key = instrument, json.dumps(data, sort_keys=True)
        if key not in self._floors:
            found = self._examiner(data, 0).floor(instrument)
            self._floors[key] = None if found is None else list(found)
        return self._floors[key]


def main(sock: socket.socket, options: Options) -> None:
    """The life of the process. Ends when the server's end of the socket is closed."""
    outlive_nobody()
    os.nice(NICE)
    torch.set_num_threads(1)
    options.take_in()
    channel, evaluator = WorkerChannel(sock), Evaluator()
    try:
        while True:
            for message in channel.receive(WAIT_S):
                channel.send("found", found=evaluator.answer(message))
    except ServerGoneError:
        logger.debug("the server is gone")
