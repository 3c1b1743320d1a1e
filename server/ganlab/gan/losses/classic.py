"""The losses that everybody knows: cross-entropy in two ways, least squares, hinge."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import relu, softplus

from ganlab.gan.losses.entry import Losses, Slopes, loss


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
    cross_entropy=True,
    boundary=0.0,
    mirrored=True,
    minimizes="2·JSD(p, q) − log 4; but G's gradient is that of KL(q ‖ p) − 2·JSD(p, q) (Arjovsky "
    "& Bottou 2017, theorem 2.5)",
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
    cross_entropy=True,
    boundary=0.0,
    mirrored=True,
    minimizes="2·JSD(p, q) − log 4, with JSD the Jensen–Shannon divergence: the distance d_F with "
    "φ = log, for F all functions from 0 to 1",
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
    mirrored=True,
    minimizes="⅛·χ²(p + q ‖ 2q) − ¼, where χ²(p + q ‖ 2q) = ∫(p − q)²/(p + q) is a Pearson "
    "divergence (Mao et al. 2017, theorem 1)",
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
    mirrored=True,
    minimizes="2·TV(p, q) − 2, with TV the total variation: half of the area between p and q",
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
