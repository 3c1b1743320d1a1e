"""Instruments of cells and modes: closed forms of Gaussian pairs, and hand-made histograms."""

import math

import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.instruments.cells import jsd_nats, mode_kl, optimal_value
from ganlab.gan.instruments.examiner import Examiner
from ganlab.gan.instruments.instrument import Finding
from ganlab.gan.plane.judge import Judge
from ganlab.gan.plane.metrics import cell_counts
from ganlab.gan.plane.mixture import Mixture
from tests.gan.instruments.conftest import normal, pair, samples

GAUSSIANS = [(0.0, 0.0, -1.386294), (1.0, 0.111421, -1.163451), (2.0, 0.336831, -0.712633)]


@pytest.mark.parametrize(("mean", "jsd", "value"), GAUSSIANS)
def test_the_value_of_the_best_d_is_that_of_gaussian_pairs(mean, jsd, value):
    found = [optimal_value(pair(5000, mean, seed)).value for seed in range(8)]
    average = sum(found) / len(found)
    # Stated error: 0.01 nats for the mean, as a cell of half a spread loses a little; 0.03 for one.
    assert average == pytest.approx(value, abs=0.01)
    assert all(abs(v - value) < 0.03 for v in found)
    assert value == pytest.approx(-math.log(4) + 2 * jsd, abs=2e-6)


def test_disjoint_supports_give_log_two_and_a_value_of_zero():
    real, fake = torch.zeros(2, 901, dtype=torch.float64)
    real[:4], fake[4:8] = 1000, 1000
    # Without the correction, which is (8-1)/16000 - (4-1)/8000 here, exactly log 2.
    assert jsd_nats(real, fake) == pytest.approx(math.log(2) + 7 / 16000 - 3 / 8000, abs=1e-12)
    far = optimal_value(samples(normal(5000, 0, -4, 0.3), normal(5000, 1, 4, 0.3))).value
    assert far == pytest.approx(0, abs=0.01)


def test_the_correction_takes_most_of_the_bias_off():
    """Of one Gaussian the divergence is 0; uncorrected it reads 0.009 at 5,000 samples a side."""
    found, plain = [], []
    for seed in range(8):
        shown = pair(5000, 0.0, seed)
        found.append((optimal_value(shown).value + math.log(4)) / 2)
        counts = [cell_counts(x, shown.extent).double() for x in (shown.real, shown.fake)]
        p, q = (c / c.sum() for c in counts)
        m = (p + q) / 2
        plain.append(float((torch.xlogy(p, p / m) + torch.xlogy(q, q / m)).nansum() / 2))
    assert sum(plain) / 8 > 0.007
    assert abs(sum(found)) < sum(plain) / 2


def test_the_mode_histogram_of_one_mode_and_of_half_of_them():
    ring = Mixture.ring(modes=8, radius=1.0, std=0.05)
    at = ring.means.float()
    one = samples(at, at[:1].repeat(80, 1), mixture=ring)
    half = samples(at, at[:4].repeat(20, 1), mixture=ring)
    assert mode_kl(one).value == pytest.approx(math.log(8))
    assert mode_kl(half).value == pytest.approx(0.6931, abs=5e-5)
    assert mode_kl(samples(at, at, mixture=ring)).value == pytest.approx(0, abs=1e-12)


def test_the_floor_of_the_mode_histogram_is_that_of_the_reference():
    ring = Mixture.ring(modes=8, radius=1.0, std=0.05)
    draws = [ring.sample(500, torch.Generator().manual_seed(k)) for k in range(60)]
    found = torch.tensor([mode_kl(samples(x, x, mixture=ring)).value for x in draws])
    floor = (8 - 1) / (2 * 500)
    assert float(found.mean()) == pytest.approx(floor, abs=4 * float(found.std()) / 60**0.5)
    assert float(found.mean()) == pytest.approx(floor, rel=0.3)


def test_an_adopted_metric_says_what_the_judge_says():
    game = Game(RunConfig.from_json())
    game.step()
    judge = Judge(game)
    metrics, _ = judge.measure()
    examiner = Examiner(game.plane, game.config.seed)
    for name, value in metrics.items():
        assert examiner.examine(name, judge.fakes()) == Finding(value)
