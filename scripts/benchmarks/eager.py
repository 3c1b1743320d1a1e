"""The yardstick: the same game as a plain PyTorch program, the way a tutorial writes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import softplus

Losses = tuple[Callable[[Tensor, Tensor], Tensor], Callable[[Tensor], Tensor]]  # D's and G's
Draw = Callable[[int, torch.Generator], Tensor]
PointPenalty = Callable[[nn.Module, Tensor, Tensor], Tensor]  # of (D, x_real, x_fake)

NON_SATURATING: Losses = (
    lambda d_real, d_fake: softplus(-d_real).mean() + softplus(d_fake).mean(),
    lambda d_fake: softplus(-d_fake).mean(),
)
WASSERSTEIN: Losses = (
    lambda d_real, d_fake: d_fake.mean() - d_real.mean(),
    lambda d_fake: -d_fake.mean(),
)


def mlp(inputs: int, hidden: int, width: int, outputs: int) -> nn.Sequential:
    """`hidden` ReLU layers of `width`, then a linear one."""
    layers: list[nn.Module] = []
    for _ in range(hidden):
        layers += [nn.Linear(inputs, width), nn.ReLU()]
        inputs = width
    return nn.Sequential(*layers, nn.Linear(inputs, outputs))


def r1(weight: float) -> PointPenalty:
    """γ/2 · E‖∇D(x)‖² at real samples (Mescheder et al. 2018, equation 9)."""

    def penalty(D: nn.Module, x_real: Tensor, _: Tensor) -> Tensor:
        return 0.5 * weight * _slope(D, x_real).square().sum(1).mean()

    return penalty


def gradient_penalty(weight: float) -> PointPenalty:
    """λ · E(‖∇D(x̂)‖ − 1)² between real and fake (Gulrajani et al. 2017, equation 3)."""

    def penalty(D: nn.Module, x_real: Tensor, x_fake: Tensor) -> Tensor:
        norm = _slope(D, torch.lerp(x_fake, x_real, torch.rand(len(x_real), 1))).norm(dim=1)
        value: Tensor = weight * (norm - 1).square().mean()
        return value

    return penalty


def _slope(D: nn.Module, x: Tensor) -> Tensor:
    x = x.detach().requires_grad_()
    slope: Tensor = torch.autograd.grad(D(x).sum(), x, create_graph=True)[0]
    return slope


class EagerGame:
    """A GAN with `nn.Sequential`, autograd and `torch.optim`; one update of each player a step."""

    def __init__(
        self,
        draw_data: Draw,
        *,
        hidden: int,
        width: int,
        batch: int,
        losses: Losses,
        penalty: PointPenalty | None,
        optimizer: Callable[[Any], torch.optim.Optimizer],
    ) -> None:
        self.draw_data = draw_data
        self.batch = batch
        self.G = mlp(2, hidden, width, 2)
        self.D = mlp(2, hidden, width, 1)
        self.d_loss, self.g_loss = losses
        self.penalty = penalty
        self.g_optimizer = optimizer(self.G.parameters())
        self.d_optimizer = optimizer(self.D.parameters())
        self.rng = torch.Generator().manual_seed(0)

    def step(self) -> None:
        """One update of D, then one of G."""
        x_real = self.draw_data(self.batch, self.rng)
        with torch.no_grad():
            x_fake = self.G(torch.randn(self.batch, 2))
        self.D.requires_grad_(True)
        loss = self.d_loss(self.D(x_real), self.D(x_fake))
        if self.penalty is not None:
            loss = loss + self.penalty(self.D, x_real, x_fake)
        self.d_optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.d_optimizer.step()

        self.D.requires_grad_(False)  # spares autograd the gradients that G's update ignores
        loss = self.g_loss(self.D(self.G(torch.randn(self.batch, 2))))
        self.g_optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.g_optimizer.step()
