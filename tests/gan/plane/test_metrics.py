"""Metrics: closed-form figures from both sides, floors, and what happens beyond the plot."""

import math

import pytest
import torch

from ganlab.gan.plane.distributions import distributions
from ganlab.gan.plane.metrics import (
    Evaluation,
    evaluate,
    floors,
    js_bits,
    kl_bits,
    metric,
    metrics,
    mode_shares,
)
from ganlab.gan.plane.mixture import Mixture
from ganlab.gan.plane.target import Distribution

UNIT = (0.0, 1.0, 0.0, 1.0)
IDS = [entry.id for entry in distributions]


def rng(seed=0):
    return torch.Generator().manual_seed(seed)


def cells(columns, row, copies=10):
    """Samples at the middle of some cells of one row of the 30 x 30 grid over the unit square."""
    x = torch.tensor([[(c + 0.5) / 30, (row + 0.5) / 30] for c in columns])
    return x.repeat(copies, 1)


def score(metric_id, real, fake, extent=UNIT, mixture=None):
    return metrics[metric_id].function(Evaluation(real, fake, extent, mixture))


def pair(entry_id, seed=0, n=5000):
    target, generator = Distribution.of(entry_id), rng(seed)
    return target, target.sample(n, generator), target.sample(n, generator)


def test_disjoint_cells_give_the_figures_of_gan_labs_definition():
    real, fake = cells(range(9), row=3), cells(range(9), row=20)
    assert score("kl_divergence", real, fake) == pytest.approx(10.1191, abs=5e-5)
    assert score("js_divergence", real, fake) == pytest.approx(0.9914, abs=5e-5)


def test_equal_samples_give_zero():
    x = Distribution.of("spiral").sample(1000, rng())
    assert score("kl_divergence", x, x.flip(0), (-2.0, 2.0, -2.0, 2.0)) == 0
    assert score("js_divergence", x, x.flip(0), (-2.0, 2.0, -2.0, 2.0)) == 0


def test_half_the_cells_lost_is_what_the_formula_says():
    # p on 4 cells, q on 2 of them: JS = H(m) - (H(p) + H(q)) / 2 without smoothing.
    real, fake = cells(range(4), row=0), cells(range(2), row=0)
    average = -2 * 0.375 * math.log2(0.375) - 2 * 0.125 * math.log2(0.125)
    exact = average - (2 + 1) / 2
    assert score("js_divergence", real, fake) == pytest.approx(exact, abs=0.002)
    # Each lost cell costs p log2(p / smoothing), each doubled one p log2(p / q).
    lost = 2 * 0.2501 * math.log2(0.2501 / 1e-4) + 2 * 0.2501 * math.log2(0.2501 / 0.5001)
    assert score("kl_divergence", real, fake) == pytest.approx(lost, abs=1e-6)


def test_divergences_are_those_of_the_textbook_for_plain_shares():
    p, q = torch.tensor([0.5, 0.5]).double(), torch.tensor([0.25, 0.75]).double()
    assert kl_bits(p, q) == pytest.approx(0.5 * 1 + 0.5 * math.log2(2 / 3))
    assert js_bits(p, q) == pytest.approx(js_bits(q, p))
    assert kl_bits(p, p) == 0


def test_samples_beyond_the_plot_are_not_lost():
    real = cells(range(9), row=3)
    outside = torch.tensor([[5.0, 0.5], [0.5, -3.0], [math.nan, 0.5], [math.inf, 0.0]]).repeat(9, 1)
    one_cell = cells([20], row=20)
    for metric_id in ("kl_divergence", "js_divergence"):
        elsewhere = score(metric_id, real, one_cell)
        assert score(metric_id, real, outside) == pytest.approx(elsewhere)
    # Real and fake samples that are both beyond it count as alike.
    assert score("js_divergence", outside, outside) == 0


def test_the_edge_belongs_to_the_plot():
    edge, inside = (
        torch.tensor([[1.0, 1.0], [0.0, 0.0]]),
        torch.tensor([[0.99, 0.99], [0.01, 0.01]]),
    )
    assert score("js_divergence", edge, inside) == 0


def test_cells_follow_the_extent():
    real, fake = cells(range(9), row=3), cells(range(9), row=20)
    moved = (10.0, 14.0, -6.0, -2.0)
    shift = torch.tensor([10.0, -6.0])
    assert score("js_divergence", 4 * real + shift, 4 * fake + shift, moved) == pytest.approx(
        score("js_divergence", real, fake)
    )


@pytest.mark.parametrize("entry_id", ["ring", "spiral", "points"])
def test_the_order_of_samples_does_not_matter(entry_id):
    target, real, fake = pair(entry_id, n=2500)
    shuffled = fake[torch.randperm(len(fake), generator=rng(1))]
    assert evaluate(real, fake, target) == pytest.approx(evaluate(real, shuffled, target))


@pytest.mark.parametrize("entry_id", IDS)
def test_a_perfect_generator_scores_the_floor(entry_id):
    target = Distribution.of(entry_id)
    scores = floors(target, rng=rng(5))
    assert scores == floors(target, rng=rng(5))
    # Few cells filled (line, blobs) give a low floor, a wide cloud a high one.
    assert 0.002 < scores["js_divergence"] < 0.045
    assert scores["js_divergence"] < scores["kl_divergence"] < 0.2
    # Another perfect generator reads about the same, not lower and not higher.
    other = floors(target, rng=rng(6))
    assert other["js_divergence"] == pytest.approx(scores["js_divergence"], rel=0.5)


def test_the_floor_is_where_theory_puts_it():
    # For two samples of n on k filled cells, 2 JS ln 2 is about chi²/(4 n): JS = (k-1)/(4 n ln 2).
    n, side = 5000, 20
    x, y = ((torch.rand(n, 2, generator=rng(s)) * side).floor() / 30 + 1 / 60 for s in (0, 1))
    expected = (side**2 - 1) / (4 * n * math.log(2))
    assert score("js_divergence", x, y) == pytest.approx(expected, rel=0.15)


def test_the_floor_falls_with_the_number_of_samples():
    scores = []
    for n in (150, 5000):
        target, real, fake = pair("checkerboard", n=n)
        scores.append(evaluate(real, fake, target))
    few, many = scores
    assert few["js_divergence"] > 8 * many["js_divergence"]


@pytest.mark.parametrize(("entry_id", "modes"), [("ring", 8), ("grid", 25), ("disjoint", 3)])
def test_the_exact_sampler_covers_all_modes_at_the_published_quality(entry_id, modes):
    scores = floors(Distribution.of(entry_id), rng=rng(2))
    assert scores["mode_coverage"] == modes
    exact = 1 - math.exp(-4.5)
    error = 100 * math.sqrt(exact * (1 - exact) / 5000)
    assert abs(scores["high_quality_rate"] - 100 * exact) < 4 * error


def test_modes_are_counted_in_the_first_2500_fakes():
    target = Distribution.of("ring")
    assert target.mixture is not None
    first, second = target.mixture.means[[0]].float(), target.mixture.means[[1]].float()
    fake = torch.cat((first.repeat(2500, 1), second.repeat(2500, 1)))
    evaluation = Evaluation(fake, fake, target.extent, target.mixture)
    assert metrics["mode_coverage"].function(evaluation) == 1
    assert metrics["high_quality_rate"].function(evaluation) == 100
    assert mode_shares(evaluation) == [1.0] + [0.0] * 7


def test_a_mode_needs_one_sample_within_three_standard_deviations():
    mixture = Mixture.equal(torch.tensor([[0.0, 0.0], [4.0, 0.0]]), 0.1)
    fake = torch.tensor([[0.0, 0.29], [4.0, 0.31], [0.0, 0.0], [2.0, 0.0]])
    evaluation = Evaluation(fake, fake, UNIT, mixture)
    assert metrics["mode_coverage"].function(evaluation) == 1
    assert metrics["high_quality_rate"].function(evaluation) == 50
    assert mode_shares(evaluation) == [0.5, 0.0]


def test_mode_shares_of_a_perfect_sampler_are_even():
    target, real, fake = pair("ring")
    shares = mode_shares(Evaluation(real, fake, target.extent, target.mixture))
    assert shares is not None
    assert len(shares) == 8
    assert shares == pytest.approx([0.9889 / 8] * 8, abs=5 * math.sqrt(0.125 / 2500))


def test_only_mixtures_have_modes():
    target, real, fake = pair("spiral")
    assert set(evaluate(real, fake, target)) == {"js_divergence", "kl_divergence"}
    evaluation = Evaluation(real, fake, target.extent, None)
    assert mode_shares(evaluation) is None
    with pytest.raises(ValueError, match="expected a mixture"):
        metrics["high_quality_rate"].function(evaluation)


def test_diverged_fakes_score_badly_and_finitely():
    target, real, _ = pair("ring")
    scores = evaluate(real, torch.full((5000, 2), math.nan), target)
    assert scores["mode_coverage"] == 0
    assert scores["high_quality_rate"] == 0
    assert scores["js_divergence"] > 0.9
    assert math.isfinite(scores["kl_divergence"])


@pytest.mark.parametrize("wrong", [torch.zeros(0, 2), torch.zeros(5, 3), torch.zeros(5)])
def test_other_shapes_are_refused(wrong):
    with pytest.raises(ValueError, match=r"fake: expected samples of shape \(n, 2\)"):
        Evaluation(torch.zeros(5, 2), wrong, UNIT, None)


def test_every_metric_states_its_terms():
    for entry in metrics:
        assert entry.extras["better"] in ("lower", "higher")
        assert entry.extras["unit"]
        assert 2500 <= entry.extras["samples"] <= 5000
        assert isinstance(entry.extras["needs_modes"], bool)
        assert entry.source


def test_a_new_metric_needs_its_registration_alone():
    @metric("Spread", unit="units", better="higher", samples=5000, needs_modes=False)
    def spread(evaluation):
        """How wide the fakes are."""
        return float(evaluation.fake.std())

    try:
        target, real, fake = pair("line")
        assert evaluate(real, fake, target)["spread"] == pytest.approx(float(fake.std()))
        assert "spread" in floors(target, rng=rng())
    finally:
        metrics.remove("spread")


def test_right_classes_are_counted_near_the_mode_that_was_asked_for() -> None:
    target = Distribution.of("ring")
    fake, labels = target.sample_labelled(5000, rng(4))
    assert "label_accuracy" not in evaluate(fake, fake, target)
    right = evaluate(fake, fake, target, labels=labels)["label_accuracy"]
    assert right == pytest.approx(98.89, abs=0.6)  # 1 - exp(-4.5), four standard errors
    beside = evaluate(fake, fake, target, labels=(labels + 1) % 8)
    assert beside["label_accuracy"] == 0
    assert beside["high_quality_rate"] == pytest.approx(right)
    deaf = evaluate(fake, fake, target, labels=labels[torch.randperm(5000, generator=rng(1))])
    assert deaf["label_accuracy"] == pytest.approx(98.89 / 8, abs=2)
    assert floors(target, rng=rng(5), beside=["labels"])["label_accuracy"] > 98


def test_the_rebuild_error_is_a_root_mean_square() -> None:
    target = Distribution.of("line")
    real = target.sample(500, rng(2))
    moved = real + torch.tensor([0.3, -0.4])
    assert "reconstruction_error" not in evaluate(real, real, target)
    score = evaluate(real, real, target, reconstructed=moved)["reconstruction_error"]
    assert score == pytest.approx(0.5, abs=1e-6)
    half = torch.cat([real[:250], moved[250:]])
    score = evaluate(real, real, target, reconstructed=half)["reconstruction_error"]
    assert score == pytest.approx(0.5 / math.sqrt(2), abs=1e-6)
    assert floors(target, rng=rng(5), beside=["codes"])["reconstruction_error"] == 0
