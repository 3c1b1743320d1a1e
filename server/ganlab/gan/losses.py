"""Losses: what each player minimizes, from the discriminator's logits of real and fake samples.

An entry is a function `(d_real, d_fake) -> (d_loss, g_loss)` of logits of shape (batch,), both
means over the batch. `slopes` may add the derivatives with respect to each logit in closed form,
which spares the training loop an autograd graph; without it autograd is asked. A keyword
`real_label` says that the loss has labels, which label smoothing can soften.

How D's raw output is read is said by two words: `probability=True` where its sigmoid is the
probability of "real", and `boundary`, the output at which its verdict turns from fake to real. A
loss with neither leaves D a score: higher is more real, and no value is a verdict by itself.
`pairs=True` says that G's loss depends on the logits of real samples, too.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import relu, softplus

from ganlab.registry import Entry, Registry

Losses = tuple[Tensor, Tensor]

losses = Registry("losses", "Loss")
loss = losses.register


@dataclass(frozen=True)
class Slopes:
    """Derivative of each sample's own term of a loss with respect to its logit.

    `d(d_real, d_fake)` gives those of D's loss for both kinds, `g(d_fake)` that of G's, or
    `g(d_fake, d_real)` where the loss is of pairs; all of the logits' shape. The mean over the
    batch is not in them: its 1/batch is the engine's to apply.
    """

    d: Callable[..., tuple[Tensor, Tensor]]
    g: Callable[..., Tensor]


def boundary(entry: Entry) -> float:
    """D's raw output between "fake" and "real"; 0 for a loss that draws no line."""
    return float(entry.extras.get("boundary", 0.0))


def of_pairs(entry: Entry) -> bool:
    """Whether G's loss compares each fake sample with real ones, which its turn must then draw."""
    return bool(entry.extras.get("pairs", False))


def has_labels(entry: Entry) -> bool:
    """Whether the loss compares D with labels (real = 1, fake = 0) that can be softened."""
    return "real_label" in inspect.signature(entry.function).parameters


def _cross_entropy_d(
    d_real: Tensor, d_fake: Tensor, *, real_label: float = 1.0
) -> tuple[Tensor, Tensor]:
    if real_label == 1.0:
        return torch.sigmoid(-d_real).neg_(), torch.sigmoid(d_fake)
    return torch.sigmoid(d_real) - real_label, torch.sigmoid(d_fake)


def _cross_entropy(d_real: Tensor, d_fake: Tensor, real_label: float) -> Tensor:
    """−E[y log σ(r) + (1 − y) log(1 − σ(r))] − E[log(1 − σ(f))], by softplus of the logits."""
    real = softplus(-d_real).mean()
    if real_label != 1.0:
        real = real_label * real + (1.0 - real_label) * softplus(d_real).mean()
    return real + softplus(d_fake).mean()


@loss(
    "Non-saturating",
    formula=r"L_D=-\mathbb{E}_x[\log D(x)]-\mathbb{E}_z[\log(1-D(G(z)))]"
    r"\qquad L_G=-\mathbb{E}_z[\log D(G(z))]",
    source="Goodfellow et al. 2014, section 3",
    probability=True,
    boundary=0.0,
    slopes=Slopes(_cross_entropy_d, lambda f: torch.sigmoid(-f).neg_()),
)
def non_saturating(d_real: Tensor, d_fake: Tensor, *, real_label: float = 1.0) -> Losses:
    """The generator tries to make the discriminator say "real". Its gradient is largest where D is
    sure that a sample is fake, so it learns even while it loses.
    """
    return _cross_entropy(d_real, d_fake, real_label), softplus(-d_fake).mean()


@loss(
    "Minimax",
    formula=r"L_D=-\mathbb{E}_x[\log D(x)]-\mathbb{E}_z[\log(1-D(G(z)))]"
    r"\qquad L_G=\mathbb{E}_z[\log(1-D(G(z)))]",
    source="Goodfellow et al. 2014, equation 1",
    probability=True,
    boundary=0.0,
    slopes=Slopes(_cross_entropy_d, lambda f: torch.sigmoid(f).neg_()),
)
def minimax(d_real: Tensor, d_fake: Tensor, *, real_label: float = 1.0) -> Losses:
    """The original game: the generator minimizes exactly what the discriminator maximizes. Where D
    is sure that a sample is fake, the gradient vanishes, and G stops learning.
    """
    return _cross_entropy(d_real, d_fake, real_label), -softplus(d_fake).mean()


def _least_squares_d(
    d_real: Tensor, d_fake: Tensor, *, real_label: float = 1.0
) -> tuple[Tensor, Tensor]:
    return d_real - real_label, d_fake


@loss(
    "Least squares",
    formula=r"L_D=\tfrac12\mathbb{E}_x[(d(x)-1)^2]+\tfrac12\mathbb{E}_z[d(G(z))^2]"
    r"\qquad L_G=\tfrac12\mathbb{E}_z[(d(G(z))-1)^2]",
    source="Mao et al. 2017, equation 9",
    boundary=0.5,
    slopes=Slopes(_least_squares_d, lambda f: f - 1.0),
)
def least_squares(d_real: Tensor, d_fake: Tensor, *, real_label: float = 1.0) -> Losses:
    """D's raw output should be 1 on real samples and 0 on fakes. Samples far from the target pull
    hard, even those on the right side, which keeps fakes near the data.
    """
    d_loss = 0.5 * (d_real - real_label).square().mean() + 0.5 * d_fake.square().mean()
    return d_loss, 0.5 * (d_fake - 1.0).square().mean()


@loss(
    "Hinge",
    formula=r"L_D=\mathbb{E}_x[(1-d(x))_+]+\mathbb{E}_z[(1+d(G(z)))_+]"
    r"\qquad L_G=-\mathbb{E}_z[d(G(z))]",
    source="Lim & Ye 2017",
    boundary=0.0,
    slopes=Slopes(
        lambda r, f: (-(r < 1.0).to(r.dtype), (f > -1.0).to(f.dtype)),
        lambda f: torch.full_like(f, -1.0),
    ),
)
def hinge(d_real: Tensor, d_fake: Tensor) -> Losses:
    """The discriminator stops pushing once a sample is on the right side by 1; the generator
    always pushes D's raw output up.
    """
    return relu(1.0 - d_real).mean() + relu(1.0 + d_fake).mean(), -d_fake.mean()


@loss(
    "Wasserstein",
    formula=r"L_D=\mathbb{E}_z[d(G(z))]-\mathbb{E}_x[d(x)]\qquad L_G=-\mathbb{E}_z[d(G(z))]",
    source="Arjovsky et al. 2017, equation 2",
    slopes=Slopes(
        lambda r, f: (
            torch.full_like(r, -1.0),
            torch.ones_like(f),
        ),
        lambda f: torch.full_like(f, -1.0),
    ),
)
def wasserstein(d_real: Tensor, d_fake: Tensor) -> Losses:
    """D's raw output measures how far apart real and fake samples are (the earth mover's distance).
    It only works with a rule that keeps D's slope small: weight clipping or gradient penalty.
    """
    return d_fake.mean() - d_real.mean(), -d_fake.mean()
