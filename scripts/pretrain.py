"""python -m scripts.pretrain [--only NAME …]: trains the weights that come with the lab.

For each distribution and each preset of images it writes a checkpoint with its configuration, its
seed in it, and in the metadata this script's name and how good the weights are. The same
configuration, seed and machine give the same file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.image.presets import image_presets
from ganlab.gan.plane.distributions import distributions
from ganlab.gan.plane.judge import Judge
from ganlab.runtime.checkpoint import Checkpoint
from ganlab.runtime.pretrained import FOLDER, SUFFIX
from scripts import pretrain_images

HAND_DRAWN = "points"  # whose data nobody knows before

# (steps, learning rate of both, batch size): large steps find the shape, small and quiet ones make
# it clean. The run that goes on from the weights keeps the last ones.
SCHEDULE = ((5000, 0.001, 256), (2500, 0.0003, 512), (1500, 0.0001, 512))


def _mlp(**params: Any) -> dict[str, Any]:
    return {"id": "mlp", "params": params}


def _r1_r2(weight: float) -> list[dict[str, Any]]:
    return [{"id": name, "params": {"weight": weight}} for name in ("r1", "r2")]


RECIPE: dict[str, Any] = {
    "generator": _mlp(layers=2, width=48),
    "discriminator": _mlp(layers=1, width=64, fourier=3),
    "regularizers": _r1_r2(0.05),
    "g_ema": 0.999,
}
# What does not fit all: simple shapes need less, 25 modes more, thin bands a sharper D.
SMALL = {"generator": _mlp(layers=1, width=32), "discriminator": _mlp(layers=1, width=32)}
BAND = {"discriminator": _mlp(layers=2, width=64, fourier=2), "regularizers": _r1_r2(0.02)}
SPECIAL: dict[str, dict[str, Any]] = {
    "grid": {
        "generator": _mlp(layers=2, width=64),
        "discriminator": _mlp(layers=1, width=96, fourier=4),
    },
    "line": SMALL,
    "gaussian": SMALL,
    "gaussians": {"regularizers": _r1_r2(0.1)},
    "ring_band": BAND,
    "circles": BAND,
    "checkerboard": {
        "generator": _mlp(layers=2, width=64),
        "discriminator": _mlp(layers=2, width=64, fourier=3),
        "regularizers": _r1_r2(0.01),
    },
}


def train(distribution: str) -> Game:
    """The trained game for a distribution."""
    config = {**RECIPE, **SPECIAL.get(distribution, {}), "data": {"id": distribution}}
    game = Game(RunConfig.from_json(config))
    for steps, rate, batch in SCHEDULE:
        rates = {field: {"params": {"lr": rate}} for field in ("g_optimizer", "d_optimizer")}
        game.configure(game.config.changed({**rates, "batch_size": batch}))
        for _ in range(steps):
            game.step()
    return game


def document(game: Game) -> tuple[bytes, float, float]:
    """(the file, JS divergence, floor of a perfect generator) of a trained game, both in bits."""
    judge = Judge(game)
    divergence = judge.measure()[0]["js_divergence"]
    floor = judge.floors()["js_divergence"]
    checkpoint = Checkpoint(game.config, game.state_dict(), "paused", None)
    notes = {
        "trained_by": "scripts/pretrain",
        "schedule": "; ".join(f"{n} steps at {rate:g}, {b} samples" for n, rate, b in SCHEDULE),
        "js_divergence": f"{divergence:.4f}",
        "floor": f"{floor:.4f}",
    }
    return pretrain_images.in_order(checkpoint.to_bytes(**notes)), divergence, floor


def trainable() -> Iterator[str]:
    """The distributions that weights are trained for."""
    return (entry.id for entry in distributions if entry.id != HAND_DRAWN)


def of_distribution(name: str, folder: Path) -> Iterator[str]:
    """Writes the file of a distribution; gives what is printed."""
    file, divergence, floor = document(train(name))
    (folder / f"{name}{SUFFIX}").write_bytes(file)
    yield f"{name:14} JS {divergence:.4f} bits, floor {floor:.4f}, {len(file):,} bytes"


def main(
    only: Annotated[
        list[str] | None,
        typer.Option(
            help="Train for this distribution or preset alone, or the classifiers; may be repeated."
        ),
    ] = None,
    folder: Annotated[Path, typer.Option(help="Where to write the files.")] = FOLDER,
) -> None:
    """Train the weights that come with the lab. Takes a quarter of an hour."""
    torch.set_num_threads(1)
    makers: dict[str, Callable[[str, Path], Iterator[str]]] = {
        **dict.fromkeys(trainable(), of_distribution),
        "classifiers": pretrain_images.of_classifiers,
        **dict.fromkeys((entry.id for entry in image_presets), pretrain_images.of_preset),
    }
    for name in only or makers:
        if name not in makers:
            raise typer.BadParameter(f"expected one of {', '.join(makers)}, got {name}")
    folder.mkdir(parents=True, exist_ok=True)
    for name in only or makers:
        for words in makers[name](name, folder):
            typer.echo(words)


if __name__ == "__main__":
    typer.run(main)
