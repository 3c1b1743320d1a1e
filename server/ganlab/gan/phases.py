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

    samples      x_real, x_fake (n, 2)
    predictions  d_real, d_fake (n,), logits
    loss         loss, a float, penalties included
    gradients    gradient_norm; for the generator also x_gradients (n, 2) at the fakes
    update       update_norm, the distance that the weights moved
    """

    player: str
    name: str
    values: Callable[[], dict[str, Any]]

    @property
    def index(self) -> int:
        """The phase's number within the update, 1 to 5."""
        return NAMES.index(self.name) + 1
