"""Minibatch discrimination: a perceptron that compares the samples of a batch with each other.

Behind its last hidden layer f(x) it holds a tensor T: M = f(x)·T has `kernels` rows of `dims`
numbers. For each kernel b it finds how close the sample is to the others of its batch,
o(xᵢ)_b = 1/n·Σⱼ exp(−‖M_{i,b} − M_{j,b}‖₁), and hands that to the output beside f(x).
Source: Salimans et al. 2016, section 3.2; there o is the sum over the batch, here the mean, so that
it means the same in a batch of any size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from ganlab.gan.mlp import Mlp


@dataclass(frozen=True)
class Comparing(Mlp):
    """An `Mlp` with minibatch discrimination. Its last but one layer is T, (kernels·dims, in + 1);
    the bias there shifts all samples alike and so has no effect.
    """

    kernels: int = 1
    dims: int = 1

    @property
    def shapes(self) -> tuple[tuple[int, int], ...]:
        """(out, in + 1) of each layer."""
        *hidden, (out, inputs) = super().shapes
        return (*hidden, (self.kernels * self.dims, inputs), (out, inputs + self.kernels))

    def initial(self, rng: torch.Generator) -> Tensor:
        """As an `Mlp`'s, with T so small that two samples are about 1 apart: closer or further
        away, exp(−distance) would hardly change.
        """
        flat = super().initial(rng)
        self.layers(flat)[-2].div_(self.dims)
        return flat

    def forward(
        self, layers: Sequence[Tensor], x: Tensor,
        among: Tensor | None = None, own_share: float = 0.0,
    ) -> Tensor:  # fmt: skip
        """(inputs, n) → (outputs, n), each compared with those in `among` (inputs, m), the batch
        itself where that is None; `own_share` of what it is compared with is itself.
        """
        h = self.hidden(layers, x, self.hidden_layers)
        others = h if among is None else self.hidden(layers, among, self.hidden_layers)
        own, theirs = (self._rows(layers[-2], f) for f in (h, others))
        distance = (own.unsqueeze(-1) - theirs.unsqueeze(-2)).abs().sum(1)  # (kernels, n, m)
        close = torch.exp(-distance).mean(-1)
        close = own_share + (1.0 - own_share) * close
        last = layers[-1]
        return torch.addmm(last[:, -1:], last[:, :-1], torch.cat([h, close]))

    def _rows(self, matrix: Tensor, features: Tensor) -> Tensor:
        """M (kernels, dims, n)."""
        found = torch.addmm(matrix[:, -1:], matrix[:, :-1], features)
        return found.view(self.kernels, self.dims, -1)
