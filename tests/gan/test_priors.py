"""Priors: moments, cuts, norms, and the lattice of equal probability under the manifold."""

import math

import pytest
import torch
from torch.special import ndtr

from ganlab.gan.priors import lattice, priors

IDS = [entry.id for entry in priors]
DIMENSIONS = [1, 2, 3, 64]

# The standard deviation of a unit Gaussian cut at two: 1 - 4 phi(2) / (Phi(2) - Phi(-2)), rooted.
CUT_STD = math.sqrt(1 - 4 * math.exp(-2) / math.sqrt(2 * math.pi) / math.erf(math.sqrt(2)))


def rng(seed=0):
    return torch.Generator().manual_seed(seed)


def draw(prior_id, n, seed=0, **params):
    return priors[prior_id].bind(params)(n, rng(seed))


def test_the_priors_are_known():
    assert IDS == ["uniform", "gaussian", "sphere"]


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("prior_id", IDS)
def test_noise_has_the_promised_shape_and_seed(prior_id, dimension):
    z = draw(prior_id, 50, dimension=dimension)
    assert z.shape == (50, dimension)
    assert z.dtype == torch.float32
    assert torch.equal(z, draw(prior_id, 50, dimension=dimension))
    assert not torch.equal(z, draw(prior_id, 50, seed=1, dimension=dimension))


def test_uniform_fills_its_range_evenly():
    z = draw("uniform", 50_000, low=0.0, high=3.0)
    assert float(z.min()) >= 0
    assert float(z.max()) < 3
    assert z.mean(0).tolist() == pytest.approx([1.5, 1.5], abs=5 * 3 / math.sqrt(12 * 50_000))
    assert z.std(0).tolist() == pytest.approx([3 / math.sqrt(12)] * 2, rel=0.02)


def test_gaussian_has_its_mean_and_spread():
    z = draw("gaussian", 50_000, mean=-1.0, std=2.0)
    assert z.mean(0).tolist() == pytest.approx([-1.0, -1.0], abs=5 * 2 / math.sqrt(50_000))
    assert z.std(0).tolist() == pytest.approx([2.0, 2.0], rel=0.02)
    beyond = ((z + 1).abs() > 4).float().mean()
    assert float(beyond) == pytest.approx(0.0455, rel=0.1)


def test_the_truncated_gaussian_is_that_of_tensorflow():
    # GAN Lab's noise: mean .5, deviation .25, cut at two deviations.
    z = draw("gaussian", 50_000, mean=0.5, std=0.25, truncated=True)
    assert float(z.min()) >= 0.0
    assert float(z.max()) <= 1.0
    assert pytest.approx(0.8796, abs=5e-5) == CUT_STD
    assert z.std(0).tolist() == pytest.approx([0.25 * CUT_STD] * 2, rel=0.02)
    assert z.mean(0).tolist() == pytest.approx([0.5, 0.5], abs=0.005)
    # The same shape as a Gaussian whose outer samples were drawn again.
    plain = draw("gaussian", 50_000, seed=1, mean=0.5, std=0.25)
    kept = plain[((plain - 0.5).abs() <= 0.5).all(1)]
    quantiles = torch.tensor([0.05, 0.25, 0.5, 0.75, 0.95])
    assert torch.allclose(z[:, 0].quantile(quantiles), kept[:, 0].quantile(quantiles), atol=0.01)


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_the_sphere_has_length_one_in_every_direction(dimension):
    z = draw("sphere", 20_000, dimension=dimension)
    assert torch.allclose(z.norm(dim=1), torch.ones(20_000), atol=1e-5)
    assert float(z.mean(0).abs().max()) < 5 / math.sqrt(20_000)
    assert torch.allclose(z.square().mean(0), torch.full((dimension,), 1 / dimension), rtol=0.1)


def test_the_sphere_in_one_dimension_is_two_points():
    assert set(draw("sphere", 100, dimension=1).flatten().tolist()) == {-1.0, 1.0}


@pytest.mark.parametrize(
    ("prior_id", "dimension", "shape"),
    [
        ("uniform", 1, [441]),
        ("uniform", 2, [21, 21]),
        ("gaussian", 5, [21, 21]),
        ("sphere", 1, [441]),
        ("sphere", 2, [441]),
        ("sphere", 3, [21, 21]),
        ("sphere", 8, [21, 21]),
    ],
)
def test_the_lattice_has_one_or_two_axes(prior_id, dimension, shape):
    noise, got = lattice(priors[prior_id], {"dimension": dimension})
    assert got == shape
    assert noise.shape == (441, dimension)
    assert noise.dtype == torch.float32
    assert bool(noise.isfinite().all())


def test_columns_follow_the_first_coordinate_and_rows_the_second():
    noise, shape = lattice(priors["uniform"], {}, side=5)
    square = noise.view(*shape, 2)
    steps = torch.linspace(-1, 1, 5)
    assert torch.allclose(square[2, :, 0], steps)
    assert torch.allclose(square[:, 2, 1], steps)


def test_coordinates_beyond_the_second_stay_in_the_middle():
    noise, _ = lattice(priors["gaussian"], {"dimension": 4, "mean": 2.0})
    assert torch.equal(noise[:, 2:], torch.full((441, 2), 2.0))
    noise, _ = lattice(priors["uniform"], {"dimension": 3, "low": 0.0, "high": 4.0})
    assert torch.equal(noise[:, 2], torch.full((441,), 2.0))


def test_gaussian_cells_are_equally_likely():
    noise, _ = lattice(priors["gaussian"], {"dimension": 1, "mean": 1.0, "std": 2.0}, side=5)
    shares = ndtr((noise[:, 0].double() - 1) / 2)
    assert torch.allclose(shares, torch.linspace(0.02, 0.98, 25, dtype=torch.float64), atol=1e-6)


@pytest.mark.parametrize(
    ("prior_id", "params"),
    [
        ("uniform", {}),
        ("gaussian", {}),
        ("gaussian", {"truncated": True, "mean": 0.5, "std": 0.25}),
    ],
)
def test_samples_fall_into_all_cells_alike(prior_id, params):
    noise, shape = lattice(priors[prior_id], params, side=6)
    square = noise.view(*shape, 2)
    z = draw(prior_id, 50_000, **params)
    column = torch.bucketize(z[:, 0].contiguous(), square[0, :, 0].contiguous()) - 1
    row = torch.bucketize(z[:, 1].contiguous(), square[:, 0, 1].contiguous()) - 1
    inside = (column >= 0) & (column < 5) & (row >= 0) & (row < 5)
    counts = torch.bincount((row * 5 + column)[inside], minlength=25).double()
    low, high = priors[prior_id].extras["lattice_span"](**priors[prior_id].fill(params))
    expected = 50_000 * ((high - low) / 5) ** 2
    assert bool(((counts - expected).abs() < 5 * math.sqrt(expected)).all())


def test_sphere_cells_have_the_same_area():
    noise, shape = lattice(priors["sphere"], {"dimension": 3}, side=7)
    square = noise.view(*shape, 3)
    assert torch.allclose(noise.norm(dim=1), torch.ones(49), atol=1e-6)
    # Archimedes: a band's area is its height; the longitudes cut each band evenly.
    assert torch.allclose(square[:, 0, 2].diff(), torch.full((6,), 2 / 6), atol=1e-6)
    equator = square[3]
    steps = (equator[1:] - equator[:-1]).norm(dim=1)
    assert torch.allclose(steps, steps[0].expand(6), atol=1e-5)


def test_the_circle_closes():
    noise, _ = lattice(priors["sphere"], {"dimension": 2}, side=10)
    assert torch.allclose(noise[0], noise[-1], atol=1e-6)
    steps = noise.diff(dim=0).norm(dim=1)
    assert torch.allclose(steps, steps[0].expand(99), atol=1e-5)


def test_bounded_noise_is_covered_to_its_edges():
    noise, _ = lattice(priors["gaussian"], {"truncated": True, "mean": 0.5, "std": 0.25})
    assert float(noise.min()) == pytest.approx(0.0, abs=1e-6)
    assert float(noise.max()) == pytest.approx(1.0, abs=1e-6)
