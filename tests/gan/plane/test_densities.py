"""Density models against closed forms: maximum likelihood, kernels, units, orientation."""

import math

import numpy as np
import pytest
import torch

from ganlab.gan.plane.densities import (
    FARTHEST,
    SIDE,
    Chosen,
    Survey,
    Values,
    cells,
    check,
    densities,
    survey,
)
from ganlab.gan.plane.mixture import Mixture
from ganlab.registry import ConfigError

SQUARE = (-3.0, 3.0, -3.0, 3.0)
RING = Mixture.ring(modes=8, radius=1.0, std=0.05)


def drawn(n: int, seed: int) -> Values:
    """A skewed Gaussian far from 0: nothing about it is symmetric."""
    normal = np.random.default_rng(seed).standard_normal((n, 2))
    points: Values = normal @ np.array([[0.6, 0.2], [0.0, 0.3]]) + np.array([0.5, -0.8])
    return points


def of_ring(n: int, seed: int) -> Values:
    return RING.sample(n, torch.Generator().manual_seed(seed)).double().numpy()


def look(entry: str, points: Values, held_out: Values | None = None, **params: object) -> Survey:
    held_out = points if held_out is None else held_out
    return survey(Chosen.of(entry, params), points, held_out, SQUARE, 7)


def held_out(found: Survey) -> float:
    value = found.facts["held_out"]
    assert value is not None
    return value


def gaussian_log_density(x: Values, mean: Values, covariance: Values) -> Values:
    """log N(x; mean, covariance), written out."""
    away = x - mean
    squared = (away @ np.linalg.inv(covariance) * away).sum(1)
    found: Values = -0.5 * (squared + math.log(np.linalg.det(2 * math.pi * covariance)))
    return found


@pytest.mark.parametrize("shape", ["full", "diag", "spherical"])
def test_one_gaussian_is_the_closed_form_of_maximum_likelihood(shape: str) -> None:
    points, unseen = drawn(500, 1), drawn(300, 2)
    covariance = np.cov(points.T, bias=True)
    variances = np.diag(covariance)
    expected = {
        "full": covariance,
        "diag": np.diag(variances),
        "spherical": np.eye(2) * variances.mean(),
    }[shape]
    found = look("gaussian_mixture", points, unseen, components=1, covariance=shape)
    by_hand = gaussian_log_density(unseen, points.mean(0), expected)
    assert held_out(found) == pytest.approx(by_hand.mean(), abs=1e-6)
    assert found.facts["error"] == pytest.approx(by_hand.std() / math.sqrt(300), rel=1e-6)
    nll = -gaussian_log_density(cells(SQUARE), points.mean(0), expected).reshape(SIDE, SIDE)
    np.testing.assert_allclose(found.grid.astype(float), nll, rtol=1e-3, atol=1e-3)


KERNELS = {  # of the plane, as functions of distance / width, each with integral 1
    "gaussian": lambda r: np.exp(-(r**2) / 2) / (2 * math.pi),
    "exponential": lambda r: np.exp(-r) / (2 * math.pi),
    "epanechnikov": lambda r: np.where(r < 1, 2 / math.pi * (1 - r**2), 0),
    "tophat": lambda r: np.where(r < 1, 1 / math.pi, 0),
}


@pytest.mark.parametrize("kernel", KERNELS)
def test_kernel_density_is_the_direct_sum(kernel: str) -> None:
    points, unseen = drawn(400, 1), drawn(200, 2)
    found = look("kernel_density", points, unseen, bandwidth="scott", kernel=kernel, factor=2.5)
    width = found.facts["bandwidth"]
    assert width is not None
    assert width == pytest.approx(2.5 * 400 ** (-1 / 6) * math.sqrt(points.var(0).mean()))
    near = np.linalg.norm(unseen[:, None] - points, axis=2) / width
    density = KERNELS[kernel](near).mean(1) / width**2
    assert held_out(found) == pytest.approx(np.log(density).mean(), abs=1e-9)


def test_kernel_density_is_right_in_the_far_tails_as_well() -> None:
    points = of_ring(300, 1)
    found = look("kernel_density", points, bandwidth="scott", factor=0.1)
    width = found.facts["bandwidth"]
    assert width is not None
    squared = ((cells(SQUARE)[:, None] - points) ** 2).sum(2) / (2 * width**2)
    least = squared.min(1)
    total = np.exp(least[:, None] - squared).sum(1) / (300 * 2 * math.pi * width**2)
    expected = (least - np.log(total)).reshape(SIDE, SIDE)
    assert expected.max() > 1000
    np.testing.assert_allclose(found.grid.astype(float), expected, rtol=1e-3, atol=1e-3)


def test_the_rules_of_scott_and_silverman_agree_in_the_plane() -> None:
    points = drawn(300, 1)
    widths = [look("kernel_density", points, bandwidth=rule).facts["bandwidth"]
              for rule in ("scott", "silverman")]  # fmt: skip
    assert widths[0] == pytest.approx(widths[1], rel=1e-12)


def test_no_model_beats_the_mixture_that_made_the_data() -> None:
    points, unseen = of_ring(2000, 1), of_ring(5000, 2)
    best = float(RING.log_density(torch.from_numpy(unseen)).mean())
    mixture = held_out(look("gaussian_mixture", points, unseen, components=8))
    # 47 free numbers cost 47 / (2 n) nats on average (Akaike 1974); 0.012 here
    assert 0.25 * 47 / 4000 < best - mixture < 3 * 47 / 4000
    assert held_out(look("gaussian_mixture", points, unseen, components=4)) < mixture - 0.3


def test_likelihood_chooses_the_width_better_than_the_rule_and_its_neighbours() -> None:
    points, unseen = of_ring(500, 1), of_ring(1000, 2)
    chosen = held_out(look("kernel_density", points, unseen))
    assert chosen > held_out(look("kernel_density", points, unseen, bandwidth="scott")) + 0.5
    for factor in (0.5, 2.0):
        assert chosen > held_out(look("kernel_density", points, unseen, factor=factor))


def test_what_has_no_density_is_said_to_have_none() -> None:
    points = of_ring(200, 1)
    found = look("kernel_density", points, of_ring(200, 2), kernel="tophat", factor=0.1)
    assert found.facts["held_out"] is None
    assert found.grid.max() == np.float16(FARTHEST)


def test_the_first_row_is_the_lower_edge() -> None:
    points = np.random.default_rng(1).normal([1.5, -2.0], 0.1, (300, 2))
    grid = look("gaussian_mixture", points, components=1).grid
    row, column = np.unravel_index(grid.argmin(), grid.shape)
    assert (column + 0.5) / SIDE * 6 - 3 == pytest.approx(1.5, abs=0.05)
    assert (row + 0.5) / SIDE * 6 - 3 == pytest.approx(-2.0, abs=0.05)


@pytest.mark.parametrize("entry", [entry.id for entry in densities])
def test_other_units_move_the_likelihood_by_their_logarithm(entry: str) -> None:
    points, unseen = of_ring(200, 1), of_ring(200, 2)
    chosen = Chosen.of(entry, {})  # the same seed and shape: the same search
    near = survey(chosen, points, unseen, SQUARE, 7)
    far = survey(chosen, 1000 * points + 5, 1000 * unseen + 5, SQUARE, 7)
    assert held_out(far) == pytest.approx(held_out(near) - 2 * math.log(1000), abs=1e-6)


def test_points_on_one_spot_are_refused_by_nothing_and_finite_in_the_picture() -> None:
    found = look("gaussian_mixture", np.zeros((50, 2)), components=1)
    assert np.isfinite(found.grid).all()


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ({"id": "nope", "params": {}}, "density.id"),
        ({"id": "gaussian_mixture", "params": {"components": 31}}, "density.params.components"),
        ({"id": "kernel_density", "params": {"kernel": "box"}}, "density.params.kernel"),
        ({"id": "kernel_density", "params": {"components": 3}}, "density.params.components"),
    ],
)
def test_refusals_name_the_field(document: dict[str, object], field: str) -> None:
    with pytest.raises(ConfigError) as refused:
        check(document)
    assert refused.value.field == field
