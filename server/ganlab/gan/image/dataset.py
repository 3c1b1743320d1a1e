"""ImageSet: the pictures that a generator learns to imitate, and what can be counted of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

Shape = tuple[int, int, int]  # channels, height, width


@dataclass(frozen=True, eq=False)
class Attribute:
    """Something that is known of every picture beside its class: `values` (n,) int64 from 0."""

    values: Tensor
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ImageSet:
    """Pictures with their classes, never written to. Raises ValueError for what does not fit.

    The last `held_out` pictures are for measuring and are never trained on. In a set of pairs
    `inputs` has for each picture the one that it is to be made from.
    """

    images: Tensor  # (n, channels, height, width) uint8, CPU
    labels: Tensor | None = None  # (n,) int64 from 0
    names: tuple[str, ...] = ()  # of the classes; () without labels
    held_out: int = 0
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    inputs: Tensor | None = None  # (n, channels, height, width) uint8, CPU

    def __post_init__(self) -> None:
        if self.images.dtype != torch.uint8 or self.images.dim() != 4:
            raise ValueError(f"expected uint8 (n, c, h, w), got {self.images.dtype}")
        if self.inputs is not None and (
            self.inputs.dtype != torch.uint8 or self.inputs[:, :1].shape != self.images[:, :1].shape
        ):
            raise ValueError(f"expected inputs of the pictures' size, got {self.inputs.shape}")
        if not 0 <= self.held_out < len(self.images):
            raise ValueError(f"{self.held_out} of {len(self.images)} pictures cannot be held out")
        if (self.labels is None) != (not self.names):
            raise ValueError("expected labels together with names")
        if self.labels is not None:
            _check(self.labels, self.names, len(self.images))
        for attribute in self.attributes.values():
            _check(attribute.values, attribute.names, len(self.images))

    def __len__(self) -> int:
        return len(self.images)

    @property
    def shape(self) -> Shape:
        """(channels, height, width) of every picture."""
        channels, height, width = self.images.shape[1:]
        return channels, height, width

    @property
    def classes(self) -> int:
        """How many classes there are; 0 without labels."""
        return len(self.names)

    @property
    def trained(self) -> int:
        """How many pictures, the first ones, are for training."""
        return len(self.images) - self.held_out

    def statistics(self) -> dict[str, Any]:
        """What the page shows of the set, as JSON.

        `counts` has, class by class, the pictures of the whole set; `least`, `greatest` and `mean`
        are of all pixel values, 0 to 255.
        """
        counts = () if self.labels is None else torch.bincount(self.labels, minlength=self.classes)
        tally = torch.bincount(self.images.flatten(), minlength=256).double()
        values = tally.nonzero()[:, 0]
        return {
            "examples": len(self),
            "held_out": self.held_out,
            "shape": list(self.shape),
            "names": list(self.names),
            "counts": [int(count) for count in counts],
            "attributes": {name: list(a.names) for name, a in self.attributes.items()},
            "least": int(values[0]),
            "greatest": int(values[-1]),
            "mean": float(tally @ torch.arange(256.0).double() / tally.sum()),
        }


def _check(values: Tensor, names: tuple[str, ...], n: int) -> None:
    if values.shape != (n,) or values.dtype != torch.int64:
        raise ValueError(f"expected {n} int64, got {tuple(values.shape)} {values.dtype}")
    if not 0 <= int(values.min()) <= int(values.max()) < len(names):
        raise ValueError(f"expected numbers below {len(names)}, got others")
