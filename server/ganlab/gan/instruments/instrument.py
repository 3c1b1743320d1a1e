"""Instrument: what one is registered with, what it looks at, and what it finds.

An entry is a function `(samples) -> Finding` of real and fake samples. Its registration says the
`unit`; whether "lower" or "higher" is `better`, or "neither"; how many `samples` a side it looks
at; whether it `needs_modes` (only mixtures have them); the `group` that it is listed in; and, in
one sentence, how it `misleads`.
`of="path"` marks one that looks at the players' steps instead, see `path`; `of="images"` one of the
scene of images, see `ganlab.gan.image.instruments.evidence`.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.plane.distributions import Extent
from ganlab.gan.plane.mixture import Mixture
from ganlab.gan.plane.target import Distribution
from ganlab.registry import Entry, Registry

SAMPLES, PATH, IMAGES = "samples", "path", "images"  # what an instrument is `of`

instruments = Registry("instruments", "Instrument")


@dataclass(frozen=True)
class Finding:
    """A value in the instrument's unit; for a test also `p`, the probability of one so extreme
    were real and fake samples of one distribution. `more` is what else there is to be shown, as
    JSON.
    """

    value: float
    p: float | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


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


def kind(instrument: str) -> str:
    """What an instrument looks at; ConfigError for one that is none."""
    return str(instruments[instrument].extras.get("of", SAMPLES))


def fakes_needed(instrument: str) -> int:
    """How many fakes an instrument wants to see."""
    return int(instruments[instrument].extras["samples"])


def fits(entry: Entry, target: Distribution) -> bool:
    """Whether the data allows the instrument: some need modes, which only mixtures have."""
    return target.mixture is not None or not entry.extras["needs_modes"]
