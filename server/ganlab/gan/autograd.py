"""The general engine: gradients by autograd, for whatever `Mlp.forward` can express.

Slower than `ganlab.gan.tape` and short enough to be checked by eye; the tests hold them equal.
Both losses are functions of flat weights, so that they can be differentiated more than once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, Phase
from ganlab.gan.player import Player
from ganlab.gan.turn import Batches, Penalty, Record, Rules


class Autograd:
    """Finds both players' gradients by autograd. See `ganlab.gan.turn.Engine`."""

    def __init__(self, rules: Rules, g: Player, d: Player, batches: Batches, _: int) -> None:
        self._rules = rules
        self._g = g
        self._d = d
        self._batches = batches
        self._blur = 0.0
        self.records = {p.name: Record(p.name, rules, p.gradient, p.weights) for p in (d, g)}
        self._phases = {name: r.phases() for name, r in self.records.items()}

    def mode(self) -> torch.no_grad:
        """Graphs are built only where they are needed."""
        return torch.no_grad()

    def begin(self, step: int, d_steps: int, g_steps: int) -> None:  # noqa: ARG002 -- of the protocol
        """Nothing to prepare."""
        self._blur = self._rules.blur(step)

    def moved(self, player: str) -> None:
        """Nothing is kept that a move makes stale."""

    def gradient(self, player: str) -> Iterator[Phase]:
        """Phases 1 to 4 of a turn."""
        return self._d_turn() if player == DISCRIMINATOR else self._g_turn()

    def _blurred(self, x: Tensor, stream: int) -> Tensor:
        return x + self._blur * self._batches.next(stream) if self._blur else x

    # The discriminator's turn

    def _d_turn(self) -> Iterator[Phase]:
        record, phases = self.records[DISCRIMINATOR], self._phases[DISCRIMINATOR]
        record.noise = self._batches.next(streams.D_NOISE)
        fakes = self._generate(self._g.weights, record.noise)
        record.x_real = self._blurred(self._batches.next(streams.DATA), streams.BLUR_REAL)
        record.x_fake = self._blurred(fakes, streams.BLUR_FAKE)
        yield phases["samples"]
        with torch.enable_grad():
            weights = self._d.weights.detach().clone().requires_grad_()
            loss = self._d_loss(weights, record)
        yield phases["predictions"]
        yield phases["loss"]
        self._d.gradient.copy_(torch.autograd.grad(loss, weights)[0])
        yield phases["gradients"]

    def _d_loss(self, weights: Tensor, record: Record) -> Tensor:
        """D's loss with its penalties at flat weights, on the samples of a record of D's."""
        assert record.x_real is not None
        assert record.x_fake is not None
        layers = self._layers(weights)
        real, fake = self._judge(layers, record.x_real), self._judge(layers, record.x_fake)
        record.d_real, record.d_fake = real.detach(), fake.detach()
        loss = self._rules.loss(real, fake)[0]
        record.squared_norms = []
        for penalty in self._rules.penalties:
            squared_norm = self._squared_norm(penalty, layers, record)
            record.squared_norms.append(squared_norm.detach())
            loss = loss + penalty.value(squared_norm).mean()
        return loss

    def _squared_norm(self, penalty: Penalty, layers: Sequence[Tensor], record: Record) -> Tensor:
        """‖∇ₓD‖² (n,) at the penalty's points, differentiable in the layers."""
        assert record.x_real is not None
        assert record.x_fake is not None
        points = {"real": record.x_real, "fake": record.x_fake}.get(penalty.at)
        if points is None:
            weight = self._batches.next(streams.BETWEEN)
            points = torch.lerp(record.x_fake, record.x_real, weight)
        points = points.detach().requires_grad_()
        judged = self._judge(layers, points)
        (slope,) = torch.autograd.grad(judged.sum(), points, create_graph=True)
        return slope.square().sum(0)

    # The generator's turn

    def _g_turn(self) -> Iterator[Phase]:
        record, phases = self.records[GENERATOR], self._phases[GENERATOR]
        record.noise = self._batches.next(streams.G_NOISE)
        with torch.enable_grad():
            weights = self._g.weights.detach().clone().requires_grad_()
            seen = self._blurred(self._generate(weights, record.noise), streams.BLUR_G)
        record.x_fake = seen.detach()
        if self._rules.pairs:
            record.x_real = self._blurred(self._batches.next(streams.G_DATA), streams.BLUR_G_REAL)
        yield phases["samples"]
        with torch.enable_grad():
            loss = self._g_loss(self._layers(self._d.weights), seen, record)
        yield phases["predictions"]
        yield phases["loss"]
        gradient, record.x_gradients = torch.autograd.grad(loss, (weights, seen))
        self._g.gradient.copy_(gradient)
        yield phases["gradients"]

    def _g_loss(self, layers: Sequence[Tensor], seen: Tensor, record: Record) -> Tensor:
        """G's loss for the fakes that D sees, judged by D's effective layers."""
        fake = self._judge(layers, seen)
        record.d_fake = fake.detach()
        if not self._rules.pairs:
            return self._rules.g_loss(fake)
        assert record.x_real is not None
        real = self._judge(layers, record.x_real)
        record.d_real = real.detach()
        return self._rules.g_loss(fake, real)

    # What both turns do

    def _layers(self, weights: Tensor) -> list[Tensor]:
        """D's effective layers at flat weights."""
        return self._d.net.effective(self._d.net.layers(weights))

    def _generate(self, weights: Tensor, noise: Tensor) -> Tensor:
        """G's fakes (2, n) of noise (inputs, n), differentiable in its flat weights."""
        return self._g.net.forward(self._g.net.effective(self._g.net.layers(weights)), noise)

    def _judge(self, layers: Sequence[Tensor], x: Tensor) -> Tensor:
        """D's outputs (n,) at samples (2, n): the one place that says how D sees a sample."""
        return self._d.net.forward(layers, x)[0]
