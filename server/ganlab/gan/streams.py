"""Seeded streams of batches: all the randomness of a run, and all that must be saved of it.

Samples are drawn in blocks of many batches by one call, which is what makes a small GAN fast.
Block k of a stream comes from a generator seeded by (seed, stream, k) alone, so that a stream's
whole state is two numbers, and any position can be reached at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor

Draw = Callable[[int, torch.Generator], Tensor]

# Numbers of the streams; they are part of what a seed means, so they never change.
DATA, D_NOISE, G_NOISE, BETWEEN, BLUR_REAL, BLUR_FAKE, BLUR_G, G_DATA, BLUR_G_REAL = range(9)
MASKS = 9  # of dropout, in the scene of images
INIT_G, INIT_D, SHOW_NOISE, SHOW_DATA, EVALUATE_NOISE, EVALUATE_DATA, FLOOR_DATA = range(100, 107)
COMPANY_DATA = 110
DENSITY_DATA, DENSITY_HELD_OUT = 120, 121
BUFFERS_G, BUFFERS_D = 140, 141  # what networks of images remember, at the beginning
HELD_OUT_DATA, FLOOR_REPEATS, EXHIBIT_NOISE = 130, 131, 132  # of instruments
DIRECTIONS, ARITHMETIC = 150, 151  # of inspections

_SAMPLES_PER_BLOCK = 8192
_NUMBERS_PER_BLOCK = 2**21  # at most, where samples are large
_MOST_BLOCKS = 2**53  # more than any run gets to; a block's number must fit 64 bits


def generator(seed: int, *path: int) -> torch.Generator:
    """A CPU generator whose state depends on the seed and the path of whole numbers only."""
    mixed = np.random.SeedSequence([seed, *path]).generate_state(1, np.uint64)[0]
    return torch.Generator().manual_seed(int(mixed >> np.uint64(1)))


class Stream:
    """Batches of `draw(n, rng) -> (n, features)`, handed out feature-major: (features, batch).
    `numbers` says about how many features, where these are very many.
    """

    def __init__(
        self, draw: Draw, seed: int, number: int, *, batch: int, device: str, dtype: torch.dtype,
        numbers: int = 1,
    ) -> None:  # fmt: skip
        self._draw = draw
        self._path = (seed, number)
        self._batch = batch
        at_once = min(_SAMPLES_PER_BLOCK, _NUMBERS_PER_BLOCK // numbers)
        self._per_block = max(1, at_once // batch)
        self._to = {"device": device, "dtype": dtype}
        self._batches: Sequence[Tensor] = ()
        self._loaded = -1
        self._block = 0
        self._index = 0

    def next(self) -> Tensor:
        """The next batch, (features, batch). It is a view: not to be written to."""
        if self._index == self._per_block:
            self._block, self._index = self._block + 1, 0
        if self._loaded != self._block:
            self._load()
        batch = self._batches[self._index]
        self._index += 1
        return batch

    @torch.inference_mode(False)  # a batch may outlive the mode that it is first asked for in
    def _load(self) -> None:
        samples = self._draw(self._batch * self._per_block, generator(*self._path, self._block))
        blocks = samples.to(**self._to).view(self._per_block, self._batch, -1)  # type: ignore[call-overload]
        self._batches = blocks.transpose(1, 2).contiguous().unbind()
        self._loaded = self._block

    @property
    def drawn(self) -> int:
        """How many samples have been used, if all batches had the size of these."""
        return (self._block * self._per_block + self._index) * self._batch

    @property
    def position(self) -> tuple[int, int]:
        """(block, batches of it used): the stream's whole state."""
        return self._block, self._index

    @position.setter
    def position(self, value: tuple[int, int]) -> None:
        self._block, self._index = value

    def has(self, position: tuple[int, int]) -> bool:
        """Whether this is a position that the stream can be at."""
        block, index = position
        return 0 <= block <= _MOST_BLOCKS and 0 <= index <= self._per_block

    def start_block(self, block: int) -> None:
        """Go on from the start of a block, as after a change of the batch size."""
        self.position = (block, 0)
