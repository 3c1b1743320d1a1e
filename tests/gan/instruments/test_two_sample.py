"""Two-sample tests: closed forms, p-values even under the null and small under a shift."""

import math

import pytest
import torch
from scipy.stats import f

from ganlab.gan.instruments.classifier import classifier_test
from ganlab.gan.instruments.two_sample import (
    PERMUTATIONS,
    gaussian_kernel,
    hotelling,
    mean_difference,
    mmd,
    mmd_unbiased,
    nearest_sides,
    neighbour_test,
    permutation_p,
    permuted,
)
from tests.gan.instruments.conftest import normal, pair, samples

TESTS = [mmd, mean_difference, neighbour_test, classifier_test]


def p(test, shown):
    """The p-value of a test, which has one."""
    found = test(shown).p
    assert found is not None
    return found


def mmd_of_gaussians(mean: float, width: float) -> float:
    """MMD² of N(0, I) and N((mean, 0), I) in the plane, for exp(−‖a−b‖²/2w²): the difference of two
    samples is N(m, 2I), whose mean kernel is w²/(w²+2) · exp(−m²/2(w²+2)).
    """
    spread = width**2 + 2
    return 2 * width**2 / spread * (1 - math.exp(-(mean**2) / (2 * spread)))


@pytest.mark.parametrize("mean", [0.0, 1.0, 2.0])
def test_mmd_is_unbiased_for_gaussians(mean):
    width, n, found = 1.5, 300, []
    for seed in range(20):
        both = torch.cat([normal(n, 100 + seed), normal(n, 200 + seed, mean)])
        sides = torch.cat([torch.ones(n, 1), torch.zeros(n, 1)]).double()
        found.append(float(mmd_unbiased(gaussian_kernel(both, width), sides)[0]))
    spread = torch.tensor(found).std()
    average = sum(found) / len(found)
    assert average == pytest.approx(mmd_of_gaussians(mean, width), abs=4 * float(spread) / 20**0.5)
    assert float(spread) < 0.03


def test_mmd_is_the_double_sum():
    x, y = normal(5, 0), normal(5, 1)
    sides = torch.cat([torch.ones(5, 1), torch.zeros(5, 1)]).double()
    found = mmd_unbiased(gaussian_kernel(torch.cat([x, y]), 1.0), sides)
    k = lambda a, b: math.exp(-float((a - b).square().sum()) / 2)  # noqa: E731
    inner = [sum(k(a, b) for a in s for b in s if a is not b) / 20 for s in (list(x), list(y))]
    cross = sum(k(a, b) for a in x for b in y) / 25
    assert float(found[0]) == pytest.approx(sum(inner) - 2 * cross, abs=1e-6)


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.__name__)
def test_p_values_are_even_under_the_null(test):
    """Of 30 pairs of one distribution about half have p below ½, a quarter below ¼."""
    found = torch.tensor([p(test, pair(120, 0.0, seed)) for seed in range(30)])
    assert 5 <= int((found < 0.5).sum()) <= 25
    assert 1 <= int((found < 0.25).sum()) <= 15
    assert int((found < 0.01).sum()) <= 2
    assert bool(((found > 0) & (found <= 1)).all())


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.__name__)
def test_p_values_are_small_under_a_shift(test):
    found = [p(test, pair(500, 1.0, seed)) for seed in range(4)]
    assert max(found) < 0.02


def test_what_a_test_cannot_see():
    """The same mean, another spread: the mean difference passes, the others do not."""
    wide = samples(normal(500, 0), normal(500, 1, 0.0, 2.0))
    assert p(mean_difference, wide) > 0.05
    assert p(mmd, wide) < 0.01
    assert p(classifier_test, wide) < 0.01
    assert p(neighbour_test, wide) < 0.01


def test_hotellings_test_of_hand_made_samples():
    """Four points at the corners of a square, moved by 1: pooled covariance 4/3 I, T² = 2 · 3/4."""
    square = torch.tensor([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]])
    found = hotelling(square, square + torch.tensor([1.0, 0.0]))
    assert found.value == pytest.approx(0.75**0.5)
    assert found.p == pytest.approx(float(f.sf(1.5 * 5 / 12, 2, 5)))


def test_a_permutation_p_counts_the_truth_itself():
    assert permutation_p(torch.tensor([9.0, *[0.0] * PERMUTATIONS])) == 1 / (PERMUTATIONS + 1)
    assert permutation_p(torch.tensor([0.0, *[9.0] * PERMUTATIONS])) == 1
    sides = permuted(30, torch.Generator().manual_seed(0))
    assert bool((sides.sum(0) == 30).all())
    assert bool((sides[:30, 0] == 1).all())


def test_nearest_neighbours_of_a_line():
    line = torch.tensor([[0.0, 0.0], [1.0, 0.0], [10.0, 0.0]])
    assert nearest_sides(line[:2], line[2:]).tolist() == [1, 0, 1]
    twice = torch.zeros(2, 2)
    assert nearest_sides(twice[:1], twice[1:]).tolist() == [1, 0]


def test_copies_of_real_samples_fall_below_a_half():
    x = normal(300, 0)
    copies = neighbour_test(samples(x, x + 1e-4))
    assert copies.value < 5
    apart = neighbour_test(pair(300, 20.0))
    assert apart.value == 100


def test_a_classifier_tells_what_lies_apart():
    assert classifier_test(pair(1000, 8.0)).value > 99
    overlap = classifier_test(pair(1000, 1.0)).value
    # The best any classifier can do is Φ(½) = 69.1 %; a thousand questions are within 3.5 of it.
    assert overlap == pytest.approx(69.1, abs=4.5)
