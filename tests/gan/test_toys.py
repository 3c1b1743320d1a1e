"""The toy games against theory: what each dynamics does, by eigenvalues and invariants."""

import cmath
import itertools
import math
from typing import Any

import pytest
import torch

from ganlab.gan.dynamics import dynamics
from ganlab.gan.toys import DIRAC_LOSSES, Toy, bilinear, dirac

RATES = [0.05, 0.3, 1.2]


def factors(path: torch.Tensor) -> torch.Tensor:
    """By how much each round changed the distance from the equilibrium."""
    size: torch.Tensor = path.norm(dim=1)
    return size[1:] / size[:-1]


def growth(path: torch.Tensor, rounds: int) -> float:
    """Mean factor per round over the last rounds of a path."""
    size = path.norm(dim=1)
    return float((size[-1] / size[-1 - rounds]) ** (1.0 / rounds))


# The bilinear game


@pytest.mark.parametrize("rate", RATES)
def test_simultaneous_spirals_out(rate: float) -> None:
    found = factors(bilinear(rate=rate).play(40, "simultaneous"))
    torch.testing.assert_close(found, torch.full_like(found, math.sqrt(1 + rate**2)), rtol=1e-12,
                               atol=0)  # fmt: skip


@pytest.mark.parametrize("rate", RATES)
def test_alternating_keeps_its_ellipse(rate: float) -> None:
    x, y = bilinear((0.7, 0.4), rate).play(500, "alternating").T
    kept = x**2 + y**2 - rate * x * y
    torch.testing.assert_close(kept, torch.full_like(kept, float(kept[0])), rtol=1e-11, atol=0)
    other = x**2 + y**2  # and not the circle, nor the ellipse that leans to the other side
    assert float(other.max() / other.min()) > 1 + 0.9 * rate
    assert float((x**2 + y**2 + rate * x * y).std()) > 0.1 * rate * float(kept[0])


def test_alternating_flies_apart_beyond_a_rate_of_two() -> None:
    assert float(bilinear(rate=1.99).play(300)[-1].norm()) < 20.0
    assert float(bilinear(rate=2.01).play(300)[-1].norm()) > 1e6


@pytest.mark.parametrize("rate", RATES)
def test_extragradient_contracts(rate: float) -> None:
    found = factors(bilinear(rate=rate).play(40, "extragradient"))
    expected = math.sqrt(1 - rate**2 + rate**4)
    torch.testing.assert_close(found, torch.full_like(found, expected), rtol=1e-12, atol=0)


@pytest.mark.parametrize("rate", [0.05, 0.3, 0.45])
def test_optimistic_goes_by_the_root_of_its_recurrence(rate: float) -> None:
    path = bilinear((0.7, 0.4), rate).play(400, "optimistic")
    w = torch.complex(path[:, 0], path[:, 1])  # w' = w + iη(2w − w₋₁)
    expected = w[1:-1] + 1j * rate * (2 * w[1:-1] - w[:-2])
    torch.testing.assert_close(w[2:], expected, rtol=1e-12, atol=1e-14)
    first = w[0] + 1j * rate * w[0]  # nothing to remember yet: a plain step
    torch.testing.assert_close(w[1], first)
    b = 1 + 2j * rate
    roots = [(b + s * cmath.sqrt(b * b - 4j * rate)) / 2 for s in (1, -1)]
    assert growth(path, 200) == pytest.approx(max(map(abs, roots)), rel=1e-9)


@pytest.mark.parametrize("rate", [0.05, 0.3, 0.6])
def test_proximal_tends_to_the_implicit_step(rate: float) -> None:
    implicit = 1 / math.sqrt(1 + rate**2)
    errors = []
    for iterations in (2, 4, 8, 20):
        path = bilinear((0.7, 0.4), rate).play(10, "proximal", {"iterations": iterations})
        errors.append(float((factors(path) - implicit).abs().max()))
    assert errors[-1] < rate**20 + 1e-12
    assert all(b < a for a, b in itertools.pairwise(errors) if a > 1e-12)
    two = bilinear((0.7, 0.4), rate).play(10, "proximal", {"iterations": 2})
    ahead = bilinear((0.7, 0.4), rate).play(10, "extragradient")
    torch.testing.assert_close(two, ahead, rtol=1e-13, atol=0)  # the first correction


@pytest.mark.parametrize("rate", [0.05, 0.3])
@pytest.mark.parametrize("weight", [0.0, 0.5, 2.0])
def test_consensus_contracts_by_its_jacobian(rate: float, weight: float) -> None:
    found = factors(bilinear(rate=rate).play(30, "consensus", {"weight": weight}))
    expected = abs(1 - rate * weight + 1j * rate)  # 1 − η(γ ∓ i), as JᵀJ is the identity
    torch.testing.assert_close(found, torch.full_like(found, expected), rtol=1e-12, atol=0)


def test_best_response_runs_to_the_end_of_the_line() -> None:
    """Nothing in xy is ever best: each answer is as far as the updates reach."""
    path = bilinear((0.5, 1.0), 0.1).play(1, "best_response", {"updates": 7, "tolerance": 0.0})
    x = 0.5 - 7 * 0.1 * 1.0
    torch.testing.assert_close(path[1], torch.tensor([x, 1.0 + 7 * 0.1 * x], dtype=torch.float64))


def test_best_response_stops_at_its_best() -> None:
    def field(d: torch.Tensor, g: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return d - g, 0.5 * g - d

    path = Toy(field, (4.0, 1.0), 0.5).play(1, "best_response", {"updates": 200, "tolerance": 1e-3})
    d, g = path[1].tolist()
    assert 0 < abs(d - 1.0) <= 0.5e-3  # the last gradient was within the tolerance and applied
    assert 0 < abs(g - 2.0 * d) <= 2e-3


@pytest.mark.parametrize("rate", [0.05, 0.3])
def test_averages_of_a_bounded_path_converge(rate: float) -> None:
    def ends(path: torch.Tensor) -> float:
        return float(path[1:].mean(0).norm())

    for rounds in (50, 400):
        path = bilinear(rate=rate).play(rounds, "alternating")
        radius = float(path.norm(dim=1).max())
        assert ends(path) <= 2 * radius / (rate * rounds) * (1 + 1e-9)
        assert float(path[-1].norm()) > 0.5  # while the path itself does not
    growing = [ends(bilinear(rate=rate).play(n, "simultaneous")) for n in (2000, 8000)]
    radius = 1.0
    assert growing[1] > 2 * radius / (rate * 8000)
    assert growing[1] > growing[0]


# The Dirac-GAN


def same_pair(found: torch.Tensor, *expected: complex) -> None:
    ours = sorted(found.tolist(), key=lambda z: (round(z.real, 9), z.imag))
    theirs = sorted(map(complex, expected), key=lambda z: (round(z.real, 9), z.imag))
    assert ours == pytest.approx(theirs, abs=1e-12)


def pair(mean: float, square: float) -> tuple[complex, complex]:
    root = cmath.sqrt(square)
    return mean + root, mean - root


def test_eigenvalues_without_regularization_are_imaginary() -> None:
    same_pair(dirac().eigenvalues(), 0.5j, -0.5j)
    same_pair(dirac(loss="non_saturating").eigenvalues(), 0.5j, -0.5j)
    same_pair(dirac(loss="wasserstein").eigenvalues(), 1j, -1j)


@pytest.mark.parametrize("loss", ["minimax", "non_saturating"])
@pytest.mark.parametrize("gamma", [0.1, 0.9, 1.0, 1.1, 3.0])
def test_eigenvalues_with_r1(loss: str, gamma: float) -> None:
    found = dirac(loss=loss, penalty=gamma).eigenvalues()
    if gamma == 1.0:  # critical: a double root, which no solver finds to more than half its digits
        assert found.tolist() == pytest.approx([-0.5, -0.5], abs=1e-7)
        return
    same_pair(found, *pair(-gamma / 2, gamma**2 / 4 - 0.25))
    assert bool(found.imag.abs().max() > 0.0) == (gamma < 1.0)


@pytest.mark.parametrize("sigma", [0.3, 1.2, 1.39, 1.43, 2.0])
def test_eigenvalues_with_instance_noise(sigma: float) -> None:
    found = dirac(noise=sigma).eigenvalues()
    same_pair(found, *pair(-(sigma**2) / 4, sigma**4 / 16 - 0.25))
    assert bool(found.imag.abs().max() > 1e-9) == (sigma < math.sqrt(2))


def test_noise_does_not_help_a_wasserstein_gan() -> None:
    same_pair(dirac(loss="wasserstein", noise=1.0).eigenvalues(), 1j, -1j)


@pytest.mark.parametrize("loss", DIRAC_LOSSES)
@pytest.mark.parametrize("place", [(0.3, -0.8), (-1.1, 0.4)])
def test_the_field_is_the_gradient_of_its_losses(loss: str, place: tuple[float, float]) -> None:
    """By autograd of losses written out anew, their means over noise by a fine sum."""
    gamma, target, sigma = 0.7, 0.2, 0.5
    game = dirac(place, loss=loss, penalty=gamma, target=target, noise=sigma)
    psi, theta = (torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in place)
    grid = torch.linspace(-9, 9, 4001, dtype=torch.float64)
    share = torch.softmax(-(grid**2) / 2, 0)
    score: Any = torch.nn.functional.logsigmoid if loss != "wasserstein" else lambda t: t
    fake, real = psi * (theta + sigma * grid), psi * sigma * grid
    d_loss = -(share * score(fake)).sum() - (share * score(-real)).sum()
    d_loss = d_loss + gamma / 2 * (psi.abs() - target) ** 2
    g_loss = (share * (-score(-fake) if loss == "non_saturating" else score(fake))).sum()
    (d,) = torch.autograd.grad(d_loss, psi, retain_graph=True)
    (g,) = torch.autograd.grad(g_loss, theta)
    torch.testing.assert_close(game._field(), torch.stack([d, g]), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("entry", ["simultaneous", "alternating"])
def test_without_a_regularizer_nothing_converges(entry: str) -> None:
    start = dirac().place.norm()
    for loss in ("minimax", "wasserstein"):
        assert float(dirac(loss=loss).play(1000, entry)[-1].norm()) > 0.9 * float(start)
    slow = dirac(loss="non_saturating").play(1000, entry)  # by powers of time, not of a number
    assert growth(slow, 400) > 0.998
    assert growth(dirac(loss="non_saturating", penalty=0.5).play(1000, entry), 400) < 0.98


@pytest.mark.parametrize("settings", [{"penalty": 0.5}, {"penalty": 2.0}, {"noise": 1.0}])
def test_regularized_it_converges_at_the_rate_of_its_eigenvalues(settings: dict[str, Any]) -> None:
    rate = 0.1
    game = dirac((0.05, 0.05), rate, **settings)
    expected = float((1 + rate * game.eigenvalues()).abs().max())
    path = game.play(1200, "simultaneous")
    assert float(path[-1].norm()) < 1e-6
    assert growth(path, 500) == pytest.approx(expected, rel=1e-4)


def test_the_wasserstein_rules_do_not_bring_it_home() -> None:
    penalized: dict[str, Any] = {"loss": "wasserstein", "penalty": 1.0}
    at_zero = dirac(**penalized).play(2000, "simultaneous")
    at_one = dirac(**penalized, target=1.0).play(2000, "simultaneous")
    clipped = dirac(loss="wasserstein", limit=0.5).play(2000, "alternating")
    assert float(at_zero[-1].norm()) < 1e-9
    assert float(at_one[-200:].norm(dim=1).min()) > 0.1
    assert float(clipped[-200:].norm(dim=1).max()) > 0.1
    assert float(clipped[:, 0][1:].abs().max()) == 0.5


@pytest.mark.parametrize(
    ("entry", "params"),
    [("extragradient", {}), ("optimistic", {}), ("proximal", {}), ("consensus", {"weight": 2.0})],
)
def test_the_steady_dynamics_bring_the_bare_dirac_gan_home(
    entry: str, params: dict[str, Any]
) -> None:
    path = dirac((0.5, 0.5), 0.3).play(1000, entry, params)
    assert float(path[-1].norm()) < 0.01 * float(path[0].norm())


def test_every_dynamics_plays_a_toy() -> None:
    for entry in dynamics:
        path = dirac().play(3, entry.id)
        assert path.shape == (4, 2)
        assert bool(path.isfinite().all())
        assert bool((path[1:] != path[:-1]).all())
