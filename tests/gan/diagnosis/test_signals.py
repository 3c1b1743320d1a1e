"""Signals: each against what it must be for samples and verdicts that are known."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pytest
import torch
from torch import Tensor

from ganlab.gan.config import RunConfig
from ganlab.gan.diagnosis.signals import LOOKED_AT, Probe, Signals, median_gap, ordered
from ganlab.gan.game import Game
from ganlab.gan.plane.judge import Judge
from ganlab.gan.plane.metrics import Evaluation


def probed(config: Mapping[str, object], fake: Tensor) -> Signals:
    """The signals of a new game whose fakes are these."""
    game = Game(RunConfig.from_json(config))
    judge = Judge(game)
    plane = game.plane
    evaluation = Evaluation(judge.real, fake, plane.extent, plane.mixture)
    return Probe(game, judge, judge.floors()["js_divergence"]).read(evaluation)


def rng(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_order_is_counted_pair_by_pair() -> None:
    real = torch.randn(70, generator=rng(0)).mul(4).round() / 4  # with ties
    fake = torch.randn(50, generator=rng(1)).mul(4).round() / 4 - 0.5
    pairs = real[:, None] - fake[None]
    expected = float((pairs > 0).double().mean() + 0.5 * (pairs == 0).double().mean())
    assert ordered(real, fake) == pytest.approx(expected, abs=1e-12)
    assert ordered(fake, real) == pytest.approx(1 - expected, abs=1e-12)


def test_order_of_two_normals_is_the_textbook_value() -> None:
    real, fake = torch.randn(100_000, generator=rng(0)) + 1, torch.randn(100_000, generator=rng(1))
    expected = 0.5 * (1 + math.erf(0.5))  # Φ(1/√2)
    assert ordered(real, fake) == pytest.approx(expected, abs=0.004)


def test_gap_is_the_median_distance_to_the_next_point() -> None:
    line = torch.tensor([[0.0, 0.0], [1.0, 0.0], [3.0, 0.0], [7.0, 0.0]])
    assert median_gap(line) == 1.0  # of 1, 1, 2, 4 the lower middle
    assert median_gap(torch.cat((line, line))) == 1.0
    assert median_gap(line[:1]) == 0.0


def test_place_and_width_are_counted_from_the_data_in_its_own_units() -> None:
    config = {"data": {"id": "gaussian", "params": {"std": 0.5}}}
    fake = torch.randn(5000, 2, generator=rng(0)) * torch.tensor([1.0, 0.25]) + torch.tensor([2, 0])
    found = probed(config, fake)
    assert found.centre == pytest.approx((4.0, 0.0), abs=0.1)
    assert found.spread == pytest.approx((2.0, 0.5), rel=0.05)
    assert found.shares == (1.0,)


def test_modes_have_the_share_that_is_nearest_to_them() -> None:
    fake = torch.zeros(5000, 2)
    fake[:, 0] = 0.3  # well inside the ring: near no mode, and nearest to the first
    fake[:1000] = torch.tensor([0.0, 5.0])  # far outside, nearest to the third
    found = probed({}, fake)
    assert found.shares == (0.8, 0.0, 0.2, 0.0, 0.0, 0.0, 0.0, 0.0)
    assert found.covered == 0.0
    assert found.js_excess > 0.8


def test_a_perfect_generator_covers_the_data_and_exceeds_nothing() -> None:
    game = Game(RunConfig.from_json({}))
    found = probed({}, game.plane.sample(5000, rng(5)))
    assert found.js_excess == pytest.approx(0.0, abs=0.005)
    assert found.covered > 0.97
    assert max(found.shares or ()) == pytest.approx(0.125, abs=0.02)


def test_pull_is_the_median_length_in_widths_of_the_data() -> None:
    game = Game(RunConfig.from_json({"data": {"id": "gaussian", "params": {"std": 0.5}}}))
    fake = torch.randn(5000, 2, generator=rng(0))
    found = probed({"data": {"id": "gaussian", "params": {"std": 0.5}}}, fake)
    expected = float(game.pull(fake[:LOOKED_AT]).norm(dim=1).median()) * 0.5
    assert found.pull == pytest.approx(expected, rel=0.03)  # the width is that of 5,000 samples


def test_only_finite_data_can_be_repeated() -> None:
    assert probed({}, torch.zeros(5000, 2)).crowding is None
    points = [[float(x), float(y)] for x in range(5) for y in range(4)]
    config = {"data": {"id": "points", "params": {"points": points, "jitter": 0.001}}}
    at = torch.tensor(points)
    repeated = probed(config, at[torch.arange(5000) % 20] + torch.tensor([0.05, 0.0]))
    assert repeated.crowding == pytest.approx(0.05, abs=1e-5)
    assert repeated.hit == 1.0
    one = probed(config, at[:1].expand(5000, 2).contiguous())
    assert one.crowding == 0.0
    assert one.hit == pytest.approx(1 / 20)
    between = probed(config, at[torch.arange(5000) % 20] + torch.tensor([0.5, 0.5]))
    assert between.crowding == pytest.approx(math.sqrt(0.5), abs=1e-5)
    assert between.hit == 0.0


def test_reading_leaves_the_game_alone() -> None:
    game, other = (Game(RunConfig.from_json({})) for _ in range(2))
    judge = Judge(game)
    probe = Probe(game, judge, 0.0)
    for _ in range(5):
        game.step()
        probe.read(judge.look())
        other.step()
    for name, value in game.state_dict().items():
        assert torch.equal(value, other.state_dict()[name]), name


@pytest.mark.parametrize("model", ["conditional", "bigan"])
def test_every_model_is_judged_with_what_stands_beside_its_samples(model: str) -> None:
    game = Game(RunConfig.from_json({"model": {"id": model}}))
    judge = Judge(game)
    found = Probe(game, judge, 0.0).read(judge.look())
    fake = game.generate(judge.noise[:LOOKED_AT])
    real_raw = game.discriminate(
        judge.real[:LOOKED_AT], None if judge.beside is None else judge.beside[:LOOKED_AT]
    )
    fake_raw = game.discriminate(fake, game.beside(judge.noise[:LOOKED_AT]))
    assert found.separation == pytest.approx(ordered(real_raw, fake_raw), abs=1e-9)
    assert 0 < found.pull < math.inf
