"""Mixture: Gaussians in the plane with their modes, exact density and nearest-mode distances."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor


@dataclass(frozen=True, eq=False)
class Mixture:
    """A weighted sum of k Gaussians whose axes are those of the plane.

    means  (k, 2)          plane units
    stds   (k,) or (k, 2)  standard deviation, one for both axes or one per axis, above 0
    weights (k,)           share of each mode, above 0; they are divided by their sum

    Kept as float64, `stds` always as (k, 2). Raises ValueError on other shapes or values.
    """

    means: Tensor
    stds: Tensor
    weights: Tensor

    def __post_init__(self) -> None:
        means, stds, weights = self.means.double(), self.stds.double(), self.weights.double()
        k = len(means)
        if means.shape != (k, 2) or k < 1:
            raise ValueError(f"means: expected shape (k, 2), got {tuple(means.shape)}")
        if stds.shape not in ((k,), (k, 2)) or not bool((stds > 0).all()):
            raise ValueError(f"stds: expected {k} or {k} x 2 values above 0, got {stds.tolist()}")
        if weights.shape != (k,) or not bool((weights > 0).all()):
            raise ValueError(f"weights: expected {k} values above 0, got {weights.tolist()}")
        stds = stds[:, None].expand(k, 2) if stds.dim() == 1 else stds
        object.__setattr__(self, "means", means)
        object.__setattr__(self, "stds", stds.contiguous())
        object.__setattr__(self, "weights", weights / weights.sum())

    @classmethod
    def equal(cls, means: Tensor, std: float) -> Mixture:
        """Modes (k, 2) of the same weight and the same round shape."""
        k = len(means)
        return cls(means, torch.full((k,), std), torch.ones(k))

    @classmethod
    def ring(cls, *, modes: int, radius: float, std: float) -> Mixture:
        """Equal modes, evenly spaced on a circle around 0, the first on the x axis."""
        # Not linspace(0, 2 pi, modes): it ends where it began, and two modes become one.
        angle = torch.arange(modes, dtype=torch.float64) * (2 * math.pi / modes)
        return cls.equal(radius * torch.stack((angle.cos(), angle.sin()), dim=1), std)

    @classmethod
    def grid(cls, *, side: int, spacing: float, std: float) -> Mixture:
        """side x side equal modes on a square grid centred on 0."""
        axis = spacing * (torch.arange(side, dtype=torch.float64) - (side - 1) / 2)
        return cls.equal(torch.cartesian_prod(axis, axis), std)

    def __len__(self) -> int:
        return len(self.means)

    def sample(self, n: int, rng: torch.Generator) -> Tensor:
        """n samples (n, 2), float32, independent of each other."""
        return self.draw(n, rng)[0]

    def draw(self, n: int, rng: torch.Generator) -> tuple[Tensor, Tensor]:
        """n samples as `sample` gives them, and the mode (n,) that each came from."""
        means, stds, bounds = self._table
        mode = torch.searchsorted(bounds, torch.rand(n, generator=rng), right=True)  # (n,)
        noise = torch.randn(n, 2, generator=rng)
        # index_select costs a third of indexing by a tensor.
        return noise.mul_(stds.index_select(0, mode)).add_(means.index_select(0, mode)), mode

    @cached_property
    def _table(self) -> tuple[Tensor, Tensor, Tensor]:
        """Means, stds and the upper bounds of all modes' shares but the last, in float32.

        The last bound is left out, so that rounding in the sum never makes an index k.
        """
        return self.means.float(), self.stds.float(), self.weights.cumsum(0)[:-1].float()

    def log_density(self, x: Tensor) -> Tensor:
        """log p(x) in nats per unit of area, exact: x (n, 2) → (n,), of x's type."""
        scaled = (x.double()[:, None] - self.means) / self.stds  # (n, k, 2)
        log_mode = -0.5 * scaled.square().sum(2) - self.stds.log().sum(1) - math.log(2 * math.pi)
        return torch.logsumexp(log_mode + self.weights.log(), dim=1).to(x.dtype)

    def nearest(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """The mode nearest to each x (n, 2), and its distance: indices (n,), distances (n,).

        Distances are counted in standard deviations of the mode, per axis (Mahalanobis): a round
        mode's samples lie within 3 with probability 1 - exp(-4.5) = 98.89 %.
        """
        # One (n, k) table per axis: four times as fast as one (n, k, 2) summed over its last axis.
        means, stds = self.means.to(x.dtype), self.stds.to(x.dtype)
        along_x, along_y = ((x[:, a, None] - means[:, a]) / stds[:, a] for a in (0, 1))
        squared, mode = (along_x.square() + along_y.square()).min(dim=1)
        return mode, squared.sqrt()

    def moments(self) -> tuple[Tensor, Tensor]:
        """Exact mean (2,) and variance (2,) along each axis, float64."""
        share = self.weights[:, None]
        mean = (share * self.means).sum(0)
        return mean, (share * (self.stds.square() + (self.means - mean).square())).sum(0)
