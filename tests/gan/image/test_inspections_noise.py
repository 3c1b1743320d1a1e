"""Inspections of noise: walks, slices, arithmetic, leading directions, each by its formula."""

import numpy as np
import pytest
import torch
from torch import Tensor

from ganlab.gan.image.inspections.arithmetic import around, sums
from ganlab.gan.image.inspections.components import components
from ganlab.gan.image.inspections.directions import directions_of, strips
from ganlab.gan.image.inspections.paths import great_circle, straight, through
from ganlab.gan.image.inspections.plane import crossed, spanned
from ganlab.gan.image.snapshot import ImageEye
from ganlab.gan.phases import GENERATOR
from ganlab.gan.plane.snapshot import View
from tests.gan.image.looks import DIMENSION, LINEAR, game_of, look, subject_of

SHARES = torch.linspace(0, 1, 9, dtype=torch.float64)


def vectors(*shape: int, seed: int = 1) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def test_a_great_circle_has_constant_speed_and_even_lengths() -> None:
    a, b = vectors(2, 20)
    b = 3 * b
    way = great_circle(a, b, SHARES)
    lengths = way.norm(dim=1)
    torch.testing.assert_close(lengths, a.norm() + SHARES * (b.norm() - a.norm()))
    unit = way / lengths[:, None]
    angles = torch.acos((unit[1:] * unit[:-1]).sum(1))
    whole = torch.acos(a @ b / a.norm() / b.norm())
    torch.testing.assert_close(angles, whole.expand(8) / 8)
    torch.testing.assert_close(way[[0, -1]], torch.stack([a, b]))
    line = straight(a, b, SHARES)
    assert float((line[1:] - line[:-1]).norm(dim=1).std()) < 1e-12
    assert float(line[4].norm()) < 0.9 * float(lengths[4])


def test_a_great_circle_turns_in_the_plane_of_its_ends() -> None:
    a, b = torch.tensor([2.0, 0.0, 0.0]), torch.tensor([0.0, 2.0, 0.0])
    half = great_circle(a, b, torch.tensor([0.5]))[0]
    torch.testing.assert_close(half, torch.tensor([2.0, 2.0, 0.0]).double() / 2**0.5)


@pytest.mark.parametrize("b", [[2.0, 4.0], [-1.0, -2.0], [0.0, 0.0], [1.0, 2.0]])
def test_where_no_circle_is_given_it_is_a_line(b: list[float]) -> None:
    a = torch.tensor([1.0, 2.0], dtype=torch.float64)
    way = great_circle(a, torch.tensor(b), SHARES)
    torch.testing.assert_close(way, straight(a, torch.tensor(b), SHARES))


def test_a_path_goes_through_its_stops_and_classes_mix_evenly() -> None:
    stops = torch.cat([vectors(3, 4), torch.eye(3).double()], 1)
    way = through(stops, 5, great_circle, 4)
    assert way.shape == (11, 7)
    torch.testing.assert_close(way[::5], stops)
    torch.testing.assert_close(way[1, 4:], torch.tensor([0.8, 0.2, 0.0]).double())


def test_a_walk_starts_and_ends_at_shown_images() -> None:
    game = game_of()
    shown = ImageEye(game).look(View(frozenset({"fake", "d_fake"}))).arrays
    found = look(game, "walk", picks=[4, 9, 2], steps=3)
    assert found.arrays["images"].shape == (7, 16, 16, 1)
    np.testing.assert_array_equal(found.arrays["images"][[0, 3, 6]], shown["fake"][[4, 9, 2]])
    found_verdicts, expected = found.arrays["verdicts"][[0, 3, 6]], shown["d_fake"][[4, 9, 2]]
    np.testing.assert_allclose(found_verdicts.astype(float), expected.astype(float), atol=2e-3)
    closed = look(game, "walk", picks=[4, 9, 2], steps=3, closed=True).arrays["images"]
    assert len(closed) == 10
    np.testing.assert_array_equal(closed[0], closed[-1])
    bent = look(game, "walk", picks=[4, 9], spherical=True).arrays["lengths"]
    cut = look(game, "walk", picks=[4, 9], spherical=False).arrays["lengths"]
    assert cut[6] < 0.95 * bent[6]
    assert bent[6] == pytest.approx((bent[0] + bent[-1]) / 2, rel=2e-3)


# Slices


@pytest.mark.parametrize("keep", [True, False])
def test_a_slice_has_its_three_images_in_its_corners(keep: bool) -> None:
    a, b, c = vectors(3, 12)
    grid = spanned(a, b, c, 5, 12, keep=keep).view(5, 5, 12)
    for found, expected in ((grid[0, 0], a), (grid[0, -1], b), (grid[-1, 0], c)):
        torch.testing.assert_close(found, expected)
    lengths = torch.stack([a, b, c]).norm(dim=1)
    if keep:
        assert float(grid.norm(dim=2).min()) >= float(lengths.min()) - 1e-9
    else:
        torch.testing.assert_close(grid[1, 2], a + (b - a) / 2 + (c - a) / 4)
        assert float(grid.norm(dim=2).min()) < float(lengths.min())


def test_a_slice_is_painted_row_by_row() -> None:
    game = game_of()
    shown = ImageEye(game).look(View(frozenset({"fake"}))).arrays["fake"]
    grid = look(game, "slice", picks=[7, 8, 9], side=4).arrays["images"]
    assert grid.shape == (4, 4, 16, 16, 1)
    for found, pick in ((grid[0, 0], 7), (grid[0, -1], 8), (grid[-1, 0], 9)):
        np.testing.assert_array_equal(found, shown[pick])


def test_a_slice_along_directions_is_centred_on_its_image() -> None:
    at, one, other = vectors(3, 5)
    grid = crossed(at, one, other, 3, 2.0).view(3, 3, 5)
    torch.testing.assert_close(grid[1, 1], at)
    torch.testing.assert_close(grid[1, 2], at + 2 * one)
    torch.testing.assert_close(grid[0, 1], at - 2 * other)
    game = game_of()
    shown = ImageEye(game).look(View(frozenset({"fake"}))).arrays["fake"]
    found = look(game, "slice", by="directions", picks=[7], side=3).arrays["images"]
    np.testing.assert_array_equal(found[1, 1], shown[7])
    assert (found[1, 2] != shown[7]).any()


# Arithmetic


def test_arithmetic_of_noise() -> None:
    groups = [torch.tensor([[1.0, 0.0], [3.0, 0.0]]), torch.tensor([[1.0, 1.0]]), vectors(3, 2)]
    z = sums(*groups)
    torch.testing.assert_close(z[0], torch.tensor([2.0, 0.0]).double())
    torch.testing.assert_close(z[3], torch.tensor([1.0, -1.0]).double() + groups[2].mean(0))
    near = around(z[3], 1, torch.Generator())
    assert near.shape == (8, 2)
    assert 0.1 < float((near[:, 0] - z[3, 0]).abs().max()) <= 0.25
    assert (near[:, 1] == z[3, 1]).all(), "a class stays what it is"


def test_a_minus_a_plus_c_is_c() -> None:
    game = game_of()
    shown = ImageEye(game).look(View(frozenset({"fake"}))).arrays["fake"]
    images = look(game, "arithmetic", a=[3, 4], b=[4, 3], c=[6]).arrays["images"]
    np.testing.assert_array_equal(images[2], shown[6])
    np.testing.assert_allclose(images[3].astype(int), shown[6].astype(int), atol=1)
    np.testing.assert_array_equal(images[0], images[1])
    assert (look(game, "arithmetic", a=[3], b=[4], c=[6]).arrays["images"][3] != shown[6]).any()


# Directions


@pytest.mark.parametrize("features", [12, 200])
def test_components_are_those_of_a_full_decomposition(features: int) -> None:
    spread = 0.8 ** torch.arange(features).double()
    samples = vectors(300, features) * spread + 5
    found = components(samples, 4, torch.Generator())
    centred = samples - samples.mean(0)
    _, values, rows = torch.linalg.svd(centred, full_matrices=False)
    torch.testing.assert_close(found.deviations, values[:4] / 299**0.5, rtol=1e-6, atol=0)
    torch.testing.assert_close(found.shares, values[:4] ** 2 / (values**2).sum(), rtol=1e-6, atol=0)
    overlap = (found.basis * rows[:4].mT).sum(0).abs()
    torch.testing.assert_close(overlap, torch.ones(4).double())
    torch.testing.assert_close(
        found.coordinates(samples).std(0), found.deviations, rtol=1e-6, atol=0
    )


def test_the_directions_of_a_linear_generator_are_its_singular_vectors() -> None:
    """y = W z + b of Gaussian z: features vary most along the left singular vectors of W; the noise
    that moves by one standard deviation along one is its right singular vector.
    """
    game = game_of(torch.float64, **LINEAR)
    weights = game.net(GENERATOR).layers(game.weights(GENERATOR))[0]
    weights = weights.clone()
    subject = subject_of(game)
    found = directions_of(subject, subject.inputs([0])[0], layer=1)
    assert (found.layer, found.samples) == (1, 2000)
    assert found.steps.shape == (DIMENSION, DIMENSION)
    # All of the noise is told by the features, so U's steps turn into the features' own.
    moved = found.steps @ weights.mT
    torch.testing.assert_close(
        moved @ moved.mT, torch.diag(moved.norm(dim=1) ** 2), rtol=0, atol=1e-3
    )
    lengths = moved.norm(dim=1)
    assert (lengths[:-1] >= lengths[1:] - 1e-3).all()
    shares = lengths**2 / (lengths**2).sum()
    torch.testing.assert_close(found.shares.double(), shares, rtol=1e-3, atol=0)
    singular = torch.linalg.svdvals(weights)
    torch.testing.assert_close(lengths, singular, rtol=0.1, atol=0)


def test_sliders_move_along_their_directions_alone() -> None:
    z, steps = vectors(4), vectors(2, 3)
    points = strips(z, steps, [1.0, -2.0], 3)
    moved = z.clone()
    moved[:3] += steps[0] - 2 * steps[1]
    torch.testing.assert_close(points[0], moved)
    torch.testing.assert_close(points[3, :3], z[:3] + 3 * steps[0] - 2 * steps[1])
    torch.testing.assert_close(points[5, :3], z[:3] + steps[0])
    assert (points[:, 3] == z[3]).all()


def test_directions_are_found_once_while_the_generator_stays_as_it_is() -> None:
    game = game_of()
    subject = subject_of(game)
    at = subject.inputs([0])[0]
    found_once = directions_of(subject, at)
    assert directions_of(subject, at) is found_once
    weights, _ = game.shown(GENERATOR)
    kept = weights[0].clone()
    try:
        weights[0].mul_(1.1)
        assert directions_of(subject, at) is not found_once
    finally:
        weights[0].copy_(kept)
    found = look(game, "directions", image=5, components=3, count=5)
    shown = ImageEye(game).look(View(frozenset({"fake"}))).arrays["fake"]
    np.testing.assert_array_equal(found.arrays["image"], shown[5])
    assert found.arrays["strips"].shape == (3, 5, 16, 16, 1)
    np.testing.assert_array_equal(found.arrays["strips"][1, 2], shown[5])
    assert (found.arrays["strips"][0, 0] != found.arrays["strips"][0, 4]).any()
    assert found.facts["shares"] == sorted(found.facts["shares"], reverse=True)
