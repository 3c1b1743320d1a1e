"""A user's own module: one loss, one distribution and one metric, registered and nothing else."""

import torch
from torch import Tensor

from ganlab.gan.losses import loss
from ganlab.gan.plane.distributions import distribution, square
from ganlab.gan.plane.metrics import Evaluation, metric
from ganlab.registry import param


@loss("Toy loss", formula=r"L_D=\mathbb{E}[e^{-d(x)}]+\mathbb{E}[e^{d(G(z))}]")
def toy_loss(
    d_real: Tensor, d_fake: Tensor, *, sharpness: float = param(0.5, 0.1, 2.0, label="Sharpness")
) -> tuple[Tensor, Tensor]:
    """An exponential loss."""
    real, fake = torch.exp(-sharpness * d_real), torch.exp(sharpness * d_fake)
    return real.mean() + fake.mean(), torch.exp(-sharpness * d_fake).mean()


@distribution("Toy diamond", extent=lambda *, size: square(size))
def toy_diamond(n: int, rng: torch.Generator, *, size: float = param(1.0, 0.1, 2.0)) -> Tensor:
    """Points inside a diamond."""
    u = torch.rand(n, 2, generator=rng) - 0.5
    return size * torch.stack([u[:, 0] + u[:, 1], u[:, 0] - u[:, 1]], 1)


@metric("Toy distance", unit="plane units", better="lower", samples=5000, needs_modes=False)
def toy_distance(evaluation: Evaluation) -> float:
    """How far the fakes' mean is from the data's."""
    return float((evaluation.fake.mean(0) - evaluation.real.mean(0)).norm())
