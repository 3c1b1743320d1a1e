"""What an entry of the layers is: a function from the shape of a sample to a layer built for it.

An entry is a function `(inputs, *, …) -> Layer` of the shape that one sample has before the layer;
it allocates nothing, and raises `Misfit` with the reason where the layer cannot stand. An entry
with `joins=True` is a function `(inputs, skipped, *, …)`, where `skipped` is the shape that the
last open `skip` remembers, or None; one with `tells=True` a function `(inputs, labels, *, …)` of
how many numbers the network is told, which then do not stand beside its input. `kind` is what it is
for, by which the page groups entries: "weights", "size", "norm", "activation" or "form".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from ganlab.registry import Registry

Shape = tuple[int, ...]  # of one sample: (features,) or (channels, height, width)

layers = Registry("layers", "Layer")
layer = layers.register


class Misfit(ValueError):
    """Why a layer cannot stand where it does, in plain words."""


@dataclass(frozen=True)
class Weight:
    """A tensor that is learned. Fresh ones of a matrix are normal around 0, with a spread that
    depends on `fan_in`, how many numbers each of its sums adds up; all others begin at `start`.

    A matrix of a convolution has shape (·, ·, height, width) and lies in memory with its second
    axis last, as the fast convolutions want it.
    """

    shape: Shape
    fan_in: float = 0.0
    start: float = 0.0


@dataclass(frozen=True)
class Buffer:
    """A vector (size,) that is remembered, not learned: it begins at `start`, or as a random
    direction of length 1. In files it has the name that PyTorch's own modules give it.
    """

    name: str
    size: int
    start: float = 0.0
    direction: bool = False


@dataclass
class Pass:
    """What a forward pass has besides the samples.

    `uniform(shape)` gives random numbers from 0 to 1. `kept` are the samples that were remembered
    and not joined yet. `told` are the rows that a network is told, where a layer takes them up.
    """

    training: bool = False
    uniform: Callable[[Shape], Tensor] | None = None
    kept: list[Tensor] = field(default_factory=list)
    told: Tensor | None = None


Forward = Callable[[Tensor, Sequence[Tensor], Sequence[Tensor], Pass], Tensor]


@dataclass(frozen=True)
class Layer:
    """A layer built for samples of one shape.

    `forward(x, weights, buffers, run)` takes (n, *inputs) to (n, *outputs); in training it may
    write to the buffers. `gain` is He's for a nonlinearity; `mask` is the shape of the random
    numbers that one sample needs in training. `remembers`: a `joins` layer must follow.
    `compares`: in training the values of a channel must be more than one. `work` is how many
    numbers it multiplies or compares for one sample, where these are many.
    """

    outputs: Shape
    forward: Forward
    weights: tuple[Weight, ...] = ()
    buffers: tuple[Buffer, ...] = ()
    gain: float | None = None
    mask: Shape | None = None
    remembers: bool = False
    compares: bool = False
    work: int = 0


def beside(x: Tensor, labels: Tensor | None) -> Tensor:
    """Samples (n, features) or (n, channels, height, width) with rows (n, k) beside them: as more
    features, or as k more channels, each constant (Mirza & Osindero 2014; Radford et al. 2016).
    Images beside images are more channels as they are.
    """
    if labels is None:
        return x
    if x.dim() > labels.dim():
        labels = labels[:, :, None, None].expand(-1, -1, *x.shape[2:])
    return torch.cat([x, labels], 1)


def words(shape: Shape) -> str:
    """A shape as people say it."""
    if len(shape) == 1:
        return f"{shape[0]:,} number" + "s" * (shape[0] != 1)
    channels, height, width = shape
    return f"{channels} channel{'s' * (channels != 1)} of {height}×{width} pixels"


def flat(inputs: Shape) -> int:
    """The number of features of a flat sample; Misfit for an image."""
    if len(inputs) != 1:
        raise Misfit(f"it takes a row of numbers and gets {words(inputs)}; flatten them before it")
    return inputs[0]


def image(inputs: Shape) -> tuple[int, int, int]:
    """(channels, height, width) of an image; Misfit for a flat sample."""
    if len(inputs) != 3:
        raise Misfit(f"it takes an image and gets {words(inputs)}; reshape them before it")
    channels, height, width = inputs
    return channels, height, width
