"""The phases of a step, as slow motion shows them: five for each player's update."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

GENERATOR, DISCRIMINATOR, BOTH = "generator", "discriminator", "both"
PLAYERS = (DISCRIMINATOR, GENERATOR)
NAMES = ("samples", "predictions", "loss", "gradients", "update")


@dataclass(frozen=True)
class Phase:
    """One phase that has just been played.

    `values()` gives what it produced: tensors and floats by name, in the networks' units. They are
    read from the engine's buffers, so call it before the next phase.

    samples      noise (n, dimension), x_fake (n, 2) made of it; for the discriminator x_real (n, 2)
    predictions  d_real, d_fake (n,), D's raw outputs; in the generator's turn, where it looks ahead
                 (`unroll`), those of the D that it foresees
    loss         loss, a float, penalties included; penalty, their part, where there are any
    gradients    gradient_norm; for the generator also x_gradients (n, 2) at the fakes; for the
                 discriminator slope_real, slope_fake (n,), how much each sample's output counts
    update       update_norm, the distance that the weights moved; weights, how many there are

    `turn` of `turns` is this update among those of its player in this step, from 1; with turns that
    end early `turns` is what it may be at most, until the last. `trial`: it will be
    taken back, for it only looks ahead.
    `last` says that all updates of the step have been played.
    """

    player: str
    name: str
    values: Callable[[], dict[str, Any]]
    turn: int = 1
    turns: int = 1
    last: bool = False
    trial: bool = False

    @property
    def index(self) -> int:
        """The phase's number within the update, 1 to 5."""
        return NAMES.index(self.name) + 1
