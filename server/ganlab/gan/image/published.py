"""A network of images for use elsewhere: tensors as PyTorch's modules name them, and its plan."""

from __future__ import annotations

import json
from typing import Any

from torch import Tensor

from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.layers import layers as registry
from ganlab.gan.image.stack import Stack
from ganlab.gan.phases import GENERATOR

FORMAT = "network 1"


def published(game: ImageGame, player: str) -> tuple[dict[str, Tensor], dict[str, str]]:
    """(tensors, notes) of a player's network as it is looked at: of G its average, if it has one.

    A tensor is called after player, layer from 0 and role, "generator.0.weight"; see `Stack.named`.
    An encoder comes along with its generator, as "generator.encoder.0.weight". The notes say how to
    build and use the network, as JSON where they are more than a word:

    architecture  {"inputs", "labels", "outputs": shapes of one sample, "layers": [{"id", "params",
                  "input", "output", "tensors": [names]}]}
    encoder       the same of an encoder, or null
    pixels        {"black", "white"}: the numbers that stand for them in what D sees and G makes
    noise         {"id", "params"}: the prior of G's input
    classes       [names]: what the labels mean, in the order of their ones
    run           the configuration that it was trained with; `step`: how long; `average`: whether
                  it is G's average
    """
    net, encoder = game.net(player), game.encoder if player == GENERATOR else None
    weights, buffers = game.shown(player)
    named = {f"{player}.{name}": part for name, part in net.named(weights, buffers)}
    if encoder is not None:
        rest = weights[net.tensors :], buffers[net.buffer_tensors :]
        named |= {f"{player}.encoder.{name}": part for name, part in encoder.named(*rest)}
    tensors = {name: part.detach().cpu().contiguous().clone() for name, part in named.items()}
    config = game.config
    found: dict[str, Any] = {
        "architecture": _plan(net, player, tensors),
        "encoder": encoder and _plan(encoder, f"{player}.encoder", tensors),
        "pixels": {"black": game.range.low, "white": game.range.high},
        "noise": {"id": config.prior.id, "params": dict(config.prior.params)},
        "classes": list(game.images.names) if game.classes else [],
        "average": player == GENERATOR and game.averaging,
        "run": config.to_json(),
        "step": game.steps,
    }
    words = {"format": "pt", "ganlab": FORMAT, "player": player}
    return tensors, words | {name: json.dumps(value) for name, value in found.items()}


def _plan(net: Stack, prefix: str, tensors: dict[str, Tensor]) -> dict[str, Any]:
    layers = [
        {
            **registry.choice(choice, f"layers.{k}"),
            "input": row["input"],
            "output": row["output"],
            "tensors": [name for name in tensors if name.startswith(f"{prefix}.{k}.")],
        }
        for k, (choice, row) in enumerate(zip(net.chosen, net.describe(), strict=True))
    ]
    return {
        "inputs": list(net.inputs),
        "labels": net.labels,
        "outputs": list(net.outputs),
        "layers": layers,
    }
