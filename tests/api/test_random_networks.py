"""Networks drawn at random, sent to a real worker: trained or refused by name, and it lives on."""

import asyncio
import math
from random import Random
from typing import Any

from ganlab.api.stream import COMMANDS_PER_S
from ganlab.gan.image.plan import check
from tests.api.visitor import Visitor, begin
from tests.gan.image.random_stacks import Layers, drawn, spoilt

SHAPE = (1, 16, 16)
NOISE = 8
QUICK = 2**13  # numbers for each sample, up to which a network is played in milliseconds
SMALL: dict[str, Any] = {
    "scene": "image",
    "data": {"id": "digits"},
    "prior": {"id": "gaussian", "params": {"dimension": NOISE}},
    "generator": {"params": {"layers": [
        {"id": "dense", "params": {"units": 256}},
        {"id": "reshape", "params": {"channels": 1, "height": 16, "width": 16}},
    ]}},
    "discriminator": {"params": {"layers": [
        {"id": "flatten", "params": {}}, {"id": "dense", "params": {"units": 1}},
    ]}},
    "batch_size": 4,
}  # fmt: skip
ENDS: dict[str, Layers] = {
    "generator": [{"id": "flatten", "params": {}}, *SMALL["generator"]["params"]["layers"]],
    "discriminator": SMALL["discriminator"]["params"]["layers"],
}


def network(rng: Random, player: str) -> Layers:
    """Layers for a player's own input, most often with an end that gives what it has to."""
    inputs = (NOISE,) if player == "generator" else SHAPE
    while True:
        layers, _ = drawn(rng, inputs)
        found = check(layers, inputs)["layers"]
        if sum(math.prod(layer["output"]) for layer in found) < QUICK:
            break
    if rng.random() < 0.3:
        layers, _, _ = spoilt(layers[: len(found)], rng)
    return [*layers, *ENDS[player]] if rng.random() < 0.8 else layers


async def test_a_worker_trains_them_or_says_why_not(base_url: str) -> None:
    rng = Random(5)
    heard: list[str] = []
    answers = {"frame": 0, "error": 0}
    async with Visitor.of(base_url, begin(base_url, **SMALL)) as visitor:
        hear = visitor.hear

        async def noted() -> dict[str, Any]:
            found = await hear()
            heard.append(found["type"])
            return found

        visitor.hear = noted  # type: ignore[method-assign]
        for _ in range(40):
            player = rng.choice(["generator", "discriminator"])
            layers = network(rng, player)
            changes = {player: {"params": {"layers": layers}}}
            found = await visitor.ask(type="configure", changes=changes)
            answers[found["type"]] += 1
            if found["type"] == "error":
                assert found["field"].startswith(f"{player}.params.layers"), found
                assert found["message"]
            stepped = await visitor.ask(type="step")
            assert stepped["type"] == "frame", (layers, stepped)
            await asyncio.sleep(2 / COMMANDS_PER_S)  # the two just given
    assert min(answers.values()) >= 10
    assert "notice" not in heard  # no worker was lost, no run diverged
