"""Evaluator: the process that applies instruments to samples, at the lowest priority there is.

From the server   examine: which instrument, of which data and seed, and the fakes as bytes; floor:
                  the same without fakes
To the server     found: {"value", "p"?, …} of fakes, or [mean, spread] of the floor; null is no
                  number. {"preparing": share done}: a classifier is being trained, ask again

It knows nothing of sessions: the same question always gets the same answer.
"""

from __future__ import annotations

import json
import logging
import os
import socket
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import numpy as np
import torch

from ganlab.gan.config import IMAGE, PLANE
from ganlab.gan.image.datasets import datasets, load
from ganlab.gan.image.instruments.examiner import ImageExaminer
from ganlab.gan.instruments.examiner import Examiner
from ganlab.gan.instruments.instrument import Finding
from ganlab.gan.plane.target import Distribution
from ganlab.runtime.channel import Message, ServerGoneError, WorkerChannel
from ganlab.runtime.worker import Options, outlive_nobody

logger = logging.getLogger(__name__)

E = TypeVar("E")

NICE = 15
WAIT_S = 60.0
MOST_KEPT = {PLANE: 16, IMAGE: 2}  # targets, or sets of images, that are kept
SLICE_S = 1.0  # of training: others who ask wait for no longer

Answer = dict[str, Any] | list[float] | None


class Evaluator:
    """Answers questions one after the other. Real samples and floors are kept."""

    def __init__(self) -> None:
        self._planes: dict[str, Examiner] = {}
        self._images: dict[str, ImageExaminer] = {}
        self._floors: dict[tuple[str, str], list[float] | None] = {}

    def answer(self, message: Message) -> Answer:
        """{"value", "p"?, …} of an `examine`, [mean, spread] of a `floor`, {"preparing"} of either;
        None where there is no number.
        """
        try:
            if message.fields["scene"] == IMAGE:
                return self._of_images(message)
            return self._of_plane(message)
        except Exception:  # one instrument that fails on strange samples is no loss to the others
            logger.exception("instrument %s failed", message.fields["instrument"])
            return None

    def _of_plane(self, message: Message) -> Answer:
        fields = message.fields
        data, instrument = fields["data"], fields["instrument"]
        target = Distribution.of(data["id"], data["params"])
        if message.kind == "floor":
            make = partial(Examiner, target, 0)
            return self._floor(instrument, data, _kept(self._planes, PLANE, [data, 0], make))
        make = partial(Examiner, target, fields["seed"])
        examiner = _kept(self._planes, PLANE, [data, fields["seed"]], make)
        fake = np.frombuffer(message.payload, np.float32).reshape(-1, 2)
        return _said(examiner.examine(instrument, torch.from_numpy(fake.copy())))

    def _of_images(self, message: Message) -> Answer:
        fields = message.fields
        data, instrument = fields["data"], fields["instrument"]
        examiner = _kept(self._images, IMAGE, data, lambda: _image_examiner(data))
        share = examiner.prepare(SLICE_S)
        if share < 1:
            return {"preparing": round(share, 3)}
        if message.kind == "floor":
            return self._floor(instrument, data, examiner)
        fake = np.frombuffer(message.payload, np.uint8).reshape(-1, *examiner.shape)
        labels = None if fields["labels"] is None else torch.tensor(fields["labels"])
        found = _said(examiner.examine(instrument, torch.from_numpy(fake.copy()), labels))
        return found and {**found, "by": examiner.by}

    def _floor(
        self, instrument: str, data: dict[str, Any], examiner: Examiner | ImageExaminer
    ) -> list[float] | None:
        key = instrument, json.dumps(data, sort_keys=True)
        if key not in self._floors:
            found = examiner.floor(instrument)
            self._floors[key] = None if found is None else list(found)
        return self._floors[key]


def _kept(examiners: dict[str, E], scene: str, of: object, make: Callable[[], E]) -> E:
    """The examiner of some data, out of those that are kept; a new one takes the oldest's place."""
    key = json.dumps(of, sort_keys=True)
    if key not in examiners:
        if len(examiners) >= MOST_KEPT[scene]:
            del examiners[next(iter(examiners))]
        examiners[key] = make()
    return examiners[key]


def _image_examiner(data: dict[str, Any]) -> ImageExaminer:
    return ImageExaminer(load(datasets[data["id"]], data["params"]))


def _said(found: Finding | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"value": found.value, **({} if found.p is None else {"p": found.p}), **found.more}


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
