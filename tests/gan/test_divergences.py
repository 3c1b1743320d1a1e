"""What each loss minimizes: at the best D, −L_D is the divergence that it names; below it, less.

By numerical integration on pairs of normal distributions on the line: N(0, 1) as the data p and
N(μ, s²) as the fakes q. Where s is not 1, a divergence and its reverse differ.
"""

import math
from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.losses import losses
from ganlab.gan.losses.divergences import STRAIGHT_FROM
from ganlab.registry import Entry

X = torch.linspace(-16, 16, 8_001, dtype=torch.float64)
DX = float(X[1] - X[0])
PAIRS = [(0.0, 1.0), (1.0, 1.0), (2.0, 1.0), (0.0, 1.25), (0.5, 0.9)]

# A state of D: its raw outputs by log p and log q.
Optimum = Callable[[Tensor, Tensor], Tensor]
BEST: dict[str, Optimum] = {
    "non_saturating": lambda p, q: p - q,
    "minimax": lambda p, q: p - q,
    "jensen_shannon": lambda p, q: p - q,
    "least_squares": lambda p, q: torch.sigmoid(p - q),
    "hinge": lambda p, q: torch.sign(p - q),
    "total_variation": lambda p, q: 25.0 * torch.sign(p - q),  # tanh is 1 there
    "kl": lambda p, q: 1.0 + p - q,
    "reverse_kl": lambda p, q: p - q,
    "pearson": lambda p, q: 2.0 * (torch.exp(p - q) - 1.0),
    "squared_hellinger": lambda p, q: 0.5 * (p - q),
}


def log_normal(mu: float, s: float) -> Tensor:
    return -(((X - mu) / s) ** 2) / 2 - math.log(s * math.sqrt(2 * math.pi))


def integral(values: Tensor) -> float:
    return float(values.sum()) * DX


def bound(entry: Entry, raw: Tensor, p: Tensor, q: Tensor) -> float:
    """−L_D of D's raw outputs on X under log densities. The terms of real and fake samples are
    told apart by asking for one of each, the other at an output of 0.
    """
    loss = entry.bind({})

    def d_loss(real: Tensor, fake: Tensor) -> Tensor:
        each: Tensor = torch.func.vmap(lambda r, f: loss(r, f)[0])(real[:, None], fake[:, None])
        return each

    zero = torch.zeros_like(raw)
    of_real = integral(torch.exp(p) * d_loss(raw, zero))
    of_fake = integral(torch.exp(q) * d_loss(zero, raw))
    return -(of_real + of_fake - float(d_loss(zero[:1], zero[:1])))


def gaussian_divergences(mu: float, s: float) -> dict[str, float]:
    """Closed forms between N(0, 1) and N(μ, s²); the first three in both directions."""
    v = 2 * s * s - 1
    return {
        "kl": math.log(s) + (1 + mu * mu) / (2 * s * s) - 0.5,
        "reverse_kl": -math.log(s) + (s * s + mu * mu) / 2 - 0.5,
        "pearson": s * s / math.sqrt(v) * math.exp(mu * mu / v) - 1,
        "squared_hellinger": 2
        - 2 * math.sqrt(2 * s / (1 + s * s)) * math.exp(-mu * mu / (4 * (1 + s * s))),
    }


@pytest.mark.parametrize(("mu", "s"), PAIRS)
def test_f_divergences_are_those_of_normal_distributions(mu: float, s: float) -> None:
    p, q = log_normal(0, 1), log_normal(mu, s)
    for name, expected in gaussian_divergences(mu, s).items():
        found = bound(losses[name], BEST[name](p, q), p, q)
        # the straight part of the exponential takes what lies beyond p/q = e¹⁰ away
        assert found == pytest.approx(expected, rel=1e-6, abs=2e-5), name


def test_the_known_values_at_distances_1_and_2() -> None:
    """Of N(0, 1) and N(μ, 1): μ²/2, exp(μ²) − 1, JSD by a table, TV = 2Φ(|μ|/2) − 1."""
    for mu, jsd in ((1.0, 0.111421), (2.0, 0.336831)):
        p, q = log_normal(0, 1), log_normal(mu, 1)
        tv = math.erf(mu / 2 / math.sqrt(2))
        expected = {
            "kl": mu**2 / 2, "reverse_kl": mu**2 / 2, "pearson": math.exp(mu**2) - 1,
            "squared_hellinger": 2 - 2 * math.exp(-(mu**2) / 8),
            "jensen_shannon": 2 * jsd, "minimax": 2 * jsd - math.log(4),
            "non_saturating": 2 * jsd - math.log(4),
            "total_variation": 2 * tv, "hinge": 2 * tv - 2,
        }  # fmt: skip
        for name, value in expected.items():
            found = bound(losses[name], BEST[name](p, q), p, q)
            assert found == pytest.approx(value, rel=2e-5, abs=4e-5), name


@pytest.mark.parametrize(("mu", "s"), PAIRS)
def test_least_squares_is_an_eighth_of_pearson_less_a_quarter(mu: float, s: float) -> None:
    p, q = log_normal(0, 1), log_normal(mu, s)
    dense_p, dense_q = torch.exp(p), torch.exp(q)
    mixture = dense_p + dense_q
    pearson = integral(torch.where(mixture > 0, (mixture - 2 * dense_q) ** 2 / mixture, 0.0))
    found = bound(losses["least_squares"], BEST["least_squares"](p, q), p, q)
    assert found == pytest.approx(pearson / 8 - 0.25, abs=1e-7)


@pytest.mark.parametrize("name", BEST)
def test_any_other_discriminator_finds_less(name: str) -> None:
    """Moved, tilted, made coarse: never more than the best one, and strictly less."""
    p, q = log_normal(0, 1), log_normal(1, 1)
    best = BEST[name](p, q)
    most = bound(losses[name], best, p, q)
    others = {
        "moved up": best + 0.2, "moved down": best - 0.2, "steeper": 1.3 * best,
        "flatter": 0.7 * best, "wavy": best + 0.3 * torch.sin(3 * X), "blind": 0.0 * best,
    }  # fmt: skip
    for how, raw in others.items():
        if name == "total_variation" and how != "blind":
            raw = torch.atanh(torch.tanh(raw / 25.0))  # at 25, as good as there is
        assert bound(losses[name], raw, p, q) < most - 1e-4, how


@pytest.mark.parametrize("slope", [0.5, 1.0, 3.0])
def test_wasserstein_is_the_earth_movers_distance_times_the_slope(slope: float) -> None:
    p, q = log_normal(0, 1), log_normal(1.5, 1)
    assert bound(losses["wasserstein"], -slope * X, p, q) == pytest.approx(1.5 * slope, abs=1e-6)
    for raw in (torch.sin(X), -X.abs(), -X.clamp(-1, 1), X):  # others of slope at most 1
        assert bound(losses["wasserstein"], slope * raw, p, q) < 1.5 * slope - 1e-3


def quantiles(n: int, mu: float) -> Tensor:
    """n samples of N(μ, 1) that fill it evenly, (n,)."""
    middle = (torch.arange(n, dtype=torch.float64) + 0.5) / n
    found: Tensor = torch.special.ndtri(middle)
    return mu + found


def pairing(mu: float, slope: float, up: float = 0.0) -> float:
    """−L_D of D(x) = up + slope·x over pairs of N(0, 1) and N(μ, 1)."""
    real, fake = torch.meshgrid(quantiles(1500, 0.0), quantiles(1500, mu), indexing="ij")
    raw = (up + slope * each.flatten() for each in (real, fake))
    return -float(losses["relativistic_pairing"].function(*raw)[0])


def test_pairing_is_the_jensen_shannon_divergence_of_pairs() -> None:
    """With d = log p/q the difference of a pair is N(μ², 2μ²), as between normal distributions √2·μ
    apart: so it is JSD at distance 1 for μ = 1/√2, and at distance 2 for μ = √2.
    """
    for mu, jsd in ((math.sqrt(0.5), 0.111421), (math.sqrt(2), 0.336831)):
        most = pairing(mu, -mu)
        assert most == pytest.approx(jsd - math.log(2), abs=3e-4)
        assert pairing(mu, -mu, up=7.0) == pytest.approx(most)  # only differences count
        for other in (0.0, -0.7 * mu, -1.3 * mu, 0.3):
            assert pairing(mu, other) < most - 1e-3


def test_the_average_is_a_divergence_less_log_4() -> None:
    """0 where p = q, whatever D says; above it as soon as some D tells p from q."""
    average = losses["relativistic_average"].function
    real = quantiles(4001, 0.0)
    for raw in (lambda x: 0 * x, lambda x: x, lambda x: torch.sin(2 * x), lambda x: x**2):
        same = -float(average(raw(real), raw(real))[0])
        blind = float(raw(real).std()) == 0.0
        assert same == pytest.approx(-math.log(4)) if blind else same < -math.log(4) - 1e-3
    apart = -float(average(-0.8 * real, -0.8 * quantiles(4001, 1.0))[0])
    assert apart > -math.log(4) + 0.1


F_DIVERGENCES = [e for e in losses if "direct" in e.params]


@pytest.mark.parametrize("entry", F_DIVERGENCES, ids=lambda e: e.id)
@pytest.mark.parametrize("direct", [False, True])
def test_slopes_are_the_gradients_up_to_where_the_exponential_is_straight(
    entry: Entry, direct: bool
) -> None:
    reach = 2.5 * STRAIGHT_FROM
    real = torch.linspace(-reach, reach, 101, dtype=torch.float64).requires_grad_()
    fake = real.detach().flip(0).clone().requires_grad_()
    d_loss, g_loss = entry.bind({"direct": direct})(real, fake)
    slopes = entry.extras["slopes"].bind({"direct": direct}, {})
    (of_g,) = torch.autograd.grad(g_loss, fake, retain_graph=True)
    of_d = torch.autograd.grad(d_loss, (real, fake))
    found = slopes.d(real.detach(), fake.detach())
    for one, other in zip((slopes.g(fake.detach()), *found), (of_g, *of_d), strict=True):
        torch.testing.assert_close(one / 101, other, rtol=1e-8, atol=1e-15)


@pytest.mark.parametrize("entry", F_DIVERGENCES, ids=lambda e: e.id)
def test_raising_t_pulls_every_fake_up(entry: Entry) -> None:
    raw = torch.linspace(-8, 8, 33, dtype=torch.float64)
    raising = entry.extras["slopes"].bind({"direct": True}, {}).g(raw)
    assert float(raising.max()) < 0.0
    usual = entry.extras["slopes"].bind({"direct": False}, {}).g(raw)
    assert float((raising - usual).abs().max()) > 0.1


def test_jensen_shannon_is_minimax_or_non_saturating_moved_by_a_constant() -> None:
    real, fake = torch.randn(2, 50, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    for direct, twin in ((False, "minimax"), (True, "non_saturating")):
        own = losses["jensen_shannon"].bind({"direct": direct})(real, fake)
        other = losses[twin].bind({})(real, fake)
        assert float(own[0] - other[0]) == pytest.approx(-math.log(4))
        assert abs(float(own[1] - other[1])) == pytest.approx(math.log(2))


@pytest.mark.parametrize("entry", list(losses), ids=lambda e: e.id)
def test_every_loss_says_what_it_minimizes_and_trains(entry: Entry) -> None:
    assert len(entry.extras["minimizes"]) > 10
    game = Game(RunConfig.from_json({"loss": {"id": entry.id}, "batch_size": 64}))
    before = game.generate(torch.zeros(1, 2))
    for _ in range(100):
        game.step()
    assert all(math.isfinite(value) for value in (*game.losses(), *game.gradient_norms()))
    assert float((game.generate(torch.zeros(1, 2)) - before).norm()) > 1e-3
