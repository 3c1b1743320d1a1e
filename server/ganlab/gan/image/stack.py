"""Stacks: image networks built layer by layer, on one flat vector of weights; samples are rows.

A `Stack` is the architecture alone. What it learns and what it only remembers (running means, the
directions of spectral norm) are two flat vectors that live elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from ganlab.gan.image.layers.entry import Buffer, Pass, Shape, Weight, beside
from ganlab.gan.image.plan import Placed, ends_in, plan, table

WEIGHT_NAMES = ("weight", "bias")  # of a layer's tensors, in their order


def _he(weight: Weight, gain: float) -> float:
    return gain / math.sqrt(weight.fan_in) if weight.fan_in else 0.0


def _dcgan(weight: Weight, _: float) -> float:
    return 0.02 if weight.fan_in or weight.start else 0.0


# Standard deviation of fresh weights from themselves and the gain of what bends their sums.
INITIALIZATIONS: dict[str, Callable[[Weight, float], float]] = {
    "he": _he,  # He et al. 2015, equation 10
    "dcgan": _dcgan,  # Radford et al. 2016, section 4; norms as in the authors' program: N(1, 0.02)
}


class Stack:
    """The architecture of a network: `layers` [{"id", "params"}, …] on samples of shape `inputs`.

    Beside each sample it is told `labels` numbers: a class as zeros and a one, or a BiGAN's code.
    `shapes[0]` counts them in, unless a layer takes them up; `shapes[k]` is the shape after layer
    k, from 1. `size` is the length of the flat vector of weights, `counts` each layer's part of it,
    `buffers` the length of the vector of what is remembered. `numbers` is what all layers put out
    for one sample, `masks` what each dropout asks for one, `smallest_batch` how many samples
    training needs at least; `alone`: in training, too, each sample is taken for itself, and nothing
    is left to chance; `wanted` is the `outputs` asked for, `chosen` the layers and `init` the kind
    of first weights.
    Raises LayerError, a ConfigError that names the layer, where the layers do not fit together or
    something else than `outputs` comes out.
    """

    def __init__(
        self,
        layers: Sequence[Mapping[str, Any]],
        inputs: Shape,
        labels: int = 0,
        *,
        outputs: Shape | None = None,
        init: str = "he",
    ) -> None:
        self._placed: list[Placed] = list(plan(layers, inputs, labels))
        ends_in(self._placed, outputs)
        self.chosen = [{"id": layer["id"], "params": layer.get("params", {})} for layer in layers]
        self.init = init
        self._tells = labels > 0 and any(p.entry.extras.get("tells") for p in self._placed)
        self.inputs = inputs
        self.labels = labels
        self.wanted = outputs
        built = [p.layer for p in self._placed]
        self.shapes: list[Shape] = [self._placed[0].inputs, *(b.outputs for b in built)]
        self.counts = [p.weights for p in self._placed]
        self.size = sum(self.counts)
        self.numbers = sum(math.prod(shape) for shape in self.shapes[1:])
        self.masks = [b.mask for b in built if b.mask is not None]
        self.smallest_batch = 2 if any(b.compares for b in built) else 1
        self._weights: list[Weight] = [w for b in built for w in b.weights]
        self._buffers: list[Buffer] = [buffer for b in built for buffer in b.buffers]
        self.buffers = sum(b.size for b in self._buffers)
        self.alone = not self.buffers and not self.masks
        self._parts = _slices(len(b.weights) for b in built)
        self._buffer_parts = _slices(len(b.buffers) for b in built)

    @property
    def tensors(self) -> int:
        """How many tensors its weights are."""
        return len(self._weights)

    @property
    def buffer_tensors(self) -> int:
        """How many tensors what it remembers is."""
        return len(self._buffers)

    @property
    def outputs(self) -> Shape:
        """The shape of what it makes of one sample."""
        return self.shapes[-1]

    # The two vectors

    def layers(self, flat: Tensor) -> list[Tensor]:
        """Views of the flat weights (size,), one per tensor; see `Weight` for how they lie."""
        parts = torch.split(flat, [math.prod(w.shape) for w in self._weights])
        return [_view(part, w.shape) for part, w in zip(parts, self._weights, strict=True)]

    def places(self, name: str, flat: Tensor) -> Iterator[tuple[str, Tensor]]:
        """The flat weights called `name`, tensor by tensor: what each is called in a file, after
        its layer and its place there, and a view of it.
        """
        views = iter(self.layers(flat))
        for k, placed in enumerate(self._placed):
            for place, _ in enumerate(placed.layer.weights):
                yield f"{name}.{k}.{place}", next(views)

    def named(
        self, weights: Sequence[Tensor], buffers: Sequence[Tensor]
    ) -> Iterator[tuple[str, Tensor]]:
        """Weights and what is remembered, tensor by tensor, as PyTorch's modules in a row would
        name them: "3.weight", "3.bias", of a batch norm also "4.running_mean" and "4.running_var",
        of a spectral norm "5.weight_u". Shapes and meaning are PyTorch's.
        """
        for k, placed in enumerate(self._placed):
            for name, tensor in zip(WEIGHT_NAMES, weights[self._parts[k]], strict=False):
                yield f"{k}.{name}", tensor
            remembered = zip(placed.layer.buffers, buffers[self._buffer_parts[k]], strict=True)
            for buffer, tensor in remembered:
                yield f"{k}.{buffer.name}", tensor

    def parts(self, layer: int, tensors: Sequence[Tensor]) -> Sequence[Tensor]:
        """Those of the weights, one tensor each, that layer `layer` has, counted from 1."""
        return tensors[self._parts[layer - 1]]

    def buffer_views(self, flat: Tensor) -> list[Tensor]:
        """Views of the flat buffers (buffers,), as `forward` takes them."""
        return list(torch.split(flat, [b.size for b in self._buffers])) if self._buffers else []

    def initial(self, rng: torch.Generator) -> Tensor:
        """Fresh weights (size,), float64 on the CPU, so that every precision starts the same."""
        flat = torch.empty(self.size, dtype=torch.float64)
        spread = INITIALIZATIONS[self.init]
        places = zip(self.layers(flat), self._weights, self._gains(), strict=True)
        for view, weight, gain in places:
            std = spread(weight, gain)
            if std:
                view.normal_(weight.start, std, generator=rng)
            else:
                view.fill_(weight.start)
        return flat

    def fresh_buffers(self, rng: torch.Generator) -> Tensor:
        """What it remembers before anything happened (buffers,), float64 on the CPU."""
        flat = torch.empty(self.buffers, dtype=torch.float64)
        for view, buffer in zip(self.buffer_views(flat), self._buffers, strict=True):
            if buffer.direction:
                view.normal_(generator=rng)
                view.div_(view.norm())
            else:
                view.fill_(buffer.start)
        return flat

    def _gains(self) -> list[float]:
        """For each weight He's gain of the first nonlinearity behind it, 1 where a layer with a
        matrix, or the end, comes before one.
        """
        gains: list[float] = []
        gain = 1.0
        for placed in reversed(self._placed):
            built = placed.layer
            gains = [gain] * len(built.weights) + gains
            if built.gain is not None:
                gain = built.gain
            elif any(w.fan_in for w in built.weights):
                gain = 1.0
        return gains

    # What it computes

    def forward(
        self, weights: Sequence[Tensor], x: Tensor, labels: Tensor | None = None, *,
        buffers: Sequence[Tensor] = (), training: bool = False,
        masks: Callable[[Shape], Tensor] | None = None,
    ) -> Tensor:  # fmt: skip
        """(n, *inputs) and labels (n, labels) → (n, *outputs), differentiable in weights and x.

        In training, norms are by the batch, and `buffers` are written to; nothing else is.
        `masks(shape)` gives dropout its random numbers from 0 to 1.
        """
        return self.hidden(
            weights, x, len(self._placed), labels, buffers=buffers, training=training, masks=masks
        )

    def hidden(
        self, weights: Sequence[Tensor], x: Tensor, upto: int, labels: Tensor | None = None, *,
        buffers: Sequence[Tensor] = (), training: bool = False,
        masks: Callable[[Shape], Tensor] | None = None,
    ) -> Tensor:  # fmt: skip
        """As `forward`, what comes out of layer `upto`, counted from 1: (n, *shapes[upto])."""
        h, run = self._begin(x, labels, Pass(training, masks))
        for k in range(upto):
            parts = weights[self._parts[k]], buffers[self._buffer_parts[k]]
            h = self._placed[k].layer.forward(h, *parts, run)
        return h

    def every(
        self, weights: Sequence[Tensor], x: Tensor, labels: Tensor | None = None, *,
        buffers: Sequence[Tensor] = (),
    ) -> Iterator[Tensor]:  # fmt: skip
        """What comes out of each layer in turn, outside of training: (n, *shapes[k])."""
        h, run = self._begin(x, labels, Pass())
        for k, placed in enumerate(self._placed):
            parts = weights[self._parts[k]], buffers[self._buffer_parts[k]]
            h = placed.layer.forward(h, *parts, run)
            yield h

    def _begin(self, x: Tensor, labels: Tensor | None, run: Pass) -> tuple[Tensor, Pass]:
        """What goes into the first layer, with the labels where none takes them up later."""
        if not self._tells:
            return beside(x, labels), run
        run.told = labels
        return x, run

    def describe(self) -> list[dict[str, Any]]:
        """For each layer {"id", "label", "input", "output", "weights"}; shapes are lists."""
        return table(self._placed)


def _slices(counts: Iterable[int]) -> list[slice]:
    found, at = [], 0
    for count in counts:
        found.append(slice(at, at + count))
        at += count
    return found


def _view(part: Tensor, shape: Shape) -> Tensor:
    """A flat part as a tensor of this shape; that of a convolution with its second axis last in
    memory.
    """
    if len(shape) < 4:
        return part.view(shape)
    first, second, height, width = shape
    return part.view(first, height, width, second).permute(0, 3, 1, 2)
