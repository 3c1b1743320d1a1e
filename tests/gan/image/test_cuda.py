"""On a GPU a game of images is the same as on the CPU, as far as float64 tells."""

from typing import Any

import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.image.architectures import dcgan_discriminator, dcgan_generator
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.judge import ImageJudge

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="torch finds no GPU")

DROPPED = [*dcgan_discriminator(16, 4)]
DROPPED.insert(2, {"id": "dropout"})


@pytest.mark.parametrize("penalties", [[], [{"id": "gradient_penalty"}]], ids=["plain", "penalty"])
def test_rounds_are_those_of_the_cpu(penalties: list[dict[str, Any]]) -> None:
    config = RunConfig.from_json({
        "scene": "image",
        "data": {"id": "digits"},
        "model": {"id": "conditional"},
        "generator": {"params": {"layers": dcgan_generator((1, 16, 16), 4)}},
        "discriminator": {"params": {"layers": DROPPED}},
        "regularizers": penalties,
        "batch_size": 12,
    })  # fmt: skip
    here, there = (ImageGame(config, device=d, dtype=torch.float64) for d in ("cpu", "cuda"))
    for _ in range(3):
        here.step()
        there.step()
        assert there.losses() == pytest.approx(here.losses(), rel=1e-7)
    ours, theirs = here.state_dict(), there.state_dict()
    for name, part in ours.items():
        torch.testing.assert_close(theirs[name], part, rtol=1e-5, atol=1e-8)
    expected, _ = ImageJudge(here).measure()
    assert ImageJudge(there).measure()[0] == pytest.approx(expected)
