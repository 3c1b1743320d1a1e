"""Presets show what they promise, in short runs with fixed seeds."""

import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.plane.judge import Judge
from ganlab.gan.presets import presets


def play(preset: str, steps: int, seed: int = 0) -> Game:
    game = Game(RunConfig.from_json({**presets[preset].function(), "seed": seed}))
    for _ in range(steps):
        game.step()
    return game


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_ring_reaches_every_mode_in_a_third_of_its_steps(seed: int) -> None:
    values, shares = Judge(play("ring_all_modes", 1000, seed)).measure()
    assert values["mode_coverage"] == 8
    # More than a perfect sampler's 98.89 % would mean modes that are too narrow.
    assert 60 < values["high_quality_rate"] <= 99.5
    assert shares is not None
    assert min(shares) > 0.01  # a fair share is 0.989 / 8 = 0.124
    assert values["js_divergence"] < 0.35


def test_mode_collapse_holds_few_modes_and_moves_among_them() -> None:
    """Counted as in the recipe's source: modes that are nearest to at least 1 % of the samples."""
    game = Game(RunConfig.from_json(presets["mode_collapse"].function()))
    mixture = game.plane.mixture
    assert mixture is not None
    noise = torch.randn(2000, 2, generator=torch.Generator().manual_seed(0))
    held, favourites = [], set()
    for _ in range(15):
        for _ in range(200):
            game.step()
        nearest, _ = mixture.nearest(game.generate(noise))
        shares = torch.bincount(nearest, minlength=8) / len(nearest)
        held.append(int((shares >= 0.01).sum()))
        favourites.add(int(shares.argmax()))
    assert sorted(held)[len(held) // 2] <= 3
    assert min(held) == 1
    assert len(favourites) >= 3
