"""A generator with its encoder as one network on one flat vector, [G | E].

Optimizers, averages and files see a network like any other; `forward` is the generator's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from ganlab.gan.mlp import Mlp, places


@dataclass(frozen=True)
class WithEncoder:
    """The architecture of both; what it has in common with an `Mlp` is the generator's."""

    generator: Mlp
    encoder: Mlp
    spectral_norm: bool = False

    @classmethod
    def mirroring(cls, generator: Mlp) -> WithEncoder:
        """With an encoder built as the generator is, from samples to noise; its codes are free."""
        sizes = tuple(reversed(generator.sizes))
        return cls(generator, Mlp(sizes, generator.activation, generator.init))

    @property
    def sizes(self) -> tuple[int, ...]:
        """Widths of the generator from input to output."""
        return self.generator.sizes

    @property
    def hidden_layers(self) -> int:
        """Of the generator."""
        return self.generator.hidden_layers

    @property
    def size(self) -> int:
        """Number of weights and biases of both."""
        return self.generator.size + self.encoder.size

    def layers(self, flat: Tensor) -> list[Tensor]:
        """Views of the flat vector: the generator's layers, then the encoder's."""
        parts = torch.split(flat, [self.generator.size, self.encoder.size])
        return self.generator.layers(parts[0]) + self.encoder.layers(parts[1])

    def places(self, name: str, flat: Tensor) -> Iterator[tuple[str, Tensor]]:
        """As of an `Mlp`: the generator's layers, then the encoder's."""
        yield from places(name, self.layers(flat))

    def initial(self, rng: torch.Generator) -> Tensor:
        """Fresh weights; the generator's are those it would have without an encoder."""
        return torch.cat([self.generator.initial(rng), self.encoder.initial(rng)])

    def effective(self, layers: Sequence[Tensor]) -> list[Tensor]:
        """The layers as the networks apply them."""
        return list(layers)

    def forward(self, layers: Sequence[Tensor], x: Tensor) -> Tensor:
        """Noise (dimension, n) → samples (2, n)."""
        return self.generator.forward(layers[: len(self.generator.shapes)], x)

    def hidden(self, layers: Sequence[Tensor], x: Tensor, count: int) -> Tensor:
        """What the units of the generator's `count`-th hidden layer put out (width, n)."""
        return self.generator.hidden(layers, x, count)

    def encode(self, layers: Sequence[Tensor], x: Tensor) -> Tensor:
        """Samples (2, n) → codes (dimension, n)."""
        return self.encoder.forward(layers[len(self.generator.shapes) :], x)


Network = Mlp | WithEncoder
