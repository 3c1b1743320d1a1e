"""The general engine: gradients by autograd, for whatever `Mlp.forward` can express.

Slower than `ganlab.gan.tape` and short enough to be checked by eye; the tests hold them equal.
Both losses are functions of flat weights, so that they can be differentiated more than once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.company import packed
from ganlab.gan.comparing import Comparing
from ganlab.gan.encoder import WithEncoder
from ganlab.gan.models import POINT
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, Phase
from ganlab.gan.player import Perceptron
from ganlab.gan.turn import Batches, Penalty, Record, Rules


class Autograd:
    """Finds both players' gradients by autograd. See `ganlab.gan.turn.Engine`."""

    def __init__(
        self, rules: Rules, g: Perceptron, d: Perceptron, batches: Batches, _: int
    ) -> None:
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
        """Samples with noise on them; what stands below them stays."""
        if not self._blur:
            return x
        return torch.cat([x[:POINT] + self._blur * self._batches.next(stream), x[POINT:]])

    # The discriminator's turn

    def _d_turn(self) -> Iterator[Phase]:
        record, phases = self.records[DISCRIMINATOR], self._phases[DISCRIMINATOR]
        self._d_samples(self._g.weights)
        yield phases["samples"]
        with torch.enable_grad():
            weights = self._d.weights.detach().clone().requires_grad_()
            loss = self._d_loss(weights, record)
        yield phases["predictions"]
        yield phases["loss"]
        self._d.gradient.copy_(torch.autograd.grad(loss, weights)[0])
        yield phases["gradients"]

    def _d_samples(self, g_weights: Tensor) -> None:
        """Draw what D's turn sees; its fakes depend on G's flat weights."""
        record = self.records[DISCRIMINATOR]
        record.noise = self._batches.next(streams.D_NOISE)
        fakes = self._generate(g_weights, record.noise)
        real = self._real(g_weights, self._batches.next(streams.DATA))
        record.x_real = self._blurred(real, streams.BLUR_REAL)
        record.x_fake = self._blurred(fakes, streams.BLUR_FAKE)

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
        """‖∇ₓD‖² (n,) at the penalty's points, differentiable in the layers; of a pack, by all its
        samples together.
        """
        assert record.x_real is not None
        assert record.x_fake is not None
        points = {"real": record.x_real, "fake": record.x_fake}.get(penalty.at)
        if points is None:
            weight = self._between()
            points = torch.lerp(record.x_fake, record.x_real, weight)
            if self._rules.labels:  # of the real sample: half of two classes is none
                points = torch.cat([points[:POINT], record.x_real[POINT:]])
        if not points.requires_grad:  # else G may be asked how it moves them
            points = points.detach().requires_grad_()
        judged = self._judge(layers, points, points.detach())  # the others of the batch stay
        (slope,) = torch.autograd.grad(judged.sum(), points, create_graph=True)
        slope = packed(slope, self._rules.packing)
        return slope[: -self._rules.labels or None].square().sum(0)

    def _between(self) -> Tensor:
        """Where on the line from fake to real, for each sample (1, n): the same all over a pack."""
        weight, size = self._batches.next(streams.BETWEEN), self._rules.packing
        return weight[:, : weight.shape[1] // size].repeat(1, size) if size > 1 else weight

    # The generator's turn

    def _g_turn(self) -> Iterator[Phase]:
        record, phases = self.records[GENERATOR], self._phases[GENERATOR]
        with torch.enable_grad():
            weights = self._g.weights.detach().clone().requires_grad_()
            seen = self._g_samples(weights)
        yield phases["samples"]
        with torch.enable_grad():
            loss = self._g_loss(self._layers(self._d_ahead(seen)), seen, record)
        yield phases["predictions"]
        yield phases["loss"]
        gradient, record.x_gradients = torch.autograd.grad(loss, (weights, seen))
        self._g.gradient.copy_(gradient)
        yield phases["gradients"]

    def _g_samples(self, weights: Tensor) -> Tensor:
        """Draw what G's turn sees; D sees the fakes returned, which depend on G's flat weights."""
        record = self.records[GENERATOR]
        record.noise = self._batches.next(streams.G_NOISE)
        seen = self._blurred(self._generate(weights, record.noise), streams.BLUR_G)
        record.x_fake = seen.detach()
        if self._rules.pairs or self._rules.unroll:
            real = self._real(weights, self._batches.next(streams.G_DATA))
            record.x_real = self._blurred(real, streams.BLUR_G_REAL)
        return seen

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

    def _d_ahead(self, seen: Tensor) -> Tensor:
        """D's flat weights as they would be after `unroll` updates on the batch of this turn of
        G's, a function of its fakes; D itself stays. Source: Metz et al. 2017, equations 7 to 10.

        One batch serves all these updates and G's loss, as in the authors' own program.
        """
        weights = self._d.weights
        if not self._rules.unroll:
            return weights
        weights, slots = weights.detach().clone().requires_grad_(), self._d.slots
        imagined = replace(self.records[GENERATOR], x_fake=seen)
        for k in range(self._rules.unroll):
            loss = self._d_loss(weights, imagined)
            (slope,) = torch.autograd.grad(loss, weights, create_graph=True)
            weights, slots = self._d.foresee(weights, slope, slots, k + 1)
            for constrain in self._rules.constraints:
                constrain(weights)
        return weights

    # Both turns at once

    def joint(self, weight: float) -> dict[str, Iterator[Phase]]:
        """Both gradients of L + weight·½‖v‖², v = (∇L_D, ∇L_G), from one batch of each player; the
        phases show what has been found. Source: Mescheder et al. 2017, section 4.
        """
        ours, theirs = self.records[DISCRIMINATOR], self.records[GENERATOR]
        with torch.enable_grad():
            d_weights, g_weights = (
                p.weights.detach().clone().requires_grad_() for p in (self._d, self._g)
            )
            self._d_samples(g_weights)
            seen = self._g_samples(g_weights)
            d_loss = self._d_loss(d_weights, ours)
            g_loss = self._g_loss(self._layers(d_weights), seen, theirs)
            (d_slope,) = torch.autograd.grad(d_loss, d_weights, create_graph=True)
            g_slope, x_slope = torch.autograd.grad(g_loss, (g_weights, seen), create_graph=True)
            size = 0.5 * (d_slope.square().sum() + g_slope.square().sum())
            d_more, g_more = torch.autograd.grad(
                size, (d_weights, g_weights), materialize_grads=True
            )
        theirs.x_gradients = x_slope.detach()
        for record in (ours, theirs):  # what is shown keeps no graph alive
            record.x_real, record.x_fake = (
                x if x is None else x.detach() for x in (record.x_real, record.x_fake)
            )
        return {
            DISCRIMINATOR: self._show(self._d, d_slope.detach().add(d_more, alpha=weight)),
            GENERATOR: self._show(self._g, g_slope.detach().add(g_more, alpha=weight)),
        }

    def _show(self, player: Perceptron, gradient: Tensor) -> Iterator[Phase]:
        """The phases of a turn whose gradient is known."""
        phases = self._phases[player.name]
        yield phases["samples"]
        yield phases["predictions"]
        yield phases["loss"]
        player.gradient.copy_(gradient)
        yield phases["gradients"]

    # What both turns do

    def _layers(self, weights: Tensor) -> list[Tensor]:
        """D's effective layers at flat weights."""
        return self._d.net.effective(self._d.net.layers(weights))

    def _generate(self, weights: Tensor, noise: Tensor) -> Tensor:
        """G's fakes of its inputs (inputs, n) as D sees them: (2, n), below them the labels, or
        with an encoder the noise; differentiable in G's flat weights.
        """
        net, count = self._g.net, self._rules.labels
        fakes = net.forward(net.effective(net.layers(weights)), noise)
        if isinstance(net, WithEncoder):
            return torch.cat([fakes, noise])
        return torch.cat([fakes, noise[-count:]]) if count else fakes

    def _real(self, weights: Tensor, x: Tensor) -> Tensor:
        """Real samples as D sees them: with an encoder, which G's flat weights hold, their codes
        stand below; differentiable in these.
        """
        net = self._g.net
        if not isinstance(net, WithEncoder):
            return x
        return torch.cat([x, net.encode(net.layers(weights), x)])

    def _judge(self, layers: Sequence[Tensor], x: Tensor, among: Tensor | None = None) -> Tensor:
        """D's outputs (n,) at samples (2, n) and what stands below them, one for each pack of them:
        the one place that says how D sees a sample. A D that compares the samples of a batch
        compares them with those of `among`.
        """
        net, packs = self._d.net, packed(x, self._rules.packing)
        if among is None or not isinstance(net, Comparing):
            return net.forward(layers, packs)[0]
        return net.forward(layers, packs, packed(among, self._rules.packing))[0]
