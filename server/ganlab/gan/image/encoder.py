"""A generator of images with its encoder as one network on one flat vector, [G | E].

Optimizers, averages and files see a network like any other. Lists of tensors begin with the
generator's, so that its stack takes them as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from ganlab.gan.image.layers.entry import Shape
from ganlab.gan.image.stack import Stack


@dataclass(frozen=True)
class WithEncoder:
    """The architecture of both."""

    generator: Stack
    encoder: Stack

    @property
    def size(self) -> int:
        """Number of weights of both."""
        return self.generator.size + self.encoder.size

    @property
    def numbers(self) -> int:
        """What all layers of both put out for one sample."""
        return self.generator.numbers + self.encoder.numbers

    @property
    def smallest_batch(self) -> int:
        """How many samples training needs at least."""
        return max(self.generator.smallest_batch, self.encoder.smallest_batch)

    def layers(self, flat: Tensor) -> list[Tensor]:
        """Views of the flat weights, the generator's first."""
        parts = torch.split(flat, [self.generator.size, self.encoder.size])
        return self.generator.layers(parts[0]) + self.encoder.layers(parts[1])

    def places(self, name: str, flat: Tensor) -> Iterator[tuple[str, Tensor]]:
        """As of a `Stack`; the encoder's tensors are called after it."""
        parts = torch.split(flat, [self.generator.size, self.encoder.size])
        yield from self.generator.places(name, parts[0])
        yield from self.encoder.places(f"{name}.encoder", parts[1])

    def initial(self, rng: torch.Generator) -> Tensor:
        """Fresh weights; the generator's are those it would have without an encoder."""
        return torch.cat([self.generator.initial(rng), self.encoder.initial(rng)])

    def fresh_buffers(self, rng: torch.Generator) -> Tensor:
        """What both remember before anything happened."""
        return torch.cat([self.generator.fresh_buffers(rng), self.encoder.fresh_buffers(rng)])

    def buffer_views(self, flat: Tensor) -> list[Tensor]:
        """Views of what is remembered, the generator's first."""
        parts = torch.split(flat, [self.generator.buffers, self.encoder.buffers])
        return self.generator.buffer_views(parts[0]) + self.encoder.buffer_views(parts[1])

    def encode(
        self, weights: Sequence[Tensor], x: Tensor, *, buffers: Sequence[Tensor] = (),
        training: bool = False, masks: Callable[[Shape], Tensor] | None = None,
    ) -> Tensor:  # fmt: skip
        """Images (n, channels, height, width) → codes (n, dimension)."""
        return self.encoder.forward(
            weights[self.generator.tensors :], x,
            buffers=buffers[self.generator.buffer_tensors :], training=training, masks=masks,
        )  # fmt: skip


Network = Stack | WithEncoder


def painter(net: Network) -> Stack:
    """The network itself, or the generator of two."""
    return net.generator if isinstance(net, WithEncoder) else net
