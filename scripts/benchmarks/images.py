"""Examples a second of one thread in the scene of images, against plain eager PyTorch programs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial

import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.presets import image_presets
from ganlab.runtime.memory import keep_at_hand
from scripts.benchmarks.eager_images import RECIPES, Draws, EagerImages
from scripts.benchmarks.figures import Figure, Options, Target, interleaved, rate, ratios

PLAYGROUND = 182.0  # examples a second on GAN Playground's published screen
_TARGETS = {
    "playground_conv": Target(5 * PLAYGROUND, 1800.0),
    "playground_dense": Target(5 * PLAYGROUND, 1800.0),
    "dcgan_glyphs": Target(1000.0, 2000.0),
}


def measure(options: Options, presets: tuple[str, ...] = tuple(RECIPES)) -> Iterator[Figure]:
    """One thread: presets of images against plain eager PyTorch programs, both with fused Adam.

    Examples are real images that D learns from, seconds those of the processor, so that what else
    the machine does counts little: a core that does nothing else gives as many. Both steps are
    whole; ganlab's also lets an average follow G, keeps the state before it and checks for
    divergence.
    """
    torch.set_num_threads(1)
    keep_at_hand()  # as a worker does
    for preset in presets:
        steps = {"ganlab": game_of(preset).step, "eager": eager_of(preset).step}
        takes = {n: partial(rate, step, clock=time.process_time) for n, step in steps.items()}
        found = interleaved(takes, options)
        examples = RECIPES[preset].batch * RECIPES[preset].d_steps
        for name, samples in found.items():
            target = _TARGETS.get(preset) if name == "ganlab" else None
            each = tuple(examples * sample for sample in samples)
            yield Figure("images", f"{preset}: {name}", "examples/s", each, target)
        gain = ratios(found["ganlab"], found["eager"])
        yield Figure("images", f"{preset}: ganlab ÷ eager", "×", gain)


def game_of(preset: str, dtype: torch.dtype = torch.float32) -> ImageGame:
    """ganlab's game of a preset."""
    return ImageGame(RunConfig.from_json(image_presets[preset].function()), dtype=dtype)


def eager_of(preset: str) -> EagerImages:
    """The plain program of the same game, with all images at hand as it needs them."""
    game = game_of(preset)
    images, labels = game.images.images[: game.images.trained], game.images.labels
    assert labels is not None
    return EagerImages(RECIPES[preset], Draws(RECIPES[preset], game.range.seen(images), labels))
