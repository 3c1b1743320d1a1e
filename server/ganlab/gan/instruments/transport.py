"""Instruments of transport: how far the fakes must be carried to lie where real samples lie."""

from __future__ import annotations

import torch
from torch import Tensor

from ganlab.gan.instruments.instrument import Finding, Samples, instruments

EXACT_SAMPLES = 1000  # the assignment takes time that grows with their third power
DIRECTIONS = 128

_SLOW_TO_SHRINK = (
    "Its floor shrinks only slowly with more samples, and a few fakes far away weigh as much as "
    "many that are a little off."
)


def assignment_cost(real: Tensor, fake: Tensor, power: int) -> float:
    """The smallest mean of distance^power over all ways to pair real (n, 2) with fake (n, 2)."""
    from scipy.optimize import linear_sum_assignment

    cost = torch.cdist(real.double(), fake.double()).pow(power).numpy()
    rows, columns = linear_sum_assignment(cost)
    return float(cost[rows, columns].mean())


@instruments.register(
    "Wasserstein-1",
    formula=r"W_1=\min_\pi\frac{1}{n}\sum_i\lVert x_i-y_{\pi(i)}\rVert",
    source="Villani 2009; exact assignment by Jonker & Volgenant 1987",
    group="transport",
    unit="",
    better="lower",
    samples=EXACT_SAMPLES,
    needs_modes=False,
    misleads=_SLOW_TO_SHRINK,
)
def wasserstein_1(samples: Samples) -> Finding:
    """The earth mover's distance: how far each fake must be carried on average, in units of the
    plane, if each takes the place of one real sample. Exact on the samples.
    """
    return Finding(assignment_cost(samples.real, samples.fake, 1))


@instruments.register(
    "Wasserstein-2",
    formula=r"W_2=\Bigl(\min_\pi\frac{1}{n}\sum_i\lVert x_i-y_{\pi(i)}\rVert^2\Bigr)^{1/2}",
    source="Villani 2009; exact assignment by Jonker & Volgenant 1987",
    group="transport",
    unit="",
    better="lower",
    samples=EXACT_SAMPLES,
    needs_modes=False,
    misleads=_SLOW_TO_SHRINK,
)
def wasserstein_2(samples: Samples) -> Finding:
    """As Wasserstein-1, but far ways count more: the root of the mean squared distance by which
    the fakes must be carried. Exact on the samples.
    """
    return Finding(assignment_cost(samples.real, samples.fake, 2) ** 0.5)


@instruments.register(
    "Sliced Wasserstein",
    formula=r"\Bigl(\mathbb{E}_u\,W_2^2(u^\top x,\,u^\top y)\Bigr)^{1/2}",
    source="Bonneel et al. 2015",
    group="transport",
    unit="",
    better="lower",
    samples=5000,
    needs_modes=False,
    misleads="It sees shadows of the samples: shapes that look alike from most sides pass for "
    "nearly the same.",
)
def sliced_wasserstein(samples: Samples) -> Finding:
    """Wasserstein-2 of the shadows that the samples throw on lines of 128 directions. On a line the
    best pairing is by rank, so thousands of samples can be compared.
    """
    along = torch.randn(2, DIRECTIONS, generator=samples.rng("sliced_wasserstein")).double()
    along /= along.norm(dim=0)
    real, fake = ((x.double() @ along).sort(dim=0).values for x in (samples.real, samples.fake))
    return Finding(float((real - fake).square().mean().sqrt()))
