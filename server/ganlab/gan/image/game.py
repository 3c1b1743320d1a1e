"""The game of images: what two players fight over there, and with which networks."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.contest import Contest
from ganlab.gan.image.dataset import ImageSet
from ganlab.gan.image.datasets import load
from ganlab.gan.image.encoder import Network, WithEncoder, painter
from ganlab.gan.image.engine import Pictures
from ganlab.gan.image.feed import Batch, Feed
from ganlab.gan.image.plan import MOST_AT_ONCE
from ganlab.gan.image.scalings import Range
from ganlab.gan.image.stack import Stack
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR, Phase
from ganlab.gan.turn import Batches, Engine

_MEMORY = {GENERATOR: "generator.buffers", DISCRIMINATOR: "discriminator.buffers"}
_AVERAGED = "generator.average_buffers"


class ImageGame(Contest):
    """A GAN of images; see `Contest` for how it is played.

    Images go in and come out as uint8 pixels (n, channels, height, width); inside, networks see
    numbers by the configuration's scaling.
    """

    def _prepare(self) -> None:
        config = self.config
        self.images: ImageSet = load(config.entry("data"), config.data.params)
        self._statistics = self.images.statistics()
        self.range: Range = config.bound("scaling")()
        self.feed = Feed(config, self.images, self.range)
        self.dimension, self.classes = self.feed.dimension, self.feed.classes
        g, d = config.bound("model")(
            config.bound("generator"), config.bound("discriminator"), self.feed.task
        )
        self._nets: dict[str, Network] = {GENERATOR: g, DISCRIMINATOR: d}

    def _memory(self) -> dict[str, Tensor]:
        seed = self.config.seed
        g = self._nets[GENERATOR].fresh_buffers(streams.generator(seed, streams.BUFFERS_G))
        d = self._nets[DISCRIMINATOR].fresh_buffers(streams.generator(seed, streams.BUFFERS_D))
        found = {_MEMORY[GENERATOR]: g, _MEMORY[DISCRIMINATOR]: d, _AVERAGED: g}
        return {name: part for name, part in found.items() if part.numel()}

    def _engine_for(self) -> Callable[..., Engine]:
        remembered = {player: self._remembered(name) for player, name in _MEMORY.items()}
        return partial(Pictures, feed=self.feed, remembered=remembered, seed=self.config.seed)

    def _remembered(self, name: str) -> Tensor:
        part = self._arena.parts.get(name)
        return self._arena.tensor[:0] if part is None else part

    def _new_batches(self) -> Batches:
        return Batches(
            self.feed.draws(), self.config.seed, numbers=self.images.images[0].numel(),
            batch=self.config.batch_size, device=self.device, dtype=self.dtype,
        )  # fmt: skip

    def _follow_by(self, share: float) -> None:
        super()._follow_by(share)
        if _AVERAGED in self._arena.parts:
            parts = self._arena.parts
            parts[_AVERAGED].lerp_(parts[_MEMORY[GENERATOR]], share)

    # What is drawn

    def noise(self, n: int, rng: torch.Generator) -> Tensor:
        """n inputs of G, as `Feed.rows`: noise, and labels as frequent as the data's, (n, dimension
        + classes); in pairs the numbers of pictures that were held out, (n, 1).
        """
        return self.feed.rows(n, rng)

    def asked(self, z: Tensor, label: int) -> Tensor:
        """Inputs of G, or noise alone, all asked for one class."""
        asked = self.feed.as_rows(torch.full((len(z),), label, dtype=torch.int64))
        return torch.cat([z[:, : self.dimension], asked], 1)

    def told(self, z: Tensor) -> Tensor | None:
        """What D is told beside the fakes of these inputs of G, where it is told something."""
        return self.feed.given(z.to(self.device, self.dtype)).told

    @torch.no_grad()
    def seen(self, numbers: Tensor) -> Batch:
        """What D sees of the images with these numbers (n,), with what it is told of them."""
        batch = self.feed.batch(numbers, self._arena.tensor)
        if self.feed.encodes:
            batch.labels = self.encode(batch.x)
        return batch

    @property
    def examples(self) -> int:
        """How many real images D has learned from."""
        return self._batches.drawn(streams.DATA)

    @property
    def epochs(self) -> float:
        """How often D has seen the whole of the data."""
        return self.examples / self.images.trained

    # Looking

    @property
    def averaging(self) -> bool:
        """Whether the generator that is looked at is an average of what it has been."""
        return bool(self.config.g_ema or self.config.g_mean)

    def shown(self, player: str) -> tuple[list[Tensor], list[Tensor]]:
        """Weights and what is remembered of the network that is looked at, tensor by tensor: of G
        its average, where there is one.
        """
        net, weights, memory = self._nets[player], self.players[player].weights, _MEMORY[player]
        if player == GENERATOR and self.averaging:
            weights, memory = self._average, _AVERAGED
        return net.layers(weights), net.buffer_views(self._remembered(memory))

    def net(self, player: str) -> Stack:
        """A player's network; of a generator with an encoder the generator."""
        return painter(self._nets[player])

    @property
    def encoder(self) -> Stack | None:
        """The encoder beside the generator, of a model that has one."""
        both = self._nets[GENERATOR]
        return both.encoder if isinstance(both, WithEncoder) else None

    def generate(self, z: Tensor) -> Tensor:
        """Noise (n, dimension), with labels where the model has some (`noise`), → what G makes of
        it, as D sees it (n, channels, height, width), by the generator that is shown.
        """
        return self._made(*self.shown(GENERATOR), z)

    def still(self) -> Callable[[Tensor], Tensor]:
        """`generate` by the generator as it is at this moment, whatever it learns later."""
        weights, buffers = ([part.clone() for part in parts] for parts in self.shown(GENERATOR))
        return partial(self._made, weights, buffers)

    @torch.no_grad()
    def _made(self, weights: list[Tensor], buffers: list[Tensor], z: Tensor) -> Tensor:
        given = self.feed.given(z.to(self.device, self.dtype))
        net = self.net(GENERATOR)
        return _in_parts(net, partial(net.forward, weights, buffers=buffers), given.x, given.labels)

    @torch.no_grad()
    def encode(self, x: Tensor) -> Tensor:
        """Images as D sees them → their codes (n, dimension), of a model with an encoder, by the
        one that is shown.
        """
        net, (weights, buffers) = self._nets[GENERATOR], self.shown(GENERATOR)
        assert isinstance(net, WithEncoder), "a model with an encoder"
        return net.encode(weights, x, buffers=buffers)

    def judge(self, x: Tensor, labels: Tensor | None = None) -> Tensor:
        """Images as D sees them, with what it is told beside them, if anything → D's outputs (n,),
        differentiable in x; of one that judges patches their mean.
        """
        weights, buffers = self.shown(DISCRIMINATOR)
        net = self.net(DISCRIMINATOR)
        out = _in_parts(net, partial(net.forward, weights, buffers=buffers), x, labels)
        return out.flatten(1).mean(1)

    def softened(self) -> dict[str, float]:
        """What the rules in force make easier for D; as of `ganlab.gan.looking.Looking`."""
        return self._rules.softened(self.steps)

    def facts(self) -> dict[str, Any]:
        """What is known of the images, and of each network layer by layer."""
        nets = {name: self.net(name) for name in (GENERATOR, DISCRIMINATOR)}
        encoder = self.encoder
        return {
            "extent": None,
            "modes": None,
            "encoder": encoder and [math.prod(s) for s in encoder.shapes],
            "networks": {name: [math.prod(s) for s in net.shapes] for name, net in nets.items()},
            "layers": {name: net.describe() for name, net in nets.items()},
            "built_for": {name: _place(net) for name, net in nets.items()},
            "images": self._statistics,
        }

    def in_picture(self, phase: Phase) -> dict[str, Any]:
        """What a phase produced, images as uint8 pixels (n, height, width, channels)."""
        found = phase.values()
        for name in ("x_real", "x_fake"):
            if name in found:
                found[name] = self.range.pixels(found[name]).cpu().permute(0, 2, 3, 1)
        return found


def _in_parts(
    net: Stack, forward: Callable[..., Tensor], x: Tensor, labels: Tensor | None
) -> Tensor:
    """What the network makes of many samples (n, …), so few at a time that the memory holds them:
    more are looked at than are in a batch.
    """
    most = max(1, MOST_AT_ONCE // net.numbers)
    if len(x) <= most:
        return forward(x, labels)
    told = [None] * len(x) if labels is None else torch.split(labels, most)
    return torch.cat([forward(*part) for part in zip(torch.split(x, most), told, strict=False)])


def _place(net: Stack) -> dict[str, Any]:
    """What another network in its place would have to be built for."""
    wanted = net.wanted and list(net.wanted)
    return {"inputs": list(net.inputs), "labels": net.labels, "outputs": wanted}
