"""Likelihood: entropies, and Parzen windows against the convolution they are."""

import math

import pytest
import torch

from ganlab.gan.instruments.likelihood import (
    LEAST,
    best_width,
    log_density,
    parzen,
    parzen_likelihood,
)
from ganlab.gan.plane.mixture import Mixture
from tests.gan.instruments.conftest import normal, samples

ONE = Mixture.equal(torch.zeros(1, 2), 1.0)
ENTROPY = 1 + math.log(2 * math.pi)  # of a round Gaussian of spread 1 in the plane


@pytest.mark.parametrize(("mean", "std"), [(0.0, 1.0), (2.0, 1.0), (0.0, 0.5)])
def test_the_density_of_gaussian_fakes(mean, std):
    """E log p(y) = −log 2π − (2 s² + m²)/2."""
    found = log_density(samples(normal(9, 0), normal(5000, 1, mean, std), mixture=ONE)).value
    expected = -math.log(2 * math.pi) - (2 * std**2 + mean**2) / 2
    assert found == pytest.approx(expected, abs=0.06)


def test_one_perfect_sample_scores_above_the_entropy():
    fake = torch.zeros(100, 2)
    found = log_density(samples(fake, fake, mixture=ONE)).value
    assert found == pytest.approx(-math.log(2 * math.pi))
    assert found > -ENTROPY


def test_a_fake_far_from_everything_counts_with_the_least():
    fake = torch.full((10, 2), 1e4)
    assert log_density(samples(fake, fake, mixture=ONE)).value == LEAST


@pytest.mark.parametrize("width", [0.3, 1.0])
def test_windows_blur_a_gaussian_into_a_wider_one(width):
    """Many windows at N(0, I) are the density of N(0, 1 + h²)."""
    x = normal(500, 0)
    variance = 1 + width**2
    exact = -x.double().square().sum(1) / (2 * variance) - math.log(2 * math.pi * variance)
    found = parzen(x, normal(20_000, 1), width)
    assert float((found - exact).abs().mean()) < 0.05
    assert float((found - exact).mean()) == pytest.approx(0, abs=0.03)


def test_one_window_is_a_gaussian():
    at = torch.tensor([[3.0, 4.0]])
    found = parzen(at, torch.zeros(1, 2), 5.0)
    assert float(found[0]) == pytest.approx(-0.5 - math.log(2 * math.pi * 25))


def test_a_sharp_generator_is_seen_through_narrow_windows():
    sharp, blurred = normal(1000, 0, std=0.05), normal(1000, 1, std=1.0)
    assert best_width(normal(1000, 2, std=0.05), sharp, 1.0) < 0.05
    assert best_width(normal(1000, 2), blurred, 1.0) > 0.1


def test_parzen_prefers_the_right_generator_and_stays_below_the_entropy():
    right = parzen_likelihood(samples(normal(1000, 0), normal(1000, 1), normal(1000, 2))).value
    wrong = parzen_likelihood(samples(normal(1000, 0), normal(1000, 1, 2.0), normal(1000, 2))).value
    assert -ENTROPY - 0.25 < right < -ENTROPY + 0.08
    assert wrong < right - 0.5
