"""Dynamics: who moves when within one round of the game.

An entry is a generator function `(table, d_steps, g_steps)` that plays one round through the
`Table` and yields the phases as they happen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from torch import Tensor

from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, Phase
from ganlab.registry import Registry

dynamics = Registry("dynamics", "Turns")
dynamic = dynamics.register


class Table(Protocol):
    """What a dynamics may do with the game."""

    def gradient(self, player: str) -> Iterator[Phase]:
        """Find a player's gradient at the present weights (phases 1 to 4)."""
        ...

    def update(self, player: str) -> Iterator[Phase]:
        """Apply the gradient found last (phase 5)."""
        ...

    def weights(self, player: str) -> Tensor:
        """The player's flat vector of weights, by reference."""
        ...


@dynamic(
    "Alternating",
    formula=r"\psi'=\psi-\eta\nabla_\psi L_D(\psi,\theta),\quad"
    r"\theta'=\theta-\eta\nabla_\theta L_G(\psi',\theta)",
    source="Goodfellow et al. 2014, algorithm 1",
)
def alternating(table: Table, d_steps: int, g_steps: int) -> Iterator[Phase]:
    """The discriminator moves first; the generator answers the discriminator that has moved."""
    for player, count in ((DISCRIMINATOR, d_steps), (GENERATOR, g_steps)):
        for _ in range(count):
            yield from table.gradient(player)
            yield from table.update(player)


@dynamic(
    "Simultaneous",
    formula=r"\psi'=\psi-\eta\nabla_\psi L_D(\psi,\theta),\quad"
    r"\theta'=\theta-\eta\nabla_\theta L_G(\psi,\theta)",
    source="Mescheder et al. 2017, equation 6",
)
def simultaneous(table: Table, d_steps: int, g_steps: int) -> Iterator[Phase]:
    """Both move at once: the generator answers the discriminator as it was before its move. Closer
    to the theory, and more given to circling.
    """
    before = table.weights(DISCRIMINATOR).clone()
    for _ in range(d_steps):  # fakes come from G as it was: G has not moved yet
        yield from table.gradient(DISCRIMINATOR)
        yield from table.update(DISCRIMINATOR)
    moved = table.weights(DISCRIMINATOR).clone()
    for _ in range(g_steps):
        table.weights(DISCRIMINATOR).copy_(before)
        yield from table.gradient(GENERATOR)
        table.weights(DISCRIMINATOR).copy_(moved)
        yield from table.update(GENERATOR)
