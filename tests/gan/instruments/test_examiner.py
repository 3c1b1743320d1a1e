"""Every instrument: its words, its floor, and the same numbers for the same question."""

import functools
import math

import pytest
import torch

from ganlab.gan.catalog import catalog
from ganlab.gan.instruments.examiner import Examiner, fakes_needed, instruments, kind
from ganlab.gan.instruments.instrument import fits
from ganlab.gan.plane.mixture import Mixture
from ganlab.gan.plane.target import Distribution
from ganlab.registry import ConfigError

RING, SPIRAL = Distribution.of("ring"), Distribution.of("spiral")
SAMPLED = [entry.id for entry in instruments if kind(entry.id) == "samples"]


@functools.cache
def floor(name):
    """Mean and spread of what a perfect generator scores on the ring."""
    found = Examiner(RING, 0).floor(name)
    assert found is not None
    return found


def value_of(name, fake, seed=0):
    """What an instrument reads of fakes of the ring."""
    found = Examiner(RING, seed).examine(name, fake)
    assert found is not None
    return found.value


@pytest.mark.parametrize("entry", list(instruments), ids=lambda entry: entry.id)
def test_every_instrument_says_what_it_is_and_how_it_misleads(entry):
    extras = entry.extras
    assert extras["better"] in ("lower", "higher", "neither")
    assert extras["samples"] > 0
    assert extras["misleads"].endswith(".")
    groups = ("divergence", "transport", "test", "coverage", "likelihood", "path", "images")
    assert extras["group"] in groups
    assert entry.source
    counted = ("mode_coverage", "high_quality_rate", "image_classes", "image_right_class")
    assert entry.formula or entry.id in (*counted, "image_pairs")
    assert kind(entry.id) in ("samples", "images") or extras["at_rest"]
    assert entry.id in {e["id"] for e in catalog()["registries"]["instruments"]}


@pytest.mark.parametrize("name", SAMPLED)
def test_a_perfect_generator_scores_the_floor_within_its_spread(name):
    """Five perfect generators of their own seeds against the floor of ten others: their mean lies
    within four standard errors of it, each within five spreads.
    """
    mean, spread = floor(name)
    found = []
    for seed in range(5):
        fake = RING.sample(5000, torch.Generator().manual_seed(99 + seed))
        found.append(value_of(name, fake, seed))
    error = spread * (1 / 10 + 1 / 5) ** 0.5
    assert sum(found) / 5 == pytest.approx(mean, abs=4 * error + 1e-9)
    assert all(abs(value - mean) <= 5 * spread + 1e-9 for value in found)


@pytest.mark.parametrize("name", SAMPLED)
def test_a_collapsed_generator_scores_worse_than_the_floor(name):
    """One mode, a hundred times too narrow, well off its place; but for what cannot see it."""
    mean, spread = floor(name)
    one = Mixture.ring(modes=8, radius=1.0, std=0.05).means[:1].float() + torch.tensor([0.1, 0.0])
    fake = one + 0.0005 * torch.randn(5000, 2, generator=torch.Generator().manual_seed(0))
    value = value_of(name, fake)
    sign = 1 if instruments[name].extras["better"] == "lower" else -1
    blind = {"precision": -1, "high_quality_rate": -1}
    if name in blind:  # lost modes and spread are nothing to them, as their words say
        assert "lost modes" in instruments[name].extras["misleads"] or name == "high_quality_rate"
        assert sign * (value - mean) <= 3 * spread
    else:
        assert sign * (value - mean) > 3 * spread


def test_the_same_question_has_the_same_answer():
    one, other = Examiner(SPIRAL, 3), Examiner(Distribution.of("spiral"), 3)
    fake = SPIRAL.sample(5000, torch.Generator().manual_seed(1))
    for name in ("mmd", "classifier_test", "sliced_wasserstein", "neighbour_test"):
        first = one.examine(name, fake)
        assert one.examine(name, fake) == first
        assert other.examine(name, fake[: fakes_needed(name)]) == first
    assert one.floor("mmd") == other.floor("mmd")


def test_what_the_data_do_not_allow_is_refused():
    fake = SPIRAL.sample(5000, torch.Generator().manual_seed(1))
    assert not fits(instruments["mode_kl"], SPIRAL)
    with pytest.raises(ConfigError):
        Examiner(SPIRAL, 0).examine("mode_kl", fake)
    with pytest.raises(ConfigError):
        Examiner(SPIRAL, 0).examine("d_rotation", fake)
    with pytest.raises(ConfigError):
        kind("nonsense")


@pytest.mark.parametrize("name", SAMPLED)
@pytest.mark.parametrize("far", [0.0, 1e6])
def test_strange_fakes_give_a_number_or_none(name, far):
    """All in one place, here or far away: no instrument breaks."""
    found = Examiner(RING, 0).examine(name, torch.full((5000, 2), far))
    assert found is None or math.isfinite(found.value)
    assert Examiner(RING, 0).examine(name, torch.full((5000, 2), float("nan"))) is None
