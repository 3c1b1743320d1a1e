"""Instruments of likelihood: of the fakes under the data, and of real samples under the fakes."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from ganlab.gan.instruments.instrument import Finding, Samples, instruments

WIDTHS = 10  # of windows that are tried
LEAST = -100.0  # log density that a sample far from everything counts with


@instruments.register(
    "Log-density of fakes",
    formula=r"\frac{1}{n}\sum_j\log p(y_j)",
    source="Theis et al. 2016",
    group="likelihood",
    unit="nats",
    better="higher",
    samples=5000,
    needs_modes=True,
    misleads="The best score of all has a generator that makes one sample, the most likely one; "
    "lost modes cost nothing.",
)
def log_density(samples: Samples) -> Finding:
    """How likely the fakes are under the data, whose density is known exactly. A perfect sampler
    scores minus the entropy of the data. A fake far from everything counts with −100.
    """
    assert samples.mixture is not None, "only asked of mixtures"
    found = samples.mixture.log_density(samples.fake.double())
    return Finding(float(found.nan_to_num(LEAST).clamp_min(LEAST).mean()))


def parzen(points: Tensor, centres: Tensor, width: float) -> Tensor:
    """log density at points (n, 2) of equal Gaussian windows at centres (m, 2): (n,), float64."""
    squared = torch.cdist(points.double(), centres.double()).square()
    windows = -squared / (2 * width * width) - math.log(2 * math.pi * width * width)
    return torch.logsumexp(windows, dim=1) - math.log(len(centres))


def best_width(points: Tensor, centres: Tensor, scale: float) -> float:
    """The width of windows, out of ten from 1/100 to once the scale, that suits points best."""

    def score(width: float) -> float:
        return float(parzen(points, centres, width).clamp_min(LEAST).mean())

    widths: list[float] = (scale * torch.logspace(-2, 0, WIDTHS)).tolist()
    return max(widths, key=score)


@instruments.register(
    "Parzen log-likelihood",
    formula=r"\frac{1}{n}\sum_i\log\frac{1}{n}\sum_j\mathcal{N}(x_i;\,y_j,\,h^2)",
    source="Goodfellow et al. 2014, section 5; Breuleux et al. 2011",
    group="likelihood",
    unit="nats",
    better="higher",
    samples=1000,
    needs_modes=False,
    misleads="The windows blur what the generator makes: one that is sharp and right can score "
    "below one that is blurred, and copies of the data score best.",
)
def parzen_likelihood(samples: Samples) -> Finding:
    """How likely real samples are under the generator, whose density is guessed by a small Gaussian
    window at each fake. Other real samples choose the width h of the windows. A real sample far
    from all fakes counts with −100.
    """
    scale = float(samples.real.double().std(0).mean())
    width = best_width(samples.held_out, samples.fake, max(scale, 1e-12))
    found = parzen(samples.real, samples.fake, width)
    return Finding(float(found.clamp_min(LEAST).mean()))
