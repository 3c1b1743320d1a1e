"""Scalings of images: the numbers in which the networks see pixels of 0 to 255.

An entry is a function `() -> Range`: black becomes its `low`, white its `high`.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from ganlab.registry import Registry

image_scalings = Registry("image_scalings", "Pixels")
scaling = image_scalings.register


@dataclass(frozen=True)
class Range:
    """A straight line from pixels to what networks see, and back."""

    low: float
    high: float

    def seen(self, pixels: Tensor) -> Tensor:
        """uint8 pixels of any shape as float32, `low` to `high`."""
        return pixels.float() * ((self.high - self.low) / 255) + self.low

    def pixels(self, values: Tensor) -> Tensor:
        """uint8 pixels nearest to float values of any shape; what lies outside is cut off.

        A value that is not a number becomes black.
        """
        scaled = (values.float() - self.low) * (255 / (self.high - self.low))
        return scaled.nan_to_num(0.0).clamp(0, 255).round().to(torch.uint8)


@scaling("Black −1, white 1", formula=r"\frac{2x}{255}-1", source="Radford et al. 2016")
def symmetric() -> Range:
    """The networks see black as −1 and white as 1: the range of a generator that ends in tanh, and
    centred, which helps the discriminator. The usual choice for image GANs.
    """
    return Range(-1.0, 1.0)


@scaling("Black 0, white 1", formula=r"\frac{x}{255}")
def unit() -> Range:
    """The networks see black as 0 and white as 1: for a generator that ends in a sigmoid. One that
    ends in tanh has half of its range to spare and must learn not to use it.
    """
    return Range(0.0, 1.0)
