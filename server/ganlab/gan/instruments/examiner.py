"""Examiner: every instrument applied to the fakes of one run, and what a perfect sampler scores.

Importing it registers all instruments. The same data, seed and fakes always give the same numbers.
"""

from __future__ import annotations

import statistics
from functools import cached_property
from math import isfinite

from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.instruments import (
    cells,
    classifier,
    likelihood,
    neighbours,
    path,
    transport,
    two_sample,
)
from ganlab.gan.instruments.instrument import (
    SAMPLES,
    Finding,
    Samples,
    fakes_needed,
    fits,
    instruments,
    kind,
)
from ganlab.gan.plane.metrics import SAMPLES as MOST
from ganlab.gan.plane.target import Distribution
from ganlab.registry import ConfigError

__all__ = ["Examiner", "fakes_needed", "instruments", "kind"]
_MODULES = (cells, classifier, likelihood, neighbours, path, transport, two_sample)

FLOOR_DRAWS = 10
FLOOR_SEED = 2018  # floors belong to the data, not to a run


class Examiner:
    """The instruments for one target and one seed. Real samples are drawn once."""

    def __init__(self, target: Distribution, seed: int) -> None:
        self._target = target
        self._seed = seed

    @cached_property
    def _real(self) -> tuple[Tensor, Tensor]:
        """The real samples that the run's metrics are measured with, and others of the target."""
        draws = (streams.EVALUATE_DATA, streams.HELD_OUT_DATA)
        real, held_out = (
            self._target.sample(MOST, streams.generator(self._seed, stream)) for stream in draws
        )
        return real, held_out

    def examine(self, instrument: str, fake: Tensor) -> Finding | None:
        """What an instrument finds of fake (n, 2), n at least what it needs, plane units.

        None where that is no number. Raises ConfigError for an instrument that looks at no samples,
        or needs modes where there are none.
        """
        real, held_out = self._real
        return self._apply(instrument, real, fake, held_out, self._seed)

    def floor(self, instrument: str) -> tuple[float, float] | None:
        """(mean, standard deviation) of what a perfect sampler scores, over ten draws of it; None
        where that is no number. Raises as `examine`.
        """
        values = []
        for draw in range(FLOOR_DRAWS):
            rng = streams.generator(FLOOR_SEED, streams.FLOOR_REPEATS, draw)
            real, fake, held_out = (self._target.sample(MOST, rng) for _ in range(3))
            found = self._apply(instrument, real, fake, held_out, draw)
            values += [] if found is None else [found.value]
        if len(values) < FLOOR_DRAWS:
            return None
        return statistics.fmean(values), statistics.stdev(values)

    def _apply(
        self, instrument: str, real: Tensor, fake: Tensor, held_out: Tensor, seed: int
    ) -> Finding | None:
        entry, target = instruments[instrument], self._target
        if kind(instrument) != SAMPLES or not fits(entry, target):
            expected = "an instrument of samples that the data allow"
            raise ConfigError("instruments", expected, entry.id)
        n = fakes_needed(instrument)
        real, fake, held_out = (x[:n].float() for x in (real, fake, held_out))
        samples = Samples(real, fake, held_out, target.extent, target.mixture, seed)
        if not bool(samples.fake.isfinite().all()):
            return None
        found: Finding = entry.function(samples)
        return found if isfinite(found.value) else None
