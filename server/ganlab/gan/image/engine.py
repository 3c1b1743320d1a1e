"""The engine of images: both players' gradients by autograd, for networks that are stacks.

Samples are rows here, (n, channels, height, width). In a turn networks are in training: norms are
by the batch, dropout is on, and what they remember moves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.image.encoder import Network, WithEncoder, painter
from ganlab.gan.image.feed import Batch, Feed, Given
from ganlab.gan.image.layers.entry import Shape
from ganlab.gan.image.stack import Stack
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, Phase
from ganlab.gan.player import Player
from ganlab.gan.turn import Batches, Penalty, Record, Rules


@dataclass
class PictureRecord(Record):
    """The record of a turn with images; what D sees of them is (n, channels, height, width).

    Of a D that judges patches `d_real` and `d_fake` are of each patch; an image's is their mean.
    `attached` is what keeps G to its targets, in its loss; `counts` are the weights of each layer,
    where the network is one list of layers.
    """

    fake_labels: Tensor | None = None
    real_labels: Tensor | None = None
    attached: float = 0.0
    counts: Sequence[int] = ()

    def _samples(self) -> dict[str, Any]:
        found = {
            "x_real": self.x_real, "x_fake": self.x_fake, "noise": self.noise,
            "real_labels": self.real_labels, "fake_labels": self.fake_labels,
        }  # fmt: skip
        return {k: v.detach().clone() for k, v in found.items() if v is not None}

    def _loss_now(self) -> float:
        return super()._loss_now() + self.attached

    def _each(self, of_packs: Tensor) -> Tensor:
        assert self.x_fake is not None
        return of_packs.view(len(self.x_fake), -1).mean(1)

    def _gradients(self) -> dict[str, Any]:
        found: dict[str, Any] = {"gradient_norm": float(self.gradient.norm())}
        if self.counts:
            norms = [part.norm() for part in torch.split(self.gradient, list(self.counts))]
            found["layer_gradients"] = torch.stack(norms)
        if self.player == GENERATOR:
            assert self.x_gradients is not None
            return found | {"x_gradients": self.x_gradients}
        assert self.d_real is not None
        assert self.d_fake is not None
        real, fake = self.rules.d_slopes(self.d_real, self.d_fake)
        return found | {"slope_real": self._each(real), "slope_fake": self._each(fake)}


def _counts(net: object) -> Sequence[int]:
    return net.counts if isinstance(net, Stack) else ()


class Pictures:
    """Finds both players' gradients. See `ganlab.gan.turn.Engine`.

    `remembered` are the flat vectors that networks write to in training, by player.
    """

    def __init__(
        self, rules: Rules, g: Player, d: Player, batches: Batches, _: int, *,
        feed: Feed, remembered: dict[str, Tensor], seed: int,
    ) -> None:  # fmt: skip
        self._rules = rules
        self._players = {GENERATOR: g, DISCRIMINATOR: d}
        self._batches = batches
        self._feed = feed
        self._remembered = remembered
        self._seed = seed
        self._blur = 0.0
        self.records: dict[str, Record] = {
            p.name: PictureRecord(p.name, rules, p.gradient, p.weights, counts=_counts(p.net))
            for p in (d, g)
        }
        self._phases = {name: r.phases() for name, r in self.records.items()}
        # Views of the flat vectors, made once: these are written to in place only.
        players = self._players.items()
        self._leaves = {n: [w.detach().requires_grad_() for w in p.layers] for n, p in players}
        self._places = {n: self._net(n).layers(p.gradient) for n, p in players}

    def mode(self) -> torch.no_grad:
        """Graphs are built only where they are needed."""
        return torch.no_grad()

    def begin(self, step: int, d_steps: int, g_steps: int) -> None:  # noqa: ARG002 -- of the protocol
        """Nothing to prepare."""
        self._blur = self._rules.blur(step)

    def moved(self, player: str) -> None:
        """Nothing is kept that a move makes stale: views of the weights see it."""

    def gradient(self, player: str) -> Iterator[Phase]:
        """Phases 1 to 4 of a turn."""
        return self._d_turn() if player == DISCRIMINATOR else self._g_turn()

    # The two turns

    def _d_turn(self) -> Iterator[Phase]:
        record, phases = self._record(DISCRIMINATOR), self._phases[DISCRIMINATOR]
        masks, painting = self._masks(), self._players[GENERATOR].layers
        drawn = streams.DATA if self._feed.paired else streams.D_NOISE  # pairs of the same images
        fake, given = self._fake(record, painting, drawn, masks)
        real = self._real(record, streams.DATA, given, painting, masks)
        record.x_real = real.x = self._blurred(real.x, streams.BLUR_REAL)
        record.x_fake = fake.x = self._blurred(fake.x, streams.BLUR_FAKE)
        yield phases["samples"]
        leaves = self._leaves[DISCRIMINATOR]
        with torch.enable_grad():
            d_real, d_fake = self._judge_both(leaves, real, fake, masks)
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
        leaves = self._leaves[GENERATOR]
        with torch.enable_grad():
            fake, given = self._fake(record, leaves, streams.G_NOISE, masks)
            made, fake.x = fake.x, self._blurred(fake.x, streams.BLUR_G)
            real = None
            if self._rules.pairs:
                real = self._real(record, streams.G_DATA, given, leaves, masks)
                record.x_real = real.x = self._blurred(real.x, streams.BLUR_G_REAL)
        record.x_fake = fake.x.detach()
        yield phases["samples"]
        with torch.enable_grad():
            judge = self._players[DISCRIMINATOR].layers
            d_fake = self._judge(judge, fake, masks, aside=True)
            d_real = None if real is None else self._judge(judge, real, masks, aside=True)
            record.d_fake = d_fake.detach()
            record.d_real = None if d_real is None else d_real.detach()
            loss = self._rules.g_loss(d_fake, d_real)
            if given.target is not None:
                attached = self._rules.attached(made, given.target)
                record.attached = float(attached.detach())
                loss = loss + attached
        yield phases["predictions"]
        yield phases["loss"]
        *found, record.x_gradients = torch.autograd.grad(loss, [*leaves, made])
        self._take(GENERATOR, found)
        yield phases["gradients"]

    # What both do

    def _record(self, player: str) -> PictureRecord:
        record = self.records[player]
        assert isinstance(record, PictureRecord)
        return record

    def _net(self, player: str) -> Network:
        net = self._players[player].net
        assert isinstance(net, Stack | WithEncoder)
        return net

    def _take(self, player: str, found: Sequence[Tensor]) -> None:
        """Lay the gradients of the leaves into the player's flat one."""
        for place, gradient in zip(self._places[player], found, strict=True):
            place.copy_(gradient)

    def _memory(self, player: str, aside: bool) -> list[Tensor]:
        """What a network remembers; `aside`: a copy, which may be written to in its place."""
        flat = self._remembered[player]
        return self._net(player).buffer_views(flat.clone() if aside else flat)

    def _masks(self) -> Callable[[Shape], Tensor]:
        """Dropout's random numbers in one turn, owned by the run."""
        like = self._players[GENERATOR].weights
        marks = self._batches.next(streams.MASKS)[0, :2]

        @cache
        def rng() -> torch.Generator:
            path = [int(v) for v in marks.tolist()]
            return streams.generator(self._seed, streams.MASKS, *path)

        def uniform(shape: Shape) -> Tensor:
            return torch.rand(shape, generator=rng()).to(like.device, like.dtype)

        return uniform

    def _fake(
        self, record: PictureRecord, weights: Sequence[Tensor], stream: int,
        masks: Callable[[Shape], Tensor],
    ) -> tuple[Batch, Given]:  # fmt: skip
        """Fakes as D sees them, and what they were made of."""
        given = self._feed.given(self._batches.next(stream).t())
        record.noise = None if self._feed.paired else given.x
        record.fake_labels = None if given.labels is None else given.labels.argmax(1)
        x = painter(self._net(GENERATOR)).forward(
            weights, given.x, given.labels,
            buffers=self._memory(GENERATOR, False), training=True, masks=masks,
        )  # fmt: skip
        return Batch(x, given.told), given

    def _real(
        self, record: PictureRecord, stream: int, given: Given, weights: Sequence[Tensor],
        masks: Callable[[Shape], Tensor],
    ) -> Batch:  # fmt: skip
        """Real images as D sees them: in pairs those that the fakes should be; with an encoder,
        which `weights` of G hold, beside their codes.
        """
        if given.target is not None:
            return Batch(given.target, given.told)
        batch = self._feed.batch(self._batches.next(stream)[0].long(), given.x)
        record.real_labels = None if batch.labels is None else batch.labels.argmax(1)
        net = self._net(GENERATOR)
        if isinstance(net, WithEncoder):
            memory = self._memory(GENERATOR, False)
            batch.labels = net.encode(weights, batch.x, buffers=memory, training=True, masks=masks)
        return batch

    def _blurred(self, x: Tensor, stream: int) -> Tensor:
        if not self._blur:
            return x
        return x + self._blur * self._batches.next(stream).t().view_as(x)

    def _judge(
        self, weights: Sequence[Tensor], batch: Batch, masks: Callable[[Shape], Tensor], *,
        aside: bool = False,
    ) -> Tensor:  # fmt: skip
        """D's outputs: (n,), or of a D that judges patches one for each, of which losses take the
        mean (Isola et al. 2017, section 3.2).
        """
        out = painter(self._net(DISCRIMINATOR)).forward(
            weights, batch.x, batch.labels,
            buffers=self._memory(DISCRIMINATOR, aside), training=True, masks=masks,
        )  # fmt: skip
        return out.flatten()

    def _judge_both(
        self, weights: Sequence[Tensor], real: Batch, fake: Batch,
        masks: Callable[[Shape], Tensor],
    ) -> tuple[Tensor, Tensor]:  # fmt: skip
        """D's outputs for each. A D that sees every sample for itself gets both in one batch."""
        if not painter(self._net(DISCRIMINATOR)).alone:
            return self._judge(weights, real, masks), self._judge(weights, fake, masks)
        told = [batch.labels for batch in (real, fake) if batch.labels is not None]
        both = Batch(torch.cat([real.x, fake.x]), torch.cat(told) if told else None)
        out = self._judge(weights, both, masks)
        d_real, d_fake = out.chunk(2)
        return d_real, d_fake

    def _squared_norm(
        self, penalty: Penalty, leaves: Sequence[Tensor], real: Batch, fake: Batch,
        masks: Callable[[Shape], Tensor],
    ) -> Tensor:  # fmt: skip
        """‖∇D‖² (n,) at the penalty's points, differentiable in the leaves: by the image, and with
        an encoder by the code, too. Of a D that judges patches it is the slope of their mean.
        """
        at = {"real": real, "fake": fake}.get(penalty.at) or self._between(fake, real)
        x = at.x.detach().requires_grad_()
        by, labels = [x], at.labels
        if self._feed.encodes and labels is not None:
            labels = labels.detach().requires_grad_()
            by.append(labels)
        judged = self._judge(leaves, Batch(x, labels), masks, aside=True)
        whole = judged.view(len(x), -1).mean(1).sum()
        slopes = torch.autograd.grad(whole, by, create_graph=True)
        return sum((s.flatten(1).square().sum(1) for s in slopes[1:]),
                   slopes[0].flatten(1).square().sum(1))  # fmt: skip

    def _between(self, fake: Batch, real: Batch) -> Batch:
        """Somewhere on the line from each fake to a real image, and its code likewise; classes are
        those of the real ones, for half of two is none.
        """
        weight = self._batches.next(streams.BETWEEN).view(-1, 1, 1, 1)
        labels = real.labels
        if self._feed.encodes and labels is not None and fake.labels is not None:
            labels = torch.lerp(fake.labels, labels, weight.view(-1, 1))
        return Batch(torch.lerp(fake.x, real.x, weight), labels)
