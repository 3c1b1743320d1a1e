"""Inspection of filters: a layer's weights as pictures."""

from __future__ import annotations

import torch
from torch import Tensor

from ganlab.gan.image.inspections.entry import Found, inspection
from ganlab.gan.image.inspections.features import MOST_MAPS, player
from ganlab.gan.image.inspections.subject import Subject, plain
from ganlab.gan.image.stack import Stack
from ganlab.registry import ConfigError, param

_CAN = (
    "a layer whose weights are pictures: a convolution, or a fully connected one that reads an "
    "image right behind a flatten or paints one right before a reshape"
)


def kernels(net: Stack, weights: list[Tensor], layer: int) -> Tensor | None:
    """The weights of a layer, counted from 1, as pictures (k, channels, height, width), or None
    where they are none: of a convolution its kernels, with what lies on their other side as
    channels; of a fully connected layer what each of its units wants to see, or what each of its
    inputs paints.
    """
    own = net.parts(layer, weights)
    matrix = own[0] if own else None
    if matrix is None or matrix.dim() not in (2, 4):
        return None
    if matrix.dim() == 4:
        return matrix
    before = net.shapes[layer - 2] if layer > 1 else ()
    after = net.shapes[layer + 1] if layer + 1 < len(net.shapes) else ()
    if len(before) == 3:
        return matrix.reshape(-1, *before)
    return matrix.mT.reshape(-1, *after) if len(after) == 3 else None


def toned(pictures: Tensor) -> tuple[Tensor, float]:
    """Signed pictures as uint8 on one scale, which is given too: 0 is 127.5, the largest weight of
    all 255, its negative 0.
    """
    scale = pictures.abs().max().clamp_min(1e-30)
    return (pictures / scale * 127.5 + 127.5).round().byte(), float(scale)


def as_pictures(tensor: Tensor) -> Tensor:
    """(k, channels, height, width) → grey or coloured pictures (n, 1 or 3, height, width): with
    other numbers of channels each channel is a picture.
    """
    return tensor if tensor.shape[1] in (1, 3) else tensor.flatten(0, 1)[:, None]


@inspection("Filters", source="Krizhevsky et al. 2012, figure 3")
@torch.no_grad()
def filters(
    subject: Subject,
    *,
    player: str = player(),
    layer: int = param(0, 0, 40, label="Layer", help="From 1; 0 is the first that has pictures."),
) -> Found:
    """The weights of a layer as pictures: what each of its units looks for, or what it paints. Grey
    is a weight of 0, light a positive and dark a negative one.
    """
    game = subject.game
    net = game.net(player)
    weights, _ = game.shown(player)
    wanted = [layer] if layer else range(1, len(net.counts) + 1)
    for place in wanted:
        found = kernels(net, weights, place) if place <= len(net.counts) else None
        if found is not None:
            told = place == 1 and net.labels and len(net.inputs) == 3
            pictures = as_pictures(found[:, : net.inputs[0]] if told else found)
            shown, scale = toned(pictures[:MOST_MAPS].float().cpu())
            facts = {"layer": place, "of": len(pictures), "scale": plain(scale)}
            return Found(facts, {"filters": shown.permute(0, 2, 3, 1).contiguous().numpy()})
    raise ConfigError("params.layer", _CAN, layer)
