"""Multilayer perceptrons on one flat vector of weights, samples in columns.

Layer k holds a matrix (out, in + 1) whose last column is the bias; its input carries a last row of
ones, so that weights, bias and both their gradients are one matrix product.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

LEAK = 0.2  # slope of leaky ReLU below 0 (Radford et al. 2016)


def _elu_slope(h: Tensor) -> Tensor:
    return torch.where(h < 0, h + 1.0, 1.0)


def _elu_bend(h: Tensor) -> Tensor:
    return torch.where(h < 0, h + 1.0, 0.0)


@dataclass(frozen=True)
class Activation:
    """A nonlinearity with its derivatives, written in terms of its output h.

    `label` is its name for people; `forward_(a)` overwrites a by h; `backward_(d, h)` multiplies d
    by h'; `gain` is He's for initialization; `bend(h)` is h'', absent where that is zero almost
    everywhere.
    """

    label: str
    forward_: Callable[[Tensor], Tensor]
    backward_: Callable[[Tensor, Tensor], Tensor]
    gain: float
    bend: Callable[[Tensor], Tensor] | None = None


_aten = torch.ops.aten

ACTIVATIONS = {
    "relu": Activation(
        "ReLU",
        torch.relu_,
        lambda d, h: d.mul_(h.sign()),  # h is never negative
        math.sqrt(2.0),
    ),
    "leaky_relu": Activation(
        "Leaky ReLU",
        lambda a: torch.nn.functional.leaky_relu_(a, LEAK),
        lambda d, h: _aten.leaky_relu_backward.grad_input(d, h, LEAK, True, grad_input=d),
        math.sqrt(2.0 / (1.0 + LEAK**2)),
    ),
    "tanh": Activation(
        "Tanh",
        torch.tanh_,
        lambda d, h: _aten.tanh_backward.grad_input(d, h, grad_input=d),
        1.0,
        lambda h: -2.0 * h * (1.0 - h * h),
    ),
    "sigmoid": Activation(
        "Sigmoid",
        torch.sigmoid_,
        lambda d, h: _aten.sigmoid_backward.grad_input(d, h, grad_input=d),
        1.0,
        lambda h: h * (1.0 - h) * (1.0 - 2.0 * h),
    ),
    "elu": Activation(
        "ELU",
        torch.nn.functional.elu_,
        lambda d, h: d.mul_(_elu_slope(h)),
        math.sqrt(2.0),
        _elu_bend,
    ),
}

_PURE: dict[str, Callable[[Tensor], Tensor]] = {
    "relu": torch.relu,
    "leaky_relu": lambda a: torch.nn.functional.leaky_relu(a, LEAK),
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "elu": torch.nn.functional.elu,
}


def _he(fan_in: int, _: int, gain: float) -> float:
    return gain / math.sqrt(fan_in)


def _xavier(fan_in: int, fan_out: int, _: float) -> float:
    return math.sqrt(2.0 / (fan_in + fan_out))


def _gan_lab(fan_in: int, _: int, __: float) -> float:
    return 1.0 / math.sqrt(fan_in)


# Standard deviation of a layer's normal weights from (fan_in, fan_out, gain); biases start at 0.
INITIALIZATIONS: dict[str, Callable[[int, int, float], float]] = {
    "he": _he,  # He et al. 2015, equation 10
    "xavier": _xavier,  # Glorot & Bengio 2010, equation 12
    "gan_lab": _gan_lab,  # as in GAN Lab's source
}


def places(name: str, layers: Sequence[Tensor]) -> Iterator[tuple[str, Tensor]]:
    """Weights and bias of each layer, (out, in) and (out,), with what they are called in a file."""
    for k, layer in enumerate(layers):
        yield f"{name}.{k}.weight", layer[:, :-1]
        yield f"{name}.{k}.bias", layer[:, -1]


@dataclass(frozen=True)
class Mlp:
    """The architecture of a network; its weights live elsewhere, in a flat vector (`size`,).

    `sizes` are the widths from input to output. With `fourier` = L > 0 the network sees, besides
    each coordinate x, sin(2ˡx) and cos(2ˡx) for l = 1 … L. `output` is "linear" or "tanh". The last
    `labels` inputs say a class and are no coordinates: no sinusoids, no slope in penalties.
    """

    sizes: tuple[int, ...]
    activation: str
    init: str = "he"
    output: str = "linear"
    fourier: int = 0
    spectral_norm: bool = False
    labels: int = 0

    @property
    def coordinates(self) -> int:
        """Inputs that are not labels."""
        return self.sizes[0] - self.labels

    @property
    def inputs(self) -> int:
        """Width of a sample."""
        return self.sizes[0]

    @property
    def widths(self) -> tuple[int, ...]:
        """Widths as the layers see them: the first counts the Fourier features."""
        return (self.sizes[0] + 2 * self.fourier * self.coordinates, *self.sizes[1:])

    @property
    def shapes(self) -> tuple[tuple[int, int], ...]:
        """(out, in + 1) of each layer."""
        w = self.widths
        return tuple((o, i + 1) for i, o in itertools.pairwise(w))

    @property
    def size(self) -> int:
        """Number of weights and biases."""
        return sum(o * i for o, i in self.shapes)

    def layers(self, flat: Tensor) -> list[Tensor]:
        """Views of the flat vector, one (out, in + 1) matrix per layer."""
        parts = torch.split(flat, [o * i for o, i in self.shapes])
        return [p.view(s) for p, s in zip(parts, self.shapes, strict=True)]

    def places(self, name: str, flat: Tensor) -> Iterator[tuple[str, Tensor]]:
        """The flat vector called `name`, tensor by tensor: what each is called in a file, and a
        view of it.
        """
        yield from places(name, self.layers(flat))

    def frequencies(self, like: Tensor) -> Tensor:
        """(coordinates·L, inputs): the matrix that multiplies each coordinate by 2ˡ, l = 1 … L."""
        eye = torch.eye(self.coordinates, self.inputs, device=like.device, dtype=like.dtype)
        return torch.cat([2.0**level * eye for level in range(1, self.fourier + 1)])

    def initial(self, rng: torch.Generator) -> Tensor:
        """Fresh weights, float64 on the CPU, so that every precision starts from the same ones."""
        std = INITIALIZATIONS[self.init]
        parts = []
        for k, (out, inputs) in enumerate(self.shapes):
            fan_in = inputs - 1
            if self.init == "gan_lab" and k == 0:
                fan_in = 2  # GAN Lab's first layer counts two inputs whatever the noise
            last = k == len(self.shapes) - 1
            scale = std(fan_in, out, 1.0 if last else ACTIVATIONS[self.activation].gain)
            matrix = torch.randn(out, inputs, generator=rng, dtype=torch.float64) * scale
            matrix[:, -1] = 0.0
            parts.append(matrix.reshape(-1))
        return torch.cat(parts)

    def features(self, x: Tensor) -> Tensor:
        """What the first layer sees of samples (inputs, n): themselves and their sinusoids."""
        if not self.fourier:
            return x
        angles = self.frequencies(x) @ x
        return torch.cat([x, angles.sin(), angles.cos()])

    def effective(self, layers: Sequence[Tensor]) -> list[Tensor]:
        """The layers as the network applies them: with spectral norm, weights (not biases) divided
        by their largest singular value, exactly (Miyato et al. 2018, equation 8).
        """
        if not self.spectral_norm:
            return list(layers)
        return [
            torch.cat([m[:, :-1] / torch.linalg.matrix_norm(m[:, :-1], 2), m[:, -1:]], 1)
            for m in layers
        ]

    @property
    def hidden_layers(self) -> int:
        """Layers of units between input and output."""
        return len(self.sizes) - 2

    def hidden(self, layers: Sequence[Tensor], x: Tensor, count: int) -> Tensor:
        """(inputs, n) → what the units of the `count`-th hidden layer put out, (width, n)."""
        h = self.features(x)
        for matrix in layers[:count]:
            h = _PURE[self.activation](torch.addmm(matrix[:, -1:], matrix[:, :-1], h))
        return h

    def forward(self, layers: Sequence[Tensor], x: Tensor) -> Tensor:
        """(inputs, n) → (outputs, n), differentiable in the effective layers and in x."""
        h = self.hidden(layers, x, self.hidden_layers)
        last = layers[-1]
        h = torch.addmm(last[:, -1:], last[:, :-1], h)
        return h.tanh() if self.output == "tanh" else h
