"""The engine of images: both players' gradients by autograd, for networks that are stacks.

Samples are rows here, (n, channels, height, width). In a turn networks are in training: norms are
by the batch, dropout is on, and what they remember moves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.image.layers.entry import Shape
from ganlab.gan.image.stack import Stack
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, Phase
from ganlab.gan.player import Player
from ganlab.gan.turn import Batches, Penalty, Record, Rules


@dataclass
class Batch:
    """What a turn works with: images as the networks see them, and labels where there are some."""

    x: Tensor
    labels: Tensor | None


Real = Callable[[Tensor], Batch]  # numbers of images (n,) → what D sees of them


@dataclass
class PictureRecord(Record):
    """The record of a turn with images; what D sees of them is (n, channels, height, width)."""

    fake_labels: Tensor | None = None
    real_labels: Tensor | None = None
    real_numbers: list[int] = field(default_factory=list)

    def _samples(self) -> dict[str, Any]:
        found = {
            "x_real": self.x_real, "x_fake": self.x_fake, "noise": self.noise,
            "real_labels": self.real_labels, "fake_labels": self.fake_labels,
        }  # fmt: skip
        return {k: v.detach().clone() for k, v in found.items() if v is not None}

    def _gradients(self) -> dict[str, Any]:
        found: dict[str, Any] = {"gradient_norm": float(self.gradient.norm())}
        if self.player == GENERATOR:
            assert self.x_gradients is not None
            return found | {"x_gradients": self.x_gradients}
        assert self.d_real is not None
        assert self.d_fake is not None
        real, fake = self.rules.d_slopes(self.d_real, self.d_fake)
        return found | {"slope_real": real, "slope_fake": fake}


class Pictures:
    """Finds both players' gradients. See `ganlab.gan.turn.Engine`.

    `remembered` are the flat vectors that networks write to in training, by player.
    """

    def __init__(
        self, rules: Rules, g: Player, d: Player, batches: Batches, _: int, *,
        real: Real, remembered: dict[str, Tensor], seed: int,
    ) -> None:  # fmt: skip
        self._rules = rules
        self._players = {GENERATOR: g, DISCRIMINATOR: d}
        self._batches = batches
        self._real_of = real
        self._remembered = remembered
        self._seed = seed
        self._blur = 0.0
        self.records: dict[str, Record] = {
            p.name: PictureRecord(p.name, rules, p.gradient, p.weights) for p in (d, g)
        }
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

    # The two turns

    def _d_turn(self) -> Iterator[Phase]:
        record, phases = self._record(DISCRIMINATOR), self._phases[DISCRIMINATOR]
        masks = self._masks()
        fake = self._fake(record, self._weights(GENERATOR), streams.D_NOISE, masks)
        real = self._real(record, streams.DATA)
        record.x_real = real.x = self._blurred(real.x, streams.BLUR_REAL)
        record.x_fake = fake.x = self._blurred(fake.x, streams.BLUR_FAKE)
        yield phases["samples"]
        leaves = self._leaves(DISCRIMINATOR)
        with torch.enable_grad():
            d_real = self._judge(leaves, real, masks)
            d_fake = self._judge(leaves, fake, masks)
            record.d_real, record.d_fake = d_real.detach(), d_fake.detach()
            loss = self._rules.loss(d_real, d_fake)[0]
            record.squared_norms = []
            for penalty in self._rules.penalties:
                squared_norm = self._squared_norm(penalty, leaves, real, fake, masks)
                record.squared_norms.append(squared_norm.detach())
                loss = loss + penalty.value(squared_norm).mean()
        yield phases["predictions"]
        yield phases["loss"]
        self._take(DISCRIMINATOR, torch.autograd.grad(loss, leaves))
        yield phases["gradients"]

    def _g_turn(self) -> Iterator[Phase]:
        record, phases = self._record(GENERATOR), self._phases[GENERATOR]
        masks = self._masks()
        leaves = self._leaves(GENERATOR)
        with torch.enable_grad():
            fake = self._fake(record, leaves, streams.G_NOISE, masks)
            fake.x = self._blurred(fake.x, streams.BLUR_G)
        record.x_fake = fake.x.detach()
        real = None
        if self._rules.pairs:
            real = self._real(record, streams.G_DATA)
            record.x_real = real.x = self._blurred(real.x, streams.BLUR_G_REAL)
        yield phases["samples"]
        with torch.enable_grad():
            judge = self._weights(DISCRIMINATOR)
            d_fake = self._judge(judge, fake, masks, aside=True)
            d_real = None if real is None else self._judge(judge, real, masks, aside=True)
            record.d_fake = d_fake.detach()
            record.d_real = None if d_real is None else d_real.detach()
            loss = self._rules.g_loss(d_fake, d_real)
        yield phases["predictions"]
        yield phases["loss"]
        *found, record.x_gradients = torch.autograd.grad(loss, [*leaves, fake.x])
        self._take(GENERATOR, found)
        yield phases["gradients"]

    # What both do

    def _record(self, player: str) -> PictureRecord:
        record = self.records[player]
        assert isinstance(record, PictureRecord)
        return record

    def _net(self, player: str) -> Stack:
        net = self._players[player].net
        assert isinstance(net, Stack)
        return net

    def _weights(self, player: str) -> list[Tensor]:
        return self._net(player).layers(self._players[player].weights)

    def _leaves(self, player: str) -> list[Tensor]:
        """The weights, one tensor each, to be differentiated by."""
        return [w.detach().requires_grad_() for w in self._weights(player)]

    def _take(self, player: str, found: Sequence[Tensor]) -> None:
        """Lay the gradients of the leaves into the player's flat one."""
        places = self._net(player).layers(self._players[player].gradient)
        for place, gradient in zip(places, found, strict=True):
            place.copy_(gradient)

    def _memory(self, player: str, aside: bool) -> list[Tensor]:
        """What a network remembers; `aside`: a copy, which may be written to in its place."""
        flat = self._remembered[player]
        return self._net(player).buffer_views(flat.clone() if aside else flat)

    def _masks(self) -> Callable[[Shape], Tensor]:
        """Dropout's random numbers in one turn, owned by the run."""
        like = self._players[GENERATOR].weights
        path = [int(v) for v in self._batches.next(streams.MASKS)[0, :2].tolist()]
        rng = streams.generator(self._seed, streams.MASKS, *path)

        def uniform(shape: Shape) -> Tensor:
            return torch.rand(shape, generator=rng).to(like.device, like.dtype)

        return uniform

    def _fake(
        self, record: PictureRecord, weights: Sequence[Tensor], stream: int,
        masks: Callable[[Shape], Tensor],
    ) -> Batch:  # fmt: skip
        """Fakes of fresh noise, with the labels that were asked for."""
        net, count = self._net(GENERATOR), self._rules.labels
        rows = self._batches.next(stream).t()
        record.noise = rows[:, : -count or None].contiguous()
        labels = rows[:, -count:].contiguous() if count else None
        record.fake_labels = None if labels is None else labels.argmax(1)
        x = net.forward(
            weights, record.noise, labels,
            buffers=self._memory(GENERATOR, False), training=True, masks=masks,
        )  # fmt: skip
        return Batch(x, labels)

    def _real(self, record: PictureRecord, stream: int) -> Batch:
        batch = self._real_of(self._batches.next(stream)[0].long())
        record.real_labels = None if batch.labels is None else batch.labels.argmax(1)
        return batch

    def _blurred(self, x: Tensor, stream: int) -> Tensor:
        if not self._blur:
            return x
        return x + self._blur * self._batches.next(stream).t().view_as(x)

    def _judge(
        self, weights: Sequence[Tensor], batch: Batch, masks: Callable[[Shape], Tensor], *,
        aside: bool = False,
    ) -> Tensor:  # fmt: skip
        """D's outputs: (n,), or for a D that judges patches all of theirs."""
        out = self._net(DISCRIMINATOR).forward(
            weights, batch.x, batch.labels,
            buffers=self._memory(DISCRIMINATOR, aside), training=True, masks=masks,
        )  # fmt: skip
        return out.flatten()

    def _squared_norm(
        self, penalty: Penalty, leaves: Sequence[Tensor], real: Batch, fake: Batch,
        masks: Callable[[Shape], Tensor],
    ) -> Tensor:  # fmt: skip
        """‖∇ₓD‖² (n,) at the penalty's points, differentiable in the leaves."""
        at = {"real": real, "fake": fake}.get(penalty.at)
        points = at.x if at is not None else self._between(fake.x, real.x)
        points = points.detach().requires_grad_()
        labels = (at or real).labels
        judged = self._judge(leaves, Batch(points, labels), masks, aside=True)
        (slope,) = torch.autograd.grad(judged.sum(), points, create_graph=True)
        return slope.flatten(1).square().sum(1)

    def _between(self, fake: Tensor, real: Tensor) -> Tensor:
        """Somewhere on the line from each fake to a real image."""
        weight = self._batches.next(streams.BETWEEN).view(-1, 1, 1, 1)
        return torch.lerp(fake, real, weight)
