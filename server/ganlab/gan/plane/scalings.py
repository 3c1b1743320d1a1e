"""Scalings: the units in which the networks see the plane.

An entry is a function `(mean, std, extent) -> (centre, scale)`; networks see (x - centre) / scale.
`mean` (2,) is the data's mean, `std` its standard deviation (the root of the two axes' mean
variance), `extent` the plotted square (x_min, x_max, y_min, y_max), all in plane units. The scale
is one number for both axes, so that the picture keeps its shape.
"""

from __future__ import annotations

import torch
from torch import Tensor

from ganlab.gan.plane.distributions import Extent
from ganlab.registry import Registry

scalings = Registry("scalings", "Scaling")
scaling = scalings.register


@scaling("Standardized", formula=r"\frac{x-\mu}{\sigma}")
def standard(mean: Tensor, std: float, _extent: Extent) -> tuple[Tensor, float]:
    """The networks see the data shifted to mean 0 and shrunk to standard deviation 1, the range in
    which they learn best, however large or far off the data is. The picture keeps its own units.
    """
    return mean, std


@scaling("Plot as -1 to 1", formula=r"\frac{x-c}{w/2}")
def range(_mean: Tensor, _std: float, extent: Extent) -> tuple[Tensor, float]:  # the id
    """The networks see the plotted square as -1 to 1 on both axes: what a generator that ends in
    tanh can reach is then exactly the square that you see.
    """
    x_min, x_max, y_min, y_max = extent
    return torch.tensor([(x_min + x_max) / 2, (y_min + y_max) / 2]), (x_max - x_min) / 2


@scaling("As it is", formula="x", source="Kahng et al. 2018")
def none(_mean: Tensor, _std: float, _extent: Extent) -> tuple[Tensor, float]:
    """The networks see the plane's own coordinates, as in GAN Lab. Data far from 0, or much larger
    or smaller than 1, is then harder to learn.
    """
    return torch.zeros(2), 1.0
