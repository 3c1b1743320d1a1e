"""Every distribution: shapes, extents, seeds, and the constants that each one promises."""

import json
import math

import numpy as np
import pytest
import torch
from sklearn import datasets

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.plane.distributions import distribution, distributions
from ganlab.gan.plane.judge import Judge
from ganlab.gan.plane.target import Distribution, previews
from ganlab.registry import ConfigError, param

IDS = [entry.id for entry in distributions]


def rng(seed=0):
    return torch.Generator().manual_seed(seed)


def inside(x, extent):
    x_min, x_max, y_min, y_max = extent
    within = (x[:, 0] >= x_min) & (x[:, 0] <= x_max) & (x[:, 1] >= y_min) & (x[:, 1] <= y_max)
    return float(within.float().mean())


def extreme(entry, end):
    """The parameters of an entry, each at the given end of its range."""
    return {
        name: p.low if end == "low" else p.high
        for name, p in entry.params.items()
        if p.kind != "points"
    }


def test_the_thumbnails_come_in_the_order_of_the_page():
    assert IDS[:10] == [
        "ring", "grid", "spiral", "moons", "line", "gaussians", "ring_band", "disjoint",
        "checkerboard", "pinwheel",
    ]  # fmt: skip
    assert set(IDS[10:]) == {
        "gaussian", "two_gaussians", "circles", "swiss_roll", "s_curve", "points",
    }  # fmt: skip
    assert IDS[-1] == "points"


@pytest.mark.parametrize("entry_id", IDS)
def test_samples_have_the_promised_shape_and_lie_in_the_extent(entry_id):
    target = Distribution.of(entry_id)
    x = target.sample(5000, rng())
    assert x.shape == (5000, 2)
    assert x.dtype == torch.float32
    x_min, x_max, y_min, y_max = target.extent
    assert x_max - x_min == pytest.approx(y_max - y_min)
    # GAN Lab's own two hills reach beyond its unit square.
    assert inside(x, target.extent) >= (0.98 if entry_id == "gaussians" else 0.995)
    # The data fills a good part of the picture: neither a speck nor cut off.
    spread = x.max(0).values - x.min(0).values
    assert float(spread.max()) > 0.45 * (x_max - x_min)


@pytest.mark.parametrize("end", ["low", "high"])
@pytest.mark.parametrize("entry_id", IDS)
def test_the_extent_follows_the_parameters(entry_id, end):
    target = Distribution.of(entry_id, extreme(distributions[entry_id], end))
    x = target.sample(5000, rng())
    assert bool(x.isfinite().all())
    assert inside(x, target.extent) >= (0.98 if entry_id == "gaussians" else 0.99)


@pytest.mark.parametrize("entry_id", IDS)
def test_the_same_seed_gives_the_same_bytes(entry_id):
    target = Distribution.of(entry_id)
    first, again, other = (target.sample(500, rng(s)).numpy().tobytes() for s in (7, 7, 8))
    assert first == again
    assert first != other


@pytest.mark.parametrize("entry_id", IDS)
def test_samples_come_from_the_given_generator_alone(entry_id):
    torch.manual_seed(0)
    np.random.seed(0)
    first = Distribution.of(entry_id).sample(200, rng(1))
    torch.manual_seed(5)
    np.random.seed(5)
    assert torch.equal(first, Distribution.of(entry_id).sample(200, rng(1)))


@pytest.mark.parametrize("entry_id", IDS)
def test_one_generator_never_repeats_itself(entry_id):
    generator, target = rng(3), Distribution.of(entry_id)
    assert not torch.equal(target.sample(200, generator), target.sample(200, generator))


@pytest.mark.parametrize("n", [1, 2, 3])
@pytest.mark.parametrize("entry_id", IDS)
def test_small_batches_work(entry_id, n):
    assert Distribution.of(entry_id).sample(n, rng()).shape == (n, 2)


@pytest.mark.parametrize("entry_id", [e.id for e in distributions if "mixture" in e.extras])
def test_mixtures_sample_what_their_density_says(entry_id):
    target = Distribution.of(entry_id)
    x = target.sample(40_000, rng())
    assert target.mixture is not None
    mean, variance = target.mixture.moments()
    error = (variance / len(x)).sqrt()
    assert bool(((x.mean(0) - mean).abs() < 5 * error).all())
    assert torch.allclose(x.double().var(0), variance, rtol=0.05)


def test_line_and_band_have_the_constants_of_gan_lab():
    x = Distribution.of("line").sample(20_000, rng())
    # On the line from (0.8, 0.6) to (0.05, 0.9): the distance from it is the blur alone.
    across = torch.tensor([0.3, 0.75]) / math.hypot(0.3, 0.75)
    distance = (x - torch.tensor([0.8, 0.6])) @ across
    assert float(distance.std()) == pytest.approx(0.01, rel=0.03)
    assert x.mean(0).tolist() == pytest.approx([0.425, 0.75], abs=0.01)
    sharp = Distribution.of("ring_band", {"std": 0.0}).sample(1000, rng())
    ellipse = ((sharp - torch.tensor([0.5, 0.45])) / torch.tensor([0.3, 0.25])).norm(dim=1)
    assert torch.allclose(ellipse, torch.ones(1000), atol=1e-5)


@pytest.mark.parametrize("entry_id", ["line", "gaussians", "ring_band", "disjoint"])
def test_gan_labs_own_are_seen_in_the_unit_square(entry_id):
    assert Distribution.of(entry_id).extent == (0.0, 1.0, 0.0, 1.0)


SKLEARN = {
    "moons": lambda seed: datasets.make_moons(300, noise=0.05, random_state=seed)[0] - [0.5, 0.25],
    "circles": lambda seed: datasets.make_circles(300, noise=0.05, factor=0.5, random_state=seed)[
        0
    ],
    "swiss_roll": lambda s: (
        datasets.make_swiss_roll(300, noise=0.5, random_state=s)[0][:, ::2] / 10
    ),
    "s_curve": lambda seed: datasets.make_s_curve(300, noise=0.05, random_state=seed)[0][:, ::2],
}


@pytest.mark.parametrize("entry_id", list(SKLEARN))
def test_toy_sets_are_those_of_scikit_learn(entry_id):
    seed = int(torch.randint(2**31 - 1, (), generator=rng(11)))
    ours = Distribution.of(entry_id).sample(300, rng(11)).numpy()
    np.testing.assert_allclose(ours, SKLEARN[entry_id](seed), atol=1e-6)


def test_the_checkerboard_fills_every_second_square_evenly():
    x = Distribution.of("checkerboard", {"cells": 4}).sample(16_000, rng())
    cell = ((x + 1) * 2).floor().long()
    assert bool(((cell.sum(1) % 2) == 0).all())
    counts = torch.bincount(cell[:, 0] * 4 + cell[:, 1], minlength=16)
    filled = counts[counts > 0]
    assert len(filled) == 8
    assert bool(((filled - 2000).abs() < 5 * math.sqrt(2000)).all())


def test_the_arms_of_the_spiral_are_turned_copies_of_each_other():
    x = Distribution.of("spiral", {"arms": 3, "turns": 0.5, "std": 0.0}).sample(3000, rng())
    radius = x.norm(dim=1)
    phase = torch.atan2(x[:, 1], x[:, 0]) - math.pi * radius
    steps = (phase / (2 * math.pi / 3)) % 1
    assert bool((torch.minimum(steps, 1 - steps) < 1e-3).all())
    assert float(radius.square().mean()) == pytest.approx(0.5, abs=0.02)


def test_the_blades_of_the_pinwheel_bend_as_johnson_writes():
    x = Distribution.of("pinwheel", {"std": 0.0, "arms": 4}).sample(1000, rng())
    radius = x.norm(dim=1)
    turned = torch.atan2(-x[:, 1], x[:, 0]) - 0.25 * radius.exp()
    steps = (turned / (math.pi / 2)) % 1
    far = radius < 1.9  # a negative radius, in the tail, lies on the opposite side
    assert bool((torch.minimum(steps, 1 - steps)[far] < 1e-3).float().mean() > 0.99)
    assert float(radius.mean()) == pytest.approx(1.0, abs=0.05)


def test_points_are_drawn_around_the_given_ones():
    figure = [[10.0 + i, 4.0] for i in range(21)]  # 20 wide
    target = Distribution.of("points", {"points": figure, "jitter": 0.001})
    x = target.sample(4000, rng())
    assert float((x[:, 1] - 4.0).std()) == pytest.approx(0.02, rel=0.1)
    offset = x[:, 0] - x[:, 0].round()
    assert float(offset.std()) == pytest.approx(0.02, rel=0.1)
    assert sorted(set(x[:, 0].round().int().tolist())) == list(range(10, 31))
    x_min, x_max, y_min, y_max = target.extent
    assert ((x_min + x_max) / 2, (y_min + y_max) / 2) == pytest.approx((20.0, 4.0))
    assert inside(x, target.extent) == 1.0


def test_a_drawing_is_shown_in_the_plane_that_it_was_drawn_on():
    small = [[0.5 + 0.001 * i, -0.3] for i in range(20)]
    assert Distribution.of("points", {"points": small}).extent == (-1.3, 1.3, -1.3, 1.3)
    whole = [[-1.0, -1.0], [1.0, 1.0]] * 10
    assert Distribution.of("points", {"points": whole}).extent == (-1.3, 1.3, -1.3, 1.3)
    edge = Distribution.of("points", {"points": [[-1.3, -1.3], [1.3, 1.3]] * 10, "jitter": 0.1})
    assert edge.extent[1] == -edge.extent[0] > 1.3
    assert inside(edge.sample(4000, rng()), edge.extent) > 0.99


def test_the_most_points_go_through_a_configuration_unchanged_and_can_be_trained_on():
    places = torch.rand(1200, 2, generator=rng()) * 2.6 - 1.3
    points = [[round(v, 3) for v in point] for point in places.tolist()]
    config = RunConfig.from_json({"data": {"id": "points", "params": {"points": points}}})
    again = json.loads(json.dumps(config.to_json()))
    assert again["data"]["params"]["points"] == points
    assert RunConfig.from_json(again) == config
    game = Game(config)
    game.step()
    scores, mode_shares = Judge(game).measure()
    assert scores["js_divergence"] > 0
    assert mode_shares is None
    assert len(json.dumps(again)) < 32_768  # half of what a command may be
    with pytest.raises(ConfigError, match="20 to 1200 pairs"):
        Distribution.of("points", {"points": [*points, [0.0, 0.0]]})


def test_points_on_one_spot_still_have_an_extent_and_a_spread():
    target = Distribution.of("points", {"points": [[3.0, 3.0]] * 20})
    assert target.extent[1] > target.extent[0]
    assert target.moments()[1] > 0


@pytest.mark.parametrize("points", [[], [[0.0, 0.0]] * 19, [[0.0]] * 30, [[0.0, math.nan]] * 30])
def test_points_that_are_no_figure_are_refused(points):
    with pytest.raises(ConfigError, match="pairs"):
        Distribution.of("points", {"points": points})


def test_only_mixtures_have_a_density():
    x = torch.zeros(3, 2)
    assert Distribution.of("ring").log_density(x).shape == (3,)
    with pytest.raises(ValueError, match=r"expected a mixture.*got spiral"):
        Distribution.of("spiral").log_density(x)


def test_moments_are_those_of_a_large_sample():
    for entry_id in ("spiral", "grid"):
        target = Distribution.of(entry_id)
        mean, std = target.moments()
        x = target.sample(50_000, rng(99))
        assert std == pytest.approx(float(x.var(0).mean().sqrt()), rel=0.03)
        assert torch.allclose(mean, x.mean(0), atol=0.03 * std)


def test_previews_fill_the_unit_square():
    thumbnails = previews(count=80)
    assert list(thumbnails) == IDS
    assert thumbnails == previews(count=80)
    for points in thumbnails.values():
        array = np.array(points)
        assert array.shape == (80, 2)
        assert array.min() >= 0
        assert array.max() <= 1
        assert np.array_equal(array, array.round(3))
    # y points upwards: the middle of GAN Lab's line lies at (0.425, 0.75).
    assert np.array(thumbnails["line"]).mean(0) == pytest.approx([0.425, 0.75], abs=0.06)


def test_a_new_distribution_needs_its_registration_alone():
    @distribution("Segment", extent=lambda *, length: (0.0, length, 0.0, length))
    def segment(n, rng, *, length=param(2.0, 1.0, 3.0)):
        """A flat segment."""
        x = length * torch.rand(n, generator=rng)
        return torch.stack((x, torch.zeros(n)), dim=1)

    try:
        target = Distribution.of("segment", {"length": 3.0})
        assert target.extent == (0.0, 3.0, 0.0, 3.0)
        assert len(previews(count=10)["segment"]) == 10
    finally:
        distributions.remove("segment")
