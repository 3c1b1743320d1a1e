"""Instruments of nearness: precision and recall by neighbours, and the birthday paradox."""

from __future__ import annotations

import torch
from torch import Tensor

from ganlab.gan.instruments.instrument import Finding, Samples, instruments

NEIGHBOURS = 3  # as in the paper
SAME = 1 / 200  # of the plot's side: closer than that, two samples look the same


def covered(points: Tensor, by: Tensor, k: int = NEIGHBOURS) -> float:
    """The share of points (n, 2) that lie within a ball of some of the others, `by` (m, 2).

    The ball of a point reaches to its k-th nearest neighbour among its own. Kynkäänniemi et al.
    2019, equation 1.
    """
    own = torch.cdist(by.double(), by.double())
    radius = own.kthvalue(k + 1, dim=1).values  # the nearest is the point itself
    inside = torch.cdist(points.double(), by.double()) <= radius
    return float(inside.any(dim=1).double().mean())


@instruments.register(
    "Precision",
    formula=r"\frac{100}{n}\sum_j\mathbf{1}\bigl[\exists i:\lVert y_j-x_i\rVert\le r_i\bigr]",
    source="Kynkäänniemi et al. 2019, equation 2",
    group="coverage",
    unit="%",
    better="higher",
    samples=1000,
    needs_modes=False,
    misleads="One real sample far out has a large ball, in which bad fakes count as good; and "
    "lost modes cost nothing.",
)
def precision(samples: Samples) -> Finding:
    """How many fakes look real: they lie within the ball of some real sample, which reaches to its
    third nearest neighbour.
    """
    return Finding(100 * covered(samples.fake, samples.real))


@instruments.register(
    "Recall",
    formula=r"\frac{100}{n}\sum_i\mathbf{1}\bigl[\exists j:\lVert x_i-y_j\rVert\le r_j\bigr]",
    source="Kynkäänniemi et al. 2019, equation 2",
    group="coverage",
    unit="%",
    better="higher",
    samples=1000,
    needs_modes=False,
    misleads="Fakes spread thinly have large balls, so noise all over the plane reaches nearly "
    "everything.",
)
def recall(samples: Samples) -> Finding:
    """How many real samples the generator can reach: they lie within the ball of some fake, which
    reaches to that fake's third nearest neighbour.
    """
    return Finding(100 * covered(samples.real, samples.fake))


def support_size(points: Tensor, same: float) -> float:
    """The number of equally likely values that would give as many pairs of the same value.

    Two of points (n, 2) closer than `same` are the same. With N values a pair agrees with
    probability 1/N; a batch of M = (2 N ln 2)^½ then holds a pair with probability ½ (Arora & Zhang
    2017). Where no pair agrees this gives the number of pairs: at least so many.
    """
    from scipy.spatial import cKDTree

    n = len(points)
    tree = cKDTree(points.double().numpy())
    ordered = int(tree.count_neighbors(tree, same)) - n  # every pair twice, and each with itself
    pairs = n * (n - 1) / 2
    return pairs / max(ordered / 2, 1.0)


@instruments.register(
    "Birthday support",
    formula=r"N\approx\frac{M^2}{2\ln 2}",
    source="Arora & Zhang 2017",
    group="coverage",
    unit="places",
    better="higher",
    samples=5000,
    needs_modes=False,
    misleads="Noise far from the data has a large support, too, and a fine mesh of places would "
    "count more of them: compare it with its floor alone.",
)
def birthday(samples: Samples) -> Finding:
    """How many different samples the generator seems to have: among M of them two look the same as
    often as not, as with birthdays. The same is closer than 1/200 of the plot's side. All pairs of
    5,000 fakes are compared.
    """
    x_min, x_max, _, _ = samples.extent
    return Finding(support_size(samples.fake, SAME * (x_max - x_min)))
