"""A network's forward, backward and penalty passes as lists of bound operations on fixed buffers.

Calling the operations of a program in turn is all that training does. Nothing is allocated and
no graph is built, which for small networks is most of the time: 8 to 10 times faster than eager
autograd at width 8. Samples stand in columns; see `ganlab.gan.mlp` for the layout.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import torch
from torch import Tensor

from ganlab.gan.mlp import ACTIVATIONS, Mlp
from ganlab.gan.turn import PenaltyFunction

Program = list[Callable[[], object]]
_aten = torch.ops.aten


def run(program: Program) -> None:
    """Carry out a program."""
    for operation in program:
        operation()


class Workspace:
    """Buffers of one network for n samples at a time.

    `inputs[k]` is what layer k sees, (width + 1, n), its last row ones; `delta[k]` the gradient
    with respect to layer k's sums, (width, n); `delta[-1]` is where the gradient of the output is
    put in. `raw` is the view of `inputs[0]` that takes the samples, `d_raw` their gradient.
    """

    def __init__(self, net: Mlp, layers: Sequence[Tensor], n: int) -> None:
        like = layers[0]
        self.net = net
        self.layers = list(layers)
        self.matrices = [m[:, :-1] for m in layers]
        self.inputs = [like.new_ones(w + 1, n) for w in net.widths[:-1]]
        self.output = like.new_zeros(net.widths[-1], n)
        self.delta = [like.new_zeros(w, n) for w in net.widths[1:]]
        self.raw = self.inputs[0][: net.inputs]
        self.d_raw = like.new_zeros(net.inputs, n)
        self._activation = ACTIVATIONS[net.activation]
        if net.fourier:
            self._frequencies = net.frequencies(like)
            self._angles = like.new_zeros(self._frequencies.shape[0], n)
            self._d_features = like.new_zeros(net.widths[0], n)

    def _sinusoids(self, columns: slice) -> tuple[Tensor, Tensor]:
        rows = self._frequencies.shape[0]
        i = self.net.inputs
        first = self.inputs[0]
        return first[i : i + rows, columns], first[i + rows : i + 2 * rows, columns]

    def forward(self, columns: slice) -> Program:
        """From `raw` to `output`."""
        program: Program = []
        if self.net.fourier:
            sines, cosines = self._sinusoids(columns)
            angles = self._angles[:, columns]
            program += [
                partial(torch.mm, self._frequencies, self.raw[:, columns], out=angles),
                partial(torch.sin, angles, out=sines),
                partial(torch.cos, angles, out=cosines),
            ]
        last = len(self.layers) - 1
        for k, matrix in enumerate(self.layers):
            out = self.output[:, columns] if k == last else self.inputs[k + 1][:-1, columns]
            program.append(partial(torch.mm, matrix, self.inputs[k][:, columns], out=out))
            if k < last:
                program.append(partial(self._activation.forward_, out))
            elif self.net.output == "tanh":
                program.append(partial(torch.tanh_, out))
        return program

    def backward(
        self, columns: slice, *, gradients: Sequence[Tensor] = (), to_raw: bool
    ) -> Program:
        """From `delta[-1]` to the gradients of the layers, where given, and to `d_raw`."""
        program: Program = []
        top = self.delta[-1][:, columns]
        if self.net.output == "tanh":
            out = self.output[:, columns]
            program.append(partial(_aten.tanh_backward.grad_input, top, out, grad_input=top))
        return program + self._descend(top, columns, gradients, to_raw=to_raw)

    def _descend(
        self, top: Tensor, columns: slice, gradients: Sequence[Tensor] = (), *, to_raw: bool
    ) -> Program:
        """From `top`, the gradient of the last layer's sums, down through the layers."""
        program: Program = []
        delta = top
        for k in range(len(self.layers) - 1, -1, -1):
            seen = self.inputs[k][:, columns]
            if gradients:
                program.append(partial(torch.mm, delta, seen.t(), out=gradients[k]))
            if k > 0:
                below = self.delta[k - 1][:, columns]
                program.append(partial(torch.mm, self.matrices[k].t(), delta, out=below))
                program.append(partial(self._activation.backward_, below, seen[:-1]))
                delta = below
        return program + (self._to_raw(delta, columns) if to_raw else [])

    def _to_raw(self, delta: Tensor, columns: slice) -> Program:
        out = self.d_raw[:, columns]
        if not self.net.fourier:
            return [partial(torch.mm, self.matrices[0].t(), delta, out=out)]
        sines, cosines = self._sinusoids(columns)
        d_features = self._d_features[:, columns]
        i, rows = self.net.inputs, sines.shape[0]

        def gather() -> None:
            d_angles = d_features[i : i + rows] * cosines - d_features[i + rows :] * sines
            torch.addmm(d_features[:i], self._frequencies.t(), d_angles, out=out)

        return [partial(torch.mm, self.matrices[0].t(), delta, out=d_features), gather]

    def penalty(
        self, columns: slice, derivative: PenaltyFunction, gradients: Sequence[Tensor],
        squared_norm: Tensor,
    ) -> Program:  # fmt: skip
        """Add the weights' gradient of mean φ(‖∇ₓD‖²) at the samples last sent `forward`.

        With v = 2φ'·∇ₓD, the derivative of a sample's penalty by ∇ₓD, its gradient is that of
        v·∇ₓD at fixed v: the derivative of D along v. So a second forward pass carries v through
        the network (tangents), and each layer's gradient is its delta times the tangent below
        (Pearlmutter 1994), plus, for activations that bend, a term with their second derivative.
        The 2 of v, and the mean's 1/n, are factors of the products at the end.
        """
        n = squared_norm.shape[0]
        tangents = [self.layers[0].new_zeros(w, n) for w in self.net.widths[:-1]]
        d_raw = self.d_raw[: self.net.coordinates, columns]

        def direction() -> None:
            torch.sum(d_raw * d_raw, 0, out=squared_norm)
            self._tangent_features(d_raw, derivative(squared_norm), columns, tangents[0])

        deltas = [*(d[:, columns] for d in self.delta[:-1]), self.output.new_ones(1, n)]
        program = [*self._descend(deltas[-1], columns, to_raw=True), direction]
        sums, passes = self._tangent_forward(columns, tangents)
        program += passes
        for delta, tangent, gradient in zip(deltas, tangents, gradients, strict=True):
            product = partial(gradient[:, :-1].addmm_, delta, tangent.t(), alpha=2.0 / n)
            program.append(product)
        if self._activation.bend is not None:
            program.append(partial(self._bend, columns, sums, deltas, gradients, 2.0 / n))
        return program

    def _tangent_features(self, d_raw: Tensor, by: Tensor, columns: slice, out: Tensor) -> None:
        """The tangent of the first layer's input, for samples that move along d_raw · by."""
        i = self.net.inputs
        torch.mul(d_raw, by, out=out[: len(d_raw)])  # a label does not move
        if self.net.fourier:
            sines, cosines = self._sinusoids(columns)
            turned = self._frequencies @ out[:i]
            rows = turned.shape[0]
            torch.mul(cosines, turned, out=out[i : i + rows])
            torch.mul(sines, turned.neg_(), out=out[i + rows :])

    def _tangent_forward(
        self, columns: slice, tangents: Sequence[Tensor]
    ) -> tuple[list[Tensor], Program]:
        """The pass that fills the tangents above the first. Where the activation bends, the sums
        before it are kept too, one tensor per hidden layer.
        """
        bends = self._activation.bend is not None
        sums: list[Tensor] = []
        program: Program = []
        for k, tangent in enumerate(tangents[1:]):
            above = torch.zeros_like(tangent) if bends else tangent
            sums.append(above)
            program.append(partial(torch.mm, self.matrices[k], tangents[k], out=above))
            if bends:
                program.append(partial(tangent.copy_, above))
            hidden = self.inputs[k + 1][:-1, columns]
            program.append(partial(self._activation.backward_, tangent, hidden))
        return sums, program

    def _bend(
        self,
        columns: slice,
        sums: Sequence[Tensor],
        deltas: Sequence[Tensor],
        gradients: Sequence[Tensor],
        by: float,
    ) -> None:
        """What the second derivative of the activation adds, from the top layer down."""
        assert self._activation.bend is not None
        below: Tensor | None = None
        for k in range(len(sums) - 1, -1, -1):
            hidden = self.inputs[k + 1][:-1, columns]
            up = self.matrices[k + 1].t()
            bar = self._activation.bend(hidden) * sums[k] * (up @ deltas[k + 1])
            if below is not None:
                bar = bar + self._activation.backward_(up @ below, hidden)
            gradients[k].addmm_(bar, self.inputs[k][:, columns].t(), alpha=by)
            below = bar
