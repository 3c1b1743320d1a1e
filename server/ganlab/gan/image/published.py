"""A network of images for use elsewhere: tensors as PyTorch's modules name them, and its plan."""

from __future__ import annotations

import json
from typing import Any

from torch import Tensor

from ganlab.gan.image.game import ImageGame
from ganlab.gan.phases import GENERATOR

FORMAT = "network 1"


def published(game: ImageGame, player: str) -> tuple[dict[str, Tensor], dict[str, str]]:
    """(tensors, notes) of a player's network as it is looked at: of G its average, if it has one.

    A tensor is called after player, layer from 0 and role, "generator.0.weight"; see `Stack.named`.
    The notes say how to build and use the network, as JSON where they are more than a word:

    architecture  {"inputs", "labels", "outputs": shapes of one sample, "layers": [{"id", "params",
                  "input", "output", "tensors": [names]}]}
    pixels        {"black", "white"}: the numbers that stand for them in what D sees and G makes
    noise         {"id", "params"}: the prior of G's input
    classes       [names]: what the labels mean, in the order of their ones
    run           the configuration that it was trained with; `step`: how long; `average`: whether
                  it is G's average
    """
    weights, buffers = game.shown(player)
    tensors = {
        f"{player}.{name}": part.detach().cpu().contiguous().clone()
        for name, part in game.net(player).named(weights, buffers)
    }
    return tensors, _notes(game, player, list(tensors))


def _notes(game: ImageGame, player: str, names: list[str]) -> dict[str, str]:
    config, net = game.config, game.net(player)
    rows = zip(getattr(config, player).params["layers"], net.describe(), strict=True)
    layers = [
        {
            "id": choice["id"],
            "params": choice["params"],
            "input": row["input"],
            "output": row["output"],
            "tensors": [name for name in names if name.startswith(f"{player}.{k}.")],
        }
        for k, (choice, row) in enumerate(rows)
    ]
    architecture = {
        "inputs": list(net.inputs),
        "labels": net.labels,
        "outputs": list(net.outputs),
        "layers": layers,
    }
    found: dict[str, Any] = {
        "architecture": architecture,
        "pixels": {"black": game.range.low, "white": game.range.high},
        "noise": {"id": config.prior.id, "params": dict(config.prior.params)},
        "classes": list(game.images.names) if game.classes else [],
        "average": player == GENERATOR and game.averaging,
        "run": config.to_json(),
        "step": game.steps,
    }
    words = {"format": "pt", "ganlab": FORMAT, "player": player}
    return words | {name: json.dumps(value) for name, value in found.items()}
