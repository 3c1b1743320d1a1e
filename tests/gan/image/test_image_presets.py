"""Presets of images: each can be played as it is, and says in what it departs from the standard."""

import pytest
import torch

from ganlab.gan.config import IMAGE, RunConfig
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.presets import image_presets

NAMES = [entry.id for entry in image_presets]


@pytest.mark.parametrize("name", NAMES)
def test_a_preset_is_of_images_and_can_be_played(name: str) -> None:
    config = RunConfig.from_json(image_presets[name].function())
    assert config.scene == IMAGE
    game = ImageGame(config)
    before = game.weights("generator").clone()
    game.step()
    assert not torch.equal(before, game.weights("generator"))


def test_presets_are_different_and_say_what_to_watch() -> None:
    documents = [str(RunConfig.from_json(e.function()).to_json()) for e in image_presets]
    assert len(set(documents)) == len(documents)
    for entry in image_presets:
        assert entry.extras["watch"].endswith(".")
        assert entry.source


def test_small_digits_are_learned_within_seconds() -> None:
    """After 400 steps fakes are nearer to digits than noise is, and not all alike."""
    game = ImageGame(RunConfig.from_json(image_presets["dcgan_digits"].function()))
    z = game.noise(100, torch.Generator().manual_seed(1))
    real = game.images.images[: game.images.trained].flatten(1).float()
    kept = game.images.images[game.images.trained :].flatten(1).float()

    def distance() -> float:
        fakes = game.range.pixels(game.generate(z)).flatten(1).float()
        return float(torch.cdist(fakes, real).min(dim=1).values.median())

    floor = float(torch.cdist(kept, real).min(dim=1).values.median())
    before = distance()
    for _ in range(400):
        game.step()
    assert before > 3 * floor
    assert 0.5 * floor < distance() < 1.6 * floor
    fakes = game.range.pixels(game.generate(z)).flatten(1).float()
    nearest = torch.cdist(fakes, real).argmin(dim=1)
    assert game.images.labels is not None
    assert len(game.images.labels[nearest].unique()) >= 8
