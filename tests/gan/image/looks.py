"""Small games of digits to look inside of, and what an inspection says of them."""

import functools
import json
from typing import Any

import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.image.architectures import dcgan_discriminator, dcgan_generator
from ganlab.gan.image.datasets import datasets
from ganlab.gan.image.datasets.ready import bring
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.inspections import Inspector
from ganlab.gan.image.inspections.entry import Found
from ganlab.gan.image.inspections.subject import Subject
from ganlab.gan.image.snapshot import ImageEye

DIMENSION = 6
DIGITS: dict[str, Any] = {
    "scene": "image",
    "data": {"id": "digits"},
    "prior": {"id": "gaussian", "params": {"dimension": DIMENSION}},
    "generator": {"params": {"layers": dcgan_generator((1, 16, 16), 4), "init": "he"}},
    "discriminator": {"params": {"layers": dcgan_discriminator(16, 4), "init": "he"}},
    "batch_size": 12,
    "seed": 3,
}
# A generator that is linear in its noise, and a D that is linear in its pixels.
LINEAR: dict[str, Any] = {
    "generator": {"params": {"layers": [
        {"id": "dense", "params": {"units": 256}},
        {"id": "reshape", "params": {"channels": 1, "height": 16, "width": 16}},
    ]}},
    "discriminator": {"params": {"layers": [
        {"id": "flatten"}, {"id": "dense", "params": {"units": 1}},
    ]}},
}  # fmt: skip


def digits_are_here() -> None:
    """Have the images made: a session takes none that are not."""
    bring(datasets["digits"], {})


@functools.cache
def _made(changes: str, dtype: torch.dtype) -> ImageGame:
    game = ImageGame(RunConfig.from_json({**DIGITS, **json.loads(changes)}), dtype=dtype)
    game.step()
    return game


def game_of(dtype: torch.dtype = torch.float32, **changes: Any) -> ImageGame:
    """A game after one step, the same one each time: looking at it leaves it alone."""
    return _made(json.dumps(changes), dtype)


def subject_of(game: ImageGame, label: int | None = None) -> Subject:
    """What inspections get to see of it."""
    return Subject(game, ImageEye(game), label, {})


def look(game: ImageGame, kind: str, label: int | None = None, **params: Any) -> Found:
    """What an inspection finds."""
    return Inspector(game, ImageEye(game)).look(kind, params, label)
