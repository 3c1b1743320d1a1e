"""Toy games of two numbers, on which the dynamics of the lab can be held against theory.

A `Toy` is a `Table`: the registered dynamics play it as they play the real game, with plain
gradient descent, in float64 and without any randomness.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import torch
from torch import Tensor

from ganlab.gan.dynamics import dynamics
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, PLAYERS, Phase

Field = Callable[[Tensor, Tensor], tuple[Tensor, Tensor]]
K = TypeVar("K")

_NODES = 64  # of the quadrature over instance noise: exact to 12 digits for |σψ| up to 10


class Toy:
    """A game of two numbers, D's and G's; a `ganlab.gan.dynamics.Table`.

    `field(d, g)` gives the gradients (∂L_D/∂d, ∂L_G/∂g) as 0-dimensional tensors, differentiable.
    `rate` is the learning rate of both; after its updates D's number is clipped to ±`limit`.
    """

    def __init__(
        self, field: Field, start: tuple[float, float], rate: float, limit: float | None = None
    ) -> None:
        self.field = field
        self.rate = rate
        self.limit = limit
        both = zip(PLAYERS, start, strict=True)
        self._places = {p: torch.tensor([x], dtype=torch.float64) for p, x in both}
        self._gradients = {p: torch.zeros_like(x) for p, x in self._places.items()}
        self._memory: dict[tuple[str, str], Tensor] = {}
        self._kept: tuple[dict[str, Tensor], dict[tuple[str, str], Tensor]] = ({}, {})

    # Playing and looking

    def play(
        self, rounds: int, dynamics_id: str = "alternating", params: Mapping[str, Any] | None = None
    ) -> Tensor:
        """Play rounds of one update each; where (D's, G's) number stood, (rounds + 1, 2)."""
        turn = dynamics[dynamics_id].bind(params or {})
        path = [self.place]
        for _ in range(rounds):
            self._kept = _copies(self._places), _copies(self._memory)
            for _ in turn(self, 1, 1):
                pass
            path.append(self.place)
        return torch.stack(path)

    @property
    def place(self) -> Tensor:
        """(D's, G's) number, (2,)."""
        return torch.cat([self._places[p] for p in PLAYERS])

    def jacobian(self, d: float = 0.0, g: float = 0.0) -> Tensor:
        """Of the flow (ḋ, ġ) = −(∂L_D/∂d, ∂L_G/∂g), (2, 2); its eigenvalues decide what happens
        near an equilibrium: it is stable where their real parts are negative.
        """
        point = torch.tensor([d, g], dtype=torch.float64, requires_grad=True)
        flow = [-slope for slope in self.field(point[0], point[1])]
        return torch.stack([torch.autograd.grad(x, point, retain_graph=True)[0] for x in flow])

    def eigenvalues(self, d: float = 0.0, g: float = 0.0) -> Tensor:
        """The two eigenvalues of `jacobian`, complex (2,)."""
        found: Tensor = torch.linalg.eigvals(self.jacobian(d, g))
        return found

    # What a dynamics may do

    def gradient(self, player: str) -> Iterator[Phase]:
        """Find a player's gradient where both stand."""
        self._gradients[player].copy_(self._field()[PLAYERS.index(player)])
        return iter(())

    def joint(self, weight: float) -> dict[str, Iterator[Phase]]:
        """Both gradients of L + weight·½‖v‖²: v + weight·Jᵀv, where J is the Jacobian of v."""
        v = self._field()
        slope = -self.jacobian(*self.place.tolist())
        found = v + weight * (slope.t() @ v)

        def show(player: str, value: Tensor) -> Iterator[Phase]:
            self._gradients[player].copy_(value)
            yield from ()

        return {p: show(p, x) for p, x in zip(PLAYERS, found, strict=True)}

    def gradient_norm(self, player: str) -> float:
        """The size of the gradient found last."""
        return float(self._gradients[player].abs())

    def update(self, player: str) -> Iterator[Phase]:
        """One step of gradient descent."""
        self.advance(player)
        return self.settle(player)

    def advance(self, player: str) -> None:
        """One step of gradient descent, without the limit."""
        self._places[player].sub_(self._gradients[player], alpha=self.rate)

    def settle(self, player: str) -> Iterator[Phase]:
        """Apply the limit."""
        if player == DISCRIMINATOR and self.limit is not None:
            self._places[player].clamp_(-self.limit, self.limit)
        return iter(())

    def final(self, player: str) -> None:
        """Nobody counts the updates of a toy."""

    def weights(self, player: str) -> Tensor:
        """A player's number, (1,), by reference."""
        return self._places[player]

    def put(self, player: str, weights: Tensor) -> None:
        """Place a player elsewhere."""
        self._places[player].copy_(weights)

    def memory(self, player: str, name: str) -> Tensor:
        """A number that outlives the round, (1,), by reference; 0 at first."""
        fresh = torch.zeros(1, dtype=torch.float64)
        return self._memory.setdefault((player, name), fresh)

    def again(self) -> None:
        """Put everything back as the round began."""
        places, memory = self._kept
        self._places, self._memory = _copies(places), _copies(memory)

    def _field(self) -> Tensor:
        d, g = (self._places[p][0] for p in (DISCRIMINATOR, GENERATOR))
        return torch.stack(self.field(d, g))


def bilinear(start: tuple[float, float] = (1.0, 0.0), rate: float = 0.1) -> Toy:
    """The bilinear game min over x, max over y of xy: D holds x and moves first, G holds y.

    Source: Mescheder et al. 2017, section 4; Daskalakis et al. 2018, section 1.
    """
    return Toy(lambda x, y: (y, -x), start, rate)


def _copies(tensors: dict[K, Tensor]) -> dict[K, Tensor]:
    return {k: v.clone() for k, v in tensors.items()}


def _logistic(t: Tensor) -> Tensor:
    """f'(t) of f(t) = −log(1 + e^−t)."""
    return torch.sigmoid(-t)


@dataclass(frozen=True)
class DiracLoss:
    """A loss of the Dirac-GAN: f'(t) as D feels it, and as G does, t being D's output at a fake."""

    d: Callable[[Tensor], Tensor]
    g: Callable[[Tensor], Tensor]


DIRAC_LOSSES = {
    "minimax": DiracLoss(_logistic, _logistic),
    "non_saturating": DiracLoss(_logistic, lambda t: _logistic(-t)),
    "wasserstein": DiracLoss(torch.ones_like, torch.ones_like),
}


def dirac(
    start: tuple[float, float] = (1.0, 1.0),
    rate: float = 0.1,
    *,
    loss: str = "minimax",
    penalty: float = 0.0,
    target: float = 0.0,
    noise: float = 0.0,
    limit: float | None = None,
) -> Toy:
    """The Dirac-GAN of Mescheder et al. 2018, section 2: all real samples are at 0, all fakes at θ,
    and D(x) = ψx. D holds ψ, G holds θ; with f(t) = −log(1 + e^−t), or t for the Wasserstein loss,
    L_D = −E[f(ψ(θ + ε))] − E[f(−ψε₀)] + penalty/2·(|ψ| − target)² and L_G = E[f(ψ(θ + ε))].

    penalty  γ: with target 0 it is R1, R2 and the zero-centred penalty, which are one here
    target   g₀, the slope that is not punished: 1 for WGAN-GP
    noise    σ of the instance noise ε, ε₀ ~ N(0, σ²)
    limit    |ψ| ≤ limit: weight clipping
    """
    slope = DIRAC_LOSSES[loss]
    nodes, weights = np.polynomial.hermite_e.hermegauss(_NODES)
    epsilon = torch.from_numpy(nodes) * noise
    share = torch.from_numpy(weights / weights.sum())

    def mean(values: Tensor) -> Tensor:
        return (share * values).sum()

    def field(psi: Tensor, theta: Tensor) -> tuple[Tensor, Tensor]:
        fake = theta + epsilon
        d = mean(-slope.d(psi * fake) * fake + slope.d(-psi * epsilon) * epsilon)
        pull = penalty * (psi - target * psi.sign())
        return d + pull, mean(slope.g(psi * fake) * psi)

    return Toy(field, start, rate, limit)
