"""Draws: what a game's players are given to work with, labels beside it where the model has some.

A label is a row of zeros with a one at its class, behind the sample's or the noise's own numbers.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn.functional import one_hot

from ganlab.gan.plane.target import Distribution

Prior = Callable[[int, torch.Generator], Tensor]


class Draws:
    """Real samples and noise. With `classes` = 0 nothing stands beside them."""

    def __init__(self, plane: Distribution, prior: Prior, dimension: int, classes: int) -> None:
        self.plane = plane
        self.dimension = dimension
        self.classes = classes
        self._prior = prior

    def data(self, n: int, rng: torch.Generator) -> Tensor:
        """n real samples in plane units with their labels, (n, 2 + classes)."""
        if not self.classes:
            return self.plane.sample(n, rng)
        x, labels = self.plane.sample_labelled(n, rng)
        return torch.cat([x, self.rows(labels)], 1)

    def noise(self, n: int, rng: torch.Generator) -> Tensor:
        """n inputs of G: noise, and labels as frequent as the data's, (n, dimension + classes)."""
        z = self._prior(n, rng)
        if not self.classes:
            return z
        return torch.cat([z, self.rows(self.plane.sample_labelled(n, rng)[1])], 1)

    def rows(self, labels: Tensor) -> Tensor:
        """Classes (n,) → rows of zeros and a one (n, classes)."""
        return one_hot(labels, self.classes).float()

    def label(self, label: int, n: int) -> Tensor:
        """n rows of one class (n, classes)."""
        return self.rows(torch.full((n,), label, dtype=torch.int64))

    def asked(self, z: Tensor, label: int) -> Tensor:
        """Inputs of G as `noise` gives them, or noise alone, all asked for one class."""
        return torch.cat([z[:, : self.dimension], self.label(label, len(z))], 1)

    def labels(self, z: Tensor) -> Tensor:
        """The class (n,) that each input of G asks for."""
        return z[:, self.dimension :].argmax(1)
