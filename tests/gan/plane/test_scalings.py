"""Scalings: what the networks see of each distribution."""

import pytest
import torch

from ganlab.gan.plane.distributions import distributions
from ganlab.gan.plane.scalings import scalings
from ganlab.gan.plane.target import Distribution
from ganlab.registry import ConfigError

IDS = [entry.id for entry in distributions]


def seen(target, scaling_id, n=20_000):
    """Samples in the units of the networks."""
    centre, scale = target.scale(scaling_id)
    assert centre.shape == (2,)
    assert centre.dtype == torch.float32
    assert scale > 0
    return (target.sample(n, torch.Generator().manual_seed(5)) - centre) / scale


def test_the_scalings_are_known():
    assert [entry.id for entry in scalings] == ["standard", "range", "none"]


@pytest.mark.parametrize("entry_id", IDS)
def test_standard_gives_mean_0_and_spread_1(entry_id):
    x = seen(Distribution.of(entry_id), "standard")
    assert float(x.mean(0).abs().max()) < 0.04
    assert float(x.var(0).mean().sqrt()) == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize("entry_id", IDS)
def test_range_maps_the_extent_to_plus_and_minus_one(entry_id):
    target = Distribution.of(entry_id)
    centre, scale = target.scale("range")
    x_min, x_max, y_min, y_max = target.extent
    corners = (torch.tensor([[x_min, y_min], [x_max, y_max]]) - centre) / scale
    assert torch.allclose(corners, torch.tensor([[-1.0, -1.0], [1.0, 1.0]]), atol=1e-5)


def test_none_changes_nothing():
    target = Distribution.of("line")
    assert torch.equal(
        seen(target, "none", 100), target.sample(100, torch.Generator().manual_seed(5))
    )


def test_mixtures_are_scaled_by_their_exact_moments():
    centre, scale = Distribution.of("ring", {"std": 0.1, "radius": 2.0}).scale("standard")
    assert centre.tolist() == pytest.approx([0.0, 0.0], abs=1e-6)
    assert scale == pytest.approx((2.0**2 / 2 + 0.1**2) ** 0.5)


def test_the_scale_is_the_same_in_every_run():
    first, again = (Distribution.of("spiral").scale("standard") for _ in range(2))
    assert torch.equal(first[0], again[0])
    assert first[1] == again[1]


def test_an_unknown_scaling_is_named():
    with pytest.raises(ConfigError, match="standard, range, none"):
        Distribution.of("ring").scale("whiten")
