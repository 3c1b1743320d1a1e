"""Experiments on images: a preset trained from scratch, seen by the lab's own classifier."""

from __future__ import annotations

import time

import torch
from torch import Tensor

from ganlab.gan import streams
from ganlab.gan.contest import Diverged
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.instruments.evidence import sample_size
from ganlab.gan.image.instruments.examiner import ImageExaminer
from ganlab.gan.image.presets import image_presets
from ganlab.reproduce.experiment import Arm, Column, Figures, Plan, Published, Tell, experiment
from ganlab.reproduce.training import config_of, recipe

_INSTRUMENTS = {
    "classes": "image_classes",
    "frechet": "image_frechet",
    "precision": "image_precision",
    "recall": "image_recall",
}
_COLUMNS = (
    Column("classes", "classes present"),
    Column("frechet", "Fréchet distance, %", 2),
    Column("precision", "precision, %"),
    Column("recall", "recall, %"),
    Column("accuracy", "classifier right, %", 2),
    Column("seconds", "s on one core", 0),
)
UNTRAINED, TRAINED, REAL = "of an untrained G", "of the trained G", "new real images"
_PIECES = 50  # progress is told so many times in a run
_PERFECT = Published("a perfect sampler", "all classes of the data", {"classes": "10"})

DCGAN = image_presets["dcgan_glyphs"]


def _arms(data: str) -> tuple[Arm, ...]:
    made = recipe({**DCGAN.function(), "data": {"id": data}})
    return tuple(
        Arm(fakes, {**made, "fakes": fakes}, (_PERFECT,)) for fakes in (UNTRAINED, TRAINED, REAL)
    )


_NOTE = (
    "The preset DCGAN on printed digits, from scratch, for the steps that it says are enough. A "
    "class is present when the lab's classifier takes at least a tenth of its due share of 1,000 "
    "fakes for it. Fréchet distance, precision and recall are of what this classifier sees, so "
    "they are to be held against the last row alone, in which held-out real images stand in the "
    "place of the fakes: no generator can be expected to do better. The classifier's own figure "
    "is of held-out images."
)


@experiment(
    "DCGAN on printed digits",
    source="Radford et al. 2016; ours, there is no published table",
    plan=Plan(_COLUMNS, _arms("glyphs"), DCGAN.extras["steps"], 3, _NOTE),
)
def images(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """Ten digits in many typefaces, by the preset as it comes."""
    return _measured(arm, seed, steps, tell)


@experiment(
    "DCGAN on MNIST",
    source="Radford et al. 2016; ours, there is no published table",
    plan=Plan(_COLUMNS, _arms("mnist"), DCGAN.extras["steps"], 3, _NOTE),
)
def mnist(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """The same on MNIST: from openml.org, or from its files in the lab's folder."""
    return _measured(arm, seed, steps, tell)


def _measured(arm: Arm, seed: int, steps: int, tell: Tell) -> Figures:
    """What the instruments say of the fakes that an arm is about, and how long they took to make.
    A run whose numbers overflow is measured as it was then, and says so ("played").
    """
    game = ImageGame(config_of(arm.recipe, seed))
    examiner = ImageExaminer(game.images)
    examiner.prepare()
    spent, played = 0.0, steps
    if arm.recipe["fakes"] == TRAINED:
        spent, played = _train(game, steps, tell)
    pixels = _real(game, seed) if arm.recipe["fakes"] == REAL else _fakes(game, seed)
    tell(1.0)
    found = {key: examiner.examine(name, pixels) for key, name in _INSTRUMENTS.items()}
    figures = {key: finding.value for key, finding in found.items() if finding is not None}
    figures |= {"accuracy": examiner.classifier.accuracy or 0.0, "seconds": spent}
    return figures if played == steps else {**figures, "played": played}


def _train(game: ImageGame, steps: int, tell: Tell) -> tuple[float, int]:
    """(seconds of the processor's time, steps played)."""
    begun = time.thread_time()
    try:
        for step in range(1, steps + 1):
            game.step()
            if step * _PIECES // steps > (step - 1) * _PIECES // steps:
                tell(step / steps)
    except Diverged:
        pass
    return time.thread_time() - begun, game.steps


def _fakes(game: ImageGame, seed: int) -> Tensor:
    """As many fakes as the instruments look at, uint8."""
    rng = streams.generator(seed, streams.EXHIBIT_NOISE)
    noise = game.noise(sample_size(game.images), rng)
    return torch.cat([game.range.pixels(game.generate(z)) for z in torch.split(noise, 100)])


def _real(game: ImageGame, seed: int) -> Tensor:
    """As many images that nothing was trained on, uint8."""
    images = game.images
    rng = streams.generator(seed, streams.HELD_OUT_DATA)
    numbers = images.trained + torch.randperm(images.held_out, generator=rng)
    return images.images[numbers[: sample_size(images)]]
