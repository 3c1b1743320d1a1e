"""Distributions: the targets in the plane that a generator learns to imitate.

An entry is a function `(n, rng, *, …params) -> Tensor` (n, 2), float32, of n independent samples in
plane units, all randomness from `rng`. `extent` gives, for the same parameters, the square that is
plotted and measured (x_min, x_max, y_min, y_max): at least 99 % of the samples lie inside, unless
the docstring says otherwise. `mixture`, where the data is one, gives modes and exact density;
`finite`, where each sample is one of a finite set of points but for a little blur, that set (m, 2).
`parts`, where the data has others, counts them, and `labelled` gives (samples, part of each (n,)).
The order of registration is the order of the page's thumbnails.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from ganlab.gan.plane import parts
from ganlab.gan.plane.figure import Figure, centre, heart, width
from ganlab.gan.plane.mixture import Mixture
from ganlab.gan.plane.parts import sklearn_seed
from ganlab.registry import Registry, param

Extent = tuple[float, float, float, float]

distributions = Registry("distributions", "Data")
distribution = distributions.register

UNIT_SQUARE: Extent = (0.0, 1.0, 0.0, 1.0)


def square(reach: float, middle: tuple[float, float] = (0.0, 0.0)) -> Extent:
    """The square around data that reaches `reach` from its middle, with 30 % of room beyond it."""
    half, (x, y) = 1.3 * reach, middle
    return (x - half, x + half, y - half, y + half)


def _unit_square(**_: float) -> Extent:
    return UNIT_SQUARE


def _spread(default: float, low: float, high: float) -> Any:
    """The width of a Gaussian: above 0, as its density must exist."""
    words = "Standard deviation of each Gaussian, along each axis."
    return param(default, low, high, label="Spread", help=words, log=True)


def _thickness(default: float, high: float) -> Any:
    """The width of the blur around a shape; 0 leaves it sharp."""
    words = "Standard deviation of the blur that makes the shape thick; 0 leaves it thin."
    return param(default, 0.0, high, label="Thickness", help=words)


def _noise(n: int, rng: torch.Generator, std: float) -> Tensor:
    return std * torch.randn(n, 2, generator=rng)


@distribution(
    "Ring of Gaussians",
    source="Metz et al. 2017",
    mixture=Mixture.ring,
    extent=lambda *, radius, std, **_: square(radius + 3 * std),
)
def ring(
    n: int,
    rng: torch.Generator,
    *,
    modes: int = param(8, 1, 32, help="How many Gaussians stand on the circle."),
    radius: float = param(1.0, 0.1, 5.0, help="Radius of the circle."),
    std: float = _spread(0.05, 0.001, 0.5),
) -> Tensor:
    """Small Gaussians evenly spaced on a circle. The classic test of mode collapse: does the
    generator find all of them, or settle on a few?
    """
    return Mixture.ring(modes=modes, radius=radius, std=std).sample(n, rng)


@distribution(
    "Grid of Gaussians",
    source="Srivastava et al. 2017",
    mixture=Mixture.grid,
    extent=lambda *, side, spacing, std: square(spacing * (side - 1) / 2 + 3 * std),
)
def grid(
    n: int,
    rng: torch.Generator,
    *,
    side: int = param(5, 2, 10, help="Gaussians along each side; 5 makes 25."),
    spacing: float = param(2.0, 0.1, 5.0, help="Distance between neighbours."),
    std: float = _spread(0.05, 0.001, 1.0),
) -> Tensor:
    """Small Gaussians on a square grid, far apart for their size. Harder than the ring: 25 modes,
    and wide empty gaps that the generator must jump over.
    """
    return Mixture.grid(side=side, spacing=spacing, std=std).sample(n, rng)


@distribution(
    "Spiral",
    extent=lambda *, std, **_: square(1 + 2 * std),
    parts=lambda *, arms, **_: arms,
    labelled=parts.spiral,
)
def spiral(
    n: int,
    rng: torch.Generator,
    *,
    arms: int = param(2, 1, 6, help="How many arms are wound into each other."),
    turns: float = param(1.0, 0.25, 3.0, help="How often each arm goes round."),
    std: float = _thickness(0.03, 0.2),
) -> Tensor:
    """Arms wound around the centre. One connected shape, but a long and bent one: the generator
    must roll up its noise.
    """
    return parts.spiral(n, rng, arms=arms, turns=turns, std=std)[0]


@distribution(
    "Two moons",
    source="scikit-learn, make_moons",
    extent=lambda *, std: square(1.5 + std),
    parts=lambda **_: 2,
    labelled=parts.moons,
)
def moons(
    n: int,
    rng: torch.Generator,
    *,
    std: float = _thickness(0.05, 0.3),
) -> Tensor:
    """Two half circles, each reaching into the other: two separate curved parts to cover."""
    return parts.moons(n, rng, std=std)[0]


@distribution("Line", source="Kahng et al. 2018", extent=_unit_square)
def line(
    n: int,
    rng: torch.Generator,
    *,
    std: float = _thickness(0.01, 0.05),
) -> Tensor:
    """A thin straight line, from GAN Lab: the easiest target, as one straight stretch of the noise
    is enough. Good for a first look at how the players move.
    """
    along = torch.rand(n, 1, generator=rng)
    start, end = torch.tensor([0.8, 0.6]), torch.tensor([0.05, 0.9])
    return start + along * (end - start) + _noise(n, rng, std)


def _gaussians_mixture() -> Mixture:
    return Mixture(
        means=torch.tensor([[0.3, 0.7], [0.7, 0.4]]),
        stds=torch.tensor([[0.1, 0.1], [0.05, 0.2]]),
        weights=torch.ones(2),
    )


@distribution(
    "Two hills",
    source="Kahng et al. 2018",
    mixture=_gaussians_mixture,
    extent=_unit_square,
)
def gaussians(n: int, rng: torch.Generator) -> Tensor:
    """Two Gaussians of different shape, one round and one narrow, from GAN Lab.

    Its constants put 1.3 % of the samples outside the plotted unit square.
    """
    return _gaussians_mixture().sample(n, rng)


@distribution("Circle band", source="Kahng et al. 2018", extent=_unit_square)
def ring_band(
    n: int,
    rng: torch.Generator,
    *,
    std: float = _thickness(0.025, 0.05),
) -> Tensor:
    """A closed, slightly flattened band, from GAN Lab, which calls it ring. The generator has to
    bend its noise around a hole, and joins the two ends with a seam.
    """
    angle = 2 * math.pi * torch.rand(n, generator=rng)
    points = torch.stack((0.5 + 0.3 * angle.cos(), 0.45 + 0.25 * angle.sin()), dim=1)
    return points + _noise(n, rng, std)


def _disjoint_mixture(*, std: float) -> Mixture:
    return Mixture.equal(torch.tensor([[0.35, 0.75], [0.75, 0.6], [0.45, 0.35]]), std)


@distribution(
    "Three blobs",
    source="Kahng et al. 2018",
    mixture=_disjoint_mixture,
    extent=_unit_square,
)
def disjoint(
    n: int,
    rng: torch.Generator,
    *,
    std: float = _spread(0.025, 0.001, 0.1),
) -> Tensor:
    """Three small blobs with nothing between them, from GAN Lab. A smooth generator can only reach
    all three by leaving thin bridges of fakes.
    """
    return _disjoint_mixture(std=std).sample(n, rng)


@distribution("Checkerboard", source="Grathwohl et al. 2019", extent=lambda **_: square(1.0))
def checkerboard(
    n: int,
    rng: torch.Generator,
    *,
    cells: int = param(4, 2, 10, help="Squares along each side of the board."),
) -> Tensor:
    """Samples fill every second square of a board. Sharp edges and corners, which smooth networks
    round off.
    """
    row, column = torch.meshgrid(torch.arange(cells), torch.arange(cells), indexing="ij")
    filled = torch.stack((column, row), dim=2)[(row + column) % 2 == 0]  # (m, 2)
    corner = filled[torch.randint(len(filled), (n,), generator=rng)]
    return (corner + torch.rand(n, 2, generator=rng)) * (2 / cells) - 1


@distribution(
    "Pinwheel",
    source="Johnson et al. 2016",
    extent=lambda *, spread, **_: square(1 + 2.2 * spread),
    parts=lambda *, arms, **_: arms,
    labelled=parts.pinwheel,
)
def pinwheel(
    n: int,
    rng: torch.Generator,
    *,
    arms: int = param(5, 2, 12, help="How many blades the wheel has."),
    twist: float = param(0.25, 0.0, 1.0, help="How strongly the blades bend."),
    spread: float = param(0.3, 0.05, 0.5, label="Length", help="Spread along a blade."),
    std: float = _thickness(0.05, 0.2),
) -> Tensor:
    """Bent blades around a centre, like a toy windmill: several parts, each one stretched and
    curved.
    """
    return parts.pinwheel(n, rng, arms=arms, twist=twist, spread=spread, std=std)[0]


@distribution(
    "One Gaussian",
    mixture=lambda *, std: Mixture.equal(torch.zeros(1, 2), std),
    extent=lambda *, std: square(max(1.0, 3 * std)),
)
def gaussian(
    n: int,
    rng: torch.Generator,
    *,
    std: float = _spread(0.5, 0.01, 2.0),
) -> Tensor:
    """One round Gaussian: with Gaussian noise the generator only has to scale it. Whatever goes
    wrong here is the game's fault, not the shape's.
    """
    return _noise(n, rng, std)


def _pair_mixture(*, distance: float, std: float, left_share: float) -> Mixture:
    return Mixture(
        means=torch.tensor([[-distance / 2, 0.0], [distance / 2, 0.0]]),
        stds=torch.full((2,), std),
        weights=torch.tensor([left_share, 1 - left_share]),
    )


@distribution(
    "Two Gaussians",
    mixture=_pair_mixture,
    extent=lambda *, distance, std, **_: square(distance / 2 + 3 * std),
)
def two_gaussians(
    n: int,
    rng: torch.Generator,
    *,
    distance: float = param(2.0, 0.0, 6.0, help="Distance between the two centres."),
    std: float = _spread(0.2, 0.01, 1.0),
    left_share: float = param(0.5, 0.02, 0.98, help="Share of the samples in the left one."),
) -> Tensor:
    """Two round Gaussians side by side. The smallest setting in which a mode can be lost, and,
    with unequal shares, in which the smaller one is forgotten.
    """
    return _pair_mixture(distance=distance, std=std, left_share=left_share).sample(n, rng)


@distribution(
    "Circles",
    source="scikit-learn, make_circles",
    extent=lambda *, std, **_: square(1 + 2 * std),
    parts=lambda **_: 2,
    labelled=parts.circles,
)
def circles(
    n: int,
    rng: torch.Generator,
    *,
    factor: float = param(0.5, 0.1, 0.9, label="Inner radius", help="The outer radius is 1."),
    std: float = _thickness(0.05, 0.2),
) -> Tensor:
    """A circle inside a circle, half of the samples on each: two separate parts, one of them
    surrounded by the other.
    """
    return parts.circles(n, rng, factor=factor, std=std)[0]


@distribution(
    "Swiss roll",
    source="scikit-learn, make_swiss_roll",
    extent=lambda *, std: square(1.4 + std),
)
def swiss_roll(n: int, rng: torch.Generator, *, std: float = _thickness(0.05, 0.2)) -> Tensor:
    """A rolled-up sheet seen from its end, at a tenth of scikit-learn's size. Its neighbouring
    windings are close, and the generator likes to join them.
    """
    from sklearn.datasets import make_swiss_roll

    points, _ = make_swiss_roll(n, noise=10 * std, random_state=sklearn_seed(rng))
    return torch.from_numpy(points[:, [0, 2]] / 10).float()


@distribution(
    "S-curve",
    source="scikit-learn, make_s_curve",
    extent=lambda *, std: square(2 + std),
)
def s_curve(n: int, rng: torch.Generator, *, std: float = _thickness(0.05, 0.3)) -> Tensor:
    """A curve in the shape of an S, seen from the end of scikit-learn's sheet: one connected piece
    with two opposite bends.
    """
    from sklearn.datasets import make_s_curve

    points, _ = make_s_curve(n, noise=std, random_state=sklearn_seed(rng))
    return torch.from_numpy(points[:, [0, 2]]).float()


# The plane that the page draws a figure on, -1.3 to 1.3, is also the one that it is then shown in.
_DRAWN_ON = square(1.0)


def _points_extent(*, points: Figure, jitter: float) -> Extent:
    size, reach = width(points), max(abs(value) for point in points for value in point)
    if reach <= _DRAWN_ON[1]:
        half = max(_DRAWN_ON[1], reach + 3 * jitter * size)
        return (-half, half, -half, half)
    return square(size * (0.5 + 2 * jitter), centre(points))


@distribution(
    "Your points",
    source="Kahng et al. 2018",
    extent=_points_extent,
    finite=lambda *, points, **_: torch.tensor(points),
)
def points(
    n: int,
    rng: torch.Generator,
    *,
    points: Sequence[Sequence[float]] = param(heart(), 20, 1200, help="The points to draw around."),
    jitter: float = param(
        0.02,
        0.001,
        0.2,
        log=True,
        label="Spread",
        help="Blur around each point, as a share of the figure's width.",
    ),
) -> Tensor:
    """A figure of your own, drawn or uploaded: each sample is one of its points, slightly moved.

    1,200 points are as many as fit an address, at four characters each.
    """
    spots = torch.tensor(points)
    chosen = spots[torch.randint(len(spots), (n,), generator=rng)]
    return chosen + _noise(n, rng, jitter * width(points))
