"""Losses: what each player minimizes. One module per kind; their order here is the page's."""

from ganlab.gan.losses import classic, distances, divergences, relativistic  # noqa: F401 -- they register
from ganlab.gan.losses.entry import (
    Losses,
    Slopes,
    boundary,
    has_labels,
    loss,
    losses,
    of_pairs,
    with_encoder,
)

__all__ = [
    "Losses", "Slopes", "boundary", "has_labels", "loss", "losses", "of_pairs", "with_encoder",
]  # fmt: skip
