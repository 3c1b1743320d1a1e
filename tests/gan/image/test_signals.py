"""Signals of images: what they say of fakes whose kind is known."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.image.game import ImageGame
from ganlab.gan.image.judge import ImageJudge
from ganlab.gan.image.metrics import Evaluation
from ganlab.gan.image.signals import ImageProbe, nearest_other
from tests.gan.image.looks import DIGITS


@pytest.fixture(scope="module")
def game() -> ImageGame:
    return ImageGame(RunConfig.from_json(DIGITS))


@pytest.fixture(scope="module")
def judge(game: ImageGame) -> ImageJudge:
    return ImageJudge(game)


@pytest.fixture(scope="module")
def perfect(game: ImageGame) -> Evaluation:
    """Fakes that are other real images, and a D that cannot tell."""
    x = game.seen(torch.arange(256)).x
    even = torch.linspace(0, 1, 256)
    return Evaluation(even, even, even - 0.5, even - 0.5, x)


def test_real_images_in_the_place_of_fakes_are_like_the_data(
    game: ImageGame, judge: ImageJudge, perfect: Evaluation
) -> None:
    counted = {"value": 9.0, "shares": [0.1] * 10}
    now = ImageProbe(game, judge).read(perfect, {"image_classes": counted})
    assert (now.classes, now.of) == (9, 10)
    assert now.gap < 0.1
    assert now.variety == pytest.approx(1, abs=0.15)
    assert now.separation == pytest.approx(0.5)
    assert now.right == pytest.approx(0.5, abs=0.01)
    assert now.moved is None


def test_one_image_again_and_again_has_no_variety_and_all_variance_to_go(
    game: ImageGame, judge: ImageJudge, perfect: Evaluation
) -> None:
    middle = perfect.fake.mean(0, keepdim=True).expand_as(perfect.fake)
    now = ImageProbe(game, judge).read(replace(perfect, fake=middle))
    assert now.variety == pytest.approx(0, abs=1e-3)
    assert now.gap == pytest.approx(1, abs=0.05)  # the mean is right, and nothing else


def test_the_fakes_way_is_counted_between_readings_that_count(
    game: ImageGame, judge: ImageJudge, perfect: Evaluation, monkeypatch: pytest.MonkeyPatch
) -> None:
    probe, found = ImageProbe(game, judge), []
    for step in (0, 50, 70, 100, 20):
        monkeypatch.setattr(game, "steps", step)
        others = perfect if step in (0, 20) else replace(perfect, fake=perfect.fake.roll(1, 0))
        found.append(probe.read(others).moved)
    assert found[0] is None
    assert found[1] == pytest.approx(1, abs=0.1)  # from one real image to another
    assert found[2:] == [None, 0.0, None]  # too near; nothing moved; back in time


def test_rms_and_share_of_verdicts(game: ImageGame, judge: ImageJudge, perfect: Evaluation) -> None:
    sure = replace(
        perfect, d_real=torch.ones(256), d_fake=torch.full((256,), 0.25),
        real_raw=torch.full((256,), 3.0), fake_raw=torch.full((256,), -3.0),
    )  # fmt: skip
    now = ImageProbe(game, judge).read(sure)
    assert (now.real_right, now.fake_right, now.right) == (1, 1, 1)
    assert now.separation == 1
    assert now.score == pytest.approx(3)


def test_nearest_others() -> None:
    assert nearest_other(torch.tensor([[0.0], [1.0], [3.0]])) == 1
    assert nearest_other(torch.zeros(5, 2)) == 0
    assert nearest_other(torch.zeros(1, 2)) == 0
