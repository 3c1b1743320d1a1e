"""Priors: the noise that the generator turns into samples.

An entry is a function `(n, rng, *, dimension, …) -> Tensor` (n, dimension), float32, of n
independent noise vectors, all randomness from `rng`.

To draw the generator's manifold, noise space is covered by a lattice of equal-probability cells:
the picture of a cell under G is then dense where it is small. `lattice` maps probabilities
u (m, axes), float64, to noise (m, dimension), `lattice_axes` says how many axes it has (1 or 2),
and `lattice_span` between which probabilities it runs; all take the entry's own parameters.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor
from torch.special import ndtr, ndtri

from ganlab.registry import Entry, Registry, param

priors = Registry("priors", "Noise")
prior = priors.register

_CUT = 2.0  # TensorFlow's truncated normal draws again beyond two standard deviations
_WHOLE = (0.0, 1.0)


def lattice(entry: Entry, params: Mapping[str, Any], side: int = 21) -> tuple[Tensor, list[int]]:
    """Noise on a regular lattice of probabilities: (noise (m, dimension) float32, shape).

    With two axes the shape is [side, side] and m = side²; row i holds the i-th value of the second
    noise coordinate, column j the j-th of the first. With one axis the shape is [side²], a line as
    finely drawn as the square. Coordinates beyond the second stay at the middle of the prior.
    Neighbours are equally likely steps apart. Noise without bounds is covered from probability
    0.02 to 0.98 along each axis, bounded noise entirely.
    """
    filled = entry.fill(params)
    axes = entry.extras["lattice_axes"](**filled)
    low, high = entry.extras["lattice_span"](**filled)
    shape = [side, side] if axes == 2 else [side * side]
    u = torch.linspace(low, high, shape[0], dtype=torch.float64)
    grid = torch.cartesian_prod(u, u).flip(1) if axes == 2 else u[:, None]
    return entry.extras["lattice"](grid, **filled).float(), shape


def _one_or_two(*, dimension: int, **_: Any) -> int:
    return min(dimension, 2)


def _padded(coordinates: Tensor, dimension: int, middle: float) -> Tensor:
    """(m, k) → (m, dimension), the missing coordinates at `middle`."""
    missing = dimension - coordinates.shape[1]
    return torch.nn.functional.pad(coordinates, (0, missing), value=middle)


def _uniform_lattice(u: Tensor, *, dimension: int, low: float, high: float) -> Tensor:
    return _padded(low + (high - low) * u, dimension, (low + high) / 2)


@prior(
    "Uniform",
    formula=r"z_i \sim \mathcal{U}(a, b)",
    lattice=_uniform_lattice,
    lattice_axes=_one_or_two,
    lattice_span=lambda **_: _WHOLE,
)
def uniform(
    n: int,
    rng: torch.Generator,
    *,
    dimension: int = param(2, 1, 64, help="How many numbers each noise vector has."),
    low: float = param(-1.0, -10.0, 0.0, label="From", help="The lower end of the range."),
    high: float = param(
        1.0, 0.0, 10.0, exclusive=True, label="To", help="The upper end of the range."
    ),
) -> Tensor:
    """Every value in a range is equally likely: a square of noise with hard edges, which become
    the edges of what the generator draws.
    """
    return low + (high - low) * torch.rand(n, dimension, generator=rng)


def _normal_quantile(u: Tensor, mean: float, std: float, truncated: bool) -> Tensor:
    """The value below which a share u lies; float64 inside, as the tails need it."""
    u = u.double()
    if truncated:
        below = ndtr(torch.tensor(-_CUT, dtype=torch.float64))
        u = below + (1 - 2 * below) * u
    standard: Tensor = ndtri(u)
    return mean + std * standard


def _gaussian_lattice(
    u: Tensor, *, dimension: int, mean: float, std: float, truncated: bool
) -> Tensor:
    return _padded(_normal_quantile(u, mean, std, truncated), dimension, mean)


@prior(
    "Gaussian",
    formula=r"z_i \sim \mathcal{N}(\mu, \sigma^2)",
    lattice=_gaussian_lattice,
    lattice_axes=_one_or_two,
    lattice_span=lambda *, truncated, **_: _WHOLE if truncated else (0.02, 0.98),
)
def gaussian(
    n: int,
    rng: torch.Generator,
    *,
    dimension: int = param(2, 1, 64, help="How many numbers each noise vector has."),
    mean: float = param(0.0, -10.0, 10.0, help="The centre of the noise."),
    std: float = param(1.0, 0.01, 10.0, label="Spread", help="Standard deviation.", log=True),
    truncated: bool = param(
        False, help="Leave out values further than two standard deviations from the mean."
    ),
) -> Tensor:
    """The bell curve in each coordinate: a round cloud without edges, dense in the middle. The
    usual choice.
    """
    if not truncated:
        return mean + std * torch.randn(n, dimension, generator=rng)
    # The quantile of uniform noise has the same distribution as drawing again what lies beyond
    # the cut, and takes the same number of draws every time.
    u = torch.rand(n, dimension, generator=rng)
    return _normal_quantile(u, mean, std, truncated).float()


def _sphere_lattice(u: Tensor, *, dimension: int) -> Tensor:
    """Equal probability is equal length on the circle, and equal area in (longitude, height) on
    the sphere (Archimedes); in one dimension there are only the two ends.
    """
    if dimension == 1:
        return (u >= 0.5).double() * 2 - 1
    angle = 2 * math.pi * u[:, 0]
    circle = torch.stack((angle.cos(), angle.sin()), dim=1)
    if dimension == 2:
        return circle
    height = 2 * u[:, 1:] - 1
    return _padded(torch.cat((circle * (1 - height**2).sqrt(), height), dim=1), dimension, 0.0)


@prior(
    "Sphere",
    formula=r"z = \varepsilon / \lVert\varepsilon\rVert,\ \varepsilon \sim \mathcal{N}(0, I)",
    source="Karras et al. 2018",
    lattice=_sphere_lattice,
    lattice_axes=lambda *, dimension: 1 if dimension <= 2 else 2,
    lattice_span=lambda **_: _WHOLE,
)
def sphere(
    n: int,
    rng: torch.Generator,
    *,
    dimension: int = param(2, 1, 64, help="How many numbers each noise vector has."),
) -> Tensor:
    """A random direction: every noise vector has length 1. In two dimensions this is a circle,
    which closes on itself, so the generator can draw a closed curve.
    """
    return torch.nn.functional.normalize(torch.randn(n, dimension, generator=rng), dim=1)
