"""The general engine: gradients by autograd, for whatever `Mlp.forward` can express.

Slower than `ganlab.gan.tape` and short enough to be checked by eye; the tests hold them equal.
"""

from __future__ import annotations

from collections.abc import Iterator

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
        self.records = {p.name: Record(p.name, rules, p.gradient, p.weights) for p in (d, g)}
        self._phases = {name: r.phases() for name, r in self.records.items()}

    def mode(self) -> torch.no_grad:
        """Graphs are built only where they are needed."""
        return torch.no_grad()

    def begin(self, d_steps: int, g_steps: int) -> None:
        """Nothing to prepare."""

    def moved(self, player: str) -> None:
        """Nothing is kept that a move makes stale."""

    def gradient(self, player: str) -> Iterator[Phase]:
        """Phases 1 to 4 of a turn."""
        return self._d_turn() if player == DISCRIMINATOR else self._g_turn()

    def _blurred(self, x: Tensor, stream: int) -> Tensor:
        if not self._rules.blur:
            return x
        return x + self._rules.blur * self._batches.next(stream)

    def _d_turn(self) -> Iterator[Phase]:
        record, phases = self.records[DISCRIMINATOR], self._phases[DISCRIMINATOR]
        record.noise = self._batches.next(streams.D_NOISE)
        with torch.no_grad():
            fakes = self._g.forward(record.noise)
        record.x_real = self._blurred(self._batches.next(streams.DATA), streams.BLUR_REAL)
        record.x_fake = self._blurred(fakes, streams.BLUR_FAKE)
        yield phases["samples"]
        weights = self._d.weights.detach().clone().requires_grad_()
        loss = self._d_loss(weights, record)
        yield phases["predictions"]
        yield phases["loss"]
        self._d.gradient.copy_(torch.autograd.grad(loss, weights)[0])
        yield phases["gradients"]

    @torch.enable_grad()
    def _d_loss(self, weights: Tensor, record: Record) -> Tensor:
        assert record.x_real is not None
        assert record.x_fake is not None
        layers = self._d.net.effective(self._d.net.layers(weights))
        real = self._d.net.forward(layers, record.x_real)[0]
        fake = self._d.net.forward(layers, record.x_fake)[0]
        record.d_real, record.d_fake = real.detach(), fake.detach()
        loss = self._rules.loss(real, fake)[0]
        record.squared_norms = []
        for penalty in self._rules.penalties:
            squared_norm = self._squared_norm(penalty, layers, record)
            record.squared_norms.append(squared_norm.detach())
            loss = loss + penalty.value(squared_norm).mean()
        return loss

    def _squared_norm(self, penalty: Penalty, layers: list[Tensor], record: Record) -> Tensor:
        """‖∇ₓD‖² (n,) at the penalty's points, differentiable in the layers."""
        assert record.x_real is not None
        assert record.x_fake is not None
        points = {"real": record.x_real, "fake": record.x_fake}.get(penalty.at)
        if points is None:
            weight = self._batches.next(streams.BETWEEN)
            points = torch.lerp(record.x_fake, record.x_real, weight)
        points = points.detach().requires_grad_()
        judged = self._d.net.forward(layers, points)
        (slope,) = torch.autograd.grad(judged.sum(), points, create_graph=True)
        return slope.square().sum(0)

    def _g_turn(self) -> Iterator[Phase]:
        record, phases = self.records[GENERATOR], self._phases[GENERATOR]
        weights = self._g.weights.detach().clone().requires_grad_()
        record.noise = self._batches.next(streams.G_NOISE)
        seen = self._g_fakes(weights, record.noise)
        record.x_fake = seen.detach()
        yield phases["samples"]
        loss = self._g_loss(seen, record)
        yield phases["predictions"]
        yield phases["loss"]
        gradient, record.x_gradients = torch.autograd.grad(loss, (weights, seen))
        self._g.gradient.copy_(gradient)
        yield phases["gradients"]

    @torch.enable_grad()
    def _g_fakes(self, weights: Tensor, noise: Tensor) -> Tensor:
        layers = self._g.net.effective(self._g.net.layers(weights))
        fakes = self._g.net.forward(layers, noise)
        return self._blurred(fakes, streams.BLUR_G)

    @torch.enable_grad()
    def _g_loss(self, seen: Tensor, record: Record) -> Tensor:
        judged = self._d.forward(seen)[0]
        record.d_fake = judged.detach()
        return self._rules.loss(torch.zeros_like(judged), judged)[1]
