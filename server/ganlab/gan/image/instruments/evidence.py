"""Evidence: what the instruments of images look at.

An entry is a function `(evidence) -> Finding`, registered with `of="images"` and the words that
every instrument has. `needs_classes` says that the images must have classes, `needs_labels` that
the model must be told which one to make; `shows` what there is to be shown beside the value:
"shares" of classes, or "pairs" of images.

Fakes are held against the trained part of the data; what the held-out part scores in their place is
the floor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import torch
from torch import Tensor

from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.instruments.instrument import IMAGES, Finding, instruments
from ganlab.registry import Entry

SAMPLES = 1000  # a side, where the held-out part has twice as many
LEAST = 20  # fewer say nothing

E = TypeVar("E", bound=Callable[..., Finding])


@dataclass(frozen=True, eq=False)
class Sight:
    """n images as the classifier sees them: `pixels` uint8 (n, channels, height, width), `features`
    (n, FEATURES) and `probabilities` of the classes (n, classes), float64. `labels` (n,) are the
    classes that they were asked for, or are known to be of.
    """

    pixels: Tensor
    features: Tensor
    probabilities: Tensor
    labels: Tensor | None = None

    def __len__(self) -> int:
        return len(self.pixels)

    @property
    def guesses(self) -> Tensor:
        """The class that each is taken for (n,)."""
        return self.probabilities.argmax(1)

    def part(self, numbers: Tensor) -> Sight:
        """Some of them."""
        labels = None if self.labels is None else self.labels[numbers]
        return Sight(
            self.pixels[numbers], self.features[numbers], self.probabilities[numbers], labels
        )


@dataclass(frozen=True, eq=False)
class Gaussian:
    """The normal distribution with the mean (d,) and covariance (d, d) of many features."""

    mean: Tensor
    covariance: Tensor

    @classmethod
    def of(cls, x: Tensor) -> Gaussian:
        """Fitted to x (n, d), float64."""
        x = x.double()
        return cls(x.mean(0), torch.cov(x.T).reshape(x.shape[1], x.shape[1]))


@dataclass(frozen=True, eq=False)
class Evidence:
    """Fakes, and as many real images that were trained on. `reference` and `shares` (classes,) are
    of many more of these: their features, and how frequent each class is.
    """

    real: Sight
    fake: Sight
    reference: Gaussian
    shares: Tensor


def sample_size(images: ImageSet) -> int:
    """How many fakes are looked at: so many that two such samples of held-out images have none in
    common, or else what they score would vary too little.
    """
    return min(SAMPLES, images.held_out // 2)


def suits(entry: Entry, images: ImageSet, labelled: bool) -> bool:
    """Whether data and model allow an instrument; `labelled`: the model is told classes."""
    extras = entry.extras
    if extras.get("of") != IMAGES or sample_size(images) < LEAST:
        return False
    return (labelled or not extras["needs_labels"]) and (
        images.classes > 0 or not extras["needs_classes"]
    )


def instrument(
    label: str,
    *,
    needs_classes: bool = False,
    needs_labels: bool = False,
    shows: str = "",
    **words: Any,
) -> Callable[[E], E]:
    """Register an instrument of images."""
    decorate: Callable[[E], E] = instruments.register(
        label, group=IMAGES, of=IMAGES, samples=SAMPLES, needs_modes=False,
        needs_classes=needs_classes, needs_labels=needs_labels, shows=shows, **words,
    )  # fmt: skip
    return decorate
