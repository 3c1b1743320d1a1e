"""Exhibits: the fakes that instruments are asked about, made a little at a time of one moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import torch

from ganlab.gan import streams
from ganlab.gan.config import IMAGE, PLANE
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.instruments.evidence import sample_size, suits
from ganlab.gan.instruments.instrument import SAMPLES, fakes_needed, fits, kind
from ganlab.gan.plane.snapshot import Array
from ganlab.registry import Entry
from ganlab.runtime.run import Run

AT_ONCE = 32  # images: a few milliseconds, so that no step waits for long

Pieces = Sequence[Callable[[], bytes]]  # each makes the next part of an exhibit


@dataclass(frozen=True)
class Exhibit:
    """Fakes of one step, as bytes."""

    step: int
    payload: bytes


class Gallery(Protocol):
    """Where the fakes of one run come from. `shared`: all instruments look at the same ones."""

    shared: bool

    def allows(self, entry: Entry) -> bool:
        """Whether an instrument can be asked about this run."""
        ...

    def words(self) -> dict[str, Any]:
        """What the evaluator must know of the run."""
        ...

    def pieces(self, name: str) -> Pieces:
        """The parts of an exhibit for an instrument, of the run as it is now."""
        ...

    def pictures(self, exhibit: Exhibit, numbers: Sequence[Sequence[int]]) -> Array:
        """Some of the exhibit's fakes, as a frame carries them."""
        ...


class PlaneGallery:
    """Fakes of the plane: float32 (n, 2) in plane units, those that the run's metrics look at."""

    shared = False

    def __init__(self, run: Run) -> None:
        self._run = run

    def allows(self, entry: Entry) -> bool:
        """Only those of samples, and of modes where there are some."""
        return kind(entry.id) == SAMPLES and fits(entry, self._run.game.plane)

    def words(self) -> dict[str, Any]:
        """The data, and the seed that the real samples and the tests' own randomness come from."""
        config = self._run.config
        return {"scene": PLANE, "data": config.to_json()["data"], "seed": config.seed}

    def pieces(self, name: str) -> Pieces:
        """All at once: it takes a millisecond."""
        judge = self._run.judge
        return [lambda: judge.fakes(fakes_needed(name)).contiguous().numpy().tobytes()]

    def pictures(self, exhibit: Exhibit, numbers: Sequence[Sequence[int]]) -> Array:
        """Points, as (…, 2)."""
        every = np.frombuffer(exhibit.payload, np.float32).reshape(-1, 2)
        return np.ascontiguousarray(every[np.array(numbers)])


class ImageGallery:
    """Fakes that are images: uint8 (n, channels, height, width), always of the same noise."""

    shared = True

    def __init__(self, run: Run) -> None:
        game = run.game
        assert isinstance(game, ImageGame)
        self._game = game
        rng = streams.generator(game.config.seed, streams.EXHIBIT_NOISE)
        self._noise = game.noise(sample_size(game.images), rng)

    def allows(self, entry: Entry) -> bool:
        """Those of images that data and model allow."""
        return suits(entry, self._game.images, labelled=bool(self._game.classes))

    def words(self) -> dict[str, Any]:
        """The data, and the classes that were asked for, where the model has labels."""
        game = self._game
        labels = self._noise[:, game.dimension :].argmax(1).tolist() if game.classes else None
        return {"scene": IMAGE, "data": game.config.to_json()["data"], "labels": labels}

    def pieces(self, _name: str) -> Pieces:
        """A few images each, by the generator as it is now."""
        game, make = self._game, self._game.still()

        def made(z: torch.Tensor) -> bytes:
            return game.range.pixels(make(z)).cpu().contiguous().numpy().tobytes()

        return [lambda z=z: made(z) for z in torch.split(self._noise, AT_ONCE)]  # type: ignore[misc]

    def pictures(self, exhibit: Exhibit, numbers: Sequence[Sequence[int]]) -> Array:
        """(…, height, width, channels) uint8."""
        every = np.frombuffer(exhibit.payload, np.uint8).reshape(-1, *self._game.images.shape)
        return np.ascontiguousarray(np.moveaxis(every[np.array(numbers)], -3, -1))


GALLERIES: dict[str, Callable[[Run], Gallery]] = {PLANE: PlaneGallery, IMAGE: ImageGallery}
