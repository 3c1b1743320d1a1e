"""Inspection of feature maps: what a layer makes of one image."""

from __future__ import annotations

import math
from itertools import islice
from typing import Any

import torch
from torch import Tensor

from ganlab.gan.image.inspections.entry import FAKE, Found, inspection, place, side
from ganlab.gan.image.inspections.subject import Subject, plain
from ganlab.gan.phases import DISCRIMINATOR, GENERATOR
from ganlab.registry import ConfigError, param

MOST_MAPS = 64
_MOST_FLAT = 4096


def player() -> Any:
    """A parameter: whose network is looked into."""
    return param(
        DISCRIMINATOR, choices={GENERATOR: "Generator", DISCRIMINATOR: "Discriminator"},
        label="Network",
    )  # fmt: skip


def stretched(values: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Maps (k, …) as uint8, each from its own least value, 0, to its greatest, 255; and these (k,).

    A map that is the same everywhere is 0.
    """
    values = values.float().nan_to_num(0.0)
    low, high = values.flatten(1).aminmax(dim=1)
    places = (-1, *[1] * (values.dim() - 1))
    span = (high - low).clamp_min(1e-30).view(places)
    return ((values - low.view(places)) / span * 255).round().byte(), low, high


def as_maps(out: Tensor) -> tuple[Tensor, int]:
    """What a layer puts out for one sample as maps (k, height, width), 64 at most, and how many
    there are. A row of numbers becomes one map, near to a square, its last places left at the
    least.
    """
    if out.dim() == 3:
        return out[:MOST_MAPS], len(out)
    kept = out[:_MOST_FLAT]
    width = math.ceil(math.sqrt(len(kept)))
    height = math.ceil(len(kept) / width)
    row = kept.new_full((height * width,), float(kept.min()))
    row[: len(kept)] = kept
    return row.view(1, height, width), len(out)


@inspection("Feature maps", source="Zeiler & Fergus 2014, section 2")
@torch.no_grad()
def features(
    subject: Subject,
    *,
    side: str = side(),
    index: int = place(),
    player: str = player(),
    layer: int = param(1, 1, 40, label="Layer", help="From 1, the one nearest to the input."),
) -> Found:
    """What a layer of either player puts out for an image, map by map: where in the image each of
    its features is found. Each map runs from its own least value, black, to its greatest, white.
    """
    game = subject.game
    net = game.net(player)
    if layer > len(net.counts):
        expected = f"a number from 1 to {len(net.counts)}, for there are only so many layers"
        raise ConfigError("params.layer", expected, layer)
    if player == GENERATOR and side != FAKE:
        raise ConfigError("params.side", "a generated image, for the generator made no other", side)
    if player == GENERATOR:
        given = subject.given([index])
        x, told = given.x, given.labels
    else:
        x, told = subject.seen(side, index)
    weights, buffers = game.shown(player)
    every = net.every(weights, x, told, buffers=buffers)
    out = next(islice(every, layer - 1, None))[0].cpu()
    maps, of = as_maps(out)
    painted, low, high = stretched(maps)
    ranges = [[plain(a), plain(b)] for a, b in zip(low, high, strict=True)]
    facts = {"of": of, "flat": out.dim() == 1, "ranges": ranges}
    return Found(facts, {"maps": painted.contiguous().numpy()})
