"""Densities: models of the data by maximum likelihood, beside the GAN, which has no likelihood.

An entry is a function `(points, seed, *, …params) -> Fitted`: points (n, 2) float64, centred, with
a mean variance of 1 along the axes. `survey` brings data to that form and what was found back to
plane units. Nothing here needs torch, and scikit-learn is imported when a model is fitted: both
take seconds.
"""

from __future__ import annotations

import json
import math
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab.registry import ConfigError, Registry, param

Values = NDArray[np.float64]

TRAINED_ON = 2000  # samples that a model is fitted to
HELD_OUT = 5000  # other samples that it is judged by
SIDE = 128  # cells along each edge of the picture
FARTHEST = 60_000.0  # nats, within float16: what has no density at all is drawn as this

densities = Registry("densities", "Density model")
density = densities.register


@dataclass(frozen=True)
class Fitted:
    """A density: `log_density` (m, 2) → (m,) in nats per unit of area, and its kernel's width."""

    log_density: Callable[[Values], Values]
    bandwidth: float | None = None


@dataclass(frozen=True)
class Chosen:
    """A density model with all its parameters; equal to another with the same ones."""

    id: str
    words: str  # the parameters as JSON

    @classmethod
    def of(cls, entry_id: str, params: Mapping[str, Any]) -> Chosen:
        """The entry with these parameters, defaults filling in. Raises ConfigError."""
        filled = densities[entry_id].fill(params)
        return cls(entry_id, json.dumps(filled, sort_keys=True))

    @property
    def params(self) -> dict[str, Any]:
        """Every parameter by name."""
        found: dict[str, Any] = json.loads(self.words)
        return found


@dataclass(frozen=True)
class Survey:
    """What a fitted model says: of the plotted square, and of samples it has not seen.

    `grid` (128, 128) float16: negative log-likelihood at cell centres, nats, row 0 at y_min.
    `facts`: "held_out", mean log-likelihood of held-out samples in nats, None where one of them
    has no density at all; "error", its standard error; "bandwidth" in plane units, of kernels.
    """

    grid: NDArray[np.float16]
    facts: dict[str, float | None]


def survey(
    chosen: Chosen, points: Values, held_out: Values, extent: Sequence[float], seed: int
) -> Survey:
    """Fit a model to points (n, 2) and look at it; `extent` is the plotted square."""
    points, held_out = np.asarray(points, np.float64), np.asarray(held_out, np.float64)
    centre = points.mean(0)
    scale = float(np.sqrt(points.var(0).mean())) or 1.0
    with warnings.catch_warnings():  # of what has not converged: it is shown as it came out
        warnings.simplefilter("ignore")
        fitted = densities[chosen.id].function((points - centre) / scale, seed, **chosen.params)

    def log_density(x: Values) -> Values:
        found: Values = fitted.log_density((x - centre) / scale) - 2 * math.log(scale)
        return found

    grid = np.clip(-log_density(cells(extent)), -FARTHEST, FARTHEST)
    values = log_density(held_out)
    known = bool(np.isfinite(values).all())
    facts: dict[str, float | None] = {
        "held_out": float(values.mean()) if known else None,
        "error": float(values.std() / math.sqrt(len(values))) if known else None,
    }
    if fitted.bandwidth is not None:
        facts["bandwidth"] = fitted.bandwidth * scale
    return Survey(grid.reshape(SIDE, SIDE).astype(np.float16), facts)


def cells(extent: Sequence[float]) -> Values:
    """Centres of 128 × 128 cells over the square, row by row from y_min: (16384, 2)."""
    x_min, x_max, y_min, y_max = extent
    at = (np.arange(SIDE) + 0.5) / SIDE
    x, y = np.meshgrid(x_min + at * (x_max - x_min), y_min + at * (y_max - y_min))
    return np.stack([x.ravel(), y.ravel()], 1)


_SHAPES = {
    "full": "Full",
    "diag": "Diagonal",
    "spherical": "Spherical",
}
_STARTS = 5  # of the fit, from different places: the likelihood has many local maxima
_LEAST_VARIANCE = 1e-9  # of the data's: a Gaussian that shrinks onto one sample stops there


@density(
    "Gaussian mixture",
    formula=r"p(x)=\sum_{k=1}^{K}\pi_k\,\mathcal{N}(x;\mu_k,\Sigma_k)",
    source="Dempster et al. 1977; scikit-learn, GaussianMixture",
)
def gaussian_mixture(
    points: Values,
    seed: int,
    *,
    components: int = param(8, 1, 30, help="How many Gaussians are added up."),
    covariance: str = param(
        "full",
        choices=_SHAPES,
        help="Which shapes a Gaussian may have: full is any ellipse, diagonal one along the axes, "
        "spherical a circle.",
    ),
) -> Fitted:
    """A sum of Gaussians, placed so that the samples become as likely as possible (expectation
    maximization, the best of five starts). With as many Gaussians as the data has modes it is hard
    to beat in the plane; it needs a formula for the density, which a GAN does without.
    """
    from sklearn.mixture import GaussianMixture

    model = GaussianMixture(
        components, covariance_type=covariance, n_init=_STARTS, max_iter=300,
        reg_covar=_LEAST_VARIANCE, random_state=seed,
    )  # fmt: skip
    return Fitted(model.fit(points).score_samples)


_RULES = {
    "likelihood": "Likelihood",
    "scott": "Scott",
    "silverman": "Silverman",
}
_KERNELS = {
    "gaussian": "Gaussian",
    "exponential": "Exponential",
    "epanechnikov": "Parabola",
    "tophat": "Flat disc",
}
_FOLDS = 4
# Bandwidths that held-out likelihood chooses among, as multiples of Scott's: 1/64 to 2.
_LADDER = tuple(2.0 ** (rung / 3) for rung in range(-18, 4))


@density(
    "Kernel density",
    formula=r"p(x)=\frac{1}{n}\sum_{i=1}^{n}K_h(x-x_i)",
    source="Parzen 1962; Scott 1992; scikit-learn, KernelDensity",
)
def kernel_density(
    points: Values,
    seed: int,
    *,
    bandwidth: str = param(
        "likelihood",
        choices=_RULES,
        help="How the width of the hills is found. In the plane the rules of Scott and Silverman "
        "are the same, n^(-1/6) standard deviations: right for one Gaussian, too wide for many "
        "narrow ones. Likelihood tries widths on samples that were set aside.",
    ),
    factor: float = param(
        1.0, 0.1, 10.0, log=True, label="Width ×", help="Multiplies the bandwidth that was found."
    ),
    kernel: str = param(
        "gaussian",
        choices=_KERNELS,
        help="The shape of the hill. The parabola (Epanechnikov) and the flat disc end at their "
        "width: beyond it the density is 0.",
    ),
) -> Fitted:
    """A small hill on every sample, all added up (Parzen windows). Only the width of the hills is
    to be chosen: too narrow, and it knows nothing but the samples; too wide, and modes run into
    each other.
    """
    width = _BANDWIDTHS[bandwidth](points, seed, kernel) * factor
    return Fitted(_kernels(points, width, kernel), width)


def _kernels(points: Values, width: float, kernel: str) -> Callable[[Values], Values]:
    from sklearn.neighbors import KernelDensity

    # One leaf for all: with more, scikit-learn's sums are off by hundreds of nats in the far tails.
    model = KernelDensity(bandwidth=width, kernel=kernel, leaf_size=len(points))
    score: Callable[[Values], Values] = model.fit(points).score_samples
    return score


def _scott(points: Values, _: int = 0, __: str = "") -> float:
    """n^(-1 / (d + 4)) standard deviations; these are 1."""
    n, d = points.shape
    return float(n ** (-1 / (d + 4)))


def _silverman(points: Values, _: int, __: str) -> float:
    """(n (d + 2) / 4)^(-1 / (d + 4)) standard deviations: in the plane the same as Scott's."""
    n, d = points.shape
    return float((n * (d + 2) / 4) ** (-1 / (d + 4)))


def _likeliest(points: Values, seed: int, kernel: str) -> float:
    """The rung of the ladder under which a part of the samples is likeliest, given the others.

    A sample out of every kernel's reach counts as -1,000 nats: one alone does not decide.
    """
    part = np.random.default_rng(seed).permutation(len(points)) % _FOLDS
    folds = [(points[part != k], points[part == k]) for k in range(_FOLDS)]

    def score(width: float) -> float:
        found = [_kernels(seen, width, kernel)(unseen) for seen, unseen in folds]
        return float(np.maximum(np.concatenate(found), -1000.0).sum())

    widths: list[float] = [rung * _scott(points) for rung in _LADDER]
    return max(widths, key=score)


_BANDWIDTHS: dict[str, Callable[[Values, int, str], float]] = {
    "likelihood": _likeliest,
    "scott": _scott,
    "silverman": _silverman,
}


def check(document: Mapping[str, Any]) -> Chosen:
    """The choice in {"id", "params"}. Raises ConfigError with a field below "density"."""
    try:
        return Chosen.of(document["id"], document["params"])
    except ConfigError as error:
        raise error.inside("density") from None
