"""Mixture: its density against torch's, its samples, and distances to the modes."""

import math

import pytest
import torch
from torch.distributions import Categorical, Independent, MixtureSameFamily, Normal

from ganlab.gan.plane.mixture import Mixture

MIXTURES = {
    "ring": Mixture.ring(modes=8, radius=1.0, std=0.1),
    "grid": Mixture.grid(side=3, spacing=1.0, std=0.2),
    "uneven": Mixture(
        torch.tensor([[0.3, 0.7], [-0.7, 0.4]]),
        torch.tensor([[0.1, 0.3], [0.5, 0.2]]),
        torch.tensor([3.0, 1.0]),
    ),
}


@pytest.fixture(params=list(MIXTURES))
def mixture(request):
    return MIXTURES[request.param]


def test_log_density_is_that_of_torch(mixture):
    theirs = MixtureSameFamily(
        Categorical(mixture.weights), Independent(Normal(mixture.means, mixture.stds), 1)
    )
    x = 4 * torch.rand(500, 2, generator=torch.Generator().manual_seed(0)).double() - 2
    assert torch.allclose(mixture.log_density(x), theirs.log_prob(x), atol=1e-10)
    assert mixture.log_density(x.float()).dtype == torch.float32


def test_the_density_integrates_to_one(mixture):
    axis = torch.linspace(-5, 5, 1001, dtype=torch.float64)
    cell = float(axis[1] - axis[0]) ** 2
    total = mixture.log_density(torch.cartesian_prod(axis, axis)).exp().sum() * cell
    assert float(total) == pytest.approx(1.0, abs=1e-6)


def test_log_density_has_a_gradient_that_points_home():
    mixture = Mixture.equal(torch.zeros(1, 2), 0.5)
    x = torch.tensor([[1.0, -2.0]], requires_grad=True)
    mixture.log_density(x).sum().backward()
    assert x.grad is not None
    assert torch.allclose(x.grad, -x.detach() / 0.25)


def test_samples_have_the_weights_and_moments(mixture):
    x = mixture.sample(50_000, torch.Generator().manual_seed(1))
    mean, variance = mixture.moments()
    assert bool(((x.mean(0) - mean).abs() < 5 * (variance / 50_000).sqrt()).all())
    assert torch.allclose(x.double().var(0), variance, rtol=0.05)
    if len(mixture) == 2:  # the modes hardly overlap
        share = (mixture.nearest(x)[0] == 0).double().mean()
        assert float(share) == pytest.approx(0.75, abs=0.02)


def test_samples_of_a_ring_visit_all_modes_alike():
    mixture = MIXTURES["ring"]
    mode, _ = mixture.nearest(mixture.sample(40_000, torch.Generator().manual_seed(2)))
    counts = torch.bincount(mode, minlength=8)
    assert bool(((counts - 5000).abs() < 5 * math.sqrt(5000 * 7 / 8)).all())


def test_the_modes_of_a_ring_are_all_different():
    means = Mixture.ring(modes=8, radius=2.0, std=0.1).means
    assert len({tuple(round(v, 6) for v in row) for row in means.tolist()}) == 8
    assert torch.allclose(means.norm(dim=1), torch.full((8,), 2.0, dtype=torch.float64))
    gaps = (means - means.roll(1, 0)).norm(dim=1)
    assert torch.allclose(gaps, gaps[0].expand(8))


def test_the_modes_of_a_grid_are_those_of_the_literature():
    means = Mixture.grid(side=5, spacing=2.0, std=0.05).means
    expected = {(float(x), float(y)) for x in range(-4, 5, 2) for y in range(-4, 5, 2)}
    assert {tuple(row) for row in means.tolist()} == expected


def test_nearest_counts_in_standard_deviations_of_each_axis():
    mode, distance = MIXTURES["uneven"].nearest(torch.tensor([[0.3, 1.0], [-1.7, 0.4]]))
    assert mode.tolist() == [0, 1]
    assert distance.tolist() == pytest.approx([1.0, 2.0])


def test_a_distance_of_three_holds_the_published_share():
    mixture = Mixture.equal(torch.zeros(1, 2), 0.3)
    n = 100_000
    _, distance = mixture.nearest(mixture.sample(n, torch.Generator().manual_seed(3)))
    share, exact = float((distance <= 3).double().mean()), 1 - math.exp(-4.5)
    assert abs(share - exact) < 4 * math.sqrt(exact * (1 - exact) / n)


@pytest.mark.parametrize(
    ("means", "stds", "weights", "named"),
    [
        (torch.zeros(2, 3), torch.ones(2), torch.ones(2), "means"),
        (torch.zeros(2, 2), torch.tensor([1.0, 0.0]), torch.ones(2), "stds"),
        (torch.zeros(2, 2), torch.ones(3), torch.ones(2), "stds"),
        (torch.zeros(2, 2), torch.ones(2), torch.tensor([1.0, -1.0]), "weights"),
    ],
)
def test_impossible_mixtures_are_refused(means, stds, weights, named):
    with pytest.raises(ValueError, match=named):
        Mixture(means, stds, weights)
