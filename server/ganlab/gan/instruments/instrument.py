"""Instrument: what one is registered with, what it looks at, and what it finds.

An entry is a function `(samples) -> Finding` of real and fake samples. Its registration says the
`unit`; whether "lower" or "higher" is `better`, or "neither"; how many `samples` a side it looks
at; whether it `needs_modes` (only mixtures have them); the `group` that it is listed in; and, in
one sentence, how it `misleads`.
`of="path"` marks one that looks at the players' steps instead, see `path`.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.plane.distributions import Extent
from ganlab.gan.plane.mixture import Mixture
from ganlab.gan.plane.target import Distribution
from ganlab.registry import Entry, Registry

SAMPLES, PATH = "samples", "path"  # what an instrument is `of`

instruments = Registry("instruments", "Instrument")


@dataclass(frozen=True)
class Finding:
    """A value in the instrument's unit; for a test also `p`, the probability of one so extreme
    were real and fake samples of one distribution.
    """

    value: float
    p: float | None = None


@dataclass(frozen=True, eq=False)
class Samples:
    """Real (n, 2) and fake (n, 2) samples in plane units, and what is known of the target.

    `held_out` (n, 2) are more real samples, `seed` what an instrument's own randomness comes from.
    """

    real: Tensor
    fake: Tensor
    held_out: Tensor
    extent: Extent
    mixture: Mixture | None
    seed: int

    def rng(self, instrument: str) -> torch.Generator:
        """A generator for one instrument: the same for the same seed, whatever ran before."""
        return streams.generator(self.seed, zlib.crc32(instrument.encode()))

    def numpy_rng(self, instrument: str) -> np.random.Generator:
        """As `rng`, for numpy."""
        return np.random.default_rng([self.seed, zlib.crc32(instrument.encode())])


Examine = Callable[[Samples], Finding]


def fits(entry: Entry, target: Distribution) -> bool:
    """Whether the data allows the instrument: some need modes, which only mixtures have."""
    return target.mixture is not None or not entry.extras["needs_modes"]
