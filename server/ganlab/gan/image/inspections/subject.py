"""Subject: one game of images as inspections see it, with the images that are on the page."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

import numpy as np
import torch
from torch import Tensor

from ganlab.gan.image.feed import Given
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.inspections.entry import FAKE
from ganlab.gan.image.snapshot import ImageEye, pixels
from ganlab.gan.losses import boundary
from ganlab.gan.plane.snapshot import Array
from ganlab.registry import ConfigError

T = TypeVar("T")


class Subject:
    """A game and its shown images; of one class, where `label` says which.

    `remember` keeps what is dear to find and true for as long as `key` says.
    """

    def __init__(
        self, game: ImageGame, eye: ImageEye, label: int | None, known: dict[Hashable, Any]
    ) -> None:
        self.game = game
        self.label = eye.label(label)
        self._eye = eye
        self._known = known

    def remember(self, key: Hashable, find: Callable[[], T]) -> T:
        """What was found under this key, or else what `find` finds now."""
        if key not in self._known:
            self._known[key] = find()
        found: T = self._known[key]
        return found

    def inputs(self, picks: Sequence[int]) -> Tensor:
        """What G was given for these shown fakes (k, dimension + classes), on the CPU: the noise,
        and behind it the class, where the model has labels. Raises ConfigError.
        """
        z = self._eye.inputs(self.label)
        if max(picks, default=0) >= len(z):
            expected = f"numbers below {len(z)}, for only so many fakes are shown"
            raise ConfigError("params", expected, max(picks))
        return z[list(picks)]

    def number(self, pick: int) -> int:
        """The number in the data of a shown real image. Raises ConfigError."""
        numbers = self._eye.real(self.label)
        if pick >= len(numbers):
            expected = f"a number below {len(numbers)}, for only so many real ones are shown"
            raise ConfigError("params.index", expected, pick)
        return int(numbers[pick])

    def given(self, picks: Sequence[int]) -> Given:
        """What G itself gets of these inputs."""
        z = self.inputs(picks)
        return self.game.feed.given(z.to(self.game.device, self.game.dtype))

    def seen(self, side: str, pick: int) -> tuple[Tensor, Tensor | None]:
        """A shown image as D sees it (1, channels, height, width), and what D is told of it, where
        it is told something: a class as a row, a code, or the image that it is made from.
        """
        if side == FAKE:
            z = self.inputs([pick])
            return self.game.generate(z), self.told(z)
        batch = self.game.seen(torch.tensor([self.number(pick)]))
        return batch.x, batch.labels

    def told(self, z: Tensor) -> Tensor | None:
        """What D is told of the fakes of these inputs, where it is told something."""
        return self.game.told(z)

    @torch.no_grad()
    def painted(self, z: Tensor) -> tuple[Array, Array]:
        """G's images of inputs (n, dimension + classes), uint8 (n, height, width, channels), and
        D's verdicts on them (n,) float16, 0 … 1.
        """
        x = self.game.generate(z)
        raw = self.game.judge(x, self.told(z))
        return pixels(self.game, x), short(self.verdict(raw))

    def verdict(self, raw: Tensor) -> Tensor:
        """D's raw outputs as verdicts, 0 … 1."""
        return torch.sigmoid(raw - boundary(self.game.config.entry("loss")))


def short(values: Tensor) -> Array:
    """Numbers as a frame carries them, float16."""
    result: Array = values.detach().cpu().nan_to_num(0.0).clamp(-60000, 60000).half().numpy()
    return np.ascontiguousarray(result)


def plain(value: float | Tensor, digits: int = 6) -> float | None:
    """A number as JSON carries it; None for what is not finite."""
    number = float(value)
    return float(f"{number:.{digits}g}") if np.isfinite(number) else None
