"""Transport: exact on hand-made sets, and Gaussian pairs within the error of their samples."""

import itertools
import math

import pytest
import torch

from ganlab.gan.instruments.transport import (
    assignment_cost,
    sliced_wasserstein,
    wasserstein_1,
    wasserstein_2,
)
from tests.gan.instruments.conftest import normal, pair, samples


@pytest.mark.parametrize("power", [1, 2])
def test_the_assignment_is_the_best_of_all(power):
    real, fake = normal(6, 0), normal(6, 1, 1.0)
    cost = torch.cdist(real.double(), fake.double()).pow(power)
    every = (
        sum(float(cost[i, j]) for i, j in enumerate(order)) / 6
        for order in itertools.permutations(range(6))
    )
    assert assignment_cost(real, fake, power) == pytest.approx(min(every))


def test_a_shift_costs_its_length():
    x = normal(400, 0)
    moved = samples(x, (x + torch.tensor([3.0, 4.0])).flip(0))
    assert wasserstein_1(moved).value == pytest.approx(5, abs=1e-5)
    assert wasserstein_2(moved).value == pytest.approx(5, abs=1e-5)
    assert sliced_wasserstein(moved).value == pytest.approx(5 / 2**0.5, rel=0.1)
    assert wasserstein_1(samples(x, x.flip(0))).value == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("mean", [1.0, 2.0])
def test_gaussian_pairs_lie_as_far_apart_as_their_means(mean):
    """W1 = W2 = |mu|; of 1,000 samples in the plane the excess is below 0.1 at 1, and it is one."""
    found = pair(1000, mean)
    assert mean - 0.05 < wasserstein_1(found).value < mean + 0.1
    assert mean - 0.05 < wasserstein_2(found).value < mean + 0.1


def test_gaussians_of_other_spreads():
    """W2² = |mu|² + 2 (s - t)² for round Gaussians in the plane (Dowson & Landau 1982)."""
    found = samples(normal(1000, 0), normal(1000, 1, 2.0, 3.0))
    assert wasserstein_2(found).value == pytest.approx(math.sqrt(4 + 2 * 4), abs=0.2)


def test_the_sliced_distance_of_gaussians_of_other_spreads():
    """On every line the shadows are N(0, 1) and N(0, s²): W2 = s - 1."""
    found = samples(normal(5000, 0), normal(5000, 1, 0.0, 1.5))
    assert sliced_wasserstein(found).value == pytest.approx(0.5, abs=0.03)
