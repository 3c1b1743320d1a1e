"""Penalties against autograd and closed forms; the Dirac-GAN's eigenvalues."""

import cmath
from collections.abc import Callable

import pytest
import torch

from ganlab.gan.autograd import Autograd
from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.losses import losses
from ganlab.gan.phases import DISCRIMINATOR
from ganlab.gan.regularizers import PENALTY, regularizers
from ganlab.gan.tape import Tape
from ganlab.gan.turn import Engine
from ganlab.registry import ConfigError

PENALTIES = [e for e in regularizers if e.extras["kind"] == PENALTY]
SQUARED = torch.linspace(0.01, 9, 40, dtype=torch.float64)


@pytest.mark.parametrize("entry", PENALTIES, ids=lambda e: e.id)
def test_derivative_is_that_of_the_value(entry) -> None:
    squared = SQUARED.clone().requires_grad_()
    (expected,) = torch.autograd.grad(entry.bind({})(squared).sum(), squared)
    derivative = entry.extras["derivative"](squared, **entry.fill({}))
    torch.testing.assert_close(derivative.detach(), expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("entry", PENALTIES, ids=lambda e: e.id)
def test_finite_where_the_slope_is_zero(entry) -> None:
    assert bool(entry.bind({})(torch.zeros(3)).isfinite().all())
    derivative = entry.extras["derivative"](torch.zeros(3), **entry.fill({}))
    assert bool(derivative.isfinite().all())


def test_values_in_closed_form() -> None:
    four = torch.tensor([4.0], dtype=torch.float64)  # a slope of 2
    assert float(regularizers["r1"].bind({"weight": 3.0})(four)) == pytest.approx(6.0)
    assert float(regularizers["r2"].bind({"weight": 3.0})(four)) == pytest.approx(6.0)
    penalty = regularizers["gradient_penalty"].bind({"weight": 10.0, "target": 1.0})
    assert float(penalty(four)) == pytest.approx(10.0, abs=1e-9)
    one_sided = regularizers["gradient_penalty_one_sided"]
    assert float(one_sided.bind({"weight": 10.0, "target": 1.5})(four)) == pytest.approx(2.5)
    assert float(one_sided.bind({"weight": 10.0, "target": 2.1})(four)) == 0.0
    assert float(regularizers["gradient_penalty_zero_centred"].bind({"weight": 3.0})(four)) == 12.0


engines = pytest.mark.parametrize("engine", [Tape, Autograd], ids=["tape", "autograd"])


def penalized(penalty: str, engine: Callable[..., Engine], **params: float) -> Game:
    """A small game in float64 with one penalty."""
    net = {"id": "mlp", "params": {"width": 4, "layers": 0, "activation": "tanh"}}
    rules = [{"id": penalty, "params": {"weight": 3.0, **params}}]
    document = {"batch_size": 8, "generator": net, "discriminator": net, "regularizers": rules}
    game = Game(RunConfig.from_json(document), dtype=torch.float64)
    game._bind(engine)
    return game


def d_turn(game: Game) -> tuple[float, float, torch.Tensor]:
    """(loss, its penalty, gradient) that D's next turn finds."""
    found = {phase.name: phase.values() for phase in game.phases(DISCRIMINATOR)}
    gradient = game.players[DISCRIMINATOR].gradient.clone()
    return found["loss"]["loss"], found["loss"]["penalty"], gradient


@engines
@pytest.mark.parametrize(
    ("penalty", "params", "value"),
    [
        ("gradient_penalty", {"target": 2.0}, lambda s: 3 * (s - 2) ** 2),
        ("gradient_penalty_one_sided", {"target": 2.0}, lambda s: 3 * max(0.0, s - 2) ** 2),
        ("gradient_penalty_zero_centred", {}, lambda s: 3 * s**2),
        ("r1", {}, lambda s: 1.5 * s**2),
        ("r2", {}, lambda s: 1.5 * s**2),
    ],
)
@pytest.mark.parametrize("slope", [0.5, 3.0])
def test_a_linear_discriminator_pays_for_its_slope(
    engine: Callable[..., Engine],
    penalty: str,
    params: dict[str, float],
    value: Callable[[float], float],
    slope: float,
) -> None:
    """Near 0, tanh is a straight line: ‖∇d‖ is `slope` at every point of the plane."""
    game = penalized(penalty, engine, **params)
    first, last = game.players[DISCRIMINATOR].layers
    first.zero_()
    last.zero_()
    tiny = 1e-6
    first[0, 0], first[0, 1], last[0, 0] = 0.6 * tiny, 0.8 * tiny, slope / tiny
    assert d_turn(game)[1] == pytest.approx(value(slope), rel=1e-9, abs=1e-9)


@engines
@pytest.mark.parametrize("entry", PENALTIES, ids=lambda e: e.id)
def test_penalties_by_finite_differences(entry, engine: Callable[..., Engine]) -> None:
    """The gradient through the slope is that of the loss, by central differences in float64."""
    game = penalized(entry.id, engine, **({"target": 0.2} if "target" in entry.params else {}))
    state, weights = game.state_dict(), game.players[DISCRIMINATOR].weights
    _, penalty, gradient = d_turn(game)
    assert penalty > 0.01
    rng, h = torch.Generator().manual_seed(3), 1e-5
    for _ in range(3):
        way = torch.randn(len(weights), generator=rng, dtype=torch.float64)
        ends = []
        for sign in (h, -h):
            game.load_state_dict(state)
            weights.add_(way, alpha=sign)
            ends.append(d_turn(game)[0])
        assert (ends[0] - ends[1]) / (2 * h) == pytest.approx(float(gradient @ way), rel=1e-5)


def test_weight_clipping_bounds_every_weight_and_no_others() -> None:
    weights = torch.tensor([-3.0, -0.05, 0.0, 0.1, 2.0])
    regularizers["weight_clipping"].bind({"limit": 0.1})(weights)
    torch.testing.assert_close(weights, torch.tensor([-0.1, -0.05, 0.0, 0.1, 0.1]))


def test_label_smoothing_needs_labels_and_says_so() -> None:
    with pytest.raises(ConfigError, match="a loss with labels; Hinge has none"):
        RunConfig.from_json({"loss": {"id": "hinge"}, "regularizers": [{"id": "label_smoothing"}]})


@pytest.mark.parametrize(("step", "std"), [(0, 0.4), (25, 0.3), (100, 0.0), (101, 0.0)])
def test_noise_fades_in_a_straight_line(step: int, std: float) -> None:
    noise = regularizers["instance_noise"]
    assert noise.bind({"std": 0.4, "anneal_steps": 100})(step) == pytest.approx(std, abs=1e-15)
    assert noise.bind({"std": 0.4})(step) == 0.4


@engines
def test_d_sees_the_noise_of_its_step(engine: Callable[..., Engine]) -> None:
    """Against the same run without noise: D's real samples are off by σ of the step, then by 0."""
    shown = {}
    for rules in ([], [{"id": "instance_noise", "params": {"std": 2.0, "anneal_steps": 4}}]):
        document = {"batch_size": 4096, "g_steps": 0, "regularizers": rules}
        game = Game(RunConfig.from_json(document), dtype=torch.float64)
        game._bind(engine)
        for step in range(5):
            found = {p.name: p.values() for p in game.phases(DISCRIMINATOR)}
            shown[bool(rules), step] = found["samples"]["x_real"]
    for step, std in enumerate([2.0, 1.5, 1.0, 0.5, 0.0]):
        off = shown[True, step] - shown[False, step]
        assert float(off.std()) == pytest.approx(std, rel=0.04)


def dirac_eigenvalues(loss_id: str, gamma: float) -> list[complex]:
    """Eigenvalues of the gradient vector field of the Dirac-GAN at its equilibrium.

    Data at 0, the generator at θ, D(x) = ψx: Mescheder et al. 2018, section 2. Built from the
    registered loss and R1 by autograd. D's loss counts real and fake, the paper's f once each.
    """
    function, r1 = losses[loss_id].function, regularizers["r1"].bind({"weight": max(gamma, 1e-12)})

    def field(state: torch.Tensor) -> torch.Tensor:
        theta, psi = state
        d_real, d_fake = (psi * 0.0).reshape(1), (psi * theta).reshape(1)
        d_loss = function(d_real, d_fake)[0] + r1((psi**2).reshape(1)).mean()
        g_loss = function(d_real, d_fake)[1]
        (of_theta,) = torch.autograd.grad(g_loss, theta, create_graph=True)
        (of_psi,) = torch.autograd.grad(d_loss, psi, create_graph=True)
        return torch.stack([-of_theta, -of_psi])

    origin = torch.zeros(2, dtype=torch.float64)
    jacobian = torch.autograd.functional.jacobian(field, origin)
    return sorted(torch.linalg.eigvals(jacobian).tolist(), key=lambda v: v.imag)


@pytest.mark.parametrize(
    ("loss_id", "slope"), [("non_saturating", 0.5), ("minimax", 0.5), ("wasserstein", 1.0)]
)
def test_dirac_gan_circles_without_regularizer(loss_id: str, slope: float) -> None:
    low, high = dirac_eigenvalues(loss_id, 0.0)
    assert low == pytest.approx(complex(0, -slope), abs=1e-9)
    assert high == pytest.approx(complex(0, slope), abs=1e-9)


@pytest.mark.parametrize("gamma", [0.1, 0.5, 1.0, 2.0])
def test_dirac_gan_with_r1(gamma: float) -> None:
    """−γ/2 ± √(γ²/4 − ¼): a spiral inwards below γ = 1, no turning from there on."""
    root = cmath.sqrt(gamma**2 / 4 - 0.25)
    expected = sorted([-gamma / 2 - root, -gamma / 2 + root], key=lambda v: (v.imag, v.real))
    found = sorted(dirac_eigenvalues("non_saturating", gamma), key=lambda v: (v.imag, v.real))
    assert found == pytest.approx(expected, abs=1e-6)
