"""Nonlinearities: what bends the sums of the layer before, number by number."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.nn import functional

from ganlab.gan.image.layers.entry import Layer, Pass, Shape, layer
from ganlab.gan.mlp import LEAK
from ganlab.registry import param

_HALF = math.sqrt(2.0)  # He's gain where about half of the numbers pass


def _each(inputs: Shape, bend: Callable[[Tensor], Tensor], gain: float) -> Layer:
    def forward(x: Tensor, _: Sequence[Tensor], __: Sequence[Tensor], ___: Pass) -> Tensor:
        return bend(x)

    return Layer(inputs, forward, gain=gain)


@layer("ReLU", formula=r"y=\max(x,0)", source="Nair & Hinton 2010", kind="activation")
def relu(inputs: Shape) -> Layer:
    """Lets positive numbers pass and makes negative ones 0."""
    return _each(inputs, torch.relu, _HALF)


@layer("Leaky ReLU", formula=r"y=\max(x,\alpha x)", source="Maas et al. 2013", kind="activation")
def leaky_relu(
    inputs: Shape,
    *,
    slope: float = param(
        LEAK, 0.0, 1.0, label="Slope", help="What negative numbers are multiplied by."
    ),
) -> Layer:
    """As ReLU, but negative numbers only become smaller: no unit stops learning for good. In D it
    leaves a gradient to G wherever the fakes are.
    """
    gain = math.sqrt(2.0 / (1.0 + slope**2))  # He et al. 2015, equation 15
    return _each(inputs, lambda x: functional.leaky_relu(x, slope), gain)


@layer("ELU", formula=r"y=\max(x,0)+\min(e^x-1,0)", source="Clevert et al. 2016", kind="activation")
def elu(inputs: Shape) -> Layer:
    """As ReLU, with a smooth way down to −1 for negative numbers."""
    return _each(inputs, functional.elu, _HALF)


@layer("GELU", formula=r"y=x\,\Phi(x)", source="Hendrycks & Gimpel 2016", kind="activation")
def gelu(inputs: Shape) -> Layer:
    """A ReLU without a corner: each number times the probability that a normal one is smaller."""
    return _each(inputs, functional.gelu, _HALF)


@layer(
    "SiLU", formula=r"y=x\,\sigma(x)", source="Ramachandran et al. 2017 (Swish)", kind="activation"
)
def silu(inputs: Shape) -> Layer:
    """A ReLU without a corner, also called Swish: each number times its sigmoid."""
    return _each(inputs, functional.silu, _HALF)


@layer("Softplus", formula=r"y=\log(1+e^x)", kind="activation")
def softplus(inputs: Shape) -> Layer:
    """A ReLU without a corner that is always above 0."""
    return _each(inputs, functional.softplus, _HALF)


@layer("Tanh", formula=r"y=\tanh x", kind="activation")
def tanh(inputs: Shape) -> Layer:
    """Squeezes numbers between −1 and 1: the last layer of G where pixels go from −1 to 1."""
    return _each(inputs, torch.tanh, 1.0)


@layer("Sigmoid", formula=r"y=1/(1+e^{-x})", kind="activation")
def sigmoid(inputs: Shape) -> Layer:
    """Squeezes numbers between 0 and 1: the last layer of G where pixels go from 0 to 1. D needs
    none at its end: its losses take the number before it.
    """
    return _each(inputs, torch.sigmoid, 1.0)
