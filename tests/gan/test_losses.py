"""Losses against closed forms: values, gradients, and the registered slopes."""

import math

import pytest
import torch
from torch import Tensor

from ganlab.gan.losses import Slopes, has_labels, losses, of_pairs
from ganlab.registry import Entry

GRID = torch.linspace(-6, 6, 49, dtype=torch.float64)
ALL = list(losses)


def sigmoid(t: Tensor) -> Tensor:
    return 1 / (1 + torch.exp(-t))


# The textbook formulas, written in probabilities or raw outputs, as the papers print them: D's
# loss of real and fake, G's of fake and real.
TEXTBOOK = {
    "non_saturating": (
        lambda r, f: -sigmoid(r).log().mean() - (1 - sigmoid(f)).log().mean(),
        lambda f, _: -sigmoid(f).log().mean(),
    ),
    "minimax": (
        lambda r, f: -sigmoid(r).log().mean() - (1 - sigmoid(f)).log().mean(),
        lambda f, _: (1 - sigmoid(f)).log().mean(),
    ),
    "least_squares": (
        lambda r, f: ((r - 1) ** 2).mean() / 2 + (f**2).mean() / 2,
        lambda f, _: ((f - 1) ** 2).mean() / 2,
    ),
    "hinge": (
        lambda r, f: (1 - r).clamp(min=0).mean() + (1 + f).clamp(min=0).mean(),
        lambda f, _: -f.mean(),
    ),
    "wasserstein": (lambda r, f: f.mean() - r.mean(), lambda f, _: -f.mean()),
    "total_variation": (
        lambda r, f: torch.tanh(f).mean() - torch.tanh(r).mean(),
        lambda f, _: -torch.tanh(f).mean(),
    ),
    "kl": (
        lambda r, f: torch.exp(f - 1).mean() - r.mean(),
        lambda f, _: -torch.exp(f - 1).mean(),
    ),
    "reverse_kl": (
        lambda r, f: (f - 1).mean() + torch.exp(-r).mean(),
        lambda f, _: 1 - f.mean(),
    ),
    "pearson": (
        lambda r, f: (f**2 / 4 + f).mean() - r.mean(),
        lambda f, _: -(f**2 / 4 + f).mean(),
    ),
    "squared_hellinger": (
        lambda r, f: torch.exp(-r).mean() + torch.exp(f).mean() - 2,
        lambda f, _: 1 - torch.exp(f).mean(),
    ),
    "jensen_shannon": (
        lambda r, f: -(2 * sigmoid(r)).log().mean() - (2 * (1 - sigmoid(f))).log().mean(),
        lambda f, _: (2 * (1 - sigmoid(f))).log().mean(),
    ),
    "relativistic_pairing": (
        lambda r, f: -sigmoid(r - f).log().mean(),
        lambda f, r: -sigmoid(f - r).log().mean(),
    ),
    "relativistic_average": (
        lambda r, f: -sigmoid(r - f.mean()).log().mean() - (1 - sigmoid(f - r.mean())).log().mean(),
        lambda f, r: -sigmoid(f - r.mean()).log().mean() - (1 - sigmoid(r - f.mean())).log().mean(),
    ),
}


def slopes(entry: Entry) -> Slopes:
    """The registered slopes for the usual parameters."""
    bound: Slopes = entry.extras["slopes"].bind(entry.fill({}), {})
    return bound


def g_slope(entry: Entry, fake: Tensor, real: Tensor) -> Tensor:
    """What is registered as the derivative of G's loss."""
    g = slopes(entry).g
    return g(fake, real) if of_pairs(entry) else g(fake)


@pytest.mark.parametrize("entry", ALL, ids=lambda e: e.id)
def test_value_is_the_textbook_formula(entry) -> None:
    d_formula, g_formula = TEXTBOOK[entry.id]
    real, fake = GRID + 0.3, GRID.flip(0) * 0.7
    d_loss, g_loss = entry.bind({})(real, fake)
    assert float(d_loss) == pytest.approx(float(d_formula(real, fake)), rel=1e-12)
    assert float(g_loss) == pytest.approx(float(g_formula(fake, real)), rel=1e-12)


@pytest.mark.parametrize("entry", ALL, ids=lambda e: e.id)
def test_registered_slopes_are_the_gradients(entry) -> None:
    real = (GRID + 0.3).requires_grad_()
    fake = (GRID.flip(0) * 0.7 + 0.01).requires_grad_()
    d_loss, g_loss = entry.bind({})(real, fake)
    of_real, of_fake = torch.autograd.grad(d_loss, (real, fake), retain_graph=True)
    (of_g,) = torch.autograd.grad(g_loss, fake)
    slope_real, slope_fake = slopes(entry).d(real.detach(), fake.detach())
    n = len(GRID)
    torch.testing.assert_close(slope_real / n, of_real, rtol=1e-12, atol=1e-15)
    torch.testing.assert_close(slope_fake / n, of_fake, rtol=1e-12, atol=1e-15)
    slope_g = g_slope(entry, fake.detach(), real.detach())
    torch.testing.assert_close(slope_g / n, of_g, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("entry", ALL, ids=lambda e: e.id)
def test_generator_loss_depends_on_real_samples_where_it_is_of_pairs(entry) -> None:
    real = GRID.clone().requires_grad_()
    fake = GRID.clone().requires_grad_()
    _, g_loss = entry.bind({})(real, fake)
    (of_real,) = torch.autograd.grad(g_loss, real, allow_unused=True)
    moves = of_real is not None and float(of_real.abs().max()) > 0.0
    assert moves == of_pairs(entry)


@pytest.mark.parametrize("entry", ALL, ids=lambda e: e.id)
def test_finite_at_extreme_logits(entry) -> None:
    huge = torch.tensor([-1e4, 1e4, 0.0])
    for value in entry.bind({})(huge, -huge):
        assert math.isfinite(float(value))
    for slope in (*slopes(entry).d(huge, -huge), g_slope(entry, huge, -huge)):
        assert bool(slope.isfinite().all())


def test_vanishing_gradient_ratio_is_99_at_one_percent() -> None:
    """At D = 0.01 the non-saturating gradient, 1 − D, is 99 times the minimax one, D."""
    logit = torch.tensor([math.log(0.01 / 0.99)], dtype=torch.float64)
    saturating = float(losses["minimax"].extras["slopes"].g(logit))
    non_saturating = float(losses["non_saturating"].extras["slopes"].g(logit))
    assert saturating == pytest.approx(-0.01, abs=1e-12)
    assert non_saturating == pytest.approx(-0.99, abs=1e-12)
    assert non_saturating / saturating == pytest.approx(99.0, abs=1e-9)


@pytest.mark.parametrize(("mu", "value"), [(0.0, -1.386294), (1.0, -1.163451), (2.0, -0.712633)])
def test_optimal_discriminator_reaches_v_star(mu: float, value: float) -> None:
    """−L_D of D* between N(0,1) and N(μ,1), whose logit is μ²/2 − μx, is −log 4 + 2·JSD."""
    x = torch.linspace(-14, 16, 300_001, dtype=torch.float64)
    logit = mu**2 / 2 - mu * x
    dx = float(x[1] - x[0])
    p = torch.exp(-(x**2) / 2) / math.sqrt(2 * math.pi) * dx
    q = torch.exp(-((x - mu) ** 2) / 2) / math.sqrt(2 * math.pi) * dx
    # The loss takes plain means; weighting by the densities makes each one an expectation.
    softplus = torch.nn.functional.softplus
    expected = -float((p * softplus(-logit)).sum() + (q * softplus(logit)).sum())
    assert expected == pytest.approx(value, abs=1e-6)
    # By samples, through the registered loss: within 4 standard errors (about 0.6 / √n each).
    rng = torch.Generator().manual_seed(0)
    real = torch.randn(400_000, generator=rng, dtype=torch.float64)
    fake = torch.randn(400_000, generator=rng, dtype=torch.float64) + mu
    d_loss, _ = losses["non_saturating"].function(mu**2 / 2 - mu * real, mu**2 / 2 - mu * fake)
    assert -float(d_loss) == pytest.approx(value, abs=0.006)


def test_smoothed_label_is_a_mixture_of_both_labels() -> None:
    softplus = torch.nn.functional.softplus
    d_loss, _ = losses["non_saturating"].function(GRID, GRID, real_label=0.9)
    mixture = 0.9 * softplus(-GRID).mean() + 0.1 * softplus(GRID).mean() + softplus(GRID).mean()
    assert float(d_loss) == pytest.approx(float(mixture), rel=1e-12)


def test_smoothed_optimum_is_the_label() -> None:
    """Against data alone, D's best answer to the label 0.9 is the probability 0.9."""
    slope, _ = (
        losses["non_saturating"]
        .extras["slopes"]
        .d(torch.tensor([math.log(9.0)], dtype=torch.float64), torch.zeros(1), real_label=0.9)
    )
    assert float(slope) == pytest.approx(0.0, abs=1e-12)


def test_who_has_labels() -> None:
    labelled = {e.id for e in losses if has_labels(e)}
    assert labelled == {"non_saturating", "minimax", "least_squares"}
