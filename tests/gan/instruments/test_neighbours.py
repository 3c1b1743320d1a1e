"""Precision, recall and the birthday paradox, on sets whose answer is known."""

import math

import pytest
import torch

from ganlab.gan.instruments.neighbours import birthday, covered, precision, recall, support_size
from tests.gan.instruments.conftest import normal, samples


def test_half_of_the_data_covered_is_recall_of_a_half():
    left, right = normal(500, 0, -6, 0.5), normal(500, 1, 6, 0.5)
    lost = samples(torch.cat([left, right]), normal(1000, 2, -6, 0.5))
    assert precision(lost).value == pytest.approx(97, abs=3)
    assert recall(lost).value == pytest.approx(49, abs=3)


def test_fakes_half_of_which_are_nowhere_have_a_precision_of_a_half():
    bad = samples(normal(1000, 0), torch.cat([normal(500, 1), normal(500, 2, 50.0)]))
    assert precision(bad).value == pytest.approx(48, abs=4)
    assert recall(bad).value > 90


def test_balls_reach_to_the_kth_neighbour():
    line = torch.tensor([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [3.0, 0.0]])
    at = lambda x: torch.tensor([[x, 0.0]])  # noqa: E731
    # With k = 1 every ball has radius 1: the set reaches from -1 to 4.
    assert covered(at(-0.99), line, k=1) == 1
    assert covered(at(-1.01), line, k=1) == 0
    assert covered(at(4.99), line, k=2) == 1


@pytest.mark.parametrize("size", [50, 400, 2000])
def test_the_size_of_a_discrete_support_is_found(size):
    """Uniform on `size` places: 5,000 draws know their number to a few per cent."""
    rng = torch.Generator().manual_seed(size)
    places = torch.stack([torch.arange(size).float(), torch.zeros(size)], 1)
    drawn = places[torch.randint(size, (5000,), generator=rng)]
    pairs = 5000 * 4999 / 2
    error = 4 / math.sqrt(pairs / size)
    assert support_size(drawn, 0.5) == pytest.approx(size, rel=max(error, 0.02))


def test_at_half_the_probability_the_formula_is_the_papers():
    """A batch of (2 N ln 2)^½ of N places holds a pair about as often as not."""
    size, batch = 300, round(math.sqrt(2 * 300 * math.log(2)))
    rng = torch.Generator().manual_seed(1)
    drawn = torch.randint(size, (2000, batch), generator=rng)
    collided = sum(len(set(row)) < batch for row in drawn.tolist()) / 2000
    assert collided == pytest.approx(0.5, abs=0.05)


def test_a_generator_of_few_samples_has_a_small_support():
    few = normal(30, 0).repeat(20, 1)
    assert birthday(samples(few, few)).value == pytest.approx(30, rel=0.1)
    assert support_size(normal(50, 0), 0.0) == 50 * 49 / 2
