"""Penalties against autograd and closed forms; the Dirac-GAN's eigenvalues."""

import cmath

import pytest
import torch

from ganlab.gan.config import RunConfig
from ganlab.gan.losses import losses
from ganlab.gan.regularizers import PENALTY, regularizers
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


def test_weight_clipping_bounds_every_weight_and_no_others() -> None:
    weights = torch.tensor([-3.0, -0.05, 0.0, 0.1, 2.0])
    regularizers["weight_clipping"].bind({"limit": 0.1})(weights)
    torch.testing.assert_close(weights, torch.tensor([-0.1, -0.05, 0.0, 0.1, 0.1]))


def test_label_smoothing_needs_labels_and_says_so() -> None:
    with pytest.raises(ConfigError, match="a loss with labels; Hinge has none"):
        RunConfig.from_json({"loss": {"id": "hinge"}, "regularizers": [{"id": "label_smoothing"}]})


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
