"""Instruments that count cells or modes: the metrics of the picture, mode histogram, and V*."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import torch
from torch import Tensor

from ganlab.gan.instruments.instrument import Finding, Samples, instruments
from ganlab.gan.plane.metrics import MODE_SAMPLES, Evaluation, cell_counts, metrics
from ganlab.registry import Entry


def _measure(samples: Samples, measure: Callable[[Evaluation], float]) -> Finding:
    evaluation = Evaluation(samples.real, samples.fake, samples.extent, samples.mixture)
    return Finding(float(measure(evaluation)))


def adopt(entry: Entry) -> None:
    """Make an instrument of a metric; its words are the metric's own."""
    examine = partial(_measure, measure=entry.function)
    examine.__doc__ = entry.help
    group = "coverage" if entry.extras["needs_modes"] else "divergence"
    words = {"formula": entry.formula, "source": entry.source}
    instruments.register(entry.label, id=entry.id, group=group, **words, **entry.extras)(examine)


for _metric in metrics:
    if "needs" not in _metric.extras:  # labels or codes are not sent to where instruments look
        adopt(_metric)


@instruments.register(
    "Mode reverse KL",
    formula=r"\sum_k q_k\log\frac{q_k}{p_k}",
    source="Metz et al. 2017; Lin et al. 2018",
    group="coverage",
    unit="nats",
    better="lower",
    samples=MODE_SAMPLES,
    needs_modes=True,
    misleads="It counts every fake for its nearest mode, however far away: noise all over the "
    "plane scores well.",
)
def mode_kl(samples: Samples) -> Finding:
    """How unevenly the fakes are shared among the modes. One mode kept of K gives log K; a perfect
    sampler of n fakes still gives (K − 1)/2n, as counts vary by chance.
    """
    mixture = samples.mixture
    assert mixture is not None, "only asked of mixtures"
    mode, _ = mixture.nearest(samples.fake)
    q = torch.bincount(mode, minlength=len(mixture)).double() / len(mode)
    return Finding(float(torch.xlogy(q, q / mixture.weights).sum()))


def jsd_nats(real: Tensor, fake: Tensor) -> float:
    """Jensen–Shannon divergence in nats from counts in the same cells, with the bias of finite
    samples taken off.

    Miller and Madow's correction: an entropy estimated from n samples in K cells that are not
    empty is too small by (K − 1)/2n. It may come out a little below 0.
    """
    p, q = real / real.sum(), fake / fake.sum()
    both = real + fake
    plain = _entropy(both / both.sum()) - (_entropy(p) + _entropy(q)) / 2
    mixed = (_filled(both) - 1) / (2 * float(both.sum()))
    own = sum((_filled(c) - 1) / (2 * float(c.sum())) for c in (real, fake))
    return plain + mixed - own / 2


def _entropy(shares: Tensor) -> float:
    return -float(torch.xlogy(shares, shares).sum())


def _filled(counts: Tensor) -> int:
    return int((counts > 0).sum())


@instruments.register(
    "Value of the best D",
    formula=r"V^{*}=-\log 4+2\,\mathrm{JSD}",
    source="Goodfellow et al. 2014, theorem 1",
    group="divergence",
    unit="nats",
    better="lower",
    samples=5000,
    needs_modes=False,
    misleads="It is what some discriminator could reach, not what this one does; inside a cell of "
    "the 30 × 30 grid real and fake samples may still be told apart.",
)
def optimal_value(samples: Samples) -> Finding:
    """What the best possible discriminator would score against these fakes: −log 4 when nothing can
    be told apart, 0 when everything can. Minus this is the least cross-entropy loss that any D can
    have. The divergence is counted in 30 × 30 cells, with the bias of finite samples taken off.
    """
    real, fake = (cell_counts(x, samples.extent).double() for x in (samples.real, samples.fake))
    return Finding(-math.log(4) + 2 * jsd_nats(real, fake))
