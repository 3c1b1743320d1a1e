"""Distribution: one registered target with its parameters filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

import torch
from torch import Tensor

from ganlab.gan.plane.distributions import Extent, distributions
from ganlab.gan.plane.mixture import Mixture
from ganlab.gan.plane.scalings import scalings
from ganlab.registry import Entry

_NOTHING: Mapping[str, Any] = MappingProxyType({})

# Where a distribution's moments have no formula, they are estimated once from this many samples of
# this seed: to about 0.7 % of the standard deviation, and the same for every run.
_MOMENT_SAMPLES, _MOMENT_SEED = 20_000, 2018


@dataclass(frozen=True, eq=False)
class Distribution:
    """A target: what it is made from, the square it is plotted in, and how to sample it.

    extent   (x_min, x_max, y_min, y_max) in plane units, as wide as high
    mixture  modes and exact density, where the data is a mixture of Gaussians
    classes  modes or other parts that a sample can be of; 0 where the data is one piece
    points   (n, 2), the finite set that samples are made from, where there is one
    """

    id: str
    params: Mapping[str, Any]
    extent: Extent
    mixture: Mixture | None
    classes: int
    _sampler: Callable[[int, torch.Generator], Tensor]
    _labelled: Callable[[int, torch.Generator], tuple[Tensor, Tensor]] | None
    points: Tensor | None = None

    @classmethod
    def of(cls, distribution_id: str, params: Mapping[str, Any] = _NOTHING) -> Distribution:
        """The entry `distribution_id` with `params`, defaults filling in; ConfigError otherwise."""
        entry = distributions[distribution_id]
        filled = entry.fill(params)
        make_mixture = entry.extras.get("mixture")
        mixture = make_mixture(**filled) if make_mixture else None
        spots = entry.extras.get("finite")
        return cls(
            id=entry.id,
            params=MappingProxyType(filled),
            extent=entry.extras["extent"](**filled),
            mixture=mixture,
            classes=classes_of(entry, filled),
            # The entry of a mixture would build it anew at every call.
            _sampler=mixture.sample if mixture else entry.bind(filled),
            _labelled=mixture.draw if mixture else _labelled(entry, filled),
            points=spots(**filled) if spots else None,
        )

    def sample(self, n: int, rng: torch.Generator) -> Tensor:
        """n independent samples (n, 2), float32, plane units, on the CPU."""
        return self._sampler(n, rng)

    def sample_labelled(self, n: int, rng: torch.Generator) -> tuple[Tensor, Tensor]:
        """n samples as `sample` gives them, and the class of each (n,), counted from 0.

        ValueError where the data has no classes.
        """
        if self._labelled is None:
            raise ValueError(f"expected data with classes, got {self.id}")
        return self._labelled(n, rng)

    def sample_class(self, label: int, n: int, rng: torch.Generator) -> Tensor:
        """n samples (n, 2) of one class."""
        found = [torch.empty(0, 2)]
        while sum(map(len, found)) < n:
            x, labels = self.sample_labelled(n * self.classes, rng)
            found.append(x[labels == label])
        return torch.cat(found)[:n]

    def log_density(self, x: Tensor) -> Tensor:
        """log p(x) in nats: (n, 2) → (n,). ValueError where the density has no formula."""
        if self.mixture is None:
            raise ValueError(f"expected a mixture, whose density is known, got {self.id}")
        return self.mixture.log_density(x)

    def moments(self) -> tuple[Tensor, float]:
        """Mean (2,) and standard deviation (the root of the two axes' mean variance), float32.

        Exact for mixtures, otherwise estimated from 20,000 samples of a fixed seed.
        """
        if self.mixture is not None:
            mean, variance = self.mixture.moments()
        else:
            drawn = self.sample(_MOMENT_SAMPLES, torch.Generator().manual_seed(_MOMENT_SEED))
            mean, variance = drawn.double().mean(0), drawn.double().var(0, correction=0)
        return mean.float(), float(variance.mean().sqrt())

    def scale(self, scaling_id: str, params: Mapping[str, Any] = _NOTHING) -> tuple[Tensor, float]:
        """Centre (2,) and scale of the networks' units: they see (x - centre) / scale."""
        mean, std = self.moments()
        centre, scale = scalings[scaling_id].bind(params)(mean, std, self.extent)
        return centre, scale


def classes_of(entry: Entry, params: Mapping[str, Any]) -> int:
    """How many modes or other parts a distribution with these parameters, all of them, has."""
    if "mixture" in entry.extras:
        return len(entry.extras["mixture"](**params))
    return int(entry.extras["parts"](**params)) if "parts" in entry.extras else 0


def _labelled(entry: Entry, params: Mapping[str, Any]) -> Callable[..., Any] | None:
    function = entry.extras.get("labelled")
    return None if function is None else partial(function, **params)


def previews(count: int = 150) -> dict[str, list[list[float]]]:
    """A thumbnail of each distribution: `count` points [x, y] in the unit square, y upwards.

    The default parameters and a fixed seed; the extent is mapped to the square, and samples
    beyond it are left out.
    """
    return {entry.id: _preview(Distribution.of(entry.id), count) for entry in distributions}


def _preview(target: Distribution, count: int) -> list[list[float]]:
    x_min, x_max, y_min, y_max = target.extent
    # Half as many again, as a few samples may lie beyond the extent.
    drawn = target.sample(count + count // 2 + 10, torch.Generator().manual_seed(_MOMENT_SEED))
    low, high = torch.tensor([x_min, y_min]), torch.tensor([x_max, y_max])
    unit = (drawn - low) / (high - low)
    inside = unit[((unit >= 0) & (unit <= 1)).all(1)][:count].double()
    return [[round(v, 3) for v in point] for point in inside.tolist()]
