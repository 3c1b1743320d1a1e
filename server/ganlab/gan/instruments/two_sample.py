"""Two-sample tests: could real and fake samples be of one distribution? Each gives a p-value."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from ganlab.gan.instruments.instrument import Finding, Samples, instruments

TEST_SAMPLES = 500  # a side
PERMUTATIONS = 499  # the smallest p-value is then 1/500

_MORE_SAMPLES = (
    "A p-value says whether a difference can be seen at this sample size, not whether it "
    "matters: with enough samples every generator fails, with too few every one passes."
)


def median_distance(x: Tensor) -> float:
    """The median distance between two of the points (n, 2), a usual width for a kernel."""
    return float(torch.pdist(x.double()).median())


def gaussian_kernel(x: Tensor, width: float) -> Tensor:
    """exp(−‖a − b‖²/2 width²) of all pairs of points (n, 2): (n, n), float64."""
    return torch.cdist(x.double(), x.double()).square().div(-2 * width * width).exp()


def mmd_unbiased(kernel: Tensor, sides: Tensor) -> Tensor:
    """The unbiased estimate of MMD² (Gretton et al. 2012, equation 3) for each way to divide the
    points: kernel (m, m), sides (m, k) of ones (real) and zeros (fake), as many of each → (k,).
    """
    n = float(sides[:, 0].sum())
    within = kernel.clone().fill_diagonal_(0.0)
    by_real = within @ sides  # (m, k)
    real = (sides * by_real).sum(0)
    cross = ((1 - sides) * by_real).sum(0)
    fake = within.sum() - real - 2 * cross
    return (real + fake) / (n * (n - 1)) - 2 * cross / (n * n)


def permuted(n: int, rng: torch.Generator) -> Tensor:
    """The division into n real, then n fakes, and PERMUTATIONS random ones: (2n, 1 + that)."""
    order = torch.rand(PERMUTATIONS, 2 * n, generator=rng).argsort(dim=1)
    sides = torch.zeros(2 * n, 1 + PERMUTATIONS, dtype=torch.float64)
    sides[:n, 0] = 1.0
    sides[:, 1:] = (order < n).T.double()
    return sides


def permutation_p(statistics: Tensor) -> float:
    """The share of divisions with a statistic at least that of the first, which is the true one
    and counts as well (Phipson & Smyth 2010).
    """
    return float((statistics >= statistics[0]).double().mean())


@instruments.register(
    "MMD",
    formula=r"\mathrm{MMD}^2=\mathbb{E}\,k(x,x')+\mathbb{E}\,k(y,y')-2\,\mathbb{E}\,k(x,y)",
    source="Gretton et al. 2012, equation 3",
    group="test",
    unit="squared",
    better="lower",
    samples=TEST_SAMPLES,
    needs_modes=False,
    misleads="It sees differences about as wide as its kernel, the median distance of the points: "
    "modes that came out too narrow it hardly notices.",
)
def mmd(samples: Samples) -> Finding:
    """Maximum mean discrepancy: are fakes as close to each other and to real samples as real ones
    are among themselves? Unbiased, so about 0 for a perfect sampler and sometimes below; the
    p-value is by 499 random regroupings.
    """
    both = torch.cat([samples.real, samples.fake])
    kernel = gaussian_kernel(both, max(median_distance(both), 1e-12))
    found = mmd_unbiased(kernel, permuted(len(samples.real), samples.rng("mmd")))
    return Finding(float(found[0]), permutation_p(found))


def hotelling(real: Tensor, fake: Tensor) -> Finding:
    """Mahalanobis distance of the means of real (n, 2) and fake (m, 2), and Hotelling's p-value.

    T² = nm/(n+m) · distance²; T²·(n+m−3)/(2(n+m−2)) has the F(2, n+m−3) distribution where both are
    of one Gaussian, and nearly so for many samples of anything (Hotelling 1931).
    """
    x, y = real.double().numpy(), fake.double().numpy()
    n, m = len(x), len(y)
    pooled = ((n - 1) * np.cov(x.T) + (m - 1) * np.cov(y.T)) / (n + m - 2)
    apart = x.mean(0) - y.mean(0)
    squared = float(apart @ np.linalg.pinv(pooled) @ apart)
    # The tail of F(2, d) at f is (1 + 2 f/d)^(−d/2).
    beyond = (1 + n * m / (n + m) * squared / (n + m - 2)) ** (-(n + m - 3) / 2)
    return Finding(squared**0.5, beyond)


@instruments.register(
    "Mean difference",
    formula=r"\bigl((\bar x-\bar y)^\top S^{-1}(\bar x-\bar y)\bigr)^{1/2}",
    source="Hotelling 1931",
    group="test",
    unit="spreads",
    better="lower",
    samples=TEST_SAMPLES,
    needs_modes=False,
    misleads="It sees the centre alone: a generator that puts every fake at the mean of the data "
    "passes as perfect.",
)
def mean_difference(samples: Samples) -> Finding:
    """How far the centre of the fakes lies from the centre of the real samples, in spreads of the
    data, with the p-value of Hotelling's test.
    """
    return hotelling(samples.real, samples.fake)


def nearest_sides(real: Tensor, fake: Tensor) -> Tensor:
    """For each of the points, real first, the index of its nearest other point: (n + m,)."""
    from scipy.spatial import cKDTree

    both = torch.cat([real, fake]).double().numpy()
    _, found = cKDTree(both).query(both, k=2)
    own = np.arange(len(both))
    # Of two points in one place either may come first.
    return torch.from_numpy(np.where(found[:, 0] == own, found[:, 1], found[:, 0]))


@instruments.register(
    "Nearest-neighbour test",
    formula=r"\frac{100}{2n}\sum_i\mathbf{1}\bigl[s_i=s_{\nu(i)}\bigr]",
    source="Lopez-Paz & Oquab 2017, section 4",
    group="test",
    unit="%",
    better="lower",
    samples=TEST_SAMPLES,
    needs_modes=False,
    misleads="Below 50 % is no better: then fakes lie closer to real samples than chance allows, "
    "as copies of the training data do.",
)
def neighbour_test(samples: Samples) -> Finding:
    """How often the nearest neighbour of a sample is of its own kind: 50 % when real and fake are
    mixed as one, 100 % when they lie apart. The p-value is by 499 random regroupings.
    """
    nearest = nearest_sides(samples.real, samples.fake)
    sides = permuted(len(samples.real), samples.rng("neighbour_test"))
    agree = (sides == sides[nearest]).double().mean(0)
    return Finding(100 * float(agree[0]), permutation_p(agree))
