"""The classifier two-sample test: can a small network learn to tell fakes from real samples?"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from ganlab.gan.instruments.instrument import Finding, Samples, instruments

HIDDEN, EPOCHS, RATE = 20, 200, 0.02  # 20 rectified units, as in the paper


def _train(x: Tensor, label: Tensor, rng: torch.Generator) -> list[Tensor]:
    """Weights of a network with one hidden layer, trained on x (n, 2) and label (n,) by Adam."""
    shapes = ((2, HIDDEN), (HIDDEN,), (HIDDEN, 1), (1,))
    weights = [torch.randn(s, generator=rng) * (2 / s[0]) ** 0.5 * (len(s) > 1) for s in shapes]
    # Kinks all over the data, so that small structures can be seen from the start.
    weights[1] = torch.rand(HIDDEN, generator=rng) * 4 - 2
    for w in weights:
        w.requires_grad_()
    optimizer = torch.optim.Adam(weights, lr=RATE)
    with torch.enable_grad():
        for _ in range(EPOCHS):
            optimizer.zero_grad()
            binary_cross_entropy_with_logits(_score(x, weights), label).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return weights


def _score(x: Tensor, weights: list[Tensor]) -> Tensor:
    first, bias, second, offset = weights
    return ((x @ first + bias).relu() @ second + offset)[:, 0]


@instruments.register(
    "Classifier test",
    formula=r"\frac{100}{n}\sum_i\mathbf{1}\bigl[c(x_i)=s_i\bigr]",
    source="Lopez-Paz & Oquab 2017, section 3",
    group="test",
    unit="%",
    better="lower",
    samples=1000,
    needs_modes=False,
    misleads="It is as sharp as its network of 20 units: fine structure, such as modes that came "
    "out too wide, may escape it, and 50 % then proves nothing.",
)
def classifier_test(samples: Samples) -> Finding:
    """A new network of 20 hidden units learns to tell half of the fakes from half of the real
    samples, and is then asked about the other half: 50 % correct when they cannot be told apart,
    100 % when always. The p-value is that of so many correct by guessing.
    """
    rng = samples.rng("classifier_test")
    x = torch.cat([samples.real, samples.fake]).float()
    x = ((x - samples.real.mean(0)) / samples.real.std(0).clamp_min(1e-12)).clamp(-100, 100)
    label = torch.cat([torch.ones(len(samples.real)), torch.zeros(len(samples.fake))])
    order = torch.randperm(len(x), generator=rng)
    train, ask = order.tensor_split(2)
    weights = _train(x[train], label[train], rng)
    with torch.no_grad():
        right = int(((_score(x[ask], weights) > 0) == (label[ask] > 0.5)).sum())
    n = len(ask)
    score = (right - 0.5 - n / 2) / (n / 4) ** 0.5  # half a count for continuity
    return Finding(100 * right / n, 0.5 * math.erfc(score / 2**0.5))
